"""Lists of an .odt: one that a loop has repeated counts on, as its numbers do in Word.

Each list of an .odt counts from one unless it says which other it goes on with. So every list of a
template gets an id; where a filled file has it a second time, that list goes on with the first.
"""

import re
from collections import Counter

from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.open_document.names import TEXT

ID = "{http://www.w3.org/XML/1998/namespace}id"
_LIST = f"{TEXT}list"
_OURS = "jingjin-list"
_begins = re.compile(r'<text:list( [^>]*)? xml:id="([^"]*)"([^>]*)>')
_goes_on = re.compile(r' text:continue-(?:list|numbering)="[^"]*"')


def name_lists(root: Element) -> None:
    """Give each list that stands in no other an id, and nothing else one."""
    for number, element in enumerate(list(root.iter("*"))):
        if element.tag != _LIST or next(element.iterancestors(_LIST), None) is not None:
            element.attrib.pop(ID, None)
        elif ID not in element.attrib:
            element.set(ID, f"{_OURS}{number}")


def has_lists(xml: str) -> bool:
    """Whether there are lists in a part, be it filled or what it is filled from."""
    return "<text:list " in xml


def counting_on(xml: str) -> str:
    """A filled part, in which lists that were repeated go on with each other."""
    if not has_lists(xml):
        return xml
    times = Counter(name for _, name, _ in _begins.findall(xml))
    begun: set[str] = set()

    def begin(found: re.Match[str]) -> str:
        before, name, behind = found.groups()
        rest = f"{before or ''}{behind}"
        if name in begun:
            return f'<text:list text:continue-list="{name}"{_goes_on.sub("", rest)}>'
        begun.add(name)
        is_named = times[name] > 1 or not name.startswith(_OURS)
        return found[0] if is_named else f"<text:list{rest}>"

    return _begins.sub(begin, xml)

"""Lists of an .odt: one that a loop has repeated counts on, as its numbers do in Word.

Each list of an .odt counts from one unless it says which other it goes on with. So every list of a
template has an id; where a filled file has it a second time, that list goes on with the first.
"""

import re

from jingjin_forms.word.location import Element
from jingjin_forms.word.open_document.names import TEXT

ID = "{http://www.w3.org/XML/1998/namespace}id"
_LIST = f"{TEXT}list"
_begins = re.compile(r'<text:list( [^>]*)? xml:id="([^"]*)"([^>]*)>')
_goes_on = re.compile(r' text:continue-(?:list|numbering)="[^"]*"')


def name_lists(root: Element) -> None:
    """Give each list that stands in no other an id, and nothing else one."""
    taken = {element.get(ID) for element in root.iter(_LIST)}
    number = 0
    for element in root.iter("*"):
        if element.tag != _LIST or next(element.iterancestors(_LIST), None) is not None:
            element.attrib.pop(ID, None)
        elif ID not in element.attrib:
            while (name := f"list{number}") in taken:
                number += 1
            taken.add(name)
            element.set(ID, name)


def counting_on(xml: str) -> str:
    """A filled part, in which lists that were repeated go on with each other."""
    if "<text:list " not in xml:
        return xml
    seen: set[str] = set()

    def begin(found: re.Match[str]) -> str:
        before, name, behind = found.groups()
        if name not in seen:
            seen.add(name)
            return found[0]
        rest = _goes_on.sub("", f"{before or ''}{behind}")
        return f'<text:list text:continue-list="{name}"{rest}>'

    return _begins.sub(begin, xml)

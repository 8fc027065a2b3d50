"""What papers say by an id, said by an id of the joined file."""

from typing import cast

from lxml import etree

from jingjin_forms.export.joining.paper import ID, digest, referring
from jingjin_forms.export.joining.styles import STYLE_USES, VAL
from jingjin_forms.word.docx.location import PARAGRAPH, Element, W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_OF_PARAGRAPHS = (f"{{{_WORD_2010}}}paraId", f"{{{_WORD_2010}}}textId")
_numbered = etree.XPath("descendant-or-self::*[@x:paraId|@x:textId]", namespaces={"x": _WORD_2010})
_BEGIN, _END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_ID, _NAME, _ANCHOR = f"{W}id", f"{W}name", f"{W}anchor"
_CONTROL = f"{W}sdtPr/{W}id"


class Counter:
    """Numbers that nothing else in the file has: of pictures, of bookmarks."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str:
        """One more."""
        self._last += 1
        return str(self._last)


def translate(
    root: Element,
    styles: dict[str, str],
    names: dict[str, str],
    ids: Counter,
    mark: str,
) -> None:
    """Give what a part refers to the ids that `styles` and `names` (of relations) have for it.

    The names of bookmarks begin with the `mark` of the paper, so that those of several differ.
    """
    for element, name in referring(root):
        element.set(name, names[element.get(name, "")])
    for element in root.iter(*STYLE_USES):
        element.set(VAL, styles.get(element.get(VAL, ""), element.get(VAL, "")))
    for element in root.iter(_DRAWING):
        element.set("id", ids.next())
    _rename_bookmarks(root, ids, mark)
    for element in cast("list[Element]", _numbered(root)):  # unique in a file, and of no use
        for name in [name for name in map(str, element.attrib) if name in _OF_PARAGRAPHS]:
            del element.attrib[name]
    for control in root.findall(f".//{_CONTROL}"):
        if (holder := control.getparent()) is not None:
            holder.remove(control)


def _rename_bookmarks(root: Element, ids: Counter, mark: str) -> None:
    numbers: dict[str, str] = {}
    for element in root.iter(_BEGIN, _END):
        own = element.get(_ID, "")
        element.set(_ID, numbers.setdefault(own, ids.next()))
        if element.tag == _BEGIN:
            element.set(_NAME, _apart(mark, element.get(_NAME, "")))
    for link in root.iter(f"{W}hyperlink"):
        if _ANCHOR in link.attrib and ID not in link.attrib:  # else it is a place on a web page
            link.set(_ANCHOR, _apart(mark, link.get(_ANCHOR, "")))


def beginning(number: int) -> str:
    """The bookmark where a paper begins, of which this is the number, from 0; of letters
    and digits, as a PDF of the file names the place alike."""
    return f"paper{number + 1}begins"


def mark_beginning(body: Element, mark: str, ids: Counter) -> None:
    """Put the bookmark that says where the paper begins into its first paragraph."""
    first = next(body.iter(PARAGRAPH), None)
    if first is None:
        return
    place, number = int(first.find(f"{W}pPr") is not None), ids.next()
    first.insert(place, etree.Element(_BEGIN, {_ID: number, _NAME: mark}))
    first.insert(place + 1, etree.Element(_END, {_ID: number}))


def mark_end(paragraph: Element, mark: str, ids: Counter) -> None:
    """Put the bookmark that says where the paper ends at the end of a paragraph."""
    number = ids.next()
    etree.SubElement(paragraph, _BEGIN, {_ID: number, _NAME: mark})
    etree.SubElement(paragraph, _END, {_ID: number})


def _apart(mark: str, name: str) -> str:
    """The name of a bookmark of a paper, of no more characters than Word takes."""
    return f"{mark}_{digest(name.encode())}"

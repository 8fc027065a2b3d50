"""What is fixed in a template, back in the names of an .odt."""

import re
from xml.sax.saxutils import quoteattr

from jingjin_forms.word.docx.location import W
from jingjin_forms.word.open_document.names import HEAD_BEGINS, HEAD_ENDS, OWN, USUAL
from jingjin_forms.word.open_document.text import spaced
from jingjin_forms.word.structure import Lacking

_tags = re.compile(r"<(/?)w:(\w+)((?:[^<>\"]|\"[^\"]*\")*?)(/?)>")
_own = re.compile(rf' {OWN}="([^"]*)"')
_namespace = f' xmlns:w="{W[1:-1]}"'
_USUAL = {tag.removeprefix(W): name for tag, name in USUAL.items()}
_MARKS = {
    HEAD_BEGINS.removeprefix(W): "<table:table-header-rows>",
    HEAD_ENDS.removeprefix(W): "</table:table-header-rows>",
}
_PROPERTIES = "tcPr"
_OF_PROPERTIES = frozenset((_PROPERTIES, "gridSpan", "vMerge", "shd"))
"""What stays until the cells are merged (see `tables`)."""

ODT_LACKING = Lacking(
    paragraph=(
        *("<table:table-cell", "<style:header", "<style:footer", "<draw:text-box"),
        *("<text:note-body", "</w:tcPr>"),
    ),
    cell=("<table:table-row", "</table:table-row-properties"),
    row=("<table:table-column", "</table:table-columns", "</table:table-header-rows"),
)


class Writer:
    """Takes the fixed pieces of a part one after another, in order."""

    def __init__(self) -> None:
        self._open: list[str] = []
        """What closes each element of the engine's that is open."""
        self._in_text = False

    def __call__(self, xml: str) -> str:
        """The next piece; an element can begin in one and end in another."""
        pieces: list[str] = []
        end = 0
        for found in _tags.finditer(xml):
            pieces += self._text(xml[end : found.start()]), self._tag(found)
            end = found.end()
        pieces.append(self._text(xml[end:]))
        written = "".join(pieces).replace(f"<w:{_PROPERTIES}></w:{_PROPERTIES}>", "")
        return written.replace(_namespace, "")

    def _text(self, text: str) -> str:
        return spaced(text) if self._in_text and "<" not in text else text

    def _tag(self, found: re.Match[str]) -> str:
        closing, name, rest, empty = found.groups()
        if name == "t":
            self._in_text = not closing and not empty
            return ""
        if name in _MARKS:
            return "" if closing else _MARKS[name]
        if name in _OF_PROPERTIES:
            return found[0]
        if closing:
            return self._open.pop() if self._open else ""
        own = _own.search(rest)
        rest = _own.sub("", rest)
        if name == "r":
            styles = own[1].split() if own else []
            begin = "".join(f"<text:span text:style-name={quoteattr(s)}>" for s in styles)
            end = "</text:span>" * len(styles)
        else:
            called = own[1] if own else _USUAL.get(name, name)
            begin, end = f"<{called}{rest}>", f"</{called}>"
        if empty:
            return f"{begin[:-1]}/>" if name != "r" else ""
        self._open.append(end)
        return begin

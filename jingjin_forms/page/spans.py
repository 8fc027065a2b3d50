"""Where each element of an XML part stands in its bytes, so that one can be changed alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.parsers import expat

from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.plain_xml import read_xml

_start_tag = re.compile(rb"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_declared_encoding = re.compile(r"(<\?xml[^>]*?encoding\s*=\s*)([\"'])([^\"']*)\2")
_UTF_16 = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0?\0": "utf-16-le",
    b"\0<\0?": "utf-16-be",
}
_ALREADY = ("", "utf-8", "utf8")


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes of an element: `<w:t>` is `start` to `inner`, all of it `start` to `end`."""

    start: int
    inner: int
    end: int
    is_empty: bool
    """Whether it is one tag, `<w:p/>`."""


@dataclass(frozen=True, slots=True)
class Change:
    """Bytes that take the place of those from `start` to `end`."""

    start: int
    end: int
    new: bytes


class Source:
    """One part: its bytes, its tree, and where in the bytes each element of the tree is."""

    def __init__(self, content: bytes):
        self.content = in_utf8(content)
        self.root: Element = read_xml(self.content)
        marks = _marks(self.content)
        self._marks = dict(zip(self.root.iter("*"), marks, strict=True))

    def span(self, element: Element) -> Span:
        """Where an element of the tree stands."""
        start, last = self._marks[element]
        found = _start_tag.match(self.content, start)
        if found is None:
            raise ValueError(f"no tag begins at byte {start}")
        inner = found.end()
        if self.content[inner - 2 : inner] == b"/>":
            return Span(start, inner, inner, True)
        return Span(start, inner, self.content.index(b">", last) + 1, False)

    def closing(self, element: Element) -> int:
        """Where the closing tag of an element begins; it must have one."""
        return self._marks[element][1]

    def changed(self, changes: Iterable[Change]) -> bytes:
        """The part with the changes, which must not overlap; all else byte for byte."""
        pieces: list[bytes] = []
        done = 0
        for change in sorted(changes, key=lambda change: (change.start, change.end)):
            if change.start < done:
                raise ValueError(f"changes overlap at byte {change.start}")
            pieces += [self.content[done : change.start], change.new]
            done = change.end
        return b"".join([*pieces, self.content[done:]])


def in_utf8(content: bytes) -> bytes:
    """The part in UTF-8, as nearly all are; Word reads UTF-16 and the old encodings too.

    Raises ValueError where the bytes are not in the encoding that they say they are in.
    """
    encoding = _UTF_16.get(content[:2]) or _UTF_16.get(content[:4])
    if encoding is None:
        declared = _declared_encoding.search(content[:200].decode("ascii", "replace"))
        encoding = declared[3].lower() if declared is not None else ""
        if encoding in _ALREADY:
            return content
    try:
        text = content.decode(encoding)
    except LookupError as error:
        raise ValueError(str(error)) from None
    return _declared_encoding.sub(r"\1\2UTF-8\2", text, count=1).encode()


def _marks(content: bytes) -> list[tuple[int, int]]:
    """Where each element begins and where its closing tag does, in document order."""
    parser = expat.ParserCreate()
    marks: list[tuple[int, int]] = []
    waiting: list[int] = []

    def begin(_name: str, _attributes: dict[str, str]) -> None:
        waiting.append(len(marks))
        marks.append((parser.CurrentByteIndex, 0))

    def end(_name: str) -> None:
        number = waiting.pop()
        marks[number] = marks[number][0], parser.CurrentByteIndex

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.DefaultHandler = _pass_over  # with it expat leaves entities as they stand
    parser.Parse(content, True)
    return marks


def _pass_over(_text: str) -> None:
    """Comments, entities, all that is no element and no text."""

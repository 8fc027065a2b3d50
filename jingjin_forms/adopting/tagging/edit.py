"""Putting tags into a Word file: the bytes that change, and no others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from xml.sax.saxutils import escape

from jingjin_forms.adopting.tagging.controls import as_filled, rest_of_field
from jingjin_forms.page.line import Line, Piece
from jingjin_forms.page.spans import Change, Source
from jingjin_forms.word.docx.location import TEXT, Element, W

_FIELD, _BREAK = f"{W}fldChar", f"{W}br"
_OF_REVISION = frozenset(
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "specVanish", "rStyle")
)


@dataclass(frozen=True, slots=True)
class Put:
    """A tag in place of the characters of a line from `start` to `end`."""

    line: Line
    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """What becomes of some characters of one piece."""

    start: int
    end: int
    tag: str
    is_behind: bool = False
    """Whether a tag that takes no character's place stands behind the piece, not before it."""

    @property
    def replaces(self) -> bool:
        return self.end > self.start


def changes_of(source: Source, puts: Iterable[Put]) -> list[Change]:
    """What changes in a part."""
    by_line: dict[Line, list[Put]] = {}
    for put in puts:
        by_line.setdefault(put.line, []).append(put)
    changes: dict[tuple[int, int], Change] = {}
    for line, of_line in by_line.items():
        for change in _in_line(source, line, sorted(of_line, key=lambda p: (p.start, p.end))):
            changes[change.start, change.end] = change
    return list(changes.values())


def _in_line(source: Source, line: Line, puts: list[Put]) -> Iterator[Change]:
    cuts: dict[int, list[_Cut]] = {}
    alone: list[str] = []
    for put in puts:
        found = list(_cuts_of(line, put))
        if not found:
            alone.append(put.tag)
        for number, cut in found:
            cuts.setdefault(number, []).append(cut)
    for number, of_piece in cuts.items():
        yield from _in_piece(source, line.pieces[number], of_piece)
    if alone:
        yield _new_run(source, line, "".join(alone))


def _cuts_of(line: Line, put: Put) -> Iterator[tuple[int, _Cut]]:
    """The pieces that a tag changes, by their number; none where it needs a run of its own.

    The tag goes into the piece where its blank begins; the others lose what is replaced.
    """
    if put.end <= put.start:
        number = _neighbour(line, put.start)
        if number is not None:
            begin = _starts(line)[number]
            at = min(max(0, put.start - begin), len(line.pieces[number].text))
            yield number, _Cut(at, at, put.tag, is_behind=put.start > begin)
        return
    tag = put.tag
    for number, (begin, piece) in enumerate(zip(_starts(line), line.pieces, strict=True)):
        start, end = max(put.start, begin) - begin, min(put.end - begin, len(piece.text))
        if start < end:
            yield number, _Cut(start, end, tag)
            tag = ""


def _starts(line: Line) -> list[int]:
    return [0, *accumulate(len(piece.text) for piece in line.pieces)][:-1]


def _neighbour(line: Line, position: int) -> int | None:
    """The piece that a tag between two characters joins: that of the words before it.

    Behind a legacy box it is the next one, if there is any: what stands inside the box's field is
    not printed. At the beginning it is the first piece.
    """
    if not line.owners:
        return len(line.pieces) - 1 if line.pieces else None
    before = line.owners[max(0, position - 1)][0]
    if position == 0 or line.pieces[before].element.tag != _FIELD:
        return before
    return line.owners[position][0] if position < len(line.owners) else None


def _in_piece(source: Source, piece: Piece, cuts: list[_Cut]) -> Iterator[Change]:
    span = source.span(piece.element)
    replacing = [cut for cut in cuts if cut.replaces]
    if piece.element.tag == TEXT:
        yield Change(span.start, span.end, text_element(_with_cuts(piece.written, cuts)))
    else:
        front = b"".join(text_element(c.tag) for c in cuts if not c.replaces and not c.is_behind)
        behind = b"".join(text_element(c.tag) for c in cuts if not c.replaces and c.is_behind)
        new = _replaced(source, piece, replacing)
        yield Change(span.start, span.end, front + new + behind)
        if replacing and piece.element.tag == _FIELD:
            yield from rest_of_field(source, piece.element)
    if piece.control is not None and any(cut.tag or cut.replaces for cut in cuts):
        yield from as_filled(source, piece)


def _with_cuts(text: str, cuts: list[_Cut]) -> str:
    pieces: list[str] = []
    done = 0
    for cut in cuts:
        pieces += [text[done : cut.start], cut.tag]
        done = max(done, cut.end)
    return "".join([*pieces, text[done:]])


def _replaced(source: Source, piece: Piece, cuts: list[_Cut]) -> bytes:
    """What takes the place of a piece that is no text: a symbol, a legacy box, a tab or break.

    A tag never stands in an attribute: Word would not open the template.
    """
    span = source.span(piece.element)
    own = source.content[span.start : span.end]
    if not cuts:
        return own
    tag = "".join(cut.tag for cut in cuts)
    kept = own if _is_page_break(piece.element) else b""
    return (text_element(tag) if tag else b"") + kept


def _is_page_break(element: Element) -> bool:
    return element.tag == _BREAK and element.get(f"{W}type") in ("page", "column")


def text_element(text: str) -> bytes:
    """A `w:t` whose spaces are kept."""
    inside = escape(text, {"\r": "&#13;"})
    return f'<w:t xml:space="preserve">{inside}</w:t>'.encode()


def _new_run(source: Source, line: Line, tag: str) -> Change:
    """A run of its own in a paragraph that has no text, looking as typed text would."""
    run = b"<w:r>" + _looks(source, line.element) + text_element(tag) + b"</w:r>"
    span = source.span(line.element)
    if span.is_empty:
        head = source.content[span.start : span.inner - 2].rstrip()
        return Change(span.start, span.end, head + b">" + run + b"</w:p>")
    closing = source.closing(line.element)
    return Change(closing, closing, run)


def _looks(source: Source, paragraph: Element) -> bytes:
    """The properties of the paragraph's mark, as far as they are those of typed text."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return b""
    kept = [
        source.content[(span := source.span(child)).start : span.end]
        for child in properties.iterchildren("*")
        if child.tag not in _OF_REVISION
    ]
    return b"<w:rPr>" + b"".join(kept) + b"</w:rPr>" if kept else b""


def loop_row(tag: str, columns: int) -> bytes:
    """A row that holds nothing but a tag, as wide as the table."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="0" w:type="auto"/>{span}</w:tcPr>'
    text = text_element(tag).decode()
    return f"<w:tr><w:tc>{properties}<w:p><w:r>{text}</w:r></w:p></w:tc></w:tr>".encode()

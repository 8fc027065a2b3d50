"""Putting tags into a Word file: the bytes that change, and no others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from jingjin_forms.page.line import Line, Piece, checkbox_of
from jingjin_forms.page.spans import Change, Source
from jingjin_forms.word.location import TEXT, Element, W

_W14_VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
_SYMBOL, _FIELD = f"{W}sym", f"{W}fldChar"


@dataclass(frozen=True, slots=True)
class Put:
    """A tag in place of the characters of a line from `start` to `end`."""

    line: Line
    start: int
    end: int
    tag: str
    attribute: str = ""
    """The tag where it stands in an attribute, of a symbol or a legacy box."""


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
    if not line.pieces:
        yield _new_run(source, line, "".join(put.tag for put in puts))
        return
    starts: list[int] = []
    position = 0
    for piece in line.pieces:
        starts.append(position)
        position += len(piece.text)
    new_text: dict[int, list[tuple[int, int, str]]] = {}
    for put in puts:
        first = _piece_for(line, starts, put)
        for n in range(first, len(line.pieces)):
            begin, end = starts[n], starts[n] + len(line.pieces[n].text)
            if n > first and begin >= put.end:
                break
            cut = max(put.start, begin) - begin, min(put.end, end) - begin
            if n > first and cut[0] >= cut[1]:
                continue
            new_text.setdefault(n, []).append((*cut, put.tag if n == first else ""))
            if n == first and put.attribute:
                new_text[n] = [(*cut, put.attribute)]
    for n, cuts in new_text.items():
        yield from _in_piece(source, line.pieces[n], cuts)


def _piece_for(line: Line, starts: list[int], put: Put) -> int:
    """The piece that a tag goes into: where its blank begins, or the words before it end."""
    if put.end > put.start:
        return line.owners[put.start][0]
    at = put.start - 1 if put.start else 0
    return line.owners[at][0] if line.owners else len(starts) - 1


def _in_piece(source: Source, piece: Piece, cuts: list[tuple[int, int, str]]) -> Iterator[Change]:
    span = source.span(piece.element)
    if piece.element.tag == TEXT:
        text, done, pieces = piece.written, 0, list[str]()
        for start, end, tag in cuts:
            pieces += [text[done:start], tag]
            done = max(done, end)
        yield Change(span.start, span.end, text_element("".join([*pieces, text[done:]])))
        if piece.control is not None:
            yield from _plain_control(source, piece)
    elif piece.element.tag == _SYMBOL:
        tag = "".join(tag for *_, tag in cuts)
        font = piece.element.get(f"{W}font") or ""
        new = f'<w:sym w:font="{escape(font)}" w:char="{_attribute(tag)}"/>'
        yield Change(span.start, span.end, new.encode() if tag else b"")
    elif piece.element.tag == _FIELD:
        tag = "".join(tag for *_, tag in cuts)
        yield from _ticked_field(source, piece, tag)
    else:  # a tab or a line break
        tags = [tag for *_, tag in cuts if tag]
        kept = source.content[span.start : span.end] if all(s >= e for s, e, _ in cuts) else b""
        before = b"".join(text_element(tag) for tag in tags)
        yield Change(span.start, span.end, kept + before)


def text_element(text: str) -> bytes:
    """A `w:t` whose spaces are kept."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'.encode()


def _attribute(tag: str) -> str:
    return tag.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _ticked_field(source: Source, piece: Piece, tag: str) -> Iterator[Change]:
    assert piece.control is not None
    box = piece.control.find(f"{W}checkBox")
    assert box is not None
    said = box.find(f"{W}checked")
    said = box.find(f"{W}default") if said is None else said
    if said is not None:
        name = said.tag.rpartition("}")[2]
        span = source.span(said)
        yield Change(span.start, span.end, f'<w:{name} w:val="{_attribute(tag)}"/>'.encode())


def _plain_control(source: Source, piece: Piece) -> Iterator[Change]:
    """What is filled into a content control is no longer its grey invitation."""
    control = piece.control
    assert control is not None
    showing = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if showing is not None:
        span = source.span(showing)
        yield Change(span.start, span.end, b"")
    style = piece.run.find(f"{W}rPr/{W}rStyle")
    if showing is not None and style is not None:
        span = source.span(style)
        yield Change(span.start, span.end, b"")


def ticked_control(source: Source, piece: Piece, tag: str) -> Iterator[Change]:
    """The state of a content control that is a box, beside the box it shows."""
    box = checkbox_of(piece.control) if piece.control is not None else None
    state = None if box is None else next((e for e in box if e.tag.endswith("}checked")), None)
    if state is not None:
        span = source.span(state)
        old = source.content[span.start : span.end].decode()
        value = state.get(_W14_VALUE)
        if value is not None and f'"{value}"' in old:
            new = old.replace(f'"{value}"', f'"{_attribute(tag)}"', 1)
            yield Change(span.start, span.end, new.encode())


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
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    if properties is None:
        return b""
    span = source.span(properties)
    text = source.content[span.start : span.end]
    if any(mark in text for mark in (b"<w:ins ", b"<w:del ", b"rPrChange", b"<w:vanish", b"Placeholder")):
        return b""
    return text


def loop_row(tag: str, columns: int) -> bytes:
    """A row that holds nothing but a tag, as wide as the table."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="0" w:type="auto"/>{span}</w:tcPr>'
    text = text_element(tag).decode()
    return f"<w:tr><w:tc>{properties}<w:p><w:r>{text}</w:r></w:p></w:tc></w:tr>".encode()

"""Content controls and the form fields of old Word files: what changes in them with their text."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree

from jingjin_forms.page.line import Piece, checkbox_of
from jingjin_forms.page.spans import Change, Source
from jingjin_forms.word.location import Element, W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_GREY = frozenset(("808080", "7f7f7f", "a6a6a6", "666666"))
_of_style = (f"{W}rStyle", f"{W}color")
_CHECKED_GLYPH = f"{_W14}checkedState"


def as_filled(source: Source, piece: Piece) -> Iterator[Change]:
    """What is filled into a content control is no longer its grey invitation.

    Neither is it tied to data elsewhere in the file, which Word would show in place of the text.
    """
    properties = None if piece.control is None else piece.control.find(f"{W}sdtPr")
    if properties is None:
        return
    showing = properties.find(f"{W}showingPlcHdr")
    gone = [child for child in properties.iterchildren("{*}dataBinding")]
    if showing is not None:
        gone.append(showing)
        looks = piece.run.find(f"{W}rPr")
        gone += [] if looks is None else [e for e in looks.iterchildren(*_of_style) if _is_grey(e)]
    for element in gone:
        span = source.span(element)
        yield Change(span.start, span.end, b"")


def _is_grey(element: Element) -> bool:
    return element.tag == f"{W}rStyle" or (element.get(f"{W}val") or "").lower() in _GREY


def ticked_field(source: Source, piece: Piece, tag: str) -> Iterator[Change]:
    """The state of a legacy box, which is its own where it has one, else that it begins with."""
    box = None if piece.control is None else piece.control.find(f"{W}checkBox")
    if box is None:
        return
    said = box.find(f"{W}checked")
    said = box.find(f"{W}default") if said is None else said
    if said is not None:
        name = etree.QName(said).localname
        span = source.span(said)
        yield Change(span.start, span.end, _valued(name, tag))
        return
    new = _valued("checked", tag)
    span = source.span(box)
    if span.is_empty:
        head = source.content[span.start : span.inner - 2].rstrip()
        yield Change(span.start, span.end, head + b">" + new + b"</w:checkBox>")
    else:
        closing = source.closing(box)
        yield Change(closing, closing, new)


def _valued(name: str, tag: str) -> bytes:
    return f'<w:{name} w:val="{_quoted(tag)}"/>'.encode()


def _quoted(tag: str) -> str:
    return escape(tag, {'"': "&quot;"})


def ticked_control(source: Source, piece: Piece, tag: str) -> Iterator[Change]:
    """The state of a content control that is a box, beside the box it shows."""
    box = None if piece.control is None else checkbox_of(piece.control)
    state = None if box is None else box.find(f"{_W14}checked")
    if state is None:
        return
    span = source.span(state)
    own = source.content[span.start : span.inner].decode()
    new = re.sub(
        r"(:val\s*=\s*)(?:\"[^\"]*\"|'[^']*')", lambda m: f'{m[1]}"{_quoted(tag)}"', own, count=1
    )
    if new != own:
        yield Change(span.start, span.inner, new.encode())


def ticked_glyph(control: Element | None) -> str:
    """What a content control that is a box shows when it is ticked; blank where that is unsaid."""
    box = None if control is None else checkbox_of(control)
    state = None if box is None else box.find(_CHECKED_GLYPH)
    try:
        return "" if state is None else chr(int(state.get(f"{_W14}val") or "", 16))
    except (ValueError, OverflowError):
        return ""


def list_items(control: Element | None) -> tuple[str, ...]:
    """What a drop-down offers, without the line that invites to choose; blank for all else."""
    if control is None or control.tag != f"{W}sdt":
        return ()
    items: dict[str, None] = {}
    for item in control.iterfind(f"{W}sdtPr/{W}dropDownList/{W}listItem"):
        value = item.get(f"{W}value") or ""
        shown = item.get(f"{W}displayText") or value
        if value.strip() and shown.strip():
            items[shown] = None
    return tuple(items)

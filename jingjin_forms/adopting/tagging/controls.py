"""Content controls and the form fields of old Word files: what changes in them with their text."""

from collections.abc import Iterator

from jingjin_forms.page.line import Piece, checkbox_of
from jingjin_forms.page.spans import Change, Source
from jingjin_forms.word.docx.location import PARAGRAPH, Element, W
from jingjin_forms.word.docx.plain_xml import W14

_GREY = frozenset(("808080", "7f7f7f", "a6a6a6", "666666"))
_of_style = (f"{W}rStyle", f"{W}color")
_OF_FIELD = (f"{W}fldChar", f"{W}instrText")
_CHECKED_GLYPH = f"{W14}checkedState"


def as_filled(source: Source, piece: Piece) -> Iterator[Change]:
    """What is filled into a content control is no longer its grey invitation.

    Neither is it tied to data elsewhere in the file, which Word would show in place of the text,
    nor a box that Word ticks at a click: the tag says what is ticked.
    """
    properties = None if piece.control is None else piece.control.find(f"{W}sdtPr")
    if properties is None:
        return
    showing = properties.find(f"{W}showingPlcHdr")
    gone = [child for child in properties.iterchildren("{*}dataBinding", f"{W14}checkbox")]
    if showing is not None:
        gone.append(showing)
        looks = piece.run.find(f"{W}rPr")
        gone += [] if looks is None else [e for e in looks.iterchildren(*_of_style) if _is_grey(e)]
    for element in gone:
        span = source.span(element)
        yield Change(span.start, span.end, b"")


def _is_grey(element: Element) -> bool:
    return element.tag == f"{W}rStyle" or (element.get(f"{W}val") or "").lower() in _GREY


def rest_of_field(source: Source, begin: Element) -> Iterator[Change]:
    """A legacy box whose beginning has become text loses the rest of its field."""
    paragraph = next(begin.iterancestors(PARAGRAPH))
    following = paragraph.iter(*_OF_FIELD)
    depth = 0
    for element in following:
        if element is not begin and not depth:
            continue
        kind = element.get(f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if element is not begin:
            span = source.span(element)
            yield Change(span.start, span.end, b"")
        if not depth:
            return


def ticked_glyph(control: Element | None) -> str:
    """What a content control that is a box shows when it is ticked; blank where that is unsaid."""
    box = None if control is None else checkbox_of(control)
    state = None if box is None else box.find(_CHECKED_GLYPH)
    try:
        return "" if state is None else chr(int(state.get(f"{W14}val") or "", 16))
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

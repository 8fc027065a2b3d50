"""A paragraph as one line of text, each character knowing the element it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from jingjin_forms.page.glyphs import EMPTY, TICKED, is_symbol_font, shown_as, symbol
from jingjin_forms.word.docx.location import PARAGRAPH, TEXT, Element, Place, W
from jingjin_forms.word.docx.plain_xml import FALLBACK, W14

_RUN, _TAB, _BREAK, _RETURN = (f"{W}{name}" for name in ("r", "tab", "br", "cr"))
_SYMBOL, _HYPHEN, _PLACED_TAB = (f"{W}{name}" for name in ("sym", "noBreakHyphen", "ptab"))
_PRINTED = {_TAB: "\t", _PLACED_TAB: "\t", _HYPHEN: "-", _BREAK: "\n", _RETURN: "\n"}
_CHECK_BOX, _TEXT_INPUT = f"{W}checkBox", f"{W}textInput"
_FIELD, _CONTROL = f"{W}fldChar", f"{W}sdt"
_EQUATION = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object", _EQUATION)
_OFF = ("0", "false", "off", "none")
_GONE = (f"{W}del", f"{W}moveFrom", f"{W}rt", FALLBACK)
"""Taken out, moved away, the reading over a ruby's base, and what stands a second time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one element of a run prints."""

    element: Element
    text: str
    """As it is read: a box of some symbol font is □."""
    written: str
    """The characters as they stand in the file."""
    run: Element
    underlined: bool
    font: str
    """That of symbols which the run has; blank for any other."""
    control: Element | None = None
    """The content control (`w:sdt`) or the data of the legacy field (`w:ffData`) it belongs to."""


class Line:
    """A paragraph: what of it is printed, hidden text left out."""

    def __init__(self, element: Element, place: Place):
        self.element = element
        self.place = place
        self.pieces = tuple(_pieces(element))
        self.text = "".join(piece.text for piece in self.pieces)

    @cached_property
    def owners(self) -> list[tuple[int, int]]:
        """Of each character of `text` its piece and its place in the piece."""
        return [(n, i) for n, piece in enumerate(self.pieces) for i in range(len(piece.text))]

    @cached_property
    def underlined(self) -> str:
        """Of each character `_` where it is underlined, else a space."""
        return "".join(("_" if p.underlined else " ") * len(p.text) for p in self.pieces)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is printed."""
        return not self.text.strip() and not self.has_picture

    @cached_property
    def has_picture(self) -> bool:
        return any(True for _ in self.element.iter(*_PICTURES))

    def piece_at(self, position: int) -> Piece:
        """What prints the character there."""
        return self.pieces[self.owners[position][0]]

    def __repr__(self) -> str:
        return f"Line({self.text!r})"


def _pieces(paragraph: Element) -> Iterator[Piece]:
    fields: list[_Field] = []
    around = _control_around(paragraph)
    for run in paragraph.iter(_RUN):
        if not _is_of(run, paragraph):
            continue
        looks = _Looks(run)
        control = next(run.iterancestors(_CONTROL, PARAGRAPH), None)
        if control is None or control.tag == PARAGRAPH:
            control = around
        for child in run:
            if child.tag == _FIELD:
                box = _followed(fields, child)
                if box is not None and not looks.hidden:
                    shown = TICKED if _is_checked(box) else EMPTY
                    yield Piece(child, shown, "", run, looks.underlined, "", box)
            elif not looks.hidden and (read := _read(child, looks.font)) is not None:
                data = fields[-1].data if fields and fields[-1].in_result else None
                owner = control if data is None else data
                yield Piece(child, *read, run, looks.underlined, looks.font, owner)


def _read(element: Element, font: str) -> tuple[str, str] | None:
    """What an element of a run prints, as it is read and as it is written; None for nothing."""
    if element.tag == TEXT:
        written = element.text or ""
        return shown_as(written, font), written
    if element.tag == _SYMBOL:
        return symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or ""), ""
    printed = _PRINTED.get(str(element.tag))
    return None if printed is None else (printed, printed)


def _is_of(run: Element, paragraph: Element) -> bool:
    """Whether the run is the paragraph's own, not of a text box in it, and is printed."""
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag == PARAGRAPH or ancestor.tag in _GONE:
            return False
    return False


def _control_around(paragraph: Element) -> Element | None:
    """The content control that holds this paragraph and nothing else, or the cell of it."""
    control = next(paragraph.iterancestors(_CONTROL), None)
    if control is None:
        return None
    first, *others = islice(control.iter(PARAGRAPH), 2)
    return control if first is paragraph and not others else None


@dataclass(slots=True)
class _Field:
    """A field that has begun; `data` is that of a form field which is typed into."""

    data: Element | None
    in_result: bool = False


def _followed(fields: list[_Field], mark: Element) -> Element | None:
    """Keep the open fields as a mark says; returns the data of a box to tick that begins here."""
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        data = mark.find(f"{W}ffData")
        box = data is not None and data.find(_CHECK_BOX) is not None
        text = data is not None and data.find(_TEXT_INPUT) is not None
        fields.append(_Field(data if text else None))
        return data if box else None
    if fields and kind == "separate":
        fields[-1].in_result = True
    elif fields and kind == "end":
        fields.pop()
    return None


def _is_checked(data: Element) -> bool:
    said = data.find(f"{_CHECK_BOX}/{W}checked")
    return _is_on(data.find(f"{_CHECK_BOX}/{W}default") if said is None else said)


def _is_on(element: Element | None) -> bool:
    return element is not None and (element.get(f"{W}val") or "1") not in _OFF


class _Looks:
    """What the properties of a run say of its text."""

    def __init__(self, run: Element):
        self.underlined = self.hidden = False
        self.font = ""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return
        self.underlined = _is_on(properties.find(f"{W}u"))
        self.hidden = _is_on(properties.find(f"{W}vanish"))
        fonts = properties.find(f"{W}rFonts")
        if fonts is not None:
            named = (fonts.get(f"{W}{k}") or "" for k in ("ascii", "hAnsi", "eastAsia", "cs"))
            self.font = next(filter(is_symbol_font, named), "")


def checkbox_of(control: Element) -> Element | None:
    """The `w14:checkbox` of a content control that is a box to tick."""
    return control.find(f"{W}sdtPr/{W14}checkbox")

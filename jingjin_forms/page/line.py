"""A paragraph as one line of text, each character knowing the element it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jingjin_forms.page.glyphs import is_symbol_font, shown_as, symbol
from jingjin_forms.word.location import PARAGRAPH, TEXT, Element, Place, W

_RUN, _TAB, _BREAK, _RETURN = (f"{W}{name}" for name in ("r", "tab", "br", "cr"))
_SYMBOL, _HYPHEN, _SOFT = (f"{W}{name}" for name in ("sym", "noBreakHyphen", "softHyphen"))
_FIELD_DATA, _CHECK_BOX, _TEXT_INPUT = (f"{W}{n}" for n in ("ffData", "checkBox", "textInput"))
_FIELD, _CONTROL = f"{W}fldChar", f"{W}sdt"
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
_GONE = (f"{W}del", f"{W}moveFrom")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BOX, TICKED = "□", "☑"


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
    hidden: bool
    control: Element | None = None
    """The content control or legacy field it belongs to."""


class Line:
    """A paragraph."""

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
    field: Element | None = None
    in_result = False
    for run in paragraph.iter(_RUN):
        if not _is_of(run, paragraph):
            continue
        looks = _Looks(run)
        control = next((a for a in run.iterancestors(_CONTROL, PARAGRAPH)), None)
        if control is not None and control.tag == PARAGRAPH:
            control = None
        for child in run:
            tag = child.tag
            if tag == _FIELD:
                kind = child.get(f"{W}fldCharType")
                if kind == "begin":
                    field, in_result = _form_field(child), False
                    if field is not None and field.find(_CHECK_BOX) is not None:
                        shown = TICKED if _is_checked(field) else BOX
                        yield Piece(child, shown, "", run, looks.underlined, False, field)
                elif kind == "separate":
                    in_result = True
                else:
                    field = None
                continue
            owner = field if field is not None and in_result else control
            if tag == TEXT:
                written = child.text or ""
                text = shown_as(written, looks.font)
                yield Piece(child, text, written, run, looks.underlined, looks.hidden, owner)
            elif tag in (_TAB, _BREAK, _RETURN, _HYPHEN):
                text = "\t" if tag == _TAB else "-" if tag == _HYPHEN else "\n"
                yield Piece(child, text, text, run, looks.underlined, looks.hidden, owner)
            elif tag == _SYMBOL:
                text = symbol(child.get(f"{W}font") or "", child.get(f"{W}char") or "")
                yield Piece(child, text, "", run, looks.underlined, looks.hidden, owner)


def _is_of(run: Element, paragraph: Element) -> bool:
    """Whether the run is the paragraph's own, not of a text box in it, and not deleted."""
    for ancestor in run.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag == PARAGRAPH or ancestor.tag in _GONE:
            return False
    return False


def _form_field(begin: Element) -> Element | None:
    data = begin.find(_FIELD_DATA)
    if data is None or (data.find(_CHECK_BOX) is None and data.find(_TEXT_INPUT) is None):
        return None
    return data


def _is_checked(data: Element) -> bool:
    box = data.find(_CHECK_BOX)
    assert box is not None
    said = box.find(f"{W}checked")
    said = box.find(f"{W}default") if said is None else said
    return said is not None and said.get(f"{W}val", "1") not in ("0", "false", "off")


class _Looks:
    """What the properties of a run say of its text."""

    def __init__(self, run: Element):
        properties = run.find(f"{W}rPr")
        self.underlined = self.hidden = False
        self.font = ""
        if properties is None:
            return
        under = properties.find(f"{W}u")
        self.underlined = under is not None and under.get(f"{W}val", "single") != "none"
        hidden = properties.find(f"{W}vanish")
        self.hidden = hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off")
        fonts = properties.find(f"{W}rFonts")
        if fonts is not None:
            named = (fonts.get(f"{W}{k}") or "" for k in ("ascii", "hAnsi", "eastAsia", "cs"))
            self.font = next(filter(is_symbol_font, named), "")


def checkbox_of(control: Element) -> Element | None:
    """The `w14:checkbox` of a content control that is a box to tick."""
    return control.find(f"{W}sdtPr/{_W14}checkbox")

"""Tags as they stand in the paragraphs of a file, with the elements of Word that hold them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jingjin_forms.lint.styles import is_on
from jingjin_forms.word.docx.location import PARAGRAPH, Element, Place, W, part_title, places
from jingjin_forms.word.docx.plain_xml import FALLBACK
from jingjin_forms.word.language.part_source import parse_part

_TEXT, _DELETED, _TAB, _BREAK, _FIELD = (
    f"{W}{name}" for name in ("t", "delText", "tab", "br", "fldChar")
)
_RUN = f"{W}r"
_GONE = (f"{W}del", f"{W}moveFrom")
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True, slots=True)
class Typed:
    """One tag of a paragraph."""

    paragraph: "Paragraph"
    text: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        return self.paragraph.place

    @property
    def is_output(self) -> bool:
        """Whether it prints something: `{{ … }}`."""
        return self.text.startswith("{{")

    @property
    def before(self) -> str:
        """What is printed in front of it, in its paragraph."""
        return self.paragraph.text[: self.start]

    @property
    def after(self) -> str:
        """What is printed behind it, in its paragraph."""
        return self.paragraph.text[self.end :]

    @property
    def pieces(self) -> list[Element]:
        """The texts, tabs and breaks that it is made of."""
        return self.paragraph.pieces_of(self.start, self.end)


class Paragraph:
    """A paragraph and the tags in it."""

    def __init__(self, element: Element, place: Place, *, deleted: bool = False):
        self.element, self.place = element, place
        self.is_deleted = deleted
        """Whether this is the text that somebody has deleted with the changes tracked."""
        self._owners: list[Element] = []
        texts: list[str] = []
        for piece, text in _pieces(element, deleted=deleted):
            texts.append(text)
            self._owners += [piece] * len(text)
        self.text = "".join(texts)

    @cached_property
    def tags(self) -> list[Typed]:
        """Its complete tags, from left to right."""
        return [Typed(self, m[0], *m.span()) for m in TAGS.finditer(self.text)]

    def pieces_of(self, start: int, end: int) -> list[Element]:
        """The elements that hold a stretch of the text."""
        return list(dict.fromkeys(self._owners[start:end]))


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A part of the file as it is typed."""

    name: str
    root: Element
    paragraphs: list[Paragraph]
    deleted: list[Paragraph]

    @property
    def title(self) -> str:
        return part_title(self.name)

    def tags(self) -> Iterator[Typed]:
        """Every tag that is not deleted; of a text box stored twice those of the newer copy."""
        for paragraph in self.paragraphs:
            if next(paragraph.element.iterancestors(FALLBACK), None) is None:
                yield from paragraph.tags


def typed_part(name: str, content: bytes) -> TypedPart:
    """The part, read paragraph by paragraph."""
    root = parse_part(content)
    place_of: Mapping[Element, Place] = dict(places(root, part_title(name)))
    elements = [p for p in root.iter(PARAGRAPH) if p in place_of]
    paragraphs = [Paragraph(p, place_of[p]) for p in elements]
    gone = (Paragraph(p, place_of[p], deleted=True) for p in elements if _has_deleted(p))
    return TypedPart(name, root, paragraphs, [p for p in gone if p.text])


def _has_deleted(paragraph: Element) -> bool:
    return next(paragraph.iter(*_GONE), None) is not None


def _pieces(paragraph: Element, *, deleted: bool) -> Iterator[tuple[Element, str]]:
    """The paragraph's own texts: neither those of a text box in it, nor (unless asked for) what
    has been deleted."""
    for piece in paragraph.iter(_TEXT, _DELETED, _TAB, _BREAK, f"{W}cr"):
        run = piece.getparent()
        if run is None or run.tag != _RUN:
            continue
        around = next(a for a in run.iterancestors(PARAGRAPH, *_GONE))
        is_gone = around.tag != PARAGRAPH or piece.tag == _DELETED
        owner = around if around.tag == PARAGRAPH else next(around.iterancestors(PARAGRAPH), None)
        if is_gone == deleted and owner is paragraph:
            is_text = piece.tag in (_TEXT, _DELETED)
            yield piece, (piece.text or "") if is_text else "\t" if piece.tag == _TAB else "\n"


def fields_inside(tag: Typed) -> bool:
    """Whether a field of Word begins, divides or ends between the tag's first and last letter."""
    pieces = tag.pieces
    inside = False
    for element in tag.paragraph.element.iter(_TEXT, _TAB, _BREAK, _FIELD):
        if element is pieces[0]:
            inside = True
        elif element is pieces[-1]:
            return False
        elif inside and element.tag == _FIELD:
            return True
        if len(pieces) == 1 and inside:
            return False
    return False


def is_hidden(run: Element, hidden_styles: frozenset[str]) -> bool:
    """Whether Word neither shows nor prints a run."""
    properties = run.find(f"{W}rPr")
    own = None if properties is None else properties.find(f"{W}vanish")
    if own is not None:
        return is_on(own)
    styles = [run.find(f"{W}rPr/{W}rStyle")]
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    if paragraph is not None:
        styles.append(paragraph.find(f"{W}pPr/{W}pStyle"))
    return any(s is not None and s.get(f"{W}val") in hidden_styles for s in styles)

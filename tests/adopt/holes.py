"""Blanks put together by hand, their template, and what it prints."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.hole import Box, Hole, HoleList
from jingjin_forms.adopting.tagging.proof import faulty_holes, template_of
from jingjin_forms.adopting.tagging.tagging import Tagged, tagged
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page, read_page
from jingjin_forms.word.language.fact_filters import BLANK
from jingjin_forms.word.template import CompiledTemplate
from tests.helpers import parts
from tests.page.parts import part
from tests.word.build import docx

NAME = "word/document.xml"
_PARTS = parts(docx("<w:p/>"))


class Form:
    """A document with blanks, by hand."""

    def __init__(self, *body: str):
        self.page: Page = read_page(NAME, part(*body))
        self.lines: Sequence[Line] = self.page.lines
        self.holes: list[Hole] = []

    def line(self, text: str, number: int = 0) -> Line:
        """The line of this text."""
        return [line for line in self.lines if line.text == text][number]

    def blank(
        self, line: Line, printed: str, name: str, kind: Kind = Kind.LINE, **more: Any
    ) -> Hole:
        """What is printed in a line becomes a blank; nothing for the line's end."""
        start = line.text.index(printed) if printed else len(line.text)
        hole = Hole(kind, line, start, start + len(printed), name=name, **more)
        self.holes.append(hole)
        return hole

    def choice(self, name: str, *boxes: tuple[Line, int, str], several: bool = False) -> Hole:
        found = [Box(*box) for box in boxes]
        line, at, _ = boxes[0]
        hole = Hole(Kind.CHOICE, line, at, at + 1, boxes=found, several=several, name=name)
        self.holes.append(hole)
        return hole

    def rows(self, table: int, first: int, count: int, name: str) -> HoleList:
        return HoleList(self.page.grids[table], first, count, name=name)

    def tagged(self) -> Tagged:
        return tagged(self.page, self.holes)

    def faulty(self) -> dict[str, str]:
        """By name what the proof does not let pass."""
        found = faulty_holes("表.docx", _PARTS, {self.page: self.tagged()})
        return {hole.name: why for hole, why in found.items()}

    def printed(self, facts: Mapping[str, Any] | None = None) -> list[str]:
        """What the template prints, line by line; what is not given is blank."""
        return [line.text for line in self.filled(facts or {}).shown()]

    def filled(self, facts: Mapping[str, Any]) -> Page:
        template = template_of("表.docx", {**_PARTS, NAME: self.tagged().content})
        blank = dict.fromkeys(template.variables, BLANK)
        return filled_part(template, NAME, {**blank, **facts})


def filled_part(template: CompiledTemplate, name: str, facts: Mapping[str, Any]) -> Page:
    """One part as the filled template has it."""
    with ZipFile(BytesIO(template.render(facts))) as archive:
        return read_page(name, archive.read(name))

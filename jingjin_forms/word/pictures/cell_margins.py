"""How much of a cell's width lies between its borders and its text."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.plain_xml import read_xml, twips_of
from jingjin_forms.word.docx.style_line import STYLES, style_line

_USUAL = 108  # twips on either side, Word's own


class Margins(NamedTuple):
    """In twips; None where nothing is said."""

    left: int | None = None
    right: int | None = None

    def over(self, other: "Margins") -> "Margins":
        """What these say, and where they are silent the other."""
        left, right = (a if a is not None else b for a, b in zip(self, other, strict=True))
        return Margins(left, right)

    @property
    def together(self) -> int:
        """Of both sides."""
        return sum(_USUAL if side is None else side for side in self)


class CellMargins:
    """The margins of cells, by what they say themselves, their table, or its style."""

    def __init__(self, contents: Mapping[str, bytes]):
        self._content = contents.get(STYLES)

    @cached_property
    def _styles(self) -> dict[str, Element]:
        """By their ids; read when there is a table."""
        found = () if self._content is None else read_xml(self._content).iterfind(f"{W}style")
        return {s.get(f"{W}styleId", ""): s for s in found if s.get(f"{W}type") == "table"}

    @cached_property
    def _default(self) -> str:
        defaults = (n for n, s in self._styles.items() if s.get(f"{W}default") in ("1", "true"))
        return next(defaults, "")

    def of_table(self, table: Element) -> Margins:
        """Those of the cells that say nothing themselves."""
        properties = next(table.iterchildren(f"{W}tblPr"), None)
        named = None if properties is None else properties.find(f"{W}tblStyle")
        margins = _said(properties, "tblCellMar")
        name = "" if named is None else named.get(f"{W}val", "")
        for style in style_line(self._styles, name if name in self._styles else self._default):
            margins = margins.over(_said(style.find(f"{W}tblPr"), "tblCellMar"))
        return margins


def margins_of(cell: Element) -> Margins:
    """What a cell says itself."""
    return _said(cell.find(f"{W}tcPr"), "tcMar")


def _said(properties: Element | None, name: str) -> Margins:
    said = None if properties is None else properties.find(f"{W}{name}")
    if said is None:
        return Margins()
    # Newer files say where a line starts and ends, which is left and right in Chinese.
    left = _first(said.find(f"{W}left"), said.find(f"{W}start"))
    return Margins(left, _first(said.find(f"{W}right"), said.find(f"{W}end")))


def _first(*sides: Element | None) -> int | None:
    known = (
        twips_of(side, "w")
        for side in sides
        if side is not None and side.get(f"{W}type", "dxa") == "dxa"
    )
    return next((margin for margin in known if margin is not None), None)

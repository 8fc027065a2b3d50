"""A table as its blanks are worked out: its grid, its heads, and the words around it."""

import re
from dataclasses import dataclass
from functools import cached_property

from jingjin_forms.adopting.finding.cell_kinds import is_answer, is_fill, is_label_cell, mark_units
from jingjin_forms.adopting.finding.digits import Digits, digits_of
from jingjin_forms.adopting.finding.heads import Heads
from jingjin_forms.adopting.finding.words import is_role, is_seal, label_of, squeezed
from jingjin_forms.page.grid import Cell, Grid

_SOMEONE = re.compile(r"(?:人|者|師|長|員|主任)$")
_PARTY = re.compile(r"^(?:[甲乙丙]方.*|出租人|承租人|出借人|借用人|保證人|委託人|受託人)$")
_FEW = 10
_PLAIN_SECTION = re.compile(
    r"^.{0,3}(?:基本|个人|個人)?(?:資料|资料|情况|信息|資訊).{0,2}$|^(?:以下|本欄).*$|^.{9,}$"
)
_CAPTION = re.compile(
    r"^(?:照片|圖片?|相片)?[一二三四五六七八九十\d]{0,2}(?:之)?(?:說明|內容)?[：:]\s*$"
)


@dataclass(frozen=True)
class Table:
    """What is asked of a table while its blanks are found."""

    grid: Grid
    heads: Heads
    above: tuple[str, ...]
    """The words over the table: its caption, the section of the page."""
    digits: tuple[Digits, ...] = ()
    """The amounts that are written one digit to a cell."""

    @classmethod
    def of(cls, grid: Grid, above: list[str]) -> "Table":
        mark_units(grid)
        digits = tuple(digits_of(grid))
        heads = {head for amount in digits for head in amount.heads}
        for head in heads:
            head.is_unit = False  # 元 over its digit
        return cls(grid, Heads(grid, heads), tuple(above), digits)

    def around(self, cell: Cell, label: Cell | None) -> list[str]:
        """Wider and wider: the sections of a cell, and what stands over the table."""
        return [*self.over_both(cell, label), *self.heads.sections(cell, label), *self.above]

    def over_both(self, cell: Cell, label: Cell | None) -> list[str]:
        """借出 over 「日期｜＿」 and 歸還 over the next 「日期｜＿」."""
        if label is None or label.end != cell.column:
            return []
        for row in range(label.row - 1, -1, -1):
            at = self.grid.at.get((row, label.column))
            if at is not None and (at.column, at.end) == (label.column, cell.end):
                shown = self.grid.covering(row)
                return [at.text] if len(shown) > 1 and all(map(is_label_cell, shown)) else []
        return []

    def first_words(self) -> list[str]:
        """The words a table begins with: 案由一."""
        first = self.grid.cells[0]
        return [first.text] if is_label_cell(first) and first.rows < len(self.grid.rows) else []

    def person_of_row(self, cell: Cell) -> list[str]:
        """負責人 of a row 「負責人｜＿｜職稱｜＿｜電話｜＿」."""
        words = [c for c in self.grid.row(cell.row) if is_label_cell(c)]
        if len(words) < 2 or words[0] is self.grid.left_of(cell):
            return []
        if self.grid.right_of(words[0]) is words[1] and is_fill(cell):
            return [words[0].text]  # 校長｜姓名｜＿
        return [words[0].text] if _SOMEONE.search(label_of(words[0].text)) else []

    def party_above(self, label: Cell | None) -> list[str]:
        """甲方 of the labels below it in its column, where another party stands beside it."""
        at = label
        while at is not None and at.row and label is not None and label.row - at.row < _FEW:
            at = self.grid.at.get((at.row - 1, at.column))
            if at is None or not is_label_cell(at) or at.columns != label.columns:
                return []
            if _PARTY.match(label_of(at.text)):
                beside = [c for c in self.grid.covering(at.row) if _PARTY.match(label_of(c.text))]
                return [at.text] if len(beside) > 1 else []
        return []

    def is_about_someone(self, head: Cell) -> bool:
        """Whether the row over some heads says whom they are about: 填表人："""
        title = self.grid.covering(head.row - 1) if head.row else []
        return len(title) == 1 and bool(_SOMEONE.search(label_of(title[0].text)))

    def own_section(self, cell: Cell, label: Cell | None) -> str:
        """The words of several rows left of a cell that say whose its facts are; blank for
        基本資料 and its like."""
        section = next(iter(self.heads.beside(cell, label)), "")
        plain = _PLAIN_SECTION.match(label_of(section.replace("\n", "")))
        return "" if plain else section

    def holds_labels(self, label: Cell, cell: Cell) -> bool:
        """Whether a label stands for rows that mostly have labels of their own where `cell` is."""
        if label.rows <= cell.rows or label.end != cell.column:
            return False
        rows = range(label.row, label.last_row + 1)
        beside = (self.grid.at.get((row, label.end)) for row in rows)
        return any(c is not None and is_label_cell(c) and c.columns == cell.columns for c in beside)

    def answers_beside(self, cell: Cell, label: Cell | None) -> list[Cell]:
        """The cells to fill that follow the same label in the row."""
        found: list[Cell] = []
        at = self.grid.at.get((cell.row, label.end)) if label is not None else None
        while at is not None and (is_fill(at) or is_answer(at)):
            found.append(at)
            at = self.grid.at.get((cell.row, at.end))
        return found

    def is_crossing(self, cell: Cell, head: Cell | None, label: Cell | None) -> bool:
        """Whether what a cell asks is told by its row and its column both."""
        if head is None or label is None or label.row > cell.row:
            return False
        shown = [c for c in self.grid.covering(head.row) if is_label_cell(c)]
        has_columns = self.heads.of(label) is not None and len(shown) > 2
        is_below = cell.row > head.last_row
        return len(self.answers_beside(cell, label)) > 1 or (has_columns and is_below)

    def label_above(self, cell: Cell) -> Cell | None:
        """The words right above a cell, when they have no room of their own."""
        above = self.grid.above(cell)
        if above is None or not is_label_cell(above) or above.columns != cell.columns:
            return None
        right = self.grid.right_of(above)
        return None if right is not None and right.row == above.row and is_fill(right) else above

    def label_below(self, cell: Cell) -> Cell | None:
        """The words below a cell, where a row of nothing but words ends the table."""
        under = self.grid.under(cell)
        if under is None or under.columns != cell.columns:
            return None
        last = self.grid.covering(under.row)
        is_last = under.last_row == len(self.grid.rows) - 1 and len(last) > 1
        has_words = any(map(is_label_cell, self.grid.covering(cell.row)))
        return under if is_last and not has_words and all(map(is_label_cell, last)) else None

    def is_row_of_roles(self, label: str) -> bool:
        """Whether all that is asked beside a role is asked of roles."""
        return squeezed(label) in self._beside_roles

    @cached_property
    def _beside_roles(self) -> frozenset[str]:
        """The words of the rows in which roles alone stand."""
        found: set[str] = set()
        for row in range(len(self.grid.rows)):
            words = [c for c in self.grid.covering(row) if is_label_cell(c)]
            if len(words) > 1 and all(is_role(c.text) or is_seal(c.text) for c in words):
                found.update(squeezed(cell.text) for cell in self.grid.row(row))
        return frozenset(found)

    def caption_below(self, cell: Cell) -> str:
        """What stands under the room for a picture: 照片一; 照片 and its number for 「說明：」."""
        if not self._has_caption(cell):
            return ""
        under = self.grid.under(cell)
        label = label_of(re.split("[：:]", under.text)[0]) if under is not None else ""
        if label != "說明":
            return label.removesuffix("說明")
        return f"照片{self._pictures[cell]}" if cell in self._pictures else ""

    @cached_property
    def _pictures(self) -> dict[Cell, int]:
        """The rooms for pictures, each with its number."""
        pictures = (c for c in self.grid.cells if c.is_empty and self._has_caption(c))
        return {cell: number for number, cell in enumerate(pictures, 1)}

    def _has_caption(self, cell: Cell) -> bool:
        under = self.grid.under(cell)
        return (
            under is not None
            and under.columns == cell.columns
            and _CAPTION.match(under.text.strip()) is not None
        )

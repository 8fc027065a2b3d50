"""The blanks of a table."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jingjin_forms.adopt.blank import Kind
from jingjin_forms.adopt.heads import (
    Heads,
    is_answer,
    is_example,
    is_fill,
    is_label_cell,
    is_seal_label,
    is_unit_cell,
    mark_units,
)
from jingjin_forms.adopt.hole import Hole, HoleList
from jingjin_forms.adopt.in_text import holes_of
from jingjin_forms.adopt.surroundings import Surroundings
from jingjin_forms.adopt.lists import Rows, lists_of
from jingjin_forms.adopt.ticks import groups_of, hole_of
from jingjin_forms.adopt.words import is_label, is_of_several, is_role, is_seal, label_of, squeezed
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.line import Line

_ROOM = 1000  # twentieths of a point: a row as high as two lines and a half
_sum = re.compile(
    r"^(?:總分|總平均|小計|合計|總計|總和|共計|總額|經費合計|合計金額|總計金額|總金額)(?:[（(].*)?$"
)
_not_summed = re.compile(r"單價|數量|單位|項目|名稱|日期|編號|項次|簽|蓋|單據|憑證")
_total = re.compile(r"^(?:總價|總金額)$")
_words = re.compile(r"說明|評語|備註|用途|備考|附註")
_someone = re.compile(r"(?:人|者|師|長|員)$")
_plain_section = re.compile(
    r"^.{0,3}(?:基本|个人|個人)?(?:資料|资料|情况|信息|資訊).{0,2}$|^(?:以下|本欄).*$|^.{9,}$"
)
_caption = re.compile(
    r"^(?:照片|圖片?|相片)?[一二三四五六七八九十\d]{0,2}(?:之)?(?:說明|內容)?[：:]\s*$"
)
_no_room = re.compile(r"^(?:備註|附註|說明|註)[：:].{6,}|^\d+[.、]|小計|合計|總計|以下空白")


class TableHoles:
    """Works out the blanks of one table."""

    def __init__(self, grid: Grid, above: list[str]):
        self.grid = grid
        self.above = above
        """The words over the table: its caption, the section of the page."""
        mark_units(grid)
        self.heads = Heads(grid)

    def find(self) -> list[Hole]:
        """All of them, in the order of the cells."""
        found: list[Hole] = []
        done: set[Cell] = set()
        for rows in lists_of(self.grid, self.heads):
            found += self._of_list(rows)
            for row in range(rows.first, rows.first + rows.count):
                done.update(c for c in self.grid.row(row) if row > rows.first or c in rows.cells)
        for hole, cells in self._columns(done):
            found.append(hole)
            done.update(cells)
        for row in range(len(self.grid.rows)):
            for group in groups_of([c for c in self.grid.row(row) if c not in done], self.heads):
                found.append(self._of_ticks(group))
                done.update(cell for cell, _ in group)
        for cell in self.grid.cells:
            if cell not in done and not is_example(self.grid, cell.row):
                found += self._of_cell(cell)
        return found

    def _of_list(self, rows: Rows) -> Iterator[Hole]:
        grid, first = self.grid, rows.cells[0]
        section = self.heads.sections(first, None)
        listed = HoleList(grid, rows.first, rows.count, around=[*section, *self.above])
        head = self.heads.of(first)
        title = self.heads.title_above(head.row) if head is not None else ""
        listed.label = (section or [title] or [""])[0] or title
        ticked: set[Cell] = set()
        for group in groups_of(rows.cells, self.heads):
            head = self.heads.of(group[0][0])
            upper = self.heads.upper(head) if head is not None else None
            hole = hole_of(group, upper.text if upper else "")
            hole.of_list = listed
            ticked.update(cell for cell, _ in group)
            yield hole
        for cell in rows.cells:
            if cell in ticked:
                continue
            if cell in rows.numbers:
                line = next(line for line in cell.lines if line.text.strip())
                begin = len(line.text) - len(line.text.lstrip())
                listed.numbered.append((line, begin, begin + len(line.text.strip())))
                continue
            head = self.heads.of(cell)
            label = head.text if head is not None else ""
            upper = self.heads.upper(head) if head is not None else None
            for hole in self._filled_in(cell, label, Kind.LIST):
                hole.of_list = listed
                if upper is not None and is_seal(upper.text):
                    hole.kind = Kind.SEAL
                hole.upper = upper.text if upper is not None else ""
                yield hole

    def _columns(self, done: set[Cell]) -> Iterator[tuple[Hole, list[Cell]]]:
        """Rows that ask the same of several things side by side, without heads: label, room, room."""
        run: list[tuple[Cell, list[Cell]]] = []
        for number in range(len(self.grid.rows) + 1):
            row = self._label_and_room(number, done) if number < len(self.grid.rows) else None
            if row and run and [c.column for c in row[1]] != [c.column for c in run[-1][1]]:
                yield from self._listed_columns(run)
                run = []
            if row:
                run.append(row)
            else:
                yield from self._listed_columns(run)
                run = []

    def _label_and_room(self, number: int, done: set[Cell]) -> tuple[Cell, list[Cell]] | None:
        cells = self.grid.row(number)
        if len(cells) < 3 or not is_label_cell(cells[0]) or any(c in done for c in cells):
            return None
        room = cells[1:]
        if not all(
            c.is_empty and c.rows == 1 and c.lines and self.heads.of(c) is None for c in room
        ):
            return None
        return cells[0], room

    def _listed_columns(
        self, run: list[tuple[Cell, list[Cell]]]
    ) -> Iterator[tuple[Hole, list[Cell]]]:
        if len(run) < 3:
            return
        first = run[0][0]
        listed = HoleList(self.grid, first.row, len(run[0][1]), is_columns=True, around=self.above)
        listed.label = self.heads.title_above(first.row) or first.text
        for label, room in run:
            hole = Hole(
                Kind.RIGHT, room[0].lines[0], 0, len(room[0].lines[0].text), label=label.text
            )
            hole.of_list, hole.repeats = listed, [cell.lines[0] for cell in room[1:]]
            yield hole, room

    def _of_ticks(self, group: list[tuple[Cell, str]]) -> Hole:
        first = group[0][0]
        label = self.heads.row_label(first)
        head = self.heads.of(first)
        upper = self.heads.upper(head) if head is not None else None
        hole = hole_of(group, label.text if label is not None else upper.text if upper else "")
        hole.around = [*self.heads.sections(first, label), *self.above]
        return hole

    def _of_cell(self, cell: Cell) -> list[Hole]:
        if cell.has_table:
            return self._of_words(cell)
        if is_fill(cell):
            return list(self._of_empty(cell))
        return self._of_words(cell)

    def _of_empty(self, cell: Cell) -> Iterator[Hole]:
        label, head = self.heads.label_of(cell), self.heads.of(cell)
        if self.heads.is_head_row(cell.row) and label is None and head is None:
            return  # the corner of a table
        if label is not None and self._is_section(label, cell):
            return  # room in a column of labels
        if label is not None and _sum.match(squeezed(label.text)) and head is not None:
            yield from self._of_sum(cell, label, head)
            return
        left = self.grid.left_of(cell)
        around = [*self.heads.sections(cell, label), *self.above]
        sections = self.heads.beside(cell, label)
        beside = [c for c in self._row_of_answers(cell, label)]
        is_next = left is not None and left is label
        right = self.grid.right_of(cell)
        is_pair = is_next and right is not None and is_label_cell(right) and right.row == cell.row
        if (
            not is_pair
            and label is not None
            and head is not None
            and label.row <= cell.row
            and (len(beside) > 1 or self._has_other_columns(cell, head, label))
        ):
            label = self.heads.row_label(cell) or label
            around = [*self.heads.sections(cell, label), *self.above]
            kind, words, row = Kind.GRID, head.text, label.text
        elif label is not None and is_next:
            kind, words, row = Kind.RIGHT, label.text, ""
        elif head is not None:
            kind, words, row = Kind.BELOW, head.text, ""
        elif (up := self._label_above(cell)) is not None:
            kind, words, row = Kind.BELOW, up.text, ""
        elif label is not None:
            kind, words, row = Kind.LONE, label.text, ""
        else:
            kind, words, row = Kind.LONE, "", ""
        upper = self.heads.upper(head) if head is not None else None
        caption = self._caption_below(cell) if kind in (Kind.LONE, Kind.BELOW) else ""
        if caption:
            kind, words = Kind.LONE, caption
        else:
            around = [*self._person_of_row(cell), *around, *self._first_words()]
        for hole in self._filled_in(cell, words, kind):
            hole.around = around
            hole.upper = upper.text if upper is not None else ""
            if kind is Kind.GRID:
                hole.around, hole.is_grid = [row, *around], True
            elif kind is Kind.BELOW and upper is not None:
                hole.around = [upper.text, *around]
            elif (kind is Kind.BELOW and head is not None and self._is_about_someone(head)) or (sections and not _plain_section.match(label_of(sections[0].replace("\n", "")))):
                hole.is_part = True
            yield hole

    def _first_words(self) -> list[str]:
        """The words a table begins with: 案由一."""
        first = self.grid.cells[0]
        return [first.text] if is_label_cell(first) and first.rows < len(self.grid.rows) else []

    def _person_of_row(self, cell: Cell) -> list[str]:
        """負責人 of a row 「負責人｜＿｜職稱｜＿｜電話｜＿」."""
        words = [c for c in self.grid.row(cell.row) if is_label_cell(c)]
        first = words[0] if len(words) > 1 else None
        is_other = first is not None and first is not self.grid.left_of(cell)
        return [first.text] if first and is_other and _someone.search(label_of(first.text)) else []

    def _caption_below(self, cell: Cell) -> str:
        """What stands under the room for a picture: 照片一； 照片 and its number for 「說明：」."""
        under = self.grid.under(cell)
        if under is None or under.columns != cell.columns or not _caption.match(under.text.strip()):
            return ""
        label = label_of(re.split("[：:]", under.text)[0])
        if label != "說明":
            return label.removesuffix("說明")
        pictures = [
            c
            for c in self.grid.cells
            if c.is_empty and (u := self.grid.under(c)) and _caption.match(u.text.strip())
        ]
        return f"照片{pictures.index(cell) + 1}"

    def _is_about_someone(self, head: Cell) -> bool:
        """Whether the row over some heads says whom they are about: 填表人："""
        title = self.grid.covering(head.row - 1) if head.row else []
        return len(title) == 1 and bool(_someone.search(label_of(title[0].text)))

    def _of_sum(self, cell: Cell, label: Cell, head: Cell) -> Iterator[Hole]:
        """The amount of a row of sums; its other cells stay empty."""
        beside = {c: self.heads.of(c) for c in self._row_of_answers(cell, label)}
        asked = [
            c for c, h in beside.items() if h is None or not _not_summed.search(label_of(h.text))
        ]
        amounts = [c for c in asked if (h := beside[c]) is None or not _words.search(h.text)]
        is_one = cell in amounts and (len(amounts) == 1 or bool(_total.match(label_of(head.text))))
        if cell in asked:
            for hole in self._filled_in(cell, label.text if is_one else head.text, Kind.GRID):
                hole.is_grid = not is_one
                upper = self.heads.upper(head)
                hole.upper = upper.text if upper is not None and not is_one else ""
                hole.around = [
                    *([label.text] if hole.is_grid else []),
                    *self.heads.sections(cell, label),
                    *self.above,
                ]
                yield hole

    def _is_section(self, label: Cell, cell: Cell) -> bool:
        """Whether a label stands for rows that mostly have labels of their own."""
        if label.rows <= cell.rows or label.end != cell.column:
            return False
        beside = [
            self.grid.at.get((row, label.end)) for row in range(label.row, label.last_row + 1)
        ]
        return any(c is not None and is_label_cell(c) and c.columns == cell.columns for c in beside)

    def _row_of_answers(self, cell: Cell, label: Cell | None) -> list[Cell]:
        """The cells to fill that follow the same label in the row."""
        if label is None:
            return []
        found: list[Cell] = []
        at = self.grid.at.get((cell.row, label.end))
        while at is not None and (is_fill(at) or is_answer(at)):
            found.append(at)
            at = self.grid.at.get((cell.row, at.end))
        return found

    def _has_other_columns(self, cell: Cell, head: Cell, label: Cell) -> bool:
        """Whether what the head asks of this row it asks of several rows, beside other columns."""
        corner = self.heads.of(label)
        shown = [c for c in self.grid.covering(head.row) if is_label_cell(c)]
        return corner is not None and len(shown) > 2 and cell.row > head.last_row

    def _label_above(self, cell: Cell) -> Cell | None:
        above = self.grid.above(cell)
        if above is None or not is_label_cell(above) or above.columns != cell.columns:
            return None
        right = self.grid.right_of(above)
        return None if right is not None and right.row == above.row and is_fill(right) else above

    def _filled_in(self, cell: Cell, label: str, kind: Kind) -> Iterator[Hole]:
        """What a cell to fill asks for: the cell itself, or the slots that stand in it."""
        several = is_of_several(label)
        if not is_fill(cell):
            there = Surroundings(label, [], True, True)
            for hole in holes_of(cell.lines, there):
                hole.several = hole.several or several
                hole.label = hole.label if label_of(hole.label) else label
                yield hole
            return
        if not cell.lines:
            return
        line = cell.lines[0]
        hole = Hole(kind, line, 0, 0, label=label)
        if is_unit_cell(cell):
            line = next(line for line in cell.lines if line.text.strip())
            lead = len(line.text) - len(line.text.lstrip())
            hole = Hole(Kind.UNIT if kind is not Kind.LIST else kind, line, 0, lead, label=label)
            hole.unit = squeezed(line.text).strip("()（）")
        elif line.text:  # white space only
            hole.end = len(line.text)
        if is_seal(label) or (is_role(label) and self._is_row_of_roles(cell, label)):
            hole.kind = Kind.SEAL
        yield hole

    def _is_row_of_roles(self, cell: Cell, label: str) -> bool:
        """Whether all that is asked beside a role is asked of roles."""
        heads = [c for c in self.grid.cells if squeezed(c.text) == squeezed(label)]
        for head in heads:
            words = [c for c in self.grid.covering(head.row) if is_label_cell(c)]
            if len(words) > 1 and all(is_role(c.text) or is_seal(c.text) for c in words):
                return True
        return False

    def _of_words(self, cell: Cell) -> list[Hole]:
        """The blanks within a cell that says something."""
        right, under = self.grid.right_of(cell), self.grid.under(cell)
        followed = right is not None and is_fill(right) and right.row <= cell.row <= right.last_row
        heads_rows = under is not None and self.heads.is_head_row(under.row)
        label, head = self.heads.label_of(cell), self.heads.of(cell)
        around = [*self.heads.sections(cell, label), *self.above]
        ends_open = (
            not followed and not (heads_rows and len(cell.lines) == 1) and not cell.has_table
        )
        above = self.grid.above(cell)
        is_caption = above is not None and is_fill(above) and above.columns == cell.columns
        is_single = sum(bool(line.text.strip()) for line in cell.lines) == 1
        if ends_open and is_single and not is_caption and under is not None:
            ends_open = not (is_fill(under) and under.columns == cell.columns)
        named = label or head
        there = Surroundings("", around, ends_open, True)
        beside = self._row_of_answers(cell, label)
        is_grid = (
            label is not None
            and head is not None
            and (len(beside) > 1 or self._has_other_columns(cell, head, label))
        )
        left = self.grid.left_of(cell)
        is_beside = left is not None and is_label_cell(left) and not heads_rows
        if is_beside and left is not None and re.search(r"[：:]\s*$", left.text):
            is_beside = False  # which asks for something itself
        if not is_beside and left is not None and re.search(r"[：:]\s*$", left.text):
            named = head
        if named is not None and (is_beside or not is_label_cell(cell)):
            there.label = head.text if is_grid and head is not None else named.text
            if is_grid and label is not None:
                there.around = [label.text, *around]
        found = holes_of(cell.lines, there)
        if (
            is_caption
            and above is not None
            and len(found) == 1
            and (caption := self._caption_below(above))
        ):
            found[0].label, found[0].around, found[0].is_part = "說明", [caption], True
            return found
        sections = self.heads.beside(cell, label)
        for hole in found:
            own = label_of(hole.label)
            if not own:
                hole.label = there.label
                hole.is_grid = is_grid
            elif there.label and hole.owner is None:
                hole.around = [there.label, *hole.around]
            if (
                not own
                and sections
                and not is_grid
                and not _plain_section.match(label_of(sections[0].replace("\n", "")))
            ):
                hole.around = [sections[0], *hole.around]
                hole.is_part = True
        trailing = self._room_below(cell)
        if (
            not found
            and label is not None
            and trailing is not None
            and self._is_answered_below(cell, followed)
        ):
            return [
                Hole(Kind.ROOM, trailing, 0, len(trailing.text), label=label.text, around=around)
            ]
        if not found and self._has_room(cell, followed, under):
            found = [self._room(cell)]
            found[0].around = around
        return found

    def _is_answered_below(self, cell: Cell, followed: bool) -> bool:
        """Whether a cell right of its label holds only a hint, with room under it."""
        left = self.grid.left_of(cell)
        return left is not None and is_label_cell(left) and left.row <= cell.row and not followed

    def _room_below(self, cell: Cell) -> Line | None:
        """The first empty line below the words of a cell."""
        if cell.has_table or any(line.has_picture for line in cell.lines):
            return None
        last = max((n for n, line in enumerate(cell.lines) if line.text.strip()), default=-1)
        return cell.lines[last + 1] if last + 1 < len(cell.lines) else None

    def _has_room(self, cell: Cell, followed: bool, under: Cell | None) -> bool:
        text = cell.text
        if followed or cell.has_table or self.heads.is_head_row(cell.row) or _no_room.search(text):
            return False
        right = self.grid.right_of(cell)
        if right is not None and right.row == cell.row and not is_label_cell(right):
            return False
        if (
            not is_label(text.split("\n")[0], 30)
            or (self.heads.label_of(cell) is not None
            and not cell.lines[-1].is_empty)
        ):
            pass
        if cell.columns * 2 < self.grid.width and right is not None and is_fill(right):
            return False
        height = sum(self.grid.height_of(r) for r in range(cell.row, cell.last_row + 1))
        words = [line for line in cell.lines if line.text.strip()]
        trailing = (
            len(cell.lines) - 1 - max(n for n, line in enumerate(cell.lines) if line.text.strip())
        )
        if any(picture.has_picture for picture in cell.lines):
            return False
        roomy = trailing >= 1 or height >= _ROOM + 300 * (len(words) - 1)
        if not roomy or len(words) > 3:
            return False
        if trailing == 0 and cell.columns * 3 < self.grid.width * 2:
            return False
        return is_label(label_of(words[0].text), 30)

    def _room(self, cell: Cell) -> Hole:
        last = max(n for n, line in enumerate(cell.lines) if line.text.strip())
        label = cell.text.split("\n")[0]
        kind = Kind.SEAL if is_seal_label(label) else Kind.ROOM
        if last + 1 < len(cell.lines):
            line = cell.lines[last + 1]
            return Hole(kind, line, 0, len(line.text), label=label)
        line = cell.lines[last]
        return Hole(kind, line, len(line.text), len(line.text), label=label, is_new_line=True)


def copy_of(hole: Hole) -> Hole:
    return replace(hole)

"""All the blanks of a page, in the order a reader meets them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jingjin_forms.adopt.blank import Kind
from jingjin_forms.adopt.hole import Hole
from jingjin_forms.adopt.in_table import holes_of_table
from jingjin_forms.adopt.in_text import holes_of
from jingjin_forms.adopt.surroundings import Surroundings
from jingjin_forms.adopt.odf import Placeholder
from jingjin_forms.adopt.words import BOXES, is_label, is_office, is_role, label_of
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page

_last_hand = re.compile(
    r"^(?:填表人|製表人|填表者|訪視人員|輔導教師|轉介人|審查人|核准|派車|紀錄人?|紀錄者|承诺人)$"
)
_party = re.compile(
    r"(?:甲方|乙方|丙方|保證人|立[據書約切]人|立切結書人|借款人|委託人|受託人|申請者)$"
)
_listing = re.compile(r"(?:印領清冊|清冊|名冊|名單|通訊錄|清單|明細表|一覽表)$")
_copy = re.compile(r"(?:存根|收執|回執|第[一二三四]|報核|通知)聯[）)】]?$")
_salute = re.compile(r"^(?:此致|敬致|謹致|致|親愛的|敬啟|敬愛的|.*您好).*")
_section_mark = re.compile(
    r"[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|[【■●◎◆]"
)


def find_holes(page: Page, placeholders: Sequence[Placeholder] = ()) -> list[Hole]:
    """Every blank of a part, without names.

    `placeholders` are the texts that the file itself marks as to be replaced.
    """
    found: list[Hole] = []
    inner: dict[Cell, list[Grid]] = {}
    for grid in page.grids:
        if grid.parent is not None:
            inner.setdefault(grid.parent, []).append(grid)
    section = ""
    blocks = page.blocks
    runs = [(is_text, list(run)) for is_text, run in groupby(blocks, lambda b: isinstance(b, Line))]
    for number, (is_text, run) in enumerate(runs):
        if not is_text:
            for grid in run:
                assert isinstance(grid, Grid)
                found += _of_grid(grid, [section] if section else [], inner)
                last = grid.covering(len(grid.rows) - 1)
                if (
                    len(last) == 1
                    and _section_mark.match(last[0].text)
                    and is_label(last[0].text, 30)
                ):
                    section = last[0].text  # the heading of the table below
            continue
        lines = [line for line in run if isinstance(line, Line)]
        table_follows = number + 1 < len(runs)
        found += holes_of(lines, Surroundings("", [section] if section else [], not table_follows))
        asking = {hole.line for hole in found}
        plain = [line for line in lines if line not in asking]
        section = _caption(plain, section, is_top=number == 0)
    _sign_off(found)
    _note_before(page, found)
    _name_copies(page, found)
    _name_parties(found)
    _name_lists_by_title(page, found)
    return found


def _name_copies(page: Page, holes: Sequence[Hole]) -> None:
    """What a 存根聯 asks, its 收執聯 asks again."""
    order = {line: number for number, line in enumerate(page.shown())}
    begins = [n for line, n in order.items() if _copy.search(line.text.strip())]
    if len(begins) < 2:
        return
    of_copy: list[list[Hole]] = [[] for _ in begins]
    for hole in holes:
        number = sum(begin <= order.get(hole.line, -1) for begin in begins) - 1
        if number >= 0 and hole.of_list is None:
            of_copy[number].append(hole)
    first = [(label_of(h.label), h.kind) for h in of_copy[0]]
    for copy in of_copy[1:]:
        if first and [(label_of(h.label), h.kind) for h in copy] == first:
            for hole, original in zip(copy, of_copy[0], strict=True):
                hole.copy_of = original


def _name_parties(holes: Sequence[Hole]) -> None:
    """What is asked of 甲方 and of 乙方 alike is told apart by whom it is asked of."""
    of_party: dict[str, list[Hole]] = {}
    party, last = "", None
    for hole in holes:
        label = label_of(hole.label)
        starts = (
            label_of(hole.line.text).startswith(label)
            or label_of(hole.line.text[: hole.start]) == label
        )
        if hole.line.place.table or hole.boxes or not starts:
            party = ""
            continue
        if _party.search(label):
            party, last = label, hole
        elif party and hole.kind is not Kind.DATE and last is not None:
            of_party.setdefault(party, []).append(hole)
    asked = [{label_of(hole.label) for hole in group} for group in of_party.values()]
    for number, group in enumerate(of_party.values()):
        others = set().union(*asked[:number], *asked[number + 1 :])
        if asked[number] & others:
            for hole in group:
                hole.around, hole.is_part = [list(of_party)[number]], True


def _name_lists_by_title(page: Page, holes: Sequence[Hole]) -> None:
    """The only list of a 通訊錄 is one, if nothing else says what it lists."""
    lists = {hole.of_list for hole in holes if hole.of_list is not None}
    title = next((line.text for line in page.shown() if line.text.strip()), "")
    found = _listing.search("".join(title.split()))
    for listed in lists:
        if found and len(lists) == 1 and not listed.label and not any(listed.around):
            listed.label = found[0]


def _may_sign(hole: Hole) -> bool:
    return hole.kind is Kind.SEAL or (not hole.boxes and is_office(hole.label))


def _signs(hole: Hole) -> bool:
    return hole.kind is Kind.SEAL or is_role(hole.label)


def _note_before(page: Page, holes: Sequence[Hole]) -> None:
    """What stands before each blank in its cell or paragraph."""
    above: dict[Line, str] = {}
    for grid in page.grids:
        for cell in grid.cells:
            said = ""
            for line in cell.lines:
                above[line] = said
                said += line.text
    for hole in holes:
        text = above.get(hole.line, "") + hole.line.text[: hole.start]
        hole.before = "".join(c for c in text if not c.isspace() and c not in f"_＿{BOXES}")


def _sign_off(holes: list[Hole]) -> None:
    """The offices at the foot of a form, or side by side, sign it: nobody types there."""
    for hole in reversed(holes):
        if hole.kind not in (Kind.SEAL, Kind.DATE) and not (
            is_role(hole.label) or _last_hand.search(label_of(hole.label))
        ):
            break
        if hole.kind is not Kind.DATE and not hole.boxes:
            hole.kind = Kind.SEAL
    rows: dict[object, list[Hole]] = {}
    for hole in holes:
        place = hole.line.place
        if hole.of_list is None and hole.kind is not Kind.DATE:
            row = (place.part, place.table, place.row) if place.table else hole.line
            rows.setdefault(row, []).append(hole)
    for row in rows.values():
        if len(row) > 1 and all(map(_may_sign, row)) and any(map(_signs, row)):
            for hole in row:
                hole.kind = Kind.SEAL


def _of_grid(grid: Grid, above: list[str], inner: dict[Cell, list[Grid]]) -> Iterator[Hole]:
    yield from holes_of_table(grid, above)
    for cell in grid.cells:
        for table in inner.get(cell, ()):
            label = grid.left_of(cell)
            words = [text for text in (cell.text, label.text if label else "") if text.strip()]
            yield from _of_grid(table, [*[w.split("\n")[-1] for w in words], *above], inner)


def _caption(lines: Sequence[Line], before: str, is_top: bool) -> str:
    """The words that stand over what follows: the last heading of some lines.

    At the top of a form its title is none.
    """
    titles = [line for line in lines if line.text.strip()][:3] if is_top else []
    for line in reversed(lines):
        text = line.text.strip()
        if (
            text
            and not _salute.match(text)
            and is_label(text, 30)
            and not any(box in text for box in BOXES)
        ):
            if _section_mark.match(text) or text.endswith(("：", ":")) or line not in titles:
                return text if label_of(text) else before
    return before

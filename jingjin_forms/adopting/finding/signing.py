"""Who signs or seals a form by hand, as only what stands around a blank tells: it stays empty."""

import re
from collections.abc import Iterator, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import is_office, is_role, is_seal, label_of, squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.page import Page

_LAST_HAND = re.compile(
    r"^(?:填表人|製表人|填表者|訪視人員|輔導教師|轉介人|審查人|核准|派車|紀錄人?|紀錄者|承诺人)$"
)
_ATTENDS = re.compile(r"(?:代表|[紀記][錄录]人?|見證人|法定代理人)$")
"""Who signs below others that do."""
_GUARDIAN = re.compile(r"^(?:法定代理人|監護人)")
_ANSWERS_CALLS = re.compile(r"承辦|經辦|業務|聯絡")
"""Whose name is typed where a telephone number follows."""
_BY_HAND = re.compile(r"請(?:務必|均|由?本人)*(?:親自|親筆|本人)?(?:簽名|簽章|蓋章)")
_SOMEONE = re.compile(r"(?:[人員者長]|主任|主管|代表|[會主]計|出納)$")
_STEM = re.compile(r"^(.{2,4})(?:人員?|者)$")


def leave_to_sign(page: Page, holes: list[Hole]) -> None:
    """Nobody types where a form is signed: its foot, offices side by side, and those below them."""
    _leave_foot(holes)
    rows = _rows(holes)
    for row in rows:
        side_by_side = len(row) > 1 and all(map(_may_sign, row)) and any(map(_signs, row))
        if side_by_side or _is_sign_off(row):
            _leave(row)
        _leave_beside_its_day(row, holes)
    _leave_below_seals(rows)
    _leave_guardians(page, holes)
    _leave_as_told(page, holes)


def _leave(holes: Sequence[Hole]) -> None:
    for hole in holes:
        hole.kind = Kind.SEAL


def _leave_foot(holes: Sequence[Hole]) -> None:
    for hole in reversed(holes):
        if hole.kind not in (Kind.SEAL, Kind.DATE) and not (
            is_role(hole.label) or _LAST_HAND.search(label_of(hole.label))
        ):
            break
        if hole.kind is not Kind.DATE and not hole.boxes:
            hole.kind = Kind.SEAL


def _rows(holes: Sequence[Hole]) -> list[list[Hole]]:
    """The blanks of each row of a table, or line, without its dates and lists."""
    rows: dict[object, list[Hole]] = {}
    for hole in holes:
        place = hole.line.place
        if hole.of_list is None and hole.kind is not Kind.DATE:
            row = (place.part, place.table, place.row) if place.table else hole.line
            rows.setdefault(row, []).append(hole)
    return list(rows.values())


def _leave_beside_its_day(row: Sequence[Hole], holes: Sequence[Hole]) -> None:
    """複查人員 beside 複查日期 in a row that asks nothing else."""
    if len(row) != 1 or row[0].boxes or not (stem := _stem(row[0])):
        return
    place = row[0].where
    for day in holes:
        is_beside = (day.where.part, day.where.table, day.where.row) == (
            place.part,
            place.table,
            place.row,
        )
        if day.kind is Kind.DATE and is_beside and label_of(day.label) == f"{stem}日期":
            _leave(row)


def _is_sign_off(row: Sequence[Hole]) -> bool:
    """請購人 beside 單位主管, 總務主任 and 校長, each over its cell: offices for the most part."""
    if len(row) < 3 or any(h.kind not in (Kind.BELOW, Kind.SEAL) or h.boxes for h in row):
        return False
    people = all(_SOMEONE.search(squeezed(label_of(hole.label))) for hole in row)
    return people and 2 * sum(map(_signs, row)) > len(row)


def _stem(hole: Hole) -> str:
    """複查 of 複查人員, in a table: a line of text says what was done, and who did it."""
    found = _STEM.match(squeezed(label_of(hole.label)))
    is_signer = hole.where.table and is_role(hole.label) and hole.kind is Kind.COLON
    return found[1] if found and is_signer else ""


def _leave_below_seals(rows: Sequence[Sequence[Hole]]) -> None:
    """紀錄 and 廠商代表 below 協驗人員 and 監驗人員; 經手人 below 校長 and 出納."""
    above: Sequence[Hole] = ()
    for row in rows:
        if above and _is_next(above[0], row[0]) and all(h.kind is Kind.SEAL for h in above):
            if len(row) == len(above) > 1 and all(map(_may_attend, row)):
                _leave(row)
            elif not row[0].where.table and len(above) > 1 and _signs_first(row[0]):
                _leave(row[:1])
        above = row


def _is_next(above: Hole, hole: Hole) -> bool:
    first, second = above.where, hole.where
    if (first.part, first.table) != (second.part, second.table):
        return False
    step = second.row - first.row if first.table else second.paragraph - first.paragraph
    return step == 1


def _may_attend(hole: Hole) -> bool:
    label = squeezed(label_of(hole.label))
    return _may_sign(hole) or (not hole.boxes and bool(_ATTENDS.search(label)))


def _signs_first(hole: Hole) -> bool:
    return (
        hole.kind in (Kind.COLON, Kind.LINE)
        and is_role(hole.label)
        and not _ANSWERS_CALLS.search(squeezed(hole.label))
    )


def _leave_guardians(page: Page, holes: Sequence[Hole]) -> None:
    """法定代理人 in a table that someone else signs."""
    signed = {
        (cell.lines[0].place.part, cell.lines[0].place.table)
        for grid in page.grids
        for cell in grid.cells
        if cell.lines and is_seal(cell.text)
    }
    for hole in holes:
        is_whole = hole.kind is Kind.RIGHT and (hole.where.part, hole.where.table) in signed
        if is_whole and _GUARDIAN.search(squeezed(label_of(hole.label))):
            hole.kind = Kind.SEAL


def _leave_as_told(page: Page, holes: Sequence[Hole]) -> None:
    """「委託人及受託人姓名欄請親自簽名」: what a note says is signed."""
    for told in _told_by_hand(page):
        for hole in holes:
            label = squeezed(label_of(hole.label))
            groups = [squeezed(label_of(text)) for text in hole.around if text.strip()][:1]
            is_theirs = not groups or groups[0] in told or label == told.removesuffix("欄")
            if label and told.endswith((f"{label}欄", label)) and is_theirs and not hole.boxes:
                hole.kind = Kind.SEAL


def _told_by_hand(page: Page) -> Iterator[str]:
    """What a line says before 請親自簽名: 委託人及受託人姓名欄."""
    for line in page.shown():
        if found := _BY_HAND.search(line.text):
            words = [w for w in re.split("[，。；;、]", line.text[: found.start()]) if w.strip()]
            if words and len(words[-1]) <= 24:
                yield squeezed(words[-1])


def _may_sign(hole: Hole) -> bool:
    return hole.kind is Kind.SEAL or (not hole.boxes and is_office(hole.label))


def _signs(hole: Hole) -> bool:
    return hole.kind is Kind.SEAL or is_role(hole.label)

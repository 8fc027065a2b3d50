"""What is wrong with a table, for programs: a code, the fact, and the heading or 編號."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.errors import FactsError
from jingjin_forms.tables import codes, read_table
from tests.tables.build import BUDGET, ORID, Rows, book

SCHOOL = "花蓮縣宜昌國小"
HEAD = ["編號", "學校名稱", "計畫名稱"]
LINES = ["編號", "項目", "單價", "數量"]
Told = tuple[str, tuple[str | int, ...], object]


def told(source: Any, form: Any = BUDGET) -> list[Told]:
    with pytest.raises(FactsError) as caught:
        list(read_table(source, form))
    return [(p.code, p.path, p.value) for p in caught.value.problems]


def test_headings(tmp_path: Path):
    main = [["編號", "學校名", "計畫名稱", "plan_name", "", "雜支"], [1, SCHOOL]]
    lines = [["編號", "項目名稱", "單價", "數量"], [1, "講師費"]]
    assert told(book(tmp_path / "a.xlsx", 資料=main, 經費項目=lines)) == [
        (codes.UNKNOWN_FIELD, ("學校名",), "學校名"),
        (codes.GIVEN_TWICE, ("計畫名稱",), "plan_name"),
        (codes.NO_HEADING, (), None),
        (codes.MISSING, ("學校名稱",), None),
        (codes.UNKNOWN_FIELD, ("經費項目", "項目名稱"), "項目名稱"),
        (codes.MISSING, ("經費項目", "項目"), None),
    ]


def test_sheets(tmp_path: Path):
    main, lines = [HEAD, [1, SCHOOL]], [LINES, [1, "講師費"]]
    twice = book(tmp_path / "a.xlsx", 資料=main, 經費項目=lines, lines=lines, 經費項日=lines)
    assert told(twice) == [
        (codes.GIVEN_TWICE, ("經費項目",), "lines"),
        (codes.UNKNOWN_SHEET, (), "經費項日"),
    ]
    headless = book(tmp_path / "b.xlsx", 經費項目=lines, 甲=main, 乙=main)
    assert (codes.NO_SHEET, (), None) in told(headless)
    strange = book(tmp_path / "c.xlsx", 資料=[["甲"], ["乙"]])
    assert told(strange)[0] == (codes.NO_HEADINGS, (), "甲")


@pytest.mark.parametrize(
    ("main", "lines", "found"),
    [
        ([HEAD[1:], [SCHOOL]], LINES, (codes.MISSING, ("編號",), None)),
        ([HEAD, [1, SCHOOL]], LINES[1:], (codes.MISSING, ("經費項目", "編號"), None)),
        ([HEAD, [2, SCHOOL]], LINES, (codes.NO_SUCH_ROW, ("編號",), "1")),
        ([HEAD, [1, SCHOOL], [1.0, "乙"]], LINES, (codes.GIVEN_TWICE, ("編號",), "1")),
        ([HEAD, [1, SCHOOL], [None, "乙"]], LINES, (codes.NO_NUMBER, ("編號",), None)),
    ],
)
def test_numbers(tmp_path: Path, main: Rows, lines: list[str], found: Told):
    row = [1, "講師費", 2000, 3][-len(lines) :]
    assert found in told(book(tmp_path / "a.xlsx", 資料=main, 經費項目=[lines, row]))


def test_a_row_without_its_number_in_a_list(tmp_path: Path):
    path = book(tmp_path / "a.xlsx", 資料=[HEAD, [1, SCHOOL]], 經費項目=[LINES, ["", "講師費"]])
    assert told(path) == [(codes.NO_NUMBER, ("經費項目", "編號"), None)]


def test_records(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"學校名": "甲"}\n{"學校\n3\n', encoding="utf-8")
    rows = list(read_table(tmp_path / "a.jsonl", ORID))
    assert [(p.code, p.path, p.value) for row in rows for p in row.problems] == [
        (codes.UNKNOWN_FIELD, ("學校名",), "學校名"),
        (codes.UNREADABLE, (), None),
        (codes.NOT_A_GROUP, (), "3"),
    ]
    assert told({"學校名稱": "甲"}, ORID) == [(codes.NOT_A_LIST, (), None)]


def test_the_heading_is_said_once(tmp_path: Path):
    path = book(tmp_path / "a.xlsx", 資料=[["學校名稱", "雜支", "雜支"], [SCHOOL]])
    with pytest.raises(FactsError, match="「雜支」：這一欄有兩次；請只留一欄"):
        read_table(path, BUDGET)

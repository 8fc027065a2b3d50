"""Columns whose headings begin with 說明： are for people and are nobody's facts."""

import json
from pathlib import Path

import pytest

from jingjin_forms.tables import read_table
from jingjin_forms.tables.headings import is_note
from tests.tables.build import BUDGET, ORID, book, problems, read

SCHOOL = "花蓮縣宜昌國小"


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("說明：檔案", True),
        ("說明:檔案", True),
        (" 說明 ：檔案", True),
        ("說明：", True),
        ("說明", False),
        ("說明檔案", False),
        ("備註：檔案", False),
        ("", False),
    ],
)
def test_what_is_a_note(heading: str, is_one: bool):
    assert is_note(heading) is is_one


def test_notes_are_passed_over_in_every_sheet(tmp_path: Path):
    path = book(
        tmp_path / "a.xlsx",
        資料=[
            ["編號", "說明：檔案", "學校名稱", "說明：檢核", "說明：檔案"],
            [1, "甲.docx", SCHOOL, "#REF!", "甲"],
            [2, "乙.docx", None, "沒有讀到", None],
            [None, "丙.docx", None, None, None],
        ],
        經費項目=[
            ["編號", "說明：誰填的", "項目", "說明"],
            [1, "王老師", "講師費", "外聘"],
            [None, "總共一列", None, None],
        ],
    )
    (row,) = read(path, BUDGET)
    lines = [{"項目": "講師費", "說明": "外聘"}]
    assert (row.problems, row.facts) == ((), {"學校名稱": SCHOOL, "經費項目": lines})


def test_notes_in_texts_and_mappings(tmp_path: Path):
    entries = [
        {"說明：檔案": "甲.docx", "學校名稱": SCHOOL, "說明：檢核": ["一", "二"]},
        {"編號": 2, "說明：檔案": "乙.docx"},
    ]
    assert [row.facts for row in read_table(entries, ORID)] == [{"學校名稱": SCHOOL}]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")
    assert [row.facts for row in read_table(path, ORID)] == [{"學校名稱": SCHOOL}]
    path = tmp_path / "a.csv"
    path.write_text(f"說明：檔案,學校名稱\n甲.docx,{SCHOOL}\n乙.docx,\n", encoding="utf-8")
    assert [row.facts for row in read_table(path, ORID)] == [{"學校名稱": SCHOOL}]


def test_who_has_a_column_of_their_own_is_told_how(tmp_path: Path):
    path = book(tmp_path / "a.xlsx", 資料=[["學校名稱", "誰交的呢"], [SCHOOL, "王"]])
    (problem,) = problems(path, ORID)
    assert "自己的筆記請把標題改成「說明：」開頭" in problem

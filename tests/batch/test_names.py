"""Patterns of file names: what they may ask for, said before the first row."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import Outcome, fill_many
from jingjin_forms.errors import FactsError

BUDGET = get_form("school_based/budget_estimate")
ROWS: list[dict[str, Any]] = [{"學校名稱": "花蓮縣甲國小", "學年度": 112}]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("{列[0]}", "不能用 [ ]"),
        ("{學校名稱[0]}", "不能用 [ ]"),
        ("{經費項目[0].項目}", "不能用 [ ]"),
        ("{列:10000000000}", "寬度最多 255"),
        ("{列:0>99999999999999999999999}", "寬度最多 255"),
        ("{學校名稱:.300}", "寬度最多 255"),
        ("{列:{編號}}", "不能再有大括號"),
        ("{列:{編號:{列}}}", "不能再有大括號"),
        ("{列!r}", "「!r」不能用"),
        ("{列!r:1000000000}", "「!r」不能用"),
        ("{列!x}", "「!x」不能用"),
        ("{列.__class__}", "底線開頭"),
        ("{學校名稱.__class__.__mro__}", "底線開頭"),
        ("{列.bit_length}", "檔名的樣式不對"),
        ("{學校名稱.沒有}", "檔名的樣式不對"),
        ("{列:%}x{列:,z}", "檔名的樣式不對"),
        ("{列:q}", "檔名的樣式不對"),
        ("{校名}", "沒有「校名」"),
        ("{0}", "沒有「0」"),
        ("{}", "沒有「」"),
        ("{", "大括號不成對"),
        ("}", "大括號不成對"),
        ("{列!}", "大括號不成對"),
        ("   ", "是空白的"),
        (".docx", "是空白的"),
        ("\ud800{列[0]}", "不能用 [ ]"),
    ],
)
def test_a_pattern_that_asks_too_much_is_a_sentence(tmp_path: Path, pattern: str, fault: str):
    with pytest.raises(FactsError, match="檔名的樣式不對") as told:
        fill_many(BUDGET, ROWS, tmp_path / "out", name=pattern)
    assert fault in str(told.value)
    assert "可用的有：" in str(told.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{學年度}-{學校名稱.簡稱}-{列:0>3}", "112-甲國小-001.docx"),
        ("{列:05d}_{學校名稱:.3}", "00001_花蓮縣.docx"),
        ("{{{列}}}", "{1}.docx"),
        ("{學校名稱}" * 40, "花蓮縣甲國小" * 13 + "花蓮縣甲國.docx"),
        ("\ud800{列}", "？1.docx"),
        ("CON", "_CON.docx"),
    ],
)
def test_a_pattern_that_fits(tmp_path: Path, pattern: str, name: str):
    report = fill_many(BUDGET, ROWS, tmp_path, name=pattern)
    assert report.counts == {Outcome.WRITTEN: 1}
    assert [path.name for path in tmp_path.iterdir()] == [name]


ORID = "school_based/orid_feedback"


class TestTheNameUnlessItIsSaid:
    """It keeps apart what one school hands in several times."""

    def names(self, tmp_path: Path, form: str, *rows: dict[str, Any]) -> list[str]:
        report = fill_many(form, [{"學校名稱": "花蓮縣甲國小", **row} for row in rows], tmp_path)
        return [row.file for row in report if row.outcome is Outcome.WRITTEN]

    def test_teachers_of_one_school(self, tmp_path: Path):
        assert self.names(tmp_path, ORID, {"姓名": "許安禾"}, {"姓名": "林雨青"}) == [
            "花蓮縣甲國小_許安禾_教師質性回饋.docx",
            "花蓮縣甲國小_林雨青_教師質性回饋.docx",
        ]

    def test_a_teacher_without_a_name(self, tmp_path: Path):
        assert self.names(tmp_path, ORID, {}) == ["花蓮縣甲國小_教師質性回饋.docx"]

    def test_groups_of_one_school(self, tmp_path: Path):
        form = "learning_community/community_budget"
        assert self.names(tmp_path, form, {"社群名稱": "閱讀"}, {"社群名稱": "數學"}) == [
            "花蓮縣甲國小_閱讀_教師專業學習社群經費概算表.docx",
            "花蓮縣甲國小_數學_教師專業學習社群經費概算表.docx",
        ]

    def test_a_name_that_is_said_stays_as_it_is(self, tmp_path: Path):
        rows: list[Any] = [{"學校名稱": "花蓮縣甲國小"}]
        (row,) = fill_many(ORID, rows, tmp_path, name="{學校名稱}_{姓名}__{列}")
        assert row.file == "花蓮縣甲國小___1.docx"


@pytest.mark.parametrize("teachers", [2, 3])
def test_rows_of_one_name_name_each_other(tmp_path: Path, teachers: int):
    rows = [{"學校名稱": "花蓮縣甲國小", "姓名": "許安禾"}] * teachers
    told = [row.problems for row in fill_many(ORID, rows, tmp_path)]
    assert [problems[-1][:8] for problems in told] == [
        "與第 2 列同名",
        *["與第 1 列同名"] * (teachers - 1),
    ]
    assert len(told[0]) == 1  # of many the first names one

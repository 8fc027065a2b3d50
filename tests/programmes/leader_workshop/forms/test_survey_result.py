"""研習活動回饋統計表: the answered sheets counted, beside figures worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingjin_forms import FactsError
from jingjin_forms.programmes.leader_workshop.forms.survey_result import SurveyResult
from jingjin_forms.programmes.leader_workshop.forms.workshop_survey import WorkshopSurvey
from tests.helpers import docx_text, table_texts


def result(*marks: Any, **facts: Any) -> SurveyResult:
    sheets = [{"符合程度": given} for given in marks]
    return SurveyResult.load({"學校名稱": "甲國小", "回饋表": sheets, **facts})


def first_average(*marks: int) -> Decimal | None:
    return result(*([mark] for mark in marks)).statement_results[0].average


def test_sample_by_hand():
    sample = SurveyResult.sample()
    assert [(r.counts, r.answered, str(r.average)) for r in sample.statement_results] == [
        ((0, 0, 0, 3, 5), 8, "4.63"),  # 37/8 = 4.625
        ((0, 1, 1, 4, 1), 7, "3.71"),  # 26/7 = 3.714…
        ((0, 0, 1, 5, 2), 8, "4.13"),  # 33/8 = 4.125
        ((0, 0, 0, 3, 5), 8, "4.63"),
        ((0, 0, 2, 3, 2), 7, "4.00"),  # 28/7
    ]
    assert sample.returned == 8
    assert str(sample.return_rate) == "80.0"
    assert str(sample.overall_average) == "4.24"  # 161/38 = 4.236…


def test_sample_as_printed():
    content = SurveyResult.sample().to_bytes()
    assert "三、回收份數：8 份（參加人數 10 人，回收率 80.0%）" in docx_text(content)
    answers, reflections = table_texts(content)
    assert answers[4][1:] == ["0|0.0%", "1|14.3%", "1|14.3%", "4|57.1%", "1|14.3%", "7", "3.71"]
    assert answers[-1] == ["整體平均", "4.24"]
    assert [row[0] for row in reflections[1:]] == ["1", "2", "3", "4", "5"]
    assert reflections[3][1].endswith("。\n2. 想嘗試把每次討論整理成一頁紀錄，下一次開始時先回顧。")


@pytest.mark.parametrize(
    ("marks", "average"),
    [
        ([5] * 5 + [4] * 3, "4.63"),  # 4.625: half up, where half to even would give 4.62
        ([1] * 199 + [2], "1.01"),  # 1.005: half up, where a float would give 1.00
        ([5, 5, 4], "4.67"),
        ([3], "3.00"),
    ],
)
def test_average_is_rounded_half_up(marks: list[int], average: str):
    assert str(first_average(*marks)) == average


def test_what_is_not_answered_is_not_counted():
    """A sheet without marks is no sheet returned; a statement without marks has no average."""
    counted = result([5], [None, 4], [], [None, ""])
    assert counted.returned == 2
    assert [r.answered for r in counted.statement_results] == [1, 1, 0, 0, 0]
    assert [r.average for r in counted.statement_results][2:] == [None, None, None]
    assert str(counted.overall_average) == "4.50"
    answers, _ = table_texts(counted.to_bytes())
    assert answers[5][1:] == ["0|", "0|", "0|", "0|", "0|", "0", ""]


def test_overall_average_is_of_all_marks_not_of_the_averages():
    assert str(result([5, 1], [5], [5]).overall_average) == "4.00"  # not (5 + 1) / 2


def test_blank_prints_no_figures():
    blank = SurveyResult(school="甲國小")
    assert (blank.returned, blank.return_rate, blank.overall_average) == (None, None, None)
    answers, reflections = table_texts(blank.to_bytes())
    assert answers[3][1:] == ["|", "|", "|", "|", "|", "", ""]
    assert len(reflections) == 2


@pytest.mark.parametrize(
    ("people", "printed"),
    [(None, "2 份"), (0, "2 份（參加人數 0 人）"), (3, "2 份（參加人數 3 人，回收率 66.7%）")],
)
def test_return_rate_needs_the_participants(people: int | None, printed: str):
    head = docx_text(result([5], [4], 參加人數=people).to_bytes())
    assert f"三、回收份數：{printed}" in head


@pytest.mark.parametrize(("people", "found"), [(1, 1), (2, 0), (None, 0)])
def test_more_sheets_than_participants_is_a_finding(people: int | None, found: int):
    findings = result([5], [4], 參加人數=people).check()
    assert len(findings) == found
    assert all("回收份數卻有 2" in str(finding) for finding in findings)


def test_stated_figures_are_compared():
    assert result([5], [4], 整體平均="4.50", 回收份數=2).check() == ()
    (finding,) = result([5], [4], 整體平均="4.6").check()
    assert "4.50" in finding.message


def test_wrong_mark_is_named_with_its_sheet():
    with pytest.raises(FactsError, match="回饋表第 2 項符合程度「本次研習分組") as refused:
        result([5], [4, 6])
    assert "1、2、3、4、5" in str(refused.value)


def survey(school: str, date: str | None, *marks: int, text: str = "") -> WorkshopSurvey:
    return WorkshopSurvey(school=school, date=date, agreement=marks, reflections=text)


def test_of_surveys():
    surveys = (
        survey("甲國小", None, 5, 4, text="很好"),
        WorkshopSurvey.blank(),
        survey("甲國小", "113/10/16", 4),
    )
    counted = SurveyResult.of(iter(surveys), participant_count=4)
    assert (str(counted.school), str(counted.date)) == ("甲國小", "113年10月16日")
    assert counted.sheets[0].reflections == "很好"
    assert counted.statement_results[0].counts == (0, 0, 0, 1, 1)
    assert (counted.returned, str(counted.return_rate)) == (2, "50.0")
    assert SurveyResult.of(counted_again(counted), 4) == counted


def counted_again(counted: SurveyResult) -> list[Any]:
    """The sheets as objects of no class of ours."""
    head = {"school": counted.school, "date": counted.date}
    return [
        SimpleNamespace(**head, agreement=list(sheet.agreement), reflections=sheet.reflections)
        for sheet in counted.sheets
    ]


def test_of_surveys_of_different_workshops():
    with pytest.raises(FactsError) as refused:
        SurveyResult.of(
            [
                survey("甲國小", "113/10/16", 5),
                survey("乙國小", "113/10/16", 5),
                survey("甲國小", "113/10/17", 5),
            ]
        )
    assert [problem.where for problem in refused.value.problems] == [
        "回饋表第 2 項「學校名稱」",
        "回饋表第 3 項「日期」",
    ]
    assert "填的是「乙國小」，與第 1 項的「甲國小」不同" in str(refused.value)


def test_of_no_surveys():
    with pytest.raises(FactsError, match="一份也沒有"):
        SurveyResult.of([])
    with pytest.raises(FactsError, match="學校名稱"):
        SurveyResult.of([WorkshopSurvey.blank()])


mark = st.none() | st.integers(1, 5)


@given(st.lists(st.lists(mark, max_size=5), max_size=40))
def test_figures_agree_with_the_marks(sheets: list[list[int | None]]):
    counted = result(*sheets)
    every: list[int] = []
    for number, statement in enumerate(counted.statement_results):
        marks = [m for sheet in sheets for m in sheet[number : number + 1] if m is not None]
        every += marks
        assert sum(statement.counts) == statement.answered == len(marks)
        assert statement.answered <= (counted.returned or 0) <= len(sheets)
        assert_average(statement.average, marks)
    assert_average(counted.overall_average, every)


def assert_average(average: Decimal | None, marks: list[int]) -> None:
    if average is None:
        assert not marks
    else:
        assert min(marks) <= average <= max(marks)
        off = Fraction(average) - Fraction(sum(marks), len(marks))
        assert Fraction(-1, 200) < off <= Fraction(1, 200)  # a half goes up

"""What counts as one record, and what does not."""

import sqlite3
from collections import UserDict
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

import pytest

from jingjin_forms import (
    BudgetEstimate,
    BudgetLine,
    FactsError,
    Picture,
    School,
    load,
    rescale_facts,
)
from jingjin_forms.facts.records import record_of


class Named(NamedTuple):
    school: str
    miscellaneous: int


@dataclass
class Line:
    item: str
    單價: object = 100


@dataclass
class Asked:
    school: str
    lines: list[Any] = field(default_factory=list[Any])


def of_database() -> sqlite3.Row:
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    row = database.execute("select '甲國小' as school, 5 as 雜支").fetchone()
    database.close()
    return row


@pytest.mark.parametrize(
    "record",
    [
        {"學校名稱": "甲國小", "雜支": 5},
        UserDict(school="甲國小", miscellaneous=5),
        Named("甲國小", 5),
        of_database(),
        BudgetEstimate(school="甲國小", miscellaneous=5),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record(record: Any):
    loaded = BudgetEstimate.load(record)
    assert (str(loaded.school), loaded.miscellaneous) == ("甲國小", 5)


@pytest.mark.parametrize("given", [5, None, "甲", b"x", ["甲"], Asked, BytesIO(), {1}, object()])
def test_no_record(given: object):
    assert record_of(given) is None


def test_pandas_nan_is_nothing_and_a_table_is_no_record():
    pd = pytest.importorskip("pandas")
    series = pd.Series({"學校名稱": "甲國小", "雜支": float("nan"), "學年度": pd.NA})
    assert BudgetEstimate.load(series).miscellaneous is None
    assert record_of(series.to_frame().T) is None


def test_records_within_records():
    asked = Asked("甲國小", [Line("講師費"), BudgetLine(item="印刷費"), {"項目": "茶水"}])
    loaded = BudgetEstimate.load(asked)
    assert [(line.item, line.unit_price) for line in loaded.lines] == [
        ("講師費", 100),
        ("印刷費", None),
        ("茶水", None),
    ]
    asked.lines.append(Line("餐費", "多"))
    with pytest.raises(FactsError, match="經費項目第 4 項「單價」：金額「多」不是數字") as caught:
        BudgetEstimate.load(asked)
    assert caught.value.problems[0].path == ("經費項目", 3, "單價")


def test_a_form_says_which_it_is():
    budget = BudgetEstimate.sample()
    assert load(budget) == budget
    said = {**budget.model_dump(), "表件": "經費概算表"}
    assert rescale_facts(budget, 5000).made == rescale_facts(said, 5000).made


def test_a_record_of_something_else():
    with pytest.raises(FactsError, match="source"):
        BudgetEstimate(school="甲國小", lines=[Picture(b"x")])  # type: ignore[list-item]


def test_several_are_told_where_several_go():
    with pytest.raises(FactsError, match=r"一次一份.*當作名冊"):
        BudgetEstimate.load([Named("甲國小", 5)])  # type: ignore[arg-type]
    with pytest.raises(FactsError) as caught:
        BudgetEstimate.load(5)  # type: ignore[arg-type]
    assert "名冊" not in str(caught.value)


def test_one_value_without_a_name():
    assert School("花蓮縣甲國小").short_name == "甲國小"
    assert School("花蓮縣甲國小", 簡稱="甲校").short_name == "甲校"
    school: Any = School
    line: Any = BudgetLine
    budget: Any = BudgetEstimate
    for call, told in (
        (lambda: school("甲", full_name="乙"), "給了兩次"),
        (lambda: school("甲", "乙"), r"每一項都要寫名稱，例如 School\(full_name=…\)"),
        (lambda: line("講師費", 1000), r"例如 BudgetLine\(item=…\)"),
        (lambda: budget({"雜支": 1}), r"BudgetEstimate\.load\(…\)"),
    ):
        with pytest.raises(FactsError, match=told):
            call()


def test_a_label_in_python():
    budget: Any = BudgetEstimate.sample()
    for asked, code in (
        ("雜支", "english_name"),
        ("合計", "english_name"),
        ("雜", "unknown_field"),
    ):
        with pytest.raises(FactsError) as caught:
            budget[asked]
        assert caught.value.problems[0].code == code
    with pytest.raises(AttributeError, match=r"\.total。"):
        _ = budget.合計
    with pytest.raises(AttributeError, match="has no attribute '校名'"):
        _ = budget.校名
    assert not hasattr(budget, "雜支")
    assert not hasattr(budget, "__array__")

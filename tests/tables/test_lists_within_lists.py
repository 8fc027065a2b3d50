"""Rows that hold rows: sheets tied to each other, and what is wrong where they are not."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingjin_forms import get_form
from jingjin_forms.collecting.plain.flat_facts import rows_of
from jingjin_forms.tables.columns import NUMBER, layout_of
from tests.tables.build import Rows, book, problems, read

PLAN = get_form("leader_workshop/workshop_plan")
SLOT, ACTIVITY = "研習規劃項次", "研習規劃.活動項次"
MAIN: Rows = [("編號", "計畫名稱"), (1, "甲"), ("2", "乙")]

names = st.text("甲乙丙12", min_size=1, max_size=3)
speakers = st.lists(st.fixed_dictionaries({"姓名": names}), max_size=2)
activities = st.lists(
    st.fixed_dictionaries({"活動內容": names}, optional={"主講人": speakers}), max_size=3
)
slots = st.lists(
    st.fixed_dictionaries({}, optional={"時間": names, "活動": activities}), max_size=3
)
plans = st.lists(st.fixed_dictionaries({"研習規劃": slots}), min_size=1, max_size=3)


def as_sheets(forms: list[dict[str, Any]], orders: st.DataObject) -> dict[str, Rows]:
    """The facts of some forms as a workbook; its sheets and rows in any order."""
    main = [(number, f"第{number}") for number in range(1, len(forms) + 1)]
    sheets: dict[str, Rows] = {"資料": [("編號", "計畫名稱"), *main]}
    for sheet in layout_of(PLAN).sheets:
        heads = [NUMBER, *filter(None, (*sheet.keys, sheet.number))]
        heads += [column.header for column in sheet.columns]
        rows = [
            [{NUMBER: number, **row}.get(head) for head in heads]
            for number, facts in enumerate(forms, 1)
            for row in rows_of(facts, sheet)
        ]
        sheets[sheet.name] = [heads, *rows]
    return {name: sheets[name] for name in orders.draw(st.permutations(list(sheets)))}


def without_empty(value: Any) -> Any:
    """The facts without lists in which nothing stands."""
    if isinstance(value, dict):
        return {k: kept for k, v in value.items() if (kept := without_empty(v)) != []}
    return [without_empty(v) for v in value] if isinstance(value, list) else value


numbers = count()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(forms=plans, orders=st.data())
def test_they_read_back_to_equal_facts(
    forms: list[dict[str, Any]], orders: st.DataObject, tmp_path: Path
) -> None:
    rows = read(book(tmp_path / f"{next(numbers)}.xlsx", **as_sheets(forms, orders)), PLAN)
    assert [row.problems for row in rows] == [()] * len(forms)
    told = [{k: v for k, v in row.facts.items() if k != "計畫名稱"} for row in rows]
    assert told == [without_empty(facts) for facts in forms]


def test_each_row_goes_to_the_one_that_it_names(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=MAIN,
        **{
            "研習規劃.活動": [
                (NUMBER, SLOT, "活動內容"),
                (2, 1, "丁"),
                (1, 2.0, "丙"),
                (1, "1", "甲"),
                (1, 1, "乙"),
            ],
            "研習規劃": [(NUMBER, SLOT, "時間"), (1, 2, "10:00"), (1, 1, "09:00"), (2, 1, None)],
        },
    )
    one, two = (row.facts["研習規劃"] for row in read(path, PLAN))
    assert one == [
        {"時間": "10:00", "活動": [{"活動內容": "丙"}]},
        {"時間": "09:00", "活動": [{"活動內容": "甲"}, {"活動內容": "乙"}]},
    ]
    assert two == [{"活動": [{"活動內容": "丁"}]}]  # held together by its number alone


WRONG = {
    "none of that number": (
        [(1, 3, "甲")],
        "工作表「研習規劃.活動」第 2 列「研習規劃項次」：填的是「3」，"
        "工作表「研習規劃」裡，同一個編號沒有這一項；請改正，或在那裡補上項次。",
    ),
    "that of another school": (
        [(2, 2, "甲")],
        "工作表「研習規劃.活動」第 2 列「研習規劃項次」：填的是「2」，"
        "工作表「研習規劃」裡，同一個編號沒有這一項；請改正，或在那裡補上項次。",
    ),
    "no number": (
        [(1, None, "甲")],
        "工作表「研習規劃.活動」第 2 列「研習規劃項次」："
        "沒有填，不知道這一列屬於工作表「研習規劃」的哪一項。",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_row_that_no_row_holds_is_told_and_stops_no_other_form(case: str, tmp_path: Path) -> None:
    wrong, told = WRONG[case]
    path = book(
        tmp_path / "a.xlsx",
        資料=MAIN,
        研習規劃=[(NUMBER, SLOT, "時間"), (1, 1, "09:00"), (1, 2, "10:00"), (2, 1, "09:00")],
        **{"研習規劃.活動": [(NUMBER, SLOT, "活動內容"), *wrong]},
    )
    rows = read(path, PLAN)
    assert sorted(str(p) for row in rows for p in row.problems) == [told]


def test_a_number_given_twice(tmp_path: Path) -> None:
    slots = [(NUMBER, SLOT, "時間"), (1, 1, "09:00"), (1, "1", "10:00"), (2, 1, "09:00")]
    one, two = read(book(tmp_path / "a.xlsx", 資料=MAIN, 研習規劃=slots), PLAN)
    (problem,) = one.problems
    assert str(problem).startswith(
        "工作表「研習規劃」第 3 列「研習規劃項次」：填的是「1」，同一份裡"
    )
    assert two.problems == ()


def test_headings_that_tie_must_be_there(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=MAIN,
        研習規劃=[(NUMBER, "時間"), (1, "09:00")],
        **{"研習規劃.活動": [(NUMBER, "活動內容", "主講人"), (1, "甲", "乙")]},
    )
    assert problems(path, PLAN) == [
        "工作表「研習規劃.活動」「主講人」：要填在工作表「研習規劃.活動.主講人」裡"
        "（.csv 放不下，請用 .xlsx 或 .ods）。",
        "工作表「研習規劃.活動」「研習規劃項次」：缺少這一欄；它說明每一列屬於「研習規劃」的哪一項。",
        "工作表「研習規劃」「研習規劃項次」：缺少這一欄；工作表「研習規劃.活動」要靠它找到這裡的列。",
    ]


def test_a_list_alone_needs_no_numbers(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 資料=MAIN, 研習規劃=[(NUMBER, "時間"), (1, "09:00")])
    one, two = read(path, PLAN)
    assert one.facts["研習規劃"] == [{"時間": "09:00"}]
    assert (one.problems, two.problems) == ((), ())

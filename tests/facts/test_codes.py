"""What a program goes by: the code of a problem, and the path to the fact."""

import re
from typing import Any

import pytest

from jingjin_forms import FactsError, get_form
from jingjin_forms.errors import Problem, place
from jingjin_forms.facts import explain
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.facts.test_explain import WRONG

CODES = {
    code
    for line in (explain.__doc__ or "").splitlines()
    if (listed := re.match(r"([a-z_, ]+?)  ", line))
    for code in listed[1].split(", ")
}
GIVEN: dict[str, Any] = {"學校名稱": "花蓮縣宜昌國小"}
LINES, ROW = "經費項目", {"項目": "甲"}


def problems(form: Any, **facts: Any) -> list[Problem]:
    with pytest.raises(FactsError) as caught:
        form.load({**GIVEN, **facts})
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("form", "facts", "path", "code"),
    [
        ("經費概算表", {"學校名稱": None}, ("學校名稱",), "missing"),
        ("經費概算表", {"學校": "x"}, ("學校",), "unknown_field"),
        (
            "經費概算表",
            {LINES: [ROW, {**ROW, "單介": 1}]},
            (LINES, 1, "單介"),
            "unknown_field",
        ),
        ("經費概算表", {"雜支": "1.5"}, ("雜支",), "amount"),
        ("經費概算表", {LINES: [ROW, {**ROW, "單價": "x"}]}, (LINES, 1, "單價"), "amount"),
        ("經費概算表", {"學年度": "九百"}, ("學年度",), "date"),
        ("經費概算表", {"計畫名稱": 1.5j}, ("計畫名稱",), "value"),
        ("經費概算表", {LINES: 5}, (LINES,), "not_a_list"),
        ("經費概算表", {LINES: ["x"]}, (LINES, 0), "not_a_group"),
        ("經費概算表", {"雜支": 1, "miscellaneous": 2}, ("雜支",), "given_twice"),
        (
            *("經費概算表", {LINES: [{"項目": "x", "單價": 3, "總價": 3}]}),
            *((LINES, 0, "總價"), "not_checkable"),
        ),
        ("審查作業表", {"審查結果": "好"}, ("審查結果",), "not_an_option"),
        ("審查作業表", {"經費編列": ["好"]}, ("經費編列", "經費編列符合規定"), "not_an_option"),
    ],
)
def test_code_and_path(form: str, facts: dict[str, Any], path: tuple[str | int, ...], code: str):
    (problem,) = problems(get_form(form), **facts)
    assert (problem.path, problem.code) == (path, code)
    assert problem.where == place(path)


@pytest.mark.parametrize(
    ("name", "code"),
    [("totl", "unknown_field"), ("total", "computed"), ("雜支", "english_name")],
)
def test_an_attribute_that_cannot_be_set(name: str, code: str):
    with pytest.raises(FactsError) as caught:
        setattr(BudgetEstimate(**GIVEN), name, 1)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize("label", ["學校名稱", "雜支", "學年度", LINES])
def test_every_code_is_one_of_those_listed(label: str):
    assert len(CODES) == 16
    for wrong in WRONG:
        for problem in refused({**GIVEN, label: wrong}):
            assert problem.code in CODES
            assert problem.path[0] == label


def refused(facts: dict[str, Any]) -> tuple[Problem, ...]:
    try:
        BudgetEstimate.load(facts)
    except FactsError as error:
        return error.problems
    return ()


def test_in_a_packet_the_path_leads_through_the_row():
    rows = [{"場次": 1}, {"場次": 99}, {"場次": 1, "講帥": "x"}, {"主題": "x", "日期": "y"}]
    facts = {**GIVEN, "實施成果": rows, "研習課程": [{"課程名稱": "甲"}]}
    made = load_packet({"送件": "school_based/results", **facts})
    told = {(problem.path, problem.code) for problem in made.problems}
    assert told >= {
        (("實施成果", 1, "場次"), "value"),
        (("實施成果", 2, "講帥"), "unknown_field"),
        (("實施成果", 3, "日期"), "date"),
    }
    findings = {(finding.path, finding.code) for finding in made.problem_findings()}
    assert findings == told

"""What is wrong with a template or what it is filled with, for programs: code, path and value."""

from collections.abc import Mapping
from typing import Any

import pytest

from jingjin_forms import BudgetEstimate, FillError, ProblemsError, compile_template
from tests.word.build import docx, par

ROWS = [{"價": 1, "名": "a"}, {"價": 1.5, "名": "b\x00"}, {"價": 2.5, "名": "c"}]
LOOP = "{% for 項 in 各項 %}{{ 項.價 }}{{ 項.名 }}{{ 項.無 }}{% endfor %}"


def told(tags: str, facts: Any, **own: Any) -> list[tuple[str, tuple[str | int, ...], Any]]:
    with pytest.raises(ProblemsError) as caught:
        compile_template(docx(par(tags)), **own).render(facts)
    return [(problem.code, problem.path, problem.value) for problem in caught.value.problems]


FILLED: dict[str, tuple[str, Mapping[str, Any], list[tuple[str, tuple[str | int, ...], Any]]]] = {
    "missing": ("{{ 甲 }}", {}, [("missing", ("甲",), None)]),
    "missing in a group": ("{{ 乙.丙 }}", {"乙": {}}, [("missing", ("乙", "丙"), None)]),
    "rows": (
        LOOP,
        {"各項": [dict(row, 無=0) for row in ROWS[:2]]},
        [
            ("not_printable", ("各項", 1, "價"), 1.5),
            ("not_printable", ("各項", 1, "名"), "b\x00"),
        ],
    ),
    "missing in a row": (
        LOOP,
        {"各項": [{"價": 1, "名": "", "無": ""}, {"價": 1, "名": ""}]},
        [("missing", ("各項", 1, "無"), None)],
    ),
    "one of two alike": ("{{ 真 }}", {"假": True, "真": True}, [("not_printable", ("真",), True)]),
    "nobody knows which": (
        "{{ 真 or 假 }}",
        {"假": True, "真": True},
        [("not_printable", (), True)],
    ),
    "made by the tag": ("{{ 甲 == 甲 }}", {"甲": 1}, [("not_printable", (), True)]),
    "not computable": ("{{ 1 // 甲 }}", {"甲": 0}, [("not_computable", (), None)]),
    "too much": ("{{ 'x' * 甲 }}", {"甲": 10**7}, [("too_much", (), None)]),
}


@pytest.mark.parametrize(("tags", "facts", "expected"), FILLED.values(), ids=FILLED)
def test_what_is_filled_in(
    tags: str, facts: Mapping[str, Any], expected: list[tuple[str, tuple[str | int, ...], Any]]
):
    assert told(tags, facts) == expected


@pytest.mark.parametrize(
    ("tags", "facts", "own", "expected"),
    [
        ("{{ 甲|沒有 }}", {}, {}, ("unknown_filter", (), "{{ 甲|沒有 }}")),
        ("{% if 甲 %}", {}, {}, ("tag", (), "{% if 甲 %}")),
        ("{{ 甲 ", {}, {}, ("braces", (), "{{ 甲")),
        ("甲", [1], {}, ("not_a_group", (), [1])),
        ("{{ 甲 }}", {"甲": 1}, {"functions": {"甲": len}}, ("name_taken", ("甲",), None)),
        ("甲", {}, {"functions": {"1": len}}, ("argument", ("functions", "1"), None)),
        ("甲", {}, {"filters": 5}, ("argument", ("filters",), 5)),
    ],
)
def test_templates_and_arguments(tags: str, facts: Any, own: dict[str, Any], expected: object):
    assert told(tags, facts, **own) == [expected]


def test_of_a_form_in_labels_whatever_the_template_says():
    budget = BudgetEstimate.sample()
    tags = "{% for x in lines %}{{ x.沒有 }}{% endfor %}{{ school.沒有 }}"
    with pytest.raises(FillError) as caught:
        budget.to_bytes(docx(par(tags)))
    paths = [problem.path for problem in caught.value.problems]
    assert paths == [("經費項目", 0, "沒有"), ("學校名稱", "沒有")]
    assert [p["code"] for p in caught.value.as_dict()["problems"]] == ["missing"] * 2  # type: ignore[union-attr,index]


def test_a_tag_is_said_once():
    with pytest.raises(ProblemsError) as caught:
        compile_template(docx(par("{% if 甲 %}")))
    assert str(caught.value).count("{% if 甲 %}") == 1

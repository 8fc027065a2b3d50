"""Lines with only a 總價, on every form that has lines: filled, read, filled again."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import BudgetLine, fill_many, list_forms
from jingjin_forms.checks.finding import ARITHMETIC
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.form import Form
from tests.collecting.papers import collected, only

LISTS = [
    (form, name)
    for form in list_forms()
    for name, field in form.model_fields.items()
    if issubclass(members(field)[0], BudgetLine)
]
ITEMS = ("講師費", "講師鐘點費（外聘）", "印刷費", "諮詢費", "交通費", "雜支", "其他")


def with_lump_sums(form: type[Form], name: str) -> Any:
    """The sample, with a line of only a 總價 for every item that rules ask about."""
    filled: Any = form.sample().model_copy(deep=True)
    line = members(form.model_fields[name])[0]
    lump = [line(item=item, total=100 * n) for n, item in enumerate(ITEMS, 1)]
    setattr(filled, name, [*getattr(filled, name), *lump, line(item="茶水", total=50, unit="式")])
    return filled


def test_there_are_forms_with_lines():
    assert len(LISTS) >= 9


@pytest.mark.parametrize(("form", "name"), LISTS, ids=str)
def test_what_is_printed_is_read_and_printed_again(form: type[Form], name: str, tmp_path: Path):
    filled = with_lump_sums(form, name)
    assert all(map(str, filled.check()))
    assert [found for found in filled.check() if found.code == ARITHMETIC] == []
    paper = filled.save(tmp_path / "甲.docx")
    assert form.read(paper).to_bytes() == paper.read_bytes()


@pytest.mark.parametrize(("form", "name"), LISTS, ids=str)
def test_the_sums_count_them(form: type[Form], name: str):
    sample: Any = form.sample()
    filled = with_lump_sums(form, name)
    more = sum(100 * n for n in range(1, len(ITEMS) + 1)) + 50
    grown = [
        label
        for label, value in sample.context().items()
        if isinstance(value, int) and filled.context()[label] == value + more
    ]
    assert grown, "no sum"


@pytest.mark.parametrize("suffix", [".xlsx", ".jsonl", ".yaml"])
@pytest.mark.parametrize(("form", "name"), LISTS, ids=str)
def test_a_roster_of_the_files_makes_them_again(
    form: type[Form], name: str, suffix: str, tmp_path: Path
):
    paper = with_lump_sums(form, name).save(tmp_path / "甲.docx")
    out = tmp_path / f"彙整{suffix}"
    assert only(collected(form, out, paper)).altered == ()
    if suffix == ".yaml":
        again = form.load(out).to_bytes()
    else:
        report = fill_many(form, out, tmp_path / "再", name="{編號}.docx")
        assert [r.problems for r in report] == [()]
        again = (tmp_path / "再" / "1.docx").read_bytes()
    assert again == paper.read_bytes()

"""What was changed in a file: facts, fixed wording, figures; and nothing else."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image

from jingjin_forms import get_form, list_forms
from jingjin_forms.collecting import Difference, differences
from jingjin_forms.collecting.differing.aligned import aligned
from jingjin_forms.collecting.differing.differences import Kind
from jingjin_forms.collecting.differing.fact_differences import fact_differences
from jingjin_forms.collecting.differing.same import is_same
from jingjin_forms.forms.form import Form
from jingjin_forms.reading import read_document
from tests.collecting.papers import BUDGET, changed

FORMS = [form for form in list_forms() if form.model_fields]
GIVEN: Any = BUDGET.sample()
UNIT_PRICE, WORDING, MISCELLANEOUS, TOTAL = (3, 1), (1, 1), (9, 3), (10, 3)


def found(path: Path, given: Form | None = GIVEN) -> list[Difference]:
    return differences(read_document(path, BUDGET), given)


def in_short(differences: list[Difference]) -> list[tuple[Kind, str, str, str]]:
    return [(one.kind, one.where, one.given, one.found) for one in differences]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return GIVEN.save(tmp_path / "填好的.docx")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_paper_as_it_was_filled_differs_in_nothing(form: type[Form], tmp_path: Path):
    given = form.sample()
    reading = read_document(given.save(tmp_path / "a.docx"), type(given))
    assert differences(reading, given) == []


@pytest.mark.parametrize("text", ["2,000元", "2000", "２，０００", " NT$2,000 "])
def test_a_value_is_the_same_however_it_is_written(paper: Path, text: str):
    assert in_short(found(changed(paper, {UNIT_PRICE: text}))) == []


def test_a_fact_that_was_changed_is_told_with_its_place(paper: Path):
    fact, *sums, total = found(changed(paper, {UNIT_PRICE: "2,500"}))
    assert fact == Difference(
        Kind.FACT,
        "經費項目第 1 項「單價」",
        "2,000",
        "2,500",
        "本文 表格 2 第 3 列第 2 欄",
        "",
        ("經費項目", 0, "單價"),
    )
    assert in_short([total]) == [(Kind.ARITHMETIC, "經費項目第 1 項「總價」", "15,000", "12,000")]
    assert total.place == "本文 表格 2 第 3 列第 4 欄"
    assert [one.where for one in sums] == ["「小計」", "「合計」", "「總計」"]


def test_figures_that_do_not_agree_are_told_without_the_facts(paper: Path):
    changed(paper, {TOTAL: "30,000"})
    (one,) = found(paper, None)
    assert in_short([one]) == [(Kind.ARITHMETIC, "「合計」", "24,380", "30,000")]
    assert one.place == "本文 表格 2 第 10 列第 4 欄"


def test_altered_wording_is_told_and_what_cannot_be_read(paper: Path):
    changed(paper, {WORDING: "經費明細", MISCELLANEOUS: "免"})
    for given in (None, GIVEN):
        told = [one for one in found(paper, given) if one.kind is not Kind.FACT]
        assert [(one.kind, one.given, one.found) for one in told if one.kind is Kind.WORDING] == [
            (Kind.WORDING, "計畫經費明細", "經費明細")
        ]
        assert any(one.kind is Kind.DOUBT and one.found == "免" for one in told)


def test_a_row_that_is_gone_is_one_difference(paper: Path):
    document = docx.Document(str(paper))
    row = document.tables[1].rows[2]._tr
    row.getparent().remove(row)
    document.save(str(paper))
    facts = [one for one in found(paper) if one.kind is Kind.FACT]
    assert [one.why for one in facts] == ["少了一項"]
    assert facts[0].where == "經費項目第 1 項"
    assert "單價 2,000" in facts[0].given


def test_what_is_blank_on_the_paper(paper: Path):
    (one,) = [o for o in found(changed(paper, {MISCELLANEOUS: ""})) if o.kind is Kind.FACT]
    assert (one.where, one.given, one.found) == ("「雜支」", "1,380", "")


# -- the parts of it ------------------------------------------------------------------------------


def test_rows_belong_together_by_what_stands_in_them():
    assert [*aligned(["a", "b", "c"], ["a", "x", "b", "c"])] == [
        (0, 0),
        (None, 1),
        (1, 2),
        (2, 3),
    ]
    assert [*aligned(["a", "b", "c"], ["a", "x", "c"])] == [(0, 0), (1, 1), (2, 2)]
    assert [*aligned(["a"], [])] == [(0, None)]


def steps(form: type[Form], given: Mapping[str, Any], other: Mapping[str, Any]) -> list[Any]:
    return [one.path or one.given_path for one in fact_differences(form, given, other)]


def test_parts_and_items_and_lists_of_texts():
    community = get_form("learning_community/community_application")
    one = {"社群目標": ["甲", "乙"], "學校名稱": "甲國小", "實施方式": ["案例分析"]}
    assert steps(community, one, {**one, "學校名稱": {"全銜": "甲國小"}}) == []
    other = {**one, "社群目標": ["甲", "丙", "乙"], "實施方式": ["行動研究"]}
    assert steps(community, one, other) == [("社群目標", 1), ("實施方式", 0)]
    checklist = get_form("active_teaching/curriculum_outcome_checklist")
    label = next(
        str(field.title)
        for field in checklist.model_fields.values()
        if any(type(piece).__name__ == "Checklist" for piece in field.metadata)
    )
    (path,) = steps(checklist, {label: ["完成", "完成"]}, {label: ["完成"]})
    assert path[0] == label
    assert isinstance(path[1], str)


def picture(colour: str, kind: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (80, 60), colour).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1, 1.0, True),
        (1, "1", True),
        (1200, 1201, False),
        ("甲 \n乙", "甲\r\n乙 ", True),
        ("甲", "乙", False),
        (None, "", True),
        ("", 0, False),
        (["a", 1], ["a", 1.0], True),
        (["a"], ["a", "b"], False),
        (picture("red", "PNG"), picture("red", "JPEG"), True),
        (picture("red", "PNG"), picture("blue", "PNG"), False),
        (b"no picture", picture("red", "PNG"), False),
    ],
)
def test_what_is_the_same(one: Any, other: Any, same: bool):
    assert is_same(one, other) is same

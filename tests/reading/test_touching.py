"""The hand edits make files that Word opens, and touch what they say they touch."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.read import engine, main, measured
from benchmarks.touched.compare import Truth, judged
from benchmarks.touched.edits import EDITS, SINGLE
from benchmarks.touched.groups import PLAIN
from benchmarks.touched.run_edits import split_runs
from benchmarks.touched.samples import sample_facts, with_rows
from benchmarks.touched.sheet import Sheet, sheet_of
from benchmarks.touched.typed import typed_over
from jingjin_forms import BudgetEstimate, get_form
from jingjin_forms.errors import FileProblemError
from jingjin_forms.forms.catalog import keys, list_forms
from jingjin_forms.forms.form import Form
from tests.helpers import audit, docx_text, structural_faults

SAME_TEXT = (
    *("字拆成多段", "改字型", "校對標記書籤", "追蹤插入", "追蹤刪除", "註解", "取消合併"),
    *("儲存格重打", "換行改分段"),
)
AUDITED = "school_based/implementation_plan"


@dataclass(frozen=True)
class Doubt:
    path: tuple[str | int, ...]
    found: str = ""


@dataclass(frozen=True)
class Told:
    """A reading, as someone would tell it who has not read anything."""

    facts: Mapping[str, Any]
    doubts: tuple[Doubt, ...] = ()
    changes: tuple[str, ...] = ()


def sheet(key: str) -> Sheet:
    form = get_form(key)
    facts = sample_facts(form)
    return sheet_of(form.load(facts), facts)


@pytest.mark.parametrize("key", keys())
def test_a_sheet_that_nobody_touches_is_the_filled_form(key: str):
    form = get_form(key)
    for paper in (form.load(sample_facts(form)), form.blank()):
        made = sheet_of(paper, {}).finished()
        assert docx_text(made) == docx_text(paper.to_bytes())
        assert structural_faults(made) == []


@pytest.mark.slow
@pytest.mark.parametrize("title", SINGLE)
def test_edits(title: str):
    changed = 0
    for key in keys():
        before = sheet(key)
        after = before.copy()
        if not EDITS[title](after, Random(key)):
            continue
        changed += 1
        made = after.finished()
        assert structural_faults(made) == []
        after.form.load(after.facts)
        texts = ["\n".join(docx_text(content)) for content in (before.finished(), made)]
        assert (texts[0] == texts[1]) == (title in SAME_TEXT)
    assert changed > 4


@pytest.mark.slow
@pytest.mark.parametrize("title", SINGLE)
def test_an_edited_file_is_valid(title: str):
    touched = sheet(AUDITED)
    known = audit(touched.finished())
    EDITS[title](touched, Random(1))
    assert audit(touched.finished()) == known


def test_the_same_seed_makes_the_same_file():
    def made(seed: int) -> bytes:
        touched = sheet("school_based/budget_estimate")
        split_runs(touched, Random(seed))
        return touched.finished()

    assert made(1) == made(1) != made(2)


def test_rows_change_the_truth():
    for title, more in (("複製末列", 1), ("刪一列", -1), ("末尾加空列", 0)):
        touched = sheet("school_based/budget_estimate")
        assert EDITS[title](touched, Random(1))
        assert len(touched.facts["經費項目"]) == 5 + more


@pytest.mark.parametrize("number", [0, 1, 40])
def test_rows(number: int):
    facts = with_rows(BudgetEstimate, number)
    assert facts is not None
    assert len(facts["經費項目"]) == number


def test_typed_into_the_blank():
    form = get_form("school_based/orid_feedback")
    filled = sheet(form.key)
    for lines_left in (False, True):
        blank = sheet_of(form.blank(), {})
        typed_over(blank, filled, Random(1), lines_left=lines_left)
        same = docx_text(blank.finished()) == docx_text(filled.finished())
        assert same is not lines_left


def test_a_reading_that_is_the_truth_is_right():
    for form in list_forms():
        facts = sample_facts(form)
        count = judged(Truth.of(form, facts), Told(facts))
        assert count.misses == []
        assert count.right == count.equal == count.values


def test_what_prints_alike_is_right():
    facts = sample_facts(BudgetEstimate)
    told = {**facts, "學校名稱": {"全銜": "花蓮縣吉安鄉晨曦國民小學", "縣市": "花蓮縣"}}
    rows = [{**row, "單價": f"{row['單價']:,}元"} for row in facts["經費項目"]]
    count = judged(Truth.of(BudgetEstimate, facts), Told({**told, "經費項目": rows}))
    assert count.misses == []


def test_what_is_wrong_is_listed_or_silent():
    facts = sample_facts(BudgetEstimate)
    rows = [{**row, "數量": row["數量"] + 1} for row in facts["經費項目"]]
    wrong = {**facts, "計畫名稱": "別的", "經費項目": rows}
    doubts = (Doubt(("經費項目", 0)), Doubt(("經費項目", 1, "數量")), Doubt(()))
    count = judged(Truth.of(BudgetEstimate, facts), Told(wrong, doubts, ("改了",)))
    assert (count.listed, count.silent, count.changes) == (2, 4, 1)
    assert count.right == count.values - 6


def test_what_the_form_does_not_take_is_no_silent_mistake():
    form = get_form("school_based/orid_feedback")
    facts = sample_facts(form)
    count = judged(Truth.of(form, facts), Told({**facts, "日期": "112__年10月18日"}))
    assert (count.listed, count.silent) == (1, 0)


def test_what_is_quoted_as_belonging_nowhere_is_listed():
    form = get_form("school_based/orid_feedback")
    facts = sample_facts(form)
    told = {label: facts[label] for label in facts if label not in ("姓名", "學校名稱")}
    doubts = (Doubt((), "花蓮縣晨曦國小實施"),)
    count = judged(Truth.of(form, facts), Told(told, doubts))
    assert (count.listed, count.silent) == (1, 1)


def test_what_is_too_much_and_what_is_missing_is_wrong():
    form = get_form("school_based/orid_feedback")
    facts = sample_facts(form)
    told = {label: value for label, value in facts.items() if label != "姓名"}
    assert judged(Truth.of(form, facts), Told(told)).silent == 1
    truth = Truth(form, form.blank(), facts)
    assert judged(truth, Told({"學年度": 112})).silent == 0
    assert judged(truth, Told({"學年度": 112, "姓名": "許安禾老師"})).silent == 1


def test_a_refusal_is_told_and_a_fault_is_not():
    def refuse(path: Path, form: type[Form]) -> Told:
        raise FileProblemError("打不開")

    def fail(path: Path, form: type[Form]) -> Told:
        raise KeyError("壞了")

    forms = [BudgetEstimate]
    told, fault = (measured(PLAIN["範例"], forms, 0, read) for read in (refuse, fail))
    assert (told.refused, told.listed, told.silent) == (1, told.values, 0)
    assert (fault.refused, fault.listed, fault.silent) == (1, 0, fault.values)


def test_the_command(capsys: pytest.CaptureFixture[str]):
    assert engine() is not None
    form = ["--form", "school_based/orid_feedback"]
    assert main([*form, "--only", "範例", "--only", "註解", "--examples"]) == 0
    told = capsys.readouterr().out
    assert all(title in told for title in ("範例", "註解", "全部", "待確認"))
    assert main(["--only", "沒有這組"]) == 2

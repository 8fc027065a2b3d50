"""Variants: a class of one's own that changes what it likes of a form, used as it is everywhere."""

from pathlib import Path

import pytest

from jingjin_forms import (
    BudgetEstimate,
    BudgetLine,
    Clause,
    ReviewSheet,
    fill_many,
    get_form,
    read_table,
    write_roster,
)
from jingjin_forms.batch import processes
from jingjin_forms.errors import ProgrammeError, RuleNotFoundError
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.packets.reading import assembled
from tests.helpers import docx_text

SCHOOL = "花蓮縣吉安鄉晨曦國民小學"


class Strict(BudgetEstimate):
    """雜支 5%, and no rule on printing."""

    rules = BudgetEstimate.rules.changing("A09", percent=5).without("A05")


class Titled(BudgetEstimate):
    title = "本校經費概算表"
    template_file = "titled.docx"


def budget(kind: type[BudgetEstimate], miscellaneous: int) -> BudgetEstimate:
    lines = [BudgetLine(item="講師費", unit_price=1000, quantity=6, unit="節")]
    return kind(school=SCHOOL, school_year=112, miscellaneous=miscellaneous, lines=lines)


def test_a_variant_inherits_all_that_it_does_not_change():
    assert Strict.key == BudgetEstimate.key
    assert Strict.programme == BudgetEstimate.programme
    assert Strict.template_path() == BudgetEstimate.template_path()
    assert Strict.sample() == Strict(**BudgetEstimate.sample().model_dump())
    assert Strict.edition is BudgetEstimate.edition
    assert Strict.sample().to_bytes() == BudgetEstimate.sample().to_bytes()


def test_rules_of_its_own():
    assert len(Strict.rules) == len(BudgetEstimate.rules) - 1
    assert budget(BudgetEstimate, 301).check() == ()
    assert budget(Strict, 300).check() == ()
    (finding,) = budget(Strict, 301).check()
    assert finding.message == "雜支 301 元，上限是小計 6,000 元之 5%（300 元），超過 1 元"


def test_a_variant_of_a_variant():
    class Stricter(Strict):
        rules = Strict.rules.changing("A09", percent=4)

    assert [len(budget(Stricter, n).check()) for n in (240, 241)] == [0, 1]


def test_rules_are_made_anew_and_never_changed():
    rules = BudgetEstimate.rules
    assert rules.replacing(A09=rules.numbered("A05")).numbered("A05")[0] in rules
    assert len(rules.without("A05", "A06")) == len(rules) - 2
    assert len(rules.adding(*rules.numbered("A05"))) == len(rules) + 1
    assert BudgetEstimate.rules is rules
    with pytest.raises(RuleNotFoundError, match=r"沒有編號 Z99 的規則；有：A01、"):
        rules.without("Z99")


def test_files_lie_beside_the_module_of_the_class_that_names_them():
    assert Titled.template_path() == Path(__file__).parent / "titled.docx"

    class More(Titled):
        annex = "附件"

    assert More.template_path() == Titled.template_path()
    assert More.sample_path() == BudgetEstimate.sample_path()


def test_a_form_of_nobody():
    class Alone(Form):
        title = "單獨一張"

    assert Alone.rules == ()
    assert Alone.edition is None
    assert Alone().check() == ()
    with pytest.raises(ProgrammeError, match=r"Alone 不屬於任何計畫.*template_file"):
        Alone.template_path()


def test_a_class_is_taken_as_it_is(tmp_path: Path):
    assert get_form(Strict) is Strict
    rows = [{"學校名稱": SCHOOL, "學年度": 112, "雜支": 1}]
    assert [row.facts for row in read_table(rows, Strict)]
    write_roster(Strict, tmp_path / "名冊.xlsx")
    row = budget(Strict, 301).model_dump(mode="json", by_alias=True)
    report = fill_many(Strict, [row], tmp_path / "out")
    assert [result.errors for result in report] == [1]
    assert [result.errors for result in fill_many(BudgetEstimate, [row], None)] == [0]
    with processes(2, Strict) as executor:
        report = fill_many(Strict, [row] * 3, None, executor=executor)
    assert [result.errors for result in report] == [1, 1, 1]


def test_a_title_of_its_own_is_in_the_file_name(tmp_path: Path):
    class Named(BudgetEstimate):
        title = "本校經費概算表"

    rows = [{"學校名稱": SCHOOL, "學年度": 112}]
    (result,) = fill_many(Named, rows, tmp_path)
    assert result.file == f"{SCHOOL}_本校經費概算表.docx"
    assert "經費概算表" in "".join(docx_text((tmp_path / result.file).read_bytes()))


def test_facts_for_another_form_are_refused_by_a_variant_too():
    with pytest.raises(ValueError, match="這份資料是給別的表件的"):
        Strict.load(ReviewSheet.sample_path())


def test_a_packet_makes_its_paper_with_the_class_that_is_named(tmp_path: Path):
    class CountyPacket(Application):
        title = "本縣 申請"
        papers = (
            Paper(title="經費表", form=Strict, clause=Clause("本縣計畫", "一", "附經費表。")),
        )

    lines = [{"項目": "講師費", "單價": 1000, "數量": 6, "單位": "節"}]
    facts = {"學校名稱": SCHOOL, "學年度": 112, "雜支": 301, "經費項目": lines}
    packet = assembled(CountyPacket, facts, Nearby.of(tmp_path))
    assert type(packet.form("budget_estimate")) is Strict
    assert [finding.rule for finding in packet.check()] == ["A09"]

"""Facts under two names, blanks, computed figures, assignment, copies."""

import copy
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import (
    Contact,
    Facts,
    FactsError,
    Money,
    RocDate,
    School,
    SchoolYear,
    get_form,
    list_forms,
)
from jingjin_forms.facts import FOLDER, label, printed
from jingjin_forms.parts import BudgetLine
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from jingjin_forms.programmes.school_based.forms.orid_feedback import OridFeedback
from jingjin_forms.values import Text

SCHOOL = "花蓮縣宜昌國小"
LINE = {"項目": "講師費", "單價": "1,000", "數量": "6"}


def budget(**facts: Any) -> BudgetEstimate:
    return BudgetEstimate(school=SCHOOL, **{"school_year": 112, **facts})


class TestNames:
    def test_labels_and_english_names_mix_at_every_depth(self):
        by_label = BudgetEstimate.load(
            {"學校名稱": {"全銜": SCHOOL}, "雜支": 360, "經費項目": [LINE]}
        )
        by_name = BudgetEstimate(
            school={"full_name": SCHOOL},
            miscellaneous=360,
            lines=[{"item": "講師費", "unit_price": 1000, "quantity": 6}],
        )
        mixed = BudgetEstimate.load(
            {"school": SCHOOL, "雜支": 360, "lines": [{"item": "講師費", "單價": 1000, "數量": 6}]}
        )
        assert by_label == by_name == mixed
        assert by_label.total == 6360

    def test_the_same_fact_twice_is_refused_in_either_order(self):
        for facts in ({"學校名稱": "甲", "school": "乙"}, {"school": "乙", "學校名稱": "甲"}):
            with pytest.raises(FactsError, match="給了兩次（學校名稱 與 school）"):
                BudgetEstimate.load(facts)

    def test_a_blank_under_one_name_leaves_the_other(self):
        assert BudgetEstimate.load({"學校名稱": "", "school": SCHOOL}).school.full_name == SCHOOL

    def test_a_computed_figure_twice_is_refused(self):
        with pytest.raises(FactsError, match="「總價」：填的是「2」，給了兩次（總價 與 total）"):
            BudgetLine(item="甲", unit_price=1, quantity=1, 總價=1, total=2)


class TestBlanks:
    @pytest.mark.parametrize("blank", ["", None])
    def test_a_blank_is_a_fact_not_given(self, blank: object):
        form = BudgetEstimate.load(
            {
                "學校名稱": SCHOOL,
                "學年度": blank,
                "雜支": blank,
                "經費項目": blank,
                "計畫名稱": blank,
            }
        )
        assert form == BudgetEstimate(school=SCHOOL)
        assert (form.school_year, form.miscellaneous, form.lines) == (None, None, [])

    @pytest.mark.parametrize("blank", ["", None])
    def test_a_blank_does_not_fill_what_is_required(self, blank: object):
        with pytest.raises(FactsError, match="「學校名稱」：沒有填，請補上"):
            BudgetEstimate.load({"學校名稱": blank})

    @pytest.mark.parametrize(
        "empty", [{}, {"項目": "", "單價": None}, "", None, {"項目": {"深": {"更深": ""}}}]
    )
    def test_empty_rows_at_the_end_are_dropped(self, empty: object):
        assert len(budget(lines=[LINE, empty, empty]).lines) == 1

    def test_a_row_with_a_zero_is_not_empty(self):
        with pytest.raises(FactsError, match="經費項目第 2 項「項目」：沒有填"):
            budget(lines=[LINE, {"數量": 0}])

    def test_an_empty_row_before_others_is_reported(self):
        with pytest.raises(FactsError, match="經費項目第 1 項「項目」：沒有填"):
            budget(lines=[{"項目": ""}, LINE])

    def test_an_unknown_key_is_refused_even_when_blank(self):
        with pytest.raises(FactsError, match="單位價"):
            BudgetLine(item="甲", 單位價="")


class TestComputedFigures:
    def test_are_kept_and_compared_but_never_used(self):
        form = budget(lines=[{**LINE, "總價": 1}], 小計=2, 合計="3", 總計="肆元整")
        assert (form.lines[0].total, form.subtotal, form.total) == (6000, 6000, 6000)
        assert [f.where for f in form.check()] == [
            "「小計」",
            "「合計」",
            "「總計」",
            "經費項目第 1 項「總價」",
        ]
        assert "填的是 肆元整，依其他欄位算出是 陸仟元整" in str(form.check()[2])

    def test_that_agree_are_no_finding_however_written(self):
        form = budget(lines=[{**LINE, "總價": "NT$6,000"}], total="6,000元", 總計="新臺幣陸仟元正")
        assert form.stated == {"合計": "6,000元", "總計": "新臺幣陸仟元正"}
        assert form.check() == ()
        assert budget(lines=[LINE], 總計=6000).check() == ()

    def test_from_python_and_inside_lists(self):
        line = BudgetLine(item="講師費", unit_price=1000, quantity=6, total=5)
        (finding,) = budget(lines=[line]).check()
        assert finding.where == "經費項目第 1 項「總價」"

    @pytest.mark.parametrize("missing", ["單價", "數量"])
    def test_a_total_without_what_it_is_worked_out_from_is_an_error(self, missing: str):
        line = {key: value for key, value in LINE.items() if key != missing}
        with pytest.raises(FactsError, match=f"經費項目第 1 項「總價」：填的是「9」，缺{missing}"):
            budget(lines=[{**line, "總價": 9}])

    @pytest.mark.parametrize(
        "stated",
        [10**5000, [[]], {"甲": 1}, object(), "x" * 10**5, True],
        ids=["huge", "list", "mapping", "object", "long", "bool"],
    )
    def test_check_never_raises(self, stated: object):
        form = budget(lines=[{**LINE, "總價": stated}], 小計=stated, 總計=stated)
        assert len(form.check()) == 3
        assert max(len(str(finding)) for finding in form.check()) < 200

    def test_nothing_to_compare_with_is_a_finding(self):
        (finding,) = budget(合計="None").check()
        assert "算出是 空白" in finding.message


class TestAssignment:
    def test_converts_and_computed_figures_follow(self):
        form = budget(lines=[LINE])
        form.school_year = "113"  # type: ignore[assignment]
        form.school = "花蓮縣明義國小"  # type: ignore[assignment]
        form.lines[0].quantity = "7"  # type: ignore[assignment]
        assert (form.school_year, form.total) == (SchoolYear(113), 7000)
        assert form.context()["學校名稱"].簡稱 == "明義國小"

    def test_of_what_is_wrong_leaves_the_old_value(self):
        form = budget()
        with pytest.raises(FactsError, match="經費概算表：「學年度」：「x」不是學年度"):
            form.school_year = "x"  # type: ignore[assignment]
        assert form.school_year == 112

    def test_of_what_does_not_fit_together_leaves_the_old_value(self):
        line = BudgetLine(item="甲", unit_price=1)
        with pytest.raises(FactsError, match="不是整數元"):
            line.quantity = Decimal("1.5")
        assert line == BudgetLine(item="甲", unit_price=1)
        assert line.model_dump(exclude_unset=True) == {"item": "甲", "unit_price": 1}

    @pytest.mark.parametrize("blank", ["", None])
    def test_of_a_blank_takes_the_fact_back(self, blank: Any):
        form = budget(school_year=113, miscellaneous=5, plan_name="甲", lines=[LINE])
        form.school_year = form.miscellaneous = form.plan_name = form.lines = blank
        assert form == BudgetEstimate(school=SCHOOL)
        with pytest.raises(FactsError, match="學校名稱"):
            form.school = blank

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("total", "「合計」：由其他欄位算出"),
            ("合計", "「合計」：由其他欄位算出"),
            ("學年度", "請用它的英文名稱 school_year"),
            ("school_yaer", "是不是「學年度」"),
        ],
    )
    def test_of_what_is_no_field(self, name: str, message: str):
        with pytest.raises(FactsError, match=message):
            setattr(budget(), name, 1)


def test_text_as_facts_of_a_part():
    assert School(full_name=SCHOOL) == budget().school
    with pytest.raises(FactsError, match="要填一組資料"):
        get_form("附件九").load({"學校名稱": SCHOOL, "填表人": "林若水"})


def test_equality_is_that_of_the_facts():
    assert budget(lines=[LINE]) == budget(lines=[LINE])
    assert budget(lines=[LINE]) != budget(lines=[{**LINE, "數量": 7}])
    assert budget(lines=[{**LINE, "總價": 1}]) == budget(lines=[LINE])


def test_ready_parts_and_other_mappings_are_taken():
    from types import MappingProxyType

    line = BudgetLine.model_validate(MappingProxyType(LINE))
    assert budget(lines=(line,)).lines[0] is line
    facts = {"school": SCHOOL, "school_year": 112}
    assert BudgetEstimate.load(MappingProxyType(facts)) == budget()


@pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)
class TestEveryForm:
    def test_copies_are_equal_and_apart(self, form: Any):
        original = form.sample()
        copies = [
            copy.copy(original),
            copy.deepcopy(original),
            original.model_copy(),
            original.model_copy(deep=True),
            pickle.loads(pickle.dumps(original)),
            form.model_validate(original.model_dump()),
            form.model_validate_json(
                original.model_dump_json(by_alias=True), context={FOLDER: Path()}
            ),
        ]
        for made in copies:
            assert made == original
            assert made.context() == original.context()
            name = next(iter(form.model_fields), None)
            if name is None:  # a table to look up, with nothing to fill in
                continue
            setattr(made, name, getattr(form.blank(), name))
            assert original == form.sample()

    def test_stated_figures_survive_copies(self, form: Any):
        original = form.sample()
        vars(original)["stated"] = {"甲": 1}
        for made in (copy.deepcopy(original), pickle.loads(pickle.dumps(original))):
            assert made.stated == {"甲": 1}

    def test_blank_can_be_filled_in(self, form: Any):
        blank = form.blank()
        assert blank == form.blank()
        assert [found for found in blank.check() if not found.rule] == []
        sample = form.sample()
        for name in form.model_fields:
            setattr(blank, name, getattr(sample, name))
        assert blank.context() == sample.context()


def test_blank_then_one_fact():
    form = BudgetEstimate.blank()
    form.school_year = 113  # type: ignore[assignment]
    assert form.context()["學年度"] == 113
    assert form.context()["學校名稱"] == ""
    assert form.context()["合計"] is None


def test_a_context_has_every_label():
    context = OridFeedback.sample().context()
    assert context["日期"] == RocDate("112年10月18日")
    assert set(context) == {str(f.title) for f in OridFeedback.model_fields.values()}
    assert Contact.blank_context() == dict.fromkeys(
        ["姓名", "職稱", "服務單位", "電話", "手機", "電子郵件"], ""
    )


def test_a_blank_context_is_not_shared():
    BudgetLine.blank_context()["項目"] = "改過"
    assert BudgetLine.blank_context()["項目"] == ""


def test_own_facts():
    class Trip(Facts):
        title = "差旅"
        fare: Money = label("票價")
        people: int = label("人數", 1)
        memo: Text = label("備忘", "", hint="隨意")

        @property
        @printed("總額", needs=["票價"])
        def amount(self) -> Money:
            return Money(self.fare * self.people)

    assert Trip(fare="1,200", people=2).context() == {
        "票價": 1200,
        "人數": 2,
        "備忘": "",
        "總額": 2400,
    }
    with pytest.raises(FactsError, match="差旅：「票價」：沒有填"):
        Trip()

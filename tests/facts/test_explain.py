"""Whatever is wrong with an input: one FactsError with every problem, in Chinese."""

import datetime
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingjin_forms import FactsError, JingjinError, get_form, list_forms, load
from jingjin_forms.errors import place, shortened
from jingjin_forms.parts import BudgetLine
from jingjin_forms.programmes.active_teaching.forms.outcome_checklist import OutcomeChecklist
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from jingjin_forms.programmes.school_based.forms.review_sheet import ReviewSheet

SCHOOL = "花蓮縣宜昌國小"

_itself: list[Any] = []
_itself.append(_itself)

WRONG = [
    [], {}, {"甲": 1}, [[[]]], [{"a": [{}]}], (1, 2), {1, 2}, _itself, True, 1.5, -1, 10**5000,
    -(10**5000), float("nan"), float("inf"), 1e300, Decimal("NaN"), Decimal("sNaN"),
    Decimal("1e99"), 3 + 4j, b"bytes", bytearray(b"x"), object(), print, int, ..., range(3),
    "x" * 10**5,
    "\ud800", "\x00", "\ufffe", "９" * 5000, "9" * 5000, "{reason}", datetime.time(9),
    datetime.datetime(2023, 1, 1, 9, 30), datetime.date(1900, 1, 1), datetime.timedelta(1),
]  # fmt: skip

# Words of ours and of the values above that may stand in a message.
OURS = re.compile(
    r"「[^」]*」|U\+[0-9A-F]{4}|Unicode|Word|NT\$|YAML|JPEG|PNG|HEIC|[a-z_]+/[a-z_]+|Objective|Reflective|Interpretive|Decisional"
)


def assert_chinese(error: JingjinError) -> None:
    words = re.findall("[A-Za-z]{3,}", OURS.sub("", str(error)))
    assert words == [], str(error)


def refusal(form: Any, facts: Any) -> JingjinError | None:
    """The error that the facts meet; None where they make a form, which then checks itself."""
    try:
        form.load(facts).check()
    except JingjinError as error:
        return error
    return None


def leaves(facts: Any) -> list[tuple[str, Any]]:
    return [(str(field.title), field) for field in facts.model_fields.values()]


FEW = [
    get_form("learning_community/community_application"),
    get_form("school_based/review_sheet"),
    get_form("school_based/session_result"),
    get_form("active_teaching/activity_outcome_checklist"),
    get_form("leader_workshop/workshop_budget"),
]
"""They have a field of every kind; the others go with the long sweeps."""
others = [form for form in list_forms() if form not in FEW]


@pytest.mark.parametrize(
    "form",
    [*FEW, *(pytest.param(form, marks=pytest.mark.slow) for form in others)],
    ids=lambda form: form.key,
)
@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: shortened(value)[:20])
def test_every_field_with_every_wrong_value(form: Any, wrong: object):
    required = {f.title: SCHOOL for f in form.model_fields.values() if f.is_required()}
    for label, _ in leaves(form):
        for value in (
            wrong,
            [wrong],
            {label: wrong},
            [{"項目": wrong, "單價": wrong, "數量": wrong}],
        ):
            error = refusal(form, {**required, label: value})
            if error is not None:
                assert isinstance(error, FactsError)
                assert label in str(error)
                assert len(str(error)) < 5000
                assert_chinese(error)


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("forms", [FEW, pytest.param(others, marks=pytest.mark.slow)])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_random_facts_make_a_form_or_one_clear_error(forms: list[Any], data: st.DataObject):
    for form in forms:
        known = [key for label, field in leaves(form) for key in (label, field.alias)]
        keys = st.sampled_from([*known, "表件", "總計", "小計"]) | st.text(max_size=4)
        facts = data.draw(st.dictionaries(keys, json_like, max_size=4) | json_like)
        error = refusal(form, facts)
        if error is not None and (isinstance(facts, dict) or isinstance(error, FactsError)):
            assert isinstance(error, FactsError)
            assert error.problems
            assert_chinese(error)


@settings(max_examples=60, deadline=None)
@given(given=json_like)
def test_load_of_anything(given: Any):
    with pytest.raises(JingjinError):
        load(given)


def problems(form: Any, facts: dict[str, Any]) -> list[str]:
    with pytest.raises(FactsError) as caught:
        form.load(facts)
    return [str(problem) for problem in caught.value.problems]


def test_all_problems_at_once():
    facts = {
        "學年": 112,
        "雜支": -3,
        "經費項目": [
            {"項目": ["甲"], "單價": "二千", "數量": [], "單位s": "節", "總價": 5},
            {"unit_price": "2,0000", "item": "甲", "總價": 5},
            "講師費",
            {"項目": "甲", "單價": 3, "數量": "1.5"},
            {"項目": "甲", "單價": 1, "數量": 2, "price": 3, "total": 1, "總價": 2},
        ],
    }
    assert problems(BudgetEstimate, facts) == [
        "經費項目第 1 項「項目」：填的是「['甲']」，要填文字。",
        "經費項目第 1 項「單價」：金額「二千」不是數字；請填整數元，例如 15000 或 15,000。",
        "經費項目第 1 項「數量」：「[]」不是數量；請只填數字，例如 6 或 1.5。",
        "經費項目第 1 項「單位s」：沒有這個欄位，是不是「單位」？",
        "經費項目第 2 項「單價」：金額「2,0000」的千分位逗號位置不對；"
        "請填整數元，例如 15000 或 15,000。",
        "經費項目第 2 項「總價」：填的是「5」，缺數量，無法核算，請補上；"
        "沒有單價與數量的，只填總價。",
        "經費項目第 3 項：填的是「講師費」，要填一組資料（欄位名稱與內容），不能只填一個值。",
        "經費項目第 4 項：單價 3 × 數量 1.5 ＝ 4.5 元，不是整數元，請調整單價或數量。",
        "經費項目第 5 項「price」：沒有這個欄位，是不是「單價」？",
        "經費項目第 5 項「總價」：填的是「2」，給了兩次（總價 與 total），請只留一個。",
        "「學校名稱」：沒有填，請補上。",
        "「雜支」：金額「-3」是負數；請填整數元，例如 15000 或 15,000，不可小於 0。",
        "「學年」：沒有這個欄位，是不是「學年度」？",
    ]


def test_the_message_names_the_form_and_counts():
    with pytest.raises(FactsError) as caught:
        BudgetEstimate(lines=[{}, {"item": "甲"}])
    assert str(caught.value) == (
        "經費概算表有 2 個問題：\n"
        "  1. 經費項目第 1 項「項目」：沒有填，請補上。\n"
        "  2. 「學校名稱」：沒有填，請補上。"
    )


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("學校", "是不是「學校名稱」"),
        ("scool", "是不是「學校名稱」"),
        ("Total", "是不是「合計」"),
        ("單價", "要填在「經費項目」裡面"),
        ("zzz", "可填的有：經費項目、學校名稱、學年度、計畫名稱、雜支。"),
    ],
)
def test_an_unknown_key_leads_to_what_was_meant(key: str, message: str):
    (problem,) = problems(BudgetEstimate, {"學校名稱": SCHOOL, key: 1})
    assert message in problem
    assert problem.startswith(f"「{key}」：沒有這個欄位")


def test_keys_that_are_no_text():
    found = problems(BudgetEstimate, {"學校名稱": SCHOOL, 7: 1, None: 2, ("a",): 3})
    assert [p.split("：")[0] for p in found] == ["「7」", "「None」", "「('a',)」"]


def test_choices_name_item_and_options():
    (problem,) = problems(ReviewSheet, {"學校名稱": SCHOOL, "審查結果": "全案通過了"})
    assert problem == (
        "「審查結果」：填的是「全案通過了」，不在選項內，是不是「全案通過」？"
        "可填的有：全案通過、修正後通過、不通過。"
    )
    found = problems(
        OutcomeChecklist,
        {
            "學校名稱": SCHOOL,
            "計畫別": 3,
            "成果檢核": ["完成", "好", 5, "完成", "完成"],
            "特色或創新": {"課程設計": "未", "教學": "完成", "無此項": "完成", "9": "完成"},
        },
    )
    assert found[0] == "「計畫別」：填的是「3」，不在選項內，可填的有：計畫一、計畫三。"
    assert found[1].startswith(
        "特色或創新「課程設計能提升學生學習成效」：填的是「未」，不在選項內，"
    )
    assert "特色或創新「教學」：填的是「完成」，符合的不只一個項目" in found[2]
    assert (
        "特色或創新「無此項」：填的是「完成」，沒有這個項目；項目有：發展學校本位課程" in found[3]
    )
    assert found[4].startswith("特色或創新「9」")
    assert found[5].startswith("成果檢核「完成拍攝5至8分鐘之教學影像紀錄」：填的是「好」")
    assert found[6].startswith("成果檢核「檢附學生與家長影像紀錄拍攝同意書」：填的是「5」")
    assert found[7] == "成果檢核「第 5 個」：填的是「完成」，是多的：只有 4 個項目，請刪去。"
    assert len(found) == 8


def test_where_something_is():
    assert place(("經費項目", 1, "單價")) == "經費項目第 2 項「單價」"
    assert place(("經費項目", 1)) == "經費項目第 2 項"
    assert place(("單價",)) == "「單價」"
    assert place(()) == ""
    assert place(("鍵\n" * 99,)) == "「" + "鍵\\u000a" * 5 + "鍵\\u00…（共 693 字）」"


def test_values_in_messages_are_short_whatever_they_hold():
    bomb: Any = "x" * 50
    for _ in range(40):
        bomb = [bomb] * 9
    assert len(shortened(bomb)) < 60
    assert shortened({"a": bomb}).startswith("{'a': ")
    assert shortened(10**5000) == "一個很大的整數"
    assert shortened("甲\n乙\ud800") == "甲\\u000a乙\\ud800"
    (problem,) = problems(BudgetEstimate, {"學校名稱": SCHOOL, "計畫名稱": bomb})
    assert len(problem) < 100


def test_an_error_survives_pickling():
    import pickle

    with pytest.raises(FactsError) as caught:
        BudgetLine(item="甲", unit_price="x")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.problems) == (str(caught.value), caught.value.problems)


def test_facts_for_another_form():
    facts = {"表件": "school_based/summary_sheet", "學校名稱": SCHOOL}
    (problem,) = problems(get_form("表 1-1"), facts)
    assert "這份資料是給別的表件的，這裡要填的是 school_based/budget_estimate" in problem


def test_a_time_behind_a_date_is_told_where_it_goes():
    row = {"日期": "112年9月20日下午1時30分", "課程名稱": "x"}
    with pytest.raises(FactsError, match=r"帶有時間；.*時間請填在「時間」。"):
        get_form("school_based/implementation_plan").load({"學校名稱": SCHOOL, "研習課程": [row]})
    for key, label in (
        ("school_based/orid_feedback", "日期"),
        ("common/submission_checklist", "送件日期"),
    ):
        with pytest.raises(FactsError, match=r"帶有時間；.*這裡沒有填時間的地方。"):
            get_form(key).load({"學校名稱": SCHOOL, "送件名稱": "x", label: "112/9/20 13:30"})

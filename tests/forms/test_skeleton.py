"""Skeletons: what `jingjin new` gives a person to fill in."""

from pathlib import Path
from typing import Annotated, Any

import pytest

from jingjin_forms import Choice, FactsError, get_form, list_forms, load
from jingjin_forms.facts import label, printed_by
from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.facts.fields import EVERYTHING, Scope
from jingjin_forms.forms.describe import describe
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.skeleton import yaml_skeleton
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.packets.skeleton import packet_skeleton
from jingjin_forms.values import Answers, Checklist, Text

every_form = pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)


def required(form: Any) -> dict[str, str]:
    """What must be given, by label."""
    given = {"學校名稱": "花蓮縣宜昌國小"}
    return {
        field.title: given.get(field.title, "晨曦")
        for field in form.model_fields.values()
        if field.is_required()
    }


@every_form
def test_the_required_facts_are_enough(form: Any, tmp_path: Path):
    text = yaml_skeleton(form)
    for label_, value in required(form).items():
        text = text.replace(f"\n{label_}:", f"\n{label_}: {value}", 1)
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    made = load(path)
    assert made == form(**required(form))
    assert made.context() == form(**required(form)).context()


@every_form
def test_untouched_only_the_required_facts_are_missing(form: Any):
    facts = parse_yaml(yaml_skeleton(form))
    if not required(form):
        assert load(facts) == form()
        return
    with pytest.raises(FactsError) as caught:
        load(facts)
    assert {p.where for p in caught.value.problems} == {
        f"「{label_}」" for label_ in required(form)
    }


@every_form
def test_every_field_stands_there_with_its_hint(form: Any):
    text = yaml_skeleton(form, scope=EVERYTHING)
    facts = parse_yaml(text)
    assert set(facts) == {"表件", *(str(field.title) for field in form.model_fields.values())}
    for field in form.model_fields.values():
        assert field.description is None or field.description in text
        assert not field.is_required() or "# 必填" in text


def test_reads_like_this():
    assert yaml_skeleton(get_form("經費概算表")).splitlines()[3:] == [
        "表件: school_based/budget_estimate",
        "學校名稱:                     # 必填；全銜，例如 花蓮縣吉安鄉宜昌國民小學",
        "學年度:                       # 例如 112",
        "計畫名稱:                     # 例如 素養導向教學工作坊",
        "雜支:                         # 元；以小計金額之 6%為限",
        "經費項目:                     # 每一筆經費一項",
        "  - 項目:                     # 必填；例如 講師費",
        "    單價:                     # 每單位多少元，整數",
        "    數量:                     # 只填數字，例如 6；一式者填 1",
        "    單位:                     # 例如 節、份、人",
        "    總價:                     # 自動計算；沒有單價與數量的才填",
        "    說明:",
    ]


class Mark(Choice):
    YES = "是"
    NO = "否: 見說明"


HARD = (
    "1.一般", "含: 冒號", "冒號結尾:", "# 井號", "有 # 井號", "- 減號", "? 問號", "[中括號]",
    "{大括號}", "*星", "&和", "!驚", "'單引號", '"雙引號"', "%百分", "@小老鼠", "`倒引號", "|直線",
    ">大於", "~", "null", " 前空格", "後空格 ", "兩\n行", "\ttab", "---", "...", "=", "<<",
    "a" * 200, "反\\斜線", "，、。：", "yes",
)  # fmt: skip


def test_items_with_characters_that_mean_something_in_yaml():
    class Odd(Form):
        title = "怪"
        name: Text = label("名稱", "", hint="兩行\n的提示: #")
        marks: Annotated[Answers, Checklist(Mark, HARD)] = label("項目", ())

    text = yaml_skeleton(Odd)
    assert parse_yaml(text)["項目"] == dict.fromkeys(HARD, "")
    assert "兩行 的提示: #" in text
    assert "可填：是、否: 見說明" in text
    assert "  1.一般:\n" in text  # quotes only where they are needed


@every_form
def test_describe_tells_every_label(form: Any):
    rows = list(describe(form))
    labels = [row.label.strip("　") for row in rows]
    assert {item.label for item in printed_by(form)} <= set(labels)
    assert all("\n" not in row.instruction for row in rows)


def test_describe_indents_and_marks_what_is_computed():
    rows = [(r.label, r.name, r.instruction) for r in describe(get_form("經費概算表"))]
    assert ("　單價", "unit_price", "每單位多少元，整數") in rows
    assert ("　總價", "total", "自動計算；沒有單價與數量的才填") in rows
    assert ("總計", "total_uppercase", "自動計算") in rows
    assert rows.index(("學校名稱", "school", "必填；全銜，例如 花蓮縣吉安鄉宜昌國民小學")) == 0


@pytest.mark.parametrize("application", list_applications(), ids=lambda a: a.key)
def test_packet_skeletons_have_every_fact_once(application: Any):
    text = packet_skeleton(application, EVERYTHING)
    facts: Any = parse_yaml(text)
    assert facts["送件"] == application.key
    for paper in application.papers:
        if paper.form:
            row = facts[paper.rows][0] if paper.rows else {}
            for label_ in (str(f.title) for f in get_form(paper.form).model_fields.values()):
                assert (label_ in facts) != (label_ in row), label_
        else:
            assert paper.title in facts["自備"]
    untouched = load_packet(facts)
    assert {p.message for p in untouched.problems} <= {"沒有填，請補上。"}


class TestWhatOthersFillIn:
    def test_is_named_and_left_out(self):
        text = yaml_skeleton(get_form("審查作業表"))
        facts: Any = parse_yaml(text)
        assert set(facts) == {"表件", "學校名稱", "學年度", "班級數", "教師數"}
        assert "\n\n# 審查小組填的不列：審查結果、總評意見、核定金額、" in text
        assert text.endswith("要列請用 jingjin new school_based/review_sheet --all\n")

    def test_stands_apart_where_it_is_asked_for(self):
        text = yaml_skeleton(get_form("審查作業表"), scope=EVERYTHING)
        school, panel = text.split("\n# 審查小組填\n")
        assert "教師數:" in school
        assert "審查" not in school.partition("表件:")[2]
        assert "核定金額:                     # 審查小組填；元" in panel
        assert "不列" not in school + panel

    def test_in_a_row_too(self):
        budget = get_form("附件八")
        assert "初審金額" not in yaml_skeleton(budget)
        assert "縣(市)政府初審後填；申請時免填" in yaml_skeleton(budget, scope=EVERYTHING)

    def test_is_there_when_it_is_given(self):
        text = yaml_skeleton(get_form("審查作業表"), given={"核定金額": "28000"})
        assert "# 審查小組填\n核定金額: 28000 " in text


class TestOfOneChoice:
    def test_fields_for_others_stay_out(self):
        text = yaml_skeleton(get_form("附件八"), scope=Scope(chosen=("計畫一",)))
        assert "大學團隊名稱" not in text
        assert "大學團隊名稱" in yaml_skeleton(get_form("附件八"), scope=Scope(chosen=("計畫三",)))

    def test_of_another_choice_it_says_nothing(self):
        text = yaml_skeleton(get_form("附件五"), scope=Scope(chosen=("計畫一",)))
        assert "團隊成員" in text  # which depends on 辦理方式
        assert "團隊成員" not in yaml_skeleton(
            get_form("附件五"), scope=Scope(chosen=("由學校自行規劃",))
        )


class TestWithFacts:
    def test_as_they_were_typed(self):
        given = {
            "school": "花蓮縣宜昌國小",
            "計畫名稱": "甲 #1",
            "雜支": "1,600",
            "合計": "9",
            "經費項目": [{"項目": "講師費", "說明": "一\n二"}, {"item": "印刷費", "總價": "5"}, {}],
        }
        text = yaml_skeleton(get_form("經費概算表"), given=given)
        facts: Any = parse_yaml(text)
        assert [facts[k] for k in ("學校名稱", "計畫名稱", "雜支", "合計")] == [
            *("花蓮縣宜昌國小", "甲 #1", "1,600", "9")
        ]
        first, second, third = facts["經費項目"]
        assert (first["說明"], second, third) == (
            "一\n二",
            {"項目": "印刷費", "總價": "5"},
            {"項目": ""},
        )
        assert "學年度:                       # 例如 112" in text

    @pytest.mark.parametrize("name", ["實施計畫", "審查作業表", "附件九", "附件八"])
    def test_of_a_sample_they_are_its_facts(self, name: str):
        form: Any = get_form(name)
        given: Any = parse_yaml(form.sample_path().read_text(encoding="utf-8"))
        text = yaml_skeleton(form.for_facts(given), given=given)
        assert form.load(parse_yaml(text), folder=form.sample_path().parent) == form.sample()

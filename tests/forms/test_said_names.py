"""Forms and fields by the names that people say and papers print."""

import re
from typing import Any

import pytest

from jingjin_forms import FactsError, FormNotFoundError, get_form, list_forms, load


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("附件8", "active_teaching/programme_budget"),
        ("附件 ８", "active_teaching/programme_budget"),
        ("附件八", "active_teaching/programme_budget"),
        ("附件12", "active_teaching/subsidy_rates"),
        ("附件9成果檢核表", "active_teaching/outcome_checklist"),
        ("附件-1", "learning_community/community_application"),
        ("ORID", "school_based/orid_feedback"),
        ("orid_feedback", "school_based/orid_feedback"),
        ("計畫一", "active_teaching/practice_application"),
        ("計畫四", "active_teaching/activity_application"),
        ("計畫一申請表", "active_teaching/practice_application"),
        ("表1-1", "school_based/budget_estimate"),
        ("表１－２", "school_based/summary_sheet"),
        ("經費概算表", "school_based/budget_estimate"),
        ("捌 經費概算", "leader_workshop/workshop_budget"),
    ],
)
def test_a_name_as_it_is_said(name: str, key: str):
    form = get_form(name)
    assert form.key == key
    facts = {str(f.title): "花蓮縣甲國小" for f in form.model_fields.values() if f.is_required()}
    assert isinstance(load({"表件": name, **facts}), form)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("經費概算", ["leader_workshop/workshop_budget（", "school_based/budget_estimate（"]),
        ("附件1", ["active_teaching/visiting_teacher_survey", "community_application（臺中市"]),
        ("成果檢核表", ["（附件十一）", "（附件十）", "（附件九）"]),
        ("survey", ["leader_workshop/survey_result", "leader_workshop/workshop_survey"]),
        ("概算", ["是不是：經費概算、教師專業學習社群經費概算表、經費概算表？"]),
        ("計畫二", ["「計畫二申請表（附件四）」僅具名"]),
        ("附件4", ["「計畫二申請表（附件四）」僅具名"]),
        ("附件99", ["沒有「附件99」這張表件"]),
    ],
)
def test_a_name_that_may_mean_several_asks_which(name: str, told: list[str]):
    with pytest.raises(FormNotFoundError) as caught:
        get_form(name)
    assert all(words in str(caught.value) for words in told), str(caught.value)


def test_the_list_never_cuts_a_code(jingjin: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    shown = re.sub(r"\x1b\[[0-9;]*m", "", jingjin("list").out).splitlines()
    for form in list_forms():
        assert any(line.startswith(f" {form.key} ") for line in shown)


@pytest.mark.parametrize(
    ("key", "facts", "name"),
    [
        ("附件三", {"參與對象": "教師"}, "audience"),
        ("附件三", {"前一年辦理成果": "教師"}, "previous_results"),
        ("附件三", {"主要聯絡人": {"E-mail": "教師"}}, "main_contact.email"),
        ("附件-1", {"Email": "教師"}, "email"),
    ],
)
def test_a_label_as_the_paper_prints_it(key: str, facts: dict[str, Any], name: str):
    form = get_form(key)
    given = {str(f.title): "甲" for f in form.model_fields.values() if f.is_required()}
    found: Any = form.load({**given, **facts})
    for part in name.split("."):
        found = getattr(found, part)
    assert found == "教師"


def test_a_label_and_its_other_wording_are_one_fact():
    facts = {"自主社群名稱": "甲", "參與對象": "乙", "實施對象": "丙"}
    with pytest.raises(FactsError, match="給了兩次（實施對象 與 參與對象）"):
        get_form("附件三").load(facts)


@pytest.mark.parametrize("given", ["15人", "15 位", "15名", "１５人", 15])
def test_a_count_with_its_measure_word(given: object):
    found: Any = get_form("附件三").load({"自主社群名稱": "甲", "預計參與人數": given})
    assert found.expected_people == 15


@pytest.mark.parametrize("given", ["十五人左右", "15-20人", "15人4場", "人"])
def test_a_count_that_is_none(given: str):
    with pytest.raises(FactsError, match="要填整數"):
        get_form("附件三").load({"自主社群名稱": "甲", "預計參與人數": given})


@pytest.mark.parametrize("given", [45002, 45002.0, "45002"])
def test_a_day_as_excel_counts_it(given: object):
    found: Any = get_form("ORID").load({"學校名稱": "花蓮縣甲國小", "日期": given})
    assert str(found.date) == "112年3月17日"


@pytest.mark.parametrize(
    ("given", "day"), [(40179, "99年1月1日"), (54788, "138年12月31日"), (40178, ""), (54789, "")]
)
def test_the_first_and_last_day_of_excel(given: int, day: str):
    form = get_form("ORID")
    if day:
        made: Any = form.load({"學校名稱": "花蓮縣甲國小", "日期": given})
        assert str(made.date) == day
    else:
        with pytest.raises(FactsError, match="不是日期"):
            form.load({"學校名稱": "花蓮縣甲國小", "日期": given})

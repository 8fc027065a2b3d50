"""The columns that each form has."""

import pytest

from jingjin_forms import get_form
from jingjin_forms.forms.catalog import keys
from jingjin_forms.tables.columns import MAIN_SHEET, NUMBER, OPTIONS_SHEET, layout_of, paths_of
from jingjin_forms.tables.headings import plan_of


def test_a_plain_field_is_a_column_and_a_list_a_sheet() -> None:
    layout = layout_of(get_form("school_based/budget_estimate"))
    assert [column.header for column in layout.columns] == [
        "學校名稱",
        "學年度",
        "計畫名稱",
        "雜支",
    ]
    assert [column.header for column in layout.columns if column.required] == ["學校名稱"]
    assert [sheet.name for sheet in layout.sheets] == ["經費項目"]
    headers = [c.header for c in layout.sheets[0].columns]
    assert headers == ["項目", "單價", "數量", "單位", "總價", "說明"]


def test_a_part_has_its_label_in_front() -> None:
    headers = [c.header for c in layout_of(get_form("active_teaching/outcome_checklist")).columns]
    assert "填表人.姓名" in headers
    assert "教師專業成長.教師能組成專業學習社群" in headers
    assert "填表人" not in headers
    assert "教師專業成長" not in headers


def test_rows_that_hold_rows_have_a_sheet_and_these_another() -> None:
    layout = layout_of(get_form("leader_workshop/workshop_plan"))
    ties = {sheet.name: (sheet.keys, sheet.number) for sheet in layout.sheets}
    slot, activity = "研習規劃項次", "研習規劃.活動項次"
    assert ties == {
        "研習規劃": ((), slot),
        "研習規劃.活動": ((slot,), activity),
        "研習規劃.活動.主講人": ((slot, activity), ""),
        "經費項目": ((), ""),
    }


def test_a_list_of_texts_is_a_column() -> None:
    columns = layout_of(get_form("learning_community/community_application")).columns
    assert [column.header for column in columns if column.is_lines] == ["社群目標"]


def test_headings_may_be_english_and_a_school_by_its_parts() -> None:
    paths = paths_of(get_form("active_teaching/practice_application"))
    assert paths["other_subsidy.amount"] == ("已申請政府補助", "補助金額")
    assert paths["已申請政府補助.補助金額"] == ("已申請政府補助", "補助金額")
    assert paths["school.short_name"] == paths["學校名稱.簡稱"] == ("學校名稱", "簡稱")


@pytest.mark.parametrize("key", keys())
def test_every_header_is_one_that_is_read(key: str) -> None:
    form = get_form(key)
    layout = layout_of(form)
    for facts, columns in ((form, layout.columns), *((s.facts, s.columns) for s in layout.sheets)):
        headers = [NUMBER, *(column.header for column in columns)]
        assert len(headers) == len(set(headers))
        plan = plan_of(facts, headers)
        assert not plan.problems
        assert [target.path for target in plan.targets] == [column.path for column in columns]
    names = [MAIN_SHEET, OPTIONS_SHEET, *(sheet.name for sheet in layout.sheets)]
    assert len(names) == len(set(names))
    assert all(len(name) <= 31 and not set(name) & set(r"[]:*?/\'") for name in names)

"""附件十 成果檢核表: nine items, the last of them in the row of 實施成效."""

from itertools import chain

from jingjin_forms.programmes.active_teaching.forms.curriculum_outcome_checklist import (
    CurriculumOutcomeChecklist,
)
from tests.helpers import table_texts


def test_nine_items_in_three_groups():
    context = CurriculumOutcomeChecklist.blank().context()
    groups = ("對話機制", "課程規劃", "成果檢核")
    assert [len(context[group]) for group in groups] == [3, 3, 3]


def test_ticks_of_the_sample():
    table = [*chain(*table_texts(CurriculumOutcomeChecklist.sample().to_bytes()))]
    done, not_done = ["✓", ""], ["", "✓"]
    assert [row[-2:] for row in table[5:14]] == [
        *(done, done, not_done),
        *(done, done, done),
        *(done, done, done),
    ]


def test_last_item_shares_its_row_with_the_achievements():
    form = CurriculumOutcomeChecklist(school="甲國小", results={"紙本一冊": "未完成"})
    form.achievements = "課程地圖三張"
    table = [*chain(*table_texts(form.to_bytes()))]
    head, cell, done, not_done = table[13]
    assert head == "實施成效\n(請自行列舉)"
    assert cell.startswith("檢附發展特色本位")
    assert cell.endswith("|課程地圖三張")
    assert (done, not_done) == ("", "✓")

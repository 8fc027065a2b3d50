"""附件三 計畫一-教師自主社群研習申請表: the rows of 研習流程 and the list of answers."""

import pytest

from jingjin_forms.programmes.active_teaching.forms.community_workshop_application import (
    CommunityWorkshopApplication,
)
from tests.helpers import docx_text, table_texts

BLANK = ["", "", "", ""]


def timetable(count: int) -> list[list[str]]:
    activities = [{"時間": f"第{n}節", "地點": "甲"} for n in range(1, count + 1)]
    form = CommunityWorkshopApplication(community_name="乙社群", timetable=activities)
    return table_texts(form.to_bytes())[1]


@pytest.mark.parametrize(("count", "blank"), [(0, 4), (1, 3), (3, 1), (4, 0), (5, 0), (12, 0)])
def test_four_rows_or_more_and_the_last_is_going_home(count: int, blank: int):
    head, *rows, last = timetable(count)
    assert head == ["時間", "活動內容", "主持人/主講人", "活動地點"]
    assert rows[:count] == [[f"第{n}節", "", "", "甲"] for n in range(1, count + 1)]
    assert rows[count:] == [BLANK] * blank
    assert last == ["賦 歸"]


def test_padding_adds_no_facts():
    form = CommunityWorkshopApplication(community_name="乙社群", timetable=[{"時間": "09:00"}])
    assert len(form.context()["研習流程"]) == 4
    assert len(form.timetable) == 1
    assert len(form.context()["研習流程"]) == 4


def test_answers_stand_under_or_behind_their_numbers():
    lines = docx_text(CommunityWorkshopApplication.sample().to_bytes())
    assert "五、預計參與人數：36" in lines
    assert lines[lines.index("十一、注意事項：") + 1].startswith("請自備筆記型電腦")
    assert lines[lines.index("二、目的：") + 1].startswith("1. 認識")


def test_what_is_asked_of_a_continued_one_is_printed_for_a_new_one_too():
    form = CommunityWorkshopApplication(
        community_name="乙社群", application_status="初辦", previous_results="成果甲"
    )
    lines = docx_text(form.to_bytes())
    assert "申辦情形：■初辦  □續辦" in lines
    assert lines[lines.index("一、前一年辦理成果：簡述(300字以內，初辦免填)") + 1] == "成果甲"


def test_no_subsidy():
    form = CommunityWorkshopApplication(community_name="乙社群", other_subsidy={"是否已申請": "否"})
    page = "\n".join(docx_text(form.to_bytes()))
    assert "補助：■否  □是(補助單位：_____；計畫名稱：_____；補助金額：新臺幣_____)" in page

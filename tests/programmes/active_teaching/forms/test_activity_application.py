"""附件六 計畫四申請表: the boxes, and prompts that stay above the answers."""

import pytest

from jingjin_forms.programmes.active_teaching.forms.activity_application import ActivityApplication
from tests.helpers import docx_text


def printed(**facts: object) -> str:
    return "\n".join(docx_text(ActivityApplication(school="甲國小", **facts).to_bytes()))


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({}, ("□分校名稱_____", "□分班名稱_____")),
        ({"branch_name": "乙分校"}, ("■分校名稱 乙分校", "□分班名稱_____")),
        ({"branch_class_name": "丙分班"}, ("□分校名稱_____", "■分班名稱 丙分班")),
        (
            {"branch_name": "乙分校", "branch_class_name": "丙分班"},
            ("■分校名稱 乙分校", "■分班名稱 丙分班"),
        ),
    ],
)
def test_a_name_ticks_the_box_before_it(facts: dict[str, str], shown: tuple[str, str]):
    page = printed(**facts)
    assert all(piece in page for piece in shown)


@pytest.mark.parametrize(
    ("school_type", "boxes"),
    [
        (None, "□極偏 □特偏 □偏遠"),
        ("極偏", "■極偏 □特偏 □偏遠"),
        ("特偏", "□極偏 ■特偏 □偏遠"),
        ("偏遠", "□極偏 □特偏 ■偏遠"),
    ],
)
def test_boxes_of_the_school_type(school_type: str | None, boxes: str):
    assert f"學校類型：{boxes}" in printed(school_type=school_type)


@pytest.mark.parametrize(
    ("subsidy", "shown"),
    [
        ({}, "□否  □是(補助單位：_____；計畫名稱：_____；補助金額：新臺幣_____)"),
        (
            {"是否已申請": "否"},
            "■否  □是(補助單位：_____；計畫名稱：_____；補助金額：新臺幣_____)",
        ),
        (
            {"是否已申請": "是", "補助單位": "丁縣政府", "計畫名稱": "戊", "補助金額": 60000},
            "□否  ■是(補助單位：丁縣政府；計畫名稱：戊；補助金額：新臺幣60,000元)",
        ),
        ({"補助金額": 0}, "□否  □是(補助單位：_____；計畫名稱：_____；補助金額：新臺幣0元)"),
    ],
)
def test_other_subsidy(subsidy: dict[str, object], shown: str):
    assert f"本計畫是否已申請政府補助：{shown}" in printed(other_subsidy=subsidy)


def test_an_answer_follows_its_prompt():
    page = printed(goals_text="目標甲", previous_results="成果乙")
    assert "需對應申請項目進行撰寫\n目標甲\n" in page
    assert "(300字以內，初辦免填)\n成果乙\n" in page


def test_results_of_a_first_application_are_printed_all_the_same():
    assert "成果乙" in printed(application_status="初辦", previous_results="成果乙")

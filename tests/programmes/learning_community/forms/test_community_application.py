"""附件-1 教師專業學習社群申請書: rows of three members, counted sessions, the paper's years."""

import pytest

from jingjin_forms.programmes.learning_community.forms.community_application import (
    CommunityApplication,
)
from tests.helpers import docx_text


def application(**facts: object) -> CommunityApplication:
    return CommunityApplication.load(
        {"學校名稱": "臺中市和平區晨曦國民小學", "社群名稱": "數學探究", **facts}
    )


def printed(form: CommunityApplication) -> str:
    return "".join("".join(docx_text(form.to_bytes())).split())


@pytest.mark.parametrize(("members", "rows"), [(0, 3), (3, 3), (9, 3), (10, 4), (12, 4)])
def test_three_members_to_a_row(members: int, rows: int):
    form = application(社群成員=[{"姓名": f"甲{n}"} for n in range(members)])
    shown = form.context()["成員列"]
    assert [len(row) for row in shown] == [3] * rows
    assert [m["姓名"] for row in shown for m in row if m["姓名"]] == [
        f"甲{n}" for n in range(members)
    ]


@pytest.mark.parametrize(("sessions", "rows"), [(0, 6), (2, 6), (6, 6), (8, 8)])
def test_sessions_are_counted_from_1(sessions: int, rows: int):
    form = application(實施期程=[{"實施內容": f"第{n}回"} for n in range(1, sessions + 1)])
    text = docx_text(form.to_bytes())
    after = text[max(i for i, line in enumerate(text) if "人數" in line) :]
    assert [line for line in after if line.isdecimal()] == [str(n + 1) for n in range(rows)]
    assert [line for line in after if "回" in line] == [f"第{n + 1}回" for n in range(sessions)]


def test_title_names_school_and_community():
    title = "和平區晨曦國小數學探究教師專業學習社群申請書"
    assert title in printed(application())
    assert title in printed(application(社群名稱="數學探究教師專業學習社群"))


def test_years_follow_from_the_school_year():
    text = printed(application(學年度=112))
    assert "113年度臺中市政府教育局" in text
    assert text.count("112學年度教師專業發展評鑑計畫") == 2
    assert "(從113年2月1日至113年11月30日至少6次）" in text


def test_period_as_given():
    text = printed(application(執行期程="103年3月1日至103年10月31日"))
    assert "(從103年3月1日至103年10月31日至少6次）" in text


@pytest.mark.parametrize("given", [["說理", "提問"], "說理\n提問\n"])
def test_goals_are_numbered(given: object):
    text = docx_text(application(社群目標=given).to_bytes())
    assert [line for line in text if line[:2] in ("1.", "2.", "3.")] == ["1.說理", "2.提問", "3."]


def test_boxes():
    text = printed(CommunityApplication.sample())
    assert "□本校參與教育部" in text
    assert "☑本校未參與教育部" in text
    assert "☑學科/領域/學群" in text
    assert "☑主題探討(含專書、影帶)☑其他：家長數學日" in text
    assert text.count("☑") == 8  # one, one, and six of the 16 methods

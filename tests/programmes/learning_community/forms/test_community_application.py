"""附件-1 教師專業學習社群申請書: rows of three members, counted sessions, the paper's years."""

from pathlib import Path

import pytest

from jingjin_forms import FactsError, FormNotFoundError
from jingjin_forms.checks.finding import ARITHMETIC, NO_YEAR
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


@pytest.mark.parametrize(
    "year",
    [{"年度": 113}, {"年度": "113年度"}, {"學年度": 112}, {"年度": 113, "學年度": "112學年度"}],
    ids=str,
)
def test_the_year_typed_is_the_year_printed(year: dict[str, object]):
    form = application(**year)
    text = printed(form)
    assert (form.budget_year, form.school_year) == (113, 112)
    assert "113年度臺中市政府教育局" in text
    assert text.count("112學年度教師專業發展評鑑計畫") == 2
    assert "(從113年2月1日至113年11月30日至少6次）" in text
    assert [found.code for found in form.check() if found.code in (ARITHMETIC, NO_YEAR)] == []


def test_years_that_do_not_agree_are_told():
    form = application(年度=103, 學年度=103)
    assert "103年度臺中市" in printed(form)
    assert [found.message for found in form.check() if found.code == ARITHMETIC] == [
        "填的是 103，依其他欄位算出是 102，紙上印後者。"
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"年度": "102學年度"}, "「102學年度」是學年度，這裡填年度；.*102學年度要填 103"),
        ({"年度": 2014}, "西元年；請填民國年度"),
        ({"年度": "下年度"}, "不是年度；請填民國年度"),
        ({"學年度": "九百"}, "缺年度"),
        ({"學年度": 102, "school_year": 102}, "給了兩次"),
    ],
    ids=str,
)
def test_years_refused(given: dict[str, object], said: str):
    with pytest.raises(FactsError, match=said):
        application(**given)


def test_without_a_year_the_paper_prints_the_blank_and_says_so():
    form = application()
    text = "".join(docx_text(form.to_bytes()))
    assert "　　年度臺中市" in text
    (told,) = [found for found in form.check() if found.code == NO_YEAR]
    assert (told.path, told.message[:14]) == (("年度",), "沒有填年度，紙上印空白；以 "[:14])


def test_messages_call_the_year_as_the_paper_does():
    (told,) = application(年度=104).year_findings()
    assert told.message.startswith("這份資料是 104年度，沒有該年度的規定可以對照；以下以 103年度《")
    with pytest.raises(FormNotFoundError, match=r"沒有 104年度的空白.*；有的是 103年度。"):
        CommunityApplication.blank(103)
    assert "103年度臺中市政府教育局" in printed(CommunityApplication.blank())
    assert CommunityApplication.sample(103).budget_year == 104


def test_a_paper_that_is_read_has_its_year(tmp_path: Path):
    paper = CommunityApplication.sample().save(tmp_path / "甲.docx")
    again = CommunityApplication.read(paper)
    assert (again.budget_year, again.check()) == (103, ())
    assert again.to_bytes() == paper.read_bytes()


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
    assert "■本校未參與教育部" in text
    assert "■學科/領域/學群" in text
    assert "■主題探討(含專書、影帶)■其他：家長數學日" in text
    assert text.count("■") == 8  # one, one, and six of the 16 methods

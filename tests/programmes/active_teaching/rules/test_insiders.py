"""Who comes from outside: people of the school itself, and those who come to it."""

import pytest

from jingjin_forms.programmes.active_teaching.forms.programme_budget import ProgrammeBudget
from jingjin_forms.programmes.active_teaching.rules.insiders import (
    From,
    origin,
    words_for_insiders,
)

SCHOOL = "花蓮縣吉安鄉晨曦國民小學"
INSIDE = (
    "內聘 校內教師 校內講師 校內陳木言老師 校內兼任行政教師 本校陳木言 本校教師陳木言 "
    "本校陳木言老師 本校教務主任林若水 本校兼任行政教師 本校資深教師主講 本校同仁 由本校教師擔任 "
    "晨曦國小陳木言 晨曦國小陳木言老師 晨曦國民小學陳木言主任 吉安鄉晨曦國民小學教師 "
    "花蓮縣吉安鄉晨曦國民小學陳木言老師 講師：晨曦國小林若水 陳木言(晨曦國小教師)"
)
OUTSIDE = (
    "外聘 林雨青 林雨青教授到本校指導 林雨青教授輔導校內教師 協助本校教師發展課程 "
    "帶領本校教師共備 提升本校教師素養 與本校老師共備 至晨曦國小辦理 林雨青到晨曦國小4次 "
    "於本校視聽教室 在校內講座4場 校內研習4場 校內外講師 校內教師30人參加 本校教師12人 "
    "本校教師專業社群 本校周三進修 本校課程方案 本校辦理教師研習 本校辦理講座4場 "
    "本校聘請講師林雨青 本校邀請張老師 晨曦國小工作坊4場 晨曦國小高年級 晨曦國小周六 "
    "晨曦國小全校共備 望海國中張老師 他校教師"
)
BOTH = (
    "校內、外聘各10節 內、外聘講師 外聘與內聘 內聘教師；東岸大學教授 "
    "外聘林教授8節，本校陳木言老師2節"
)


def whence(note: str, item: str = "講座鐘點費", school: str = SCHOOL) -> From:
    budget = ProgrammeBudget.load({"學校名稱": school, "經費項目": [{"項目": item, "說明": note}]})
    return origin(budget.lines[0], budget)


@pytest.mark.parametrize("note", INSIDE.split(" "))
def test_inside(note: str):
    assert whence(note) is From.INSIDE


@pytest.mark.parametrize("note", ["", *OUTSIDE.split(" ")])
def test_outside(note: str):
    assert whence(note) is From.OUTSIDE


@pytest.mark.parametrize("note", BOTH.split(" "))
def test_both(note: str):
    assert whence(note) is From.BOTH


def test_the_item_says_it_too():
    assert whence("", "內聘講座鐘點費") is From.INSIDE
    assert whence("", "講座鐘點費（本校教師）") is From.INSIDE
    assert whence("", "講座鐘點費（外聘）") is From.OUTSIDE


def test_the_name_is_that_of_the_applicant():
    assert whence("晨曦國小陳木言", school="花蓮縣立望海國民中學") is From.OUTSIDE
    assert whence("海星中學王老師", school="海星中學") is From.INSIDE
    assert whence("東岸協會講師", school="社團法人東岸協會") is From.OUTSIDE


def test_a_short_name_may_be_given():
    facts = {"全銜": "花蓮縣私立海岸實驗國民小學", "簡稱": "海岸實小"}
    line = {"項目": "諮詢費", "說明": "海岸實小 陳木言老師"}
    budget = ProgrammeBudget.load({"學校名稱": facts, "經費項目": [line]})
    assert words_for_insiders(budget.lines[0], budget) == "海岸實小 陳木言老師"

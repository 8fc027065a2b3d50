"""What 說明 and 單位 tell of visits, and what they don't."""

from decimal import Decimal

import pytest

from jingjin_forms.parts import BudgetLine
from jingjin_forms.programmes.active_teaching.rules.visit_notes import (
    Counted,
    counted_by,
    dates_of,
    names_of,
    visits_of,
)


def line(note: str = "", unit: str = "") -> BudgetLine:
    return BudgetLine(item="諮詢費", unit=unit, note=note)


@pytest.mark.parametrize(
    ("note", "longest", "hours", "times", "people"),
    [
        ("大學團隊到校4次，每次3小時。", 3, None, 4, 1),
        ("到校四次，每次六小時", 6, None, 4, 1),
        ("上學期2次、下學期2次，每次５小時", 5, None, 4, 1),
        ("到校一次，共7小時", None, 7, 1, 1),
        ("到校1次7小時", 7, None, 1, 1),
        ("到校2次,13小時", None, 13, 2, 1),
        ("當日7小時", None, 7, 1, 1),
        ("林雨青教授 10月5日 6小時", None, 6, 1, 1),
        ("112/10/5、112/11/2 每場 3 小時", 3, None, 2, 1),
        ("每人每次6小時", 6, None, None, 1),
        ("每次6.5 小時", "6.5", None, None, 1),
        ("每次到校7時", 7, None, None, 1),
        ("每場2節", 2, None, None, 1),
        ("3小時/次", 3, None, None, 1),
        ("共20小時", None, 20, None, 1),
        ("上午3小時、下午4小時", None, None, None, 1),
        ("每次上午9時至12時", None, None, None, 1),
        ("每次 9:00-12:00", None, None, None, 1),
        ("第1次到校", None, None, None, 1),
        ("2位教授", None, None, None, 2),
        ("教授2人*6小時*4次", None, 6, 4, 2),
        ("林雨青教授、王大明教授各3小時", None, 3, None, 2),
        ("林教授4小時、王副教授3小時", None, None, None, 2),
        ("大學教授", None, None, None, 1),
        ("每次3至4小時", 4, None, None, 1),
        ("每次6-7小時", 7, None, None, 1),
        ("一小時1,000元", None, None, None, 1),
        ("1,000元/小時，每次3小時", 3, None, None, 1),
        ("1000元*6小時*4次", None, 6, 4, 1),
        ("參加教師30人", None, None, None, 1),
        ("", None, None, None, 1),
    ],
)
def test_visits(
    note: str, longest: int | str | None, hours: int | None, times: int | None, people: int
):
    said = visits_of(line(note))
    assert said.longest == (None if longest is None else Decimal(longest))
    assert (said.hours, said.times, said.people) == (hours, times, people)


def test_there_may_be_more():
    assert visits_of(line("每學期2次")).may_be_more
    assert not visits_of(line("到校2次")).may_be_more


@pytest.mark.parametrize(
    ("counted", "units"),
    [
        (Counted.HOURS, "小時 時 人時 節 堂 鐘點 人/小時 人次/時 每小時 hr"),
        (Counted.VISITS, "次 人次 場 場次 趟 日 天 人 位 半日"),
        (Counted.OTHERWISE, "式 學期 年 時段 批"),
        (Counted.NOTHING, ""),
    ],
)
def test_by_what_a_line_counts(counted: Counted, units: str):
    assert {counted_by(line(unit=unit)) for unit in units.split(" ")} == {counted}


def test_days_and_names():
    note = "112年10月5日及11/2 林雨青教授、陳木言 老師，每次3小時，13/45"
    assert dates_of(line(note)) == {(10, 5), (11, 2)}
    assert names_of(line(note)) == {"林雨青", "陳木言"}
    assert names_of(line("大學教授、外聘委員、林教授")) == {"林"}

"""Lines of 附件八 as clerks write them, held against all its rules at once.

A ? behind a number is a reminder; every line that is lawful is silent.
"""

from typing import Any

import pytest

from jingjin_forms.checks import Severity
from jingjin_forms.programmes.active_teaching.forms.programme_budget import ProgrammeBudget

SCHOOL = "花蓮縣吉安鄉晨曦國民小學"
PROFESSOR = "林雨青教授"
Line = dict[str, Any]


def ln(
    item: str,
    price: int | None,
    quantity: int | None = 1,
    unit: str = "",
    note: str = PROFESSOR,
) -> Line:
    return {"項目": item, "單價": price, "數量": quantity, "單位": unit, "說明": note}


def held(plan: str, lines: list[Line], *numbers: str) -> list[str]:
    """The numbers among these that are held against the lines."""
    facts = {"學校名稱": SCHOOL, "計畫別": plan, "經費項目": lines}
    found = ProgrammeBudget.load(facts).check()
    marks = {f.rule + "?" * (f.severity is Severity.WARNING) for f in found if f.rule in numbers}
    return sorted(marks)


ADVICE: list[tuple[Line, str]] = [
    # By the hour
    (ln("諮詢費", 1_000, 6, "小時"), ""),
    (ln("諮詢費", 1_001, 6, "小時"), "C08"),
    (ln("輔導費", 1_001, 1, "人/小時"), "C08"),
    (ln("指導費", 1_500, 1, "節"), "C08"),
    (ln("諮詢費", 1_500, 1, "人時"), "C08"),
    (ln("諮詢費", 1_500, 1, " 小時 "), "C08"),
    (ln("諮 詢 費", 1_500, 1, "小時"), "C08"),
    (ln("2.諮詢費（外聘）", 1_500, 1, "小時"), "C08"),
    (ln("專家諮詢", 1_500, 1, "小時"), "C08"),
    (ln("指導費", 2_000, 1, "節", "2位教授"), ""),
    (ln("指導費", 2_001, 1, "節", "2位教授"), "C08"),
    # Longer than a visit
    (ln("諮詢費", 1_000, 7, "小時"), "C09?"),
    (ln("諮詢費", 1_000, 6, "小時", "林教授到校一次"), ""),
    (ln("諮詢費", 1_000, 7, "小時", "林教授到校一次"), "C09"),
    (ln("諮詢費", 1_000, 7, "時", "林教授到校1次"), "C09"),
    (ln("諮詢費", 1_000, 7, "小時", "林教授，同一日"), "C09"),
    (ln("諮詢費", 1_000, 6, "小時", "林教授 10月5日"), ""),
    (ln("諮詢費", 1_000, 7, "小時", "林教授 10月5日"), "C09"),
    (ln("諮詢費", 1_000, 7, "小時", "林教授 10月5日、11月2日"), ""),
    (ln("諮詢費", 1_000, 12, "小時", "林教授到校2次"), ""),
    (ln("諮詢費", 1_000, 13, "小時", "林教授到校2次"), "C09"),
    (ln("諮詢費", 1_000, 12, "小時", "2位教授到校1次"), ""),
    (ln("諮詢費", 1_000, 13, "小時", "2位教授到校1次"), "C09"),
    (ln("諮詢費", 1_000, 20, "小時", "林教授每學期到校2次"), ""),
    (ln("諮詢費", 1_000, 20, "", "林教授到校4次，每次5小時"), ""),
    (ln("諮詢費", 1_000, 24, "小時", "林教授４次×６小時"), ""),
    (ln("諮詢費", 1_000, 24, "小時", "教授1人*6小時*4次"), ""),
    (ln("諮詢費", 1_000, 7, "小時", "林教授，每次7小時"), "C09"),
    # By the visit
    (ln("諮詢費", 1_000, 1, "次"), ""),
    *((ln("諮詢費", 2_500, 2, unit), "C08?") for unit in ("人", "人次", "次", "場")),
    (ln("諮詢費", 2_500, 1, "人次", "林教授，每次3小時"), ""),
    (ln("諮詢費", 2_500, 1, "人次", "林教授，每次2小時"), "C08"),
    (ln("諮詢費", 3_000, 4, "次", "林教授，每次3小時"), ""),
    (ln("諮詢費", 3_001, 4, "次", "林教授，每次3小時"), "C08"),
    (ln("諮詢費", 6_000, 4, "次", "林教授，每次6小時"), ""),
    (ln("諮詢費", 6_001, 4, "次", "林教授，每次6小時"), "C09"),
    (ln("諮詢費", 6_000, 4, "次", "林教授"), "C08?"),
    (ln("諮詢費", 6_000, 4, "次", "林教授 1000元*6小時*4次"), ""),
    (ln("諮詢費", 7_000, 1, "次", "林教授"), "C09"),
    (ln("諮詢費", 6_000, 1, "次", "林教授，7小時"), "C09"),
    (ln("諮詢費", 6_000, 1, "日", "林教授 10月5日 9時至16時"), "C08?"),
    (ln("諮詢費", 12_000, 1, "場", "2位教授，每場6小時"), ""),
    (ln("諮詢費", 12_001, 1, "場", "2位教授，每場6小時"), "C09"),
    (ln("輔導費", 8_000, 1, "場", "林雨青教授、王大明教授各4小時"), ""),
    (ln("指導費", 3_000, 5, "人次", "指導教授3小時"), ""),
    (ln("指導費", 3_001, 5, "人次", "指導教授3小時"), "C08"),
    # By neither
    (ln("諮詢費", 1_500, 1, ""), "C08?"),
    (ln("諮詢費", 6_001, 1, ""), "C09"),
    (ln("諮詢費", None, None), ""),
    (ln("諮詢費", 20_000, 1, "式"), "C08?"),
    (ln("諮詢費", 20_000, 1, "學期"), "C08?"),
    (ln("諮詢費", 20_000, 1, "式", "林教授到校5次，每次4小時"), ""),
    (ln("諮詢費", 20_001, 1, "式", "林教授到校5次，每次4小時"), "C08"),
    (ln("諮詢費", 20_000, 1, "式", "林教授，共20小時"), "C09?"),
    (ln("諮詢費", 10_000, 1, "式", "林教授，2小時×5次"), ""),
    (ln("諮詢費", 10_001, 1, "式", "林教授，2小時×5次"), "C08"),
    (ln("諮詢費", 20_001, 1, "式", "林教授，共20小時，分5次"), "C08"),
    (ln("諮詢費", 3_000, 2, "次", "林教授，一小時1,000元"), "C08?"),
    (ln("諮詢費", 6_000, 2, "次", "林教授，每次6至7小時"), "C09"),
    (ln("諮詢費", 1_000, 7, "小時", "林教授4小時、王教授3小時"), ""),
    # Whom it pays
    (ln("諮詢費", 1_000, 2, "小時", ""), "C11?"),
    (ln("諮詢費", 1_000, 2, "小時", "本校教師陳木言"), "C11"),
    (ln("諮詢費", 1_000, 2, "小時", "晨曦國小陳木言老師"), "C11"),
    (ln("輔導費（校內教師）", 1_000, 2, "小時"), ""),
    (ln("輔導費（校內教師）", 1_000, 2, "小時", "陳木言"), "C11"),
    (ln("輔導費", 1_000, 2, "小時", "校內兼任行政教師"), "C11"),
    (ln("輔導費", 1_000, 2, "小時", "林教授輔導本校教師"), ""),
    (ln("輔導費", 1_000, 2, "小時", "望海國中林老師"), ""),
    # Not these fees
    (ln("夜間輔導費", 2_000, 1, "次", "值班教師"), ""),
    (ln("學生輔導費", 550, 10, "節", "本校教師"), ""),
    (ln("課後輔導費", 2_500, 1, "人", "本校教師"), ""),
    (ln("課業輔導鐘點費", 550, 40, "節", "本校教師"), ""),
    (ln("輔導費（課後）", 2_500, 1, "人", "本校教師"), ""),
    (ln("指導費-社團", 1_500, 1, "節", "本校教師"), ""),
    (ln("心理諮詢費", 2_000, 1, "小時"), ""),
    (ln("出席費", 2_500, 4, "人次", "諮詢委員"), ""),
    (ln("出席費（諮詢會議）", 2_500, 4, "人次"), ""),
    (ln("講座鐘點費", 2_000, 8, "節", "外聘"), ""),
    (ln("諮詢委員交通費", 3_000, 2, "人次", "核實"), ""),
]


@pytest.mark.parametrize(("line", "numbers"), ADVICE, ids=str)
def test_advice(line: Line, numbers: str):
    assert held("計畫四", [line], "C08", "C09", "C10", "C11") == numbers.split()


def test_one_visit_a_day():
    first = ln("諮詢費", 1_000, 3, "小時", "林雨青教授 10月5日")
    for other, numbers in (
        ("林雨青教授 10月5日", ["C10?"]),
        ("林雨青教授 112/10/5", ["C10?"]),
        ("林雨青教授 10月6日", []),
        ("王大明教授 10月5日", []),
        ("林雨青教授", []),
    ):
        assert held("計畫四", [first, ln("指導費", 1_000, 3, "小時", other)], "C10") == numbers
    lecture = ln("講座鐘點費", 2_000, 2, "節", "林雨青教授 10月5日")
    assert held("計畫四", [first, lecture], "C10") == []


def paid(note: str, hours: int = 20, unit: str = "節", item: str = "講座鐘點費") -> Line:
    return ln(item, 1_000, hours, unit, note)


HOURS: list[tuple[list[Line], str]] = [
    ([paid("外聘")], ""),
    ([paid("外聘", 19)], "C26"),
    ([paid("")], ""),
    *(
        ([paid(note)], "C26")
        for note in ("內聘", "校內教師", "本校教師陳木言", "晨曦國小陳木言", f"{SCHOOL}陳木言老師")
    ),
    *(
        ([paid(note)], "")
        for note in ("至本校講座", "林教授到晨曦國小", "本校教師研習", "校內研習4場")
    ),
    ([paid("外聘", 12), paid("本校教師", 8)], "C26"),
    ([paid("外聘"), paid("本校教師", 8)], ""),
    ([paid("外聘、內聘各10節")], "C26?"),
    *(([paid("外聘", 20, unit)], "") for unit in ("", "小時", "堂")),
    *(([paid("外聘", item=item)], "") for item in ("鐘點費", "專題演講費", "外聘講師鐘點費")),
    ([paid("", item="內聘講座鐘點費")], "C26"),
    ([paid("", item="講座鐘點費-內聘")], "C26"),
    ([paid("", item="代課鐘點費")], "C26"),
    ([paid("", item="課後輔導鐘點費")], "C26"),
    ([paid("林教授，每次5小時", 4, "次", "諮詢費")], ""),
    ([paid("林教授，每次4小時", 4, "次", "諮詢費")], "C26"),
    ([paid("林教授", 4, "次", "諮詢費")], "C26?"),
    ([paid("外聘"), paid("", 4, "趟", "講師交通費")], ""),
    ([paid("外聘", 19), paid("", 4, "趟", "講師交通費")], "C26"),
    ([paid("外聘"), paid("林教授", 2, "人次", "出席費")], ""),
    ([paid("外聘", 10), paid("林教授，每次5小時", 2, "人次", "出席費")], ""),
]


@pytest.mark.parametrize(("lines", "numbers"), HOURS, ids=str)
def test_hours(lines: list[Line], numbers: str):
    assert held("計畫一", lines, "C26") == numbers.split()


SHARES = {
    "C05": (20_000, "教材教具費 材料費 教材費 教材 教具 教具費 實驗材料費 學員材料費"),
    "C07": (10_000, "資料蒐集費 資料搜集費 資料費 圖書費 圖書 書籍費 參考書籍費 購書費"),
    "": (30_000, "印刷費 教材印刷費 教材編輯費 證書費 圖書館參訪費 資料印刷費 文具費 交通費 雜支"),
}


@pytest.mark.parametrize(
    ("number", "most", "item"),
    [(number, most, item) for number, (most, said) in SHARES.items() for item in said.split()],
)
def test_shares(number: str, most: int, item: str):
    def shared(amount: int) -> list[str]:
        lines = [ln(item, amount, note="如清單"), ln("膳費", 100_000 - amount)]
        return held("計畫一", lines, "C05", "C07", "C25")

    assert shared(most) == []
    assert shared(most + 1) == ([number] if number else [])


def test_goods_and_books_in_one_line_are_to_be_divided():
    lines = [ln("教材教具費及資料蒐集費", 25_000, note="如清單"), ln("膳費", 75_000)]
    assert held("計畫一", lines, "C05", "C07") == ["C07?"]


def test_such_a_line_is_held_against_neither_list():
    """E03: how much of it belongs to which list nobody can say."""
    facts = {
        "學校名稱": SCHOOL,
        "計畫別": "計畫一",
        "經費項目": [ln("教材教具費及資料蒐集費", 25_000, note="如清單")],
        "物品明細": [{"品名": "磁鐵", "單價": 15_000, "數量": 1}],
        "書籍清單": [{"書名": "海岸", "單價": 10_000, "數量": 1}],
    }
    assert [f for f in ProgrammeBudget.load(facts).check() if f.rule == "E03"] == []

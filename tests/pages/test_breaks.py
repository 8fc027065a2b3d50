"""The rules for page breaks find what an officer would send back, and let the rest be."""

import pytest

from jingjin_forms.typeset import typeset
from tests.pages.breaks import PrintedPage, page_faults

BUDGET = typeset("""
[keep] 一、經費：

table 4 4 4
rows header
| 項目 | 單價 | 總價
rows
| 講師費 | 1,000 | 6,000
| 印刷費 | 50 | 2,000
| 小計 | | 8,000
| 承辦人： | 主任： | 校長：
| 備註：一、依規定辦理。 | <*2
endtable

[break] 【表 2】
""")
HEAD = "項目單價總價"
FIRST = f"一、經費：{HEAD}講師費1,0006,000"


def page(text: str, *, last: str = "", lines: int = 2, half: bool = False) -> PrintedPage:
    return PrintedPage(text, last, lines, half, is_picture=False, begins_paper=False)


def faults(*pages: PrintedPage) -> list[str]:
    return [fault.partition(":")[0] for fault in page_faults(BUDGET, pages)]


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (page(f"{HEAD}小計8,000承辦人：主任：校長："), "page 2 begins with what closes a table"),
        (page("承辦人：主任：校長："), "page 2 begins with what closes a table"),
        (page(HEAD), "page 2 holds nothing"),
        (page("他勻支之。", lines=1), "page 2 holds a lone line"),
        (page(f"{HEAD}印刷費502,000"), "page 2 holds a lone row"),
    ],
)
def test_a_second_page_that_is_wrong(second: PrintedPage, fault: str):
    assert faults(page(FIRST), second) == [fault]


@pytest.mark.parametrize(
    "second",
    [
        page(f"{HEAD}印刷費502,000小計8,000承辦人：主任：校長："),
        page("備註：一、依規定辦理。", lines=1),
    ],
)
def test_a_second_page_that_is_right(second: PrintedPage):
    assert faults(page(FIRST), second) == []


@pytest.mark.parametrize(
    ("first", "fault"),
    [
        (page(f"一、經費：{HEAD}"), "page 1 ends with the head of a table"),
        (page("一、經費：", last="一、經費："), "page 1 ends with a heading"),
        (page(FIRST, half=True), "page 1 is half empty"),
    ],
)
def test_a_first_page_that_is_wrong(first: PrintedPage, fault: str):
    assert faults(first, page(f"{HEAD}印刷費502,000小計8,000")) == [fault]


def test_a_page_may_end_anywhere_before_a_break():
    assert faults(page(FIRST, half=True), page("【表2】經費概算表一、二、", lines=1)) != []
    assert faults(page(FIRST, half=True), page("【表2】經費概算表一、二、")) == []

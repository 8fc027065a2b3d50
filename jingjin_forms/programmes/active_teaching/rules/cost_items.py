"""Which of the text's 支應項目 a line of 附件七 or 附件八 is, by what people write in 項目.

項目 is read up to its first bracket or colon, without blanks and numbering: 1. 諮詢費（林教授）.
What follows the word says what is really paid for, 諮詢委員交通費, and so may what stands before
it, 夜間輔導費, so a line counts only where neither names another thing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from jingjin_forms.checks.reading import LINES, Read, Reading, value_at
from jingjin_forms.parts.budget import BudgetLine, total_of
from jingjin_forms.values.amount import half_width

_numbering = re.compile(r"^(?:[(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[).、．])+")
_end_of_item = re.compile(r"[(:\[【〔「-]")
_general = re.compile("(?:業務費|經常門|其[他它]|補助項目|$)")
"""Headings that say nothing themselves: 業務費（教材教具費）."""

_ANOTHER_THING = (
    "印|稿|編[輯撰]|運|寄|郵|審查|鐘點|講座|講師|出席|交通|車|旅|膳|餐|茶|住宿|場地|租|保[險費]|健保"
    "|研發|開發|設計|工讀|整理|管理|袋|夾|館|室|設備|櫃|架|維[修護]|庫|手冊|會議|教練|代課"
)


class CostItem(NamedTuple):
    """An item of the text, and the words by which its lines are known."""

    called: str
    words: re.Pattern[str]
    before: re.Pattern[str] | None = None
    """What makes another thing of it when it stands before the words."""
    after: re.Pattern[str] | None = None
    """The same behind them."""
    beside: re.Pattern[str] | None = None
    """The same in the bracket behind them: 輔導費（課後）."""

    def is_meant(self, item: str) -> bool:
        """Whether a 項目 means it."""
        said = said_in(item)
        found = [*self.words.finditer(said)]
        if not found:
            return False
        before, after = said[: found[0].start()], said[found[-1].end() :]
        return not (
            (self.before and self.before.search(before))
            or (self.after and self.after.search(after))
            or (self.beside and self.beside.search(half_width(item)))
        )

    def lines(
        self, facts: Any, lists: Sequence[str] = (LINES,)
    ) -> Iterator[tuple[str, int, BudgetLine]]:
        """Its lines, with their list and index."""
        for label in lists:
            for index, line in enumerate(value_at(facts, label)):
                if self.is_meant(line.item):
                    yield label, index, line

    def sum(self, lists: Sequence[str] = (LINES,)) -> Reading:
        """What its lines come to."""

        def read(facts: Any) -> Iterator[Read]:
            total = total_of(line for _, _, line in self.lines(facts, lists))
            yield Read((lists[0], self.called), total)

        return Reading(self.called, read)

    def each(self, label: str, *, called: str, lists: Sequence[str] = (LINES,)) -> Reading:
        """One fact of each of its lines."""

        def read(facts: Any) -> Iterator[Read]:
            for rows, index, line in self.lines(facts, lists):
                yield Read((rows, index, label), value_at(line, label))

        return Reading(called, read)


def said_in(item: str) -> str:
    """The words of a 項目 that name what is paid for."""
    whole = _numbering.sub("", re.sub(r"\s", "", half_width(item)))
    head = _end_of_item.split(whole, 1)[0]
    return whole if _general.fullmatch(head) else head


_other_thing = re.compile(_ANOTHER_THING)
_whom_pupils_have = re.compile(
    "學生|課後|課業|夜|晚自習|扶助|補救|心理|生活|升學|寒假|暑|宿|社團|校隊|球隊|競賽|適性|生涯"
    "|家長|家庭|補習|自習|法律|出席|講座|講師|演講"
)

MATERIAL = CostItem(
    "教材教具費",
    re.compile("教材|教具|材料"),
    re.compile("膳|餐|食|[佈布]置|文宣|宣導|印刷|運[費送]"),
    _other_thing,
)
BOOKS = CostItem(
    "資料蒐集費",
    re.compile(
        "資料[蒐搜收]集|[蒐搜收]集資料|(?<!研習)(?<!會議)(?<!宣導)(?<!上課)資料(?=費)"
        "|(?<!學生)(?<!學員)(?:圖書|書籍|用書)|購書|參考書|專書|(?<![證聘秘文])書費"
    ),
    re.compile("印刷|影印|運[費送]"),
    _other_thing,
)
TRANSPORT = CostItem(
    "交通費",
    re.compile("交通(?!安全)|旅費|旅運|車資|車票|船票|船資|機票|機船|高鐵|油資|車馬費|租車|遊覽車"),
    after=re.compile("保險|平安|指揮|導護"),
)
ADVICE = CostItem(
    "諮詢費、輔導費、指導費",
    re.compile("(?:諮詢|輔導|指導)(?:委員|教授|專家|學者|人員)?(?:鐘點)?(?:費|$)"),
    _whom_pupils_have,
    re.compile("交通|車|旅|膳|餐|茶|住宿|保[險費]|健保|出席|講座|講師"),
    re.compile("課後|課業|夜間|夜讀|晚自習|社團|校隊|補救教學|學習扶助"),
)
LECTURES = CostItem(
    "出席費、講座鐘點費",
    re.compile("出席費?|講座|講師|演講|主講|鐘點"),
    re.compile("代課|代理|課後|課業|夜|扶助|補救|寒假|暑|社團|校隊|球隊|教練|會議資料"),
    re.compile("交通|車|旅|膳|餐|茶|住宿|保[險費]|健保|印|場地|材|禮|海報|手冊"),
)


def is_of_an_expert(item: str) -> bool:
    """Whether a 項目 is one of 備註 2: 出席費、諮詢費、輔導費、指導費、講座鐘點費."""
    return ADVICE.is_meant(item) or LECTURES.is_meant(item)


def is_of_goods_and_books(item: str) -> bool:
    """Whether one line asks for 教材教具費 and 資料蒐集費 together."""
    return MATERIAL.is_meant(item) and BOOKS.is_meant(item)

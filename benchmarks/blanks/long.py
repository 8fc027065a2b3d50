"""Blanks of ten and of two hundred pages, for what adopting one costs and where it ends.

Not among the forms of the corpus: their shares of kinds are nobody's.
"""

from benchmarks.blanks.corpus import MarkedForm
from benchmarks.blanks.marks import (
    amount,
    below,
    bracket,
    colon,
    column,
    comb,
    date,
    grid,
    line,
    lone,
    room,
    sample,
    seal,
    unit,
)
from benchmarks.blanks.writers.page import (
    Block,
    Box,
    Cell,
    Page,
    Para,
    page,
    row,
    table,
    title,
)
from benchmarks.blanks.writers.rows import begun, boxes, pairs, ticked, under
from benchmarks.blanks.writers.word import Word

DIGITS = "零一二三四五六七八九"


def ten_pages() -> MarkedForm:
    """A plan of ten sections, a page and thirty blanks each."""
    return _form("學校課程計畫審查表（十頁）", 10)


def two_hundred_pages() -> MarkedForm:
    return _form("學校課程計畫審查表（二百頁）", 200)


def _form(name: str, pages: int) -> MarkedForm:
    return MarkedForm(name, "Word", lambda: Word().parts(_plan(name, pages)))


def _plan(name: str, pages: int) -> Page:
    blocks: list[Block | str] = [
        title(name),
        Para(sample("學校名稱", "○○縣○○國民小學"), align="center"),
    ]
    for number in range(1, pages + 1):
        blocks += _section(number)
    return page(*blocks, footer="第　頁")


def counted(number: int) -> str:
    """1 to 999 in Chinese: 十一, 一百零三."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


def _section(number: int) -> list[Block]:
    name = f"{SUBJECTS[(number - 1) % len(SUBJECTS)]}"
    if number > len(SUBJECTS):
        name += f"第{counted((number - 1) // len(SUBJECTS) + 1)}組"
    front = f"{name}."
    rounds = ("第一次", "第二次")
    return [
        Para(f"{counted(number)}、{name}", "heading", breaks=number > 1),
        Para(f"召集人：{line(front + '召集人')}　電話：{colon(front + '電話', '　　　　')}　"
             f"節數（{bracket(front + '節數', '　　')}）"),
        table(
            [1600, 3200, 1600, 3200],
            pairs("課程名稱", "實施年級", section=name),
            pairs("教材版本", "編寫教師", section=name),
            row("實施期間", Cell(f"自{date(front + '實施期間.起')}至"
                             f"{date(front + '實施期間.迄')}", span=3)),
            row("課程類型", Cell(boxes(front + "課程類型", "統整,社團,技藝,其他", "可複選")
                             + "：" + under(front + "課程類型其他", 8), span=3)),
            row("人數", unit(front + "人數", "　　") + "人", "編號",
                comb(front + "編號", "□□□□")),
            row(Cell("課程目標：\n" + room(front + "課程目標") + "\n", span=4)),
        ),
        table([2400, 2400, 2400, 2400], ["次別", "日期", "主題", "講師"],
              *([r, *(grid(f"{front}{r}.{c}") for c in ("日期", "主題", "講師"))]
                for r in rounds)),
        table([600, 3000, 2000, 4000], ["序", "單元", "節數", "評量方式"],
              ["1", *(column(f"{front}單元.{c}", 4) for c in ("單元", "節數", "評量方式"))],
              *([str(i), "", "", ""] for i in (2, 3, 4))),
        table([4800, 900, 900, 3000], ["檢核", "是", "否", "說明"],
              *([item, ticked(front + item, "是,否"), "", grid(f"{front}{item}.說明")]
                for item in ("經課發會通過", "符合課綱"))),
        table(2, ["特色", "困難"], row(below(front + "特色"), below(front + "困難"))),
        Para("經費：新臺幣" + amount(front + "經費", "　　萬　　仟　　佰　　拾　　元整")),
        Para(begun(front + "審查結果", "通過,修正後通過") + "通過　□修正後通過"),
        Para("審查意見"),
        table(1, row(lone(front + "審查意見"), height=600)),
        *([Box((Para(f"收件號：{line(front + '收件號')}"),))] if number % 3 == 0 else []),
        Para(f"填表人：{colon(front + '填表人')}　　　　"
             f"主任：{seal('主任')}"),
    ]  # fmt: skip


SUBJECTS = ("國語文", "英語文", "數學", "自然科學", "社會", "藝術", "綜合活動", "健康與體育",
            "科技", "生活課程")  # fmt: skip

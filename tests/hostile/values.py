# ruff: noqa: E501 (tables of values)
"""What people, spreadsheets and programs may write into a field: right, odd and hostile.

Everything is drawn from a `random.Random`, so a seed gives the same values again.
"""

import re
from random import Random

Value = object

ODD_TEXTS = (
    "&<>\"'", "&amp;", "]]>", "<![CDATA[x]]>", "<!-- -->", "<w:p/>", "</w:t>", "<?xml?>", "&#65;",
    "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
    "{{ x }}", "{% raw %}", "{% endfor %}", "{_{", "{%", "}}", "{#", "#}", "｛｛ a ｝｝", "%", "\\n",
    "{{ ''.__class__ }}", "{%tr for x in y %}", "{0}", "{學校名稱.__class__}", "%s%n", "\\1", "$&",
    "jingjin-keep", "<?jingjin-keep 0?>", 'jingjin-place="1"', "=1+1", "@SUM(A1)", "-1", "+886",
    "a\nb", "a\r\nb", "a\rb", "a\n\rb", "\n", "\n\n\n", "a\n", "\na", "a\x0bb", "a\tb", "\t", "\t\t",
    "😀", "👨‍👩‍👧‍👦", "𠮷", "\U0002fa1d", "é", "e\u0301", "\u0301", "\u0e33", "क्षि",
    "\u200f甲\u200e", "\u202eabc\u202c", "\u2066甲\u2069", "\ufeff甲", "\u200b", "\u00ad", "\u2060",
    " ", "   ", " 甲", "甲 ", "甲  乙", "  甲  ", "\u3000", "\u00a0", "\u0085", "\u2028", "\u2029",
    "\x7f", "\x80\x9f", "\ufdd0", "\U0001fffe", "\U0010ffff", "\ue000", "\uf8ff", "ﬁ", "①",
    "null", "~", "true", "No", "0x1F", "1e9", "12:20", "2023-03-17", "- 甲", "甲: 乙", "# 甲", "*a",
    "112年3月17日", "新臺幣壹萬元整", "../../etc/passwd", "C:\\a.docx", "CON", "甲/乙", "'" * 9, '"' * 9,
)  # fmt: skip
"""Texts that Word can hold, and that something on their way may stumble over."""

NOT_IN_XML = (
    *(chr(code) for code in range(32) if chr(code) not in "\t\n\x0b\r"),
    "甲\x00乙", "\ud800", "\udfff", "\ud83d\ude00", "甲\udc80", "\ufffe", "\uffff", "\x1b[0m",
)  # fmt: skip
"""Texts that no Word file can hold: each must be refused."""

ORDINARY = (
    "花蓮縣吉安鄉宜昌國民小學", "素養導向教學工作坊", "膳費（外聘）", "外聘專家，專長探究式學習與評量。",
    "第 1 場 教師專業學習社群對話", "節", "王小明", "03-8462860", "附設實驗國民小學（籌備處）", "1,200",
)  # fmt: skip

WRONG_KINDS = (
    True, 1.5, 1e300, float("nan"), float("inf"), -1, 10**40, -(10**400), b"x", {}, {"a": 1}, [],
    [[]], [None], {"全銜": {"全銜": 1}}, (), set(), object, 1j, "2,0000", "壹萬", "一", "12月32日",
    "112/2/30", "25:00-26:00", "12:00-09:00", "民國前1年", "9999年1月1日", "0", "-0", "1e5", "０",
    "٣", "²", "\ud800", "\x00", "NaN", "Infinity", "1_000", " ", "\n", "☑",
)  # fmt: skip
"""Values of the wrong kind for most fields; texts take many of them."""

_LEGAL = re.compile("[\t\n\x0b\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*").fullmatch


_REGIONS = (
    (0x20, 0x7E), (0xA0, 0x36F), (0x4E00, 0x9FFF), (0x590, 0x6FF), (0x2000, 0x206F),
    (0xE000, 0xFFFD), (0x10000, 0x10FFFF), (0x20000, 0x2FA1F), (0x1F300, 0x1FAFF),
)  # fmt: skip
_CHARACTERS = [
    chr(Random(f"{low} {n}").randint(low, high)) for low, high in _REGIONS for n in range(400)
]
"""Characters that XML holds, from each region of Unicode alike."""


def is_legal(text: str) -> bool:
    """Whether XML 1.0 can hold the text (\\x0b stands for Word's own line break)."""
    return _LEGAL(text) is not None


def as_read(text: str) -> str:
    """What comes back from a page: every kind of line break that Word knows is one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")


def text(random: Random, *, illegal: float = 0.0) -> str:
    """A text; with the probability `illegal` one that Word cannot hold."""
    if illegal and random.random() < illegal:
        return text(random) + random.choice(NOT_IN_XML) + text(random)
    draw = random.random()
    if draw < 0.25:
        return random.choice(ORDINARY)
    if draw < 0.60:
        return random.choice(ODD_TEXTS)
    if draw < 0.75:
        return "".join(random.choices(ODD_TEXTS, k=random.randint(2, 4)))
    if draw < 0.998:
        return "".join(random.choices(_CHARACTERS, k=random.randint(1, 30)))
    return random.choice(ODD_TEXTS + ORDINARY) * random.choice((50, 50, 500, 500, 3_000))


def money(random: Random) -> tuple[Value, str]:
    """An amount as somebody writes it, and how a form prints it."""
    amount = random.choice((0, 1, 10, 999, 1_000, 15_000, 10**7, random.randrange(10**6)))
    if random.random() < 0.03:
        amount = random.randrange(10**13)
    written = random.choice((amount, str(amount), f"{amount:,}", f"NT${amount:,}", f"{amount}元"))
    return written, f"{amount:,}"


def quantity(random: Random) -> tuple[Value, str]:
    """A quantity; whole ones more often."""
    if random.random() < 0.8:
        number = random.choice((1, 2, 6, 60, 999))
        return random.choice((number, str(number))), str(number)
    tenths = random.choice(("0.5", "1.5", "2.25"))
    return tenths, tenths


def count(random: Random) -> tuple[Value, str]:
    """A number of people or classes."""
    number = random.choice((0, 1, 5, 24, 300, 999))
    return random.choice((number, str(number), f"{number}.0", float(number))), str(number)


def day(random: Random) -> tuple[Value, tuple[int, int, int]]:
    """A date as written, and its 民國 year, month and day."""
    year = random.choice((1, 99, 100, 112, 113, 115, 200))
    month, number = random.randint(1, 12), random.randint(1, 28)
    written = random.choice(
        (f"{year}年{month}月{number}日", f"{year}/{month}/{number}", f"民國{year}年{month}月{number}日",
         f"{year + 1911:04}-{month:02}-{number:02}", f"{year}.{month}.{number}")
    )  # fmt: skip
    return written, (year, month, number)

"""Whether a line of 附件八 is for somebody from outside the school, or for its own people.

Its own are told by 內聘, and by 校內, 本校 or the school's own name before a person: 本校陳老師,
晨曦國小陳木言. Who comes 到本校, or helps 本校教師, is not one of them. Where nothing is said, the
experts that a budget names come from outside.
"""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from jingjin_forms.parts import BudgetLine
from jingjin_forms.parts.school import read_name
from jingjin_forms.values.amount import half_width

_PERSON = "教師|老師|講師|講座|主任|組長|校長|同仁|人員|導師|師長"
_NOT_AS_SUBJECT = (
    "(?!(?:共|計|約)?[0-9]+[人位名]|專業|社群|增能|研習|共備|參|進修|成長|教學|課程|公開|備課|觀|需求"
    "|[及與和]學)"
)
"""本校教師專業社群 and 校內教師30人 are for whom it is, not who is paid."""
_MIXED = "(?:校內|內)[、及與和/](?=外聘|校外)"
_AS_OBJECT = "到至赴在於臨蒞來入往進為對與和及供給助導伴領訪讓向陪升"
_SURNAMES = (
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏"
    "柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董溫唐藍石蔣古紀姚連馮歐程湯田康姜白汪鄒尤巫鐘黎涂龔嚴韓"
)
_NO_NAME = "年級班校課室場學生區辦會週六日末案"
_outside = re.compile(
    "專家|學者|教授|博士|大學|大專|院校|學院|科大|團隊|外聘|校外|[他外鄰友跨]校|退休|輔導團|研究員"
    "|協會|學會|基金會|業師"
)


class From(Enum):
    """Where those come from whom a line pays."""

    OUTSIDE = auto()
    INSIDE = auto()
    BOTH = auto()
    """Both are named, and it does not say how much is for whom."""


def origin(line: BudgetLine, budget: Any) -> From:
    """Where those come from whom a line of this budget pays."""
    if not words_for_insiders(line, budget):
        return From.OUTSIDE
    return From.BOTH if _outside.search(line.item + line.note) else From.INSIDE


def words_for_insiders(line: BudgetLine, budget: Any) -> str:
    """The words by which the line names people of the school itself; empty for none."""
    found = _insiders(_own_names(budget)).search(half_width(f"{line.item};{line.note}"))
    return "" if found is None else found[0].strip()


def _own_names(budget: Any) -> tuple[str, ...]:
    """The names of the school, the longest first."""
    school = budget.school
    full_name = (school.full_name or "").strip()
    seen = read_name(full_name)
    without_county = full_name.removeprefix(seen.county).removeprefix("立")
    names = {full_name, without_county, without_county.removeprefix(seen.township)}
    names |= {seen.short_name, school.short_name.strip()}
    return tuple(sorted(filter(None, names), key=len, reverse=True))


@lru_cache(maxsize=1024)
def _insiders(own_names: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(half_width(name)) for name in own_names)
    school = f"校內|本校|{names}" if names else "校內|本校"
    titled = rf"(?:{school})[^,;。、:()0-9聘請邀辦舉排開外]{{0,5}}?(?:{_PERSON}){_NOT_AS_SUBJECT}"
    by_name = rf"(?:本校|{names or '本校'})\s?[{_SURNAMES}][一-龥]{{1,2}}(?![一-龥])"
    named = rf"(?!(?:本校|{names or '本校'})[^,;。]{{0,3}}[{_NO_NAME}]){by_name}"
    return re.compile(rf"內聘|{_MIXED}|(?<![{_AS_OBJECT}])(?:{titled}|{named})")

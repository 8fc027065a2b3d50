"""What a line of 經費概算表【表 1-1】 pays for, known by its 項目.

People write 外聘講師費, 車資 or 實作材料費 where the paper prints 講師費, 交通費 and
教材教具費(或資料蒐集費). The last word of an 項目 says what is paid: 講師交通費 is travel,
教材印製費 is printing. What stands in brackets is asked only where the rest says nothing:
印刷費（教材）, 研習支出（鐘點費）.
"""

import re
from enum import Enum
from functools import lru_cache

from jingjin_forms.values.amount import half_width


class LineKind(Enum):
    """The rows of 表 1-1, with the words by which a line is known as one of theirs."""

    LECTURER = r"講師|講座|鐘點"
    ASSISTANT = r"(?:助理講師|講師助理|助教|助講|助理)鐘點|助理講師|講師助理|助教|助講"
    PRINTING = r"印刷|印製|影印|列印|複印|講義"
    MATERIAL = (
        r"教材|教具|教學(?:器材|用品|耗材|媒體)|材料(?!理)|實作耗材|"
        r"(?:蒐集|搜集|收集)(?:資料|費)|資料(?:蒐集|搜集|收集|檢索)|"
        r"圖書(?!館|室)|書籍|書款|繪本|期刊"
    )
    TRAVEL = (
        r"交通|車資|車馬|旅費|旅運|高鐵|[台臺]鐵|鐵路|火車|客運|計程車|"
        r"機票|船票|車票|油資|租車|遊覽車"
    )
    MISCELLANEOUS = r"雜支|雜費"
    OTHER = (
        r"住宿|宿費|膳|餐|便當|茶水|保險|保費|健保|運費|代(?:課|理).*鐘點|"
        r"(?:場地|會場|布置|佈置)(?:.*材料)?"
    )
    """What no printed row is for, though one of its words may stand beside: 講師住宿費."""


_words = {kind: re.compile(kind.value) for kind in LineKind}
_bracketed = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=1024)
def kind_of(item: str) -> LineKind | None:
    """What a line with this 項目 pays for; None for what no word tells, as for what none is of."""
    whole = "".join(half_width(item).split())
    kind = _last_named(_bracketed.sub("", whole)) or _last_named(whole)
    return None if kind is LineKind.OTHER else kind


def _last_named(text: str) -> LineKind | None:
    """The kind of the word that ends last, of two the longer one: 助教鐘點 before 鐘點."""
    found = [
        (match.end(), len(match[0]), kind)
        for kind, words in _words.items()
        for match in words.finditer(text)
    ]
    return max(found, key=lambda word: word[:2])[2] if found else None

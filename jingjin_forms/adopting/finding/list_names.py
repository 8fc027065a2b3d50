"""What rows that repeat are called: by what stands over them, or by their first column."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from jingjin_forms.adopting.finding.own_words import Canonical, word_of
from jingjin_forms.adopting.finding.telling_apart import numbered, top
from jingjin_forms.adopting.finding.words import label_of, name_of
from jingjin_forms.adopting.hole import Hole, HoleList


def name_lists(
    lists: Iterable[HoleList], holes: Sequence[Hole], canonical: Canonical, taken: Counter[str]
) -> None:
    for listed in lists:
        words = [w for w in (_list_word(text) for text in (listed.label, *listed.around)) if w]
        name = words[0] if words else _by_first_column(listed, holes)
        if taken[name]:
            name = next((f"{w}{name}" for w in words[1:] if not taken[f"{w}{name}"]), name)
        listed.name = numbered(top(name), taken)
        taken[listed.name] += 1


def _by_first_column(listed: HoleList, holes: Sequence[Hole]) -> str:
    """經費項目 of a table whose first column asks for 經費項目."""
    first = next((name_of(label_of(h.label)) for h in holes if h.of_list is listed), "")
    return first if first.endswith(("項目", "名稱", "名單")) else "明細"


def _list_word(text: str) -> str:
    """名冊 of what stands over its rows: 參與教師 of 「二、參與教師基本資料：」."""
    word = word_of(text, str)
    return re.sub(r"(?<=.)(?:基本資料|一覽表)$|(?<=明細)表$|(?<=清單)表$|如下$", "", word)

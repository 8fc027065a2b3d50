"""What rows that repeat are called: by what stands over them, or by their first column."""

import re
from collections import Counter
from collections.abc import Sequence

from jingjin_forms.adopting.finding.own_words import Canonical, word_of
from jingjin_forms.adopting.finding.telling_apart import numbered, top
from jingjin_forms.adopting.finding.words import hints_of, label_of, name_of
from jingjin_forms.adopting.hole import Hole, HoleList


_SAYS_LITTLE = re.compile(
    r"(?<=.)(?:基本資料|一覽表)$|(?<=明細)表$|(?<=清單)表$|如下$|(?<=.{3})情[況况]$|(?<=.)について$"
)
_IS_HEAD = ("項目", "名稱", "名單")
"""What the head of a first column ends with that says what is listed."""


def name_lists(
    lists: Sequence[HoleList], holes: Sequence[Hole], canonical: Canonical, taken: Counter[str]
) -> None:
    """Give each list a name of its own."""
    words = {
        listed: [w for w in (_list_word(text) for text in (listed.label, *listed.around)) if w]
        for listed in lists
    }
    heads = {listed: _first_head(listed, holes) for listed in lists}
    plain = {
        listed: words[listed][0] if words[listed] else _by_first_column(heads[listed])
        for listed in lists
    }
    for listed in lists:
        name = plain[listed]
        alike = [other for other in lists if plain[other] == name and not words[other]]
        if listed in alike:
            name = _hints_apart([heads[other] for other in alike]).get(heads[listed], name)
        if taken[name]:
            name = next(
                (f"{w}{name}" for w in words[listed][1:] if not taken[f"{w}{name}"]), name
            )
        listed.name = numbered(top(name), taken)
        taken[listed.name] += 1
        for hole in holes:
            if hole.of_list is listed and hole.name == listed.name:
                hole.name = _without_its_list(hole.name)


def _without_its_list(name: str) -> str:
    """項目 of 經費項目.經費項目."""
    return next((end for end in ("項目", "名稱") if name.endswith(end)), name)


def _first_head(listed: HoleList, holes: Sequence[Hole]) -> str:
    """The head of its first column, as printed."""
    return next((hole.label for hole in holes if hole.of_list is listed), "")


def _by_first_column(head: str) -> str:
    """經費項目 of a table whose first column asks for 經費項目."""
    first = name_of(label_of(head))
    return first if first.endswith(_IS_HEAD) else "明細"


def _hints_apart(heads: Sequence[str]) -> dict[str, str]:
    """經常門 and 資本門 of 「經費項目(經常門)」 and 「經費項目(資本門)」."""
    if len(heads) < 2:
        return {}
    hints = {head: "".join(map(name_of, hints_of(head))) for head in heads}
    return hints if all(hints.values()) and len(set(hints.values())) == len(heads) else {}


def _list_word(text: str) -> str:
    """名冊 of what stands over its rows: 參與教師 of 「二、參與教師基本資料：」."""
    return _SAYS_LITTLE.sub("", word_of(text, str))

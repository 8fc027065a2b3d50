"""What rows that repeat are called: by what stands over them, or by their first column."""

import re
from collections import Counter
from collections.abc import Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.own_words import Canonical, word_of
from jingjin_forms.adopting.finding.telling_apart import numbered, top
from jingjin_forms.adopting.finding.words import hints_of, label_of, name_of
from jingjin_forms.adopting.hole import Hole, HoleList

_SAYS_LITTLE = re.compile(
    r"(?<=.)(?:基本資料|一覽表)$|(?<=明細)表$|(?<=清單)表$|如下$|(?<=.{3})情[況况]$|(?<=.)について$"
    r"|(?<=[A-Za-z])_(?:at|in|of)_(?:this|the|our)_\w+$"
)
_OF_A_DATE = re.compile(r"^(?:[年月日]|日期|時間)$")
_HINT = re.compile(r"(?!請|依|限|如|單位)[^\W\d_]{2,6}")
"""What in brackets is a name, and no instruction or unit."""
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
    heads = {listed: _telling_head(listed, holes) for listed in lists}
    plain = {
        listed: words[listed][0] if words[listed] else name_of(label_of(heads[listed])) or "明細"
        for listed in lists
    }
    for listed in lists:
        name = plain[listed]
        alike = [other for other in lists if plain[other] == name and not words[other]]
        if listed in alike:
            name = _hints_apart([heads[other] for other in alike]).get(heads[listed], name)
        if taken[name]:
            name = next((f"{w}{name}" for w in words[listed][1:] if not taken[f"{w}{name}"]), name)
        listed.name = numbered(top(name), taken)
        taken[listed.name] += 1
        for hole in holes:
            if hole.of_list is listed and hole.name == listed.name:
                hole.name = _without_its_list(hole.name)


def _without_its_list(name: str) -> str:
    """項目 of 經費項目.經費項目."""
    return next((end for end in ("項目", "名稱") if name.endswith(end)), name)


def _telling_head(listed: HoleList, holes: Sequence[Hole]) -> str:
    """The head that says what is listed, as printed: the first that ends in 項目 or 名稱, or the
    only one beside dates; blank if there is none."""
    own = (hole for hole in holes if hole.of_list is listed)
    heads = [hole.label for hole in own if hole.kind is not Kind.SEAL]
    telling = [head for head in heads if not _OF_A_DATE.match(label_of(head))]
    first = heads[0] if heads else ""
    if label_of(first).endswith(_IS_HEAD):
        return first
    return telling[0] if len(telling) == 1 < len(heads) else ""


def _hints_apart(heads: Sequence[str]) -> dict[str, str]:
    """經常門 and 資本門 of 「經費項目(經常門)」 and 「經費項目(資本門)」."""
    if len(heads) < 2:
        return {}
    hints = {head: "".join(map(name_of, hints_of(head))) for head in heads}
    are_names = all(_HINT.fullmatch(hint) for hint in hints.values())
    return hints if are_names and len(set(hints.values())) == len(heads) else {}


def _list_word(text: str) -> str:
    """名冊 of what stands over its rows: 參與教師 of 「二、參與教師基本資料：」."""
    return _SAYS_LITTLE.sub("", word_of(text, str))

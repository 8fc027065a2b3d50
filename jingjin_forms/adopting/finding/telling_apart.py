"""Each blank with the fewest words around it that tell it from the others."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.own_words import COUNTED, Canonical, word_of, words_of
from jingjin_forms.adopting.finding.words import hints_of, label_of, name_of, top_name
from jingjin_forms.adopting.hole import Hole

_ENOUGH = 4
"""Letters of a label that tells by itself what is asked: 核定金額, but not 上午."""
_ENOUGH_OF_CELL = 3
"""Of a label that has a cell of its own: 結餘款."""
_WHOLE = (Kind.RIGHT, Kind.BELOW, Kind.UNIT)
_MOST_WORDS = 3  # section, row, column


def name_all(
    holes: Sequence[Hole], canonical: Canonical, taken: "Counter[str] | dict[str, int]"
) -> None:
    """Each with the fewest words around it that tell it from the others."""
    often = Counter(canonical(label_of(hole.label)) for hole in holes)
    meant = {n for n, count in often.items() if count > 1}  # 申請學校 and 承辦學校 are two

    def once(label: str) -> str:
        name = canonical(label)
        return label if name in meant else name

    words = {hole: words_of(hole, once) for hole in holes}
    for hole in holes:  # 總價（大寫） beside 總價
        is_both = hole.kind is Kind.AMOUNT and often[canonical(label_of(hole.label))] > 1
        if is_both and "大寫" in hole.label and "大寫" not in words[hole][0]:
            words[hole][0] += "大寫"
    enough = _say_enough(holes, words)
    depth = {
        hole: 1 + (len(words[hole]) > 1 and (hole.is_grid or (hole.is_part and hole not in enough)))
        for hole in holes
    }
    for hole in holes:
        if hole.ending:
            words[hole][:1] = [hole.ending, words[hole][0]]
            depth[hole] += 1
    names = {hole: joined(words[hole], depth[hole]) for hole in holes}
    for _ in range(_MOST_WORDS):
        for same in clashes(names, taken):
            tell_apart(same, words, depth, names, canonical)
    used: Counter[str] = Counter(taken)
    for hole in holes:
        hole.name = numbered(top(names[hole]), used)
        used[hole.name] += 1


def _say_enough(holes: Sequence[Hole], words: Mapping[Hole, Sequence[str]]) -> set[Hole]:
    """The parts of a cell or section that need no word of it in front, for each says enough."""
    often = Counter(words[hole][0] for hole in holes)
    of_section: dict[tuple[str, ...], list[Hole]] = {}
    for hole in holes:
        if hole.is_part:
            section = (hole.where.part, str(hole.where.table), *words[hole][1:2])
            of_section.setdefault(section, []).append(hole)
    enough: set[Hole] = set()
    for section, parts in of_section.items():
        own = [words[hole][0] for hole in parts]
        least = _ENOUGH_OF_CELL if all(hole.kind in _WHOLE for hole in parts) else _ENOUGH
        says_so = (len(word) >= least or _lists(section[-1], word) for word in own)
        if all(often[word] == 1 for word in own) and all(says_so):
            enough.update(parts)
    return enough


def _lists(section: str, word: str) -> bool:
    """Whether a section says no more than its parts: 地址及電話."""
    return word in re.split("[及與和]", section)


def clashes(names: dict[Hole, str], taken: "Counter[str] | dict[str, int]") -> list[list[Hole]]:
    by_name: dict[str, list[Hole]] = {}
    for hole, name in names.items():
        by_name.setdefault(name, []).append(hole)
    return [same for name, same in by_name.items() if len(same) > 1 or taken.get(name)]


def tell_apart(
    same: list[Hole],
    words: dict[Hole, list[str]],
    depth: dict[Hole, int],
    names: dict[Hole, str],
    canonical: Canonical,
) -> None:
    """By what their labels say in brackets, else by the nearest words around that differ."""
    hints = {
        hole: "".join(h for h in map(name_of, hints_of(hole.label)) if not h.isdigit())[:8]
        for hole in same
    }
    if len(set(hints.values())) == len(same):
        for hole in same:
            words[hole][0] += hints[hole] if hints[hole] not in words[hole][0] else ""
            names[hole] = joined(words[hole], depth[hole])
        return
    if _told_by_upper(same, words, depth, names, canonical):
        return
    for level in range(1, max(len(words[hole]) for hole in same)):
        around = [words[hole][level] if level < len(words[hole]) else "" for hole in same]
        if len(set(around)) > 1:
            for hole, word in zip(same, around, strict=True):
                if word and level >= depth[hole]:
                    words[hole][1:1] = [word] if depth[hole] == 1 else []
                    if depth[hole] > 1:
                        words[hole].insert(depth[hole], word)
                    depth[hole] += 1
                    names[hole] = joined(words[hole], depth[hole])
            return
    counted = [COUNTED.get(hole.unit, "") for hole in same]
    if len(set(counted)) == len(same):  # 請假 and 請假天數
        for hole, word in zip(same, counted, strict=True):
            words[hole][0] += "" if words[hole][0].endswith(word) else word
            names[hole] = joined(words[hole], depth[hole])


def _told_by_upper(
    same: list[Hole],
    words: dict[Hole, list[str]],
    depth: dict[Hole, int],
    names: dict[Hole, str],
    canonical: Canonical,
) -> bool:
    """Whether the words over their heads differ; then all of a table are called by them."""
    uppers = {hole: word_of(hole.upper, canonical) for hole in same}
    if len(set(uppers.values())) < 2:
        return False
    tables = {hole.where.table for hole in same}
    for hole in names:  # all of a table, that its names are alike
        upper = word_of(hole.upper, canonical)
        if hole.where.table in tables and upper and upper not in words[hole][:2]:
            words[hole].insert(1, upper)
            depth[hole] += 1
            names[hole] = joined(words[hole], depth[hole])
    return True


def joined(words: Sequence[str], depth: int) -> str:
    return ".".join(reversed(words[:depth]))


def top(name: str) -> str:
    """The name as a tag can begin with it."""
    first, *parts = name.split(".")
    return ".".join((top_name(first), *parts))


def numbered(name: str, used: "Counter[str]") -> str:
    if not used[name]:
        return name
    number = 2
    while used[f"{name}{number}"]:
        number += 1
    return f"{name}{number}"

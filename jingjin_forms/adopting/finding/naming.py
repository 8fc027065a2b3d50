"""What each blank is called: its label, and as much of what stands around it as tells it apart."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import (
    hints_of,
    is_number,
    label_of,
    name_of,
    squeezed,
    top_name,
)
from jingjin_forms.adopting.hole import Hole, HoleList
from jingjin_forms.word.compile import ENVIRONMENT

Canonical = Callable[[str], str]
"""A printed label → what the forms of the house call it; itself where they do not know it."""

_RESERVED = frozenset(
    ("and", "or", "not", "if", "else", "in", "is", "for", "true", "false", "none", "loop", "列")
) | frozenset(ENVIRONMENT.globals)
_PERSON = re.compile(r"(?:人|者|師|長|員|生|戶)$")
_MOST_WORDS = 3  # section, row, column


def name_holes(holes: Sequence[Hole], canonical: Canonical) -> None:
    """Give each hole a name that no other has; those of a list within their list."""
    asked = [hole for hole in holes if hole.kind is not Kind.SEAL]
    lists = list(dict.fromkeys(hole.of_list for hole in holes if hole.of_list is not None))
    for listed in lists:
        _name_level([hole for hole in asked if hole.of_list is listed], canonical, Counter(), [])
    taken: Counter[str] = Counter()
    _name_lists(lists, holes, canonical, taken)
    first_of: dict[str, Hole] = {}
    for hole in asked:
        if hole.is_again:
            first_of.setdefault(hole.label, hole)
    repeated = {hole for hole in asked if hole.is_again and first_of[hole.label] is not hole}
    copies = {hole for hole in asked if hole.copy_of is not None}
    repeated -= copies
    single = [hole for hole in asked if hole.of_list is None and hole not in repeated | copies]
    _name_level(single, canonical, taken, lists)
    for hole in repeated:
        hole.name = first_of[hole.label].name
    for hole in copies:
        assert hole.copy_of is not None
        hole.name = hole.copy_of.name
    _name_seals([hole for hole in holes if hole.kind is Kind.SEAL], asked, canonical, taken)


def _name_seals(
    seals: Sequence[Hole], asked: Sequence[Hole], canonical: Canonical, taken: Counter[str]
) -> None:
    """Last: what nobody fills takes no name from what is filled."""
    for listed in dict.fromkeys(hole.of_list for hole in seals):
        used = Counter(hole.name for hole in asked if hole.of_list is listed)
        if listed is None:
            used += taken
        groups = {name[:i] for name in used for i, c in enumerate(name) if c == "."}
        here = [hole for hole in seals if hole.of_list is listed]
        _name_all(here, canonical, used)
        for hole in here:
            name = hole.name.replace(".", "")
            hole.name = _numbered(f"{name}簽章" if name in groups else name, used)
            used[hole.name] += 1


def _name_level(
    holes: Sequence[Hole], canonical: Canonical, taken: Counter[str], lists: Sequence[HoleList]
) -> None:
    """Those of one list, or of none."""
    single = [hole for hole in holes if hole.owner is None]
    _name_all(single, canonical, taken)
    used = Counter(taken)
    used.update(hole.name for hole in single)
    for hole in holes:
        if hole.owner is not None:
            hole.name = _numbered(_top(_written_beside(hole)), used)
            used[hole.name] += 1
    _part_groups_from_texts(holes, lists)


def _by_first_column(listed: HoleList, holes: Sequence[Hole]) -> str:
    """經費項目 of a table whose first column asks for 經費項目."""
    first = next((name_of(label_of(h.label)) for h in holes if h.of_list is listed), "")
    return first if first.endswith(("項目", "名稱", "名單")) else "明細"


def _name_lists(
    lists: Iterable[HoleList], holes: Sequence[Hole], canonical: Canonical, taken: Counter[str]
) -> None:
    for listed in lists:
        words = [w for w in (_list_word(text) for text in (listed.label, *listed.around)) if w]
        name = words[0] if words else _by_first_column(listed, holes)
        if taken[name]:
            name = next((f"{w}{name}" for w in words[1:] if not taken[f"{w}{name}"]), name)
        listed.name = _numbered(_top(name), taken)
        taken[listed.name] += 1


def _list_word(text: str) -> str:
    """名冊 of what stands over its rows: 參與教師 of 「二、參與教師基本資料：」."""
    word = _word(text, str)
    return re.sub(r"(?<=.)(?:基本資料|一覽表)$|(?<=明細)表$|(?<=清單)表$|如下$", "", word)


_CURRENCY = re.compile(r"新[臺台]幣|人民[币幣]|NT\$?|US\$?")


def _word(text: str, canonical: Canonical) -> str:
    text = _CURRENCY.sub("", text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    is_one = max(map(len, lines), default=0) <= 6 and sum(map(len, lines)) <= 14
    label = label_of("".join(lines)) if is_one else label_of(lines[0]) or label_of(text)
    name = name_of(canonical(label))
    return f"{name}_" if name in _RESERVED else name


def _name_all(
    holes: Sequence[Hole], canonical: Canonical, taken: "Counter[str] | dict[str, int]"
) -> None:
    """Each with the fewest words around it that tell it from the others."""
    often = Counter(canonical(label_of(hole.label)) for hole in holes)
    meant = {n for n, count in often.items() if count > 1}  # 申請學校 and 承辦學校 are two

    def once(label: str) -> str:
        name = canonical(label)
        return label if name in meant else name

    words = {hole: _words(hole, once) for hole in holes}
    for hole in holes:  # 總價（大寫） beside 總價
        is_both = hole.kind is Kind.AMOUNT and often[canonical(label_of(hole.label))] > 1
        if is_both and "大寫" in hole.label and "大寫" not in words[hole][0]:
            words[hole][0] += "大寫"
    depth = {
        hole: 2 if (hole.is_grid or hole.is_part) and len(words[hole]) > 1 else 1 for hole in holes
    }
    for hole in holes:
        if hole.ending:
            words[hole][:1] = [hole.ending, words[hole][0]]
            depth[hole] += 1
    names = {hole: _joined(words[hole], depth[hole]) for hole in holes}
    for _ in range(_MOST_WORDS):
        for same in _clashes(names, taken):
            _tell_apart(same, words, depth, names, canonical)
    used: Counter[str] = Counter(taken)
    for hole in holes:
        hole.name = _numbered(_top(names[hole]), used)
        used[hole.name] += 1


def _clashes(names: dict[Hole, str], taken: "Counter[str] | dict[str, int]") -> list[list[Hole]]:
    by_name: dict[str, list[Hole]] = {}
    for hole, name in names.items():
        by_name.setdefault(name, []).append(hole)
    return [same for name, same in by_name.items() if len(same) > 1 or taken.get(name)]


def _tell_apart(
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
            names[hole] = _joined(words[hole], depth[hole])
        return
    uppers = {hole: _word(hole.upper, canonical) for hole in same}
    if len(set(uppers.values())) > 1:
        tables = {hole.where.table for hole in same}
        for hole in names:  # all of a table, that its names are alike
            upper = _word(hole.upper, canonical)
            if hole.where.table in tables and upper and upper not in words[hole][:2]:
                words[hole].insert(1, upper)
                depth[hole] += 1
                names[hole] = _joined(words[hole], depth[hole])
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
                    names[hole] = _joined(words[hole], depth[hole])
            return
    counted = [_COUNTED.get(hole.unit, "") for hole in same]
    if len(set(counted)) == len(same):  # 請假 and 請假天數
        for hole, word in zip(same, counted, strict=True):
            words[hole][0] += "" if words[hole][0].endswith(word) else word
            names[hole] = _joined(words[hole], depth[hole])


def _words(hole: Hole, canonical: Canonical) -> list[str]:
    """Its own word, then those around it, each once."""
    own = _own_word(hole, canonical)
    around = (_word(text, canonical) for text in hole.around)
    words = [own]
    for word in () if hole.is_plain_date else around:
        if word and word not in words:
            words.append(word)
    if not own:
        words = words[1:] or [_by_place(hole)]
    return words


_GENERIC = re.compile(r"^(?:原因|理由|金額|日期|時間|地點|人數|份數|名稱|姓名|電話|期間)$")
_TOLD = re.compile(r"^(?:請|可)?(?:說明|註明|敘明|填寫|述明|補充)$")


def _written_beside(hole: Hole) -> str:
    """經費來源其他; 免役原因 of 「□免役，原因：__」; else its own label."""
    assert hole.owner is not None
    while hole.owner.joins is not None:
        hole.owner = hole.owner.joins
    label, option = name_of(label_of(hole.label)), name_of(hole.writes)
    asked = hole.owner.name if len(hole.owner.boxes) > 1 else ""
    if not label or label == option:
        unit = _COUNTED.get(hole.unit, "")
        return f"{asked}{option}" if not unit or option.startswith("其他") else f"{option}{unit}"
    if _TOLD.match(label):
        return f"{asked}說明"
    if _YES_OR_NO.match(option) and asked and _GENERIC.match(label):
        is_no = option.startswith(("否", "不")) and asked.startswith("是否")
        return f"{'不' * is_no}{asked.removeprefix('是否')}{label}"
    return f"{option}{label}" if _GENERIC.match(label) else top_name(label)


_YES_OR_NO = re.compile(r"^(?:是|否|有|無|会|會|不會|能|不能|需要|不需要|同意|不同意)$")
"""Options that say nothing by themselves."""
_COUNTED = {
    "份": "份數",
    "件": "件數",
    "人": "人數",
    "元": "金額",
    "名": "人數",
    "天": "天數",
    "節": "節數",
    "小時": "時數",
}


def _own_word(hole: Hole, canonical: Canonical) -> str:
    own = "" if is_number(hole.label) else _word(hole.label, canonical)
    if not own and hole.is_grid:  # of a timetable: 第一節.一
        own = name_of(squeezed(hole.label))
    if own or hole.kind is not Kind.CHOICE:
        return own
    if len(hole.boxes) == 1:
        return name_of(hole.boxes[0].option)
    if any(_word(text, canonical) for text in hole.around):
        return ""
    return name_of("".join(box.option for box in hole.boxes[:3]), 12)


def _by_place(hole: Hole) -> str:
    place = hole.line.place
    if place.table:
        return f"表{place.table}第{place.row}列第{place.column}欄"
    return f"第{place.paragraph}段"


def _joined(words: Sequence[str], depth: int) -> str:
    return ".".join(reversed(words[:depth]))


def _top(name: str) -> str:
    """The name as a tag can begin with it."""
    first, *parts = name.split(".")
    return ".".join((top_name(first), *parts))


def _numbered(name: str, used: "Counter[str]") -> str:
    if not used[name]:
        return name
    number = 2
    while used[f"{name}{number}"]:
        number += 1
    return f"{name}{number}"


def _part_groups_from_texts(holes: Sequence[Hole], lists: Sequence[HoleList]) -> None:
    """No name is both a text and the group that others belong to."""
    names = {hole.name for hole in holes} | {listed.name for listed in lists}
    groups = {name[:i] for name in names for i, c in enumerate(name) if c == "."}
    for hole in holes:
        if hole.name not in groups:
            continue
        inside = sum(other.name.startswith(f"{hole.name}.") for other in holes)
        is_group = _PERSON.search(hole.name) or inside > 2
        if hole.boxes or not is_group:
            for other in holes:  # it holds nothing else: what belongs to it stands beside it
                if other.name.startswith(f"{hole.name}."):
                    other.name = other.name.replace(".", "", 1)
        else:
            inner = "姓名" if _PERSON.search(hole.name) else "內容"
            while f"{hole.name}.{inner}" in names:
                inner += "_"
            hole.name = f"{hole.name}.{inner}"
            names.add(hole.name)
    for listed in lists:
        while listed.name in groups or listed.name in {hole.name for hole in holes}:
            listed.name += "表"

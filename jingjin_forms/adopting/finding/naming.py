"""What each blank is called: its label, and as much of what stands around it as tells it apart."""

import re
from collections import Counter
from collections.abc import Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.list_names import name_lists
from jingjin_forms.adopting.finding.own_words import Canonical
from jingjin_forms.adopting.finding.telling_apart import name_all, numbered, top
from jingjin_forms.adopting.finding.written_beside import further_apart, written_beside
from jingjin_forms.adopting.hole import Hole, HoleList

_PERSON = re.compile(r"(?:人|者|師|長|員|生|戶)$")
_FEW = 3
"""As many sums and notes a list may have; a group of more is no part of it."""


def name_holes(holes: Sequence[Hole], canonical: Canonical) -> None:
    """Give each hole a name that no other has; those of a list within their list."""
    asked = [hole for hole in holes if hole.kind is not Kind.SEAL]
    lists = list(dict.fromkeys(hole.of_list for hole in holes if hole.of_list is not None))
    for listed in lists:
        _name_level([hole for hole in asked if hole.of_list is listed], canonical, Counter(), [])
    taken: Counter[str] = Counter()
    name_lists(lists, holes, canonical, taken)
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
        name_all(here, canonical, used)
        for hole in here:
            name = hole.name.replace(".", "")
            hole.name = numbered(f"{name}簽章" if name in groups else name, used)
            used[hole.name] += 1


def _name_level(
    holes: Sequence[Hole], canonical: Canonical, taken: Counter[str], lists: Sequence[HoleList]
) -> None:
    """Those of one list, or of none."""
    single = [hole for hole in holes if hole.owner is None]
    name_all(single, canonical, taken)
    used = Counter(taken)
    used.update(hole.name for hole in single)
    for hole in holes:
        if hole.owner is not None:
            name = top(written_beside(hole))
            if used[name]:
                name = further_apart(hole, name, used)
            hole.name = numbered(name, used)
            used[hole.name] += 1
    _part_lists_from_groups(holes, lists)
    _part_groups_from_texts(holes)
    _part_lists_from_texts(holes, lists)


def _part_lists_from_groups(holes: Sequence[Hole], lists: Sequence[HoleList]) -> None:
    """What belongs to a list and is no column stands beside it: 物品明細合計 under 物品明細."""
    for listed in lists:
        inside = [hole for hole in holes if hole.name.startswith(f"{listed.name}.")]
        used = Counter((*(hole.name for hole in holes), *(other.name for other in lists)))
        for hole in inside if len(inside) <= _FEW else ():
            hole.name = numbered(hole.name.replace(".", "", 1), used)
            used[hole.name] += 1


def _part_lists_from_texts(holes: Sequence[Hole], lists: Sequence[HoleList]) -> None:
    """No name is both a list and a text, or a group."""
    names = {hole.name for hole in holes}
    groups = {name[:i] for name in names for i, c in enumerate(name) if c == "."}
    for listed in lists:
        others = {other.name for other in lists if other is not listed}
        while listed.name in names | groups | others:
            listed.name += "表"


def _part_groups_from_texts(holes: Sequence[Hole]) -> None:
    """No name is both a text and the group that others belong to."""
    names = {hole.name for hole in holes}
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

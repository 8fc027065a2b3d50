"""Who applies: a school, or a 自主社群, 法人 or 團體, with the same papers."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from jingjin_forms.parts.school import read_name

_school = re.compile(
    r"(?:國小|國中|中小|高中|[實附]小|小學|中學|校)(?:部|.{1,4}分班)?\s*(?:[(（].*)?$", re.DOTALL
)
_up_to_school = re.compile(
    r"[^\s、，,;；]+?(?:國民中小學|國民[中小]學|國中小|國[中小]|高級中學|高中|[中小]學|附[中小]|學校)"
)
_no_school = re.compile("協會|學會|基金會|大學|學院|公司|政府|教育[局處部]|法人|團體|社群|校長會")
_NOBODY = ("", "無", "沒有", "免填", "-", "－", "—", "/")
_SEPARATORS = re.compile(r"[、，,;；\n]")


def is_school_name(text: str) -> bool:
    """Whether a name is that of a school: 自主社群, 法人 and 團體 apply with the same papers."""
    return _school.search(text.strip()) is not None


def is_school(facts: Any) -> bool:
    """Whether the applicant is a school, by its name."""
    return is_school_name(facts.school.full_name or "")


def names_a_school(text: str) -> bool:
    """Whether a 服務單位 is a school, or a part of one: 晨曦國小教務處."""
    name = text.strip()
    return is_school_name(name) or (bool(_up_to_school.match(name)) and not _is_no_school(name))


def how_many_schools(names: Iterable[str]) -> int:
    """How many schools these are: 晨曦國小教務處 and 花蓮縣吉安鄉晨曦國民小學 are one.

    Who is certainly no school counts for none, any other name for one. Schools of one name in two
    places are two, where both places are given.
    """
    places: dict[str, set[str]] = defaultdict(set)
    for name in map(str.strip, names):
        if name not in _NOBODY and not _is_no_school(name):
            short, place = _school_and_place(name)
            places[short].add(place)
    return sum(max(1, len(_told_apart(known))) for known in places.values())


def _is_no_school(name: str) -> bool:
    school = _up_to_school.match(name)
    return _no_school.search(name[school.end() if school else 0 :]) is not None


def _school_and_place(name: str) -> tuple[str, str]:
    """What a school is called, and where it is, as far as its name says so."""
    school = _up_to_school.match(name)
    whole = name if school is None else school[0]
    seen = read_name(whole)
    short = seen.short_name.replace("國民", "國").replace("高級中學", "高中")
    return re.sub("國([中小])學", r"國\1", short), seen.county.replace("台", "臺") + seen.township


def _told_apart(places: set[str]) -> set[str]:
    """The places without those that another one says more exactly."""
    return {p for p in places if not any(o != p and o.startswith(p) for o in places)} - {""}


def named_in(text: str) -> list[str]:
    """The names in one text, each once."""
    names = (name.strip() for name in _SEPARATORS.split(text))
    return [*dict.fromkeys(name for name in names if name)]

"""Reading a description: everything that is wrong with its structure, each with its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from jingjin_forms.errors import Problem
from jingjin_forms.facts.explain import facts_error
from jingjin_forms.forms.form import FORM_KEY
from jingjin_forms.forms.tagged.description import (
    SUFFIXES,
    Described,
    Description,
    DocumentDescription,
    FieldDescription,
    RuleDescription,
)
from jingjin_forms.forms.tagged.lined_yaml import KeyPath, Lined, parse_lined, read_lined

_EMPTY = "後面沒有寫內容；不需要的話請刪去這一行。"
_FACTS = (
    "這是要填的資料，不是範本的說明檔；與範本同名的 .yaml 是說明檔，"
    "資料請換一個檔名，例如 facts.yaml。"
)
_FEW = 2
"""The parts of a field's description: 欄位, its label."""


@dataclass(frozen=True, slots=True)
class ReadDescription:
    """What could be read of a description, and what was wrong with the rest."""

    description: Description
    lined: Lined
    """Where its keys stand."""
    problems: tuple[Problem, ...] = ()
    rules_at: tuple[int, ...] = ()
    """Which of 規則 the rules are that could be read, from 0."""
    left_out: tuple[str, ...] = ()
    """The texts of what could not be read, which may use a label all the same."""


def description_beside(template: Path) -> Path | None:
    """The description of a template: the file of the same name, if there is one."""
    found = (template.with_suffix(suffix) for suffix in SUFFIXES)
    return next((path for path in found if path.is_file()), None)


def read_description(path: Path) -> ReadDescription:
    """What can be read of a file, with every problem of its structure. Raises FileProblemError for
    what is no file of text, DescriptionError for what is no YAML."""
    return _read(read_lined(path))


def parse_description(text: str, name: str = "說明檔") -> ReadDescription:
    """The description in a text. Raises DescriptionError with every problem of its structure."""
    read = _read(parse_lined(text, name))
    read.lined.refuse([*read.problems])
    return read


def _read(lined: Lined) -> ReadDescription:
    """What is wrong is told and left out, so that the rest can be held against the template."""
    if FORM_KEY in lined.value:
        lined.refuse([_on_its_line(Problem(FORM_KEY, _FACTS, path=(FORM_KEY,)), lined)])
    problems = [*lined.faults, *_empty(lined)]
    value, left_out = _without_empty(lined.value), list[str]()
    rules: Any = value.get("規則")
    rules_at = [*range(len(cast(list[Any], rules)))] if isinstance(rules, list) else []
    while True:
        try:
            description = Description.model_validate(value)
        except ValidationError as error:
            told = facts_error(Description, error).problems
            told = [replace(problem, path=_at(problem.path, rules_at)) for problem in told]
            problems += [_on_its_line(problem, lined) for problem in told]
            taken = [_taken_out(value, path, rules_at) for path in _cuts(told)]
            left_out += map(str, taken)
            if all(piece is None for piece in taken):  # so that this comes to an end
                lined.refuse(problems)
        else:
            return ReadDescription(
                description, lined, tuple(problems), tuple(rules_at), tuple(left_out)
            )


def _at(path: KeyPath, rules_at: Sequence[int]) -> KeyPath:
    """A path as the file has it, where rules were left out before."""
    match path:
        case ("規則", int(index), *rest):
            return ("規則", rules_at[index], *rest)
        case _:
            return path


def _cuts(problems: Sequence[Problem]) -> list[KeyPath]:
    """What is left out for some problems, what lies deeper first."""
    return sorted({_cut(problem) for problem in problems}, key=lambda path: (-len(path), str(path)))


def _cut(problem: Problem) -> KeyPath:
    """What is left out for a problem: a rule as a whole, a part without what it must have."""
    path = problem.path
    if path[:1] == ("規則",):
        return path[:2]
    return path[:-1] if problem.code == "missing" and len(path) > 1 else path


def _taken_out(value: dict[str, Any], path: KeyPath, rules_at: list[int]) -> Any:
    """Take out what lies at a path, if it still does; what it was."""
    *before, last = path
    if before == ["規則"] and isinstance(last, int):
        place = rules_at.index(last)
        rules_at.pop(place)
        return value["規則"].pop(place)
    inner: Any = value
    for step in before:
        below = inner.get(step)
        if not isinstance(below, dict):  # a bare text that stands for a part: 姓名: 元
            return inner.pop(step, None)
        inner = cast(dict[str, Any], below)
    return inner.pop(last, None)


def _on_its_line(problem: Problem, lined: Lined) -> Problem:
    message = problem.message
    if problem.code == "unknown_field":
        message = _unknown(problem.path)
    return lined.problem(problem.path, message, problem.value, problem.code)


def _unknown(path: KeyPath) -> str:
    """What someone who wrote a key that is none may have meant."""
    known = _part_at(path[:-1]).keys()
    near = get_close_matches(str(path[-1])[:50], known, n=1, cutoff=0.4)
    return f"沒有這一項；{f'是不是「{near[0]}」？' if near else ''}可寫的有：{'、'.join(known)}。"


def _part_at(path: KeyPath) -> type[Described]:
    """The part of a description that a path leads to."""
    if path[:1] == ("欄位",):
        return FieldDescription
    named: dict[Any, type[Described]] = {"文件": DocumentDescription, "規則": RuleDescription}
    return named[path[0]] if path else Description


def _is_label(path: KeyPath) -> bool:
    """Whether a key is a field's label, which may stand without anything behind it."""
    return len(path) >= _FEW and len(path) % _FEW == 0 and set(path[::2]) == {"欄位"}


def _empty(lined: Lined) -> list[Problem]:
    """Keys with nothing behind them."""
    return [
        lined.problem(path, _EMPTY, code="missing")
        for path, value in _leaves(lined.value)
        if value is None and not _is_label(path)
    ]


def _leaves(value: object, path: KeyPath = ()) -> list[tuple[KeyPath, object]]:
    if isinstance(value, Mapping):
        inner = cast(Mapping[str, Any], value).items()
        return [leaf for key, below in inner for leaf in _leaves(below, (*path, key))]
    if isinstance(value, list):
        items = [*enumerate(cast(Sequence[Any], value))]  # an item of nothing pydantic tells
        return [leaf for n, v in items if v is not None for leaf in _leaves(v, (*path, n))]
    return [(path, value)]


def _without_empty(value: Any, path: KeyPath = ()) -> Any:
    """What is left when the empty keys, which are told already, are taken out."""
    if isinstance(value, Mapping):
        pairs = cast(Mapping[str, Any], value).items()
        return {
            key: _without_empty(inner, (*path, key))
            for key, inner in pairs
            if inner is not None or _is_label((*path, key))
        }
    if isinstance(value, list):
        items = cast(Sequence[Any], value)
        return [_without_empty(v, (*path, n)) for n, v in enumerate(items)]
    return value

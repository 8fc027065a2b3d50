"""A YAML file whose values know their lines, so that whatever is wrong with one can say where.

With the protections of a facts file: every scalar stays the text it was typed as, aliases cannot
stand for more than anyone writes, nothing lies endlessly deep.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jingjin_forms.errors import DescriptionError, Problem, shortened
from jingjin_forms.facts.facts_file import TextFault, compose_yaml, scalar_of, text_of

KeyPath = tuple[str | int, ...]
"""The keys that lead to a value, and indexes from 0."""
_ABOUT = "說明檔的每一行是「名稱: 內容」，例如 標題: 領據（冒號用半形，後面空一格）。"


@dataclass(frozen=True, slots=True)
class Lined:
    """What a file says."""

    name: str
    """What messages call the file."""
    value: dict[str, Any]
    lines: dict[KeyPath, int] = field(default_factory=dict[KeyPath, int])
    """The line of each key or item, counted from 1."""
    faults: tuple[Problem, ...] = ()
    """Keys that stand twice."""

    def problem(self, path: KeyPath, message: str, value: object = None, code: str = "") -> Problem:
        """Something wrong at a key, with the line on which it stands."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        where = f"第 {self.lines.get(known, 1)} 行 {_words(path)}".strip()
        return Problem(where, message, value, path, code)

    def value_at(self, path: KeyPath) -> object:
        """The text that stands at a key; None where none does, or more than one."""
        found: Any = self.value
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found if isinstance(found, str) else None

    def line_of(self, problem: Problem) -> int:
        """By which problems are sorted."""
        path = problem.path
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def refuse(self, problems: list[Problem]) -> None:
        """Raise DescriptionError where there are any, in the order of their lines."""
        if problems:
            raise DescriptionError(f"「{self.name}」", sorted(problems, key=self.line_of))


def read_lined(path: Path) -> Lined:
    """The keys and values of a YAML file. Raises FileProblemError, DescriptionError."""
    name = shortened(str(path), limit=200)
    return parse_lined(text_of(path, f"「{name}」"), path.name)


def parse_lined(text: str, name: str = "說明檔") -> Lined:
    """The same of a text. Raises DescriptionError."""
    try:
        node = compose_yaml(text)
    except TextFault as fault:
        raise DescriptionError(f"「{name}」", [Problem("YAML", str(fault), code="yaml")]) from None
    except RecursionError:
        deep = "一層包一層太深，請檢查括號。"
        raise DescriptionError(f"「{name}」", [Problem("YAML", deep, code="yaml")]) from None
    found = Lined(name, {})
    if node is None:
        return found
    if node.id != "mapping":
        raise DescriptionError(f"「{name}」", [Problem("第 1 行", _ABOUT, code="not_a_group")])
    twice: list[Problem] = []
    value = _value(node, (), found, twice)
    return Lined(name, value, found.lines, tuple(twice))


def _value(node: Any, path: KeyPath, lined: Lined, twice: list[Problem]) -> Any:
    if node.id == "scalar":
        is_empty = node.style is None and not node.value
        return None if is_empty else scalar_of(node)
    if node.id == "sequence":
        for index, item in enumerate(node.value):
            lined.lines[*path, index] = item.start_mark.line + 1
        return [_value(item, (*path, n), lined, twice) for n, item in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key_node, inner in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value if key_node.id == "scalar" else ""
        if key_node.id != "scalar":
            lined.lines.setdefault((*path, key), line)
            twice.append(lined.problem((*path, key), "名稱要是文字，不能是清單或一組。"))
        elif key in found:
            first = lined.lines[*path, key]
            message = f"第 {first} 行已經有了，請只留一個（這裡在第 {line} 行）。"
            twice.append(lined.problem((*path, key), message, code="given_twice"))
        else:
            lined.lines[*path, key] = line
            found[key] = _value(inner, (*path, key), lined, twice)
    return found


def _words(path: KeyPath) -> str:
    """規則第 2 條 › 上限, as a reader finds it in the file."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1:] = [f"{words[-1] if words else ''}第 {step + 1} 項"]
        else:
            words.append(f"「{shortened(step)}」")
    return " › ".join(words)

"""Proof of a template before it is handed out: empty it prints the blank, each mark once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jingjin_forms.adopt.blank import Kind
from jingjin_forms.adopt.hole import Hole, HoleList
from jingjin_forms.errors import FillError
from jingjin_forms.page.grid import Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page, read_page
from jingjin_forms.word.compile import Compiled, compile_parts
from jingjin_forms.word.fact_filters import BLANK
from jingjin_forms.word.template import CompiledTemplate

_MARK = "甲乙"


@dataclass(frozen=True, slots=True)
class Failure:
    """A line that comes out other than it should."""

    expected: str
    found: str
    number: int
    """Of the line, among those of its part."""


def compiled(name: str, parts: Mapping[str, bytes]) -> CompiledTemplate:
    """The template of these parts. Raises TemplateError."""
    path = Path(name)
    made: Compiled = compile_parts(path, parts)
    return CompiledTemplate(path, made)


def rendered_pages(template: CompiledTemplate, mapping: Mapping[str, Any], names: Sequence[str]) -> list[Page]:
    """The named parts as the filled template has them."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(template.render(mapping))) as archive:
        return [read_page(name, archive.read(name)) for name in names]


def shown_lines(page: Page) -> list[str]:
    """What a page shows, line by line, hidden and merged cells left out."""
    found: list[str] = []
    inner: dict[int, list[Grid]] = {}
    for grid in page.grids:
        if grid.parent is not None:
            inner.setdefault(id(grid.parent), []).append(grid)

    def of_grid(grid: Grid) -> None:
        for cell in grid.cells:
            found.extend(line.text for line in cell.lines)
            for table in inner.get(id(cell), ()):
                of_grid(table)

    for block in page.blocks:
        if isinstance(block, Line):
            found.append(block.text)
        else:
            of_grid(block)
    return found


class _Everything(dict[str, Any]):
    """A mapping in which each name is blank."""

    def __missing__(self, name: str) -> Any:
        return BLANK


def empty_mapping(template: CompiledTemplate) -> dict[str, Any]:
    return {name: BLANK for name in template.variables}


def failures_when_empty(template: CompiledTemplate, pages: Sequence[Page]) -> list[tuple[Page, Failure]]:
    """The lines of the blank form that the empty template does not print."""
    names = [page.name for page in pages]
    filled = rendered_pages(template, empty_mapping(template), names)
    found: list[tuple[Page, Failure]] = []
    for page, made in zip(pages, filled, strict=True):
        before, after = shown_lines(page), shown_lines(made)
        if len(before) != len(after):
            found.append((page, Failure(f"{len(before)} 行", f"{len(after)} 行", -1)))
        for number, (old, new) in enumerate(zip(before, after, strict=False)):
            if old != new:
                found.append((page, Failure(old, new, number)))
    return found


def marked_mapping(holes: Sequence[Hole], options: Mapping[Hole, Sequence[str]]) -> tuple[dict[str, Any], dict[str, Hole]]:
    """A mark of its own for each blank, and which blank it is of."""
    mapping: dict[str, Any] = {}
    marks: dict[str, Hole] = {}
    rows: dict[HoleList, list[dict[str, Any]]] = {}
    for number, hole in enumerate(holes):
        if hole.kind is Kind.SEAL:
            continue
        if hole.of_list is not None:
            if hole.of_list not in rows:
                rows[hole.of_list] = [{} for _ in range(hole.of_list.count)]
                _set(mapping, hole.of_list.name, rows[hole.of_list])
            for n, row in enumerate(rows[hole.of_list]):
                _set(row, hole.name, _value(hole, f"{number}之{n}", options, marks))
        else:
            _set(mapping, hole.name, _value(hole, str(number), options, marks))
    return mapping, marks


def _value(hole: Hole, number: str, options: Mapping[Hole, Sequence[str]], marks: dict[str, Hole]) -> Any:
    if len(hole.boxes) > 1:
        return dict.fromkeys(options[hole], "V")
    if hole.boxes:
        return "V"
    if hole.filter:
        return {"民國日期": "112年3月17日", "元": "1", "國字大寫": "1", "整數": "1"}.get(hole.filter, "")
    mark = f"{_MARK}{number}{_MARK}"
    marks[mark] = hole
    return mark


def _set(mapping: dict[str, Any], name: str, value: Any) -> None:
    *groups, last = name.split(".")
    for group in groups:
        mapping = mapping.setdefault(group, {})
    mapping[last] = value


def wrong_marks(template: CompiledTemplate, pages: Sequence[Page], holes: Sequence[Hole], options: Mapping[Hole, Sequence[str]]) -> Iterator[tuple[Hole, int]]:
    """The blanks whose mark is not printed exactly once, and how often it is."""
    mapping, marks = marked_mapping(holes, options)
    filled = rendered_pages(template, {**empty_mapping(template), **mapping}, [p.name for p in pages])
    text = "\n".join(line for page in filled for line in shown_lines(page))
    counted = Counter({mark: text.count(mark) for mark in marks})
    for mark, hole in marks.items():
        if counted[mark] != 1:
            yield hole, counted[mark]


__all__ = ["FillError", "compiled", "failures_when_empty", "shown_lines", "wrong_marks"]

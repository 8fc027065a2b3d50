"""Proof of a template before it is handed out: empty it prints the blank, each mark once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from jingjin_forms.adopting.hole import Hole, HoleList, full_name
from jingjin_forms.adopting.tagging import Tagged
from jingjin_forms.errors import FillError, TemplateError
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page, read_page
from jingjin_forms.word.compile import compile_parts
from jingjin_forms.word.fact_filters import BLANK
from jingjin_forms.word.template import CompiledTemplate

_EXAMPLES = {"民國日期": "112年3月17日", "期間": "112年8月1日至113年6月30日"}
_NOT_EMPTY = "空白時印出來與空白表不同"
_NOT_ONCE = "填寫的內容沒有剛好印出一次"


def faulty_holes(
    name: str, parts: Mapping[str, bytes], made: Mapping[Page, Tagged]
) -> dict[Hole, str]:
    """The blanks whose tags do not print as they should, each with the reason."""
    pages = list(made)
    holes = {hole: page for page in pages for hole in made[page].tags}
    try:
        template = template_of(name, {**parts, **{p.name: t.content for p, t in made.items()}})
    except TemplateError as error:
        return _of_places(error, holes)
    try:
        return _changed_when_empty(template, pages, holes) or dict(
            _not_once(template, pages, made, list(holes))
        )
    except FillError as error:
        return _of_places(error, holes)


def template_of(name: str, parts: Mapping[str, bytes]) -> CompiledTemplate:
    """The template of these parts. Raises TemplateError."""
    path = Path(name)
    return CompiledTemplate(path, compile_parts(path, parts))


def _of_places(error: TemplateError | FillError, holes: Mapping[Hole, Page]) -> dict[Hole, str]:
    """The blanks at the places that an error names, or in their rows; else all of them."""
    places = [str(problem) for problem in error.problems]
    found = {h: "的標籤在這裡不能用" for h in holes if any(p.startswith(str(h.where)) for p in places)}
    return found or dict.fromkeys(holes, "的標籤不能用")


def rendered(template: CompiledTemplate, mapping: Mapping[str, Any], names: Sequence[str]) -> list[Page]:
    """The named parts as the filled template has them."""
    blank = dict.fromkeys(template.variables, BLANK)
    with ZipFile(BytesIO(template.render({**blank, **mapping}))) as archive:
        return [read_page(name, archive.read(name)) for name in names]


def _changed_when_empty(
    template: CompiledTemplate, pages: Sequence[Page], holes: Mapping[Hole, Page]
) -> dict[Hole, str]:
    found: dict[Hole, str] = {}
    filled = rendered(template, {}, [page.name for page in pages])
    for page, made in zip(pages, filled, strict=True):
        before, after = list(page.shown()), [line.text for line in made.shown()]
        changed = {
            line for line, text in zip(before, after, strict=False) if line.text != text
        }
        here = [hole for hole, of_page in holes.items() if of_page is page]
        if len(before) != len(after):  # only a list adds or loses lines
            changed |= {hole.line for hole in here if hole.of_list is not None}
        if changed:
            blamed = {h: _NOT_EMPTY for h in here if changed & set(_lines_of(h))}
            found |= blamed or dict.fromkeys(here, _NOT_EMPTY)
    return found


def _lines_of(hole: Hole) -> Iterator[Line]:
    yield hole.line
    yield from (box.line for box in hole.boxes)
    if hole.of_list is not None:
        yield from (line for line, *_ in hole.of_list.numbered)


def _not_once(
    template: CompiledTemplate,
    pages: Sequence[Page],
    made: Mapping[Page, Tagged],
    holes: Sequence[Hole],
) -> Iterator[tuple[Hole, str]]:
    options = {hole: named for tagged in made.values() for hole, named in tagged.options.items()}
    mapping, marks = _marked(holes, options)
    text = "\n".join(
        line.text
        for page in rendered(template, mapping, [page.name for page in pages])
        for line in page.shown()
    )
    wanted = Counter(marks.values())
    for hole, mark in marks.items():
        if text.count(mark) != wanted[mark]:
            yield hole, _NOT_ONCE
    yield from _boxes_not_ticked(template, pages, holes, mapping)


def _boxes_not_ticked(
    template: CompiledTemplate, pages: Sequence[Page], holes: Sequence[Hole], mapping: Mapping[str, Any]
) -> Iterator[tuple[Hole, str]]:
    """The choices one of whose boxes is not printed otherwise when it is ticked."""
    empty = [line.text for p in rendered(template, {}, [p.name for p in pages]) for line in p.shown()]
    ticked = [line.text for p in rendered(template, mapping, [p.name for p in pages]) for line in p.shown()]
    order = {line: n for n, line in enumerate(line for page in pages for line in page.shown())}
    if any(hole.of_list is not None for hole in holes) and len(empty) != len(ticked):
        return
    for hole in holes:
        for box in hole.boxes:
            number = order.get(box.line)
            if number is not None and number < len(ticked) and empty[number] == ticked[number]:
                yield hole, "勾選後沒有變化"
                break


def _marked(
    holes: Sequence[Hole], options: Mapping[Hole, Sequence[str]]
) -> tuple[dict[str, Any], dict[Hole, str]]:
    """A mark of its own for each name, and the mark of each blank."""
    mapping: dict[str, Any] = {}
    marks: dict[Hole, str] = {}
    rows: dict[HoleList, list[dict[str, Any]]] = {}
    number_of: dict[str, int] = {}
    for hole in holes:
        number = number_of.setdefault(full_name(hole), len(number_of))
        if hole.boxes:
            value: Any = dict.fromkeys(options[hole], "V") if len(hole.boxes) > 1 else "V"
        elif hole.filter:
            value = _EXAMPLES.get(hole.filter, "1")
        else:
            value = marks[hole] = f"\u2460{number}\u2461"
        if hole.of_list is None:
            _set(mapping, hole.name, value)
            continue
        if hole.of_list not in rows:  # also of columns
            rows[hole.of_list] = [{} for _ in range(hole.of_list.count)]
            _set(mapping, hole.of_list.name, rows[hole.of_list])
        first, *others = rows[hole.of_list]
        _set(first, hole.name, value)
        for row in others:
            _set(row, hole.name, BLANK)
    return mapping, marks


def _set(mapping: dict[str, Any], name: str, value: Any) -> None:
    *groups, last = name.split(".")
    for group in groups:
        inner = mapping.setdefault(group, {})
        if not isinstance(inner, dict):
            return
        mapping = inner
    mapping[last] = value

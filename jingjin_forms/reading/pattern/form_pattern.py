"""The patterns of a form's template, part by part; made once for each template."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from os import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jinja2 import nodes

from jingjin_forms.arriving.template_parts import template_parts
from jingjin_forms.reading.captured.kinds import kinds_of
from jingjin_forms.reading.matching.row_program import notes_in
from jingjin_forms.reading.pattern.marked import Marked, marked
from jingjin_forms.reading.pattern.template_pattern import (
    flow_pattern,
    text_box_patterns,
    wording_in,
)
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import Token
from jingjin_forms.word.docx.parts import text_parts
from jingjin_forms.word.language.part_source import parse_part
from jingjin_forms.word.tag_tree import TagTree, tag_trees

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form


@dataclass(frozen=True, slots=True, eq=False)
class PartPattern:
    """A part of the file: its text, then its text boxes."""

    name: str
    flows: tuple[tuple[Token, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class FormPattern:
    """All parts that hold facts, the document first."""

    parts: tuple[PartPattern, ...]
    wording: frozenset[str]
    """Every piece of fixed wording, squeezed."""
    notes: frozenset[str]
    """Wording that the form prints in some rows of a table only."""


def patterns_of(form: "type[Form]") -> "list[tuple[type[Form], FormPattern]]":
    """The patterns of a form, of each edition that has a class or template of its own."""
    found: list[tuple[type[Form], FormPattern]] = []
    for kind, year, path in form.ways_to_print():
        status = stat(path)
        pattern = _pattern(cast(Any, kind), year, path, status.st_mtime_ns, status.st_size)
        found.append((kind, pattern))
    return found


@lru_cache(128)
def _pattern(form: Any, year: int | None, path: Path, _changed: int, _size: int) -> FormPattern:
    blank = form.blank(year).context()
    contexts = [form.sample(year).context(), blank] if form.has_sample() else [blank]
    kinds = kinds_of(form, contexts)
    parts: list[PartPattern] = []
    for name, part in _marked_parts(path, form.with_labels):
        flows = (flow_pattern(part, kinds.of), *text_box_patterns(part, kinds.of))
        parts.append(PartPattern(name, flows))
    pieces = {plain(text) for part in parts for flow in part.flows for text in wording_in(flow)}
    notes = {note for part in parts for flow in part.flows for note in notes_in(flow)}
    return FormPattern(tuple(parts), frozenset(filter(None, pieces)), frozenset(notes))


def _marked_parts(
    path: Path, with_labels: "Callable[[Iterable[TagTree]], None]"
) -> Iterator[tuple[str, Marked]]:
    """The document, whether it has tags or not, and the headers and footers that say more: one that
    repeats a fact of the document is seen by nobody who mends the document."""
    contents = template_parts(path)  # as filled files arrive
    trees = {tree.part: tree for tree in tag_trees(path, contents)}
    with_labels(trees.values())
    document = text_parts(path, contents)[0]
    if document not in trees:
        yield document, Marked(parse_part(contents[document]), [])
    said = _facts_of(trees[document]) if document in trees else frozenset[str]()
    for name, tree in trees.items():
        if name == document or not (name.startswith("docProps/") or _facts_of(tree) <= said):
            yield name, marked(tree)


def _facts_of(tree: TagTree) -> frozenset[str]:
    names = tree.tree.find_all(nodes.Name)
    return frozenset(name.name for name in names)

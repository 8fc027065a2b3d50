"""A filled form with its truth, and where in the Word file its values stand.

Every tag of the template is put between two marks before the form is filled; what comes out
between them is a value, everything else is the form's own wording. Values become runs of their own
that know which value they are, rows know the loop of the template that printed them, and rows,
cells and paragraphs the place in the template they come from. All of that are attributes without
namespace, which `finished` takes away; runs that nobody has touched are then one again, so that a
sheet without edits says what the form prints, run by run.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import count, groupby
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.blanks.marked import packed, parts_of
from benchmarks.touched.runs import (
    ORIGIN,
    PROPERTIES,
    RUN,
    VALUE,
    as_one,
    runs_of,
    text_element,
    text_of,
)
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import template_of
from jingjin_forms.word.compile import compile_parts
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, TEXT, Element
from jingjin_forms.word.template import CompiledTemplate

DOCUMENT = "word/document.xml"
START, END = "\ue700", "\ue701"
MARKS = re.compile(f"([{START}{END}])")
OUTPUT = re.compile(r"\{\{-?(?:(?!\}\}).)+\}\}")
FOR = re.compile(r"\{%tr\s+for\s+\w+\s+in\s+(.+?)\s*%\}")
END_FOR = re.compile(r"\{%tr\s+endfor")
PICTURE = "照片檔"
PLACE, LOOP = "place", "loop"
OURS = (VALUE, ORIGIN, PLACE, LOOP)


@dataclass
class Sheet:
    """What a hand edit works on: it may change the file, and the truth with it."""

    form: type[Form]
    facts: dict[str, Any]
    """The truth, by label."""
    parts: dict[str, bytes]
    root: Element
    """The document, with the attributes that tell what everything is."""

    def values(self) -> list[list[Element]]:
        """The runs of each value that can be edited, in the order of the document."""
        return [group for p in self.root.iter(PARAGRAPH) for group in values_in(p)]

    def cells(self) -> list[Element]:
        """The innermost cells."""
        return [c for c in self.root.iter(CELL) if next(c.iterdescendants(TABLE), None) is None]

    def copy(self) -> "Sheet":
        return Sheet(self.form, deepcopy(self.facts), dict(self.parts), deepcopy(self.root))

    def finished(self) -> bytes:
        """The .docx, without what only the edits need."""
        root = deepcopy(self.root)
        for paragraph in root.iter(PARAGRAPH):
            for _, group in groupby(list(paragraph), lambda e: e.get(ORIGIN) or id(e)):
                pieces = list(group)
                if len(pieces) > 1:
                    as_one(pieces)
        for element in root.iter():
            for name in OURS:
                element.attrib.pop(name, None)
        document = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return packed({**self.parts, DOCUMENT: document})


def values_in(paragraph: Element) -> list[list[Element]]:
    """The runs of each value in a paragraph."""
    runs = [run for run in runs_of(paragraph) if run.get(VALUE)]
    return [list(group) for _, group in groupby(runs, lambda run: run.get(VALUE))]


def touch(run: Element) -> Element:
    """A run that is to stay by itself."""
    run.attrib.pop(ORIGIN, None)
    return run


def sheet_of(paper: Form, facts: Mapping[str, Any]) -> Sheet:
    """A filled form, ready to be edited."""
    template = Path(template_of(type(paper), paper._year_and_edition(None)[1]))
    parts = parts_of(_marked(template).render(paper.context()))
    root = etree.fromstring(parts[DOCUMENT])
    origins, numbers = count(1), count(1)
    for paragraph in list(root.iter(PARAGRAPH)):
        _take_apart(paragraph, origins, numbers)
    return Sheet(type(paper), deepcopy(dict(facts)), parts, root)


@cache
def _marked(template: Path) -> CompiledTemplate:
    """A template with marks around what its tags print."""
    parts = parts_of(template.read_bytes())
    root = etree.fromstring(parts[DOCUMENT])
    for number, element in enumerate(root.iter(TABLE, ROW, CELL, PARAGRAPH)):
        element.set(PLACE, str(number))
    for table in root.iter(TABLE):
        _tell_loops(table)
    for text in root.iter(TEXT):
        text.text = OUTPUT.sub(_between_marks, text.text or "")
    parts[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return CompiledTemplate(template, compile_parts(template, parts))


def _between_marks(tag: re.Match[str]) -> str:
    return tag[0] if PICTURE in tag[0] else f"{START}{tag[0]}{END}"


def _tell_loops(table: Element) -> None:
    loops: list[str] = []
    for row in table.iterchildren(ROW):
        said = "".join(row.itertext(TEXT))
        if found := FOR.search(said):
            loops.append(found[1])
        elif END_FOR.search(said):
            loops.pop()
        elif loops:
            row.set(LOOP, loops[-1])


def _take_apart(paragraph: Element, origins: Iterator[int], numbers: Iterator[int]) -> None:
    """Every value of a paragraph becomes a run of its own, or several."""
    number = ""
    for run in runs_of(paragraph):
        whole = "".join(run.itertext(TEXT))
        origin = str(next(origins))
        if START not in whole and END not in whole and not number:
            run.set(ORIGIN, origin)
            continue
        for child, is_value in _pieces(run, bool(number)):
            if is_value and not number:
                number = str(next(numbers))
            number = number if is_value else ""
            if child is not None:
                _add(run, child, number, origin)
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def _pieces(run: Element, inside: bool) -> Iterator[tuple[Element | None, bool]]:
    """The children of a run cut at the marks, and whether they belong to a value."""
    for child in list(run):
        if child.tag == PROPERTIES:
            continue
        if child.tag != TEXT:
            yield child, inside
            continue
        for piece in MARKS.split(child.text or ""):
            if piece in (START, END):
                yield None, False  # two values may stand side by side
                inside = piece == START
            elif piece:
                yield text_element(piece), inside


def _add(run: Element, child: Element, number: str, origin: str) -> None:
    """A piece of a run before it, with the piece before where both are of one value."""
    last = run.getprevious()
    if last is None or (last.get(ORIGIN), last.get(VALUE) or "") != (origin, number):
        last = etree.Element(RUN, {ORIGIN: origin, **({VALUE: number} if number else {})})
        properties = run.find(PROPERTIES)
        if properties is not None:
            last.append(deepcopy(properties))
        run.addprevious(last)
    last.append(child)


def cell_value(cell: Element) -> list[Element] | None:
    """The runs of the value that is all a cell holds; None where it holds more or nothing."""
    paragraphs = list(cell.iter(PARAGRAPH))
    runs = [run for paragraph in paragraphs for run in runs_of(paragraph)]
    found = [group for paragraph in paragraphs for group in values_in(paragraph)]
    if len(found) != 1 or text_of(found[0]) != text_of(runs) or not text_of(runs).strip():
        return None
    return found[0]

"""Runs of a Word file taken apart and put together: what the hand edits are made of.

A paragraph is seen as its letters: those of its texts, \\n for a line break, \\t for a tab.
Pictures and what else stands between have no letters.
"""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from jingjin_forms.word.docx.location import PARAGRAPH, TEXT, Element, W

RUN, PROPERTIES = f"{W}r", f"{W}rPr"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LETTERS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
VALUE, ORIGIN = "value", "origin"
"""Attributes of a run while the file is being worked on: the value it belongs to, and the run it
was one with; see `sheet`."""


def runs_of(paragraph: Element) -> list[Element]:
    """Its runs in order, without those of a text box in it."""
    return [r for r in paragraph.iter(RUN) if next(r.iterancestors(PARAGRAPH)) is paragraph]


def letters(child: Element) -> str:
    """What a child of a run adds to the text."""
    return (child.text or "") if child.tag == TEXT else LETTERS.get(str(child.tag), "")


def text_of(runs: Iterable[Element]) -> str:
    return "".join(letters(child) for run in runs for child in run)


def paragraph_text(paragraph: Element) -> str:
    return text_of(runs_of(paragraph))


def text_element(text: str) -> Element:
    made = etree.Element(TEXT)
    made.text = text
    made.set(SPACE, "preserve")
    return made


def children_for(text: str) -> list[Element]:
    """A text as the children of a run."""
    made: list[Element] = []
    for number, line in enumerate(text.split("\n")):
        made += [etree.Element(f"{W}br")] if number else []
        for column, piece in enumerate(line.split("\t")):
            made += [etree.Element(f"{W}tab")] if column else []
            made += [text_element(piece)] if piece else []
    return made


def new_run(text: str, like: Element | None = None) -> Element:
    """A run of this text, in the manner of another one."""
    run = etree.Element(RUN)
    properties = None if like is None else like.find(PROPERTIES)
    if properties is not None:
        run.append(deepcopy(properties))
    run.extend(children_for(text))
    return run


def set_text(run: Element, text: str) -> None:
    """Another text in a run that holds nothing but text."""
    for child in [child for child in run if child.tag != PROPERTIES]:
        run.remove(child)
    run.extend(children_for(text))


def is_text(run: Element) -> bool:
    """Whether a run holds nothing but text, breaks and tabs."""
    return all(c.tag in (TEXT, PROPERTIES) or c.tag in LETTERS for c in run)


def split(run: Element, position: int) -> Element | None:
    """The part of a run behind so many letters, as a run of its own; None where there is none."""
    if not 0 < position < len(text_of([run])):
        return None
    rest = etree.Element(RUN, {str(k): str(v) for k, v in run.attrib.items()})
    properties = run.find(PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    seen = 0
    for child in [child for child in run if child.tag != PROPERTIES]:
        size = len(letters(child))
        if seen >= position:
            rest.append(child)
        elif seen + size > position:
            text = child.text or ""
            child.text, child.attrib[SPACE] = text[: position - seen], "preserve"
            rest.append(text_element(text[position - seen :]))
        seen += size
    run.addnext(rest)
    return rest


def split_at(paragraph: Element, positions: Iterable[int]) -> None:
    """A run ends at each of these letters of a paragraph."""
    for position in sorted(set(positions)):
        seen = 0
        for run in runs_of(paragraph):
            size = len(text_of([run]))
            if seen < position < seen + size:
                split(run, position - seen)
                break
            seen += size


def between(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs with the letters from start to end; runs must begin and end there."""
    found: list[Element] = []
    seen = 0
    for run in runs_of(paragraph):
        size = len(text_of([run]))
        if size and start <= seen and seen + size <= end:
            found.append(run)
        seen += size
    return found


def remove(element: Element) -> None:
    """Takes an element out of its parent."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def as_one(runs: list[Element]) -> Element:
    """Runs side by side become the first of them, which has the text of all."""
    first, *others = runs
    for other in others:
        first.extend([child for child in other if child.tag != PROPERTIES])
        remove(other)
    return first

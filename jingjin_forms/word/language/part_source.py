"""One part of a .docx → the jinja2 source that prints it, and what each of its tags is.

docxtpl's own normaliser (`patch_xml`) joins tags that Word has split and lifts `{%tr %}`, `{%p %}`
and their like out of their row or paragraph, so that a template means here what it means there.
Around it this module keeps what docxtpl loses: where on the page each tag stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs] (it has none)
from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from jingjin_forms.errors import Problem
from jingjin_forms.word import structure as repair
from jingjin_forms.word.codes import TAG
from jingjin_forms.word.column_grid import mark_grids
from jingjin_forms.word.docx.location import Element, Place, W, part_title, places
from jingjin_forms.word.language.braces import brace_faults
from jingjin_forms.word.language.reader import GONE, PLACE, Reader, Tag
from jingjin_forms.word.structure import WORD_LACKING, Lacking

# Revision numbers say which editing session typed a run; paragraph ids tie comments to it. Both
# only cost time, and a repeated id is an error.
_EDITING_MARKS = re.compile(r"rsid\w*|paraId|textId")
_MARKS = re.compile("jingjin-(?:place|gone|keep|grid)")
_tags = re.compile(r"(?<=\{[{%]).*?(?=[}%]\})", re.DOTALL)
_cell_properties = re.compile("(<w:tcPr(?: [^>]*)?>)(.*?)</w:tcPr>", re.DOTALL)
# An attribute's value can hold a tag, and the tag quotes. Each character is read in one way only,
# or many tags in one value would take for ever.
_ATTRIBUTES = r'(?>(?:[^">/]|/(?!>)|"(?>(?:\{[{%](?:(?![}%]\}).)*+[}%]\}|[^"])*+)")*+)'
_children = re.compile(rf"<w:(\w+){_ATTRIBUTES}/>|<w:(\w+){_ATTRIBUTES}>.*?</w:\2>", re.DOTALL)
_PROPERTIES = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection"
_ORDER = {name: number for number, name in enumerate(_PROPERTIES.split())}


@dataclass(frozen=True, slots=True)
class PartSource:
    """A part ready for jinja2."""

    name: str
    text: str
    tags: Mapping[int, Tag]
    """By line number of `text`: each tag stands on lines of its own."""
    marks: tuple[tuple[tuple[str, ...], str], ...]
    """What `repair.mender` has to do."""
    repeats_cells: bool
    """Whether rows can come out wider than the grid of their table."""
    needs_rendering: bool
    problems: tuple[Problem, ...]


def parse_part(content: bytes) -> Element:
    """The part's XML tree, read the way docxtpl (python-docx) reads it."""
    # Comments and instructions are not printed; some look like the marks this engine sets itself.
    parser = etree.XMLParser(
        remove_blank_text=True, resolve_entities=False, remove_comments=True, remove_pis=True
    )
    return etree.parse(BytesIO(content), parser).getroot()


class Notation(NamedTuple):
    """How the parts of a kind of file are called and written."""

    title: Callable[[str], str]
    """What a reader calls a part, by its name."""
    new_writer: Callable[[], Callable[[str], str]]
    """Takes the fixed pieces of one part in order, and gives each as it goes into the file."""
    lacking: Lacking


def _as_it_is(xml: str) -> str:
    return xml


WORD_NOTATION = Notation(part_title, lambda: _as_it_is, WORD_LACKING)


def prepare(
    name: str, root: Element, environment: Environment, notation: Notation = WORD_NOTATION
) -> PartSource:
    """The jinja2 source of one part; `root` is changed on the way."""
    part = Place(notation.title(name))
    place_of = dict(places(root, part.part))
    problems = [*brace_faults(root, place_of, part, environment), *_marks_of_ours(root, part)]
    gone = repair.swallowed(root)
    marks = [
        (lacking, notation.new_writer()(blank))
        for lacking, blank in repair.mark(root, gone, notation.lacking)
    ]
    repeats_cells = mark_grids(root, gone)
    _number(place_of, gone)
    _strip_editing_marks(root)
    xml = etree.tostring(root, encoding="unicode")
    numbered = list(place_of.values())
    reader = Reader(part, numbered, notation.new_writer())
    try:
        for _, kind, value in environment.lex(_normalised(xml)):
            reader.read(kind, value)
        lost = reader.lost_place() or _eaten(place_of, gone, reader.seen)
    except TemplateSyntaxError:
        lost = reader.last_place()
    if lost is not None and not problems:
        problems.append(Problem(str(lost), _BROKEN, code=TAG))
    return PartSource(
        name,
        "".join(reader.source),
        reader.tags,
        tuple(marks),
        repeats_cells,
        bool(reader.tags) or reader.needs_rendering,
        tuple(problems),
    )


def _marks_of_ours(root: Element, part: Place) -> Iterator[Problem]:
    """What the engine would take for a mark that it has set."""
    for element in root.iter("*"):
        for text in (element.text or "", *element.attrib.keys(), *element.attrib.values()):
            if found := _MARKS.search(str(text)):
                fault = f"「{found[0]}」是程式內部的記號，範本裡不能有：請刪去。"
                yield Problem(str(part), fault, code=TAG)
        element.attrib.pop(PLACE, None)


def _normalised(xml: str) -> str:
    patched = DocxTemplate(Path()).patch_xml(xml)  # pyright: ignore[reportUnknownMemberType]
    if "&quot;" in patched:  # quotes of a tag in an attribute
        patched = _tags.sub(lambda found: found[0].replace("&quot;", '"'), patched)
    return _cell_properties.sub(_in_order, patched)


def _in_order(found: re.Match[str]) -> str:
    """The properties of a cell in the order Word wants; `patch_xml` puts its own anywhere."""
    children = list(_children.finditer(found[2]))
    if "".join(child[0] for child in children) != found[2]:
        return found[0]
    children.sort(key=lambda child: _ORDER.get(child[1] or child[2], len(_ORDER)))
    return f"{found[1]}{''.join(child[0] for child in children)}</w:tcPr>"


def _eaten(
    place_of: Mapping[Element, Place], gone: Mapping[Element, str], seen: set[int]
) -> Place | None:
    """The first row or cell that `patch_xml` has taken for a part of some tag."""
    for number, (element, place) in enumerate(place_of.items()):
        if place.kind == "p" or number in seen:
            continue
        if not any(e in gone for e in (element, *element.iterancestors())):
            return place
    return None


_BROKEN = (
    "這裡的標籤跨過了儲存格、超連結或別的邊界，填寫後會少一格或打不開："
    "請讓 {{ … }} 與 {% … %} 各自完整寫在同一格內（{%- 與 -%} 也不能合併到別格），"
    "並移除標籤上的超連結。"
)


def _number(place_of: Mapping[Element, Place], gone: Mapping[Element, str]) -> None:
    """Number the rows, cells and paragraphs, so that they are known again behind `patch_xml`."""
    for number, element in enumerate(place_of):
        element.set(PLACE, str(number))
        if element in gone:  # its own number goes with it
            element.addprevious(etree.ProcessingInstruction(GONE, str(number)))


def _strip_editing_marks(root: Element) -> None:
    for element in root.iter(f"{W}p", f"{W}r", f"{W}tr", f"{W}sectPr"):
        for key in list(element.attrib):
            if _EDITING_MARKS.fullmatch(etree.QName(key).localname):
                del element.attrib[key]

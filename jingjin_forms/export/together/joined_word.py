"""Papers of one make as one Word file, each beginning on a page of its own and numbered from 1.

LibreOffice spends two thirds of its time on what it does for each file: setting up a document and
its styles, its fonts. What it makes of the joined file is cut again by `cut_pdf`.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from lxml import etree

from jingjin_forms.export.together.alike import CORE, MAIN, RELATIONS, TYPES, Paper, W
from jingjin_forms.export.together.metadata import marked
from jingjin_forms.word.location import Element
from jingjin_forms.word.plain_xml import read_xml

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAGES = re.compile(rb"((?:<w:instrText[^>]*>|\bw:instr=\")\s*)NUMPAGES\b")
_BEFORE_NUMBERS = frozenset(
    f"{W}{name}"
    for name in (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type"),
        *("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType"),
    )
)
"""What stands in front of w:pgNumType."""


def beginning(number: int) -> str:
    """The name of the place where a paper begins."""
    return f"jingjin{number}"


def _end(number: int) -> str:
    return f"jingjinend{number}"


def joined_word(papers: Sequence[Paper]) -> bytes:
    """The papers, which are of one make, one behind the other in one Word file."""
    first = papers[0]
    parts = dict(first.parts)
    relations = read_xml(parts[RELATIONS])
    types = read_xml(parts[TYPES])
    for relation in list(relations):
        if any(relation.get("Id") == own.get("Id") for own in first.relations):
            relations.remove(relation)
    root = read_xml(parts[MAIN])
    body = root[0]
    del body[:]
    for number, paper in enumerate(papers):
        body.extend(_blocks(paper, number, is_last=number == len(papers) - 1))
        relations.extend(_own_relations(paper, number))
        parts |= dict(_own_parts(paper, number))
        _add_types(types, paper, number)
    if CORE in parts:
        parts[CORE] = marked(parts[CORE])
    parts[MAIN] = etree.tostring(root, encoding="UTF-8", standalone=True)
    parts[RELATIONS] = etree.tostring(relations, encoding="UTF-8", standalone=True)
    parts[TYPES] = etree.tostring(types, encoding="UTF-8", standalone=True)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:  # read once, by a program beside us: not packed
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _blocks(paper: Paper, number: int, *, is_last: bool) -> Iterator[Element]:
    """The body of a paper, its last section ended within its last paragraph."""
    body = read_xml(_numbered(paper.parts[MAIN], number))[0]
    for element in list(body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in body.iter():
        for name, value in element.items():
            if name.startswith(_R):
                element.set(name, f"p{number}{value}")
    sections = list(body.iter(f"{W}sectPr"))
    _begin_anew(sections[0])
    first = next(body.iter(f"{W}p"))
    after_properties = int(first.find(f"{W}pPr") is not None)
    first[after_properties:after_properties] = _place(beginning(number), 2 * number)
    *blocks, last, section = body
    yield from blocks
    if not is_last:
        properties = last.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            last.insert(0, properties)
        properties.append(section)
    last.extend(_place(_end(number), 2 * number + 1))
    yield last
    if is_last:
        yield section


def _numbered(part: bytes, number: int) -> bytes:
    """The part with the number of this paper's pages where it says that of all."""
    return _PAGES.sub(rb"\g<1>PAGEREF %b" % _end(number).encode(), part)


def _begin_anew(section: Element) -> None:
    """On a new page, which is page 1."""
    for child in list(section):
        if child.tag == f"{W}type":
            section.remove(child)
    numbers = section.find(f"{W}pgNumType")
    if numbers is None:
        numbers = etree.Element(f"{W}pgNumType")
        place = sum(child.tag in _BEFORE_NUMBERS for child in section)
        section.insert(place, numbers)
    numbers.set(f"{W}start", "1")


def _place(name: str, number: int) -> list[Element]:
    number_of = {f"{W}id": str(number)}
    return [
        etree.Element(f"{W}bookmarkStart", {**number_of, f"{W}name": name}),
        etree.Element(f"{W}bookmarkEnd", number_of),
    ]


def _moved(target: str, number: int) -> str:
    """Where a paper's own part lies in the joined file, by its path there."""
    folder, name = posixpath.split(target)
    return posixpath.join(folder, f"p{number}{name}")


def _own_relations(paper: Paper, number: int) -> Iterator[Element]:
    for relation in paper.relations:
        own = etree.Element(relation.tag, dict(relation.items()))
        own.set("Id", f"p{number}{relation.get('Id')}")
        if relation.get("TargetMode") != "External":
            own.set("Target", _moved(str(relation.get("Target")), number))
        yield own


def _own_parts(paper: Paper, number: int) -> Iterator[tuple[str, bytes]]:
    for relation in paper.relations:
        if relation.get("TargetMode") == "External":
            continue
        name = f"word/{relation.get('Target')}"
        content = paper.parts[name]
        yield _moved(name, number), _numbered(content, number) if name.endswith(".xml") else content
        folder, file = posixpath.split(name)
        related = f"{folder}/_rels/{file}.rels"
        if related in paper.parts:
            yield f"{folder}/_rels/p{number}{file}.rels", paper.parts[related]


def _add_types(types: Element, paper: Paper, number: int) -> None:
    """Say of each part of the paper what it is."""
    known = {(said.get("Extension"), said.get("PartName")) for said in types}
    for said in read_xml(paper.parts[TYPES]):
        name = said.get("PartName")
        own = {f"/word/{relation.get('Target')}" for relation in paper.relations}
        if name in own:
            said.set("PartName", _moved(str(name), number))
        if (said.get("Extension"), said.get("PartName")) not in known:
            types.append(said)

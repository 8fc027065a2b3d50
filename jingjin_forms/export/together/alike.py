"""Word files that LibreOffice can take as one: filled from one template, in all that they share.

    paper = paper_of(docx)     # None: must be taken alone
    paper.make                 # papers of one make can be joined

Files that number something through the whole document (notes, comments, lists), lead from one place
in it to another, or hold what we do not know, stand alone.
"""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.archives import open_archive
from jingjin_forms.word.location import Element
from jingjin_forms.word.plain_xml import read_xml

MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
"""What the file says of itself: its title, who wrote it."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_OWN = frozenset(("header", "footer", "image", "hyperlink"))
"""Kinds of relations that each paper brings along."""
_COMMON = frozenset(
    (
        *("styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "theme"),
        *("customXml", "numbering", "footnotes", "endnotes"),
    )
)
"""Kinds that all have alike; lists and notes that are used are told by _ALONE."""
_OTHERS = frozenset((MAIN, RELATIONS, TYPES, CORE, "docProps/app.xml", "docProps/thumbnail.jpeg"))
_ALONE = re.compile(
    rb"<w:(?:numPr|footnoteReference|endnoteReference|commentReference|commentRangeStart|altChunk"
    rb"|subDoc|object|pgNumType[^>]* w:start)\b|\bw:anchor="
)
_NUMBERED_STYLE = re.compile(rb"<w:numPr\b")
_FIELD = re.compile(rb"(?:<w:instrText[^>]*>|\bw:instr=\")\s*([^<\"]*)")
_PAGE_FIELD = re.compile(rb"(?:PAGE|NUMPAGES)\b")
_UNREADABLE = (
    *(FileProblemError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, RuntimeError, EOFError, NotImplementedError),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word file that may be joined with others of its make."""

    parts: Mapping[str, bytes]
    relations: tuple[Element, ...]
    """Of the document, to what is this paper's own."""
    make: bytes


def paper_of(docx: bytes) -> Paper | None:
    """The file, opened; None where it must be taken alone."""
    try:
        with open_archive(docx, "這份 Word 檔") as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        relations = tuple(read_xml(parts[RELATIONS]))
        root = read_xml(parts[MAIN])
        core = read_xml(parts[CORE]) if CORE in parts else ()
    except _UNREADABLE:
        return None
    kinds = {id_: str(r.get("Type")).rpartition("/")[2] for id_, r in _by_id(relations)}
    own = tuple(r for id_, r in _by_id(relations) if kinds[id_] in _OWN)
    places = [f"word/{r.get('Target')}" for r in own if r.get("TargetMode") != "External"]
    if (
        not set(kinds.values()) <= _OWN | _COMMON
        or root.nsmap.get("w") != W[1:-1]
        or not set(places) <= set(parts)
        or any(_stands_alone(parts[name]) for name in (MAIN, *places) if name.endswith(".xml"))
        or any(_NUMBERED_STYLE.search(c) for n, c in parts.items() if n.startswith("word/styles"))
        or not _ends_in_a_paragraph(root)
    ):
        return None
    shape = _shape(root)
    if len(set(shape)) > 1:  # a section without a header of its own has that of the one before
        return None
    make = hashlib.sha256()
    ours = {*_OTHERS, *places, *map(_relations_of, places)}
    for name in sorted(parts.keys() - ours):
        make.update(repr((name, parts[name])).encode())
    common = sorted(
        (id_, kinds[id_], r.get("Target")) for id_, r in _by_id(relations) if r not in own
    )
    said = sorted(str(element.tag) for element in core)
    make.update(repr((common, said, shape[:1], sorted(root.nsmap.items(), key=str))).encode())
    make.update(repr(sorted(root.attrib.items())).encode())
    return Paper(parts, own, make.digest())


def _by_id(relations: tuple[Element, ...]) -> Iterator[tuple[str, Element]]:
    return ((str(relation.get("Id")), relation) for relation in relations)


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _stands_alone(part: bytes) -> bool:
    return bool(_ALONE.search(part)) or not all(
        _PAGE_FIELD.match(said[1]) for said in _FIELD.finditer(part)
    )


def _ends_in_a_paragraph(root: Element) -> bool:
    body = root[0]
    return len(body) > 1 and [child.tag for child in body[-2:]] == [f"{W}p", f"{W}sectPr"]


def _shape(root: Element) -> list[tuple[tuple[str, str], ...]]:
    """Of each section, which headers and footers it has."""
    return [
        tuple(
            sorted(
                (str(reference.tag), str(reference.get(f"{W}type")))
                for reference in section
                if str(reference.tag).endswith("Reference")
            )
        )
        for section in root.iter(f"{W}sectPr")
    ]

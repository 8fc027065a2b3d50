"""Looking into a finished .docx: its text, its structure, what a validator says.

from tests.helpers import audit, docx_text, structural_faults
"""

import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from jingjin_forms.facts.facts_file import read_facts

TEMPLATES, SAMPLES = (Path(__file__).parents[1] / name for name in ("templates", "samples"))

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_TEXT = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_EXACTLY_ONE_LEVEL = {f"{W}tbl": f"{W}tr", f"{W}tr": f"{W}tc"}
_LEFTOVER = re.compile(r"\{\{|\{%|\{#|｛｛|jingjin-")


@cache
def _facts(path: Path) -> dict[str, Any]:
    return dict(read_facts(path))


def sample_facts(path: Path) -> dict[str, Any]:
    """The facts of a sample's file by label, to be changed: the file is read once."""
    return deepcopy(_facts(path))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a .docx by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def part_root(content: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of a .docx as an XML tree."""
    return etree.fromstring(parts(content)[name])


def paragraph_text(paragraph: etree._Element) -> str:
    """What one `w:p` shows, line breaks as \\n and tabs as \\t."""
    pieces: list[str] = []
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            pieces.append((element.text or "").replace("\n", " "))  # as Word shows it
        elif element.tag in _TEXT and element.getparent().tag == f"{W}r":  # pPr has w:tabs/w:tab
            pieces.append(_TEXT[element.tag])
    return "".join(pieces)


def docx_text(content: bytes, name: str = "word/document.xml") -> list[str]:
    """What every paragraph of a part shows, in document order, those in tables too."""
    return [paragraph_text(p) for p in part_root(content, name).iter(f"{W}p")]


def shown(content: bytes) -> list[str]:
    """What the document shows: its text, then its pictures, each as 【圖】 and its name."""
    pictures = part_root(content).iter(f"{WP}docPr")
    return docx_text(content) + [f"【圖】（{picture.get('name')}）" for picture in pictures]


def table_texts(content: bytes, name: str = "word/document.xml") -> list[list[list[str]]]:
    """Per table and row, what each cell shows; its paragraphs are joined by |."""
    return [
        [
            ["|".join(map(paragraph_text, cell.iterchildren(f"{W}p"))) for cell in _cells(row)]
            for row in table.iterchildren(f"{W}tr")
        ]
        for table in part_root(content, name).iter(f"{W}tbl")
    ]


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(row.iterchildren(f"{W}tc"))


def structural_faults(content: bytes) -> list[str]:
    """What would make Word refuse or repair the file, as far as its structure shows it."""
    files = parts(content)
    faults: list[str] = []
    drawing_ids: Counter[str] = Counter()
    if next(iter(files)) != "[Content_Types].xml":
        faults.append("[Content_Types].xml is not the first entry")
    for name, data in files.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = etree.fromstring(data)
        except etree.XMLSyntaxError as error:
            faults.append(f"{name}: not well-formed: {error}")
            continue
        if b"<?jingjin" in data:
            faults.append(f"{name}: a mark of the engine is left over")
        drawing_ids.update(str(d.get("id")) for d in root.iter(f"{WP}docPr"))
        faults += [f"{name}: {fault}" for fault in _part_faults(root)]
        faults += [f"{name}: {fault}" for fault in _reference_faults(name, root, files)]
    faults += [f"docPr id {i} is used {n} times" for i, n in drawing_ids.items() if n > 1]
    return faults


def _part_faults(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for tag, child in _EXACTLY_ONE_LEVEL.items():
        for element in root.iter(tag):
            if element.find(child) is None and element.find(f"{W}sdt") is None:
                yield f"{tag.removeprefix(W)} without {child.removeprefix(W)}"
    for table in root.iter(f"{W}tbl"):
        grid = table.find(f"{W}tblGrid")
        if grid is None:
            yield "a table without tblGrid"
            continue
        for row in table.iterchildren(f"{W}tr"):
            spans = [_span(cell) for cell in _cells(row)]
            if sum(spans) > len(grid):
                yield f"a row spans {sum(spans)} columns of a grid of {len(grid)}"
    for name in ("hdr", "ftr", "footnote", "endnote", "txbxContent"):
        for element in root.iter(f"{W}{name}"):
            if element.find(f".//{W}p") is None:
                yield f"{name} without paragraph"
    for text in root.itertext():
        if _LEFTOVER.search(text):
            yield f"left over: {text[:60]!r}"
    for element in root.iter():
        for key, value in element.attrib.items():
            if _LEFTOVER.search(f"{key} {value}"):
                yield f"left over in an attribute: {key}={value[:60]!r}"


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def _reference_faults(name: str, root: etree._Element, files: dict[str, bytes]) -> Iterator[str]:
    path = PurePosixPath(name)
    rels = files.get(str(path.parent / "_rels" / f"{path.name}.rels"))
    relations = etree.fromstring(rels) if rels is not None else ()
    known = {r.get("Id") for r in relations}
    if len(known) != len(relations):
        yield "a relationship id is used twice"
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.startswith(R) and value not in known:
                yield f"{etree.QName(key).localname}={value} leads nowhere"
    for relation in relations:
        target = str(relation.get("Target"))
        if relation.get("TargetMode") == "External":
            continue
        where = target.lstrip("/") if target.startswith("/") else _joined(path.parent, target)
        if where not in files:
            yield f"relationship to {target}, which is not in the file"


def _joined(folder: PurePosixPath, target: str) -> str:
    steps: list[str] = []
    for step in (folder / target).parts:
        if step == "..":
            steps.pop()
        else:
            steps.append(step)
    return "/".join(steps)


def audit(content: bytes) -> list[str]:
    """What openxml-audit, an independent validator, holds against the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "audited.docx"
        path.write_bytes(content)
        errors = _validator().validate(path).errors
    return [f"{e.part_uri} {e.path}: {e.description}" for e in errors]


@cache
def _validator() -> Any:
    """Making one takes half as long as looking at a paper; it remembers nothing of a file."""
    from openxml_audit import OpenXmlValidator

    return OpenXmlValidator()

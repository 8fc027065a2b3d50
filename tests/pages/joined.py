"""Many papers of one form as one Word file: LibreOffice sets them much faster than one by one.

Each paper keeps its pages as they are: it is a section of its own.

    for titles in alike(papers):
        whole = joined([papers[title] for title in titles])
"""

import copy
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from lxml import etree

from tests.helpers import W, part_root

AT_ONCE = 24
"""Papers in a file: LibreOffice takes more than twice as long for twice as many pages."""
_DOCUMENT = "word/document.xml"
_OF_ONE_PAPER = (_DOCUMENT, "docProps/core.xml")


def alike(papers: Mapping[str, bytes]) -> Iterable[list[str]]:
    """The titles of papers, in order, that differ in their text alone and so can be joined."""
    group: list[str] = []
    before: dict[str, int] = {}
    for title, paper in papers.items():
        others = _other_parts(paper)
        if group and (others != before or len(group) == AT_ONCE):
            yield group
            group = []
        group.append(title)
        before = others
    if group:
        yield group


def _other_parts(paper: bytes) -> dict[str, int]:
    """The check sums of the parts that are not a paper's own text."""
    with zipfile.ZipFile(BytesIO(paper)) as archive:
        found = {entry.filename: entry.CRC for entry in archive.infolist()}
    return {name: found[name] for name in found if name not in _OF_ONE_PAPER}


def joined(papers: Sequence[bytes]) -> bytes:
    """The papers as the sections of one file."""
    whole = part_root(papers[0])
    [body] = whole
    for paper in papers[1:]:
        _end_section(body)
        [more] = part_root(paper)
        body.extend(list(more))
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(papers[0])) as first,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in first.namelist():
            archive.writestr(name, etree.tostring(whole) if name == _DOCUMENT else first.read(name))
    return made.getvalue()


def _end_section(body: etree._Element) -> None:
    """Put what says how the pages of the last section look into its last paragraph."""
    paragraph, section = body[-2], body[-1]
    assert (paragraph.tag, section.tag) == (f"{W}p", f"{W}sectPr")
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    properties.append(copy.copy(section))
    body.remove(section)

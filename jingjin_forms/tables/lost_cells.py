"""Cells whose content calamine does not hand over: errors (#N/A) and formulas never calculated.

It reads both as blank, so that a lookup which found nothing would print an empty box. They are
looked for in the file itself: in .xlsx cell by cell, in .ods as a whole, in .xls not at all.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from posixpath import join, normpath
from xml.etree import ElementTree
from xml.parsers import expat

from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.files.archives import unpacked
from jingjin_forms.tables import codes
from jingjin_forms.tables.cells import UNCALCULATED, BadCell, error_cell
from jingjin_forms.tables.workbook_size import whole_rows

LostCells = Mapping[int, Mapping[int, BadCell]]
"""By row number (from 1) and column (from 0)."""

ODS_PART = "content.xml"
_BOOK = "xl/workbook.xml"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ERROR = re.compile(
    rb'<(?:\w+:)?c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]+)(\d+)"[^>]*>'
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_FORMULA = re.compile(
    rb'<(?:\w+:)?c (?![^>]*\bt="str")[^>]*?\br="([A-Z]+)(\d+)"[^>/]*>\s*'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?=</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)()"
)
_ODS_ERROR = re.compile(rb'calcext:value-type="error"[^>]*>\s*<text:p>([^<]*)<')


def lost_cells(archive: zipfile.ZipFile, content: bytes, name: str) -> Mapping[str, LostCells]:
    """What calamine would leave out of a workbook, by sheet. Raises FactsError for
    an .ods; ParseError, KeyError or BadZipFile for a damaged file."""
    entries = {entry.filename: entry for entry in archive.infolist()}
    if ODS_PART in entries:
        _refuse_errors(archive.read(ODS_PART), name)
    if _BOOK not in entries:
        return {}
    parts = {sheet: entries[part] for sheet, part in _parts(archive) if part in entries}
    lost = {
        sheet: _scan(whole_rows(unpacked(content, entry), name)) for sheet, entry in parts.items()
    }
    return {sheet: found for sheet, found in lost.items() if found}


def _refuse_errors(xml: bytes, name: str) -> None:
    found = dict.fromkeys(error.decode(errors="replace") for error in _ODS_ERROR.findall(xml))
    if found:
        errors = "、".join(found)
        told = f"有{errors}；請改正公式，或直接填入內容。"
        raise FactsError(
            name, [Problem("錯誤值", told, errors, code=codes.BAD_CELL, says_value=False)]
        )


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets of an .xlsx, each with the part that holds it."""
    related = _root(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): str(r.get("Target")) for r in related}
    for element in _root(archive.read(_BOOK)).iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(f"{_OFFICE}id"), "")
            yield str(element.get("name")), normpath(join("/xl", target)).lstrip("/")


def _root(xml: bytes) -> ElementTree.Element:
    """The tree of a small part. Raises ParseError, also where entities are declared."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _no_entities
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ElementTree.ParseError(str(error)) from None
    return ElementTree.fromstring(xml)


def _no_entities(*_: object) -> None:
    raise ElementTree.ParseError("a document type is declared")


def _scan(sheet: Iterable[bytes]) -> LostCells:
    found: dict[int, dict[int, BadCell]] = {}
    for xml in sheet:
        hits = [*_ERROR.finditer(xml)] if b't="e"' in xml else []
        hits += _FORMULA.finditer(xml) if b"<f" in xml or b":f" in xml else []
        for hit in hits:
            shown = hit[3].decode(errors="replace")
            cell = error_cell(shown) if shown else BadCell(UNCALCULATED)
            found.setdefault(int(hit[2]), {})[_column(hit[1])] = cell
    return found


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1

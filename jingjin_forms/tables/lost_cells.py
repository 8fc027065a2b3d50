"""Cells whose content calamine does not hand over: errors (#N/A) and formulas never calculated.

It reads both as blank, so that a lookup which found nothing would print an empty box. They are
looked for in the file itself: in .xlsx cell by cell, in .ods as a whole, in .xls not at all.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import join, normpath
from typing import IO
from xml.etree import ElementTree

from jingjin_forms.errors import FactsError, FileProblemError, Problem
from jingjin_forms.tables.cells import UNCALCULATED, BadCell, error_cell

LostCells = Mapping[int, Mapping[int, BadCell]]
"""By row number (from 1) and column (from 0)."""

_CHUNK = 1 << 20
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


def lost_cells(content: bytes, name: str) -> Mapping[str, LostCells]:
    """What calamine would leave out of a workbook, by sheet. Raises FactsError for
    an .ods, FileProblemError for a damaged file."""
    if not zipfile.is_zipfile(BytesIO(content)):
        return {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _lost(archive, name)
    except (KeyError, zipfile.BadZipFile, ElementTree.ParseError):
        raise FileProblemError(f"{name}已損壞；請用 Excel 或 LibreOffice 開啟後另存。") from None


def _lost(archive: zipfile.ZipFile, name: str) -> Mapping[str, LostCells]:
    names = set(archive.namelist())
    if "content.xml" in names:
        _refuse_errors(archive.read("content.xml"), name)
    if "xl/workbook.xml" not in names:
        return {}
    parts = {sheet: part for sheet, part in _parts(archive) if part in names}
    return {sheet: found for sheet, part in parts.items() if (found := _scan(archive, part))}


def _refuse_errors(xml: bytes, name: str) -> None:
    found = dict.fromkeys(error.decode(errors="replace") for error in _ODS_ERROR.findall(xml))
    if found:
        remedy = "請改正公式，或直接填入內容。"
        raise FactsError(name, [Problem("錯誤值", f"有{'、'.join(found)}；{remedy}")])


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets of an .xlsx, each with the part that holds it."""
    related = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): str(r.get("Target")) for r in related}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(f"{_OFFICE}id"), "")
            yield str(element.get("name")), normpath(join("/xl", target)).lstrip("/")


def _scan(archive: zipfile.ZipFile, part: str) -> LostCells:
    found: dict[int, dict[int, BadCell]] = {}
    with archive.open(part) as stream:
        for xml in _whole_rows(stream):
            hits = [*_ERROR.finditer(xml)] if b't="e"' in xml else []
            hits += _FORMULA.finditer(xml) if b"<f" in xml or b":f" in xml else []
            for hit in hits:
                shown = hit[3].decode(errors="replace")
                cell = error_cell(shown) if shown else BadCell(UNCALCULATED)
                found.setdefault(int(hit[2]), {})[_column(hit[1])] = cell
    return found


def _whole_rows(stream: IO[bytes]) -> Iterator[bytes]:
    """The text of a sheet piece by piece, none ending within a row."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        text = rest + chunk
        end = text.rfind(b"row>") + len(b"row>")
        if end < len(b"row>"):
            rest = text
            continue
        yield text[:end]
        rest = text[end:]
    yield rest


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1

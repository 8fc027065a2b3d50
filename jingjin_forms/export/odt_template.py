"""The .odt of a template, made of its .docx once: what `word` then fills without LibreOffice.

LibreOffice takes rows and cells with nothing but `{%tr … %}` and `{%tc … %}` for rows and cells of
the table, and merges cells and divides columns as if they were printed. So they are taken out of
the .docx before it is converted, and put back into the .odt.

It says of which .docx it was made (see `word.odt_beside`).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from lxml import etree

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.convert import convert
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, TEXT, Element, W
from jingjin_forms.word.docx.package import Package, read_zip
from jingjin_forms.word.odt_beside import odt_beside, with_digest
from jingjin_forms.word.open_document.names import HEAD_ROWS, NAMESPACES, TABLES
from jingjin_forms.word.open_document.parts import odt_parts
from jingjin_forms.word.open_document.text import spaced

SUFFIX = ".odt"
_DOCUMENT, _CONTENT, _META, _SETTINGS = (
    *("word/document.xml", "content.xml", "meta.xml"),
    "settings.xml",
)
_SESSIONS = re.compile(
    rb'<config:config-item config:name="Rsid(?:Root)?"[^<]*</config:config-item>'
)
"""Numbers that LibreOffice draws anew each time."""
_STATISTICS = re.compile(
    rb"<meta:document-statistic[^<>]*/>|<meta:generator>[^<]*</meta:generator>"
)
_SOFT_BREAKS = re.compile(rb'<text:soft-page-break/>| text:use-soft-page-breaks="true"')
_ROW = (
    "<table:table-row {namespaces}><table:table-cell{span}>"
    "<text:p>{text}</text:p></table:table-cell>{covered}</table:table-row>"
)
_CELL = "<table:table-cell {namespaces}><text:p>{text}</text:p></table:table-cell>"
_NAME = Path("範本")
_DECLARED = " ".join(f'xmlns:{n}="{NAMESPACES[n]}"' for n in ("table", "text"))

_COLUMN, _ROW_NAME, _CELL_NAME = (f"{TABLES}table-{name}" for name in ("column", "row", "cell"))


class _Tag(NamedTuple):
    """A row or a cell with nothing but a tag."""

    row: int
    """Its number among the rows of its table; a cell's among those that are left."""
    cell: int
    """Its number in its row; -1 for a row."""
    says: str


class _Taken(NamedTuple):
    """What was taken out of a table."""

    rows: list[_Tag]
    cells: list[_Tag]


def rebuild_odt(folder: Path) -> list[Path]:
    """Write the .odt beside each template .docx of the folder that has none of it as it is now; the
    paths written. Raises FileProblemError when LibreOffice is missing or fails."""
    behind = {str(path): path.with_suffix(".docx").read_bytes() for path in stale_odt(folder)}
    for name, odt in odt_templates(behind).items():
        Path(name).write_bytes(odt)
    return [Path(name) for name in behind]


def stale_odt(folder: Path) -> list[Path]:
    """The .odt files of the folder that are missing or were made of another .docx."""
    templates = sorted(folder.rglob("*.docx"))
    return [path.with_suffix(SUFFIX) for path in templates if odt_beside(path) is None]


def odt_templates(docx: Mapping[str, bytes]) -> dict[str, bytes]:
    """The .odt of each template, by the same names. Raises FileProblemError."""
    prepared = {name: _without_tags(content) for name, content in docx.items()}
    converted = convert({n: content for n, (content, _) in prepared.items()}, SUFFIX, prove=False)
    return {
        name: _finished(converted[name], taken, docx[name]) for name, (_, taken) in prepared.items()
    }


def _without_tags(docx: bytes) -> tuple[bytes, list[_Taken]]:
    """The .docx without rows and cells of tags, and those of each table in order."""
    parts = read_zip(_NAME, docx)
    root = etree.fromstring(parts[_DOCUMENT])
    taken = [_Taken(_take_rows(table), _take_cells(table)) for table in list(root.iter(TABLE))]
    document = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Package({**parts, _DOCUMENT: document}).assemble(()), taken


def _take_rows(table: Element) -> list[_Tag]:
    taken: list[_Tag] = []
    for number, row in enumerate(list(table.iterchildren(ROW))):
        if _is_tag(said := _says(row), "tr"):
            taken.append(_Tag(number, -1, said.strip()))
            table.remove(row)
    return taken


def _take_cells(table: Element) -> list[_Tag]:
    """Take the cells; the one between them gets their room, and a row that shows every column of
    the grid, lest LibreOffice leave some out, comes last."""
    taken: list[_Tag] = []
    for number, row in enumerate(list(table.iterchildren(ROW))):
        cells = list(row.iterchildren(CELL))
        tags = [(n, cell) for n, cell in enumerate(cells) if _is_tag(_says(cell), "tc")]
        for n, cell in tags:
            taken.append(_Tag(number, n, _says(cell).strip()))
            row.remove(cell)
        if tags:
            left = [cell for n, cell in enumerate(cells) if n > tags[0][0] and cell in row]
            _widen((left or list(row.iterchildren(CELL)))[0], sum(_span(cell) for _, cell in tags))
    if taken:
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        ruler = etree.SubElement(table, ROW)
        for _ in range(columns):
            etree.SubElement(etree.SubElement(ruler, CELL), PARAGRAPH)
    return taken


def _span(cell: Element) -> int:
    said = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if said is None else int(said.get(f"{W}val", "1"))


def _widen(cell: Element, columns: int) -> None:
    wide = _span(cell) + columns
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    for width in properties.findall(f"{W}tcW"):
        properties.remove(width)  # the grid's columns say it
    said = properties.find(f"{W}gridSpan")
    if said is None:
        said = etree.Element(f"{W}gridSpan")
        properties.insert(0, said)
    said.set(f"{W}val", str(wide))


def _is_tag(text: str, kind: str) -> bool:
    return re.fullmatch(rf"\s*\{{[%#]{kind}\s[^{{}}]*[%#]\}}\s*", text) is not None


def _says(row: Element) -> str:
    return "".join(text.text or "" for text in row.iter(TEXT))


def _finished(odt: bytes, taken: list[_Taken], docx: bytes) -> bytes:
    parts = odt_parts(read_zip(_NAME, odt))
    root = etree.fromstring(_SOFT_BREAKS.sub(b"", parts[_CONTENT]))
    tables = list(root.iter(f"{TABLES}table"))
    if len(tables) != len(taken):
        raise FileProblemError("轉成的 .odt 表格數和 .docx 不同。")
    for table, (rows, cells) in zip(tables, taken, strict=True):
        if cells:
            _remove_ruler(table)
        for tag in cells:
            _put_cell_back(_rows(table)[tag.row], tag)
        for tag in rows:
            _put_row_back(table, tag)
    parts[_CONTENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    parts[_SETTINGS] = _SESSIONS.sub(b"", parts[_SETTINGS])
    parts[_META] = _STATISTICS.sub(b"", parts[_META])
    return with_digest(Package(parts).assemble(()), read_zip(_NAME, docx))


def _rows(table: Element) -> list[Element]:
    """Those of the head included."""
    heads = (row for head in table.iterchildren(HEAD_ROWS) for row in head.iterchildren(_ROW_NAME))
    return [*heads, *table.iterchildren(_ROW_NAME)]


def _remove_ruler(table: Element) -> None:
    ruler = _rows(table)[-1]
    ruler.getparent().remove(ruler)  # pyright: ignore[reportOptionalMemberAccess]


def _put_cell_back(row: Element, tag: _Tag) -> None:
    cells = list(row.iterchildren(_CELL_NAME))
    cell = etree.fromstring(_CELL.format(namespaces=_DECLARED, text=spaced(escape(tag.says))))
    if tag.cell < len(cells):
        cells[tag.cell].addprevious(cell)
    else:
        row.append(cell)


def _put_row_back(table: Element, tag: _Tag) -> None:
    columns = sum(
        int(column.get(f"{TABLES}number-columns-repeated", "1"))
        for column in table.iterchildren(_COLUMN)
    )
    span = f' table:number-columns-spanned="{columns}"' if columns > 1 else ""
    covered = "<table:covered-table-cell/>" * (columns - 1)
    text = spaced(escape(tag.says))
    row = etree.fromstring(_ROW.format(namespaces=_DECLARED, span=span, text=text, covered=covered))
    rows = _rows(table)
    head = table.find(HEAD_ROWS)
    if head is not None and tag.row == len(list(head.iterchildren(_ROW_NAME))):
        head.addnext(row)  # behind the head, not the last row of it
    elif tag.row < len(rows):
        rows[tag.row].addprevious(row)
    else:
        table.append(row)

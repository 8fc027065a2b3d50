"""The grid of a table, made to fit rows whose number of cells depends on the facts."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.word.codes import BROKEN
from jingjin_forms.word.docx.location import CELL, ROW, TABLE, Element, W

MARK = "jingjin-grid"
"""Target of the processing instruction before a table whose rows can come out wider."""
_MARKED = f"<?{MARK} 1?>"
_MEASURED = [f"{W}{name}" for name in ("gridCol", "gridSpan", "gridBefore", "gridAfter")]
_TWIPS = {"dxa": 1, "pt": 20, "in": 1440, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240, "pi": 240}
_measures = re.compile(r"\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|in|cm|mm|pc|pi)?\s*").fullmatch
_computes_spans = re.compile(r"\b(?:colspan|hm)\b").search
_spans = re.compile(r'<w:grid(Span|Before|After) w:val="(\d+)"').findall


def mark_grids(root: Element, gone: Iterable[Element]) -> bool:
    """Mark the tables whose rows can come out wider than their grid; whether there are any.

    Those are tables in which a cell is `gone`, since it holds a `{%tc … %}` tag, and those whose
    spans are computed.
    """
    of_cells = {_table_of(element) for element in gone if element.tag == CELL}
    marked = [
        table
        for table in root.iter(TABLE)
        if table in of_cells or _computes_spans("".join(table.itertext()))
    ]
    for table in marked:
        table.addprevious(etree.ProcessingInstruction(MARK, "1"))
    return bool(marked)


def faults_of_grids(root: Element, part: str) -> Iterator[Problem]:
    """Widths and spans that are no numbers; those that hold a tag are seen when they are filled."""
    for table in root.iter(TABLE):
        for element in table.iter(*_MEASURED):
            if next(element.iterancestors(TABLE)) is not table:
                continue
            for name in ("w", "val"):
                value = element.get(f"{W}{name}")
                if value and "{" not in value and _measure(value) is None:
                    yield Problem(
                        f"{part} 第 {_number_of(table, root)} 個表格",
                        f"的 {etree.QName(element).localname}「{shortened(value)}」不是數字："
                        "請在 Word 把這個表格的欄寬重設（版面配置→自動調整），再存一次。",
                        code=BROKEN,
                    )


def _number_of(table: Element, root: Element) -> int:
    return list(root.iter(TABLE)).index(table) + 1


def _measure(value: str) -> int | None:
    """A width in twips, or a plain count; Word itself also writes 2.5cm."""
    found = _measures(value)
    if found is None:
        return None
    return round(float(found[1]) * _TWIPS[found[2] or "dxa"])


def _table_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(TABLE), None)


def fit_grids(xml: str) -> str:
    """Give each marked table as many grid columns as its widest row spans, its whole width kept."""
    fits = _grids_fit(xml)
    xml = xml.replace(_MARKED, "")
    if fits:
        return xml
    root = etree.fromstring(xml.encode())
    for table in root.iter(TABLE):
        grid = table.find(f"{W}tblGrid")
        spanned = max((_columns_of(row) for row in table.iterchildren(ROW)), default=0)
        if grid is None or not spanned or spanned == len(grid):
            continue
        widths = [_number(column, "w", 0) for column in grid]
        total = sum(widths)
        average = total // max(1, len(widths))
        wanted = (widths + [average] * spanned)[:spanned]
        for column in list(grid):
            grid.remove(column)
        for width in wanted:
            scaled = width * total // max(1, sum(wanted))
            etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(scaled)})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()


def _grids_fit(xml: str) -> bool:
    """Whether in each marked table some row spans the whole grid and none more.

    Read off the text: ten times faster than parsing a document that is all right. Tables within
    tables, and what other programs write otherwise, are left to the parser.
    """
    if "<w:tbl " in xml or "<w:tc " in xml:
        return False
    for text in xml.split(_MARKED)[1:]:
        table, end, _ = text.partition("</w:tbl>")
        if not end or table.count("<w:tbl>") != 1:
            return False
        rows = table.split("</w:tr>")[:-1]
        widest = max(map(_columns_in, rows), default=0)
        if widest and widest != table.count("<w:gridCol"):
            return False
    return True


def _columns_in(row: str) -> int:
    """The grid columns a row covers: one a cell, and those that spans or gaps add."""
    cells = row.count("<w:tc>")
    if "<w:grid" not in row:
        return cells
    return cells + sum(int(n) - (kind == "Span") for kind, n in _spans(row))


def _columns_of(row: Element) -> int:
    skipped = sum(
        _number(row.find(f"{W}trPr/{W}{name}"), "val", 0) for name in ("gridBefore", "gridAfter")
    )
    cells = row.iterchildren(CELL)
    return skipped + sum(_number(c.find(f"{W}tcPr/{W}gridSpan"), "val", 1) for c in cells)


def _number(element: Element | None, attribute: str, missing: int) -> int:
    value = None if element is None else element.get(f"{W}{attribute}")
    return (_measure(value) or missing) if value else missing

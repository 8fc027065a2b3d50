"""Tables of a filled .odt: cells merged, coloured and counted as their tags ask.

In a .docx a cell says itself that it goes on the one above (`w:vMerge`) or over columns
(`w:gridSpan`). In an .odt the first cell says how far it reaches, each one it covers is marked, and
colours and widths stand in styles.
"""

import re
from copy import deepcopy
from itertools import chain

from lxml import etree

from jingjin_forms.word.column_grid import MARK
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.open_document.merging import asks_only_to_merge, merged_rows
from jingjin_forms.word.open_document.names import (
    COVERED,
    FIRST_PAGE,
    FO,
    HEAD_ROWS,
    OFFICE,
    STYLE,
    TABLES,
    TEXT,
)

_ASKED = ("<w:tcPr>", f"<?{MARK}", f"<?{FIRST_PAGE}")
_properties = re.compile(r"<table:table-cell\b([^<>]*)><w:tcPr>(.*?)</w:tcPr>", re.DOTALL)
_said = re.compile(r'<w:(vMerge|gridSpan|shd)\b[^<>]* w:(?:val|fill)="(\w*)"\s*/>')
_MERGE, _SPAN, _FILL = "jingjin-merge", "jingjin-span", "jingjin-fill"
_ATTRIBUTES = {"vMerge": _MERGE, "gridSpan": _SPAN, "shd": _FILL}
_TABLE, _ROW, _CELL = (f"{TABLES}table{name}" for name in ("", "-row", "-cell"))
_COLUMN, _STYLE = f"{TABLES}table-column", f"{TABLES}style-name"
_SPANNED, _DEEP = f"{TABLES}number-columns-spanned", f"{TABLES}number-rows-spanned"
_REPEATED, _WIDTH = f"{TABLES}number-columns-repeated", f"{STYLE}column-width"
_length = re.compile(r"([0-9.]+)(\w+)").fullmatch


def asks_to_merge(xml: str) -> bool:
    """Whether a part's cells ask for something, be it filled or what it is filled from."""
    return any(asked in xml for asked in _ASKED)


def merged_tables(xml: str) -> str:
    """The XML of a part with everything done that its cells ask for."""
    if not asks_to_merge(xml):
        return xml
    if "<?jingjin-" not in xml and asks_only_to_merge(xml):
        return merged_rows(xml)
    root = etree.fromstring(_properties.sub(_as_attributes, xml).encode())
    for row in root.iter(_ROW):
        _span_columns(row)
    styles = _Styles(root)
    for table in root.iter(_TABLE):
        _merge_rows(table)
    for cell in root.iter(_CELL):
        if fill := cell.attrib.pop(_FILL, ""):
            cell.set(_STYLE, styles.coloured(cell.get(_STYLE, ""), fill))
    for table, _ in _taken_marks(root, MARK):
        _fit_columns(table, styles)
    for first, page in _taken_marks(root, FIRST_PAGE):
        family = "table" if first.tag == _TABLE else "paragraph"
        name = _STYLE if first.tag == _TABLE else f"{TEXT}style-name"
        first.set(name, styles.on_page(first.get(name, ""), family, page))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()


def _taken_marks(root: Element, target: str) -> list[tuple[Element, str]]:
    """What stands behind each mark of a kind, with what the mark says; the marks are removed."""
    found: list[tuple[Element, str]] = []
    for mark in root.xpath(f"//processing-instruction('{target}')"):
        marked, parent = mark.getnext(), mark.getparent()
        if parent is not None:
            parent.remove(mark)
        if marked is not None:
            found.append((marked, mark.text or ""))
    return found


def _as_attributes(found: re.Match[str]) -> str:
    said = "".join(f' {_ATTRIBUTES[kind]}="{value}"' for kind, value in _said.findall(found[2]))
    return f"<table:table-cell{found[1]}{said}>"


def _span_columns(row: Element) -> None:
    """Cover as many cells beside a cell as it says."""
    for cell in list(row.iterchildren(_CELL)):
        span = cell.attrib.pop(_SPAN, "")
        if not span:
            continue
        for _ in range(_number(cell, _SPANNED) - 1):
            beside = cell.getnext()
            if beside is not None and beside.tag == COVERED:
                row.remove(beside)
        cell.attrib.pop(_SPANNED, None)
        if int(span) > 1:
            cell.set(_SPANNED, span)
            for _ in range(int(span) - 1):
                cell.addnext(etree.Element(COVERED))


def _merge_rows(table: Element) -> None:
    """Cover the cells that go on those above them."""
    reaching: dict[int, Element] = {}  # by column
    for row in _rows(table):
        for column, cell in enumerate(list(row.iterchildren(_CELL, COVERED))):
            said = cell.attrib.pop(_MERGE, "")
            above = reaching.pop(column, None)
            if said == "restart":
                reaching[column] = cell
            elif said and above is not None:
                above.set(_DEEP, str(_number(above, _DEEP) + 1))
                _cover(cell)
                reaching[column] = above


def _cover(cell: Element) -> None:
    cell.tag = COVERED
    cell.attrib.pop(_SPANNED, None)
    cell.attrib.pop(f"{OFFICE}value-type", None)
    cell.text = None
    for child in list(cell):
        cell.remove(child)


def _rows(table: Element) -> chain[Element]:
    heads = chain.from_iterable(head.iterchildren(_ROW) for head in table.iterchildren(HEAD_ROWS))
    return chain(heads, table.iterchildren(_ROW))


def _fit_columns(table: Element, styles: "_Styles") -> None:
    """Give a table as many columns as its widest row has cells, its whole width kept."""
    columns = list(table.iter(_COLUMN))
    names = [c.get(_STYLE, "") for c in columns for _ in range(_number(c, _REPEATED))]
    wanted = max((len(list(row.iterchildren(_CELL, COVERED))) for row in _rows(table)), default=0)
    if not names or not wanted or wanted == len(names):
        return
    widths = [styles.width(name) for name in names]
    total = sum(widths)
    kept = (widths + [total / len(widths)] * wanted)[:wanted]
    for column in columns[1:]:
        column.getparent().remove(column)  # pyright: ignore[reportOptionalMemberAccess]
    for width in reversed(kept):
        style = styles.of_width(names[0], width * total / (sum(kept) or 1))
        columns[0].addnext(etree.Element(_COLUMN, {_STYLE: style}))
    columns[0].getparent().remove(columns[0])  # pyright: ignore[reportOptionalMemberAccess]


def _number(element: Element, name: str) -> int:
    given = element.get(name, "1")
    return int(given) if given.isdigit() else 1


class _Styles:
    """The automatic styles of a part, and those that its cells and columns get besides."""

    def __init__(self, root: Element):
        self._holder = root.find(f"{OFFICE}automatic-styles")
        held = () if self._holder is None else self._holder
        self._known = {style.get(f"{STYLE}name", ""): style for style in held}

    def coloured(self, name: str, fill: str) -> str:
        """The name of a cell's style like this one on a ground of a colour."""
        colour = "transparent" if fill == "auto" else f"#{fill}"
        properties = f"{STYLE}table-cell-properties"
        return self._like(name, fill, "table-cell", properties, f"{FO}background-color", colour)

    def width(self, name: str) -> float:
        """The width of a column, in the unit that its style says it in."""
        found = None
        if name in self._known:
            found = self._known[name].find(f"{STYLE}table-column-properties")
        measured = _length(found.get(_WIDTH, "")) if found is not None else None
        self._unit = measured[2] if measured else "cm"
        return float(measured[1]) if measured else 1.0

    def of_width(self, name: str, width: float) -> str:
        """The name of a column's style like this one of another width."""
        said = f"{width:.4f}{self._unit}"
        properties = f"{STYLE}table-column-properties"
        return self._like(name, said, "table-column", properties, _WIDTH, said)

    def on_page(self, name: str, family: str, page: str) -> str:
        """The name of a style like this one with which a page begins, a master page by name."""
        new = self._like(
            name, page, family, f"{STYLE}{family}-properties", f"{STYLE}page-number", "auto"
        )
        if new in self._known:
            self._known[new].set(f"{STYLE}master-page-name", page)
        return new

    def _like(
        self, name: str, suffix: str, family: str, properties: str, attribute: str, value: str
    ) -> str:
        new = f"{name}.{suffix}"
        if new in self._known or self._holder is None:
            return new
        style = etree.Element(f"{STYLE}style")
        if name in self._known:
            style = deepcopy(self._known[name])
        elif name:
            style.set(f"{STYLE}parent-style-name", name)
        style.set(f"{STYLE}name", new)
        style.set(f"{STYLE}family", family)
        said = style.find(properties)
        if said is None:
            said = etree.Element(properties)
            style.insert(0, said)
        said.set(attribute, value)
        self._holder.append(style)
        self._known[new] = style
        return new

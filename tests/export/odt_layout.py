"""What an .odt shows, so that two can be compared that name their styles in their own ways."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import accumulate
from typing import Any

from lxml import etree

from jingjin_forms.word.open_document.names import DRAW, OFFICE, STYLE, TABLES, TEXT

_LENGTH = re.compile(r"([0-9.]+)(in|cm|mm|pt)").fullmatch
_INCHES = {"in": 1.0, "cm": 1 / 2.54, "mm": 1 / 25.4, "pt": 1 / 72}
_BREAKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_LEFT_OUT = (f"{TEXT}sequence-decls", f"{TEXT}soft-page-break", f"{TABLES}table-column")


def layout(odt: bytes) -> list[Any]:
    """Texts in order, with the edges of cells in hundredths of an inch, and rows and pages as their
    styles say them."""
    with zipfile.ZipFile(BytesIO(odt)) as archive:
        content, styles, meta = (
            etree.fromstring(archive.read(f"{name}.xml")) for name in ("content", "styles", "meta")
        )
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    found = list(_Shown(content).blocks(body))
    for page in styles.iter(f"{STYLE}master-page"):
        found += [("page", page.get(f"{STYLE}name")), *_Shown(styles).blocks(page)]
    return [
        *found,
        *sorted((str(e.tag), e.text) for e in meta[0] if e.text and "title" in str(e.tag)),
    ]


class _Shown:
    """One part of an .odt."""

    def __init__(self, root: Any):
        self.styles = {
            (style.get(f"{STYLE}family"), style.get(f"{STYLE}name")): style
            for style in root.iterfind(f"{OFFICE}automatic-styles/{STYLE}style")
        }

    def blocks(self, holder: Any) -> Iterator[Any]:
        for element in holder:
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield "text", self.paragraph(element), shown_text(element)
            elif element.tag == f"{TABLES}table":
                yield from self.table(element)
            elif element.tag not in _LEFT_OUT:
                yield str(element.tag), *self.blocks(element)

    def paragraph(self, element: Any) -> Any:
        """What of a paragraph's style says where pages end."""
        style = self.styles.get(("paragraph", element.get(f"{TEXT}style-name")))
        if style is None:
            return ()
        names = ("break-before", "keep-with-next", "text-align", "margin-top", "margin-bottom")
        said = {k.rpartition("}")[2]: v for p in style for k, v in p.attrib.items()}
        return style.get(f"{STYLE}master-page-name"), *(said.get(name) for name in names)

    def table(self, table: Any) -> Iterator[Any]:
        widths = [
            self.length(column, "table-column")
            for column in table.iterchildren(f"{TABLES}table-column")
            for _ in range(int(column.get(f"{TABLES}number-columns-repeated", "1")))
        ]
        edges = [0.0, *accumulate(widths)]
        kind = f"{TABLES}table-row"
        holders = table.iterchildren(f"{TABLES}table-header-rows")
        heads = [r for holder in holders for r in holder.iterchildren(kind)]
        rows = list(table.iterchildren(kind))
        yield "table", round(edges[-1], 2), len(heads)
        for row in [*heads, *rows]:
            yield "row", self.properties("table-row", row)
            for column, cell in enumerate(row.iterchildren(f"{TABLES}*")):
                if cell.tag == f"{TABLES}table-cell":
                    wide = int(cell.get(f"{TABLES}number-columns-spanned", "1"))
                    ends = round(edges[column], 2), round(edges[column + wide], 2)
                    deep = cell.get(f"{TABLES}number-rows-spanned", "1")
                    look = self.properties("table-cell", cell)
                    yield "cell", ends, deep, look, *self.blocks(cell)

    def properties(self, family: str, element: Any) -> Any:
        style = self.styles.get((family, element.get(f"{TABLES}style-name")))
        return () if style is None else sorted((k, v) for p in style for k, v in p.attrib.items())

    def length(self, element: Any, family: str) -> float:
        found = _LENGTH(dict(self.properties(family, element))[f"{STYLE}column-width"])
        assert found
        return float(found[1]) * _INCHES[found[2]]


def shown_text(element: Any) -> str:
    """The text with its spaces, line breaks and the sizes of pictures."""
    pieces = [re.sub(r"\s+", " ", element.text or "")]
    for child in element:
        if child.tag == f"{TEXT}s":
            pieces.append(" " * int(child.get(f"{TEXT}c", "1")))
        elif child.tag == f"{DRAW}frame":
            sizes = (v for k, v in child.attrib.items() if k.endswith(("}width", "}height")))
            pieces.append(f"[{' '.join(sizes)} {''.join(child.itertext())}]")
        elif child.tag in (f"{TEXT}page-number", f"{TEXT}page-count"):
            pieces.append("#")
        else:
            pieces.append(_BREAKS.get(child.tag, "") or shown_text(child))
        pieces.append(re.sub(r"\s+", " ", child.tail or ""))
    return "".join(pieces)

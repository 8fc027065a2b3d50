"""What a .docx and an .odt hold, each read from its own XML, in the same terms."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from tests.helpers import W, docx_text, paragraph_text, part_root

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

MM = {"in": 25.4, "cm": 10.0, "mm": 1.0, "pt": 25.4 / 72}
TWIPS_TO_MM = 25.4 / 1440


@dataclass
class Cell:
    """A cell that is seen: where it is, how far it reaches, what it says."""

    row: int
    left: float
    """Millimetres from the left edge of the table."""
    right: float
    texts: list[str]
    rows: int = 1


@dataclass
class Table:
    rows: int
    cells: list[Cell]


def odt_part(content: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


# ---- text


def docx_paragraphs(content: bytes) -> list[str]:
    """What every paragraph shows, but for those of cells that are covered by the one above."""
    root = part_root(content)
    covered = {p for cell in root.iter(f"{W}tc") if _is_covered(cell) for p in cell.iter(f"{W}p")}
    texts = zip(docx_text(content), root.iter(f"{W}p"), strict=True)
    return [text for text, paragraph in texts if paragraph not in covered]


def odt_paragraphs(content: bytes) -> list[str]:
    body = odt_part(content).find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    return [odt_text(p) for p in body.iter(f"{TEXT}p", f"{TEXT}h")]


def odt_text(paragraph: etree._Element) -> str:
    pieces = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == f"{TEXT}s":
            pieces.append(" " * int(child.get(f"{TEXT}c", "1")))
        elif child.tag == f"{TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif child.tag in (f"{TEXT}span", f"{TEXT}a"):
            pieces.append(odt_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


# ---- tables


def _is_covered(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def docx_tables(content: bytes) -> list[Table]:
    return [_docx_table(table) for table in part_root(content).iter(f"{W}tbl")]


def _docx_table(table: etree._Element) -> Table:
    edges = [0.0]
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        edges.append(edges[-1] + float(column.get(f"{W}w", "")) * TWIPS_TO_MM)
    rows = list(table.iterchildren(f"{W}tr"))
    cells: list[Cell] = []
    above: dict[int, Cell] = {}
    for number, row in enumerate(rows):
        start = _number(row, "trPr/gridBefore", 0)
        for element in row.iterchildren(f"{W}tc"):
            end = start + _number(element, "tcPr/gridSpan", 1)
            if _is_covered(element):
                above[start].rows += 1
            else:
                texts = [paragraph_text(p) for p in element.iterchildren(f"{W}p")]
                above[start] = Cell(number, edges[start], edges[end], texts)
                cells.append(above[start])
            start = end
    return Table(len(rows), cells)


def _number(element: etree._Element, path: str, otherwise: int) -> int:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return otherwise if found is None else int(found.get(f"{W}val", ""))


def odt_tables(content: bytes) -> list[Table]:
    root = odt_part(content)
    widths = {
        style.get(f"{STYLE}name", ""): mm(properties.get(f"{STYLE}column-width", ""))
        for style in root.iter(f"{STYLE}style")
        for properties in style.iterfind(f"{STYLE}table-column-properties")
    }
    return [_odt_table(table, widths) for table in root.iter(f"{TABLE}table")]


def _odt_table(table: etree._Element, widths: dict[str, float]) -> Table:
    edges = [0.0]
    for column in table.iter(f"{TABLE}table-column"):
        for _ in range(int(column.get(f"{TABLE}number-columns-repeated", "1"))):
            edges.append(edges[-1] + widths[column.get(f"{TABLE}style-name", "")])
    cells: list[Cell] = []
    rows = list(table.iter(f"{TABLE}table-row"))
    for number, row in enumerate(rows):
        assert row.get(f"{TABLE}number-rows-repeated") is None
        for start, element in enumerate(_columns(row)):
            if element.tag == f"{TABLE}table-cell":
                end = start + int(element.get(f"{TABLE}number-columns-spanned", "1"))
                texts = [odt_text(p) for p in element.iterchildren(f"{TEXT}p", f"{TEXT}h")]
                high = int(element.get(f"{TABLE}number-rows-spanned", "1"))
                cells.append(Cell(number, edges[start], edges[end], texts, high))
    return Table(len(rows), cells)


def _columns(row: etree._Element) -> Iterator[etree._Element]:
    """The row's cells, those that others cover too: one for each column."""
    for element in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        for _ in range(int(element.get(f"{TABLE}number-columns-repeated", "1"))):
            yield element


def mm(length: str) -> float:
    return float(length[:-2]) * MM[length[-2:]]


# ---- fonts


def docx_fonts(content: bytes) -> set[str]:
    """The fonts of the texts in the document."""
    names = [f"{W}{name}" for name in ("ascii", "hAnsi", "eastAsia")]
    roots = part_root(content), part_root(content, "word/styles.xml")
    found = {
        fonts.get(name) for root in roots for fonts in root.iter(f"{W}rFonts") for name in names
    }
    return {name for name in found if name}


def odt_fonts(content: bytes) -> set[str]:
    """The fonts that any style names."""
    return {font for _, fonts in _odt_styles(content).values() for font in fonts.values()}


def odt_fonts_of_texts(content: bytes) -> set[tuple[str, str]]:
    """The fonts, Latin and Chinese, in which the texts are set, inherited or not."""
    styles = _odt_styles(content)

    def font(of: str, family: str, style: str | None) -> str:
        parent, fonts = styles[family, style]
        return fonts[of] if of in fonts else font(of, family, parent)

    found: set[tuple[str, str]] = set()
    for paragraph in odt_part(content).iter(f"{TEXT}p", f"{TEXT}h"):
        name = paragraph.get(f"{TEXT}style-name")
        if odt_text(paragraph).strip():
            found.add((font("font-name", "paragraph", name), font(ASIAN, "paragraph", name)))
    for (family, name), (_, fonts) in styles.items():
        if family == "text" and name and fonts:
            assert set(fonts.values()) <= {"Times New Roman", "標楷體"}, name
            assert fonts.get(ASIAN, "標楷體") == "標楷體", name
    return found


ASIAN = "font-name-asian"
Styles = dict[tuple[str, str | None], tuple[str | None, dict[str, str]]]


def _odt_styles(content: bytes) -> Styles:
    """Parent and fonts of every style, by its family and name; a family's default has no name."""
    roots = odt_part(content), odt_part(content, "styles.xml")
    families = {
        face.get(f"{STYLE}name"): face.get(f"{SVG}font-family", "").strip("'")
        for root in roots
        for face in root.iter(f"{STYLE}font-face")
    }
    styles: Styles = {}
    for root in roots:
        for style in root.iter(f"{STYLE}style", f"{STYLE}default-style"):
            named = {
                name: families[properties.get(f"{STYLE}{name}")]
                for properties in style.iterfind(f"{STYLE}text-properties")
                for name in ("font-name", ASIAN)
                if properties.get(f"{STYLE}{name}")
            }
            key = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name")
            styles[key] = (style.get(f"{STYLE}parent-style-name"), named)
    return styles

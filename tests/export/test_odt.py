"""Every form's .odt holds what its .docx holds: text, boxes, tables, widths, pictures, fonts."""

from collections.abc import Iterator

import pytest
from lxml import etree

from jingjin_forms.export import convert, has_soffice
from jingjin_forms.forms.catalog import keys
from tests.export.reading import (
    STYLE,
    TWIPS_TO_MM,
    Table,
    docx_fonts,
    docx_paragraphs,
    docx_tables,
    mm,
    odt_fonts,
    odt_fonts_of_texts,
    odt_paragraphs,
    odt_part,
    odt_tables,
)
from tests.helpers import WP, W, part_root

FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SIDES = {
    "page-width": ("pgSz", "w"),
    "page-height": ("pgSz", "h"),
    "margin-left": ("pgMar", "left"),
    "margin-right": ("pgMar", "right"),
    "margin-top": ("pgMar", "top"),
}
WIDTH = 1.0  # millimetres by which a cell's edges may differ

pytestmark = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")

Pair = tuple[bytes, bytes]

FEW = (
    "school_based/implementation_plan",
    "school_based/session_result",
    "leader_workshop/workshop_budget",
    "active_teaching/partnership_application",
)
"""Boxes, photographs, sums, and lists within a list; the others go with the long sweeps."""


@pytest.fixture(scope="module")
def few(samples: dict[str, bytes]) -> dict[str, Pair]:
    odts = convert({key: samples[key] for key in FEW}, ".odt")
    return {key: (samples[key], odts[key]) for key in FEW}


@pytest.fixture(scope="module")
def filled(samples: dict[str, bytes], sample_odts: dict[str, bytes]) -> dict[str, Pair]:
    """Each form filled: the .docx, and the .odt made of it."""
    return {key: (samples[key], sample_odts[key]) for key in keys()}


@pytest.fixture(scope="module")
def blank(blanks: dict[str, bytes], blank_odts: dict[str, bytes]) -> dict[str, Pair]:
    return {key: (blanks[key], blank_odts[key]) for key in keys()}


PAIRS = [pytest.param(("few", key), id=key) for key in FEW] + [
    pytest.param((kind, key), id=f"{kind}-{key}", marks=pytest.mark.slow)
    for kind in ("filled", "blank")
    for key in keys()
]


@pytest.fixture(params=PAIRS)
def pair(request: pytest.FixtureRequest) -> Pair:
    kind, key = request.param
    return request.getfixturevalue(kind)[key]


@pytest.fixture(params=["few", pytest.param("filled", marks=pytest.mark.slow)])
def pairs(request: pytest.FixtureRequest) -> dict[str, Pair]:
    return request.getfixturevalue(request.param)


def test_text(pair: Pair):
    docx, odt = pair
    assert odt_paragraphs(odt) == docx_paragraphs(docx)


def test_tables(pair: Pair):
    docx, odt = pair
    before, after = docx_tables(docx), odt_tables(odt)
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert list(shapes(one)) == list(shapes(other))
        for cell, same in zip(one.cells, other.cells, strict=True):
            edges = (cell.left, cell.right)
            assert (same.left, same.right) == pytest.approx(edges, abs=WIDTH), cell


def shapes(table: Table) -> Iterator[object]:
    """What of a table can be equal exactly."""
    yield table.rows
    for cell in table.cells:
        yield cell.row, cell.rows, cell.texts


def test_fonts(pair: Pair):
    docx, odt = pair
    assert docx_fonts(docx) == {"標楷體", "Times New Roman"}
    assert docx_fonts(docx) <= odt_fonts(odt)
    assert odt_fonts_of_texts(odt) == {("Times New Roman", "標楷體")}


def test_page(pair: Pair):
    docx, odt = pair
    styles = odt_part(odt, "styles.xml")
    (master,) = (
        m for m in styles.iter(f"{STYLE}master-page") if m.get(f"{STYLE}name") == "Standard"
    )
    name = master.get(f"{STYLE}page-layout-name")
    (layout,) = (x for x in styles.iter(f"{STYLE}page-layout") if x.get(f"{STYLE}name") == name)
    (page,) = layout.iterchildren(f"{STYLE}page-layout-properties")
    (section,) = part_root(docx).iter(f"{W}sectPr")
    for side, (element, attribute) in SIDES.items():
        expected = int(section.find(f"{W}{element}").get(f"{W}{attribute}")) * TWIPS_TO_MM
        found = mm(page.get(f"{FO}{side}", "")) + running(layout, side)
        assert found == pytest.approx(expected, abs=0.5), side
    assert mm(page.get(f"{FO}page-width", "")) == pytest.approx(210, abs=0.5)
    assert mm(page.get(f"{FO}page-height", "")) == pytest.approx(297, abs=0.5)


def running(layout: etree._Element, side: str) -> float:
    """Millimetres that the header or footer takes of a page's margin."""
    kind = {"margin-top": "header", "margin-bottom": "footer"}.get(side)
    heights = layout.iterfind(f"{STYLE}{kind}-style/{STYLE}header-footer-properties")
    return sum(mm(properties.get(f"{FO}min-height", "0mm")) for properties in heights)


def test_boxes(pairs: dict[str, Pair]):
    """They are characters, so they stay where the text stays; some forms must have some."""
    for docx, odt in pairs.values():
        for box in "□■✓":
            before, after = "".join(docx_paragraphs(docx)), "".join(odt_paragraphs(odt))
            assert after.count(box) == before.count(box)
    text = "".join("".join(odt_paragraphs(odt)) for _, odt in pairs.values())
    assert "□" in text
    assert "■" in text


def test_pictures(pairs: dict[str, Pair]):
    counts: list[int] = []
    for docx, odt in pairs.values():
        counts.append(len(list(part_root(docx).iter(f"{WP}docPr"))))
        assert len(list(odt_part(odt).iter("{*}image"))) == counts[-1]
    assert max(counts) > 1

"""The room between a cell's margins: its own, its table's, those of its table's style."""

import pytest

from jingjin_forms.word.docx.location import CELL, TABLE
from jingjin_forms.word.docx.plain_xml import read_xml
from jingjin_forms.word.pictures.cell_margins import CellMargins, Margins, margins_of
from tests.helpers import W

NAMESPACE = f'xmlns:w="{W[1:-1]}"'


def side(name: str, twips: object, kind: str = "dxa") -> str:
    return f'<w:{name} w:w="{twips}" w:type="{kind}"/>'


def style(name: str, margins: str = "", based: str = "", default: bool = False) -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    said = f"<w:tblPr><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>" if margins else ""
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="table" w:styleId="{name}"{mark}>{on}{said}</w:style>'


USUAL = style("Normal", side("left", 85) + side("right", 70), default=True)


def margins(styles: str, *, table: str = "", named: str = "", cell: str = "") -> Margins:
    contents = {"word/styles.xml": f"<w:styles {NAMESPACE}>{styles}</w:styles>".encode()}
    chosen = f'<w:tblStyle w:val="{named}"/>' if named else ""
    own = f"<w:tblCellMar>{table}</w:tblCellMar>" if table else ""
    inside = f"<w:tc><w:tcPr><w:tcMar>{cell}</w:tcMar></w:tcPr></w:tc>"
    root = read_xml(
        f"<w:body {NAMESPACE}><w:tbl><w:tblPr>{chosen}{own}</w:tblPr><w:tr>{inside}</w:tr></w:tbl>"
        "</w:body>".encode()
    )
    [of_table] = root.iter(TABLE)
    [of_cell] = root.iter(CELL)
    return margins_of(of_cell).over(CellMargins(contents).of_table(of_table))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (margins(USUAL), (85, 70)),
        (margins(USUAL, cell=side("left", 10)), (10, 70)),
        (margins(USUAL, cell=side("start", 10) + side("end", 20)), (10, 20)),
        (margins(USUAL, table=side("right", 30)), (85, 30)),
        (margins(USUAL, table=side("left", 5), cell=side("left", 0)), (0, 70)),
        (margins(USUAL, cell=side("left", 10, "pct")), (85, 70)),
        (margins(USUAL, cell=side("left", "0.2cm")), (85, 70)),
        (margins(USUAL + style("Grid", based="Normal"), named="Grid"), (85, 70)),
        (margins(USUAL + style("Grid", side("left", 1), "Normal"), named="Grid"), (1, 70)),
        (margins(USUAL + style("Grid", side("left", 1)), named="Grid"), (1, None)),
        (margins(USUAL, named="nowhere"), (85, 70)),
        (margins(style("A", based="B") + style("B", side("left", 9), "A"), named="A"), (9, None)),
        (margins(""), (None, None)),
    ],
)
def test_who_says_it(said: Margins, expected: tuple[int | None, int | None]) -> None:
    assert said == expected


def test_where_nothing_is_said_they_are_words_own() -> None:
    assert Margins().together == 216
    assert Margins(0, None).together == 108


def test_a_file_without_styles() -> None:
    table = read_xml(f"<w:tbl {NAMESPACE}/>".encode())
    assert CellMargins({}).of_table(table) == Margins()

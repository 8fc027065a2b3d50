"""Tables as grids: who covers what, and who stands beside whom."""

import pytest

from jingjin_forms.page.grid import Grid
from tests.page.parts import control, grid_of, p, page_of, tc, tr


def shown(grid: Grid) -> list[str]:
    """The texts of each row by column; `.` where nothing is, `'` where a cell goes on."""
    rows: list[str] = []
    for number in range(len(grid.rows)):
        row = ""
        for column in range(grid.width):
            cell = grid.at.get((number, column))
            begins = cell is not None and (cell.row, cell.column) == (number, column)
            row += "." if cell is None else (cell.text or "_") if begins else "'"
        rows.append(row)
    return rows


BEGIN, GO_ON = "vMerge=restart", "vMerge"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([tr("a", "b"), tr("c", "d")], ["ab", "cd"]),
        ([tr("a", tc("b", "gridSpan=2")), tr("c", "d", "e")], ["ab'", "cde"]),
        (
            [
                tr("a", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
                tr("b", "c", "d"),
            ],
            [".a.", "bcd"],
        ),
        ([tr(tc("a", BEGIN), "b"), tr(tc("", GO_ON), "c"), tr("d", "e")], ["ab", "'c", "de"]),
        ([tr(tc("a", BEGIN)), tr(tc("b", "vMerge=restart")), tr(tc("", GO_ON))], ["a", "b", "'"]),
        # Word's own reading of what is broken: it goes on below whatever it can.
        ([tr(tc("a", GO_ON), "b"), tr(tc("", GO_ON), "c")], ["ab", "'c"]),
        ([tr("a", "b"), tr(tc("x", GO_ON), "c")], ["ab", "xc"]),
        (
            [tr(tc("a", BEGIN, "gridSpan=2"), "b"), tr(tc("x", GO_ON), "c", "d")],
            ["a'b", "xcd"],
        ),
        (
            [
                tr(tc("a", BEGIN, "gridSpan=2"), "b"),
                tr(tc("", GO_ON, "gridSpan=2"), tc("c")),
                tr("d", "e", "f"),
            ],
            ["a'b", "''c", "def"],
        ),
        ([tr(tc("a", "hMerge=restart"), tc("", "hMerge"), "b"), tr("c", "d", "e")], ["a'b", "cde"]),
        ([tr(tc("a", "hMerge"), "b")], ["ab"]),
        ([tr("a", control(tc("b")), f"<w:customXml>{tc('c')}</w:customXml>")], ["abc"]),
        (
            [control(tr("a")), f"<w:ins>{tr('b')}</w:ins>", control(control(tr("c")))],
            ["a", "b", "c"],
        ),
        ([tr("a"), tr("gone", properties="<w:del/>"), tr("b", properties="<w:ins/>")], ["a", "b"]),
        ([tr("a", tc("gone", "cellDel"), "b")], ["ab"]),
        ([tr(), tr("a")], [".", "a"]),
        ([tr(tc("a", "gridSpan=0"), tc("b", "gridSpan=x"), tc("c", "gridSpan=-2"))], ["abc"]),
    ],
)
def test_where_cells_stand(rows: list[str], wanted: list[str]):
    assert shown(grid_of(*rows)) == wanted


def test_broken_spans_end_somewhere():
    row = tr(tc("a", "gridSpan=900000000"), properties='<w:gridBefore w:val="900000000"/>')
    assert grid_of(row).width <= 1000


def test_neighbours():
    grid = grid_of(
        tr(tc("a", BEGIN), "b", "c"),
        tr(tc("", GO_ON), tc("d", "gridSpan=2")),
        tr("e", "f", "g"),
    )
    a, b, c, d, e, f, g = grid.cells
    assert [(x.rows, x.columns) for x in (a, d)] == [(2, 1), (1, 2)]
    assert (a.last_row, d.end) == (1, 3)
    assert [x.tag.rpartition("}")[2] for x in a.below] == ["tc"]
    assert (grid.right_of(a), grid.left_of(b), grid.under(a), grid.under(b)) == (b, a, e, d)
    assert (grid.above(g), grid.above(f), grid.under(d), grid.left_of(e)) == (d, d, f, None)
    assert grid.left_of(a, 1) is None
    assert (grid.row(1), grid.covering(1)) == ([d], [a, d])
    assert grid.covering(0) == [a, b, c]


def test_heights():
    grid = grid_of(
        tr("a", properties='<w:trHeight w:val="600"/>'),
        tr("b"),
        tr("c", properties='<w:trHeight w:val="x"/>'),
    )
    assert [grid.height_of(n) for n in range(3)] == [600, 0, 0]


def test_lines_are_of_their_own_cell():
    inner = f"<w:tbl>{tr('內')}</w:tbl>"
    page = page_of(
        f"<w:tbl>{tr(tc(p('上') + inner + p('下')), '旁')}{tr(tc('', 'gridSpan=2'))}</w:tbl>"
    )
    outer, nested = page.grids
    first, beside, last = outer.cells
    assert (first.text, beside.text, nested.cells[0].text) == ("上\n下", "旁", "內")
    assert (first.has_table, first.is_empty, last.is_empty) == (True, False, True)
    assert (nested.parent, outer.parent) == (first, None)
    assert (outer.number, nested.number) == (1, 2)


def test_what_is_merged_away_is_not_shown():
    page = page_of(f"<w:tbl>{tr(tc('a', BEGIN), 'b')}{tr(tc('藏', GO_ON), 'c')}</w:tbl>")
    assert [line.text for line in page.shown()] == ["a", "b", "c"]

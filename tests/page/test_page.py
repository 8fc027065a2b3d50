"""A part from top to bottom, and all parts of a file."""

from pathlib import Path

from jingjin_forms.page.grid import Grid
from jingjin_forms.page.page import read_page, read_pages
from tests.helpers import parts
from tests.page.parts import p, page_of, part, r, tc, text_box, tr
from tests.word.build import docx, par


def test_lines_tables_and_text_boxes_in_their_order():
    box = f"<w:p>{r('前')}{text_box(p('框'))}</w:p>"
    page = page_of(p("一"), box, f"<w:tbl>{tr('格')}</w:tbl>", p("二"))
    kinds = ["表" if isinstance(b, Grid) else b.text for b in page.blocks]
    assert kinds == ["一", "前", "框", "表", "二"]
    assert [line.text for line in page.shown()] == ["一", "前", "框", "格", "二"]
    assert [line.text for line in page.lines] == ["一", "前", "框", "格", "二"]


def test_a_text_box_is_read_once_and_both_copies_are_known():
    page = page_of(f"<w:p>{text_box(p('甲：') + p('乙'), p('甲', '：') + p('不同'))}</w:p>")
    _, first, second = page.lines
    assert (page.twins[first].text, len(page.twins[first].pieces)) == ("甲：", 2)
    assert second not in page.twins
    assert page.twins[first] not in page.lines


def test_a_table_in_a_text_box_stands_by_itself():
    table = f"<w:tbl>{tr('框格')}</w:tbl>"
    held = f"<w:p>{text_box(table + '<w:p/>')}</w:p>"
    page = page_of(f"<w:tbl>{tr(tc(held), '旁')}</w:tbl>")
    outer, inner = page.grids
    assert inner.parent is None
    assert [c.text for c in (*outer.cells, *inner.cells)] == ["", "旁", "框格"]
    assert [b for b in page.blocks if isinstance(b, Grid)] == [outer, inner]


def test_places_are_those_people_count():
    page = page_of(p("一"), f"<w:tbl>{tr('a', 'b')}</w:tbl>", p("二"))
    assert [str(line.place) for line in page.lines] == [
        "本文 第 1 段", "本文 表格 1 第 1 列第 1 欄", "本文 表格 1 第 1 列第 2 欄", "本文 第 2 段",
    ]  # fmt: skip
    assert read_page("word/header2.xml", part()).title == "頁首 2"


def test_all_parts_a_reader_sees():
    content = docx(
        par("文"), header=par("首"), footer=par("尾"), footnote=par("註"), core={"dc:title": "題"}
    )
    pages = read_pages(Path("x.docx"), parts(content))
    texts = {page.title: "".join(line.text for line in page.shown()) for page in pages}
    assert texts == {"本文": "文", "頁首 1": "首", "頁尾 1": "尾", "註腳": "註"}


def test_taken_out_rows_are_not_shown():
    page = page_of(f"<w:tbl>{tr('a')}{tr('舊', properties='<w:del/>')}</w:tbl>")
    assert [line.text for line in page.shown()] == ["a"]

"""Templates of blanks: they compile, print the blank form, and what is filled in."""

import pytest
from lxml import etree

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.word.docx.location import W
from tests.adopt.holes import Form
from tests.page.parts import box_field, control, p, r, tc, text_box, tr


def checked(form: Form) -> None:
    """Empty it prints the blank form, and nothing is wrong with any tag."""
    assert form.printed() == [line.text for line in form.page.shown()]
    assert form.faulty() == {}


PRINTED = [
    *(
        "____",
        "（　　）",
        "  ",
        "\u00a0\u00a0",
        "　　",
        "……",
        "_ _ _",
        "\u2028",
        "甲\u200b乙",
        "𠮷",
    ),
    *(
        '"甲"',
        "'甲'",
        "“甲”",
        "‘甲’",
        "a\\b",
        "\\",
        "\"'\\",
        "{{",
        "}}",
        "{%",
        "%}",
        "#}",
        "{",
        "100%",
    ),
    *("&amp;", "&lt;w:t&gt;"),
]


@pytest.mark.parametrize("printed", PRINTED)
@pytest.mark.parametrize("kind", [Kind.LINE, Kind.SAMPLE, Kind.DATE])
def test_whatever_is_printed_there_is_printed_when_empty(printed: str, kind: Kind):
    form = Form(p(f"校名：{printed}元"))
    [line] = form.lines
    form.blank(line, line.text[3:-1], "校名", kind)
    checked(form)
    filled = form.printed({"校名": "宜昌國小"})
    assert filled[0].startswith("校名：宜昌國小")


def test_what_a_tag_cannot_print_is_found_out():
    form = Form(p("校名：a&#13;b 電話：____"))
    form.blank(form.lines[0], "a\rb", "校名", Kind.SAMPLE)
    assert form.faulty() == {"校名": "空白時印出來與空白表不同"}


def test_printed_tabs_and_breaks_are_printed_when_empty():
    form = Form(f"<w:p>{r('甲：')}<w:r><w:tab/><w:br/></w:r>{r('元')}</w:p>")
    form.blank(form.lines[0], "\t\n", "甲", Kind.COLON)
    checked(form)
    assert form.printed({"甲": "乙"}) == ["甲：乙元"]


def test_boxes_in_their_own_glyphs():
    sym = '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'
    state = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612"/></w14:checkbox>'
    )
    glyphs = {
        **{glyph: r(glyph) for glyph in "□○☐"},
        "private": r("\uf0a8", '<w:rFonts w:ascii="Wingdings"/>'),
        "sym": sym,
        "box": box_field(),
        "size": box_field('<w:size w:val="20"/>'),
        "bare": box_field(""),
        "control": control(r("☐"), state),
    }
    ticked = {"○": "●", "☐": "☑", "private": "☑", "control": "☒"}
    for name, glyph in glyphs.items():
        form = Form(f"<w:p>{glyph}{r('男')}{glyph}{r('女')}</w:p>")
        [line] = form.lines
        empty = line.text[0]
        form.choice("性別", (line, 0, "男"), (line, 2, "女"))
        checked(form)
        mark = ticked.get(name, "■")
        facts = {"性別": {"男": False, "女": True}}
        assert form.printed(facts) == [f"{empty}男{mark}女"], name


def test_what_is_printed_ticked_stays_until_somebody_chooses():
    for ticked, empty in ("☑□", "☑☐", "■□"):
        form = Form(p(f"{ticked}男{empty}女"))
        [line] = form.lines
        form.choice("性別", (line, 0, "男"), (line, 2, "女"))
        checked(form)
        assert form.printed({"性別": {"男": False, "女": True}}) == [f"{empty}男{ticked}女"]
    sym = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    for mark in (sym, box_field('<w:default w:val="1"/>')):
        form = Form(f"<w:p>{mark}{r('同意')}</w:p>")
        form.choice("同意", (form.lines[0], 0, "同意"))
        checked(form)
        assert form.printed({"同意": "是"}) == ["☑同意"]
        assert form.printed({"同意": "否"}) == ["☐同意"]


def test_options_are_told_apart():
    form = Form(p("□其他□其他□其他3□"))
    [line] = form.lines
    hole = form.choice(
        "類", (line, 0, "其他"), (line, 3, "其他"), (line, 6, "其他3"), (line, 10, "")
    )
    assert len(set(form.tagged().options[hole])) == 4
    checked(form)


def test_a_drop_down_offers_what_it_offered():
    items = "".join(
        f"<w:listItem w:displayText={shown!r} w:value={value!r}/>"
        for shown, value in (("選擇一項", ""), ("線上", "1"), ("“實體”", "2"), ("線上", "3"))
    )
    drop_down = f"<w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList>"
    form = Form(f"<w:p>{r('方式：')}{control(r('選擇一項'), drop_down)}</w:p>")
    hole = form.blank(form.lines[0], "選擇一項", "方式", Kind.CONTROL)
    assert form.tagged().options[hole] == ("線上", "“實體”")
    checked(form)
    assert form.printed({"方式": "“實體”"}) == ["方式：“實體”"]
    with pytest.raises(Exception, match="不在選項內"):
        form.printed({"方式": "其他"})


def test_a_combo_box_takes_what_is_typed():
    items = '<w:comboBox><w:listItem w:displayText="甲" w:value="1"/></w:comboBox>'
    form = Form(f"<w:p>{control(r('請填'), items)}</w:p>")
    form.blank(form.lines[0], "請填", "方式", Kind.CONTROL)
    checked(form)
    assert form.printed({"方式": "乙"}) == ["乙"]


def test_both_copies_of_a_text_box_print():
    form = Form(f"<w:p>{text_box(p('號：____'))}</w:p>")
    form.blank(form.line("號：____"), "____", "號")
    checked(form)
    filled = form.filled({"號": "12"})
    boxes = ["".join(x.itertext()) for x in filled.source.root.iter(f"{W}txbxContent")]
    assert boxes == ["號：12__"] * 2


def roster(*rows: str, names: str = "姓名") -> tuple[Form, int]:
    """A table with a head and these rows; the first blank cell of each is the list's."""
    form = Form(f"<w:tbl>{tr('#', names)}{''.join(rows)}</w:tbl>")
    return form, len(form.page.grids[0].rows) - 1


def listed(form: Form, count: int, at: tuple[int, int] = (0, 1), name: str = "名冊.姓名") -> None:
    """The rows from one on, numbered in their first cell, with a blank in their second."""
    table, first = at
    of, _, column = name.partition(".")
    rows = form.rows(table, first, count, of)
    number, cell = form.page.grids[table].row(first)
    form.blank(cell.lines[0], "", column, Kind.LIST, of_list=rows)
    rows.numbered.append((number.lines[0], 0, len(number.text)))


@pytest.mark.parametrize(
    ("numbers", "more"),
    [
        (["1", "2", "3"], ["4"]),
        (["1.", "2.", "3."], ["4."]),
        (["(1)", "(2)", "(3)"], ["(4)"]),
        (["6", "7"], ["8"]),
        (["9", "10"], ["11"]),
        (["A-1", "A-2"], ["A-3"]),
        (["01", "02"], ["3"]),
        (["一", "二", "三"], ["4"]),
        (["①", "②"], ["3"]),
        (["甲", "乙"], ["3"]),
        (["1", "3", "2"], ["4"]),
        (["{1", "{2"], ["3"]),
    ],
)
def test_rows_are_numbered_as_they_were(numbers: list[str], more: list[str]):
    form, count = roster(*(tr(number, "") for number in numbers))
    listed(form, count)
    checked(form)
    people = [{"姓名": f"{n}人"} for n in range(len(numbers) + 1)]
    printed = form.printed({"名冊": people})
    assert printed[2::2] == [*numbers, *more]
    assert printed[3::2] == [person["姓名"] for person in people]
    assert form.printed({"名冊": people[:1]})[3::2] == ["0人", *[""] * (count - 1)]


def test_a_label_over_all_rows_goes_on_being_one():
    form, count = roster(
        tr(tc("全校", "vMerge=restart"), ""), *(tr(tc("", "vMerge"), "") for _ in "12")
    )
    rows = form.rows(0, 1, count, "名冊")
    form.blank(form.page.grids[0].at[1, 1].lines[0], "", "姓名", Kind.LIST, of_list=rows)
    checked(form)
    grid = form.filled({"名冊": [{"姓名": f"{n}"} for n in range(5)]}).grids[0]
    label = grid.at[1, 0]
    assert (label.text, label.rows, len(grid.rows)) == ("全校", 5, 6)


def test_a_label_over_some_rows_goes_with_the_first():
    """An empty label has a tag of its own, too."""
    form, count = roster(tr(tc("", "vMerge=restart"), ""), tr(tc("", "vMerge"), ""))
    rows = form.rows(0, 1, count, "名冊")
    form.blank(form.page.grids[0].at[1, 1].lines[0], "", "姓名", Kind.LIST, of_list=rows)
    assert form.filled({}).grids[0].at[1, 0].rows == 2


def test_bookmarks_across_rows_keep_their_ends():
    begin = '<w:bookmarkStart w:id="{0}" w:name="b{0}"/>'
    end = '<w:bookmarkEnd w:id="{0}"/>'
    inside = begin.format(3) + end.format(3)
    form = Form(
        f"<w:p>{begin.format(1)}</w:p>"
        f"<w:tbl>{tr('#', '姓名')}{tr('1', '')}{begin.format(2)}"
        f"{tr('2', tc(f'<w:p>{end.format(1)}{inside}</w:p>'))}{tr('3', '')}</w:tbl>"
        f"<w:p>{end.format(2)}</w:p>"
    )
    listed(form, 3)
    checked(form)
    root = form.filled({}).source.root
    marks = [
        f"{etree.QName(e).localname[8:]}{e.get(f'{W}id')}"
        for e in root.iter("{*}bookmarkStart", "{*}bookmarkEnd")
    ]
    assert sorted(marks) == ["End1", "End2", "Start1", "Start2"]


def wrapped(row: str) -> str:
    return control(row, "")


def test_rows_in_controls_of_their_own_repeat():
    form, count = roster(*(wrapped(tr(str(n), "")) for n in (1, 2, 3)))
    listed(form, count)
    checked(form)
    assert form.printed({"名冊": [{"姓名": "甲"}] * 4})[2::2] == ["1", "2", "3", "4"]


def test_rows_in_one_control_repeat():
    form, count = roster(wrapped("".join(tr(str(n), "") for n in (1, 2, 3))))
    listed(form, count)
    checked(form)


def test_rows_that_do_not_stand_side_by_side_are_left_alone():
    form, count = roster(wrapped(tr("1", "") + tr("2", "")), tr("3", ""))
    listed(form, count)
    assert form.faulty() == {"姓名": "的各列在檔案裡不是並排的列"}


THICK = '<w:tcBorders><w:bottom w:val="single" w:sz="24"/></w:tcBorders>'


def bordered(number: int, border: str) -> str:
    return f"<w:tr><w:tc><w:tcPr>{border}</w:tcPr>{p(str(number))}</w:tc>{tc()}</w:tr>"


@pytest.mark.parametrize(
    ("borders", "is_thick", "note"),
    [
        (["", "", THICK], False, "照第 1 列"),
        ([THICK, "", ""], False, "照第 2 列"),
        ([THICK, ""], True, "照第 1 列"),
        (["", "", ""], False, ""),
    ],
)
def test_the_row_that_most_look_like_stays(borders: list[str], is_thick: bool, note: str):
    form, count = roster(*(bordered(n, b) for n, b in enumerate(borders, 1)))
    listed(form, count)
    checked(form)
    assert note in form.holes[0].note
    assert bool(form.holes[0].note) == bool(note)
    assert ("w:sz" in form.tagged().content.decode()) == is_thick
    assert form.printed({"名冊": [{"姓名": "甲"}]})[2:4] == ["1", "甲"]


def test_rows_differ_in_nothing_that_saving_leaves():
    rows = [f'<w:tr w:rsidR="{n}" w14:paraId="{n}">{tc(str(n))}{tc()}</w:tr>' for n in (1, 2)]
    form, count = roster(*rows)
    listed(form, count)
    form.tagged()
    assert form.holes[0].note == ""


def test_two_lists_in_one_table_and_one_in_a_cell():
    inner = f"<w:tbl>{tr('#', '課')}{tr('1', '')}{tr('2', '')}</w:tbl><w:p/>"
    rows = [tr(number, "") for number in "12"]
    both = tr("#", "姓名"), *rows, tr("#", "職稱"), *rows, tr(tc(inner, "gridSpan=2"))
    form = Form(f"<w:tbl>{''.join(both)}</w:tbl>")
    listed(form, 2)
    listed(form, 2, (0, 4), "職員.職稱")
    listed(form, 2, (1, 1), "課.課名")
    checked(form)
    facts = {"名冊": [{"姓名": "甲"}], "職員": [{"職稱": "乙"}] * 3, "課": [{"課名": "丙"}] * 3}
    printed = "".join(form.printed(facts))
    assert [printed.count(c) for c in "甲乙丙"] == [1, 3, 3]


def test_columns_that_repeat():
    form = Form(f"<w:tbl>{tr('姓名', '', '')}{tr('電話', '', '')}</w:tbl>")
    grid = form.page.grids[0]
    columns = form.rows(0, 0, 2, "親屬")
    columns.is_columns = True
    for number, name in enumerate(("姓名", "電話")):
        first, second = grid.at[number, 1].lines[0], grid.at[number, 2].lines[0]
        form.blank(first, "", name, Kind.RIGHT, of_list=columns, repeats=[second])
    checked(form)
    facts = {"親屬": [{"姓名": "甲", "電話": "1"}, {"姓名": "乙", "電話": "2"}]}
    assert form.printed(facts) == ["姓名", "甲", "乙", "電話", "1", "2"]


def test_taken_out_rows_among_them_go():
    form, count = roster(tr("1", ""), tr("舊", "", properties="<w:del/>"), tr("2", ""))
    listed(form, count)
    checked(form)
    assert "舊" not in form.tagged().content.decode()

"""What counts as found, right and named."""

from dataclasses import replace

import pytest

from benchmarks.blanks.compare import Count, compared, counted, name_parts
from benchmarks.blanks.marked import Truth
from jingjin_forms.adopting.blank import Blank, Kind
from jingjin_forms.word.docx.location import Place

CELL = Place("本文", "tc", 1, 1, 2)
LINE = Place("本文", "p", paragraph=3)
WRITTEN = Truth("姓名", Kind.LINE, LINE, "姓名：", "____")
PHONE = Truth("聯絡人.電話", Kind.RIGHT, CELL)
SEX = Truth("性別", Kind.CHOICE, CELL, "", "□男 □女", ("男", "女"))
LIST = Truth("名冊.姓名", Kind.LIST, CELL, rows=5)


def found(truth: Truth, **changed: object) -> Blank:
    """A blank that agrees with the truth but for what is changed."""
    t = truth
    same = Blank(t.name, t.kind, t.place, t.before, t.options, t.several, t.rows, printed=t.printed)
    return replace(same, **changed)


def total(truths: list[Truth], blanks: list[Blank]) -> Count:
    return sum(counted(compared(truths, blanks)).values(), Count())


@pytest.mark.parametrize("truth", [WRITTEN, PHONE, SEX, LIST], ids=lambda t: t.name)
def test_what_agrees_is_found_right_and_named(truth: Truth):
    count = total([truth], [found(truth)])
    assert (count.recall, count.precision, count.names, count.names_loosely) == (1, 1, 1, 1)


def test_what_is_missing_is_not_found_and_what_is_too_much_is_not_right():
    count = total([WRITTEN, PHONE], [found(WRITTEN), found(PHONE, place=replace(CELL, row=9))])
    assert (count.blanks, count.found, count.made, count.right) == (2, 1, 2, 1)


@pytest.mark.parametrize(
    ("truth", "changed", "fault"),
    [
        (WRITTEN, {"kind": Kind.DATE}, "種類"),
        (WRITTEN, {"kind": Kind.CHOICE}, "種類"),
        (WRITTEN, {"printed": "__"}, "範圍"),
        (WRITTEN, {"before": "地址："}, "前文"),
        (SEX, {"options": ("男",)}, "選項"),
        (SEX, {"options": ("女", "男")}, "選項"),
        (SEX, {"kind": Kind.COMB}, "種類"),
        (LIST, {"rows": 4}, "列數"),
        (PHONE, {"kind": Kind.LIST, "rows": 3}, "種類"),
    ],
)
def test_what_makes_a_tag_wrong(truth: Truth, changed: dict[str, object], fault: str):
    (pair,) = compared([truth], [found(truth, **changed)])
    assert fault in pair.faults
    count = total([truth], [found(truth, **changed)])
    assert (count.found, count.right) == (1, 0)


@pytest.mark.parametrize(
    ("truth", "changed"),
    [
        (WRITTEN, {"kind": Kind.COLON}),
        (WRITTEN, {"before": "姓　名:"}),
        (WRITTEN, {"printed": " ____\t"}),
        (PHONE, {"kind": Kind.GRID, "place": replace(CELL, kind="p")}),
        (PHONE, {"place": replace(CELL, part="word/document.xml")}),
        (PHONE, {"printed": "　　"}),
        (SEX, {"printed": "□", "options": ("1.男", "女（請勾選）")}),
        (replace(WRITTEN, kind=Kind.UNIT), {"printed": "____天"}),
        (
            replace(WRITTEN, kind=Kind.DATE, before="中華民國", printed=" 年 月 日"),
            {"before": "", "printed": "中華民國 年 月 日"},
        ),
    ],
)
def test_what_does_not_make_a_tag_wrong(truth: Truth, changed: dict[str, object]):
    (pair,) = compared([truth], [found(truth, **changed)])
    assert pair.faults == ()


def test_blanks_of_one_paragraph_are_told_apart_by_what_stands_before():
    second = replace(WRITTEN, name="電話", before="姓名：電話：")
    pairs = compared([WRITTEN, second], [found(second), found(WRITTEN)])
    assert [(p.truth.name, p.blank.name, p.faults) for p in pairs if p.truth and p.blank] == [
        ("姓名", "姓名", ()),
        ("電話", "電話", ()),
    ]


def test_of_equal_texts_before_the_order_decides():
    area = replace(WRITTEN, name="區碼", kind=Kind.BRACKET, before="電話：（", printed="  ")
    number = replace(WRITTEN, name="電話", before="電話：（）")
    pairs = compared([area, number], [found(area), found(number)])
    assert [(p.named, p.faults) for p in pairs] == [(True, ()), (True, ())]


def test_a_date_taken_for_three_lines_is_one_found_and_none_right():
    day = Truth("日期", Kind.DATE, LINE, "日期：", "__年__月__日")
    pieces = [found(WRITTEN, before=b, printed="__") for b in ("日期：", "日期：年", "日期：年月")]
    count = total([day], pieces)
    assert (count.found, count.made, count.right) == (1, 3, 0)


def test_a_seal_is_to_be_left_alone():
    seal = Truth("校長", Kind.SEAL, CELL)
    assert total([seal], []) == Count(seals=1)
    left = found(seal)
    assert total([seal], [left]) == Count(seals=1)
    tagged = total([seal], [found(seal, kind=Kind.RIGHT)])
    assert (tagged.blanks, tagged.seals_tagged, tagged.made, tagged.right) == (0, 1, 1, 0)


def test_a_seal_takes_no_blank_that_stands_behind_the_same_text():
    seal = Truth("校長", Kind.SEAL, LINE, "校長", "____")
    day = Truth("日期", Kind.DATE, LINE, "校長", "年月日")
    count = total([seal, day], [found(day)])
    assert (count.found, count.right, count.seals_tagged) == (1, 1, 0)


def test_what_may_be_left_alone_counts_neither_way():
    either = replace(PHONE, optional=True)
    assert total([either], []) == total([either], [found(PHONE, name="x")]) == Count()


def test_what_may_be_left_alone_takes_no_blank_that_is_another():
    either = replace(WRITTEN, name="星期", before="星期", optional=True)
    count = total([either, WRITTEN], [found(WRITTEN, before="甲")])
    assert (count.blanks, count.found) == (1, 1)


def test_the_second_copy_of_a_text_box_is_as_good():
    copy = replace(LINE, paragraph=4)
    truth = replace(WRITTEN, also=(copy,))
    assert total([truth], [found(truth, place=copy)]).right == 1
    both = total([truth], [found(truth), found(truth, place=copy)])
    assert (both.found, both.made, both.right) == (1, 2, 1)


@pytest.mark.parametrize(
    ("name", "exact", "loose"),
    [
        ("聯絡人.電話", True, True),
        ("聯絡人 . 電　話：", True, True),
        ("電話.聯絡人", False, True),
        ("基本資料.聯絡人.電話", False, True),
        ("聯絡人電話", False, True),
        ("電話", False, False),
        ("聯絡人.傳真", False, False),
    ],
)
def test_names(name: str, exact: bool, loose: bool):
    count = total([PHONE], [found(PHONE, name=name)])
    assert (count.names, count.names_loosely) == (float(exact), float(loose))


def named(truths: list[Truth], names: list[str]) -> list[bool]:
    pairs = compared(truths, [found(t, name=n) for t, n in zip(truths, names, strict=True)])
    return [pair.named for pair in pairs]


def test_a_figure_cannot_begin_a_name():
    assert named([replace(LIST, name="甘特圖.8月")], ["甘特圖.第8月"]) == [True]
    assert named([replace(LIST, name="甘特圖.8月")], ["甘特圖.第9月"]) == [False]
    assert named([replace(WRITTEN, name="一節")], ["第一節"]) == [False]


def test_no_blank_is_called_as_the_group_of_others():
    other = replace(PHONE, name="案由一.決議", place=replace(CELL, row=2))
    both = [replace(PHONE, name="案由一"), other]
    assert named(both, ["案由一.內容", "案由一.決議"]) == [True, True]
    assert named(both, ["案由一.說明", "案由一決議"]) == [False, True]
    assert named([replace(PHONE, name="案由一")], ["案由一.內容"]) == [False]


def test_row_and_column_stand_in_either_order():
    cell = replace(PHONE, name="講師.滿意度", kind=Kind.GRID)
    assert named([cell], ["滿意度.講師"]) == [True]
    assert named([cell], ["滿意度"]) == [False]
    assert named([replace(cell, kind=Kind.RIGHT)], ["滿意度.講師"]) == [False]


def test_other_names_are_as_good_and_of_a_list_the_column_counts_loosely():
    assert total([replace(PHONE, others=("電話",))], [found(PHONE, name="電話")]).names == 1
    of_list = total([LIST], [found(LIST, name="列.姓名")])
    assert (of_list.names, of_list.names_loosely) == (0, 1)


def test_a_list_that_the_form_does_not_name_may_be_called_anything():
    free = replace(LIST, others=("＊.姓名",))
    assert total([free], [found(LIST, name="明細.姓名")]).names == 1
    assert total([free], [found(LIST, name="明細.電話")]).names == 0
    assert total([free], [found(LIST, name="姓名")]).names == 0


def test_mail_has_one_name():
    assert name_parts("E-mail") == name_parts("電子信箱") == name_parts("電子郵件") != ("電話",)


def test_a_tag_without_a_name_is_not_asked_for_one():
    pairs = compared([PHONE], [found(PHONE, name="x")])
    (count,) = counted(pairs, frozenset({PHONE.name})).values()
    assert (count.found, count.to_name, count.names) == (1, 0, None)


def test_whether_several_may_be_ticked_is_counted_apart():
    count = total([SEX], [found(SEX, several=True)])
    assert (count.right, count.choices, count.several_right) == (1, 1, 0)

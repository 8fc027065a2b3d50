"""Names and blanks to skip, as a person says them."""

import pytest

from jingjin_forms.adopting.corrections import SKIPPED, clean_name, corrected
from jingjin_forms.adopting.hole import full_name
from jingjin_forms.errors import FileProblemError
from jingjin_forms.page.page import read_page
from tests.adopt.holes import Form
from tests.page.parts import p, part, tr


def form() -> Form:
    made = Form(
        p("姓名：____"),
        f"<w:tbl>{tr('甲', '乙')}{tr('', '')}</w:tbl>",
        f"<w:tbl>{tr('姓名', '電話')}{tr('', '')}{tr('', '')}</w:tbl>",
    )
    made.blank(made.lines[0], "____", "姓名")
    first, second = made.page.grids
    made.blank(first.at[1, 0].lines[0], "", "甲欄")
    made.blank(first.at[1, 1].lines[0], "", "乙欄.數")
    rows = made.rows(1, 1, 2, "名冊")
    made.blank(second.at[1, 0].lines[0], "", "姓名", of_list=rows)
    made.blank(second.at[1, 1].lines[0], "", "電話", of_list=rows)
    return made


def names(made: Form) -> list[str]:
    return [full_name(hole) for hole in made.holes]


@pytest.mark.parametrize(
    ("address", "number"),
    [
        *(("姓名", 0), ("第1段", 0), ("本文 第 1 段", 0), ("甲欄", 1), ("第1表第2列第1欄", 1)),
        *(("表格 1 第 2 列第 2 欄", 2), ("本文 表格 1 第 2 列第 2 格", 2), ("乙欄.數", 2)),
        *(("第 1 表格第 2 列第 2 欄", 2), ("名冊.電話", 4), ("第2表第2列第2欄", 4)),
    ],
)
def test_a_blank_is_found_by_name_or_place(address: str, number: int):
    made = form()
    corrected(made.holes, {}, [address])
    assert [hole.left_alone for hole in made.holes] == [
        SKIPPED if n == number else "" for n in range(5)
    ]
    made = form()
    corrected(made.holes, {address: "新名"}, [])
    assert names(made)[number].endswith("新名")


def test_a_list_is_renamed_with_its_columns():
    made = form()
    corrected(made.holes, {"名冊.姓名": "教師.師名", "名冊.電話": "教師.手機"}, [])
    assert names(made)[3:] == ["教師.師名", "教師.手機"]


def test_all_that_is_wrong_is_said():
    with pytest.raises(FileProblemError) as caught:
        corrected(form().holes, {"第1表第2列": "丙", "沒有": "丁", "姓名": "…"}, ["第9段"])
    told = str(caught.value)
    for words in ("甲欄、乙欄.數", "沒有=丁", "名稱要有字", "--skip 第9段"):
        assert words in told


@pytest.mark.parametrize(
    ("address", "name", "told"),
    [
        ("甲欄", "乙欄", "「乙欄」和「乙欄.數」"),
        ("姓名", "名冊", "「名冊」和「名冊."),
        ("乙欄.數", "甲欄.數", "「甲欄」"),
    ],
)
def test_no_name_is_a_blank_and_a_group(address: str, name: str, told: str):
    with pytest.raises(FileProblemError, match="不能同時是一格與一組") as caught:
        corrected(form().holes, {address: name}, [])
    assert told in str(caught.value)


def test_the_text_comes_before_headers():
    made = form()
    header = Form(p("姓名：____"))
    header.page = read_page("word/header1.xml", part(p("姓名：____")))
    header.blank(header.page.lines[0], "____", "頁首姓名")
    both = [*made.holes, *header.holes]
    corrected(both, {"第1段": "甲名", "頁首第1段": "乙名"}, [])
    assert (made.holes[0].name, header.holes[0].name) == ("甲名", "乙名")
    corrected(header.holes, {"第1段": "丙名"}, [])
    assert header.holes[0].name == "丙名"


def test_names_are_such_as_tags_can_hold():
    assert clean_name(" 聯絡人 . 電話(公) ").startswith("聯絡人.電話")
    assert clean_name("…") == ""
    assert clean_name("1班").isidentifier()

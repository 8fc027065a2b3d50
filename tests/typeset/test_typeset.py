"""Layout source to template: what the notation means, what it refuses, and what comes out."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from jingjin_forms.errors import LayoutError
from jingjin_forms.typeset import layout as layout_module
from jingjin_forms.typeset import rebuild, stale, typeset
from jingjin_forms.typeset.__main__ import main

HARD = r"""
page A4 portrait margin=2.0
title 難排的版面
subject 測試
style 標題 center bold size=14

define 聯絡人
table 3.2c*4 size=10
| 姓名 | 職稱 | 電話 | 手機
for 人 in 聯絡人
| {{ 人 }} | | |
end
endtable
enddefine

# F01: narrow tick columns, merged groups, a foot over two columns
[標題] 112學年度花蓮縣辦理精進國民中小學教師教學專業與課程品質-學校本位進修實施計畫審查作業表
table 3.0 7.4 0.9*3 3.9
rows height=0.9
| [center] 學校名稱 | 花蓮縣{{ 學校名稱 }}。[[size=9: (學校填)]] | < | <*3
rows center bold
| 審查項目 | 指　　標 | [tight] 符合 | [tight] 修正後符合 | [tight] 不符合 | 審查小組
+ | | | | | 改進意見
rows height=0.8
| 一、計畫目標性 | 1.召開會議。 | [center] ■ | [center] □ | [center] □ |
| ^ | 2.計畫周延。 | | | |
for 項目 in 指標
| {% vm %}{{ 項目.組 }} | {{ 項目.名 }} | | | |
end
rows height=1.8 keep
| [center] 審查結果\n及\n總評意見 | □ 全案通過 | [top] 核定金額：（　　）元 | < | < | <
+ | □ 修正後通過
| ^ | □ 不通過 | 審核小組委員： | < | < | <
endtable

# F19: a Gantt chart; the chosen months are shaded
[break 標題] 附件二 甘特圖
table 1.6c 3.4 1.0c*12 size=10 pad=0.05
rows header center
| 甘特圖 | 執行內容 | 進度規劃 | <*11
| ^ | ^ | 112年 | <*4 | 113年 | <*6
| ^ | ^ | 8月 | 9月 | 10月 | 11月 | 12月 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 7月
rows height=0.8
for 工作 in 工作項目
| ^ | {{ 工作.名 }} | {%tc for 月 in 工作.月 %} | {% cellbg 月 %} | {%tc endfor %} | <*9
end
rows split
| [down] 附註 | [shade=F2F2F2] 底色 | < | [diagonal] | [borders=none] | [borders=none] | <*8
endtable

# F18: two levels of boxes, a nested table, a conditional paragraph in a cell
table 3.0c 13.6
| 聯絡人 | 主要聯絡人：
+ | [table=聯絡人]
| 需求項目 | □2. 教學經驗傳承
+ | [indent=0.8 hang=0.4] □備課、觀課、議課 □課程設計與發展 □協同教學 □其他：
+ | {%p if 初辦 %}
+ | 初辦者免填
+ | {%p endif %}
endtable
table 8 6 borders=outer align=center
| {% colspan 2 %}{{ 學校名稱 }} | <
| 左 | 右
endtable

# F24: two blocks, a reviewer column, a foot of two columns
page A4 landscape margin=2,2.5,2,2.5
[標題] 附件七 經費申請表
table 3.6 2.4r 1.8c 2.6r 7.0 3.3
rows header center shade=F2F2F2
| 經費項目\n(經常門) | 計 畫 經 費 明 細 | < | < | < | 縣(市)政府初審後填寫
| ^ | 單價(元) | 數量 | 總價(元) | 說明 | 金額(元)
rows height=0.8
for 項 in 經費
| {{ 項.項目 }} | {{ 項.單價 }} | {{ 項.數量 }} | {{ 項.總價 }} | [size=10] {{ 項.說明 }} |
end
rows height=0.8 keep
| [center] 合　計 | | | | |
rows top size=10
| 備註： | < | < | < | 餘款繳回方式： | <
+ [hang=0.5] 1.\t應明確標示其為「廣告」。 | | | | ■不繳回(請敘明依據)
endtable
if 核章
[before=12 tabs=5,10,15] 承辦人：\t主任：\t主計：\t校長：
end

# F18: a photo grid
page A4
table 8.5c*2
rows height=6 exact
| {{ 學校名稱 }} | 照片
rows height=0.9
| [left] 說明： | [left] 說明：
endtable
table 5c*3 borders=none
rows height=2 top
| 承辦人： | 主任： | 校長：
endtable
"""
FACTS = {
    "學校名稱": "宜昌國小 & <附幼>",
    "指標": [{"組": "二、永續", "名": f"{n}.規劃"} for n in (1, 2, 3)],
    "工作項目": [{"名": "研習", "月": ["D9D9D9"] * 5 + ["FFFFFF"] * 7}] * 2,
    "聯絡人": ["王小明", "李大同"],
    "初辦": True,
    "經費": [{"項目": "講師費", "單價": "1,000", "數量": 6, "總價": "6,000", "說明": "外聘"}] * 3,
    "核章": True,
}


def body(package: bytes):
    return docx.Document(io.BytesIO(package)).element.body


def document_xml(text: str) -> str:
    with zipfile.ZipFile(io.BytesIO(typeset(text))) as package:
        return package.read("word/document.xml").decode()


def faults(text: str) -> list[str]:
    """The line number and the message of each fault."""
    with pytest.raises(LayoutError) as caught:
        typeset(text, "試排")
    return [f"{re.findall(r'[0-9]+', p.where)[0]}：{p.message}" for p in caught.value.problems]


def table(*rows: str, head: str = "table 4 4 4") -> str:
    return "\n".join([head, *rows, "endtable"])


def grid_of(text: str) -> list[list[tuple[int, str]]]:
    """Span and merge of each cell, row by row."""
    return [
        [(tc.grid_span, tc.vMerge or "") for tc in tr.tc_lst]
        for tr in body(typeset(text)).iter(qn("w:tr"))
    ]


def check_structure(package: bytes, tmp_path: Path, filled: bool = False) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(package)
    assert [str(e.description) for e in OpenXmlValidator().validate(file).errors] == []
    for tc in body(package).iter(qn("w:tc")):
        assert tc[-1].tag == qn("w:p")
    for tbl in body(package).iter(qn("w:tbl")):
        assert tbl.tr_lst
        assert tbl.getnext().tag == qn("w:p")
        # docxtpl widens the grid of a table to the widest row of the tables nested in it.
        if filled and tbl.findall(f".//{qn('w:tbl')}"):
            continue
        for tr in tbl.tr_lst:
            assert sum(tc.grid_span for tc in tr.tc_lst) == len(tbl.tblGrid.gridCol_lst)


# Grid


def test_merges_become_spans_and_vertical_merges() -> None:
    text = table("| a | < | b", "| ^ | < | c", "| d | e | ^", "| ^ | f | ^")
    assert grid_of(text.replace("| d | e | ^", "| d | e | g")) == [
        [(2, "restart"), (1, "")],
        [(2, "continue"), (1, "")],
        [(1, "restart"), (1, ""), (1, "restart")],
        [(1, "continue"), (1, ""), (1, "continue")],
    ]


def test_a_block_can_be_continued_with_carets_only() -> None:
    assert grid_of(table("| a | < | b", "| ^ | ^ | c")) == [
        [(2, "restart"), (1, "")],
        [(2, "continue"), (1, "")],
    ]


def test_a_merged_cell_goes_on_past_a_loop() -> None:
    text = table("| a | b | c", "for x in xs", "| ^ | {{ x }} | |", "end")
    assert grid_of(text)[2] == [(1, "continue"), (1, ""), (1, "")]


def test_closing_bar_and_repetition() -> None:
    assert grid_of(table("| a | b | |")) == [[(1, "")] * 3]
    assert grid_of(table("| a | <*2")) == [[(3, "")]]
    assert grid_of(table("| a | <*2 |")) == [[(3, "")]]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["| a | b"], "2：這一列有 2 格，表格有 3 欄"),
        (["| a | b | c | d"], "2：這一列有 4 格，表格有 3 欄"),
        (["| ^ | b | c"], "2：第 1 格的「^」：上面沒有可以合併的列"),
        (["| < | b | c"], "2：第 1 格的「<」：左邊沒有可以合併的格"),
        (["| a | < | b", "| ^ | c | d"], "3：第 1 格的「^」：合併起來不是長方形"),
        (["| a | b | c", "| ^ | < | d"], "3：第 1 格的「^」：合併起來不是長方形"),
        (["| a | b | c", "rows header", "| a | b | c"], "4：header 的列只能在表格最前面"),
        (["+ a"], "2：+ 要接在一列的後面"),
        (["| a | < | b", "+ | x"], "3：上面那一格是「<」"),
        (["| {%tc for x in y %}x | b | c"], "2：{%tc for x in y %} 會連同整段"),
        (["| {{ x | [top] {% vm %}y | c"], "2：標籤的括號「{{」不成對"),
        (["| [top] {% vm %}y | b | c"], "2：有 {% vm %} 的格"),
        (["| {%tr for x in y %} | b | c"], "2：{%tr … %} 請寫成單獨一行"),
        (["| [break] a | b | c"], "2：「break」不能用在這裡"),
        (["rows exact", "| a | b | c"], "2：exact 要和 height= 一起寫"),
        (["rows height=1 if x", "| a | b | c"], "2：rows 的條件要寫在 keep 後面"),
        (["rows height=1,2", "| a | b | c"], "2：height= 有兩個高度時，table 的最後要寫 roomy if"),
        (["rows height=2,1", "| a | b | c"], "2：「height=2,1」：第二個高度是版面寬裕時的"),
        (["text", "| a | b | c"], "2：表格還沒有 endtable"),
        (["| a | b | [table=無] "], "2：前面沒有 define 無"),
        ([], "1：表格一列也沒有"),
    ],
)
def test_wrong_tables(rows: list[str], expected: str) -> None:
    assert any(fault.startswith(expected) for fault in faults(table(*rows)))


def test_a_table_without_columns_is_one_fault() -> None:
    (fault,) = faults(table("| a | b", head="table wide"))[:1]
    assert fault.startswith("1：table 後面要先寫各欄的寬度")


def test_all_faults_at_once_with_their_lines() -> None:
    text = "\n".join(
        [
            "page A4 margin=1,2 size=x",
            "[centre] 字",
            "[top] 字",
            "{{ 半個",
            "end",
            "table 10 9",
            "| a",
            "| ^ | < ",
            "for x",
            "endtable",
            "if a }",
            "[[big: 字]] [[bold: 字",
            "define 甲",
            "字",
        ]
    )
    assert [int(fault.split("：")[0]) for fault in faults(text)] == [
        *(1, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 11, 11, 12, 12, 13, 13, 14)
    ]
    with pytest.raises(LayoutError, match=r"試排有 18 個問題：\n.*第 1 行「page A4") as caught:
        typeset(text, "試排")
    assert "多了 2.00 公分" in str(caught.value)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from("x<^"), min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_marks_fit_the_grid_or_are_refused(rows: list[list[str]]) -> None:
    text = table(*("| " + " | ".join(row) for row in rows))
    try:
        grid = grid_of(text)
    except LayoutError:
        return
    assert all(sum(span for span, _ in row) == 3 for row in grid)
    assert sum(row.count((1, "")) + row.count((1, "restart")) for row in grid) <= sum(
        row.count("x") for row in rows
    )


# Text


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (r"a\tb", "a\tb"),
        (r"a\nb", "a\nb"),
        ("  兩  格　　", "兩  格　　"),
        (r"尾\ ", "尾 "),
        (r"\# 不是註解", "# 不是註解"),
        (r"\[方括號] \[[ ]] \\", "[方括號] [[ ]] \\"),
        (r"\for x in y", "for x in y"),
        (r"\title", "title"),
        (r"\| a", "| a"),
        ("\\", ""),
        ("{{ a|join('[[') }}", "{{ a|join('[[') }}"),
        ("format 不是關鍵字", "format 不是關鍵字"),
    ],
)
def test_escapes(source: str, printed: str) -> None:
    (paragraph,) = docx.Document(io.BytesIO(typeset(source))).paragraphs
    assert paragraph.text == printed


def test_bars_inside_tags_and_after_a_backslash_are_text() -> None:
    made = docx.Document(io.BytesIO(typeset(table(r"| {{ a|b }} | c\|d | {% if x | y %}e"))))
    assert [cell.text for cell in made.tables[0].rows[0].cells] == [
        "{{ a|b }}",
        "c|d",
        "{% if x | y %}e",
    ]


def test_plain_text_and_plain_cells_are_lean() -> None:
    xml = document_xml("一\ntable 2.54 2.54r\n| a | b\nendtable\n二")
    assert xml.count(" xmlns:") == 2  # r for headers and footers
    assert "<w:p><w:r><w:t>一</w:t></w:r></w:p>" in xml
    cell = '<w:tc><w:tcPr><w:tcW w:w="1440" w:type="dxa"/></w:tcPr><w:p>'
    assert f'{cell}<w:pPr><w:pStyle w:val="P1"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' in xml
    assert f'{cell}<w:pPr><w:pStyle w:val="P2"/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>' in xml
    assert "Tiny" not in xml


def test_the_nearest_alignment_counts() -> None:
    text = table("| a | b | c", "rows spread", "| d | e | [left] f", head="table 4 4r 4 center")
    made = docx.Document(io.BytesIO(typeset(text))).tables[0]
    styles = [[cell.paragraphs[0].style for cell in row.cells] for row in made.rows]
    found = [[style.paragraph_format.alignment for style in row] for row in styles]
    names = [[align.name if align is not None else None for align in row] for row in found]
    assert names == [["CENTER", "RIGHT", "CENTER"], ["DISTRIBUTE", "DISTRIBUTE", None]]


def test_a_span_and_the_size_of_a_paragraph() -> None:
    xml = document_xml("page A4 size=11\n[size=14 bold] 題[[size=9 plain: (註)]]\n[size=11] 文")
    assert '<w:pStyle w:val="P1"/>' in xml
    assert '<w:r><w:rPr><w:b w:val="0"/><w:sz w:val="18"/></w:rPr><w:t>(註)</w:t></w:r>' in xml
    assert "<w:p><w:r><w:t>文</w:t></w:r></w:p>" in xml


def test_a_table_is_followed_by_a_paragraph_that_stays() -> None:
    one = table("| a | b | c")
    assert document_xml(f"{one}\n{one}").count("Tiny") == 2
    assert document_xml(f"{one}\nif x\n字\nend").count("Tiny") == 1
    assert document_xml(f"{one}\n字").count("Tiny") == 0


def test_borders_stay_where_a_bordered_cell_shares_them() -> None:
    xml = document_xml(table("| a | b | c", "| [borders=none] | [borders=none] | d"))
    assert re.findall("<w:tcBorders>.*?</w:tcBorders>", xml) == [
        '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/>'
        "</w:tcBorders>",
        '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/></w:tcBorders>',
    ]


# Whole documents


def test_the_example_of_the_notation_is_typeset(tmp_path: Path) -> None:
    example = (layout_module.__doc__ or "").split("A complete example:\n")[1]
    package = typeset(example)
    check_structure(package, tmp_path)
    assert docx.Document(io.BytesIO(package)).core_properties.title == "經費概算表"


def test_hard_cases_are_valid_before_and_after_filling(tmp_path: Path) -> None:
    package = typeset(HARD)
    check_structure(package, tmp_path)
    template = DocxTemplate(io.BytesIO(package))
    template.render(FACTS, autoescape=True)
    filled = io.BytesIO()
    template.save(filled)
    check_structure(filled.getvalue(), tmp_path, filled=True)
    xml = etree.tostring(body(filled.getvalue()), encoding="unicode")
    assert "{{" not in xml
    assert "{%" not in xml
    assert xml.count("D9D9D9") == 10
    text = "".join(body(filled.getvalue()).itertext())
    assert all(word in text for word in ("宜昌國小 & <附幼>", "李大同", "初辦者免填", "承辦人"))


def test_header_rows_heights_and_pages() -> None:
    made = body(typeset(HARD))
    gantt, budget, photos = (list(made.iter(qn("w:tbl")))[n] for n in (1, 5, 6))
    headers = [len(tbl.findall(f".//{qn('w:tblHeader')}")) for tbl in (gantt, budget, photos)]
    assert headers == [3, 2, 0]
    assert [row.trHeight_hRule is not None for row in photos.tr_lst] == [True, True]
    assert 'w:hRule="exact"' in etree.tostring(photos.tr_lst[0], encoding="unicode")
    document = docx.Document(io.BytesIO(typeset(HARD)))
    sizes = [(s.page_width.twips, s.page_height.twips) for s in document.sections]
    assert sizes == [(11906, 16838), (16838, 11906), (11906, 16838)]
    properties = document.core_properties
    assert (properties.title, properties.language) == ("難排的版面", "zh-TW")


def filled_table(layout: str, facts: dict[str, Any]) -> Any:
    """The table of a layout, filled as docxtpl fills it."""
    template = DocxTemplate(io.BytesIO(typeset(layout)))
    template.render(facts)
    filled = io.BytesIO()
    template.save(filled)
    [made] = body(filled.getvalue()).iter(qn("w:tbl"))
    return made


def test_a_row_is_kept_with_the_next_where_its_condition_holds() -> None:
    rows = ("for x in xs", "| {% vm %}甲 | {{ x }} | 丙", "+ | 丁", "end", "rows", "| 合計 | | |")
    made = filled_table(table("rows keep if loop.last", *rows), {"xs": ["一", "二", "三"]})
    kept = [len(list(row.iter(qn("w:keepNext")))) for row in made.tr_lst]
    assert kept == [0, 0, 4, 0]  # all paragraphs of the last row of the loop
    assert [row.tc_lst[0].vMerge for row in made.tr_lst] == [
        "restart",
        "continue",
        "continue",
        None,
    ]
    assert [len(row.tc_lst) for row in made.tr_lst] == [3, 3, 3, 3]


@pytest.mark.parametrize(("lines", "height"), [(2, 2.0), (3, 1.0)])
def test_rows_are_taller_where_the_table_has_room(lines: int, height: float) -> None:
    rows = ("for x in xs", "| {{ x }} | 乙 | 丙", "end", "rows height=1", "| 合計 | | |")
    layout = table(
        "rows height=1,2 keep if loop.last", *rows, head="table 3*3 roomy if xs|length < 3"
    )
    made = filled_table(layout, {"xs": ["甲"] * lines})
    expected = [round(height * 567)] * lines + [567]
    assert [row.trHeight_val.twips for row in made.tr_lst] == pytest.approx(expected, abs=1)
    kept = [len(list(row.iter(qn("w:keepNext")))) for row in made.tr_lst]
    assert kept == [0] * (lines - 1) + [3, 0]


def test_an_included_table_has_no_room_of_its_own(tmp_path: Path) -> None:
    """It shares its page with what includes it."""
    inner = table("rows height=1,2", "| 甲 | 乙 | 丙", head="table 3*3 roomy if xs")
    (tmp_path / "inner.layout").write_text(inner, encoding="utf-8")
    outer = tmp_path / "outer.layout"
    outer.write_text("include inner", encoding="utf-8")
    alone, included = (
        [row.trHeight_val.twips for row in body(made).iter(qn("w:tr")) if row.trHeight_val]
        for made in (typeset(inner), typeset(outer))
    )
    assert alone == [1134, 567]
    assert included == [567]


def test_every_tag_stays_in_one_run() -> None:
    for text in body(typeset(HARD)).iter(qn("w:t")):
        assert text.text.count("{") == text.text.count("}")


def test_same_layout_same_bytes_in_the_fixed_order() -> None:
    assert typeset(HARD) == typeset(HARD)
    with zipfile.ZipFile(io.BytesIO(typeset(HARD))) as package:
        names = package.namelist()
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


# Folders


def test_rebuild_writes_what_is_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "縣" / "表.layout"
    source.parent.mkdir()
    source.write_text("一", encoding="utf-8")
    made = source.with_suffix(".docx")
    assert stale(tmp_path) == [source]
    assert main([str(tmp_path), "--check"]) == 1
    assert rebuild(tmp_path) == [made]
    assert rebuild(tmp_path) == stale(tmp_path) == []
    assert main([str(tmp_path), "--check"]) == 0
    with zipfile.ZipFile(made) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert stale(tmp_path) == []
    source.write_text("二", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert stale(tmp_path) == []
    (tmp_path / "壞.layout").write_text("end", encoding="utf-8")
    capsys.readouterr()
    assert main([str(tmp_path)]) == 1
    assert "壞.layout 第 1 行「end」" in capsys.readouterr().err


def test_a_layout_that_is_not_utf8(tmp_path: Path) -> None:
    source = tmp_path / "表.layout"
    source.write_bytes("表".encode("big5"))
    with pytest.raises(LayoutError, match="UTF-8"):
        typeset(source)


def test_an_included_layout_stands_there_without_its_page_and_title(tmp_path: Path) -> None:
    """The tables of 表1-1 are written once and stand in two papers."""
    part = "page A5\ntitle 表\nstyle 頭 bold\n[頭] 標題\ntable 3 4\n| {{ 甲 }} | 乙\nendtable"
    (tmp_path / "part.layout").write_text(part, encoding="utf-8")
    whole = tmp_path / "whole.layout"
    whole.write_text("page A4 margin=3\ntitle 全\n前\ninclude part\n後", encoding="utf-8")
    by_hand = "page A4 margin=3\ntitle 全\n前\n" + part.partition("title 表\n")[2] + "\n後"
    assert typeset(whole) == typeset(by_hand)


def test_faults_of_an_included_layout_name_both_places(tmp_path: Path) -> None:
    (tmp_path / "part.layout").write_text("好的\n[沒有這個] 字\nfor 甲 in 乙", encoding="utf-8")
    whole = tmp_path / "whole.layout"
    whole.write_text("include part\ninclude gone\ninclude ../x\ninclude whole", encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        typeset(whole)
    places = [p.where for p in caught.value.problems]
    assert places[0] == "第 1 行「include part」"
    assert "第 1 行「include part」裡的第 2 行「[沒有這個] 字」" in places
    assert "第 1 行「include part」裡的第 3 行「for 甲 in 乙」" in places
    assert "第 2 行「include gone」" in places
    message = str(caught.value)
    assert "讀不到（gone）" in message
    assert "同一個資料夾" in message
    assert "繞了一圈" in message
    with pytest.raises(LayoutError, match="存成檔案的"):
        typeset("include part")


def parts_of(text: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(typeset(text))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_running_lines_from_the_second_page_on() -> None:
    parts = parts_of("header later {{ 學校名稱 }}\nfooter 第 <page> 頁，共 <pages> 頁\n字")
    assert "<w:titlePg/>" in parts["word/document.xml"]
    assert "{{ 學校名稱 }}" in parts["word/header1.xml"]
    feet = [xml for name, xml in parts.items() if name.startswith("word/footer")]
    assert len(feet) == 2  # that of the first page says the same
    assert all('w:instr="PAGE"' in xml and 'w:instr="NUMPAGES"' in xml for xml in feet)


def test_who_made_it_is_a_fact() -> None:
    core = parts_of("title {{ 學年度 }}學年度計畫\nauthor {{ 學校名稱 }}\n字")["docProps/core.xml"]
    assert "<dc:title>{{ 學年度 }}學年度計畫</dc:title>" in core
    assert "<dc:creator>{{ 學校名稱 }}</dc:creator>" in core


def test_a_box_in_front_of_a_tag_is_how_the_tag_looks() -> None:
    xml = document_xml("□{{ 初辦 }}初辦□續辦{{ 甲 or '□' }}")
    boxes = re.findall(r'<w:rStyle w:val="Box"/>.*?<w:t[^>]*>(.*?)</w:t>', xml)
    assert boxes == ["{{ 初辦 }}", "□"]
    assert "□{{" not in xml
    assert "{{ 甲 or '□' }}" in xml


def test_a_round_blank_is_set_as_chinese_text() -> None:
    xml = document_xml("第{{ 次 }}次○○縣{{ 校名 or '○○國小' }}{{ 電話 }}Tel")
    kai = re.findall(r'w:hint="eastAsia" w:ascii="標楷體"[^>]*>.*?<w:t[^>]*>(.*?)</w:t>', xml)
    assert kai == ["○○", "{{ 校名 or '○○國小' }}"]


@pytest.mark.parametrize(
    ("line", "twips"),
    [("[size=10] 字", 260), ("[line=2] 字", 624), ("字[[size=20: 大]]", 520)],
)
def test_lines_are_as_high_as_word_sets_them(line: str, twips: int) -> None:
    parts = parts_of(line)
    both = parts["word/document.xml"] + parts["word/styles.xml"]
    assert f'w:line="{twips}" w:lineRule="atLeast"' in both


def test_a_diagonal_runs_from_the_top_left() -> None:
    xml = document_xml("table 3 3\n| [diagonal] | 字\nendtable")
    assert xml.count("<w:tcBorders>") == 1
    assert re.search(r'<w:tcBorders><w:tl2br w:val="single"[^>]*/></w:tcBorders>', xml)


def test_styles_are_called_what_they_are_for() -> None:
    """In Word's list; those that Word itself knows keep the names that it translates."""
    table = "table 3 borders={}\n| 字\nendtable\n字\n"
    whole = "".join(table.format(borders) for borders in ("none", "outer"))
    styles = parts_of(f"[center bold size=14] 題\n{whole}table 3\n| 字\nendtable")[
        "word/styles.xml"
    ]
    own = re.findall(r'w:customStyle="1"[^>]*><w:name w:val="([^"]*)"', styles)
    assert own
    assert [name for name in own if name.isascii()] == []
    assert {"表格（無框線）", "表格（外框線）", "表格（全框線）"} <= set(own)

"""An .odt as a template: the language of a .docx, in an .odt's own markup."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from docxtpl import Listing, RichText
from lxml import etree
from PIL import Image

from jingjin_forms.errors import FileProblemError, FillError, TemplateError
from jingjin_forms.word import Picture, compile_template
from tests.word import build as word
from tests.word.build_odt import odt, paragraph, row, table


def part(content: bytes, name: str = "content.xml") -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def body(template: bytes, **values: Any) -> str:
    """What stands in the text of the filled file."""
    xml = part(compile_template(template).render(values))
    etree.fromstring(xml.encode())
    found = re.search("<office:text>(.*)</office:text>", xml, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("甲 & <乙>", "甲 &amp; &lt;乙&gt;"),
        ("一\n二\r\n三", "一<text:line-break/>二<text:line-break/>三"),
        ("一\t二", "一<text:tab/>二"),
        ("一 二", "一 二"),
        ("一  二", '一<text:s text:c="2"/>二'),
        (" 一 ", "<text:s/>一<text:s/>"),
        ("一 \n 二", "一<text:s/><text:line-break/><text:s/>二"),
        ("一\u00a0二\u2011三", "一\u00a0二\u2011三"),
        (None, ""),
        (1200, "1200"),
        (Listing("一\n<二>"), "一<text:line-break/>&lt;二&gt;"),
    ],
)
def test_a_value_is_shown_as_it_is(value: object, printed: str):
    assert body(odt(paragraph("{{ 值 }}")), 值=value) == paragraph(printed)


def test_spaces_around_a_tag_are_kept_where_it_prints_nothing():
    filled = body(odt(paragraph("甲 {{ 值 }} 乙")), 值="")
    assert filled == paragraph("甲<text:s/><text:s/>乙")


@pytest.mark.parametrize(
    "cut",
    [
        '{<text:span text:style-name="T1">{ 值 </text:span>}}',
        '{{ 值 or<text:s text:c="3"/>"無" }}',
        '<text:span text:style-name="T1">{{ </text:span>值<text:span> }</text:span>}',
        "{{ <text:soft-page-break/>值 }}",
    ],
)
def test_a_tag_that_is_cut(cut: str):
    assert re.sub("<[^>]*>", "", body(odt(paragraph(cut)), 值="甲")) == "甲"


def test_what_is_fixed_stays_as_it_is():
    fixed = (
        '<text:h text:style-name="題" text:outline-level="1">甲<text:tab/>乙</text:h>'
        + paragraph(
            '第 <text:page-number text:select-page="current">1</text:page-number><text:s/>頁'
        )
        + '<text:list><text:list-item><text:p>丙<text:span text:style-name="T1">丁</text:span>'
        "</text:p></text:list-item></text:list>" + table(2, row("一", "二"), head=row("甲", "乙"))
    )
    filled = body(odt(fixed + paragraph("{{ 值 }}")), 值="")
    shown = fixed.replace("第 <", "第<text:s/><")
    assert filled == shown + paragraph("")


def test_a_row_is_repeated():
    template = odt(
        table(
            2,
            row("{%tr for 項 in 項目 %}", ""),
            row("{{ 項.名 }}", "{{ loop.index }}"),
            row("{%tr endfor %}", ""),
            head=row("名", "次"),
        )
    )
    filled = body(template, 項目=[{"名": "甲"}, {"名": "乙"}])
    assert filled == table(2, row("甲", "1"), row("乙", "2"), head=row("名", "次"))


def test_a_table_keeps_a_row():
    template = odt(
        table(2, row("{%tr for 項 in 項目 %}", ""), row("{{ 項 }}", ""), row("{%tr endfor %}", ""))
    )
    assert body(template, 項目=[]) == table(
        2, row("", "").replace("<text:p></text:p>", "<text:p/>")
    )


def test_an_item_of_a_list_is_repeated():
    items = [f"<text:list-item>{paragraph(text)}</text:list-item>" for text in ("甲", "乙")]
    tags = ("{%p for 項 in 項目 %}", "{{ 項 }}", "{%p endfor %}")
    template = "".join(f"<text:list-item>{paragraph(tag)}</text:list-item>" for tag in tags)
    filled = body(odt(f"<text:list>{template}</text:list>"), 項目=["甲", "乙"])
    assert filled == f"<text:list>{''.join(items)}</text:list>"


def test_a_list_that_a_loop_repeats_counts_on():
    def numbered(text: str, attributes: str) -> str:
        item = f"<text:list-item>{paragraph(text)}</text:list-item>"
        return f"<text:list{attributes}>{item}</text:list>"

    template = odt(
        paragraph("{%p for 項 in 項目 %}")
        + numbered("{{ 項 }}", ' text:style-name="L"')
        + paragraph("{%p endfor %}")
        + numbered("丁", ' xml:id="list0"').replace("<text:p>", '<text:p xml:id="p1">')
        + numbered("戊", ' text:continue-list="list0"')
    )
    filled = body(template, 項目=["甲", "乙", "丙"])
    name = re.search('xml:id="(jingjin-list[0-9]+)"', filled)
    assert name
    assert filled == "".join(
        (
            numbered("甲", f' text:style-name="L" xml:id="{name[1]}"'),
            numbered("乙", f' text:continue-list="{name[1]}" text:style-name="L"'),
            numbered("丙", f' text:continue-list="{name[1]}" text:style-name="L"'),
            numbered("丁", ' xml:id="list0"'),
            numbered("戊", ' text:continue-list="list0"'),
        )
    )


def test_cells_merge_downwards_as_often_as_the_loop_goes_round():
    template = odt(
        table(
            2,
            row("{%tr for 項 in 項目 %}", ""),
            row("{% vm %}費", "{{ 項 }}"),
            row("{%tr endfor %}", ""),
        )
    )
    filled = body(template, 項目=["甲", "乙", "丙"])
    assert filled.count('table:number-rows-spanned="3"') == 1
    assert filled.count("<table:covered-table-cell ") == 2
    assert filled.count("費") == 1
    assert "number-rows-spanned" not in body(template, 項目=["甲"])


def test_a_merged_cell_grows_with_the_rows_beside_it():
    first = row("期程", "次").replace("C1", 'C1" table:number-rows-spanned="4', 1)
    covered = "<table:table-row><table:covered-table-cell/>{}</table:table-row>"
    rows = [
        covered.format(
            f'<table:table-cell table:style-name="C1">{paragraph(text)}</table:table-cell>'
        )
        for text in ("{%tr for 次 in 場 %}", "{{ 次 }}", "{%tr endfor %}")
    ]
    filled = body(odt(table(2, first, *rows)), 場=[1, 2, 3, 4, 5])
    assert 'table:number-rows-spanned="6"' in filled
    assert filled.count("<table:covered-table-cell") == 5


def test_a_cell_takes_the_columns_and_the_colour_it_is_told():
    template = odt(table(3, row("{% colspan 寬 %}甲", "{% cellbg 色 %}乙"), row("一", "二", "三")))
    xml = part(compile_template(template).render({"寬": 2, "色": "FFFF00"}))
    assert 'table:number-columns-spanned="2"' in xml
    assert xml.count("<table:covered-table-cell/>") == 1
    assert 'fo:background-color="#FFFF00"' in xml
    assert 'table:style-name="C1.FFFF00"' in xml


def test_columns_are_as_many_as_cells():
    template = odt(table(3, row("{%tc for 名 in 名單 %}", "{{ 名 }}", "{%tc endfor %}")))
    filled = body(template, 名單=["甲", "乙", "丙", "丁"])
    assert filled.count("<table:table-column ") == 4
    assert body(template, 名單=["甲"]).count("<table:table-column ") == 1


def test_the_first_page_is_of_what_is_printed_first():
    template = odt(
        paragraph("{%p if 有 %}", "First")
        + paragraph("甲")
        + paragraph("{%p endif %}")
        + table(1, row("乙"))
    )
    for 有, family in ((True, "paragraph"), (False, "table")):
        xml = part(compile_template(template).render({"有": 有}))
        root = etree.fromstring(xml.encode())
        [style] = root.xpath(
            "//*[local-name()='style'][contains(@*[local-name()='name'], '.Cover')]"
        )
        assert style.xpath("string(@*[local-name()='family'])") == family
        assert style.xpath("string(@*[local-name()='master-page-name'])") == "Cover"


def test_headers_and_properties():
    filled = compile_template(odt("", header=paragraph("{{ 甲 }}"), title="{{ 乙 }}")).render(
        {"甲": "一  二", "乙": "題 & 名"}
    )
    assert '<text:p>一<text:s text:c="2"/>二</text:p>' in part(filled, "styles.xml")
    assert "<dc:title>題 &amp; 名</dc:title>" in part(filled, "meta.xml")


def test_rich_text_has_a_style_of_its_own():
    text = RichText("紅\n字", bold=True, color="FF0000", size=32)
    xml = part(compile_template(odt(paragraph("{{r 值 }}"))).render({"值": text}))
    found = re.search(r'<text:span text:style-name="(jingjin-\w+)">紅<text:line-break/>字', xml)
    assert found
    style = re.search(rf'<style:style style:name="{found[1]}".*?</style:style>', xml)
    assert style
    for said in ('fo:font-weight="bold"', 'fo:color="#FF0000"', 'fo:font-size="16pt"'):
        assert said in style[0]


def test_a_link():
    template = compile_template(odt(paragraph("{{r 值 }}")))
    address = template.build_url_id("https://www.hlc.edu.tw/?a=1&b=2")
    xml = part(template.render({"值": RichText("網站", url_id=address)}))
    assert 'xlink:href="https://www.hlc.edu.tw/?a=1&amp;b=2">網站</text:a>' in xml


def test_what_a_macro_prints_is_printed():
    tags = "{% macro 格(名) %}〔{{ 名 }}<text:tab/>〕{% endmacro %}{{ 格(值) }}"
    assert body(odt(paragraph(tags)), 值="甲  乙") == paragraph(
        '〔甲<text:s text:c="2"/>乙<text:tab/>〕'
    )


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), "red").save(file, "PNG")
    return file.getvalue()


def test_a_picture_is_in_the_file_and_in_its_list():
    template = compile_template(odt(table(1, row("{{ 照片 }}"))))
    filled = template.render({"照片": Picture(picture(), "紅色 & 方塊")})
    xml = part(filled)
    [href] = re.findall(r'xlink:href="(Pictures/\w+\.png)"', xml)
    assert 'svg:width="1.5728in" svg:height="1.1795in"' in xml  # all but 4 cm wide
    assert "<svg:desc>紅色 &amp; 方塊</svg:desc>" in xml
    assert f'manifest:full-path="{href}"' in part(filled, "META-INF/manifest.xml")
    with zipfile.ZipFile(BytesIO(filled)) as archive:
        assert archive.read(href) == picture()


def test_the_zip_is_that_of_an_odt():
    template = compile_template(odt(paragraph("{{ 值 }}")))
    filled = template.render({"值": "甲"})
    assert filled[30:38] == b"mimetype"
    assert filled[38:77] == b"application/vnd.oasis.opendocument.text"
    assert filled == template.render({"值": "甲"})
    with zipfile.ZipFile(BytesIO(filled)) as archive:
        assert archive.testzip() is None
        assert "Thumbnails/thumbnail.png" not in archive.namelist()


ROWS = (
    ("甲", "乙"),
    ("{%tr for 項 in 項目 %}", ""),
    ("{{ 項.名 }}", "{{ 沒有 }}"),
    ("{%tr endfor %}", ""),
)


def test_errors_name_the_place_as_in_a_docx():
    rows = (word.row(*(word.cell(word.par(text)) for text in cells)) for cells in ROWS)
    of_word = compile_template(word.docx(word.table(*rows)))
    open_document = compile_template(
        odt(table(2, *(row(*cells) for cells in ROWS[1:]), head=row(*ROWS[0])))
    )
    told = []
    for template in (of_word, open_document):
        with pytest.raises(FillError) as caught:
            template.render({"項目": [{}]})
        told.append([str(problem) for problem in caught.value.problems])
    assert told[0] == told[1]
    assert "表格 1 第 3 列第 1 欄" in told[1][0]


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        ("{{ 值", "沒有在同一格內結束"),
        ("｛｛ 值 ｝｝", "全形括號"),
        ("{% if 值 %}甲", "後面找不到它的 endif"),
        ("{{ 值|沒有 }}", "沒有「沒有」這個過濾器"),
        ("{校名}", "別的程式的標籤"),
    ],
)
def test_faulty_templates(tags: str, message: str):
    with pytest.raises(TemplateError, match=message):
        compile_template(odt(paragraph(tags)))


def test_what_only_word_has_is_refused():
    template = compile_template(odt(paragraph("{{ 值 }}")))
    with pytest.raises(FileProblemError, match=r"\.odt，子文件只有 \.docx 範本可以用"):
        template.new_subdoc()
    with pytest.raises(FileProblemError, match=r"是 \.odt，換圖片"):
        template.replacing({"校徽": picture()})

"""docxtpl itself is the oracle: what it renders, we render to the same text.

Every feature of its documentation that concerns text has a template here. Where we differ on
purpose, a test of its own says so.
"""

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, Listing, R, RichText, RichTextParagraph

from jingjin_forms.errors import FillError
from jingjin_forms.word import compile_template
from tests.helpers import W, docx_text, part_root, parts, structural_faults, table_texts
from tests.word.build import cell, docx, note_reference, par, row, run, saved, table

ROWS = [
    {"項目": "講師費", "單價": 2000, "數量": 6, "細目": ["外聘", "內聘"]},
    {"項目": "教材 & 印刷 <彩色>", "單價": 150, "數量": 30, "細目": []},
    {"項目": "雜支", "單價": 360, "數量": 1, "細目": ["文具"]},
]
DATA: dict[str, Any] = {
    "校名": "花蓮縣宜昌國小",
    "空": "",
    "項目們": ROWS,
    "是": True,
    "否": False,
    "數": 3,
    "色": "FFCC00",
    "欄": ["甲", "乙", "丙"],
    "人": {"姓名": "王小明", "電話": "03-8520209", "items": "x"},
    "符號": "國語 & 數學 < 60 > \"引\" '單'",
}
_TEXT_PARTS = ("document", "header", "footer", "footnotes")


def theirs(template: Path, data: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(template)
    document.render(dict(data), autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def ours(template: Path, data: Mapping[str, Any]) -> bytes:
    return compile_template(template).render(data)


def seen(content: bytes) -> dict[str, Any]:
    """All that must be equal: texts, tables, merged cells, colours, properties."""
    found: dict[str, Any] = {}
    for name in sorted(parts(content)):
        if name.startswith("word/") and name.removeprefix("word/").startswith(_TEXT_PARTS):
            root = part_root(content, name)
            found[name] = {
                "paragraphs": docx_text(content, name),
                "tables": table_texts(content, name),
                "spans": [e.get(f"{W}val") for e in root.iter(f"{W}gridSpan")],
                "merges": [e.get(f"{W}val") for e in root.iter(f"{W}vMerge")],
                "colours": [e.get(f"{W}fill") for e in root.iter(f"{W}shd")],
                # docxtpl fits the grid to the rows in the document only.
                "columns": [len(grid) for grid in root.iter(f"{W}tblGrid") if "doc" in name],
            }
    properties = Document(BytesIO(content)).core_properties
    names = ("author", "comments", "identifier", "language", "subject", "title")
    found["core"] = {name: getattr(properties, name) for name in names}
    return found


def assert_same(
    folder: Path, *body: str, data: Mapping[str, Any] | None = None, **rest: Any
) -> bytes:
    """Our text is docxtpl's, and our file is sound."""
    rest.setdefault("core", {"dc:title": "表", "cp:version": "1"})
    template = saved(folder, docx(*body, **rest))
    mine = ours(template, DATA if data is None else data)
    assert seen(mine) == seen(theirs(template, DATA if data is None else data))
    shows_braces = any("raw" in b or "{_" in b for b in body)
    assert [f for f in structural_faults(mine) if not (shows_braces and "left over" in f)] == []
    return mine


def loop(*rows: str, over: str = "項 in 項目們") -> str:
    return table(
        row("表頭", ""), row(f"{{%tr for {over} %}}", ""), *rows, row("{%tr endfor %}", "")
    )


PARAGRAPHS = {
    "variable": ["校名：{{ 校名 }} 結束"],
    "several": ["{{ 校名 }}{{ 校名 }} {{ 數 }}，{{ 人.姓名 }}（{{ 人['電話'] }}）"],
    "without blanks": ["{{校名}}|{{人.姓名}}"],
    "special characters": ["{{ 符號 }}"],
    "constants": [
        "{{ '甲＆&lt;乙&gt;'|replace('x', '') }} {{ 1 + 2 }} {{ 'a' ~ 數 }} {{ \"雙\" }}"
    ],
    "empty": ["甲{{ 空 }}乙", "{{ 空 }}"],
    "inline condition": ["甲{% if 是 %} 真 {% else %} 假 {% endif %}乙"],
    "elif": ["{% if 數 == 1 %}一{% elif 數 == 3 %}三{% else %}其他{% endif %}"],
    "comparison": ["{% if 數 &gt; 2 and 數 != 4 %}對{% endif %}{% if not 否 %}也對{% endif %}"],
    "escaped comparison": ["{% if 數 &gt; 2 %}大{% endif %}{% if 數 &lt; 2 %}小{% endif %}"],
    "inline loop": ["{% for 項 in 項目們 %}{{ loop.index }}.{{ 項.項目 }}；{% endfor %}"],
    "loop variables": [
        "{% for c in 欄 %}{{ c }}{% if not loop.last %}、{% endif %}{{ loop.length }}{% endfor %}"
    ],
    "loop else": ["{% for c in [] %}x{% else %}沒有{% endfor %}"],
    "loop filter": ["{% for 項 in 項目們 if 項.單價 > 200 %}{{ 項.項目 }}{% endfor %}"],
    "nested loops": [
        "{% for 項 in 項目們 %}{{ 項.項目 }}"
        "({% for d in 項.細目 %}{{ d }} {% endfor %}){% endfor %}"
    ],
    "set": ["{% set a = 數 * 2 %}共 {{ a }}", "{{ a }}"],
    "block set": ["{% set a %}甲{{ 符號 }}乙{% endset %}[{{ a }}][{{ a }}]"],
    "namespace": [
        "{% set n = namespace(和=0) %}{% for 項 in 項目們 %}{% set n.和 = n.和 + 項.單價 %}"
        "{% endfor %}{{ n.和 }}"
    ],
    "macro": [
        "{% macro 括(x, y='預') %}（{{ x }}｜{{ y }}）{% endmacro %}"
        "{{ 括(校名) }}{{ 括(符號, '&lt;') }}"
    ],
    "call": ["{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}內{{ 數 }}{% endcall %}"],
    "filters": [
        "{{ 校名|length }} {{ 欄|join('、') }} {{ 'abc'|upper }} {{ 空|default('無', true) }} "
        "{{ 符號|e }} {{ 欄|first }} {{ 項目們|map(attribute='項目')|join('/') }} "
        "{{ 項目們|sum(attribute='單價') }} {{ '%05d'|format(數) }}"
    ],
    "methods": [
        "{{ 校名.replace('國小', '國中') }} {{ ' x '.strip() }} {{ '{:,}'.format(12345) }}"
    ],
    "tests": ["{{ '有' if 沒給 is defined else '無' }}{% if 數 is odd %}單{% endif %}"],
    "with": ["{% with a = 數 %}{{ a }}{% endwith %}"],
    "filter block": ["甲{% filter upper %}abc{{ 校名 }}{% endfilter %}乙"],
    "range": ["{% for i in range(3) %}{{ i }}{% endfor %}"],
    "cycler": ["{% set c = cycler('甲', '乙') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}"],
    "joiner": ["{% set j = joiner('、') %}{% for c in 欄 %}{{ j() }}{{ c }}{% endfor %}"],
    "recursive loop": [
        "{% for x in [[1, [2]], [3]] recursive %}<{% if x is iterable %}{{ loop(x) }}"
        "{% else %}{{ x }}{% endif %}{% endfor %}".replace("<", "(")
    ],
    "comments": ["甲{# 說明 #}乙", "{#p 整段說明 #}", "尾"],
    "raw": ["{% raw %}{{ 校名 }} {% if %}{% endraw %}完"],
    "escapes": ["{_{ 校名 }_} {_% if %_} {{ 校名 }}"],
    "smart quotes": ["{{ 人[‘姓名’] }}{% if 校名 == “花蓮縣宜昌國小” %}對{% endif %}"],
    "white space control": ["甲   {{- 校名 -}}   乙 {{ 校名 }} 丙"],
    "conditional paragraphs": ["前", "{%p if 是 %}", "中 {{ 校名 }}", "{%p endif %}", "後"],
    "left out paragraphs": ["前", "{%p if 否 %}", "中", "{%p else %}", "反", "{%p endif %}", "後"],
    "paragraph loop": [
        "{%p for 項 in 項目們 %}",
        "{{ loop.index }} {{ 項.項目 }}",
        "{%p endfor %}",
    ],
    "over paragraphs": ["甲{% if 否 %}乙", "丙", "丁{% endif %}戊"],
    "merged with the lines around": [
        "我家在",
        "{%- if 是 -%}",
        "\u00a0市區\u00a0",
        "{%- else -%}",
        "鄉下",
        "{%- endif -%}",
        "，很好",
    ],
    "arithmetic": ["{{ 數 * 2 ** 3 }} {{ 7 // 2 }} {{ 7 % 4 }} {{ -數 }} {{ 'ab' * 2 }}"],
    "decimal numbers": ["{{ 十進 }}"],
    "unicode": ["{{ 罕 }} 𠮷野家 ｛單｝ （％）"],
    "full-width blanks in a tag": ["{{\u3000校名\u3000}}"],
}


@pytest.mark.parametrize("texts", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_language(tmp_path: Path, texts: list[str]) -> None:
    data = DATA | {"十進": Decimal("12.50"), "罕": "𠮷😀é"}
    mine = assert_same(tmp_path, *map(par, texts), data=data)
    assert any(docx_text(mine))
    # The same in a cell, a header and a footnote.
    assert_same(
        tmp_path,
        table(row(cell(*map(par, texts)), "鄰")),
        par("正文", "") + par("", note_reference()[:0]),
        data=data,
        header="".join(map(par, texts)),
        footer=table(row(cell(*map(par, texts)), "鄰")) + par(),
        footnote="".join(map(par, texts)),
    )


@pytest.mark.parametrize(
    "pieces",
    [
        ["{{", " 校名 ", "}}"],
        ["{", "{ 校名 }", "}"],
        ["校{{ 校", "名 }}完"],
        ["{", "%", " if 是 %}對{", "% endif ", "%", "}"],
        ["{% if ", "是", " %}", "對", "{% endif %}"],
        ["{", "# 說明 #", "}", "後"],
        ["前{{ 人.", "姓名", " }}", "後"],
    ],
)
def test_tags_split_over_runs(tmp_path: Path, pieces: list[str]) -> None:
    assert_same(tmp_path, par(*pieces))
    bold = "<w:rPr><w:b/></w:rPr>"
    styled = "".join(run(piece, bold if i % 2 else "") for i, piece in enumerate(pieces))
    assert_same(tmp_path, f"<w:p>{styled}</w:p>")
    proof = '<w:proofErr w:type="spellStart"/>'.join(map(run, pieces))
    assert_same(tmp_path, f"<w:p>{proof}</w:p>")


def test_paragraph_tag_split_over_runs(tmp_path: Path) -> None:
    assert_same(
        tmp_path, par("{", "%p if ", "否 %", "}"), par("無"), par("{%p ", "endif %}"), par("後")
    )
    assert_same(
        tmp_path, loop(row(cell(par("{{ 項", ".項目 }}")), cell(par("{", "{ loop.index }}"))))
    )


TABLES = {
    "row loop": loop(row("{{ 項.項目 }}", "{{ 項.單價 }}")),
    "two rows a turn": loop(row("{{ 項.項目 }}", "甲"), row("{{ loop.index0 }}", "乙")),
    "row condition": table(
        row("{%tr if 否 %}", ""), row("無", ""), row("{%tr else %}", ""), row("有", "{{ 數 }}"),
        row("{%tr endif %}", ""),
    ),
    "nested row loops": loop(
        row("{{ 項.項目 }}", ""),
        row("{%tr for d in 項.細目 %}", ""),
        row("", "{{ d }} {{ loop.index }}"),
        row("{%tr endfor %}", ""),
    ),
    "condition in a loop": loop(
        row("{%tr if 項.單價 > 200 %}", ""), row("{{ 項.項目 }}", ""), row("{%tr endif %}", "")
    ),
    "column loop": table(
        row("頭", "{%tc for c in 欄 %}", "{{ c }}", "{%tc endfor %}"), columns=4
    ),
    "column condition": table(
        row("頭", "{%tc if 否 %}", "無", "{%tc endif %}"),
        row("頭", "{%tc if 否 %}", "無", "{%tc endif %}"),
        columns=4,
    ),
    "row comment": table(row("甲", "乙"), row("{#tr 說明 #}", "")),
    "cell comment": table(row("甲", "{#tc 說明 #}", "乙"), columns=3),
    "paragraph comment in a cell": table(row(cell("甲", "{#p 說明 #}", "乙"), "丙")),
    "colour": loop(row(cell("{% cellbg 色 %}{{ 項.項目 }}"), "白")),
    "colour by condition": loop(
        row("{% cellbg 'FF0000' if 項.單價 > 200 else '00FF00' %}{{ 項.項目 }}", "白")
    ),
    "colour of a cell that has one": table(
        row(cell("{% cellbg 色 %}甲", properties='<w:shd w:val="clear" w:fill="00FF00"/>'), "乙")
    ),
    "span": table(
        row("{% colspan 欄|length %}合", "尾"), row("一", "二", "三", "四"), columns=4
    ),
    "span in a loop": table(
        row("一", "二", "三"),
        row("{%tr for n in [1, 2] %}", "", ""),
        row("{% colspan n %}{{ n }}", "尾"),
        row("{%tr endfor %}", "", ""),
        columns=3,
    ),
    "vertical merge": loop(row("{% vm %}同{{ 校名 }}", "{{ 項.項目 }}")),
    "horizontal merge": table(
        row("{%tc for c in 欄 %}", "{% hm %}合 {{ 校名 }}", "{%tc endfor %}"),
        row("{%tc for c in 欄 %}", "{{ c }}", "{%tc endfor %}"),
        columns=3,
    ),
    "horizontal merge of a wide cell": table(
        row(
            "{%tc for c in 欄 %}",
            cell("{% hm %}合", properties='<w:gridSpan w:val="2"/>'),
            "{%tc endfor %}",
        ),
        row("{%tc for c in 欄 %}", "{{ c }}", "b", "{%tc endfor %}"),
        columns=6,
    ),
    "paragraph loop in a cell": table(
        row(cell("{%p for c in 欄 %}", "{{ c }}", "{%p endfor %}"), "鄰")
    ),
    "nested table": loop(
        row(
            cell(
                "{{ 項.項目 }}",
                table(row("{%tr for d in 項.細目 %}"), row("{{ d }}"), row("{%tr endfor %}"),
                      row("小計"), columns=1),
                par("後 {{ loop.index }}"),
            ),
            "鄰",
        )
    ),
    "two tables": loop(row("{{ 項.項目 }}", "")) + par("隔") + loop(row("{{ 項.單價 }}", "")),
}  # fmt: skip


@pytest.mark.parametrize("body", TABLES.values(), ids=TABLES)
def test_tables(tmp_path: Path, body: str) -> None:
    assert_same(tmp_path, body, par("{{ 校名 }}"))
    assert_same(tmp_path, par("正文"), header=body + par("{{ 校名 }}"), footer=body + par())


@pytest.mark.parametrize(
    "value",
    [
        RichText("粗", bold=True),
        RichText("甲 & <乙>", color="FF0000", size=28, font="eastAsia:標楷體"),
        R("一\n二\t三"),
        R("一\a二"),
        R("一\f二"),
    ],
    ids=["bold", "escaped", "lines", "paragraphs", "page break"],
)
def test_rich_text(tmp_path: Path, value: RichText) -> None:
    value.add("，再", italic=True)
    assert_same(tmp_path, par("前{{r 富 }}後"), par("尾"), data={"富": value})
    assert_same(tmp_path, table(row("{{r 富 }}", "鄰")), data={"富": value})
    assert_same(tmp_path, par("x"), data={"富": value}, header=par("{{r 富 }}"))


def test_run_tags(tmp_path: Path) -> None:
    body = f"<w:p>{run('前')}{run('{%r if 否 %}')}{run('中')}{run('{%r endif %}')}{run('後')}</w:p>"
    assert_same(tmp_path, body)


def test_rich_paragraphs(tmp_path: Path) -> None:
    value = RichTextParagraph("甲")
    value.add(RichText("乙", bold=True))
    assert_same(tmp_path, par("前"), par("{{p 富 }}"), par("後"), data={"富": value})


@pytest.mark.parametrize("text", ["甲\n乙", "甲\t乙", "甲\a乙", "甲\f乙", "甲 <&> \n\a\t乙", ""])
def test_listing(tmp_path: Path, text: str) -> None:
    data = {"單": Listing(text), "校名": "x"}
    assert_same(tmp_path, par("前{{ 單 }}後"), par("{{ 校名 }}"), data=data)
    assert_same(tmp_path, table(row("{{ 單 }}", "鄰")), par(), data=data, footer=par("{{ 單 }}"))


@pytest.mark.parametrize("text", ["甲\n乙", "甲\t乙", "\n", "甲\n\n乙\n", "\t\t甲"])
def test_line_breaks_and_tabs_of_plain_text(tmp_path: Path, text: str) -> None:
    assert_same(tmp_path, par("前{{ 值 }}後"), table(row("{{ 值 }}", "")), par(), data={"值": text})


def test_safe_markup(tmp_path: Path) -> None:
    assert_same(tmp_path, par("{{ '甲 &amp; 乙'|safe }}"))


def test_macros_of_paragraphs_and_rows(tmp_path: Path) -> None:
    assert_same(
        tmp_path,
        par("{%p macro 段(x) %}"),
        par("《{{ x }}》"),
        par("{%p endmacro %}"),
        par("{{p 段('一') }}"),
        par("{{p 段(符號) }}"),
    )


def test_header_footer_footnote_and_properties(tmp_path: Path) -> None:
    body = par("正文 {{ 校名 }}")
    mine = assert_same(
        tmp_path,
        body.replace("</w:p>", note_reference() + "</w:p>"),
        header=par("頁首 {{ 校名 }} {{ 符號 }}"),
        footer=par("{% for c in 欄 %}{{ c }}{% endfor %}"),
        footnote=par("註 {{ 符號 }}"),
        core={
            "dc:title": "{{ 校名 }}經費",
            "dc:creator": "{{ 人.姓名 }}",
            "dc:subject": "{% if 是 %}甲{% endif %}",
            "dc:description": "{{ 數 }}",
            "dc:language": "zh-TW",
        },
    )
    assert Document(BytesIO(mine)).core_properties.author == "王小明"


CONTENT_CONTROL = (
    "<w:sdt><w:sdtPr><w14:checkbox>"
    '<w14:checked w14:val="{{% if {0} %}}1{{% else %}}0{{% endif %}}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{{% if {0} %}}☒{{% else %}}☐{{% endif %}}</w:t></w:r></w:sdtContent>"
    "</w:sdt>"
)  # fmt: skip
TEXT_BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s" style="width:9pt">'
    "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>{}</w:p>"
)


def test_content_controls(tmp_path: Path) -> None:
    yes, no = CONTENT_CONTROL.format("是"), CONTENT_CONTROL.format("否")
    mine = assert_same(tmp_path, f"<w:p>{yes}{run(' 是 ')}{no}</w:p>")
    checked = part_root(mine).iter("{*}checked")
    assert [next(iter(e.attrib.values())) for e in checked] == ["1", "0"]
    block = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert_same(tmp_path, block.format(par("{{ 校名 }}")), par("後"))
    assert_same(
        tmp_path,
        block.format(par("{%p for c in 欄 %}") + par("{{ c }}") + par("{%p endfor %}")),
        par("後"),
    )


def test_hyperlinks_and_text_boxes(tmp_path: Path) -> None:
    link = '<w:p><w:hyperlink r:id="rIdLink">{}</w:hyperlink>{}</w:p>'
    links = {"rIdLink": "https://example.org/"}
    assert_same(tmp_path, link.format(run("{{ 校名 }}"), run("{{ 符號 }}")), links=links)
    assert_same(tmp_path, TEXT_BOX.format(par("盒 {{ 校名 }}"), run("外 {{ 符號 }}")))
    inside = par("{%p if 否 %}") + par("無") + par("{%p endif %}") + par("有 {{ 數 }}")
    assert_same(tmp_path, TEXT_BOX.format(inside, run("外")))


def test_template_of_python_docx(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title = "{{ 校名 }}"
    document.add_heading("{{ 校名 }}", 1)
    document.add_paragraph("{{ 符號 }}", style="List Bullet")
    grid = document.add_table(rows=4, cols=3)
    texts = (("項目", "單價", "數量"), ("{%tr for 項 in 項目們 %}", "", ""),
             ("{{ 項.項目 }}", "{{ 項.單價 }}", "{{ 項.數量 }}"),
             ("{%tr endfor %}", "", ""))  # fmt: skip
    for line, values in zip(grid.rows, texts, strict=True):
        for box, value in zip(line.cells, values, strict=True):
            box.text = value
    document.sections[0].header.paragraphs[0].text = "{{ 校名 }}"
    path = tmp_path / "python-docx.docx"
    document.save(path)
    assert seen(ours(path, DATA)) == seen(theirs(path, DATA))


# What we do differently, on purpose.


def only_text(folder: Path, text: str, **data: Any) -> str:
    return docx_text(ours(saved(folder, docx(par(text))), data))[0]


def their_text(folder: Path, text: str, **data: Any) -> str:
    return docx_text(theirs(saved(folder, docx(par(text)), "their.docx"), data))[0]


def test_missing_value_is_an_error_not_a_blank(tmp_path: Path) -> None:
    assert their_text(tmp_path, "甲{{ 沒給 }}乙") == "甲乙"
    with pytest.raises(FillError, match="資料裡沒有「沒給」"):
        only_text(tmp_path, "甲{{ 沒給 }}乙")


def test_none_is_blank_not_a_word(tmp_path: Path) -> None:
    assert their_text(tmp_path, "甲{{ 值 }}乙", 值=None) == "甲None乙"
    assert only_text(tmp_path, "甲{{ 值 }}乙", 值=None) == "甲乙"


@pytest.mark.parametrize("value", [15000.0, True, [1], {"甲": 1}, {1}, (1,), b"x"])
def test_what_is_no_text_is_refused(tmp_path: Path, value: object) -> None:
    assert their_text(tmp_path, "{{ 值 }}", 值=value) == str(value)
    with pytest.raises(FillError, match=r"第 1 段 的 \{\{ 值 \}\}"):
        only_text(tmp_path, "{{ 值 }}", 值=value)


def test_windows_line_end_is_one_break_and_no_blank(tmp_path: Path) -> None:
    assert their_text(tmp_path, "{{ 值 }}", 值="甲\r\n乙") == "甲 \n乙"
    assert only_text(tmp_path, "{{ 值 }}", 值="甲\r\n乙") == "甲\n乙"


def test_vertical_tab_is_a_line_break_not_lost(tmp_path: Path) -> None:
    assert their_text(tmp_path, "{{ 值 }}", 值="甲\x0b乙") == "甲乙"
    assert only_text(tmp_path, "{{ 值 }}", 值="甲\x0b乙") == "甲\n乙"


def test_bell_and_form_feed_in_plain_text_are_refused(tmp_path: Path) -> None:
    assert their_text(tmp_path, "{{ 值 }}", 值="甲\a乙") == "甲"  # 乙 is in a new paragraph
    with pytest.raises(FillError, match=r"U\+0007"):
        only_text(tmp_path, "{{ 值 }}", 值="甲\a乙")


def test_escaped_braces_in_values_are_shown_as_typed(tmp_path: Path) -> None:
    assert their_text(tmp_path, "{{ 值 }}", 值="{_{ x }_}") == "{{ x }}"
    assert only_text(tmp_path, "{{ 值 }}", 值="{_{ x }_}") == "{_{ x }_}"


def test_escapes_are_read_in_a_template_without_tags(tmp_path: Path) -> None:
    assert (
        only_text(tmp_path, "{_{ 校名 }_}") == "{{ 校名 }}" == their_text(tmp_path, "{_{ 校名 }_}")
    )


def test_properties_are_not_escaped_twice(tmp_path: Path) -> None:
    template = saved(tmp_path, docx(par("x"), core={"dc:title": "{{ 值 }}"}))
    mine, other = (render(template, {"值": "國語 & 數學"}) for render in (ours, theirs))
    assert Document(BytesIO(other)).core_properties.title == "國語 &amp; 數學"
    assert Document(BytesIO(mine)).core_properties.title == "國語 & 數學"


def test_keywords_are_rendered_too(tmp_path: Path) -> None:
    template = saved(tmp_path, docx(par("x"), core={"cp:keywords": "{{ 詞 }}"}))
    mine, other = ours(template, {"詞": "研習"}), theirs(template, {"詞": "研習"})
    assert "{{ 詞 }}" in parts(other)["docProps/core.xml"].decode()
    assert ">研習<" in parts(mine)["docProps/core.xml"].decode()


def test_templates_cannot_change_the_facts(tmp_path: Path) -> None:
    facts = [1]
    assert their_text(tmp_path, "{% set _ = 值.append(2) %}{{ 值|length }}", 值=list(facts)) == "2"
    with pytest.raises(FillError, match="不准使用"):
        only_text(tmp_path, "{% set _ = 值.append(2) %}{{ 值|length }}", 值=facts)
    assert facts == [1]


def test_plain_text_in_a_paragraph_tag_gets_a_paragraph(tmp_path: Path) -> None:
    template = saved(tmp_path, docx(par("{{p 值 }}"), par("{{r 值 }}")))
    mine = ours(template, {"值": "甲 & 乙"})
    assert docx_text(mine) == ["甲 & 乙", "甲 & 乙"]
    assert structural_faults(mine) == []

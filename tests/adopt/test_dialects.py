"""Templates for other programs are translated into our tags, and what cannot be is listed."""

from pathlib import Path

import pytest

from jingjin_forms.arriving.foreign import our_name, unknown_tags
from jingjin_forms.arriving.translating import Translation, translated
from jingjin_forms.word import compile_template
from tests.helpers import W, docx_text, part_root, parts, structural_faults, table_texts
from tests.word.build import cell, docx, par, row, run, saved, table, zipped


def of(*body: str, **rest: str) -> Translation:
    return translated(parts(docx(*body, **rest)))


def texts(translation: Translation) -> list[str]:
    return docx_text(zipped(translation.parts))


def told(translation: Translation) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change in translation.changes]


def filled(folder: Path, translation: Translation, **data: object) -> bytes:
    """The template filled; the printed rows of a list are the business of another test."""
    document = translation.parts["word/document.xml"].replace("|列數(1)".encode(), b"")
    content = zipped(translation.parts | {"word/document.xml": document})
    made = compile_template(saved(folder, content)).render(data)
    assert structural_faults(made) == []
    return made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("${學校}", "{{ 學校 }}"),
        ("{school}", "{{ school }}"),
        ("{聯絡人.電話}", "{{ 聯絡人.電話 }}"),
        ("«姓名»", "{{ 姓名 }}"),
        ("#name#", "{{ name }}"),
        ("«申請 單位»", "{{ 申請_單位 }}"),
        ("«113學年度»", "{{ 欄113學年度 }}"),
        ("{class}", "{{ class_ }}"),
        ("{loop}", "{{ loop_ }}"),
    ],
)
def test_each_dialect(tmp_path: Path, before: str, after: str) -> None:
    translation = of(par(f"填：{before}。"))
    assert texts(translation) == [f"填：{after}。"]
    assert told(translation) == [(before, after)]
    assert str(translation.changes[0].place) == "本文 第 1 段"
    assert translation.left == ()
    name = after.strip("{} ").partition(".")[0]
    data = {"電話": "值"} if "." in after else "值"
    assert docx_text(filled(tmp_path, translation, **{name: data})) == ["填：值。"]


@pytest.mark.parametrize(
    "text", ["單位：{元}", "{ 姓名 }", "第#1#號", "{請 填寫}", "{{ 姓名 }}與{x}", "C#與F#", "a{1}"]
)
def test_what_is_no_tag_stays(text: str) -> None:
    content = parts(docx(par(text)))
    translation = translated(content)
    assert translation.parts == content
    assert (translation.changes, translation.left) == ((), ())


def test_tags_that_word_has_split(tmp_path: Path) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    body = f"<w:p>{run('校：$')}{run('{學', bold)}{run('校')}{run('}，{sch')}{run('ool}')}</w:p>"
    translation = of(body)
    assert texts(translation) == ["校：{{ 學校 }}，{{ school }}"]
    runs = [t.text or "" for t in part_root(zipped(translation.parts)).iter(f"{W}t")]
    assert runs == ["校：{{ 學校 }}", "", "", "，{{ school }}", ""]


def test_a_renamed_tag_is_said() -> None:
    [change] = of(par("«申請 單位»")).changes
    assert change.note == "「申請 單位」不能當標籤的名字，改名了。"


def test_a_row_is_a_list(tmp_path: Path) -> None:
    translation = of(
        table(row("姓名", "金額"), row("{#rows}{name}", "{amount}元{/rows}"), row("計", "{total}"))
    )
    made = table_texts(zipped(translation.parts))[0]
    assert made == [
        ["姓名", "金額"],
        ["{%tr for 列 in rows|列數(1) %}", ""],
        ["{{ 列.name }}", "{{ 列.amount }}元"],
        ["{%tr endfor %}", ""],
        ["計", "{{ total }}"],
    ]
    assert told(translation)[0] == ("{#rows}", "{%tr for 列 in rows|列數(1) %}")
    rows = [{"name": "甲", "amount": "1"}, {"name": "乙", "amount": "2"}]
    page = filled(tmp_path, translation, rows=rows, total="3")
    assert table_texts(page)[0][1:] == [["甲", "1元"], ["乙", "2元"], ["計", "3"]]


def test_a_list_of_two_rows_each(tmp_path: Path) -> None:
    translation = of(table(row("{#人}{姓名}", "一"), row("{電話}", "二{/人}")))
    page = filled(tmp_path, translation, 人=[{"姓名": "甲", "電話": "1"}] * 2)
    assert table_texts(page)[0] == [["甲", "一"], ["1", "二"]] * 2


def test_two_lists_in_one_row_are_not_both_translated(tmp_path: Path) -> None:
    across = table(row("{#a}{x}", "{/a}{#b}{y}"), row("{z}", "{/b}"))
    translation = of(across)
    assert [change.before for change in translation.left] == ["{#b}", "{/b}"]
    cells = [cell for row in table_texts(zipped(translation.parts))[0] for cell in row if cell]
    assert cells[:3] == ["{%tr for 列 in a|列數(1) %}", "{{ 列.x }}", "{#b}{{ y }}"]


def test_the_rows_of_a_list_are_not_merged_with_others() -> None:
    first = cell("類", properties='<w:vMerge w:val="restart"/>')
    second = cell("{#x}", properties="<w:vMerge/>")
    translation = of(table(row(first, "甲"), row(second, "{a}{/x}")))
    assert translation.parts["word/document.xml"].count(b"<w:vMerge/>") == 1
    assert len(table_texts(zipped(translation.parts))[0]) == 4


def test_a_list_in_the_only_cell_of_a_row(tmp_path: Path) -> None:
    translation = of(table(row("{#x}{a}{/x}"), columns=1))
    page = filled(tmp_path, translation, x=[{"a": "1"}, {"a": "2"}])
    assert table_texts(page)[0] == [["1"], ["2"]]


def test_a_list_within_a_line(tmp_path: Path) -> None:
    translation = of(par("參加：{#people}{name}、{/people}共"))
    assert texts(translation) == ["參加：{% for 列 in people %}{{ 列.name }}、{% endfor %}共"]
    assert translation.changes[0].note == "當成重複的清單，請看對不對。"
    page = filled(tmp_path, translation, people=[{"name": "甲"}, {"name": "乙"}])
    assert docx_text(page) == ["參加：甲、乙、共"]


def test_a_list_of_plain_texts(tmp_path: Path) -> None:
    translation = of(table(row("{#items}", "x{/items}")), par("«TableStart:甲»«乙»«TableEnd:甲»"))
    assert "{%tr if items %}" in texts(translation)
    assert "{% for 列 in 甲 %}{{ 列.乙 }}{% endfor %}" in texts(translation)


def test_lists_within_lists(tmp_path: Path) -> None:
    translation = of(
        par("{#a}"), par("{x}：{#b}{y}（{#c}有{/c}）{/b}"), par("{/a}"), par("{x}")
    )  # fmt: skip
    assert texts(translation)[1:2] == [
        "{{ 列.x }}：{% for 列2 in 列.b %}{{ 列2.y }}（{% if 列2.c %}有{% endif %}）{% endfor %}"
    ]
    page = filled(tmp_path, translation, x="外", a=[{"x": "1", "b": [{"y": "2", "c": True}]}])
    assert docx_text(page) == ["1：2（有）", "外"]


def test_conditions(tmp_path: Path) -> None:
    translation = of(par("{#has}有{/has}{^has}無{/}"), par("{#note}備註：{note}{/note}"))
    assert texts(translation) == [
        "{% if has %}有{% endif %}{% if not has %}無{% endif %}",
        "{% if note %}備註：{{ note }}{% endif %}",
    ]
    assert docx_text(filled(tmp_path, translation, has=False, note="甲")) == ["無", "備註：甲"]


def test_conditions_around_paragraphs(tmp_path: Path) -> None:
    translation = of(par("{#has}開頭"), par("中間"), par("結尾{/has}"), par("後"))
    assert texts(translation) == [
        "{%p if has %}", "開頭", "中間", "結尾", "{%p endif %}", "後",
    ]  # fmt: skip
    assert docx_text(filled(tmp_path, translation, has=False)) == ["後"]


@pytest.mark.parametrize(
    ("body", "typed", "why"),
    [
        (par("{#a}甲"), "{#a}", "後面沒有"),
        (par("甲{/a}"), "{/a}", "前面沒有"),
        (par("前{#a}甲") + par("乙{/a}"), "{#a}", "不在同一列"),
        (par("{@raw}"), "{@raw}", "沒有相當"),
        (par("{price | money}"), "{price | money}", "沒有相當"),
        (par("${a+b}"), "${a+b}", "沒有相當"),
    ],
)
def test_what_cannot_be_translated(body: str, typed: str, why: str) -> None:
    content = parts(docx(body))
    translation = translated(content)
    assert translation.parts == content
    assert translation.changes == ()
    assert translation.left[0].before == typed
    assert why in translation.left[0].note
    assert str(translation.left[0].place) == "本文 第 1 段"


def merge_field(*code: str, shown: str = "«x»", inside: str = "") -> str:
    """A merge field as Word writes it: its code can be split."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    codes = "".join(f'<w:r><w:instrText xml:space="preserve">{c}</w:instrText></w:r>' for c in code)
    result = run(shown, "<w:rPr><w:b/></w:rPr>")
    return (
        mark.format("begin")
        + codes
        + inside
        + mark.format("separate")
        + result
        + mark.format("end")
    )


def test_merge_fields(tmp_path: Path) -> None:
    field = merge_field(" MERGE", 'FIELD  "申請單位" \\* MERGEFORMAT ', shown="花蓮縣政府")
    simple = '<w:fldSimple w:instr=" MERGEFIELD 日期 ">' + run("«日期»") + "</w:fldSimple>"
    translation = of(f"<w:p>{run('甲')}{field}{run('乙')}</w:p>", f"<w:p>{simple}</w:p>")
    assert texts(translation) == ["甲{{ 申請單位 }}乙", "{{ 日期 }}"]
    document = translation.parts["word/document.xml"]
    assert b"fldChar" not in document
    assert b"fldSimple" not in document
    assert b"<w:rPr><w:b/></w:rPr><w:t" in document
    page = filled(tmp_path, translation, 申請單位="校", 日期="日")
    assert docx_text(page) == ["甲校乙", "日"]


def test_a_field_within_a_field_is_left() -> None:
    body = merge_field(" MERGEFIELD x ", inside=merge_field(" PAGE "))
    content = parts(docx(f"<w:p>{body}</w:p>"))
    translation = translated(content)
    assert [change.before for change in translation.left] == ["MERGEFIELD x"]
    assert b"instrText" in translation.parts["word/document.xml"]


def test_conditions_of_word_are_left(tmp_path: Path) -> None:
    inner = merge_field(" MERGEFIELD 性別 ")
    translation = of(f"<w:p>{merge_field(' IF ', inside=inner, shown='先生')}</w:p>", par("{x}"))
    assert [change.before for change in translation.left] == ["IF"]
    assert b"fldChar" in translation.parts["word/document.xml"]
    page = parts(docx(f"<w:p>{merge_field(' PAGE ', shown='1')}</w:p>"))
    assert translated(page).parts == page


def test_headers_and_the_list_of_addresses() -> None:
    content = parts(docx(par("x"), header=par("«頁首»"), footer=par("不動")))
    settings = "word/settings.xml"
    merge = b'<w:mailMerge><w:dataSource r:id="rId9"/></w:mailMerge>'
    content[settings] = content[settings].replace(b"</w:settings>", merge + b"</w:settings>")
    translation = translated(content)
    changed = {name for name in content if content[name] != translation.parts[name]}
    assert changed == {"word/header1.xml", settings}
    assert b"mailMerge" not in translation.parts[settings]
    assert str(translation.changes[0].place) == "頁首 1 第 1 段"


def test_text_boxes_that_are_stored_twice() -> None:
    box = "<w:txbxContent>" + par("{name}") + "</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}"
    body = f"<w:p><w:r>{twice}</mc:Fallback></mc:AlternateContent></w:r>{run('{x}')}</w:p>"
    translation = of(body)
    assert texts(translation).count("{{ name }}") == 2
    assert sorted(told(translation)) == [("{name}", "{{ name }}"), ("{x}", "{{ x }}")]


def test_names() -> None:
    assert our_name("備註(元)") == "備註_元"
    assert our_name("單位：全銜.電話") == "單位_全銜.電話"
    assert our_name("（）") == "欄"
    assert unknown_tags("{a.b} {元} {甲 乙} {%raw} {f(x)}") == ["{%raw}", "{f(x)}"]

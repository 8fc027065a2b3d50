"""docxtpl's value objects: RichText, Listing, InlineImage, Subdoc print what they print there.

Where docxtpl itself loses the content (no `r`, no `p`), its rendering with the right tag is what
ours must equal.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Inches, Mm
from docxtpl import (
    DocxTemplate,
    InlineImage,
    Listing,
    RichText,
    RichTextParagraph,
)
from PIL import Image

from jingjin_forms.errors import FillError
from jingjin_forms.word import compile_template
from tests.helpers import W, audit, docx_text, part_root, parts, structural_faults
from tests.word.build import cell, docx, par, rendered, row, run, saved, table

LINK = '<w:p><w:hyperlink r:id="rIdLink">{}</w:hyperlink></w:p>'
LINKS = {"rIdLink": "https://example.org/"}


def theirs(template: Path, data: Mapping[str, Any]) -> bytes:
    document = DocxTemplate(template)
    document.render(dict(data), autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sound(content: bytes) -> bytes:
    assert structural_faults(content) == []
    assert audit(content) == []
    return content


def rich(*pieces: tuple[str, dict[str, Any]]) -> RichText:
    text = RichText()
    for piece, properties in pieces:
        text.add(piece, **properties)
    return text


def looks(content: bytes) -> list[tuple[str, list[str]]]:
    """Every text with the properties of its run."""
    return [
        (text.text or "", [etree_name(p) for p in text.getparent().iterfind(f"{W}rPr/*")])
        for text in part_root(content).iter(f"{W}t")
        if text.text
    ]


def etree_name(element: Any) -> str:
    return str(element.tag).removeprefix(W)


VALUE = rich(("粗 & <", {"bold": True}), ("斜\n行", {"italic": True}))


@pytest.mark.parametrize("tag", ["{{ 值 }}", "{{r 值 }}"])
def test_rich_text_with_and_without_r(tmp_path: Path, tag: str) -> None:
    underlined = "<w:rPr><w:u w:val='single'/></w:rPr>"
    right = saved(tmp_path, docx(f"<w:p>{run('前{{r 值 }}後', underlined)}</w:p>"))
    wanted = theirs(right, {"值": VALUE})
    mine = sound(
        rendered(tmp_path, f"<w:p>{run(f'前{tag}後', underlined)}</w:p>", data={"值": VALUE})
    )
    assert docx_text(mine) == docx_text(wanted) == ["前粗 & <斜\n行後"]
    if tag == "{{ 值 }}":  # docxtpl's {{r takes the underline of the whole run; without it it stays
        assert looks(mine)[0] == ("前", ["u"])
        assert looks(mine)[-1] == ("後", ["u"])
    assert ("粗 & <", ["b"]) in looks(mine)


def test_rich_text_without_r_wherever_text_stands(tmp_path: Path) -> None:
    content = rendered(
        tmp_path,
        table(row("{%tr for 筆 in 們 %}", ""), row("{{ 筆 }}", "甲"), row("{%tr endfor %}", "")),
        LINK.format(run("到{{ 值 }}")),
        data={"值": VALUE, "們": [VALUE, RichText("一\a二"), "平常", ""]},
        links=LINKS,
        header=par("{{ 值 }}"),
        footer=par("{{ 值 }}"),
    )
    body = docx_text(sound(content))
    assert body == [
        "粗 & <斜\n行",
        "甲",
        "一",
        "二",
        "甲",
        "平常",
        "甲",
        "",
        "甲",
        "到粗 & <斜\n行",
    ]
    assert docx_text(content, "word/header1.xml") == ["粗 & <斜\n行"]
    assert docx_text(content, "word/footer1.xml") == ["粗 & <斜\n行"]


@pytest.mark.parametrize("tag", ["{{ 值 }}", "{{r 值 }}"])
def test_paragraphs_where_runs_stand_part_the_paragraph(tmp_path: Path, tag: str) -> None:
    value = RichTextParagraph("段一", parastyle="a")
    value.add(RichText("段二", bold=True))
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    content = rendered(tmp_path, par(f"前{tag}後", properties=centred), data={"值": value})
    assert docx_text(sound(content)) == ["前", "段一", "段二", "後"]
    paragraphs = list(part_root(content).iter(f"{W}p"))
    assert [p.find(f"{W}pPr/{W}jc") is not None for p in paragraphs] == [True, False, False, True]
    alone = rendered(tmp_path, table(row(cell(tag), "鄰")), par(), data={"值": value})
    assert docx_text(sound(alone)) == ["段一", "段二", "鄰", ""]


def test_runs_and_texts_where_paragraphs_stand_get_one(tmp_path: Path) -> None:
    data = {"值": VALUE, "單": Listing("甲\a乙 & 丙")}
    content = rendered(tmp_path, par("{{p 值 }}"), par("{{p 單 }}"), par("{{r 單 }}"), data=data)
    texts = ["粗 & <斜\n行", "甲", "乙 & 丙", "甲", "乙 & 丙"]
    assert docx_text(sound(content)) == texts


@pytest.mark.parametrize(
    ("body", "value", "reason"),
    [
        (table(row("{{tr 值 }}", "")), VALUE, "這裡只能放整列或整格"),
        (LINK.format(run("{{ 值 }}")), RichTextParagraph("段"), "不能放在超連結"),
        (LINK.format(run("{{ 值 }}")), "link", "不能放在另一個超連結裡"),
        (par("{{r 值 }}"), RichText("這裡", url_id="rId1"), r"build_url_id\(網址\)"),
        (par("{{r 值 }}"), RichText("這裡", url_id="rIdLink"), r"build_url_id\(網址\)"),
    ],
)
def test_what_would_be_lost_is_refused(tmp_path: Path, body: str, value: Any, reason: str) -> None:
    template = compile_template(saved(tmp_path, docx(body, par(), links=LINKS)))
    if value == "link":
        value = RichText("這裡", url_id=template.build_url_id("https://a.tw/"))
    with pytest.raises(FillError, match=reason):
        template.render({"值": value})


def test_what_a_macro_has_printed_is_printed_again(tmp_path: Path) -> None:
    macro = "{% macro 框(x) %}【{{ x }}】{% endmacro %}{% set 存 %}{{ 值 }}{% endset %}"
    template = compile_template(saved(tmp_path, docx(par(macro + "{{ 框(值) }}{{ 存 }}"))))
    value = RichText("這裡", url_id=template.build_url_id("https://a.tw/"))
    content = sound(template.render({"值": value}))
    assert docx_text(content) == ["【這裡】這裡"]
    assert addresses(content, "word/document.xml") == ["https://a.tw/"] * 2


def test_a_cell_that_conditions_have_emptied_keeps_a_paragraph(tmp_path: Path) -> None:
    paragraphs = "{%p if 空 %}", "無", "{%p endif %}", "{{ 值 }}"
    template = compile_template(saved(tmp_path, docx(table(row(cell(*paragraphs), "鄰")), par())))
    for value in (RichTextParagraph("段"), VALUE, ""):
        texts = docx_text(sound(template.render({"值": value, "空": False})))
        assert texts[-2:] == ["鄰", ""]
        assert len(texts) == 3


def addresses(content: bytes, part: str) -> list[str]:
    """Where the links of a part lead, as they stand in the text."""
    folder, _, name = part.rpartition("/")
    rels = part_root(content, f"{folder}/_rels/{name}.rels")
    targets = {r.get("Id"): r.get("Target") for r in rels if r.get("TargetMode") == "External"}
    keys = (str(k) for e in part_root(content, part).iter("{*}hyperlink") for k in e.attrib)
    key = next(k for k in keys if k.endswith("}id"))
    return [str(targets[e.get(key)]) for e in part_root(content, part).iter("{*}hyperlink")]


@pytest.mark.parametrize("tag", ["{{r 值 }}", "{{ 值 }}"])
def test_links_of_rich_text(tmp_path: Path, tag: str) -> None:
    address, other = "https://例.tw/?a=1&b=<2>", "mailto:office@example.org"
    template = saved(tmp_path, docx(par(f"前{tag}後"), header=par(tag)))

    def value(tpl: Any) -> RichText:
        text = RichText("看")
        text.add("這裡", url_id=tpl.build_url_id(address), underline=True)
        text.add("那裡", url_id=tpl.build_url_id(other))
        text.add("這裡", url_id=tpl.build_url_id(address))
        return text

    compiled = compile_template(template)
    mine = sound(compiled.render({"值": value(compiled)}))
    assert docx_text(mine) == ["前看這裡那裡這裡後"]
    assert addresses(mine, "word/document.xml") == [address, other, address]
    assert addresses(mine, "word/header1.xml") == [address, other, address]
    if tag.startswith("{{r"):
        tpl = DocxTemplate(template)
        tpl.render({"值": value(tpl)}, autoescape=True)
        out = BytesIO()
        tpl.save(out)
        assert addresses(out.getvalue(), "word/document.xml") == [address, other, address]
    again = compile_template(saved(tmp_path, mine, "再.docx")).render({})
    assert addresses(again, "word/document.xml") == [address, other, address]


def test_an_address_is_one(tmp_path: Path) -> None:
    template = compile_template(saved(tmp_path, docx(par("{{ 值 }}"))))
    for wrong in ("", " https://a.tw"):
        with pytest.raises(ValueError, match="不是網址"):
            template.build_url_id(wrong)


def image(width: int, height: int, kind: str = "PNG", **options: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (9, 90, 200)).save(out, kind, **options)
    return out.getvalue()


def extents(content: bytes, name: str) -> list[tuple[str | None, str | None]]:
    return [(e.get("cx"), e.get("cy")) for e in part_root(content, name).iter("{*}extent")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "size",
    [{}, {"width": Mm(20)}, {"height": Inches(0.5)}, {"width": Mm(20), "height": Mm(30)}],
    ids=str,
)
@pytest.mark.parametrize(
    "raw",
    [image(120, 60), image(120, 60, dpi=(300, 150)), image(90, 90, "JPEG", dpi=(72, 72))],
    ids=["no resolution", "two resolutions", "jpeg"],
)
def test_inline_images_have_docxtpls_size(tmp_path: Path, raw: bytes, size: Any) -> None:
    body = par("前{{ 圖 }}後"), table(row("{{ 圖 }}", "鄰")), par()
    template = saved(tmp_path, docx(*body, header=par("{{ 圖 }}")))
    tpl = DocxTemplate(template)
    value = InlineImage(tpl, BytesIO(raw), anchor="https://example.org/?a&b", **size)
    tpl.render({"圖": value}, autoescape=True)
    out = BytesIO()
    tpl.save(out)
    mine = sound(compile_template(template).render({"圖": value}))
    for name in ("word/document.xml", "word/header1.xml"):
        if size or name.endswith("header1.xml"):  # without a size a cell is not overflown
            assert extents(mine, name) == extents(out.getvalue(), name)
        assert docx_text(mine, name) == docx_text(out.getvalue(), name)
        clicks = [str(e.attrib.values()[0]) for e in part_root(mine, name).iter("{*}hlinkClick")]
        rels = part_root(mine, name.replace("word/", "word/_rels/") + ".rels")
        targets = {r.get("Id"): r.get("Target") for r in rels}
        assert {targets[c] for c in clicks} == {"https://example.org/?a&b"}
    assert not size or raw in parts(mine).values()  # not reduced: it has less than 200 dpi there


def test_an_inline_image_by_its_path_and_none(tmp_path: Path) -> None:
    path = tmp_path / "圖.png"
    path.write_bytes(image(400, 100))
    template = compile_template(saved(tmp_path, docx(par("{{ 圖 }}"), table(row("{{ 圖 }}", "")))))
    mine = template.render({"圖": InlineImage(template, str(path))})
    free, fitted = extents(mine, "word/document.xml")
    assert free == ("5080000", "1270000")  # 400 points of 1/72 inch
    assert fitted == ("1132095", "283024")  # its cell
    with pytest.raises(FillError, match=r"找不到圖片檔「.*缺.png」"):
        template.render({"圖": InlineImage(template, tmp_path / "缺.png")})
    nowhere = compile_template(saved(tmp_path, docx(par("{{p 圖 }}")), "段.docx"))
    with pytest.raises(FillError, match="圖片只能放在"):
        nowhere.render({"圖": InlineImage(template, str(path))})


def test_a_picture_held_upright_keeps_its_ratio(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    template = compile_template(saved(tmp_path, docx(par("{{ 圖 }}"))))
    value = InlineImage(template, BytesIO(image(200, 100, "JPEG", exif=exif)), width=Mm(10))
    assert extents(template.render({"圖": value}), "word/document.xml") == [("360000", "720000")]


def source(folder: Path) -> Path:
    """A file of python-docx's own template: other styles and numberings than the template's."""
    document = Document()
    document.add_heading("標題", 1)
    document.add_paragraph("一", style="List Bullet")
    document.add_paragraph("二", style="List Number")
    document.add_paragraph("引", style="Intense Quote")
    document.add_picture(BytesIO(image(40, 30)), width=Mm(12))
    document.add_table(1, 2, style="Light Grid Accent 1").cell(0, 0).text = "格 & <子>"
    path = folder / "附.docx"
    document.save(str(path))
    return path


SEEN = ["標題", "一", "二", "引", "", "格 & <子>", ""]


def style_names(content: bytes) -> list[str]:
    document = Document(BytesIO(content))
    return [
        *(str(p.style.name) for p in document.paragraphs if p.style is not None),
        *(str(t.style.name) for t in document.tables if t.style is not None),
    ]


def assert_holds_the_source(content: bytes) -> None:
    names = style_names(content)
    for name in ("Heading 1", "List Bullet", "List Number", "Intense Quote", "Light Grid Accent 1"):
        assert name in names
    styles = part_root(content, "word/styles.xml")
    (bullet,) = (s for s in styles if s.get(f"{W}styleId") == "ListBullet")
    number = bullet.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = part_root(content, "word/numbering.xml")
    (num,) = (n for n in numbering.iter(f"{W}num") if n.get(f"{W}numId") == number)
    abstract = num.find(f"{W}abstractNumId").get(f"{W}val")
    (found,) = (
        a for a in numbering.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == abstract
    )
    assert found.find(f".//{W}numFmt").get(f"{W}val") == "bullet"
    assert ("432000", "324000") in extents(content, "word/document.xml")
    assert image(40, 30) in parts(content).values()


def test_a_file_as_subdocument(tmp_path: Path) -> None:
    body = par("前"), par("{{p 件 }}"), par("中{{ 件 }}後"), table(row(cell("{{p 件 }}"), "鄰"))
    template = compile_template(saved(tmp_path, docx(*body, par(), header=par("{{p 件 }}"))))
    content = sound(template.render({"件": template.new_subdoc(source(tmp_path))}))
    cell_end = [""]
    assert docx_text(content) == [
        "前", *SEEN, "中", *SEEN, "後", *SEEN, *cell_end, "鄰", "",
    ]  # fmt: skip
    assert docx_text(content, "word/header1.xml") == [*SEEN, ""]
    assert_holds_the_source(content)
    assert template.render({"件": template.new_subdoc(tmp_path / "附.docx")}) == content
    # Each style and each numbering once, however often it is printed.
    ids = [s.get(f"{W}styleId") for s in part_root(content, "word/styles.xml").iter(f"{W}style")]
    assert len(ids) == len(set(ids))


def test_docxtpls_own_subdocuments(tmp_path: Path) -> None:
    pytest.importorskip("docxcompose")  # what docxtpl needs for them (docxtpl[subdoc])
    template = saved(tmp_path, docx(par("前"), par("{{p 件 }}"), par("後")))
    tpl = DocxTemplate(template)
    data = {"件": tpl.new_subdoc(str(source(tmp_path)))}
    mine = sound(compile_template(template).render(data))
    tpl.render(data, autoescape=True)
    out = BytesIO()
    tpl.save(out)
    assert docx_text(mine) == docx_text(out.getvalue()) == ["前", *SEEN, "後"]
    assert style_names(mine) == style_names(out.getvalue())
    assert_holds_the_source(mine)


def test_an_empty_subdocument_has_the_templates_styles(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{p 件 }}")
    document.add_paragraph("{{ 文 }}")
    path = tmp_path / "自.docx"
    document.save(str(path))
    template = compile_template(path)
    part = template.new_subdoc()
    part.add_paragraph("點 & <", style="List Bullet")
    part.add_heading("頭", 2)
    part.add_picture(BytesIO(image(40, 30)))
    part.add_table(1, 1, style="Table Grid").cell(0, 0).text = "格"
    content = template.render({"件": part, "文": "完"})
    assert structural_faults(content) == []
    assert docx_text(content) == ["點 & <", "頭", "", "格", "完"]
    assert style_names(content) == ["List Bullet", "Heading 2", "Normal", "Normal", "Table Grid"]
    before, after = (part_root(c, "word/styles.xml") for c in (path.read_bytes(), content))
    assert len(before) == len(after)  # nothing was there to be taken over


@pytest.mark.parametrize("tag", ["{{ 件|upper }}", "{{ 件 ~ '' }}", "{{ 件|replace('a', 'b') }}"])
def test_a_subdocument_is_no_text(tmp_path: Path, tag: str) -> None:
    template = compile_template(saved(tmp_path, docx(par(tag))))
    with pytest.raises(FillError, match="是子文件，不是文字"):
        template.render({"件": template.new_subdoc()})


def test_a_numbering_of_its_own_goes_on_only_where_it_is_the_same(tmp_path: Path) -> None:
    def numbered(folder: Path, name: str, text: str) -> Path:
        document = Document()
        paragraph = document.add_paragraph(text, style="List Number")
        properties = paragraph._p.get_or_add_pPr()
        number = properties._add_numPr()
        number._add_numId().val = 1
        path = folder / name
        document.save(str(path))
        return path

    own = numbered(tmp_path, "範.docx", "{{p 件 }}")
    template = compile_template(own)
    same = template.render({"件": template.new_subdoc(numbered(tmp_path, "同.docx", "同"))})
    assert [e.get(f"{W}val") for e in part_root(same).iter(f"{W}numId")] == ["1"]
    other = compile_template(saved(tmp_path, docx(par("{{p 件 }}")), "別.docx"))
    content = sound(other.render({"件": other.new_subdoc(tmp_path / "同.docx")}))
    (number,) = (e.get(f"{W}val") for e in part_root(content).iter(f"{W}numId"))
    nums = part_root(content, "word/numbering.xml").iter(f"{W}num")
    assert number in [n.get(f"{W}numId") for n in nums]


def test_bookmarks_of_a_subdocument_stand_once(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="此"/><w:bookmarkEnd w:id="0"/>'
    path = saved(tmp_path, docx(f"<w:p>{mark}{run('文')}</w:p>"), "件.docx")
    template = compile_template(saved(tmp_path, docx(par("{{p 件 }}"), par("{{p 件 }}"))))
    root = part_root(sound(template.render({"件": template.new_subdoc(path)})))
    marks = [(m.get(f"{W}id"), m.get(f"{W}name")) for m in root.iter(f"{W}bookmarkStart")]
    assert len({i for i, _ in marks}) == len({n for _, n in marks}) == 2


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', "註腳"),
        ('<w:p><w:r><w:object r:id="rIdOther"/></w:r></w:p>', "package（圖表、內嵌物件等）"),
        ('<w:p><w:r><w:object r:id="rIdNone"/></w:r></w:p>', "找不到的圖片或連結"),
    ],
)
def test_what_cannot_go_along_is_refused(tmp_path: Path, inside: str, reason: str) -> None:
    path = saved(tmp_path, docx(inside, footnote=par("註")), "件.docx")
    template = compile_template(saved(tmp_path, docx(par("{{p 件 }}"))))
    part = template.new_subdoc(path)
    if "rIdOther" in inside:
        blob = part.subdocx.part.package.main_document_part
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
        part.subdocx.part.rels.add_relationship(kind, blob, "rIdOther")
    with pytest.raises(FillError, match=reason):
        template.render({"件": part})

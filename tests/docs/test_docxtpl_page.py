"""Each row of the page on docxtpl is true."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from PIL import Image

from jingjin_forms import compile_template
from jingjin_forms.errors import FillError, TemplateError
from tests.helpers import docx_text, parts
from tests.word.build import docx, note_reference, par, row, saved, table

PAGE = (Path(__file__).parents[2] / "docs" / "docxtpl.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (.+?) \| (照用|換寫法|不印) \|", PAGE, re.MULTILINE)
Check = Callable[[Path], None]


def theirs(template: Path, data: dict[str, Any], replace: Any = None) -> bytes:
    document = DocxTemplate(template)
    if replace:
        getattr(document, replace[0])(*map(str, replace[1:]))
    document.render(data, autoescape=True)
    out = template.with_name("他.docx")
    document.save(out)
    return out.read_bytes()


def same(*body: str, data: dict[str, Any] | None = None, **rest: Any) -> Check:
    def check(folder: Path) -> None:
        template = saved(folder, docx(*body, **rest))
        mine = compile_template(template).render(data or {})
        other = theirs(template, data or {})
        for name in parts(mine):
            if re.fullmatch(r"word/(document|header1|footer1|footnotes)\.xml", name):
                assert docx_text(mine, name) == docx_text(other, name)
                assert any(docx_text(mine, name))

    return check


def printed(*body: str, data: dict[str, Any], texts: list[str]) -> Check:
    def check(folder: Path) -> None:
        assert docx_text(compile_template(saved(folder, docx(*body))).render(data)) == texts

    return check


def refused(*values: object, tag: str = "{{ 值 }}", match: str = "") -> Check:
    def check(folder: Path) -> None:
        template = saved(folder, docx(par(tag)))
        for value in values:
            with pytest.raises((FillError, TemplateError), match=match):
                compile_template(template).render({"值": value})

    return check


def image(shade: int = 9) -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), (shade, 9, 9)).save(out, "PNG")
    return out.getvalue()


def replaced(method: str, old: Callable[[Path], Any], key: Callable[[Path], Any]) -> Check:
    """`method` of docxtpl and `replacing` give the same pictures."""

    def check(folder: Path) -> None:
        (folder / "舊.png").write_bytes(image())
        (folder / "新.png").write_bytes(image(200))
        document = Document()
        document.add_picture(str(folder / "舊.png"))
        template = folder / "圖.docx"
        document.save(str(template))
        other = theirs(template, {}, (method, old(folder), folder / "新.png"))
        tpl = compile_template(template)
        mine = tpl.replacing({key(folder): folder / "新.png"}).render({})
        name = "word/media/image1.png"
        assert parts(mine)[name] == parts(other)[name] == image(200)
        assert parts(tpl.render({}))[name] == image()

    return check


def inline_image(folder: Path) -> None:
    value = InlineImage(None, BytesIO(image()), width=Mm(20), height=Mm(9), anchor="https://a.tw/")
    content = compile_template(saved(folder, docx(par("{{ 值 }}")))).render({"值": value})
    xml = parts(content)["word/document.xml"]
    assert b'cx="720000" cy="324000"' in xml
    assert b"hlinkClick" in xml


def link(folder: Path) -> None:
    for tag in ("{{r 值 }}", "{{ 值 }}"):
        template = compile_template(saved(folder, docx(par("x"), header=par(tag))))
        value = RichText("這", url_id=template.build_url_id("https://a.tw/"))
        assert (
            b"https://a.tw/" in parts(template.render({"值": value}))["word/_rels/header1.xml.rels"]
        )
    template = compile_template(saved(folder, docx(par("{{r 值 }}"))))
    with pytest.raises(FillError, match="build_url_id"):
        template.render({"值": RichText("這", url_id="rId9")})


def subdocument(folder: Path, what: str = "") -> None:
    source = Document()
    source.add_paragraph("點", style="List Bullet")
    source.save(str(folder / "件.docx"))
    template = compile_template(saved(folder, docx(par("{{p 值 }}"))))
    content = template.render({"值": template.new_subdoc(folder / "件.docx")})
    assert b"List Bullet" in parts(content)["word/styles.xml"]
    assert b'"bullet"' in parts(content)["word/numbering.xml"]


def note_of_a_subdocument(folder: Path) -> None:
    noted = par("甲").replace("</w:p>", note_reference() + "</w:p>")
    source = saved(folder, docx(noted, footnote=par("註")), "件.docx")
    template = compile_template(saved(folder, docx(par("{{p 值 }}"))))
    with pytest.raises(FillError, match="註腳"):
        template.render({"值": template.new_subdoc(source)})


def variables(folder: Path) -> None:
    template = saved(folder, docx(par("{{ 甲 }}{% if 乙 %}{% endif %}"), header=par("{{ 丙 }}")))
    assert compile_template(template).variables == {"甲", "乙", "丙"}
    assert DocxTemplate(template).get_undeclared_template_variables() == {"甲", "乙", "丙"}


def many(folder: Path) -> None:
    template = compile_template(saved(folder, docx(par("{{ 甲 }}"))))
    assert [docx_text(template.render({"甲": n})) for n in (1, 2, 1)] == [["1"], ["2"], ["1"]]


RICH = RichText("粗", bold=True)
PARAGRAPHS = RichTextParagraph(RICH)
CHECKS: dict[str, Check] = {
    "`{{ }}`": same(par('{{ 甲 or "x" }}{% if 甲 %}{% endif %}{# x #}乙'), data={"甲": "甲"}),
    "`{%p %}`": same(
        par("{%p if 1 %}"), par("甲"), par("{%p endif %}"), par("{#p x #}"),
        table(row("{%tr for x in [1, 2] %}", ""), row("{{ x }}", ""), row("{%tr endfor %}", "")),
        table(row("{%tc if 1 %}", "a", "{%tc endif %}"), columns=3),
    ),
    "`{%-`": same(par("甲"), par("{%- if 1 -%}"), par("乙"), par("{%- endif -%}"), par("丙")),
    "`{_{`": same(par("{_{ 甲 }_} {_% if %_} {{ 1 }}")),
    "`{% colspan %}`": same(
        table(row("{% colspan 2 %}甲"), row("{% cellbg 'FF0000' %}乙", "丙")),
        table(row("{%tr for x in [1, 2] %}", ""), row("{% vm %}甲", "{{ x }}"),
              row("{%tr endfor %}", "")),
        table(row("{%tc for x in [1, 2] %}", "{% hm %}甲", "{%tc endfor %}"),
              row("{%tc for x in [1, 2] %}", "{{ x }}", "{%tc endfor %}")),
    ),
    "彎引號": same(par("{{ 甲[‘乙’] }}{{ 甲[“乙”] }}"), data={"甲": {"乙": 1}}),
    "`\\n`": same(par("前{{ 甲 }}後"), data={"甲": "一\n二\t三"}),
    "純文字裡的 `\\a`": refused("甲\a乙", "甲\f乙", match=r"U\+000[7C]"),
    "`autoescape=True`": same(par("{{ 甲 }}"), data={"甲": "<w:p> & \"'"}),
    "沒有給的變數": refused(1, tag="{{ 沒給 }}", match="資料裡沒有「沒給」"),
    "`None`": printed(par("甲{{ 值 }}乙"), data={"值": None}, texts=["甲乙"]),
    "布林": refused(True, 1.5, float("nan"), [1], match="不是要印的字|浮點數|一組資料"),
    "`{{r 值 }}` 放": same(par("前{{r 值 }}後"), data={"值": RICH}),
    "`{{p 值 }}` 放": same(par("前"), par("{{p 值 }}"), data={"值": PARAGRAPHS}),
    "`RichText(url_id=…)`": link,
    "`Listing`": same(par("前{{ 值 }}後"), data={"值": Listing("一\n二\a三 & 四")}),
    "`InlineImage(": inline_image,
    "`tpl.new_subdoc()`": subdocument,
    "子文件裡的": note_of_a_subdocument,
    "`replace_pic(": replaced("replace_pic", lambda _: "舊.png", lambda _: "舊.png"),
    "`replace_media(": replaced(
        "replace_media", lambda folder: folder / "舊.png", lambda folder: image()
    ),
    "`replace_zipname(": replaced(
        "replace_zipname", lambda _: "word/media/image1.png", lambda _: "word/media/image1.png"
    ),
    "`reset_replacements()`": replaced("replace_pic", lambda _: "舊.png", lambda _: "舊.png"),
    "`get_undeclared": variables,
    "同一個範本印很多份": many,
    "`jinja_env` 的過濾器": same(par("{{ 甲|upper|replace('A', 'B') }}"), data={"甲": "abc"}),
    "`{% include %}`": refused(1, tag="{% include 'x' %}", match="想讀取別的檔案"),
    "註腳、頁首": same(
        par("甲").replace("</w:p>", note_reference() + "</w:p>"), data={"甲": 1},
        header=par("{{ 甲 }}"), footer=par("{{ 甲 }}"), footnote=par("{{ 甲 }}"),
        core={"dc:title": "{{ 甲 }}"},
    ),
    "`python -m docxtpl": same(par("{{ 甲.乙[0] }}"), data={"甲": {"乙": ["丙"]}}),
}  # fmt: skip


def check_of(first_column: str) -> str:
    (found,) = (key for key in CHECKS if first_column.startswith(key))
    return found


def test_every_row_has_a_check_and_every_check_a_row() -> None:
    assert sorted(check_of(name) for name, _ in ROWS) == sorted(CHECKS)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, _ in ROWS])
def test_row(tmp_path: Path, name: str) -> None:
    CHECKS[check_of(name)](tmp_path)


def test_forgotten_letters_lose_nothing(tmp_path: Path) -> None:
    printed(par("前{{ 值 }}後"), data={"值": RICH}, texts=["前粗後"])(tmp_path)
    printed(par("前{{ 值 }}後"), data={"值": PARAGRAPHS}, texts=["前", "粗", "後"])(tmp_path)

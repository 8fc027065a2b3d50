"""Papers joined as .odt, beside what LibreOffice makes of the Word file of each."""

import threading
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import has_soffice
from jingjin_forms.export.joining import UnjoinableError
from jingjin_forms.export.libreoffice.starts import Source
from jingjin_forms.export.odt_template import odt_templates
from jingjin_forms.export.pdf import pdf_texts, same_pages
from jingjin_forms.export.proved import unproved
from jingjin_forms.export.together import Paper, lots, made_together
from jingjin_forms.export.together.joined_odt import joined_odt
from jingjin_forms.word import compile_template
from tests.word.build_odt import odt, paragraph

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
SCHOOLS = [f"花蓮縣{c}國小" for c in "甲乙丙丁戊己庚"]


class Seen:
    """What LibreOffice was given, start by start."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.starts: list[list[str]] = []
        each_made = lots.each_made

        def spied(sources: Sequence[Source], *rest: Any, **more: Any) -> Iterator[Any]:
            self.starts.append([f"{source.papers}{source.suffix}" for source in sources])
            return each_made(sources, *rest, **more)

        monkeypatch.setattr(lots, "each_made", spied)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


def pages_field() -> Any:
    return parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )


def template(*, is_table_first: bool, last_section: WD_SECTION) -> bytes:
    """Three sections of which one lies on its side, with headers, numbers and a count of pages."""
    document: Any = Document()
    if is_table_first:
        document.add_table(1, 1).cell(0, 0).text = "{{ 校名 }}"
    document.add_heading("標題 {{ 校名 }}", 1)
    for text in ("{%p for 項 in 項目 %}", "{{ 項 }}", "{%p endfor %}"):
        document.add_paragraph(text, style="List Number")
    first = document.sections[0]
    first.header.paragraphs[0].text = "頁首 {{ 校名 }}"
    first.footer.paragraphs[0].add_run("共 ")
    first.footer.paragraphs[0]._p.append(pages_field())
    second = document.add_section(WD_SECTION.NEW_PAGE)
    second.orientation = WD_ORIENT.LANDSCAPE
    second.page_width, second.page_height = first.page_height, first.page_width
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "第二節 {{ 校名 }}"
    document.add_paragraph("接著編號", style="List Number")
    document.add_section(last_section)
    document.add_paragraph("第三節")
    if is_table_first:
        document.add_table(1, 1).cell(0, 0).text = "末 {{ 校名 }}"
    content = BytesIO()
    document.save(content)
    return content.getvalue()


@needs_soffice
@pytest.mark.parametrize(
    "made_as",
    [
        {"is_table_first": False, "last_section": WD_SECTION.CONTINUOUS},
        pytest.param(
            {"is_table_first": True, "last_section": WD_SECTION.NEW_PAGE}, marks=pytest.mark.slow
        ),
    ],
)
def test_sections_headers_lists_and_counts_of_pages(made_as: Any, tmp_path: Path, seen: Seen):
    word, odt = tmp_path / "表.docx", tmp_path / "表.odt"
    word.write_bytes(template(**made_as))
    odt.write_bytes(odt_templates({"表": word.read_bytes()})["表"])
    facts = [{"校名": s, "項目": SCHOOLS * (12 if s == SCHOOLS[2] else 1)} for s in SCHOOLS]
    papers = [
        Paper(compile_template(word).render(each), compile_template(odt).render(each))
        for each in facts
    ]
    made = dict(made_together(papers))
    alone = unproved([paper.word for paper in papers], ".pdf", threading.Event())
    assert seen.starts == [["7.odt", "1.docx"]]
    for number, other in enumerate(alone):
        one = made[number]
        assert isinstance(one, bytes)
        assert isinstance(other, bytes)
        assert same_pages(one, other)
    assert "85.接著編號" in "".join(pdf_texts(alone[2]))  # type: ignore[arg-type]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_each_begins_with_a_master_page_of_its_own_where_it_has_to():
    alike = [odt(paragraph(f"{n}"), header=paragraph("頁首")) for n in range(2)]
    other = odt(paragraph("二"), header=paragraph("<text:page-count>9</text:page-count>頁"))
    made = parts(joined_odt([*alike, other, other]))
    begins = [f"paper{n}begins" for n in range(1, 5)]
    assert [made["content.xml"].count(f'style:name="{name}"') for name in begins] == [1, 1, 1, 1]
    assert [made["content.xml"].count(f'text:name="{name}"') for name in begins] == [1, 1, 1, 1]
    assert made["content.xml"].count('style:page-number="1"') == 4
    assert made["styles.xml"].count("<style:master-page ") == 3
    for name in ("paper3ends", "paper4ends"):
        assert f'text:ref-name="{name}">9</text:bookmark-ref>頁' in made["styles.xml"]
        assert f'<text:bookmark text:name="{name}"/></text:p>' in made["content.xml"]
    assert "page-count" not in made["styles.xml"]


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>甲<text:note/></text:p>",
        '<text:p><text:bookmark-ref text:ref-name="乙">3</text:bookmark-ref></text:p>',
        '<text:p><text:a xlink:href="#乙">乙</text:a></text:p>',
        '<text:p>甲</text:p><draw:frame text:anchor-type="page"/>',
        "<office:forms><form/></office:forms><text:p>甲</text:p>",
        "<table:table/>",
        paragraph("甲", "First"),  # with a master page that is not there
    ],
)
def test_what_would_not_be_what_it_is_alone_is_not_joined(body: str):
    with pytest.raises(UnjoinableError):
        joined_odt([odt(body), odt(paragraph("乙"))])


def with_part(content: bytes, name: str, part: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for each, said in {**parts(content), name: part}.items():
            archive.writestr(each, said)
    return file.getvalue()


def test_papers_of_two_templates_are_not_joined():
    one = odt(paragraph("甲"))
    content, styles = parts(one)["content.xml"], parts(one)["styles.xml"]
    for name, part in (
        ("content.xml", content.replace("4cm", "5cm")),  # a style of one name says something else
        ("styles.xml", styles.replace("21cm", "20cm")),
        ("settings.xml", "<settings/>"),
        (
            "content.xml",
            content.replace("<office:auto", "<office:scripts>1</office:scripts><office:auto"),
        ),
    ):
        with pytest.raises(UnjoinableError):
            joined_odt([one, with_part(one, name, part)])
    pictures = [with_part(one, "Pictures/1.png", said) for said in ("一", "二")]
    with pytest.raises(UnjoinableError):
        joined_odt(pictures)
    assert parts(joined_odt([one, *pictures[:1] * 2]))["Pictures/1.png"] == "一"


def test_what_is_no_odt():
    for content in (b"", b"PK", with_part(odt(""), "content.xml", "<")):
        with pytest.raises((UnjoinableError, FileProblemError)):
            joined_odt([content])

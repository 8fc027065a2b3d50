"""Many Word files as one: each paper as it was, or not in it and told."""

import re
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

import jingjin_forms.export.joining.joined_file as joined_file
from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import convert_each, has_soffice
from jingjin_forms.export.joining import joined_word
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.export.proving.printed import printed
from jingjin_forms.forms.catalog import list_forms
from tests.helpers import audit

DAY = date(2026, 11, 22)


def join(papers: dict[str, bytes], *, odd_pages: bool = False) -> bytes:
    left_out: list[str] = []
    made = joined_word(papers, left_out, odd_pages=odd_pages, title="全部", day=DAY)
    assert (left_out, made is None) == ([], False)
    return made or b""


@cache
def paper(*changes: Callable[[Any], object], text: str = "甲") -> bytes:
    """A small Word file of somebody's own."""
    document: Any = docx.Document()
    document.add_paragraph(text)
    for change in changes:
        change(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def field(code: str, *, in_footer: bool = False) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        footer = document.sections[0].footer
        place = footer.paragraphs[0] if in_footer else document.add_paragraph()
        run = "<w:r><w:t>9</w:t></w:r>"
        xml = f'<w:fldSimple {nsdecls("w")} w:instr=" {code} ">{run}</w:fldSimple>'
        place._p.append(parse_xml(xml))

    return change


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def lines(content: bytes, places: Iterable[str] = ("本文",)) -> list[str]:
    return [text.text for text in printed(content).texts if text.place in places]


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    """Several forms, with pictures and headers of their own."""
    wanted = ("送件清單", "附件一", "表 1-1")
    forms = [f for f in list_forms() if f.title in wanted or f.annex in wanted]
    assert len(forms) == 3
    return {f"{form.key}.docx": form.sample().to_bytes() for form in forms}


@pytest.mark.slow
def test_forms_of_all_sorts_keep_what_they_say(samples: dict[str, bytes]):
    made = join(samples)
    body = [t.text for content in samples.values() for t in printed(content).texts if is_body(t)]
    assert [t.text for t in printed(made).texts if is_body(t)] == body
    own = join({"a": paper(numbered()), "b": paper(numbered())})
    assert (audit(made), audit(own)) == ([], [])
    assert made == join(samples)
    assert "<dc:title>全部</dc:title>" in part(made, "docProps/core.xml")
    document = part(made, "word/document.xml")
    assert document.count('<w:type w:val="nextPage"/>') == len(samples) - 1
    assert document.count('<w:pgNumType w:start="1"/>') == len(samples)
    pictures = re.findall(r'<wp:docPr id="(\d+)"', document)
    assert len(pictures) == len(set(pictures)) > 3


def is_body(text: Any) -> bool:
    return not text.place.startswith(("頁首", "頁尾"))


def test_each_begins_on_the_front_of_a_sheet_if_asked():
    document = part(join({"a": paper(), "b": paper()}, odd_pages=True), "word/document.xml")
    assert document.count('<w:type w:val="oddPage"/>') == 1


def test_an_even_number_is_on_no_front_of_a_sheet():
    def from_two(document: Any) -> None:
        xml = f'<w:pgNumType {nsdecls("w")} w:start="2"/>'
        document.sections[0]._sectPr.find(qn("w:cols")).addprevious(parse_xml(xml))

    papers, left_out = {"a": paper(), "b": paper(from_two)}, list[str]()
    joined_word(papers, left_out, odd_pages=True, title="全部", day=DAY)
    assert left_out[0].startswith("「b」頁碼從偶數起，不能從奇數頁開始，沒有併進去")
    document = part(join(papers), "word/document.xml")
    assert re.findall(r'<w:pgNumType w:start="(\d)"/>', document) == ["1", "2"]


def test_a_paper_without_header_takes_none_from_the_one_before():
    def header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "甲的頁首"

    made: Any = docx.Document(BytesIO(join({"a": paper(header), "b": paper(), "c": paper(header)})))
    said = [section.header.paragraphs[0].text for section in made.sections]
    assert said == ["甲的頁首", "", "甲的頁首"]


def test_pages_and_sections_of_a_paper_stay():
    def wide(document: Any) -> None:
        document.sections[0].page_width = Pt(842)
        document.add_section(WD_SECTION.CONTINUOUS).page_width = Pt(595)
        document.add_paragraph("後半")

    made: Any = docx.Document(BytesIO(join({"a": paper(), "b": paper(wide), "c": paper()})))
    usual = docx.Document().sections[0].page_width
    assert [s.page_width for s in made.sections] == [usual, Pt(842), Pt(595), usual]
    kinds = [str(s.start_type).split()[0] for s in made.sections[1:]]
    assert kinds == ["NEW_PAGE", "CONTINUOUS", "NEW_PAGE"]


def test_the_count_of_pages_is_that_of_the_paper():
    counted = paper(field("NUMPAGES", in_footer=True))
    made = join({"a": counted, "b": counted})
    names = re.findall(
        r'Target="(paper\d+_footer.xml)"', part(made, "word/_rels/document.xml.rels")
    )
    said = [re.findall(r'instr="([^"]*)"', part(made, f"word/{name}")) for name in names]
    assert said == [[" PAGEREF _paper1 "], [" PAGEREF _paper2 "]]
    assert re.findall(r'w:name="(_paper\d)"', part(made, "word/document.xml")) == [
        "_paper1",
        "_paper2",
    ]


def numbered(style: str = "") -> Callable[[Any], None]:
    def change(document: Any) -> None:
        for _ in range(2):
            properties = document.add_paragraph("項", style or None)._p.get_or_add_pPr()
            if not style:
                properties.append(
                    parse_xml(
                        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
                    )
                )

    return change


def test_numbered_lists_begin_anew_in_each_paper():
    made = join({"a": paper(numbered()), "b": paper(numbered())})
    used = re.findall(r'<w:numId w:val="(\d+)"/>', part(made, "word/document.xml"))
    assert used[0] == used[1] != used[2] == used[3]
    numbering: Any = parse_xml(part(made, "word/numbering.xml").encode())
    nums = {n.get(qn("w:numId")): n for n in numbering.findall(qn("w:num"))}
    assert nums[used[2]].find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_styles_of_one_name_that_differ_are_kept_apart():
    def large(document: Any) -> None:
        document.styles["Title"].font.size = Pt(40)
        document.add_paragraph("題", "Title")

    def small(document: Any) -> None:
        document.add_paragraph("題", "Title")

    made: Any = docx.Document(
        BytesIO(join({"a": paper(small), "b": paper(large), "c": paper(small)}))
    )
    sizes = [p.style.font.size.pt for p in made.paragraphs if p.text == "題"]
    assert sizes == [26, 40, 26]
    names = [style.name for style in made.styles]
    assert len(names) == len(set(names))


def usual_size(document: Any) -> None:
    document.styles["Normal"].font.size = Pt(9)


def note(document: Any) -> None:
    xml = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'
    document.paragraphs[0]._p.append(parse_xml(xml))


def lost_picture(document: Any) -> None:
    xml = f'<w:r {nsdecls("w", "r")}><w:pict><w:binData r:id="rId99"/></w:pict></w:r>'
    document.paragraphs[0]._p.append(parse_xml(xml))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (usual_size, "預設的樣式和前面的文件不同"),
        (note, "有註腳"),
        (field("TOC \\o"), "有功能變數 TOC，和別的文件放在一起會變"),
        (numbered("List Number"), "有跟著樣式的自動編號"),
        (lost_picture, "有找不到的圖片或連結"),
    ],
)
def test_what_would_not_print_alike_stays_out_and_is_told(
    change: Callable[[Any], object], told: str
):
    left_out: list[str] = []
    papers = {"a": paper(text="前"), "乙.docx": paper(change), "c": paper(text="後")}
    seen: list[str] = []
    how: Any = {"odd_pages": False, "title": "全部", "day": DAY, "progress": seen.append}
    made = joined_word(papers, left_out, **how)
    assert seen == list(papers)
    assert left_out == [f"「乙.docx」{told}，沒有併進去；請另外列印，或改用 --merge 全部.pdf。"]
    assert lines(made or b"") == ["前", "後"]


@pytest.mark.parametrize("code", ["PAGE", "HYPERLINK x", "IF 1 = 1"])
def test_fields_that_say_the_same_anywhere_go_along(code: str):
    assert lines(join({"a": paper(field(code)), "b": paper()}))[0] == "甲"


def test_what_is_no_word_file_is_told_and_nothing_makes_no_file():
    left_out: list[str] = []
    made = joined_word({"壞.docx": b"x"}, left_out, odd_pages=False, title="t", day=DAY)
    assert made is None
    assert left_out[0].startswith("「壞.docx」沒有併進去：")


def test_a_file_that_says_something_else_is_not_given_out(monkeypatch: pytest.MonkeyPatch):
    def losing(body: Any) -> bytes:
        return b"<w:p/>"

    monkeypatch.setattr(joined_file, "inside", losing)
    with pytest.raises(FileProblemError, match="合併後的「a」和原來的不同，沒有寫出"):
        join({"a": paper(), "b": paper()})


@pytest.mark.slow
@pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
def test_printed_pages_are_those_of_the_papers(samples: dict[str, bytes]):
    apart, faults = convert_each(samples, ".pdf")
    whole, fault = convert_each({"全部.docx": join(samples)}, ".pdf")
    assert (faults, fault) == ({}, {})
    pages = [said for name in samples for said in pdf_texts(apart[name])]
    assert [letters(p) for p in pdf_texts(whole["全部.docx"])] == [letters(p) for p in pages]


def letters(page: str) -> list[str]:
    """What a page says, wherever a line of it ends; 第 2 頁，共 3 頁 too."""
    return sorted("".join(page.split()))

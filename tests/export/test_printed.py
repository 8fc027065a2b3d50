"""What of a Word file is printed, and has to be found again in what is made of it."""

import io
import zipfile

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.proving.printed import PaperText, printed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ALL = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = {"s": "styles", "h": "header", "f": "footer", "n": "footnotes", "t": "settings"}


def word(body: str, **parts: str) -> bytes:
    """A Word file of the body and parts: s(tyles), h(eader), f(ooter), n(otes), (se)t(tings)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        office = f'<Relationship Id="r1" Type="{TYPE}/officeDocument" Target="/word/main.xml"/>'
        archive.writestr("_rels/.rels", f"<Relationships>{office}</Relationships>")
        archive.writestr("word/main.xml", f"<w:document {ALL}><w:body>{body}</w:body></w:document>")
        related = "".join(
            f'<Relationship Id="{name}" Type="{TYPE}/{KINDS[name]}" Target="{name}.xml"/>'
            for name in parts
        )
        archive.writestr("word/_rels/main.xml.rels", f"<Relationships>{related}</Relationships>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:all {ALL}>{content}</w:all>")
    return made.getvalue()


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def texts(docx: bytes) -> list[str]:
    return [text.text for text in printed(docx).texts]


BOX = f"<w:txbxContent>{p(r('框'))}</w:txbxContent>"
CODE = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
VANISH = "<w:rPr><w:vanish/></w:rPr>"


def field(code: str, result: str) -> str:
    begin, separate, end = (CODE.format(kind) for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{r(result)}{end}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("甲"), r("乙")), ["甲乙"]),
        (p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"), ["甲 乙 丙"]),
        (p(r("甲"), f"<w:ins>{r('新')}</w:ins>", 
           "<w:del><w:r><w:delText>舊</w:delText></w:r></w:del>"), ["甲新"]),
        (p(f"<w:moveFrom>{r('去')}</w:moveFrom>", f"<w:moveTo>{r('來')}</w:moveTo>"), ["來"]),
        (p(r("甲"), r("藏", VANISH), r("露", VANISH.replace("/>", ' w:val="0"/>'))), ["甲露"]),
        (p(r("甲"), f"<w:hyperlink>{r('連')}</w:hyperlink>"), ["甲連"]),
        (p(r("第"), field(" PAGE ", "3"), r("頁")), ["第", "頁"]),
        (p(r("第"), f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', r("頁")), ["第", "頁"]),
        (p(r("見"), field('HYPERLINK "x"', "連結"), r("。")), ["見連結。"]),
        (p(r("見"), field(f"IF {field('PAGE', '1')} = 1", "一"), r("。")), ["見", "。"]),
        (f"<w:sdt><w:sdtPr><w:t>不</w:t></w:sdtPr><w:sdtContent>{p(r('甲'))}</w:sdtContent></w:sdt>",
         ["甲"]),
        (p(r("甲"), f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
           f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
           "</mc:AlternateContent></w:r>", r("乙")), ["甲乙", "框"]),
        (p(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>"), ["框"]),
        (p(r(" ")), []),
    ],
)  # fmt: skip
def test_paragraph(body: str, expected: list[str]):
    assert texts(word(body)) == expected


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"


def test_table():
    nested = f"<w:tc><w:tbl>{row(cell('內'))}</w:tbl>{p(r('外'))}</w:tc>"
    table = (
        row(cell("頭", "<w:vMerge w:val='restart'/>"), cell("題"), properties="<w:tblHeader/>"),
        row(cell("併", "<w:vMerge/>"), cell("乙")),
        f"<w:sdt><w:sdtContent>{row(cell('丙'), nested)}</w:sdtContent></w:sdt>",
        row(cell("藏"), properties="<w:hidden/>"),
        row(cell("丁"), properties="<w:tblHeader/>"),  # not in front: Word does not repeat it
    )
    paper = printed(word(f"{p(r('文'))}<w:tbl>{''.join(table)}</w:tbl>"))
    assert [(text.place, text.text) for text in paper.texts] == [
        ("本文", "文"),
        ("第 1 個表格第 1 列", "頭"),
        ("第 1 個表格第 1 列", "題"),
        ("第 1 個表格第 2 列", "乙"),
        ("第 1 個表格第 3 列", "丙"),
        ("第 2 個表格第 1 列", "內"),
        ("第 1 個表格第 3 列", "外"),
        ("第 1 個表格第 5 列", "丁"),
    ]
    assert paper.repeated == [["頭", "題"]]


def test_hidden_styles():
    styles = (
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        f'<w:style w:styleId="a">{VANISH}</w:style><w:style w:styleId="c"/>'
    )
    body = "".join(
        p(r(name), properties=f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>') for name in "abc"
    ) + p(r("甲"), r("藏", '<w:rPr><w:rStyle w:val="a"/></w:rPr>'))
    assert texts(word(body, s=styles)) == ["c", "甲"]


def test_notes():
    notes = "".join(f'<w:footnote w:id="{n}">{p(r(f"註{n}"))}</w:footnote>' for n in range(3))
    docx = word(p(r("甲"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("乙")), n=notes)
    assert texts(docx) == ["甲", "乙", "註2"]


FOOTER = p(r("第"), field("PAGE", "1"), r("頁"))
PLAIN = '<w:footerReference w:type="default" r:id="f"/>'


@pytest.mark.parametrize(
    ("section", "settings", "is_certain"),
    [
        (PLAIN, "", True),
        (PLAIN.replace("default", "first"), "", False),
        (f"{PLAIN}<w:titlePg/>", "", False),
        (f'{PLAIN}<w:type w:val="continuous"/>', "", False),
        (PLAIN, "<w:evenAndOddHeaders/>", False),
    ],
)
def test_footer(section: str, settings: str, is_certain: bool):
    docx = word(f"{p(r('甲'))}<w:sectPr>{section}</w:sectPr>", f=FOOTER, t=settings)
    paper: PaperText = printed(docx)
    assert [text.text for text in paper.texts] == ["甲", *(["第", "頁"] if is_certain else [])]
    assert paper.repeated == ([["第", None, "頁"]] if is_certain else [])


def test_a_bomb_is_refused():
    with pytest.raises(FileProblemError, match="MB"):
        printed(word(p(r("甲")), s=" " * 101_000_000))

"""One part of a Word file, written as raw XML, and read."""

from jingjin_forms.page.grid import Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page, read_page

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMES = (
    f'xmlns:w="{W_URI}" xmlns:mc="{MC}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def part(*body: str) -> bytes:
    """A document of these paragraphs and tables."""
    inside = "".join(body)
    return f"<w:document {NAMES}><w:body>{inside}</w:body></w:document>".encode()


def page_of(*body: str) -> Page:
    return read_page("word/document.xml", part(*body))


def line_of(*inside: str) -> Line:
    """The first line of a document with one paragraph."""
    return page_of(f"<w:p>{''.join(inside)}</w:p>").lines[0]


def grid_of(*rows: str) -> Grid:
    return page_of(f"<w:tbl>{''.join(rows)}</w:tbl>").grids[0]


def r(text: str, properties: str = "") -> str:
    """A run."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    """A paragraph; plain texts become runs."""
    return f"<w:p>{''.join(x if x.startswith('<') else r(x) for x in runs)}</w:p>"


def tc(text: str = "", *properties: str) -> str:
    """A cell; properties as `vMerge`, `vMerge=restart`, `gridSpan=2`."""
    inside = text if text.startswith("<") else p(text) if text else "<w:p/>"
    return f"<w:tc><w:tcPr>{''.join(map(_property, properties))}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain texts become cells."""
    inside = "".join(c if c.startswith("<") else tc(c) for c in cells)
    looks = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{looks}{inside}</w:tr>"


def _property(written: str) -> str:
    name, _, value = written.partition("=")
    return f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>"


def field(kind: str, data: str = "", result: str | None = None) -> str:
    """A legacy field; `result` is what it shows, in runs of their own."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    code = f"<w:r><w:instrText> {kind} </w:instrText></w:r>"
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r(result)
    return f'{begin}{code}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def box_field(inside: str = '<w:default w:val="0"/>') -> str:
    """A legacy box to tick."""
    return field("FORMCHECKBOX", f"<w:ffData><w:checkBox>{inside}</w:checkBox></w:ffData>")


def text_field(result: str) -> str:
    return field("FORMTEXT", "<w:ffData><w:textInput/></w:ffData>", result)


def control(inside: str, properties: str = "<w:text/>") -> str:
    """A content control around runs, paragraphs, cells or rows."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def text_box(new: str, old: str | None = None) -> str:
    """A run with a text box as Word stores it, twice; `old` where the second copy differs."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>'
        f"{new}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        f"{new if old is None else old}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

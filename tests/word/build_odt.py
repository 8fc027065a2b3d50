"""Small .odt templates for the tests of the engine, written as raw XML."""

import zipfile
from io import BytesIO

from jingjin_forms.word.open_document.names import NAMESPACES

_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
_KIND = "application/vnd.oasis.opendocument.text"
STYLES = (
    '<style:style style:name="C1" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding-left="0cm" fo:padding-right="0cm"/></style:style>'
    '<style:style style:name="W1" style:family="table-column"><style:table-column-properties'
    ' style:column-width="4cm"/></style:style>'
    '<style:style style:name="First" style:family="paragraph"'
    ' style:master-page-name="Cover"/>'
)
PAGE = (
    '<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm"'
    ' fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout>'
)


def odt(body: str, *, header: str = "", title: str = "") -> bytes:
    """A whole .odt with this in its text, in its header and as its title."""
    parts = {
        "mimetype": _KIND,
        "content.xml": f'<office:document-content {_DECLARED} office:version="1.3">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f'<office:document-styles {_DECLARED} office:version="1.3">'
        f"<office:automatic-styles>{PAGE}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="pm">'
        f"<style:header>{header}</style:header></style:master-page></office:master-styles>"
        "</office:document-styles>",
        "meta.xml": f'<office:document-meta {_DECLARED} xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' office:version="1.3"><office:meta><dc:title>{title}</dc:title></office:meta>'
        "</office:document-meta>",
        "META-INF/manifest.xml": f"<manifest:manifest {_DECLARED}>"
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
        "</manifest:manifest>",
        "Thumbnails/thumbnail.png": "a page",
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(xml: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{xml}</text:p>"


def row(*cells: str) -> str:
    held = "".join(
        f'<table:table-cell table:style-name="C1">{paragraph(cell)}</table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{held}</table:table-row>"


def table(columns: int, *rows: str, head: str = "") -> str:
    widths = '<table:table-column table:style-name="W1"/>' * columns
    head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return f'<table:table table:name="T">{widths}{head}{"".join(rows)}</table:table>'

"""Files as they arrive: ODF texts by hand, and Word files that are nearly a .docx."""

import zipfile
from io import BytesIO

from tests.helpers import parts
from tests.word.build import zipped

_NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("manifest", "manifest"),
    )
)  # fmt: skip
TEXT = "application/vnd.oasis.opendocument.text"
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"


def placeholder(text: str, description: str = "") -> str:
    """As the government's letter templates have them."""
    said = f' text:description="{description}"' if description else ""
    return (
        f'<text:placeholder text:placeholder-type="text"{said}>'
        f"{text.replace('<', '&lt;').replace('>', '&gt;')}</text:placeholder>"
    )


def drop_down(name: str, *options: str) -> str:
    """A list to choose from, its first option shown."""
    labels = "".join(f'<text:label text:value="{option}"/>' for option in options)
    return f'<text:drop-down text:name="{name}">{labels}{options[0]}</text:drop-down>'


def p(*contents: str) -> str:
    return f"<text:p>{''.join(contents)}</text:p>"


def odf_table(*rows: tuple[str, ...]) -> str:
    """Each cell is what stands in its paragraph."""
    inside = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{p(c)}</table:table-cell>' for c in row)}"
        "</table:table-row>"
        for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table table:name="表">{columns}{inside}</table:table>'


def odt(*body: str, kind: str = TEXT, header: str = "", manifest: str = "") -> bytes:
    """A whole .odt, or an .ott when `kind` says so."""
    content = f"<office:document-content{_NAMES} office:version='1.3'>{_body(*body)}"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    files = {
        "mimetype": kind,
        "content.xml": f"{content}</office:document-content>",
        "styles.xml": f"<office:document-styles{_NAMES} office:version='1.3'>{_page(header)}"
        "</office:document-styles>",
        "META-INF/manifest.xml": f"<manifest:manifest{_NAMES}>{entry}"
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        f"{manifest}</manifest:manifest>",
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, how)
    return made.getvalue()


def fodt(*body: str, kind: str = TEXT) -> bytes:
    """The same as one XML."""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document{_NAMES} office:version='1.3' "
        f"office:mimetype='{kind}'>{_body(*body)}</office:document>"
    ).encode()


def _body(*body: str) -> str:
    return f"<office:body><office:text>{''.join(body)}</office:text></office:body>"


def _page(header: str) -> str:
    if not header:
        return ""
    return (
        '<office:automatic-styles><style:page-layout style:name="P"><style:header-style/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="P">'
        f"<style:header>{p(header)}</style:header></style:master-page></office:master-styles>"
    )


def with_main_type(docx: bytes, kind: bytes) -> bytes:
    """A Word file whose main part is of another type: .dotx, .docm."""
    files = parts(docx)
    assert MAIN in files[TYPES]
    return zipped(files | {TYPES: files[TYPES].replace(MAIN, kind)})


def with_macros(docx: bytes) -> bytes:
    """A .docm as Word saves it."""
    files = parts(with_main_type(docx, b"application/vnd.ms-word.document.macroEnabled.main+xml"))
    rels = "word/_rels/document.xml.rels"
    office = "http://schemas.microsoft.com/office/2006/relationships"
    files[rels] = files[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="m1" Type="{office}/vbaProject" Target="vbaProject.bin"/>'
        "</Relationships>".encode(),
    )
    files[TYPES] = files[TYPES].replace(
        b"</Types>",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        b'<Override PartName="/word/vbaData.xml" '
        b'ContentType="application/vnd.ms-word.vbaData+xml"/></Types>',
    )
    files["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 Sub AutoOpen"
    files["word/vbaData.xml"] = b"<wne:vbaSuppData xmlns:wne='x'/>"
    files["word/_rels/vbaProject.bin.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/'
        b'wordVbaData" Target="vbaData.xml"/></Relationships>'
    )
    return zipped(files)


def strict(docx: bytes) -> bytes:
    """As Word saves 「Strict Open XML」."""
    office, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    files = {
        name: content.replace(office + b"wordprocessingml/2006/", strict + b"wordprocessingml/")
        .replace(office + b"officeDocument/2006/", strict + b"officeDocument/")
        .replace(office + b"drawingml/2006/", strict + b"drawingml/")
        .replace(b"<w:document ", b'<w:document w:conformance="strict" ')
        for name, content in parts(docx).items()
    }
    return zipped(files)


def flat_opc(docx: bytes) -> bytes:
    """As Word saves 「Word XML 文件」."""
    pieces: list[bytes] = []
    for name, content in parts(docx).items():
        if name == TYPES:
            continue
        kind = b"application/xml"
        if name.endswith(".rels"):
            kind = b"application/vnd.openxmlformats-package.relationships+xml"
        elif name == "word/document.xml":
            kind = MAIN
        xml = content.partition(b"?>")[2]
        pieces.append(
            b'<pkg:part pkg:name="/%s" pkg:contentType="%s"><pkg:xmlData>%s</pkg:xmlData>'
            b"</pkg:part>" % (name.encode(), kind, xml)
        )
    return (
        b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package '
        b'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">%s</pkg:package>'
    ) % b"".join(pieces)

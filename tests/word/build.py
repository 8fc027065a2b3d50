"""Small Word templates for the tests of the engine, written as raw XML.

python-docx's own default template has two faults that the validator reports, so these start from
a package of our own with nothing in it that is not needed.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from jingjin_forms.word import compile_template

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'<w:styles {_NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="a">'
    '<w:name w:val="Normal"/></w:style></w:styles>'
)
_FONTS = f'<w:fonts {_NAMESPACES}><w:font w:name="標楷體"/></w:fonts>'
_SETTINGS = f'<w:settings {_NAMESPACES}><w:zoom w:percent="100"/></w:settings>'
_COLOURS = (
    *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FACE = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t">'
    '<a:themeElements><a:clrScheme name="t">'
    + "".join(f'<a:{c}><a:srgbClr val="000000"/></a:{c}>' for c in _COLOURS)
    + f'</a:clrScheme><a:fontScheme name="t"><a:majorFont>{_FACE}</a:majorFont>'
    f"<a:minorFont>{_FACE}</a:minorFont></a:fontScheme>"
    f'<a:fmtScheme name="t"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
_FIXED = (
    ("styles", "styles.xml", _STYLES),
    ("settings", "settings.xml", _SETTINGS),
    ("fontTable", "fontTable.xml", _FONTS),
    ("theme", "theme/theme1.xml", _THEME),
)
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
)


def par(*texts: str, properties: str = "") -> str:
    """A paragraph, one run for each text."""
    return f"<w:p>{properties}{''.join(map(run, texts))}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run as Word writes it."""
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r>{properties}<w:t{space}>{text}</w:t></w:r>"


def cell(*contents: str, properties: str = "") -> str:
    """A cell; a plain text becomes a paragraph."""
    width = '<w:tcW w:w="2000" w:type="dxa"/>'
    inside = "".join(c if c.startswith("<") else par(c) for c in contents)
    return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row; a plain text becomes a cell."""
    inside = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr>{properties}{inside}</w:tr>"


def table(*rows: str, columns: int = 2, width: int = 2000) -> str:
    """A table with equal columns."""
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    properties = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def note_reference(number: int = 2) -> str:
    """The mark of a footnote in the text."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(
    *body: str,
    header: str | None = None,
    footer: str | None = None,
    footnote: str | None = None,
    core: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes] | None = None,
    extra_types: str = "",
) -> bytes:
    """A whole .docx; header, footer and footnote are given as what stands inside them.

    `links` are hyperlinks by relationship id; `extra` are more parts.
    """
    parts: dict[str, str] = {}
    types: list[tuple[str, str]] = []
    relations: list[tuple[str, str]] = []

    def add(kind: str, target: str, content: str, content_type: str = "") -> None:
        parts[f"word/{target}"] = content
        types.append((f"word/{target}", content_type or f"{_WORD}.{kind}+xml"))
        relations.append((kind, target))

    for kind, target, content in _FIXED:
        add(kind, target, content, _THEME_TYPE if kind == "theme" else "")
    section = ""
    for kind, tag, content in (("header", "hdr", header), ("footer", "ftr", footer)):
        if content is not None:
            add(kind, f"{kind}1.xml", f"<w:{tag} {_NAMESPACES}>{content}</w:{tag}>")
            section += f'<w:{kind}Reference w:type="default" r:id="rId{len(relations)}"/>'
    if footnote is not None:
        add("footnotes", "footnotes.xml", _footnotes(footnote))
    parts["word/document.xml"] = _document("".join(body), section)
    types.append(("word/document.xml", f"{_WORD}.document.main+xml"))
    if core is not None:
        parts["docProps/core.xml"] = _core(core)
        types.append(("docProps/core.xml", _CORE_TYPE))
    parts["word/_rels/document.xml.rels"] = _relationships(relations, links or {})
    parts["_rels/.rels"] = _package_relationships(core is not None)
    parts["[Content_Types].xml"] = _content_types(types, extra_types)
    return zipped({k: (_DECLARATION + v).encode() for k, v in parts.items()} | dict(extra or {}))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts in a zip."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def saved(folder: Path, content: bytes, name: str = "範本.docx") -> Path:
    """The template as a file."""
    path = folder / name
    path.write_bytes(content)
    return path


def rendered(folder: Path, *body: str, data: Mapping[str, Any], **rest: Any) -> bytes:
    """A template of these parts, compiled and filled."""
    return compile_template(saved(folder, docx(*body, **rest))).render(data)


def _document(body: str, section: str) -> str:
    return (
        f"<w:document {_NAMESPACES}><w:body>{body}"
        f"<w:sectPr>{section}{PAGE}</w:sectPr></w:body></w:document>"
    )


def _footnotes(content: str) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for i, kind in enumerate(("separator", "continuationSeparator"))
    )
    return (
        f"<w:footnotes {_NAMESPACES}>{separators}"
        f'<w:footnote w:id="2">{content}</w:footnote></w:footnotes>'
    )


def _core(properties: Mapping[str, str]) -> str:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in properties.items())
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{inside}</cp:coreProperties>"
    )


def _relationships(relations: list[tuple[str, str]], links: Mapping[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(relations, 1)
    )
    inside += "".join(
        f'<Relationship Id="{i}" Type="{_OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>'
        for i, url in links.items()
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inside}</Relationships>'


def _package_relationships(has_core: bool) -> str:
    inside = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    if has_core:
        inside += (
            f'<Relationship Id="rId2" Type="{_RELATIONSHIPS}/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
        )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inside}</Relationships>'


def _content_types(types: list[tuple[str, str]], extra: str) -> str:
    inside = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}{extra}</Types>'
    )

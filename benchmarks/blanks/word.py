"""Official forms as Microsoft Word writes them, authored in a few lines.

    word_form("領據", p("領　據", size=36), tbl([3, 12], ["姓名", "⟦標籤右格|姓名||⟧"]))

In texts, beside marks: `{u:…}` underlined, `{ut:3}` three underlined tabs, `{b:…}` bold, `{x:…}`
struck through, `{c:…}` coloured, `{br}` line break, `{tab}`, `{sym:A8}` a Wingdings w:sym,
`{pua:F063}` a private-use glyph as text, `{box}` FORMCHECKBOX, `{field}` FORMTEXT, `{check}` a
checkbox control, `{control:請輸入}` a text control with its placeholder, `{ins:…}` and `{del:…}`
tracked changes. A line of a text is a paragraph of its cell.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TypeAlias
from xml.sax.saxutils import escape

from lxml import etree

from benchmarks.blanks.corpus import MarkedForm
from jingjin_forms.word.docx.location import TEXT, Element, W

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
TOKEN = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
KAI = '<w:rFonts w:ascii="標楷體" w:eastAsia="標楷體" w:hAnsi="標楷體"{hint}/>'


@dataclass(frozen=True)
class Block:
    """A paragraph or table, ready as XML."""

    xml: str


@dataclass(frozen=True)
class Cell:
    content: "Content"
    span: int = 1
    merge: str = ""
    """`restart` or `continue` of cells merged downwards."""
    down: bool = False
    """Whether its text runs from top to bottom."""
    align: str = ""
    control: bool = False
    """Whether a content control stands around the whole cell."""


Content: TypeAlias = "str | Block | list[str | Block]"


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell | str, ...]
    before: int = 0
    """Columns of the grid that the row leaves out on its left."""
    after: int = 0
    height: float = 0
    head: bool = False


def p(text: str = "", *, align: str = "", size: int = 24, indent: int = 0, **kind: str) -> Block:
    """A paragraph; `size` in half points, `indent` in twentieths of a point."""
    properties = _size(size)
    inside = "".join(_pieces(text, properties))
    own = "".join(
        [
            f'<w:pStyle w:val="{kind["style"]}"/>' if "style" in kind else "",
            '<w:snapToGrid w:val="0"/>',
            '<w:spacing w:line="400" w:lineRule="exact"/>' if size <= 28 else "",
            f'<w:ind w:leftChars="200" w:left="{indent}"/>' if indent else "",
            f'<w:jc w:val="{align}"/>' if align else "",
            f"<w:rPr>{properties}</w:rPr>",
        ]
    )
    return Block(f"<w:p><w:pPr>{own}</w:pPr>{inside}</w:p>")


def c(
    content: Content = "",
    span: int = 1,
    *,
    v: bool = False,
    down: bool = False,
    align: str = "",
    control: bool = False,
) -> Cell:
    """A cell; with `v` the first of several merged downwards."""
    return Cell(content, span, "restart" if v else "", down, align, control)


def under(span: int = 1) -> Cell:
    """A cell merged with the one above it."""
    return Cell("", span, "continue")


def row(
    *cells: Cell | str, before: int = 0, after: int = 0, height: float = 0, head: bool = False
) -> Row:
    return Row(cells, before, after, height, head)


def tbl(widths: list[float], *rows: Row | list[Cell | str], style: str = "a3") -> Block:
    """A table; widths in cm. Every row must fill the grid: an author's slip is an error."""
    grid = "".join(f'<w:gridCol w:w="{round(width * 567)}"/>' for width in widths)
    lines = "".join(
        _row(each if isinstance(each, Row) else Row(tuple(each)), widths) for each in rows
    )
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    own = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{round(sum(widths) * 567)}"'
        f' w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
    )
    return Block(f"<w:tbl>{own}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>")


def text_box(*lines: str, before: str = "", width: float = 4.0) -> Block:
    """A text box as Word stores it: once as a drawing, once as VML for old programs."""
    inside = "".join(p(line).xml for line in lines)
    emu = round(width * 360000)
    drawing = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"'
        ' relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:posOffset>4000000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        f'<wp:posOffset>-300000</wp:posOffset></wp:positionV><wp:extent cx="{emu}" cy="400000"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="2" name="文字方塊 2"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/'
        'word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{emu}" cy="400000"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inside}</w:txbxContent>"
        "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    picture = (
        '<w:pict><v:shape id="文字方塊 2" o:spid="_x0000_s1026" type="#_x0000_t202"'
        ' style="position:absolute;margin-left:315pt;width:113pt;height:31pt;z-index:251659264">'
        f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{drawing}</w:drawing>'
        f"</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"
    )
    shown = "".join(_pieces(before, _size(24)))
    return Block(f"<w:p><w:r><w:rPr><w:noProof/></w:rPr>{twice}</w:r>{shown}</w:p>")


def word_form(title: str, *blocks: Block, header: Block | None = None, footer: Block | None = None):
    """The form, as Word saves it after several hands have worked on it."""
    parts = partial(_parts, title, blocks, header, footer)
    return MarkedForm(title, "Word", parts, finish=partial(as_saved_by_word, seed=title))


def as_saved_by_word(parts: Mapping[str, bytes], seed: str) -> dict[str, bytes]:
    """Runs split where somebody typed, with the numbers of the sessions and marks of proofing."""
    chance = random.Random(seed)
    saved = dict(parts)
    for name in parts:
        if name.startswith(("word/document", "word/header", "word/footer")):
            root = etree.fromstring(parts[name])
            sessions = [f"00{chance.randrange(16**6):06X}" for _ in range(4)]
            for paragraph in root.iter(f"{W}p"):
                paragraph.set(f"{W}rsidR", chance.choice(sessions))
                paragraph.set(f"{W}rsidRDefault", chance.choice(sessions))
            for text in list(root.iter(TEXT)):
                _split(text, chance, sessions)
            saved[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
    return saved


def _split(text: Element, chance: random.Random, sessions: list[str]) -> None:
    run = text.getparent()
    value = text.text or ""
    if run is None or len(value) < 3 or run.findall("*")[-1] is not text or len(run) > 2:
        return
    pieces = re.findall(r"[\x21-\x7e]+|[^\x21-\x7e]+", value)
    if chance.random() < 0.6:
        where = chance.randrange(1, len(value))
        pieces = [piece for half in (value[:where], value[where:]) for piece in _script(half)]
    if len(pieces) == 1:
        return
    holder = run.getparent()
    assert holder is not None
    at = holder.index(run)
    made: list[Element] = []
    for piece in pieces:
        copy = etree.fromstring(etree.tostring(run))
        copy.tail = None
        copy.set(f"{W}rsidRPr", chance.choice(sessions))
        own = copy.find(TEXT)
        assert own is not None
        own.text = piece
        own.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        fonts = copy.find(f"{W}rPr/{W}rFonts")
        if fonts is not None and ord(piece[0]) > 0x2E80:
            fonts.set(f"{W}hint", "eastAsia")
        proofed = chance.random() < 0.15
        made += [_proof("Start")] * proofed + [copy] + [_proof("End")] * proofed
    holder.remove(run)
    for number, element in enumerate(made):
        holder.insert(at + number, element)


def _script(text: str) -> list[str]:
    return re.findall(r"[\x21-\x7e]+|[^\x21-\x7e]+", text)


def _proof(which: str) -> Element:
    element = etree.Element(f"{W}proofErr")
    element.set(f"{W}type", f"gram{which}")
    return element


def _size(size: int) -> str:
    return f'{KAI.format(hint="")}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _pieces(text: str, properties: str) -> list[str]:
    """The runs of a paragraph."""
    runs: list[str] = []
    end = 0
    for token in TOKEN.finditer(text):
        runs.append(_run(text[end : token.start()], properties))
        runs.append(_special(token[1], token[2] or "", properties))
        end = token.end()
    return [*runs, _run(text[end:], properties)]


NUMBER = "№#"
"""Where a number of its own stands, until the part is complete."""


def _special(name: str, value: str, properties: str) -> str:
    fonts, sizes = properties.split("/>", 1)
    fonts += "/>"
    decorated: dict[str, Callable[[], str]] = {
        "u": lambda: _run(value, f'{properties}<w:u w:val="single"/>'),
        "ut": lambda: (
            f'<w:r><w:rPr>{properties}<w:u w:val="single"/></w:rPr>{"<w:tab/>" * int(value)}</w:r>'
        ),
        "b": lambda: _run(value, f"{fonts}<w:b/>{sizes}"),
        "x": lambda: _run(value, f"{fonts}<w:strike/>{sizes}"),
        "c": lambda: _run(value, f'{fonts}<w:color w:val="A6A6A6"/>{sizes}'),
        "br": lambda: f"<w:r><w:rPr>{properties}</w:rPr><w:br/></w:r>",
        "tab": lambda: f"<w:r><w:rPr>{properties}</w:rPr><w:tab/></w:r>",
        "sym": lambda: (
            f'<w:r><w:rPr>{properties}</w:rPr><w:sym w:font="Wingdings" w:char="F0{value}"/></w:r>'
        ),
        "pua": lambda: (
            f'<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>{sizes}</w:rPr>'
            f"<w:t>{chr(int(value or '0', 16))}</w:t></w:r>"
        ),
        "box": lambda: _field(
            '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>',
            "FORMCHECKBOX",
            "",
            properties,
        ),
        "field": lambda: _field("<w:textInput/>", "FORMTEXT", "\u2002" * 5, properties),
        "check": lambda: (
            f'<w:sdt><w:sdtPr><w:rPr>{properties}</w:rPr><w:id w:val="{NUMBER}"/>'
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612"'
            ' w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
            f"</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>{sizes}</w:rPr><w:t>☐</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        ),
        "control": lambda: (
            f'<w:sdt><w:sdtPr><w:rPr>{properties}</w:rPr><w:id w:val="{NUMBER}"/>'
            "<w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
            f'<w:rStyle w:val="a4"/></w:rPr><w:t>{escape(value)}</w:t></w:r></w:sdtContent></w:sdt>'
        ),
        "ins": lambda: (
            f'<w:ins w:id="{NUMBER}" w:author="user" w:date="2025-08-01T09:00:00Z">'
            f"{_run(value, properties)}</w:ins>"
        ),
        "del": lambda: (
            f'<w:del w:id="{NUMBER}" w:author="user" w:date="2025-08-01T09:00:00Z"><w:r>'
            f'<w:rPr>{properties}</w:rPr><w:delText xml:space="preserve">{escape(value)}'
            "</w:delText></w:r></w:del>"
        ),
    }
    return decorated[name]()


def _field(kind: str, instruction: str, result: str, properties: str) -> str:
    """A legacy form field."""

    def run(inside: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"

    name = f'<w:ffData><w:name w:val="F{NUMBER}"/><w:enabled/><w:calcOnExit w:val="0"/>{kind}'
    return "".join(
        [
            run(f'<w:fldChar w:fldCharType="begin">{name}</w:ffData></w:fldChar>'),
            run(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'),
            run('<w:fldChar w:fldCharType="separate"/>'),
            run(f'<w:t xml:space="preserve">{result}</w:t>') if result else "",
            run('<w:fldChar w:fldCharType="end"/>'),
        ]
    )


def _row(row: Row, widths: list[float]) -> str:
    cells = [each if isinstance(each, Cell) else Cell(each) for each in row.cells]
    filled = row.before + row.after + sum(cell.span for cell in cells)
    if filled != len(widths):
        first = cells[0].content if cells else ""
        raise ValueError(f"列「{first}」佔 {filled} 欄，表格有 {len(widths)} 欄")
    own = "".join(
        [
            f'<w:gridBefore w:val="{row.before}"/>' if row.before else "",
            f'<w:gridAfter w:val="{row.after}"/>' if row.after else "",
            f'<w:trHeight w:val="{round(row.height * 567)}"/>' if row.height else "",
            "<w:tblHeader/>" if row.head else "",
            '<w:jc w:val="center"/>',
        ]
    )
    made, column = "", row.before
    for cell in cells:
        made += _cell(cell, sum(widths[column : column + cell.span]))
        column += cell.span
    return f"<w:tr><w:trPr>{own}</w:trPr>{made}</w:tr>"


def _cell(cell: Cell, width: float) -> str:
    own = f'<w:tcW w:w="{round(width * 567)}" w:type="dxa"/>'
    if cell.span > 1:
        own += f'<w:gridSpan w:val="{cell.span}"/>'
    if cell.merge:
        own += '<w:vMerge w:val="restart"/>' if cell.merge == "restart" else "<w:vMerge/>"
    if cell.down:
        own += '<w:textDirection w:val="tbRlV"/>'
    own += '<w:vAlign w:val="center"/>'
    content = cell.content if isinstance(cell.content, list) else [cell.content]
    blocks: list[Block] = []
    for each in content:
        if isinstance(each, Block):
            blocks.append(each)
        else:
            blocks += [p(line, align=cell.align) for line in each.split("\n")]
    if blocks[-1].xml.startswith("<w:tbl"):
        blocks.append(p())
    made = f"<w:tc><w:tcPr>{own}</w:tcPr>{''.join(block.xml for block in blocks)}</w:tc>"
    if not cell.control:
        return made
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{NUMBER}"/></w:sdtPr><w:sdtContent>{made}</w:sdtContent>'
        "</w:sdt>"
    )


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = (
    f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri"'
    ' w:eastAsia="新細明體" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:kern w:val="2"/>'
    '<w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-TW" w:bidi="ar-SA"/></w:rPr>'
    '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a">'
    '<w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style><w:style w:type="table" w:styleId="a3">'
    '<w:name w:val="Table Grid"/><w:basedOn w:val="a1"/></w:style><w:style w:type="character"'
    ' w:styleId="a4"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="808080"/></w:rPr>'
    "</w:style></w:styles>"
)
_SETTINGS = (
    f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="480"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat></w:settings>'
)


def _parts(
    title: str, blocks: tuple[Block, ...], header: Block | None, footer: Block | None
) -> dict[str, bytes]:
    own = {"header": header, "footer": footer}
    there = {name: block for name, block in own.items() if block is not None}
    kinds = ["styles", "settings", *there]
    file_of = {name: f"{name}1.xml" if name in there else f"{name}.xml" for name in kinds}
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{name}"'
        f' Target="{file_of[name]}"/>'
        for number, name in enumerate(kinds, start=1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{file_of[name]}" ContentType="{_TYPE}.{name}+xml"/>'
        for name in kinds
    )
    used = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId{kinds.index(name) + 1}"/>' for name in there
    )
    section = (
        f'<w:sectPr>{used}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134"'
        ' w:bottom="1134" w:left="1134" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    body = "".join(block.xml for block in blocks)
    if not blocks[-1].xml.startswith("<w:p>"):
        body += p().xml
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override'
        f' PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    top = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>'
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>user</dc:creator></cp:coreProperties>"
    )
    texts = {
        "[Content_Types].xml": types,
        "_rels/.rels": top,
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "docProps/core.xml": core,
    }
    for name, block in there.items():
        tag = {"header": "hdr", "footer": "ftr"}[name]
        texts[f"word/{file_of[name]}"] = f"<w:{tag} {NAMESPACES}>{block.xml}</w:{tag}>"
    numbers = count(1)
    return {
        name: (_XML + re.sub(NUMBER, lambda _: str(next(numbers)), text)).encode()
        for name, text in texts.items()
    }

"""A page as Word writes it; the base of the other programs that write .docx themselves."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from benchmarks.blanks.writers.names import either
from benchmarks.blanks.writers.page import (
    Block,
    Box,
    Cell,
    Page,
    Para,
    Placed,
    Row,
    Run,
    Table,
    laid_out,
    runs,
)

NAMESPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
BOX_TEXT = "<w:txbxContent>{}</w:txbxContent>"


class Word:
    """`parts(page)`: the parts of the file, marks and all."""

    font = "標楷體"
    latin = "Times New Roman"
    language = "zh-TW"
    application = "Microsoft Office Word"
    version = "16.0000"
    namespaces = NAMESPACES
    counting = ("taiwaneseCountingThousand", "%1、")
    """The format and the text of automatic numbers."""
    main_by_default = False
    """Whether [Content_Types].xml names the main part only by the extension xml."""
    plain_style = "Normal"
    styles: dict[str, str] = {"title": "Title", "heading": "Heading1"}  # noqa: RUF012

    def __init__(self) -> None:
        self._ids = 0

    def parts(self, page: Page) -> dict[str, bytes]:
        self._ids = 0
        page = either(page)
        result = {
            "[Content_Types].xml": self.content_types(page),
            "_rels/.rels": self.relations(
                (RELATION + "officeDocument", "word/document.xml"),
                (RELATION + "extended-properties", "docProps/app.xml"),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                    "core-properties",
                    "docProps/core.xml",
                ),
                *self.more_relations(),
            ),
            "docProps/app.xml": self.app(),
            "docProps/core.xml": self.core(page),
            "word/_rels/document.xml.rels": self.relations(
                *((RELATION + kind, target) for kind, target in self.document_relations(page))
            ),
            "word/document.xml": self.document(page),
            "word/styles.xml": self.style_part(),
            "word/settings.xml": self.settings(),
            "word/numbering.xml": self.numbering(),
        }
        if page.header:
            result["word/header1.xml"] = self.root("hdr", self.blocks(page.header))
        if page.footer:
            result["word/footer1.xml"] = self.root("ftr", self.blocks(page.footer))
        for name, text in self.more_parts().items():
            result[name] = text
        return {
            name: (HEAD + text if not text.startswith("<?xml") else text).encode()
            for name, text in result.items()
        }

    # the package

    def content_types(self, page: Page) -> str:
        main = f"{OFFICE}document.main+xml"
        plain = main if self.main_by_default else "application/xml"
        overrides = {
            "word/styles.xml": f"{OFFICE}styles+xml",
            "word/settings.xml": f"{OFFICE}settings+xml",
            "word/numbering.xml": f"{OFFICE}numbering+xml",
            "docProps/app.xml": (
                "application/vnd.openxmlformats-officedocument.extended-properties+xml"
            ),
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        }
        if not self.main_by_default:
            overrides = {"word/document.xml": main, **overrides}
        if page.header:
            overrides["word/header1.xml"] = f"{OFFICE}header+xml"
        if page.footer:
            overrides["word/footer1.xml"] = f"{OFFICE}footer+xml"
        overrides |= self.more_types()
        return (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="{plain}"/>'
            + "".join(
                f'<Override PartName="/{name}" ContentType="{kind}"/>'
                for name, kind in overrides.items()
            )
            + "</Types>"
        )

    def more_types(self) -> dict[str, str]:
        return {}

    def more_relations(self) -> tuple[tuple[str, str], ...]:
        return ()

    def more_parts(self) -> dict[str, str]:
        return {}

    def relations(self, *given: tuple[str, str]) -> str:
        return (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(
                f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
                for i, (kind, target) in enumerate(given, 1)
            )
            + "</Relationships>"
        )

    def document_relations(self, page: Page) -> list[tuple[str, str]]:
        result = [
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("numbering", "numbering.xml"),
        ]
        result += [("header", "header1.xml")] if page.header else []
        result += [("footer", "footer1.xml")] if page.footer else []
        return result

    def app(self) -> str:
        return (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'extended-properties"><Application>{self.application}</Application>'
            f"<AppVersion>{self.version}</AppVersion></Properties>"
        )

    def core(self, page: Page) -> str:
        return (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(page.title)}</dc:title></cp:coreProperties>"
        )

    def settings(self) -> str:
        return (
            f'<w:settings xmlns:w="{NAMESPACES["w"]}"><w:zoom w:percent="100"/>'
            '<w:defaultTabStop w:val="480"/></w:settings>'
        )

    def numbering(self) -> str:
        return (
            f'<w:numbering xmlns:w="{NAMESPACES["w"]}"><w:abstractNum w:abstractNumId="0">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{self.counting[0]}"/><w:lvlText w:val="{self.counting[1]}"/>'
            '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1">'
            '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )

    def style_part(self) -> str:
        fonts = (
            f'<w:rFonts w:ascii="{self.latin}" w:eastAsia="{self.font}" w:hAnsi="{self.latin}"/>'
        )
        named = "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{self.plain_style}"/><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
            "</w:style>"
            for key, name, size in (
                (self.styles["title"], "Title", 32),
                (self.styles["heading"], "heading 1", 26),
            )
        )
        return (
            f'<w:styles xmlns:w="{NAMESPACES["w"]}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
            f'<w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="{self.language}"/></w:rPr>'
            "</w:rPrDefault></w:docDefaults>"
            f'<w:style w:type="paragraph" w:default="1" w:styleId="{self.plain_style}">'
            f'<w:name w:val="Normal"/></w:style>{named}</w:styles>'
        )

    # the page

    def root(self, name: str, inside: str) -> str:
        spaces = "".join(f' xmlns:{p}="{uri}"' for p, uri in self.namespaces.items())
        known = " ".join(p for p in self.namespaces if p in ("w14", "wp14", "w15"))
        return f'<w:{name}{spaces} mc:Ignorable="{known}">{inside}</w:{name}>'

    def document(self, page: Page) -> str:
        number = len(self.document_relations(Page(())))
        references = ""
        for kind, blocks in (("header", page.header), ("footer", page.footer)):
            if blocks:
                number += 1
                references += f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
        section = (
            f"<w:sectPr>{references}"
            '<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
            'w:footer="567" w:gutter="0"/></w:sectPr>'
        )
        return self.root("document", f"<w:body>{self.blocks(page.blocks)}{section}</w:body>")

    def blocks(self, given: Iterable[Block]) -> str:
        return "".join(
            self.para(b)
            if isinstance(b, Para)
            else self.table(b)
            if isinstance(b, Table)
            else self.box(b)
            for b in given
        )

    def para(self, para: Para) -> str:
        inside = "".join(self.run(r, para) for r in self.cut(runs(para.text)))
        return f"<w:p>{self.para_properties(para)}{inside}</w:p>"

    def cut(self, given: Iterable[Run]) -> Iterable[Run]:
        """Where the program begins a new run without need."""
        return given

    def para_properties(self, para: Para) -> str:
        said = f'<w:pStyle w:val="{self.styles[para.style]}"/>' if para.style else ""
        said += "<w:pageBreakBefore/>" if para.breaks else ""
        if para.listed:
            said += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        said += self.spacing(para)
        said += f'<w:jc w:val="{para.align}"/>' if para.align else ""
        said += self.mark_properties(para)
        return f"<w:pPr>{said}</w:pPr>" if said else ""

    def spacing(self, para: Para) -> str:
        return ""

    def mark_properties(self, para: Para) -> str:
        return ""

    def run_properties(self, run: Run, para: Para) -> str:
        said = '<w:rFonts w:hint="eastAsia"/>' if not run.text.isascii() else ""
        said += "<w:b/>" if "b" in run.look else ""
        said += '<w:color w:val="FF0000"/>' if "red" in run.look else ""
        said += '<w:u w:val="single"/>' if "u" in run.look else ""
        return f"<w:rPr>{said}</w:rPr>" if said else ""

    def text(self, text: str) -> str:
        kept = ' xml:space="preserve"' if text != text.strip() or "  " in text else ""
        return f"<w:t{kept}>{escape(text)}</w:t>"

    def run(self, run: Run, para: Para) -> str:
        properties = self.run_properties(run, para)
        match run.kind:
            case "sym":
                inside = f'<w:sym w:font="Wingdings" w:char="{run.text}"/>'
            case "br" | "tab":
                inside = f"<w:{run.kind}/>"
            case "legacy" | "legacybox":
                return self.legacy(run.kind, properties)
            case "control":
                return self.control(run, properties)
            case _:
                inside = self.text(run.text)
        return f"<w:r>{properties}{inside}</w:r>"

    def control(self, run: Run, properties: str) -> str:
        self._ids += 1
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{self._ids + 1000}"/><w:showingPlcHdr/><w:text/>'
            f"</w:sdtPr><w:sdtContent><w:r>{properties}{self.text(run.text)}</w:r>"
            "</w:sdtContent></w:sdt>"
        )

    def legacy(self, kind: str, properties: str) -> str:
        self._ids += 1
        name = f'<w:name w:val="Field{self._ids}"/><w:enabled/><w:calcOnExit w:val="0"/>'
        if kind == "legacy":
            data = f"<w:ffData>{name}<w:textInput/></w:ffData>"
            code, shown = " FORMTEXT ", f"<w:r>{properties}{self.text(' ' * 5)}</w:r>"
        else:
            box = '<w:checkBox><w:sizeAuto/><w:default w:val="0"/></w:checkBox>'
            data = f"<w:ffData>{name}{box}</w:ffData>"
            code, shown = " FORMCHECKBOX ", ""
        begin = f'<w:r>{properties}<w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        text = f'<w:r>{properties}<w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        parted = f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        return (
            begin
            + text
            + parted
            + shown
            + f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
        )

    # tables

    def table(self, table: Table) -> str:
        rows = "".join(self.row(row, cells, table) for row, cells in laid_out(table))
        return f"<w:tbl>{self.table_properties(table)}{self.table_grid(table)}{rows}</w:tbl>"

    def table_grid(self, table: Table) -> str:
        columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in table.widths)
        return f"<w:tblGrid>{columns}</w:tblGrid>"

    def table_properties(self, table: Table) -> str:
        return (
            f'<w:tblPr><w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>{self.borders(table)}'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )

    def borders(self, table: Table, color: str = "auto") -> str:
        if not table.borders:
            return ""
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{color}"/>' for side in sides
        )
        return f"<w:tblBorders>{lines}</w:tblBorders>"

    def row_properties(self, row: Row, table: Table) -> str:
        said = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
        if row.before:
            said += f'<w:wBefore w:w="{sum(table.widths[: row.before])}" w:type="dxa"/>'
        said += f'<w:trHeight w:val="{row.height}"/>' if row.height else ""
        said += "<w:tblHeader/>" if row.header else ""
        return f"<w:trPr>{said}</w:trPr>" if said else ""

    def row(self, row: Row, cells: list[Placed], table: Table) -> str:
        inside = "".join(self.cell(c, table) for c in cells)
        return f"<w:tr>{self.row_properties(row, table)}{inside}</w:tr>"

    def cell_width(self, placed: Placed, table: Table) -> int:
        return sum(table.widths[placed.column : placed.column + placed.cell.span])

    def cell_properties(self, placed: Placed, table: Table) -> str:
        cell = placed.cell
        said = f'<w:tcW w:w="{self.cell_width(placed, table)}" w:type="dxa"/>'
        said += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        if placed.covered:
            said += "<w:vMerge/>"
        elif cell.down > 1:
            said += '<w:vMerge w:val="restart"/>'
        said += f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' * bool(cell.shade)
        said += '<w:textDirection w:val="tbRlV"/>' if cell.upright else ""
        return f'<w:tcPr>{said}<w:vAlign w:val="center"/></w:tcPr>'

    def cell(self, placed: Placed, table: Table) -> str:
        return f"<w:tc>{self.cell_properties(placed, table)}{self.inside(placed.cell)}</w:tc>"

    def inside(self, cell: Cell) -> str:
        if cell.blocks:
            end = "" if isinstance(cell.blocks[-1], Para) else self.para(Para())
            return self.blocks(cell.blocks) + end
        return "".join(self.para(Para(text)) for text in cell.text.split("\n"))

    # text boxes

    def box(self, box: Box) -> str:
        """Twice, as Word has it since 2010: for itself, and for who knows only VML."""
        self._ids += 1
        width, height = box.width * 635, box.height * 635
        text = BOX_TEXT.format("".join(self.para(p) for p in box.paras))
        shape = (
            f'<wp:inline><wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{self._ids}" name="文字方塊 {self._ids}"/>'
            '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f'<a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx>{text}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            "</wp:inline>"
        )
        old = (
            f'<v:shape id="box{self._ids}" style="width:{box.width / 20}pt;'
            f'height:{box.height / 20}pt"><v:textbox>{text}</v:textbox></v:shape>'
        )
        return (
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
            f"<w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback><w:pict>{old}</w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )


class WordByDefault(Word):
    """A file whose main part is typed by the extension alone, as some generators write."""

    main_by_default = True

"""A page as Word writes it; the base of the other programs that write .docx themselves."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from benchmarks.blanks.writers.package import NAMESPACES, Package
from benchmarks.blanks.writers.page import (
    Block,
    Box,
    Cell,
    Para,
    Placed,
    Row,
    Run,
    Table,
    laid_out,
    runs,
)

BOX_TEXT = "<w:txbxContent>{}</w:txbxContent>"


class Word(Package):
    """Word itself, set to Traditional Chinese."""

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

"""A page as flat OpenDocument text, for LibreOffice to convert to .docx."""

import re
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
    Run,
    Table,
    laid_out,
    runs,
)

URN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": f"{URN}office:1.0",
    "style": f"{URN}style:1.0",
    "text": f"{URN}text:1.0",
    "table": f"{URN}table:1.0",
    "draw": f"{URN}drawing:1.0",
    "fo": f"{URN}xsl-fo-compatible:1.0",
    "svg": f"{URN}svg-compatible:1.0",
}
LOOKS = {
    "u": 'style:text-underline-style="solid" style:text-underline-width="auto"',
    "b": 'fo:font-weight="bold" style:font-weight-asian="bold"',
    "red": 'fo:color="#ff0000"',
}
ALIGN = {"": "start", "center": "center", "right": "end"}


class Odf:
    """`flat(page)`: the text of an .fodt file."""

    def __init__(self) -> None:
        self._styles: dict[str, str] = {}
        self._numbers = 0

    def flat(self, page: Page) -> str:
        self._styles, self._numbers = {}, 0
        page = either(page)
        body = self._blocks(page.blocks)
        styles = "".join(self._styles.values())
        spaces = " ".join(f'xmlns:{p}="{uri}"' for p, uri in SPACES.items())
        ends = "".join(
            f"<style:{name}>{self._blocks(blocks)}</style:{name}>"
            for name, blocks in (("header", page.header), ("footer", page.footer))
            if blocks
        )
        layout = "".join(
            f"<style:{n}-style><style:header-footer-properties "
            f'fo:min-height="0.5cm"/></style:{n}-style>'
            for n, blocks in (("header", page.header), ("footer", page.footer))
            if blocks
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} '
            'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:styles>{FIXED}</office:styles>"
            f"<office:automatic-styles>{styles}"
            f'<style:page-layout style:name="A4"><style:page-layout-properties '
            f'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>{layout}'
            "</style:page-layout></office:automatic-styles>"
            '<office:master-styles><style:master-page style:name="Standard" '
            f'style:page-layout-name="A4">{ends}</style:master-page></office:master-styles>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    def _blocks(self, given: Iterable[Block]) -> str:
        return "".join(
            self._para(b)
            if isinstance(b, Para)
            else self._table(b)
            if isinstance(b, Table)
            else self._box(b)
            for b in given
        )

    def _para(self, para: Para) -> str:
        inside = "".join(self._run(run) for run in runs(para.text))
        name = self._para_style(para)
        tag = "h" if para.style == "heading" else "p"
        level = ' text:outline-level="1"' if tag == "h" else ""
        whole = f'<text:{tag} text:style-name="{name}"{level}>{inside}</text:{tag}>'
        if para.listed:
            self._numbers += 1
            more = ' text:continue-numbering="true"' if self._numbers > 1 else ""
            whole = (
                f'<text:list text:style-name="L1"{more}><text:list-item>{whole}'
                "</text:list-item></text:list>"
            )
        return whole

    def _para_style(self, para: Para) -> str:
        name = f"P{para.style}{para.align}{int(para.breaks)}"
        parent = {"title": "Title", "heading": "Heading_20_1"}.get(para.style, "Standard")
        page = ' fo:break-before="page"' if para.breaks else ""
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph" '
            f'style:parent-style-name="{parent}"><style:paragraph-properties '
            f'fo:text-align="{ALIGN[para.align]}"{page}/></style:style>'
        )
        return name

    def _run(self, run: Run) -> str:
        match run.kind:
            case "tab":
                inside = "<text:tab/>"
            case "br":
                inside = "<text:line-break/>"
            case "control":
                inside = (
                    '<text:placeholder text:placeholder-type="text">'
                    f"&lt;{escape(run.text)}&gt;</text:placeholder>"
                )
            case "":
                inside = re.sub(
                    " {2,}|^ | $",
                    lambda m: f'<text:s text:c="{len(m[0])}"/>',
                    escape(run.text),
                )
            case other:
                raise ValueError(f"no {other} in OpenDocument")
        if not run.look:
            return inside
        name = "T" + "".join(sorted(run.look))
        looks = " ".join(LOOKS[look] for look in sorted(run.look))
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="text">'
            f"<style:text-properties {looks}/></style:style>"
        )
        return f'<text:span text:style-name="{name}">{inside}</text:span>'

    def _table(self, table: Table) -> str:
        name = f"Table{len([s for s in self._styles if s.startswith('Table')]) + 1}"
        whole = sum(table.widths) / 566.9
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{whole:.2f}cm" table:align="margins"/></style:style>'
        )
        columns = ""
        for width in table.widths:
            column = f"C{width}"
            self._styles[column] = (
                f'<style:style style:name="{column}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width / 566.9:.2f}cm"/>'
                "</style:style>"
            )
            columns += f'<table:table-column table:style-name="{column}"/>'
        rows = "".join(
            f"<table:table-row>{''.join(self._cell(p, table) for p in placed)}</table:table-row>"
            for _, placed in laid_out(table)
        )
        return f'<table:table table:style-name="{name}">{columns}{rows}</table:table>'

    def _cell(self, placed: Placed, table: Table) -> str:
        cell = placed.cell
        covered = "<table:covered-table-cell/>"
        if placed.covered:
            return covered * cell.span
        name = f"Cell{int(table.borders)}{cell.shade}"
        look = 'fo:border="0.5pt solid #000000"' if table.borders else 'fo:border="none"'
        look += f' fo:background-color="#{cell.shade}"' if cell.shade else ""
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table-cell">'
            f'<style:table-cell-properties {look} fo:padding="0.1cm"/></style:style>'
        )
        spans = f' table:number-columns-spanned="{cell.span}"' if cell.span > 1 else ""
        spans += f' table:number-rows-spanned="{cell.down}"' if cell.down > 1 else ""
        return (
            f'<table:table-cell table:style-name="{name}"{spans} office:value-type="string">'
            f"{self._inside(cell)}</table:table-cell>" + covered * (cell.span - 1)
        )

    def _inside(self, cell: Cell) -> str:
        if cell.blocks:
            return self._blocks(cell.blocks)
        return "".join(self._para(Para(text)) for text in cell.text.split("\n"))

    def _box(self, box: Box) -> str:
        inside = self._blocks(box.paras)
        return (
            '<text:p><draw:frame text:anchor-type="as-char" '
            f'svg:width="{box.width / 566.9:.2f}cm" svg:height="{box.height / 566.9:.2f}cm">'
            f"<draw:text-box>{inside}</draw:text-box></draw:frame></text:p>"
        )


FIXED = (
    '<style:default-style style:family="paragraph"><style:text-properties '
    'fo:font-size="12pt" style:font-size-asian="12pt" fo:language="en" fo:country="US" '
    'style:language-asian="zh" style:country-asian="TW"/></style:default-style>'
    '<style:style style:name="Standard" style:family="paragraph"/>'
    '<style:style style:name="Title" style:family="paragraph" '
    'style:parent-style-name="Standard"><style:text-properties fo:font-size="16pt" '
    'style:font-size-asian="16pt"/></style:style>'
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" '
    'style:family="paragraph" style:parent-style-name="Standard" '
    'style:default-outline-level="1"><style:text-properties fo:font-size="13pt" '
    'style:font-size-asian="13pt"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>'
)

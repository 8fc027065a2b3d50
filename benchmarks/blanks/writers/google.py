"""A page as Google Docs exports it.

Its habits: every run says all of its look; attributes in the order of the alphabet; a content
control `goog_rdk_n` around text whose font lacks it, which is no blank; header rows named none;
tables of a style of their own each; nothing twice, no boxes, no form fields.
"""

from benchmarks.blanks.writers.package import NAMESPACES
from benchmarks.blanks.writers.page import Box, Page, Para, Placed, Row, Run, Table
from benchmarks.blanks.writers.word import Word

RSID = 'w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000"'


class Google(Word):
    font = "Arial Unicode MS"
    latin = "Arial"
    application = ""
    namespaces = {  # noqa: RUF012
        **NAMESPACES,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "o": "urn:schemas-microsoft-com:office:office",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "sl": "http://schemas.openxmlformats.org/schemaLibrary/2006/main",
    }

    def __init__(self) -> None:
        super().__init__()
        self._tables = 0

    def parts(self, page: Page) -> dict[str, bytes]:
        self._tables = 0
        result = super().parts(page)
        del result["docProps/app.xml"]  # Google writes neither of the two
        del result["docProps/core.xml"]
        result["_rels/.rels"] = self.relations(
            (
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                "officeDocument",
                "word/document.xml",
            )
        ).encode()
        types = result["[Content_Types].xml"].decode()
        for part in ("app", "core"):
            start = types.index(f'<Override PartName="/docProps/{part}.xml"')
            types = types[:start] + types[types.index("/>", start) + 2 :]
        result["[Content_Types].xml"] = types.encode()
        return result

    def para(self, para: Para) -> str:
        whole = super().para(para)
        return f'<w:p {RSID} w:rsidP="00000000">' + whole.removeprefix("<w:p>")

    def spacing(self, para: Para) -> str:
        return '<w:spacing w:after="0" w:line="276" w:lineRule="auto"/>'

    def mark_properties(self, para: Para) -> str:
        return self.run_properties(Run(), para)

    def run_properties(self, run: Run, para: Para) -> str:
        bold = int("b" in run.look or para.style == "title")
        color = "ff0000" if "red" in run.look else "000000"
        under = "single" if "u" in run.look else "none"
        return (
            '<w:rPr><w:rFonts w:ascii="Arial Unicode MS" w:cs="Arial Unicode MS" '
            'w:eastAsia="Arial Unicode MS" w:hAnsi="Arial Unicode MS"/>'
            f'<w:b w:val="{bold}"/><w:i w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/>'
            f'<w:color w:val="{color}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
            f'<w:u w:val="{under}"/><w:shd w:fill="auto" w:val="clear"/>'
            '<w:vertAlign w:val="baseline"/><w:rtl w:val="0"/></w:rPr>'
        )

    def text(self, text: str) -> str:
        plain = super().text(text)
        return plain.replace("<w:t>", '<w:t xml:space="preserve">')

    def run(self, run: Run, para: Para) -> str:
        written = super().run(run, para).replace("<w:r>", f"<w:r {RSID}>")
        if run.kind or run.text.isascii():
            return written
        self._ids += 1
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{self._ids * 7919}"/>'
            f'<w:tag w:val="goog_rdk_{self._ids - 1}"/></w:sdtPr>'
            f"<w:sdtContent>{written}</w:sdtContent></w:sdt>"
        )

    def box(self, box: Box) -> str:
        raise ValueError("Google Docs has no text boxes")

    def legacy(self, kind: str, properties: str) -> str:
        raise ValueError("Google Docs has no form fields")

    def table(self, table: Table) -> str:
        self._tables += 1
        return super().table(table)

    def table_properties(self, table: Table) -> str:
        return (
            f'<w:tblPr><w:tblStyle w:val="Table{self._tables}"/>'
            f'<w:tblW w:w="{float(sum(table.widths))}" w:type="dxa"/><w:jc w:val="left"/>'
            f'{self.borders(table, "000000")}<w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0000"/></w:tblPr>'
        ).replace('.0"', '"')

    def row_properties(self, row: Row, table: Table) -> str:
        said = f'<w:gridBefore w:val="{row.before}"/>' if row.before else ""
        height = f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>' if row.height else ""
        return f'<w:trPr>{said}<w:cantSplit w:val="0"/>{height}<w:tblHeader w:val="0"/></w:trPr>'

    def cell_properties(self, placed: Placed, table: Table) -> str:
        said = super().cell_properties(placed, table)
        start, end = said.index("<w:tcW"), said.index("/>") + 2
        said = said[:start] + said[end:]  # widths stand in the grid alone
        return said.replace("<w:vMerge/>", '<w:vMerge w:val="continue"/>').replace(
            '<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>'
        )

    def style_part(self) -> str:
        extra = "".join(
            f'<w:style w:type="table" w:styleId="Table{n}" w:customStyle="1">'
            f'<w:name w:val="Table{n}"/></w:style>'
            for n in range(1, self._tables + 1)
        )
        return super().style_part().replace("</w:styles>", extra + "</w:styles>")

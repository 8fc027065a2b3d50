"""A page as WPS Office writes it.

Its habits: namespaces and a custom property of its own, styles with numbers for names, runs
cut wherever the script changes, each with hint and language; underlined spaces in runs of
their own; a grid that disagrees with the widths of the cells; exact line spacing.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from benchmarks.blanks.writers.package import NAMESPACES, RELATION
from benchmarks.blanks.writers.page import Page, Para, Placed, Run, Table
from benchmarks.blanks.writers.word import Word

SCRIPTS = re.compile(r"⟦[^⟧]*⟧|[\x00-\x7f]+|[^\x00-\x7f⟦]+")
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


class Wps(Word):
    font = "宋体"
    language = "zh-CN"
    application = "WPS Office_11.1.0.12165_F1E327BC-269C-435d-A152-05C5408002CA"
    version = "14.0000"
    plain_style = "1"
    styles = {"title": "4", "heading": "2"}  # noqa: RUF012
    namespaces = {  # noqa: RUF012
        **NAMESPACES,
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    }

    def parts(self, page: Page) -> dict[str, bytes]:
        self._went_back = False
        return super().parts(page)

    def cut(self, given: Iterable[Run]) -> Iterable[Run]:
        for run in given:
            if run.kind:
                yield run
            else:
                yield from (replace(run, text=text) for text in SCRIPTS.findall(run.text))

    def para(self, para: Para) -> str:
        whole = super().para(para)
        if para.style == "title" and not self._went_back:
            self._went_back = True
            mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
            whole = whole.removesuffix("</w:p>") + mark + "</w:p>"
        return whole

    def spacing(self, para: Para) -> str:
        if para.style:
            return '<w:spacing w:before="156" w:beforeLines="50" w:line="360" w:lineRule="auto"/>'
        return '<w:spacing w:line="400" w:lineRule="exact"/>'

    def mark_properties(self, para: Para) -> str:
        return f"<w:rPr>{self._look(Run(), para)}</w:rPr>"

    def run_properties(self, run: Run, para: Para) -> str:
        return f"<w:rPr>{self._look(run, para)}</w:rPr>"

    def _look(self, run: Run, para: Para) -> str:
        hint = "default" if run.text.isascii() and run.text else "eastAsia"
        said = (
            f'<w:rFonts w:hint="{hint}" w:ascii="{self.font}" w:hAnsi="{self.font}" '
            f'w:eastAsia="{self.font}" w:cs="{self.font}"/>'
        )
        said += "<w:b/><w:bCs/>" if "b" in run.look or para.style else ""
        said += '<w:color w:val="FF0000"/>' if "red" in run.look else ""
        said += '<w:sz w:val="24"/><w:szCs w:val="24"/>'
        said += '<w:u w:val="single"/>' if "u" in run.look else ""
        return said + f'<w:lang w:val="en-US" w:eastAsia="{self.language}"/>'

    def table_properties(self, table: Table) -> str:
        style = '<w:tblStyle w:val="6"/>'
        cells = "".join(
            f'<w:{side} w:w="{w}" w:type="dxa"/>'
            for side, w in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
        )
        return (
            f'<w:tblPr>{style}<w:tblW w:w="0" w:type="auto"/><w:tblInd w:w="0" w:type="dxa"/>'
            f'{self.borders(table)}<w:tblLayout w:type="autofit"/>'
            f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
        )

    def table_grid(self, table: Table) -> str:
        """As it was before someone dragged the columns: of equal width."""
        even = (sum(table.widths) // len(table.widths),) * len(table.widths)
        return super().table_grid(replace(table, widths=even))

    def cell_width(self, placed: Placed, table: Table) -> int:
        return super().cell_width(placed, table) + (placed.column % 3 - 1) * 7

    def style_part(self) -> str:
        extra = (
            '<w:style w:type="table" w:default="1" w:styleId="5"><w:name w:val="Normal Table"/>'
            '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
            '<w:style w:type="table" w:styleId="6"><w:name w:val="Table Grid"/>'
            '<w:basedOn w:val="5"/></w:style>'
        )
        return super().style_part().replace("</w:styles>", extra + "</w:styles>")

    def more_types(self) -> dict[str, str]:
        return {
            "docProps/custom.xml": (
                "application/vnd.openxmlformats-officedocument.custom-properties+xml"
            )
        }

    def more_relations(self) -> tuple[tuple[str, str], ...]:
        return ((RELATION + "custom-properties", "docProps/custom.xml"),)

    def more_parts(self) -> dict[str, str]:
        types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
        return {
            "docProps/custom.xml": (
                f'<Properties xmlns="{CUSTOM}" xmlns:vt="{types}">'
                '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
                'name="KSOProductBuildVer"><vt:lpwstr>2052-11.1.0.12165</vt:lpwstr></property>'
                "</Properties>"
            )
        }


class WpsTaiwan(Wps):
    """The same program set to Traditional Chinese."""

    font = "標楷體"
    language = "zh-TW"

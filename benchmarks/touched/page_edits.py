"""What people add to a page and take apart on it."""

from random import Random

from lxml import etree

from benchmarks.touched.runs import remove
from benchmarks.touched.sheet import Sheet
from benchmarks.touched.value_edits import new_paragraph
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, TABLE, W

REMARK = "※ 以上資料已與總務處確認，114年3月17日補充說明：如有疑問請洽承辦人。"


def remark_at_end(sheet: Sheet, random: Random) -> bool:
    """One more paragraph behind the form."""
    body = sheet.root[0]
    paragraph = new_paragraph(REMARK)
    if len(body) and body[-1].tag == f"{W}sectPr":
        body[-1].addprevious(paragraph)
    else:
        body.append(paragraph)
    return True


def empty_paragraphs(sheet: Sheet, random: Random) -> bool:
    """An empty paragraph before each table."""
    tables = [table for table in sheet.root.iter(TABLE)]
    for table in tables:
        table.addprevious(etree.Element(PARAGRAPH))
    return bool(tables)


def unmerged(sheet: Sheet, random: Random) -> bool:
    """Cells that were one are several, the text in the first."""
    cells = sheet.root.iter(CELL)
    merged = [found for cell in cells for found in cell.findall(f"{W}tcPr/{W}vMerge")]
    for found in merged:
        remove(found)
    return bool(merged)

"""Where a paper's pages break, and what an officer would send back about it.

    page_faults(docx, pages_of(document))  # ["page 2 begins with what closes a table: 小計12,000…"]

The text of the .docx says what is a row, a head, a heading; the PDF what stands on which page.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from lxml import etree

from tests.helpers import W, paragraph_text, part_root
from tests.pages.rendered import FOOT, HEAD, body, has_pictures

FEW = 60  # characters: a page with fewer is looked at more closely
LINE = 6  # points: texts whose feet lie closer than this stand on one line
SHOWN = 60  # characters of a page that a message shows
CLOSING = re.compile(
    r"小計|合計|總計|整體平均|雜支[\d,元]*以小計|"  # totals
    r"承辦(人|單位主)|審核小組委員|賦歸|"  # who signs, and the end of the day
    r"填表人：|姓名職稱服務單位"
)
"""What no page may begin with, behind a repeated head: it closes the rows above it."""
NOTES = re.compile(r"備註|附註|[*※]")
"""What may go over to a page alone."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What one page shows between its running head and foot."""

    text: str
    """Without white space."""
    last_line: str
    """The lowest line of it, without white space."""
    lines: int
    """How many lines it has; 2 stands for many where it has much text."""
    is_half: bool
    """Whether the lower half of it is empty."""
    is_picture: bool
    begins_paper: bool
    """Whether it has no running head, as only a first page has none."""


def pages_of(document: pypdfium2.PdfDocument) -> list[PrintedPage]:
    """The pages of a PDF as they can be judged."""
    return [_read(page) for page in document]


def _read(page: pypdfium2.PdfPage) -> PrintedPage:
    width, height = page.get_size()
    shown, lines = body(page), page.get_textpage()
    text = _solid(shown)
    head = lines.get_text_bounded(0, height - HEAD, width, height)
    lower = lines.get_text_bounded(0, FOOT, width, height / 2)
    pictures = has_pictures(page)
    return PrintedPage(
        text=text,
        last_line=_solid(shown.rstrip().splitlines()[-1]) if text else "",
        lines=_lines(page) if len(text) < FEW else 2,
        is_half=not lower.strip() and not pictures,
        is_picture=pictures,
        begins_paper=not head.strip(),
    )


def _lines(page: pypdfium2.PdfPage) -> int:
    """How many lines there are between head and foot."""
    text = page.get_textpage()
    feet = sorted(text.get_rect(n)[1] for n in range(text.count_rects()))
    inside = [foot for foot in feet if FOOT < foot < page.get_height() - HEAD]
    return sum(1 for n, foot in enumerate(inside) if not n or foot - inside[n - 1] > LINE)


def page_faults(docx: bytes, pages: Sequence[PrintedPage]) -> list[str]:
    """What is wrong with the breaks between a paper's pages, each fault with its page's text."""
    paper = _Paper(part_root(docx))
    found: list[str] = []
    for number, page in enumerate(pages, 1):
        if number > 1:
            rest = paper.without_head(page.text)
            found += [
                f"page {number} {fault}: {page.text[:SHOWN]}" for fault in _head(page, rest, paper)
            ]
        if number < len(pages):
            follows = pages[number].text
            end = page.text[-SHOWN:]
            found += [f"page {number} {fault}: …{end}" for fault in _foot(page, follows, paper)]
    return found


def _head(page: PrintedPage, rest: str, paper: "_Paper") -> Iterable[str]:
    """What is wrong with the beginning of a page behind the first."""
    if CLOSING.match(rest) and not any(rest.startswith(row) for row in paper.behind_blank):
        yield "begins with what closes a table"
    elif page.is_picture or NOTES.match(rest):
        return
    elif not rest:
        yield "holds nothing"
    elif page.lines < 2:
        yield "holds a lone line"
    elif len(rest) < FEW and rest in paper.rows:
        yield "holds a lone row"


def _foot(page: PrintedPage, follows: str, paper: "_Paper") -> Iterable[str]:
    """What is wrong with the end of a page that is not the last."""
    if any(text in follows for text in paper.breaks):
        return
    if any(page.text.endswith(head) for head in paper.heads):
        yield "ends with the head of a table"
    elif page.last_line in paper.headings:
        yield "ends with a heading"
    if page.is_half:
        yield "is half empty"


class _Paper:
    """What the text of a .docx says of its rows and paragraphs, all of it without white space."""

    def __init__(self, root: etree._Element):
        tables = list(root.iter(f"{W}tbl"))
        self.heads = {head for head in map(_head_of, tables) if head}
        """Of each table, the rows that are repeated on its further pages."""
        self.rows = {_row(row) for table in tables for row in table.iterchildren(f"{W}tr")}
        self.behind_blank = {text for table in tables for text in _behind_blank(table)}
        """The rows that stay with an empty row, of which the PDF shows no text."""
        paragraphs = [(p, _solid(paragraph_text(p))) for p in root.iter(f"{W}p")]
        self.headings = {
            text
            for paragraph, text in paragraphs
            if text and _is_heading(paragraph, text) and not CLOSING.match(text)
        }
        """The labels of what comes below them."""
        self.breaks = _after_breaks(root)
        """How the text behind each page break begins."""

    def without_head(self, text: str) -> str:
        """A page's text without the head that is repeated on it."""
        for head in sorted(self.heads, key=len, reverse=True):
            if text.startswith(head):
                return text.removeprefix(head)
        return text


def _head_of(table: etree._Element) -> str:
    rows = table.iterchildren(f"{W}tr")
    return "".join(_row(row) for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None)


def _row(row: etree._Element) -> str:
    return _solid("".join(map(paragraph_text, row.iter(f"{W}p"))))


def _behind_blank(table: etree._Element) -> Iterable[str]:
    texts = [_row(row) for row in table.iterchildren(f"{W}tr")]
    return (text for before, text in pairwise(texts) if text and not before)


def _is_heading(paragraph: etree._Element, text: str) -> bool:
    """A label without its answer, outside a table or alone in its row."""
    cell = paragraph.getparent()
    if cell.tag == f"{W}tc" and len(list(cell.getparent().iterchildren(f"{W}tc"))) > 1:
        return False
    return text.endswith(("：", ":")) or bool(re.match(r"【.*】$", text))


def _after_breaks(root: etree._Element) -> set[str]:
    """The texts that stand at the top of a page because a page break is in front of them."""
    found: set[str] = set()
    is_behind = False
    for paragraph in root.iter(f"{W}p"):
        is_behind |= paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
        text = _solid(paragraph_text(paragraph))
        if is_behind and text:
            found.add(text)
            is_behind = False
    return found


def _solid(text: str) -> str:
    return "".join(text.split())

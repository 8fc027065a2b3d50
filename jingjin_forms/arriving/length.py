"""How long a Word file is at least, without printing it."""

import re

MOST_PAGES = 100
"""More is a handbook with forms in it."""
_LETTERS, _LINES = 2500, 70
"""More than these no page holds that people can read."""
_BREAK = re.compile(
    rb'<w:br(?=\s)[^>]*w:type="page"|<w:pageBreakBefore(?:/>|\s+w:val="(?:1|true|on)")'
    rb"|<w:lastRenderedPageBreak\b"
)
_TEXT = re.compile(rb"<w:t(?:\s[^>]*)?>([^<]*)</w:t>")
_ROW, _CELL = re.compile(rb"<w:tr[\s>]"), re.compile(rb"<w:tc[\s>]")
_PARAGRAPH = re.compile(rb"<w:p[\s>/]")


def least_pages(document: bytes) -> int:
    """How many pages the text of a Word file has at least.

    By its own page breaks, by its letters, and by its lines (the rows of its tables, and the
    paragraphs outside): an estimate from below.
    """
    breaks = 1 + len(_BREAK.findall(document))
    letters = sum(len(text.decode(errors="replace")) for text in _TEXT.findall(document))
    rows, cells = len(_ROW.findall(document)), len(_CELL.findall(document))
    lines = rows + max(0, len(_PARAGRAPH.findall(document)) - 2 * cells)
    return max(breaks, letters // _LETTERS, lines // _LINES)

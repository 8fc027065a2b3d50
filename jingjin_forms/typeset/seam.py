"""Two tables that look like one: `seam` between them.

Tables of their own have heads that repeat on further pages, but two borders where they meet. The
upper table has no line at its foot; a black paragraph of 0.7 points, the least that Word sets, is
that line on the upper table's page, and lies on the head of the lower table where that is the same.
"""

from collections.abc import Sequence
from dataclasses import replace

from jingjin_forms.typeset.layout import Block, Paragraph, Row, Table
from jingjin_forms.typeset.style import Style

_DEPTHS = {"endif": 1, "else": 0, "elif": 0, "if": -1}


def add_seam(blocks: list[Block], is_kept: bool) -> bool:
    """Put a seam behind the table that the blocks end with; False where they end with none."""
    if not blocks or not isinstance(blocks[-1], Table):
        return False
    upper = blocks[-1]
    style = replace(upper.style, is_open=True)
    blocks[-1] = replace(upper, style=style, rows=_with_open_foot(upper.rows))
    blocks.append(Paragraph(style=Style(keep=is_kept), is_seam=True))
    return True


def _with_open_foot(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Whichever of several rows `if` prints at the end has no line at its foot, as the table's
    style says of a row that is the last anyway."""
    depth, opened = 0, list(rows)
    for index in reversed(range(len(rows))):
        if not rows[index].is_tag:
            opened[index] = _without_foot(rows[index])
        elif (word := _word_of(rows[index])) in _DEPTHS:
            depth += _DEPTHS[word]
        else:  # a loop prints one row often, which has a line at its foot but for the last time
            break
        if depth == 0:
            break
    return tuple(opened) if depth == 0 and rows and rows[-1].is_tag else tuple(rows)


def _word_of(tag: Row) -> str:
    """What a row of a tag begins with: if, else, for."""
    (paragraph,) = tag.cells[0].content
    return paragraph.spans[0].text.split()[1] if isinstance(paragraph, Paragraph) else ""


def _without_foot(row: Row) -> Row:
    cells = (replace(cell, unlined=cell.unlined | {"bottom"}) for cell in row.cells)
    return replace(row, cells=tuple(cells))

"""Two tables that look like one: `seam` between them.

Tables of their own have heads that repeat on further pages, but two borders where they meet. The
upper table has no line at its foot; a black paragraph of 0.7 points, the least that Word sets, is
that line on the upper table's page, and lies on the head of the lower table where that is the same.
"""

from dataclasses import replace

from jingjin_forms.typeset.layout import Block, Paragraph, Table
from jingjin_forms.typeset.style import Style


def add_seam(blocks: list[Block], is_kept: bool) -> bool:
    """Put a seam behind the table that the blocks end with; False where they end with none."""
    if not blocks or not isinstance(blocks[-1], Table):
        return False
    upper = blocks[-1]
    blocks[-1] = replace(upper, style=replace(upper.style, is_open=True))
    blocks.append(Paragraph(style=Style(keep=is_kept), is_seam=True))
    return True

"""Tables that meet: one line where the official paper has one, not the borders of both."""

from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph
from lxml import etree

from jingjin_forms.errors import LayoutError
from jingjin_forms.typeset import typeset
from tests.helpers import W, part_root

TEMPLATES = Path(__file__).parents[2] / "templates"
APART = 5  # points
TWO = """
table 4 4
| 甲 | 乙
endtable
{between}
table 8
| 丙
endtable
"""


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.docx")), ids=lambda path: path.stem)
def test_no_form_has_a_double_rule(template: Path):
    """Tables that do not meet in one line lie well apart."""
    document = docx.Document(str(template))
    for paragraph in document.paragraphs:
        element = paragraph._p
        if not paragraph.text.strip() and is_between_tables(element):
            if is_seam(element):
                assert is_open(element.getprevious())
            else:
                assert height(paragraph) >= APART


def is_between_tables(element: etree._Element) -> bool:
    beside = (element.getprevious(), element.getnext())
    return all(other is not None and other.tag == f"{W}tbl" for other in beside)


def height(paragraph: Paragraph) -> float:
    """Points."""
    look = paragraph.paragraph_format.line_spacing
    style = paragraph.style
    while look is None and style is not None:
        look, style = style.paragraph_format.line_spacing, style.base_style
    return look.pt if look is not None else 12 * 1.3


def is_seam(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") == "Seam"


def is_open(table: etree._Element) -> bool:
    """Whether the table has no line at its foot."""
    foot = table.find(f"{W}tblPr/{W}tblBorders/{W}bottom")
    return foot is not None and foot.get(f"{W}val") == "nil"


def test_a_seam_is_the_foot_of_the_upper_table():
    body = part_root(typeset(TWO.format(between="seam")))[0]
    upper, seam, lower = body[:3]
    assert is_open(upper)
    assert is_seam(seam)
    assert not is_open(lower)
    assert seam.find(f"{W}pPr/{W}keepNext") is None


def test_a_seam_can_stay_with_what_follows():
    seam = part_root(typeset(TWO.format(between="seam keep")))[0][1]
    assert seam.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize(
    ("between", "fault"),
    [
        ("字\nseam", "第 6 行「seam」：seam 要緊接在 endtable 後面"),
        ("seam 1pt", "第 5 行「seam 1pt」：seam 後面只能是 keep"),
    ],
)
def test_wrong_seams(between: str, fault: str):
    with pytest.raises(LayoutError, match=fault):
        typeset(TWO.format(between=between))

"""A block of another program's template, from {#rows} to {/rows}: where it stands, what our tags
for it say, and how they are put around its rows or paragraphs."""

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from jingjin_forms.arriving.foreign import ForeignTag, Means
from jingjin_forms.arriving.run_texts import RunTexts
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, Element, Place, W


@dataclass(slots=True)
class Token:
    """A tag where it stands."""

    tag: ForeignTag
    texts: RunTexts
    place: Place
    is_copy: bool
    """Whether it stands in the second copy of a text box, of which nobody is told."""
    new: str | None = None
    """What takes its place; nothing where it stands in a row or paragraph of its own now."""
    after: str = ""
    """Our tag, wherever it stands."""
    note: str = ""
    blocks: list["Block"] = field(default_factory=list["Block"])
    """The loops that it stands in, the outermost first."""

    @property
    def row(self) -> Element | None:
        return next(self.texts.paragraph.iterancestors(ROW), None)


@dataclass(slots=True)
class Block:
    """From {#rows} to {/rows}."""

    begin: Token
    end: Token
    inside: list[Token]
    item: str = ""
    """What one of its items is called in our tags; blank for a condition."""
    list_name: str = ""


def kind_of_place(block: Block) -> str | None:
    """`tr` for rows, `p` for paragraphs, blank within a paragraph; None where neither is whole."""
    begin, end = block.begin, block.end
    if begin.texts is end.texts:
        alone = begin.texts.text.strip() == begin.texts.text[begin.tag.start : end.tag.end]
        row = begin.row
        if row is not None and alone and _is_loop(block) and len(list(row.iter(CELL))) == 1:
            return "tr"
        return ""
    cell, last_cell = (next(t.texts.paragraph.iterancestors(CELL), None) for t in (begin, end))
    if cell is not last_cell:
        rows = begin.row, end.row
        is_table = rows[0] is not None and rows[1] is not None
        return "tr" if is_table and rows[0].getparent() is rows[1].getparent() else None  # type: ignore[union-attr]
    same = begin.texts.paragraph.getparent() is end.texts.paragraph.getparent()
    first = not begin.texts.text[: begin.tag.start].strip()
    last = not end.texts.text[end.tag.end :].strip()
    return "p" if same and first and last else None


def rows_of(block: Block) -> set[Element]:
    """From the row that it begins in to that in which it ends."""
    first, last = block.begin.row, block.end.row
    rows: set[Element] = set()
    row = first
    while row is not None:
        rows.add(row)
        row = None if row is last else row.getnext()
    return rows


def _is_loop(block: Block) -> bool:
    return bool(block.item)


def words_for(block: Block, name: str, where: str) -> tuple[str, str]:
    """The tags of ours that begin and end it."""
    mark = f"{where} " if where else " "
    if block.item:
        rows = "|列數(1)" if where == "tr" else ""
        return f"{{%{mark}for {block.item} in {name}{rows} %}}", f"{{%{mark}endfor %}}"
    negation = "not " if block.begin.tag.means is Means.OPEN_NOT else ""
    return f"{{%{mark}if {negation}{name} %}}", f"{{%{mark}endif %}}"


def put_rows_around(block: Block, opening: str, closing: str) -> None:
    """A row with the tag before the first row that is repeated, and one behind the last."""
    first, last = block.begin.row, block.end.row
    assert first is not None
    assert last is not None
    first.addprevious(_row_like(first, opening))
    last.addnext(_row_like(last, closing))
    block.begin.new = block.end.new = ""


def _row_like(row: Element, text: str) -> Element:
    """A row with the same cells; nothing stands in it but the tag."""
    made = deepcopy(row)
    cells = list(made.iterchildren(CELL)) or list(made.iter(CELL))
    for number, cell in enumerate(cells):
        for child in list(cell):
            if child.tag != f"{W}tcPr":
                cell.remove(child)
        for merge in cell.findall(f"{W}tcPr/{W}vMerge"):
            merge.getparent().remove(merge)  # type: ignore[union-attr]
        cell.append(_paragraph(text if number == 0 else ""))
    return made


def put_paragraphs_around(block: Block, opening: str, closing: str) -> None:
    """A paragraph with the tag before the first that is repeated, and one behind the last.

    A paragraph in which nothing but the tag stood becomes that paragraph.
    """
    for token, text in ((block.begin, opening), (block.end, closing)):
        if token.texts.text.strip() == token.tag.typed:
            token.new = text
            continue
        paragraph = token.texts.paragraph
        around = _paragraph(text)
        if token is block.begin:
            paragraph.addprevious(around)
        else:
            paragraph.addnext(around)
        token.new = ""


def _paragraph(text: str) -> Element:
    paragraph = etree.Element(PARAGRAPH)
    if text:
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}t").text = text
    return paragraph

"""Where in a Word file something stands, in the words of someone who looks at the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from lxml import etree

T = TypeVar("T")

# lxml has no public name for the type of its elements.
Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE, ROW, CELL, PARAGRAPH, TEXT = (f"{W}{name}" for name in ("tbl", "tr", "tc", "p", "t"))

_PART_NAMES = {
    "document": "本文",
    "header": "頁首",
    "footer": "頁尾",
    "footnotes": "註腳",
    "endnotes": "章節附註",
    "core": "文件摘要資訊",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One row, cell or paragraph; counted from 1, tables in the order they are printed."""

    part: str
    kind: str = ""
    """`tr`, `tc` or `p`: also what docxtpl writes behind `{%` for a tag that swallows it."""
    table: int = 0
    row: int = 0
    column: int = 0
    paragraph: int = 0

    def __str__(self) -> str:
        words = [self.part]
        if self.table:
            words.append(f"表格 {self.table} 第 {self.row} 列")
        if self.column:
            words[-1] += f"第 {self.column} 欄"
        elif self.paragraph:
            words.append(f"第 {self.paragraph} 段")
        return " ".join(words)


def part_title(name: str) -> str:
    """`word/header1.xml` → 頁首 1."""
    stem = name.rsplit("/", 1)[-1].removesuffix(".xml")
    plain = stem.rstrip("0123456789")
    return f"{_PART_NAMES.get(plain, stem)} {stem[len(plain) :]}".rstrip()


def places(root: Element, part: str) -> Iterator[tuple[Element, Place]]:
    """Every row, cell and paragraph of a part, in document order, with its place."""
    tables = 0
    paragraphs = 0
    table_of: dict[Element, int] = {}
    row_of: dict[Element, tuple[int, int]] = {}
    cell_of: dict[Element, Place] = {}
    counted: dict[Element | None, int] = {}  # the rows of each table, the cells of each row
    for element in root.iter(TABLE, ROW, CELL, PARAGRAPH):
        if element.tag == TABLE:
            tables += 1
            table_of[element] = tables
        elif element.tag == ROW:
            table = _nearest(element, table_of) or 0
            number = counted[element.getparent()] = counted.get(element.getparent(), 0) + 1
            row_of[element] = table, number
            yield element, Place(part, "tr", table, number)
        elif element.tag == CELL:
            table, row = _nearest(element, row_of) or (0, 0)
            number = counted[element.getparent()] = counted.get(element.getparent(), 0) + 1
            cell_of[element] = Place(part, "tc", table, row, number)
            yield element, cell_of[element]
        else:
            cell = _nearest(element, cell_of)
            if cell is None:
                paragraphs += 1
                yield element, Place(part, "p", paragraph=paragraphs)
            else:
                yield element, Place(part, "p", cell.table, cell.row, cell.column)


def _nearest(element: Element, known: dict[Element, T]) -> T | None:
    return next((known[a] for a in element.iterancestors() if a in known), None)


def texts_of_paragraphs(root: Element) -> dict[Element, str]:
    """What each paragraph of the template says, without those of a text box inside it."""
    texts: dict[Element, list[str]] = {p: [] for p in root.iter(PARAGRAPH)}
    for text in root.iter(TEXT):
        paragraph = next(text.iterancestors(PARAGRAPH), None)
        if paragraph is not None:
            texts[paragraph].append(text.text or "")
    return {paragraph: "".join(pieces) for paragraph, pieces in texts.items()}

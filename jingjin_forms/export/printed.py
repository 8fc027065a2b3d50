"""What a Word file prints: the text of each paragraph and cell that has to be on the paper.

Not everything that a file holds is printed: hidden text, text deleted while changes were tracked,
the second copy of a text box that is kept for old programs, cells that a merged one covers. Page
numbers and dates are worked out anew by whoever prints, so what they said last is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jingjin_forms.export.word_parts import Element, WordParts, all_of, is_on, name_of, value
from jingjin_forms.files.archives import open_archive

_UNPRINTED = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr")
)
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo"))
"""What may stand around a row or a cell."""
_FIGURES = frozenset(("sym", "oMath", "ruby", "footnoteReference", "endnoteReference", "pgNum"))
"""What prints something in a paragraph that its text does not say."""
_STATIC_FIELDS = frozenset(("HYPERLINK", "MERGEFIELD", "FORMTEXT"))
"""Fields that print what the file says."""

Line = list[str | None]
"""The pieces of a paragraph; None where something stands that the file does not say."""


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A paragraph, or a piece of one."""

    place: str
    """In the words of a reader: 第 2 個表格第 3 列."""
    text: str


@dataclass(slots=True)
class PaperText:
    """All that a Word file prints."""

    texts: list[PrintedText] = field(default_factory=list[PrintedText])
    repeated: list[Line] = field(default_factory=list[Line])
    """What may be printed again on each page: heads of tables, headers and footers."""
    perhaps: list[Line] = field(default_factory=list[Line])
    """What is printed on some pages or on none: headers and footers that the first page lacks."""


def printed(docx: bytes) -> PaperText:
    """What the file prints. Raises FileProblemError, or what `zipfile` and lxml raise for a file
    that is no Word file."""
    paper = PaperText()
    with open_archive(docx, "這份 Word 檔") as archive:
        parts = WordParts(archive)
        for name, element in parts.printed():
            reader = _Reader(paper, name, parts.hidden_styles)
            reader.blocks(element, name or "本文")
            if name in ("頁首", "頁尾"):
                paper.repeated += reader.lines
        for element in parts.on_some_pages():
            reader = _Reader(PaperText(), "", parts.hidden_styles)
            reader.blocks(element, "")
            paper.perhaps += [line for line in reader.lines if line not in paper.repeated]
    return paper


@dataclass(slots=True)
class _Field:
    """A field whose end has not come yet: its code first, then what it said last."""

    code: str = ""
    in_result: bool = False

    @property
    def is_static(self) -> bool:
        return self.code.split()[:1] in ([name] for name in _STATIC_FIELDS)


class _Reader:
    """Goes through one part of a Word file once, in order."""

    def __init__(self, paper: PaperText, part: str, hidden_styles: frozenset[str]):
        self.paper = paper
        self.part = part
        self.hidden_styles = hidden_styles
        self.lines: list[Line] = []
        self._tables = 0
        self._fields: list[_Field] = []  # they may reach over several paragraphs

    def blocks(self, element: Element, place: str) -> None:
        """Add what stands in the element."""
        for child in element:
            name = name_of(child)
            if name == "p":
                self._paragraph(child, place)
            elif name == "tbl":
                self._table(child)
            elif name not in _UNPRINTED:
                self.blocks(child, place)

    def _table(self, table: Element) -> None:
        self._tables += 1
        place = f"{self.part}第 {self._tables} 個表格"
        head: Line = []
        is_head = True
        for number, row in enumerate(_inside(table, "tr"), 1):
            before = len(self.paper.texts)
            if not is_on(row, "trPr", "hidden"):
                for cell in _inside(row, "tc"):
                    if not _is_covered(cell):
                        self.blocks(cell, f"{place}第 {number} 列")
            is_head = is_head and is_on(row, "trPr", "tblHeader")
            if is_head:
                head += [text.text for text in self.paper.texts[before:]]
        if head:
            self.paper.repeated.append(head)

    def _paragraph(self, paragraph: Element, place: str) -> None:
        boxes: list[Element] = []
        is_hidden = self._has_hidden_style(paragraph, "pPr", "pStyle")
        line: Line = [""]
        for piece in self._pieces(paragraph, boxes, is_hidden):
            if piece is None:
                line += [None, ""]
            else:
                line[-1] = f"{line[-1]}{piece}"
        self.lines.append(line)
        self.paper.texts += [PrintedText(place, piece) for piece in line if piece and piece.strip()]
        for box in boxes:
            self.blocks(box, f"{place}的文字方塊")

    def _pieces(
        self, element: Element, boxes: list[Element], is_hidden: bool
    ) -> Iterator[str | None]:
        """The texts in the element; text boxes go to `boxes`, they are no part of the line."""
        for child in element:
            name = name_of(child)
            if name == "t":
                if not is_hidden and all(f.in_result and f.is_static for f in self._fields):
                    yield child.text or ""
            elif name in ("tab", "br", "cr", "ptab"):
                yield " "
            elif name == "r":
                yield from self._pieces(child, boxes, self._is_hidden_run(child, is_hidden))
            elif name in ("fldChar", "instrText", "fldSimple"):
                yield from self._field(name, child, boxes, is_hidden)
            elif name in _FIGURES:
                yield None
            elif name == "txbxContent":
                boxes.append(child)
            elif name == "AlternateContent":  # the first is meant for programs of today
                yield from self._pieces(child[0], boxes, is_hidden) if len(child) else ()
            elif name not in _UNPRINTED:
                yield from self._pieces(child, boxes, is_hidden)

    def _field(
        self, name: str, element: Element, boxes: list[Element], is_hidden: bool
    ) -> Iterator[str | None]:
        if name == "fldSimple":
            simple = _Field(value(element, "instr"), in_result=True)
            self._fields.append(simple)
            yield from self._pieces(element, boxes, is_hidden)
            self._fields.pop()
            if not simple.is_static:
                yield None
        elif name == "instrText":
            if self._fields:
                self._fields[-1].code += element.text or ""
        elif value(element, "fldCharType") == "begin":
            self._fields.append(_Field())
        elif value(element, "fldCharType") == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif value(element, "fldCharType") == "end" and self._fields:
            is_static = self._fields.pop().is_static
            yield "" if is_static else None

    def _is_hidden_run(self, run: Element, otherwise: bool) -> bool:
        for properties in all_of(run, "rPr"):
            if any(True for _ in all_of(properties, "vanish")):
                return is_on(run, "rPr", "vanish")
            break
        return otherwise or self._has_hidden_style(run, "rPr", "rStyle")

    def _has_hidden_style(self, element: Element, properties: str, style: str) -> bool:
        return any(
            value(named, "val") in self.hidden_styles
            for found in all_of(element, properties)
            for named in all_of(found, style)
        )


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in _WRAPPERS:
            yield from _inside(child, wanted)


def _is_covered(cell: Element) -> bool:
    return any(
        value(merge, "val") in ("", "continue")
        for properties in all_of(cell, "tcPr")
        for kind in ("vMerge", "hMerge")
        for merge in all_of(properties, kind)
    )

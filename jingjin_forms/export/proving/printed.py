"""What a Word file prints: the text of each paragraph and cell that has to be on the paper.

Not everything that a file holds is printed: hidden text, text deleted while changes were tracked,
the second copy of a text box that is kept for old programs, cells that a merged one covers. Page
numbers and dates are worked out anew by whoever prints, so what they said last is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jingjin_forms.export.proving.word_parts import (
    Element,
    WordParts,
    all_of,
    is_on,
    name_of,
    owners,
    says_yes,
    value,
)
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
_UNKNOWN = (None, "")
"""That, and the next piece."""


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
        parts = WordParts(archive, docx)
        for name, element in parts.printed():
            reader = _Reader(paper, name, element, parts.hidden_styles)
            reader.blocks(element, name or "本文")
            if name in ("頁首", "頁尾"):
                paper.repeated += reader.lines
        for element in parts.on_some_pages():
            reader = _Reader(PaperText(), "", element, parts.hidden_styles)
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

    def __init__(self, paper: PaperText, part: str, root: Element, hidden_styles: frozenset[str]):
        self.paper = paper
        self.part = part
        self.lines: list[Line] = []
        self._hidden_styles = hidden_styles
        self._hidden_rows = {row for row, on in owners(root, "trPr", "hidden") if says_yes(on)}
        self._heads = {row for row, on in owners(root, "trPr", "tblHeader") if says_yes(on)}
        self._covered = {
            cell
            for cell, merge in owners(root, "tcPr", "vMerge", "hMerge")
            if value(merge, "val") in ("", "continue")
        }
        self._vanishing = {run for run, _ in owners(root, "rPr", "vanish")}
        """Runs that say themselves whether they are hidden."""
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
            if row not in self._hidden_rows:
                for cell in _inside(row, "tc"):
                    if cell not in self._covered:
                        self.blocks(cell, f"{place}第 {number} 列")
            is_head = is_head and row in self._heads
            if is_head:
                head += [text.text for text in self.paper.texts[before:]]
        if head:
            self.paper.repeated.append(head)

    def _paragraph(self, paragraph: Element, place: str) -> None:
        boxes: list[Element] = []
        line: Line = [""]
        is_hidden = self._has_hidden_style(paragraph, "pPr", "pStyle")
        self._read(paragraph, line, boxes, is_hidden)
        self.lines.append(line)
        self.paper.texts += [PrintedText(place, piece) for piece in line if piece and piece.strip()]
        for box in boxes:
            self.blocks(box, f"{place}的文字方塊")

    def _read(self, element: Element, line: Line, boxes: list[Element], is_hidden: bool) -> None:
        """Add the texts in the element to the line; text boxes go to `boxes`, they are no part of
        it."""
        for child in element:
            name = name_of(child)
            if name == "r":
                self._read(child, line, boxes, self._is_hidden_run(child, is_hidden))
            elif name == "t":
                if not is_hidden and all(f.in_result and f.is_static for f in self._fields):
                    _add(line, child.text or "")
            elif name in _UNPRINTED:
                continue
            elif name in ("tab", "br", "cr", "ptab"):
                _add(line, " ")
            elif name in ("fldChar", "instrText", "fldSimple"):
                self._field(name, child, line, boxes, is_hidden)
            elif name in _FIGURES:
                line += _UNKNOWN
            elif name == "txbxContent":
                boxes.append(child)
            elif name == "AlternateContent":  # the first is meant for programs of today
                if len(child):
                    self._read(child[0], line, boxes, is_hidden)
            else:
                self._read(child, line, boxes, is_hidden)

    def _field(
        self, name: str, element: Element, line: Line, boxes: list[Element], is_hidden: bool
    ) -> None:
        if name == "fldSimple":
            simple = _Field(value(element, "instr"), in_result=True)
            self._fields.append(simple)
            self._read(element, line, boxes, is_hidden)
            self._fields.pop()
            if not simple.is_static:
                line += _UNKNOWN
        elif name == "instrText":
            if self._fields:
                self._fields[-1].code += element.text or ""
        elif value(element, "fldCharType") == "begin":
            self._fields.append(_Field())
        elif value(element, "fldCharType") == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif value(element, "fldCharType") == "end" and self._fields:
            line += () if self._fields.pop().is_static else _UNKNOWN

    def _is_hidden_run(self, run: Element, otherwise: bool) -> bool:
        if run in self._vanishing and all_of(all_of(run, "rPr")[0], "vanish"):
            return is_on(run, "rPr", "vanish")
        return otherwise or self._has_hidden_style(run, "rPr", "rStyle")

    def _has_hidden_style(self, element: Element, properties: str, style: str) -> bool:
        return bool(self._hidden_styles) and any(
            value(named, "val") in self._hidden_styles
            for found in all_of(element, properties)
            for named in all_of(found, style)
        )


def _add(line: Line, text: str) -> None:
    line[-1] = f"{line[-1]}{text}"


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row."""
    for child in element:
        name = name_of(child)
        if name == wanted:
            yield child
        elif name in _WRAPPERS:
            yield from _inside(child, wanted)

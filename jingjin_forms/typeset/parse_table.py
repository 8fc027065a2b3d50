"""The lines between `table` and `endtable` as a `Table`.

Lines are gathered as drafts of rows; `finish` merges the cells (see `grid`) and builds the rows.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from jingjin_forms.typeset.cell_grid import Area, DraftCell, DraftRow, areas, unlined_sides
from jingjin_forms.typeset.faults import Faults
from jingjin_forms.typeset.inline import split_cells, template_tags
from jingjin_forms.typeset.layout import (
    DEFAULT_PAD,
    Block,
    Cell,
    Column,
    Line,
    Paragraph,
    Row,
    RowStyle,
    Table,
    TableStyle,
)
from jingjin_forms.typeset.parse_rows import parse_rows
from jingjin_forms.typeset.parse_text import TextParser
from jingjin_forms.typeset.style import (
    CELL_FIELDS,
    CELL_TEXT_FIELDS,
    NESTING_FIELDS,
    NO_STYLE,
    Style,
    number,
    parse_style,
)
from jingjin_forms.typeset.tag_cells import tag_cell_messages

_COLUMN = re.compile(r"(\d+(?:\.\d+)?)([lcrj]?)(?:\*(\d{1,2}))?")
_ALIGNMENTS = {"": None, "l": "left", "c": "center", "r": "right", "j": "justify"}
_REPEATED = re.compile(r"<\*(\d{1,2})")
_TOLERANCE = 0.005
"""Centimetres that a table may be wider than its room, for sums of rounded widths."""


class TableParser:
    """One table while it is read; `finish` gives the whole."""

    def __init__(
        self,
        line: Line,
        rest: str,
        text: TextParser,
        defined: Mapping[str, Table],
        room: float | None,
    ):
        self.line = line
        self.text = text
        self.faults: Faults = text.faults
        self.defined = defined
        self.drafts: list[DraftRow] = []
        self.row_style = RowStyle()
        self.columns: list[Column] = []
        self.style = TableStyle()
        head, _, self.roomy_if = (part.strip() for part in rest.partition(" roomy if "))
        self._head(head.split())
        if room is not None and self.columns:
            self._check_width(line, room, self.style.indent + sum(c.width for c in self.columns))

    # The head

    def _head(self, words: list[str]) -> None:
        while words and (match := _COLUMN.fullmatch(words[0])):
            column = Column(float(match[1]), _ALIGNMENTS[match[2]])
            self.columns += [column] * int(match[3] or 1)
            words = words[1:]
        if not self.columns or not all(column.width for column in self.columns):
            self.faults.add(self.line, "table 後面要先寫各欄的寬度（公分），例如 2.9c 2.2r 7.5")
        plain: list[str] = []
        for word in words:
            try:
                if not self._table_word(word):
                    plain.append(word)
            except ValueError as error:
                self.faults.add(self.line, f"「{word}」：{error}")
        cells, messages = parse_style(plain, self.text.named, CELL_TEXT_FIELDS)
        self.faults.add(self.line, *messages)
        self.style = replace(self.style, cells=cells)

    def _table_word(self, word: str) -> bool:
        """Take a word that belongs to the table itself, and say whether it did."""
        name, _, value = word.partition("=")
        if name in ("indent", "pad", "air"):
            self.style = replace(self.style, **{name: number(value)})
        elif name == "align" and value in ("left", "center", "right"):
            self.style = replace(self.style, align=value)
        elif name == "borders" and value in ("outer", "none"):
            self.style = replace(self.style, borders=value)
        elif name in ("align", "borders"):
            raise ValueError("表格的 align 是 left/center/right，borders 是 outer/none")
        else:
            return False
        return True

    def _check_width(self, line: Line, room: float, width: float) -> None:
        if width > room + _TOLERANCE:
            self.faults.add(
                line,
                f"表格寬 {width:.2f} 公分，可用的寬度只有 {room:.2f} 公分，"
                f"多了 {width - room:.2f} 公分",
            )

    # The lines

    def set_rows(self, line: Line, rest: str) -> None:
        """Read a `rows` line."""
        self.row_style, messages = parse_rows(rest, self.text.named)
        self.faults.add(line, *messages)
        if self.row_style.roomy and not self.roomy_if:
            self.faults.add(line, "height= 有兩個高度時，table 的最後要寫 roomy if 和條件")

    def tag(self, tag: str) -> None:
        """Add a row that holds nothing but a tag."""
        cell = DraftCell(content=[self.text.tag("tr", tag)])
        self.drafts.append(DraftRow(self.line, RowStyle(), [cell], is_tag=True))

    def take(self, line: Line) -> None:
        """Read a `|` line or a `+` line."""
        texts = split_cells(line.text[1:])
        if line.text.startswith("|"):
            texts = [part for text in texts for part in _repeated(text)]
        if len(texts) == len(self.columns) + 1 and not texts[-1]:
            texts.pop()
        if line.text.startswith("+"):
            self._more(line, texts)
            return
        if self.columns and len(texts) != len(self.columns):
            self.faults.add(line, f"這一列有 {len(texts)} 格，表格有 {len(self.columns)} 欄")
            texts = (texts + [""] * len(self.columns))[: len(self.columns)]
        cells = [self._cell(line, text) for text in texts]
        self.drafts.append(DraftRow(line, self.row_style, cells))

    def _cell(self, line: Line, text: str) -> DraftCell:
        if text in ("<", "^"):
            return DraftCell(mark=text)
        paragraph = self.text.paragraph(line, text, CELL_FIELDS)
        nested = self._nested(line, paragraph.style.table)
        style = replace(paragraph.style, table=None)
        first = replace(paragraph, style=NO_STYLE)
        content: list[Block] = [] if nested and not first.spans else [first]
        return DraftCell(style=style, content=content + nested, tags=tuple(template_tags(text)))

    def _more(self, line: Line, texts: list[str]) -> None:
        row = self.drafts[-1] if self.drafts else None
        if row is None or row.is_tag or len(texts) > len(row.cells):
            self.faults.add(line, "+ 要接在一列的後面，格數不能比那一列多")
            return
        for text, cell in zip(texts, row.cells, strict=False):
            if not text or text == cell.mark:
                continue
            if cell.mark:
                self.faults.add(line, f"上面那一格是「{cell.mark}」，已經併入別格，不能再加字")
                continue
            paragraph = self.text.paragraph(line, text, NESTING_FIELDS)
            nested = self._nested(line, paragraph.style.table)
            paragraph = replace(paragraph, style=replace(paragraph.style, table=None))
            cell.content += nested if nested and not paragraph.spans else [paragraph, *nested]
            cell.tags += tuple(template_tags(text))

    def _nested(self, line: Line, name: str | None) -> list[Block]:
        if name is None:
            return []
        if name not in self.defined:
            self.faults.add(line, f"前面沒有 define {name}")
            return []
        return [self.defined[name]]

    # The whole

    def finish(self) -> Table:
        """The table; where it is wrong, the faults say so and the table is not to be used."""
        rows = [draft for draft in self.drafts if not draft.is_tag]
        if not rows:
            self.faults.add(self.line, "表格一列也沒有")
        if not self.columns:
            return Table((), self.style, ())
        self._check_headers(rows)
        found = areas(rows, self.faults)
        looks = {area: self._look(area, rows[area.row].cells[area.column], rows) for area in found}
        unlined = unlined_sides(looks, len(rows), len(self.columns))
        built: list[Row] = []
        index = 0
        for draft in self.drafts:
            if draft.is_tag:
                built.append(self._vanishing(tuple(draft.cells[0].content)))
                continue
            cells = [
                self._built(area, draft, index, looks[area], unlined[area])
                for area in sorted(found, key=lambda area: area.column)
                if area.row <= index < area.row + area.height
            ]
            built += self._either(Row(tuple(cells), draft.style))
            index += 1
        return Table(tuple(self.columns), self.style, tuple(built))

    def _either(self, row: Row) -> list[Row]:
        """A row that differs where a condition holds, as those that it can be."""
        style = row.style
        if style.roomy:
            tall = replace(row, style=replace(style, height=style.roomy, roomy=None))
            low = replace(row, style=replace(style, roomy=None))
            if self.line.included_by:
                return self._either(low)
            return self._choice(self.roomy_if, self._either(tall), self._either(low))
        if style.kept_if:
            cells = tuple(replace(c, content=tuple(map(_loose, c.content))) for c in row.cells)
            return self._choice(style.kept_if, [row], [replace(row, cells=cells)])
        return [row]

    def _choice(self, condition: str, rows: list[Row], others: list[Row]) -> list[Row]:
        """The rows where the condition holds, else the others."""
        tags = (self.text.tag("tr", tag) for tag in (f"if {condition}", "else", "endif"))
        begin, otherwise, end = (self._vanishing((tag,)) for tag in tags)
        return [begin, *rows, otherwise, *others, end]

    def _vanishing(self, content: tuple[Block, ...]) -> Row:
        """The row of a tag."""
        return Row((Cell(0, len(self.columns), content=content),), is_tag=True)

    def _check_headers(self, rows: list[DraftRow]) -> None:
        plain = next((n for n, row in enumerate(rows) if not row.style.header), len(rows))
        for row in rows[plain:]:
            if row.style.header:
                self.faults.add(row.line, "header 的列只能在表格最前面，中間不能隔著別的列")

    def _look(self, area: Area, cell: DraftCell, rows: list[DraftRow]) -> Style:
        """The style of a cell with all that it inherits, and the checks that need the whole."""
        row = rows[area.row]
        column = Style(align=self.columns[area.column].align)
        look = cell.style.over(row.style.cells.over(column.over(self.style.cells)))
        if look.vertical == "center":
            look = replace(look, vertical=None)
        if any(re.match(r"\{%\s*(colspan|cellbg)\s", tag) for tag in cell.tags):
            look = replace(look, auto=True)
        self.faults.add(row.line, *tag_cell_messages(cell, look, area.width > 1, area.height > 1))
        pad = 0 if look.tight else DEFAULT_PAD if self.style.pad is None else self.style.pad
        width = sum(c.width for c in self.columns[area.column : area.column + area.width])
        for block in cell.content:
            if isinstance(block, Table):
                self._check_width(row.line, width - 2 * pad, block.style.indent + block.width)
        return look

    def _built(
        self, area: Area, draft: DraftRow, index: int, look: Style, unlined: frozenset[str]
    ) -> Cell:
        if index > area.row:
            empty = Paragraph(style=Style(keep=draft.style.cells.keep))
            bare = Style(shade=look.shade)
            return Cell(area.column, area.width, "continue", (empty,), bare, unlined)
        content = tuple(
            replace(block, style=_text_only(block.style.over(look)))
            if isinstance(block, Paragraph)
            else block
            for block in draft.cells[area.column].content
        )
        merge = "restart" if area.height > 1 else ""
        return Cell(area.column, area.width, merge, content, look, unlined)


def _repeated(text: str) -> list[str]:
    match = _REPEATED.fullmatch(text)
    return ["<"] * int(match[1]) if match else [text]


def _loose(block: Block) -> Block:
    """The same, but not kept with what follows."""
    if not isinstance(block, Paragraph):
        return block
    return replace(block, style=replace(block.style, keep=None))


def _text_only(style: Style) -> Style:
    return replace(style, **dict.fromkeys(CELL_FIELDS - CELL_TEXT_FIELDS))

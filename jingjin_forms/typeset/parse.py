"""Layout source to `Layout`: the lines, one after another, and every fault in them at once.

The notation is described in `jingjin_forms.typeset.layout`.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from jingjin_forms.errors import LayoutError
from jingjin_forms.typeset.faults import Faults
from jingjin_forms.typeset.inline import trim
from jingjin_forms.typeset.layout import Layout, Line, Page, Running, Section, Table
from jingjin_forms.typeset.parse_page import parse_page
from jingjin_forms.typeset.parse_table import TableParser
from jingjin_forms.typeset.parse_text import TextParser
from jingjin_forms.typeset.seam import add_seam
from jingjin_forms.typeset.style import (
    CELL_TEXT_FIELDS,
    STYLE_FIELDS,
    TEXT_FIELDS,
    is_attribute,
    parse_style,
)

_KEYWORDS = (
    "page|title|author|subject|header|footer|style|include|table|rows|endtable|for|if|elif|else|end"
    "|seam|define|enddefine|since|until"
)
_OF_THE_WHOLE = ("page", "title", "author", "subject", "header", "footer")
"""What an included source says about its own document; the including one says it for itself."""
_KEYWORD = re.compile(rf"({_KEYWORDS})(?:[ \t]+|$)")
_NOT_IN_A_TABLE = ("", *_OF_THE_WHOLE, "style", "include", "define", "table", "seam")
_LATER = re.compile(r"later[ \t]+")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CLOSER = {"for": "end", "if": "end", "table": "endtable", "define": "enddefine"}


Find = Callable[[str], str]
"""The source of a layout by the name that `include` calls it; raises OSError or ValueError."""


def parse(source: str, name: str = "版面", find: Find | None = None) -> Layout:
    """The layout that the source describes.

    Raises LayoutError with everything that is wrong, each with its line; `name` is the subject.
    """
    parser = _Parser(find)
    parser.read(source)
    parser.finish()
    if parser.faults:
        raise LayoutError(name, parser.faults.problems())
    return parser.layout


@dataclass(frozen=True, slots=True)
class _Open:
    """A `for`, `if`, `table` or `define` whose end has not been read yet."""

    kind: str
    line: Line
    name: str = ""


class _Parser:
    def __init__(self, find: Find | None) -> None:
        self.faults = Faults()
        self.find = find
        self.layout = Layout()
        self.section = Section(Page())
        self.text = TextParser(self.faults)
        self.open: list[_Open] = []
        self.table: TableParser | None = None
        self.defined: dict[str, Table] = {}
        self.being_defined: list[Table] = []
        self.keywords: dict[str, Callable[[Line, str], None]] = {
            "page": self._page,
            "title": self._title,
            "author": self._author,
            "subject": self._subject,
            "header": self._header,
            "footer": self._footer,
            "style": self._style,
            "include": self._include,
            "table": self._table,
            "endtable": self._endtable,
            "rows": self._rows,
            "seam": self._seam,
            "define": self._define,
            "enddefine": self._enddefine,
            "since": self._mark,
            "until": self._mark,
        }

    def read(self, source: str, included_by: Line | None = None) -> None:
        """Read all lines of a source."""
        for number_, text in enumerate(source.removeprefix("\ufeff").split("\n"), 1):
            line = Line(number_, trim(text), included_by)
            if _ILLEGAL.search(line.text):
                self.faults.add(line, "這一行有 Word 檔案不能存的控制字元")
            if line.text and not line.text.startswith("#"):
                self.take(line)

    def take(self, line: Line) -> None:
        """Read one line that says something."""
        match = _KEYWORD.match(line.text)
        keyword, rest = (match[1], line.text[match.end() :]) if match else ("", line.text)
        if self.table and not keyword and line.text[0] in "|+":
            self.table.take(line)
        elif self.table and keyword in _NOT_IN_A_TABLE:
            self.faults.add(line, "表格還沒有 endtable，這裡只能是 | 列、+ 列、rows 或 for/if/end")
        elif line.included_by and keyword in _OF_THE_WHOLE:
            pass
        elif keyword in self.keywords:
            self.keywords[keyword](line, rest)
        elif keyword:
            self._control(line, keyword, rest)
        elif line.text[0] in "|+":
            self.faults.add(line, "列要寫在 table 和 endtable 之間；要印出這個字請在前面加「\\」")
        else:
            self._paragraph(line)

    def finish(self) -> None:
        """Report what was never closed and close the last section."""
        for block in reversed(self.open):
            self.faults.add(block.line, f"{block.kind} 沒有對應的 {_CLOSER[block.kind]}")
        if self.table:
            self.table.finish()
        self.layout.sections.append(self.section)

    # Page and properties

    def _page(self, line: Line, rest: str) -> None:
        if any(block.kind == "define" for block in self.open):
            self.faults.add(line, "define 裡不能換 page")
        page, size, messages = parse_page(rest.split())
        self.faults.add(line, *messages)
        if size is not None:
            self._size(line, size)
        if self.section.blocks:
            self.layout.sections.append(self.section)
        self.section = Section(page)

    def _size(self, line: Line, points: float) -> None:
        if self.layout.sections or self.section.blocks:
            self.faults.add(line, "全文的字級只能寫在第一個 page")
        self.layout.size = points

    def _title(self, line: Line, rest: str) -> None:
        self.layout.title = rest

    def _author(self, line: Line, rest: str) -> None:
        self.layout.author = rest

    def _subject(self, line: Line, rest: str) -> None:
        self.layout.subject = rest

    def _header(self, line: Line, rest: str) -> None:
        self.section.header = self._running(line, rest)

    def _footer(self, line: Line, rest: str) -> None:
        self.section.footer = self._running(line, rest)

    def _running(self, line: Line, rest: str) -> Running:
        later = _LATER.match(rest)
        text = rest[later.end() :] if later else rest
        paragraph = self.text.paragraph(line, text, CELL_TEXT_FIELDS - {"keep"})
        return Running(paragraph, is_later=later is not None)

    def _style(self, line: Line, rest: str) -> None:
        name, *words = rest.split() or [""]
        if not name or "=" in name or is_attribute(name):
            self.faults.add(line, "style 後面要先寫一個名稱，不能是屬性的名稱")
            return
        style, messages = parse_style(words, self.text.named, STYLE_FIELDS)
        self.faults.add(line, *messages)
        self.text.named[name] = style

    def _include(self, line: Line, rest: str) -> None:
        outer = line.included_by
        while outer:
            if outer.text == line.text:
                self.faults.add(line, "include 繞了一圈又回到自己")
                return
            outer = outer.included_by
        try:
            if self.find is None:
                raise ValueError("只有存成檔案的版面原稿才能 include")
            source = self.find(rest)
        except (OSError, ValueError) as error:
            reason = "讀不到" if isinstance(error, OSError) else str(error)
            self.faults.add(line, f"{reason}（{rest}）")
            return
        before = len(self.open)
        self.read(source, line)
        if len(self.open) > before:
            self.faults.add(line, f"「{rest}」裡有沒有結束的 for、if、table 或 define")

    def _mark(self, line: Line, rest: str) -> None:
        """Those that mean something are gone before the lines are read: see `one_edition`."""
        example = "since 113 | 項目 | 用途說明"
        self.faults.add(line, f"since、until 後面要有學年度和那一年的內容，例如 {example}")

    # Text

    def _paragraph(self, line: Line) -> None:
        text = line.text
        if text.startswith("\\") and _KEYWORD.match(text[1:]):
            text = text[1:]
        paragraph = self.text.paragraph(line, text, TEXT_FIELDS)
        if any(block.kind == "define" for block in self.open):
            self.faults.add(line, "define 裡只能有一個表格")
        else:
            self.section.blocks.append(paragraph)

    # for, if and what belongs to them

    def _control(self, line: Line, keyword: str, rest: str) -> None:
        if keyword in ("for", "if"):
            self.open.append(_Open(keyword, line))
            tag = f"{keyword} {rest}"
        elif keyword == "end":
            block = self._close(line, ("for", "if"))
            tag = f"end{block.kind}" if block else ""
        else:
            if not self.open or self.open[-1].kind not in ("for", "if"):
                self.faults.add(line, f"{keyword} 前面沒有 if")
            elif keyword == "elif" and self.open[-1].kind != "if":
                self.faults.add(line, "for 裡面沒有 elif，只有 else")
            tag = f"{keyword} {rest}".strip()
        self._check_control(line, keyword, rest)
        if self.table:
            self.table.tag(tag)
        elif any(block.kind == "define" for block in self.open):
            self.faults.add(line, "define 裡的 for/if 要寫在表格裡")
        else:
            self.section.blocks.append(self.text.tag("p", tag))

    def _check_control(self, line: Line, keyword: str, rest: str) -> None:
        if keyword in ("else", "end"):
            if rest:
                self.faults.add(line, f"{keyword} 後面不能再有字")
        elif not rest:
            self.faults.add(line, f"{keyword} 後面要有條件")
        elif "}" in rest or "%" in rest:
            self.faults.add(line, "條件裡不能有 } 或 %，docxtpl 的列標籤讀不懂")

    def _close(self, line: Line, kinds: Collection[str]) -> _Open | None:
        """Take the innermost open block off the stack, if it is of one of the kinds."""
        if not any(block.kind in kinds for block in self.open):
            self.faults.add(line, f"前面沒有還開著的 {'/'.join(kinds)}")
            return None
        block = self.open[-1]
        if block.kind in kinds:
            return self.open.pop()
        if kinds == ("for", "if"):
            self.faults.add(line, f"第 {block.line.number} 行的 {block.kind} 還沒有結束")
            return None
        while self.open[-1].kind not in kinds:
            block = self.open.pop()
            self.faults.add(block.line, f"{block.kind} 沒有對應的 {_CLOSER[block.kind]}")
        return self.open.pop()

    # Tables

    def _table(self, line: Line, rest: str) -> None:
        self.open.append(_Open("table", line))
        room = None if self._defining() else self.section.page.text_width
        self.table = TableParser(line, rest, self.text, self.defined, room)

    def _rows(self, line: Line, rest: str) -> None:
        if self.table:
            self.table.set_rows(line, rest)
        else:
            self.faults.add(line, "rows 要寫在 table 和 endtable 之間")

    def _endtable(self, line: Line, rest: str) -> None:
        block = self._close(line, ("table",))
        if block is None or self.table is None:
            return
        table = self.table.finish()
        self.table = None
        if self._defining():
            self.being_defined.append(table)
        else:
            self.section.blocks.append(table)

    def _seam(self, line: Line, rest: str) -> None:
        if rest not in ("", "keep"):
            self.faults.add(line, "seam 後面只能是 keep")
        if not add_seam(self.section.blocks, is_kept=rest == "keep"):
            self.faults.add(line, "seam 要緊接在 endtable 後面")

    def _defining(self) -> bool:
        return any(block.kind == "define" for block in self.open)

    def _define(self, line: Line, rest: str) -> None:
        if self.open:
            self.faults.add(line, "define 不能寫在 for、if 或另一個 define 裡面")
        if not rest or " " in rest or rest in self.defined:
            self.faults.add(line, "define 後面要有一個沒用過、沒有空格的名稱")
        self.open.append(_Open("define", line, rest))
        self.being_defined = []

    def _enddefine(self, line: Line, rest: str) -> None:
        block = self._close(line, ("define",))
        if block is None:
            return
        self.table = None
        if len(self.being_defined) == 1:
            self.defined[block.name] = self.being_defined[0]
        else:
            self.faults.add(line, "define 和 enddefine 之間要剛好有一個表格")

r"""The layout source: how our own Word templates are written, in a text that a diff can show.

A `.layout` file is UTF-8 and read line by line. Blank lines, spaces around a line and lines that
begin with `#` mean nothing. The first word of a line decides what it is; a line that begins with
none of the words below is a paragraph.

    page A4 portrait margin=2.0 size=12    a new section; margin=top,right,bottom,left in cm;
                                           size (points, for the whole document) on the first only
    title TEXT / author TEXT /
    subject TEXT                           document properties, with tags where they are facts
    header TEXT / footer TEXT              a line at the head or foot of every page; `later` in
                                           front of the text: from the second page on. `<page>` is
                                           the number of the page, `<pages>` how many there are
    style NAME attribute …                 a set of attributes, used as `[NAME]`

    [center bold size=14] Text             a paragraph, its attributes in front
    \                                      an empty paragraph
    \for what it is worth                  the backslash makes a printed text of a keyword

    for X in Y / if X / elif X / else / end
        docxtpl's `{%p … %}` paragraphs; within a table, its `{%tr … %}` rows

    table 2.9c 2.2r 1.0c*12 7.5            column widths in cm, each with its alignment l c r j
          borders=outer size=11 …          (default l); then attributes of the table: borders=none
                                           or outer, align=left|center|right, indent=cm, pad=cm
                                           (left and right of the text in a cell), air=cm (above
                                           and below it), text attributes. At the
                                           end `roomy if 項目|length < 9`: where that holds, rows
                                           of two heights (height=0.9,1.4) have the second, so
                                           that a short form fills its page (not where it is
                                           included: there the page is not its own)
    rows height=1.0 exact header center    of the rows that follow; `rows` alone: nothing special.
                                           header = repeated on each page, exact, split = may break
                                           across pages, keep = on one page with the next row;
                                           and attributes of each cell. `keep if loop.last` at the
                                           end: only the rows for which that holds, so that the
                                           last row of a loop stays with the totals
    | a | b | c                            a row. `<` is merged with the cell to the left, `^` with
                                           the one above, `<*11` stands for eleven `<`
    + a | b                                one more paragraph in the row's cells; an empty cell adds
                                           nothing, `\` an empty paragraph
    endtable
    seam                                   between two tables: one line where they meet, not two;
                                           `seam keep`: on one page with what follows

    define NAME / enddefine                around a table that `[table=NAME]` nests in a cell

    include NAME                           the lines of NAME.layout, in the same folder, as if they
                                           stood here: all but its page, header, footer,
                                           title and subject

    since 113 LINE / until 112 LINE        a line of one edition only: from the 113學年度 on, or up
                                           to the 112. NAME.docx is as of the first edition; each
                                           year in which a line comes or goes has its NAME.113.docx

`□{{ 初辦 }}`, a box in front of a tag, prints the tag alone, as a box: in the font of Chinese text,
so that a ticked one is as wide as an empty one. Boxes in the text are such by themselves.

A bar at the end of a row may close it. The attributes of a text:

    left center right justify spread   bold underline plain (neither)   size=points
    indent= hang= first= (cm)   before= after= (points)   line=1.5 or line=20pt (exactly)
    keep (on one page with the next paragraph)   break (on a new page)   tabs=4,8,12 (cm)

A cell has these too (but `break`); it hands them down to all its paragraphs, and a paragraph after
`+` can change them for itself. Only a cell has:

    top middle bottom (default middle)   shade=F2F2F2   down (vertical text)   tight (no margin)
    diagonal (a line from the top left)  borders=none (a line shared with a bordered cell stays)
    table=NAME (after this paragraph)    auto (no width of its own; cells with `{% colspan %}` or
                                         `{% cellbg %}` get it by themselves)

Within a paragraph `[[size=9 bold: a few words]]` changes size, bold and underline. `\t` is a tab,
`\n` a line break, `\ ` a space that stays, and `\` before one of `| [ ] # + < ^ \` prints it.

Template tags pass as they are, each within one run. A `{%p … %}` tag must be a paragraph of its
own, a `{%tc … %}` tag a cell of its own. With `{%tc for … %}` the row still covers every column
(`<` after the end tag), since the tags' own cells vanish. A cell with `{% vm %}` or `{% hm %}` has
them at the start of its text and none of the attributes that only a cell has: see `tag_cells`. A
loop's tags do not interrupt `^`: a cell can be merged down over rows that repeat.

A complete example:

    page A4 portrait margin=2
    title 經費概算表
    style head bold shade=F2F2F2

    [center bold size=16 after=6] {{ 學校名稱 }}經費概算表
    table 3.4 2.2r 1.8c 2.6r 7.0
    rows header height=0.8 center head
    | 經費項目 | 計畫經費明細 | < | < | <
    | ^ | 單價(元) | 數量 | 總價(元) | 說明
    rows height=0.9
    for 項目 in 經費項目
    | {{ 項目.項目 }} | {{ 項目.單價 }} | {{ 項目.數量 }} | {{ 項目.總價 }} | {{ 項目.說明 }}
    end
    rows height=0.9 keep
    | [center] 總　　計 | [left] 新台幣　{{ 合計大寫 }} | < | < | <
    endtable

    [before=12 tabs=4.2,8.4,12.6] 承辦人：\t主任：\t主計：\t校長：
"""

from dataclasses import dataclass, field
from typing import Literal

from jingjin_forms.typeset.inline import Span
from jingjin_forms.typeset.style import NO_STYLE, Style


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, for the messages."""

    number: int
    text: str
    included_by: "Line | None" = None
    """The `include` line of the source that this line's source stands in."""

    @property
    def place(self) -> tuple[int, ...]:
        """Where the line stands: its number, behind those of the lines that include it."""
        outer = self.included_by.place if self.included_by else ()
        return (*outer, self.number)


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins of a section, in centimetres."""

    width: float = 21.0
    height: float = 29.7
    top: float = 2.0
    right: float = 2.0
    bottom: float = 2.0
    left: float = 2.0

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `is_tag` when it is a `{%p … %}` or `{%tr … %}` tag that will vanish."""

    spans: tuple[Span, ...] = ()
    style: Style = NO_STYLE
    is_tag: bool = False
    is_seam: bool = False
    """The line between two tables: see `seam`."""


@dataclass(frozen=True, slots=True)
class Column:
    """Width in centimetres, and alignment of the cells in it where a letter gives one."""

    width: float
    align: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as Word stores it: each row of a merged-down cell is a cell of its own."""

    column: int
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""
    content: "tuple[Paragraph | Table, ...]" = ()
    style: Style = NO_STYLE
    unlined: frozenset[str] = frozenset()
    """Sides (top left bottom right) without a line."""


@dataclass(frozen=True, slots=True)
class RowStyle:
    """What `rows` says: height in centimetres, and the attributes of each cell."""

    height: float | None = None
    exact: bool = False
    header: bool = False
    split: bool = False
    cells: Style = NO_STYLE
    kept_if: str = ""
    """When the rows are kept with the next; always where the cells say so and this is empty."""
    roomy: float | None = None
    """The height where the table has room, as its `roomy if` says."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its cells covering the whole grid; `is_tag` when it is a `{%tr … %}` row."""

    cells: tuple[Cell, ...]
    style: RowStyle = RowStyle()
    is_tag: bool = False


@dataclass(frozen=True, slots=True)
class TableStyle:
    """What `table` says after the column widths; lengths in centimetres."""

    borders: Literal["all", "outer", "none"] = "all"
    align: Literal["left", "center", "right"] = "left"
    indent: float = 0
    pad: float | None = None
    air: float | None = None
    cells: Style = NO_STYLE
    is_open: bool = False
    """Without a line at the foot: see `seam`."""


DEFAULT_PAD = 0.15
"""Left and right margin of a cell in centimetres; stands in minimal/word/styles.xml too."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed column widths."""

    columns: tuple[Column, ...]
    style: TableStyle
    rows: tuple[Row, ...]

    @property
    def width(self) -> float:
        """Width in centimetres, without the indent."""
        return sum(column.width for column in self.columns)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Running:
    """A line at the head or foot of every page."""

    paragraph: Paragraph
    is_later: bool = False
    """Only from the second page on."""


@dataclass(slots=True)
class Section:
    """The blocks that share a kind of page."""

    page: Page
    header: Running | None = None
    footer: Running | None = None
    blocks: list[Block] = field(default_factory=list[Block])


@dataclass(slots=True)
class Layout:
    """A whole document."""

    title: str = ""
    author: str = ""
    subject: str = ""
    size: float | None = None
    """Points; None for what the styles say."""
    sections: list[Section] = field(default_factory=list[Section])

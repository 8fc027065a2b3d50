"""A blank: one thing that an official form asks for, and where."""

from dataclasses import dataclass, field
from enum import StrEnum

from jingjin_forms.word.docx.location import Place


class Kind(StrEnum):
    """How a form shows that something is to be filled in."""

    RIGHT = "標籤右格"  # an empty cell right of its label
    BELOW = "標籤下格"  # an empty cell below its label
    GRID = "行列交叉格"  # an empty cell of a grid: row label × column head
    LONE = "無標籤格"  # an empty cell without a label
    ROOM = "標籤同格"  # room under the label in its own cell
    UNIT = "單位格"  # a cell with only a unit: 天
    COLON = "冒號後"  # 「姓名：」 and space
    LINE = "底線"  # underscores, underlined spaces, dots
    BRACKET = "括號"  # (    )
    COMB = "組格"  # □□□□ or ○○○○, one box for each character
    SAMPLE = "範例字"  # ○○, XXX, [Enter]: what stands there is replaced
    DATE = "年月日"  # 年 月 日 slots, 時 分 too
    AMOUNT = "金額格"  # 萬 仟 佰 拾 元整 slots
    CHOICE = "勾選"  # □, one or several of them
    LIST = "重複列"  # a column of rows to repeat
    CONTROL = "控制項"  # a content control, legacy form field, or placeholder of ODF
    SEAL = "簽章"  # a signature or seal: left alone


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank of a form; a choice is one blank with all its options."""

    name: str
    """What the tag calls it: 姓名, 聯絡人.電話, 名冊.姓名 for a column of a list."""
    kind: Kind
    place: Place
    """In the blank form as it came; of a list or choice, where it begins."""
    before: str = ""
    """What its cell, or paragraph outside tables, says before it, without white space."""
    options: tuple[str, ...] = ()
    several: bool = False
    """Whether more than one option may be ticked."""
    rows: int = 0
    """The printed rows of a list."""
    sureness: float = 1.0
    """How sure the finding is, 0 to 1."""
    tag: str = ""
    """As it stands in the template; blank for what is left alone."""
    note: str = ""
    """Why it is left alone, or what a person should look at."""
    printed: str = field(default="", compare=False)
    """What the blank form prints there: `______`."""

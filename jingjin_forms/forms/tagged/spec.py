"""What a tagged Word file asks for, before it is a class: one `FieldSpec` per label, in a tree.

The tags say what they can (`reading`), what our own forms know of a label is added (`vocabulary`),
a description beside the file may say more, and `building` makes a `Form` class of it all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jingjin_forms.checks import Edition, Rules
    from jingjin_forms.forms.form import Form


class FieldKind(StrEnum):
    """What a field holds, in the words that a clerk types: as a filter, or in a description."""

    TEXT = "文字"
    AMOUNT = "元"
    COUNT = "整數"
    NUMBER = "數"
    DATE = "民國日期"
    PERIOD = "期間"
    UPPERCASE = "國字大寫"  # an amount, printed in words
    CHOICE = "單選"
    CHOICES = "複選"
    TICK = "勾選"  # yes or no
    SCHOOL = "學校"
    SCHOOL_YEAR = "學年度"
    PHOTO = "照片"
    LIST = "清單"  # of rows with `fields`; of texts where it has none
    GROUP = "組"
    OTHER = "其他"  # a kind that only our own forms have; `annotation` says which


PRINTED_AS_BOXES = frozenset((FieldKind.CHOICE, FieldKind.CHOICES))


@dataclass(frozen=True, slots=True)
class Computation:
    """How a value is worked out of the others."""

    told: str
    """As people read it: 單價 × 數量."""
    work_out: Callable[[Mapping[str, Any]], Any]
    """From the facts and computed values of the same form, group or row, by label; None where
    what it needs is missing."""
    needs: tuple[str, ...] = ()
    """The labels it is worked out of, beside it in the same form, group or row."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One label: what may be filled in under it."""

    label: str
    kind: FieldKind = FieldKind.TEXT
    hint: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    """Of 單選 and 複選, in printed order."""
    rows: int = 0
    """Printed rows of a 清單 that stay when there are fewer; 0 where that is not said."""
    fields: tuple["FieldSpec", ...] = ()
    """Of a 清單 or 組, in the order they stand on the page."""
    computed: Computation | None = None
    """None for a fact. What our own forms compute (總價, 合計) needs none: the class has it."""
    place: str = field(default="", compare=False)
    """Where the label is first used: 本文 表格 1 第 2 列第 3 欄."""
    annotation: Any = field(default=None, compare=False)
    """The type our own forms give the label, where they know it and its kind is that of the tag;
    whoever changes `kind` sets this to None."""
    part: type | None = field(default=None, compare=False)
    """The class of our own whose fields a 清單 row or 組 has (Contact); None for one of its own."""
    is_known: bool = field(default=False, compare=False)
    """Whether our own forms know the label; others are text unless a tag says more."""

    numbered: int = field(default=0, compare=False)
    """Of a 清單: so many rows the template asks for by number (名冊[0]), filled in or not."""
    columns: int = field(default=0, compare=False)
    """Of a 清單 whose items stand side by side (列[0].姓名, 列[1].姓名): how many in a row."""
    has_parts: bool = field(default=False, compare=False)
    """Whether the template prints parts of the value (日期.月), which a blank has too."""

    @property
    def several(self) -> bool:
        """Whether it holds a list: rows, texts or ticked options."""
        return self.kind in (FieldKind.LIST, FieldKind.CHOICES)


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form that is a Word file."""

    title: str
    key: str
    """By which it is asked for: the path."""
    template: Path
    fields: tuple[FieldSpec, ...]
    base: "type[Form] | None" = None
    """The form it varies, whose fields, rules and computations it has."""
    edition: "Edition | None" = None
    rules: "Rules | None" = None
    annex: str = ""
    programme: str = ""
    typed_names: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]], compare=False
    )
    """English names in the tags, each with the labels it stands for there."""
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], compare=False)
    """Further class attributes, methods and validators by name."""

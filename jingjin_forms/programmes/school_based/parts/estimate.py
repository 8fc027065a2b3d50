"""What 經費概算表【表 1-1】 prints, on its own and in the plan that holds it.

A line stands in the printed row that it is for: 外聘講師費 in that of 講師費. The paper's label
stays as it is; what the person calls the line opens its 說明, and is read back from there.
"""

from typing import Any, Self

from pydantic import model_validator

from jingjin_forms.facts import label, printed
from jingjin_forms.parts.budget import BudgetLine, BudgetTable, sum_of
from jingjin_forms.parts.printed_rows import lines_of
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.school_based.parts.line_kinds import LineKind, kind_of
from jingjin_forms.values.amount import Money, half_width
from jingjin_forms.values.roc import SchoolYear
from jingjin_forms.values.text import Text

_PRINTED_ROWS = {
    "講師費": LineKind.LECTURER,
    "印刷費": LineKind.PRINTING,
    "教材教具費": LineKind.MATERIAL,
    "交通費": LineKind.TRAVEL,
}
"""The rows with a label of their own; the lines of none of them follow below, by their 項目."""
_ITEMS = {row: row for row in _PRINTED_ROWS} | {"教材教具費": "教材教具費(或資料蒐集費)"}
"""What a line is called that the paper gives no other name."""
_AS_PRINTED = {*_PRINTED_ROWS, *_ITEMS.values()}


class Estimate(BudgetTable):
    """A budget with printed rows and a 雜支 row of its own.

    Amounts are whole NT dollars; 講師費 counts 節 of 50 minutes.
    """

    school: School = label("學校名稱", hint="全銜，例如 花蓮縣吉安鄉宜昌國民小學")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    plan_name: Text = label("計畫名稱", "", hint="例如 素養導向教學工作坊")
    miscellaneous: Money | None = label("雜支", None, hint="元；以小計金額之 6%為限")

    @model_validator(mode="after")
    def _in_the_row_of_its_own(self) -> Self:
        """A line called 雜支 is the 雜支 of the paper's own row, where that row can say it all."""
        found = [line for line in self.lines if line.item.strip() == "雜支"]
        if len(found) == 1 and self.miscellaneous is None:
            amount = found[0].total
            if amount is not None and not found[0].note:
                lines = [line for line in self.lines if line is not found[0]]
                vars(self).update(lines=lines, miscellaneous=amount)
                self.model_fields_set.add("miscellaneous")
        return self

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """小計 + 雜支."""
        return sum_of([self.subtotal, self.miscellaneous])

    def context(self) -> dict[str, Any]:
        """Adds the lines by printed row (講師費, 印刷費, …) and 其他項目; an empty row is blank."""
        context = super().context()
        lines: list[dict[str, Any]] = context["經費項目"]
        for row, kind in _PRINTED_ROWS.items():
            found = [_in_its_row(line) for line in lines if kind_of(line["項目"]) is kind]
            context[row] = BudgetLine.padded(found, 1)
        rows = _PRINTED_ROWS.values()
        context["其他項目"] = [line for line in lines if kind_of(line["項目"]) not in rows]
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The lines of all printed rows as 經費項目; a row without a figure or note is none."""
        lines = [_by_its_own_name(line) for line in lines_of(printed, _ITEMS)]
        return {**printed, "經費項目": lines}


def _in_its_row(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "說明": _note_of(line["項目"], line["說明"])}


def _note_of(item: str, note: str) -> str:
    """The 說明 as it is printed, opened by the person's own 項目 where the label says less."""
    if "".join(half_width(item).split()) in _AS_PRINTED:
        return note
    return f"{item}：{note}" if note else item


def _by_its_own_name(line: dict[str, Any]) -> dict[str, Any]:
    """The reverse, for a 說明 that opens with the name of such a line."""
    row, note = line.get("項目"), str(line.get("說明") or "")
    item, _, rest = note.partition("：")
    is_name = row in _ITEMS.values() and "費" in item and kind_of(item) is kind_of(row)
    if is_name and _note_of(item, rest) == note:
        return {**line, "項目": item, "說明": rest}
    return line

"""物品明細 and 書籍清單 of 附件七 and 附件八, and what 說明 says of them (備註 3 to 6)."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import Required, Same
from jingjin_forms.checks.reading import LINES, Reading, each, fact
from jingjin_forms.checks.rule import Rule
from jingjin_forms.programmes.active_teaching.rules.cost_items import (
    BOOKS,
    MATERIAL,
    CostItem,
    is_of_goods_and_books,
)
from jingjin_forms.programmes.active_teaching.source import REGULATION

_NAMES_OF_7, _NAMES_OF_8 = "名稱", "名稱、數量及單價"
_POINTS_TO_A_LIST = "說明寫「如物品明細」「如書籍清單」也算，名稱、數量與單價在清單上"


def _lines_of(form: str) -> tuple[str, ...]:
    return (LINES,) if form == "programme_budget" else ("經常門",)


def _list_rules(form: str, item: CostItem, rows: str, total: str, source: Clause) -> list[Rule]:
    """E03: the 合計 of a list is the line of the same name; neither stands without the other.

    A line that asks for goods and books together belongs to no one list: C07 asks to divide it.
    """
    blocks = _lines_of(form)
    line, list_total = item.sum(blocks), fact(total)

    def is_divided(budget: Any) -> bool:
        return not any(is_of_goods_and_books(ln.item) for _, _, ln in item.lines(budget, blocks))

    def divided(budget: Any) -> Iterator[Any]:
        return iter(line.read(budget) if is_divided(budget) else ())

    return [
        Same(
            number="E03",
            forms=(form,),
            reading=list_total,
            other=Reading(item.called, divided),
            clause=source,
        ),
        Required(
            number="E03",
            forms=(form,),
            severity=Severity.WARNING,
            reading=fact(rows),
            when=lambda budget: line.value(budget) is not None,
            when_called=f"編列{item.called}者",
            clause=source,
        ),
        Required(
            number="E03",
            forms=(form,),
            reading=line,
            when=lambda budget: list_total.value(budget) is not None,
            when_called=f"有{rows}者",
            clause=source,
        ),
        *(
            Required(
                number="E03",
                forms=(form,),
                severity=Severity.WARNING,
                reading=each(rows, label, called=f"每一項的{label}"),
                when_called=rows,
                clause=source,
            )
            for label in ("單價", "數量")
        ),
    ]


def _named(form: str, item: CostItem, what: str, source: Clause) -> Required:
    """「請於說明欄中敘明」: what is to be bought."""
    return Required(
        number="E03",
        forms=(form,),
        severity=Severity.WARNING,
        reading=item.each("說明", called=f"預計購買的{what}", lists=_lines_of(form)),
        when_called=f"{item.called}的說明",
        note=_POINTS_TO_A_LIST,
        clause=source,
    )


_GOODS, _BOOKS = ("物品明細", "物品合計"), ("書籍清單", "書籍合計")
_NOTE_3_OF_7 = REGULATION["附件七 備註 3"]
_NOTE_4_OF_7 = REGULATION["附件七 備註 4：書籍清單"]
_NOTE_4_OF_8 = REGULATION["附件八 備註 4：說明"]

RULES: tuple[Rule, ...] = (
    *_list_rules("development_budget", MATERIAL, *_GOODS, _NOTE_3_OF_7),
    *_list_rules("development_budget", BOOKS, *_BOOKS, _NOTE_4_OF_7),
    *_list_rules("programme_budget", MATERIAL, *_GOODS, REGULATION["附件八 備註 5"]),
    *_list_rules("programme_budget", BOOKS, *_BOOKS, REGULATION["附件八 備註 6"]),
    _named("development_budget", MATERIAL, f"教材教具{_NAMES_OF_7}", _NOTE_3_OF_7),
    _named("development_budget", BOOKS, f"書籍{_NAMES_OF_7}", _NOTE_4_OF_7),
    _named("programme_budget", MATERIAL, f"教材教具{_NAMES_OF_8}", _NOTE_4_OF_8),
    _named("programme_budget", BOOKS, f"書籍{_NAMES_OF_8}", _NOTE_4_OF_8),
)

"""The rules of a description as rules of the house: each with its clause and its weight."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from jingjin_forms.checks import Clause, Document, Fault, Rule, Severity
from jingjin_forms.checks.kinds import (
    AtLeast,
    AtMost,
    Deadline,
    Judgement,
    Omitted,
    Required,
    Same,
    Share,
    Window,
)
from jingjin_forms.checks.reading import Reading
from jingjin_forms.checks.rule import always
from jingjin_forms.forms.tagged.conditions import When
from jingjin_forms.forms.tagged.described_readings import count, days, length, reading
from jingjin_forms.forms.tagged.description import RuleDescription
from jingjin_forms.forms.tagged.description_values import OF_SCHOOL_YEAR
from jingjin_forms.forms.tagged.formula import Formula, parse_formula
from jingjin_forms.forms.tagged.formula_values import Use, as_decimal
from jingjin_forms.forms.tagged.known_labels import NUMBERS, Labels, find
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.values.roc import RocPeriod, SchoolYear


class RuleMaker:
    """Makes the rules of one description."""

    def __init__(
        self, labels: Labels, document: Document, form: str, title: str, year: SchoolYear | None
    ) -> None:
        self.labels = labels
        self.document = document
        self.form = form
        self.title = title
        self.year = year

    def rules(self, told: RuleDescription, place: int) -> list[Rule]:
        """The rule, or two for a figure with a least and a most; `place` numbers it."""
        common: dict[str, Any] = {
            "number": told.number or f"R{place:02}",
            "forms": (self.form,),
            "clause": Clause(self.document, told.clause or "", told.text or ""),
            "severity": told.severity or Severity.ERROR,
        }
        if told.last_day is not None:
            when = told.when
            common["when"] = when.holds if when is not None else always
            return [Deadline(what=self.title, last=told.last_day, hour=told.hour, **common)]
        return [*self._of_field(told, used(told.field or ""), common)]

    def _of_field(self, told: RuleDescription, use: Use, common: dict[str, Any]) -> Iterator[Rule]:
        when = told.when
        plain = reading(use, when)
        if told.at_most is not None:
            unit = told.unit or self._unit(use)
            yield AtMost(reading=plain, unit=unit, **_limit(told.at_most), **common)
        elif told.at_least is not None:
            unit = told.unit or self._unit(use)
            yield AtLeast(reading=plain, unit=unit, **_limit(told.at_least), **common)
        elif told.percent is not None:
            base = reading(used(told.base or ""), None)
            yield Share(reading=plain, percent=told.percent, base=base, **common)
        elif told.window is not None:
            first_to_last = window(told.window, self.year)
            called = "該學年度" if isinstance(told.window, str) else str(told.window)
            yield Window(reading=days(use, when), days=first_to_last, days_called=called, **common)
        elif told.same_as is not None:
            yield self._same(use, used(told.same_as), when, common)
        elif told.length is not None:
            yield from _bounded(length(use, when), told.length, told.unit or "字", common)
        elif told.count is not None:
            yield from _bounded(count(use, when), told.count, told.unit or "筆", common)
        else:
            kind = Required if told.required else Omitted
            called = f"{when.told} 時" if when else ""
            yield kind(reading=_unlabelled(use, when), when_called=called, **common)

    def _unit(self, use: Use) -> str:
        if use.total == "筆數":
            return "筆"
        kind = find(self.labels, use.path)[-1].kind
        return "元" if kind in (None, FieldKind.AMOUNT, FieldKind.UPPERCASE) else ""

    def _same(self, use: Use, other: Use, when: When | None, common: dict[str, Any]) -> Rule:
        left, right = reading(use, when), reading(other, None)
        kinds = [find(self.labels, each.path)[-1].kind for each in (use, other)]
        if all(kind is None or kind in NUMBERS for kind in kinds):
            return Same(reading=left, other=right, unit=self._unit(use), **common)
        question = f"{left.name}與{right.name}相同"
        return Judgement(question=question, judge=_differing(left, right), **common)


def used(text: str) -> Use:
    """The one label that a rule is about: 合計, 經費項目.單價, 經費項目.總價 的合計.

    Raises ValueError.
    """
    formula = parse_formula(text)
    if len(formula.uses) != 1 or formula.label or formula.uses[0].is_factor or formula.gives_text:
        raise ValueError("這裡要是一個欄位，例如 合計、經費項目.單價、經費項目.總價 的合計。")
    return formula.uses[0]


def window(
    told: RocPeriod | str, year: SchoolYear | None
) -> Callable[[Any], tuple[date, date] | None]:
    """The days of a period; those of the paper's 學年度, or else the description's."""

    def of_year(facts: Any) -> tuple[date, date] | None:
        now: SchoolYear | None = getattr(facts, "school_year", None) or year
        return None if now is None else (now.start, now.end)

    if isinstance(told, RocPeriod):
        return lambda _: (told.start, told.end)
    assert told == OF_SCHOOL_YEAR
    return of_year


def limit_of(formula: Formula) -> Any:
    """A number, or what works it out of the facts."""
    if not formula.uses:
        return _number(formula.work({}))

    def work_out(facts: Any) -> Any:
        return _number(formula.work(facts))

    return work_out


def _limit(formula: Formula) -> dict[str, Any]:
    return {"limit": limit_of(formula), "limit_called": formula.told if formula.uses else ""}


def _number(value: Fraction | None) -> Any:
    return None if value is None else as_decimal(value)


def _bounded(
    read: Reading, bounds: tuple[int | None, int | None], unit: str, common: dict[str, Any]
) -> Iterator[Rule]:
    least, most = bounds
    if least is not None:
        yield AtLeast(reading=read, limit=least, unit=unit, **common)
    if most is not None:
        yield AtMost(reading=read, limit=most, unit=unit, **common)


def _unlabelled(use: Use, when: When | None) -> Reading:
    """Without the condition in its name, which these rules say themselves."""
    return Reading(reading(use, None).name, reading(use, when).read)


def _differing(left: Reading, right: Reading) -> Callable[[Any], Iterator[Fault]]:
    def judge(facts: Any) -> Iterator[Fault]:
        expected = right.value(facts)
        for path, value, paper in left.known(facts):
            if expected is not None and f"{value}" != f"{expected}":
                message = f"{left.name}「{value}」與{right.name}「{expected}」不同"
                yield Fault(path, message, paper)

    return judge

"""An edition of a programme: the texts in force for a 學年度, and the rules that rest on them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from jingjin_forms.checks.document import Clause, Document
from jingjin_forms.checks.finding import ANOTHER_YEAR, NO_YEAR, Finding, Severity
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.checks.rule import Rule
from jingjin_forms.checks.rules import Rules

_YEAR = ("學年度",)


@dataclass(frozen=True, eq=False)
class Edition:
    """One edition. Where its main document names no 學年度, it holds from its day of issue."""

    documents: tuple[Document, ...]
    """The main one first; none for papers that rest on no official text."""
    rules: Rules
    module: str
    """Where its own forms and applications are looked for."""

    @property
    def school_years(self) -> tuple[int, ...]:
        """Those it was issued for; none where it is not by 學年度."""
        return self.documents[0].school_years if self.documents else ()

    @property
    def first_year(self) -> int | None:
        """The first of them, by which its files are named."""
        return self.school_years[0] if self.school_years else None

    def cited(self, clause: Clause) -> Clause:
        """The clause as this edition has it: in the document that revises the one it was in."""
        again = (document.again(clause) for document in self.documents)
        return next((found for found in again if found is not None), clause)

    def restating(self, findings: Iterable[Finding]) -> Iterable[Finding]:
        """The findings, their clauses quoted from this edition."""
        for finding in findings:
            clause = finding.clause and self.cited(finding.clause)
            yield finding if clause is finding.clause else replace(finding, clause=clause)


def edition_for(editions: tuple[Edition, ...], school_year: int | None, on: date | None) -> Edition:
    """The edition that a paper of this 學年度 falls under, or the nearest where there is none.

    The newest that began no later; of a year before the first, the first. Texts that are not by
    學年度 go by the day of handing in; without a year or a day the newest counts.
    """
    if editions[-1].first_year is not None:
        begun = [e for e in editions if school_year is None or (e.first_year or 0) <= school_year]
    else:
        begun = [e for e in editions if on is None or _issued(e) <= on]
    return begun[-1] if begun else editions[0]


def without_deadlines(rules: Iterable[Rule]) -> Rules:
    """What holds in a year other than that of the text: the days that it names do not."""
    return Rules(rule for rule in rules if not isinstance(rule, Deadline))


def _issued(edition: Edition) -> date:
    issued = edition.documents[0].issued if edition.documents else None
    return issued or date.min


def on_another_text(
    findings: Iterable[Finding], edition: Edition, school_year: int | None
) -> Iterable[Finding]:
    """What is found in a paper of a 學年度 whose text is not there: reminders, and why.

    A paper that does not say its 學年度 is held against the edition as it is, and that is said.
    """
    years = "、".join(map(str, edition.school_years))
    if school_year is None:
        message = f"沒有填學年度，紙上印空白；以 {years}學年度《{edition.documents[0]}》檢核"
        yield Finding.at(_YEAR, message, NO_YEAR, Severity.WARNING)
        yield from findings
        return
    yield Finding.at(
        _YEAR,
        f"這份資料是 {school_year}學年度，沒有該學年度的規定可以對照；"
        f"以下以 {years}學年度《{edition.documents[0]}》檢核，只供參考，請向主管機關索取新的規定",
        ANOTHER_YEAR,
        Severity.WARNING,
    )
    for finding in findings:
        message = f"{finding.message}（依 {years}學年度的規定）"
        if finding.clause is None:  # arithmetic is the same in every year
            yield finding
        else:
            yield replace(finding, severity=Severity.WARNING, message=message)

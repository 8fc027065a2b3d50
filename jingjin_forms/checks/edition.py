"""An edition of a programme: the texts in force for a 學年度, and the rules that rest on them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from jingjin_forms.checks.document import Clause, Document
from jingjin_forms.checks.finding import ANOTHER_YEAR, NO_YEAR, Finding, Severity
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.checks.paper_year import BY_SCHOOL_YEAR, PaperYear
from jingjin_forms.checks.rule import Rule
from jingjin_forms.checks.rules import Rules


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

    def restated(self, rules: Iterable[Rule]) -> Rules:
        """The rules, their clauses quoted from this edition."""
        return Rules(replace(rule, clause=self.cited(rule.clause)) for rule in rules)

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


def is_of_another_year(edition: Edition, school_year: int | None) -> bool:
    """Whether a paper of this 學年度, or of none, falls under the edition for want of another."""
    return bool(edition.school_years) and school_year not in edition.school_years


def told_of_year(
    edition: Edition, school_year: int | None, paper_year: PaperYear = BY_SCHOOL_YEAR
) -> Finding:
    """That the text of a paper's 學年度 is not there, or that the paper does not say its year."""
    years = _years(edition, paper_year)
    if school_year is None:
        message = f"沒有填{paper_year.label}，紙上印空白；以 {years}《{edition.documents[0]}》檢核"
    else:
        message = (
            f"這份資料是 {paper_year.called(school_year)}，沒有該{paper_year.label}的規定可以對照；"
            f"以下以 {years}《{edition.documents[0]}》檢核，"
            "只供參考，請向主管機關索取新的規定"
        )
    code = NO_YEAR if school_year is None else ANOTHER_YEAR
    return Finding.at((paper_year.label,), message, code, Severity.WARNING)


def as_reminders(
    findings: Iterable[Finding], edition: Edition, paper_year: PaperYear = BY_SCHOOL_YEAR
) -> Iterable[Finding]:
    """What is held against a paper by the text of another 學年度 than its own."""
    for finding in findings:
        if finding.clause is None:  # arithmetic is the same in every year
            yield finding
        else:
            message = f"{finding.message}（依 {_years(edition, paper_year)}的規定）"
            yield replace(finding, severity=Severity.WARNING, message=message)


def _years(edition: Edition, paper_year: PaperYear) -> str:
    return paper_year.called(*edition.school_years)

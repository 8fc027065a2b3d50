"""One row to one file or folder: what is sent to a worker, and what comes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from jingjin_forms.batch.kinds import Kind
from jingjin_forms.batch.places.targets import BROKEN, Content, Target, There, WithFormats
from jingjin_forms.batch.report.results import Detail, Outcome, RowResult
from jingjin_forms.checks import Finding, Severity
from jingjin_forms.checks.finding import NOT_CHECKED
from jingjin_forms.errors import (
    FactsError,
    FileProblemError,
    FillError,
    Problem,
    plain_value,
    shortened,
)
from jingjin_forms.tables.raw_rows import RawRow, SheetRow, as_read, place_in, places_of
from jingjin_forms.tables.rows import TableRow

OnExists = Literal["error", "skip", "overwrite"]
SCHOOL, FULL_NAME = "學校名稱", "全銜"
"""How a row calls the school: the name itself, or a part that has it."""
_LONGEST_SCHOOL = 80


@dataclass(frozen=True)
class Job:
    """What all rows of a batch have in common; picklable."""

    kind: Kind
    name: str
    target: Target | None
    """None where rows are only checked."""
    on_exists: OnExists
    on: date | None
    folder: Path | None
    """Where paths of photographs start; None where rows name no files."""
    is_second_try: bool = False
    """Whether a worker was lost with these rows: it may have made some of the files."""
    also: tuple[str, ...] = ()
    """Suffixes of what is wanted beside each Word file."""
    aside: bool = False
    """Whether each paper is filled as .odt too, for its .pdf to be made of."""
    formats: WithFormats | None = None
    """The target, where anything is wanted beside or aside."""

    def content(self, made_of: Any) -> Content:
        """What the row makes. Raises FillError, FactsError."""
        return self.kind.content(made_of, self.on, self.also, aside=self.aside)


class RowDone(NamedTuple):
    """What became of a row, and what `Target.write` has made of it; blank where it made nothing."""

    result: RowResult
    made: str = ""


def do_rows(job: Job, rows: Sequence[TableRow | RawRow]) -> list[RowDone]:
    """Make the files of some rows; runs in the process or cluster that the executor chooses."""
    return [do_row(job, row) for row in rows]


def do_row(job: Job, raw: TableRow | RawRow) -> RowDone:
    """Make the file of one row. Whatever goes wrong is told of this row and stops no other."""
    row, file = TableRow(raw.number, "", {}, ()), ""
    try:
        row = as_read(raw)
        if row.problems:
            raise FactsError("", row.problems)
        made_of = job.kind.load(row.facts, job.folder)
        file = job.kind.name(job.name, made_of, row)
        findings = _checked(job, made_of)
        outcome, made = Outcome.CHECKED, ""
        if job.target is not None:
            outcome, made = _write(job, job.target, made_of, file)
    except (FactsError, FillError) as error:
        problems = tuple(map(str, error.problems))
        details = _details(error.problems, raw)
    except FileProblemError as error:
        problems, details = (str(error),), (_problem(raw, error.code),)
    except Exception as error:  # a form's own code, a stack or memory that is exhausted
        problems, details = (unexpected(error),), (_problem(raw, "unexpected"),)
    else:
        told = RowResult(
            *(row.number, row.key, file, outcome),
            findings=tuple(map(str, findings)),
            errors=sum(finding.severity is Severity.ERROR for finding in findings),
            details=_details(findings, raw),
        )
        return RowDone(_placed(told, row, raw), made)
    failed = RowResult(row.number, row.key, file, Outcome.FAILED, problems, details=details)
    return RowDone(_placed(failed, row, raw))


def _placed(result: RowResult, row: TableRow, raw: TableRow | RawRow) -> RowResult:
    """The result, and whose it is."""
    sheet = raw.source.title if isinstance(raw, RawRow) else ""
    return result._replace(school=_school(row), sheet=sheet)


def _school(row: TableRow) -> str:
    """The school as the row has it, which is known also where the row makes no form."""
    given = row.facts.get(SCHOOL)
    if isinstance(given, Mapping):
        given = cast(Mapping[str, object], given).get(FULL_NAME)
    return shortened(given, _LONGEST_SCHOOL) if isinstance(given, str) else ""


def _problem(row: TableRow | RawRow, code: str) -> Detail:
    return Detail("problem", code, (), None, "", *places_of(row)[()])


def _details(
    told: Sequence[Problem] | Sequence[Finding], row: TableRow | RawRow
) -> tuple[Detail, ...]:
    if not told:
        return ()
    places = places_of(row)
    return tuple(_detail_of(each, place_in(places, each.path)) for each in told)


def _detail_of(told: Problem | Finding, place: SheetRow) -> Detail:
    """What a program goes by, and where in the roster it stands."""
    value = plain_value(told.value)
    if isinstance(told, Problem):
        return Detail("problem", told.code, told.path, value, "", *place)
    clause = "" if told.clause is None else f"{told.clause.document} {told.clause.number}".rstrip()
    return Detail(told.severity.name.lower(), told.code, told.path, value, clause, *place)


def unexpected(error: BaseException) -> str:
    """A sentence for what nobody has foreseen."""
    told = f"{type(error).__name__}：{shortened(str(error), 200)}".rstrip("：")
    return f"這一列發生沒有預料到的錯誤（{told}），其他列不受影響；請檢查這一列的內容。"


def _checked(job: Job, made_of: Any) -> tuple[Finding, ...]:
    """What the rules hold against it. A form whose own check fails holds no paper back."""
    try:
        return job.kind.check(made_of, job.on)
    except Exception as error:
        message = f"檢核沒有做完：{unexpected(error)}"
        return (Finding.at(("整份資料",), message, NOT_CHECKED),)


def _write(job: Job, target: Target, made_of: Any, file: str) -> tuple[Outcome, str]:
    if job.is_second_try:
        content = job.content(made_of)
        if (made := target.made_before(file, content.file)) is not None:
            return Outcome.WRITTEN, _with_formats(job, file, made, content)
    overwrite = job.on_exists == "overwrite"
    if job.on_exists == "skip":
        there = target.there(file)
        if there is There.SOMETHING:
            if job.formats is not None and not job.formats.is_complete(file):
                job.formats.complete(file, job.content(made_of))
            return Outcome.SKIPPED, ""
        if there is There.BROKEN:
            raise FileProblemError(BROKEN.format(file))
        overwrite = there is There.EMPTY  # there is nothing in it to lose
    content = job.content(made_of)
    made = target.write(file, content.file, overwrite=overwrite)
    return Outcome.WRITTEN, _with_formats(job, file, made, content)


def _with_formats(job: Job, file: str, made: str, content: Content) -> str:
    """All that was made, once what goes beside the file is there too."""
    if job.formats is None:
        return made
    job.formats.put_aside(file, content.aside)
    return job.formats.add(file, made, content.beside) if content.beside else made

"""One row to one file: what is sent to a worker, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from jingjin_forms.batch.report import Outcome, RowResult
from jingjin_forms.batch.targets import Target
from jingjin_forms.checks import Severity
from jingjin_forms.errors import FactsError, FileProblemError, FillError, Problem
from jingjin_forms.facts import printed_by
from jingjin_forms.facts.labels import label_of_key
from jingjin_forms.files.names import safe_name
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.tables.raw_rows import RawRow, as_read
from jingjin_forms.tables.rows import TableRow

OnExists = Literal["error", "skip", "replace"]
SUFFIX = ".docx"
_OWN = ("表名", "編號", "列")
"""What a pattern may name besides the form's labels."""


@dataclass(frozen=True)
class Job:
    """What all rows of a batch have in common; picklable."""

    form: str
    """Its key."""
    name: str
    target: Target | None
    """None where rows are only checked."""
    on_exists: OnExists
    on: date | None
    folder: Path
    """Where paths of photographs start."""


def do_rows(job: Job, rows: Sequence[TableRow | RawRow]) -> list[RowResult]:
    """Make the files of some rows; runs in the process or cluster that the executor chooses."""
    return [do_row(job, as_read(row)) for row in rows]


_form = lru_cache(get_form)  # which looks on disk


def do_row(job: Job, row: TableRow) -> RowResult:
    """Make the file of one row. Never raises for what is wrong with the row or its file."""
    file = ""
    try:
        if row.problems:
            raise FactsError("", row.problems)
        form = _form(job.form).load(row.facts, folder=job.folder)
        file = file_name(job.name, form, row)
        outcome = Outcome.CHECKED if job.target is None else _write(job, job.target, form, file)
        findings = form.check(job.on)
    except (FactsError, FillError) as error:
        problems = tuple(str(problem) for problem in error.problems)
        return RowResult(row.number, row.key, file, Outcome.FAILED, problems)
    except FileProblemError as error:
        return RowResult(row.number, row.key, file, Outcome.FAILED, (str(error),))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    told = tuple(map(str, findings))
    return RowResult(row.number, row.key, file, outcome, findings=told, errors=errors)


def _write(job: Job, target: Target, form: Form, file: str) -> Outcome:
    if job.on_exists == "skip" and target.exists(file):
        return Outcome.SKIPPED
    target.write(file, form.to_bytes(), overwrite=job.on_exists == "replace")
    return Outcome.WRITTEN


def file_name(pattern: str, form: Form, row: TableRow) -> str:
    """The name of the row's file: the pattern's words are labels, 表名, 編號 and 列."""
    wanted = _labels(pattern)
    words: dict[str, Any] = {}
    for printed in printed_by(type(form)):
        if printed.label in wanted:
            value = getattr(form, printed.name)
            shown = printed.convert(value) if printed.convert else value
            words[printed.label] = "" if shown is None else shown
    own = {"表名": type(form).title, "編號": row.key, "列": row.number}
    try:
        name = pattern.removesuffix(SUFFIX).format_map({**words, **own})
    except (ValueError, AttributeError, LookupError):  # such as {日期.月} where there is no 日期
        raise FactsError("檔名樣式", [_misfit(pattern, type(form))]) from None
    return safe_name(name, SUFFIX)


def _labels(pattern: str) -> list[str]:
    fields = (name for _, name, _, _ in Formatter().parse(pattern) if name)
    return [name.partition(".")[0].partition("[")[0] for name in fields]


def check_pattern(pattern: str, form: type[Form]) -> None:
    """Raise FactsError for a pattern that names nothing of the form."""
    known = {*label_of_key(form).values(), *_OWN}
    try:
        fits = known.issuperset(_labels(pattern)) and pattern.removesuffix(SUFFIX).strip()
        file_name(pattern, form.sample(), TableRow(1, "1", {}, ()))
    except (FactsError, ValueError):
        fits = False
    if not fits:
        raise FactsError("檔名樣式", [_misfit(pattern, form)])


def _misfit(pattern: str, form: type[Form]) -> Problem:
    known = "、".join(dict.fromkeys((*label_of_key(form).values(), *_OWN)))
    return Problem(f"「{pattern}」", f"檔名的樣式不對，{{}} 內可用的有：{known}。")

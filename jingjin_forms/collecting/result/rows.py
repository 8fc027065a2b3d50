"""What is kept of each file that was read: light, on disk, in order."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from jingjin_forms.batch.report.spool import Spool
from jingjin_forms.checks import Severity
from jingjin_forms.collecting.file_read import FileRead, Outcome
from jingjin_forms.collecting.plain.places import place_of, places_of
from jingjin_forms.errors import AmountError
from jingjin_forms.facts.labels import figures_of
from jingjin_forms.forms.form import Form


class ToConfirm(NamedTuple):
    """待確認: what a person has to look at."""

    label: str
    """Which fact: 經費項目第 2 項「單價」."""
    place: str
    """Where it stands in the file."""
    official: str
    """The form's own text beside it, where that was changed."""
    found: str
    why: str

    def __str__(self) -> str:
        where = f"{self.label}（{self.place}）" if self.place else self.label
        found = f"檔案上是「{self.found}」，" if self.found and self.found not in self.why else ""
        return f"{where}：{found}{self.why}"


class Altered(NamedTuple):
    """Fixed wording that was altered, taken out or added."""

    place: str
    official: str
    found: str

    def __str__(self) -> str:
        if not self.found:
            return f"{self.place}：少了「{self.official}」"
        if not self.official:
            return f"{self.place}：多了「{self.found}」"
        return f"{self.place}：「{self.official}」改成「{self.found}」"


class FileRow(NamedTuple):
    """One file."""

    name: str
    outcome: Outcome
    facts: dict[str, Any]
    """As texts and numbers, see `plain_facts`."""
    figures: dict[str, int | float]
    """What the form works out in numbers: 合計."""
    is_checked: bool
    """Whether the facts make a form, which the rules can be asked of."""
    findings: tuple[str, ...]
    errors: int
    """How many of the findings are errors."""
    to_confirm: tuple[ToConfirm, ...]
    altered: tuple[Altered, ...]
    notes: tuple[str, ...]
    fault: str


def row_of(
    read: FileRead,
    form: type[Form],
    facts: Mapping[str, Any],
    more: Iterable[tuple[str, str]] = (),
) -> FileRow:
    """What is kept of a file whose facts are these by now; `more` is what else is to be confirmed,
    each with its label."""
    others = [ToConfirm(label, "", "", "", why) for label, why in more]
    outcome = read.outcome
    return FileRow(
        name=read.name,
        outcome=Outcome.DOUBTFUL if others and outcome is Outcome.READ else outcome,
        facts=dict(facts),
        figures={} if read.form is None else _figures(read.form),
        is_checked=read.form is not None,
        findings=tuple(map(str, read.findings)),
        errors=sum(finding.severity is Severity.ERROR for finding in read.findings),
        to_confirm=(*_to_confirm(read, form), *others),
        altered=tuple(Altered(c.place, c.official, c.found) for c in read.changes),
        notes=read.notes,
        fault=read.fault,
    )


def _to_confirm(read: FileRead, form: type[Form]) -> Iterator[ToConfirm]:
    for doubt in read.doubts:
        yield ToConfirm(doubt.label, doubt.place, doubt.official, doubt.found, doubt.why)
    told = {doubt.path for doubt in read.doubts}
    problems = [one for one in read.problems if not one.path or one.path not in told]
    places = places_of(form, read) if problems else {}
    for one in problems:
        where = place_of(places, one.path)
        yield ToConfirm(one.where, where, "", _text(one.value), one.message)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _figures(form: Form) -> dict[str, int | float]:
    found: dict[str, int | float] = {}
    for label, figure in figures_of(type(form)).items():
        with suppress(AmountError):  # more than an amount can be, which the findings tell
            value = getattr(form, figure.name)
            if isinstance(value, Decimal):
                found[label] = float(value)
            elif isinstance(value, int):
                found[label] = int(value)
    return found


@dataclass
class Collection:
    """The files that were read, in order, and how many came to what."""

    form: type[Form]
    skipped: tuple[str, ...] = ()
    """Files of the folders that are neither Word nor ODF."""
    counts: Counter[Outcome] = field(default_factory=Counter[Outcome])
    files_with_errors: int = 0
    """Files whose findings say 錯誤."""
    figures: dict[str, None] = field(default_factory=dict[str, None])
    """Which figures some file has, in their order."""
    result: Path | None = None
    """Where it was written."""
    _spool: Spool = field(default_factory=Spool)

    def __len__(self) -> int:
        return len(self._spool)

    def add(self, row: FileRow) -> None:
        """Keep the next file."""
        # A lone surrogate, which a name can hold, is no character of UTF-8.
        self._spool.add(_json(row).encode(errors="surrogatepass"))
        self.counts[row.outcome] += 1
        self.files_with_errors += row.errors > 0
        self.figures |= dict.fromkeys(row.figures)

    def __iter__(self) -> Iterator[FileRow]:
        return (_read(self._spool[place]) for place in range(len(self)))

    @property
    def is_all_read(self) -> bool:
        """Whether every file was read and nothing is to be confirmed."""
        return len(self) == self.counts[Outcome.READ]

    def summary(self) -> str:
        """One line for the terminal."""
        counts = self.counts
        parts = [f"{outcome} {counts[outcome]:,}" for outcome in Outcome if counts[outcome]]
        told = "、".join(parts) or "沒有檔案"
        return f"共 {len(self):,} 份：{told}；檢核有錯誤的 {self.files_with_errors:,} 份。"


_json = json.JSONEncoder(ensure_ascii=False).encode


def _read(line: bytes) -> FileRow:
    found = FileRow(*json.loads(line.decode(errors="surrogatepass")))
    return found._replace(
        outcome=Outcome(found.outcome),
        findings=tuple(found.findings),
        to_confirm=tuple(ToConfirm(*one) for one in found.to_confirm),
        altered=tuple(Altered(*one) for one in found.altered),
        notes=tuple(found.notes),
    )

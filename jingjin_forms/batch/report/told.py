"""What the report says of a row, for people: each thing with its place in the roster."""

from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from jingjin_forms.batch.report.results import SAME_NAME, Detail, Outcome, RowResult

if TYPE_CHECKING:
    from jingjin_forms.batch.report.report import BatchReport

_NOTHING = Detail("", "")
_WEIGHTS = {"error": "錯誤", "warning": "提醒"}
_MOST_ON_SCREEN = 10


class Told(NamedTuple):
    """One problem or finding."""

    weight: str
    """未產生, 錯誤 or 提醒."""
    text: str
    sheet: str
    """The sheet of the roster; blank where it has no sheets."""
    row: int
    is_elsewhere: bool
    """Whether it stands in another sheet than the row itself."""
    detail: Detail

    @property
    def line(self) -> str:
        """The text behind its place, where that is not the row itself."""
        place = f"工作表「{self.sheet}」第 {self.row} 列：" if self.is_elsewhere else ""
        return place + self.text


def problems_of(result: RowResult) -> list[Told]:
    """Why the row has no file."""
    details = (detail for detail in result.details if detail.severity == "problem")
    return [*_told(result, result.problems, details)]


def findings_of(result: RowResult) -> list[Told]:
    """What the rules hold against it."""
    details = (detail for detail in result.details if detail.severity != "problem")
    return [*_told(result, result.findings, details)]


def _told(result: RowResult, texts: tuple[str, ...], details: Iterator[Detail]) -> Iterator[Told]:
    for text, detail in zip_longest(texts, details):
        if text is None:
            return
        known: Detail = detail or _NOTHING
        row = known.row or result.number
        sheet = known.sheet if known.row else result.sheet
        weight = _WEIGHTS.get(known.severity, "未產生" if text in result.problems else "")
        yield Told(weight, text, sheet, row, sheet != result.sheet, known)


def needs_somebody(result: RowResult) -> bool:
    """Whether the row has no file, or errors."""
    return result.outcome is Outcome.FAILED or result.errors > 0


def rows_at_fault(report: "BatchReport", most: int = _MOST_ON_SCREEN) -> Iterator[str]:
    """The first rows that need somebody, a line each, for the screen."""
    if not report.rows_with_errors:
        return
    for result in islice(filter(needs_somebody, report), most):
        told = problems_of(result) or findings_of(result)
        errors = [one for one in told if one.weight != "提醒"] or told
        more = f"（共 {len(errors)} 項）" if len(errors) > 1 else ""
        school = f" {result.school}" if result.school else ""
        place = f"第 {result.number:,} 列{school}"
        # That a file is there already comes of the other row that has its name.
        main = next((one for one in errors if one.detail.code == SAME_NAME), *errors[:1] or [None])
        yield f"{place}：{main.line}{more}" if main else place
    if (rest := report.rows_with_errors - most) > 0:
        yield f"…還有 {rest:,} 列，請看報告。"

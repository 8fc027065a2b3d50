"""The report as .csv, which Excel opens: a line for each row of the roster."""

import csv
import io
from collections.abc import Iterable, Iterator

from jingjin_forms.batch.report.results import RowResult
from jingjin_forms.batch.report.told import findings_of, problems_of

HEADINGS = ("列", "編號", "學校名稱", "檔案", "結果", "問題", "檢核")
_BOM = "\ufeff"  # without which Excel takes UTF-8 for Big5
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(report: Iterable[RowResult]) -> Iterator[bytes]:
    """The lines, each as bytes of UTF-8."""
    yield (_BOM + _line(HEADINGS)).encode()
    for result in report:
        line = _line((str(result.number), *map(_plain, texts_of(result))))
        yield line.encode(errors="backslashreplace")


def texts_of(result: RowResult) -> tuple[str, ...]:
    """What stands behind the number of the row."""
    problems = "\n".join(one.line for one in problems_of(result))
    findings = "\n".join(one.line for one in findings_of(result))
    plain = (result.key, result.school, result.file, str(result.outcome))
    return (*plain, problems, findings)


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()

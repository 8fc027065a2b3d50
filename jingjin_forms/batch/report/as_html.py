"""The report as a table for a notebook."""

from collections.abc import Iterable
from html import escape
from itertools import chain, islice
from typing import TYPE_CHECKING

from jingjin_forms.batch.report.results import Outcome, RowResult
from jingjin_forms.errors import shortened

if TYPE_CHECKING:
    from jingjin_forms.batch.report.report import BatchReport

_ROWS, _LOOKED_THROUGH, _LONGEST, _MESSAGES = 30, 100_000, 200, 5
_HEADS = ("列", "編號", "檔案", "結果", "問題與檢核")


def report_html(report: "BatchReport") -> str:
    """The summary, and the first rows: those that failed or have errors before the others."""
    shown = [*islice(_ordered(report), _ROWS)]
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    rows = "".join(map(_row, shown))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if shown else ""
    rest = len(report) - len(shown)
    more = f'<p>…還有 {rest:,} 列；全部的用 report.save("報告.xlsx")。</p>' if rest else ""
    return f"<p>{escape(report.summary())}</p>{table}{more}"


def _ordered(report: "BatchReport") -> Iterable[RowResult]:
    rows = islice(report, _LOOKED_THROUGH if report.rows_with_errors else 0)
    urgent = islice((row for row in rows if _needs_somebody(row)), _ROWS)
    return chain(urgent, (row for row in islice(report, 2 * _ROWS) if not _needs_somebody(row)))


def _needs_somebody(row: RowResult) -> bool:
    return row.outcome is Outcome.FAILED or row.errors > 0


def _row(row: RowResult) -> str:
    told = [*row.problems, *row.findings]
    lines = [escape(shortened(line, _LONGEST)) for line in told[:_MESSAGES]]
    if more := len(told) - len(lines):
        lines.append(f"…還有 {more:,} 項")
    colour = ' style="background: #fdecea; color: #111"' if _needs_somebody(row) else ""
    plain = (str(row.number), row.key, row.file, str(row.outcome))
    cells = [*(escape(shortened(text, _LONGEST)) for text in plain), "<br>".join(lines)]
    aligned = "".join(f'<td style="text-align: left">{cell}</td>' for cell in cells)
    return f"<tr{colour}>{aligned}</tr>"

"""The report as a workbook: every text as it is, none a formula."""

from collections.abc import Iterable, Iterator
from typing import Any

from jingjin_forms.batch.results import RowResult
from jingjin_forms.tables.streamed_workbook import finished, plain_text, streamed_workbook

_HEADINGS = ("列", "編號", "檔案", "結果", "問題", "檢核")
_MOST_ROWS = 1_000_000  # of a sheet; Excel's limit is 1,048,576


def workbook(report: Iterable[RowResult]) -> bytes:
    """The rows as .xlsx. Raises FileProblemError where the temporary folder takes no more."""
    rows = iter(report)
    with streamed_workbook("報告") as book:
        is_left = _sheet(book, "報告", rows)
        while is_left:
            is_left = _sheet(book, f"報告{len(book.sheetnames) + 1}", rows)
        return finished(book)


def _sheet(book: Any, title: str, rows: Iterator[RowResult]) -> bool:
    """One sheet of the rows; whether there may be more."""
    sheet: Any = book.create_sheet(title)
    sheet.append(_HEADINGS)
    for count, result in enumerate(rows, 1):
        texts = [result.key, result.file, str(result.outcome)]
        told = ["\n".join(result.problems), "\n".join(result.findings)]
        sheet.append([result.number, *(plain_text(sheet, text) for text in [*texts, *told])])
        if count == _MOST_ROWS:
            return True
    return False

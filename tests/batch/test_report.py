"""The report is written whatever stands in the rows and wherever there is room."""

import errno
import json
import pickle
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jingjin_forms.batch import BatchReport, Outcome, RowResult
from jingjin_forms.errors import FileProblemError

TEXTS = [
    "=1+1",
    "@SUM(A1)",
    "-1",
    "+1",
    "'quoted",
    "\x00\x07\x1b控制字元\x7f",
    "\ud800 半個字 \udfff",
    "\ufffe\uffff",
    "第一行\r\n第二行\t格\x0b",
    "𠮷" * 20_000,
    "長" * 40_000,
    "_x0041_",
]


def report_of(texts: list[str]) -> BatchReport:
    report = BatchReport()
    for number, text in enumerate(texts, 1):
        told = (text,), (text,)
        report.add(RowResult(number, text, text, Outcome.FAILED, *told))
    return report


def test_a_report_is_sent_to_another_process():
    report = report_of(TEXTS)  # more than is kept in memory
    report.fail(1, "沒有了", "file")
    sent = pickle.loads(pickle.dumps(report))
    assert (list(sent), sent.counts) == (list(report), report.counts)
    sent.add(RowResult(99, "", "", Outcome.WRITTEN))
    assert (len(sent), len(report)) == (len(TEXTS) + 1, len(TEXTS))


def test_any_text_comes_back_and_is_written(tmp_path: Path):
    report = report_of(TEXTS)
    assert [result.key for result in report] == TEXTS
    told = json.loads(report.save(tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [row["problems"] for row in told] == [[text] for text in TEXTS]
    book = openpyxl.load_workbook(report.save(tmp_path / "r.xlsx"))
    rows: Any = list(book["報告"].iter_rows(min_row=2))
    assert len(rows) == len(TEXTS)
    for text, row in zip(TEXTS, rows, strict=True):
        assert row[2].value is None  # no school
        for cell in (row[1], row[3], *row[5:]):
            assert cell.data_type == "s"
            assert len(str(cell.value).encode("utf-16-le")) <= 2 * 32_767
            if text.isprintable() and len(text) < 100:
                assert cell.value == text  # as it is: no apostrophe
            assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@"))
    assert rows[5][1].value == "\\u0000\\u0007\\u001b控制字元\x7f"
    assert rows[6][1].value == "\\ud800 半個字 \\udfff"
    assert rows[9][1].value.endswith("𠮷…")


def test_more_rows_than_a_sheet_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("jingjin_forms.batch.report.as_workbook._MOST_ROWS", 5)
    book = openpyxl.load_workbook(report_of([str(n) for n in range(12)]).save(tmp_path / "r.xlsx"))
    assert book.sheetnames[:3] == ["報告", "報告2", "報告3"]
    sheets = book.worksheets[:3]
    keys = [row[1] for sheet in sheets for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert keys == [str(n) for n in range(12)]


def full(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_no_temporary_folder_costs_no_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    texts = [str(n) * 100 for n in range(3000)]
    report = report_of(texts)
    assert [result.key for result in report] == texts


def test_a_temporary_folder_that_becomes_full(monkeypatch: pytest.MonkeyPatch):
    class Filling:
        """Takes a part of the third piece, then nothing."""

        def __init__(self, **_: object) -> None:
            self.file, self.room = real(buffering=0), 150_000

        def write(self, data: Any) -> int:
            if not self.room:
                full()
            taken = self.file.write(data[: self.room])
            self.room -= taken
            return taken

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

    real = tempfile.TemporaryFile
    monkeypatch.setattr(tempfile, "TemporaryFile", Filling)
    texts = [str(n) * 100 for n in range(3000)]
    report = report_of(texts)
    assert [result.key for result in report] == texts
    report.fail(7, "後來才知道", "file")
    assert report.at(7).problems == (texts[7], "後來才知道")
    assert report.at(2999).key == texts[2999]


def test_no_room_for_the_workbook_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", full)
    report = report_of(["甲"])
    with pytest.raises(FileProblemError, match="暫存資料夾寫不進去"):
        report.save(tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []
    assert report.save(tmp_path / "r.json").exists()


def test_a_workbook_that_is_not_finished_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("openpyxl.workbook.workbook.Workbook.save", full)
    with pytest.raises(FileProblemError, match="暫存資料夾寫不進去"):
        report_of(["甲"]).save(tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []

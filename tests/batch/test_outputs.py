"""Where the report and the archive go, whatever the disk says when it is asked."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.batch import BatchReport, Outcome, RowResult
from jingjin_forms.batch.outputs import check_outputs, save_report
from jingjin_forms.errors import FileProblemError


def test_a_disk_that_fails_when_it_is_asked_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(path: Any, *_: Any, **__: Any) -> None:
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(os, "stat", broken)
    monkeypatch.setattr(os, "lstat", broken)
    out, report, archive = str(tmp_path / "out"), tmp_path / "r.json", tmp_path / "a.zip"
    with suppress(FileProblemError):
        check_outputs(tmp_path / "t.csv", out, report, archive, overwrite=False)


def test_the_report_is_tried_under_a_few_names_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where each is written, and yet a failure."""
    tried: list[Path] = []

    def writes_and_fails(_: BatchReport, path: Path, **__: bool) -> Path:
        path.touch()
        tried.append(path)
        raise FileProblemError("寫了，又說沒有寫。")

    monkeypatch.setattr(BatchReport, "save", writes_and_fails)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    report = BatchReport()
    report.add(RowResult(1, "", "", Outcome.CHECKED))
    with pytest.raises(FileProblemError):
        save_report(report, tmp_path / "t.csv", None, None, overwrite=False)
    assert len(tried) < 200

"""The logger: silent by itself; what takes time is told to those who listen, without any facts."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from jingjin_forms import BudgetEstimate, fill_many
from jingjin_forms.collecting import read_many
from jingjin_forms.export.libreoffice.soffice import run_soffice
from jingjin_forms.log import LOGGER


@pytest.fixture(autouse=True)
def listening(monkeypatch: pytest.MonkeyPatch):
    """Whatever has set up logging in this process before, and silenced the loggers that it found:
    import-linter does."""
    monkeypatch.setattr(LOGGER, "disabled", False)


ROWS = [{"學校名稱": "花蓮縣第一國小", "雜支": 1}, {"學校名稱": "花蓮縣第二國小", "雜支": "很多"}]


def test_a_batch_says_what_became_of_its_rows(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.INFO, "jingjin_forms"):
        report = fill_many(BudgetEstimate, ROWS, tmp_path)
    assert caplog.messages == [f"批次 school_based/budget_estimate：{report.summary()}"]
    assert "國小" not in caplog.text


def test_reading_says_how_many_files(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    BudgetEstimate.sample().save(tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes(b"")
    with caplog.at_level(logging.INFO, "jingjin_forms"):
        assert len([*read_many([tmp_path], BudgetEstimate)]) == 2
    assert caplog.messages == ["讀回 school_based/budget_estimate：2 份，其中 1 份讀不了"]


def test_libreoffice_says_that_it_starts_and_how_long_it_took(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setenv("JINGJIN_SOFFICE", str(program))
    with caplog.at_level(logging.DEBUG, "jingjin_forms"):
        assert run_soffice([tmp_path / "a.docx"], ".pdf", tmp_path, tmp_path) == ""
    started, ended = caplog.records
    assert started.levelno == logging.INFO
    assert started.getMessage() == f"啟動 LibreOffice（{program}），把 1 份轉成 .pdf"
    assert ended.levelno == logging.DEBUG
    assert ended.getMessage().startswith("LibreOffice 用了 0.")


def test_nothing_is_printed_unless_asked_for():
    code = (
        "import logging; from jingjin_forms.log import LOGGER; LOGGER.error('told to nobody');"
        "assert LOGGER is logging.getLogger('jingjin_forms');"
        "assert [type(h) for h in LOGGER.handlers] == [logging.NullHandler]"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout + run.stderr == b""

"""Many files: in order, whatever becomes of one of them or of the process that reads it."""

import multiprocessing
import os
import pickle
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import reading
from jingjin_forms.collecting import FileRead, Outcome, read_many
from jingjin_forms.errors import FileProblemError, FormNotFoundError
from tests.collecting.papers import BUDGET, NO_PAPER, budget, changed, zipped

SCHOOLS = ("甲國小", "乙國小", "丙國中")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three budgets, with a file among them that is none."""
    folder = tmp_path / "各校"
    for name in SCHOOLS:
        budget(folder, name)
    (folder / "二.docx").write_bytes(NO_PAPER)
    return folder


def outcomes(reads: "Iterator[FileRead]") -> dict[str, Outcome]:
    return {read.name.rpartition("/")[2]: read.outcome for read in reads}


EXPECTED = {
    "丙國中.docx": Outcome.READ,
    "乙國小.docx": Outcome.READ,
    "二.docx": Outcome.FAILED,
    "甲國小.docx": Outcome.READ,
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_stops_no_other(folder: Path, jobs: int):
    found = outcomes(read_many([folder], BUDGET, jobs=jobs))
    assert found == EXPECTED
    assert [*found] == sorted(EXPECTED)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_archive_is_as_a_folder(folder: Path, tmp_path: Path, jobs: int):
    members: dict[str | bytes, bytes] = {p.name: p.read_bytes() for p in folder.iterdir()}
    path = zipped(tmp_path / "各校.zip", members)
    reads = list(read_many([path], BUDGET, jobs=jobs))
    assert outcomes(iter(reads)) == EXPECTED
    assert all(read.name.startswith(f"{path.as_posix()}/") for read in reads)
    (bad,) = (read for read in reads if read.fault)
    assert "二.docx" in bad.fault
    assert "jingjin-" not in bad.fault  # where it was unpacked is nobody's business


def test_a_read_is_whole_and_can_be_sent(folder: Path):
    changed(folder / "甲國小.docx", {(3, 1): "約三百"})
    for read in (
        pickle.loads(pickle.dumps(r)) for r in read_many([folder / "甲國小.docx"], BUDGET)
    ):
        assert read.outcome is Outcome.DOUBTFUL
        assert read.form is None
        assert [problem.path for problem in read.problems] == [("經費項目", 0, "單價")]
        assert read.facts["學校名稱"] == "花蓮縣甲國小"
        assert any(value.text == "約三百" for value in read.values)
    (read,) = read_many([folder / "乙國小.docx"], BUDGET)
    assert read.form is not None
    assert read.form.to_bytes() == (folder / "乙國小.docx").read_bytes()
    assert read.findings == read.form.check()


def test_what_is_wrong_with_all_of_it_is_told_before_the_first_file(tmp_path: Path):
    with pytest.raises(FileProblemError):
        read_many([tmp_path / "nosuch"], BUDGET)
    with pytest.raises(FormNotFoundError):
        read_many([tmp_path], "沒有這張表")


def test_progress_comes_after_the_file_was_taken_and_may_end_the_reading(folder: Path):
    taken: list[str] = []

    class Enough(Exception):
        pass

    def stop(read: FileRead) -> None:
        assert taken[-1] == read.name
        if len(taken) == 2:
            raise Enough

    reads = read_many([folder], BUDGET, progress=stop)
    with pytest.raises(Enough):
        taken.extend(read.name for read in reads)
    assert len(taken) == 2


def test_what_nobody_has_foreseen_is_told_of_its_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    real = reading.read_document

    def fails(path: Path, form: Any) -> Any:
        if path.name == "乙國小.docx":
            raise RecursionError("too deep")
        return real(path, form)

    monkeypatch.setattr(reading, "read_document", fails)
    reads = {read.name.rpartition("/")[2]: read for read in read_many([folder], BUDGET)}
    assert "沒有預料到的錯誤（RecursionError：too deep）" in reads["乙國小.docx"].fault
    assert reads["甲國小.docx"].outcome is Outcome.READ


def test_a_rule_that_fails_is_told_and_the_facts_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(BUDGET, "check", fails)
    (read,) = read_many([folder / "甲國小.docx"], BUDGET)
    assert read.outcome is Outcome.READ
    assert "檢核沒有做完" in str(read.findings[0])


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="what is patched is not there otherwise"
)
def test_a_file_that_brings_its_process_down_stops_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    real = reading.read_document

    def killed(path: Path, form: Any) -> Any:
        if path.name == "乙國小.docx":
            os._exit(9)
        return real(path, form)

    monkeypatch.setattr(reading, "read_document", killed)
    reads = {read.name.rpartition("/")[2]: read for read in read_many([folder], BUDGET, jobs=2)}
    assert "兩次被系統中斷" in reads["乙國小.docx"].fault
    assert outcomes(iter(reads.values())) == EXPECTED | {"乙國小.docx": Outcome.FAILED}


def test_an_executor_that_is_broken_for_good_is_done_without(folder: Path):
    class Broken(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            raise BrokenProcessPool

    assert outcomes(read_many([folder], BUDGET, executor=Broken())) == EXPECTED

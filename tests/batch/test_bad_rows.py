"""One bad row never stops the others, even one that brings its process down."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from datetime import date, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import Outcome, RowResult, fill_many, kinds, processes
from jingjin_forms.batch import job as jobs
from jingjin_forms.errors import FactsError

BUDGET = get_form("school_based/budget_estimate")
HOMES = {"as_read": jobs, "file_name": kinds, "_write": jobs}
Pool = Callable[[int], AbstractContextManager[Executor]]


def schools(count: int) -> list[dict[str, Any]]:
    return [{"學校名稱": f"花蓮縣第{n}國小"} for n in range(1, count + 1)]


def our_processes(number: int) -> AbstractContextManager[Executor]:
    return processes(number, BUDGET)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("error", [RecursionError, MemoryError, KeyError, RuntimeError, OSError])
@pytest.mark.parametrize("where", ["as_read", "file_name", "_write"])
def test_an_error_that_nobody_has_foreseen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception], where: str
):
    real, calls = getattr(HOMES[where], where), iter(range(9))

    def fail(*given: Any) -> Any:
        if next(calls) == 1:
            raise error("deep inside")
        return real(*given)

    monkeypatch.setattr(HOMES[where], where, fail)
    results = list(fill_many(BUDGET, schools(3), tmp_path))
    assert [r.outcome for r in results] == [Outcome.WRITTEN, Outcome.FAILED, Outcome.WRITTEN]
    assert results[1].number == 2
    assert f"沒有預料到的錯誤（{error.__name__}：" in results[1].problems[0]
    assert len(names(tmp_path)) == 2


def test_a_rule_that_fails_holds_no_paper_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(BUDGET, "check", fail)
    report = fill_many(BUDGET, schools(2), tmp_path)
    assert report.counts == {Outcome.WRITTEN: 2}
    assert report.rows_with_errors == 2
    assert all("檢核沒有做完" in result.findings[0] for result in report)


is_forking = multiprocessing.get_start_method() == "fork"


@pytest.mark.skipif(not is_forking, reason="the processes would not know of the row that kills")
@pytest.mark.parametrize("pool", [ProcessPoolExecutor, our_processes])
@pytest.mark.parametrize("moment", ["file_name", "_write"])
def test_a_row_that_brings_its_process_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pool: Pool, moment: str
):
    real = getattr(HOMES[moment], moment)

    def kill(*given: Any) -> Any:
        if any(str(getattr(one, "school", "")) == "花蓮縣第150國小" for one in given):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)

    monkeypatch.setattr(HOMES[moment], moment, kill)
    with pool(2) as executor:
        results = list(fill_many(BUDGET, schools(400), tmp_path, executor=executor))
    failed = [result for result in results if result.outcome is not Outcome.WRITTEN]
    assert [result.number for result in failed] == [150]
    assert "兩次被系統中斷" in failed[0].problems[0]
    assert [result.number for result in results] == list(range(1, 401))
    assert len(names(tmp_path)) == 399
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("on_exists", ["error", "skip", "replace"])
def test_a_process_that_is_killed_loses_no_row(tmp_path: Path, on_exists: Any):
    rows = schools(400)
    old = tmp_path / "花蓮縣第7國小_經費概算表.docx"
    old.write_bytes(b"mine")

    def kill(result: RowResult) -> None:
        if result.number == 20:
            for child in multiprocessing.active_children():
                child.kill()

    with processes(2, BUDGET) as executor:
        report = fill_many(
            BUDGET, rows, tmp_path, executor=executor, on_exists=on_exists, progress=kill
        )
    expected = {
        "error": {Outcome.WRITTEN: 399, Outcome.FAILED: 1},
        "skip": {Outcome.WRITTEN: 399, Outcome.SKIPPED: 1},
        "replace": {Outcome.WRITTEN: 400},
    }
    assert report.counts == expected[on_exists]
    assert len(names(tmp_path)) == 400
    assert (old.read_bytes() == b"mine") == (on_exists != "replace")


def dies_in_its_answer() -> None:
    def begin(connection: Connection, buffer: memoryview) -> None:
        os.write(connection.fileno(), buffer[:2])
        os.kill(os.getpid(), signal.SIGKILL)

    Connection._send = begin  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform == "win32", reason="messages are not cut there")
def test_a_process_that_is_killed_in_the_middle_of_its_answer():
    with our_processes(2) as executor:
        with pytest.raises(BrokenExecutor):
            executor.submit(dies_in_its_answer).result(timeout=120)
        assert executor.submit(int, "15").result(timeout=120) == 15
    assert multiprocessing.active_children() == []


class Losing(Executor):
    """A cluster that loses every second chunk after its rows were done."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        future: Future[Any] = Future()
        done = fn(*args, **kwargs)
        if self.count % 2:
            future.set_result(done)
        else:
            future.set_exception(RuntimeError("KilledWorker"))
        return future


@pytest.mark.parametrize("on_exists", ["error", "skip", "replace"])
def test_rows_whose_answer_was_lost_are_done_once_more(tmp_path: Path, on_exists: Any):
    rows = [*schools(300), {"學校名稱": "花蓮縣第150國小"}]
    old = tmp_path / "花蓮縣第120國小_經費概算表.docx"
    old.write_bytes(b"mine")
    results = list(fill_many(BUDGET, rows, tmp_path, executor=Losing(), on_exists=on_exists))
    failed = [r.number for r in results if r.outcome is Outcome.FAILED]
    assert failed == ([120, 150, 301] if on_exists == "error" else [150, 301])
    assert len(names(tmp_path)) == 299
    assert (old.read_bytes() == b"mine") == (on_exists != "replace")


def test_a_moment_is_taken_as_its_day(tmp_path: Path):
    rows = [{"學校名稱": "花蓮縣吉安鄉宜昌國小", "學年度": 112}]
    form = get_form("審查作業表")
    told = [
        [result.findings for result in fill_many(form, rows, None, on=on)]
        for on in (date(2023, 3, 18), datetime(2023, 3, 18, 17, 0), "2023-03-18", "112年3月18日")
    ]
    assert told[0] == told[1] == told[2] == told[3]
    assert "已經過了 1 天" in str(told[0])
    with pytest.raises(FactsError, match="送件的日子"):
        fill_many(BUDGET, rows, None, on="明天")


@pytest.mark.parametrize(("minute", "late"), [(0, False), (1, True)])
def test_the_hour_of_the_last_day(minute: int, late: bool):
    rows = [{"學校名稱": "花蓮縣吉安鄉宜昌國小", "學年度": 112}]
    moment = datetime(2023, 3, 17, 17, minute)
    (done,) = fill_many(get_form("審查作業表"), rows, None, on=moment)
    assert ("已經過了 1 分鐘" in str(done.findings)) == late

"""A batch: every row its file or its reason, whatever happens to the others."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import Outcome, RowResult, fill_many, processes, zip_files
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.errors import FactsError, FileProblemError, FormNotFoundError
from tests.helpers import audit, docx_text

ORID = get_form("school_based/orid_feedback")
BUDGET = get_form("school_based/budget_estimate")


def schools(count: int, **more: Any) -> list[dict[str, Any]]:
    return [{"學校名稱": f"花蓮縣第{n}國小", "學年度": 112, **more} for n in range(1, count + 1)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_one_file_a_row(tmp_path: Path):
    report = fill_many(BUDGET, schools(3), tmp_path / "out")
    assert len(report) == 3
    assert report.counts == {Outcome.WRITTEN: 3}
    made = files(tmp_path / "out")
    assert sorted(made) == [f"花蓮縣第{n}國小_經費概算表.docx" for n in (1, 2, 3)]
    for name, content in made.items():
        assert name.partition("_")[0] in "".join(docx_text(content))
        assert audit(content) == []
    assert [result.number for result in report] == [1, 2, 3]


def test_a_form_by_name_and_a_name_by_pattern(tmp_path: Path):
    pattern = "{學年度}-{學校名稱.簡稱}-{列:0>3}"
    fill_many("經費概算表", schools(1), tmp_path, name=pattern)
    assert list(files(tmp_path)) == ["112-第1國小-001.docx"]


@pytest.mark.parametrize("pattern", ["{校名}", "{", "{學校名稱}{}", "", ".docx"])
def test_a_pattern_that_names_nothing_is_refused_before_anything_is_made(
    tmp_path: Path, pattern: str
):
    with pytest.raises(FactsError, match="檔名的樣式"):
        fill_many(BUDGET, schools(2), tmp_path / "out", name=pattern)
    assert not (tmp_path / "out").exists()


def test_a_bad_row_stops_no_other_and_leaves_no_file(tmp_path: Path):
    rows = schools(4)
    rows[1]["雜支"] = "一點"
    rows[2] |= {"雜支": "1000", "經費項目": [{"項目": "印刷費", "單價": 101, "數量": 10}]}
    report = fill_many(BUDGET, rows, tmp_path / "out")
    results = list(report)
    assert [r.outcome for r in results].count(Outcome.WRITTEN) == 3
    assert results[1].outcome is Outcome.FAILED
    assert "「雜支」" in results[1].problems[0]
    assert results[2].errors == len(results[2].findings) >= 2
    assert report.rows_with_errors == 2
    assert len(files(tmp_path / "out")) == 3
    assert "共 4 列" in report.summary()


@pytest.mark.parametrize("on_exists", ["error", "skip", "replace"])
@pytest.mark.parametrize("executor", [None, ThreadPoolExecutor])
def test_rows_of_one_name_are_errors_of_all(tmp_path: Path, on_exists: Any, executor: Any):
    rows = [{"學校名稱": name} for name in ("花蓮縣甲國小", "花蓮縣乙國小", "花蓮縣甲國小")]
    rows += [{"學校名稱": "花蓮縣甲國小"}, {"學校名稱": "花蓮縣丙國小"}]
    pool = executor(2) if executor else None
    report = fill_many(BUDGET, rows, tmp_path, executor=pool, on_exists=on_exists)
    assert sorted(files(tmp_path)) == [f"花蓮縣{c}國小_經費概算表.docx" for c in "丙乙"]
    results = list(report)
    assert [r.outcome is Outcome.FAILED for r in results] == [True, False, True, True, False]
    told = [re.findall(r"與第 (\d) 列同名", "".join(r.problems)) for r in results]
    assert told == [["3"], [], ["1"], ["1"], []]
    assert report.counts == {Outcome.FAILED: 3, Outcome.WRITTEN: 2} | {
        outcome: 0 for outcome in report.counts if outcome not in (Outcome.FAILED, Outcome.WRITTEN)
    }


def test_names_that_windows_takes_for_one_are_one(tmp_path: Path):
    rows = [{"學校名稱": name} for name in ("ABC國小", "abc國小")]
    assert fill_many(BUDGET, rows, tmp_path).counts[Outcome.FAILED] == 2


def test_a_row_that_is_none_is_told(tmp_path: Path):
    report = fill_many(BUDGET, [*schools(1), "不是資料"], tmp_path)
    assert [result.outcome for result in report] == [Outcome.WRITTEN, Outcome.FAILED]
    assert "不是資料" in list(report)[1].problems[0]


def test_the_work_for_rows_of_one_name_grows_with_their_number(monkeypatch: pytest.MonkeyPatch):
    """Each row is read again once or twice, however many have its name already."""
    reads: list[int] = []
    at = BatchReport.at
    monkeypatch.setattr(BatchReport, "at", lambda self, n: reads.append(n) or at(self, n))
    per_row: list[float] = []
    for number in (50, 400):
        reads.clear()
        report = fill_many(BUDGET, [{"學校名稱": "甲國小"}] * number, None)
        assert report.counts[Outcome.FAILED] == number
        per_row.append(len(reads) / number)
    assert per_row[1] <= per_row[0] + 0.1
    assert per_row[1] < 10


def test_names_lead_nowhere_else(tmp_path: Path):
    rows = [{"學校名稱": name} for name in ("../外", "a/b", "CON", "x" * 300, "甲\x07")]
    report = fill_many(BUDGET, rows, tmp_path / "out", name="{學校名稱}")
    assert report.counts[Outcome.WRITTEN] == 4
    assert {path.parent for path in tmp_path.rglob("*.docx")} == {tmp_path / "out"}
    assert list(report)[4].outcome is Outcome.FAILED  # which Word cannot hold


def test_what_exists_is_an_error_skipped_or_replaced(tmp_path: Path):
    old = tmp_path / "花蓮縣第1國小_經費概算表.docx"
    for on_exists, outcome, kept in (
        ("error", Outcome.FAILED, True),
        ("skip", Outcome.SKIPPED, True),
        ("replace", Outcome.WRITTEN, False),
    ):
        old.write_bytes(b"old")
        report = fill_many(BUDGET, schools(1), tmp_path, on_exists=on_exists)  # type: ignore[arg-type]
        [result] = report
        assert result.outcome is outcome
        codes = [detail.code for detail in result.details if detail.severity == "problem"]
        assert codes == (["exists"] if outcome is Outcome.FAILED else [])
        assert (old.read_bytes() == b"old") == kept


def test_rules_only(tmp_path: Path):
    rows = schools(2, 雜支=10, 經費項目=[{"項目": "講師費", "單價": 100, "數量": 1}])
    report = fill_many(BUDGET, rows, None)
    assert report.counts == {Outcome.CHECKED: 2}
    assert all("6%" in finding for result in report for finding in result.findings)
    assert list(tmp_path.iterdir()) == []


def our_processes(number: int) -> AbstractContextManager[Executor]:
    return processes(number, BUDGET)


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor, our_processes])
def test_any_executor_gives_the_same_bytes(
    tmp_path: Path, pool: Callable[[int], AbstractContextManager[Executor]]
):
    rows = schools(120)
    rows[60]["雜支"] = "x"
    fill_many(BUDGET, rows, tmp_path / "一")
    with pool(2) as executor:
        report = fill_many(BUDGET, rows, tmp_path / "二", executor=executor)
    assert files(tmp_path / "一") == files(tmp_path / "二")
    assert [result.number for result in report] == list(range(1, 121))


def test_processes_for_a_form_that_there_is_not():
    with pytest.raises(FormNotFoundError, match="沒有「經費概表」"), processes(2, "經費概表"):
        pass


_READY = """
import sys
from jingjin_forms.batch import processes

if __name__ == "__main__":
    with processes(1, "school_based/budget_estimate") as executor:
        there = executor.submit(eval, "'jingjin_forms.word' in __import__('sys').modules")
        print(there.result(), "jingjin_forms.word" in sys.modules)
"""


def test_processes_are_ready_before_the_first_row(tmp_path: Path):
    script = tmp_path / "ready.py"
    script.write_text(_READY)
    run = subprocess.run([sys.executable, script], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["True", "False"]


class Counting(Executor):
    """Runs at once, but says done only when asked."""

    def __init__(self) -> None:
        self.waiting = self.most = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        asked = future.result

        def result(timeout: float | None = None) -> Any:
            self.waiting -= 1
            return asked(timeout)

        future.result = result  # type: ignore[method-assign]
        return future


def test_no_more_rows_are_read_than_the_workers_need(tmp_path: Path):
    read = 0

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal read
        for row in schools(3000):
            read += 1
            yield row

    furthest: list[int] = []
    executor = Counting()
    fill_many(
        BUDGET,
        rows(),
        None,
        executor=executor,
        progress=lambda result: furthest.append(read - result.number),
    )
    assert max(furthest) <= 1000
    assert executor.most <= 20


def test_progress_is_told_each_row(tmp_path: Path):
    told: list[RowResult] = []
    fill_many(BUDGET, schools(3), tmp_path, progress=told.append)
    assert [result.number for result in told] == [1, 2, 3]


def test_a_full_disk_is_told_per_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write, tries = os.write, iter(range(100))

    def full(handle: int, content: Any) -> int:
        if len(content) > 1_000 and next(tries) == 1:  # the second form, not the lock
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, content)

    monkeypatch.setattr("jingjin_forms.files.writing.os.write", full)
    report = fill_many(BUDGET, schools(3), tmp_path)
    outcomes = [result.outcome for result in report]
    assert outcomes == [Outcome.WRITTEN, Outcome.FAILED, Outcome.WRITTEN]
    assert "磁碟空間不足" in list(report)[1].problems[0]
    assert len(files(tmp_path)) == 2


def test_a_folder_that_cannot_be_made(tmp_path: Path):
    (tmp_path / "檔案").write_text("x")
    with pytest.raises(FileProblemError, match="無法建立資料夾"):
        fill_many(BUDGET, schools(1), tmp_path / "檔案")


KILLED = """
import sys
from jingjin_forms.batch import fill_many
rows = [{"學校名稱": f"花蓮縣第{n}國小"} for n in range(1, 2001)]
fill_many("school_based/budget_estimate", rows, sys.argv[1], on_exists="skip")
"""


def test_killed_half_way_it_goes_on_where_it_was(tmp_path: Path):
    out = tmp_path / "out"
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(out)])
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and (
        not out.exists() or sum(n.endswith(".docx") for n in os.listdir(out)) < 50
    ):
        time.sleep(0.005)
    child.send_signal(signal.SIGKILL)
    child.wait()
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.docx")}
    assert 50 <= len(before) < 2000
    rows = [{"學校名稱": f"花蓮縣第{n}國小"} for n in range(1, 2001)]
    report = fill_many(BUDGET, rows, out, on_exists="skip")
    assert report.counts == {Outcome.SKIPPED: len(before), Outcome.WRITTEN: 2000 - len(before)}
    assert {path: path.stat().st_mtime_ns for path in before} == before
    for path in list(before)[:20] + list(before)[-20:]:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None


def test_reports(tmp_path: Path):
    rows = schools(3)
    rows[0]["雜支"] = "=1+1"
    report = fill_many(BUDGET, rows, tmp_path / "out")
    told = json.loads(report.save(tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [row["outcome"] for row in told] == ["有錯，未產生", "已產生", "已產生"]
    assert told[0]["number"] == 1
    assert told[1]["file"] == "花蓮縣第2國小_經費概算表.docx"
    sheet = openpyxl.load_workbook(report.save(tmp_path / "r.xlsx")).active
    assert sheet is not None
    lines = list(sheet.values)
    assert lines[0] == ("列", "編號", "學校名稱", "檔案", "結果", "問題", "檢核")
    assert "「雜支」" in str(lines[1][5])
    with pytest.raises(FileProblemError, match="已經存在"):
        report.save(tmp_path / "r.json", overwrite=False)
    with pytest.raises(FileProblemError, match=r"\.xlsx 或 \.html 或 \.csv 或 \.json"):
        report.save(tmp_path / "r.txt")
    assert json.loads(fill_many(BUDGET, [], None).save(tmp_path / "e.json").read_text()) == []


def test_an_archive_of_the_files(tmp_path: Path):
    rows = schools(3)
    rows[0]["雜支"] = "x"
    report = fill_many(BUDGET, rows, tmp_path / "out")
    archive = zip_files(report, tmp_path / "out", tmp_path / "全部.zip")
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == files(tmp_path / "out")
    with pytest.raises(FileProblemError, match="已經存在"):
        zip_files(report, tmp_path / "out", archive)


def test_orid_sheets_per_teacher_and_session(tmp_path: Path):
    rows = [
        {"學校名稱": "花蓮縣晨曦國小", "姓名": teacher, "日期": day}
        for teacher in ("林雨青", "陳木言")
        for day in ("112/9/20", "112/10/18")
    ]
    report = fill_many(ORID, rows, tmp_path, name="{姓名}_{日期}_{表名}")
    assert report.counts == {Outcome.WRITTEN: 4}

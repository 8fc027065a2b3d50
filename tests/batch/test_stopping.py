"""A batch that is stopped or killed: what was done is kept and told, nothing else is left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROWS = 20_000


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "名冊.csv"
    path.write_text("學校名稱\n" + "".join(f"花蓮縣第{n}國小\n" for n in range(ROWS)), "utf-8")
    return path


Started = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def started(roster: Path) -> Iterator[Started]:
    """Starts a batch as a shell does; returns once 250 files are there, of several chunks."""
    children: list[subprocess.Popen[str]] = []

    def start(*more: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "jingjin_forms", "batch", roster.name, "-o", "out"]
        child = subprocess.Popen(
            [*command, "--form", "經費概算表", *more],
            cwd=roster.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        children.append(child)
        wait_for(lambda: len(files(roster.parent / "out")) >= 250)
        return child

    yield start
    for child in children:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def files(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name[0] != "."] if folder.exists() else []


@pytest.mark.parametrize(
    ("number", "code", "jobs"),
    [(signal.SIGTERM, 143, "1"), (signal.SIGTERM, 143, "2"), (signal.SIGINT, 130, "2")],
)
def test_a_signal_ends_a_batch_with_its_report(
    roster: Path, started: Started, number: signal.Signals, code: int, jobs: str
):
    child = started("--report", "r.json", "--jobs", jobs)
    if number is signal.SIGINT:
        os.killpg(child.pid, number)  # Ctrl-C reaches the workers too
    else:
        child.send_signal(number)
    out, err = child.communicate(timeout=60)
    assert child.returncode == code
    assert "Traceback" not in out + err
    assert "已中斷" in err
    rows = json.loads((roster.parent / "r.json").read_text(encoding="utf-8"))
    assert 250 <= len(rows) < ROWS
    assert f"共 {len(rows):,} 列：已產生 {len(rows):,}" in out
    assert sorted(os.listdir(roster.parent / "out")) == sorted(row["file"] for row in rows)
    assert sorted(os.listdir(roster.parent)) == ["out", "r.json", roster.name]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_kill_leaves_no_process_and_the_next_start_no_file(roster: Path, started: Started):
    child = started("--jobs", "2")
    family = session(child.pid)
    assert len(family) >= 3
    child.kill()
    child.wait()
    wait_for(lambda: not session(child.pid))
    head = roster.read_text(encoding="utf-8").splitlines()[:41]
    roster.write_text("\n".join(head), encoding="utf-8")
    again = [sys.executable, "-m", "jingjin_forms", "batch", roster.name, "-o", "out", "--skip"]
    subprocess.run([*again, "--form", "經費概算表"], cwd=roster.parent, check=True)
    assert [name for name in os.listdir(roster.parent / "out") if name[0] == "."] == []


def session(leader: int) -> set[int]:
    """The processes that were started by one that was the first of its session."""
    found = set[int]()
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                state, *numbers = (
                    Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
                )
            except OSError:
                continue
            if int(numbers[2]) == leader and state != "Z":
                found.add(int(entry))
    return found

"""What is not finished lies in a folder that goes, whatever ends its owner."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jingjin_forms.batch.work_folder import PREFIX, work_folder
from jingjin_forms.errors import FileProblemError

KILLED = """
import os, sys, signal
from pathlib import Path
from jingjin_forms.batch.work_folder import work_folder
with work_folder(Path(sys.argv[1])) as work:
    (work / "1-1.tmp").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_is_gone_at_the_end(tmp_path: Path):
    with work_folder(tmp_path) as work:
        (work / "1-1.tmp").write_bytes(b"x")
        assert work.parent == tmp_path
    with pytest.raises(ZeroDivisionError), work_folder(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_has_left_is_swept(tmp_path: Path):
    child = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert child.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    with work_folder(tmp_path) as work:
        assert list(tmp_path.iterdir()) == [work]
        assert work != left


def test_a_batch_that_runs_is_left_alone(tmp_path: Path):
    with work_folder(tmp_path) as first:
        os.utime(first / "lock", (0, 0))  # for days
        with work_folder(tmp_path) as second:
            there = {path.name for path in tmp_path.iterdir()}
    assert there == {first.name, second.name}


def test_two_at_once(tmp_path: Path):
    with work_folder(tmp_path) as first, work_folder(tmp_path) as second:
        assert {path.name for path in tmp_path.iterdir()} == {first.name, second.name}


def test_what_does_not_say_that_it_is_ours_is_left_alone(tmp_path: Path):
    mine = tmp_path / f"{PREFIX}mine"
    other = tmp_path / f"{PREFIX}other"
    for folder in (mine, other):
        folder.mkdir()
        (folder / "thesis.docx").write_bytes(b"x")
        os.utime(folder, (0, 0))
    (mine / "lock").write_text("mine")
    os.utime(mine / "lock", (0, 0))
    (tmp_path / f"{PREFIX}link").symlink_to(tmp_path)
    with work_folder(tmp_path):
        pass
    assert (mine / "thesis.docx").exists()
    assert (other / "thesis.docx").exists()
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(("age", "is_swept"), [(0, False), (2 * 24 * 60 * 60, True)])
def test_another_machines_is_swept_after_a_day(tmp_path: Path, age: int, is_swept: bool):
    left = tmp_path / f"{PREFIX}there"
    left.mkdir()
    lock = left / "lock"
    lock.write_text("jingjin_forms another-host")
    os.utime(lock, (lock.stat().st_mtime - age,) * 2)
    with work_folder(tmp_path):
        assert left.exists() != is_swept


def test_where_no_folder_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FileProblemError, match="沒有寫入權限"), work_folder(tmp_path):
        pass

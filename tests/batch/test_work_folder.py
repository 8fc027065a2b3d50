"""What is not finished lies in a folder that goes, whatever ends its owner."""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.batch.places.work_folder import PREFIX, work_folder
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.locks import try_lock

SCAN = os.scandir
MARK = f"jingjin_forms {socket.gethostname()}".encode()
KILLED = """
import os, sys, signal
from pathlib import Path
from jingjin_forms.batch.places.work_folder import work_folder
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


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("name", ["scandir", "unlink", "rmdir"])
def test_what_cannot_be_taken_away_goes_with_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    with monkeypatch.context() as failing, work_folder(tmp_path) as work:
        (work / "1-1.tmp").write_bytes(b"half")
        failing.setattr(os, name, refusing(errno.EIO))
    with work_folder(tmp_path) as again:
        assert list(tmp_path.iterdir()) == [again]
    assert list(tmp_path.iterdir()) == []


def test_the_lock_stays_while_anything_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Without it nobody would know whose the folder is."""
    unlink = os.unlink

    def failing(path: Any, **how: Any) -> None:
        if os.fspath(path).endswith(".tmp"):
            raise OSError(errno.EBUSY, "busy")
        unlink(path, **how)

    with monkeypatch.context() as broken, work_folder(tmp_path) as work:
        for number in range(20):  # in whatever order they are listed
            (work / f"{number}.tmp").touch()
        broken.setattr(os, "unlink", failing)
        broken.setattr(os, "scandir", Backwards)
    assert (work / "lock").exists()
    with work_folder(tmp_path) as again:
        assert list(tmp_path.iterdir()) == [again]


class Backwards:
    """A folder that lists the lock first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> list["os.DirEntry[str]"]:
        with SCAN(self._folder) as entries:
            return sorted(entries, key=lambda entry: entry.name, reverse=True)

    def __exit__(self, *_: object) -> None:
        pass


def test_a_lock_that_does_not_close_well_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    close = os.close

    def failing(handle: int) -> None:
        close(handle)
        raise OSError(errno.EIO, "broken")

    with work_folder(tmp_path):
        monkeypatch.setattr(os, "close", failing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", [None, b"", b"jingjin_f", MARK[:-1], MARK])
def test_one_that_was_ended_while_it_was_made_is_swept(tmp_path: Path, written: bytes | None):
    left = tmp_path / f"{PREFIX}0"
    left.mkdir()
    if written is not None:
        (left / "lock").write_bytes(written)
    with work_folder(tmp_path) as work:
        assert list(tmp_path.iterdir()) == [work]


def test_a_lock_without_a_whole_mark_beside_other_files_says_nothing(tmp_path: Path):
    left = tmp_path / f"{PREFIX}0"
    left.mkdir()
    (left / "lock").touch()
    (left / "thesis.docx").touch()
    with work_folder(tmp_path):
        pass
    assert (left / "thesis.docx").exists()


def test_a_full_disk_while_it_is_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "write", refusing(errno.ENOSPC))
    with pytest.raises(FileProblemError, match="磁碟空間不足"), work_folder(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_swept_while_it_is_made_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    locks: list[int] = []

    def late(handle: int) -> bool | None:
        if not locks:
            (made,) = tmp_path.iterdir()
            shutil.rmtree(made)
        locks.append(handle)
        return try_lock(handle)

    monkeypatch.setattr("jingjin_forms.batch.places.work_folder.try_lock", late)
    with work_folder(tmp_path) as work:
        assert len(locks) == 2
        assert (work / "lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_where_no_folder_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FileProblemError, match="沒有寫入權限"), work_folder(tmp_path):
        pass

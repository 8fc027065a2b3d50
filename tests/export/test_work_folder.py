"""What a killed conversion leaves behind: no process, and no folder beyond the next start."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import convert
from jingjin_forms.export.libreoffice import work_folder
from tests.export.fake import MADE, Fake
from tests.export.test_soffice import is_running

pytestmark = pytest.mark.skipif(os.name != "posix", reason="fakes are shell scripts")

CONVERSION = """
from jingjin_forms.export import convert
convert({"表": b""}, ".pdf")
"""
HANGING = 'sleep 600 & echo $! > "$LOG.child"; echo $$ > "$LOG.script"; wait'


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "暫存"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


def until(done: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while not done() and time.monotonic() < deadline:
        time.sleep(0.02)
    return done()


def started(fake: Fake) -> tuple["subprocess.Popen[bytes]", list[int]]:
    """A conversion in a process of its own, and what it has started, once all of it runs."""
    fake.does(HANGING)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen([sys.executable, "-c", CONVERSION], env=environment)
    files = [Path(f"{fake.log}.{name}") for name in ("child", "script")]
    assert until(lambda: all(file.exists() and file.read_text().strip() for file in files))
    return process, [int(file.read_text()) for file in files]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_killed(fake: Fake, temporary: Path, number: signal.Signals):
    process, pids = started(fake)
    assert all(map(is_running, pids))
    process.send_signal(number)
    process.wait(20)
    assert until(lambda: not any(map(is_running, pids)))
    fake.does('for f; do make "$f"; done')
    assert convert({"表": b""}, ".pdf") == {"表": MADE}
    assert list(temporary.iterdir()) == []


def test_a_living_one_is_left_alone(fake: Fake, temporary: Path):
    process, pids = started(fake)
    try:
        before = set(temporary.iterdir())
        assert len(before) == 2
        with work_folder.work_folder() as folder:
            assert set(temporary.iterdir()) == before | {folder, folder.with_suffix(".lock")}
        assert set(temporary.iterdir()) == before
        assert all(map(is_running, pids))
    finally:
        process.kill()
        process.wait()
        until(lambda: not any(map(is_running, pids)))


def test_only_what_is_ours_is_removed(temporary: Path, tmp_path: Path):
    """Not what others have called so, nor what a link leads to, nor another user's."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").touch()
    (temporary / "jingjin-mine").mkdir()
    (temporary / "jingjin-a.lock").symlink_to(kept / "file")
    (temporary / "jingjin-b.lock").touch()
    (temporary / "jingjin-b").symlink_to(kept)
    if os.getuid() == 0:
        (temporary / "jingjin-c").mkdir()
        (temporary / "jingjin-c.lock").touch()
        os.chown(temporary / "jingjin-c.lock", 12345, 12345)
    before = {path.name for path in temporary.iterdir()}
    with work_folder.work_folder():
        pass
    assert (kept / "file").exists()
    assert {path.name for path in temporary.iterdir()} == before - {"jingjin-b.lock"}


def test_what_cannot_be_removed_goes_with_the_next_start(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as failing, work_folder.work_folder() as folder:
        (folder / "表.docx").touch()
        failing.setattr(work_folder.shutil, "rmtree", lambda *_, **__: None)
    assert folder.exists()
    with work_folder.work_folder() as again:
        assert set(temporary.iterdir()) == {again, again.with_suffix(".lock")}
    assert list(temporary.iterdir()) == []


def test_a_folder_that_another_has_made_is_not_removed(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
):
    (temporary / "jingjin-a").mkdir()
    (temporary / "jingjin-a" / "file").touch()
    lock = temporary / "jingjin-a.lock"
    monkeypatch.setattr(
        work_folder, "_new_lock", lambda _: (os.open(lock, os.O_CREAT | os.O_RDWR), lock)
    )
    with pytest.raises(FileExistsError), work_folder.work_folder():
        pass
    assert (temporary / "jingjin-a" / "file").exists()
    assert not lock.exists()


def test_a_lock_that_was_taken_for_stale_is_not_used(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another start may find the file in the moment before it is locked."""
    take, taken = work_folder.try_lock, []

    def late(handle: int) -> bool | None:
        if not taken:
            next(temporary.glob("*.lock")).unlink()
        taken.append(handle)
        return take(handle)

    monkeypatch.setattr(work_folder, "try_lock", late)
    with work_folder.work_folder() as folder:
        assert len(taken) == 2
        assert folder.with_suffix(".lock").exists()
    assert list(temporary.iterdir()) == []


class TestFullDisk:
    @pytest.fixture
    def small(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        """A disk of 200 kB."""
        folder = tmp_path / "小磁碟"
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here")
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
        yield folder
        subprocess.run(["umount", str(folder)], check=True)

    def test_no_room_for_the_word_file(self, fake: Fake, small: Path):
        self._is_told(small, {"表": b"x" * 300_000})
        assert fake.starts == 0

    def test_no_room_for_what_is_made(self, fake: Fake, small: Path):
        fake.does('head -c 300000 /dev/zero > "$out/0.pdf"')
        self._is_told(small, {"表": b""})

    def test_a_program_that_dies_of_it(self, fake: Fake, small: Path):
        fake.does("exit 77")
        self._is_told(small, {"表": b""})

    def test_when_the_system_says_so(
        self, fake: Fake, temporary: Path, monkeypatch: pytest.MonkeyPatch
    ):
        def full(*_: object) -> int:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_bytes", full)
        self._is_told(temporary, {"表": b""})

    def _is_told(self, folder: Path, contents: dict[str, bytes]) -> None:
        with pytest.raises(FileProblemError, match="磁碟空間不足") as raised:
            convert(contents, ".pdf")
        assert f"「{folder}」" in str(raised.value)
        assert "TMPDIR" in str(raised.value)
        assert raised.value.code == "disk_full"
        assert list(folder.iterdir()) == []

"""LibreOffice missing, hanging, crashing, in the middle of a file; two at once; odd paths."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import convert, convert_files, find_soffice, has_soffice
from jingjin_forms.export.libreoffice import soffice
from jingjin_forms.export.libreoffice.program import Program
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.export.fake import MADE, Fake

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
needs_scripts = pytest.mark.skipif(os.name != "posix", reason="fakes are shell scripts")


@pytest.fixture
def docx() -> bytes:
    return BudgetEstimate.sample().to_bytes()


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders go; nothing may be left in it."""
    folder = tmp_path / "暫存 folder"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


class TestMissing:
    @pytest.fixture(autouse=True)
    def nowhere(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("PATH", "")
        monkeypatch.delenv(soffice.VARIABLE, raising=False)
        monkeypatch.setattr(soffice, "_USUAL_PLACES", ())

    def test_the_commands_to_install_it_are_told(self, docx: bytes, tmp_path: Path):
        assert not has_soffice()
        commands = ("apt install libreoffice-writer", "brew install", "winget install")
        for act in (
            find_soffice,
            lambda: convert({"表": docx}, ".pdf"),
            lambda: BudgetEstimate.sample().save(tmp_path / "表.pdf"),
            lambda: BudgetEstimate.sample().preview(),
        ):
            with pytest.raises(FileProblemError, match="找不到") as raised:
                act()
            assert all(command in str(raised.value) for command in commands)
            assert raised.value.code == "no_libreoffice"
        assert not (tmp_path / "表.pdf").exists()

    def test_a_place_of_ones_own(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        monkeypatch.setenv(soffice.VARIABLE, str(tmp_path / "nothing"))
        with pytest.raises(FileProblemError, match=r"JINGJIN_SOFFICE.*nothing"):
            find_soffice()

    @needs_scripts
    def test_the_usual_places(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        for version in ("libreoffice7.4", "libreoffice24.2"):
            program = tmp_path / version / "soffice"
            program.parent.mkdir()
            program.touch(mode=0o755)
        monkeypatch.setattr(soffice, "_USUAL_PLACES", (str(tmp_path / "libreoffice*/soffice"),))
        assert Path(find_soffice()).name == "soffice"


@needs_scripts
class TestFaults:
    def test_one_start_for_many_files(self, fake: Fake):
        fake.does('for f; do make "$f"; done')
        names = [f"{n}" for n in range(50)]
        assert convert(dict.fromkeys(names, b""), ".pdf") == dict.fromkeys(names, MADE)
        assert fake.starts == 1
        convert({**dict.fromkeys(names, b""), "one more": b""}, ".pdf")
        assert fake.starts == 3

    def test_nothing_to_do(self, fake: Fake):
        assert convert({}, ".pdf") == {}
        assert list(convert_files([], ".pdf")) == []
        assert fake.starts == 0

    def test_hanging_is_tried_twice_and_leaves_no_process(self, fake: Fake, tmp_path: Path):
        # The true one is a script too, and what hangs is its child.
        fake.does('sleep 600 & echo $! >> "$LOG.pids"; wait')
        started = time.monotonic()
        with pytest.raises(
            FileProblemError, match=r"「表」無法轉成 \.pdf：.*1 秒沒有做完，重試一次"
        ) as raised:
            convert({"表": b""}, ".pdf")
        assert raised.value.code == "not_converted"
        assert time.monotonic() - started < 10
        assert fake.starts == 2
        pids = [int(pid) for pid in Path(f"{fake.log}.pids").read_text().split()]
        assert len(pids) == 2
        until(lambda: not any(map(is_running, pids)))

    def test_hanging_once_is_mended(self, fake: Fake):
        fake.does('[ $(wc -l < "$LOG") = 1 ] && sleep 600; for f; do make "$f"; done')
        assert convert({"表": b""}, ".pdf") == {"表": MADE}
        assert fake.starts == 2

    def test_crashing(self, fake: Fake):
        fake.does("exit 81")
        with pytest.raises(FileProblemError, match="中途停止（代碼 81），重試一次也一樣"):
            convert({"表": b""}, ".pdf")
        assert fake.starts == 2

    def test_one_bad_file_spoils_no_other(self, fake: Fake, tmp_path: Path):
        """It stops LibreOffice, which then takes the others first."""
        fake.does(
            'for f; do if grep -q bad "$f"; then printf %PDF > "$out/2.pdf"; exit 1; fi; '
            'make "$f"; done'
        )
        paths = [tmp_path / f"{n}.docx" for n in range(5)]
        for n, path in enumerate(paths):
            path.write_text("bad" if n == 2 else "good")
        results = list(convert_files(paths, ".pdf"))
        assert [result.source for result in results] == paths
        assert [n for n, result in enumerate(results) if result.problem] == [2]
        assert "2.pdf" in results[2].problem
        assert [path.with_suffix(".pdf").exists() for path in paths] == [1, 1, 0, 1, 1]
        assert fake.starts == 2

    def test_half_a_file_is_no_file(self, fake: Fake):
        fake.does('for f; do printf "%%PDF-1.7" > "$out/0.pdf"; done')
        with pytest.raises(FileProblemError, match="打不開"):
            convert({"表": b""}, ".pdf")
        assert fake.starts == 1

    def test_not_a_program(self, fake: Fake):
        fake.path.write_bytes(b"\x7fELF nothing")
        fake.path.chmod(0o755)
        with pytest.raises(FileProblemError, match="無法啟動 LibreOffice"):
            convert({"表": b""}, ".pdf")

    @pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
    @pytest.mark.parametrize("number", [1, 2, 3, 4])
    def test_a_start_that_fails_when_it_runs_already(
        self, fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
    ):
        """It would go on, and make a folder again that is taken away."""
        fake.does('for f; do make "$f"; done')
        thread, close, calls = threading.get_ident(), os.close, count(1)

        def close_but_once(handle: int) -> None:
            close(handle)
            if threading.get_ident() == thread and next(calls) == number:
                raise OSError(errno.EIO, os.strerror(errno.EIO))

        with monkeypatch.context() as patch:
            patch.setattr(os, "close", close_but_once)
            before = children()
            with pytest.raises(OSError, match="Input/output"):
                Program([str(fake.path), "--outdir", str(tmp_path / "out")], os.environ)
            assert children() == before

    def test_interrupted(self, fake: Fake):
        """Ctrl-C reaches only Python: LibreOffice has a session of its own."""
        fake.does('echo $$ > "$LOG.pids"; sleep 600')
        pids = Path(f"{fake.log}.pids")

        def interrupt() -> None:
            until(lambda: pids.exists() and pids.read_text().strip() != "")
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt).start()
        with pytest.raises(KeyboardInterrupt):
            convert({"表": b""}, ".pdf")
        until(lambda: not is_running(int(pids.read_text())))

    @pytest.fixture(autouse=True)
    def nothing_is_left(self, temporary: Path):
        yield
        assert list(temporary.iterdir()) == []


def until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; fail where it takes longer than ten seconds."""
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def children() -> set[str]:
    """Of this thread, living or not yet waited for."""
    told = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text()
    return set(told.split())


def test_other_kinds_are_refused():
    with pytest.raises(FileProblemError, match=r"不能轉成 \.doc"):
        convert({"表": b""}, ".doc")


def test_a_file_that_cannot_be_read_or_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, docx: bytes
):
    monkeypatch.setattr(soffice, "find_soffice", lambda: sys.executable)  # refuses the arguments
    there = tmp_path / "有.docx"
    there.write_bytes(docx)
    missing, refused = convert_files([tmp_path / "沒有.docx", there], ".pdf")
    assert "無法讀取" in missing.problem
    assert "無法轉成「有.pdf」" in refused.problem


@needs_soffice
class TestTrue:
    def test_odd_paths(self, docx: bytes, tmp_path: Path, temporary: Path):
        folder = tmp_path / "學校 計畫 #1 100%"
        folder.mkdir()
        names = ["經費 概算表.docx", "-a.docx", "b'\"$HOME;.docx", "𠀋.v2.docx", "重.docx"]
        paths = [folder / name for name in names]
        for path in paths:
            path.write_bytes(docx)
        (folder / "重.pdf").write_bytes(b"mine")
        results = list(convert_files(paths, ".pdf"))
        assert [bool(result.problem) for result in results] == [False] * 4 + [True]
        assert "已經存在" in results[-1].problem
        assert (folder / "重.pdf").read_bytes() == b"mine"
        for result in results[:-1]:
            assert result.target.read_bytes().startswith(b"%PDF")
        assert len(list(folder.iterdir())) == 10
        assert list(temporary.iterdir()) == []

    def test_what_is_no_word_file(self, docx: bytes):
        with pytest.raises(FileProblemError) as raised:
            convert({"垃圾": b"not a document", "半份": docx[: len(docx) // 2], "好": docx}, ".odt")
        assert "「垃圾」無法轉成 .odt" in str(raised.value)
        assert "「好」" not in str(raised.value)

    @pytest.mark.slow
    def test_two_processes_at_once(self, tmp_path: Path):
        code = (
            "import sys\n"
            "from jingjin_forms import BudgetEstimate\n"
            "print(BudgetEstimate.sample().save(sys.argv[1]))"
        )
        paths = [tmp_path / "甲.pdf", tmp_path / "乙.pdf"]
        runs = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for path in paths]
        assert [run.wait(90) for run in runs] == [0, 0]
        assert all(path.read_bytes().startswith(b"%PDF") for path in paths)

    def test_two_threads_at_once(self, docx: bytes):
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(2) as threads:
            for made in threads.map(lambda name: convert({name: docx}, ".pdf"), "甲乙"):
                assert all(content.startswith(b"%PDF") for content in made.values())

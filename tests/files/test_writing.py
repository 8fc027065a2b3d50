"""A file is written whole or not at all, and nothing else is left behind."""

import errno
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, get_ident
from typing import Any

import pytest

from jingjin_forms.errors import FileProblemError, FillError
from jingjin_forms.files.writing import write_file
from jingjin_forms.word import CompiledTemplate, compile_template
from tests.helpers import docx_text
from tests.word.build import docx, par, saved

NEW = "新檔.docx"


@pytest.fixture
def template(tmp_path: Path) -> CompiledTemplate:
    folder = tmp_path / "範本"
    folder.mkdir()
    return compile_template(saved(folder, docx(par("{{ 甲 }}"))))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "輸出"
    folder.mkdir()
    return folder / NEW


def test_fill_writes_what_render_gives(template: CompiledTemplate, out: Path) -> None:
    assert template.fill({"甲": "值"}, out) == out
    assert out.read_bytes() == template.render({"甲": "值"})
    assert os.listdir(out.parent) == [NEW]
    assert template.fill({"甲": "值"}, str(out.with_name("字串.docx"))).exists()


def test_existing_file_is_replaced_unless_it_is_to_stay(
    template: CompiledTemplate, out: Path
) -> None:
    out.write_bytes(b"old")
    with pytest.raises(FileExistsError, match=f"{NEW}」已經存在，沒有覆寫。") as caught:
        template.fill({"甲": "值"}, out, overwrite=False)
    assert isinstance(caught.value, FileProblemError)
    assert caught.value.errno == errno.EEXIST
    assert out.read_bytes() == b"old"
    for value in ("值", "再一次"):
        template.fill({"甲": value}, out)
        assert docx_text(out.read_bytes()) == [value]
    assert os.listdir(out.parent) == [NEW]


def test_one_of_sixteen_threads_wins(template: CompiledTemplate, out: Path) -> None:
    content = template.render({"甲": "值"})
    for turn in range(10):
        path, start = out.with_name(f"{turn}.docx"), Barrier(16)

        def save(_: int, path: Path = path, start: Barrier = start) -> str:
            start.wait()
            try:
                template.fill({"甲": "值"}, path, overwrite=False)
            except FileExistsError:
                return "refused"
            return "written"

        with ThreadPoolExecutor(16) as pool:
            ends = list(pool.map(save, range(16)))
        assert (ends.count("written"), ends.count("refused")) == (1, 15)
        assert path.read_bytes() == content
    assert len(os.listdir(out.parent)) == 10


def test_sixteen_threads_that_overwrite_leave_a_whole_file(
    template: CompiledTemplate, out: Path
) -> None:
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: template.fill({"甲": str(n)}, out), range(64)))
    assert docx_text(out.read_bytes())[0] in map(str, range(64))
    assert os.listdir(out.parent) == [NEW]


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_new_file_has_the_bits_of_any_new_file(out: Path, overwrite: bool) -> None:
    before = os.umask(0o027)
    try:
        write_file(out, b"x", overwrite=overwrite)
    finally:
        os.umask(before)
    assert out.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_replaced_keeps_its_bits(template: CompiledTemplate, out: Path) -> None:
    out.write_bytes(b"old")
    out.chmod(0o600)
    template.fill({"甲": "值"}, out)
    assert out.stat().st_mode & 0o777 == 0o600
    assert out.read_bytes() != b"old"


def test_a_link_is_followed(template: CompiledTemplate, out: Path) -> None:
    there = out.parent.parent / "真的.docx"
    for _ in range(2):  # at first it leads to nothing yet
        out.unlink(missing_ok=True)
        out.symlink_to(there)
        assert template.fill({"甲": "值"}, out) == out
        assert out.is_symlink()
        assert docx_text(there.read_bytes()) == ["值"]
    assert os.listdir(out.parent) == [NEW]
    out.unlink()
    out.symlink_to(out)
    with pytest.raises(FileProblemError, match="無法寫入"):
        template.fill({"甲": "值"}, out)
    assert out.is_symlink()


def test_a_pipe_is_not_replaced(template: CompiledTemplate, out: Path) -> None:
    os.mkfifo(out)
    with pytest.raises(FileProblemError, match="這是裝置或管線"):
        template.fill({"甲": "值"}, out)
    assert out.is_fifo()


def test_a_file_that_may_not_be_written_stays(
    template: CompiledTemplate, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for who is not root
    with pytest.raises(FileProblemError, match="沒有寫入權限"):
        template.fill({"甲": "值"}, out)
    assert out.read_bytes() == b"old"


def test_dangling_link_counts_as_existing(template: CompiledTemplate, out: Path) -> None:
    out.symlink_to(out.with_name("無"))
    with pytest.raises(FileProblemError, match="已經存在"):
        template.fill({"甲": "值"}, out, overwrite=False)


def test_faulty_values_leave_the_old_file(template: CompiledTemplate, out: Path) -> None:
    out.write_bytes(b"old")
    with pytest.raises(FillError):
        template.fill({}, out, overwrite=True)
    assert out.read_bytes() == b"old"
    assert os.listdir(out.parent) == [NEW]


def test_targets_that_cannot_be_written(template: CompiledTemplate, out: Path) -> None:
    with pytest.raises(FileProblemError, match=r"資料夾「.*沒有」不存在，請先建立"):
        template.fill({"甲": "值"}, out.parent / "沒有" / NEW)
    with pytest.raises(FileProblemError, match="已經存在"):
        template.fill({"甲": "值"}, out.parent, overwrite=False)
    with pytest.raises(FileProblemError, match="這是一個資料夾"):
        template.fill({"甲": "值"}, out.parent, overwrite=True)
    out.write_bytes(b"old")
    with pytest.raises(FileProblemError, match="不是資料夾"):
        template.fill({"甲": "值"}, out / NEW)
    with pytest.raises(FileProblemError, match="無法寫入"):
        template.fill({"甲": "值"}, out.with_name("a\0b"))
    with pytest.raises(FileProblemError, match="無法寫入"):
        template.fill({"甲": "值"}, out.with_name("長" * 200))
    assert os.listdir(out.parent) == [NEW]
    assert os.listdir(out.parent.parent / "範本") == ["範本.docx"]
    assert out.read_bytes() == b"old"


def test_folder_without_permission(
    template: CompiledTemplate, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests may run as root, whom permissions do not stop.
    monkeypatch.setattr(os, "open", _raising(PermissionError(errno.EACCES, "denied")))
    with pytest.raises(FileProblemError, match="沒有寫入權限"):
        template.fill({"甲": "值"}, out)


def _raising(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


@pytest.mark.parametrize("function", ["write", "replace", "close"])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.ENOSPC, "full"), FileProblemError),
        (PermissionError(errno.EACCES, "open in Word"), FileProblemError),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (MemoryError(), MemoryError),
    ],
)
@pytest.mark.parametrize("old", [None, b"old"])
def test_failure_while_writing_leaves_nothing(
    template: CompiledTemplate,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    error: BaseException,
    raised: type[BaseException],
    old: bytes | None,
) -> None:
    if old is not None:
        out.write_bytes(old)
    real, calls = getattr(os, function), []

    def fail(handle: Any, *rest: Any) -> Any:
        calls.append(handle)
        if function == "write" and len(calls) == 1:
            return real(handle, rest[0][:10])  # the disk takes a little before it is full
        if function == "close":
            real(handle)
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(os, function, fail)
        with pytest.raises(raised):
            template.fill({"甲": "值"}, out, overwrite=True)
    assert calls
    assert os.listdir(out.parent) == ([NEW] if old else [])
    if old:
        assert out.read_bytes() == old


def test_full_disk_is_named(
    template: CompiledTemplate, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", _raising(OSError(errno.ENOSPC, "full")))
    with pytest.raises(FileProblemError, match="磁碟空間不足"):
        template.fill({"甲": "值"}, out)


def test_short_writes_are_continued(
    template: CompiledTemplate, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:100]))
    template.fill({"甲": "值"}, out)
    assert out.read_bytes() == template.render({"甲": "值"})


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where another program makes the file right after it was looked for."""
    monkeypatch.setattr(os.path, "lexists", lambda _: False)


@pytest.mark.usefixtures("unseen")
@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_comes_in_between_is_kept(
    out: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:
        monkeypatch.setattr(os, "link", _raising(PermissionError(errno.EPERM, "no links")))
    assert write_file(out, b"first").read_bytes() == b"first"
    with pytest.raises(FileProblemError, match="已經存在"):
        write_file(out, b"second")
    assert out.read_bytes() == b"first"
    assert os.listdir(out.parent) == [NEW]


def test_without_links_a_failure_leaves_nothing(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _raising(PermissionError(errno.EPERM, "no links")))
    monkeypatch.setattr(os, "replace", _raising(OSError(errno.EIO, "broken")))
    with pytest.raises(FileProblemError):
        write_file(out, b"x")
    assert os.listdir(out.parent) == []


def test_a_left_over_name_of_a_finished_file_does_not_empty_it(out: Path) -> None:
    write_file(out, b"finished")
    again = out.with_name("再一份.docx")
    left = out.with_name(f".{again.name}.{os.getpid()}-{get_ident()}.tmp")
    os.link(out, left)  # killed between the two names
    write_file(again, b"again")
    assert (out.read_bytes(), again.read_bytes()) == (b"finished", b"again")
    assert not left.exists()


def test_durable_waits_for_the_disk(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    write_file(out, b"x")
    assert waited == []
    write_file(out, b"y", overwrite=True, durable=True)
    assert len(waited) == 1


def test_a_name_too_long_is_told(out: Path) -> None:
    with pytest.raises(FileProblemError, match="檔名太長"):
        write_file(out.with_name("長" * 200), b"x")


def test_a_temporary_name_that_stays_is_no_failure(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "unlink", _raising(OSError(errno.EBUSY, "busy")))
    assert write_file(out, b"x").read_bytes() == b"x"

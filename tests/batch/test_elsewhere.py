"""Batches that run on a cluster, and that write to other machines."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import Outcome, fill_many

BUDGET = get_form("school_based/budget_estimate")
ROWS = [{"學校名稱": f"花蓮縣第{n}國小", "雜支": n} for n in range(1, 121)]


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("serial")
    fill_many(BUDGET, ROWS, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_of_two_workers(tmp_path: Path, serial: dict[str, bytes]):
    distributed = pytest.importorskip("distributed")
    cluster = distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        host="127.0.0.1",
    )
    with cluster, distributed.Client(cluster) as client, client.get_executor() as executor:
        report = fill_many(BUDGET, ROWS, tmp_path / "out", executor=executor)
        assert len(client.scheduler_info()["workers"]) == 2
    assert report.counts == {Outcome.WRITTEN: len(ROWS)}
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == serial


def test_memory(serial: dict[str, bytes]):
    fsspec = pytest.importorskip("fsspec")
    report = fill_many(BUDGET, ROWS, "memory://batch/out")
    assert report.counts == {Outcome.WRITTEN: len(ROWS)}
    files: Any = fsspec.filesystem("memory")
    there = {path.rpartition("/")[2]: files.cat(path) for path in files.ls("/batch/out", False)}
    assert there == serial
    assert fill_many(BUDGET, ROWS, "memory://batch/out").counts == {Outcome.FAILED: len(ROWS)}
    skipped = fill_many(BUDGET, ROWS[:3], "memory://batch/out", on_exists="skip")
    assert skipped.counts == {Outcome.SKIPPED: 3}
    replaced = fill_many(BUDGET, ROWS[:3], "memory://batch/out", on_exists="replace")
    assert replaced.counts == {Outcome.WRITTEN: 3}


@pytest.mark.parametrize("on_exists", ["error", "skip", "replace"])
def test_rows_of_one_name_leave_a_remote_file_alone(on_exists: Any):
    fsspec = pytest.importorskip("fsspec")
    files: Any = fsspec.filesystem("memory")
    old = "/names/out/花蓮縣第1國小_經費概算表.docx"
    files.pipe_file(old, b"mine")
    rows = [ROWS[0], ROWS[1], ROWS[0], ROWS[1], ROWS[2]]
    results = list(fill_many(BUDGET, rows, "memory://names/out", on_exists=on_exists))
    failed = [result.outcome is Outcome.FAILED for result in results]
    assert failed == [True, True, True, True, False]
    there = {path.rpartition("/")[2] for path in files.ls("/names/out", False)}
    assert there == {old.rpartition("/")[2], "花蓮縣第3國小_經費概算表.docx"}
    assert files.cat(old) == b"mine"
    files.rm("/names", recursive=True)


def test_a_remote_file_that_cannot_be_replaced_is_kept(monkeypatch: pytest.MonkeyPatch):
    fsspec = pytest.importorskip("fsspec")
    files: Any = fsspec.filesystem("memory")
    old = "/kept/out/花蓮縣第1國小_經費概算表.docx"
    files.pipe_file(old, b"mine")
    move = type(files).mv

    def broken(self: Any, one: str, other: str, **more: Any) -> None:
        if one.endswith(".docx") and ".jingjin-" in one:
            raise OSError("connection lost")
        move(self, one, other, **more)

    monkeypatch.setattr(type(files), "mv", broken)
    (result,) = fill_many(BUDGET, ROWS[:1], "memory://kept/out", on_exists="replace")
    assert result.outcome is Outcome.FAILED
    assert "connection lost" in result.problems[0]
    assert files.cat(old) == b"mine"
    files.rm("/kept", recursive=True)


@pytest.fixture
def ftp(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An FTP server on loopback; its URL and its folder."""
    handlers = pytest.importorskip("pyftpdlib.handlers")
    servers = pytest.importorskip("pyftpdlib.servers")
    authorizers = pytest.importorskip("pyftpdlib.authorizers")
    folder = tmp_path / "ftp"
    folder.mkdir()

    class Handler(handlers.FTPHandler):  # type: ignore[misc]
        authorizer = authorizers.DummyAuthorizer()

    Handler.authorizer.add_user("user", "secret", str(folder), perm="elradfmwMT")
    server = servers.FTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"timeout": 0.05}, daemon=True)
    thread.start()
    yield f"ftp://user:secret@127.0.0.1:{server.address[1]}/out", folder
    server.close_all()


@pytest.mark.filterwarnings("ignore")
def test_an_ftp_server(ftp: tuple[str, Path], serial: dict[str, bytes]):
    pytest.importorskip("fsspec")
    url, folder = ftp
    report = fill_many(BUDGET, ROWS[:20], url)
    assert report.counts == {Outcome.WRITTEN: 20}
    there = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    assert there == {name: serial[name] for name in there}
    assert len(there) == 20
    assert fill_many(BUDGET, ROWS[:2], url).counts == {Outcome.FAILED: 2}
    replaced = fill_many(BUDGET, ROWS[:2], url, on_exists="replace")
    assert replaced.counts == {Outcome.WRITTEN: 2}
    assert len(list((folder / "out").iterdir())) == 20


def test_an_address_that_is_none():
    from jingjin_forms.errors import FileProblemError

    with pytest.raises(FileProblemError, match="nosuch"):
        fill_many(BUDGET, ROWS[:1], "nosuch://there/out")

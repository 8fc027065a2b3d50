"""fill -o x.pdf, preview, batch --also: from the command line."""

import sys
from pathlib import Path

import openpyxl
import pytest

from jingjin_forms.export import has_soffice
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.command import Result
from tests.export.fake import MADE, Fake

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="fakes are shell scripts")
MAKE_ALL = 'for f; do make "$f"; done'
FACTS = str(BudgetEstimate.sample_path())
ROSTER = "學校名稱\n花蓮縣甲國小\n花蓮縣乙國小\n"


@pytest.fixture(autouse=True)
def roster(tmp_path: Path) -> None:
    (tmp_path / "名冊.csv").write_text(ROSTER, encoding="utf-8")


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


def batch(jingjin, *more: str) -> Result:
    on = ("--on", "112年1月1日")  # before any deadline
    return jingjin("batch", "名冊.csv", "--form", "school_based/orid_feedback", *on, *more)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


@needs_soffice
@pytest.mark.parametrize(("name", "start"), [("表 一.pdf", b"%PDF"), ("表.ODT", b"PK")])
def test_fill(jingjin, tmp_path: Path, name: str, start: bytes):
    assert jingjin("fill", FACTS, "-o", name).code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


@needs_scripts
def test_what_exists_is_kept(jingjin, fake: Fake, tmp_path: Path):
    fake.does(MAKE_ALL)
    for code, overwrite in ((0, []), (1, []), (0, ["--overwrite"])):
        done = jingjin("fill", FACTS, "-o", "表.pdf", *overwrite)
        assert done.code == code
        assert ("已經存在" in done.err) == (code == 1)
    assert (tmp_path / "表.pdf").read_bytes() == MADE


@needs_soffice
def test_preview(jingjin, tmp_path: Path):
    done = jingjin("preview", FACTS, "-o", "看/一下")
    assert done.code == 0
    assert names(tmp_path / "看/一下") == {"budget_estimate-1.png"}
    assert "budget_estimate-1.png" in done.out


def test_without_soffice(jingjin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("JINGJIN_SOFFICE", str(tmp_path / "nothing"))
    for done in (
        jingjin("fill", FACTS, "-o", "x.pdf"),
        jingjin("preview", FACTS),
        batch(jingjin, "--also", "pdf"),
    ):
        assert done.code == 1
        assert "JINGJIN_SOFFICE" in done.err
    assert names(tmp_path) == {"名冊.csv"}  # not even the Word files, nor the empty folder


@needs_soffice
def test_batch(jingjin, tmp_path: Path):
    facts = "學校名稱,學年度\n花蓮縣甲國小,113\n花蓮縣乙國小,不是\n花蓮縣丙國小,113\n"
    (tmp_path / "名冊.csv").write_text(facts, encoding="utf-8")
    done = batch(jingjin, "--also", "odt, PDF")
    assert done.code == 1  # for the row that is wrong
    stems = {path.stem for path in (tmp_path / "out").glob("*.docx")}
    assert len(stems) == 2
    expected = {f"{stem}{suffix}" for stem in stems for suffix in (".docx", ".odt", ".pdf")}
    assert names(tmp_path / "out") == expected


@needs_scripts
def test_a_batch_that_was_stopped_goes_on(jingjin, fake: Fake, tmp_path: Path):
    fake.does(MAKE_ALL)
    assert batch(jingjin, "--also", "pdf").code == 0
    one, other = sorted((tmp_path / "out").glob("*.pdf"))
    one.unlink()
    other.write_bytes(b"mine")
    assert batch(jingjin, "--also", "pdf", "--skip").code == 0
    assert one.read_bytes() == MADE
    assert other.read_bytes() == b"mine"
    assert batch(jingjin, "--also", "pdf", "--overwrite").code == 0
    assert other.read_bytes() == MADE


@needs_scripts
def test_what_cannot_be_converted_is_told_file_by_file(jingjin, fake: Fake, tmp_path: Path):
    fake.does("exit 3")
    done = batch(jingjin, "--also", "pdf")
    assert done.code == 1
    for school in ("花蓮縣甲國小", "花蓮縣乙國小"):
        assert any(school in line and "代碼 3" in line for line in done.err.splitlines())
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2
    report = openpyxl.load_workbook(tmp_path / "名冊_報告1.xlsx")
    assert report.active is not None
    assert report.active.max_row == 3
    report.close()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--also", "doc"], "odt、pdf"),
        (["--also", ""], "odt、pdf"),
        (["--also", "pdf", "--check"], "--check"),
        (["--also", "pdf", "-o", "memory://x"], "本機"),
    ],
)
def test_what_does_not_go_together(jingjin, tmp_path: Path, more: list[str], told: str):
    done = batch(jingjin, *more)
    assert done.code == 1
    assert told in done.err
    assert names(tmp_path) == {"名冊.csv"}

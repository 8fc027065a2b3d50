"""What lies beside the Word files of a batch: .odt filled as they are, .pdf by LibreOffice."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import BatchReport, Outcome, fill_many
from jingjin_forms.batch.also import conversions
from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import Paper
from jingjin_forms.export.libreoffice import soffice
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.export.together import lots
from tests.export.fake import MADE, Fake
from tests.export.little_pdf import pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fakes are shell scripts")
BUDGET = get_form("school_based/budget_estimate")
MAKE_ALL = 'for f; do make "$f"; done'
COPY_ALL = 'for f; do cp "$f" "$out/$(basename "$f" .docx).odt"; done'
"""A Word file is a zip, as an .odt is."""
A, B = "花蓮縣甲國小", "花蓮縣乙國小"


class _Usage(NamedTuple):
    free: int


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    return Fake(tmp_path, monkeypatch)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversions, "_AT_ONCE", 50)


def fill(schools: Any, out: Path, also: str = "odt,pdf", **more: Any) -> BatchReport:
    return fill_many(BUDGET, ({"學校名稱": s} for s in schools), out, also=also, **more)


def path(out: Path, school: str, suffix: str) -> Path:
    return out / f"{school}_經費概算表{suffix}"


def suffixes(out: Path, school: str) -> list[str]:
    return sorted(file.suffix for file in out.glob(f"{school}_*"))


def missing(*names: str) -> list[str]:
    return [f"沒有「{name}_經費概算表.pdf」。" for name in names]


def test_odt_is_what_the_form_fills_and_needs_no_libreoffice(fake: Fake, out: Path):
    report = fill([A, B], out, "odt")
    assert (report.missing, fake.starts) == ([], 0)
    form = BUDGET.load({"學校名稱": A})
    assert path(out, A, ".docx").read_bytes() == form.to_bytes()
    assert path(out, A, ".odt").read_bytes() == form.to_bytes(form.odt_template())


def test_without_libreoffice_the_odt_are_there_and_each_pdf_is_named(fake: Fake, out: Path):
    report = fill([A, B], out)
    assert suffixes(out, A) == suffixes(out, B) == [".docx", ".odt"]
    why, *named = report.missing
    assert "JINGJIN_SOFFICE" in why
    assert named == missing(A, B)
    with pytest.raises(FileProblemError, match="JINGJIN_SOFFICE"):  # of which nothing would come
        fill([A], out, "pdf")


def test_libreoffice_that_dies_in_the_middle(fake: Fake, out: Path):
    fake.does('case "$*" in */0.docx*) make "$1";; esac; exit 3')
    report = fill([A, B], out)
    assert suffixes(out, A) == [".docx", ".odt", ".pdf"]
    assert suffixes(out, B) == [".docx", ".odt"]
    [told] = report.missing
    assert told.startswith("沒有「花蓮縣乙國小_經費概算表.pdf」：LibreOffice 中途停止（代碼 3）")


def test_libreoffice_that_hangs(fake: Fake, out: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(soffice, "START_SECONDS", 0.1)
    fake.does("sleep 60")
    [told] = fill([A], out).missing
    assert "沒有做完" in told
    assert suffixes(out, A) == [".docx", ".odt"]


@pytest.mark.usefixtures("small_groups")
def test_libreoffice_that_makes_nothing_is_not_tried_for_ever(
    fake: Fake, out: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(conversions, "processors", lambda: 1)
    monkeypatch.setattr(lots, "_FEWEST", 1000)  # nothing is joined
    fake.does("exit 3")
    schools = [f"花蓮縣第{number}國小" for number in range(300)]
    report = fill(schools, out, "pdf")
    assert fake.starts <= 2 * 3  # two groups, and the one that was under way
    assert sum("其餘的不再試" in told for told in report.missing) == 1
    assert sum(told.startswith("沒有「") for told in report.missing) == len(schools)
    fake.does(MAKE_ALL)
    assert fill(schools, out, "pdf", skip=True).missing == []
    assert len(list(out.glob("*.pdf"))) == len(schools)


def test_who_is_ended_does_not_wait_for_libreoffice(fake: Fake, tmp_path: Path):
    """It would take over a minute to be given up."""
    fake.does('echo $$ > "$LOG.pid"; exec sleep 60')
    roster = tmp_path / "名冊.csv"
    roster.write_text(f"學校名稱\n{A}\n", encoding="utf-8")
    options = ["--form", BUDGET.key, "-o", str(tmp_path / "out"), "--also", "pdf"]
    command = [sys.executable, "-m", "jingjin_forms", "batch", str(roster), *options]
    batch = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while not Path(f"{fake.log}.pid").exists():
        assert batch.poll() is None
        time.sleep(0.05)
    batch.terminate()
    assert batch.wait(10) == 143


def test_a_full_disk_is_told_once(fake: Fake, out: Path, monkeypatch: pytest.MonkeyPatch):
    fake.does("exit 3")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Usage(0))
    why, *named = fill([A, B], out).missing
    assert "磁碟空間不足" in why
    assert named == missing(A, B)
    assert suffixes(out, A) == [".docx", ".odt"]


def test_what_nobody_has_foreseen_stops_no_row(
    fake: Fake, out: Path, monkeypatch: pytest.MonkeyPatch
):
    def convert_each(*_: object, **_more: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr(sys.modules["jingjin_forms.export"], "convert_each", convert_each)
    why, *named = fill([A, B], out).missing
    assert "RecursionError" in why
    assert named == missing(A, B)


def converted_before(last: list[str], out: Path, log: Path) -> Iterator[str]:
    """Schools enough for a group, then more until there is a .pdf, then the `last`."""
    yield A
    deadline, number = time.monotonic() + 20, 0
    while number < 60 or not path(out, A, ".pdf").exists():
        number += 1
        yield f"花蓮縣第{number}國小"
        if number >= 60:
            assert time.monotonic() < deadline
            time.sleep(0.02)
    yield from last


@pytest.mark.usefixtures("small_groups")
def test_papers_are_converted_while_others_are_filled(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    report = fill(converted_before([B], out, fake.log), out, "pdf")
    assert (report.missing, report.counts[Outcome.FAILED]) == ([], 0)
    assert len(list(out.glob("*.pdf"))) == len(list(out.glob("*.docx"))) == len(report)


def test_what_replaces_is_converted_once_it_has_its_place(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    schools = [f"花蓮縣第{number}國小" for number in range(51)]
    fill(schools, out, "")
    for school in schools:
        path(out, school, ".pdf").write_bytes(b"old")
    assert fill(schools, out, "pdf", overwrite=True).missing == []
    assert {path(out, school, ".pdf").read_bytes() for school in schools} == {MADE}


@pytest.mark.usefixtures("small_groups")
def test_a_paper_that_turns_out_not_to_be_alone_leaves_nothing(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    report = fill(converted_before([A, B], out, fake.log), out)
    assert report.counts[Outcome.FAILED] == 2
    assert suffixes(out, A) == []
    assert suffixes(out, B) == [".docx", ".odt", ".pdf"]
    assert len(list(out.iterdir())) == 3 * (len(report) - 2)


def test_what_is_missing_is_made_the_next_time_and_nothing_else(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    fill([A, B], out)
    made = path(out, A, ".odt").read_bytes()
    path(out, A, ".odt").unlink()
    path(out, A, ".pdf").write_bytes(b"")  # what a power cut has left
    path(out, B, ".odt").write_bytes(b"mine")
    path(out, B, ".pdf").unlink()
    report = fill([A, B], out, skip=True)
    assert (report.missing, report.counts[Outcome.SKIPPED]) == ([], 2)
    assert path(out, A, ".odt").read_bytes() == made
    assert path(out, A, ".pdf").read_bytes() == path(out, B, ".pdf").read_bytes() == MADE
    assert path(out, B, ".odt").read_bytes() == b"mine"
    starts = fake.starts
    fill([A, B], out, skip=True)
    assert fake.starts == starts


def test_the_odt_of_a_word_file_that_was_changed_is_made_of_that(fake: Fake, out: Path):
    fill([A], out, "")
    changed = BUDGET.load({"學校名稱": A, "雜支": 100}).save(path(out, A, ".docx")).read_bytes()
    fake.does(COPY_ALL)
    assert fill([A], out, "odt", skip=True).missing == []
    assert path(out, A, ".odt").read_bytes() == changed


def test_an_old_pdf_does_not_stay_beside_a_new_word_file(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    fill([A, B], out)
    path(out, A, ".pdf").write_bytes(b"old")
    fake.does('make "$2"; exit 0')
    report = fill([A, B], out, overwrite=True)
    assert path(out, B, ".pdf").read_bytes() == MADE
    assert suffixes(out, A) == [".docx", ".odt"]
    assert len(report.missing) == 1


def test_of_two_rows_of_one_name_what_was_there_stays_whole(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    fill([A], out)
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    report = fill([A, A], out, overwrite=True)
    assert report.counts[Outcome.FAILED] == 2
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


@pytest.mark.parametrize("suffix", [".odt", ".pdf"])
def test_what_lies_beside_no_word_file_is_not_taken_for_new(fake: Fake, out: Path, suffix: str):
    fake.does(MAKE_ALL)
    out.mkdir()
    path(out, A, suffix).write_bytes(b"old")
    for skip in (False, True):
        [row] = fill([A], out, skip=skip)
        assert row.outcome is Outcome.FAILED
        assert f"有「{A}_經費概算表{suffix}」而沒有" in row.problems[0]
    assert [file.read_bytes() for file in out.iterdir()] == [b"old"]
    assert fill([A], out, overwrite=True).missing == []
    assert path(out, A, suffix).read_bytes() != b"old"
    assert suffixes(out, A) == [".docx", ".odt", ".pdf"]


def test_packets(fake: Fake, out: Path):
    fake.does(MAKE_ALL)
    rows = [{"學校名稱": "花蓮縣吉安鄉甲國民小學", "學年度": 112, "計畫名稱": "素養導向"}]
    for _ in range(2):
        report = fill_many("school_based/application", rows, out, also="odt,pdf", skip=True)
        assert report.missing == []
        [folder] = out.iterdir()
        word = {file.stem for file in folder.glob("*.docx")}
        expected = {f"{stem}{suffix}" for stem in word for suffix in (".docx", ".odt", ".pdf")}
        assert {file.name for file in folder.iterdir()} == expected
        for gone in (*folder.glob("送件清單.[op]*"), *folder.glob("*計畫.odt")):
            gone.unlink()
    fake.does("exit 3")
    report = fill_many("school_based/application", rows, out, also="odt,pdf", overwrite=True)
    assert {file.suffix for file in folder.iterdir()} == {".docx", ".odt"}
    assert len(report.missing) == len(word)


@pytest.mark.parametrize("form", ["經費概算表", "school_based/application"])
def test_what_is_converted_is_not_converted_again_to_be_merged(
    jingjin, fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
):
    fake.does("exit 3")
    given: list[str] = []

    def convert_each(
        contents: Mapping[str, bytes], _: str, **_more: object
    ) -> tuple[dict[str, bytes], object]:
        given.extend(Path(name).name for name in contents)
        return {name: pdf(f"p{n}") for n, name in enumerate(contents)}, {}

    def convert_in_turn(
        papers: Iterable[tuple[str, Paper | bytes | str]], _: str, **_more: object
    ) -> Iterator[tuple[str, bytes | str]]:
        for n, (name, paper) in enumerate(papers):
            if isinstance(paper, Paper):
                given.append(Path(name).name)
            yield name, pdf(f"p{n}") if isinstance(paper, Paper) else paper

    monkeypatch.setattr(sys.modules["jingjin_forms.export"], "convert_each", convert_each)
    monkeypatch.setattr(sys.modules["jingjin_forms.export"], "convert_in_turn", convert_in_turn)
    roster = "編號,學校名稱,學年度,計畫名稱\n1,花蓮縣吉安鄉甲國民小學,112,閱讀\n"
    (tmp_path / "名冊.csv").write_text(roster, encoding="utf-8")
    for more in (), ("--skip",):  # what was there before may be of anything: it is made anew
        given.clear()
        (tmp_path / "全部.pdf").unlink(missing_ok=True)
        jingjin("batch", "名冊.csv", "--form", form, "--also", "pdf", "--merge", "全部.pdf", *more)
        made = {path.name for path in (tmp_path / "out").rglob("*.docx")}
        assert sorted(given) == sorted(made)
        texts = pdf_texts((tmp_path / "全部.pdf").read_bytes())
        assert sorted(texts) == [f"p{n}" for n in range(len(made))]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"also": "doc"}, "also 可以給 odt、pdf"),
        ({"out": None}, "只檢核"),
        ({"out": "memory://x"}, "不在本機"),
        ({"form": "school_based/application", "name": "{學校}.zip"}, "打包"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, more: dict[str, Any], told: str):
    given = {"form": BUDGET, "rows": [], "out": tmp_path / "out", "also": "odt", **more}
    with pytest.raises(FileProblemError, match=told):
        fill_many(**given)
    assert not (tmp_path / "out").exists()

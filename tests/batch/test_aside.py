"""Papers that are filled as .odt too, for LibreOffice to make their .pdf of."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import fill_many, kinds
from jingjin_forms.batch.places.aside import put_aside, taken_up
from jingjin_forms.export.libreoffice import soffice

BUDGET = get_form("school_based/budget_estimate")
SCHOOLS = ["花蓮縣甲國小", "花蓮縣乙國小"]


class Given:
    """What is there as .odt of the Word files that are converted, by their names."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.odt: dict[str, bytes] = {}
        self.word: list[str] = []

        def convert_each(
            contents: Mapping[str, bytes], suffix: str, *, odt: Mapping[str, bytes], in_one: bool
        ) -> tuple[dict[str, bytes], dict[str, str]]:
            self.word += [Path(name).name for name in contents]
            self.odt |= {Path(name).name: content for name, content in odt.items()}
            return dict.fromkeys(contents, b"%PDF"), {}

        monkeypatch.setattr(sys.modules["jingjin_forms.export"], "convert_each", convert_each)
        monkeypatch.setenv(soffice.VARIABLE, sys.executable)  # it is asked for, and not started


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    return Given(monkeypatch)


def fill(out: Path, also: str, **more: Any) -> None:
    fill_many(BUDGET, [{"學校名稱": school} for school in SCHOOLS], out, also=also, **more)


def as_odt(school: str) -> bytes:
    return BUDGET.load({"學校名稱": school}).in_formats([".odt"])[".odt"]


WANTED = {f"{school}_經費概算表.docx": as_odt(school) for school in SCHOOLS}


@pytest.mark.parametrize("also", ["pdf", "odt,pdf"])
def test_pdf_are_made_of_what_is_filled_as_odt(given: Given, tmp_path: Path, also: str):
    fill(tmp_path / "out", also)
    assert given.odt == WANTED
    suffixes = {f".{name}" for name in also.split(",")} | {".docx"}
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == suffixes


def test_what_was_there_before_is_made_of_the_word_file(given: Given, tmp_path: Path):
    """Whoever has changed it in Word has not changed the .odt beside it."""
    for also in ("", "odt,pdf"):
        fill(tmp_path / "out", also, on_exists="skip")
    assert sorted(given.word) == sorted(WANTED)
    assert given.odt == {}


def test_what_replaces_is_made_of_what_replaces(given: Given, tmp_path: Path):
    fill(tmp_path / "out", "")
    fill(tmp_path / "out", "pdf", on_exists="overwrite")
    assert given.odt == WANTED


def test_a_large_file_is_not_filled_twice(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(kinds, "MOST_BYTES", 100)
    fill(tmp_path / "out", "pdf")
    assert sorted(given.word) == sorted(WANTED)
    assert given.odt == {}


def test_packets(given: Given, tmp_path: Path):
    rows = [{"學校名稱": "花蓮縣吉安鄉甲國民小學", "學年度": 112, "計畫名稱": "素養導向"}]
    fill_many("school_based/application", rows, tmp_path / "out", also="pdf")
    [folder] = (tmp_path / "out").iterdir()
    word = {path.name for path in folder.glob("*.docx")}
    assert set(given.word) == word
    assert given.odt.keys() == word - {"送件清單.docx"}
    assert {path.suffix for path in folder.iterdir()} == {".docx", ".pdf"}


def test_what_the_disk_does_not_take_is_not_there(tmp_path: Path):
    put_aside(f"{tmp_path}", "甲/乙.docx", b"odt")
    assert taken_up(f"{tmp_path}", "甲/乙.docx") == b"odt"
    assert taken_up(f"{tmp_path}", "甲/乙.docx") is None
    (tmp_path / "不是資料夾").write_text("")
    put_aside(f"{tmp_path}/不是資料夾", "乙.docx", b"odt")
    assert taken_up(f"{tmp_path}/不是資料夾", "乙.docx") is None

"""One table, a packet a row: the same papers as `jingjin packet` makes of the same facts."""

import copy
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from jingjin_forms.batch import Outcome, fill_many, processes, zip_files
from jingjin_forms.errors import FactsError, FileProblemError
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.tables import write_roster
from tests.tables.build import fill_examples

SAMPLES = Path("samples/packets").absolute()
KEYS = [application.key for application in list_applications()]
PLAN = "school_based/application"
FEW = ("learning_community/application",)
DAY = date(2023, 3, 10)


@cache
def facts(key: str = PLAN) -> dict[str, Any]:
    return dict(read_facts(SAMPLES / f"{key}.yaml"))


def schools(*names: str) -> list[dict[str, Any]]:
    return [copy.deepcopy(facts()) | {"學校名稱": f"花蓮縣吉安鄉{name}國民小學"} for name in names]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "key", [key if key in FEW else pytest.param(key, marks=pytest.mark.slow) for key in KEYS]
)
def test_a_roster_with_its_example_makes_the_packet_of_the_sample(key: str, tmp_path: Path):
    sample = SAMPLES / f"{key}.yaml"
    roster = fill_examples(write_roster(key, tmp_path / "a.xlsx", rows=2), tmp_path / "名冊.xlsx")
    (row,) = fill_many(key, roster, tmp_path / "out", folder=sample.parent, on=DAY)
    assert (row.outcome, row.problems) == (Outcome.WRITTEN, ())
    assert contents(tmp_path / "out" / row.file) == load_packet(sample).made(on=DAY)[1]


def test_a_folder_a_school_and_a_bad_row_stops_no_other(tmp_path: Path):
    rows = schools("甲", "乙", "丙", "丁")
    rows[1]["雜支"] = "一千"
    rows[2]["送件"] = "learning_community/application"
    report = fill_many(PLAN, rows, tmp_path / "out", on=DAY)
    good, bad, other, last = report
    assert [row.outcome for row in report] == ["已產生", "有錯，未產生", "有錯，未產生", "已產生"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{name}國小_學校本位進修 送審" for name in ("丁", "甲")
    ]
    assert (good.findings, last.findings) == ((), ())
    assert "「雜支」" in bad.problems[0]
    assert "這一列是給別的送件的，這裡要做的是 school_based/application" in other.problems[0]


def test_what_the_clauses_say_is_in_the_report(tmp_path: Path):
    late = fill_many(PLAN, schools("甲"), tmp_path / "out", on=date(2023, 3, 18))
    (row,) = late
    assert (row.outcome, row.errors, late.rows_with_errors) == (Outcome.WRITTEN, 1, 1)
    assert "期限" in row.findings[0]
    (checked,) = fill_many(PLAN, schools("甲"), None, on=date(2023, 3, 18))
    assert (checked.outcome, checked.findings) == (Outcome.CHECKED, row.findings)


@pytest.mark.parametrize("name", ["{編號}_{學校名稱.簡稱}.zip", "{編號}_{school.short_name}.zip"])
def test_a_zip_a_school(name: str, tmp_path: Path):
    rows = [{"編號": "07", **row} for row in schools("甲")]
    (row,) = fill_many(PLAN, rows, tmp_path, name=name, on=DAY)
    assert row.file == "07_甲國小.zip"
    with zipfile.ZipFile(tmp_path / row.file) as archive:
        told = {name: archive.read(name) for name in archive.namelist()}
    assert told == load_packet(schools("甲")[0]).made(on=DAY)[1]


def test_what_exists_is_kept_skipped_or_replaced(tmp_path: Path):
    out = tmp_path / "out"
    (row,) = fill_many(PLAN, schools("甲"), out, on=DAY)
    folder = out / row.file
    before = contents(folder)
    (folder / "核章掃描.pdf").write_bytes(b"signed")
    (folder / "送件清單.docx").write_bytes(b"older")
    (again,) = fill_many(PLAN, schools("甲"), out, on=DAY)
    assert again.outcome == Outcome.FAILED
    assert again.problems[0].endswith("已經存在，沒有覆寫。")
    (skipped,) = fill_many(PLAN, schools("甲"), out, on=DAY, skip=True)
    assert skipped.outcome == Outcome.SKIPPED
    assert contents(folder)["送件清單.docx"] == b"older"
    (new,) = fill_many(PLAN, schools("甲"), out, on=DAY, overwrite=True)
    assert new.outcome == Outcome.WRITTEN
    assert contents(folder) == {**before, "核章掃描.pdf": b"signed"}
    assert [path.name for path in out.iterdir()] == [row.file]


def test_two_rows_of_one_school_make_none(tmp_path: Path):
    report = fill_many(PLAN, schools("甲", "乙", "甲"), tmp_path, on=DAY)
    assert [row.outcome for row in report] == ["有錯，未產生", "已產生", "有錯，未產生"]
    assert [path.name for path in tmp_path.iterdir()] == ["乙國小_學校本位進修 送審"]


def test_processes_make_the_same(tmp_path: Path):
    with processes(2, PLAN) as executor:
        fill_many(PLAN, schools("甲", "乙"), tmp_path / "a", on=DAY, executor=executor)
    fill_many(PLAN, schools("甲", "乙"), tmp_path / "b", on=DAY)
    for name in ("甲國小", "乙國小"):
        folder = f"{name}_學校本位進修 送審"
        assert contents(tmp_path / "a" / folder) == contents(tmp_path / "b" / folder)


def test_all_in_one_archive(tmp_path: Path):
    report = fill_many(PLAN, schools("甲", "乙"), tmp_path / "out", on=DAY)
    day = date(2026, 11, 22)
    archive = zip_files(report, tmp_path / "out", tmp_path / "全部.zip", dated=day)
    with zipfile.ZipFile(archive) as opened:
        assert len(opened.namelist()) == 6
        assert opened.namelist()[0].startswith("甲國小_學校本位進修 送審/")
        assert {entry.date_time[:3] for entry in opened.infolist()} == {(2026, 11, 22)}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("{校名}", "沒有「校名」"),
        ("{學校[0]}", "不能用 [ ]"),
        ("{列.bit_length}", "檔名的樣式不對"),
        (".zip", "是空白的"),
        ("{學校}.docx", "一份送件是一個資料夾，或 .zip"),
        ("{", "大括號不成對"),
    ],
)
def test_patterns_that_do_not_suit(name: str, fault: str, tmp_path: Path):
    with pytest.raises(FactsError, match="檔名的樣式不對") as told:
        fill_many(PLAN, schools("甲"), tmp_path / "out", name=name)
    assert fault in str(told.value)


def test_what_packets_cannot_have(tmp_path: Path):
    with pytest.raises(FactsError, match="送件有好幾份文件，不能指定一個範本"):
        fill_many(PLAN, [], tmp_path, template="templates/school_based/review_sheet.docx")
    with pytest.raises(FileProblemError, match=r"只能寫在本機.*壓縮檔"):
        fill_many(PLAN, [], "memory://a/b")


def test_headings_are_those_of_all_papers(tmp_path: Path):
    roster = write_roster(PLAN, tmp_path / "a.xlsx", rows=1)
    book = load_workbook(roster)
    book["資料"].cell(1, 3).value = "計畫名城"
    book["經費項目"].cell(1, 2).value = "品項"
    book.save(roster)
    with pytest.raises(FactsError) as told:
        fill_many(PLAN, roster, tmp_path / "out")
    assert "「計畫名城」" in str(told.value)
    assert "「品項」" in str(told.value)


def test_from_the_command_line(jingjin, tmp_path: Path):
    made = jingjin("new", PLAN, "-o", "名冊.xlsx", "--rows", "2")
    assert (made.code, made.out) == (0, "已產生 名冊.xlsx\n")
    fill_examples(tmp_path / "名冊.xlsx", tmp_path / "填好.xlsx")
    done = jingjin("batch", "填好.xlsx", "--form", PLAN, "-o", "送件", "--on", "112年3月10日")
    assert done.code == 0, done.err
    assert done.out.startswith("共 1 列：已產生 1；有錯誤的 0 列。")
    (folder,) = (tmp_path / "送件").iterdir()
    assert folder.name == "晨曦國小_學校本位進修 送審"
    refused = ("--name", "{學校}.zip", "--also", "pdf")
    told = jingjin("batch", "填好.xlsx", "--form", PLAN, "-o", "送件", *refused)
    assert "不能與 --also 一起用；請讓每一份是一個資料夾" in told.err

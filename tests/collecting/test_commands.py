"""The read and diff commands: what they print, write and end with."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from jingjin_forms import get_form
from jingjin_forms.tables import read_table
from tests.collecting.papers import (
    BUDGET,
    NO_PAPER,
    ORID,
    RESULT,
    budget,
    changed,
    photo_paper,
    zipped,
)
from tests.command import Result

Run = Callable[..., Result]
FORM = ("--form", "經費概算表")


@pytest.fixture
def schools(tmp_path: Path) -> Path:
    """Two good files."""
    for name in ("甲國小", "乙國小"):
        budget(tmp_path / "各校", name)
    return tmp_path / "各校"


def test_a_folder_to_a_roster(jingjin: Run, schools: Path):
    done = jingjin("read", "各校", *FORM, "-o", "彙整.xlsx")
    assert done.code == 0
    assert done.out.splitlines() == [
        "共 2 份：已讀 2；檢核有錯誤的 0 份。",
        "已產生 彙整.xlsx",
        "報告 彙整_報告1.xlsx",
    ]
    again = jingjin("batch", "彙整.xlsx", *FORM, "-o", "再", "--name", "{學校名稱.簡稱}.docx")
    assert again.code == 0
    for path in schools.iterdir():
        assert Path("再", path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_bad_file_among_good_ones(jingjin: Run, schools: Path, jobs: str):
    (schools / "丙.docx").write_bytes(NO_PAPER)
    (schools / "名單.txt").touch()
    done = jingjin("read", "各校", *FORM, "-o", "a.jsonl", "--report", "r.json", "--jobs", jobs)
    assert done.code == 1
    assert "共 3 份：已讀 2、未讀到 1" in done.out
    assert "未讀到 各校/丙.docx：" in done.err
    assert "略過不是 Word 或 ODF 的檔案：「各校/名單.txt」" in done.err
    assert len(list(read_table("a.jsonl", BUDGET))) == 2
    outcomes = [e["outcome"] for e in json.loads(Path("r.json").read_text(encoding="utf-8"))]
    assert outcomes == ["failed", "read", "read", "skipped"]
    assert sorted(os.listdir()) == ["a.jsonl", "r.json", "各校"]


def test_what_is_to_be_confirmed_ends_with_1(jingjin: Run, schools: Path):
    changed(schools / "甲國小.docx", {(3, 1): "約三百"})
    done = jingjin("read", "各校", *FORM)
    assert done.code == 1
    assert "待確認 各校/甲國小.docx：經費項目第 1 項「單價」" in done.err
    assert "花蓮縣乙國小" in done.out
    assert "共 2 份：已讀 1、待確認 1" in done.out
    assert os.listdir() == ["各校"]


def test_one_file_is_shown(jingjin: Run, schools: Path):
    done = jingjin("read", "各校/甲國小.docx", *FORM)
    assert done.code == 0
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert "「學校名稱」 花蓮縣甲國小 本文 第 2 段" in lines
    assert "經費項目第 1 項「單價」 2,000 本文 表格 2 第 3 列第 2 欄" in lines
    changed(schools / "甲國小.docx", {(3, 1): "約三百", (1, 1): "經費明細"})
    done = jingjin("read", "各校/甲國小.docx", *FORM)
    assert done.code == 1
    assert "待確認：經費項目第 1 項「單價」（本文 表格 2 第 3 列第 2 欄）" in done.out
    assert "「計畫經費明細」改成「經費明細」" in done.out
    (schools / "丙.docx").write_bytes(NO_PAPER)
    done = jingjin("read", "各校/丙.docx", *FORM)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("丙.docx") == 1


def test_findings_alone_do_not_fail(jingjin: Run, tmp_path: Path):
    budget(tmp_path / "各校", "甲國小", miscellaneous=99_999)
    done = jingjin("read", "各校/甲國小.docx", *FORM)
    assert done.code == 0
    assert "[錯誤]" in done.out
    assert "檢核有錯誤的 1 份" in jingjin("read", "各校", *FORM, "-o", "a.xlsx").out


def test_the_day_of_handing_in(jingjin: Run, schools: Path):
    late = jingjin("read", "各校/甲國小.docx", *FORM, "--on", "115年1月1日")
    early = jingjin("read", "各校/甲國小.docx", *FORM, "--on", "112年1月1日")
    assert late.code == early.code == 0
    assert jingjin("read", "各校", *FORM, "--on", "昨天").code == 1


def test_the_hour_of_handing_in(jingjin: Run, tmp_path: Path):
    folder = tmp_path / "各校"
    folder.mkdir()
    get_form("審查作業表").sample().save(folder / "甲國小.docx")
    for moment, late in (("112-03-17 17:00", False), ("112年3月17日17時1分", True)):
        done = jingjin("read", "各校/甲國小.docx", "--form", "審查作業表", "--on", moment)
        assert ("已經過了 1 分鐘" in done.out) == late


def test_a_facts_file_fills_the_same_paper(jingjin: Run, schools: Path):
    assert jingjin("read", "各校/甲國小.docx", *FORM, "-o", "甲.yaml").code == 0
    assert jingjin("fill", "甲.yaml", "-o", "再.docx").code == 0
    assert Path("再.docx").read_bytes() == (schools / "甲國小.docx").read_bytes()
    assert jingjin("read", "各校", *FORM, "-o", "b.yaml").code == 1


def test_an_archive(jingjin: Run, schools: Path, tmp_path: Path):
    content = (schools / "甲國小.docx").read_bytes()
    zipped(tmp_path / "許.zip", {"許功國小.docx".encode("cp950"): content})
    assert jingjin("read", "許.zip", *FORM, "-o", "a.csv").code == 1
    assert jingjin("read", "許.zip", *FORM, "-o", "a.json").code == 0
    (entry,) = json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert entry["說明：檔案"] == "許.zip/許功國小.docx"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nosuch", *FORM], "找不到「nosuch」"),
        (["各校", "--form", "沒有這張表"], "沒有"),
        (["各校", *FORM, "-o", "a.txt"], "副檔名要是"),
        (["各校", *FORM, "-o", "there.xlsx"], "已經存在，沒有覆寫"),
        (["各校", *FORM, "-o", "a.xlsx", "--report", "there.xlsx"], "已經存在，沒有覆寫"),
        (["各校", *FORM, "-o", "a.xlsx", "--report", "a.xlsx"], "就是 -o 的檔案"),
        (["there.xlsx", "各校", *FORM, "-o", "there.xlsx", "--overwrite"], "就是要讀的檔案"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    jingjin: Run, schools: Path, arguments: list[str], told: str
):
    Path("there.xlsx").write_bytes(b"mine")
    done = jingjin("read", *arguments)
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert sorted(os.listdir()) == ["there.xlsx", "各校"]
    assert Path("there.xlsx").read_bytes() == b"mine"


def test_overwrite(jingjin: Run, schools: Path):
    Path("a.xlsx").touch()
    Path("r.json").touch()
    done = jingjin("read", "各校", *FORM, "-o", "a.xlsx", "--report", "r.json", "--overwrite")
    assert done.code == 0
    assert Path("a.xlsx").stat().st_size > 1000
    assert len(json.loads(Path("r.json").read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_ends_it_with_what_was_read(tmp_path: Path, jobs: str):
    """Once some photographs are there, which are written as the files are read."""
    first = photo_paper(tmp_path / "相片", "甲", ["red"])
    (tmp_path / "各校").mkdir()
    for number in range(3000):
        os.link(first, tmp_path / "各校" / f"{number:04}.docx")
    command = [sys.executable, "-m", "jingjin_forms", "read", "各校", "--form", RESULT.key]
    child = subprocess.Popen(
        [*command, "-o", "a.jsonl", "--jobs", jobs],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 60
        while len([*tmp_path.glob(".jingjin-*/*.png")]) < 30:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.killpg(child.pid, signal.SIGINT)  # Ctrl-C reaches the workers too
        out, err = child.communicate(timeout=60)
    finally:
        child.kill()
    assert child.returncode == 130
    assert "Traceback" not in out + err
    assert "已中斷" in err
    rows = len(list(read_table(tmp_path / "a.jsonl", RESULT)))
    assert 30 <= rows < 3000
    assert f"共 {rows:,} 份" in out
    assert len(os.listdir(tmp_path / "a_照片")) == rows
    names = ["a.jsonl", "a_報告1.xlsx", "a_照片", "各校", "相片"]
    assert sorted(os.listdir(tmp_path)) == names


# -- diff ----------------------------------------------------------------------------------------


@pytest.fixture
def filled(jingjin: Run, tmp_path: Path) -> Path:
    (tmp_path / "facts.yaml").write_bytes(BUDGET.sample_path().read_bytes())
    assert jingjin("fill", "facts.yaml", "-o", "填好的.docx").code == 0
    return tmp_path / "填好的.docx"


def test_nothing_differs(jingjin: Run, filled: Path):
    done = jingjin("diff", "填好的.docx", "--facts", "facts.yaml")
    assert (done.code, done.out) == (0, "與資料一致，固定文字沒有更動，金額相符。\n")
    done = jingjin("diff", "填好的.docx", *FORM)
    assert (done.code, done.out) == (0, "固定文字沒有更動，金額相符。\n")
    assert jingjin("diff", "填好的.docx", *FORM, "--json").out == "[]\n"


def test_what_was_changed(jingjin: Run, filled: Path):
    changed(filled, {(3, 1): "2,500", (1, 1): "經費明細"})
    done = jingjin("diff", "填好的.docx", "--facts", "facts.yaml")
    assert done.code == 1
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert "資料不同 經費項目第 1 項「單價」 2,000 2,500 本文 表格 2 第 3 列第 2 欄" in lines
    assert any(line.startswith("算術不符 「合計」 27,380 24,380") for line in lines)
    assert any(line.startswith("文字更動 計畫經費明細 經費明細") for line in lines)
    done = jingjin("diff", "填好的.docx", "--facts", "facts.yaml", *FORM, "--json")
    assert done.code == 1
    first = json.loads(done.out)[0]
    assert first["kind"] == "fact"
    assert (first["path"], first["given"], first["found"]) == (
        ["經費項目", 0, "單價"],
        "2,000",
        "2,500",
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["填好的.docx"], "請用 --form 指定"),
        (["nosuch.docx", *FORM], "找不到"),
        (["填好的.docx", "--form", "教師質性回饋"], "不是「教師質性回饋」"),
        (["填好的.docx", "--facts", "nosuch.yaml"], "找不到資料檔"),
        (["填好的.docx", "--facts", "facts.yaml", "--form", ORID.key], "這份資料是給別的表件的"),
    ],
)
def test_what_cannot_be_compared(jingjin: Run, filled: Path, arguments: list[str], told: str):
    done = jingjin("diff", *arguments)
    assert (done.code, done.out) == (1, "")
    assert told in done.err

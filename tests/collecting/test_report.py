"""The report: every file, what is to be confirmed and where, which wording was altered."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jingjin_forms.collecting import Collection, FileRead, collect, save_report
from jingjin_forms.collecting.result.report import save_report_beside
from jingjin_forms.errors import FileProblemError
from tests.collecting.papers import BUDGET, NO_PAPER, ORID, budget, changed, collected


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    folder = tmp_path / "各校"
    budget(folder, "甲國小")
    changed(budget(folder, "乙國小"), {(3, 1): "約三百", (1, 1): "經費明細"})
    (folder / "丙國小.docx").write_bytes(NO_PAPER)
    (folder / "名單.txt").touch()
    return collected(BUDGET, None, folder)


def sheets(path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for page in load_workbook(path):
        heads, *rows = [list(row) for row in page.iter_rows(values_only=True)]
        found[page.title] = [dict(zip(heads, row, strict=True)) for row in rows]
    return found


def test_the_workbook(collection: Collection, tmp_path: Path):
    found = sheets(save_report(collection, tmp_path / "報告.xlsx"))
    assert [*found] == ["檔案", "待確認", "文字更動", "略過"]
    outcomes = {str(row["檔案"]).rpartition("/")[2]: row for row in found["檔案"]}
    assert [row["結果"] for row in outcomes.values()] == ["未讀到", "待確認", "已讀"]
    assert "PDF" in str(outcomes["丙國小.docx"]["未讀到"])
    assert outcomes["乙國小.docx"]["待確認"] == len(found["待確認"]) == 1
    doubtful = found["待確認"][0]
    assert doubtful["欄位"] == "經費項目第 1 項「單價」"
    assert doubtful["檔案上"] == "約三百"
    assert doubtful["在哪裡"] == "本文 表格 2 第 3 列第 2 欄"
    (altered,) = found["文字更動"]
    assert (altered["表件原文"], altered["檔案上"]) == ("計畫經費明細", "經費明細")
    assert [str(row["檔案"]).rpartition("/")[2] for row in found["略過"]] == ["名單.txt"]


def test_for_a_program(collection: Collection, tmp_path: Path):
    path = save_report(collection, tmp_path / "報告.json")
    failed, doubtful, read, skipped = json.loads(path.read_text(encoding="utf-8"))
    outcomes = [entry["outcome"] for entry in (failed, doubtful, read, skipped)]
    assert outcomes == ["failed", "doubtful", "read", "skipped"]
    assert "PDF" in failed["fault"]
    assert doubtful["to_confirm"][0]["label"] == "經費項目第 1 項「單價」"
    assert doubtful["altered"][0]["official"] == "計畫經費明細"
    assert read["to_confirm"] == read["altered"] == []


def test_beside_the_result_under_a_name_that_is_free(collection: Collection, tmp_path: Path):
    for number in (1, 2):
        path = save_report_beside(collection, tmp_path / "彙整.jsonl")
        assert path == tmp_path / f"彙整_報告{number}.xlsx"
    assert path.read_bytes() == (tmp_path / "彙整_報告1.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt", r"副檔名要是 .xlsx 或 .json"),
        ("there.json", "已經存在"),
        ("folder.json", "是一個資料夾"),
        ("nosuch/a.json", "不存在"),
    ],
)
def test_what_cannot_be_written_is_told(name: str, told: str, tmp_path: Path):
    (tmp_path / "there.json").touch()
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(FileProblemError, match=told):
        save_report(Collection(ORID), tmp_path / name)


def test_whatever_a_name_or_a_sentence_holds(tmp_path: Path):
    """Control characters and halves of characters, which Linux allows in names."""
    reads = [FileRead("a\x01\ud800=1.docx", fault="=HYPERLINK(1)\x0b")]
    collection = collect(reads, ORID)
    (row,) = sheets(save_report(collection, tmp_path / "a.xlsx"))["檔案"]
    assert (row["檔案"], row["未讀到"]) == ("a\\u0001\\ud800=1.docx", "=HYPERLINK(1)\\u000b")
    save_report(collection, tmp_path / "a.json")
    for suffix in (".xlsx", ".csv", ".jsonl", ".json"):
        collect(reads, ORID, tmp_path / f"b{suffix}")

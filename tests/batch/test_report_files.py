"""What a clerk finds in a report: whose row, where in the roster, and the file."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jingjin_forms.batch import BatchReport, Outcome, RowResult, fill_many
from jingjin_forms.batch.report.links import Links
from jingjin_forms.batch.report.told import rows_at_fault

HEADS = ["列", "編號", "學校名稱", "檔案", "結果", "問題", "檢核"]


def roster(path: Path) -> Path:
    """Three schools, whose lines stand in a sheet of their own."""
    book = openpyxl.Workbook()
    main: Any = book.active
    main.title = "資料"
    main.append(["編號", "學校名稱", "學年度", "計畫名稱"])
    for number, school in enumerate("甲乙丙", 1):
        main.append([number, f"花蓮縣{school} #1國小", 112, "閱讀"])
    lines = book.create_sheet("經費項目")
    lines.append(["編號", "項目", "單價", "數量"])
    lines.append([1, "講師費", 1000, 6])
    lines.append([2, "講師費", 1000, 6])
    lines.append([2, "交通費", "一千", 1])
    lines.append([3, "印刷費", 101, 1])
    lines.append([3, "講師費", 1000, 6])
    book.save(path)
    return path


@pytest.fixture
def report(tmp_path: Path) -> BatchReport:
    return fill_many("經費概算表", roster(tmp_path / "名冊.xlsx"), tmp_path / "產生")


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    heads, *rows = sheet.iter_rows()
    return [dict(zip([h.value for h in heads], row, strict=True)) for row in rows]


class TestWorkbook:
    def test_every_error_has_its_sheet_and_row(self, report: BatchReport, tmp_path: Path):
        book = openpyxl.load_workbook(report.save(tmp_path / "r.xlsx"))
        told = {
            (row["學校名稱"].value, row["工作表"].value, row["列"].value, row["輕重"].value)
            for row in rows_of(book["逐項"])
        }
        assert ("花蓮縣乙 #1國小", "經費項目", 4, "未產生") in told
        assert ("花蓮縣丙 #1國小", "經費項目", 5, "錯誤") in told
        assert all(row["說明"].value for row in rows_of(book["逐項"]))
        failed = rows_of(book["報告"])[1]
        assert failed["問題"].value.startswith("工作表「經費項目」第 4 列：經費項目第 2 項「單價」")

    def test_it_is_read_at_a_glance(self, report: BatchReport, tmp_path: Path):
        book = openpyxl.load_workbook(report.save(tmp_path / "r.xlsx"))
        for sheet in book:
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref == sheet.dimensions
            assert all(sheet.column_dimensions[c].width >= 8 for c in "ABCDEFG")
        rows = rows_of(book["報告"])
        assert [row["學校名稱"].value for row in rows] == [f"花蓮縣{c} #1國小" for c in "甲乙丙"]
        assert rows[1]["問題"].alignment.wrap_text
        assert rows[1]["結果"].fill.fgColor.rgb == "FFFDECEA"
        assert rows[0]["結果"].fill.fill_type is None

    def test_files_are_linked_and_those_not_made_are_not(self, report: BatchReport, tmp_path: Path):
        (tmp_path / "別處").mkdir()
        book = openpyxl.load_workbook(report.save(tmp_path / "別處" / "r.xlsx"))
        links = [row["檔案"].hyperlink for row in rows_of(book["報告"])]
        assert links[0].target == "../產生/花蓮縣甲%20%231國小_經費概算表.docx"
        assert links[1] is None


def test_a_page_has_links_and_loads_nothing(report: BatchReport, tmp_path: Path):
    text = report.save(tmp_path / "r.html").read_text(encoding="utf-8")
    assert re.findall(r"<th>(.*?)</th>", text) == HEADS
    assert 'href="產生/花蓮縣甲%20%231國小_經費概算表.docx"' in text
    assert text.count('<tr class="fault">') == 2
    assert "共 3 列" in text
    assert "http" not in text


def test_a_page_shows_texts_as_they_are(tmp_path: Path):
    report = BatchReport()
    report.add(RowResult(1, "<b>", "<i>.docx", Outcome.FAILED, ("<script>\ud800",), school="&甲"))
    text = report.save(tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<td>&lt;b&gt;</td><td>&amp;甲</td><td>&lt;i&gt;.docx</td>" in text
    assert "<td>&lt;script&gt;\\ud800</td>" in text


def test_lines_for_excel(report: BatchReport, tmp_path: Path):
    content = report.save(tmp_path / "r.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == HEADS
    assert rows[2][2:5] == ["花蓮縣乙 #1國小", "", "有錯，未產生"]
    report = BatchReport()
    report.add(RowResult(1, "=1+1", "\ud800", Outcome.FAILED))
    lines = report.save(tmp_path / "f.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "1,'=1+1,,\\ud800,有錯，未產生,,"


@pytest.mark.parametrize(
    ("files", "link"),
    [
        ("out", "../out/甲%25.docx"),
        ("r", "甲%25.docx"),
        ("s3://x/y", "s3://x/y/甲%25.docx"),
        ("", ""),
    ],
)
def test_where_links_lead(files: str, link: str):
    made = RowResult(1, "", "甲%.docx", Outcome.WRITTEN)
    links = Links(files, Path("r"))
    assert links.to(made) == link
    assert links.to(made._replace(outcome=Outcome.FAILED)) == ""


class TestOnTheScreen:
    def test_rows_at_fault_are_named(self, report: BatchReport):
        lines = list(rows_at_fault(report))
        assert len(lines) == 2
        start = "第 3 列 花蓮縣乙 #1國小：工作表「經費項目」第 4 列：經費項目第 2 項「單價」"
        assert lines[0].startswith(start)
        assert "印刷費單價 101 元" in lines[1]

    def test_the_first_of_many(self):
        report = BatchReport()
        for number in range(1, 14):
            report.add(RowResult(number, "", "", Outcome.FAILED, ("壞了", "也壞了")))
        lines = list(rows_at_fault(report))
        assert (len(lines), lines[0], lines[-1]) == (
            11,
            "第 1 列：壞了（共 2 項）",
            "…還有 3 列，請看報告。",
        )

    def test_none_where_nothing_is_wrong(self):
        report = BatchReport()
        report.add(RowResult(1, "", "", Outcome.WRITTEN, findings=("[提醒] 甲",)))
        assert list(rows_at_fault(report)) == []

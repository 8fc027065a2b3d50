"""Reading tables: every kind of file, Excel's habits, and what is wrong said plainly."""

import codecs
import datetime
import json
import tracemalloc
from collections import deque
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jingjin_forms import get_form
from jingjin_forms.errors import FactsError, FileProblemError
from jingjin_forms.tables import TableRow, read_table
from tests.tables.build import BUDGET, ORID, book, convert, no_calc, problems, read

SCHOOL = "花蓮縣宜昌國小"
HEAD = ["編號", "學校名稱", "雜支"]
LINES = ["編號", "項目", "單價", "數量"]


def csv_file(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


# -- spreadsheets ------------------------------------------------------------------------------


def test_other_sheets_are_tied_by_number(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[HEAD, [1, SCHOOL, 360.0], [2, "花蓮縣康樂國小", None]],
        經費項目=[LINES, [2, "印刷費", 50, 3], [1.0, "講師費", 1000, 6], ["1", "膳食費", 80, 10]],
    )
    first, second = read(path, BUDGET)
    assert (first.number, first.key, first.problems) == (2, "1", ())
    assert [line["項目"] for line in first.facts["經費項目"]] == ["講師費", "膳食費"]
    assert BUDGET.load(first.facts).total == 7160  # type: ignore[attr-defined]
    assert second.facts == {
        "學校名稱": "花蓮縣康樂國小",
        "經費項目": [{"項目": "印刷費", "單價": 50, "數量": 3}],
    }


def test_excels_habits(tmp_path: Path) -> None:
    date = datetime.datetime(2023, 9, 6)
    path = book(
        tmp_path / "a.xlsx",
        資料=[
            [" 學校名稱 \n*", "school_year", "日期", "姓名", "活動名稱", "Objective", "Reflective"],
            [f"　{SCHOOL} ", 112.0, date, 38462860.0, datetime.time(9, 5), "   ", "0038462860"],
            [SCHOOL, "112", "112年9月6日", " 甲\n乙 ", datetime.datetime(2023, 9, 6, 13, 30), 1.5],
            [None] * 7,
            [SCHOOL, "１１２學年度", "2023/9/6"],
            ["", " ", None],
        ],
    )
    first, second, third = read(path, ORID)
    assert first == TableRow(
        2,
        "",
        {
            "學校名稱": SCHOOL,
            "學年度": 112,
            "日期": datetime.date(2023, 9, 6),
            "姓名": 38462860,
            "活動名稱": "09:05",
            "Reflective": "0038462860",
        },
        (),
    )
    assert second.facts["姓名"] == "甲\n乙"
    assert second.facts["活動名稱"] == "112年9月6日 13:30"
    assert third.number == 5
    forms: list[Any] = [ORID.load(row.facts) for row in (first, second, third)]
    assert {form.date for form in forms} == {datetime.date(2023, 9, 6)}
    assert {form.school_year for form in forms} == {112}
    assert forms[0].name == "38462860"
    assert forms[1].objective == "1.5"


def test_table_that_does_not_begin_in_the_corner(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 名冊=[[], [], ["學校名稱", "姓名"], [SCHOOL, "甲"]])
    opened = load_workbook(path)
    opened.worksheets[0].insert_cols(1)
    opened.save(path)
    assert problems(path, ORID) == ["工作表「名冊」第 1 欄：標題是空白的，後面卻還有標題；標題列要"
                                    "一欄一格（不可合併儲存格），不用的欄請整欄刪去。"]  # fmt: skip
    path = book(tmp_path / "b.xlsx", 名冊=[[], [], ["學校名稱", "姓名"], [SCHOOL, "甲"]])
    assert [(row.number, row.facts["姓名"]) for row in read(path, ORID)] == [(4, "甲")]


def test_school_by_its_parts_and_lists_of_texts(tmp_path: Path) -> None:
    form = get_form("learning_community/community_application")
    path = book(
        tmp_path / "a.xlsx",
        資料=[
            ["學校名稱", "學校名稱.簡稱", "社群名稱", "社群目標", "實施方式", "合計"],
            [SCHOOL, "宜昌", "數學", "甲 \n\n 乙", "案例分析、行動研究", None],
        ],
    )
    with pytest.raises(FactsError, match="合計"):
        read(path, form)
    opened = load_workbook(path)
    opened.worksheets[0].delete_cols(6)
    opened.save(path)
    (row,) = read(path, form)
    assert row.facts["學校名稱"] == {"全銜": SCHOOL, "簡稱": "宜昌"}
    assert row.facts["社群目標"] == ["甲", "乙"]
    assert form.load(row.facts).methods == ("案例分析", "行動研究")  # type: ignore[attr-defined]


def test_a_computed_figure_may_be_given(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[[*HEAD, "合計"], [1, SCHOOL, 0, 9]],
        經費項目=[[*LINES, "總價"], [1, "講師費", 2, 3, 7]],
    )
    (row,) = read(path, BUDGET)
    found = [str(finding) for finding in BUDGET.load(row.facts).check()]
    assert any("總價" in text for text in found)


def test_a_line_with_only_a_total(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[HEAD, [1, SCHOOL, None]],
        經費項目=[[*LINES, "總價"], [1, "講師費", 1000, 6, None], [1, "茶水", None, None, 500]],
    )
    (row,) = read(path, BUDGET)
    budget: Any = BUDGET.load({**row.facts, "學年度": 112})
    assert [line.total for line in budget.lines] == [6000, 500]
    assert (budget.total, budget.check()) == (6500, ())


def test_example_rows_and_notes_are_not_read(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[HEAD, ["範例", "示範國小", 1], [1, SCHOOL, 2], [2, None, None], [3, None, None]],
        經費項目=[LINES, ["範例", "示範", 1, 1], [3, "講師費", 1, 1], [None] * 4],
        說明=[["怎麼填"]],
        空白=[[]],
    )
    assert [row.key for row in read(path, BUDGET)] == ["1", "3"]


def test_merged_heading_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 資料=[["學校名稱", "姓名"], [SCHOOL, "甲"]])
    opened = load_workbook(path)
    opened.worksheets[0].merge_cells("C1:E1")
    opened.save(path)
    (problem,) = problems(path, ORID)
    assert "合併的儲存格 C1:E1" in problem
    assert "取消合併" in problem


def test_title_above_the_heading_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 資料=[["花蓮縣名冊"], ["學校名稱", "姓名"], [SCHOOL, "甲"]])
    found = problems(path, ORID)
    assert any("標題要在最上面一列" in problem for problem in found)


def test_errors_and_formulas_without_a_result(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 資料=[["學校名稱", "姓名", "活動名稱", "日期"]])
    opened = load_workbook(path)
    page = opened.worksheets[0]
    for column, content in enumerate((SCHOOL, "#N/A", "=1+1"), 1):
        page.cell(2, column, content)
    opened.save(path)
    (row,) = read(path, ORID)
    assert row.facts == {"學校名稱": SCHOOL}
    assert [problem.where for problem in row.problems] == ["「姓名」", "「活動名稱」"]
    assert "錯誤值 #N/A" in row.problems[0].message
    assert "沒有算過的公式" in row.problems[1].message


def test_content_beside_the_headings(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 資料=[["學校名稱"], [SCHOOL, "漏"], [SCHOOL]])
    first, second = read(path, ORID)
    assert [str(problem) for problem in first.problems] == [
        "第 2 欄：填的是「漏」，沒有標題，卻填了內容。"
    ]
    assert second.problems == ()


def test_everything_wrong_with_the_headings_at_once(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[["編號", "學校名", "雜支", "雜支", "單價", "經費項目", "qqq"], [1, SCHOOL]],
        經費項目=[["編號", "項目名稱", "數量"], [1, "講師費", 3]],
        經費項日=[["編號"], [1]],
    )
    found = problems(path, BUDGET)
    for words in (
        "工作表「經費項日」：不是這張表件的工作表，是不是「經費項目」？",
        "「學校名」：沒有這個欄位，是不是「學校名稱」？",
        "「雜支」：這一欄有兩次；請只留一欄。",
        "「單價」：要填在工作表「經費項目」裡",
        "「經費項目」：要填在工作表「經費項目」裡",
        "「qqq」：沒有這個欄位；",
        "「學校名稱」：缺少這個必填的欄位；「學校名」是不是它？",
        "工作表「經費項目」「項目名稱」：沒有這個欄位，是不是「項目」？",
        "工作表「經費項目」「項目」：缺少這個必填的欄位；「項目名稱」是不是它？",
    ):
        assert any(words in problem for problem in found), (words, found)


def test_a_part_as_one_column_is_refused(tmp_path: Path) -> None:
    form = get_form("active_teaching/outcome_checklist")
    path = book(tmp_path / "a.xlsx", 資料=[["學校名稱", "填表人"], [SCHOOL, "甲"]])
    (problem,) = problems(path, form)
    assert "「填表人.姓名」" in problem


@pytest.mark.parametrize(
    ("main", "lines", "words"),
    [
        ([HEAD, [1, SCHOOL]], [LINES, [9, "講師費"]], "「9」：工作表「經費項目」用了它"),
        ([HEAD, [1, SCHOOL], [1.0, SCHOOL]], [LINES], "「1」：有 2 列"),
        ([HEAD, [1, SCHOOL], [None, SCHOOL]], [LINES, [1, "講師費"]], "第 3 列：沒有編號"),
        ([HEAD, [1, SCHOOL]], [LINES, [1, "講師費"], ["", "漏"]], "第 3 列：沒有編號"),
        ([HEAD[1:], [SCHOOL]], [LINES, [1, "講師費"]], "工作表「資料」「編號」：缺少這一欄"),
        ([HEAD, [1, SCHOOL]], [LINES[1:], ["講師費"]], "工作表「經費項目」「編號」：缺少這一欄"),
    ],
)
def test_what_is_wrong_with_numbers(tmp_path: Path, main: Any, lines: Any, words: str) -> None:
    found = problems(book(tmp_path / "a.xlsx", 資料=main, 經費項目=lines), BUDGET)
    assert any(words in problem for problem in found), found


def test_very_many_problems_are_counted(tmp_path: Path) -> None:
    lines = [LINES, *([n, "講師費"] for n in range(2, 102))]
    found = problems(book(tmp_path / "a.xlsx", 資料=[HEAD, [1, SCHOOL]], 經費項目=lines), BUDGET)
    assert len(found) == 21
    assert found[-1] == "其他：還有 80 個問題。"


def test_a_wrong_cell_of_another_sheet_is_the_rows_problem(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[HEAD, [1, SCHOOL], [2, SCHOOL]],
        經費項目=[LINES, [1, "講師費", "#REF!"], [2, "講師費", 5]],
    )
    first, second = read(path, BUDGET)
    assert [problem.where for problem in first.problems] == ["工作表「經費項目」第 2 列「單價」"]
    assert second.problems == ()


def test_numbers_copied_down_below_the_last_row(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        資料=[HEAD, [1, SCHOOL], [2, None], [3, " "]],
        經費項目=[LINES, [1, "講師費"], [1, ""], [2, None], [9, " "]],
    )
    (only,) = read(path, BUDGET)
    assert (only.key, only.facts["經費項目"], only.problems) == ("1", [{"項目": "講師費"}], ())


@pytest.mark.parametrize("cut", [300, 700])
def test_a_workbook_whose_sheet_is_damaged(tmp_path: Path, cut: int) -> None:
    path = book(tmp_path / "whole.xlsx", 資料=[HEAD, [1, SCHOOL]], 經費項目=[LINES, [1, "講師費"]])
    with ZipFile(path) as whole, ZipFile(tmp_path / "a.xlsx", "w") as damaged:
        for name in whole.namelist():
            content = whole.read(name)
            damaged.writestr(name, content[:cut] if name.endswith("sheet2.xml") else content)
    with pytest.raises(FileProblemError, match="已損壞"):
        read_table(tmp_path / "a.xlsx", BUDGET)


@pytest.mark.parametrize(
    "kind", ["ods", *(pytest.param(kind, marks=pytest.mark.slow) for kind in ("xls", "xlsx"))]
)
def test_other_kinds_by_libreoffice(tmp_path: Path, kind: str) -> None:
    if reason := no_calc():
        pytest.skip(reason)
    path = book(
        tmp_path / "a.xlsx",
        資料=[["編號", "學校名稱", "學年度", "計畫名稱"], [1, SCHOOL, 112.0, "=1+1"]],
        經費項目=[LINES, [1, "講師費", 15000.0, "1.5"]],
    )
    bad = book(tmp_path / "b.xlsx", 資料=[["學校名稱", "姓名"], [SCHOOL, "=1/0"]])
    opened = load_workbook(bad)
    found = convert(kind, tmp_path, [path, bad])
    (row,) = read(found["a"], BUDGET)
    assert row.problems == ()
    assert row.facts["計畫名稱"] == 2
    assert row.facts["經費項目"] == [{"項目": "講師費", "單價": 15000, "數量": "1.5"}]
    if kind == "ods":
        assert problems(found["b"], ORID) == ["錯誤值：有#DIV/0!；請改正公式，或直接填入內容。"]
    elif kind == "xlsx":
        assert "#DIV/0!" in str(read(found["b"], ORID)[0].problems)
    opened.close()


# -- text files --------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp950", "big5", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv(tmp_path: Path, encoding: str, mark: str) -> None:
    lines = ["編號,學校名稱,姓名,Objective", f'7,{SCHOOL},"甲,\n乙",0038462860', ",,,", "8,x國小"]
    text = "\r\n".join(lines).replace(",", mark).replace(f"甲{mark}", "甲,")
    text = text.replace('"甲,\n乙"', '"甲,\r\n乙"')
    first, second = read(csv_file(tmp_path / "a.csv", text, encoding), ORID)
    facts = {"學校名稱": SCHOOL, "姓名": "甲,\r\n乙", "Objective": "0038462860"}
    assert first == TableRow(2, "7", facts, ())
    assert (second.number, second.key) == (5, "8")


def test_csv_with_a_separator_line(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", f"sep=;\r\n學校名稱;姓名\r\n{SCHOOL};甲\r\n", "cp950")
    assert [(row.number, row.facts["姓名"]) for row in read(path, ORID)] == [(3, "甲")]


def test_csv_in_no_known_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("學校名稱\n".encode() + b"\xff\xff\n")
    with pytest.raises(FileProblemError, match="UTF-8 或 Big5"):
        read_table(path, ORID)


def test_csv_headings_are_looked_at_before_the_rows(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", f"學校名稱,經費項目\n{SCHOOL},講師費\n")
    assert problems(path, BUDGET) == [
        "「經費項目」：要填在工作表「經費項目」裡（.csv 放不下，請用 .xlsx 或 .ods）。"
    ]


def test_csv_with_half_a_quotation(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", f'編號,學校名稱\n1,{SCHOOL}\n"2,漏\n3,漏\n')
    good, bad = read(path, ORID)
    assert good.problems == ()
    assert (bad.number, bad.facts) == (3, {})
    assert "引號只有一半" in str(bad.problems[0])


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"編號": 1, "學校名稱": SCHOOL, "contact.x": 1, "經費項目": [{"項目": "甲"}]})
    flat = json.dumps({"school": {"全銜": SCHOOL}, "雜支": " 360 "}, ensure_ascii=False)
    lines = [codecs.BOM_UTF8 + good.encode(), b"", b"{", b"[]", b"\xff", flat.encode(), b"{}"]
    path.write_bytes(b"\n".join(lines))
    rows = read(path, BUDGET)
    assert [row.number for row in rows] == [1, 3, 4, 5, 6]
    assert rows[0].key == "1"
    assert rows[0].facts["經費項目"] == [{"項目": "甲"}]
    assert [problem.where for problem in rows[0].problems] == ["「contact.x」"]
    assert [len(row.problems) for row in rows] == [1, 1, 1, 1, 0]
    assert BUDGET.load(rows[4].facts).total == 360  # type: ignore[attr-defined]
    assert rows[4].facts == {"學校名稱": {"全銜": SCHOOL}, "雜支": "360"}


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_lists_with_rows_within_rows(tmp_path: Path, name: str) -> None:
    form = get_form("leader_workshop/workshop_plan")
    slots = [{"時間": "09:00-09:40", "活動": [{"活動內容": "甲"}]}]
    facts = {"計畫名稱": "研習", "研習規劃": slots}
    (tmp_path / name).write_text(json.dumps([facts, {}], ensure_ascii=False), encoding="utf-8")
    (row,) = read(tmp_path / name, form)
    assert row == TableRow(1, "", facts, ())
    assert form.load(row.facts).timetable[0].time == "09:00-09:40"  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["", "甲: 乙", "甲", "- 甲: [1", "null"])
def test_yaml_that_is_no_list(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(FileProblemError):
        read_table(tmp_path / "a.yaml", ORID)


@pytest.mark.parametrize("name", ["沒有.xlsx", "沒有.csv", "沒有.jsonl", "沒有.yaml", "a.docx"])
def test_files_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblemError, match=r"找不到|副檔名"):
        read_table(tmp_path / name, ORID)


@pytest.mark.parametrize("content", [b"", b"<html>", b"PK\x03\x04"])
def test_a_workbook_that_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xls").write_bytes(content)
    with pytest.raises(FileProblemError, match="不是試算表"):
        read_table(tmp_path / "a.xls", ORID)


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="是空的"):
        read_table(book(tmp_path / "a.xlsx", 資料=[[]], 經費項目=[]), ORID)


# -- mappings and frames -----------------------------------------------------------------------


def test_mappings() -> None:
    given = [{"學校名稱": SCHOOL, "學校名稱.簡稱": "宜昌"}, {"編號": "範例"}, {"school": SCHOOL}, 3]
    first, second, third = read_table(given, ORID)  # type: ignore[arg-type]
    assert first.facts == {"學校名稱": {"全銜": SCHOOL, "簡稱": "宜昌"}}
    assert second == TableRow(3, "", {"學校名稱": SCHOOL}, ())
    assert [str(problem) for problem in third.problems] == [
        "第 4 項：填的是「3」，要是一份資料（欄位與內容）。"
    ]
    with pytest.raises(FactsError, match="不是一批"):
        read_table({"學校名稱": SCHOOL}, ORID)  # type: ignore[arg-type]


def test_the_same_fact_twice_in_one_mapping() -> None:
    (row,) = read_table([{"學校名稱": SCHOOL, "school": SCHOOL}], ORID)
    assert "這一欄有兩次" in str(row.problems[0])


def test_data_frame() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {
            "學校名稱": [SCHOOL, SCHOOL],
            "學年度": [112, None],
            "日期": pandas.to_datetime(["2023-09-06", None]),
            "姓名": pandas.array(["甲", None], dtype="string"),
            "Objective": [float("nan"), "乙"],
        }
    )
    first, second = read_table(frame, ORID)
    assert first.facts == {
        "學校名稱": SCHOOL,
        "學年度": 112,
        "日期": datetime.date(2023, 9, 6),
        "姓名": "甲",
    }
    assert (second.number, second.facts) == (2, {"學校名稱": SCHOOL, "Objective": "乙"})
    assert ORID.load(first.facts).school_year == 112  # type: ignore[attr-defined]
    assert problems(frame.rename(columns={"姓名": "性名"}), ORID) == [
        "「性名」：沒有這個欄位，是不是「姓名」？"
    ]


def test_data_frame_with_lists_in_its_cells() -> None:
    pandas = pytest.importorskip("pandas")
    lines = [{"項目": "印刷費", "單價": 100}]
    frame = pandas.DataFrame({"學校名稱": [SCHOOL] * 3, "經費項目": [lines, None, []]})
    with_list, *without = read_table(frame, BUDGET)
    assert with_list.facts == {"學校名稱": SCHOOL, "經費項目": lines}
    assert [row.facts.get("經費項目", []) for row in without] == [[], []]


# -- many rows, any text -----------------------------------------------------------------------


def test_many_lines_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(30_000):
            file.write(f'{{"編號":{n},"學校名稱":"{SCHOOL}","雜支":{n}}}\n')
    tracemalloc.start()
    try:
        rows = read_table(path, BUDGET)
        numbers = [next(rows).number for _ in range(100)]
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        (last,) = deque(rows, maxlen=1)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert numbers == list(range(1, 101))
    assert last == TableRow(30_000, "29999", {"學校名稱": SCHOOL, "雜支": "29999"}, ())
    assert peak - before < 500_000


ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")) | st.sampled_from(
    ["=1+1", "+886", "0038462860", "007", "甲\n乙", '"', '""', ",", "\t", ";", "NaN", "null", "~"]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts.filter(lambda text: text.strip() not in ERRORS))
def test_any_text_of_a_csv_stays_the_text_it_is(tmp_path: Path, text: str) -> None:
    quoted = text.replace('"', '""')
    path = csv_file(tmp_path / "a.csv", f'學校名稱,姓名\n{SCHOOL},"{quoted}"\n', "utf-8-sig")
    (row,) = read(path, ORID)
    assert row.facts.get("姓名", "") == text.strip()
    assert row.problems == ()

"""A clerk with a tagged Word file and the command line, from the blank to many finished files."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jingjin_forms import FactsError, fill_many, form_of, read_table, write_roster
from jingjin_forms.batch import processes
from tests.helpers import docx_text
from tests.word.build import docx, par, row, saved, table

TAGS = (
    par("{{ 學校名稱 or '○○國小' }}報名表"),
    par("{{ 姓名|底線('______') }}{{ 方式.線上|單選 }}線上{{ 方式.實體|單選 }}實體"),
    table(
        row("{%tr for 列 in 品項|列數(2) %}", "", ""),
        row("{{ 列.單價 }}", "{{ 列.數量 }}", "{{ 列.總價 }}"),
        row("{%tr endfor %}", "", ""),
        columns=3,
    ),
    par("{{ 合計|元 }}"),
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return saved(tmp_path, docx(*TAGS), "我的表.docx")


def test_new_then_fill(jingjin, template: Path):
    assert jingjin("new", "我的表.docx", "-o", "facts.yaml").code == 0
    text = Path("facts.yaml").read_text(encoding="utf-8")
    assert "表件: 我的表.docx\n" in text
    assert "合計:" not in text
    assert re.search("總價: +# 自動計算；沒有單價與數量的才填\n", text)
    assert "# 可填：線上、實體" in text
    for arguments in (["-o", "a.docx"], ["--form", "我的表.docx", "-o", "b.docx"]):
        assert jingjin("fill", "facts.yaml", *arguments).code == 0
    assert jingjin("new", "我的表.docx", "-o", "空白.docx").code == 0
    blank = docx_text(Path("空白.docx").read_bytes())
    assert blank[:2] == ["○○國小報名表", "______□線上□實體"]
    assert docx_text(Path("a.docx").read_bytes()) == blank
    Path("facts.yaml").write_text(
        text.replace("姓名:", "姓名: 王小明")
        .replace("單價:", "單價: 100")
        .replace("數量:", "數量: 3"),
        encoding="utf-8",
    )
    assert jingjin("check", "facts.yaml").code == 0
    assert jingjin("fill", "facts.yaml", "-o", "c.docx").code == 0
    assert docx_text(Path("c.docx").read_bytes())[1:] == [
        "王小明□線上□實體", "100", "3", "300", "", "", "", "300",
    ]  # fmt: skip


def test_facts_in_another_folder_name_the_file_from_there(jingjin, template: Path):
    Path("資料").mkdir()
    assert jingjin("new", "我的表.docx", "-o", "資料/facts.yaml").code == 0
    assert "表件: ../我的表.docx" in Path("資料/facts.yaml").read_text(encoding="utf-8")
    assert jingjin("fill", "資料/facts.yaml", "-o", "a.docx").code == 0


def test_show_says_what_is_known_and_what_is_a_text(jingjin, template: Path):
    result = jingjin("show", "我的表.docx")
    assert result.code == 0
    assert "認得的欄位" in result.out
    assert "學校名稱（學校）" in result.out
    assert "品項.單價（元）" in result.out
    texts = result.out.partition("當文字的欄位")[2]
    assert "學校名稱" not in texts
    assert "範例　" not in result.out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_roster_then_batch(jingjin, template: Path, jobs: str):
    assert jingjin("new", "我的表.docx", "-o", "名冊.xlsx", "--rows", "5").code == 0
    book = load_workbook("名冊.xlsx")
    headings = [cell.value for cell in book["資料"][1]]
    for number, school in enumerate(("花蓮縣甲國小", "花蓮縣乙國小"), 3):
        book["資料"].cell(number, 1 + headings.index("學校名稱"), school)
    book["品項"].append([1, 50, 2])
    book.save("名冊.xlsx")
    result = jingjin("batch", "名冊.xlsx", "--form", "我的表.docx", "-o", "out", "--jobs", jobs)
    assert result.code == 0
    assert {p.name for p in Path("out").iterdir()} == {
        "花蓮縣甲國小_我的表.docx", "花蓮縣乙國小_我的表.docx",
    }  # fmt: skip
    first = docx_text(Path("out/花蓮縣甲國小_我的表.docx").read_bytes())
    assert (first[0], first[-1]) == ("花蓮縣甲國小報名表", "100")


def test_without_a_school_files_are_called_by_their_number(tmp_path: Path):
    path = saved(tmp_path, docx(par("{{ 姓名 }}{{ 日期 }}")), "假單.docx")
    rows = [{"編號": "7", "姓名": "王"}, {"編號": "8", "姓名": "李", "日期": "112/3/17"}]
    report = fill_many(str(path), rows, tmp_path / "out")
    assert [result.file for result in report] == ["7_假單.docx", "8_假單.docx"]
    named = fill_many(path, rows[1:], tmp_path / "named", name="{姓名}_{日期.月}月.docx")
    assert [result.file for result in named] == ["李_3月.docx"]
    with pytest.raises(FactsError, match="沒有「學校」"):
        fill_many(path, rows, tmp_path / "out", name="{學校}.docx")


def test_processes_make_the_class_themselves(tmp_path: Path, template: Path):
    with processes(2, template) as executor:
        rows = [{"學校名稱": f"花蓮縣第{n}國小"} for n in range(4)]
        report = fill_many(template, rows, tmp_path / "out", executor=executor)
    assert not report.rows_with_errors
    assert len(report) == 4


def test_a_roster_in_python(tmp_path: Path, template: Path):
    form = form_of(template)
    path = write_roster(form, tmp_path / "名冊.xlsx", rows=1)
    assert [row.facts for row in read_table(path, form)] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "無.docx"], "找不到範本檔"),
        (["new", "空.docx"], "沒有任何標籤"),
        (["fill", "facts.yaml", "--form", "空.docx"], "沒有任何標籤"),
        (["show", "壞.docx"], "無法讀取"),
        (["show", "錯.docx"], "同一個名稱只能是一種"),
        (["batch", "名冊.csv", "--form", "無.docx"], "找不到"),
    ],
)
def test_mistakes_are_told_in_a_sentence(jingjin, arguments: list[str], told: str):
    folder = Path()
    saved(folder, docx(par("姓名")), "空.docx")
    saved(folder, b"PK", "壞.docx")
    saved(folder, docx(par("{{ 甲 }}{{ 甲.乙 }}")), "錯.docx")
    Path("facts.yaml").write_text("甲: x\n", encoding="utf-8")
    Path("名冊.csv").write_text("甲\nx\n", encoding="utf-8")
    result = jingjin(*arguments)
    assert result.code == 1
    assert told in result.err

"""「第一次用」 counts rightly, and leads to a packet in which nothing is found; a template that the
reader has edited stays as it is, however often the program of its page is run."""

import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from openpyxl import load_workbook
from ruamel.yaml import YAML

from jingjin_forms import BudgetEstimate, load_packet
from jingjin_forms.values.clock import parse_roc_moment
from tests.docs.blocks import SCREEN, Block, blocks_of
from tests.docs.running import Page
from tests.helpers import docx_text

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "first.md").read_text(encoding="utf-8")
DAY = "112年3月10日"


def facts_block() -> Block:
    (found,) = [block for block in blocks_of(PAGE) if block.title == "送審.yaml"]
    return found


def count_of(value: Any) -> int:
    """How many facts somebody has typed."""
    if isinstance(value, dict):
        return sum(map(count_of, value.values()))
    return sum(map(count_of, value)) if isinstance(value, list) else 1


def test_commands_and_facts_are_as_many_as_the_page_says():
    commands = [
        line
        for block in blocks_of(PAGE)
        if block.language == "bash"
        for line in block.text.splitlines()
        if line.startswith("jingjin ") and "--version" not in line
    ]
    assert [line.split()[1] for line in commands] == ["new", "check", "packet"]
    assert set(re.findall(r"([一二三四五]) ?個命令", PAGE)) == {"三"}
    facts = count_of(YAML(typ="safe").load(facts_block().text))
    assert {int(number) for number in re.findall(r"(\d+) 項資料", PAGE)} == {facts}


def test_check_finds_nothing_and_one_fact_less_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    path, day = Path("送審.yaml"), parse_roc_moment(DAY)
    path.write_text(facts_block().text, encoding="utf-8")
    packet = load_packet(path)
    assert (packet.problems, [*packet.check(day)]) == ((), [])
    assert [paper.form is not None for paper in packet.papers] == [True, True]
    path.write_text(facts_block().text.replace("班級數: 12\n", ""), encoding="utf-8")
    assert [found.path for found in load_packet(path).check(day)] == [("班級數",)]


def test_thirty_schools_become_ninety_papers_in_one_file(jingjin: Any):
    """As the two commands of the page say, with the facts of the page for each school."""
    (commands,) = [block for block in blocks_of(PAGE) if block.title == "命令"]
    new, batch = [line.split()[1:] for line in commands.text.splitlines()]
    jingjin(*new)
    facts = YAML(typ="safe").load(facts_block().text)
    fill_in(Path("名冊.xlsx"), [{**facts, "學校名稱": f"花蓮縣{name}國小"} for name in SCHOOLS])
    told = jingjin(*batch)
    assert told.code == 0, told.out + told.err
    assert f"共 {len(SCHOOLS)} 列：已產生 {len(SCHOOLS)}" in told.out
    papers = [path for path in Path("各校").rglob("*.docx")]
    assert f"{len(papers)} 份文件" in PAGE
    merged: Any = Document("全部.docx")
    starts = [section.start_type for section in merged.sections]
    assert starts.count(WD_SECTION.ODD_PAGE) == len(papers) - 1
    text = docx_text(Path("全部.docx").read_bytes())
    assert all(f"花蓮縣{name}國小" in text for name in SCHOOLS)


SCHOOLS = [f"{a}{b}" for a in "甲乙丙丁戊" for b in "子丑寅卯辰巳"]


def fill_in(roster: Path, schools: list[dict[str, Any]]) -> None:
    """Type the facts of each school into its row, those of lists into their sheets."""
    book = load_workbook(roster)
    main = book.worksheets[0]
    for number, facts in enumerate(schools, 1):
        lists = {label: rows for label, rows in facts.items() if isinstance(rows, list)}
        single = {label: value for label, value in facts.items() if label not in lists}
        del single["送件"]
        row = next(cell.row for cell in main["A"] if cell.value == number)
        type_row(main, row, single)
        for label, rows in lists.items():
            sheet = book[label]
            for row in rows:
                type_row(sheet, sheet.max_row + 1, {"編號": number, **row})
    book.save(roster)


def type_row(sheet: Any, row: int, values: dict[str, Any]) -> None:
    columns = {cell.value: cell.column for cell in sheet[1]}
    for label, value in values.items():
        sheet.cell(row, columns[label]).value = value


def test_every_screen_of_the_page_follows_a_command():
    languages = [(b.language, b.title) for b in blocks_of(PAGE)]
    before = [languages[n - 1][0] for n, (_, title) in enumerate(languages) if title == SCREEN]
    assert before == ["bash"] * 4


def test_an_edited_template_is_never_copied_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "template.md").read_text(encoding="utf-8")
    program = next(block for block in blocks_of(text) if block.language == "python")
    page = Path("page.md")
    page.write_text(f"```python\n{program.text}```\n", encoding="utf-8")
    Page(page).run()
    mine = Path("我的經費概算表.docx")
    assert mine.read_bytes() == BudgetEstimate.template_path().read_bytes()
    edited: Any = Document(str(mine))
    edited.paragraphs[0].insert_paragraph_before("晨曦國小用")
    edited.save(str(mine))
    before = mine.read_bytes()
    Page(page).run()
    assert mine.read_bytes() == before
    assert "晨曦國小用" in docx_text(Path("經費概算表.docx").read_bytes())

"""What a user's pyright and mypy, both strict, say of a script: the wrong lines, and no others."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import jingjin_forms

USER = """
import sqlite3
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from jingjin_forms import BatchReport, BudgetEstimate, BudgetLine, BudgetTable, Contact, Facts, Form
from jingjin_forms import Money, Picture, RocDate, School, SessionResult, SummarySheet, __version__
from jingjin_forms import compile_template, fill_many, get_form, label, list_forms, load
from jingjin_forms import uppercase_amount
from jingjin_forms import NoSuchThing  # error
from jingjin_forms.programmes.school_based.forms import budget_estimate

# English names, printed labels, both; as texts, numbers, dates, mappings.
line = BudgetLine(item="講師費", unit_price="1,000", quantity="6")
mixed = BudgetLine(項目="講師費", unit_price=1000, 數量=6, 總價=6000, total=6000)
budget = BudgetEstimate(
    school="花蓮縣宜昌國小",
    school_year=113,
    miscellaneous=360,
    lines=[line, {"項目": "印刷費", "單價": "60元", "數量": 30}],
)
BudgetEstimate(學校名稱="花蓮縣宜昌國小", 經費項目=[mixed], 雜支="360", plan_name=None)
BudgetEstimate(school=School(full_name="花蓮縣宜昌國小"), lines=[])
BudgetEstimate(school=School("花蓮縣宜昌國小", given_level="國小"), lines=[])
BudgetEstimate(school={"全銜": "花蓮縣宜昌國小"}, 合計=6000)
Contact(姓名="林若水", phone=38462860)
rows: list[dict[str, object]] = [{"項目": "印刷費"}]
BudgetEstimate(school="花蓮縣宜昌國小", lines=rows)

BudgetEstimate(schol="x")  # error
BudgetEstimate(school="x", lins=[])  # error
BudgetEstimate(school="x", lines=["講師費"])  # error
BudgetEstimate(school=3)  # error
BudgetEstimate(miscellaneous=360)  # error
BudgetLine(unit_price=3)  # error
BudgetLine(item="講師費", unit_price=[1000])  # error
BudgetLine(item="講師費", 單位價=1000)  # error
SummarySheet(title="提要表")  # error
School("花蓮縣宜昌國小", "宜昌國小")  # error
BudgetLine("講師費", 1000)  # error

# What fields and figures give.
school: School = budget.school
price: Money | None = budget.lines[0].unit_price
words: str | None = budget.total_uppercase
same: budget_estimate.BudgetEstimate = budget
budget["雜支"]  # error
wrong: str = budget.total  # error
budget.lines[0].unitprice  # error
if line.unit_price is not None:
    print(line.unit_price + 1, f"{line.unit_price:,}")

# What may be assigned.
budget.miscellaneous = "15,000"
budget.school = "花蓮縣宜昌國小"
budget.lines = [line, {"項目": "印刷費"}]
budget.miscellaneous = []  # error
budget.miscelaneous = 3  # error

# Functions.
saved: Path = budget.save("budget.docx")
again: BudgetEstimate = BudgetEstimate.load("facts.yaml")
loaded: Form = load("facts.yaml")


class Asked(NamedTuple):
    school: str


@dataclass
class Bought:
    lines: list[BudgetLine]


BudgetEstimate.load(Asked("花蓮縣宜昌國小"))
BudgetEstimate.load(Bought([line]))
BudgetEstimate.load(sqlite3.connect(":memory:").execute("select 1").fetchone())
BudgetEstimate.load(3)  # error
SessionResult(school="花蓮縣宜昌國小", photos=[BytesIO(), Picture(BytesIO())])
report: BatchReport = fill_many(BudgetEstimate, rows, "out")
fill_many(SessionResult, rows, 3)  # error
uppercase_amount(15_000) + 1  # error
compile_template("budget.docx").fill({"照片": Picture("a.png")}, "out.docx")
print([form.title for form in list_forms()], get_form("經費概算表").title, __version__)
print(RocDate("112年3月17日").with_weekday)


# One's own.
class County(BudgetEstimate):
    template_file = "county.docx"


class Row(Facts):
    price: Money | None = label("單價", None)


class Club(BudgetTable, Form):
    title = "讀書會"

    school: School = label("學校名稱")
    prices: list[Row] = label("價目", list)


County(school="花蓮縣宜昌國小", 雜支=3).check()
club = Club(school="花蓮縣宜昌國小", 價目=[{"單價": 3}], lines=[line])
club.prices[0].price.real  # error
"""
WRONG = {
    number for number, text in enumerate(USER.splitlines(), start=1) if text.endswith("# error")
}
HERE = {**os.environ, "PYTHONPATH": str(Path(jingjin_forms.__file__).parents[1])}


def run_in(folder: Path, *command: str) -> str:
    """What a program prints, run in the folder of a user's script."""
    (folder / "user.py").write_text(USER, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "reportUnusedExpression": False}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    program = Path(sys.executable).with_name(command[0])
    if not program.exists():
        pytest.skip(f"{command[0]} is not installed")
    run = subprocess.run(
        [program, *command[1:]],
        cwd=folder,
        env=HERE,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    return run.stdout + run.stderr


def test_there_are_wrong_lines():
    assert len(WRONG) > 15


@pytest.mark.slow
def test_pyright_finds_the_wrong_lines_and_no_others(tmp_path: Path):
    said = run_in(tmp_path, "pyright", "--pythonpath", sys.executable, "--outputjson", "user.py")
    found = json.loads(said)["generalDiagnostics"]
    errors = [told for told in found if told["severity"] == "error"]
    assert {told["range"]["start"]["line"] + 1 for told in errors} == WRONG, said


@pytest.mark.slow
def test_mypy_finds_the_wrong_lines_and_no_others(tmp_path: Path):
    said = run_in(tmp_path, "mypy", "--strict", "--python-executable", sys.executable, "user.py")
    found = re.findall(r"^user\.py:(\d+): error: ", said, flags=re.MULTILINE)
    assert set(map(int, found)) == WRONG, said
    assert not re.search(r"^(?!user\.py).*: error: ", said, flags=re.MULTILINE), said

"""Small things, tried as a Python programmer would by habit, each with what comes of it now.

The table is trials.txt: a number, what was tried, the lines as they would be typed into a
console, and what it shows of the last one, or the error and how its message begins. What pyright
and mypy say stands in tests/stubs; here only what they read.
"""

import ast
import csv
import datetime
import io
import json
import logging
import pickle
import sqlite3
import threading
from collections import namedtuple
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

import jingjin_forms
from jingjin_forms.checks import Findings
from jingjin_forms.export import Pages
from tests.helpers import SAMPLES
from tests.word.build import docx, par

ROW = {"學校名稱": "花蓮縣甲國小", "計畫名稱": "工作坊", "雜支": 10}
LINE = {"項目": "印刷費", "單價": 100, "數量": 2}
WRONG = {**ROW, "學年度": 112, "雜支": 9000, "經費項目": [{**LINE, "總價": 5}]}
PHOTO = (SAMPLES / "photos" / "workshop.png").read_bytes()
PACKET = SAMPLES / "packets" / "school_based" / "application.yaml"


class Trial(NamedTuple):
    """One of them, as the table has it."""

    number: int
    tried: str
    lines: str
    now: str


def trials() -> list[Trial]:
    """Blocks of a head, of lines behind >>>, and of what the last one shows; … stands for more."""
    found: list[Trial] = []
    for block in Path(__file__).with_name("trials.txt").read_text(encoding="utf-8").split("\n\n"):
        head, *rest = block.strip().splitlines()
        number, tried = head.split(" ", 1)
        lines = [line.removeprefix(">>> ") for line in rest if line.startswith(">>> ")]
        found.append(Trial(int(number), tried, "\n".join(lines), rest[-1]))
    return found


TRIALS = trials()


def threads(function: Any) -> list[Any]:
    """What eight threads get that begin at once."""
    start, found = threading.Barrier(8), []

    def go() -> None:
        start.wait()
        found.append(function())

    started = [threading.Thread(target=go) for _ in range(8)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    return found


def winners(form: jingjin_forms.Form, *, overwrite: bool = False) -> int:
    def save() -> bool:
        try:
            form.save("same.docx", overwrite=overwrite)
        except FileExistsError:
            return False
        return True

    return sum(threads(save))


def problem(function: Any) -> jingjin_forms.Problem:
    with pytest.raises(jingjin_forms.ProblemsError) as caught:
        function()
    return caught.value.problems[0]


def pictured(given: Any, **more: Any) -> jingjin_forms.SessionResult:
    """A form with this photograph, as from facts of a request."""
    facts = jingjin_forms.SessionResult.sample().model_dump(by_alias=True)
    facts |= {"照片": [{"照片檔": given}]}
    return jingjin_forms.SessionResult.load(facts, **more)


def photo(given: Any, **more: Any) -> Any:
    return pictured(given, **more).photos[0].file


@dataclass
class Asked:
    """A row of somebody's own."""

    school: str


def rows() -> list[Any]:
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    Row = namedtuple("Row", "學校名稱")
    row = database.execute("select '乙國小' as 學校名稱").fetchone()
    database.close()
    return [Row("甲國小"), row, Asked("丙國小")]


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    """What the console knows before the first line."""
    import pydantic

    from jingjin_forms.errors import FileThereError
    from jingjin_forms.typeset import typeset

    console: dict[str, Any] = {"__name__": "__main__"}
    exec("from jingjin_forms import *", console)
    exec("class Mine(BudgetEstimate): pass\nclass Line(BudgetLine): pass", console)
    exec("class Own(BudgetEstimate):\n  def check(self, on=None): return ()", console)
    budget = jingjin_forms.BudgetEstimate
    template = budget.template_path()
    stub = Path(jingjin_forms.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    return console | {
        **{"ROW": ROW, "LINE": LINE, "WRONG": WRONG, "PHOTO": PHOTO, "PACKET": PACKET},
        **{"csv": csv, "datetime": datetime, "io": io, "json": json, "logging": logging},
        **{"pickle": pickle, "pydantic": pydantic, "Path": Path, "Image": Image},
        **{"docx": docx, "par": par, "typeset": typeset, "Findings": Findings, "Pages": Pages},
        **{"threads": threads, "winners": winners, "problem": problem, "photo": photo},
        "pictured": pictured,
        **{"rows": rows, "jingjin_forms": jingjin_forms, "FileThereError": FileThereError},
        "stub": stub,
        "m": jingjin_forms.Money(15000),
        "school": jingjin_forms.School(full_name="花蓮縣甲國小"),
        "wrong": budget.load(WRONG),
        "result": jingjin_forms.SessionResult.sample(),
        "total": budget.sample().total,
        "layout": template.with_suffix(".layout"),
    }


def typed(lines: str, console: dict[str, Any]) -> str:
    """What a console shows of the last line, or the error that one of them ends with."""
    tree = ast.parse(lines)
    last = tree.body[-1]
    try:
        if not isinstance(last, ast.Expr):
            exec(compile(tree, "<console>", "exec"), console)
            return ""
        exec(compile(ast.Module(tree.body[:-1], []), "<console>", "exec"), console)
        return repr(eval(compile(ast.Expression(last.value), "<console>", "eval"), console))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("trial", TRIALS, ids=[f"{each.number} {each.tried}" for each in TRIALS])
def test_what_comes_of_it(
    trial: Trial, names: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    console = {**names, "b": jingjin_forms.BudgetEstimate.sample()}
    if "pd." in trial.lines:
        console["pd"] = pytest.importorskip("pandas")
    found, now = typed(trial.lines, console), trial.now
    assert found.startswith(now[:-1].rstrip()) if now.endswith("…") else found == now


def test_all_of_them():
    assert [*dict.fromkeys(each.number for each in TRIALS)] == [*range(1, 84)]

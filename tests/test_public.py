"""The public names: complete, sorted, and no heavier than what is asked for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import jingjin_forms
from jingjin_forms.forms import catalog

SOURCE = Path(jingjin_forms.__file__).read_text(encoding="utf-8")
HEAVY = ("docx", "docxtpl", "jinja2", "lxml", "ruamel", "openpyxl", "PIL", "isal")


def imported_for_type_checkers() -> dict[str, str]:
    """Name → module, from the imports under `if TYPE_CHECKING`."""
    import ast

    block = next(node for node in ast.parse(SOURCE).body if isinstance(node, ast.If))
    return {
        alias.asname or alias.name: str(node.module)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("jingjin_forms")
        for alias in node.names
    }


def test_all_is_sorted_and_the_same_in_all_three_places():
    names = jingjin_forms.__all__
    assert names == sorted(set(names))
    homes = {n: f"jingjin_forms.{home}" for home, ns in jingjin_forms._HOMES.items() for n in ns}
    assert imported_for_type_checkers() == homes
    assert set(homes) == set(names)


@pytest.mark.parametrize("name", [*jingjin_forms.__all__, *catalog.class_names()])
def test_every_name_is_there(name: str):
    found = getattr(jingjin_forms, name)
    assert found.__name__ == name or name in ("Quantity",)
    assert name in dir(jingjin_forms)


@pytest.mark.parametrize(
    "name", ["NoSuchForm", "nosuch", "O*", "_NoForm", "Budgetestimate", "", "甲"]
)
def test_no_other_name(name: str):
    with pytest.raises(AttributeError, match="has no attribute"):
        getattr(jingjin_forms, name)


def modules_after(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport json, sys; print(json.dumps(list(sys.modules)))"],
        capture_output=True,
        check=True,
    )
    return {name.partition(".")[0] for name in json.loads(run.stdout.splitlines()[-1])}


@pytest.mark.parametrize(
    ("code", "also"),
    [
        ("import jingjin_forms", ("typer", "rich", "pydantic", "num2words")),
        ("from jingjin_forms import JingjinError, Problem", ("typer", "rich", "pydantic")),
        ("from jingjin_forms import uppercase_amount; uppercase_amount(15000)", ("typer", "rich")),
        (
            "from jingjin_forms import BudgetEstimate, School, load, list_forms; list_forms()",
            ("typer",),
        ),
        (
            "import sys; sys.argv = ['jingjin', 'amount', '15000']\n"
            "from jingjin_forms.cli import app\napp(standalone_mode=False)",
            (),
        ),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str, also: tuple[str, ...]):
    assert modules_after(code).isdisjoint((*HEAVY, *also))


def test_what_the_docstring_shows():
    import doctest

    import jingjin_forms.parts.school

    for module in (jingjin_forms, jingjin_forms.parts.school):
        tried = doctest.testmod(module)
        assert tried.failed == 0
        assert tried.attempted > 0


def test_user_code_passes_a_type_checker(tmp_path: Path):
    pyright = Path(sys.executable).with_name("pyright")
    if not pyright.exists():
        pytest.skip("pyright is not installed")
    (tmp_path / "user.py").write_text(
        "from jingjin_forms import BudgetLine, School, get_form\n"
        "from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate\n"
        "line = BudgetLine(item='講師費', unit_price=1000, quantity='6')\n"
        "budget = BudgetEstimate(school='…', school_year=113, miscellaneous=360, lines=[line])\n"
        "school: School = budget.school\n"
        "total: int | None = budget.total\n"
        "wrong: str = budget.total\n"
        "print(get_form('x').load('y').title)\n"
    )
    run = subprocess.run(
        [pyright, "--pythonpath", sys.executable, "--outputjson", "user.py"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    found = json.loads(run.stdout)["generalDiagnostics"]
    assert [d["range"]["start"]["line"] for d in found if d["severity"] == "error"] == [6]


def test_a_name_that_changed_works_for_a_while_and_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(jingjin_forms._RENAMED, "budget_words", ("uppercase_amount", "2027.1"))
    with pytest.warns(
        DeprecationWarning, match=r"budget_words 自 2027\.1 起改名為 uppercase_amount"
    ):
        assert jingjin_forms.budget_words(15000) == "壹萬伍仟元整"


def test_the_package_says_that_it_is_typed():
    assert (Path(jingjin_forms.__file__).parent / "py.typed").is_file()

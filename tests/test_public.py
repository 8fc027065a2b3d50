"""The public names: complete, sorted, and no heavier than what is asked for."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import jingjin_forms
from jingjin_forms import public
from jingjin_forms.forms import catalog

HEAVY = ("docx", "docxtpl", "jinja2", "lxml", "ruamel", "openpyxl", "PIL", "isal")


def test_all_is_sorted_and_holds_every_form():
    names = jingjin_forms.__all__
    assert names == sorted({*public.HOME_OF, *catalog.class_names()})


def test_a_star_gives_all_of_it_and_nothing_else():
    given: dict[str, object] = {}
    exec("from jingjin_forms import *", given)
    given.pop("__builtins__")
    assert sorted(given) == jingjin_forms.__all__


def test_a_name_of_two_forms_is_no_public_name(monkeypatch: pytest.MonkeyPatch):
    twice = [*catalog.class_names(), "BudgetEstimate"]
    monkeypatch.setattr(catalog, "class_names", lambda: twice)
    assert "BudgetEstimate" not in jingjin_forms.__all__
    assert "SummarySheet" in jingjin_forms.__all__


def test_the_version_is_that_of_the_project(monkeypatch: pytest.MonkeyPatch):
    project = Path(jingjin_forms.__file__).parents[1] / "pyproject.toml"
    said = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"]
    assert jingjin_forms.__version__ == said
    monkeypatch.setattr(public, "_DISTRIBUTION", "no-such-distribution")
    assert jingjin_forms.__version__ == said  # as in a checkout that is not installed


@pytest.mark.parametrize("name", jingjin_forms.__all__)
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


def test_the_nearest_name_is_said():
    run = subprocess.run(
        [sys.executable, "-c", "import jingjin_forms\njingjin_forms.BudgetEstimat"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert "Did you mean: 'BudgetEstimate'?" in run.stderr


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
        ("import jingjin_forms", ("typer", "rich", "pydantic", "num2words", "logging")),
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


def test_a_name_that_changed_works_for_a_while_and_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(jingjin_forms._RENAMED, "budget_words", ("uppercase_amount", "2027.1"))
    with pytest.warns(
        DeprecationWarning, match=r"budget_words 自 2027\.1 起改名為 uppercase_amount"
    ):
        assert jingjin_forms.budget_words(15000) == "壹萬伍仟元整"


def test_the_package_says_that_it_is_typed():
    assert (Path(jingjin_forms.__file__).parent / "py.typed").is_file()

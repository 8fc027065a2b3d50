"""The codes that programs go by: every one of them stands in the guide."""

import re
from pathlib import Path
from types import ModuleType

import pytest

from jingjin_forms.arriving import codes as of_blanks
from jingjin_forms.facts import explain as of_facts
from jingjin_forms.files import codes as of_files
from jingjin_forms.lint import CHECKS, PAGE_CHECKS
from jingjin_forms.tables import codes as of_tables
from jingjin_forms.word import codes as of_templates

DOCS = Path(__file__).parents[1] / "docs"


def in_the_guide(page: str) -> set[str]:
    """What stands in the first column of its tables."""
    text = (DOCS / page).read_text(encoding="utf-8")
    firsts = re.findall(r"^\| (`[^|]+`) \|", text, flags=re.MULTILINE)
    return {code for first in firsts for code in re.findall(r"`(\w+)`", first)}


def listed(module: ModuleType) -> set[str]:
    """What the docstring of a module lists."""
    lines = re.findall(r"^([a-z_]+(?:, [a-z_]+)*) +\S", module.__doc__ or "", flags=re.MULTILINE)
    return {code for line in lines for code in line.split(", ")}


@pytest.mark.parametrize("module", [of_facts, of_templates, of_tables, of_files, of_blanks])
def test_every_code_is_in_the_guide(module: ModuleType):
    assert len(listed(module)) > 10
    assert listed(module) <= in_the_guide("check.md")


@pytest.mark.parametrize("module", [of_templates, of_tables, of_files, of_blanks])
def test_every_code_is_explained_once(module: ModuleType):
    own = {value for name, value in vars(module).items() if name.isupper()}
    of_any_file = listed(of_files) if module is of_blanks else set[str]()
    assert own - of_any_file <= listed(module)
    assert not listed(module) & of_any_file


def test_every_code_of_lint_is_in_the_guide():
    codes = {code for of_check in (*CHECKS.values(), *PAGE_CHECKS.values()) for code in of_check}
    assert codes == in_the_guide("lint.md")

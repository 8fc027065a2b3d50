"""Imports run one way, from the command line down to single values, and never in a circle."""

from functools import cache
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest
from importlinter.cli import lint_imports


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("jingjin_forms", exclude_type_checking_imports=True, cache_dir=None)


def test_the_layers_and_the_independence_of_programmes():
    """The contracts stand in pyproject.toml, where `lint-imports` reads them, too."""
    assert lint_imports(no_cache=True) == 0


def without_circles(imports: dict[str, set[str]]) -> list[str]:
    return [*TopologicalSorter(imports).static_order()]


def test_no_module_imports_itself_by_way_of_others():
    """The package itself is left out: it names the public names, and loads them when asked."""
    found = {
        module: graph().find_modules_directly_imported_by(module) - {"jingjin_forms"}
        for module in graph().modules - {"jingjin_forms"}
    }
    assert len(found) > 100
    without_circles(found)


def test_a_circle_would_be_seen():
    with pytest.raises(CycleError):
        without_circles({"a": {"b"}, "b": {"c"}, "c": {"a"}})

"""The page of public names and `__all__` are one list; nothing else is taught."""

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import jingjin_forms
from jingjin_forms.forms.catalog import class_names
from tests.docs.blocks import blocks_of, markdown_pages

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RAW = (DOCS / "public.md").read_text(encoding="utf-8")
_row = re.compile(r"^\| `(\w+)` \| (.*?) *\|$", re.MULTILINE)
_module_row = re.compile(r"^\| `(jingjin_forms\.[\w.]+)` \| (.*?) \| (.*?) *\|$", re.MULTILINE)


def page() -> str:
    """The page as mkdocs shows it, with the classes of the forms."""
    sys.path.insert(0, str(DOCS / "hooks"))
    try:
        return importlib.import_module("guide_pages").with_form_classes(RAW)
    finally:
        sys.path.pop(0)


def modules() -> dict[str, set[str]]:
    """Module → its public names, as the page has them."""
    return {module: set(re.findall(r"\w+", names)) for module, names, _ in _module_row.findall(RAW)}


def taught() -> Iterator[tuple[str, str, str]]:
    """Page, module and name of each import in the guide and the README."""
    for path in [*markdown_pages(DOCS), ROOT / "README.md"]:
        for block in blocks_of(path.read_text(encoding="utf-8")):
            if block.language != "python":
                continue
            for node in ast.walk(ast.parse(block.text)):
                if isinstance(node, ast.ImportFrom) and str(node.module).startswith(
                    "jingjin_forms"
                ):
                    for alias in node.names:
                        yield path.name, str(node.module), alias.name


def test_the_page_lists_every_public_name_once_and_no_other():
    listed = _row.findall(page())
    assert sorted(name for name, _ in listed) == jingjin_forms.__all__
    assert all(purpose for _, purpose in listed)


def test_the_forms_are_not_typed_onto_the_page():
    assert not set(class_names()) & {name for name, _ in _row.findall(RAW)}


def test_what_is_taught_is_public():
    imports = [*taught()]
    assert len(imports) > 60
    known = {"jingjin_forms": set(jingjin_forms.__all__), **modules()}
    for where, module, name in imports:
        if not module.startswith("jingjin_forms.programmes."):  # which the reader writes
            assert name in known.get(module, ()), f"{where}: from {module} import {name}"


@pytest.mark.parametrize(("module", "names"), modules().items())
def test_what_a_module_is_said_to_have_it_has(module: str, names: set[str]):
    assert names
    found = importlib.import_module(module)
    assert all(hasattr(found, name) for name in names)

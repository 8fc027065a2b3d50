"""Stubs (.pyi) for type checkers and editors: `python -m jingjin_forms.stubs [--check]`.

The public names are found when they are asked for, and a fact is given by label or English name, as
whatever its type reads; no type checker sees either. Beside each module that declares facts a stub
says it, and one beside the package says the public names. All are derived from the code.
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.catalog import list_forms
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.programme import programmes
from jingjin_forms.packets.application import Application
from jingjin_forms.stubs.module import stub_of
from jingjin_forms.stubs.public import public_stub

__all__ = ["PACKAGE", "rebuild", "stale", "stubs"]

PACKAGE = Path(__file__).parents[1]
"""The folder of this package."""


def stubs() -> dict[Path, str]:
    """Every stub there must be, with its text."""
    shipped = _shipped()
    made = [facts for facts in shipped if _is_constructed(facts, shipped)]
    declared = [facts for facts in shipped if facts in made or _has_own_fields(facts)]
    modules = dict.fromkeys(sys.modules[facts.__module__] for facts in declared)
    texts = {_path_of(module): stub_of(module, made) for module in modules}
    return {**texts, PACKAGE / "__init__.pyi": public_stub(PACKAGE)}


def stale() -> list[Path]:
    """The stubs that are missing, have fallen behind, or whose module declares no facts."""
    wanted = stubs()
    there = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.pyi")}
    return sorted(path for path in wanted.keys() | there if wanted.get(path) != there.get(path))


def rebuild() -> list[Path]:
    """Write the stubs that are stale."""
    wanted, paths = stubs(), stale()
    for path in paths:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return paths


def _shipped() -> list[type[Facts]]:
    """The classes of facts of this package, in the order of their names."""
    list_forms()
    for programme in programmes():
        programme.application_modules()
    found = {facts for facts in _subclasses(Facts) if _is_shipped(facts)}
    return sorted(found, key=lambda facts: (facts.__module__, facts.__name__))


def _subclasses(facts: type[Facts]) -> Iterator[type[Facts]]:
    for kind in facts.__subclasses__():
        yield kind
        yield from _subclasses(kind)


def _is_constructed(facts: type[Facts], shipped: list[type[Facts]]) -> bool:
    """Whether anyone makes one: a paper, an application, or part of one. The rest are bases."""
    if issubclass(facts, Form | Application):
        return facts in list_forms() or (bool(facts.model_fields) and facts is not Application)
    fields = (field for other in shipped for field in other.model_fields.values())
    return any(members(field)[0] is facts for field in fields)


def _has_own_fields(facts: type[Facts]) -> bool:
    return any(name in facts.model_fields for name in inspect.get_annotations(facts))


def _is_shipped(facts: type[Facts]) -> bool:
    """Whether the package declares it, and has not made it of somebody's Word file."""
    module = sys.modules.get(facts.__module__)
    declared = module is not None and vars(module).get(facts.__name__) is facts
    return declared and PACKAGE in _path_of_class(facts).parents


def _path_of_class(facts: type[Facts]) -> Path:
    return Path(getattr(sys.modules.get(facts.__module__), "__file__", None) or ".")


def _path_of(module: ModuleType) -> Path:
    return Path(str(module.__file__)).with_suffix(".pyi")

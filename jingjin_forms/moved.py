"""Modules that have moved: imported by their old names they work for a year, with a warning.

The version in which they moved, and from which the year counts, is 2026.1. Then this file goes, and
CHANGELOG says so.
"""

import importlib
import warnings
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_ROOT = __name__.rpartition(".")[0]
_VERSION = "2026.1"

# Old name → where its contents are now; the first that has a name gives it.
_MOVED: dict[str, tuple[str, ...]] = {
    "amount": ("values.amount", "values.uppercase"),
    "application": ("packets.application", "values.choice"),
    "blocks": ("values", "parts"),
    "blocks.budget": ("parts.budget",),
    "blocks.choice": ("values.choice",),
    "blocks.contact": ("parts.contact",),
    "blocks.numbering": ("values.numbering",),
    "blocks.photo": ("parts.photo",),
    "blocks.rescaling": ("parts.rescaling",),
    "blocks.school": ("parts.school",),
    "blocks.several": ("values.multiple_choice",),
    "blocks.text": ("values.text",),
    "catalog": ("forms.catalog",),
    "checking": ("checks",),
    "checking.finding": ("checks.finding", "checks.document"),
    "checking.kinds": ("checks.kinds",),
    "checking.reading": ("checks.reading",),
    "checking.rule": ("checks.rule", "checks.rules"),
    "describe": ("forms.describe",),
    "explain": ("facts.explain",),
    "facts_file": ("facts.facts_file",),
    "file_names": ("files.names",),
    "form": ("forms.form", "forms.loading"),
    "labels": ("facts.labels",),
    "packet": ("packets.packet", "packets.papers"),
    "packet_reading": ("packets.reading",),
    "roc": ("values.roc",),
    "skeleton": ("forms.skeleton", "packets.skeleton", "facts.fields"),
    "subsidies": ("programmes.active_teaching.subsidies",),
    "timespan": ("values.timespan",),
    "writing": ("files.writing",),
}
_PROGRAMMES = (
    "active_teaching",
    "common",
    "leader_workshop",
    "learning_community",
    "school_based",
)


# Old name of a class → its name now.
_RENAMED = {
    "Items": "Checklist",
    "Marks": "Answers",
    "NamedOnly": "Unpublished",
    "Several": "MultipleChoice",
    "Ticks": "TickMarks",
}


def _homes_of(name: str) -> tuple[str, ...]:
    """Where the contents of an old module are now; none where there was no such module."""
    if name in _MOVED:
        return _MOVED[name]
    first, _, rest = name.partition(".")
    programme, _, module = rest.partition(".")
    if first == "forms" and programme in _PROGRAMMES:
        return (f"programmes.{programme}.forms{'.' * bool(module)}{module}",)
    return ()


class _MovedModule:
    """Makes the module of an old name: whatever is asked of it is asked of the new ones."""

    def __init__(self, homes: Sequence[str]) -> None:
        self._homes = homes

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        homes = [importlib.import_module(f"{_ROOT}.{home}") for home in self._homes]
        places = "、".join(home.__name__ for home in homes)
        message = f"{module.__name__} 自 {_VERSION} 起移到 {places}，舊名保留一年。"
        warnings.warn(message, DeprecationWarning, stacklevel=2)

        def look_up(name: str) -> Any:
            for home in homes:
                for known in (name, _RENAMED.get(name, name)):
                    if hasattr(home, known):
                        return getattr(home, known)
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

        vars(module)["__getattr__"] = look_up


class MovedModules:
    """Finds them; Python asks it for what it finds nowhere else.

    Neither class has the base that `importlib.abc` offers: importing it takes longer than all of
    `import jingjin_forms`.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        root, _, name = fullname.partition(".")
        homes = _homes_of(name) if root == _ROOT else ()
        if not homes:
            return None
        loader: Any = _MovedModule(homes)
        return ModuleSpec(fullname, loader, is_package=True)

"""The invented blanks: every module of this package that has `FORMS`, a tuple of `MarkedForm`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import benchmarks.blanks as package
from benchmarks.blanks.marked import Truth, packed, unmarked_parts

Parts = Mapping[str, bytes]


def unchanged(parts: Parts) -> Parts:
    return parts


@dataclass(frozen=True)
class MarkedForm:
    """One invented form, as its author wrote it."""

    title: str
    maker: str
    """The program whose way of writing it has: Word, LibreOffice, WPS, Google Docs."""
    parts: Callable[[], Parts]
    """With marks."""
    finish: Callable[[Parts], Parts] = unchanged
    """What the program does to it after the marks are out; no paragraph may come or go."""

    def blank(self) -> tuple[bytes, tuple[Truth, ...]]:
        """The blank .docx and its truth."""
        parts, truths = unmarked_parts(self.parts())
        return packed(self.finish(parts)), truths


def forms() -> Iterator[tuple[str, MarkedForm]]:
    """All of them, each with the name of its module: `money`, `held_out.leave`."""
    start = f"{package.__name__}."
    found = pkgutil.walk_packages(package.__path__, start)
    for name in sorted(module.name for module in found):
        for form in getattr(importlib.import_module(name), "FORMS", ()):
            yield name.removeprefix(start), form

"""A programme: the folder that holds whatever one authority asks for.

    reading_club/
    ├── __init__.py       TITLE
    ├── source.py         DOCUMENTS: the official texts, each sentence once
    ├── forms/            a module each
    ├── rules.py          RULES (or a package)
    ├── application.py    what is handed in together
    └── edition_113.py    what another 學年度 changes, and nothing else

Ours lie in `jingjin_forms.programmes`; others are found in the folders that JINGJIN_FORMS names and
in packages with an entry point of the group `jingjin_forms.programmes`. They are equals.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import cast

from jingjin_forms.checks.document import Document
from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.kinds import Deadline, deadlines_among
from jingjin_forms.checks.rules import Rules
from jingjin_forms.errors import ProgrammeError
from jingjin_forms.files.resources import (
    is_file,
    is_folder,
    names_in,
    not_looked_at,
    resource_folder,
)
from jingjin_forms.forms.unpublished import Unpublished

GROUP = "jingjin_forms.programmes"
"""The group of entry points, and the package that ours are in."""

_SUFFIXES = {"template": ".docx", "sample": ".yaml"}
_form_file = re.compile(r"([^_.].*)\.py")
_edition_file = re.compile(r"edition_(\d{2,3})\.py")


@dataclass(frozen=True)
class Programme:
    """One programme."""

    name: str
    """The first part of its forms' keys: school_based."""
    package: str
    """What its modules are imported from."""
    folder: Path

    @cached_property
    def title(self) -> str:
        """What people call it: 花蓮縣 學校本位進修."""
        return str(getattr(imported(self.package), "TITLE", self.name))

    def is_called(self, name: str) -> bool:
        """Whether that is its name or, blanks aside, its title."""
        squeezed = "".join(name.split())
        return squeezed in (self.name, "".join(self.title.split()))

    @cached_property
    def modules(self) -> tuple[str, ...]:
        """The names of its forms' modules."""
        found = map(_form_file.fullmatch, names_in(self.folder / "forms"))
        return tuple(match[1] for match in found if match)

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """From the first text to the newest."""
        source, rules = self._module("source"), self._module("rules")
        documents = tuple(getattr(source, "DOCUMENTS", ()))
        found = [Edition(documents, Rules(getattr(rules, "RULES", ())), "")]
        for year in self._later_years:
            found.append(self._next_edition(found, imported(self._edition_module(year))))
        return tuple(found)

    @cached_property
    def unpublished(self) -> tuple[Unpublished, ...]:
        """The papers that its texts only name."""
        return tuple(getattr(self._module("source"), "UNPUBLISHED", ()))

    def application_modules(self) -> list[ModuleType]:
        """Where its applications are defined: in one module, and in those of its editions."""
        modules = [self._module("application")]
        modules += [imported(edition.module) for edition in self.editions if edition.module]
        return [module for module in modules if module is not None]

    def file(self, kind: str, form: str, first_year: int | None) -> Path:
        """The template or sample (`kind`) of a form by the name of its module, for the edition that
        began in a year: its own where there is one (club_budget.113.docx), else the one before."""
        suffix = _SUFFIXES[kind]
        folder = resource_folder(f"{kind}s", self.name, self.folder.parent)
        years = [year for year in self._later_years if year <= (first_year or 0)]
        for year in reversed(years):
            if is_file(own := folder / f"{form}.{year}{suffix}"):
                return own
        return folder / f"{form}{suffix}"

    @cached_property
    def _later_years(self) -> tuple[int, ...]:
        found = map(_edition_file.fullmatch, names_in(self.folder))
        return tuple(sorted(int(match[1]) for match in found if match))

    def _edition_module(self, year: int) -> str:
        return f"{self.package}.edition_{year}"

    def _next_edition(self, earlier: list[Edition], module: ModuleType) -> Edition:
        """What a module says, and of all else what the edition before has."""
        before = earlier[-1]
        own = cast(tuple[Document, ...], tuple(getattr(module, "DOCUMENTS", ())))
        revised = [document.revises for document in own]
        kept = (document for document in before.documents if document not in revised)
        rules = Rules(getattr(module, "RULES", before.rules))
        # A day that the text names is the day of its year: it does not pass on to the next.
        dues = [due for edition in earlier for due in deadlines_among(edition.rules)]
        passed = {due.last for due in dues if not callable(due.last)}
        now = [r for r in rules if not (isinstance(r, Deadline) and r.last in passed)]
        edition = Edition((*own, *kept), Rules(), module.__name__)
        return replace(edition, rules=edition.restated(now))

    def _module(self, name: str) -> ModuleType | None:
        module = f"{self.package}.{name}"
        return imported(module) if _spec(module) else None


def imported(module: str) -> ModuleType:
    """A module of a programme. Raises FileProblemError where its file cannot be read."""
    try:
        return import_module(module)
    except OSError as error:
        raise not_looked_at(error.filename or module, error) from None


def programmes() -> tuple[Programme, ...]:
    """Every programme there is, by name. Raises ProgrammeError where two have one name."""
    return _programmes(tuple(import_module(GROUP).__path__))


@cache
def _programmes(roots: tuple[str, ...]) -> tuple[Programme, ...]:
    found: dict[str, Programme] = {}
    for programme in (*_in_folders(roots), *_in_packages()):
        other = found.setdefault(programme.name, programme)
        if other.folder != programme.folder:
            raise ProgrammeError(
                f"有兩個計畫都叫「{programme.name}」：{other.folder} 與 {programme.folder}；"
                "請把其中一個的資料夾改名。"
            )
    return tuple(found[name] for name in sorted(found))


def _in_folders(roots: tuple[str, ...]) -> list[Programme]:
    return [
        Programme(name, f"{GROUP}.{name}", Path(root, name))
        for root in roots
        for name in names_in(Path(root))
        if not name.startswith("_") and _is_programme(Path(root, name))
    ]


def _is_programme(folder: Path) -> bool:
    has_any = is_folder(folder / "forms") or is_file(folder / "source.py")
    return has_any and is_file(folder / "__init__.py")


def _in_packages() -> list[Programme]:
    found: list[Programme] = []
    try:
        declared = entry_points(group=GROUP)
    except OSError as error:
        raise not_looked_at(error.filename or GROUP, error) from None
    for entry in declared:
        programme = _in_package(entry.value)
        if programme is None:
            raise ProgrammeError(
                f"套件宣告的計畫「{entry.name} = {entry.value}」匯入不到；請重新安裝那個套件。"
            )
        found.append(programme)
    return found


def _spec(module: str) -> ModuleSpec | None:
    try:
        return find_spec(module)
    except OSError as error:
        raise not_looked_at(error.filename or module, error) from None


def _in_package(package: str) -> Programme | None:
    try:
        spec = _spec(package)
    except ModuleNotFoundError:
        spec = None
    if spec is None or not spec.submodule_search_locations:
        return None
    return Programme(package.rpartition(".")[2], package, Path(spec.submodule_search_locations[0]))


def programme_of(package: str) -> Programme | None:
    """The programme whose modules are imported from this package, found or not by `programmes`."""
    return _programme_of(package, tuple(import_module(GROUP).__path__))


@cache
def _programme_of(package: str, roots: tuple[str, ...]) -> Programme | None:
    ours = next((p for p in _in_folders(roots) if p.package == package), None)
    return ours or _in_package(package)

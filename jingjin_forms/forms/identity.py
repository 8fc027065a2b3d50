"""Which official paper a form class is: its key, its programme and edition, its files.

A class in a programme's `forms/` follows its programme from edition to edition. Where one changes
the form itself, its module holds a subclass, and papers of that year and the next are of that
class. A subclass anywhere else is a variant: whatever it does not change it has from its base.
"""

import re
import sys
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Self, cast

from jingjin_forms.checks import Edition, Rules
from jingjin_forms.checks.edition import edition_for
from jingjin_forms.checks.paper_year import BY_SCHOOL_YEAR, PaperYear
from jingjin_forms.errors import ProgrammeError
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import once_per_class
from jingjin_forms.forms.programme import Programme, imported, programme_of
from jingjin_forms.values.numbering import chinese_number

FORM_KEY = "表件"
"""The key in a facts file that names the form its facts are for."""

_OURS = __name__.partition(".")[0]  # whose `forms` are this package, not a programme's
_LONGEST_NAME = 200
_UNSPOKEN = re.compile(r"[()]|(?<![0-9])[-–—]|[-–—](?![0-9])")
_ANNEX = re.compile("附件([1-9][0-9]?)(?![0-9])")
_module_of_a_form = re.compile(r"(.+)\.forms\.(\w+)")
_module_of_an_edition = re.compile(r"(.+)\.edition_\d+")


class _EditionOfProgramme:
    """The edition of a class that names none: the newest whose papers are of this class."""

    def __get__(self, form: object, owner: "type[Identified]") -> Edition | None:
        editions = own_editions(owner)
        return editions[-1] if editions else None


class _RulesOfEdition:
    """The rules of a class that has none of its own: those of its edition."""

    def __get__(self, form: object, owner: "type[Identified]") -> Rules:
        return rules_for(owner, owner.edition)


_EDITION, _RULES = _EditionOfProgramme(), _RulesOfEdition()


class Identified(Facts):
    """What a form class says of itself; each attribute is inherited and may be changed alone."""

    title: ClassVar[str]
    """The title as printed, e.g. 經費概算表."""
    annex: ClassVar[str] = ""
    """The number it has among its programme's papers, e.g. 附件九. Changes from year to year."""
    programme: ClassVar[str] = ""
    """Who asks for it, e.g. 花蓮縣 學校本位進修."""
    key: ClassVar[str] = ""
    """`programme/module`, as in school_based/budget_estimate."""
    package: ClassVar[str] = ""
    """What the modules of its programme are imported from."""
    template_file: ClassVar[str | Path] = ""
    """A Word template of its own, from the folder of the class's module; else that of its key."""
    sample_file: ClassVar[str | Path] = ""
    """A sample of its own, found as the template is."""
    paper_year: ClassVar[PaperYear] = BY_SCHOOL_YEAR
    """The fact that says which edition a paper falls under, where it has such a fact."""
    edition: ClassVar[Edition | None] = cast("Edition | None", _EDITION)
    """The texts it follows, where the paper's 學年度 does not say otherwise."""
    rules: ClassVar[Rules] = cast(Rules, _RULES)
    """What it is held against; `BudgetEstimate.rules.without("A05")` makes others of them."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        found = _module_of_a_form.fullmatch(cls.__module__)
        if found and found[1] != _OURS and cls.__name__ == class_name(found[2]):
            cls.package = found[1]
            cls.key = f"{found[1].rpartition('.')[2]}/{found[2]}"
        elif not cls.key:
            cls.key = f"{cls.__module__}/{cls.__name__}"
        if (programme := cls.home()) is not None:
            cls.programme = programme.title

    @classmethod
    def home(cls) -> Programme | None:
        """The programme it belongs to; None for a class of one's own that varies no form."""
        return programme_of(cls.package) if cls.package else None

    @classmethod
    def module_name(cls) -> str:
        """The last part of its key, by which rules and packets call it: budget_estimate."""
        return cls.key.rpartition("/")[2]

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Whatever the form may be called by; other forms may share all but the key."""
        names = [cls.key, cls.title, cls.__name__, cls.module_name()]
        return (*names, cls.annex, f"{cls.annex} {cls.title}") if cls.annex else tuple(names)

    @classmethod
    def says_its_year(cls) -> bool:
        """Whether its papers have a fact for it."""
        return cls.paper_year.name in cls.model_fields

    @classmethod
    def is_called(cls, name: str) -> bool:
        """Whether facts that name this form are for it: 附件8 is 附件八."""
        said = spoken(name)
        return name == cls.module_name() or said in map(spoken, cls.names())

    @classmethod
    def has_sample(cls) -> bool:
        """Whether there is a file with filled facts."""
        return True

    @classmethod
    def template_path(cls) -> Path:
        """The Word template; it may be opened and changed in Word. Raises ProgrammeError."""
        return _file(cls, "template", cls.edition)

    @classmethod
    def sample_path(cls) -> Path:
        """Filled facts with invented people. Raises ProgrammeError."""
        return _file(cls, "sample", cls.edition)

    @classmethod
    def for_facts(cls, facts: Mapping[Any, Any]) -> type[Self]:
        """The class for a paper with these facts, by the 學年度 among them: this one or, where an
        edition changes the form, that edition's."""
        pairs = _classes_by_edition(cls)
        if len({found for _, found in pairs}) < 2 or cls is not first_class(cls):
            return cls
        editions = tuple(edition for edition, _ in pairs)
        edition = edition_for(editions, cls.paper_year.school_year_in(facts), None)
        found = next(found for known, found in pairs if known is edition)
        return cast(type[Self], found)  # a subclass of the first class, which this one is


def spoken(name: str) -> str:
    """A name without what nobody says: blanks, brackets, hyphens but those between figures, capital
    letters; the number of an annex in Chinese."""
    plain = unicodedata.normalize("NFKC", name[:_LONGEST_NAME]).casefold()
    plain = _UNSPOKEN.sub("", "".join(plain.split()))
    return _ANNEX.sub(lambda found: f"附件{chinese_number(int(found[1]))}", plain)


def class_name(module: str) -> str:
    """The name of the form class in a module: budget_estimate holds BudgetEstimate."""
    return "".join(word.capitalize() for word in module.split("_"))


def editions_of(form: type[Identified]) -> tuple[Edition, ...]:
    """The editions that a form may be asked for in: all of them for a programme's form, those whose
    papers are of this class for that of an edition."""
    if form is not first_class(form):
        return own_editions(form)
    return tuple(edition for edition, _ in _classes_by_edition(form))


def classes_of(form: type[Facts]) -> tuple[type[Facts], ...]:
    """The class itself and, for a programme's form, those that later editions make of it."""
    if not issubclass(form, Identified) or form is not first_class(form):
        return (form,)
    return tuple(dict.fromkeys((form, *(found for _, found in _classes_by_edition(form)))))


@once_per_class
def own_editions(form: type[Identified]) -> tuple[Edition, ...]:
    """The editions whose papers are of this class, from the oldest text to the newest."""
    return tuple(edition for edition, found in _classes_by_edition(form) if found is form)


def edition_of(form: type[Identified], school_year: int | None, on: date | None) -> Edition | None:
    """The edition for a paper of this class; None for one that belongs to no programme."""
    if _declared(form, "edition") is not _EDITION:
        return form.edition
    own = own_editions(form)
    return edition_for(own, school_year, on) if own else None


def has_own_rules(form: type[Identified]) -> bool:
    """Whether the class, or one it varies, says itself what it is held against."""
    return _declared(form, "rules") is not _RULES


@once_per_class
def rules_for(form: type[Identified], edition: Edition | None) -> Rules:
    """The rules of an edition for a form."""
    return Rules() if edition is None else edition.rules.for_form(form.module_name())


@once_per_class
def template_of(form: type[Identified], edition: Edition | None) -> Path:
    """The template for papers of this edition. Raises ProgrammeError."""
    return _file(form, "template", edition)


def sample_of(form: type[Identified], edition: Edition | None) -> Path:
    """The sample for papers of this edition, or of one before it. Raises ProgrammeError."""
    return _file(form, "sample", edition)


@once_per_class
def _declared(form: type[Identified], name: str) -> object:
    """A class attribute as it was written, by whichever base wrote it last."""
    return next(vars(base)[name] for base in form.__mro__ if name in vars(base))


def _file(form: type[Identified], kind: str, edition: Edition | None) -> Path:
    attribute = f"{kind}_file"
    if own := getattr(form, attribute):
        owner = next(base for base in form.__mro__ if attribute in vars(base))
        module = sys.modules.get(owner.__module__)
        return Path(getattr(module, "__file__", None) or "").parent / own
    programme = form.home()
    if programme is None:
        raise ProgrammeError(
            f"表件類別 {form.__name__} 不屬於任何計畫，沒有現成的檔案；"
            f'請在類別裡寫 {attribute} = "檔名"。'
        )
    return programme.file(kind, form.module_name(), _year_of_files(form, edition))


def _year_of_files(form: type[Identified], edition: Edition | None) -> int | None:
    """When the newest edition began, up to this one, whose papers are of this class or of one that
    it varies: a variant of the 112 form has the labels of 112, and its template."""
    year = (edition and edition.first_year) or 0
    pairs = _classes_by_edition(first_class(form))
    begun = [e.first_year for e, kind in pairs if issubclass(form, kind)]
    return next((found for found in reversed(begun) if found is not None and found <= year), None)


@once_per_class
def first_class(form: type[Identified]) -> type[Identified]:
    """The class in the module that the key names: what an edition's class, or a variant, is of."""
    for base in form.__mro__:
        found = _module_of_a_form.fullmatch(base.__module__)
        if found and found[1] != _OURS and base.__name__ == class_name(found[2]):
            return cast("type[Identified]", base)
    return form


@once_per_class
def _classes_by_edition(form: type[Identified]) -> tuple[tuple[Edition, type[Identified]], ...]:
    """Every edition of its programme, each with the class that its papers are of.

    For a variant of one's own that is always itself.
    """
    programme, first = form.home(), first_class(form)
    if programme is None:
        return ()
    is_official = form is first or _module_of_an_edition.fullmatch(form.__module__)
    found: list[tuple[Edition, type[Identified]]] = []
    now = first if is_official else form
    for edition in programme.editions:
        if is_official:
            now = _class_in(edition.module, form.key) or now
        found.append((edition, now))
    return tuple(found)


def _class_in(module: str, key: str) -> type[Identified] | None:
    """The form class of this key that an edition's module defines."""
    members = vars(imported(module)).values() if module else ()
    for member in members:
        is_its_own = isinstance(member, type) and member.__module__ == module
        if is_its_own and issubclass(member, Identified) and member.key == key:
            return member
    return None

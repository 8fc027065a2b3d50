"""An application: which papers a clause asks for, and the facts they share.

A programme's applications are classes in `jingjin_forms.programmes.<programme>.application`.
Their facts are those of their forms, each given once under its printed label, and a few that no
form prints but the clauses ask about: how the 必修課程 is held, whether there is a sea between.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, ClassVar

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.paper_year import BY_SCHOOL_YEAR, PaperYear
from jingjin_forms.errors import FormNotFoundError, shortened
from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import FORM_KEY, Form
from jingjin_forms.forms.listing import list_forms
from jingjin_forms.forms.programme import Programme, imported, programme_of, programmes
from jingjin_forms.values.choice import YesNo

PACKET_KEY = "送件"
"""The key in a facts file that names the application its facts are for."""


def always(_: Any) -> bool:
    """The condition of a paper that every application needs."""
    return True


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One way in which a clause has a paper handed in; a paper may go two ways."""

    how: str
    """紙本, 上傳, 光碟."""
    copies: str = ""
    """How many and how bound, as the clause says it: 1式1份，裝訂成冊."""
    to: str = ""
    """Who receives it, or where it is uploaded."""
    clause: Clause | None = None
    """The sentence that says so, where it is another than the paper's."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper that a clause asks for."""

    title: str
    """As the clause calls it."""
    clause: Clause
    form: str | type[Form] = ""
    """The form it is made with, by its key or class; empty for a paper that the school brings."""
    name: str = "{學校}_{文件}"
    """The name of its file, without suffix: {學校} is the short name, {文件} the title; also
    {學年度}, {社群}, and {修正版}, which is 「_修正版」 or nothing."""
    seals: str = ""
    """Who seals it."""
    deliveries: tuple[Delivery, ...] = ()
    """How it is handed in: a row of the 送件清單 each. None where the text does not say."""
    rows: str = ""
    """The label of the list of which each row is one such paper; empty where there is one."""
    optional: bool = False
    """Whether nothing is missing while its list has no rows: the text offers it as a help."""
    needed: Callable[[Any], bool] = always
    """Whether an application with these facts needs it."""
    rule: str = ""
    """The number of the rule that asks for it."""
    severity: Severity = Severity.ERROR
    """How much it weighs when it is missing."""


class Application(Facts):
    """Base of all applications: only the facts that no form prints are its fields."""

    title: ClassVar[str]
    """As `jingjin packet` calls it, e.g. 學校本位進修 送審."""
    stage: ClassVar[str] = "application"
    """What is handed in: application before, results after the event."""
    key: ClassVar[str] = ""
    """`programme/stage`, as in school_based/application."""
    papers: ClassVar[tuple[Paper, ...]] = ()
    package: ClassVar[str] = ""
    """What the modules of its programme are imported from."""
    paper_year: ClassVar[PaperYear] = BY_SCHOOL_YEAR
    """The fact by which its papers say their year."""
    row_labels: ClassVar[dict[str, str]] = {}
    """What a row may give besides the facts of its form, each label under itself."""

    revised: YesNo | None = label("修正版", None, hint="審核後修正再送者填「是」")
    own_papers: dict[str, str] = label("自備", dict, hint="自備文件的檔案：文件名稱 → 路徑")

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.package = cls.__module__.rpartition(".")[0]
        cls.key = f"{cls.package.rpartition('.')[2]}/{cls.stage}"

    @classmethod
    def home(cls) -> Programme | None:
        """The programme it belongs to."""
        return programme_of(cls.package)

    @property
    def is_revised(self) -> bool:
        """Whether it is handed in again, mended after the review."""
        return self.revised is YesNo.YES

    def row_facts(self, paper: Paper, row: Mapping[Any, Any], shared: Any) -> Mapping[Any, Any]:
        """The facts of one row's paper; an application may add what it knows of it.

        Raises FactsError for a row that does not fit the rest.
        """
        return row

    @classmethod
    def rows_begun(cls, facts: Mapping[Any, Any]) -> dict[str, list[dict[str, str]]]:
        """The rows with which a facts file begins that takes over these facts, by the label of
        their list; an application may know some."""
        return {}

    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        """The facts of a paper's form; an application may add what follows from its own."""
        return facts


def list_applications() -> list[type[Application]]:
    """Every application as its programme's first text has it, programme by programme."""
    return [
        application
        for programme in programmes()
        for module in programme.application_modules()[:1]
        for application in _in_module(module)
    ]


def _in_module(module: ModuleType) -> list[type[Application]]:
    return [
        member
        for member in vars(module).values()
        if isinstance(member, type)
        and issubclass(member, Application)
        and member.__module__ == module.__name__
    ]


def is_application(name: str) -> bool:
    """Whether an application has this key or title."""
    return any(name.strip() in (a.key, a.title) for a in list_applications())


def application_named(name: str) -> type[Application] | None:
    """The application that a name means: also a programme's, by its name alone, is what is applied
    for first. None where it is no application."""
    if is_application(name):
        return get_application(name)
    found = (a for a in list_applications() if (home := a.home()) and home.is_called(name))
    return next(found, None)


def get_application(name: str | type[Application]) -> type[Application]:
    """The application with this key (school_based/application) or title; a class as it is.

    Raises FormNotFoundError naming all there are.
    """
    if isinstance(name, type):
        return name
    for application in list_applications():
        if name.strip() in (application.key, application.title):
            return application
    known = "、".join(f"{a.key}（{a.title}）" for a in list_applications())
    form = next((form for form in list_forms() if name.strip() in (form.key, form.title)), None)
    also = f"「{form.title}」是一張表件，要寫成 {FORM_KEY}: {form.key}；送件" if form else ""
    raise FormNotFoundError(f"沒有「{shortened(name)}」這種送件；{also}有：{known}。")


def application_of_year(kind: type[Application], school_year: int | None) -> type[Application]:
    """What the text of a 學年度 makes of an application: the class itself, or an edition's; the
    newest where the facts do not say their year."""
    programme = kind.home()
    if programme is None:
        return kind
    for edition in reversed(programme.editions):
        begins = edition.first_year or 0
        if not edition.module or (school_year is not None and begins > school_year):
            continue
        for other in _in_module(imported(edition.module)):
            if issubclass(other, kind) and other.stage == kind.stage:
                return other
    return kind

# Written by `python -m jingjin_forms.stubs`; change application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from jingjin_forms.checks.finding import Clause
from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.paper_year import PaperYear
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.programme import Programme
from jingjin_forms.values.choice import YesNo
from typing import Any
from typing import ClassVar

PACKET_KEY = '送件'
def always(_: Any) -> bool: ...

@dataclass(frozen=True, kw_only=True)
class Delivery:
    how: str
    copies: str = ''
    to: str = ''
    clause: Clause | None = None

@dataclass(frozen=True, kw_only=True)
class Paper:
    title: str
    clause: Clause
    form: str | type[Form] = ''
    name: str = '{學校}_{文件}'
    seals: str = ''
    deliveries: tuple[Delivery, ...] = ()
    rows: str = ''
    optional: bool = False
    needed: Callable[[Any], bool] = always
    rule: str = ''
    severity: Severity = Severity.ERROR

class Application(Facts):
    title: ClassVar[str]
    stage: ClassVar[str]
    key: ClassVar[str]
    papers: ClassVar[tuple[Paper, ...]]
    package: ClassVar[str]
    paper_year: ClassVar[PaperYear]
    row_labels: ClassVar[dict[str, str]]
    @property
    def revised(self) -> YesNo | None:
        """修正版：審核後修正再送者填「是」"""
    @revised.setter
    def revised(self, value: YesNo | str | None) -> None: ...
    @property
    def own_papers(self) -> dict[str, str]:
        """自備：自備文件的檔案：文件名稱 → 路徑"""
    @own_papers.setter
    def own_papers(self, value: Mapping[str, AnyText] | None) -> None: ...
    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        ...
    @classmethod
    def home(cls) -> Programme | None:
        ...
    @property
    def is_revised(self) -> bool:
        ...
    def row_facts(self, paper: Paper, row: Mapping[Any, Any], shared: Any) -> Mapping[Any, Any]:
        ...
    @classmethod
    def rows_begun(cls, facts: Mapping[Any, Any]) -> dict[str, list[dict[str, str]]]:
        ...
    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        ...
def list_applications() -> list[type[Application]]: ...
def is_application(name: str) -> bool: ...
def application_named(name: str) -> type[Application] | None: ...
def get_application(name: str | type[Application]) -> type[Application]: ...
def application_of_year(kind: type[Application], school_year: int | None) -> type[Application]: ...

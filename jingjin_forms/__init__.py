"""Taiwan's official school-grant forms (精進教學計畫 and its relatives) as finished Word files.

>>> from jingjin_forms import BudgetEstimate, BudgetLine
>>> budget = BudgetEstimate(
...     school="花蓮縣宜昌國小", plan_name="素養導向教學工作坊", miscellaneous=360,
...     lines=[BudgetLine(item="講師費", unit_price=1000, quantity=6)],
... )
>>> budget.total_uppercase
'陸仟參佰陸拾元整'
"""

import sys
import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

    from jingjin_forms.adopting import Adoption, Blank, adopt
    from jingjin_forms.batch import BatchReport, fill_many
    from jingjin_forms.checks import Clause, Document, Finding, Findings, Rules, Severity
    from jingjin_forms.errors import (
        AmountError,
        DateError,
        FactsError,
        FileProblemError,
        FillError,
        FormNotFoundError,
        JingjinError,
        LayoutError,
        Problem,
        ProblemsError,
        ProgrammeError,
        ReadingError,
        RuleNotFoundError,
        SubsidyError,
        TemplateError,
    )
    from jingjin_forms.facts import Facts, explained, label, printed
    from jingjin_forms.forms.catalog import get_form, list_forms
    from jingjin_forms.forms.form import Form
    from jingjin_forms.forms.loading import load
    from jingjin_forms.forms.tagged.form import form_of
    from jingjin_forms.packets.packet import Packet
    from jingjin_forms.packets.reading import load_packet
    from jingjin_forms.parts import BudgetLine, BudgetTable, Contact, School
    from jingjin_forms.programmes.active_teaching.subsidies import Subsidy, subsidy, subsidy_rate
    from jingjin_forms.reading import Reading, read_document
    from jingjin_forms.tables import read_table, write_roster
    from jingjin_forms.values import Choice
    from jingjin_forms.values.amount import Money, Quantity
    from jingjin_forms.values.roc import (
        RocDate,
        RocPeriod,
        SchoolYear,
        format_roc_date,
        parse_roc_date,
    )
    from jingjin_forms.values.uppercase import parse_uppercase_amount, uppercase_amount
    from jingjin_forms.word import CompiledTemplate, Picture, compile_template

__all__ = [
    "Adoption",
    "AmountError",
    "BatchReport",
    "Blank",
    "BudgetLine",
    "BudgetTable",
    "Choice",
    "Clause",
    "CompiledTemplate",
    "Contact",
    "DateError",
    "Document",
    "Facts",
    "FactsError",
    "FileProblemError",
    "FillError",
    "Finding",
    "Findings",
    "Form",
    "FormNotFoundError",
    "JingjinError",
    "LayoutError",
    "Money",
    "Packet",
    "Picture",
    "Problem",
    "ProblemsError",
    "ProgrammeError",
    "Quantity",
    "Reading",
    "ReadingError",
    "RocDate",
    "RocPeriod",
    "RuleNotFoundError",
    "Rules",
    "School",
    "SchoolYear",
    "Severity",
    "Subsidy",
    "SubsidyError",
    "TemplateError",
    "adopt",
    "compile_template",
    "explained",
    "fill_many",
    "form_of",
    "format_roc_date",
    "get_form",
    "label",
    "list_forms",
    "load",
    "load_packet",
    "parse_roc_date",
    "parse_uppercase_amount",
    "printed",
    "read_document",
    "read_table",
    "subsidy",
    "subsidy_rate",
    "uppercase_amount",
    "write_roster",
]

# Where each name lives. A script that only needs an amount in words then loads neither pydantic's
# models nor docxtpl; a test holds this table, `__all__` and the imports above together.
_HOMES = {
    "values.amount": ("Money", "Quantity"),
    "values.uppercase": ("parse_uppercase_amount", "uppercase_amount"),
    "adopting": ("Adoption", "Blank", "adopt"),  # the package is not called as the function is
    "batch": ("BatchReport", "fill_many"),
    "checks": ("Clause", "Document", "Finding", "Findings", "Rules", "Severity"),
    "errors": (
        "AmountError",
        "DateError",
        "FactsError",
        "FileProblemError",
        "FillError",
        "FormNotFoundError",
        "JingjinError",
        "LayoutError",
        "Problem",
        "ProblemsError",
        "ProgrammeError",
        "ReadingError",
        "RuleNotFoundError",
        "SubsidyError",
        "TemplateError",
    ),
    "facts": ("Facts", "explained", "label", "printed"),
    "forms.catalog": ("get_form", "list_forms"),
    "forms.form": ("Form",),
    "forms.loading": ("load",),
    "forms.tagged.form": ("form_of",),
    "packets.packet": ("Packet",),
    "packets.reading": ("load_packet",),
    "parts": ("BudgetLine", "BudgetTable", "Contact", "School"),
    "programmes.active_teaching.subsidies": ("Subsidy", "subsidy", "subsidy_rate"),
    "values": ("Choice",),
    "values.roc": ("RocDate", "RocPeriod", "SchoolYear", "format_roc_date", "parse_roc_date"),
    "reading": ("Reading", "read_document"),
    "tables": ("read_table", "write_roster"),
    "word": ("CompiledTemplate", "Picture", "compile_template"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


# Public names that have changed: old name → new name and the version of the change. For a year the
# old one still works and says what to write instead; then the line goes, and CHANGELOG says so.
_RENAMED: dict[str, tuple[str, str]] = {}


class _MovedModules:
    """Finds modules by their old names; Python asks it for what it finds nowhere else."""

    @staticmethod
    def find_spec(fullname: str, path: object, target: object = None) -> "ModuleSpec | None":
        if not fullname.startswith(f"{__name__}."):
            return None
        from jingjin_forms.moved import spec_of

        return spec_of(fullname)


sys.meta_path.append(_MovedModules)


def __getattr__(name: str) -> Any:
    """The public names, and every form by its class name (`BudgetEstimate`), when asked for."""
    if name in _RENAMED:
        new, version = _RENAMED[name]
        message = f"{name} 自 {version} 起改名為 {new}，舊名保留一年。"
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        return getattr(import_module(__name__), new)
    if name in _HOME_OF:
        return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    if name[:1].isupper():
        from jingjin_forms.forms.catalog import find_class

        if (form := find_class(name)) is not None:
            return form
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    from jingjin_forms.forms.catalog import class_names

    return sorted([*globals(), *__all__, *class_names()])

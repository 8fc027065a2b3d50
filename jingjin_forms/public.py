"""The public names and where each lives. A test holds docs/public.md to them, both ways.

Nothing here is loaded before it is asked for: a script that only needs an amount in words loads
neither pydantic's models nor docxtpl. Type checkers read `__init__.pyi`, which is made from this.
"""

HOMES = {
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
    "forms.read_back": ("read_document",),
    "forms.tagged.form": ("form_of",),
    "packets.packet": ("Packet",),
    "packets.reading": ("load_packet",),
    "packets.rescaling": ("rescale_facts",),
    "packets.starting": ("new_facts",),
    "parts": ("BudgetLine", "BudgetTable", "Contact", "School"),
    "programmes.active_teaching.subsidies": ("Subsidy", "subsidy", "subsidy_rate"),
    "values": ("Choice",),
    "values.roc": ("RocDate", "RocPeriod", "SchoolYear", "format_roc_date", "parse_roc_date"),
    "reading": ("Reading",),
    "tables": ("read_table", "write_roster"),
    "word": ("CompiledTemplate", "Picture", "compile_template"),
}
"""Module → what is public of it."""

HOME_OF = {name: f"jingjin_forms.{home}" for home, names in HOMES.items() for name in names}
"""Each of these names with its module."""

_DISTRIBUTION = "jingjin-forms"


def all_names() -> list[str]:
    """Every public name: these, and each form's class where no other form is called so."""
    from jingjin_forms.forms.catalog import class_names

    forms = class_names()
    return sorted({*HOME_OF, *(name for name in forms if forms.count(name) == 1)})


def version() -> str:
    """The version that is installed; of a checkout that is not, the one it says of itself."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed(_DISTRIBUTION)
    except PackageNotFoundError:
        import tomllib
        from pathlib import Path

        project = Path(__file__).parents[1] / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])

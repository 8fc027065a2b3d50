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

from jingjin_forms.public import HOME_OF

TYPE_CHECKING = False  # type checkers know the name; importing `typing` takes as long as all else
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from typing import Any


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


_ASKED_FOR = {"__all__": "all_names", "__version__": "version"}
"""What is worked out when it is asked for, by the functions of `jingjin_forms.public`."""


def __getattr__(name: str) -> "Any":
    """The public names, and every form by its class name (`BudgetEstimate`), when asked for."""
    if name in _RENAMED:
        new, version = _RENAMED[name]
        message = f"{name} 自 {version} 起改名為 {new}，舊名保留一年。"
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        return getattr(import_module(__name__), new)
    if name in HOME_OF:
        return getattr(import_module(HOME_OF[name]), name)
    if name in _ASKED_FOR:
        return getattr(import_module(f"{__name__}.public"), _ASKED_FOR[name])()
    if name[:1].isupper():
        from jingjin_forms.forms.catalog import find_class

        if (form := find_class(name)) is not None:
            return form
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message, name=name, obj=sys.modules[__name__])  # Python says the nearest


def __dir__() -> list[str]:
    from jingjin_forms.public import all_names

    return sorted({*globals(), *all_names(), *_ASKED_FOR})

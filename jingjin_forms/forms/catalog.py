"""The forms there are. Nothing registers them: they are the modules on disk.

One module under a programme's `forms/` is one form; its class is the module's name in capitals
(`budget_estimate.py`, `BudgetEstimate`), its key `school_based/budget_estimate`.
"""

from os import PathLike

from jingjin_forms.errors import FormNotFoundError, shortened
from jingjin_forms.files.handed import StrPath
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import class_name
from jingjin_forms.forms.listing import class_in, form_modules, list_forms
from jingjin_forms.forms.named import form_named, keys, squeezed, unpublished
from jingjin_forms.forms.paths import is_path
from jingjin_forms.forms.programme import Programme, programmes

__all__ = [
    "class_names",
    "find_class",
    "get_form",
    "get_programme",
    "is_path",
    "keys",
    "list_forms",
    "unpublished",
]


def get_form(name: StrPath | type[Form]) -> type[Form]:
    """The form with this key (`school_based/budget_estimate`) or printed title (經費概算表); for a
    path to a .docx or .odt the form that this tagged file is.

    Also by annex and title (附件九 成果檢核表), by annex, by class name or the last part of its key
    (budget_estimate). Blanks do not count. A class is taken as it is. Raises FormNotFoundError,
    with the nearest names, when there is none or more than one.
    """
    if isinstance(name, type):
        if issubclass(name, Form):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
            return name
        raise _no_form(name)
    if not isinstance(name, str | PathLike):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise _no_form(name)
    if is_path(name):
        # Imported here: only those who have such a file pay for what reads Word files.
        from jingjin_forms.forms.tagged.form import form_of

        return form_of(name)
    return form_named(str(name))


def _no_form(given: object) -> FormNotFoundError:
    wanted = "表件要給類別、代號、表名，或打好標籤的 .docx、.odt 的路徑"
    return FormNotFoundError(f"{wanted}，不能是「{shortened(given)}」。")


def get_programme(name: str) -> Programme:
    """The programme by its name (school_based) or its title (花蓮縣 學校本位進修).

    Raises FormNotFoundError naming all there are.
    """
    for programme in programmes():
        if squeezed(name) in (programme.name, squeezed(programme.title)):
            return programme
    known = "、".join(f"{p.name}（{p.title}）" for p in programmes())
    raise FormNotFoundError(f"沒有「{shortened(name)}」這個計畫；有：{known}。")


def class_names() -> list[str]:
    """The class name of every form."""
    return [class_name(module) for _, module in form_modules()]


def find_class(name: str) -> type[Form] | None:
    """The form class of this name, None when no form has it.

    Raises AttributeError (this is what `jingjin_forms.BudgetEstimate` asks) when several have it.
    """
    found = [
        (programme, module) for programme, module in form_modules() if class_name(module) == name
    ]
    if len(found) > 1:
        listed = "、".join(f"{programme.name}/{module}" for programme, module in found)
        raise AttributeError(f"「{name}」不只一張表件：{listed}；請用 get_form(代號)。")
    return class_in(*found[0]) if found else None

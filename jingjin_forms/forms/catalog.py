"""The forms there are. Nothing registers them: they are the modules on disk.

One module under a programme's `forms/` is one form; its class is the module's name in capitals
(`budget_estimate.py`, `BudgetEstimate`), its key `school_based/budget_estimate`.
"""

import difflib
from os import PathLike, fspath

from jingjin_forms.errors import FormNotFoundError, shortened
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import class_name
from jingjin_forms.forms.listing import class_in, form_modules, list_forms
from jingjin_forms.forms.programme import Programme, programmes
from jingjin_forms.forms.tagged.form import form_of
from jingjin_forms.forms.unpublished import Unpublished

__all__ = [
    "class_names",
    "find_class",
    "get_form",
    "get_programme",
    "keys",
    "list_forms",
    "unpublished",
]


def keys() -> list[str]:
    """The key of every form, programme by programme."""
    return [f"{programme.name}/{name}" for programme, name in form_modules()]


def get_form(name: str | PathLike[str] | type[Form]) -> type[Form]:
    """The form with this key (`school_based/budget_estimate`) or printed title (經費概算表); for a
    path to a .docx the form that this tagged Word file is.

    Also by annex and title (附件九 成果檢核表), by annex, or by class name. Blanks do not count. A
    class is taken as it is. Raises FormNotFoundError, with the nearest names, when there is none or
    more than one.
    """
    if isinstance(name, type):
        return name
    if is_path(name):
        return form_of(name)
    name = fspath(name)
    wanted = name.strip()
    for programme, module in form_modules():
        if wanted == f"{programme.name}/{module}":
            return class_in(programme, module)
    forms = list_forms()
    found = [form for form in forms if _squeezed(wanted) in map(_squeezed, form.names())]
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{form.key}（{form.annex or form.programme}）" for form in found)
        raise FormNotFoundError(f"「{shortened(name)}」不只一張表件：{several}；請用其中一個代號。")
    if (paper := _unpublished(wanted)) is not None:
        raise FormNotFoundError(f"「{paper.title}」僅具名，無格式；{paper.clause}")
    names = [*keys(), *(form.title for form in forms)]
    near = difflib.get_close_matches(wanted[:200], names, n=3, cutoff=0.4)
    hint = f"是不是：{'、'.join(near)}？" if near else "用 jingjin list 看有哪些。"
    raise FormNotFoundError(f"沒有「{shortened(name)}」這張表件；{hint}")


def is_path(name: str | PathLike[str]) -> bool:
    """Whether what names a form is a Word file."""
    return not isinstance(name, str) or name.strip().lower().endswith(".docx")


def get_programme(name: str) -> Programme:
    """The programme by its name (school_based) or its title (花蓮縣 學校本位進修).

    Raises FormNotFoundError naming all there are.
    """
    for programme in programmes():
        if _squeezed(name) in (programme.name, _squeezed(programme.title)):
            return programme
    known = "、".join(f"{p.name}（{p.title}）" for p in programmes())
    raise FormNotFoundError(f"沒有「{shortened(name)}」這個計畫；有：{known}。")


def unpublished() -> list[Unpublished]:
    """The papers that the official texts only name, programme by programme."""
    return [paper for programme in programmes() for paper in programme.unpublished]


def _unpublished(title: str) -> Unpublished | None:
    return next((paper for paper in unpublished() if paper.title == title), None)


def class_names() -> list[str]:
    """The class name of every form."""
    return [class_name(module) for _, module in form_modules()]


def find_class(name: str) -> type[Form] | None:
    """The form class of this name, None when no form has it.

    Raises AttributeError (this is what `jingjin_forms.BudgetEstimate` asks) when several have it.
    """
    found = [(programme, module) for programme, module in form_modules() if class_name(module) == name]
    if len(found) > 1:
        listed = "、".join(f"{programme.name}/{module}" for programme, module in found)
        raise AttributeError(f"「{name}」不只一張表件：{listed}；請用 get_form(代號)。")
    return class_in(*found[0]) if found else None


def _squeezed(name: str) -> str:
    return "".join(name.split())


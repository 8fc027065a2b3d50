"""The form of a name: its key, its title, its annex, the name of its class."""

import difflib

from jingjin_forms.errors import FormNotFoundError, shortened
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.listing import class_in, form_modules, list_forms
from jingjin_forms.forms.programme import programmes
from jingjin_forms.forms.unpublished import Unpublished


def keys() -> list[str]:
    """The key of every form, programme by programme."""
    return [f"{programme.name}/{name}" for programme, name in form_modules()]


def form_named(name: str) -> type[Form]:
    """As `get_form`, for a name that is no path. Raises FormNotFoundError."""
    wanted = name.strip()
    for programme, module in form_modules():
        if wanted == f"{programme.name}/{module}":
            return class_in(programme, module)
    forms = list_forms()
    found = [
        form
        for form in forms
        if wanted == form.module_name() or squeezed(wanted) in map(squeezed, form.names())
    ]
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


def unpublished() -> list[Unpublished]:
    """The papers that the official texts only name, programme by programme."""
    return [paper for programme in programmes() for paper in programme.unpublished]


def _unpublished(title: str) -> Unpublished | None:
    return next((paper for paper in unpublished() if paper.title == title), None)


def squeezed(name: str) -> str:
    return "".join(name.split())

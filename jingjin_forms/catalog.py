"""The forms there are. Nothing registers them: they are the modules on disk.

One module under `forms/<programme>/` is one form; its class is the module's name in capitals
(`budget_estimate.py`, `BudgetEstimate`), its key is the path (`school_based/budget_estimate`).
"""

import difflib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from jingjin_forms.errors import FormNotFoundError

if TYPE_CHECKING:
    from jingjin_forms.form import Form

_FOLDER = Path(__file__).parent / "forms"


def keys() -> list[str]:
    """The key of every form, programme by programme."""
    modules = sorted(_FOLDER.glob("*/[!_]*.py"))
    return [f"{path.parent.name}/{path.stem}" for path in modules]


def list_forms() -> "list[type[Form]]":
    """Every form class."""
    return [_class_of(key) for key in keys()]


def get_form(name: str) -> "type[Form]":
    """The form with this key (`school_based/budget_estimate`) or printed title (經費概算表).

    Raises FormNotFoundError, with the nearest names, when there is none or more than one.
    """
    wanted = name.strip()
    if wanted in keys():
        return _class_of(wanted)
    forms = list_forms()
    found = [f for f in forms if wanted in (f.title, f"{f.annex} {f.title}", f.annex, f.__name__)]
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{form.key}（{form.annex or form.programme}）" for form in found)
        raise FormNotFoundError(f"「{name}」不只一張表件：{several}；請用其中一個代號。")
    names = [*keys(), *(form.title for form in forms)]
    near = difflib.get_close_matches(wanted, names, n=3, cutoff=0.4)
    hint = f"是不是：{'、'.join(near)}？" if near else "用 jingjin list 看有哪些。"
    raise FormNotFoundError(f"沒有「{name}」這張表件；{hint}")


def class_names() -> list[str]:
    """The class name of every form."""
    return [_class_name(key.split("/")[1]) for key in keys()]


def find_class(name: str) -> "type[Form] | None":
    """The form class of this name, None when no form has it."""
    stem = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
    for path in _FOLDER.glob(f"*/{stem}.py"):
        return _class_of(f"{path.parent.name}/{stem}")
    return None


def _class_of(key: str) -> "type[Form]":
    programme, stem = key.split("/")
    module = import_module(f"jingjin_forms.forms.{programme}.{stem}")
    return getattr(module, _class_name(stem))


def _class_name(stem: str) -> str:
    return "".join(word.capitalize() for word in stem.split("_"))

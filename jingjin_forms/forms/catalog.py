"""The forms there are. Nothing registers them: they are the modules on disk.

One module under `programmes/<programme>/forms/` is one form; its class is the module's name in
capitals (`budget_estimate.py`, `BudgetEstimate`), its key `school_based/budget_estimate`.
"""

import difflib
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from jingjin_forms.errors import FormNotFoundError, shortened

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form
    from jingjin_forms.forms.unpublished import NamedOnly

_FOLDER = Path(__file__).parent.parent / "programmes"
_key = re.compile(r"[a-z0-9]\w*/[a-z0-9]\w*", re.ASCII)


def keys() -> list[str]:
    """The key of every form, programme by programme."""
    modules = sorted(_FOLDER.glob("*/forms/[!_]*.py"))
    return [f"{path.parts[-3]}/{path.stem}" for path in modules]


def list_forms() -> "list[type[Form]]":
    """Every form class."""
    return [_class_of(key) for key in keys()]


def get_form(name: str) -> "type[Form]":
    """The form with this key (`school_based/budget_estimate`) or printed title (經費概算表).

    Also by annex and title (附件九 成果檢核表), by annex, or by class name. Blanks do not count.
    Raises FormNotFoundError, with the nearest names, when there is none or more than one.
    """
    wanted = name.strip()
    if _key.fullmatch(wanted) and (_FOLDER / f"{wanted.replace('/', '/forms/')}.py").is_file():
        return _class_of(wanted)
    forms = list_forms()
    found = [form for form in forms if _squeezed(wanted) in map(_squeezed, names_of(form))]
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{form.key}（{form.annex or form.programme}）" for form in found)
        raise FormNotFoundError(f"「{shortened(name)}」不只一張表件：{several}；請用其中一個代號。")
    if (paper := _named_only(wanted)) is not None:
        raise FormNotFoundError(f"「{paper.title}」僅具名，無格式；{paper.clause}")
    names = [*keys(), *(form.title for form in forms)]
    near = difflib.get_close_matches(wanted[:200], names, n=3, cutoff=0.4)
    hint = f"是不是：{'、'.join(near)}？" if near else "用 jingjin list 看有哪些。"
    raise FormNotFoundError(f"沒有「{shortened(name)}」這張表件；{hint}")


def get_programme(name: str) -> str:
    """The folder of a programme by that name (school_based) or by its title (花蓮縣 學校本位進修).

    Raises FormNotFoundError naming all there are.
    """
    titles = {form.key.partition("/")[0]: form.programme for form in list_forms()}
    for folder, title in titles.items():
        if _squeezed(name) in (folder, _squeezed(title)):
            return folder
    known = "、".join(f"{folder}（{title}）" for folder, title in titles.items())
    raise FormNotFoundError(f"沒有「{shortened(name)}」這個計畫；有：{known}。")


def _named_only(title: str) -> "NamedOnly | None":
    from jingjin_forms.forms.unpublished import NAMED_ONLY

    return next((paper for paper in NAMED_ONLY if paper.title == title), None)


def names_of(form: "type[Form]") -> tuple[str, ...]:
    """Whatever a form may be called by; other forms may share all but the key."""
    names = [form.key, form.title, form.__name__]
    return (*names, form.annex, f"{form.annex} {form.title}") if form.annex else tuple(names)


def class_names() -> list[str]:
    """The class name of every form."""
    return [_class_name(key) for key in keys()]


def find_class(name: str) -> "type[Form] | None":
    """The form class of this name, None when no form has it.

    Raises AttributeError (this is what `jingjin_forms.BudgetEstimate` asks) when several have it.
    """
    found = [key for key in keys() if _class_name(key) == name]
    if len(found) > 1:
        raise AttributeError(f"「{name}」不只一張表件：{'、'.join(found)}；請用 get_form(代號)。")
    return _class_of(found[0]) if found else None


def _squeezed(name: str) -> str:
    return "".join(name.split())


def _class_of(key: str) -> "type[Form]":
    from jingjin_forms.forms.form import Form

    module = import_module(f"jingjin_forms.programmes.{key.replace('/', '.forms.')}")
    form = getattr(module, _class_name(key), None)
    if not isinstance(form, type) or not issubclass(form, Form):
        # Not for users: whoever adds a form sees this at once, in the contract test.
        raise ImportError(f"{module.__file__} must define the form class {_class_name(key)}(Form)")
    return form


def _class_name(key: str) -> str:
    return "".join(word.capitalize() for word in key.rpartition("/")[2].split("_"))

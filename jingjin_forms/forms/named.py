"""The form of a name: its key, its title, its annex, the name of its class."""

import difflib

from jingjin_forms.errors import FormNotFoundError, shortened
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import spoken
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
    found = _called(wanted, forms)
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{form.key}（{_told_apart(form, found)}）" for form in found)
        raise FormNotFoundError(f"「{shortened(name)}」不只一張表件：{several}；請用其中一個代號。")
    if (paper := _unpublished(wanted)) is not None:
        raise FormNotFoundError(f"「{paper.title}」僅具名，無格式；{paper.clause}")
    near = _near(wanted, [*keys(), *dict.fromkeys(form.title for form in forms)])
    hint = f"是不是：{'、'.join(near)}？" if near else "用 jingjin list 看有哪些。"
    raise FormNotFoundError(f"沒有「{shortened(name)}」這張表件；{hint}")


def _called(wanted: str, forms: list[type[Form]]) -> list[type[Form]]:
    """The forms of a name: as it is written, or else as it is said (附件8, 計畫一, ORID)."""
    exact = [
        form
        for form in forms
        if wanted == form.module_name() or squeezed(wanted) in map(squeezed, form.names())
    ]
    said = spoken(wanted)
    if exact or not said:
        return exact + _namesakes(said, exact, forms)
    alike = [form for form in forms if form.is_called(wanted)]
    return (
        alike
        or [form for form in forms if spoken(form.title) == f"{said}申請表"]
        or [form for form in forms if said in form.module_name().split("_")]
    )


def _namesakes(said: str, exact: list[type[Form]], forms: list[type[Form]]) -> list[type[Form]]:
    """Forms of other programmes that 經費概算 may mean as well: the 經費概算表."""
    programmes_of = {form.package for form in exact if spoken(form.title) == said}
    return [
        form
        for form in forms
        if programmes_of
        and form.package not in programmes_of
        and spoken(form.title) in (f"{said}表", f"{said}書")
    ]


def _told_apart(form: type[Form], found: list[type[Form]]) -> str:
    if len({other.title for other in found}) > 1:
        return f"{form.programme} {form.title}"
    return form.annex or form.programme


def _near(wanted: str, names: list[str]) -> list[str]:
    """Up to three names in which it stands, or that are written much alike."""
    within = [name for name in names if wanted and wanted in name]
    return within[:3] or difflib.get_close_matches(wanted[:200], names, n=3, cutoff=0.4)


def unpublished() -> list[Unpublished]:
    """The papers that the official texts only name, programme by programme."""
    return [paper for programme in programmes() for paper in programme.unpublished]


def _unpublished(name: str) -> Unpublished | None:
    """The paper of this title, also without its annex, or of this annex alone."""
    said = spoken(name)
    for paper in unpublished():
        title, _, annex = paper.title.rstrip("）").partition("（")
        if said and said in map(spoken, (paper.title, title, annex, title.removesuffix("申請表"))):
            return paper
    return None


def squeezed(name: str) -> str:
    return "".join(name.split())

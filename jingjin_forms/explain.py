"""pydantic's errors in the words of someone who fills in a form."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jingjin_forms.errors import FactsError, Problem, place
from jingjin_forms.facts import Facts, computed_labels, members

_WHOLE_NUMBER = "要填整數，例如 6。"
_A_TEXT = "要填文字。"
_A_LIST = "要填成清單：每一項各自一列（YAML 用「- 」開頭）。"
_A_MAPPING = "要填一組資料（欄位名稱與內容），不能只填一個值。"

_MESSAGES = {
    "missing": "沒有填，請補上。",
    "int_type": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "string_type": _A_TEXT,
    "string_unicode": "含有無法存成 Unicode 的字元，請重新輸入。",
    "list_type": _A_LIST,
    "tuple_type": _A_LIST,
    "model_type": _A_MAPPING,
    "dict_type": _A_MAPPING,
}


def facts_error(facts: type[Facts], error: ValidationError) -> FactsError:
    """Every problem pydantic found, each by printed label, with value and remedy."""
    problems = [_problem(facts, detail) for detail in error.errors(include_url=False)]
    return FactsError(facts.title or facts.__name__, problems)


def _problem(facts: type[Facts], detail: ErrorDetails) -> Problem:
    kind, path = detail["type"], detail["loc"]
    where = place(path) or "整份資料"
    value = None if kind == "missing" else detail["input"]
    context = cast(Mapping[str, Any], detail.get("ctx", {}))
    if kind == "extra_forbidden":
        return Problem(where, _unknown(facts, path))
    if kind == "value_error":
        return Problem(where, str(context["error"]), None if isinstance(value, dict) else value)
    if kind == "enum":
        return Problem(where, _choices(facts, path, value), value)
    if kind == "greater_than_equal":
        return Problem(where, f"不能小於 {context['ge']}。", value)
    return Problem(where, _MESSAGES.get(kind, f"格式不對（{detail['msg']}）。"), value)


def _unknown(facts: type[Facts], path: Sequence[int | str]) -> str:
    owner = _owner(facts, path)
    key = str(path[-1])
    known = [str(field.title) for field in owner.model_fields.values()]
    names = {name: str(field.title) for name, field in owner.model_fields.items()}
    candidates = [*known, *names, *computed_labels(owner)]
    near = difflib.get_close_matches(key, candidates, n=1, cutoff=0.4)
    if near:
        return f"沒有這個欄位，是不是「{names.get(near[0], near[0])}」？"
    return f"沒有這個欄位；可填的有：{'、'.join(known)}。"


def _choices(facts: type[Facts], path: Sequence[int | str], value: object) -> str:
    owner = _owner(facts, path)
    label = next((step for step in reversed(path) if isinstance(step, str)), "")
    for field in owner.model_fields.values():
        if field.title == label:
            options = [str(option) for option in cast(Any, members(field)[0])]
            near = difflib.get_close_matches(str(value), options, n=1, cutoff=0.5)
            hint = f"是不是「{near[0]}」？" if near else ""
            return f"不在選項內，{hint}可填的有：{'、'.join(options)}。"
    return "不在選項內。"


def _owner(facts: type[Facts], path: Sequence[int | str]) -> type[Facts]:
    """The class that the last label of a path belongs to."""
    owner = facts
    for step in path[:-1]:
        field = next((f for f in owner.model_fields.values() if f.title == step), None)
        if field is not None:
            member, _ = members(field)
            owner = member if issubclass(member, Facts) else owner
    return owner

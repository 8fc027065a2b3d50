"""pydantic's errors in the words of someone who fills in a form, and in codes for programs.

missing          a fact that must be given is not
unknown_field    no such label or English name
computed         a figure that is worked out and cannot be set
english_name     a label used as an attribute or key in Python
no_name          a value without the name of its fact
not_an_option    none of the options
amount, date     not an amount; not a date, period or 學年度
value            any other value that cannot be read, or does not fit the rest
not_a_list       one value where rows are wanted
not_a_group      one value where labels and values are wanted
given_twice      under its label and its English name
not_checkable    a computed figure without the facts it is worked out from
comment          in a YAML file, text behind a value that is no skeleton's
circular         facts that contain themselves
another_form     facts that name another form
"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, cast

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from jingjin_forms.errors import (
    AmountError,
    DateError,
    FactsError,
    Problem,
    TimeInDateError,
    place,
    shortened,
)
from jingjin_forms.facts.labels import figures_of, label_of_key, members, name_of


@dataclass(frozen=True, slots=True)
class Refused:
    """A value left under a key that pydantic refuses, and why we want it refused."""

    value: object
    reason: str
    code: str


_A_LIST = "要填成清單：每一項各自一列（YAML 用「- 」開頭）。"
_A_MAPPING = "要填一組資料（欄位名稱與內容），不能只填一個值。"

_MESSAGES = {
    "missing": "沒有填，請補上。",
    "list_type": _A_LIST,
    "tuple_type": _A_LIST,
    "model_type": _A_MAPPING,
    "model_attributes_type": _A_MAPPING,
    "recursion_loop": "資料裡包含了它自己，請檢查。",
}
_OTHER = "內容不對，請檢查。"
_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "enum": "not_an_option",
    "fact": "not_an_option",
    "list_type": "not_a_list",
    "tuple_type": "not_a_list",
    "model_type": "not_a_group",
    "model_attributes_type": "not_a_group",
    "recursion_loop": "circular",
}
_GUESSES = 100
"""For so many problems the nearest field is looked for, which takes half a millisecond each."""


def facts_error(facts: type[BaseModel], error: ValidationError) -> FactsError:
    """Every problem pydantic found, each by printed label, with value and remedy."""
    details = error.errors(include_url=False)
    problems = [_problem(facts, detail, n < _GUESSES) for n, detail in enumerate(details)]
    return FactsError(called(facts), problems)


def not_a_field(facts: type[BaseModel], name: str) -> FactsError:
    """For an attribute that cannot be set: computed, or not there at all."""
    label = label_of_key(facts).get(name)
    if label is None:
        message, code = _unknown(facts, name), "unknown_field"
    elif label in figures_of(facts):
        message, code = "由其他欄位算出，不能直接填。", "computed"
    else:
        message, code = f"在程式裡請用它的英文名稱 {name_of(facts, label)}。", "english_name"
    path = (label or name,)
    return FactsError(called(facts), [Problem(place(path), message, path=path, code=code)])


def in_python(facts: type[BaseModel], key: object) -> FactsError:
    """For a fact that is asked for by its label: `budget["雜支"]`, `budget.雜支`."""
    label = label_of_key(facts).get(key) if isinstance(key, str) else None
    if label is None:
        shown = shortened(key)
        message, code = _unknown(facts, shown), "unknown_field"
        return FactsError(called(facts), [Problem(place((shown,)), message, None, (), code)])
    message = f"在程式裡請寫它的英文名稱 .{name_of(facts, label)}。"
    problem = Problem(place((label,)), message, path=(label,), code="english_name")
    return FactsError(called(facts), [problem])


def without_names(facts: type[BaseModel], given: Sequence[object]) -> FactsError:
    """For facts that are given one after another: `BudgetLine("講師費", 1000)`."""
    name = next(iter(facts.model_fields), "")
    load = getattr(facts, "load", None)
    remedy = f"；對照表或檔案請用 {facts.__name__}.load(…)" if load else "；對照表請在前面寫 **"
    message = f"每一項都要寫名稱，例如 {facts.__name__}({name}=…){remedy}。"
    return FactsError(called(facts), [Problem("引數", message, given[0], code="no_name")])


def called(facts: type[BaseModel]) -> str:
    """What messages call these facts: a form's printed title, where they have one."""
    return str(getattr(facts, "title", "")) or facts.__name__


def _problem(facts: type[BaseModel], detail: ErrorDetails, guess: bool) -> Problem:
    owner, field, path = _follow(facts, detail["loc"])
    problem = _told(detail, owner, field, path, guess)
    return replace(problem, path=tuple(path), code=_code(detail))


def _code(detail: ErrorDetails) -> str:
    if isinstance(detail["input"], Refused):
        return detail["input"].code
    reason = detail.get("ctx", {}).get("error")
    if isinstance(reason, AmountError):
        return "amount"
    return "date" if isinstance(reason, DateError) else _CODES.get(detail["type"], "value")


def _told(
    detail: ErrorDetails,
    owner: type[BaseModel],
    field: FieldInfo | None,
    path: Sequence[int | str],
    guess: bool,
) -> Problem:
    kind, value = detail["type"], detail["input"]
    where = place(path) or "整份資料"
    context = cast(Mapping[str, Any], detail.get("ctx", {}))
    if kind == "missing":
        return Problem(where, _MESSAGES[kind])
    if isinstance(value, Refused):
        return Problem(where, value.reason, value.value)
    if kind == "extra_forbidden":
        return Problem(where, _unknown(owner, str(path[-1]), guess))
    if kind == "enum" and field is not None:
        return Problem(where, _choices(field, value, guess), value)
    if kind == "fact":
        return Problem(where, str(context["reason"]), value)
    if kind == "value_error":
        message = str(context["error"])
        if isinstance(context["error"], TimeInDateError):
            message += _place_of_time(owner)
        # A whole row that does not fit together says so itself; printing it all would not help.
        is_row = isinstance(value, Mapping | BaseModel)
        return Problem(where, message, None if is_row else value)
    return Problem(where, _MESSAGES.get(kind, _OTHER), value)


def _follow(
    facts: type[BaseModel], steps: Sequence[int | str]
) -> tuple[type[BaseModel], FieldInfo | None, list[int | str]]:
    """Where an error lies: the class and field that its place leads to, and the place in labels."""
    owner, field = facts, None
    path: list[int | str] = []
    for step in steps:
        if isinstance(step, int):
            path.append(step)
            continue
        if field is not None and issubclass(inner := members(field)[0], BaseModel):
            owner = inner
        label = label_of_key(owner).get(step, step)
        fields = owner.model_fields.values()
        field = next((known for known in fields if known.title == label), None)
        path.append(label)
    return owner, field, path


def _place_of_time(owner: type[BaseModel]) -> str:
    """Where the time goes that was given behind a date."""
    fields = (str(field.title) for field in owner.model_fields.values())
    label = next((title for title in fields if title.endswith("時間")), None)
    return f"時間請填在「{label}」。" if label else "這裡沒有填時間的地方。"


def _unknown(owner: type[BaseModel], key: str, guess: bool = True) -> str:
    """What someone who wrote a key that is none may have meant."""
    labels = label_of_key(owner)
    near = difflib.get_close_matches(shortened(key), labels, n=1, cutoff=0.4) if guess else []
    if near:
        return f"沒有這個欄位，是不是「{labels[near[0]]}」？"
    for field in owner.model_fields.values():
        if issubclass(inner := members(field)[0], BaseModel) and key in label_of_key(inner):
            return f"沒有這個欄位，要填在「{field.title}」裡面。"
    known = [str(field.title) for field in owner.model_fields.values()]
    return f"沒有這個欄位；可填的有：{'、'.join(known)}。"


def _choices(field: FieldInfo, value: object, guess: bool) -> str:
    options = [str(option) for option in cast(type[Enum], members(field)[0])]
    near = difflib.get_close_matches(shortened(value), options, n=1, cutoff=0.5) if guess else []
    hint = f"是不是「{near[0]}」？" if near else ""
    return f"不在選項內，{hint}可填的有：{'、'.join(options)}。"

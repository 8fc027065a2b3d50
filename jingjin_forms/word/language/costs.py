"""Methods, filters and operators that can make much out of little: how much, before they do it.

`'x'.center(10**9)` is one call, and nobody can stop it once it runs.
"""

import re
from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, cast

from jinja2.runtime import Context
from jinja2.utils import pass_context

from jingjin_forms.word.budget import Budget, OverBudgetError
from jingjin_forms.word.language.amounts import all_as_printed, as_printed

_WIDEST = 100_000
"""The largest number that says how wide, how many or how deep."""
_LONGEST_WORK = 50_000
"""Characters for filters that search with patterns."""
_WIDTHS = frozenset(("center", "ljust", "rjust", "zfill", "expandtabs", "to_bytes"))
_NUMBERS = frozenset(
    ("center", "indent", "wordwrap", "batch", "slice", "round", "tojson", "xmlattr", "format")
)
_PATTERNS = frozenset(("urlize", "wordwrap", "striptags", "pprint", "tojson", "title", "wordcount"))
_LAZY = frozenset(("map", "select", "reject", "selectattr", "rejectattr"))
_WHOLE = frozenset(
    ("string", "tojson", "pprint", "e", "escape", "forceescape", "upper", "lower", "capitalize")
) | frozenset(
    ("title", "trim", "replace", "center", "indent", "truncate", "wordwrap", "wordcount", "sort")
) | frozenset(
    ("striptags", "urlize", "urlencode", "format", "xmlattr", "join", "unique", "min", "max")
)  # fmt: skip
_digits = re.compile(r"\d+").findall


def checked_call(
    budget: Budget, name: str, owner: object, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Any, ...]:
    """The arguments of a method of a plain value, once it is known to be bearable."""
    values = (*args, *kwargs.values())
    if isinstance(owner, str) and name == "join" and args:
        args = (_listed(budget, args[0]), *args[1:])
        budget.foresee(budget.weigh(*args) + len(owner) * len(args[0]))
        return args
    for value in values:
        budget.flat(value)
    if name in _WIDTHS:
        width = _highest(values)
        tabs = owner.count("\t") if isinstance(owner, str) and name == "expandtabs" else 1
        budget.foresee(width * tabs)
    elif isinstance(owner, str):
        if name == "replace" and len(args) > 1:
            _foresee_replacement(budget, owner, args[0], args[1])
        elif name in ("format", "format_map"):
            foresee_format(budget, owner, "{", values)
        elif name == "translate":
            longest = max((budget.weigh(v) for v in _values_of(args)), default=1)
            budget.foresee(len(owner) * longest)
    return args


def foresee_format(budget: Budget, text: str, mark: str, values: Iterable[Any]) -> None:
    """Stop a format that would print very wide fields."""
    values = tuple(values)
    widths = [int(digits[:9]) for digits in _digits(text)]
    if "*" in text or re.search(r"\{[^}]*\{", text):
        widths += [_highest(_flattened(values))]
    widest = max(widths, default=0)
    longest = max((budget.weigh(value) for value in values), default=0)
    budget.foresee(len(text) + text.count(mark) * (min(widest, 10**9) + longest))


def with_costs(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of jinja2's that looks at its budget first.

    All take the context, so jinja2 computes none of them while it compiles.
    """
    kind = getattr(function, "jinja_pass_arg", None)
    own = None if kind is None else kind.name

    @pass_context
    def filtered(context: Context, value: Any = "", *args: Any, **kwargs: Any) -> Any:
        budget: Budget = cast(Any, context).budget
        value = as_printed(_checked_filter(budget, name, value, args, kwargs))
        args, kwargs = all_as_printed(args), {key: as_printed(v) for key, v in kwargs.items()}
        first: tuple[Any, ...] = ()
        if own == "context":
            first = (context,)
        elif own == "eval_context":
            first = (context.eval_ctx,)
        elif own == "environment":
            first = (context.environment,)
        return budget.made(function(*first, value, *args, **kwargs))

    return filtered


def _checked_filter(
    budget: Budget, name: str, value: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    others = (*args, *kwargs.values())
    if not isinstance(value, (str, int)):
        budget.look_at_the_clock()
    if name in _NUMBERS and _highest(others) > _WIDEST:
        budget.foresee(1_000_000_000)
    if name in _LAZY or (name in ("list", "join", "sum") and not isinstance(value, str)):
        value = budget.paced(cast(Any, value)) if _is_lazy(value) or name in _LAZY else value
    if name in ("join", "sum"):
        value = value if isinstance(value, str) else _listed(budget, value)
    if name == "join" and not isinstance(value, str):
        value = all_as_printed(cast("Iterable[Any]", value))
    if name in _WHOLE:
        budget.flat(value)
    if name in _PATTERNS and isinstance(value, str) and len(value) > _LONGEST_WORK:
        raise OverBudgetError(f"的文字有 {len(value):,} 個字，超過 {_LONGEST_WORK:,} 個字。")
    estimate = _ESTIMATES.get(name)
    if estimate is not None:
        estimate(budget, value, others)
    return value


def _replace(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    if len(others) > 1:
        _foresee_replacement(budget, str(value), others[0], others[1])


def _foresee_replacement(budget: Budget, text: str, old: Any, new: Any) -> None:
    times = text.count(str(old)) if isinstance(old, str) else len(text)
    budget.foresee(len(text) + times * len(str(new)))


def _indent(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    text = str(value)
    width = max([_highest(others), 4, *(len(o) for o in others if isinstance(o, str))])
    budget.foresee(len(text) + (text.count("\n") + 1) * width)


def _wrap(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    inserted = max((len(other) for other in others if isinstance(other, str)), default=1)
    budget.foresee(len(str(value)) * (1 + inserted))


def _join(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    between = max((len(other) for other in others if isinstance(other, str)), default=0)
    budget.foresee(budget.weigh(value) + between * len(value))


def _sum(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    lists: list[Any] = [item for item in value if isinstance(item, (list, tuple, str))]
    budget.foresee_items(sum(map(len, lists)))


def _format(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    foresee_format(budget, str(value), "%", others)


def _dump(budget: Budget, value: Any, others: tuple[Any, ...]) -> None:
    budget.foresee(budget.weigh(value) * (1 + _highest(others)) * 10)


_ESTIMATES: dict[str, Callable[[Budget, Any, tuple[Any, ...]], None]] = {
    "replace": _replace, "indent": _indent, "wordwrap": _wrap, "join": _join, "sum": _sum,
    "format": _format, "tojson": _dump, "pprint": _dump, "xmlattr": _dump,
}  # fmt: skip


def _highest(values: Iterable[Any]) -> int:
    return max((abs(value) for value in values if isinstance(value, int)), default=0)


def _flattened(values: Iterable[Any]) -> Iterable[Any]:
    """The values, and those directly within lists and mappings among them."""
    return chain.from_iterable(
        cast(dict[Any, Any], v).values()
        if isinstance(v, dict)
        else cast(list[Any], v)
        if isinstance(v, (list, tuple))
        else (v,)
        for v in values
    )


def _values_of(args: tuple[Any, ...]) -> Iterable[Any]:
    return cast(dict[Any, Any], args[0]).values() if args and isinstance(args[0], dict) else args


def _is_lazy(value: object) -> bool:
    return not isinstance(value, (str, list, tuple, dict, set, frozenset))


def _listed(budget: Budget, values: Any) -> Any:
    return list(budget.paced(values)) if _is_lazy(values) else values

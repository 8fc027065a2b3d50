"""jinja2, sandboxed: what a template's expressions may see, call and cost."""

from datetime import date, time
from decimal import Decimal
from types import BuiltinMethodType, MethodType
from typing import Any, cast

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, pass_context
from markupsafe import Markup

from jingjin_forms.word.budget import Budget, Limits, OverBudgetError
from jingjin_forms.word.language.amounts import all_as_printed, as_printed
from jingjin_forms.word.language.costs import checked_call, foresee_format, with_costs
from jingjin_forms.word.language.fact_filters import FACT_FILTERS
from jingjin_forms.word.printing.markup import marked_safe

DICT_METHODS = frozenset(dir(dict))
"""Names that jinja2 takes for a method of a mapping, not for what the mapping holds."""
PACED, FLAT = "paced by the engine", "flat for the engine"
"""Filters whose names nobody can type."""
_PLAIN_VALUES = (str, int, float, Decimal, date, time, tuple, list, dict, set, frozenset)
_KNOWN_OWNERS = (LoopContext, str)
_COSTLY_OWNERS = (*_PLAIN_VALUES, LoopContext)
_HUGE_NUMBER = "要算出很大的數（超過 30,000 位），沒有算。"
_SCALARS = frozenset((str, int, bool))
_LANGUAGE = (Macro, LoopContext, BlockReference, Joiner, Undefined)
_LONGEST_NUMBER = 100_000  # bits


class WordContext(Context):
    """What a template's expressions see, with what they may still cost."""

    budget: Budget

    def derived(self, locals: dict[str, Any] | None = None) -> Context:
        context = super().derived(locals)
        assert isinstance(context, WordContext)
        context.budget = self.budget
        return context


class WordEnvironment(ImmutableSandboxedEnvironment):
    """The one environment all templates are compiled in.

    A template can read the values it is given, and call what belongs to the language or to plain
    values (`文字.strip()`); it can change nothing and call no other code, not even methods of
    objects among the values.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    context_class = WordContext

    def getattr(self, obj: Any, attribute: str) -> Any:
        # What templates ask for again and again, answered before the sandbox's general questions,
        # which take longer than printing: items of a mapping (`項目.單價`; jinja2 would try an
        # attribute first), and plain values that belong to the loop or to a text (`loop.first`).
        if type(obj) is dict:
            if attribute not in DICT_METHODS and attribute in obj:
                return obj[attribute]  # pyright: ignore[reportUnknownVariableType]
        elif isinstance(obj, _KNOWN_OWNERS) and attribute[0] != "_":
            value = getattr(obj, attribute, None)
            if type(value) in _SCALARS:
                return value
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        if isinstance(obj, _LANGUAGE) or any(obj is known for known in self.globals.values()):
            return True
        # str.format comes wrapped in a sandboxed function of jinja2's.
        method = getattr(obj, "__wrapped__", obj)
        owner = getattr(method, "__self__", None)
        if isinstance(method, BuiltinMethodType):
            return isinstance(owner, _PLAIN_VALUES)
        return isinstance(method, MethodType) and isinstance(owner, LoopContext | Cycler | Markup)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if type(argument) is tuple:
            Budget(Limits()).flat(argument)  # what is looked up is hashed
        return as_printed(super().getitem(obj, cast(Any, argument)))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        # Named as in jinja2: a macro may have a parameter of any name.
        assert isinstance(__context, WordContext)
        budget = __context.budget
        method = getattr(__obj, "__wrapped__", __obj)
        owner = getattr(method, "__self__", None)
        if isinstance(owner, _COSTLY_OWNERS):
            name = getattr(method, "__name__", "")
            args = checked_call(budget, name, cast(object, owner), args, kwargs)
        args, kwargs = all_as_printed(args), {name: as_printed(v) for name, v in kwargs.items()}
        return budget.made(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*`, `**`, `%` and `+` within reason: `10**(10**10)` would never end."""
        assert isinstance(context, WordContext)
        budget = context.budget
        whole = isinstance(left, int) and isinstance(right, int)
        if operator == "**" and whole and left.bit_length() * right > _LONGEST_NUMBER:
            raise OverBudgetError(_HUGE_NUMBER)
        if operator == "*" and whole and left.bit_length() + right.bit_length() > _LONGEST_NUMBER:
            raise OverBudgetError(_HUGE_NUMBER)
        if operator == "%" and isinstance(left, str):
            values = cast("tuple[Any, ...]", right if isinstance(right, tuple) else (right,))
            foresee_format(budget, left, "%", values)
            right = as_printed(right) if not isinstance(right, tuple) else all_as_printed(values)
        if operator == "*":
            pairs: list[tuple[Any, Any]] = [(left, right), (right, left)]
            for sequence, times in pairs:
                if isinstance(times, int) and isinstance(sequence, str):
                    budget.foresee(len(sequence) * times)
                elif isinstance(times, int) and isinstance(sequence, tuple | list):
                    budget.foresee_items(len(sequence) * times)  # pyright: ignore[reportUnknownArgumentType]
        return budget.made(super().call_binop(context, operator, left, right))


@pass_context
def _paced(context: WordContext, values: Any) -> Any:
    return context.budget.paced(values)


@pass_context
def _flat(context: WordContext, value: Any) -> Any:
    return context.budget.flat(value)


def word_environment() -> WordEnvironment:
    """Escaping always on, missing values an error, no random text."""
    environment = WordEnvironment(autoescape=True, undefined=StrictUndefined)
    del environment.globals["lipsum"]
    filters: dict[str, Any] = environment.filters
    for name, function in {**filters, "safe": marked_safe, **FACT_FILTERS}.items():
        filters[name] = with_costs(name, function)
    filters[PACED], filters[FLAT] = _paced, _flat
    return environment

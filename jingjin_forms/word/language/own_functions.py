"""Filters and functions of a programmer's own, which a template may use beside the language's."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, cast

from jingjin_forms.errors import Problem, TemplateError, shortened
from jingjin_forms.word.codes import ARGUMENT
from jingjin_forms.word.language.costs import with_costs
from jingjin_forms.word.language.sandbox import WordEnvironment, word_environment

Functions: TypeAlias = Mapping[str, Callable[..., Any]]
Pairs: TypeAlias = tuple[tuple[str, Callable[..., Any]], ...]

_TAGS = ("if", "for", "set", "block", "macro", "call", "filter", "with", "autoescape", "raw")
_WORDS = frozenset(
    {*_TAGS, *(f"end{tag}" for tag in _TAGS), "elif", "else", "in", "and", "or", "not", "is"}
    | {"import", "from", "include", "extends", "true", "false", "none", "True", "False", "None"}
    | {"loop", "self", "super", "caller", "varargs", "kwargs"}
    | {"p", "tr", "tc", "r", "vm", "hm", "colspan", "cellbg"}
)
"""What means something in a tag already, to jinja2 or to docxtpl."""


class Own(NamedTuple):
    """What a template was compiled with, by name."""

    filters: Pairs = ()
    functions: Pairs = ()

    def identity(self) -> tuple[tuple[str, int], ...]:
        """Equal for the same functions under the same names, as long as they are kept."""
        filters = (("|" + name, id(function)) for name, function in self.filters)
        return (*filters, *((name, id(function)) for name, function in self.functions))


NONE = Own()


def own_of(filters: object, functions: object, template: str) -> Own:
    """What was given, once every name is known to be free.

    Raises TemplateError that lists all that cannot be used; `template` is what it calls the file.
    """
    known = _standard()
    problems: list[Problem] = []
    own = Own(
        _pairs("過濾器", "filters", filters, known.filters, problems),
        _pairs("函式", "functions", functions, known.globals, problems),
    )
    if problems:
        raise TemplateError(f"範本「{template}」", problems)
    return own


@lru_cache(1)
def _standard() -> WordEnvironment:
    return word_environment()


def environment_with(own: Own) -> WordEnvironment:
    """The language with these, which are held to its budget as its own are."""
    environment = word_environment()
    filters: dict[str, Any] = environment.filters
    for name, function in own.filters:
        filters[name] = with_costs(name, function)
    environment.globals.update(own.functions)
    return environment


def _pairs(
    kind: str, argument: str, given: object, known: Mapping[str, Any], problems: list[Problem]
) -> Pairs:
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        fault = f'要給名稱與函式的對照，例如 {argument}={{"千分位": f}}。'
        problems.append(Problem(argument, fault, given, (argument,), ARGUMENT))
        return ()
    found: list[tuple[str, Callable[..., Any]]] = []
    for name, function in cast(Mapping[object, Any], given).items():
        fault = _fault(kind, name, function, known)
        if fault:
            where, path = f"{kind}「{shortened(name)}」", (argument, str(name))
            problems.append(Problem(where, fault, path=path, code=ARGUMENT))
        else:
            found.append((str(name), function))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _fault(kind: str, name: object, function: object, known: Mapping[str, Any]) -> str:
    if not isinstance(name, str) or not name.isidentifier() or name.startswith("_"):
        return "名稱要是中文、英文字母或數字，不以數字或底線開頭，中間沒有空格與標點。"
    if name in _WORDS:
        return "是標籤的用字，請換一個名稱。"
    if name in known:
        return f"範本裡已經有同名的{kind}，請換一個名稱。"
    return "" if callable(function) else "要是能呼叫的函式。"

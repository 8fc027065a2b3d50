"""The pattern of file names: labels or English names in braces, checked before the first row.

{編號:0>3}_{學校名稱.簡稱}_{表名}.docx
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import Facts, printed_by
from jingjin_forms.facts.labels import label_of_key, once_per_class
from jingjin_forms.files.names import safe_name
from jingjin_forms.forms.form import Form
from jingjin_forms.tables.rows import TableRow

SUFFIX = ".docx"
NAME = "{學校名稱}_{表名}.docx"
"""What files are called unless it is said; `default_name` has what else keeps papers apart."""
_NO_SCHOOL = "{編號}_{表名}.docx"
_APART = ("姓名", "社群名稱")
"""Of whom a school hands in several papers of one form."""
_OWN = ("表名", "編號", "列")
"""What a pattern may name besides the form's labels."""
_OTHER_SUFFIXES = (".odt", ".pdf", ".doc", ".rtf", ".xlsx")
_WIDEST = 255
"""Characters: a wider field would not fit a file's name."""
_number = re.compile(r"\d+")


def file_name(pattern: str, form: Form, row: TableRow) -> str:
    """The name of the row's file: the pattern's words are labels, 表名, 編號 and 列.

    Raises FactsError where the pattern does not suit the form.
    """
    return _named(pattern, form, row, lambda stem, words: stem.format_map(words))


def _named(
    pattern: str, form: Form, row: TableRow, filled: Callable[[str, Mapping[str, Any]], str]
) -> str:
    words = shown_by(form, labels_in(pattern))
    own = {"表名": type(form).title, "編號": row.key, "列": row.number}
    stem = _stem(pattern)
    if pattern == _suited(type(form)):  # a teacher who is not named leaves no gap
        pieces = [label for label in _APART if label in words and not str(words[label])]
        for label in pieces:
            stem = stem.replace(f"_{{{label}}}", "")
    try:
        name = filled(stem, {**words, **own})
    except (ValueError, TypeError, AttributeError, LookupError):  # {日期.月} without 日期
        raise _misfit(pattern, type(form), "") from None
    return safe_name(name, SUFFIX)


def shown_by(facts: Facts, wanted: frozenset[str]) -> dict[str, Any]:
    """What facts print under labels or English names; blank where nothing stands."""
    words: dict[str, Any] = {}
    for printed in printed_by(type(facts)):
        if asked := wanted & {printed.label, printed.name}:
            value = getattr(facts, printed.name)
            shown = printed.convert(value) if printed.convert else value
            words |= dict.fromkeys(asked, "" if shown is None else shown)
    return words


def default_name(pattern: str, form: type[Form]) -> str:
    """The pattern; for what stands unless it is said, one that suits the form: with the teacher or
    the group where the form has them, with the row's number where it asks for no school."""
    return _suited(form) if pattern == NAME else pattern


@once_per_class
def _suited(form: type[Form]) -> str:
    labels = set(label_of_key(form).values())
    if "學校名稱" not in labels:
        return _NO_SCHOOL
    whose = [f"{{{label}}}" for label in _APART if label in labels]
    return "_".join(["{學校名稱}", *whose, "{表名}"]) + SUFFIX


def check_pattern(pattern: str, form: type[Form]) -> None:
    """Raise FactsError for a pattern that names nothing of the form, or asks for too much."""
    if not isinstance(pattern, str):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        raise _misfit(shortened(pattern), form, "要是文字，")
    known = {*label_of_key(form), *_OWN}
    try:
        fault = next(faults_of(_stem(pattern)), "")
        if not fault and not _stem(pattern).strip():
            fault = "是空白的，"
        if not fault and (unknown := sorted(labels_in(pattern) - known)):
            fault = f"沒有「{shortened(unknown[0])}」，"
        if not fault and (other := pattern[pattern.rfind(".") :].lower()) in _OTHER_SUFFIXES:
            fault = f"產生的是 .docx，不能是 {other}（.odt、.pdf 用 also 另外要），"
    except ValueError:
        fault = "大括號不成對，"
    if fault:
        raise _misfit(pattern, form, fault)
    trial = TableRow(1, "1", {}, ())
    _named(pattern, form.sample(), trial, strictly)


def strictly(stem: str, words: Mapping[str, Any]) -> str:
    """The words put into a pattern, for a trial: what belongs to Python is refused."""
    return _names.vformat(stem, (), words)


def _stem(pattern: str) -> str:
    return pattern.removesuffix(SUFFIX)


def faults_of(stem: str) -> Iterator[str]:
    """What a field may not be, though Python would take it. Raises ValueError for no pattern."""
    for _, name, spec, conversion in Formatter().parse(stem):
        if name is None:
            continue
        steps = name.split(".")
        if "[" in name or any(step.startswith("_") for step in steps[1:]):
            yield f"「{{{shortened(name)}}}」不能用 [ ] 或底線開頭的名稱，"
        if conversion:
            yield f"「!{shortened(conversion)}」不能用，"
        if "{" in (spec or ""):
            yield "格式裡不能再有大括號，"
        if any(len(width) > 3 or int(width) > _WIDEST for width in _number.findall(spec or "")):
            yield f"寬度最多 {_WIDEST}，"


class _Names(Formatter):
    """Formats what a fact shows, and nothing that belongs to Python; slow, for the trial alone."""

    def get_field(self, field_name: str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        value, first = super().get_field(field_name, args, kwargs)
        if callable(value):
            raise TypeError(field_name)
        return value, first


_names = _Names()


@lru_cache(16)
def labels_in(pattern: str) -> frozenset[str]:
    """What a pattern names. Raises ValueError for no pattern."""
    fields = (name for _, name, _, _ in Formatter().parse(pattern) if name is not None)
    return frozenset(name.partition(".")[0] for name in fields)


def _misfit(pattern: str, form: type[Form], fault: str) -> FactsError:
    known = "、".join(dict.fromkeys((*label_of_key(form).values(), *_OWN)))
    message = f"檔名的樣式不對：{fault}{{}} 內可用的有：{known}。"
    return FactsError("檔名樣式", [Problem(f"「{shortened(pattern, 100)}」", message)])

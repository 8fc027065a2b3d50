"""A template and the description beside it: what each has that the other does not."""

from collections.abc import Callable, Iterable, Iterator

from jingjin_forms.errors import Problem, ProblemsError, listed
from jingjin_forms.forms.tagged.described_names import with_labels
from jingjin_forms.forms.tagged.description import NOTHING_TOLD, Told
from jingjin_forms.forms.tagged.description_reading import (
    ReadDescription,
    description_beside,
    read_description,
)
from jingjin_forms.forms.tagged.form import form_of
from jingjin_forms.forms.tagged.known_labels import labels_of
from jingjin_forms.forms.tagged.lined_yaml import KeyPath
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.vocabulary import vocabulary
from jingjin_forms.lint.remark import Remark, doubt, error
from jingjin_forms.lint.subject import Subject

_TYPED = frozenset((FieldKind.AMOUNT, FieldKind.DATE, FieldKind.PERIOD))
"""Kinds whose text would be printed as anybody happens to write it."""
REQUIRED = "required_unprinted"
"""The code of what comes first among the doubts: a fact that must be given, and is printed
nowhere."""


def description_faults(subject: Subject) -> Iterator[Remark]:
    """What is wrong with the description, and what does not fit the tags, by line and key."""
    beside = description_beside(subject.path)
    if beside is None:
        return
    problems: Iterable[Problem] = ()
    try:
        problems = read_description(beside).problems
        if subject.is_sound:
            form_of(subject.path)
    except ProblemsError as fault:
        problems = fault.problems
    for problem in problems:
        where = f"{beside.name} {problem.where}"
        yield error("description", where, problem.message, path=problem.path, value=problem.value)


def description_and_tags(subject: Subject) -> Iterator[Remark]:
    """What is no fault, and may be forgotten: tags that the description does not know, fields that
    no tag prints, and what it calls a text that is an amount or a date in our forms."""
    beside = description_beside(subject.path)
    if beside is None or not subject.fields:
        return
    try:
        read = read_description(beside)
    except ProblemsError:
        return  # which is told above
    read = with_labels(read, labels_of(subject.fields), vocabulary())

    def at(path: KeyPath) -> str:
        return f"{beside.name} {read.lined.problem(path, '').where}"

    told = read.description.fields or {}
    if told and read.description.base is None:
        yield from _unknown(subject.fields, told, beside.name)
    yield from _unprinted(subject.fields, told, read, at)
    yield from _as_texts(subject.fields, told, ("欄位",), at)


def _unknown(fields: Iterable[FieldSpec], told: Told, name: str) -> Iterator[Remark]:
    """One remark for all tags of which nobody says anything."""
    missing = [f for f in fields if f.label not in told and _is_plain(f)]
    if missing:
        labels = listed(field.label for field in missing)
        yield doubt(
            "description_unknown",
            missing[0].place,
            f"說明檔（{name}）沒有說的標籤：{labels}；會當成文字，可以留白。"
            "要說類型、提示或必填，請在「欄位」加上。",
            path=(missing[0].label,),
            value=missing[0].label,
        )


def _is_plain(field: FieldSpec) -> bool:
    return field.kind is FieldKind.TEXT and not field.is_known and not field.hint


def _unprinted(
    fields: Iterable[FieldSpec], told: Told, read: ReadDescription, at: Callable[[KeyPath], str]
) -> Iterator[Remark]:
    """Fields to be filled in that stand nowhere on the paper."""
    if read.description.base is not None:
        return
    printed = {field.label for field in fields}
    named = [
        (label, given or NOTHING_TOLD) for label, given in told.items() if label not in printed
    ]
    for label, given in named:
        if given.computed is None:
            must = "必填" if given.required else "要填"
            yield doubt(
                REQUIRED if given.required else "description_unprinted",
                at(("欄位", label)),
                f"「{label}」{must}，範本卻沒有標籤印它，只用來計算或檢核；"
                f"要印出來，請在 Word 打上 {{{{ {label} }}}}。",
                path=(label,),
                value=label,
            )


def _as_texts(
    fields: Iterable[FieldSpec], told: Told, path: KeyPath, at: Callable[[KeyPath], str]
) -> Iterator[Remark]:
    known = vocabulary()
    for field in fields:
        given = told.get(field.label) or NOTHING_TOLD
        ours = known.value(field.label)
        if given.kind is FieldKind.TEXT and ours is not None and ours.kind in _TYPED:
            yield doubt(
                "untyped",
                at((*path, field.label, "類型")),
                f"說是文字，套件認得的「{field.label}」是「{ours.kind}」：當文字就照打的字印，"
                "不檢查、不整理；請刪去「類型」，或確定真的要當文字。",
                path=(*path[1::2], field.label),
                value=str(given.kind),
            )
        inner = given.fields or {}
        yield from _as_texts(field.fields, inner, (*path, field.label, "欄位"), at)

"""An empty facts file for a form: every field with its label, and what to write as a comment."""

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from jingjin_forms.blocks import Choice, Items, School
from jingjin_forms.facts import Facts, members
from jingjin_forms.form import FORM_KEY, Form

_COMMENT_COLUMN = 30


def yaml_skeleton(form: type[Form]) -> str:
    """A YAML text that `Form.load` reads once the required facts are filled in."""
    head = [
        f"# {' '.join(filter(None, (form.annex, form.title)))}（{form.programme}）",
        "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。",
        "# 多行內容用「|-」開頭、下一行起縮排。總價、小計、合計與大寫金額由程式計算，不必填。",
        f"{FORM_KEY}: {form.key}",
    ]
    return "\n".join([*head, *_lines(form, "")]) + "\n"


def ordered_fields(facts: type[Facts]) -> list[tuple[str, FieldInfo]]:
    """The fields as a person fills them in: single facts first, then groups, then tables."""

    def rank(field: FieldInfo) -> int:
        member, several = members(field)
        is_group = isinstance(member, type) and issubclass(member, Facts) and member is not School
        return is_group + several * 2 if not _items(field) else 1

    return sorted(facts.model_fields.items(), key=lambda item: rank(item[1]))


def instruction(field: FieldInfo) -> str:
    """What to write into a field: whether it must be filled, its hint, its options, its default."""
    member, _ = members(field)
    words = ["必填"] if field.is_required() else []
    if field.description:
        words.append(field.description)
    if (items := _items(field)) is not None:
        member = items.options
    if isinstance(member, type) and issubclass(member, Choice):
        words.append("可填：" + "、".join(str(option) for option in member))
    if field.default not in (None, "", ()) and not field.is_required() and not field.default_factory:
        words.append(f"不填為 {field.default}")
    return "；".join(words)


def _lines(facts: type[Facts], indent: str) -> Iterator[str]:
    for _, field in ordered_fields(facts):
        member, several = members(field)
        yield _entry(indent, str(field.title), instruction(field))
        if (items := _items(field)) is not None:
            yield from (f"{indent}  {_quoted(item)}:" for item in items.items)
        elif isinstance(member, type) and issubclass(member, Facts) and member is not School:
            inner = [line for line in _lines(member, f"{indent}    " if several else f"{indent}  ")]
            if several:
                inner[0] = f"{indent}  - {inner[0].strip()}"
            yield from inner


def _entry(indent: str, label: str, comment: str) -> str:
    entry = f"{indent}{label}:"
    if not comment:
        return entry
    width = sum(2 if ord(c) > 0x2E7F else 1 for c in entry)  # as an editor shows it
    return f"{entry}{' ' * max(2, _COMMENT_COLUMN - width)}# {comment}"


def _quoted(text: str) -> str:
    return f'"{text}"' if any(c in text for c in ":#[]{}") else text


def _items(field: FieldInfo) -> Items | None:
    return next((piece for piece in _metadata(field) if isinstance(piece, Items)), None)


def _metadata(field: FieldInfo) -> list[Any]:
    return field.metadata

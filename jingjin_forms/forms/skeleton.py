"""An empty facts file for a form: every field with its label, and what to write as a comment."""

import json
from collections.abc import Collection, Iterator
from typing import Any, TypeGuard, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import TextFault, parse_yaml
from jingjin_forms.facts.labels import label_of_key, members
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import FORM_KEY, Form
from jingjin_forms.packets.application import PACKET_KEY, Application
from jingjin_forms.values import Choice, Items
from jingjin_forms.values.multiple_choice import Several

_COMMENT_COLUMN = 30
_OWN_PAPERS = "自備"
_SHARED = {"學校名稱", "學年度"}


def yaml_skeleton(form: type[Form]) -> str:
    """A YAML text that `Form.load` reads once the required facts are filled in."""
    head = [
        f"# {' '.join(filter(None, (form.annex, form.title)))}（{form.programme}）",
        "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。",
        "# 多行內容用「|-」開頭、下一行起縮排。總價、小計、合計與大寫金額由程式計算，不必填。",
        f"{FORM_KEY}: {form.key}",
    ]
    return "\n".join([*head, *_lines(form, "")]) + "\n"


def packet_skeleton(application: type[Application]) -> str:
    """A YAML text that `load_packet` reads: the facts of all papers, each once."""
    head = [
        f"# {application.title}：一份資料產生全部文件",
        "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。",
        "# 只有用得到的文件要填；總價、小計、合計與大寫金額由程式計算，不必填。",
        f"{PACKET_KEY}: {application.key}",
    ]
    lines = [*head, *_lines(application, "", {_OWN_PAPERS})]
    if brought := [paper.title for paper in application.papers if not paper.form]:
        lines += [_entry("", _OWN_PAPERS, "自備文件的檔案，路徑從這份資料檔所在的資料夾算起")]
        lines += [f"  {title}:" for title in dict.fromkeys(brought)]
    given = set(label_of_key(application).values())
    for paper in application.papers:
        if paper.rows:  # what all rows share stands once above them
            shared = set(label_of_key(get_form(paper.form)).values()) & _SHARED - given
            lines += _lines(get_form(paper.form), "", _all_but(get_form(paper.form), shared))
            given |= shared
    for paper in application.papers:
        if paper.form and not paper.rows:
            fields = [*_lines(get_form(paper.form), "", given)]
            lines += ["", f"# {paper.title}", *fields] if fields else []
            given |= set(label_of_key(get_form(paper.form)).values())
    for rows in dict.fromkeys(paper.rows for paper in application.papers if paper.rows):
        lines += ["", *_rows(application, rows, given)]
    return "\n".join(lines) + "\n"


def _all_but(form: type[Form], labels: Collection[str]) -> set[str]:
    return set(label_of_key(form).values()) - set(labels)


def _rows(application: type[Application], rows: str, given: set[str]) -> Iterator[str]:
    """The list of which each row makes papers, with one empty row."""
    papers = [paper for paper in application.papers if paper.rows == rows]
    yield _entry("", rows, "、".join(paper.title for paper in papers) + "，每一份一項")
    lines = [_entry("    ", label, "") for label in application.row_labels]
    known = set(given)
    for paper in papers:
        form = get_form(paper.form)
        lines += _lines(form, "    ", known)
        known |= set(label_of_key(form).values())
    first, *rest = lines
    yield f"  - {first.strip()}"
    yield from rest


def ordered_fields(facts: type[Facts]) -> list[tuple[str, FieldInfo]]:
    """The fields as a person fills them in: single facts first, then groups, then tables."""

    def rank(field: FieldInfo) -> int:
        member, several = members(field)
        group = is_group(member, several)
        return (group or _items(field) is not None) + 2 * (several and group)

    return sorted(facts.model_fields.items(), key=lambda item: rank(item[1]))


def is_group(member: type, several: bool = False) -> TypeGuard[type[Facts]]:
    """Whether a field of this class is filled in part by part; a school is one line of text.

    Of several each is: a photograph may be given by its file alone, but its 說明 belongs to it.
    """
    return issubclass(member, Facts) and (several or not member.text_fact)


def instruction(field: FieldInfo) -> str:
    """What to write into a field: whether it must be filled, its hint, its options, its default."""
    member, _ = members(field)
    words = ["必填"] if field.is_required() else []
    if field.description:
        words.append(" ".join(field.description.split()))
    options = next((p.options for p in field.metadata if isinstance(p, Items | Several)), member)
    if issubclass(options, Choice):
        words.append("可填：" + "、".join(str(option) for option in options))
    if not field.is_required() and field.default and not field.default_factory:
        words.append(f"不填為 {_shown(field.default)}")
    return "；".join(words)


def _shown(default: object) -> str:
    return "、".join(map(str, cast(Any, default))) if isinstance(default, tuple) else str(default)


def _lines(
    facts: type[Facts], indent: str, without: Collection[str] = frozenset()
) -> Iterator[str]:
    for _, field in ordered_fields(facts):
        if str(field.title) in without:
            continue
        member, several = members(field)
        yield _entry(indent, str(field.title), instruction(field))
        if (items := _items(field)) is not None:
            yield from (f"{indent}  {_quoted(item)}:" for item in items.items)
        elif several and is_group(member, several):
            first, *rest = _lines(member, f"{indent}    ")
            yield f"{indent}  - {first.strip()}"
            yield from rest
        elif is_group(member):
            yield from _lines(member, f"{indent}  ")


def _entry(indent: str, label: str, comment: str) -> str:
    entry = f"{indent}{label}:"
    if not comment:
        return entry
    width = sum(2 if ord(c) > 0x2E7F else 1 for c in entry)  # as an editor shows it
    return f"{entry}{' ' * max(2, _COMMENT_COLUMN - width)}# {comment}"


def _quoted(text: str) -> str:
    """The text as a key that YAML reads back as this text."""
    try:
        if parse_yaml(f"{text}:") == {text: ""}:
            return text
    except TextFault:
        pass
    return json.dumps(text, ensure_ascii=False)


def _items(field: FieldInfo) -> Items | None:
    return next((piece for piece in field.metadata if isinstance(piece, Items)), None)

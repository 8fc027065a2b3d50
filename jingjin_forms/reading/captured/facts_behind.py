"""What a paper prints, as the facts that a form is made of.

`Facts.behind` turns round what a form's own `context` adds; here each label becomes what its field
takes: ticks the option, a school's parts its name, 年月日 a date.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any, NamedTuple, cast

from pydantic.fields import FieldInfo

from jingjin_forms.errors import AmountError
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import figures_of, members, once_per_class
from jingjin_forms.parts import School
from jingjin_forms.parts.school import read_name
from jingjin_forms.reading.captured.captured import Steps
from jingjin_forms.reading.captured.expressions import JOINED
from jingjin_forms.reading.captured.kinds import options_of
from jingjin_forms.reading.captured.printed import WHOLE, Stood
from jingjin_forms.values import Checklist
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.multiple_choice import MultipleChoice
from jingjin_forms.values.uppercase import parse_uppercase_amount

_counted = re.compile(r"(?:共|約|計)?\s*([0-9][0-9,.]*)\s*[人位名班場次份節時堂校式個員]{1,2}")

Tell = Callable[[Steps, str, str], None]
"""Notes a doubt: path, what was found, why."""
_ONE_TEXT = "清單印成一段文字，分不出每一項；沒有採用，請自己填。"
_PARTS_OF_SCHOOL = ("縣市", "鄉鎮市區", "簡稱", "學制")


def facts_behind(
    facts: type[Facts], printed: Mapping[str, Any], tell: Tell
) -> tuple[dict[str, Any], dict[Steps, Steps]]:
    """The facts, by printed label, as the class takes them, and of each the path it was printed
    under; what is blank is left out."""
    behind = _Behind(tell)
    return behind.facts(facts, printed, ()), behind.origins


class _Field(NamedTuple):
    """What there is to know of a field."""

    label: str
    member: type
    """The class it is made of."""
    several: bool
    """Whether it is a list of them."""
    parts: type[Facts] | None
    """The same class, where it has fields of its own."""
    is_required: bool
    is_number: bool
    is_checklist: bool
    has_options: bool
    takes_options: bool
    """Whether any number of options may be ticked."""


@once_per_class
def _fields(facts: type[Facts]) -> tuple[_Field, ...]:
    """The fields of a class; looked into once."""
    return tuple(map(_looked_into, facts.model_fields.values()))


def _looked_into(field: FieldInfo) -> _Field:
    member, several = members(field)
    return _Field(
        str(field.title),
        member,
        several,
        member if issubclass(member, Facts) else None,
        field.is_required(),
        not several and issubclass(member, int | Decimal),
        any(isinstance(piece, Checklist) for piece in field.metadata),
        options_of(field) is not None,
        any(isinstance(piece, MultipleChoice) for piece in field.metadata),
    )


class _Behind:
    def __init__(self, tell: Tell):
        self._tell = tell
        self.origins: dict[Steps, Steps] = {}

    def facts(self, facts: type[Facts], printed: Mapping[str, Any], path: Steps) -> dict[str, Any]:
        rearranged = facts.behind(dict(printed))
        done: dict[str, Any] = {}
        for field in _fields(facts):
            value = rearranged.get(field.label)
            if value is not None:
                here = (*path, field.label)
                value = self._field(field, value, here)
                if not _is_blank(value):
                    done[field.label] = self._known(value, here)
        for label in figures_of(facts):
            value = _text(rearranged.get(label))
            if value and label not in done:
                done[label] = self._known(value, (*path, label))
        return done

    def _known(self, value: Any, path: Steps) -> Any:
        """The value alone; where it stood is kept."""
        if isinstance(value, Stood):
            self.origins[path] = value.origin
            return str(value)
        if isinstance(value, list):
            items = cast("list[Any]", value)
            return [self._known(item, (*path, number)) for number, item in enumerate(items)]
        return value

    def _field(self, field: "_Field", value: Any, path: Steps) -> Any:
        if field.is_checklist and isinstance(value, list):
            ticks = cast("list[Any]", value)
            return [self._one(item, (*path, n)) for n, item in enumerate(ticks)]
        if field.has_options and isinstance(value, Mapping):
            ticks = cast("Mapping[str, Any]", value)
            if field.several or field.takes_options:
                return [option for option, ticked in ticks.items() if ticked is True]
            return self._one(ticks, path)
        if field.member is School:
            return _school(value)
        if field.several and isinstance(value, str):
            self._tell(path, value, _ONE_TEXT)
            return None
        if field.parts is not None:
            return self._parts(field.parts, field.several, value, path)
        if field.several and isinstance(value, list):
            return _without_blank_end([_text(v) or "" for v in cast("list[Any]", value)])
        text = _text(value)
        return number_in(text) if field.is_number and isinstance(text, str) else text

    def _parts(self, member: type[Facts], several: bool, value: Any, path: Steps) -> Any:
        if not several:
            is_text = isinstance(value, str | bytes)
            return value if is_text else self.facts(member, cast("Mapping[str, Any]", value), path)
        rows: list[Any] = []
        needs_facts = any(field.is_required for field in _fields(member))
        for row in cast("list[Any]", value):
            if not isinstance(row, str | bytes):
                inner = cast("Mapping[str, Any]", row or {})
                row = self.facts(member, inner, (*path, len(rows)))
            if row or not needs_facts:
                rows.append(row)
        return _without_blank_end(rows)

    def _one(self, ticks: Any, path: Steps) -> str | None:
        """The option that is ticked."""
        if not isinstance(ticks, Mapping):
            return _text(ticks)
        pairs = cast("Mapping[str, Any]", ticks).items()
        chosen = [option for option, ticked in pairs if ticked is True]
        if len(chosen) > 1:
            self._tell(path, "、".join(chosen), "勾了不只一個，只能一個；沒有採用。")
            return None
        return chosen[0] if chosen else None


def number_in(text: str) -> str:
    """A number without the words that people write beside it: 15 人, 壹萬伍仟元整.

    What is no number stays as it is, for the field to refuse.
    """
    if not any(character.isdigit() for character in text):
        with suppress(AmountError):
            return str(parse_uppercase_amount(text))
    found = _counted.fullmatch(half_width(text).strip())
    return found[1] if found is not None else text


def _school(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return _text(value)
    parts = cast("Mapping[str, Any]", value)
    stated = {part: _text(parts.get(part)) for part in _PARTS_OF_SCHOOL}
    full = _text(parts.get(WHOLE)) or _text(parts.get("全銜"))
    name = full or _text(parts.get(JOINED))
    if not name:
        name = "".join(filter(None, (stated["縣市"], stated["鄉鎮市區"], stated["簡稱"])))
        return name or None
    if not full:
        return name
    seen = read_name(full)
    shown: dict[str, str] = {"縣市": seen.county, "鄉鎮市區": seen.township}
    shown |= {"簡稱": seen.short_name, "學制": str(seen.level or "")}
    other = {part: text for part, text in stated.items() if text and text != shown.get(part)}
    return {"全銜": full, **other} if other else full


def _text(value: Any) -> Any:
    """A text, or what the parts of one make."""
    if isinstance(value, Mapping):
        parts = cast("Mapping[str, Any]", value)
        if WHOLE in parts:
            return parts[WHOLE]
        if {"年", "月", "日"} & parts.keys():
            return "".join(f"{parts[p]}{p}" for p in ("年", "月", "日") if parts.get(p))
        texts = [part for part in parts.values() if isinstance(part, str)]
        return texts[0] if len(texts) == 1 else None
    return value


def _without_blank_end(rows: list[Any]) -> list[Any]:
    while rows and _is_blank(rows[-1]):
        rows.pop()
    return rows


def _is_blank(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_blank, cast("list[Any]", value)))
    return value is None or value == "" or value == {}

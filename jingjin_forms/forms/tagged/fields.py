"""From the names in a template's tags, and what our forms know of them, to fields."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jingjin_forms.errors import Problem
from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import items_of
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.tagged.kinds import PARTS, TELLING, annotation_of, kind_of_type
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.use import Use
from jingjin_forms.forms.tagged.vocabulary import Known, Vocabulary
from jingjin_forms.word.codes import CONFLICT

_HINTS: Mapping[FieldKind, str] = {
    FieldKind.DATE: "例如 112年3月17日",
    FieldKind.PERIOD: "例如 112年8月1日至113年6月30日",
    FieldKind.SCHOOL: "全銜，例如 花蓮縣吉安鄉宜昌國民小學",
    FieldKind.SCHOOL_YEAR: "例如 112",
    FieldKind.AMOUNT: "元，整數",
    FieldKind.UPPERCASE: "填數字，例如 15000；印出時自動寫成國字大寫",
    FieldKind.COUNT: "整數，例如 6",
    FieldKind.NUMBER: "只填數字，例如 6 或 1.5",
    FieldKind.PHOTO: "照片的檔名，從這份資料檔所在的資料夾算起",
}


def fields_of(
    uses: Iterable[Use], known: Vocabulary, problems: list[Problem]
) -> tuple[FieldSpec, ...]:
    """A field for every name; whatever no field can be is added to the problems."""
    reader = _Reader(known, problems)
    return tuple(reader.field(use, None) for use in uses)


class _Reader:
    def __init__(self, known: Vocabulary, problems: list[Problem]):
        self._known, self._problems = known, problems

    def field(self, use: Use, within: type[Facts] | None) -> FieldSpec:
        """The field of a name; `within` is the class of ours that the part around it has."""
        if use.is_choice:
            return self._choice(use, [*use.options])
        if use.row is not None:
            return self._list(use, use.row)
        if use.parts:
            return self._parts(use, within)
        return self._value(use, within)

    def _spec(self, use: Use, kind: FieldKind, **more: Any) -> FieldSpec:
        hint = use.hint or self._known.hint(use.label, kind) or _HINTS.get(kind, "")
        is_known = use.label in self._known
        return FieldSpec(
            use.label, kind, hint, use.required, place=use.place, is_known=is_known, **more
        )

    def _value(self, use: Use, within: type[Facts] | None) -> FieldSpec:
        return self._spec(use, use.kind() or self._kind(use, within))

    def _kind(self, use: Use, within: type[Facts] | None) -> FieldKind:
        """What a name without a filter holds."""
        found = self._known.value(use.label, within)
        kind = found.kind if found is not None else self._kind_of_part(use.label)
        if kind is None and self._known.is_amount(use.label):
            kind = FieldKind.AMOUNT
        if use.calculated and kind in (None, FieldKind.TEXT):
            return FieldKind.NUMBER
        is_bare = use.is_asked and not (use.printed or use.is_compared or use.calculated)
        return kind or (FieldKind.TICK if is_bare else FieldKind.TEXT)

    def _kind_of_part(self, label: str) -> FieldKind | None:
        """Of what is a part in our forms, and may be given there by one fact: 照片 by its file."""
        for part in self._known.parts.get(label, ()):
            for info in part.model_fields.values():
                if part.text_fact and info.title == part.text_fact:
                    return kind_of_type(annotation_of(info))
        return None

    def _choice(self, use: Use, options: list[str], found: Known | None = None) -> FieldSpec:
        kind = use.kind()
        if found is None:
            choices = self._known.choices(use.label)
            found = next((k for k in choices if _is_same(k, options, kind)), None)
        if kind is None and found is not None:
            kind = _choice_kind(found)
        is_ours = found is not None and found.has_options(options)
        annotation = found.annotation if is_ours and found is not None else None
        return self._spec(
            use, kind or FieldKind.CHOICE, options=tuple(options), annotation=annotation
        )

    def _parts(self, use: Use, within: type[Facts] | None) -> FieldSpec:
        labels = set(use.parts)
        if (kind := self._kind_with_parts(use, labels, within)) is not None:
            return self._spec(use, kind, has_parts=True)
        is_flat = not any(part.parts or part.row or part.kinds for part in use.parts.values())
        if is_flat and (choice := self._boxes(use, labels)) is not None:
            return self._choice(use, [*use.parts], choice)
        computed = self._known.computed_choice(use.label)
        if is_flat and computed is not None and labels <= {str(option) for option in computed}:
            return self._choice(use, [*use.parts])
        if (annotation := self._type_with(use.label, labels)) is not None:
            return self._spec(use, FieldKind.OTHER, annotation=annotation)
        if use.printed:
            first = next(iter(use.parts.values()))
            self._add(
                use, use.printed, f"印成一個內容，在{first.place}卻是一組（有「{first.label}」）"
            )
        if use.kinds:
            kind, place = next(iter(use.kinds.items()))
            self._add(use, place, f"是「{kind}」，卻還有「{next(iter(use.parts))}」")
        part = self._known.part(use.label, labels)
        inner = tuple(self.field(inner, part) for inner in use.parts.values())
        return self._spec(use, FieldKind.GROUP, fields=inner, part=part)

    def _kind_with_parts(
        self, use: Use, labels: set[str], within: type[Facts] | None
    ) -> FieldKind | None:
        """The kind of one value of which parts are printed: 學校名稱.簡稱, 日期.月."""
        found = self._known.value(use.label, within)
        kind = use.kind() or (found and found.kind)
        if kind is not None and labels <= PARTS.get(kind, frozenset()):
            return kind
        if use.kinds or (found is not None and found.kind in PARTS):
            return None
        return next(
            (k for k, telling in TELLING.items() if labels <= PARTS[k] and labels & telling), None
        )

    def _boxes(self, use: Use, labels: set[str]) -> Known | None:
        """The choice whose options are printed without a filter."""
        own = [k for k in self._known.choices(use.label) if items_of(k.info) is None]
        for found in own:
            if found.options is not None and labels <= {str(o) for o in found.options}:
                return found
        if use.label in self._known or len(labels) < 2:
            return None
        return self._known.choice_of(labels)

    def _type_with(self, label: str, labels: set[str]) -> Any:
        """A type of our own of which these parts can be printed: 時間.各段."""
        for found in self._known.fields.get(label, ()):
            member, several = members(found.info)
            own = {name for name in vars(member) if not name.isascii()}  # not str.title
            if not several and not issubclass(member, Facts) and labels <= own:
                return found.annotation
        return None

    def _list(self, use: Use, row: Use) -> FieldSpec:
        if (checklist := self._checklist(use, row)) is not None:
            return self._spec(use, FieldKind.OTHER, annotation=checklist.annotation)
        rows = {"rows": use.rows, "numbered": use.numbered}
        if row.row is not None:
            if not row.numbered or not row.row.parts:
                self._add(use, row.place, "的每一列又是沒有名稱的清單；請寫成「列.名稱」")
            return self._rows(use, row.row, rows | {"columns": row.numbered})
        return self._rows(use, row, rows)

    def _rows(self, use: Use, row: Use, more: dict[str, Any]) -> FieldSpec:
        part = self._known.part(use.label, row.parts)
        if row.parts and row.printed:
            self._add(use, row.printed, "的列印成一個內容，別處卻印列裡的欄位")
        inner = tuple(self.field(inner, part) for inner in row.parts.values())
        return self._spec(use, FieldKind.LIST, fields=inner, part=part, **more)

    def _checklist(self, use: Use, row: Use) -> Known | None:
        """The printed items of ours that are marked one by one: 成果檢核[0].完成."""
        for found in self._known.choices(use.label):
            items = items_of(found.info)
            if items is None or use.numbered != len(items.items):
                continue
            if set(row.parts) <= {str(option) for option in items.options}:
                return found
        return None

    def _add(self, use: Use, place: str, message: str) -> None:
        remedy = "；同一個名稱只能是一種，請把其中一個改名。"
        fault = f"「{use.label}」在這裡{message}{remedy}"
        self._problems.append(Problem(place, fault, path=(use.label,), code=CONFLICT))


def _choice_kind(found: Known) -> FieldKind:
    _, several = members(found.info)
    return FieldKind.CHOICES if several else FieldKind.CHOICE


def _is_same(found: Known, options: list[str], kind: FieldKind | None) -> bool:
    is_list = items_of(found.info) is not None
    is_same_kind = kind is None or kind is _choice_kind(found)
    return is_same_kind and not is_list and found.has_options(options)


def walked(
    fields: Iterable[FieldSpec], before: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldSpec]]:
    """Every field with its path of labels, those inside others behind them."""
    for spec in fields:
        path = (*before, spec.label)
        yield path, spec
        yield from walked(spec.fields, path)

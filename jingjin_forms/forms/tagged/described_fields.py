"""The fields of a template with what its description says of them, and where the two disagree."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from jingjin_forms.forms.tagged.description import NOTHING_TOLD, FieldDescription
from jingjin_forms.forms.tagged.known_labels import Label, Labels
from jingjin_forms.forms.tagged.lined_yaml import KeyPath
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec

Tell = Callable[[KeyPath, str], None]
"""Notes a problem at a key."""
_HELD = (FieldKind.LIST, FieldKind.GROUP)
_CHOSEN = (FieldKind.CHOICE, FieldKind.CHOICES)
_NO_LABELS: Labels = {}


def described_fields(
    specs: Iterable[FieldSpec],
    told: Mapping[str, FieldDescription | None],
    known: Labels,
    tell: Tell,
    path: KeyPath = ("欄位",),
) -> Iterator[FieldSpec]:
    """Every field with its description; those that only the description has come last.

    `known` is what the form that is varied has beside them.
    """
    tagged = {spec.label: spec for spec in specs}
    for label, spec in tagged.items():
        yield _described(spec, told.get(label), known.get(label), tell, (*path, label))
    for label, description in told.items():
        if label not in tagged:
            spec = _from_base(known[label]) if label in known else FieldSpec(label)
            yield _described(spec, description, known.get(label), tell, (*path, label), new=True)


def unprinted(
    specs: Iterable[FieldSpec], told: Mapping[str, FieldDescription | None], known: Labels
) -> Iterator[tuple[str, ...]]:
    """The labels that are described and that neither a tag nor the varied form has."""
    tagged = {spec.label: spec for spec in specs}
    for label, description in told.items():
        if label not in tagged and label not in known:
            yield (label,)
        inner = (description or NOTHING_TOLD).fields or {}
        spec, base = tagged.get(label), known.get(label)
        if (spec and spec.kind in _HELD) or (base and base.inner):
            around = base.inner if base else _NO_LABELS
            below = unprinted(spec.fields if spec else (), inner, around)
            yield from ((label, *rest) for rest in below)


def no_tag(label: str, known: Iterable[str]) -> str:
    """What is said of a label that nothing prints and nothing uses."""
    near = get_close_matches(label[:50], [*known], n=1, cutoff=0.4)
    meant = f"是不是「{near[0]}」？" if near else ""
    return f"範本裡沒有標記印這個標籤，計算與規則也沒有用到；{meant}請改成範本的標籤，或刪去。"


def _from_base(label: Label) -> FieldSpec:
    inner = tuple(_from_base(below) for below in label.inner.values())
    return FieldSpec(
        label.label, label.kind or FieldKind.OTHER, options=label.options, fields=inner
    )


def _described(
    spec: FieldSpec,
    told: FieldDescription | None,
    known: Label | None,
    tell: Tell,
    path: KeyPath,
    *,
    new: bool = False,
) -> FieldSpec:
    if told is None:
        return spec
    kind = _kind(spec, told, tell, path, new=new)
    if told.rows and kind is not FieldKind.LIST:
        tell((*path, "列數"), f"只有清單有列數，這個標籤是「{kind}」。")
    if told.fields and kind not in _HELD:
        tell((*path, "欄位"), f"只有清單與組裡面有欄位，這個標籤是「{kind}」。")
    if told.computed and told.required:
        tell((*path, "必填"), "算出來的不用填；請刪去「必填」或「計算」。")
    if told.computed and known is not None and known.inner:
        tell((*path, "計算"), "清單與組不能計算，請寫在裡面的欄位。")
    fields = spec.fields
    if told.fields and kind in _HELD:
        around = known.inner if known else _NO_LABELS
        fields = tuple(described_fields(fields, told.fields, around, tell, (*path, "欄位")))
    return replace(
        spec,
        kind=kind,
        annotation=spec.annotation if kind is spec.kind and not told.options else None,
        hint=told.hint or spec.hint,
        required=spec.required if told.required is None else told.required,
        options=_options(spec, told, kind, tell, path),
        rows=told.rows or spec.rows,
        numbered=max(told.rows or 0, spec.numbered),
        fields=fields,
    )


def _kind(
    spec: FieldSpec, told: FieldDescription, tell: Tell, path: KeyPath, *, new: bool
) -> FieldKind:
    kind = told.kind
    if kind is None and (told.options or told.several is not None):
        kind = FieldKind.CHOICES if told.several else FieldKind.CHOICE
        if told.several is None and spec.kind in _CHOSEN:
            kind = spec.kind
    if kind is None and new and told.fields:
        kind = FieldKind.LIST if told.rows else FieldKind.GROUP
    if kind is None or kind is spec.kind:
        return spec.kind
    if told.several and kind is FieldKind.CHOICE:
        tell((*path, "可複選"), "類型是「單選」，不能複選；請把類型改成 複選，或刪去這一行。")
    if _contradicts(spec, kind) and not new:
        where = f"（{spec.place}）" if spec.place else ""
        key = "類型" if told.kind else "可複選" if told.several is not None else "選項"
        tell((*path, key), f"範本的標記是「{spec.kind}」{where}，這裡說是「{kind}」；請改成一致。")
        return spec.kind
    return kind


def _contradicts(spec: FieldSpec, kind: FieldKind) -> bool:
    """Whether the tag says itself that it is something else; what is only guessed may be changed.

    A label that our forms know, or a plain text, has its kind by default.
    """
    if (spec.kind in _HELD) != (kind in _HELD) or spec.kind in _HELD:
        return True
    if kind in _CHOSEN and spec.kind in _CHOSEN:
        return not spec.is_known
    return not spec.is_known and spec.kind is not FieldKind.TEXT


def _options(
    spec: FieldSpec, told: FieldDescription, kind: FieldKind, tell: Tell, path: KeyPath
) -> tuple[str, ...]:
    if kind not in _CHOSEN:
        if told.options:
            tell((*path, "選項"), f"只有單選與複選有選項，這個標籤是「{kind}」。")
        return ()
    options = told.options or spec.options
    if missing := [option for option in spec.options if option not in options]:
        tell((*path, "選項"), f"範本印了「{'、'.join(missing)}」，這裡沒有；請補上。")
    if not options:
        tell((*path, "選項"), "要寫有哪些選項，例如 選項: [線上, 實體]。")
    return options

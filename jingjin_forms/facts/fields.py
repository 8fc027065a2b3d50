"""The fields of facts as a person fills them in: their order, and what to write into each."""

from typing import Any, NamedTuple, TypeGuard, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts.labels import Asked, members, once_per_class
from jingjin_forms.facts.model import Facts
from jingjin_forms.values import Checklist, Choice
from jingjin_forms.values.multiple_choice import MultipleChoice


def ordered_fields(facts: type[Facts]) -> list[tuple[str, FieldInfo]]:
    """The fields as a person fills them in: single facts first, then groups, then tables."""

    def rank(field: FieldInfo) -> int:
        member, several = members(field)
        group = is_group(member, several)
        return (group or items_of(field) is not None) + 2 * (several and group)

    return sorted(facts.model_fields.items(), key=lambda item: rank(item[1]))


def is_group(member: type, several: bool = False) -> TypeGuard[type[Facts]]:
    """Whether a field of this class is filled in part by part; a school is one line of text.

    Of several each is: a photograph may be given by its file alone, but its 說明 belongs to it.
    """
    return issubclass(member, Facts) and (several or not member.text_fact)


def instruction(field: FieldInfo) -> str:
    """What to write into a field: whether it must be filled, by whom if another does, its hint, its
    options, its default."""
    member, _ = members(field)
    words = ["必填"] if field.is_required() else []
    if by := asked(field).by:
        words.append(f"{by}填")
    if field.description:
        words.append(" ".join(field.description.split()))
    options = next(
        (p.options for p in field.metadata if isinstance(p, Checklist | MultipleChoice)), member
    )
    if issubclass(options, Choice):
        words.append("可填：" + "、".join(str(option) for option in options))
    if not field.is_required() and field.default and not field.default_factory:
        words.append(f"不填為 {_shown(field.default)}")
    return "；".join(words)


@once_per_class
def instructions(facts: type[Facts]) -> frozenset[str]:
    """What a skeleton writes beside the fields, and those within, as comments."""
    found: set[str] = set()
    for field in facts.model_fields.values():
        member, _ = members(field)
        found.add(instruction(field))
        if issubclass(member, Facts):  # a school of which more is known is a group in saved facts
            found |= instructions(member)
    return frozenset(found)


def _shown(default: object) -> str:
    return "、".join(map(str, cast(Any, default))) if isinstance(default, tuple) else str(default)


def items_of(field: FieldInfo) -> Checklist | None:
    """The printed items that a field marks one by one; None for other fields."""
    return next((piece for piece in field.metadata if isinstance(piece, Checklist)), None)


def asked(field: FieldInfo) -> Asked:
    """Of whom it is asked; of everyone unless its label says otherwise."""
    return next((piece for piece in field.metadata if isinstance(piece, Asked)), Asked())


class Scope(NamedTuple):
    """Which fields a skeleton has."""

    whole: bool = False
    """Those too that others fill in than who hands in the paper."""
    chosen: tuple[str, ...] = ()
    """The options (計畫一) for which it is, of one choice or of several; of fields for some options
    only, those for any of these."""

    def asks(self, field: FieldInfo) -> bool:
        """Whether the field is one of them."""
        by, only_for = asked(field)
        mine = self._chosen_with(only_for)
        return (self.whole or not by) and (not mine or any(one in only_for for one in mine))

    def _chosen_with(self, options: tuple[Choice, ...]) -> list[str]:
        """What is chosen of the same choice as these options."""
        return [one for one in self.chosen for o in options[:1] if one in map(str, type(o))]


ASKED, EVERYTHING = Scope(), Scope(whole=True)
"""What is asked of who hands in the paper; and what is asked of anybody."""

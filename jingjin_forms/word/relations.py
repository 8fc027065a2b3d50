"""The relations of a part: what it shows or leads to, by the ids that its XML names."""

from typing import NamedTuple

from lxml import etree

from jingjin_forms.files.remembered import of_short_bytes


class Relation(NamedTuple):
    """One relation; what it does not say is the word None, as `str` has it."""

    id: str
    kind: str
    target: str


@of_short_bytes
def relations_in(content: bytes) -> tuple[Relation, ...]:
    """The relations of a .rels. Raises etree.XMLSyntaxError."""
    return tuple(
        Relation(*(str(element.get(name)) for name in ("Id", "Type", "Target")))
        for element in etree.fromstring(content).iterfind("{*}Relationship")
    )

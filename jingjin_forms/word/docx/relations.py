"""The relations of a part: what it shows or leads to, by the ids that its XML names."""

from collections.abc import Mapping
from posixpath import join, normpath
from typing import NamedTuple

from jingjin_forms.files.remembered import of_short_bytes
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.plain_xml import read_xml


class Relation(NamedTuple):
    """One relation; what it does not say is blank."""

    id: str
    type: str
    """An address that says what for."""
    target: str
    """The name of a part of the same file, which need not be there; an address where the relation
    is external."""
    is_external: bool

    @property
    def kind(self) -> str:
        """The end of its type: image."""
        return self.type.rpartition("/")[2]


def rels_name(part: str) -> str:
    """The part that holds a part's relations; those of the whole file are those of ``""``."""
    folder, _, file_name = part.rpartition("/")
    return join(folder, "_rels", f"{file_name}.rels")


def relations_of(parts: Mapping[str, bytes], part: str) -> dict[str, Relation]:
    """A part's relations by their ids, none where it has no .rels. Raises etree.XMLSyntaxError."""
    content = parts.get(rels_name(part))
    found = () if content is None else relations_in(content, part)
    return {relation.id: relation for relation in found}


@of_short_bytes
def relations_in(content: bytes, part: str) -> tuple[Relation, ...]:
    """What the .rels of a part says, in order. Raises etree.XMLSyntaxError."""
    folder = part.rpartition("/")[0]
    entries = read_xml(content).iterfind("{*}Relationship")
    return tuple(_relation(entry, folder) for entry in entries)


def _relation(entry: Element, folder: str) -> Relation:
    id_, type_, target = (entry.get(name) or "" for name in ("Id", "Type", "Target"))
    is_external = entry.get("TargetMode") == "External"
    return Relation(id_, type_, target if is_external else _within(folder, target), is_external)


def _within(folder: str, target: str) -> str:
    """A part's name, where it is said from a folder or, after a stroke, from the file's top."""
    return normpath(join("/", folder, target)).lstrip("/")

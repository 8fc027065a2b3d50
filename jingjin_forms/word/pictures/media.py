"""What values bring into the package: pictures and links, with the relations that name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.package import CONTENT_TYPES, Package
from jingjin_forms.word.docx.relations import relations_of, rels_name

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture's file."""

    name: str
    """In the folder `media`; equal pictures share one."""
    content: bytes
    type: str
    """Such as image/png."""

    @property
    def relation(self) -> str:
        """The id by which a part shows it."""
        return f"rIdPicture{self.name.partition('.')[0]}"


@dataclass(slots=True)
class Brought:
    """The pictures and links that values have brought into one part."""

    pictures: dict[str, Media] = field(default_factory=dict[str, Media])
    """By relationship id."""
    links: dict[str, str] = field(default_factory=dict[str, str])
    """Addresses, by relationship id."""
    styles: dict[str, str] = field(default_factory=dict[str, str])
    """The XML of styles, by name; of an .odt, where no run says itself how it looks."""

    def __bool__(self) -> bool:
        return bool(self.pictures or self.links or self.styles)


def relationship_ids(package: Package, part: str) -> set[str]:
    """The ids by which a part can name pictures and links."""
    return set(relations_of(package.parts, part))


def with_brought(package: Package, brought: Mapping[str, Brought]) -> Package:
    """The package with pictures and links added; `brought` is by part name."""
    added: dict[str, bytes] = {}
    types: dict[str, str] = {}
    for part, of_part in brought.items():
        folder = part.rpartition("/")[0]
        rels = _root(package.parts.get(rels_name(part)), _EMPTY)
        known = {str(relation.get("Id")) for relation in rels}  # a filled file filled once more
        for relation, picture in sorted(of_part.pictures.items()):
            added[f"{folder}/media/{picture.name}"] = picture.content
            types[picture.name.rpartition(".")[2]] = picture.type
            if relation not in known:
                add_relation(rels, relation, "image", f"media/{picture.name}")
        for relation, address in sorted(of_part.links.items()):
            if relation not in known:
                add_relation(rels, relation, "hyperlink", address, is_address=True)
        added[rels_name(part)] = to_bytes(rels)
    added[CONTENT_TYPES] = _with_types(package.parts[CONTENT_TYPES], types)
    return package.with_parts(added, once=True)


def add_relation(
    rels: Element, relation: str, kind: str, target: str, *, is_address: bool = False
) -> None:
    """One relation more, of a kind such as `image`, to a part or to an address."""
    added = etree.SubElement(rels, f"{{{_RELATIONSHIPS}}}Relationship", Id=relation)
    added.set("Type", f"{_OFFICE}/{kind}")
    added.set("Target", target)
    if is_address:
        added.set("TargetMode", "External")


def pictures_of(parts: Mapping[str, bytes], part: str) -> dict[str, bytes]:
    """The pictures that a part of a Word file shows, by relationship id."""
    return {relation: parts[name] for relation, name in targets_of(parts, part, "image").items()}


def targets_of(parts: Mapping[str, bytes], part: str, kind: str) -> dict[str, str]:
    """The names of the parts that a part has relations of a kind to, by relationship id."""
    return {
        id_: relation.target
        for id_, relation in relations_of(parts, part).items()
        if relation.kind == kind and not relation.is_external and relation.target in parts
    }


def _with_types(content: bytes, wanted: Mapping[str, str]) -> bytes:
    types = etree.fromstring(content)
    known = {str(default.get("Extension")).lower() for default in types.iterfind("{*}Default")}
    for suffix in sorted(wanted.keys() - known):
        tag = str(types.tag).replace("Types", "Default")
        types.insert(0, etree.Element(tag, Extension=suffix, ContentType=wanted[suffix]))
    return to_bytes(types)


def _root(content: bytes | None, empty: str) -> Element:
    return etree.fromstring(content if content is not None else empty.encode())


def to_bytes(root: Element) -> bytes:
    """A part as it goes into the file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

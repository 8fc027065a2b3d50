"""Pictures into the package: the files, the relationships that name them, their content types."""

from collections.abc import Mapping
from posixpath import normpath

from lxml import etree

from jingjin_forms.word.location import Element
from jingjin_forms.word.package import CONTENT_TYPES, Package
from jingjin_forms.word.picture import FittedPicture
from jingjin_forms.word.relations import relations_in

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def relationship_ids(package: Package, part: str) -> set[str]:
    """The ids by which a part can name pictures and links."""
    rels = _root(package.parts.get(_rels_name(part)), _EMPTY)
    return {str(relationship.get("Id")) for relationship in rels}


def with_pictures(package: Package, pictures: Mapping[str, Mapping[str, FittedPicture]]) -> Package:
    """The package with pictures added; `pictures` is by part name, then by relationship id."""
    added: dict[str, bytes] = {}
    suffixes: set[str] = set()
    for part, by_relationship in pictures.items():
        folder = part.rpartition("/")[0]
        rels = _root(package.parts.get(_rels_name(part)), _EMPTY)
        for relationship, picture in sorted(by_relationship.items()):
            added[f"{folder}/media/{picture.name}"] = picture.content
            suffixes.add(picture.suffix)
            etree.SubElement(
                rels,
                f"{{{_RELATIONSHIPS}}}Relationship",
                Id=relationship,
                Type=_IMAGE,
                Target=f"media/{picture.name}",
            )
        added[_rels_name(part)] = _bytes(rels)
    added[CONTENT_TYPES] = _with_types(package.parts[CONTENT_TYPES], suffixes)
    return package.with_parts(added)


def pictures_of(parts: Mapping[str, bytes], part: str) -> dict[str, bytes]:
    """The pictures that a part of a Word file shows, by relationship id."""
    content = parts.get(_rels_name(part))
    if content is None:
        return {}
    folder = part.rpartition("/")[0]
    found: dict[str, bytes] = {}
    for relation in relations_in(content):
        if not relation.kind.endswith("/image"):
            continue
        target = relation.target
        name = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")
        if name in parts:
            found[relation.id] = parts[name]
    return found


def _rels_name(part: str) -> str:
    folder, _, file_name = part.rpartition("/")
    return f"{folder}/_rels/{file_name}.rels"


def _with_types(content: bytes, suffixes: set[str]) -> bytes:
    types = etree.fromstring(content)
    known = {str(default.get("Extension")).lower() for default in types.iterfind("{*}Default")}
    for suffix in sorted(suffixes - known):
        tag = str(types.tag).replace("Types", "Default")
        types.insert(0, etree.Element(tag, Extension=suffix, ContentType=f"image/{suffix}"))
    return _bytes(types)


def _root(content: bytes | None, empty: str) -> Element:
    return etree.fromstring(content if content is not None else empty.encode())


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

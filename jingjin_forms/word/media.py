"""Pictures into the package: the files, the relationships that name them, their content types."""

from collections.abc import Mapping

from lxml import etree

from jingjin_forms.word.package import CONTENT_TYPES, Package
from jingjin_forms.word.picture import FittedPicture

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def with_pictures(
    package: Package, pictures: Mapping[str, Mapping[str, FittedPicture]]
) -> Package:
    """The package with pictures added; `pictures` is by part name, then by relationship id."""
    added: dict[str, bytes] = {}
    suffixes: set[str] = set()
    for part, by_relationship in pictures.items():
        folder, _, file_name = part.rpartition("/")
        rels_name = f"{folder}/_rels/{file_name}.rels"
        rels = _root(package.parts.get(rels_name), f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
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
        added[rels_name] = _bytes(rels)
    added[CONTENT_TYPES] = _with_types(package.parts[CONTENT_TYPES], suffixes)
    return package.with_parts(added)


def _with_types(content: bytes, suffixes: set[str]) -> bytes:
    types = etree.fromstring(content)
    known = {str(default.get("Extension")).lower() for default in types.iterfind("{*}Default")}
    for suffix in sorted(suffixes - known):
        tag = types.tag.replace("Types", "Default") if isinstance(types.tag, str) else "Default"
        types.insert(0, etree.Element(tag, Extension=suffix, ContentType=f"image/{suffix}"))
    return _bytes(types)


def _root(content: bytes | None, empty: str) -> etree._Element:
    return etree.fromstring(content if content is not None else empty.encode())


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

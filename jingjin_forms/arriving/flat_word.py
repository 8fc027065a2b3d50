"""A Word file written as one XML (Flat OPC): the same parts, one behind the other."""

import base64
import binascii

from lxml import etree

from jingjin_forms.arriving.codes import DAMAGED
from jingjin_forms.errors import FileProblemError
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.package import CONTENT_TYPES

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def parts_of_flat(content: bytes) -> dict[str, bytes]:
    """Its parts as a .docx holds them. Raises FileProblemError, the end of a sentence."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
        parts: dict[str, bytes] = {}
        types = etree.Element(f"{{{_TYPES}}}Types", None, {None: _TYPES})
        default = etree.SubElement(types, f"{{{_TYPES}}}Default")
        default.set("Extension", "rels")
        default.set("ContentType", _RELATIONS)
        for part in root.iter(f"{_PKG}part"):
            name = part.get(f"{_PKG}name") or ""
            kind = part.get(f"{_PKG}contentType") or ""
            parts[name.lstrip("/")] = _content(part)
            if kind != _RELATIONS:
                entry = etree.SubElement(types, f"{{{_TYPES}}}Override")
                entry.set("PartName", name)
                entry.set("ContentType", kind)
    except (etree.XMLSyntaxError, ValueError, binascii.Error) as error:
        raise FileProblemError(f"檔案已損壞（{error}）", code=DAMAGED) from None
    return {CONTENT_TYPES: etree.tostring(types, xml_declaration=True, encoding="UTF-8")} | parts


def _content(part: Element) -> bytes:
    data = part.find(f"{_PKG}xmlData")
    if data is not None and len(data):
        return etree.tostring(data[0], xml_declaration=True, encoding="UTF-8", standalone=True)
    binary = part.findtext(f"{_PKG}binaryData") or ""
    return base64.b64decode(binary)

"""What less usual programs do to a package: Strict names, other prefixes, other part names."""

import re
from collections.abc import Mapping

STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": (
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": (
        "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
    ),
}

Parts = Mapping[str, bytes]


def strict(parts: Parts) -> Parts:
    """As Word saves it when asked for "Strict Open XML"."""
    result: dict[str, bytes] = {}
    for name, content in parts.items():
        if name != "[Content_Types].xml":
            for old, new in STRICT.items():
                content = content.replace(old.encode(), new.encode())
            content = content.replace(
                b"purl.oclc.org/ooxml/officeDocument/relationships/extended-properties",
                b"purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties",
            )
        if name == "word/document.xml":
            content = content.replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)
        result[name] = content
    return result


def prefixed(parts: Parts, prefix: str = "ns0") -> Parts:
    """As a library writes it that invents prefixes: `<ns0:p>`."""
    text = parts["word/document.xml"].decode()
    text = re.sub(r"(</?)w:", rf"\g<1>{prefix}:", text)
    text = re.sub(r'(\s)w:(\w+=")', rf"\g<1>{prefix}:\g<2>", text)
    return {**parts, "word/document.xml": text.replace("xmlns:w=", f"xmlns:{prefix}=").encode()}


def renamed(parts: Parts, stem: str = "document2") -> Parts:
    """As Word on the web has it: the main part under another name, targets from the root."""
    result: dict[str, bytes] = {}
    for name, content in parts.items():
        if name in ("[Content_Types].xml", "_rels/.rels"):
            content = content.replace(b"word/document.xml", f"word/{stem}.xml".encode())
        if name == "_rels/.rels":
            content = content.replace(b'Target="', b'Target="/')
        result[
            name.replace("word/document.xml", f"word/{stem}.xml").replace(
                "document.xml.rels", f"{stem}.xml.rels"
            )
        ] = content
    return result

"""Word files that are nearly a .docx: with macros, as templates (.dotx), in Strict Open XML.

All three say another thing of what they are than a .docx does; what they print is the same.
"""

import posixpath
import re
from collections.abc import Callable

from lxml import etree

from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.package import CONTENT_TYPES
from jingjin_forms.word.docx.parts import DOCUMENT_TYPE, WORD_TYPES
from jingjin_forms.word.docx.plain_xml import read_xml

_TEMPLATE = f"{WORD_TYPES}.template.main+xml"
_MACRO_DOCUMENT = "application/vnd.ms-word.document.macroEnabled.main+xml"
_MACRO_TEMPLATE = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
_MACROS = re.compile(r"vba(?:project(?:signature\w*)?\.bin|data\.xml)$", re.IGNORECASE)
_MACRO_RELATION = re.compile(r"/(?:vbaProject\w*|wordVbaData|ui/extensibility)$", re.IGNORECASE)
_COMMENTS = re.compile(r"/comments\w*\.xml$")
_COMMENT_MARKS = tuple(f"{W}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference"))
_SIGNATURES = "_xmlsignatures/"
_SIGNATURE_RELATION = "/digital-signature/"

_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/([\w/]*)")
_RENAMED = {
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}
_SIDES = {"start": "left", "end": "right"}
_SIDED = frozenset(("tblBorders", "tcBorders", "tblCellMar", "tcMar"))
_SIDED_VALUES = frozenset(("jc", "lvlJc", "tab", "ptab"))


def mended(parts: dict[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """The parts as a .docx has them, and what was done, as sentences; both may be as they were.

    Nothing is raised: what is broken stays so, and is told by whoever reads it.
    """
    notes: list[str] = []
    steps: tuple[Callable[[dict[str, bytes]], tuple[dict[str, bytes], str]], ...]
    steps = (_transitional, _without_macros, _as_document, _unsigned)
    for step in steps:
        parts, note = step(parts)
        if note:
            notes.append(note)
    return parts, notes


def _as_document(parts: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    kinds = parts.get(CONTENT_TYPES, b"")
    if DOCUMENT_TYPE.encode() in kinds or _TEMPLATE.encode() not in kinds:
        return parts, ""
    changed = kinds.replace(_TEMPLATE.encode(), DOCUMENT_TYPE.encode())
    return parts | {CONTENT_TYPES: changed}, "這是 Word 範本檔（.dotx），已改當一般的 Word 文件。"


def _without_macros(parts: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    kinds = parts.get(CONTENT_TYPES, b"")
    is_named_so = _MACRO_DOCUMENT.encode() in kinds or _MACRO_TEMPLATE.encode() in kinds
    macros = {name for name in parts if _MACROS.search(name)}
    if not is_named_so and not macros:
        return parts, ""
    changed = {name: content for name, content in parts.items() if name not in macros}
    for kind in (_MACRO_DOCUMENT, _MACRO_TEMPLATE):
        kinds = kinds.replace(kind.encode(), DOCUMENT_TYPE.encode())
    changed[CONTENT_TYPES] = _kinds_of(kinds, changed)
    changed = _without_relations(changed, lambda kind: bool(_MACRO_RELATION.search(kind)))
    return changed, "這份檔案含有巨集（.docm、.dotm），巨集已去掉，版面與文字不變。"


def _unsigned(parts: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    if not any(name.startswith(_SIGNATURES) for name in parts):
        return parts, ""
    changed = {n: content for n, content in parts.items() if not n.startswith(_SIGNATURES)}
    changed[CONTENT_TYPES] = _kinds_of(changed.get(CONTENT_TYPES, b""), changed)
    changed = _without_relations(changed, lambda kind: _SIGNATURE_RELATION in kind)
    return changed, "這份檔案有數位簽章；放進標籤後簽章就不成立，已去掉。"


def without_comments(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Without the notes in the margin, and the marks of where they belong."""
    changed = {name: content for name, content in parts.items() if not _COMMENTS.search(name)}
    if len(changed) == len(parts):
        return parts
    for name, content in changed.items():
        if name.endswith(".xml") and b"<w:comment" in content:
            root = read_xml(content)
            etree.strip_elements(root, *_COMMENT_MARKS, with_tail=False)
            changed[name] = _written(root)
    changed[CONTENT_TYPES] = _kinds_of(changed.get(CONTENT_TYPES, b""), changed)
    return _without_relations(changed, lambda kind: "comments" in kind)


def _kinds_of(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The list of types, without those of parts that are gone."""
    try:
        root = read_xml(content)
    except (etree.XMLSyntaxError, ValueError):
        return content
    there = {name.lower() for name in parts}
    suffixes = {name.rpartition(".")[2] for name in there}
    for entry in list(root):
        name, suffix = entry.get("PartName"), entry.get("Extension")
        is_gone = name is not None and name.lstrip("/").lower() not in there
        if is_gone or (suffix is not None and suffix.lower() not in suffixes):
            root.remove(entry)
    return _written(root)


def _without_relations(
    parts: dict[str, bytes], is_unwanted: Callable[[str], bool]
) -> dict[str, bytes]:
    """Without the relations of that kind, and those of parts that are gone themselves."""
    changed = dict(parts)
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, file = posixpath.split(posixpath.dirname(name)), posixpath.basename(name)
        owner = posixpath.join(folder[0], file.removesuffix(".rels"))
        if file != ".rels" and owner not in parts:
            del changed[name]
            continue
        try:
            root = read_xml(content)
        except (etree.XMLSyntaxError, ValueError):
            continue
        unwanted = [entry for entry in root if is_unwanted(entry.get("Type") or "")]
        for entry in unwanted:
            root.remove(entry)
        if unwanted:
            changed[name] = _written(root)
    return changed


def _transitional(parts: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    """Strict Open XML as the usual kind: other names for the same things, and sides of a page."""
    strict = {n for n, c in parts.items() if _is_xml(n) and _STRICT.encode() in c}
    if not strict:
        return parts, ""
    changed = dict(parts)
    for name in strict:
        changed[name] = _sided(_STRICT_NAME.sub(_usual_name, parts[name]))
    return changed, "這是「Strict Open XML」格式，已轉成一般的 .docx，版面請核對。"


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _usual_name(found: re.Match[bytes]) -> bytes:
    rest = b"/".join(_RENAMED.get(step, step) for step in found[2].split(b"/"))
    return b"http://schemas.openxmlformats.org/" + found[1] + b"/2006/" + rest


def _sided(content: bytes) -> bytes:
    """`start` and `end` as the left and right that they are: Word reads both, few others do."""
    try:
        root = read_xml(content)
    except (etree.XMLSyntaxError, ValueError):
        return content
    if not str(root.tag).startswith(W):
        return content
    root.attrib.pop(f"{W}conformance", None)
    for element in root.iter(f"{W}*"):
        name = str(element.tag).removeprefix(W)
        if name in _SIDED:
            _rename_children(element)
        elif name == "ind":
            _rename_attributes(element)
        elif name in _SIDED_VALUES:
            value = element.get(f"{W}val") or ""
            if value in _SIDES:
                element.set(f"{W}val", _SIDES[value])
    return _written(root)


def _rename_children(element: Element) -> None:
    for child in element:
        side = _SIDES.get(str(child.tag).removeprefix(W))
        if side:
            child.tag = f"{W}{side}"


def _rename_attributes(element: Element) -> None:
    for key, value in list(element.attrib.items()):
        for side, usual in _SIDES.items():
            if str(key) in (f"{W}{side}", f"{W}{side}Chars"):
                del element.attrib[key]
                element.set(str(key).replace(side, usual), value)


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

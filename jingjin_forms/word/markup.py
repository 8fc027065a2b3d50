"""Values that bring XML of their own: macros of the template, docxtpl's RichText and Listing."""

import re
from collections.abc import Set as AbstractSet

from lxml import etree

from jingjin_forms.word.location import Element, W
from jingjin_forms.word.tag_context import TagContext

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# docxtpl's RichText and Listing write \n \t \a \f and leave them to a second pass over the part;
# what begins with `r:` names a picture or link of a file.
_find_special = re.compile("[\n\t\a\f]|\\br:").search
_find_xml = re.compile("[<&]").search
_find_illegal = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]").search

# Markup may close what its tag stands in, if it opens that again.
_SURROUNDINGS = {
    TagContext.RUN: ("<w:r><w:t>", "</w:t></w:r>"),
    TagContext.RUNS: ("<w:p>", "</w:p>"),
}
_TEXT_ONLY = (TagContext.PLAIN, TagContext.ATTRIBUTE)


class DiagnosisNeeded(Exception):
    """A value that needs more than its own text: a picture, or markup that must be looked into."""


def checked_markup(value: object, slot: TagContext) -> str:
    """The XML of a value, if it can be seen at once that it is whole; else DiagnosisNeeded."""
    xml = _xml(value)
    if _find_illegal(xml) or _find_special(xml) or (slot in _TEXT_ONLY and "<" in xml):
        raise DiagnosisNeeded
    if _find_xml(xml) and _parsed(xml, slot, f' xmlns:w="{W[1:-1]}"') is None:
        raise DiagnosisNeeded
    return xml


def markup_with_fault(
    value: object, slot: TagContext, namespaces: str, relationships: AbstractSet[str]
) -> tuple[str, str | None]:
    """The XML of a value, and what is wrong with it in this part, None when it may be printed."""
    xml = _xml(value)
    if found := _find_illegal(xml):
        return xml, f"內有 Word 不能存的控制字元 U+{ord(found[0]):04X}，請刪去。"
    if slot in _TEXT_ONLY and "<" in xml:
        return xml, "是格式標記，這裡只能放文字。"
    parsed = _parsed(xml.replace("\a", "").replace("\f", ""), slot, namespaces)
    if parsed is None:
        return xml, "是格式標記，但不是完整的 Word XML：一般文字請直接給，不要用 safe 或 Markup。"
    used = {str(v) for e in parsed.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
    if not used <= relationships:
        return xml, "用到別的檔案的圖片或超連結：圖片請改用 jingjin_forms.word.Picture。"
    return xml, None


def _xml(value: object) -> str:
    return str.__str__(value.__html__())  # type: ignore[attr-defined]


def _parsed(xml: str, slot: TagContext, namespaces: str) -> Element | None:
    before, after = _SURROUNDINGS.get(slot, ("", ""))
    try:
        return etree.fromstring(f"<x{namespaces}>{before}{xml}{after}</x>")
    except etree.XMLSyntaxError:
        return None

"""Values that bring XML of their own: macros of the template, docxtpl's RichText and Listing."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml import etree
from markupsafe import Markup

from jingjin_forms.word.docx.location import PARAGRAPH, TEXT, Element, W
from jingjin_forms.word.printing.lifting import (
    RUN,
    TOP,
    has_bare_text,
    hidden,
    kind_of,
    shown,
    wrapped,
)
from jingjin_forms.word.printing.links import relinked
from jingjin_forms.word.printing.tag_context import TagContext

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
_WANTED = {TagContext.RUNS: "run", TagContext.BLOCKS: "block", TagContext.ROWS: "row"}
_PARTED = frozenset(("w:p", "w:r", "w:t"))
"""What stands around a tag that paragraphs may be printed at."""
_WITH_PARTS = frozenset(
    [
        ("docxtpl.inline_image", "InlineImage"),
        ("docxtpl.subdoc", "Subdoc"),
        ("jingjin_forms.word.subdocuments.subdocument", "Subdocument"),
    ]
)
_bare_ampersand = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)")
_NOT_WHOLE = "是格式標記，但不是完整的 Word XML：一般文字請直接給，不要用 safe 或 Markup。"
_FOREIGN = (
    "用到別的檔案的圖片或超連結：圖片請改用 Picture 或 InlineImage，"
    "超連結的 url_id 請用 compile_template(…).build_url_id(網址) 取得。"
)


class DiagnosisNeeded(Exception):
    """A value that needs more than its own text: a picture, or markup that must be looked into."""


def marked_safe(value: Any) -> Markup:
    """The filter `safe`: what a template marks as markup may say 國語 & 數學."""
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup(_bare_ampersand.sub("&amp;", str(value)))


def checked_markup(value: object, slot: TagContext) -> str:
    """The XML of a value, if it can be seen at once that it is whole; else DiagnosisNeeded."""
    if brings_parts(type(value)):
        raise DiagnosisNeeded
    xml = _xml(value)
    if _find_illegal(xml) or _find_special(xml) or (slot in _TEXT_ONLY and "<" in xml):
        raise DiagnosisNeeded
    if _find_xml(xml) or (slot in _WANTED and xml):
        parsed = _parsed(xml, slot, f' xmlns:w="{W[1:-1]}"')
        if parsed is None or not _is_placed(parsed, slot):
            raise DiagnosisNeeded
    return xml


@dataclass(frozen=True, slots=True)
class PlacedMarkup:
    """The XML of a value as it goes to its place, and what is to be done with it."""

    xml: str
    fault: str | None = None
    """Why it cannot be printed there."""
    is_lifted: bool = False
    """Whether it stands in a text or a paragraph that must be parted for it (see `lifting`)."""
    links: Mapping[str, str] = field(default_factory=dict[str, str])
    """The addresses it leads to, by the ids of relations that the part has not got yet."""
    styles: Mapping[str, str] = field(default_factory=dict[str, str])
    """The XML of the styles it needs, by name."""


def placed_markup(
    value: object,
    slot: TagContext,
    namespaces: str,
    relations: AbstractSet[str],
    within: AbstractSet[str],
) -> PlacedMarkup:
    """The XML of a value where its tag stands, or the fault that keeps it from being printed.

    `relations` are those of the part, `within` the names of the elements around the tag.
    """
    xml = _xml(value)
    if found := _find_illegal(xml):
        return PlacedMarkup("", f"內有 Word 不能存的控制字元 U+{ord(found[0]):04X}，請刪去。")
    if slot in _TEXT_ONLY and "<" in xml:
        return PlacedMarkup("", "是格式標記，這裡只能放文字。")
    xml, links = relinked(xml)
    if "<w:hyperlink r:id" in xml and " xmlns:r=" not in namespaces:
        xml = xml.replace("<w:hyperlink r:id", f'<w:hyperlink xmlns:r="{R[1:-1]}" r:id')
    parsed = _parsed(hidden(xml), slot, namespaces)
    if parsed is None:
        return PlacedMarkup("", _NOT_WHOLE)
    used = {str(v) for e in parsed.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
    # Only what the template itself prints can know the ids of the template.
    known = links.keys() if _of_docxtpl(type(value)) else links.keys() | relations
    if not used <= known:
        return PlacedMarkup("", _FOREIGN)
    if _is_placed(parsed, slot):
        return PlacedMarkup(xml, links=links)
    fault = _fault_of_place(parsed, slot, within)
    if fault is not None:
        return PlacedMarkup("", fault)
    is_lifted = slot is TagContext.RUN
    if slot is TagContext.RUNS:
        is_lifted = any(kind_of(e) == "block" for e in parsed[0])
        xml = shown(wrapped(parsed[0], RUN))
    elif slot is TagContext.BLOCKS:
        xml = shown(wrapped(parsed, PARAGRAPH))
    return PlacedMarkup(xml, is_lifted=is_lifted, links=links)


def _is_placed(parsed: Element, slot: TagContext) -> bool:
    """Whether nothing of it stands where Word does not look for it."""
    if slot in _TEXT_ONLY:
        return True
    if slot is TagContext.RUN:
        return not any(len(text) for text in parsed.iter(TEXT)) and not any(
            has_bare_text(e) for e in (parsed, *parsed.iter(RUN))
        )
    holder = parsed[0] if slot is TagContext.RUNS else parsed
    wanted = _WANTED[slot], "mark"
    return not has_bare_text(holder) and all(kind_of(e) in wanted for e in holder)


def _fault_of_place(parsed: Element, slot: TagContext, within: AbstractSet[str]) -> str | None:
    """Why what does not stand right cannot be moved either."""
    kinds = {kind_of(e) for e in _printed(parsed, slot)}
    if slot is TagContext.ROWS:
        return "這裡只能放整列或整格；要印文字請改用 {{ … }}。"
    if "row" in kinds:
        return "是表格的列或格，請改用 {{tr … }} 或 {{tc … }}。"
    if "block" in kinds and slot is not TagContext.BLOCKS and not within <= _PARTED:
        return "是整段的內容，不能放在超連結或段落的內容控制項裡：請把標籤移到外面，改用 {{p … }}。"
    if "w:hyperlink" in within and any(e.tag == f"{W}hyperlink" for e in parsed.iter()):
        return "是超連結，不能放在另一個超連結裡：請移除標籤上的超連結。"
    return None


def _printed(parsed: Element, slot: TagContext) -> Iterator[Element]:
    if slot is TagContext.RUN:
        return (e for text in parsed.iter(TEXT) for e in text)
    return iter(parsed[0] if slot is TagContext.RUNS else parsed)


@cache
def brings_parts(kind: type[Any]) -> bool:
    """Whether values of this type are made of more than text: pictures, styles, numberings."""
    return any((k.__module__, k.__name__) in _WITH_PARTS for k in kind.__mro__)


@cache
def _of_docxtpl(kind: type[Any]) -> bool:
    return any(k.__module__.startswith("docxtpl.") for k in kind.__mro__)


def _xml(value: object) -> str:
    return str.__str__(value.__html__())  # type: ignore[attr-defined]


def _parsed(xml: str, slot: TagContext, namespaces: str) -> Element | None:
    before, after = _SURROUNDINGS.get(slot, ("", ""))
    try:
        return etree.fromstring(f"<{TOP}{namespaces}>{before}{xml}{after}</{TOP}>")
    except etree.XMLSyntaxError:
        return None

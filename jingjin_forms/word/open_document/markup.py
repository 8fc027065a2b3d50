"""Values that bring XML of their own, at a tag of an .odt."""

import re
from collections.abc import Set as AbstractSet

from lxml import etree

from jingjin_forms.word.docx.location import W
from jingjin_forms.word.open_document.rich_text import odt_runs
from jingjin_forms.word.open_document.text import spaced
from jingjin_forms.word.printing.links import relinked
from jingjin_forms.word.printing.markup import PlacedMarkup
from jingjin_forms.word.printing.tag_context import TagContext
from jingjin_forms.word.printing.text import UnprintableError

_find_illegal = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]").search
_TEXT_ONLY = (TagContext.PLAIN, TagContext.ATTRIBUTE)
_IN_TEXT = (TagContext.RUN, TagContext.RUNS, TagContext.BLOCKS)
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOT_WHOLE = "是格式標記，但不是完整的 XML：一般文字請直接給，不要用 safe 或 Markup。"


def odt_markup(
    value: object,
    slot: TagContext,
    namespaces: str,
    relations: AbstractSet[str],
    within: AbstractSet[str],
) -> PlacedMarkup:
    """The XML of a value where its tag stands, or the fault that keeps it from being printed.

    Runs of Word's, as docxtpl's RichText has them, become spans; what a macro of the template has
    printed is an .odt's already. Takes what `word.printing.markup.placed_markup` takes.
    """
    xml = str.__str__(value.__html__())  # type: ignore[attr-defined]
    if found := _find_illegal(xml):
        return PlacedMarkup(
            "", f"內有不能存的控制字元 U+{ord(found[0]):04X}（或換段、換頁），請刪去。"
        )
    if "<" not in xml:
        in_text = slot in _IN_TEXT
        text = spaced(xml.replace("\r\n", "\n")) if in_text else xml
        return PlacedMarkup(f"<text:p>{text}</text:p>" if slot is TagContext.BLOCKS else text)
    if slot in _TEXT_ONLY:
        return PlacedMarkup("", "是格式標記，這裡只能放文字。")
    xml, links = relinked(xml)
    try:
        parsed = etree.fromstring(
            f'<x xmlns:w="{W[1:-1]}" xmlns:r="{_R}"{_others(namespaces)}>{xml}</x>'
        )
    except etree.XMLSyntaxError:
        return PlacedMarkup("", _NOT_WHOLE)
    if not any(str(element.tag).startswith(W) for element in parsed.iter("*")):
        return PlacedMarkup(xml)
    if slot not in _IN_TEXT:
        return PlacedMarkup("", "這裡只能放整列或整格；要印文字請改用 {{ … }}。")
    styles: dict[str, str] = {}
    try:
        spans = odt_runs(parsed, links, styles)
    except UnprintableError as error:
        return PlacedMarkup("", str(error))
    spans = f"<text:p>{spans}</text:p>" if slot is TagContext.BLOCKS else spans
    return PlacedMarkup(spans, styles=styles)


def _others(namespaces: str) -> str:
    """The part's namespaces without those that are declared anyway."""
    return re.sub(r' xmlns:[wr]="[^"]*"', "", namespaces)

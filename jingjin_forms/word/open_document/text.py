"""Values → the text of an .odt, in each kind of place that a tag can stand in.

As in `word.printing.text`, but a line break, a tab and every space that would be lost (the first,
the last, the second of two) is an element of its own.
"""

import re
from collections.abc import Callable

from jingjin_forms.word.printing.markup import checked_markup
from jingjin_forms.word.printing.tag_context import TagContext
from jingjin_forms.word.printing.text import LINE_BREAK, PRINTERS, TAB, LongText, run_text

_find_special = re.compile(r"[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]|^ | $|  ").search
_spaces = re.compile(r"\A +| +\Z| {2,}| +(?=[\n\t])|(?<=[\n\t]) +")


def spaced(text: str) -> str:
    """Escaped text with its spaces, line breaks and tabs as an .odt has them."""
    if " " in text:
        text = _spaces.sub(_counted, text)
    return text.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")


def _counted(found: re.Match[str]) -> str:
    count = len(found[0])
    return "<text:s/>" if count == 1 else f'<text:s text:c="{count}"/>'


def odt_text(value: object) -> str:
    """The value in the text of a paragraph."""
    if type(value) is str and _find_special(value) is None:
        return value
    try:
        text = _word_text(value)
    except LongText as long:
        raise LongText(_translated(long.text)) from None
    return _translated(text)


def _word_text(value: object) -> str:
    # Markup for Word, and what a macro has printed already, is looked into before it is printed.
    return (
        checked_markup(value, TagContext.PLAIN) if hasattr(value, "__html__") else run_text(value)
    )


def _translated(text: str) -> str:
    if "<" in text:
        text = text.replace(LINE_BREAK, "\n").replace(TAB, "\t")
    return spaced(text)


def odt_paragraph(value: object) -> str:
    """The value where whole paragraphs stand; a plain text becomes a paragraph of its own."""
    text = odt_text(value)
    return f"<text:p>{text}</text:p>" if text else ""


ODT_PRINTERS: dict[TagContext, Callable[[object], str]] = {
    **PRINTERS,
    TagContext.RUN: odt_text,
    TagContext.RUNS: odt_text,
    TagContext.BLOCKS: odt_paragraph,
}

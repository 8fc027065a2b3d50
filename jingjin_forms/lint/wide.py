"""Full-width signs in tags, which to the template's language are no signs at all."""

import re
import unicodedata
from collections.abc import Iterator

from jingjin_forms.lint.typed import Paragraph
from jingjin_forms.word.docx.location import PARAGRAPH, Element, Place

_quoted = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_half_closed = re.compile(r"(?:\{\{|\{%)[^{}｛｝]*?(?:[％}｝]｝|[％｝]\})")
_HALF = {"「": '"', "」": '"', "『": '"', "』": '"', "、": ",", "。": "."}
_NAME_CATEGORIES = ("L", "N", "Pc", "Zs")
"""Letters, figures, ＿ and wide spaces: a name may have them, or they mean nothing."""


def tags_with_wide_signs(paragraph: Paragraph) -> Iterator[tuple[int, int, list[str]]]:
    """Where such tags begin and end, and their wide signs that do not stand within quotes."""
    spans = [(tag.start, tag.end) for tag in paragraph.tags]
    for found in _half_closed.finditer(paragraph.text):
        if not any(start <= found.start() < end for start, end in spans):
            spans.append(found.span())
    for start, end in spans:
        unquoted = _quoted.sub("", paragraph.text[start:end])
        if signs := [*dict.fromkeys(filter(_is_wide_sign, unquoted))]:
            yield start, end, signs


def half(sign: str) -> str:
    """The sign that was meant."""
    return _HALF.get(sign) or unicodedata.normalize("NFKC", sign)


def mend_wide_signs(root: Element) -> None:
    """Put the signs that were meant into the tags of a part, so that the tags can be read."""
    for element in root.iter(PARAGRAPH):
        paragraph = Paragraph(element, Place(""))
        for start, end, _ in tags_with_wide_signs(paragraph):
            for piece in paragraph.pieces_of(start, end):
                text = piece.text or ""
                piece.text = "".join(half(c) if _is_wide_sign(c) else c for c in text) or None


def _is_wide_sign(character: str) -> bool:
    if character in _HALF:
        return True
    wide = "\uff01" <= character <= "\uff5e"
    return wide and not unicodedata.category(character).startswith(_NAME_CATEGORIES)

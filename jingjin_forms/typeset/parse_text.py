"""A line of text, or the text of a cell, as a paragraph."""

import re
from collections.abc import Collection

from jingjin_forms.typeset.faults import Faults
from jingjin_forms.typeset.inline import Span, parse_spans, template_tags
from jingjin_forms.typeset.layout import Line, Paragraph
from jingjin_forms.typeset.style import NO_STYLE, Style, parse_style

_BRACKETS = re.compile(r"\[(?!\[)([^\[\]]*)\][ \t]*")
_PARAGRAPH_TAG = re.compile(r"(?:\{%|\{\{|\{#)(p|tr|tc) ")
_READABLE_TAG = re.compile(r"\{%(?:p|tr|tc) [^}%]*%\}|\{\{(?:p|tr|tc) [^}%]*\}\}")


class TextParser:
    """Makes paragraphs, with the named styles known so far, and reports what is wrong in them."""

    def __init__(self, faults: Faults):
        self.faults = faults
        self.named: dict[str, Style] = {}

    def paragraph(self, line: Line, text: str, allowed: Collection[str]) -> Paragraph:
        """The paragraph of a text with the attributes in front of it."""
        style = NO_STYLE
        if brackets := _BRACKETS.match(text):
            text = text[brackets.end() :]
            style, messages = parse_style(brackets[1].split(), self.named, allowed)
            self.faults.add(line, *messages)
        spans, messages = parse_spans(text, self.named)
        self.faults.add(line, *messages)
        return Paragraph(spans, style, is_tag=self._is_tag(line, text))

    def tag(self, level: str, tag: str) -> Paragraph:
        """The paragraph that docxtpl takes for a tag of that level (p, tr)."""
        return Paragraph((Span(f"{{%{level} {tag} %}}"),), is_tag=True)

    def _is_tag(self, line: Line, text: str) -> bool:
        levels = [match for tag in template_tags(text) if (match := _PARAGRAPH_TAG.match(tag))]
        for match in levels:
            if match[1] == "tr":
                self.faults.add(line, "{%tr … %} 請寫成單獨一行的 for、if、elif、else、end")
            elif text != match.string:
                self.faults.add(line, f"{match.string} 會連同整段一起消失，不能和別的字寫在一起")
            elif not match.string.startswith("{#") and not _READABLE_TAG.fullmatch(match.string):
                self.faults.add(line, f"{match.string} 裡不能有 }} 或 %，docxtpl 讀不懂")
        return bool(levels)

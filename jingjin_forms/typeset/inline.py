"""One line of a layout, character by character: template tags, escapes, cells and spans.

A template tag (`{{ }}`, `{% %}`, `{# #}`) is never looked into, so a `|` filter, a bracket or a
backslash in it means nothing to the layout, and it is never cut in two.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jingjin_forms.typeset.style import NO_STYLE, SPAN_FIELDS, Style, parse_style

_TAG = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_TOKEN = re.compile(rf"({_TAG})|(\\.?)|(\[\[|\]\]|\|)")
_HALF_TAG = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|｛｛|｛％|｝｝|％｝")
_SPAN_HEAD = re.compile(r"([^:\[\]|{}]*):\s?")
_CONTROLS = {"t": "\t", "n": "\n"}
_ESCAPABLE = frozenset(r" \|[]#+<^")


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look: becomes one run."""

    text: str
    style: Style = NO_STYLE


def split_cells(text: str) -> list[str]:
    """The texts between the bars, trimmed; a bar inside a tag or after a backslash is text."""
    cuts = [at for kind, token, at in _tokens(text) if kind == "mark" and token == "|"]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(text)]
    return [trim(text[start:end]) for start, end in zip(starts, ends, strict=True)]


def trim(text: str) -> str:
    """Without the ASCII spaces around; a `\\ ` at the end and full-width spaces are text."""
    shorter = text.strip(" \t\r")
    kept_space = shorter.endswith("\\") and len(shorter) > 1 and text.rstrip() != text
    return f"{shorter} " if kept_space else shorter


def template_tags(text: str) -> list[str]:
    """The template tags of the text, as typed."""
    return [token for kind, token, _ in _tokens(text) if kind == "tag"]


def parse_spans(text: str, named: Mapping[str, Style]) -> tuple[tuple[Span, ...], list[str]]:
    """The spans of a paragraph's text, and a message for each thing wrong in it."""
    return _SpanParser(text, named).parse()


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Kind (text, tag, escape, mark), text and position of each piece."""
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            yield "text", text[end : match.start()], end
        tag, escape, _ = match.groups()
        yield "tag" if tag else "escape" if escape else "mark", match[0], match.start()
        end = match.end()
    if end < len(text):
        yield "text", text[end:], end


class _SpanParser:
    def __init__(self, text: str, named: Mapping[str, Style]):
        self.text = text
        self.named = named
        self.spans: list[Span] = []
        self.messages: list[str] = []
        self.piece = ""
        self.style: Style | None = None

    def parse(self) -> tuple[tuple[Span, ...], list[str]]:
        skip_to = 0
        for kind, token, at in _tokens(self.text):
            if at + len(token) <= skip_to:
                continue
            if kind == "tag" or (kind == "mark" and token == "|"):
                self.piece += token
            elif kind == "escape":
                self._escape(token)
            elif token == "[[":
                skip_to = self._open(at)
            elif token == "]]":
                self._close()
            else:
                self._text(token[max(0, skip_to - at) :])
        if self.style is not None:
            self.messages.append("行內樣式「[[」沒有「]]」；要印出方括號請寫「\\[」")
        self._end_span()
        return tuple(self.spans), self.messages

    def _text(self, text: str) -> None:
        for half in _HALF_TAG.findall(text):
            self.messages.append(f"標籤的括號「{half}」不成對，或是用了全形括號")
        if "\t" in text:
            self.messages.append("定位字元看不見，請寫成「\\t」")
        self.piece += text

    def _escape(self, token: str) -> None:
        escaped = token[1:]
        if escaped in _CONTROLS:
            self.piece += _CONTROLS[escaped]
        elif escaped in _ESCAPABLE:
            self.piece += escaped
        elif escaped:
            self.messages.append(f"沒有「{token}」這種跳脫；要印出反斜線請寫「\\\\」")

    def _open(self, at: int) -> int:
        """Start a span and return where its text begins."""
        head = _SPAN_HEAD.match(self.text, at + 2)
        if head is None or self.style is not None:
            self.messages.append("行內樣式要寫成「[[屬性: 文字]]」，不能一層套一層")
            return at + 2
        self._end_span()
        self.style, messages = parse_style(head[1].split(), self.named, SPAN_FIELDS)
        self.messages += messages
        return head.end()

    def _close(self) -> None:
        if self.style is None:
            self.piece += "]]"
        else:
            self._end_span()
            self.style = None

    def _end_span(self) -> None:
        if self.piece:
            self.spans.append(Span(self.piece, self.style or NO_STYLE))
        self.piece = ""

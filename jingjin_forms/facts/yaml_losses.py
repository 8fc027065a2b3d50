"""Where YAML would read less than stands in a text, or something else, without saying so.

A facts file is written by people: `電話: 03-8651024 #569` is a comment to YAML, `-講師費` a text
with a hyphen, a text over two lines one line.
"""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jingjin_forms.errors import Problem, place, shortened

_BEHIND = re.compile(r"[ \t]+(?P<comment>#.*)")
_HEAD = re.compile(r"[|>][-+0-9]*[ \t]+(?P<comment>#.*)")
_COMMENT_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<comment>#.*)")
_TEXT_BEHIND = re.compile(r"#[^\s#=-]")
_TO_COLON = re.compile(r"\s*:")
_TO_DASH = re.compile(r"(?:[ \t]*(?:#.*)?\n)*[ \t]*-")
_NO_BLANK_BEHIND = re.compile(r"-[^\s-]")


Path = tuple[str | int, ...]


class Remark(NamedTuple):
    """What YAML takes for a comment, behind a value."""

    path: Path
    line: int
    """Counted from 1."""
    value: str
    comment: str
    """With its #."""
    is_by_block: bool = False
    """Whether the value is a text under 「|-」."""

    @property
    def words(self) -> str:
        """The comment without its #."""
        return " ".join(self.comment.lstrip("#").split())

    def problem(self) -> Problem:
        """Both readings, and how to write either."""
        whole = f"{self.value} {self.comment}".strip()
        quoted = json.dumps(whole, ensure_ascii=False)
        if self.path and isinstance(self.path[-1], str):
            quoted = f"{self.path[-1]}: {quoted}"
        read = f"「{shortened(self.value)}」" if self.value else "空白"
        remedy = f"要印出「{shortened(whole)}」請加引號：{shortened(quoted, limit=200)}"
        if self.is_by_block:
            remedy = "要印出來請寫在「|-」底下，和其他行一樣縮排"
        return Problem(
            f"第 {self.line} 行{place(self.path)}",
            f"「{shortened(self.comment)}」會被當成註解，只讀到{read}；{remedy}；"
            "只是註記請另寫一行，從行首「# 」寫起。",
            path=self.path,
            code="comment",
        )


def lost_in(remarks: Iterable[Remark], own: Collection[str]) -> list[Problem]:
    """The problems of all remarks but those whose words are known: a skeleton's own."""
    return [remark.problem() for remark in remarks if remark.words not in own]


@dataclass
class Losses:
    """What would be lost in a text, by the nodes that YAML makes of it."""

    text: str
    faults: list[str] = field(default_factory=list[str])
    """What must be mended, each with its line."""
    remarks: list[Remark] = field(default_factory=list[Remark])
    _seen: set[int] = field(default_factory=set[int])

    def look(self, node: Any, path: Path = (), column: int = -1, opened: int = 0) -> None:
        """Look at a node and those within; `column` is where the key or dash before it stands, and
        at `opened` its colon or dash.

        What was pasted from a cell of Excel with its quotes keeps its line breaks.
        """
        if id(node) in self._seen:  # an alias
            return
        self._seen.add(id(node))
        if node.id == "mapping":
            for key, value in node.value:
                name = shortened(key.value) if key.id == "scalar" else ""
                self._look_at_key(key)
                colon = self._behind(_TO_COLON, key.end_mark.index)
                self.look(value, (*path, name), key.start_mark.column, colon)
        elif node.id == "sequence":
            before = node.start_mark.index
            for number, item in enumerate(node.value):
                dash = self._behind(_TO_DASH, before)
                self.look(item, (*path, number), node.start_mark.column, dash)
                before = item.end_mark.index
        else:
            self._look_at_value(node, path, column, opened)

    def _behind(self, sign: re.Pattern[str], index: int) -> int:
        found = sign.match(self.text, index)
        return found.end() if found else index

    def _look_at_key(self, key: Any) -> None:
        if key.id != "scalar" or key.style is not None:
            return
        line = key.start_mark.line + 1
        if key.value.startswith("\u3000"):
            self.faults.append(f"第 {line} 行的縮排用了全形空格，請改用半形空格。")
        elif _NO_BLANK_BEHIND.match(key.value):
            self.faults.append(f"第 {line} 行的「-」後面少了一個空格。")

    def _look_at_value(self, node: Any, path: Path, column: int, opened: int) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        if not node.value and node.style is None:  # which YAML takes to stand before the next entry
            start = end = opened
        if is_block := node.style in ("|", ">"):
            if not node.value.strip():
                head = self.text[start : start + 2].strip()
                self.faults.append(
                    f"第 {self._line(start)} 行的「{head}」底下沒有文字："
                    "文字從下一行起，每一行都要比欄位名稱多空兩格；不填請刪去。"
                )
            found = _HEAD.match(self.text, start)
        else:
            if "\n" in self.text[start:end]:
                self._look_at_lines(node, start, end)
            elif _NO_BLANK_BEHIND.match(node.value) and self._is_alone(node):
                self.faults.append(f"第 {self._line(start)} 行的「-」後面少了一個空格。")
            found = _BEHIND.match(self.text, end)
        if found := found or self._below(end, column, is_block, bool(node.value)):
            line, comment = self._line(found.start("comment")), found["comment"].rstrip()
            self.remarks.append(Remark(path, line, node.value, comment, is_block))

    def _line(self, index: int) -> int:
        return self.text.count("\n", 0, index) + 1

    def _look_at_lines(self, node: Any, start: int, end: int) -> None:
        """A text over several lines, which YAML makes one of."""
        lines = self.text[start + 1 : end - 1].split("\n")
        is_pasted = not any(line[:1].isspace() or "\\" in line for line in lines[1:])
        if node.style == '"' and is_pasted and "\\" not in lines[0]:
            node.value = "\n".join(lines)
            return
        first, last = node.start_mark.line + 1, node.end_mark.line + 1
        self.faults.append(
            f"第 {first} 行到第 {last} 行會印成一行「{shortened(node.value)}」；"
            "要分行，請在冒號後面寫「|-」，文字從下一行起縮排；不分行，請寫在同一行。"
        )

    def _is_alone(self, node: Any) -> bool:
        """Whether a plain text stands on a line of its own."""
        start = node.start_mark.index
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return node.style is None and not before.strip()

    def _below(
        self, end: int, column: int, is_block: bool, is_filled: bool
    ) -> re.Match[str] | None:
        """A comment on the next line, where more of the value might be meant to stand."""
        found = _COMMENT_LINE.match(self.text, end if is_block else _next_line(self.text, end))
        if found is None:
            return None
        is_deeper = len(found["indent"]) > column
        is_text = _TEXT_BEHIND.match(found["comment"]) is not None
        if is_block:
            return found if is_text and self.text[end - 2 : end] != "\n\n" else None
        return found if is_deeper and (is_filled or is_text) else None


def _next_line(text: str, index: int) -> int:
    """Where the line behind that of an index begins; the text's end for the last."""
    return text.find("\n", index) + 1 or len(text)

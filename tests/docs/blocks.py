"""The code blocks and links of a page of the guide."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SCREEN = "畫面"
"""The title of a block that shows what the commands before it print."""

_checkout = re.compile(r"<!-- run: checkout(?:, after (?P<page>\S+\.md))? -->")
"""On top of a page whose blocks are run in a copy of this repository, or in that of the page whose
work it goes on with."""
_fence = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}) *(?P<language>\w*)(?P<rest>.*)$")
_title = re.compile(r'title="([^"]+)"')
_link = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_inline_code = re.compile(r"`[^`\n]*`")
_kept = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block."""

    language: str
    title: str
    text: str
    line: int
    """Where its text begins, counted from 1."""


def blocks_of(page: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    lines = page.splitlines()
    number = 0
    while number < len(lines):
        opening = _fence.match(lines[number])
        number += 1
        if opening is None:
            continue
        begin = number
        while lines[number].strip() != opening["fence"]:
            number += 1
        text = textwrap.dedent("\n".join(lines[begin:number]) + "\n")
        title = _title.search(opening["rest"])
        yield Block(opening["language"], title[1] if title else "", text, begin + 1)
        number += 1


def links_of(page: str) -> list[str]:
    """Where the links and pictures of a page lead, without those inside code."""
    lines = page.splitlines()
    for block in blocks_of(page):
        begin, count = block.line - 1, block.text.count("\n")
        lines[begin : begin + count] = [""] * count
    return _link.findall(_inline_code.sub("", "\n".join(lines)))


def anchors_of(page: str) -> set[str]:
    """What a link can lead to within a page: its headings and the ids it gives."""
    found = set(re.findall(r'id="([^"]+)"', page))
    for heading in re.findall(r"^#+ +(.*)$", page, re.MULTILINE):
        named = re.search(r"\{ *#([\w-]+) *\}", heading)
        found.add(named[1] if named else _kept.sub("", heading).strip().lower().replace(" ", "-"))
    return found


def is_run_in_a_checkout(page: str) -> bool:
    """Whether its blocks are run in a copy of this repository."""
    return _checkout.match(page) is not None


def with_those_before(page: Path) -> list[Path]:
    """The pages that are run in one copy of this repository, one after another, this one last."""
    found = _checkout.match(page.read_text(encoding="utf-8"))
    before = found["page"] if found else None
    return [*(with_those_before(page.parent / before) if before else []), page]


def markdown_pages(folder: Path) -> list[Path]:
    """The pages of the guide that are written by hand."""
    return sorted(folder.rglob("*.md"))

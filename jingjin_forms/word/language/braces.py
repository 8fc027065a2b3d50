"""Braces in a template that can only be a mistake, found before it is compiled.

docxtpl prints full-width `｛｛ 校名 ｝｝` as it stands, and lets a tag not closed in its own cell
eat the cells up to the next closing brace, both without a word.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from jinja2 import Environment, TemplateSyntaxError

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.word.codes import BRACES
from jingjin_forms.word.docx.location import PARAGRAPH, TEXT, Element, Place, texts_of_paragraphs

_leftovers = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|｛\s*[｛{%％]|\{\s*[｛％]|\}\s*｝|｝\s*[｝}]")
STRAIGHT = str.maketrans("“”‘’", "\"\"''")  # docxtpl mends the quotes that Word has curled
_UNFINISHED = (
    "這裡的標籤沒有在同一格內結束：請讓 {{ … }} 與 {% … %} 各自完整寫在同一格（同一段）內。"
)


def brace_faults(
    root: Element, place_of: Mapping[Element, Place], part: Place, environment: Environment
) -> Iterator[Problem]:
    """Every brace of a part that belongs to no tag, and every tag not closed where it begins."""
    for lines in _stretches(root, place_of, part):
        text = "\n".join(line for _, line in lines).translate(STRAIGHT)
        line, begun, kind_before = 1, 0, ""
        try:
            for line, kind, value in environment.lex(text):
                if kind.endswith(("_begin", "_end")):
                    begun = line if kind.endswith("_begin") else 0
                if kind == "data" and kind_before != "raw_begin":
                    yield from _leftover_problems(value, line, lines)
                kind_before = kind
        except TemplateSyntaxError:
            begun = begun or line
        if begun:
            place, typed = lines[min(begun, len(lines)) - 1]
            yield Problem(str(place), _UNFINISHED, shortened(typed.strip()), code=BRACES)


def _stretches(
    root: Element, place_of: Mapping[Element, Place], part: Place
) -> Iterator[list[tuple[Place, str]]]:
    """Texts in which every tag must be complete: neighbouring paragraphs; else one element."""
    texts = texts_of_paragraphs(root)
    for parent in {p.getparent(): None for p in texts}:  # a dict keeps the order of the page
        children = () if parent is None else parent.iterchildren()
        for is_text, paragraphs in groupby(children, key=lambda child: child.tag == PARAGRAPH):
            if is_text:
                yield [(place_of.get(p, part), _one_line(texts[p])) for p in paragraphs]
    for element in root.iter("*"):
        place = next((place_of[a] for a in element.iterancestors() if a in place_of), part)
        own = [] if element.tag == TEXT or not element.text else [element.text]
        for text in (*own, *map(str, element.attrib.values())):
            if any(brace in text for brace in "{}｛｝"):
                yield [(place, _one_line(text))]


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def _leftover_problems(data: str, line: int, lines: list[tuple[Place, str]]) -> Iterator[Problem]:
    for found in _leftovers.finditer(data):
        braces = found[0]
        reason = (
            "是全形括號，不會被當成標籤：請改用半形 {{ }} 或 {% %}"
            if any(c in braces for c in "｛｝％")
            else "沒有成對，不是完整的標籤：請補齊或刪去"
        )
        # A token begins on `line`, or on the one before when white space was stripped by `-%}`.
        place, typed = lines[min(line + data.count("\n", 0, found.start()), len(lines)) - 1]
        yield Problem(str(place), f"「{braces}」{reason}。", shortened(typed.strip()), code=BRACES)

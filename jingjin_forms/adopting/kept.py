"""Names that a person has given in a template stay, when the county changes its blank a little."""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from jingjin_forms.adopting.corrections import SKIPPED, rename
from jingjin_forms.adopting.hole import Hole, full_name
from jingjin_forms.adopting.tagging.tagging import tagged
from jingjin_forms.page.page import Page, read_page
from jingjin_forms.word.docx.package import read_parts
from jingjin_forms.word.docx.parts import text_parts
from jingjin_forms.word.language.braces import STRAIGHT
from jingjin_forms.word.language.fact_filters import BLANK
from jingjin_forms.word.template import compile_template

NamedHoles = Callable[[Mapping[str, bytes]], list[tuple[Page, list[Hole]]]]

_TAG = re.compile(r"\{\{.*?\}\}")
_LOOP = re.compile(r"\{%tr\s+for\s+(\w+)\s+in\s+([^|%]+?)\s*(?:\|[^%]*)?%\}")
_TOKEN = re.compile(
    r"(?P<path>[^\W\d]\w*(?:\.\w+|\[\"[^\"]*\"\]|\['[^']*'\]|\[\d+\])*)"
    r"|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
)
"""A path to a fact, or a text that a tag prints."""
_COLUMN = re.compile(r"\[\d+\]")
_CHOSEN = re.compile(r"\|\s*(?:單選|複選)")
_LAST = re.compile(r"(?:\.\w+|\[[\"'][^\"']*[\"']\])$")
_PART = re.compile(r"\[[\"']([^\"']*)[\"']\]")


def names_kept(template: Path, holes: list[Hole], found_in: NamedHoles) -> list[str]:
    """Give the blanks the names they have in an earlier template; returns what is worth saying.

    The earlier template, filled with nothing, is the blank it was made of; what would be put into
    that blank today is compared, tag by tag, with what stands in the template.
    """
    given, left = _given_names(template, found_in)
    kept = 0
    names = {hole: full_name(hole) for hole in holes}  # as they are before any list is renamed
    for hole, name in names.items():
        if name in given and given[name] != name:
            rename(hole, given[name])
            kept += 1
        elif name in left and hole.is_tagged:
            hole.left_alone = SKIPPED
            kept += 1
    new = [full_name(hole) for hole in holes if hole.is_tagged and not hole.of_list]
    unknown = [name for name in new if name not in given.values() and name not in given]
    told = [f"沿用「{template.name}」的 {kept} 處更正。"] if kept else []
    if unknown:
        told.append(f"「{template.name}」沒有的新欄位：{'、'.join(unknown[:12])}。")
    return told


def tags_lost(template: Path, parts: Mapping[str, bytes]) -> list[str]:
    """What stands in an earlier template as it does nowhere in the new one: tags typed by hand, and
    those of blanks that are no more."""
    now = set(_tags(parts))
    return [tag for tag in dict.fromkeys(_tags(read_parts(template))) if tag not in now]


def _tags(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name in text_parts(Path("範本"), parts):
        for line in read_page(name, parts[name]).lines:
            yield from (" ".join(tag.split()) for tag in _TAG.findall(line.text))


def _given_names(template: Path, found_in: NamedHoles) -> tuple[dict[str, str], set[str]]:
    compiled = compile_template(template)
    empty = compiled.render(dict.fromkeys(compiled.variables, BLANK))
    with ZipFile(BytesIO(empty)) as archive:
        blank = {info.filename: archive.read(info) for info in archive.infolist()}
    now = read_parts(template)
    given: dict[str, str] = {}
    left: set[str] = set()
    for page, holes in found_in(blank):
        if page.name not in now:
            continue
        today = tagged(page, holes)
        theirs = _tags_by_line(read_page(page.name, now[page.name]))
        ours = _tags_by_line(read_page(page.name, today.content))
        used: dict[str, int] = {}
        for text, tags in ours:
            number = used[text] = used.get(text, -1) + 1
            others = [found for words, found in theirs if words == text]
            if number >= len(others):
                continue
            if len(others[number]) == len(tags):
                given |= dict(zip(tags, others[number], strict=True))
            elif set(others[number]) <= set(tags):
                left |= set(tags) - set(others[number])
    return given, left


def _tags_by_line(page: Page) -> list[tuple[str, list[str]]]:
    """What each line says without its tags, and the names of those; a list's with its name."""
    found: list[tuple[str, list[str]]] = []
    loops: dict[str, str] = {}
    for line in page.shown():
        if loop := _LOOP.search(line.text):
            loops[loop[1]] = _plain(loop[2])
            continue
        if line.text.startswith("{%tr endfor"):
            continue
        names = [_name(tag, loops) for tag in _TAG.findall(line.text)]
        words = re.sub(r"[\s_＿□☐○.…]+", "", _TAG.sub("", line.text))
        found.append((words, list(dict.fromkeys(name for name in names if name))))
    return found


def _name(tag: str, loops: Mapping[str, str]) -> str:
    """What a tag asks for, without a choice's option or the number of a column."""
    inside = tag.translate(STRAIGHT).strip("{} ")
    path = next((m["path"] for m in _TOKEN.finditer(inside) if m["path"]), "")
    if not path or path.startswith("loop"):
        return ""
    plain = _plain(_LAST.sub("", path) if _CHOSEN.search(inside) else path)
    first, _, rest = plain.partition(".")
    return f"{loops[first]}.{rest}" if first in loops else plain


def _plain(path: str) -> str:
    return _PART.sub(r".\1", _COLUMN.sub("", path)).strip()

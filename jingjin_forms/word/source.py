"""One part of a .docx → the jinja2 source that prints it, and what each of its tags is.

docxtpl's own normaliser (`patch_xml`) joins tags that Word has split and lifts `{%tr %}`, `{%p %}`
and their like out of their row or paragraph, so that a template means here what it means there.
Around it this module keeps what docxtpl loses: where on the page each tag stands, and what in the
template can only be a mistake.

In the source each tag stands on a line of its own, so that a line number names a tag.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from jingjin_forms.errors import Problem
from jingjin_forms.word import repair
from jingjin_forms.word.place import Place, W, part_title, places
from jingjin_forms.word.text import Slot

_PLACE = "jingjin-place"
_place_marks = re.compile(rf' {_PLACE}="(\d+)"')
# Revision numbers say which editing session typed a run; paragraph ids tie comments to it. Both
# only cost time, and a repeated id is an error.
_EDITING_MARKS = re.compile(r"rsid\w*|paraId|textId")

_BEGINS = {"variable_begin", "block_begin", "comment_begin"}
_ENDS = {"variable_end", "block_end", "comment_end"}
_find_leftover = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|｛\s*[｛{%％]|\{\s*[｛％]|[}％%]\s*｝|｝\s*[｝}]").search
_last_tag = re.compile(r"<(/?)([\w.:-]+)[^<>]*?(/?)>[^<>]*$")
_paragraph_edges = re.compile(r"<w:p(?: [^>]*)?(/?)>|(</w:p>)")
_TEXT_HOLDERS = {"delText", "instrText", "delInstrText"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One jinja2 tag of a template."""

    text: str
    """As it is typed in Word, e.g. `{%tr for 項目 in 經費項目 %}`."""
    place: Place
    element: int
    """Number of the row, cell or paragraph it stands in, in document order."""
    slot: Slot


@dataclass(frozen=True, slots=True)
class Source:
    """A part ready for jinja2."""

    name: str
    text: str
    tags: dict[int, Tag]
    """By line number of `text`."""
    replacements: tuple[str, ...]
    problems: tuple[Problem, ...]


def parse_part(content: bytes) -> etree._Element:
    """The part's XML tree, read the way docxtpl (python-docx) reads it."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.parse(BytesIO(content), parser).getroot()


def prepare(name: str, root: etree._Element, environment: Environment) -> Source:
    """The jinja2 source of one part; `root` is changed on the way."""
    title = part_title(name)
    numbered: list[Place] = []
    for element, place in places(root, title):
        element.set(_PLACE, str(len(numbered)))
        numbered.append(place)
    replacements = repair.mark(root)
    _strip_editing_marks(root)
    xml = etree.tostring(root, encoding="unicode")
    patched = DocxTemplate(Path(name)).patch_xml(xml)
    reader = _Reader(title, numbered)
    try:
        for _, kind, value in environment.lex(patched):
            reader.read(kind, value)
    except TemplateSyntaxError as error:
        reader.fail(f"標籤寫法有誤（{error.message}），請檢查大括號是否成對。")
    reader.check_nesting()
    return Source(
        name, "".join(reader.source), reader.tags, replacements, tuple(reader.problems)
    )


def _strip_editing_marks(root: etree._Element) -> None:
    for element in root.iter(f"{W}p", f"{W}r", f"{W}tr", f"{W}sectPr"):
        for key in list(element.attrib):
            if _EDITING_MARKS.fullmatch(etree.QName(key).localname):
                del element.attrib[key]


class _Reader:
    """Reads jinja2's tokens, following the XML between the tags."""

    def __init__(self, title: str, numbered: list[Place]):
        self.title = title
        self.numbered = numbered
        self.source: list[str] = []
        self.tags: dict[int, Tag] = {}
        self.problems: list[Problem] = []
        self._line = 1
        self._skeleton: list[str] = []
        self._before = ""  # the XML directly before the next tag, from its last `<` or earlier
        self._element = -1
        self._in_paragraph = False
        self._tag: list[str] = []
        self._raw = False

    def read(self, kind: str, value: str) -> None:
        if kind == "data":
            self._read_xml(value)
            return
        if kind in ("raw_begin", "raw_end"):
            self._raw = kind == "raw_begin"
        if kind in _BEGINS:
            value = self._begin_tag(value)
        elif self._tag:
            self._tag.append(value)
        self._emit(value)
        if kind in _ENDS:
            self._end_tag()

    def fail(self, message: str) -> None:
        last = self.tags[max(self.tags)].place if self.tags else Place(self.title)
        self.problems.append(Problem(str(last), message))

    def check_nesting(self) -> None:
        """What is left when all tags are taken out must still be well-formed XML."""
        if self.problems:
            return
        try:
            etree.fromstring("".join(self._skeleton).encode())
        except etree.XMLSyntaxError:
            self.fail(
                "有標籤的開頭與結尾不在同一個段落或儲存格，"
                "填寫後 Word 會打不開：請讓 {{ … }} 與 {% … %} 各自完整寫在同一格內。"
            )

    def _emit(self, text: str) -> None:
        self.source.append(text)
        self._line += text.count("\n")

    def _begin_tag(self, value: str) -> str:
        self._tag = [value]
        return f"{value}\n"  # white space inside a tag means nothing

    def _end_tag(self) -> None:
        place, element = self._place()
        text = "".join(self._tag)
        if not self._in_paragraph and place.kind and text[1] in "{%":
            text = f"{text[:2]}{place.kind} {text[2:].lstrip()}"
        self._tag = []
        # The tag's own line break came first, so every expression in it is on this line or below.
        first = self._line - text.count("\n")
        for line in range(first, self._line + 1):
            self.tags[line] = Tag(text, place, element, self._slot())

    def _place(self) -> tuple[Place, int]:
        # A tag outside any paragraph has swallowed its row, cell or paragraph: the one that would
        # come next.
        number = self._element if self._in_paragraph else self._element + 1
        if 0 <= number < len(self.numbered):
            return self.numbered[number], number
        return Place(self.title), -1

    def _slot(self) -> Slot:
        xml = self._before
        if xml.rfind("<") > xml.rfind(">"):
            return Slot.ATTRIBUTE
        found = _last_tag.search(xml)
        if found is None:
            return Slot.PLAIN
        closing, name, empty = found.groups()
        prefix, _, local = name.rpartition(":")
        if not closing and not empty:
            if name == "w:t":
                return Slot.RUN
            if prefix != "w" or local in _TEXT_HOLDERS:
                return Slot.PLAIN
        return Slot.RUNS if self._in_paragraph else Slot.BLOCKS

    def _read_xml(self, xml: str) -> None:
        for found in _place_marks.finditer(xml):
            self._element = int(found[1])
        for found in _paragraph_edges.finditer(xml):
            self._in_paragraph = not (found[1] or found[2])
        xml = _place_marks.sub("", xml)
        found = None if self._raw else _find_leftover(xml)
        if found is not None:
            self._leftover(xml, found)
        # docxtpl prints {_{ as {{ and so on: its way to write the braces themselves.
        for escaped, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            xml = xml.replace(escaped, meant)
        self._before = xml if "<" in xml or ">" in xml else self._before + xml
        self._skeleton.append(xml)
        self._emit(xml)

    def _leftover(self, xml: str, found: re.Match[str]) -> None:
        # The paragraph in which the braces stand may have begun in this very stretch.
        around = re.sub(r"<[^>]*>", "", xml[max(0, found.start() - 60) : found.end() + 60])
        braces = found[0]
        reason = (
            "是全形括號，不會被當成標籤：請改用半形 {{ }} 或 {% %}"
            if any(c in braces for c in "｛｝％")
            else "沒有成對，不是完整的標籤：請補齊或刪去"
        )
        place, _ = self._place()
        self.problems.append(Problem(str(place), f"「{braces}」{reason}。", around.strip()))

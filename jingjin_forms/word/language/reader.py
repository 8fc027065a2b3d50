"""Reading a normalised part tag by tag, following the XML between the tags.

In the source that comes out each tag stands on a line of its own (white space inside a tag means
nothing), so that a line number names a tag.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import unescape

from jingjin_forms.word.docx.location import Place
from jingjin_forms.word.printing.tag_context import TagContext
from jingjin_forms.word.structure import KEEP, KEEP_CHARACTER

PLACE = "jingjin-place"
"""The attribute that numbers rows, cells and paragraphs."""
GONE = "jingjin-gone"
"""The processing instruction before one that a tag of its own swallows; holds its number."""

_BEGINS = {"variable_begin", "block_begin", "comment_begin"}
_ENDS = {"variable_end", "block_end", "comment_end"}
_xml_tags = re.compile(
    rf"<\?{GONE} (?P<gone>\d+)\?>"
    r"|<(?P<closing>/)?(?P<name>[\w.:-]+)(?P<rest>[^<>]*?)(?P<empty>/)?>"
)
_place_number = re.compile(rf' {PLACE}="(\d+)"')
_place_marks = re.compile(rf' {PLACE}="\d+"|<\?{GONE} \d+\?>')
_keep_marks = re.compile(rf"<\?{KEEP} (\d+)\?>")
# docxtpl prints {_{ as {{ and so on: its way to write the braces themselves.
_ESCAPED_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_TEXT_HOLDERS = {"delText", "instrText", "delInstrText"}
_colour_attribute = re.compile(r'<w:shd\b[^<>]* w:fill="$').search
_span_attribute = re.compile(r'<w:gridSpan w:val="$').search

Path = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """One jinja2 tag of a template."""

    text: str
    """As it is typed in Word, e.g. `{%tr for 項目 in 經費項目 %}`."""
    code: str
    """As jinja2 reads it, e.g. `{% for 項目 in 經費項目 %}`."""
    place: Place
    element: int
    """Number of the row, cell or paragraph it stands in, in document order."""
    slot: TagContext
    path: Path
    """The XML elements it stands in. Those outside paragraphs have a number each, for two tags of
    a pair must stand in the same cell; within them only the names count."""


class Reader:
    """Takes jinja2's tokens one by one; afterwards `source` and `tags` are ready."""

    def __init__(
        self, part: Place, places: list[Place], written: Callable[[str], str] = lambda xml: xml
    ):
        self.source: list[str] = []
        self.tags: dict[int, Tag] = {}
        self.needs_rendering = False
        """Whether the text comes out different even without tags: docxtpl's `{_{`, raw blocks."""
        self.seen: set[int] = set()
        """The numbers of the rows, cells and paragraphs that are still there."""
        self._part = part
        self._places = places
        self._written = written
        self._line = 1
        self._open: list[tuple[str, int, int]] = []  # name, own number or 0, number of its place
        self._opened = 0
        self._unfinished = ""  # an XML tag that has begun but not ended
        self._gone = -1
        self._tag: list[str] = []
        self._raw = False
        self._lost: Place | None = None

    def read(self, kind: str, value: str) -> None:
        """The next token."""
        if kind == "data":
            value = self._read_xml(value)
        elif kind in ("raw_begin", "raw_end"):
            self._raw = kind == "raw_begin"
            self.needs_rendering = True
        elif kind in _BEGINS:
            self._tag = [value]
            value = f"{value}\n"
        elif self._tag:
            value = unescape(value)  # as it is typed: `patch_xml` leaves `&amp;`
            self._tag.append(value)
        self.source.append(value)
        self._line += value.count("\n")
        if kind in _ENDS:
            self._end_tag()

    def last_place(self) -> Place:
        """Where reading has come to."""
        number = self._element()
        return self._places[number] if number >= 0 else self._part

    def lost_place(self) -> Place | None:
        """Where the XML without its tags first went wrong, None when it is whole."""
        if self._open or self._unfinished:
            return self._lost or self.last_place()
        return self._lost

    def _end_tag(self) -> None:
        code = "".join(self._tag)
        self._tag = []
        slot = self._slot()
        element = self._gone if slot in (TagContext.BLOCKS, TagContext.ROWS) else self._element()
        place = self._places[element] if element >= 0 else self._part
        path = tuple((name, number) for name, number, _ in self._open)
        if self._unfinished:
            path += (("@", self._opened),)
        tag = Tag(_as_typed(code, slot, place), code, place, element, slot, path)
        # The tag's own line break came first, so every expression in it is on this line or above.
        for line in range(self._line - code.count("\n"), self._line + 1):
            self.tags[line] = tag

    def _element(self) -> int:
        return next((place for _, _, place in reversed(self._open) if place >= 0), -1)

    def _slot(self) -> TagContext:
        if self._unfinished:
            if _colour_attribute(self._unfinished):
                return TagContext.COLOUR
            return TagContext.SPAN if _span_attribute(self._unfinished) else TagContext.ATTRIBUTE
        innermost = self._open[-1][0] if self._open else ""
        prefix, _, local = innermost.rpartition(":")
        if innermost == "w:t":
            return TagContext.RUN
        if prefix != "w" or local in _TEXT_HOLDERS:
            return TagContext.PLAIN
        if innermost in ("w:tbl", "w:tr"):
            return TagContext.ROWS
        # Elements within a paragraph have no number; in a text box they have one again.
        return TagContext.RUNS if self._open[-1][1] == 0 else TagContext.BLOCKS

    def _read_xml(self, xml: str) -> str:
        text = self._unfinished + xml
        end = 0
        for found in _xml_tags.finditer(text):
            end = found.end()
            if found["gone"]:
                self._gone = int(found["gone"])
            else:
                self._follow(found)
        begun = text.rfind("<", end)
        self._unfinished = text[begun:] if begun >= 0 and ">" not in text[begun:] else ""
        xml = _place_marks.sub("", xml)
        xml = _keep_marks.sub(rf"{KEEP_CHARACTER}\1{KEEP_CHARACTER}", xml)
        return self._with_braces(self._written(xml))

    def _with_braces(self, xml: str) -> str:
        written = xml
        for escaped, meant in _ESCAPED_BRACES:
            written = written.replace(escaped, meant)
        if written == xml:
            return xml
        self.needs_rendering = True
        return written if self._raw else f"{{% raw %}}{written}{{% endraw %}}"

    def _follow(self, found: re.Match[str]) -> None:
        name = found["name"]
        if found["closing"]:
            if not self._open or self._open[-1][0] != name:
                self._lost = self._lost or self.last_place()
            del self._open[-1:]
            return
        self._opened += 1
        place = _place_number.search(found["rest"])
        if place is not None:
            self.seen.add(int(place[1]))
        if not found["empty"]:
            within_paragraph = name == "w:p" or (
                bool(self._open) and self._open[-1][1] == 0 and name != "w:txbxContent"
            )
            number = 0 if within_paragraph else self._opened
            self._open.append((name, number, int(place[1]) if place else -1))


def _as_typed(code: str, slot: TagContext, place: Place) -> str:
    """What `patch_xml` has made of the tag, undone."""
    start, inside = code[:2], code[2:]
    if slot is TagContext.COLOUR:
        return f"{{% cellbg {inside[:-2].strip()} %}}"
    if slot is TagContext.SPAN:
        computed = "loop.length" in inside
        return "{% hm %}" if computed else f"{{% colspan {inside[:-2].strip()} %}}"
    if slot in (TagContext.BLOCKS, TagContext.ROWS):
        return f"{start}{place.kind} {inside.lstrip()}"
    return f"{start}r {inside.lstrip()}" if slot is TagContext.RUNS else code

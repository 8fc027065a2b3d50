"""A template for another program, translated into our tags: an offer, which a person looks over.

    translation = translated(parts)
    translation.parts, translation.changes, translation.left

Of docxtemplater, PHPWord, easy-template-x and Word's mail merge: {x}, ${x}, «x», #x#, merge fields,
{#rows} … {/rows}. A block that a table's row is repeated for becomes a list whose printed rows
grow; a block around mere text becomes a condition.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from jingjin_forms.arriving.foreign import (
    ForeignTag,
    Means,
    our_name,
    tags_of,
    unknown_tags,
)
from jingjin_forms.arriving.merge_fields import plain_fields
from jingjin_forms.arriving.run_texts import RunTexts
from jingjin_forms.errors import shortened
from jingjin_forms.word.location import (
    CELL,
    PARAGRAPH,
    ROW,
    Element,
    Place,
    W,
    part_title,
    places,
)
from jingjin_forms.word.parts import text_parts
from jingjin_forms.word.plain_xml import FALLBACK, read_xml

_SETTINGS = "word/settings.xml"
_MERGE = re.compile(rb"<w:mailMerge>.*?</w:mailMerge>|<w:mailMerge/>", re.DOTALL)
_ITEM = "列"


@dataclass(frozen=True, slots=True)
class Change:
    """A tag of another program, and what it has become."""

    before: str
    after: str
    """Blank for what could not be translated and stands as it did."""
    place: Place
    note: str = ""
    """Why it could not be, or what to look at."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A template in our tags."""

    parts: dict[str, bytes]
    """Those without tags are as they were, byte for byte."""
    changes: tuple[Change, ...]
    left: tuple[Change, ...]
    """What a person has to change by hand, with the reason."""


@dataclass(slots=True)
class _Token:
    """A tag where it stands."""

    tag: ForeignTag
    texts: RunTexts
    place: Place
    is_copy: bool
    """Whether it stands in the second copy of a text box, of which nobody is told."""
    new: str | None = None
    """What takes its place; nothing where it stands in a row or paragraph of its own now."""
    after: str = ""
    """Our tag, wherever it stands."""
    note: str = ""
    blocks: list["_Block"] = field(default_factory=list["_Block"])
    """The loops that it stands in, the outermost first."""

    @property
    def row(self) -> Element | None:
        return next(self.texts.paragraph.iterancestors(ROW), None)


@dataclass(slots=True)
class _Block:
    """From {#rows} to {/rows}."""

    begin: _Token
    end: _Token
    inside: list[_Token]
    item: str = ""
    """What one of its items is called in our tags; blank for a condition."""
    list_name: str = ""


def translated(parts: Mapping[str, bytes]) -> Translation:
    """The template with our tags in the place of other programs', as far as that can be done.

    Raises FileProblemError for what is no Word file. A file without such tags comes back as it was.
    """
    made = dict(parts)
    changes: list[Change] = []
    left: list[Change] = []
    for name in text_parts(Path("範本"), parts):
        root = read_xml(parts[name])
        part = _Part(root, name)
        if part.translate():
            made[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        changes += part.changes
        left += part.left
    if changes and _SETTINGS in made:  # or Word asks for the list of addresses
        made[_SETTINGS] = _MERGE.sub(b"", made[_SETTINGS])
    return Translation(made, tuple(changes), tuple(left))


class _Part:
    """One part of a template on its way."""

    def __init__(self, root: Element, name: str):
        self.root = root
        self.changes: list[Change] = []
        self.left: list[Change] = []
        self._title = part_title(name)
        self._row_blocks: list[tuple[_Block, set[Element]]] = []

    def translate(self) -> bool:
        """Whether anything was changed."""
        fields = plain_fields(self.root)
        place_of = dict(places(self.root, self._title))
        for paragraph, code in fields:
            why = "Word 的條件或計算功能變數，沒有相當的標籤：請改寫成 {% if … %}，或刪去。"
            self._leave(shortened(code.strip()), self._place(paragraph, place_of), why)
        tokens = list(self._tokens(place_of))
        for block in self._blocks(tokens):
            self._translate_block(block)
        for token in tokens:
            if token.tag.means is Means.VALUE:
                self._translate_value(token)
        for token in reversed(tokens):  # within a paragraph the last first
            if token.new is not None:
                token.texts.replace(token.tag.start, token.tag.end, token.new)
        for token in tokens:
            if token.new is not None and not token.is_copy:
                self.changes.append(Change(token.tag.typed, token.after, token.place, token.note))
        return any(token.new is not None for token in tokens)

    def _place(self, paragraph: Element, place_of: Mapping[Element, Place]) -> Place:
        return place_of.get(paragraph, Place(self._title))

    def _tokens(self, place_of: Mapping[Element, Place]) -> list[_Token]:
        tokens: list[_Token] = []
        for paragraph in self.root.iter(PARAGRAPH):
            texts = RunTexts(paragraph)
            if "{{" in texts.text or "{%" in texts.text:
                continue  # these are ours
            place = self._place(paragraph, place_of)
            is_copy = next(paragraph.iterancestors(FALLBACK), None) is not None
            tokens += [_Token(tag, texts, place, is_copy) for tag in tags_of(texts.text)]
            for typed in () if is_copy else unknown_tags(texts.text):
                self._leave(typed, place, "沒有相當的標籤：請參考說明改寫，或刪去。")
        return tokens

    def _leave(self, typed: str, place: Place, why: str) -> None:
        self.left.append(Change(typed, "", place, why))

    def _blocks(self, tokens: list[_Token]) -> list[_Block]:
        """Those that begin and end, the outer before the inner; of the others it is said."""
        waiting: list[tuple[int, _Token]] = []
        found: list[tuple[int, _Block]] = []
        for number, token in enumerate(tokens):
            if token.tag.means in (Means.OPEN, Means.OPEN_NOT):
                waiting.append((number, token))
            elif token.tag.means is Means.CLOSE:
                if waiting and token.tag.name in ("", waiting[-1][1].tag.name):
                    start, begin = waiting.pop()
                    found.append((start, _Block(begin, token, tokens[start + 1 : number])))
                else:
                    self._leave(token.tag.typed, token.place, "前面沒有對應的開頭：請補上或刪去。")
        for _, token in waiting:
            self._leave(token.tag.typed, token.place, "後面沒有對應的結尾：請補上或刪去。")
        return [block for _, block in sorted(found, key=lambda pair: pair[0])]

    def _translate_block(self, block: _Block) -> None:
        begin, end = block.begin, block.end
        values = {t.tag.name for t in block.inside if t.tag.means is Means.VALUE}
        is_loop = begin.tag.means is Means.OPEN and bool(values - {begin.tag.name})
        name = _scoped(our_name(begin.tag.name), begin)
        if is_loop:
            depth = len(begin.blocks)
            block.item = _ITEM if not depth else f"{_ITEM}{depth + 1}"
            block.list_name = name
        where = _kind_of_place(block)
        if where is None or (where == "tr" and not self._takes_rows(block)):
            for token in (begin, end):
                why = "開頭與結尾不在同一列、同一段，或與別的重複交錯：請改成同一列或各自一段。"
                self._leave(token.tag.typed, token.place, why)
            block.item = ""
            return
        if is_loop:
            for token in block.inside:
                token.blocks.append(block)
        opening, closing = begin.after, end.after = _words(block, name, where)
        if where == "tr":
            _rows_around(block, opening, closing)
        elif where == "p":
            _paragraphs_around(block, opening, closing)
        else:
            begin.new, end.new = opening, closing
        begin.note = "當成重複的清單，請看對不對。" if is_loop and where != "tr" else ""

    def _takes_rows(self, block: _Block) -> bool:
        """Whether its rows are within those of the blocks around it, and no other block's."""
        rows = _rows_of(block)
        for other, taken in self._row_blocks:
            is_within = any(token is block.begin for token in other.inside)
            if taken & rows and not (is_within and rows <= taken):
                return False
        self._row_blocks.append((block, rows))
        return True

    def _translate_value(self, token: _Token) -> None:
        name = our_name(token.tag.name)
        if token.tag.name == "." and token.blocks:
            name = token.blocks[-1].item
        elif token.blocks:
            name = f"{token.blocks[-1].item}.{name}"
        token.new = token.after = f"{{{{ {name} }}}}"
        if our_name(token.tag.name) != token.tag.name:
            token.note = f"「{token.tag.name}」不能當標籤的名字，改名了。"


def _scoped(name: str, token: _Token) -> str:
    return f"{token.blocks[-1].item}.{name}" if token.blocks else name


def _kind_of_place(block: _Block) -> str | None:
    """`tr` for rows, `p` for paragraphs, blank within a paragraph; None where neither is whole."""
    begin, end = block.begin, block.end
    if begin.texts is end.texts:
        alone = begin.texts.text.strip() == begin.texts.text[begin.tag.start : end.tag.end]
        row = begin.row
        if row is not None and alone and _is_loop(block) and len(list(row.iter(CELL))) == 1:
            return "tr"
        return ""
    cell, last_cell = (next(t.texts.paragraph.iterancestors(CELL), None) for t in (begin, end))
    if cell is not last_cell:
        rows = begin.row, end.row
        is_table = rows[0] is not None and rows[1] is not None
        return "tr" if is_table and rows[0].getparent() is rows[1].getparent() else None  # type: ignore[union-attr]
    same = begin.texts.paragraph.getparent() is end.texts.paragraph.getparent()
    first = not begin.texts.text[: begin.tag.start].strip()
    last = not end.texts.text[end.tag.end :].strip()
    return "p" if same and first and last else None


def _rows_of(block: _Block) -> set[Element]:
    """From the row that it begins in to that in which it ends."""
    first, last = block.begin.row, block.end.row
    rows: set[Element] = set()
    row = first
    while row is not None:
        rows.add(row)
        row = None if row is last else row.getnext()
    return rows


def _is_loop(block: _Block) -> bool:
    return bool(block.item)


def _words(block: _Block, name: str, where: str) -> tuple[str, str]:
    """The tags of ours that begin and end it."""
    mark = f"{where} " if where else " "
    if block.item:
        rows = "|列數(1)" if where == "tr" else ""
        return f"{{%{mark}for {block.item} in {name}{rows} %}}", f"{{%{mark}endfor %}}"
    negation = "not " if block.begin.tag.means is Means.OPEN_NOT else ""
    return f"{{%{mark}if {negation}{name} %}}", f"{{%{mark}endif %}}"


def _rows_around(block: _Block, opening: str, closing: str) -> None:
    """A row with the tag before the first row that is repeated, and one behind the last."""
    first, last = block.begin.row, block.end.row
    assert first is not None
    assert last is not None
    first.addprevious(_row_like(first, opening))
    last.addnext(_row_like(last, closing))
    block.begin.new = block.end.new = ""


def _row_like(row: Element, text: str) -> Element:
    """A row with the same cells; nothing stands in it but the tag."""
    made = deepcopy(row)
    cells = list(made.iterchildren(CELL)) or list(made.iter(CELL))
    for number, cell in enumerate(cells):
        for child in list(cell):
            if child.tag != f"{W}tcPr":
                cell.remove(child)
        for merge in cell.findall(f"{W}tcPr/{W}vMerge"):
            merge.getparent().remove(merge)  # type: ignore[union-attr]
        cell.append(_paragraph(text if number == 0 else ""))
    return made


def _paragraphs_around(block: _Block, opening: str, closing: str) -> None:
    """A paragraph with the tag before the first that is repeated, and one behind the last.

    A paragraph in which nothing but the tag stood becomes that paragraph.
    """
    for token, text in ((block.begin, opening), (block.end, closing)):
        if token.texts.text.strip() == token.tag.typed:
            token.new = text
            continue
        paragraph = token.texts.paragraph
        around = _paragraph(text)
        if token is block.begin:
            paragraph.addprevious(around)
        else:
            paragraph.addnext(around)
        token.new = ""


def _paragraph(text: str) -> Element:
    paragraph = etree.Element(PARAGRAPH)
    if text:
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}t").text = text
    return paragraph

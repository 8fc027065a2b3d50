"""A template for another program, translated into our tags: an offer, which a person looks over.

    translation = translated(parts)
    translation.parts, translation.changes, translation.left

Of docxtemplater, PHPWord, easy-template-x and Word's mail merge: {x}, ${x}, «x», #x#, merge fields,
{#rows} … {/rows}. A block that a table's row is repeated for becomes a list whose printed rows
grow; a block around mere text becomes a condition.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from jingjin_forms.arriving.blocks import (
    Block,
    Token,
    kind_of_place,
    put_paragraphs_around,
    put_rows_around,
    rows_of,
    words_for,
)
from jingjin_forms.arriving.foreign import (
    Means,
    our_name,
    tags_of,
    unknown_tags,
)
from jingjin_forms.arriving.merge_fields import plain_fields
from jingjin_forms.arriving.run_texts import RunTexts
from jingjin_forms.errors import shortened
from jingjin_forms.word.docx.location import (
    PARAGRAPH,
    Element,
    Place,
    part_title,
    places,
)
from jingjin_forms.word.docx.parts import text_parts
from jingjin_forms.word.docx.plain_xml import FALLBACK, read_xml

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
        self._row_blocks: list[tuple[Block, set[Element]]] = []

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

    def _tokens(self, place_of: Mapping[Element, Place]) -> list[Token]:
        tokens: list[Token] = []
        for paragraph in self.root.iter(PARAGRAPH):
            texts = RunTexts(paragraph)
            if "{{" in texts.text or "{%" in texts.text:
                continue  # these are ours
            place = self._place(paragraph, place_of)
            is_copy = next(paragraph.iterancestors(FALLBACK), None) is not None
            tokens += [Token(tag, texts, place, is_copy) for tag in tags_of(texts.text)]
            for typed in () if is_copy else unknown_tags(texts.text):
                self._leave(typed, place, "沒有相當的標籤：請參考說明改寫，或刪去。")
        return tokens

    def _leave(self, typed: str, place: Place, why: str) -> None:
        self.left.append(Change(typed, "", place, why))

    def _blocks(self, tokens: list[Token]) -> list[Block]:
        """Those that begin and end, the outer before the inner; of the others it is said."""
        waiting: list[tuple[int, Token]] = []
        found: list[tuple[int, Block]] = []
        for number, token in enumerate(tokens):
            if token.tag.means in (Means.OPEN, Means.OPEN_NOT):
                waiting.append((number, token))
            elif token.tag.means is Means.CLOSE:
                if waiting and token.tag.name in ("", waiting[-1][1].tag.name):
                    start, begin = waiting.pop()
                    found.append((start, Block(begin, token, tokens[start + 1 : number])))
                else:
                    self._leave(token.tag.typed, token.place, "前面沒有對應的開頭：請補上或刪去。")
        for _, token in waiting:
            self._leave(token.tag.typed, token.place, "後面沒有對應的結尾：請補上或刪去。")
        return [block for _, block in sorted(found, key=lambda pair: pair[0])]

    def _translate_block(self, block: Block) -> None:
        begin, end = block.begin, block.end
        values = {t.tag.name for t in block.inside if t.tag.means is Means.VALUE}
        is_loop = begin.tag.means is Means.OPEN and bool(values - {begin.tag.name})
        name = _scoped(our_name(begin.tag.name), begin)
        if is_loop:
            depth = len(begin.blocks)
            block.item = _ITEM if not depth else f"{_ITEM}{depth + 1}"
            block.list_name = name
        where = kind_of_place(block)
        if where is None or (where == "tr" and not self._takes_rows(block)):
            for token in (begin, end):
                why = "開頭與結尾不在同一列、同一段，或與別的重複交錯：請改成同一列或各自一段。"
                self._leave(token.tag.typed, token.place, why)
            block.item = ""
            return
        if is_loop:
            for token in block.inside:
                token.blocks.append(block)
        opening, closing = begin.after, end.after = words_for(block, name, where)
        if where == "tr":
            put_rows_around(block, opening, closing)
        elif where == "p":
            put_paragraphs_around(block, opening, closing)
        else:
            begin.new, end.new = opening, closing
        begin.note = "當成重複的清單，請看對不對。" if is_loop and where != "tr" else ""

    def _takes_rows(self, block: Block) -> bool:
        """Whether its rows are within those of the blocks around it, and no other block's."""
        rows = rows_of(block)
        for other, taken in self._row_blocks:
            is_within = any(token is block.begin for token in other.inside)
            if taken & rows and not (is_within and rows <= taken):
                return False
        self._row_blocks.append((block, rows))
        return True

    def _translate_value(self, token: Token) -> None:
        name = our_name(token.tag.name)
        if token.tag.name == "." and token.blocks:
            name = token.blocks[-1].item
        elif token.blocks:
            name = f"{token.blocks[-1].item}.{name}"
        token.new = token.after = f"{{{{ {name} }}}}"
        if our_name(token.tag.name) != token.tag.name:
            token.note = f"「{token.tag.name}」不能當標籤的名字，改名了。"


def _scoped(name: str, token: Token) -> str:
    return f"{token.blocks[-1].item}.{name}" if token.blocks else name

"""What a subdocument refers to, taken over into the template's file under ids of its own there.

As with docxtpl (docxcompose), the template wins: a style is taken over only if the template has
none of that name. A numbering that the template has already goes on; any other is added.
"""

from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from hashlib import sha256
from typing import Any

from lxml import etree

from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.package import CONTENT_TYPES, Package
from jingjin_forms.word.docx.parts import WORD_TYPES
from jingjin_forms.word.docx.relations import rels_name
from jingjin_forms.word.pictures.media import (
    Brought,
    Media,
    add_relation,
    targets_of,
    to_bytes,
)
from jingjin_forms.word.printing.lifting import TOP, inside
from jingjin_forms.word.printing.links import link_id
from jingjin_forms.word.printing.text import UnprintableError
from jingjin_forms.word.subdocuments.subdocument import content_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VAL, _STYLE_ID, _NUMBER_ID = f"{W}val", f"{W}styleId", f"{W}numId"
_ABSTRACT_ID = f"{W}abstractNumId"
_STYLE_USES = [f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle")]
_STYLE_TIES = [f"{W}{name}" for name in ("basedOn", "next", "link")]
_LIST_TIES = [f"{W}{name}" for name in ("styleLink", "numStyleLink", "pStyle")]
_NOTES = [
    f"{W}{name}"
    for name in (
        *("footnoteReference", "endnoteReference", "commentReference", "commentRangeStart"),
    )
]
_NUMBERING = "word/numbering.xml"
_NO_NUMBERING = f'<w:numbering xmlns:w="{W[1:-1]}"/>'


class Imports:
    """Everything that the subdocuments of one file bring; used while the file is filled."""

    def __init__(self, package: Package):
        self._package = package
        self._sources: dict[int, _Source] = {}
        self._changed: set[str] = set()

    # Most files bring no subdocument: nothing is read before the first.
    @cached_property
    def _document(self) -> str:
        return next(iter(targets_of(self._package.parts, "", "officeDocument").values()))

    @cached_property
    def _styles(self) -> Element | None:
        return self._root("styles")

    @cached_property
    def _numbering(self) -> Element | None:
        return self._root("numbering")

    def xml(self, value: Any, namespaces: str, brought: Brought) -> str:
        """What a subdocument prints, in the ids of the template.

        Its pictures and links go to `brought`. Raises UnprintableError for what cannot go along.
        """
        source = self._sources.setdefault(id(value.docx), _Source(value.docx))
        holder = etree.fromstring(f"<{TOP}{namespaces}/>")
        for element in content_of(value):
            self._translate(element, source, brought)
            holder.append(element)
        return inside(holder)

    def package(self) -> Package:
        """The package with the styles and numberings taken over."""
        added: dict[str, bytes] = {}
        if "styles" in self._changed and self._styles is not None:
            added[self._name("styles")] = to_bytes(self._styles)
        if "numbering" in self._changed and self._numbering is not None:
            name = self._name("numbering")
            added[name or _NUMBERING] = to_bytes(self._numbering)
            if not name:
                added |= self._parts_that_tell_of_numbering()
        return self._package.with_parts(added) if added else self._package

    def _parts_that_tell_of_numbering(self) -> dict[str, bytes]:
        rels = etree.fromstring(self._package.parts[rels_name(self._document)])
        add_relation(rels, "rIdNumbering", "numbering", f"/{_NUMBERING}")
        types = etree.fromstring(self._package.parts[CONTENT_TYPES])
        etree.SubElement(
            types,
            str(types.tag).replace("Types", "Override"),
            PartName=f"/{_NUMBERING}",
            ContentType=f"{WORD_TYPES}.numbering+xml",
        )
        return {rels_name(self._document): to_bytes(rels), CONTENT_TYPES: to_bytes(types)}

    def _name(self, kind: str) -> str:
        return next(iter(targets_of(self._package.parts, self._document, kind).values()), "")

    def _root(self, kind: str) -> Element | None:
        name = self._name(kind)
        return etree.fromstring(self._package.parts[name]) if name else None

    def _translate(self, content: Element, source: "_Source", brought: Brought) -> None:
        for element in content.iter("*"):
            if element.tag in _NOTES:
                raise UnprintableError("裡有註腳或註解，不能放進另一個檔案：請改寫在文字裡。")
            if element.tag in _STYLE_USES:
                element.set(_VAL, self._style(source, element.get(_VAL, "")))
            elif element.tag == _NUMBER_ID:
                element.set(_VAL, self._number(source, element.get(_VAL, "")))
            for name, value in element.attrib.items():
                if str(name).startswith(_R):
                    element.set(name, _relation(source, str(value), brought))

    def _style(self, source: "_Source", style_id: str) -> str:
        """The id in the template of a style; what the source itself has not got stays as it is."""
        known = source.styles.get(style_id)
        if known is not None:
            return known
        style = _by(source.style_part, "style", _STYLE_ID, style_id)
        if style is None or self._styles is None:
            return style_id
        mine = _of_the_same_name(self._styles, style)
        if mine is not None:
            source.styles[style_id] = mine.get(_STYLE_ID, "")
            return source.styles[style_id]
        new = style_id
        while _by(self._styles, "style", _STYLE_ID, new) is not None:
            new += "_1"
        source.styles[style_id] = new
        source.new.add(new)
        copy = deepcopy(style)
        copy.set(_STYLE_ID, new)
        copy.attrib.pop(f"{W}default", None)
        for tie in list(copy.iter(*_STYLE_TIES)):
            tied = self._style(source, tie.get(_VAL, ""))
            if _by(self._styles, "style", _STYLE_ID, tied) is None and tied not in source.new:
                copy.remove(tie)  # docxcompose leaves some behind
            tie.set(_VAL, tied)
        for number in copy.iter(_NUMBER_ID):
            number.set(_VAL, self._number(source, number.get(_VAL, "")))
        self._styles.append(copy)
        self._changed.add("styles")
        return new

    def _number(self, source: "_Source", number: str) -> str:
        known = source.numbers.get(number)
        if known is not None:
            return known
        num, abstract = _numbering_of(source.number_part, number)
        if num is None or abstract is None:
            return number
        if _same(self._numbering, number, num, abstract):
            source.numbers[number] = number
            return number
        if abstract.find(f".//{W}lvlPicBulletId") is not None:
            raise UnprintableError("裡的項目符號是圖片，不能放進另一個檔案：請改用一般的項目符號。")
        if self._numbering is None:
            self._numbering = etree.fromstring(_NO_NUMBERING)
        new = str(_highest(self._numbering, "num", _NUMBER_ID) + 1)
        source.numbers[number] = new
        self._add_numbering(source, deepcopy(num), deepcopy(abstract), new)
        self._changed.add("numbering")
        return new

    def _add_numbering(
        self, source: "_Source", num: Element, abstract: Element, number: str
    ) -> None:
        assert self._numbering is not None
        new = str(_highest(self._numbering, "abstractNum", _ABSTRACT_ID) + 1)
        abstract.set(_ABSTRACT_ID, new)
        for tie in abstract.iter(*_LIST_TIES):
            tie.set(_VAL, self._style(source, tie.get(_VAL, "")))
        num.set(_NUMBER_ID, number)
        for reference in num.iterchildren(_ABSTRACT_ID):
            reference.set(_VAL, new)
        first = self._numbering.find(f"{W}num")
        if first is None:
            self._numbering.append(abstract)
        else:
            first.addprevious(abstract)
        list(self._numbering.iterchildren(f"{W}abstractNum", f"{W}num"))[-1].addnext(num)


class _Source:
    """The document that a subdocument's ids are of, and what they have become."""

    def __init__(self, document: Any):
        self.document = document  # kept, so that its id stays its own
        self.relations: Mapping[str, Any] = document.part.rels
        self.style_part: Element | None = document.styles.element
        self.number_part: Element | None = next(
            (
                relation.target_part.element
                for relation in self.relations.values()
                if relation.reltype.endswith("/numbering")
            ),
            None,
        )
        self.styles: dict[str, str] = {}
        self.numbers: dict[str, str] = {}
        self.new: set[str] = set()
        """The ids of styles that are taken over, also while their own ties are followed."""


def _relation(source: _Source, relation_id: str, brought: Brought) -> str:
    relation = source.relations.get(relation_id)
    if relation is None:
        raise UnprintableError("用到找不到的圖片或連結，檔案可能已損壞：請用 Word 打開，另存一次。")
    kind = relation.reltype.rpartition("/")[2]
    if kind == "hyperlink" and relation.is_external:
        brought.links[link_id(relation.target_ref)] = relation.target_ref
        return link_id(relation.target_ref)
    if kind == "image" and not relation.is_external:
        part = relation.target_part
        name = f"{sha256(part.blob).hexdigest()[:16]}.{part.partname.ext.lower()}"
        picture = Media(name, part.blob, part.content_type)
        brought.pictures[picture.relation] = picture
        return picture.relation
    raise UnprintableError(
        f"裡有 {kind}（圖表、內嵌物件等），不能放進另一個檔案：請改成圖片，或直接畫在範本裡。"
    )


def _by(root: Element | None, kind: str, attribute: str, value: str) -> Element | None:
    found = () if root is None else root.iterchildren(f"{W}{kind}")
    return next((element for element in found if element.get(attribute) == value), None)


def _of_the_same_name(styles: Element, style: Element) -> Element | None:
    def key(one: Element) -> tuple[str | None, str]:
        name = one.find(f"{W}name")
        return one.get(f"{W}type"), "" if name is None else name.get(_VAL, "").lower()

    wanted = key(style)
    return next((one for one in styles.iterchildren(f"{W}style") if key(one) == wanted), None)


def _numbering_of(root: Element | None, number: str) -> tuple[Element | None, Element | None]:
    num = _by(root, "num", _NUMBER_ID, number)
    reference = None if num is None else num.find(_ABSTRACT_ID)
    if reference is None:
        return None, None
    return num, _by(root, "abstractNum", _ABSTRACT_ID, reference.get(_VAL, ""))


def _same(root: Element | None, number: str, num: Element, abstract: Element) -> bool:
    """Whether the template numbers in just this way under this number."""
    mine, its = _numbering_of(root, number)
    return None not in (mine, its) and _plain(mine, its) == _plain(num, abstract)


def _plain(*elements: Element | None) -> list[bytes]:
    return [
        etree.tostring(element, method="c14n", exclusive=True)
        for element in elements
        if element is not None
    ]


def _highest(root: Element, kind: str, attribute: str) -> int:
    numbers = (element.get(attribute, "") for element in root.iterchildren(f"{W}{kind}"))
    return max((int(number) for number in numbers if number.isdigit()), default=0)

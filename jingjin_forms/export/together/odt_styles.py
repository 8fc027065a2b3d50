"""The styles and master pages of many papers in one .odt."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from jingjin_forms.export.joining import UnjoinableError
from jingjin_forms.export.together.odt_paper import BLOCKS, MASTER_NAME, PAGE_NUMBER, OdtPaper
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.open_document.names import STYLE, STYLE_NAME, TABLES

_NAME, _FAMILY, _PARENT = f"{STYLE}name", f"{STYLE}family", f"{STYLE}parent-style-name"
_NEXT, _SHOWN = f"{STYLE}next-style-name", f"{STYLE}display-name"
_TABLE = f"{TABLES}table"
_USUAL_MASTER = "Standard"


class Styles:
    """The automatic styles of a part of the joined file: at first those of the first paper."""

    def __init__(self, root: Element):
        self._root, self._first = root, etree.tostring(root)
        self._known = {_key(style): etree.tostring(style) for style in root}

    def meet(self, other: Element) -> None:
        """Take those of another paper. Raises UnjoinableError where one name says two things."""
        if etree.tostring(other) == self._first:
            return
        for style in list(other):
            said = etree.tostring(style)
            if self._known.setdefault(_key(style), said) is said:
                self._root.append(deepcopy(style))
            elif self._known[_key(style)] != said:
                raise UnjoinableError("同名的樣式和前面的文件不同")

    def begin_pages(self, paper: OdtPaper, masters: Mapping[str, str], mark: str) -> None:
        """Let the paper begin on a page of its own, numbered 1, and whatever in it begins with a
        master page have it by its name in this file."""
        own = {_key(style): style for style in paper.own_styles}
        first = next(paper.text.iter(*BLOCKS))
        changed: dict[tuple[str, ...], str] = {}
        for block in paper.text.iter(*BLOCKS):
            attribute, family = _style_said(block)
            key = (f"{STYLE}style", family, block.get(attribute, ""))
            style = own.get(key)
            if block is first:
                begins = self._begins(style, key, f"{mark}begins", masters)
                _properties(begins, family).set(PAGE_NUMBER, "1")
                block.set(attribute, f"{mark}begins")
            elif style is not None and style.get(MASTER_NAME):
                if key not in changed:
                    changed[key] = f"{mark}goeson{len(changed)}"
                    self._begins(style, key, changed[key], masters)
                block.set(attribute, changed[key])

    def _begins(
        self, style: Element | None, key: tuple[str, ...], name: str, masters: Mapping[str, str]
    ) -> Element:
        """A style like another, but for the name of its master page."""
        _, family, own_name = key
        if style is None:
            made = etree.SubElement(self._root, f"{STYLE}style", {_FAMILY: family})
            if own_name:
                made.set(_PARENT, own_name)
        else:
            made = deepcopy(style)
            self._root.append(made)
        made.set(_NAME, name)
        master = made.get(MASTER_NAME) or _USUAL_MASTER
        if master not in masters:
            raise UnjoinableError("沒有版面設定")
        made.set(MASTER_NAME, masters[master])
        return made


class Masters:
    """The master pages of the joined file: at first none, though `root` holds the first paper's."""

    def __init__(self, root: Element):
        self._root = root
        self._names: dict[bytes, dict[str, str]] = {}

    def names_for(self, other: Element, mark: str) -> dict[str, str]:
        """Take those of a paper that are not there; the names that all of its own have here."""
        said = etree.tostring(other)
        if said not in self._names:
            names = {master.get(_NAME, ""): f"{mark}master{n}" for n, master in enumerate(other)}
            for master in list(other):
                master.set(_NAME, names[master.get(_NAME, "")])
                if _NEXT in master.attrib:
                    master.set(_NEXT, names.get(master.get(_NEXT, ""), ""))
                master.attrib.pop(_SHOWN, None)
                self._root.append(master)
            self._names[said] = names
        return self._names[said]


def _key(style: Element) -> tuple[str, ...]:
    return str(style.tag), style.get(_FAMILY, ""), style.get(_NAME, "")


def _style_said(block: Element) -> tuple[str, str]:
    """The attribute that names the block's style, and the family of that."""
    is_table = block.tag == _TABLE
    return (f"{TABLES}style-name", "table") if is_table else (STYLE_NAME, "paragraph")


def _properties(style: Element, family: str) -> Element:
    """What the style says of the family, which comes before what it says of its text."""
    name = f"{STYLE}{family}-properties"
    found = style.find(name)
    if found is None:
        found = etree.Element(name)
        style.insert(0, found)
    return found

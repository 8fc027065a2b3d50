"""The parts of the joined file around its text: those of the first paper, and what others bring."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from jingjin_forms.export.joining.fields import counts_pages
from jingjin_forms.export.joining.paper import (
    OFFICE,
    Paper,
    UnjoinableError,
    digest,
    referring,
    suffix_of,
)
from jingjin_forms.export.joining.styles import NUMBER_ID
from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.package import CONTENT_TYPES, Package
from jingjin_forms.word.docx.relations import rels_name
from jingjin_forms.word.pictures.media import to_bytes
from jingjin_forms.word.printing.links import link_id

Relations = dict[str, str]
"""The elements of a .rels, by their ids."""

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_OF_ALL = ("settings", "theme", "fontTable", "webSettings")
"""What the text refers to once for all papers."""
_HERE = "PAPERS"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_BLANK = f"""<w:{{0}} xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" \
w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:{{0}}>"""
_CORE = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\
<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{title}}</dc:title>\
<dcterms:created xsi:type="dcterms:W3CDTF">{{day}}T00:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{{day}}T00:00:00Z</dcterms:modified>\
<dc:language>zh-TW</dc:language></cp:coreProperties>"""

Adapt = Callable[[str, Element, Relations], None]
"""Gives a part of a paper the ids of the joined file; what it refers to goes to the relations."""


class Frame:
    """The parts of the joined file, but for its text."""

    def __init__(self, first: Paper):
        self.main = first.main
        self.namespaces: dict[str | None, str] = {}
        self.relations: Relations = {}
        """What the text refers to."""
        self._first = first
        self._folder = first.main.rpartition("/")[0]
        self._ignorable: dict[str, None] = {}
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._count = 0
        self._known: dict[tuple[object, ...], str] = {}

    def meet(self, paper: Paper) -> None:
        """Take over the names of its namespaces."""
        self.namespaces |= paper.root.nsmap
        self._ignorable |= dict.fromkeys(paper.root.get(_IGNORABLE, "").split())

    def names_in(self, paper: Paper, part: str, root: Element, relations: Relations) -> Relations:
        """The ids here of what a part of a paper refers to: pictures, links."""
        used = {element.get(name, "") for element, name in referring(root)}
        names: dict[str, str] = {}
        for own, relation in paper.relations(part).items():
            if own in used and relation.kind == "hyperlink":
                names[own] = link_id(relation.target)
                relations[names[own]] = _relation(names[own], "hyperlink", relation.target, True)
            elif own in used and relation.kind == "image":
                content = paper.parts[relation.target]
                name = f"media/{digest(content)}.{suffix_of(relation.target)}"
                self._add(name, content, paper.type_of(relation.target))
                names[own] = f"rIdPicture{digest(content)}"
                relations[names[own]] = _relation(names[own], "image", name)
        return names

    def add_running(self, paper: Paper, part: str, adapt: Adapt, styles: dict[str, str]) -> str:
        """Take over a header or footer; the id by which sections name it. Equal ones are one."""
        root, kind = paper.tree(part), _kind(paper, part)
        depends = counts_pages(root) or next(root.iter(NUMBER_ID, f"{W}bookmarkStart"), None)
        targets = tuple(
            relation.target if relation.is_external else digest(paper.parts[relation.target])
            for relation in paper.relations(part).values()
            if relation.is_external or relation.target in paper.parts
        )
        key = (paper.parts[part], targets, id(styles), paper.name if depends else None)
        if key not in self._known:
            relations: Relations = {}
            adapt(part, root, relations)
            self._known[key] = self._add_part(kind, to_bytes(root), relations)
        return self._known[key]

    def blank(self, kind: str) -> str:
        """The id of a `header` or `footer` that says nothing."""
        if (kind,) not in self._known:
            content = _BLANK.format(_ROOTS[kind]).encode()
            self._known[kind,] = self._add_part(kind, content, {})
        return self._known[kind,]

    def put_lists(self, styles: Element, numbering: Element) -> None:
        """Take over the finished styles and numberings."""
        for kind, root in {"styles": styles, "numbering": numbering}.items():
            if len(root):
                self._add(f"{kind}.xml", to_bytes(root), f"{_TYPES}.{kind}+xml")
                name = f"rId{kind.title()}"
                self.relations[name] = _relation(name, kind, f"{kind}.xml")

    def package(self, pieces: Iterable[bytes], title: str, day: date) -> Package:
        """The file with this text."""
        parts = {**self._kept(), **self._parts}
        parts[rels_name(self.main)] = _rels({**self._own_relations(), **self.relations}.values())
        core = self._first.part_of("", "core-properties")
        if core in parts:
            parts[core] = _CORE.format(title=escape(title), day=day.isoformat()).encode()
        parts[CONTENT_TYPES] = self._content_types(parts)
        before, _, after = self._document().partition(_HERE.encode())
        parts[self.main] = b"".join((before, *pieces, after))
        return Package(parts, (self.main,))

    def _document(self) -> bytes:
        attributes = {_IGNORABLE: " ".join(self._ignorable)} if self._ignorable else {}
        root = etree.Element(f"{W}document", attributes, nsmap=self.namespaces)
        etree.SubElement(root, f"{W}body").text = _HERE
        return to_bytes(root)

    def _add_part(self, kind: str, content: bytes, relations: Relations) -> str:
        self._count += 1
        number = self._count
        name = f"paper{number}_{kind}.xml"
        self._add(name, content, f"{_TYPES}.{kind}+xml")
        if relations:
            self._parts[rels_name(self._path(name))] = _rels(relations.values())
        own = f"rIdPaper{number}"
        self.relations[own] = _relation(own, kind, name)
        return own

    def _add(self, name: str, content: bytes, content_type: str) -> None:
        path = self._path(name)
        self._parts[path] = content
        self._types[path] = content_type

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name}" if self._folder else name

    def _own_relations(self) -> Relations:
        """What the text of the first paper refers to that is no matter of a single paper."""
        return {
            own: _relation(own, relation.kind, f"/{relation.target}")
            for own, relation in self._first.of_document.items()
            if relation.kind in _OF_ALL and relation.target in self._first.parts
        }

    def _kept(self) -> dict[str, bytes]:
        """The parts of the first paper that stand in the joined file."""
        names = {CONTENT_TYPES, rels_name("")}
        top = [r.target for r in self._first.relations("").values() if r.target != self.main]
        below = (r.target for r in self._first.of_document.values() if r.kind in _OF_ALL)
        for start in (*top, *below):
            names |= set(self._reached(start, set()))
        return {name: self._first.parts[name] for name in names if name in self._first.parts}

    def _reached(self, part: str, seen: set[str]) -> Iterator[str]:
        if part in seen or part == self.main or part not in self._first.parts:
            return
        seen.add(part)
        yield part
        yield rels_name(part)
        for relation in self._first.relations(part).values():
            if not relation.is_external:
                yield from self._reached(relation.target, seen)

    def _content_types(self, parts: dict[str, bytes]) -> bytes:
        root = self._first.tree(CONTENT_TYPES)
        known: set[str] = {f"/{name}" for name in self._types}
        for override in root.findall("{*}Override"):
            name = override.get("PartName", "")
            if name in known or (name.lstrip("/") not in parts and name != f"/{self.main}"):
                root.remove(override)
        tag = str(root.tag).replace("Types", "Override")
        for name, content_type in self._types.items():
            etree.SubElement(root, tag, PartName=f"/{name}", ContentType=content_type)
        return to_bytes(root)


def _kind(paper: Paper, part: str) -> str:
    kinds = (r.kind for r in paper.of_document.values() if r.target == part)
    kind = next(kinds, "")
    if kind not in _ROOTS:
        raise UnjoinableError("頁首或頁尾不見了")
    return kind


def _relation(own: str, kind: str, target: str, is_external: bool = False) -> str:
    mode = ' TargetMode="External"' if is_external else ""
    return f'<Relationship Id="{own}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'


def _rels(relations: Iterable[str]) -> bytes:
    inside = "".join(relations)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
    ).encode()

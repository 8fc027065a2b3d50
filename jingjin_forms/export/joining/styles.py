"""The styles of papers that stand in one file: what looks alike is one, what does not gets a name
of its own.

What a file has once for all its text (the font where nothing is said, the default styles) cannot
be two things; `page_of_all` is what papers have to have in common.
"""

from copy import deepcopy

from lxml import etree

from jingjin_forms.export.joining.paper import Paper, plain
from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.style_line import base_of, style_line

VAL = f"{W}val"
STYLE_USES = [f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle")]
NUMBER_ID = f"{W}numId"
_ID, _DEFAULT, _STYLE = f"{W}styleId", f"{W}default", f"{W}style"
_TIES = [f"{W}{name}" for name in ("basedOn", "next", "link")]
_NO_STYLES = f'<w:styles xmlns:w="{W[1:-1]}"/>'
_OF_THE_EDITOR = frozenset(
    f"{W}{name}"
    for name in (
        *("zoom", "view", "proofState", "rsids", "attachedTemplate", "activeWritingStyle"),
        *("hideSpellingErrors", "hideGrammaticalErrors", "trackRevisions", "revisionView"),
        *("documentProtection", "writeProtection", "removePersonalInformation", "docVars"),
        *("shapeDefaults", "hdrShapeDefaults", "decimalSymbol", "listSeparator", "compat"),
        *("footnotePr", "endnotePr", "stylePaneFormatFilter"),
    )
)
"""Settings that change nothing on the paper; `compat` is looked at piece by piece."""


def page_of_all(paper: Paper) -> dict[str, tuple[bytes, ...]]:
    """What is one thing for all the text of a file, by what a reader calls it."""
    styles = _root(paper.content_of("styles"))
    defaults = [s for s in styles.iterchildren(_STYLE) if s.get(_DEFAULT) in ("1", "true", "on")]
    settings = _root(paper.content_of("settings"))
    general = [e for e in settings.iterchildren("*") if e.tag not in _OF_THE_EDITOR]
    word = [e for e in general if str(e.tag).startswith(W)]
    return {
        "預設的字型與段落": tuple(map(plain, styles.iterchildren(f"{W}docDefaults"))),
        "預設的樣式": tuple(sorted(map(plain, defaults))),
        "佈景主題": (paper.content_of("theme"),),
        "版面設定": (*map(plain, word), *map(plain, settings.iterfind(f"{W}compat/*"))),
    }


class Styles:
    """The styles of the joined file: those of the first paper, and what others have besides."""

    def __init__(self, first: Paper):
        self._first = first.content_of("styles")
        self._first_numbers = first.content_of("numbering")
        self.root = _root(self._first)
        self._ours = _by_id(_root(self._first))
        self._names = {_name(s).lower() for s in self._ours.values()}
        self._ids: dict[tuple[bytes, bytes], dict[str, str]] = {}

    def ids_for(self, paper: Paper) -> tuple[dict[str, str], list[Element]]:
        """What the paper's styles are called here, those apart that keep their ids; and those that
        were added for it, whose numbers are still its own."""
        key = (paper.content_of("styles"), paper.content_of("numbering"))
        if key in self._ids:
            return self._ids[key], []
        theirs = _by_id(_root(key[0])) if key[0] != self._first else {}
        same_numbers = key[1] == self._first_numbers
        if not same_numbers:
            theirs = theirs or _by_id(_root(key[0]))
        ids = {one: self._new_id(one) for one in _different(theirs, self._ours, same_numbers)}
        self._ids[key] = ids
        return ids, [self._add(theirs[one], ids) for one in ids]

    def _new_id(self, style: str) -> str:
        taken = {one.get(_ID, "") for one in self.root.iterchildren(_STYLE)} | {
            new for ids in self._ids.values() for new in ids.values()
        }
        if style not in taken:
            return style
        return next(new for n in range(2, len(taken) + 3) if (new := f"{style}_{n}") not in taken)

    def _add(self, style: Element, ids: dict[str, str]) -> Element:
        copy = deepcopy(style)
        copy.set(_ID, ids[style.get(_ID, "")])
        copy.attrib.pop(_DEFAULT, None)
        for tie in copy.iterchildren(*_TIES):
            tie.set(VAL, ids.get(tie.get(VAL, ""), tie.get(VAL, "")))
        name = copy.find(f"{W}name")
        if name is not None:
            name.set(VAL, self._new_name(name.get(VAL, "")))
        self.root.append(copy)
        return copy

    def _new_name(self, name: str) -> str:
        free = (name, *(f"{name} {n}" for n in range(2, len(self._names) + 3)))
        new = next(one for one in free if one.lower() not in self._names)
        self._names.add(new.lower())
        return new


def styles_with_numbers(paper: Paper) -> dict[str, str]:
    """The numbering that comes with a style, by style id."""
    theirs = _by_id(_root(paper.content_of("styles")))
    found: dict[str, str] = {}
    for one in theirs:
        for style in style_line(theirs, one):
            number = style.find(f"{W}pPr/{W}numPr/{NUMBER_ID}")
            if number is not None:
                if number.get(VAL) != "0":
                    found[one] = number.get(VAL, "")
                break
    return found


def _different(
    theirs: dict[str, Element], ours: dict[str, Element], same_numbers: bool
) -> list[str]:
    """Those that look otherwise than ours of the same id, or are based on one that does."""
    found = {
        one
        for one, style in theirs.items()
        if one not in ours
        or plain(style) != plain(ours[one])
        or (not same_numbers and style.find(f".//{NUMBER_ID}") is not None)
    }
    while more := {one for one in theirs if one not in found and base_of(theirs[one]) in found}:
        found |= more
    return [one for one in theirs if one in found]


def _name(style: Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(VAL, "")


def _by_id(root: Element) -> dict[str, Element]:
    return {style.get(_ID, ""): style for style in root.iterchildren(_STYLE)}


def _root(content: bytes) -> Element:
    return etree.fromstring(content or _NO_STYLES.encode())

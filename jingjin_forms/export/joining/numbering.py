"""The numbered lists of papers that stand in one file: each paper's begin anew."""

from copy import deepcopy

from lxml import etree

from jingjin_forms.export.joining.paper import Paper
from jingjin_forms.export.joining.styles import NUMBER_ID, STYLE_USES, VAL
from jingjin_forms.word.docx.location import Element, W

_NUM, _ABSTRACT, _ABSTRACT_ID = f"{W}num", f"{W}abstractNum", f"{W}abstractNumId"
_LEVEL, _LEVEL_ID = f"{W}lvl", f"{W}ilvl"
_OVERRIDE, _STARTS = f"{W}lvlOverride", f"{W}startOverride"
_LIST_TIES = [f"{W}{name}" for name in ("styleLink", "numStyleLink", "pStyle")]
_EMPTY = f'<w:numbering xmlns:w="{W[1:-1]}"/>'
_NONE = "0"


class Lists:
    """The numberings of one file, as it has them."""

    def __init__(self, paper: Paper):
        self.content = paper.content_of("numbering")
        self.root = etree.fromstring(self.content or _EMPTY.encode())
        self._nums = {n.get(NUMBER_ID, ""): n for n in self.root.iterchildren(_NUM)}
        self._abstract = {a.get(_ABSTRACT_ID, ""): a for a in self.root.iterchildren(_ABSTRACT)}

    def num(self, number: str) -> Element | None:
        """The list of a number."""
        return self._nums.get(number)

    def levels(self, number: str) -> Element | None:
        """What says how the levels of a list look."""
        reference = None if number not in self._nums else self._nums[number].find(_ABSTRACT_ID)
        return None if reference is None else self._abstract.get(reference.get(VAL, ""))

    def counts(self, number: str) -> bool:
        """Whether the list counts; one of bullets says the same wherever it stands."""
        levels = self.levels(number)
        pieces = () if levels is None else (levels, self._nums[number])
        kinds = [kind.get(VAL) for piece in pieces for kind in piece.iter(f"{W}numFmt")]
        return levels is not None and any(kind not in ("bullet", "none") for kind in kinds)

    def fault(self, number: str) -> str:
        """Why a list cannot be taken over; blank where it can be."""
        levels = self.levels(number)
        if levels is not None and levels.find(_LEVEL) is None:
            return "有清單樣式的自動編號"
        if levels is not None and levels.find(f".//{W}lvlPicBulletId") is not None:
            return "有用圖片做的項目符號"
        return ""


class Numbering:
    """The numberings of the joined file: those of the first paper, and one more for each list of
    each paper."""

    def __init__(self, first: Paper):
        own = Lists(first)
        self.root = own.root
        self._first = own.content
        self._abstract: dict[tuple[bytes, str], str] = {}
        self._shared: dict[tuple[bytes, str], str] = {}
        self._next = {kind: _highest(self.root, *kind) + 1 for kind in (_NUMS, _ABSTRACTS)}

    @property
    def has_any(self) -> bool:
        """Whether there is any list."""
        return len(self.root) > 0

    def number(self, lists: Lists, number: str, styles: dict[str, str]) -> str:
        """The number here of a list: one of bullets goes on, one that counts begins anew."""
        num, levels = lists.num(number), lists.levels(number)
        if num is None or levels is None:
            return _NONE  # Word shows nothing for a list that is none
        key = (lists.content, number)
        counts = lists.counts(number)
        if not counts and key in self._shared:
            return self._shared[key]
        if not counts and lists.content == self._first:
            return number
        new = self._new_id(_NUMS)
        self._shared[key] = new
        self._add(deepcopy(num), levels, new, self._abstract_id(lists, levels, styles), counts)
        return new

    def _add(
        self, num: Element, levels: Element, number: str, abstract: str, is_anew: bool
    ) -> None:
        num.set(NUMBER_ID, number)
        for reference in num.iterchildren(_ABSTRACT_ID):
            reference.set(VAL, abstract)
        if is_anew:
            known = {o.get(_LEVEL_ID): o for o in num.iterchildren(_OVERRIDE)}
            for level in levels.iterchildren(_LEVEL):
                _begin_anew(num, level, known.get(level.get(_LEVEL_ID)))
        last = [*self.root.iterchildren(_ABSTRACT, _NUM)][-1]
        last.addnext(num)

    def _abstract_id(self, lists: Lists, levels: Element, styles: dict[str, str]) -> str:
        old = levels.get(_ABSTRACT_ID, "")
        if lists.content == self._first:
            return old
        key = (lists.content, old)
        if key not in self._abstract:
            self._abstract[key] = self._new_id(_ABSTRACTS)
            self._add_abstract(deepcopy(levels), self._abstract[key], styles)
        return self._abstract[key]

    def _add_abstract(self, levels: Element, number: str, styles: dict[str, str]) -> None:
        levels.set(_ABSTRACT_ID, number)
        for tie in levels.iter(*_LIST_TIES):
            tie.set(VAL, styles.get(tie.get(VAL, ""), tie.get(VAL, "")))
        for name in levels.findall(f"{W}nsid"):
            levels.remove(name)  # Word takes lists of one name for one
        first = self.root.find(_NUM)
        if first is None:
            self.root.append(levels)
        else:
            first.addprevious(levels)

    def _new_id(self, kind: tuple[str, str]) -> str:
        self._next[kind] += 1
        return str(self._next[kind] - 1)


_NUMS, _ABSTRACTS = (_NUM, NUMBER_ID), (_ABSTRACT, _ABSTRACT_ID)


def own_numbers(root: Element) -> set[str]:
    """The lists that paragraphs say themselves to be of."""
    return {n.get(VAL, "") for n in root.iter(NUMBER_ID)} - {_NONE, ""}


def numbers_of_styles(root: Element, with_numbers: dict[str, str]) -> set[str]:
    """The lists that paragraphs are of by their style alone."""
    if not with_numbers:
        return set()
    used = (s for s in root.iter(STYLE_USES[0]) if s.get(VAL) in with_numbers)
    return {
        with_numbers[style.get(VAL, "")]
        for style in used
        if (p := style.getparent()) is not None and p.find(f"{W}numPr/{NUMBER_ID}") is None
    }


def _begin_anew(num: Element, level: Element, override: Element | None) -> None:
    """Let a level of a list count from its start, whatever stands before."""
    if override is None:
        override = etree.SubElement(num, _OVERRIDE, {_LEVEL_ID: level.get(_LEVEL_ID, "0")})
    if override.find(_STARTS) is None:
        said = override.find(f"{_LEVEL}/{W}start")
        start = level.find(f"{W}start") if said is None else said
        value = "1" if start is None else start.get(VAL, "1")
        override.insert(0, etree.Element(_STARTS, {VAL: value}))


def _highest(root: Element, kind: str, attribute: str) -> int:
    numbers = (element.get(attribute, "") for element in root.iterchildren(kind))
    return max((int(number) for number in numbers if number.isdigit()), default=0)

"""Bookmarks, content controls and comments that a loop has repeated: each once, or numbered anew.

A bookmark's number and name, and a content control's number, may stand once in a document; a
comment can be pinned to one place.
"""

import re

from jingjin_forms.word.docx.location import Element, W

_LONGEST_NAME = 40  # of a bookmark, Word's own limit
_repeatable = [f"{W}{name}" for name in ("bookmarkStart", "sdtPr", "commentReference")]
_anchors = re.compile(
    r"<w:(?P<kind>bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|commentReference|id"
    r"|hyperlink)\b(?P<rest>[^<>]*)>|(?P<field><w:instrText\b[^<>]*>)(?P<code>[^<]*)"
)
_id = re.compile(r'( w:(?:id|val)=")(-?\d{1,10})(")')
_name = re.compile(r'( w:name=")([^"]*)(")')
_target = re.compile(r'( w:anchor=")([^"]*)(")')
_words = re.compile(r"\w+")
_ids = re.compile(r'<w:(?:bookmarkStart|id)\b[^<>]* w:(?:id|val)="(\d{1,9})"').findall


def has_anchors(root: Element) -> bool:
    """Whether a part holds what may not be repeated."""
    return next(root.iter(*_repeatable), None) is not None


def renumber_anchors(xml: str) -> str:
    """The part with everything that may stand once standing once."""
    return _anchors.sub(_Renumbering(xml).replaced, xml)


class _Renumbering:
    def __init__(self, xml: str):
        self._next = 1 + max(map(int, _ids(xml)), default=0)
        self._seen: set[tuple[str, str]] = set()
        self._now: dict[str, str] = {}
        """By the number of a bookmark in the template, that of its latest copy."""
        self._named: dict[str, str] = {}
        """By the name of a bookmark in the template, that of its latest copy."""

    def replaced(self, found: re.Match[str]) -> str:
        kind, whole = found["kind"], found[0]
        if kind is None:
            code = _words.sub(lambda word: self._named.get(word[0], word[0]), found["code"])
            return f"{found['field']}{code}"
        if kind == "hyperlink":
            return _target.sub(lambda f: f"{f[1]}{self._named.get(f[2], f[2])}{f[3]}", whole)
        if kind == "bookmarkEnd":
            return _id.sub(lambda f: f"{f[1]}{self._now.get(f[2], f[2])}{f[3]}", whole, count=1)
        if kind.startswith("comment"):
            number = _id.search(whole)
            return "" if number is not None and not self._first(kind, number[2]) else whole
        whole = _id.sub(lambda f: f"{f[1]}{self._number(kind, f[2])}{f[3]}", whole, count=1)
        if kind == "bookmarkStart":
            whole = _name.sub(lambda f: f"{f[1]}{self._renamed(f[2])}{f[3]}", whole)
        return whole

    def _first(self, kind: str, number: str) -> bool:
        new = (kind, number) not in self._seen
        self._seen.add((kind, number))
        return new

    def _number(self, kind: str, number: str) -> str:
        new = number
        if not self._first(kind, number):
            new = str(self._next)
            self._next += 1
        self._now[number] = new
        return new

    def _renamed(self, name: str) -> str:
        new, copy = name, 1
        while not self._first("name", new.lower()):
            copy += 1
            end = f"_{self._next + copy}"
            new = f"{name[: _LONGEST_NAME - len(end)]}{end}"
        self._named[name] = new
        return new

"""Truth and reading, value by value.

A value is right when it equals the truth, or when the paper prints the same with either: a school
of which the paper prints the short name only, rows that the paper sorts. What the reading lacks and
the paper never printed is no value. Every wrong value is either listed or wrong silently. Listed is
what a doubt names by its path, or by one above or below it; what a doubt quotes that knows no path
(text that belongs nowhere); and what the form does not take, as `reading.form()` says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from benchmarks.touched.leaves import Leaf, Path, at, changed, flat, leaves_of_field, raw_leaves
from jingjin_forms.errors import JingjinError
from jingjin_forms.facts.labels import figures_of, label_of_key
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School

NOTHING = "（沒有）"


class Doubt(Protocol):
    """What a reading lists as 待確認."""

    @property
    def path(self) -> Path: ...
    @property
    def found(self) -> str: ...


class Reading(Protocol):
    """What is read from a file."""

    @property
    def facts(self) -> Mapping[str, Any]: ...
    @property
    def doubts(self) -> Sequence[Doubt]: ...
    @property
    def changes(self) -> Sequence[object]: ...


@dataclass(frozen=True)
class Miss:
    """A value that was not read right."""

    form: str
    path: Path
    expected: str
    got: str
    listed: bool

    def __str__(self) -> str:
        sign = "待確認" if self.listed else "沒說"
        path = ".".join(map(str, self.path))
        return f"{sign} {self.form} {path}：應為 {self.expected!r}，讀成 {self.got!r}"


@dataclass
class Count:
    """What became of the values of some files."""

    files: int = 0
    values: int = 0
    equal: int = 0
    """Of those right, equal as facts, not only in print."""
    right: int = 0
    listed: int = 0
    silent: int = 0
    alarms: int = 0
    """Right, and listed as 待確認 all the same."""
    refused: int = 0
    """Files that could not be read."""
    changes: int = 0
    """Files of which altered fixed wording is told."""
    misses: list[Miss] = field(default_factory=list[Miss])

    def add(self, other: "Count") -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def share(self) -> float:
        return self.right / self.values if self.values else 1.0


@dataclass(frozen=True)
class Truth:
    """A filled form, and facts in which other values of it can be tried."""

    form: type[Form]
    paper: Form
    facts: Mapping[str, Any]
    """Its own; of a blank form, those of the sample."""

    @classmethod
    def of(cls, form: type[Form], facts: Mapping[str, Any]) -> "Truth":
        return cls(form, form.load(facts), facts)

    @cached_property
    def printed(self) -> bytes:
        return self.paper.to_bytes()

    def prints_same(self, changes: Mapping[str, Any]) -> bool:
        """Whether the paper says the same with other values of some fields."""
        try:
            return self.paper.model_copy(update=changes).to_bytes() == self.printed
        except (JingjinError, AttributeError, TypeError, ValueError):
            return False

    def prints_same_with(self, place: Path, value: Any) -> bool:
        """Whether the paper says the same with another value of one fact; None for no value."""
        facts = changed(self.facts, place, value)
        loaded = None if facts is None else self.loaded(facts)
        if loaded is None:
            return False
        name = self.name_of(place[0])
        return self.prints_same({name: getattr(loaded, name)})

    def loaded(self, facts: Mapping[str, Any]) -> Form | None:
        try:
            return self.form.load(facts)
        except JingjinError:
            return None

    def name_of(self, label: object) -> str:
        """The English name of a field."""
        return next(n for n, f in type(self.paper).model_fields.items() if f.title == label)


@dataclass(frozen=True)
class Got:
    """What was read: values by path, and the fields that the form takes."""

    leaves: Mapping[Path, Leaf]
    fields: Mapping[str, Any]
    taken: frozenset[str]
    """The labels of these fields."""


def got_from(truth: Truth, facts: Mapping[str, Any]) -> Got:
    """What was read, as the form understands it; what it does not take, as it is."""
    whole = truth.loaded(facts)
    leaves: dict[Path, Leaf] = {}
    fields: dict[str, Any] = {}
    taken: set[str] = set()
    labels, figures = label_of_key(type(truth.paper)), figures_of(type(truth.paper))
    for key, value in facts.items():
        label = labels.get(key, key)
        if label in figures:
            continue  # worked out, no fact
        if label not in labels:
            leaves |= raw_leaves(value, (label,))
            continue
        paper = whole or truth.loaded({**truth.facts, label: value})
        if paper is None:
            leaves |= raw_leaves(value, (label,))
        else:
            name = truth.name_of(label)
            taken.add(label)
            fields[name] = getattr(paper, name)
            leaves |= leaves_of_field(paper, name)
    return Got(leaves, fields, frozenset(taken))


def judged(truth: Truth, reading: Reading) -> Count:
    """What became of the values of one file."""
    got = got_from(truth, reading.facts)
    wanted, usual = flat(truth.paper, only_set=True), flat(truth.paper)
    extra = [p for p in got.leaves if p not in wanted and not same(got.leaves[p], usual.get(p))]
    count = Count(files=1, changes=bool(reading.changes))
    alike = Alike(truth, got, reading.facts)
    for path in [*wanted, *extra]:
        _judge(count, alike, (path, wanted.get(path), got.leaves.get(path)), reading.doubts)
    return count


def same(one: Leaf | None, other: Leaf | None) -> bool:
    return one is not None and other is not None and one.text == other.text


@dataclass
class Alike:
    """Whether the paper prints the same with what was read: a value, its row, or a whole field."""

    truth: Truth
    got: Got
    read: Mapping[str, Any]
    known: dict[Path, bool] = field(default_factory=dict[Path, bool])

    def is_alike(self, path: Path, wanted: Leaf | None, got: Leaf | None) -> bool:
        if path[0] not in {f.title for f in type(self.truth.paper).model_fields.values()}:
            return False
        name = self.truth.name_of(path[0])
        if name in self.got.fields and path[:1] not in self.known:
            self.known[path[:1]] = self.truth.prints_same({name: self.got.fields[name]})
        if self.known.get(path[:1]):
            return True
        place = wanted.place if wanted else path
        return self.truth.prints_same_with(place, got.value if got else None) or any(
            self._part(path[:size]) for size in range(len(path) - 1, 1, -1)
        )

    def is_refused(self, path: Path, wanted: Leaf | None, got: Leaf | None) -> bool:
        """Whether the form does not take this value, and so says."""
        if got is None or path[0] in self.got.taken:
            return False
        facts = changed(self.truth.facts, wanted.place if wanted else path, got.value)
        return facts is not None and self.truth.loaded(facts) is None

    def _part(self, path: Path) -> bool:
        """Whether the paper prints the same with a part of the facts as it was read."""
        if path not in self.known:
            read, wanted = (parts.get(path) for parts in (self.read_at, self.wanted_at))
            part = at(self.read, read) if read and wanted else None
            self.known[path] = bool(
                part is not None and wanted and self.truth.prints_same_with(wanted, part)
            )
        return self.known[path]

    @cached_property
    def read_at(self) -> Mapping[Path, Path]:
        return _parts(self.got.leaves)

    @cached_property
    def wanted_at(self) -> Mapping[Path, Path]:
        return _parts(flat(self.truth.paper, only_set=True))


def _parts(leaves: Mapping[Path, Leaf]) -> dict[Path, Path]:
    """The places of what the values are parts of: an empty row between moves the rows below."""
    return {
        path[:size]: leaf.place[:size]
        for path, leaf in leaves.items()
        for size in range(1, len(path))
    }


def _judge(
    count: Count,
    alike: Alike,
    compared: tuple[Path, Leaf | None, Leaf | None],
    doubts: Sequence[Doubt],
) -> None:
    path, wanted, got = compared
    is_equal, listed = same(wanted, got), is_listed(path, doubts)
    is_right = is_equal or alike.is_alike(path, wanted, got)
    if not is_right:
        listed = listed or is_quoted(wanted, doubts) or alike.is_refused(path, wanted, got)
    if is_right and got is None:
        return  # the paper never printed it
    count.values += 1
    count.equal += is_equal
    count.right += is_right
    count.alarms += is_right and listed
    count.listed += not is_right and listed
    count.silent += not is_right and not listed
    if not is_right:
        expected, read = (leaf.text if leaf else NOTHING for leaf in (wanted, got))
        count.misses.append(Miss(alike.truth.form.key, path, expected, read, listed))


def refused(truth: Truth, problem: Exception, *, is_told: bool) -> Count:
    """A file that could not be read: every value is missing. A fault of ours tells nobody."""
    values = len(flat(truth.paper, only_set=True))
    said = f"{type(problem).__name__}: {str(problem)[:300]}"
    miss = Miss(truth.form.key, ("全部",), f"{values} 個值", said, is_told)
    count = Count(files=1, values=values, refused=1, misses=[miss])
    count.listed, count.silent = (values, 0) if is_told else (0, values)
    return count


def is_listed(path: Path, doubts: Sequence[Doubt]) -> bool:
    """Whether a doubt speaks of this value, of what it is part of, or of a part of it."""
    return any(
        doubt.path and all(one == other for one, other in zip(path, doubt.path, strict=False))
        for doubt in doubts
    )


def is_quoted(wanted: Leaf | None, doubts: Sequence[Doubt]) -> bool:
    """Whether a doubt quotes this value and does not know where it belongs."""
    if wanted is None:
        return False
    texts = {wanted.text}
    if isinstance(wanted.value, School):
        texts.add(School.to_context(wanted.value).簡稱)
    return any(text and text in doubt.found for doubt in doubts if not doubt.path for text in texts)

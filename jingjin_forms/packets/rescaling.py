"""A facts file whose budget is cut to the approved sum (核定金額): of a form, or of a whole packet.

    cut = rescale_facts("送審.yaml", 28_000)
    for change in cut.changes:
        print(change)
    cut.save("送審_修正.yaml")

How it is cut, `jingjin_forms.parts.rescaling` says.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any, cast

from jingjin_forms.errors import FactsError, FileProblemError, Problem
from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.facts.labels import label_of_key, members
from jingjin_forms.facts.records import Record
from jingjin_forms.files.codes import ANOTHER_KIND
from jingjin_forms.files.handed import Source, StrPath, path_of
from jingjin_forms.files.within import Nearby
from jingjin_forms.files.writing import write_file
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.loading import load
from jingjin_forms.forms.sources import facts_from
from jingjin_forms.packets.application import PACKET_KEY
from jingjin_forms.packets.moved_files import moved_in_packet
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.reading import assembled, load_packet
from jingjin_forms.packets.starting import new_facts
from jingjin_forms.parts.rescaling import Change, Rescalable, Rescaled
from jingjin_forms.values.amount import Money


@dataclass(frozen=True)
class RescaledFacts:
    """Facts with a budget that is cut to the approved sum."""

    made: Form | Packet
    """What they make now; ask it to `check`."""
    asked: Money
    """合計 before."""
    changes: tuple[Change, ...]
    left_over: Money
    """What of the approved sum no line could take."""
    _facts: Mapping[Any, Any] = field(default_factory=dict[Any, Any], repr=False)
    _home: Path | None = field(default=None, repr=False)

    def save(self, path: StrPath, *, overwrite: bool = True) -> Path:
        """Write them to a facts file (.yaml with labels and comments, .json).

        Raises FileProblemError when it cannot be written, or exists and must not be overwritten.
        """
        target = path_of(path, "資料檔")
        if isinstance(self.made, Form):
            return self.made.save_facts(target, overwrite=overwrite)
        suffix = target.suffix.lower()
        if suffix not in (".yaml", ".yml", ".json"):
            told = f"「{target.name}」的副檔名要是 .yaml 或 .json。"
            raise FileProblemError(told, code=ANOTHER_KIND)
        kind = type(self.made.application)
        facts = moved_in_packet(kind, self._facts, self._home, target.absolute().parent)
        text = new_facts(kind, source={PACKET_KEY: kind.key, **facts}).text
        if suffix == ".json":
            text = json.dumps(parse_yaml(text), ensure_ascii=False, indent=2) + "\n"
        return write_file(target, text.encode(), overwrite=overwrite)


def rescale_facts(
    source: Source | Record,
    approved: object,
    *,
    form: type[Form] | StrPath | None = None,
    folder: StrPath | None = None,
) -> RescaledFacts:
    """The facts of a file, of a form or a packet, its budget cut to the approved sum.

    `form` is whose facts they are where they do not say so. Raises AmountError when more is
    approved than was asked for, FactsError for facts that cannot be read or have no budget, and
    what `load` raises.
    """
    facts = facts_from(source, "資料")
    home = Path(source).parent if isinstance(source, str | PathLike) else None
    if form is None and PACKET_KEY in facts:
        return _of_packet(source, facts, approved, folder if folder is not None else home)
    budget = load(source, folder=folder) if form is None else get_form(form).load(source)
    if not isinstance(budget, Rescalable):
        fault = f"「{budget.title}」沒有經費，不能依核定金額刪減。"
        raise FactsError(budget.title, [Problem("表件", fault)])
    result = budget.rescaled_to(approved)
    return RescaledFacts(
        cast(Form, result.budget), _sum_of(budget), result.changes, result.left_over
    )


def _sum_of(budget: Any) -> Money:
    return Money(budget.total)


def _of_packet(
    source: Any, facts: dict[Any, Any], approved: object, folder: StrPath | None
) -> RescaledFacts:
    packet = load_packet(source, folder=folder)
    if packet.problems:
        raise FactsError(packet.application.title, packet.problems)
    budget, result = _only_budget(packet, approved)
    del facts[PACKET_KEY]
    cut = _with_changes(type(budget), facts, budget, result.changes)
    nearby = Nearby.of(folder)
    made = assembled(type(packet.application), cut, nearby)
    return RescaledFacts(
        made, _sum_of(budget), result.changes, result.left_over, cut, nearby.folder
    )


def _only_budget(packet: Packet, approved: object) -> tuple[Rescalable, Rescaled[Any]]:
    """The budget of a packet. Papers that print the same lines are cut alike."""
    title = packet.application.title
    found = [
        (paper.paper.rows, paper.form)
        for paper in packet.papers
        if isinstance(paper.form, Rescalable)
    ]
    if not found:
        raise FactsError(title, [Problem(PACKET_KEY, "這次送件沒有經費表，不能依核定金額刪減。")])
    results: list[tuple[Rescalable, Rescaled[Any]]] = [
        (budget, budget.rescaled_to(approved)) for rows, budget in found if not rows
    ]
    if len({result.changes for _, result in results}) == 1:
        return results[0]
    fault = "這次送件不只一份經費表，看不出核定金額是哪一份的；請一張一張刪減。"
    raise FactsError(title, [Problem(PACKET_KEY, fault)])


def _with_changes(
    kind: type[Facts], facts: Mapping[Any, Any], budget: Any, changes: tuple[Change, ...]
) -> dict[Any, Any]:
    """The facts as they stand in the file, but for the figures that were cut; sums that were given
    beside the old figures are not given any more."""
    found = _without(kind, facts, budget.stated)
    for name, one in kind.model_fields.items():
        member, several = members(one)
        key = _key(kind, found, str(one.title))
        if several and key is not None and getattr(member, "counts_in_total", False):
            lines = cast(list[Facts], vars(budget)[name])
            rows = zip(cast(list[Any], found[key]), lines, strict=True)
            found[key] = [_without(member, row, line.stated) for row, line in rows]
    for change in changes:
        _put(kind, found, change)
    return found


def _put(kind: type[Facts], facts: dict[Any, Any], change: Change) -> None:
    """Write the new figure where the old one stands."""
    label, *inner = change.path
    key = _key(kind, facts, str(label))
    if not inner:
        facts[key] = f"{change.after:,}"
        return
    index, figure = cast(tuple[int, str], tuple(inner))
    member = next(members(one)[0] for one in kind.model_fields.values() if one.title == label)
    row = facts[key][index]
    row[_key(member, row, figure)] = f"{change.after:,}"


def _without(kind: type[Facts], facts: Mapping[Any, Any], stated: Any) -> dict[Any, Any]:
    return {key: value for key, value in facts.items() if label_of_key(kind).get(key) not in stated}


def _key(kind: type[Facts], facts: Mapping[Any, Any], label: str) -> Any:
    """Under which of its names a fact is given; None where it is not."""
    names: Iterator[Any] = (key for key in facts if label_of_key(kind).get(key) == label)
    return next(names, None)

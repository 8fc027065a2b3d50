"""The papers of a packet, how things stand with each, and how several are named."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any

from jingjin_forms.checks import Clause
from jingjin_forms.errors import Problem
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application, Delivery, Paper

_IN_A_ROW = 3
"""So many papers of a kind that follow each other are named by the first and the last."""


class State(StrEnum):
    """How things stand with a paper."""

    MADE = "已產生"
    ENCLOSED = "已附"
    MISSING = "尚缺"
    FAULTY = "有誤"


@dataclass(frozen=True)
class PacketPaper:
    """One paper of a packet: made from the facts, or a file the school brings."""

    paper: Paper
    title: str
    """With its number where there are several: 實施成果2."""
    file_name: str
    form: Form | None = None
    source: Path | None = None
    problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"<PacketPaper {self.title}：{self.state}>"

    @property
    def state(self) -> State:
        """Whether it is there, and if not, why."""
        if self.form is not None:
            return State.MADE
        if self.problems:
            return State.FAULTY
        return State.ENCLOSED if self.source else State.MISSING

    @property
    def deliveries(self) -> tuple[Delivery, ...]:
        """How it is handed in; none where the text does not say."""
        return self.paper.deliveries

    def citing(self, cited: Callable[[Clause], Clause]) -> "PacketPaper":
        """The paper with its clauses as another text has them."""
        deliveries = tuple(
            replace(each, clause=each.clause and cited(each.clause)) for each in self.deliveries
        )
        paper = replace(self.paper, clause=cited(self.paper.clause), deliveries=deliveries)
        return replace(self, paper=paper)


def forms_of(papers: Iterable[PacketPaper]) -> list[tuple[str, Form]]:
    """Those that are made, by their titles."""
    return [(paper.title, paper.form) for paper in papers if paper.form is not None]


def first_said(
    name: str, papers: Iterable[PacketPaper], application: Application
) -> Any:  # whatever the forms hold by that name
    """A fact that several papers may have, by its field: that of the first paper that says it, or
    what the application itself says; None where nobody does."""
    holders = (*(paper.form for paper in papers), application)
    return next(filter(None, (getattr(facts, name, None) for facts in holders)), None)


def named_together(titles: Collection[str], papers: Sequence[PacketPaper]) -> str:
    """Some of a packet's papers in one line: 實施計畫、申請書1至申請書12."""
    named, words = set(titles), list[str]()
    for (is_named, _), run in groupby(papers, lambda p: (p.title in named, p.paper.title)):
        found = [paper.title for paper in run] if is_named else []
        words += found if len(found) < _IN_A_ROW else [f"{found[0]}至{found[-1]}"]
    return "、".join(words)


def each_once(papers: Iterable[PacketPaper], others: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of no paper, and those of the papers: what is wrong with one fact is told once
    and names every paper that has it."""
    found: dict[object, tuple[Problem, list[str]]] = {}
    of_papers = ((problem, [paper.title]) for paper in papers for problem in paper.problems)
    for problem, titles in (*((problem, []) for problem in others), *of_papers):
        # A problem without a path is of no fact: each paper has its own.
        fact = (problem.path, problem.where, problem.message) if problem.path else object()
        found.setdefault(fact, (problem, []))[1].extend(titles)
    return tuple(
        replace(problem, papers=tuple(dict.fromkeys(titles))) for problem, titles in found.values()
    )

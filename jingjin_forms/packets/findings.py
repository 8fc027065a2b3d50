"""What is found of a packet: by its rules, by those of its papers, and what could not be read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from jingjin_forms.checks import Finding, Rule, Rules, Severity, findings_of
from jingjin_forms.checks.arithmetic import arithmetic
from jingjin_forms.checks.edition import as_reminders, is_of_another_year
from jingjin_forms.checks.finding import DIFFERENT_YEARS, MISSING_PAPER
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.errors import Problem
from jingjin_forms.packets.papers import PacketPaper, State, forms_of, named_together
from jingjin_forms.values.clock import day_of
from jingjin_forms.values.roc import SchoolYear

if TYPE_CHECKING:
    from jingjin_forms.packets.packet import Packet


def packet_findings(packet: "Packet", on: date | None) -> Iterable[Finding]:
    """What the clauses hold against the papers, and against the packet as a whole."""
    day = day_of(on)
    edition, rules = packet.edition(day), packet.rules(day)
    found: Iterable[Finding] = chain(_missing(packet.papers), findings_of(rules, packet, on))
    if edition is not None:
        found = edition.restating(found)
        if packet.school_year is not None and is_of_another_year(edition, packet.school_year):
            found = as_reminders(found, edition, packet.application.paper_year)
    return (*_year_findings(packet, day), *found, *_of_papers(packet, rules, day))


def _year_findings(packet: "Packet", on: date | None) -> Iterator[Finding]:
    """What the papers say of their 學年度: once where all say the same, else each its own; and
    which are not of the year of those before them."""
    dated = [(title, form) for title, form in forms_of(packet.papers) if form.says_its_year()]
    told = [(title, found) for title, form in dated for found in form.year_findings(on)]
    same = {found for _, found in told}
    if len(same) == 1 and len(told) == len(dated):
        yield from same
    else:
        yield from (replace(found, paper=title) for title, found in told)
    first = packet.school_year
    for title, form in dated:
        year: SchoolYear | None = getattr(form, "school_year", None)
        if year is not None and year != first:
            called = form.paper_year.called
            others = called(first) if first is not None else ""
            message = f"填的是 {called(year)}，這次送件是 {others}，請改成一樣的"
            where = (form.paper_year.label,)
            yield replace(Finding.at(where, message, DIFFERENT_YEARS), paper=title)


def _of_papers(packet: "Packet", rules: Rules, on: date | None) -> Iterator[Finding]:
    """What each paper alone would say, but for what is settled."""
    in_force = (rule for rule in rules if rule.is_in_force(on))
    settled = {name for rule in in_force for name in rule.settled(packet)}

    def is_asked(rule: Rule) -> bool:
        # The plan was in time when it was handed in before the event, and lies by the results.
        return rule.name not in settled and not isinstance(rule, Deadline)

    for title, form in forms_of(packet.papers):
        for finding in (*arithmetic(form), *form.broken_rules(on, is_asked)):
            yield replace(finding, paper=title)


def _missing(papers: Iterable[PacketPaper]) -> Iterator[Finding]:
    for paper in papers:
        if paper.state is State.MISSING:
            rows = paper.paper.rows
            how = f"請在「{rows}」填資料" if rows else "請在「自備」填上檔案"
            yield Finding(
                paper.paper.severity,
                "",
                f"尚缺{paper.title}，{how}",
                paper.paper.clause,
                paper.paper.rule,
                paper.title,
                code=MISSING_PAPER,
            )


def problem_findings(packet: "Packet", *, together: bool) -> list[Finding]:
    """What could not be read, as findings: one for each paper that has the fact, or one for all."""
    return [
        Finding(
            Severity.ERROR,
            p.where,
            _told(p),
            paper=title,
            path=p.path,
            code=p.code,
            value=p.value,
        )
        for p in packet.problems
        for title in ([named_together(p.papers, packet.papers)] if together else p.papers or [""])
    ]


def _told(problem: Problem) -> str:
    """A problem without its place."""
    return str(replace(problem, where="", papers=())).lstrip("：")

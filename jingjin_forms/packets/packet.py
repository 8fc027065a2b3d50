"""A packet: the papers of one application, made from one set of facts.

    packet = load_packet("application.yaml")
    for finding in packet.check():
        print(finding)
    packet.save("送件")

What cannot be made does not stop the rest: its problems stand in `problems`, the paper is missing
from the folder, and the 送件清單 says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from jingjin_forms.checks import Edition, Finding, Findings, Rule, Rules, Severity, findings_of
from jingjin_forms.checks.arithmetic import arithmetic
from jingjin_forms.checks.deadlines import Appointed, Due, appointed, dues_of
from jingjin_forms.checks.edition import (
    as_reminders,
    edition_for,
    is_of_another_year,
    without_deadlines,
)
from jingjin_forms.checks.finding import DIFFERENT_YEARS, MISSING_PAPER, FactPath
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.errors import Problem
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.handed import StrPath, Writable, deliver, is_writable, path_of
from jingjin_forms.files.names import safe_name
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application
from jingjin_forms.packets.checklist import CHECKLIST, checklist
from jingjin_forms.packets.papers import (
    PacketPaper,
    State,
    each_once,
    first_said,
    named_together,
)
from jingjin_forms.packets.writing import rendered, with_formats, write_all, zipped
from jingjin_forms.values.clock import day_of, moment_of
from jingjin_forms.values.roc import SchoolYear


@dataclass(frozen=True)
class Packet:
    """An application with its papers."""

    application: Application
    papers: tuple[PacketPaper, ...]
    problems: tuple[Problem, ...]
    """What could not be read: each fact once, with all papers that have it."""
    who: str = ""
    """Who applies, as file names call them: the school's short name."""

    def __repr__(self) -> str:
        title = self.application.title
        return f"<Packet {title}：{len(self.papers)} 份文件、{len(self.problems)} 個問題>"

    @property
    def key(self) -> str:
        """The application's, by which its rules are found."""
        return self.application.key

    def forms(self, name: str | type[Form]) -> list[Form]:
        """The forms made from the module of this name (session_result), or by whatever else the
        form is called, its class too."""
        if isinstance(name, type):
            return [form for _, form in self._made() if isinstance(form, name)]
        return [f for _, f in self._made() if f.key.endswith(f"/{name}") or f.is_called(name)]

    def form(self, name: str | type[Form]) -> Form | None:
        """The first of them; None where there is none. A rule that looks at no other leaves those
        made of further rows unasked."""
        return next(iter(self.forms(name)), None)

    def _made(self) -> list[tuple[str, Form]]:
        """The papers that are made, by title."""
        return [(paper.title, paper.form) for paper in self.papers if paper.form is not None]

    def check(self, on: date | str | None = None) -> Findings:
        """What the clauses hold against the papers, and against the packet as a whole.

        The rules are those of the papers' 學年度, `on` is the day or point of time of handing in
        (see `Form.check`).
        A paper's rule that one of the packet settles by its name is not asked, since the paper
        knows less; deadlines are those of the packet, and that the text of a year is not there is
        said once. Whatever the facts are it never raises; DateError for an `on` that is no day.
        """
        on = moment_of(on)
        try:
            return Findings(self._findings(on))
        except Exception as error:
            return Findings([Finding.unfinished(error)])

    def _findings(self, on: date | None) -> Iterable[Finding]:
        day = day_of(on)
        edition, rules = self.edition(day), self.rules(day)
        found: Iterable[Finding] = chain(self._missing(), findings_of(rules, self, on))
        if edition is not None:
            found = edition.restating(found)
            if self.school_year is not None and is_of_another_year(edition, self.school_year):
                found = as_reminders(found, edition, self.application.paper_year)
        return (*self._year_findings(day), *found, *self._of_papers(rules, day))

    def _year_findings(self, on: date | None) -> Iterator[Finding]:
        """What the papers say of their 學年度: once where all say the same, else each its own; and
        which are not of the year of those before them."""
        dated = [(title, form) for title, form in self._made() if form.says_its_year()]
        told = [(title, found) for title, form in dated for found in form.year_findings(on)]
        same = {found for _, found in told}
        if len(same) == 1 and len(told) == len(dated):
            yield from same
        else:
            yield from (replace(found, paper=title) for title, found in told)
        for title, form in dated:
            year: SchoolYear | None = getattr(form, "school_year", None)
            if year is not None and year != self.school_year:
                called = form.paper_year.called
                others = called(self.school_year) if self.school_year is not None else ""
                message = f"填的是 {called(year)}，這次送件是 {others}，請改成一樣的"
                where = (form.paper_year.label,)
                yield replace(Finding.at(where, message, DIFFERENT_YEARS), paper=title)

    def _of_papers(self, rules: Rules, on: date | None) -> Iterator[Finding]:
        """What each paper alone would say, but for what is settled."""
        in_force = (rule for rule in rules if rule.is_in_force(on))
        settled = {name for rule in in_force for name in rule.settled(self)}

        def is_asked(rule: Rule) -> bool:
            # The plan was in time when it was handed in before the event, and lies by the results.
            return rule.name not in settled and not isinstance(rule, Deadline)

        for title, form in self._made():
            for finding in (*arithmetic(form), *form.broken_rules(on, is_asked)):
                yield replace(finding, paper=title)

    def fact_at(self, path: FactPath, paper: str = "") -> object:
        """What stands at a path of a paper, by its title, or of the application."""
        form = next((form for title, form in self._made() if title == paper), None)
        return (form or self.application).fact_at(path)

    @property
    def school_year(self) -> SchoolYear | None:
        """The 學年度 of its papers, or what the application itself says where none is made."""
        return first_said("school_year", self.papers, self.application)

    def edition(self, on: date | str | None = None) -> Edition | None:
        """The texts it falls under; None for an application that belongs to no programme."""
        programme = self.application.home()
        return programme and edition_for(programme.editions, self.school_year, day_of(on))

    def rules(self, on: date | str | None = None) -> Rules:
        """Those that are asked of the packet as a whole."""
        edition = self.edition(on)
        if edition is None:
            return Rules()
        rules = edition.rules.for_form(self.application.stage)
        return without_deadlines(rules) if is_of_another_year(edition, self.school_year) else rules

    def deadlines(self, on: date | str | None = None) -> list[Due]:
        """By when it is handed in, as far as the text of its 學年度 and the facts say it."""
        return dues_of(self.rules(day_of(on)), self)

    def calendar(self, on: date | str | None = None) -> list[Appointed]:
        """Every deadline of the texts it falls under, once; see `Form.calendar`."""
        edition = self.edition(day_of(on))
        if edition is None or is_of_another_year(edition, self.school_year):
            return []
        return appointed(edition.rules, self.deadlines(on))

    def save(
        self,
        folder: StrPath | Writable,
        *,
        on: date | str | None = None,
        overwrite: bool = True,
        archive: bool = False,
        also: str | Iterable[str] = (),
        dated: date | None = None,
    ) -> "SavedPacket":
        """Write every paper that can be made or was brought, and the 送件清單, into a folder; or
        the .zip of them all into a file that is open in binary mode.

        With `archive` the folder has the .zip too, named by the school. `on` is the day of handing
        in (see `check`), `also` what the papers are wanted as besides ("pdf,odt": .pdf, and .odt
        where there is no template for it, by LibreOffice), `dated` the day that the files in the
        .zip are of: unless given, today. Files that are there are replaced, each in one step; those
        of papers that are made no more stay. Raises FileProblemError when one cannot be written
        and, without `overwrite`, before anything is written when one exists: that one is a
        FileExistsError too.
        """
        is_open = is_writable(folder)
        place = Path() if is_open else path_of(folder, "放送件的資料夾")
        suffixes = formats_besides(also, "also") if also else ()
        packet, contents = self.made(on=on, also=suffixes)
        day = dated or day_of_packing()
        if is_open:
            deliver(folder, zipped(contents, day), overwrite=overwrite)
            return SavedPacket(packet, ())
        if archive:
            contents[self._archive_name()] = zipped(contents, day)
        paths = write_all(place, contents, overwrite=overwrite, suffixes=suffixes)
        return SavedPacket(packet, paths)

    def made(
        self,
        *,
        on: date | str | None = None,
        also: str | Iterable[str] = (),
        convert: bool = True,
    ) -> "tuple[Packet, dict[str, bytes]]":
        """The packet as it turned out, and its files by name, the 送件清單 first (see `save`).

        Without `convert`, of the formats in `also` those that come without LibreOffice.
        """
        suffixes = formats_besides(also, "also") if also and convert else tuple(also)
        own = f"{CHECKLIST}.docx", self._archive_name()
        papers, formats = rendered(self.papers, own, suffixes)
        of_no_paper = [problem for problem in self.problems if not problem.papers]
        contents, unconverted = with_formats(formats, suffixes, convert=convert)
        problems = each_once(papers, [*of_no_paper, *unconverted])
        packet = replace(self, papers=papers, problems=problems)
        first = {own[0]: packet._checklist(on).in_formats(suffixes)}
        listed, lost = with_formats(first, suffixes, convert=convert)
        packet = replace(packet, problems=(*packet.problems, *lost))
        return packet, {**listed, **contents}

    def _archive_name(self) -> str:
        return safe_name("_".join(filter(None, (self.who, self.application.title))), ".zip")

    def _checklist(self, on: date | str | None) -> Form:
        return checklist(
            self.application.title,
            str(first_said("school", self.papers, self.application) or ""),
            day_of(on),
            self.cited_papers(on),
            self.deadlines(on),
            (*self.problem_findings(together=True), *self.check(on)),
        )

    def cited_papers(self, on: date | str | None = None) -> list[PacketPaper]:
        """The papers, the clauses that ask for them and say how they go quoted from the texts they
        fall under."""
        edition = self.edition(day_of(on))
        return [*self.papers] if edition is None else [p.citing(edition.cited) for p in self.papers]

    def problem_findings(self, *, together: bool = False) -> list[Finding]:
        """What could not be read, as findings, for a list of everything that is wrong: one for each
        paper that has the fact, or `together` one for all of them, for people."""
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
            for p in self.problems
            for title in ([named_together(p.papers, self.papers)] if together else p.papers or [""])
        ]

    def _missing(self) -> Iterator[Finding]:
        for paper in self.papers:
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


@dataclass(frozen=True)
class SavedPacket:
    """What was written, and the packet as it turned out: a paper may fail while it is printed."""

    packet: Packet
    paths: tuple[Path, ...]

    def __repr__(self) -> str:
        return f"<SavedPacket {self.packet.application.title}：{len(self.paths)} 個檔案>"


def formats_besides(also: str | Iterable[str], option: str) -> tuple[str, ...]:
    """Raises FileProblemError for what cannot be made, before anything is."""
    from jingjin_forms.export import formats_named, need_some

    suffixes = formats_named(also, option)
    need_some(suffixes, has_templates=True)  # the 送件清單 at least has one
    return suffixes


def _told(problem: Problem) -> str:
    """A problem without its place."""
    return str(replace(problem, where="", papers=())).lstrip("：")

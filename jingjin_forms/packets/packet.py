"""A packet: the papers of one application, made from one set of facts.

    packet = load_packet("application.yaml")
    for finding in packet.check():
        print(finding)
    packet.save("送件")

What cannot be made does not stop the rest: its problems stand in `problems`, the paper is missing
from the folder, and the 送件清單 says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jingjin_forms.checks import Edition, Finding, Findings, Rules
from jingjin_forms.checks.deadlines import Appointed, Due, appointed, dues_of
from jingjin_forms.checks.edition import edition_for, is_of_another_year, without_deadlines
from jingjin_forms.checks.finding import FactPath
from jingjin_forms.errors import Problem
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.handed import StrPath, Writable, deliver, is_writable, path_of
from jingjin_forms.files.names import safe_name
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application
from jingjin_forms.packets.checklist import CHECKLIST, checklist
from jingjin_forms.packets.findings import packet_findings, problem_findings
from jingjin_forms.packets.papers import PacketPaper, each_once, first_said, forms_of
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
        made = [form for _, form in forms_of(self.papers)]
        if isinstance(name, type):
            return [form for form in made if isinstance(form, name)]
        return [form for form in made if form.key.endswith(f"/{name}") or form.is_called(name)]

    def form(self, name: str | type[Form]) -> Form | None:
        """The first of them; None where there is none. A rule that looks at no other leaves those
        made of further rows unasked."""
        return next(iter(self.forms(name)), None)

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
            return Findings(packet_findings(self, on))
        except Exception as error:
            return Findings([Finding.unfinished(error)])

    def fact_at(self, path: FactPath, paper: str = "") -> object:
        """What stands at a path of a paper, by its title, or of the application."""
        form = next((form for title, form in forms_of(self.papers) if title == paper), None)
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
        return problem_findings(self, together=together)


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

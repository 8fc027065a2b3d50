"""A form: facts that know their paper.

    budget = BudgetEstimate.load("facts.yaml")
    for finding in budget.check():
        print(finding)
    budget.save("經費概算表.docx")

Everything else about a form is its fields, and five class attributes that a subclass inherits and
may change one by one: `key`, `template_file`, `sample_file`, `rules`, `edition`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from jingjin_forms.checks import Edition, Finding, Findings, Rule, Rules, Severity, findings_of
from jingjin_forms.checks.arithmetic import arithmetic
from jingjin_forms.checks.deadlines import Appointed, Due, appointed, dues_of
from jingjin_forms.checks.edition import (
    as_reminders,
    is_of_another_year,
    told_of_year,
    without_deadlines,
)
from jingjin_forms.checks.finding import NOT_READ
from jingjin_forms.checks.kinds import always
from jingjin_forms.errors import FactsError, FormNotFoundError, Problem, shortened
from jingjin_forms.facts import FOLDER, is_blank
from jingjin_forms.facts.facts_file import FileFacts
from jingjin_forms.facts.fields import instructions
from jingjin_forms.facts.records import Record
from jingjin_forms.files.handed import Source, StrPath, path_of
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.identity import (
    FORM_KEY,
    class_name,
    edition_of,
    editions_of,
    first_class,
    has_own_rules,
    own_editions,
    rules_for,
    sample_of,
    template_of,
)
from jingjin_forms.forms.printing import Printed, odt_of
from jingjin_forms.forms.programme import imported, programmes
from jingjin_forms.forms.sources import facts_from, nearby_of
from jingjin_forms.values.clock import day_of, moment_of
from jingjin_forms.values.roc import SchoolYear

if TYPE_CHECKING:
    from jingjin_forms.word.tag_tree import TagTree


class Form(Printed):
    """Base of all forms."""

    @classmethod
    def sample(cls, school_year: int | None = None) -> Self:
        """The form filled with its sample; of a 學年度, where there are several editions.

        An edition without a sample of its own has the facts of the one before it, under its own
        labels.
        """
        school_year = None if school_year is None else SchoolYear(school_year)
        kind = cls.of_year(school_year) if school_year else cls
        edition = edition_of(kind, school_year, None) if school_year else kind.edition
        path = sample_of(kind, edition)
        year = school_year or (edition and edition.first_year)
        if kind.sample_file or not kind.says_its_year():
            return kind.load(path)
        sample = cast(type[Form], first_class(kind)).load(path)  # as its own 學年度 has it
        given = sample.model_dump(exclude_unset=True)
        own = sample._year_and_edition(None)[0]
        if isinstance(sample, kind) and year in (None, own):
            return sample
        year = year or own
        if year is None:
            return kind.load(path)
        fact = {kind.paper_year.name: kind.paper_year.of(year)}
        return kind.load({**given, **fact}, folder=path.parent)

    @classmethod
    def of_year(cls, school_year: int | None) -> type[Self]:
        """The class that papers of a 學年度, or of none, are of."""
        year = cls.paper_year
        given = {} if school_year is None else {year.label: year.of(school_year)}
        return cls.for_facts(given)

    @classmethod
    def load(
        cls,
        source: Source | Record,
        *,
        folder: StrPath | None = None,
        photos: StrPath | None = None,
    ) -> Self:
        """The form from a facts file (.yaml, .json), its bytes, a file that is open in binary mode,
        or a record: a mapping, another form, a named tuple, a dataclass, a row of a database or a
        Series of pandas; by label or English name.

        Paths of photographs start at `folder`: unless given, where the facts file is; facts that
        are no file name none without it. For facts that others send, `photos` is the one folder
        that their photographs are taken from, whatever path they give. Raises FileProblemError for
        a file that cannot be read, FactsError naming every problem.
        """
        facts = facts_from(source, cls.title)
        return cls.with_files(facts, nearby_of(source, folder, photos))

    @classmethod
    def with_files(cls, facts: dict[Any, Any], nearby: Nearby) -> Self:
        """The form from facts that may name files. Raises FactsError."""
        facts = facts.copy()
        named = facts.pop(FORM_KEY, None)
        called = named if isinstance(named, str) else shortened(named)
        if not is_blank(named) and not cls.is_called(called):
            fault = f"這份資料是給別的表件的，這裡要填的是 {cls.key}。"
            problem = Problem(FORM_KEY, fault, named, (FORM_KEY,), "another_form")
            raise FactsError(cls.title, [problem])
        kind = cls.for_facts(facts)
        lost = facts.losses(instructions(kind)) if isinstance(facts, FileFacts) else []
        try:
            made = kind.model_validate(facts, context={FOLDER: nearby})
        except FactsError as refused:
            raise FactsError(refused.subject, [*lost, *refused.problems]) from None
        if lost:
            raise FactsError(cls.title, lost)
        return made

    @classmethod
    def read(cls, path: Source) -> Self:
        """The form from a filled Word file: one of ours, or the official blank filled by hand.

        Takes a path, bytes or a file that is open in binary mode; .docx, and .odt, .doc and their
        like through LibreOffice. Raises ReadingError that lists all a person has to look at
        (待確認), FileProblemError for a file that is not this form or cannot be opened.
        `jingjin_forms.read_document` gives what could be read besides.
        """
        from jingjin_forms.reading import read_document

        return cast(Self, read_document(path, cls).form())

    @classmethod
    def with_labels(cls, trees: "Iterable[TagTree]") -> None:
        """Put labels for other names into the tags of a template that is read: ours have none."""

    @classmethod
    def ways_to_print(cls) -> "list[tuple[type[Form], int | None, Path]]":
        """Class, 學年度 and template of its papers, newest first; an edition that changes neither
        class nor template is not told apart."""
        ways: dict[tuple[type[Form], Path], int | None] = {}
        for edition in reversed(editions_of(cls)):
            kind = cls.of_year(edition.first_year)
            ways.setdefault((kind, template_of(kind, edition)), edition.first_year)
        if not ways:
            ways[cls, cls.template_path()] = None
        return [(kind, year, path) for (kind, path), year in ways.items()]

    @classmethod
    def all_forms(cls) -> "tuple[type[Form], ...]":
        """Every form there is: a file that is not this one may be another."""
        modules = [(programme, name) for programme in programmes() for name in programme.modules]
        found = [
            getattr(imported(f"{programme.package}.forms.{name}"), class_name(name), None)
            for programme, name in modules
        ]
        return tuple(f for f in found if isinstance(f, type) and issubclass(f, Form))

    def check(self, on: date | str | None = None) -> Findings:
        """What does not fit together in the facts or breaks a clause; empty when all is well.

        The rules are those of the paper's 學年度; where that year's text is not there, those of the
        nearest, as reminders, and one finding says so. `on` is the day of handing in, or the point
        of time (a `datetime`), or a text (2023-03-10, 112年3月10日): with it deadlines are looked
        at. Whatever the facts are it never raises; DateError for an `on` that is no day.
        """
        on = moment_of(on)
        try:
            return Findings(self.whole().checked(on))
        except FactsError as error:  # of rows that were put in and cannot be read
            return Findings(map(_not_read, error.problems))
        except Exception as error:
            return Findings([Finding.unfinished(error)])

    def checked(self, on: date | None = None) -> Iterator[Finding]:
        """What `check` finds, one after another; a form with more to say overrides this."""
        yield from arithmetic(self)
        yield from self.year_findings(on)
        yield from self.broken_rules(on)

    def year_findings(self, on: date | str | None = None) -> tuple[Finding, ...]:
        """What `check` says of the paper's 學年度: that its text is not there, or that it is
        blank."""
        on = day_of(on)
        year, edition = self._year_and_edition(on)
        if not self.says_its_year() or edition is None:
            return ()
        told = told_of_year(edition, year, self.paper_year)
        return (told,) if is_of_another_year(edition, year) else ()

    def broken_rules(
        self, on: date | str | None = None, asked: Callable[[Rule], bool] = always
    ) -> Iterable[Finding]:
        """What `check` finds by those of the rules that are `asked`."""
        year, edition = self._year_and_edition(day_of(on))
        found = findings_of(filter(asked, self._rules(edition)), self, on)
        if edition is None:
            return found
        found = edition.restating(found)
        is_another = year is not None and is_of_another_year(edition, year)
        return as_reminders(found, edition, self.paper_year) if is_another else found

    def deadlines(self, on: date | str | None = None) -> list[Due]:
        """By when it is handed in, as far as the text of its 學年度 and its facts say it."""
        edition = self._year_and_edition(day_of(on))[1]
        return dues_of(self._rules(edition), self)

    def calendar(self, on: date | str | None = None) -> list[Appointed]:
        """Every deadline of the texts it falls under, once: those it does not meet itself too, and
        those of which its facts do not say the day. Empty where the text of its 學年度 is not
        there."""
        year, edition = self._year_and_edition(day_of(on))
        if edition is None or has_own_rules(type(self)):
            return appointed(self.rules, self.deadlines(on))
        if is_of_another_year(edition, year):
            return []
        return appointed(edition.rules, self.deadlines(on))

    def _rules(self, edition: Edition | None) -> Rules:
        """What it is held against; the days that the text of another 學年度 names are not."""
        rules = self.rules if has_own_rules(type(self)) else rules_for(type(self), edition)
        year: int | None = getattr(self, "school_year", None)
        is_another = edition is not None and is_of_another_year(edition, year)
        return without_deadlines(rules) if is_another else rules

    def save_facts(self, path: str | PathLike[str], *, overwrite: bool = True) -> Path:
        """Write the facts to a file (.yaml with the labels and comments of `jingjin new`, .json)
        that `load` reads as this form again.

        Photographs are named from the file's folder; those given as bytes are written beside it.
        Raises FactsError for rows that cannot be read, FileProblemError when the file cannot be
        written, or exists already and must not be overwritten.
        """
        from jingjin_forms.forms.saving_facts import save_facts

        return save_facts(self, path_of(path, "資料檔"), overwrite=overwrite)

    def _repr_html_(self) -> str:
        """How a notebook shows the form: its pages, with what `check` finds beside them.

        Pictures when LibreOffice is there, otherwise text and tables (by mammoth). Never raises.
        """
        from jingjin_forms.export import form_html

        return form_html(self.check(), self.preview, self.to_bytes)

    @classmethod
    def has_odt_template(cls) -> bool:
        """Whether any of its templates is an .odt or has one beside it."""
        return any(odt_of(path) is not None for _, _, path in cls.ways_to_print())

    @classmethod
    def blank(cls, school_year: int | None = None) -> Self:
        """Nothing filled in: what the empty official paper of a 學年度 prints, the newest of which
        the text is there unless given.

        Raises FormNotFoundError for a year of which it is not.
        """
        school_year = None if school_year is None else SchoolYear(school_year)
        known = [year for edition in editions_of(cls) for year in edition.school_years]
        if school_year is not None and school_year not in known:
            called = cls.paper_year.called
            raise FormNotFoundError(
                f"沒有 {called(school_year)}的空白{cls.title}；"
                f"{f'有的是 {called(*known)}' if known else '這張表件不分學年度'}。"
            )
        kind = cls.of_year(school_year)
        if kind is not cls:
            return kind.blank(school_year)
        blank = super().blank()
        newest = own_editions(cls)[-1:]
        year = school_year or (newest[0].first_year if newest else None)
        if year is None or not cls.says_its_year():
            return blank
        return blank.model_copy(update={cls.paper_year.name: cls.paper_year.of(year)})


def _not_read(problem: Problem) -> Finding:
    message = str(replace(problem, where="")).lstrip("：")
    where, path = problem.where, problem.path
    return Finding(Severity.ERROR, where, message, path=path, code=NOT_READ, value=problem.value)

"""A form: facts that know their paper.

    budget = BudgetEstimate.load("facts.yaml")
    for finding in budget.check():
        print(finding)
    budget.save("經費概算表.docx")

Everything else about a form is its fields, and five class attributes that a subclass inherits and
may change one by one: `key`, `template_file`, `sample_file`, `rules`, `edition`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from pydantic import ValidationError

from jingjin_forms.checks import Edition, Finding, Findings, Rule, Rules, Severity, findings_of
from jingjin_forms.checks.arithmetic import arithmetic, beyond_amounts
from jingjin_forms.checks.deadlines import Due, dues_of
from jingjin_forms.checks.edition import (
    as_reminders,
    is_of_another_year,
    told_of_year,
    without_deadlines,
)
from jingjin_forms.checks.finding import NOT_READ
from jingjin_forms.checks.kinds import always
from jingjin_forms.checks.rules import day_of
from jingjin_forms.errors import (
    AmountError,
    FactsError,
    FileProblemError,
    FillError,
    FormNotFoundError,
    Problem,
    shortened,
)
from jingjin_forms.facts import FOLDER, explained, is_blank
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.identity import (
    Identified,
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
from jingjin_forms.forms.programme import imported, programmes

if TYPE_CHECKING:
    from jingjin_forms.export import Pages
    from jingjin_forms.word import CompiledTemplate

FORM_KEY = "表件"
"""The key in a facts file that names the form its facts are for."""


class Form(Identified):
    """Base of all forms."""

    @classmethod
    def sample(cls, school_year: int | None = None) -> Self:
        """The form filled with its sample; of a 學年度, where there are several editions.

        An edition without a sample of its own has the facts of the one before it, under its own
        labels.
        """
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
        source: str | PathLike[str] | Mapping[str, Any],
        *,
        folder: str | PathLike[str] | None = None,
        photos: str | PathLike[str] | None = None,
    ) -> Self:
        """The form from a facts file (.yaml, .json) or a mapping, by label or English name.

        Paths of photographs start at `folder`: unless given, where the facts file is. A mapping
        names no files without it. For facts that others send, `photos` is the one folder that
        their photographs are taken from, whatever path they give. Raises FileProblemError for a
        file that cannot be read, FactsError naming every problem.
        """
        facts = facts_from(source, cls.title)
        return cls.with_files(facts, nearby_of(source, folder, photos))

    @classmethod
    def with_files(cls, facts: dict[Any, Any], nearby: Nearby) -> Self:
        """The form from facts that may name files. Raises FactsError."""
        facts = dict(facts)
        named = facts.pop(FORM_KEY, None)
        called = named if isinstance(named, str) else shortened(named)
        if not is_blank(named) and not cls.is_called(called):
            fault = f"這份資料是給別的表件的，這裡要填的是 {cls.key}。"
            problem = Problem(FORM_KEY, fault, named, (FORM_KEY,), "another_form")
            raise FactsError(cls.title, [problem])
        try:
            kind = cls.for_facts(facts)
            return kind.model_validate(facts, context={FOLDER: nearby})
        except ValidationError as error:
            raise explained(cls, error) from None

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Self:
        """The form from a filled Word file: one of ours, or the official blank filled by hand.

        Takes .docx, and .odt, .doc and their like through LibreOffice. Raises ReadingError that
        lists all a person has to look at (待確認), FileProblemError for a file that is not this
        form or cannot be opened. `jingjin_forms.read_document` gives what could be read besides.
        """
        from jingjin_forms.reading import read_document

        return cast(Self, read_document(path, cls).form())

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

    def check(self, on: date | None = None) -> Findings:
        """What does not fit together in the facts or breaks a clause; empty when all is well.

        The rules are those of the paper's 學年度; where that year's text is not there, those of the
        nearest, as reminders, and one finding says so. `on` is the day of handing in, or the point
        of time (a `datetime`): with it deadlines are looked at. Never raises.
        """
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

    def year_findings(self, on: date | None = None) -> tuple[Finding, ...]:
        """What `check` says of the paper's 學年度: that its text is not there, or that it is
        blank."""
        on = day_of(on)
        year, edition = self._year_and_edition(on)
        if not self.says_its_year() or edition is None:
            return ()
        told = told_of_year(edition, year, self.paper_year)
        return (told,) if is_of_another_year(edition, year) else ()

    def broken_rules(
        self, on: date | None = None, asked: Callable[[Rule], bool] = always
    ) -> Iterable[Finding]:
        """What `check` finds by those of the rules that are `asked`."""
        year, edition = self._year_and_edition(day_of(on))
        found = findings_of(filter(asked, self._rules(edition)), self, on)
        if edition is None:
            return found
        found = edition.restating(found)
        is_another = year is not None and is_of_another_year(edition, year)
        return as_reminders(found, edition, self.paper_year) if is_another else found

    def deadlines(self, on: date | None = None) -> list[Due]:
        """By when it is handed in, as far as the text of its 學年度 and its facts say it."""
        edition = self._year_and_edition(day_of(on))[1]
        return dues_of(self._rules(edition), self)

    def _rules(self, edition: Edition | None) -> Rules:
        """What it is held against; the days that the text of another 學年度 names are not."""
        rules = self.rules if has_own_rules(type(self)) else rules_for(type(self), edition)
        year: int | None = getattr(self, "school_year", None)
        is_another = edition is not None and is_of_another_year(edition, year)
        return without_deadlines(rules) if is_another else rules

    def to_bytes(self, template: "CompiledTemplate | None" = None) -> bytes:
        """The finished Word file. Raises FillError naming what cannot be printed."""
        try:
            return (template or self._template()).render(self.whole().context())
        except (FillError, FactsError) as error:
            told = [replace(each, code=each.code or "not_printable") for each in error.problems]
            raise FillError(self.title, told) from None
        except AmountError:  # lines that are right each, and too much together
            raise FillError(self.title, [*beyond_amounts(self)]) from None

    def save(self, path: str | PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the finished paper to `path`, whole or not at all: .docx, .odt or .pdf.

        The last two by LibreOffice, which takes a second; `jingjin_forms.export` converts many at
        once. Raises FillError naming what cannot be printed, and FileProblemError when the file
        exists already (unless `overwrite`), cannot be written, or LibreOffice is missing or fails.
        """
        from jingjin_forms.files.writing import refuse_existing, write_file

        target = Path(path)
        suffix = target.suffix.lower()
        if suffix == ".docx":
            content = self.to_bytes()
        elif suffix in (".odt", ".pdf"):
            refuse_existing(target, overwrite=overwrite)  # before the slow part
            content = self._converted(suffix)
        else:
            raise FileProblemError(f"「{target.name}」的副檔名要是 .docx、.odt 或 .pdf。")
        return write_file(target, content, overwrite=overwrite)

    def save_facts(self, path: str | PathLike[str], *, overwrite: bool = True) -> Path:
        """Write the facts to a file (.yaml with the labels and comments of `jingjin new`, .json)
        that `load` reads as this form again.

        Photographs are named from the file's folder; those given as bytes are written beside it.
        Raises FactsError for rows that cannot be read, FileProblemError when the file cannot be
        written, or exists already and must not be overwritten.
        """
        from jingjin_forms.forms.saving_facts import save_facts

        return save_facts(self, Path(path), overwrite=overwrite)

    def preview(self, dpi: int = 100) -> "Pages":
        """The pages as PNG pictures of `dpi` dots per inch (20 to 600), as LibreOffice prints them;
        a notebook shows them.

        Raises FillError naming what cannot be printed, FileProblemError when LibreOffice or
        pypdfium2 is missing or fails.
        """
        from jingjin_forms.export import pdf_pages

        return pdf_pages(self._converted(".pdf"), dpi)

    def _converted(self, suffix: str) -> bytes:
        from jingjin_forms.export import convert

        return convert({self.title: self.to_bytes()}, suffix)[self.title]

    def _repr_html_(self) -> str:
        """How a notebook shows the form: its pages, with what `check` finds beside them.

        Pictures when LibreOffice is there, otherwise text and tables (by mammoth). Never raises.
        """
        from jingjin_forms.export import form_html

        return form_html(self.check(), self.preview, self.to_bytes)

    @classmethod
    def template(cls) -> "CompiledTemplate":
        """The compiled template, compiled on first use."""
        from jingjin_forms.word import compile_template

        return compile_template(cls.template_path())

    def _template(self) -> "CompiledTemplate":
        """That of the edition which the paper's 學年度 falls under."""
        from jingjin_forms.word import compile_template

        return compile_template(template_of(type(self), self._year_and_edition(None)[1]))

    def _year_and_edition(self, on: date | None) -> tuple[int | None, Edition | None]:
        """The paper's 學年度, and the texts it falls under when handed in on that day."""
        year: int | None = getattr(self, "school_year", None)
        return year, edition_of(type(self), year, on)

    @classmethod
    def blank(cls, school_year: int | None = None) -> Self:
        """Nothing filled in: what the empty official paper of a 學年度 prints, the newest of which
        the text is there unless given.

        Raises FormNotFoundError for a year of which it is not.
        """
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


def facts_from(source: object, subject: str) -> dict[Any, Any]:
    """A copy of what was given, or what the file holds."""
    if isinstance(source, Mapping):
        return dict(cast(Mapping[Any, Any], source))
    if isinstance(source, str | PathLike):
        return dict(read_facts(Path(cast("str | PathLike[str]", source))))
    fault = "要給資料檔的路徑，或欄位與內容的對照。"
    raise FactsError(subject, [Problem("資料", fault, source, code="not_a_group")])


def nearby_of(
    source: str | PathLike[str] | Mapping[str, Any],
    folder: str | PathLike[str] | None,
    photos: str | PathLike[str] | None,
) -> Nearby:
    """Where the files lie that facts from this source name."""
    if folder is None and not isinstance(source, Mapping):
        folder = Path(source).parent
    return Nearby.of(folder, photos)

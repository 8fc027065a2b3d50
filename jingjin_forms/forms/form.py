"""A form: facts that know their paper.

    budget = BudgetEstimate.load("facts.yaml")
    for finding in budget.check():
        print(finding)
    budget.save("經費概算表.docx")

Everything else about a form is its fields.
"""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from pydantic import ValidationError

from jingjin_forms.checks import Finding, findings_of
from jingjin_forms.checks.arithmetic import arithmetic
from jingjin_forms.errors import FactsError, FileProblemError, FillError, Problem, shortened
from jingjin_forms.facts import FOLDER, Facts, explained, is_blank
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.files.resources import resource_folder
from jingjin_forms.forms.catalog import get_form, names_of

if TYPE_CHECKING:
    from jingjin_forms.word import CompiledTemplate

FORM_KEY = "表件"
"""The key in a facts file that names the form its facts are for."""


class Form(Facts):
    """Base of all forms."""

    title: ClassVar[str]
    """The title as printed, e.g. 經費概算表."""
    annex: ClassVar[str] = ""
    """The number it has among its programme's papers, e.g. 附件九. Changes from year to year."""
    programme: ClassVar[str] = ""
    """Who asks for it, e.g. 花蓮縣 學校本位進修."""
    key: ClassVar[str] = ""
    """`programme/module`, as in school_based/budget_estimate."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        forms, _, module = cls.__module__.rpartition(".")
        programme = forms.rpartition(".")[0]
        cls.key = f"{programme.rpartition('.')[2]}/{module}"
        cls.programme = getattr(import_module(programme), "TITLE", "")

    @classmethod
    def template_path(cls) -> Path:
        """The Word template; it may be opened and changed in Word."""
        return resource_folder("templates") / f"{cls.key}.docx"

    @classmethod
    def sample_path(cls) -> Path:
        """Filled facts with invented people."""
        return resource_folder("samples") / f"{cls.key}.yaml"

    @classmethod
    def sample(cls) -> Self:
        """The form filled with its sample."""
        return cls.load(cls.sample_path())

    @classmethod
    def load(
        cls,
        source: str | PathLike[str] | Mapping[str, Any],
        *,
        folder: str | PathLike[str] | None = None,
    ) -> Self:
        """The form from a facts file (.yaml, .json) or a mapping, by label or English name.

        Paths of photographs start at `folder`: unless given, where the facts file is; the current
        folder for a mapping. Raises FileProblemError for a file that cannot be read, FactsError
        naming every problem.
        """
        facts = _facts_from(source, cls.title)
        if folder is None and not isinstance(source, Mapping):
            folder = Path(source).parent
        named = facts.pop(FORM_KEY, None)
        called = shortened(named, limit=200)
        if not is_blank(named) and called not in names_of(cls):
            problem = Problem(FORM_KEY, f"這份資料是給別的表件的，這裡要填的是 {cls.key}。", named)
            raise FactsError(cls.title, [problem])
        try:
            return cls.model_validate(facts, context={FOLDER: Path(folder or ".")})
        except ValidationError as error:
            raise explained(cls, error) from None

    def check(self, on: date | None = None) -> tuple[Finding, ...]:
        """What does not fit together in the facts or breaks a clause; empty when all is well.

        `on` is the day of handing in: with it deadlines are looked at, and the rules of that day
        count instead of the newest. Never raises.
        """
        return (*arithmetic(self), *findings_of(self, self.key, on))

    def to_bytes(self, template: "CompiledTemplate | None" = None) -> bytes:
        """The finished Word file. Raises FillError naming what cannot be printed."""
        try:
            return (template or self.template()).render(self.context())
        except FillError as error:
            raise FillError(self.title, error.problems) from None

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

    def preview(self, dpi: int = 100) -> list[bytes]:
        """The pages as PNG pictures of `dpi` dots per inch (20 to 600), as LibreOffice prints them.

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

        return form_html(self)

    @classmethod
    def template(cls) -> "CompiledTemplate":
        """The compiled template, compiled on first use."""
        from jingjin_forms.word import compile_template

        return compile_template(cls.template_path())


def load(source: str | PathLike[str] | Mapping[str, Any]) -> Form:
    """The form whose facts these are: `表件` in them says which.

    Raises FileProblemError, FormNotFoundError or FactsError.
    """
    is_mapping = isinstance(source, Mapping)
    subject = "資料" if is_mapping else shortened(source, limit=200)
    facts = _facts_from(source, subject)
    name = facts.get(FORM_KEY)
    if is_blank(name):
        example = f"{FORM_KEY}: school_based/budget_estimate"
        raise FactsError(subject, [Problem(FORM_KEY, f"沒有寫明是哪一張表件，例如 {example}。")])
    form = get_form(shortened(name, limit=200))
    return form.load(facts, folder=None if is_mapping else Path(source).parent)


def _facts_from(source: object, subject: str) -> dict[Any, Any]:
    """A copy of what was given, or what the file holds."""
    if isinstance(source, Mapping):
        return dict(cast(Mapping[Any, Any], source))
    if isinstance(source, str | PathLike):
        return dict(read_facts(Path(cast("str | PathLike[str]", source))))
    raise FactsError(subject, [Problem("資料", "要給資料檔的路徑，或欄位與內容的對照。", source)])

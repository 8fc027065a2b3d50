"""What a form prints: a Word file, an .odt, a .pdf, pictures of its pages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, overload

from jingjin_forms.checks import Edition
from jingjin_forms.checks.arithmetic import beyond_amounts
from jingjin_forms.errors import AmountError, FactsError, FillError
from jingjin_forms.files.handed import Source, StrPath, Writable
from jingjin_forms.forms.english_names import in_labels, with_english_names
from jingjin_forms.forms.identity import Identified, edition_of, template_of
from jingjin_forms.forms.saving import content_of_form, save_form

if TYPE_CHECKING:
    from jingjin_forms.export import Pages
    from jingjin_forms.word import CompiledTemplate

_OPEN = ".odt"


class Printed(Identified):
    """A form, as far as its paper goes."""

    def to_bytes(self, template: "CompiledTemplate | Source | None" = None) -> bytes:
        """The finished Word file, of a template of one's own where one is given: compiled, or what
        `compile_template` takes. Raises FillError naming what cannot be printed."""
        from jingjin_forms.word.template import as_template

        compiled = self.own_template() if template is None else as_template(template)
        [content] = self._printed(compiled)
        return content

    def in_formats(self, suffixes: Iterable[str]) -> dict[str, bytes]:
        """The finished paper by suffix, as its template has it first, and those of the `suffixes`
        that it has a template for too (.odt, see `odt_template`). Raises FillError."""
        from jingjin_forms.word import compile_template

        own = self.own_template()
        templates = {own.suffix: own}
        if _OPEN in suffixes and (odt := self.odt_template()) is not None:
            templates[_OPEN] = compile_template(odt)
        return dict(zip(templates, self._printed(*templates.values()), strict=True))

    def _printed(self, *templates: "CompiledTemplate") -> list[bytes]:
        """What each template makes of the facts, which are computed once. Raises FillError."""
        try:
            context = self.whole().context()
            return [
                template.render(with_english_names(type(self), context, template.words))
                for template in templates
            ]
        except (FillError, FactsError) as error:
            told = [replace(p, path=in_labels(type(self), p.path)) for p in error.problems]
            raise FillError(self.title, told) from None
        except AmountError:  # lines that are right each, and too much together
            raise FillError(self.title, [*beyond_amounts(self)]) from None

    @overload
    def save(
        self,
        path: StrPath,
        *,
        overwrite: bool = True,
        template: "CompiledTemplate | Source | None" = None,
        suffix: str | None = None,
    ) -> Path: ...

    @overload
    def save(
        self,
        path: Writable,
        *,
        overwrite: bool = True,
        template: "CompiledTemplate | Source | None" = None,
        suffix: str | None = None,
    ) -> None: ...

    def save(
        self,
        path: StrPath | Writable,
        *,
        overwrite: bool = True,
        template: "CompiledTemplate | Source | None" = None,
        suffix: str | None = None,
    ) -> Path | None:
        """Write the finished paper to `path`, whole or not at all: .docx, .odt or .pdf; or into a
        file that is open in binary mode, as .docx unless its name or `suffix` says otherwise.

        A file that is there is replaced in one step. .pdf comes by LibreOffice, which takes a
        second, and so does .odt for forms without an .odt template; `jingjin_forms.export` converts
        many at once. `template` as in `to_bytes`. Raises
        FillError naming what cannot be printed; FileProblemError when the file cannot be written,
        LibreOffice is missing or fails and, without `overwrite`, when the file exists: that one is
        a FileExistsError too.
        """
        return save_form(self, path, overwrite=overwrite, template=template, suffix=suffix)

    def preview(self, dpi: int = 100) -> "Pages":
        """The pages as PNG pictures of `dpi` dots per inch (20 to 600), as LibreOffice prints them;
        a notebook shows them.

        Raises FillError naming what cannot be printed, FileProblemError when LibreOffice or
        pypdfium2 is missing or fails.
        """
        from jingjin_forms.export import pdf_pages

        return pdf_pages(self._converted(".pdf"), dpi)

    def _converted(self, suffix: str) -> bytes:
        return content_of_form(self, suffix, None)

    @classmethod
    def template(cls) -> "CompiledTemplate":
        """The compiled template, compiled on first use."""
        from jingjin_forms.word import compile_template

        return compile_template(cls.template_path())

    def own_template(self) -> "CompiledTemplate":
        """That of the edition which the paper's 學年度 falls under: a .docx or, of a form that is
        an .odt and nothing else, an .odt."""
        from jingjin_forms.word import compile_template

        return compile_template(template_of(type(self), self._year_and_edition(None)[1]))

    def odt_template(self) -> Path | None:
        """The .odt that stands beside the template of the paper's 學年度, and is filled as that is;
        None where there is none or it is of another .docx."""
        return odt_of(template_of(type(self), self._year_and_edition(None)[1]))

    def _year_and_edition(self, on: date | None) -> tuple[int | None, Edition | None]:
        """The paper's 學年度, and the texts it falls under when handed in on that day."""
        year: int | None = getattr(self, "school_year", None)
        return year, edition_of(type(self), year, on)


def odt_of(template: Path) -> Path | None:
    """The .odt of a template: itself, or the one that stands beside it and is of it."""
    from jingjin_forms.word.odt_beside import odt_beside

    return template if template.suffix.lower() == _OPEN else odt_beside(template)

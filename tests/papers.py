"""Every paper that can be printed: each form, and again in each edition that changes it.

@pytest.mark.parametrize("paper", papers(), ids=str)
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jingjin_forms import Form, list_forms
from jingjin_forms.checks import Edition
from jingjin_forms.forms.identity import editions_of, sample_of, template_of
from jingjin_forms.word import CompiledTemplate, compile_template
from tests.helpers import sample_facts


@dataclass(frozen=True)
class PrintedPaper:
    """A form as one edition has it."""

    key: str
    form: type[Form]
    """The class of its papers in that edition."""
    edition: Edition | None
    is_first: bool

    def __str__(self) -> str:
        return self.key if self.is_first else f"{self.key}.{self.year}"

    @property
    def year(self) -> int | None:
        """The first 學年度 of its edition; None where it is not by 學年度."""
        return self.edition.first_year if self.edition else None

    def blank(self) -> Any:
        return self.form.blank(self.year)

    def sample(self) -> Any:
        return self.form.sample(self.year)

    @property
    def folder(self) -> Path:
        """Where the photographs of its sample start."""
        return sample_of(self.form, self.edition).parent

    def facts(self) -> dict[str, Any]:
        """Those of its sample, by label; as they are written where the file is of this edition."""
        if self.is_first:
            return sample_facts(sample_of(self.form, self.edition))
        return self.sample().model_dump(mode="json", by_alias=True, exclude_unset=True)

    @property
    def template_path(self) -> Path:
        return template_of(self.form, self.edition)

    def template(self) -> CompiledTemplate:
        return compile_template(self.template_path)


def papers() -> list[PrintedPaper]:
    """Each form in its first edition, and in the later ones with a class or template of its own."""
    found: list[PrintedPaper] = []
    for form in list_forms():
        before: PrintedPaper | None = None
        for edition in editions_of(form) or (None,):
            year = edition.first_year if edition else None
            paper = PrintedPaper(form.key, form.of_year(year), edition, before is None)
            if before is None or _differs(paper, before):
                found.append(paper)
            before = paper
    return found


def _differs(paper: PrintedPaper, before: PrintedPaper) -> bool:
    return paper.form is not before.form or paper.template_path != before.template_path

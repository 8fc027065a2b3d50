"""The files that are read back, group by group, each with its truth."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from benchmarks.touched.compare import Truth
from benchmarks.touched.converted import converted, saved_again
from benchmarks.touched.edits import EDITS, Edit
from benchmarks.touched.samples import ROWS, sample_facts, with_rows
from benchmarks.touched.sheet import sheet_of
from benchmarks.touched.typed import typed_over
from jingjin_forms.forms.form import Form


@dataclass(frozen=True)
class Case:
    """A file and what stands in it."""

    truth: Truth
    content: bytes
    suffix: str = ".docx"


Forms = Sequence[type[Form]]
Group = Callable[[Forms, int], Iterator[Case]]
"""The cases of some forms; the number is the seed of what is left to chance."""


def samples(forms: Forms, seed: int) -> Iterator[Case]:
    for form in forms:
        truth = Truth.of(form, sample_facts(form))
        yield Case(truth, truth.printed)


def blanks(forms: Forms, seed: int) -> Iterator[Case]:
    """Whose truth is that nothing is filled in."""
    for form in forms:
        paper = form.blank()
        yield Case(Truth(form, paper, sample_facts(form)), paper.to_bytes())


def many_rows(number: int, forms: Forms, seed: int) -> Iterator[Case]:
    for form in forms:
        facts = with_rows(form, number)
        if facts is not None:
            truth = Truth.of(form, facts)
            yield Case(truth, truth.printed)


def edited(edit: Edit, forms: Forms, seed: int) -> Iterator[Case]:
    for form in forms:
        facts = sample_facts(form)
        sheet = sheet_of(form.load(facts), facts)
        if edit(sheet, Random(f"{seed} {form.key}")):
            yield Case(Truth.of(form, sheet.facts), sheet.finished())


def typed(lines_left: bool, forms: Forms, seed: int) -> Iterator[Case]:
    for form in forms:
        facts = sample_facts(form)
        blank = sheet_of(form.blank(), {})
        sample = sheet_of(form.load(facts), facts)
        typed_over(blank, sample, Random(f"{seed} {form.key}"), lines_left=lines_left)
        yield Case(Truth.of(form, blank.facts), blank.finished())


def saved_by_libreoffice(suffix: str, back: bool, forms: Forms, seed: int) -> Iterator[Case]:
    truths = {form.key: Truth.of(form, sample_facts(form)) for form in forms}
    contents = {key: truth.printed for key, truth in truths.items()}
    made = saved_again(contents, suffix) if back else converted(contents, ".docx", suffix)
    for key, truth in truths.items():
        yield Case(truth, made[key], ".docx" if back else suffix)


PLAIN: Mapping[str, Group] = {
    "範例": samples,
    "空白": blanks,
    **{f"各清單{number}列": partial(many_rows, number) for number in ROWS},
    **{name: partial(edited, edit) for name, edit in EDITS.items()},
    "空白表手填": partial(typed, False),
    "手填留底線": partial(typed, True),
}
LIBREOFFICE: Mapping[str, Group] = {
    "經.odt存回": partial(saved_by_libreoffice, ".odt", True),
    "經.doc存回": partial(saved_by_libreoffice, ".doc", True),
    "直接讀.odt": partial(saved_by_libreoffice, ".odt", False),
    "直接讀.doc": partial(saved_by_libreoffice, ".doc", False),
}
GROUPS: Mapping[str, Group] = {**PLAIN, **LIBREOFFICE}

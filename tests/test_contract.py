"""What every form must satisfy. Starts from the files on disk, so that none can hide."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment

from jingjin_forms import FactsError, Form, get_form, list_forms
from jingjin_forms.checks import Edition
from jingjin_forms.facts import Facts, printed_by
from jingjin_forms.facts.labels import kept_figures, members
from jingjin_forms.forms.catalog import keys
from jingjin_forms.forms.identity import editions_of, sample_of, template_of
from jingjin_forms.parts import School
from jingjin_forms.typeset import stale, targets
from jingjin_forms.values import Checklist, Choice, Money
from jingjin_forms.values.choice import TICK, TICKED_BOX
from jingjin_forms.word import Picture, diagnose
from tests.helpers import audit, docx_text, shown, structural_faults
from tests.papers import PrintedPaper, papers

ROOT = Path(__file__).parent.parent
MARK = "※"
every_paper = pytest.mark.parametrize("paper", papers(), ids=str)


def files(folder: str, suffix: str) -> set[str]:
    paths = (ROOT / folder).glob(f"*/*{suffix}")
    return {f"{p.parent.name}/{p.name.removesuffix(suffix)}" for p in paths}


def files_of_editions(file_of: Callable[[type[Form], Edition | None], Path]) -> set[str]:
    """The templates or samples that some edition of some form uses, by what precedes the suffix."""
    return {
        f"{path.parent.name}/{path.stem}"
        for form in list_forms()
        for edition in editions_of(form) or (None,)
        for path in [file_of(form.of_year(edition.first_year if edition else None), edition)]
    }


@pytest.mark.parametrize(
    ("folder", "suffix", "expected"),
    [
        ("templates", ".docx", files_of_editions(template_of)),
        ("templates", ".layout", set(keys())),
        ("samples", ".yaml", files_of_editions(sample_of)),
        ("tests/official", ".txt", set(keys())),
    ],
)
def test_every_form_has_its_files_and_no_file_is_an_orphan(
    folder: str, suffix: str, expected: set[str]
):
    assert files(folder, suffix) == expected


def test_every_template_has_its_layout():
    assert set(targets(ROOT / "templates")) == set((ROOT / "templates").glob("*/*.docx"))


def test_a_form_that_editions_change_says_its_school_year():
    """Otherwise nothing tells which of them a paper falls under."""
    for paper in papers():
        assert paper.is_first or "school_year" in paper.form.model_fields, paper


def test_every_module_defines_its_form():
    forms = list_forms()
    assert len(forms) == len(keys()) >= 6
    for form in forms:
        assert form.title
        assert form.programme
        assert form.__doc__


def test_templates_agree_with_their_layouts():
    assert stale(ROOT / "templates") == []


def test_one_label_has_one_english_name():
    names: dict[str, set[str]] = {}
    for facts in all_facts():
        for item in printed_by(facts):
            names.setdefault(item.label, set()).add(item.name)
    assert {label: n for label, n in names.items() if len(n) > 1} == {}


def test_labels_are_plain_identifiers():
    for facts in all_facts():
        for item in printed_by(facts):
            assert item.label.isidentifier(), f"{facts.__name__}.{item.name}: {item.label}"


def all_facts() -> set[type[Facts]]:
    found: set[type[Facts]] = set()

    def add(facts: type[Facts]) -> None:
        found.add(facts)
        for field in facts.model_fields.values():
            member, _ = members(field)
            if isinstance(member, type) and issubclass(member, Facts):
                add(member)

    for form in list_forms():
        add(form)
    return found


@every_paper
def test_sample_is_right_and_fills_every_field(paper: PrintedPaper):
    form = paper.sample()
    assert form.check() == ()
    empty = [path for path, value in leaves(form) if value in (None, "", (), [])]
    assert empty == []


def leaves(facts: Facts, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field; of several rows one must show it."""
    for name, field in type(facts).model_fields.items():
        value = getattr(facts, name)
        member, several = members(field)
        if field.title in kept_figures(type(facts)):
            continue  # which stands there in place of other facts
        if isinstance(value, School):
            yield f"{path}{field.title}", value.full_name
        elif isinstance(value, Facts):
            yield from leaves(value, f"{path}{field.title}.")
        elif several and value and isinstance(member, type) and issubclass(member, Facts):
            rows = [dict(leaves(row, f"{path}{field.title}.")) for row in value]
            yield from {k: v for row in reversed(rows) for k, v in row.items() if v}.items()
            yield from ((k, v) for k, v in rows[0].items() if not any(r[k] for r in rows))
        else:
            yield f"{path}{field.title}", value


@every_paper
def test_every_fact_of_the_sample_is_printed(paper: PrintedPaper, monkeypatch: pytest.MonkeyPatch):
    """Changing any one fact changes the page; a changed text stands on it whole."""
    monkeypatch.setattr(diagnose, "fit", cache(diagnose.fit))  # its photographs, made once
    facts = paper.facts()
    original = shown(paper.sample().to_bytes())
    accepted: dict[tuple[str, ...], str] = {}
    for path, value in list(raw_leaves(facts)):
        if path == ["表件"]:
            continue
        field = tuple(step for step in path if isinstance(step, str))  # of whichever row
        changed, other = first_that_loads(paper, facts, path, value, accepted.get(field, ""))
        if not other.endswith(MARK):
            accepted[field] = other
        printed = shown(changed.to_bytes())
        assert printed != original, f"{path} is not printed"
        as_printed = AS_PRINTED.get(other, MARK if other.endswith(MARK) else "")
        whole = rf"(?<![\d,]){as_printed}(?!\d)" if other in AS_PRINTED else as_printed
        assert re.search(whole, "\n".join(printed)), f"{path} is not printed as given"


def raw_leaves(facts: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[list[Any], str]]:
    if isinstance(facts, dict):
        for key, value in facts.items():
            yield from raw_leaves(value, (*path, key))
    elif isinstance(facts, list):
        for index, value in enumerate(facts):
            yield from raw_leaves(value, (*path, index))
    else:
        yield list(path), facts


def first_that_loads(
    paper: PrintedPaper, facts: dict[str, Any], path: list[Any], value: str, known: str
) -> tuple[Form, str]:
    """`known`: what another row's same field has accepted."""
    others = (f"{value}{MARK}", known, *OTHERS)
    changed = deepcopy(facts)
    target: Any = changed
    for step in path[:-1]:
        target = target[step]
    for other in dict.fromkeys(others):
        if other in (value, ""):
            continue
        target[path[-1]] = other
        try:
            made = paper.form.load(changed, folder=paper.folder)
        except FactsError:
            continue
        if type(made) is paper.form:  # and not of another edition, by a 學年度 put in its place
            return made, other
    raise AssertionError(f"no other value for {path} ({value}) is accepted: add one to OTHERS")


# Values that fields with a format of their own accept, and how each is printed.
AS_PRINTED = {
    "791": "79[12]",  # an amount, a number of people, a school year or the year it ends in
    "79": "(?:79|80)",  # a school year before there was a later edition
    "../photos/presentation.png": "【圖】",  # a photograph
    "112年9月6日": "112年9月6日",
    "10:10-11:50": "10:10-11:50",
    "112年9月1日至113年1月31日": "112年9月1日至113年1月31日",
}
KINDS = Choice.__subclasses__() if list_forms() else []  # known once the forms are
OPTIONS = [option.value for kind in KINDS for option in kind]
OTHERS = tuple(dict.fromkeys((*AS_PRINTED, *OPTIONS)))


def marked_items() -> list[tuple[str, str]]:
    """Form key and field of every list of items that are ticked off."""
    return [
        (form.key, name)
        for form in list_forms()
        for name, field in form.model_fields.items()
        if any(isinstance(piece, Checklist) for piece in field.metadata)
    ]


@pytest.mark.parametrize(("key", "name"), marked_items())
def test_each_mark_is_one_tick_in_a_place_of_its_own(key: str, name: str):
    form = get_form(key)
    kind = next(p for p in form.model_fields[name].metadata if isinstance(p, Checklist))
    pages: set[tuple[str, ...]] = set()
    for number in range(len(kind.items)):
        for option in kind.options:
            marked = form.blank()
            setattr(marked, name, [None] * number + [option])
            page = docx_text(marked.to_bytes())
            assert page.count(TICK) == 1, f"{kind.items[number]} as {option}"
            pages.add(tuple(page))
    assert len(pages) == len(kind.items) * len(kind.options)


def choices() -> list[tuple[str, str]]:
    """Form key and field of every choice."""
    return [
        (form.key, name)
        for form in list_forms()
        for name, field in form.model_fields.items()
        if issubclass(members(field)[0], Choice) and not members(field)[1]
    ]


@pytest.mark.parametrize(("key", "name"), choices())
def test_each_option_ticks_one_box_of_its_own(key: str, name: str):
    form = get_form(key)
    options = members(form.model_fields[name])[0]
    unticked = "".join(docx_text(form.blank().to_bytes()))
    pages: set[str] = set()
    for option in options:
        chosen = form.blank()
        setattr(chosen, name, option)
        page = "".join(docx_text(chosen.to_bytes()))
        assert page.count(TICKED_BOX) == unticked.count(TICKED_BOX) + 1, option
        assert f"{TICKED_BOX}{option}" in page.replace(" ", ""), f"{option} is beside another box"
        pages.add(page)
    assert len(pages) == len(options)


@every_paper
def test_output_is_whole_and_deterministic(paper: PrintedPaper):
    for facts in (paper.sample(), paper.blank()):
        content = facts.to_bytes()
        assert docx.Document(BytesIO(content)).paragraphs
        assert structural_faults(content) == []
        assert audit(content) == []
        assert facts.to_bytes() == content


def growing_tables() -> list[Any]:
    """Paper and label of every list of rows in the samples."""
    return [
        pytest.param(paper, label, id=f"{paper}-{label}")
        for paper in papers()
        for label, value in paper.facts().items()
        if isinstance(value, list) and isinstance(value[0], dict)
    ]


@pytest.mark.parametrize(("paper", "label"), growing_tables())
@pytest.mark.parametrize(
    "rows", [0, 20, *(pytest.param(rows, marks=pytest.mark.slow) for rows in (1, 2, 3, 4, 60))]
)
def test_any_number_of_rows_fills(paper: PrintedPaper, label: str, rows: int):
    facts = paper.facts()
    first = facts[label][0]
    filled = paper.form.load({**facts, label: [first] * rows}, folder=paper.folder)
    content = filled.to_bytes()
    assert structural_faults(content) == []
    assert audit(content) == []
    longest = max((str(v) for v in first.values() if not isinstance(v, list)), key=len)
    assert "".join(docx_text(content)).count(longest) >= rows


@every_paper
def test_text_equals_what_docxtpl_prints(paper: PrintedPaper):
    # docxtpl prints None as the word; jinja2's own `finalize` makes that a blank, as it is here.
    environment = Environment(autoescape=True, finalize=lambda v: "" if v is None else v)
    for facts in (paper.sample(), paper.blank()):
        context = as_texts(facts.context())
        template = DocxTemplate(paper.template_path)
        template.render(context, environment)
        out = BytesIO()
        template.save(out)
        assert docx_text(paper.template().render(context)) == docx_text(out.getvalue())


class PrintedAmount(int):
    def __str__(self) -> str:
        return format(self, ",")


def as_texts(value: Any) -> Any:
    """The context as docxtpl prints alike: the file name of a picture, amounts by their text."""
    if isinstance(value, dict):
        return {key: as_texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_texts(inner) for inner in value]
    if isinstance(value, Money):
        return PrintedAmount(value)
    return str(value.source) if isinstance(value, Picture) else value


YEARLY = [paper for paper in papers() if "school_year" in paper.form.model_fields]


@pytest.mark.parametrize("paper", YEARLY, ids=str)
def test_year_is_the_same_in_every_title(paper: PrintedPaper):
    filled = paper.sample()
    filled.school_year = "117"
    printed = "".join(docx_text(filled.to_bytes()))
    assert "117學年度" in printed or "118年度" in printed
    blank = paper.blank()  # whose facts name no other year
    blank.school_year = "117"
    printed = "\n".join(docx_text(blank.to_bytes()))
    assert set(re.findall(r"\d+(?=學年度)", printed)) <= {"116", "117"}
    assert set(re.findall(r"\d+(?=年度)", printed)) <= {"118"}


@pytest.mark.parametrize("paper", YEARLY, ids=str)
def test_no_year_is_guessed_onto_paper(paper: PrintedPaper):
    """Without 學年度 the paper keeps a blank for it, and check says so."""
    blank = paper.blank()
    blank.school_year = None
    printed = "\n".join(docx_text(blank.to_bytes()))
    assert re.search(r"[\s○]學?年度", printed)
    assert not re.search(r"\d *學?年度", printed)
    filled = paper.sample()
    filled.school_year = None
    assert not re.search(rf"{paper.year}\s*學年度花蓮|None", "".join(docx_text(filled.to_bytes())))
    told = [finding for finding in filled.check() if finding.where == "「學年度」"]
    assert len(told) == bool(paper.year)
    assert all("沒有填學年度" in finding.message for finding in told)

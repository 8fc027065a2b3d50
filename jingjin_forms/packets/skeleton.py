"""A facts file to fill in for all papers of an application."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from jingjin_forms.facts import is_empty
from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.facts.fields import ASKED, EVERYTHING, Scope, instructions, is_group
from jingjin_forms.facts.labels import label_of_key, members, once_per_class
from jingjin_forms.facts.yaml_losses import Remark
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.skeleton import (
    Given,
    by_label,
    entry,
    field_lines,
    plain_lines,
    row_lines,
    sections,
)
from jingjin_forms.packets.application import PACKET_KEY, Application, Paper
from jingjin_forms.packets.choosing import deciding_choice

_OWN_PAPERS = "自備"
_OWN_FILES = "自備文件的檔案，路徑從這份資料檔所在的資料夾算起"
_SHARED = {"學校名稱"}


def packet_skeleton(
    application: type[Application],
    scope: Scope = ASKED,
    given: Given | None = None,
    papers: Sequence[Paper] | None = None,
) -> str:
    """A YAML text that `load_packet` reads: the facts of all papers, each once.

    It has the fields of the `scope`, what is `given`, and of the papers those that are named.
    """
    given = by_label(application, given or {})
    papers = application.papers if papers is None else papers
    lines = [*_head(application, scope), *_own_lines(application, papers, scope, given)]
    told = set(label_of_key(application).values())
    for paper in papers:
        if paper.rows:  # what all rows share stands once above them
            shared = shared_labels(_form(paper), application) - told
            without = _all_but(_form(paper), shared)
            lines += field_lines(_form(paper), "", without, scope, _own(_form(paper), given))
            told |= shared
    made = [paper for paper in papers if paper.form and not paper.rows]
    for number, paper in enumerate(made):
        lines += _paper_lines(application, paper, made[number + 1 :], told, scope, given)
        told |= set(label_of_key(_form(paper)).values())
    for rows in dict.fromkeys(paper.rows for paper in papers if paper.rows):
        lines += ["", *_rows(application, rows, told, scope, given.get(rows))]
    return "\n".join(lines) + "\n"


def shared_labels(form: type[Form], application: type[Application]) -> set[str]:
    """What of a row's paper stands once above the rows."""
    return set(label_of_key(form).values()) & (_SHARED | {application.paper_year.label})


def _head(application: type[Application], scope: Scope) -> Iterator[str]:
    yield f"# {application.title}：一份資料產生全部文件"
    yield "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。"
    yield "# 只有用得到的文件要填；總價、小計、合計與大寫金額由程式計算，不必填。"
    choice = deciding_choice(application)
    if choice and not scope.chosen:
        first = next(iter(choice.options))
        yield f"# 只要一種{choice.label}的欄位：jingjin new {application.key} --plan {first}"
    elif choice and len(scope.chosen) > 1:
        named = "、".join(scope.chosen)
        yield f"# {named}的欄位都列出；一份資料檔只填一種{choice.label}，請各存一份。"
    yield f"{PACKET_KEY}: {application.key}"


def _own_lines(
    application: type[Application], papers: Sequence[Paper], scope: Scope, given: Given
) -> Iterator[str]:
    """The facts that no form prints, and the files of the papers that the school brings."""
    own = _own(application, given)
    yield from field_lines(application, "", {_OWN_PAPERS}, scope, own)
    files: Any = given.get(_OWN_PAPERS)
    known = cast(Given, files if isinstance(files, Mapping) else {})
    brought = dict.fromkeys([paper.title for paper in papers if not paper.form] + [*known])
    if brought:
        yield entry("", _OWN_PAPERS, _OWN_FILES)
        for title in brought:
            yield from plain_lines(str(title), known.get(title), "  ")


def _paper_lines(
    application: type[Application],
    paper: Paper,
    later: Sequence[Paper],
    told: Collection[str],
    scope: Scope,
    given: Given,
) -> Iterator[str]:
    """What the paper prints and no paper before it; lists that others print too stand apart, under
    the names of all."""
    form, command = _form(paper), f"jingjin new {application.key}"
    told = {*told, *_derived(application, paper, scope)}
    lists: dict[tuple[str, ...], set[str]] = {}
    for label in _list_labels(form) - told:
        others = [other.title for other in later if label in label_of_key(_form(other))]
        if others:
            lists.setdefault((paper.title, *dict.fromkeys(others)), set()).add(label)
    own = _own(form, given)
    apart = set[str]().union(*lists.values())
    if lines := [*sections(form, command, scope, own, {*told, *apart})]:
        yield from ("", f"# {paper.title}", *lines)
    for titles in sorted(lists):
        lines = [*field_lines(form, "", _all_but(form, lists[titles]), scope, own)]
        yield from ("", f"# {'、'.join(titles)}", *lines)


def _derived(application: type[Application], paper: Paper, scope: Scope) -> set[Any]:
    """What a paper prints that follows from what is applied for: 計畫別."""
    choice = deciding_choice(application) if scope.chosen else None
    if choice is None:
        return set()
    made = [application(**{choice.label: option}) for option in scope.chosen]
    return {label for one in made for label in one.form_facts(paper, {})}


def _list_labels(form: type[Form]) -> set[str]:
    fields = form.model_fields.values()
    return {
        str(field.title)
        for field in fields
        for member, several in [members(field)]
        if several and is_group(member, several)
    }


def _own(facts: Any, given: Given) -> Given:
    """Those of the given facts that this prints."""
    return {key: value for key, value in given.items() if key in label_of_key(facts)}


@once_per_class
def skeleton_notes(application: type[Application]) -> frozenset[str]:
    """What stands in its skeleton as comments behind the fields."""
    remarks: list[Remark] = []
    parse_yaml(packet_skeleton(application, EVERYTHING), remarks)
    forms = [get_form(paper.form) for paper in application.papers if paper.form]
    notes = {remark.words for remark in remarks}
    return frozenset(notes.union(*map(instructions, forms), _heads(application)))


def _heads(application: type[Application]) -> list[str]:
    """What stands beside the lists and groups, which are bare values once they are emptied."""
    lists = dict.fromkeys(paper.rows for paper in application.papers if paper.rows)
    return [
        _OWN_FILES,
        *(_row_note(application, rows) for rows in lists),
        *instructions(application),
    ]


def _row_note(application: type[Application], rows: str) -> str:
    papers = [paper.title for paper in application.papers if paper.rows == rows]
    return "、".join(papers) + "，每一份一項"


def _form(paper: Paper) -> type[Form]:
    """What it is made with, as the newest text has it."""
    return get_form(paper.form).of_year(None)


def _all_but(form: type[Form], labels: Collection[str]) -> set[str]:
    return set(label_of_key(form).values()) - set(labels)


def _rows(
    application: type[Application], rows: str, told: Collection[str], scope: Scope, given: Any
) -> Iterator[str]:
    """The list of which each row makes papers: what is given, or else one empty row."""
    yield entry("", rows, _row_note(application, rows))
    if not isinstance(given, list) or is_empty(cast(object, given)):
        given = [{}]
    for number, row in enumerate(cast(list[Any], given)):
        known = cast(Given, row if isinstance(row, Mapping) else {})
        yield from row_lines(_row(application, rows, told, scope, known, not number), "")


def _row(
    application: type[Application],
    rows: str,
    told: Collection[str],
    scope: Scope,
    given: Given,
    explains: bool,
) -> Iterator[str]:
    """One row; of the first also what is not given, and what to write into it."""
    told, indent = set(told), "    "
    for label in application.row_labels:
        yield from plain_lines(label, given.get(label), indent)
    for paper in application.papers:
        if paper.rows == rows:
            form = _form(paper)
            own = {k: v for k, v in by_label(form, _own(form, given)).items() if not is_empty(v)}
            without = told if explains else told | _all_but(form, own)
            yield from field_lines(form, indent, without, scope, own)
            told |= set(label_of_key(form).values())

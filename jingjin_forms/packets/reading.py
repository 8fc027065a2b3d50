"""Facts to packet: each paper takes from the application's facts those that it prints."""

import difflib
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from jingjin_forms.errors import FactsError, Problem, place, shortened
from jingjin_forms.facts import is_blank, is_empty
from jingjin_forms.facts.facts_file import FileFacts
from jingjin_forms.facts.labels import label_of_key
from jingjin_forms.facts.records import Record
from jingjin_forms.files.handed import Source, StrPath
from jingjin_forms.files.names import safe_name
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import FORM_KEY, Form
from jingjin_forms.forms.sources import facts_from, nearby_of
from jingjin_forms.packets.application import (
    PACKET_KEY,
    Application,
    Paper,
    application_of_year,
    get_application,
)
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.papers import PacketPaper, each_once, first_said
from jingjin_forms.packets.skeleton import skeleton_notes
from jingjin_forms.parts import School

_GUESSES = 100
"""For so many unknown fields the nearest known one is looked for, which takes its time."""


def load_packet(
    source: Source | Record,
    *,
    folder: StrPath | None = None,
    photos: StrPath | None = None,
) -> Packet:
    """The packet whose facts these are: `送件` in them says which application.

    What is wrong with the facts stands in the packet's `problems`; only a file that cannot be read
    (FileProblemError), facts that name no application or stand in comments (FactsError), and an
    application that is not there (FormNotFoundError) raise. Takes what `Form.load` takes. Paths of
    photographs and of the school's own papers start at `folder`: unless given, where the facts file
    is. Facts that are no file name none without it; for facts that others send, `photos` is the one
    folder that photographs and own papers are taken from.
    """
    facts = facts_from(source, "送件資料")
    nearby = nearby_of(source, folder, photos)
    name = facts.pop(PACKET_KEY, None)
    if is_blank(name):
        example = f"{PACKET_KEY}: school_based/application"
        fault = f"沒有寫明是哪一種送件，例如 {example}。"
        if FORM_KEY in facts:
            fault += "這份資料寫的是一張表件；產生它請用 jingjin fill。"
        problem = Problem(PACKET_KEY, fault, path=(PACKET_KEY,), code="missing")
        raise FactsError("送件資料", [problem])
    named = get_application(shortened(name, limit=200))
    kind = application_of_year(named, named.paper_year.school_year_in(facts))
    if isinstance(facts, FileFacts) and (lost := facts.losses(skeleton_notes(kind))):
        raise FactsError("送件資料", lost)
    return assembled(kind, facts, nearby)


def assembled(kind: type[Application], facts: Mapping[Any, Any], nearby: Nearby) -> Packet:
    """The packet of an application with these facts, whatever is wrong with them."""
    own = {key: value for key, value in facts.items() if key in label_of_key(kind)}
    application, problems = _application(kind, own)
    rest = {key: value for key, value in facts.items() if key not in own}
    papers = [
        made
        for paper in application.papers
        if paper.needed(application)
        for made in _papers(application, paper, facts, nearby)
    ]
    problems += _unused(application, rest)
    words = _words(application, papers, facts)
    named = tuple(_named(application, papers, words))
    return Packet(application, named, each_once(named, problems), words["學校"])


def _application(kind: type[Application], own: dict[Any, Any]) -> tuple[Application, list[Problem]]:
    """The application's own facts; those that are wrong are left out and reported."""
    try:
        return kind(**own), []
    except FactsError as error:
        wrong = {label for label in label_of_key(kind).values() if _names(error, label)}
        sound = {k: v for k, v in own.items() if label_of_key(kind)[k] not in wrong}
        return kind(**sound), list(error.problems)


def _names(error: FactsError, label: str) -> bool:
    return any(problem.path[:1] == (label,) for problem in error.problems)


def _papers(
    application: Application, paper: Paper, facts: Mapping[Any, Any], nearby: Nearby
) -> Iterator[PacketPaper]:
    """The paper, once or as often as there are rows for it."""
    if not paper.form:
        yield _brought(application, paper, nearby)
        return
    form = get_form(paper.form).for_facts(facts)
    if not paper.rows:
        yield _made(paper, form, application.form_facts(paper, _of(form, facts)), nearby)
        return
    rows, problem = _rows(paper, facts)
    if not rows and not (paper.optional and not problem):
        yield PacketPaper(paper, paper.title, "", problems=problem)
    for number, row in enumerate(rows, 1):
        title = f"{paper.title}{number}" if len(rows) > 1 else paper.title
        try:
            each = application.row_facts(paper, row, facts)
        except FactsError as error:
            yield PacketPaper(paper, title, "", problems=_in_row(paper, number, error))
            continue
        shared, own = _of(form, facts), _of(form, each)
        given = application.form_facts(paper, {**shared, **own})
        above = _labels(form, shared) - _labels(form, own)
        try:
            yield PacketPaper(paper, title, "", form=form.with_files(given, nearby))
        except FactsError as error:
            yield PacketPaper(paper, title, "", problems=_in_row(paper, number, error, above))


def _in_row(
    paper: Paper, number: int, error: FactsError, above: Collection[str] = ()
) -> tuple[Problem, ...]:
    """The problems of one of several papers, each with the row it is made from; those of the
    labels `above` stand above the rows, once for all."""
    return tuple(
        p
        if p.path and p.path[0] in above
        else replace(
            p, where=f"{paper.rows}第 {number} 項{p.where}", path=(paper.rows, number - 1, *p.path)
        )
        for p in error.problems
    )


def _labels(form: type[Form], facts: Mapping[Any, Any]) -> set[str]:
    return {label_of_key(form)[key] for key in facts}


def _of(form: type[Form], facts: Mapping[Any, Any]) -> dict[Any, Any]:
    """Those of the facts that the form prints."""
    return {key: value for key, value in facts.items() if key in label_of_key(form)}


def _rows(
    paper: Paper, facts: Mapping[Any, Any]
) -> tuple[list[Mapping[Any, Any]], tuple[Problem, ...]]:
    """The rows of a paper that is made as often as there are rows."""
    rows = _listed(facts.get(paper.rows))
    if all(isinstance(row, Mapping) for row in rows):
        return cast(list[Mapping[Any, Any]], rows), ()
    message = "要填成清單：每一項是一組資料，各自一列（YAML 用「- 」開頭）。"
    return [], (Problem(f"「{paper.rows}」", message, rows, (paper.rows,), "not_a_list"),)


def _listed(given: object) -> list[object]:
    """What was given for several rows; one row may stand without its list."""
    if isinstance(given, list):
        return cast(list[object], given)
    return [] if is_blank(given) else [given]


def _made(paper: Paper, form: type[Form], facts: dict[Any, Any], nearby: Nearby) -> PacketPaper:
    try:
        return PacketPaper(paper, paper.title, "", form=form.with_files(facts, nearby))
    except FactsError as error:
        return PacketPaper(paper, paper.title, "", problems=tuple(error.problems))


def _brought(application: Application, paper: Paper, nearby: Nearby) -> PacketPaper:
    path = application.own_papers.get(paper.title)
    if not path:
        return PacketPaper(paper, paper.title, "")
    source = nearby.file(path)
    if source is None or not os.path.isfile(source):
        message = "找不到這個檔案。" if nearby.folder else "沒有指定資料夾，不讀檔案。"
        fault = Problem(
            f"自備「{paper.title}」",
            message,
            path,
            ("自備", paper.title),
            "file_not_found",
        )
        return PacketPaper(paper, paper.title, "", problems=(fault,))
    return PacketPaper(paper, paper.title, "", source=source)


def _named(
    application: Application, papers: list[PacketPaper], words: dict[str, str]
) -> Iterator[PacketPaper]:
    """The papers with the names of their files, of which these are the words."""
    words = {**words, "修正版": "_修正版" if application.is_revised else ""}
    for paper in papers:
        suffix = paper.source.suffix if paper.source else ".docx"
        community = getattr(paper.form, "community_name", "")
        name = paper.paper.name.format(文件=paper.title, 社群=community, **words)
        yield replace(paper, file_name=safe_name(name, suffix))


def _words(
    application: Application, papers: list[PacketPaper], facts: Mapping[Any, Any]
) -> dict[str, str]:
    """What names of files are made of: the school's short name, or who applies, and the year."""
    forms = [*(paper.form for paper in papers if paper.form is not None), application]
    schools = [getattr(form, "school", None) for form in forms]
    school = next((s for s in schools if isinstance(s, School) and s.full_name), None)
    year = first_said("school_year", papers, application)
    who = School.to_context(school).簡稱 if school else ""
    for label in ("自主社群名稱", "社群名稱", "學校名稱"):
        who = who or shortened(facts.get(label) or "")
    return {"學校": who or "未具名", "學年度": str(year or "")}


def _unused(application: Application, facts: Mapping[Any, Any]) -> Iterator[Problem]:
    """Facts that no paper of this application prints."""
    known = dict(label_of_key(type(application)))
    known_in_rows: dict[str, dict[str, str]] = {}
    for paper in application.papers:
        if paper.form and paper.needed(application):
            labels = label_of_key(get_form(paper.form).for_facts(facts))
            known |= labels
            if paper.rows:
                known[paper.rows] = paper.rows
                known_in_rows.setdefault(paper.rows, dict(application.row_labels)).update(labels)
    yield from _unknown(facts, known)
    for label, labels in known_in_rows.items():
        for number, row in enumerate(_listed(facts.get(label)), 1):
            if isinstance(row, Mapping):
                yield from _unknown(cast(Mapping[Any, Any], row), labels, label, number - 1)


def _unknown(
    facts: Mapping[Any, Any], known: Mapping[str, str], *row: str | int
) -> Iterator[Problem]:
    unused = [key for key, value in facts.items() if key not in known and not is_empty(value)]
    for count, key in enumerate(unused):
        close = difflib.get_close_matches
        near = close(shortened(key), known, n=1, cutoff=0.5) if count < _GUESSES else []
        hint = f"是不是「{known[near[0]]}」？" if near else "請刪去，或改成要印的欄位。"
        message = f"這次送件的文件都沒有這個欄位，{hint}"
        path = (*row, shortened(key))
        yield Problem(place(path), message, path=path, code="unknown_field")

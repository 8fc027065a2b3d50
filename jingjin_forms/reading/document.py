"""A filled Word file, read back with the template that fills the form.

reading = read_document("填好的.docx", BudgetEstimate)
reading.facts, reading.doubts, reading.changes
budget = reading.form()
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from jingjin_forms.arriving.arriving import Arrived, arrived, refuse_broken
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.handed import Source
from jingjin_forms.reading.captured.captured import Captured, Steps, WordingChange
from jingjin_forms.reading.captured.facts_behind import facts_behind
from jingjin_forms.reading.captured.printed import Doubt, label_of, printed_of
from jingjin_forms.reading.file_match import FileMatch, match_file
from jingjin_forms.reading.paper.part_tree import DocumentTypeError
from jingjin_forms.reading.pattern.form_pattern import FormPattern, patterns_of
from jingjin_forms.reading.reading import Reading, ReadValue
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.which_form import why_not
from jingjin_forms.word.pictures.media import pictures_of

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form


def read_document(path: Source, form: "type[Form]") -> Reading:
    """The facts in a filled file: one of ours, or the official blank filled by hand.

    The file is given by its path, as bytes, or open in binary mode.

    Takes .docx, and .odt, .doc and their like through LibreOffice. Fixed wording tells what stands
    where, not places alone; what fits badly is listed in `doubts`, nothing is guessed in silence.
    Of a form with several editions the one that fits best is read.

    Raises FileProblemError for what is not this form, or cannot be opened.
    """
    came = arrived(path, proved=False, called="填好的檔案")
    name = came.source.name
    try:
        matches = [(kind, p, match_file(p, came.parts)) for kind, p in patterns_of(form)]
    except (etree.XMLSyntaxError, DocumentTypeError):
        refuse_broken(came.source, came.parts)
        raise
    kind, pattern, match = min(matches, key=lambda found: found[2].cost)
    return _reading(kind, pattern, match, came, name)


def _reading(
    form: "type[Form]", pattern: FormPattern, match: FileMatch, came: Arrived, name: str
) -> Reading:
    capturing = match.captured()
    _refuse_another(form, pattern, match, capturing.missing, name)
    media = pictures_of(came.parts, match.parts[0].name) if match.parts else {}
    printed = printed_of(capturing.values, media)
    doubts = [*printed.doubts, *_with_notes(capturing.values, pattern.notes)]
    places = {value.path: value.place for value in capturing.values}

    def tell(path: Steps, found: str, why: str) -> None:
        place = next((p for known, p in places.items() if known[: len(path)] == path), "")
        doubts.append(Doubt(label_of(path), path, place, "", found, why))

    facts, origins = facts_behind(form, printed.tree, tell)
    stood = {origin: path for path, origin in origins.items()}
    doubts = [_of_fact(doubt, stood) for doubt in doubts] + _left_over(capturing.changes)
    return Reading(
        form,
        name,
        facts,
        tuple(_value(captured) for captured in capturing.values),
        tuple(capturing.changes),
        tuple(doubts),
        came.notes,
        {path: places[origin] for path, origin in origins.items()},
    )


def _refuse_another(
    form: "type[Form]", pattern: FormPattern, match: FileMatch, missing: int, name: str
) -> None:
    """Raise FileProblemError for a file that is not this form."""
    document = match.parts[0] if match.parts else None
    if document is not None and document.is_exact:
        return
    is_whole = document is not None and document.is_whole
    whole = max(1, sum(map(len, pattern.wording)))
    share = max(0.0, 1 - missing / whole) if is_whole else 0.0
    if told := why_not(form, pattern, document.flows if document else (), share):
        raise FileProblemError(f"「{name}」{told}")


def _with_notes(values: Sequence[Captured], notes: frozenset[str]) -> Iterator[Doubt]:
    """Facts in which wording of the form stands: a row that was copied takes its note along."""
    said = "\n".join(value.text for value in values)
    notes = frozenset(note for note in notes if note in said)
    for value in values if notes else ():
        note = next((note for note in notes if note in value.text), None)
        if note is not None:
            why = "夾有表件原有的文字，請確認哪些是填的內容。"
            yield Doubt(label_of(value.path), value.path, value.place, note, value.text, why)


def _of_fact(doubt: Doubt, stood: Mapping[Steps, Steps]) -> Doubt:
    """A doubt by the label of the fact, where the paper prints it in a row of its own."""
    path = stood.get(doubt.path)
    return doubt if path is None else replace(doubt, path=path, label=label_of(path))


def _value(captured: Captured) -> ReadValue:
    return ReadValue(captured.path, captured.text, captured.place, captured.doubt)


def _left_over(changes: list[WordingChange]) -> list[Doubt]:
    """Rows and texts that are no part of the form: facts may stand in them."""
    why = "表件沒有這段文字，不知道屬於哪一欄。"
    return [
        Doubt("表件以外的文字", (), change.place, "", change.found, why)
        for change in changes
        if not change.official and plain(change.found)
    ]

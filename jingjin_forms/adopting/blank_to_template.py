"""`adopt`: a blank official Word file in, a proved template out.

adoption = adopt("空白表.docx")
for blank in adoption.blanks:
    print(blank.place, blank.kind, blank.name)
adoption.save("我的表.docx")
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from os import PathLike
from pathlib import Path

from jingjin_forms.adopting.adoption import Adoption
from jingjin_forms.adopting.blank import Blank, Kind
from jingjin_forms.adopting.corrections import corrected
from jingjin_forms.adopting.finding.find import find_holes
from jingjin_forms.adopting.finding.naming import name_holes
from jingjin_forms.adopting.finding.own_words import Canonical
from jingjin_forms.adopting.finding.sureness import sureness_of
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.adopting.kept import names_kept
from jingjin_forms.adopting.showing.picture import pictured
from jingjin_forms.adopting.tagging.proof import faulty_holes
from jingjin_forms.adopting.tagging.tagging import Tagged, tagged
from jingjin_forms.arriving import codes
from jingjin_forms.arriving.arriving import Arrived, arrived
from jingjin_forms.arriving.filled import NO_BLANKS, already_tagged, signs_of_filling
from jingjin_forms.arriving.odf import Placeholder
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.handed import Source, path_of
from jingjin_forms.forms.tagged.printed_labels import canonical_label
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.forms.tagged.vocabulary import vocabulary
from jingjin_forms.page.page import Page, read_pages
from jingjin_forms.page.prefix import with_usual_prefix
from jingjin_forms.word.language.dialects import texts_with_places

_MOST_ROUNDS = 6
_FOR_SEALS = "簽名、蓋章的地方，留給人簽章"


def our_name(label: str, *, without: str | None = None) -> str:
    """What the forms of the house call a printed label; itself where they do not know it.

    An office that applies need not be a school: 申請單位 is 學校名稱 in our papers only.
    """
    found = canonical_label(label, without=without)
    if found is None or (found == "學校名稱" and "學校" not in label):
        return label
    known = vocabulary(without).value(found)
    return found if known is not None and known.kind is not FieldKind.TEXT else label


def adopt(
    path: Source,
    *,
    names: Mapping[str, str] | None = None,
    skip: Iterable[str] = (),
    like: str | PathLike[str] | None = None,
    canonical: Canonical | None = None,
) -> Adoption:
    """Find the blanks of an official form and put tags in, changing nothing else.

    The form is given by its path, as bytes, or open in binary mode.
    The template is proved: filled with nothing it prints what the blank prints, and what is filled
    into each blank is printed there once. `names` and `skip` correct what was found, by name
    (電話2) or by place (第2表第3列, 第2表第3列第4欄, 第5段). `like` is a template made before from
    an earlier blank of the same form: what was named or left out there stays so. `canonical` says
    what a printed label is called; unless given, as the forms of the house call it.

    Raises FileProblemError for a file that cannot be a form, or in which nothing is to be filled,
    and for corrections that fit no blank; its `code` and `problems` say which
    (`jingjin_forms.arriving.codes`).
    """
    _refuse_arguments(names, skip, like)
    canonical = cache(canonical or our_name)  # a form asks for the same again and again
    came = arrived(path, called="空白表")
    source = came.source
    came = replace(came, parts={n: with_usual_prefix(c) for n, c in came.parts.items()})
    pages = read_pages(source, came.parts)
    texts = [text for page in pages for text in texts_with_places(page.source.root, page.title)]
    if told := already_tagged(texts, source.name):
        raise FileProblemError(f"「{source.name}」{told}", code=codes.TAGGED)
    found = _named_holes(pages, canonical, came.placeholders)
    holes = [hole for page in pages for hole in found[page]]
    if all(hole.kind is Kind.SEAL for hole in holes):
        raise FileProblemError(f"「{source.name}」{NO_BLANKS}", code=codes.NO_BLANKS)
    notes = [*came.notes, *signs_of_filling(texts)]
    if like is not None:
        notes += names_kept(path_of(like), holes, lambda parts: _of_parts(source, parts, canonical))
    corrected(holes, names or {}, skip)
    made, faulty = _proved(source.name, came, found)
    if not any(hole.is_tagged for hole in holes):
        why = faulty[0] if faulty else "每一格都照您說的跳過了。"
        told = f"「{source.name}」沒有一格放了標籤，沒有產生範本：{why}"
        raise FileProblemError(told, code=codes.NO_TAGS_LEFT)
    return _adoption(came, found, made, (*notes, *faulty))


def _refuse_arguments(names: object, skip: object, like: object) -> None:
    """Raise FileProblemError for what is none of the kind that is wanted."""
    if names is not None and not isinstance(names, Mapping):
        told = 'names 要給原來與新的名稱的對照，例如 {"電話2": "分機"}。'
        raise FileProblemError(told, code=codes.ARGUMENT)
    if isinstance(skip, str) or not isinstance(skip, Iterable):
        told = 'skip 要給名稱或位置的清單，例如 ["電話2", "第5段"]。'
        raise FileProblemError(told, code=codes.ARGUMENT)
    if like is not None:
        path_of(like, "like（舊範本）")


def _adoption(
    came: Arrived,
    found: Mapping[Page, Sequence[Hole]],
    made: Mapping[Page, Tagged],
    notes: tuple[str, ...],
) -> Adoption:
    blanks: list[Blank] = []
    left_alone: list[Blank] = []
    for page, holes in found.items():
        for hole in holes:
            if hole.is_tagged:
                blanks += _blanks(hole, made[page])
            else:
                left_alone.append(_blank(hole, made[page]))
    return Adoption(
        came.name,
        tuple(blanks),
        tuple(left_alone),
        notes,
        {**came.parts, **{page.name: made[page].content for page in found}},
        pictured(came.parts, found),
    )


def _named_holes(
    pages: Sequence[Page], canonical: Canonical, placeholders: Sequence[Placeholder] = ()
) -> dict[Page, list[Hole]]:
    found = {page: find_holes(page, placeholders) for page in pages}
    name_holes([hole for of_page in found.values() for hole in of_page], canonical)
    return found


def _of_parts(
    source: Path, parts: Mapping[str, bytes], canonical: Canonical
) -> list[tuple[Page, list[Hole]]]:
    """The blanks of another state of the form, as this one names them."""
    return list(_named_holes(read_pages(source, parts), canonical).items())


def _proved(
    name: str, came: Arrived, found: Mapping[Page, Sequence[Hole]]
) -> tuple[dict[Page, Tagged], list[str]]:
    """The tagged parts; what does not come out as it should is left alone, and said."""
    told: list[str] = []
    for _ in range(_MOST_ROUNDS):
        made = {page: tagged(page, holes) for page, holes in found.items()}
        faulty = faulty_holes(name, came.parts, made)
        if not faulty:
            return made, told
        for hole, reason in faulty.items():
            hole.left_alone = reason
            told.append(f"{hole.line.place}「{hole.name}」{reason}，沒有放標籤：請在 Word 自己放。")
    raise FileProblemError(
        f"「{name}」放進標籤後印出來與空白表不同，沒有產生範本：請在 Word 另存成 .docx 再試一次。",
        code=codes.NO_TAGS_LEFT,
    )


def _blanks(hole: Hole, made: Tagged) -> Iterator[Blank]:
    """The blank; of columns that repeat each of its cells."""
    blank = _blank(hole, made)
    if not hole.repeats or hole.of_list is None:
        yield blank
        return
    for number, line in enumerate((hole.line, *hole.repeats)):
        name = f"{hole.of_list.name}[{number}].{hole.name}"
        yield replace(blank, name=name, place=line.place, rows=0)


def _blank(hole: Hole, made: Tagged) -> Blank:
    listed = hole.of_list
    return Blank(
        name=f"{listed.name}.{hole.name}" if listed is not None else hole.name,
        kind=hole.kind,
        place=hole.where,
        before=hole.before,
        options=made.options.get(hole, tuple(box.option for box in hole.boxes)),
        several=hole.several,
        rows=listed.count if listed is not None else 0,
        sureness=sureness_of(hole),
        tag=made.tags.get(hole, ""),
        note=hole.left_alone
        or ("簽名、蓋章的地方，留給人簽章" if hole.kind is Kind.SEAL else hole.note),
        printed=hole.printed,
    )

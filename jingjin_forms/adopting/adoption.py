"""`adopt`: a blank official Word file in, a proved template out.

adoption = adopt("空白表.docx")
for blank in adoption.blanks:
    print(blank.place, blank.kind, blank.name)
adoption.save("我的表.docx")
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.adopting import showing
from jingjin_forms.adopting.arriving import Arrived, arrived
from jingjin_forms.adopting.blank import Blank, Kind
from jingjin_forms.adopting.corrections import corrected
from jingjin_forms.adopting.filled import NO_BLANKS, already_tagged, signs_of_filling
from jingjin_forms.adopting.find import find_holes
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.adopting.kept import names_kept
from jingjin_forms.adopting.naming import Canonical, name_holes
from jingjin_forms.adopting.picture import pictured
from jingjin_forms.adopting.proof import faulty_holes
from jingjin_forms.adopting.sureness import sureness_of
from jingjin_forms.adopting.tagging import Tagged, tagged
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.writing import write_file
from jingjin_forms.forms.tagged.printed_labels import canonical_label
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.forms.tagged.vocabulary import vocabulary
from jingjin_forms.page.page import Page, read_pages
from jingjin_forms.page.prefix import with_usual_prefix
from jingjin_forms.word.dialects import texts_with_places
from jingjin_forms.word.package import Package

_MOST_ROUNDS = 6


def our_name(label: str, *, without: str | None = None) -> str:
    """What the forms of the house call a printed label; itself where they do not know it.

    An office that applies need not be a school: 申請單位 is 學校名稱 in our papers only.
    """
    found = canonical_label(label, without=without)
    if found is None or (found == "學校名稱" and "學校" not in label):
        return label
    known = vocabulary(without).value(found)
    return found if known is not None and known.kind is not FieldKind.TEXT else label


@dataclass(frozen=True)
class Adoption:
    """What has become of a blank form: a template, and what was found on the way to it."""

    name: str
    """The blank's file name without its suffix."""
    blanks: tuple[Blank, ...]
    """What has a tag now, in the order of the form."""
    left_alone: tuple[Blank, ...]
    """Signatures and seals, and what was skipped; each with its reason in `note`."""
    notes: tuple[str, ...]
    """Sentences for the person who will use the template."""
    parts: Mapping[str, bytes]
    """Of the template, as a .docx holds them."""
    pictured: Mapping[str, bytes] = field(repr=False)
    """The same with the name of each blank in its place, in colour."""

    def to_bytes(self) -> bytes:
        """The template as a .docx."""
        return Package(self.parts).assemble(())

    def save(self, path: str | PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the template. Raises FileProblemError when the file exists (unless `overwrite`)."""
        target = Path(path)
        if target.suffix.lower() != ".docx":
            raise FileProblemError(f"「{target.name}」的副檔名要是 .docx。")
        return write_file(target, self.to_bytes(), overwrite=overwrite)

    def picture(self) -> bytes:
        """A .docx of the blank form with the names of its blanks printed in colour."""
        return Package(self.pictured).assemble(())

    def preview(self, dpi: int = 120) -> list[bytes]:
        """The pages of `picture` as PNG. Raises FileProblemError when LibreOffice is missing.

        What LibreOffice cannot show (of text boxes, for the most part) is missing there; `report`
        tells every blank.
        """
        from jingjin_forms.export import convert, pdf_pages

        contents = {self.name: self.picture()}
        return pdf_pages(convert(contents, ".pdf", prove=False)[self.name], dpi)

    def report(self) -> str:
        """What was found, what was left alone and why, and the notes, as Markdown."""
        return showing.text(self)

    def as_dict(self) -> dict[str, Any]:
        """The same for programs, as JSON can hold it."""
        return showing.as_dict(self)

    def _repr_html_(self) -> str:
        """How a notebook shows it: the pages with the names in colour, and the list. Never raises
        for what the machine lacks."""
        return showing.html(self)


def adopt(
    path: str | PathLike[str],
    *,
    names: Mapping[str, str] | None = None,
    skip: Iterable[str] = (),
    like: str | PathLike[str] | None = None,
    canonical: Canonical | None = None,
) -> Adoption:
    """Find the blanks of an official form and put tags in, changing nothing else.

    The template is proved: filled with nothing it prints what the blank prints, and what is filled
    into each blank is printed there once. `names` and `skip` correct what was found, by name
    (電話2) or by place (第2表第3列, 第2表第3列第4欄, 第5段). `like` is a template made before from
    an earlier blank of the same form: what was named or left out there stays so. `canonical` says
    what a printed label is called; unless given, as the forms of the house call it.

    Raises FileProblemError for a file that cannot be a form, or in which nothing is to be filled.
    """
    source = Path(path)
    came = arrived(source)
    came = replace(came, parts={n: with_usual_prefix(c) for n, c in came.parts.items()})
    pages = read_pages(source, came.parts)
    _refuse_tagged(source, pages)
    found = {page: find_holes(page, came.placeholders) for page in pages}
    holes = [hole for page in pages for hole in found[page]]
    if all(hole.kind is Kind.SEAL for hole in holes):
        raise FileProblemError(f"「{source.name}」{NO_BLANKS}")
    name_holes(holes, canonical or our_name)
    notes = [*came.notes, *_signs(pages)]
    if like is not None:
        notes += names_kept(Path(like), holes, lambda parts: _named_holes(source, parts, canonical))
    corrected(holes, names or {}, skip)
    made, faulty = _proved(source.name, came, found)
    if not any(hole.is_tagged for hole in holes):
        why = faulty[0] if faulty else "每一格都照您說的跳過了。"
        raise FileProblemError(f"「{source.name}」沒有一格放了標籤，沒有產生範本：{why}")
    return Adoption(
        came.name,
        tuple(
            blank
            for page in pages
            for hole in found[page]
            if hole.is_tagged
            for blank in _blanks(hole, made[page])
        ),
        tuple(_blank(h, made[page]) for page in pages for h in found[page] if not h.is_tagged),
        (*notes, *faulty),
        {**came.parts, **{page.name: made[page].content for page in pages}},
        pictured(came.parts, found),
    )


def _named_holes(
    source: Path, parts: Mapping[str, bytes], canonical: Canonical | None
) -> list[tuple[Page, list[Hole]]]:
    """The blanks of another state of the form, as this one names them."""
    pages = read_pages(source, parts)
    found = [(page, find_holes(page)) for page in pages]
    name_holes([hole for _, of_page in found for hole in of_page], canonical or our_name)
    return found


def _refuse_tagged(source: Path, pages: Sequence[Page]) -> None:
    texts = [text for page in pages for text in texts_with_places(page.source.root, page.title)]
    if told := already_tagged(texts, source.name):
        raise FileProblemError(f"「{source.name}」{told}")


def _signs(pages: Sequence[Page]) -> tuple[str, ...]:
    return signs_of_filling(
        [text for page in pages for text in texts_with_places(page.source.root, page.title)]
    )


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
        f"「{name}」放進標籤後印出來與空白表不同，沒有產生範本：請在 Word 另存成 .docx 再試一次。"
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
        note=hole.left_alone or ("簽名、蓋章的地方，留給人簽章" if hole.kind is Kind.SEAL else ""),
        printed=hole.printed,
    )

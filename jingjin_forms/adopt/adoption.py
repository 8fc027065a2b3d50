"""`adopt`: a blank official Word file in, a proved template out."""

from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from jingjin_forms.adopt.blank import Blank, Kind
from jingjin_forms.adopt.find import find_holes
from jingjin_forms.adopt.hole import Hole
from jingjin_forms.adopt.naming import Canonical, name_holes
from jingjin_forms.adopt.proof import compiled, failures_when_empty, wrong_marks
from jingjin_forms.adopt.tagging import Tagged, tagged
from jingjin_forms.files.writing import write_file
from jingjin_forms.page.page import Page, read_pages
from jingjin_forms.word.package import Package, read_parts


@dataclass
class Adoption:
    """What has become of a blank form."""

    name: str
    blanks: tuple[Blank, ...]
    left_alone: tuple[Blank, ...]
    notes: tuple[str, ...]
    parts: dict[str, bytes]

    def to_bytes(self) -> bytes:
        """The template as a .docx."""
        return Package(self.parts).assemble(())

    def save(self, path: str | PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the template."""
        return write_file(Path(path), self.to_bytes(), overwrite=overwrite)


def adopt(path: str | PathLike[str], *, canonical: Canonical = lambda label: label) -> Adoption:
    source = Path(path)
    parts = read_parts(source)
    pages = read_pages(source, parts)
    found = {page.name: find_holes(page) for page in pages}
    holes = [hole for page in pages for hole in found[page.name]]
    name_holes(holes, canonical)
    made = {page.name: tagged(page, found[page.name]) for page in pages}
    new = {**parts, **{name: t.content for name, t in made.items()}}
    options = {h: o for t in made.values() for h, o in t.options.items()}
    template = compiled(source.name, new)
    notes = [str(f) for _, f in failures_when_empty(template, pages)]
    notes += [f"{h.name} {n}" for h, n in wrong_marks(template, pages, holes, options)]
    blanks = tuple(_blank(h, made[p.name]) for p in pages for h in found[p.name])
    return Adoption(source.stem, tuple(b for b in blanks if b.kind is not Kind.SEAL), tuple(b for b in blanks if b.kind is Kind.SEAL), tuple(notes), new)


def _blank(hole: Hole, made: Tagged) -> Blank:
    listed = hole.of_list
    return Blank(
        f"{listed.name}.{hole.name}" if listed is not None else hole.name,
        hole.kind,
        hole.line.place,
        options=made.options.get(hole, ()),
        several=hole.several,
        rows=listed.count if listed is not None else 0,
        sureness=hole.sureness,
        tag=made.tags.get(hole, ""),
        printed=hole.printed,
    )

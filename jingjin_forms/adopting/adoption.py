"""What `adopt` found in a blank form, and the template made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.adopting.blank import Blank
from jingjin_forms.adopting.showing import showing
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.handed import path_of
from jingjin_forms.files.writing import refuse_existing, write_file
from jingjin_forms.word.docx.package import Package

TEMPLATE_SUFFIXES = (".docx", ".odt")
"""What a template can be written as."""


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

    def __repr__(self) -> str:
        counts = f"{len(self.blanks)} 格放了標籤、{len(self.left_alone)} 格留著"
        return f"<Adoption {self.name}：{counts}>"

    def to_bytes(self) -> bytes:
        """The template as a .docx."""
        return Package(self.parts).assemble(())

    def save(self, path: str | PathLike[str], *, overwrite: bool = True) -> Path:
        """Write the template as .docx or, by LibreOffice, as .odt; a file that is there is replaced
        in one step.

        Raises FileProblemError, and without `overwrite`, where the file exists, one that is a
        FileExistsError too.
        """
        target = path_of(path, "範本")
        suffix = target.suffix.lower()
        if suffix not in TEMPLATE_SUFFIXES:
            raise FileProblemError(
                f"「{target.name}」的副檔名要是 {' 或 '.join(TEMPLATE_SUFFIXES)}。"
            )
        refuse_existing(target, overwrite=overwrite)  # before the slow part
        return write_file(target, self.content(suffix), overwrite=overwrite)

    def content(self, suffix: str) -> bytes:
        """The template as .docx or .odt. Raises FileProblemError."""
        if suffix == TEMPLATE_SUFFIXES[0]:
            return self.to_bytes()
        from jingjin_forms.adopting.as_odt import as_odt

        return as_odt(self.name, self.to_bytes())

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

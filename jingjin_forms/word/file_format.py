"""What of the engine depends on the file that is filled: a .docx or an .odt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jingjin_forms.word.column_grid import fit_grids
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.package import Package, read_zip, word_parts
from jingjin_forms.word.docx.parts import text_parts
from jingjin_forms.word.language.part_source import WORD_NOTATION, Notation, parse_part
from jingjin_forms.word.open_document.boxes import odt_boxes, odt_text_width
from jingjin_forms.word.open_document.lists import counting_on, has_lists
from jingjin_forms.word.open_document.markup import odt_markup
from jingjin_forms.word.open_document.media import odt_drawing, with_pictures, with_styles
from jingjin_forms.word.open_document.parts import (
    is_odt,
    odt_part_title,
    odt_parts,
    odt_text_parts,
)
from jingjin_forms.word.open_document.tables import asks_to_merge, merged_tables
from jingjin_forms.word.open_document.text import ODT_PRINTERS
from jingjin_forms.word.open_document.tree import read_part
from jingjin_forms.word.open_document.writer import ODT_LACKING, Writer
from jingjin_forms.word.pictures.box import Box
from jingjin_forms.word.pictures.boxes import picture_boxes, text_width
from jingjin_forms.word.pictures.drawing import drawing
from jingjin_forms.word.pictures.fitting import FittedPicture
from jingjin_forms.word.pictures.media import Brought, with_brought
from jingjin_forms.word.printing.markup import PlacedMarkup, placed_markup
from jingjin_forms.word.printing.tag_context import TagContext
from jingjin_forms.word.printing.text import PRINTERS


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How a kind of file is read, and how what is printed into it is written."""

    suffix: str
    text_parts: Callable[[Path, Mapping[str, bytes]], list[str]]
    """The parts that tags may stand in, the document itself first."""
    notation: Notation
    read_part: Callable[[bytes], Element]
    """A part as the engine knows it, with a .docx's names for what holds text."""
    text_width: Callable[[Mapping[str, bytes], Element], int]
    """In twips, from all parts and the document."""
    boxes: Callable[[Element, Mapping[str, bytes], int], dict[int, Box]]
    """Of a part, from all parts and the width of the text."""
    printers: Mapping[TagContext, Callable[[object], str]]
    placed_markup: Callable[..., PlacedMarkup]
    drawing: Callable[[FittedPicture, str], str]
    fit_tables: Callable[[str], str]
    """Done to a filled part: its rows may have come out wider than its tables, its lists twice."""
    asks_to_fit: Callable[[str], bool]
    """Whether what a part is filled from asks for that, where no row is repeated cell by cell."""
    with_styles: Callable[[str, Brought], str]
    with_brought: Callable[[Package, Mapping[str, Brought]], Package]


WORD = FileFormat(
    suffix=".docx",
    text_parts=text_parts,
    notation=WORD_NOTATION,
    read_part=parse_part,
    text_width=lambda _, document: text_width(document),
    boxes=picture_boxes,
    printers=PRINTERS,
    placed_markup=placed_markup,
    drawing=drawing,
    fit_tables=fit_grids,
    asks_to_fit=lambda _: False,
    with_styles=lambda xml, _: xml,
    with_brought=with_brought,
)
OPEN_DOCUMENT = FileFormat(
    suffix=".odt",
    text_parts=odt_text_parts,
    notation=Notation(odt_part_title, Writer, ODT_LACKING),
    read_part=read_part,
    text_width=odt_text_width,
    boxes=odt_boxes,
    printers=ODT_PRINTERS,
    placed_markup=odt_markup,
    drawing=odt_drawing,
    fit_tables=lambda xml: merged_tables(counting_on(xml)),
    asks_to_fit=lambda source: asks_to_merge(source) or has_lists(source),
    with_styles=with_styles,
    with_brought=with_pictures,
)


def template_parts(path: Path, content: bytes | None = None) -> dict[str, bytes]:
    """The parts of a template at `path`, whose content may have been read already.

    Raises FileProblemError when it is neither a .docx nor an .odt.
    """
    parts = read_zip(path, content)
    return odt_parts(parts) if is_odt(parts) else word_parts(path, parts)


def format_of(contents: Mapping[str, bytes]) -> FileFormat:
    """The format of a file, by its parts."""
    return OPEN_DOCUMENT if is_odt(contents) else WORD

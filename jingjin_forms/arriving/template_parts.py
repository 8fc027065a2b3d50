"""A template as the parts of a .docx, whether it is one or an .odt."""

from pathlib import Path
from zipfile import BadZipFile

from jingjin_forms.arriving.arriving import arrived
from jingjin_forms.word.docx.package import read_parts, read_zip, word_parts
from jingjin_forms.word.odt_beside import is_made_of
from jingjin_forms.word.open_document.parts import is_odt


def template_parts(template: Path) -> dict[str, bytes]:
    """The parts; of an .odt those of the .docx beside it that it was made of, else as LibreOffice
    turns it into a Word file. One of one's own has wording and styles of its own, though its tags
    are those of the .docx. Raises FileProblemError."""
    if not is_odt(found := read_zip(template)):
        return word_parts(template, found)
    docx = template.with_suffix(".docx")
    try:
        is_said_by_word = is_made_of(template, docx)
    except (OSError, BadZipFile):  # a .docx that cannot be read has made none
        is_said_by_word = False
    return read_parts(docx) if is_said_by_word else arrived(template, called="範本").parts

"""What stands at the head and the foot of every page."""

from docx.section import Section as DocxSection
from docx.section import _Footer, _Header  # pyright: ignore[reportPrivateUsage]

from jingjin_forms.typeset.layout import Running, Section
from jingjin_forms.typeset.paragraph_styles import RUNNING
from jingjin_forms.typeset.write_text import TextWriter


def write_running(section: Section, made: DocxSection, text: TextWriter) -> None:
    """Write the header and the footer of a section; the first page has none that are `later`."""
    lines = (section.header, section.footer)
    has_own_first = any(line is not None and line.is_later for line in lines)
    made.different_first_page_header_footer = has_own_first
    for line, usual, first in (
        (section.header, made.header, made.first_page_header),
        (section.footer, made.footer, made.first_page_footer),
    ):
        if line is not None:
            _write(line, usual, text)
            if has_own_first and not line.is_later:
                _write(line, first, text)


def _write(line: Running, place: _Header | _Footer, text: TextWriter) -> None:
    place.is_linked_to_previous = False  # makes the part, with an empty paragraph of python-docx's
    element = place._element  # pyright: ignore[reportPrivateUsage]
    for child in list(element):
        element.remove(child)
    element.append(text.paragraph(line.paragraph, RUNNING))

"""The forms as pages: LibreOffice renders them, and what a clerk would mend is looked for.

A test cannot see a squeezed column; these find what can be measured: pages too many, pages with a
single row, text over the margin, fonts that were not found.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from jingjin_forms import get_form
from jingjin_forms.export import convert, has_soffice
from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.catalog import keys

A4 = (595, 842)  # points
MARGIN = 40  # points; every form has at least 1.5 cm (42.5)
ON_ONE_PAGE = 750  # characters of the official blank form
TEXT, PICTURE = 1, 3  # kinds of page objects in a PDF
LEAST_ON_A_PAGE = 60  # characters: a table row and the repeated head


def missing() -> str | None:
    if not has_soffice():
        return "LibreOffice (soffice) is not installed"
    listed = subprocess.run(["fc-list"], capture_output=True, text=True, check=False).stdout
    return None if "TW\\-Kai" in listed else "the font TW-Kai (fonts-cns11643-kai) is not installed"


pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))


@pytest.fixture(scope="module")
def pages() -> Iterator[dict[str, pypdfium2.PdfDocument]]:
    """Every form filled, blank and with 60 rows, as a PDF; by form key and kind."""
    made = {
        f"{key} {kind}": facts.to_bytes() for key in keys() for kind, facts in variants(key).items()
    }
    opened = {title: pypdfium2.PdfDocument(pdf) for title, pdf in convert(made, ".pdf").items()}
    yield opened
    for document in opened.values():
        document.close()


def variants(key: str) -> dict[str, Any]:
    """The form filled, blank, with 60 rows in each table, and with long texts everywhere."""
    form = get_form(key)
    path = form.sample_path()
    facts = read_facts(path)
    found = {"filled": form.sample(), "blank": form.blank()}
    for name, value in facts.items():
        if isinstance(value, list) and isinstance(value[0], dict):
            rows = [value[n % len(value)] for n in range(60)]
            found[f"{name} 60 rows"] = form.load({**facts, name: rows}, folder=path.parent)
    found["long"] = form.load(lengthened(form, facts), folder=path.parent)
    return found


def lengthened(facts: type[Facts], values: dict[str, Any]) -> dict[str, Any]:
    """The facts with every free text made 300 characters long, every row's first text 40."""
    longer = dict(values)
    for field in facts.model_fields.values():
        label, (member, _) = str(field.title), members(field)
        value = values.get(label)
        if member is str and isinstance(value, str) and len(value) > 12:
            longer[label] = (value * 60)[:300]
        elif issubclass(member, Facts) and isinstance(value, list):
            longer[label] = [lengthened_row(member, row) for row in value]
        elif issubclass(member, Facts) and isinstance(value, dict):
            longer[label] = lengthened(member, value)
    return longer


def lengthened_row(facts: type[Facts], row: Any) -> Any:
    """A row whose texts are longer than any column."""
    if not isinstance(row, dict):
        return row
    texts = {str(f.title) for f in facts.model_fields.values() if members(f)[0] is str}
    return {
        label: (value * 40)[:40] if label in texts and isinstance(value, str) and value else value
        for label, value in row.items()
    }


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [document[n].get_textpage().get_text_bounded() for n in range(len(document))]


def test_short_forms_take_one_page(pages: dict[str, pypdfium2.PdfDocument]):
    """One, and one more for each page break in the layout."""
    short = {
        title: (len(document), 1 + page_breaks(title.split()[0]))
        for title, document in pages.items()
        if title.endswith(("filled", "blank"))
        and printed_characters(title.split()[0]) <= ON_ONE_PAGE
    }
    assert short
    assert {title: counts for title, counts in short.items() if counts[0] > counts[1]} == {}


def page_breaks(key: str) -> int:
    layout = Path(__file__).parents[1] / "templates" / f"{key}.layout"
    return len(re.findall(r"^\[[^\]]*\bbreak\b", layout.read_text(encoding="utf-8"), re.M))


def printed_characters(key: str) -> int:
    official = Path(__file__).parent / "official" / f"{key}.txt"
    return len("".join(official.read_text(encoding="utf-8").split()))


def test_pages_are_a4(pages: dict[str, pypdfium2.PdfDocument]):
    for title, document in pages.items():
        for page in document:
            assert tuple(map(round, page.get_size())) == A4, title


def test_no_page_holds_a_single_row(pages: dict[str, pypdfium2.PdfDocument]):
    for title, document in pages.items():
        for number, text in enumerate(texts(document)[1:], 2):
            printed = "".join(text.split())
            has_pictures = any(document[number - 1].get_objects(filter=[PICTURE]))
            assert has_pictures or len(printed) >= LEAST_ON_A_PAGE, f"{title} {number}: {printed}"


def test_nothing_runs_over_the_margin(pages: dict[str, pypdfium2.PdfDocument]):
    for title, document in pages.items():
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                inside = left >= MARGIN and right <= A4[0] - MARGIN
                inside = inside and bottom >= MARGIN and top <= A4[1] - MARGIN
                words = text.get_text_bounded(left, bottom, right, top)
                assert inside, f"{title} page {number}: {words}"


def test_the_kai_font_is_used(pages: dict[str, pypdfium2.PdfDocument]):
    for title, document in pages.items():
        names = set()
        for page in document:
            for item in page.get_objects(filter=[TEXT]):
                names.add(re.sub(r"^[A-Z]{6}\+", "", item.get_font().get_base_name()))
        assert any("Kai" in name for name in names), f"{title}: {names}"

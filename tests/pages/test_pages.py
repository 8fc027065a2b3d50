"""The forms as pages: LibreOffice renders them, and what a clerk would mend is looked for.

A test cannot see a squeezed column; these find what can be measured: pages too many, pages with a
single row, text over the margin, fonts that were not found. Each form is rendered twice, since Word
sets higher lines than LibreOffice: see `word_font`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from jingjin_forms.export import has_soffice
from jingjin_forms.forms.catalog import keys
from jingjin_forms.values.choice import EMPTY_BOX, TICKED_BOX
from tests.pages.glyphs import Glyph, lines
from tests.pages.papers import variants
from tests.pages.rendered import A4, Documents, bodies, fonts_of, has_pictures, rendered
from tests.pages.word_font import NAME, solid_font, word_fonts

MARGIN = 40  # points; every form has at least 1.5 cm (42.5)
ON_ONE_PAGE = 750  # characters of the official blank form
LEAST_ON_A_PAGE = 60  # characters: a table row and the repeated head
HALF = 0.55  # of a page's height, its margin of 2 cm included
READ_ONLY = {"active_teaching/subsidy_rates"}
TOTALS = re.compile(r"(說明|用途說明|金額\(元\)|初審後填寫)?(小計|合計|總計|承辦人：)")
"""What no page may begin with, behind the head that is repeated."""
SQUARES = frozenset("□■☐☑☒")
BOXES = SQUARES | frozenset("○●◎✓✔")


def missing() -> str | None:
    if not has_soffice():
        return "LibreOffice (soffice) is not installed"
    return None if solid_font() else "the font TW-Kai (fonts-cns11643-kai) is not installed"


pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))


def papers_of(wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Every form in some of its variants; by form key and kind."""
    return {
        f"{key} {kind}": facts.to_bytes()
        for key in keys()
        for kind, facts in variants(key).items()
        if wanted(kind)
    }


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    """Every form filled, blank and with long texts."""
    return papers_of(lambda kind: not kind.endswith("rows"))


@pytest.fixture(scope="module")
def long_tables() -> dict[str, bytes]:
    """Every form with 60 rows in each of its tables, which take half the time of all."""
    return papers_of(lambda kind: kind.endswith("rows"))


@pytest.fixture(scope="module")
def solid(papers: dict[str, bytes], long_tables: dict[str, bytes]) -> Iterator[Documents]:
    """Set as LibreOffice sets our font."""
    with rendered({**papers, **long_tables}) as documents:
        yield documents


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lines as high as Word's."""
    return word_fonts(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="module")
def pages(papers: dict[str, bytes], fonts: Path) -> Iterator[Documents]:
    """Set with lines as high as Word's."""
    with rendered(papers, fonts) as documents:
        yield documents


@pytest.fixture(scope="module")
def pages_of_tables(long_tables: dict[str, bytes], fonts: Path) -> Iterator[Documents]:
    with rendered(long_tables, fonts) as documents:
        yield documents


WAYS = [
    "pages",
    pytest.param("pages_of_tables", marks=pytest.mark.slow),
    pytest.param("solid", marks=pytest.mark.slow),
]


@pytest.fixture(scope="module", params=WAYS)
def either(request: pytest.FixtureRequest) -> Documents:
    """Set in one way or the other."""
    return request.getfixturevalue(request.param)


@pytest.mark.slow
def test_as_many_pages_in_word_as_in_libreoffice(
    solid: Documents, pages: Documents, pages_of_tables: Documents
):
    differing = {
        title: (len(solid[title]), len(document))
        for title, document in {**pages, **pages_of_tables}.items()
        if len(solid[title]) != len(document)
    }
    assert differing == {}


def test_short_forms_take_one_page(pages: Documents):
    """One, and one more for each page break in the layout."""
    short = {
        title: (len(document), 1 + page_breaks(title.split()[0]))
        for title, document in pages.items()
        if title.endswith(("filled", "blank"))
        and printed_characters(title.split()[0]) <= ON_ONE_PAGE
    }
    assert short
    assert {title: counts for title, counts in short.items() if counts[0] > counts[1]} == {}


def test_short_forms_fill_half_their_page(pages: Documents):
    """A table that nobody writes in may be as short as it is."""
    filled = {
        title: lowest_ink(document[0])
        for title, document in pages.items()
        if title.endswith("filled") and len(document) == 1 and title.split()[0] not in READ_ONLY
    }
    assert filled
    assert {title: low for title, low in filled.items() if low < HALF} == {}


def lowest_ink(page: pypdfium2.PdfPage) -> float:
    """How far down a page its last line or rule stands, of its height."""
    picture = page.render(scale=0.3).to_pil().convert("L").point(lambda grey: 255 * (grey < 200))
    box = picture.getbbox()
    return box[3] / picture.height if box else 0.0


def page_breaks(key: str) -> int:
    layout = Path(__file__).parents[2] / "templates" / f"{key}.layout"
    return len(re.findall(r"^\[[^\]]*\bbreak\b", layout.read_text(encoding="utf-8"), re.M))


def printed_characters(key: str) -> int:
    official = Path(__file__).parents[1] / "official" / f"{key}.txt"
    return len("".join(official.read_text(encoding="utf-8").split()))


def test_pages_are_a4(either: Documents):
    for title, document in either.items():
        for page in document:
            assert tuple(map(round, page.get_size())) == A4, title


def test_no_page_holds_a_single_row(either: Documents):
    for title, document in either.items():
        for number, printed in enumerate(bodies(document)[1:], 2):
            enough = len(printed) >= LEAST_ON_A_PAGE or has_pictures(document[number - 1])
            assert enough, f"{title} {number}: {printed}"


def test_no_page_begins_with_totals(either: Documents):
    """They stay with the last line of what they sum up, and who signs stays with them."""
    for title, document in either.items():
        for number, printed in enumerate(bodies(document)[1:], 2):
            assert not TOTALS.match(printed), f"{title} {number}: {printed[:40]}"


def test_later_pages_say_whose_they_are(either: Documents):
    for title, document in either.items():
        name = title.split()[0].rpartition("/")[2]
        for number in range(2, len(document) + 1):
            text = "".join(document[number - 1].get_textpage().get_text_bounded().split())
            assert f"第{number}頁，共{len(document)}頁" in text, f"{title} {number}: {name}"


def test_nothing_runs_over_the_margin(either: Documents):
    for title, document in either.items():
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                words = text.get_text_bounded(left, bottom, right, top)
                inside = left >= MARGIN and right <= A4[0] - MARGIN
                assert inside, f"{title} page {number}: {words}"


def test_only_running_lines_stand_outside(either: Documents):
    """A number at the foot, and at the head, from the second page on, whose paper it is."""
    for title, document in either.items():
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            head = text.get_text_bounded(0, A4[1] - MARGIN, *A4).strip()
            foot = "".join(text.get_text_bounded(0, 0, A4[0], MARGIN).split())
            assert number > 1 or not head, f"{title}: {head}"
            assert "\n" not in head, f"{title} page {number}: {head}"
            assert re.fullmatch(r"(第\d+頁，共\d+頁)?", foot), f"{title} page {number}: {foot}"


def test_the_kai_font_is_used(either: Documents):
    for title, document in either.items():
        names = fonts_of(document)
        assert any("Kai" in name for name in names), f"{title}: {names} without {NAME}"


@pytest.fixture(scope="module")
def boxed(solid: Documents) -> dict[str, list[list[Glyph]]]:
    """The lines with a box on each form filled and blank, by form key and kind."""
    return {
        title: [
            line
            for page in document
            if not BOXES.isdisjoint(page.get_textpage().get_text_bounded())
            for line in lines(page)
            if any(glyph.character in BOXES for glyph in line)
        ]
        for title, document in solid.items()
        if title.endswith(("filled", "blank"))
    }


@pytest.mark.slow
def test_boxes_are_of_one_size(boxed: dict[str, list[list[Glyph]]]):
    """All as wide as a Chinese character, and of its font; empty and ticked are drawn as large."""
    drawn: set[float] = set()
    for title, found in boxed.items():
        for box in (glyph for line in found for glyph in line if glyph.character in BOXES):
            assert "Kai" in box.font, f"{title}: {box}"
            assert box.advance == pytest.approx(1, abs=0.01), f"{title}: {box}"
            if box.character in SQUARES:
                drawn.add(box.drawn)
    assert max(drawn) - min(drawn) < 0.02  # em


@pytest.mark.slow
def test_a_tick_moves_nothing(boxed: dict[str, list[list[Glyph]]]):
    """Where a line differs in its ticks alone, all that it says stands where it stood."""
    compared = 0
    for key in keys():
        blank = {_untick(line): line for line in boxed[f"{key} blank"]}
        for line in boxed[f"{key} filled"]:
            if _untick(line) in blank and any(glyph.character == TICKED_BOX for glyph in line):
                before = [glyph.left for glyph in blank[_untick(line)]]
                assert [glyph.left for glyph in line] == pytest.approx(before, abs=0.1), key
                compared += 1
    assert compared >= 20


def _untick(line: list[Glyph]) -> str:
    return "".join(EMPTY_BOX if g.character in SQUARES else g.character for g in line)

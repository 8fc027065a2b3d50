"""A PDF of many papers cut into one of each, as LibreOffice would have made it of the paper alone.

What goes with the pages: what a screen reader goes by (the tree of headings, tables and
paragraphs), the bookmarks, what makes it PDF/A, and of the fonts what the paper prints.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Pdf, PdfError

from jingjin_forms.export.joining import beginning
from jingjin_forms.export.together.bookmarks import Bookmarks
from jingjin_forms.export.together.copied import copied
from jingjin_forms.export.together.fonts import Fonts
from jingjin_forms.export.together.metadata import forget_time, say_of_itself
from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.page_content import Drawn, drawn
from jingjin_forms.export.together.tree import Tree

_COPIED = ("/Lang", "/MarkInfo", "/Metadata", "/OutputIntents", "/ViewerPreferences")
_ODD = (PdfError, AttributeError, KeyError, TypeError, ValueError)
"""What pikepdf raises where something is not there, or is something else."""


def cut_pdf(joined: bytes, cores: Sequence[bytes]) -> list[bytes]:
    """The PDFs of the papers in order, of each of which there is the docProps/core.xml.

    Raises NotCutError.
    """
    try:
        with Pdf.open(BytesIO(joined), inherit_page_attributes=False) as whole:
            return _Cutter(whole, len(cores)).cut(cores)
    except _ODD as error:
        raise NotCutError(str(error)) from error


class _Cutter:
    def __init__(self, whole: Pdf, papers: int):
        self._whole = whole
        self._pages = list(whole.pages)
        numbers = {page.obj.objgen: number for number, page in enumerate(self._pages)}
        self._starts = [*_starts(whole, numbers, papers), len(self._pages)]
        if self._starts[0] != 0 or any(a >= b for a, b in pairwise(self._starts)):
            raise NotCutError(f"papers that begin on the pages {self._starts}")
        self._drawn = [drawn(page.Contents.read_bytes()) for page in self._pages]
        self._fonts = Fonts(_fonts(self._pages))
        for page, uses in zip(self._pages, self._drawn, strict=True):
            _keep_pictures(page, uses)
            _keep_links_out(page)
        self._tree = Tree(whole, numbers)
        self._bookmarks = Bookmarks(whole, numbers)
        forget_time(whole)
        self._said = {name: whole.Root[name] for name in _COPIED if name in whole.Root}

    def cut(self, cores: Sequence[bytes]) -> list[bytes]:
        return [
            self._paper(range(first, end), core)
            for (first, end), core in zip(pairwise(self._starts), cores, strict=True)
        ]

    def _paper(self, which: range, core: bytes) -> bytes:
        made = Pdf.new()
        for number in which:
            made.pages.append(self._pages[number])
        fonts = self._fonts.of_paper(made, _all_used([self._drawn[number] for number in which]))
        for page in made.pages:
            page.Resources.Font = fonts
        for name, said in self._said.items():
            made.Root[name] = copied(made, said)
        self._tree.put(made, which)
        self._bookmarks.put(made, which)
        made.Root.OpenAction = Array([made.pages[0].obj, Name.XYZ, None, None, 0])
        say_of_itself(made, self._whole, core)
        written = BytesIO()
        made.save(written, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return written.getvalue()


def _starts(whole: Pdf, numbers: Mapping[tuple[int, int], int], papers: int) -> Iterator[int]:
    """The page on which each paper begins."""
    places = whole.Root.get("/Dests", Dictionary())
    for number in range(papers):
        place = places.get(f"/{beginning(number)}")
        if place is None:
            raise NotCutError(f"paper {number} is not found")
        yield numbers[place[0].objgen]


def _fonts(pages: Sequence[Page]) -> Iterator[tuple[str, Object]]:
    """By name, which LibreOffice gives each font of the document once."""
    seen: dict[str, tuple[int, int]] = {}
    for page in pages:
        for name, font in page.Resources.get("/Font", Dictionary()).items():
            if name not in seen:
                seen[name] = font.objgen
                yield name, font
            elif seen[name] != font.objgen:
                raise NotCutError(f"two fonts {name}")


def _all_used(pages: Sequence[Drawn]) -> dict[str, frozenset[int]]:
    names = {name for page in pages for name in page.fonts}
    none: frozenset[int] = frozenset()
    return {name: none.union(*(page.fonts.get(name, none) for page in pages)) for name in names}


def _keep_links_out(page: Page) -> None:
    """Leave the page the links to other places than in the file: the number of pages, which is that
    of the page where the paper ends, has become a link."""
    if "/Annots" in page:
        page.Annots = Array(link for link in page.Annots if "/Dest" not in link)


def _keep_pictures(page: Page, uses: Drawn) -> None:
    """Leave the page the pictures that it shows, and no fonts: those it gets anew."""
    resources = Dictionary(dict(page.Resources.items()))
    pictures = resources.get("/XObject", Dictionary())
    shown = {name: picture for name, picture in pictures.items() if name in uses.pictures}
    if any(picture.get("/Subtype") != Name.Image for picture in shown.values()):
        raise NotCutError("a drawing with fonts of its own")
    for name in ("/Font", "/XObject"):
        if name in resources:
            del resources[name]
    if shown:
        resources.XObject = Dictionary(shown)
    page.Resources = resources

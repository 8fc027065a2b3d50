"""A PDF of many papers cut into one of each, as LibreOffice would have made it of the paper alone.

What goes with the pages: what a screen reader goes by (the tree of headings, tables and
paragraphs), the bookmarks, what makes it PDF/A, and of the fonts what the paper prints.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise

from lxml.etree import XMLSyntaxError
from pikepdf import Dictionary, Object, Pdf, PdfError

from jingjin_forms.export.joining import beginning
from jingjin_forms.export.together.bookmarks import Bookmarks
from jingjin_forms.export.together.fonts import Fonts
from jingjin_forms.export.together.metadata import SaidOfItself, timeless_profiles
from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.page_content import Drawn
from jingjin_forms.export.together.pages import PaperPage, only, pages_of
from jingjin_forms.export.together.plain_pdf import PdfObject, PlainPdf, plain_pdf
from jingjin_forms.export.together.small_pdf import small_pdf
from jingjin_forms.export.together.tree import Tree

_COPIED = ("/Lang", "/MarkInfo", "/OutputIntents", "/ViewerPreferences")
_ODD = (PdfError, XMLSyntaxError, AttributeError, LookupError, TypeError, ValueError)
"""What pikepdf and lxml raise where something is not there, or is something else."""


def cut_pdf(joined: bytes, cores: Sequence[bytes], *, shared_fonts: bool = False) -> list[bytes]:
    """The PDFs of the papers in order, of each of which there is the docProps/core.xml; with
    `shared_fonts` each has the fonts of all.

    Raises NotCutError.
    """
    try:
        objects = plain_pdf(joined)
        with Pdf.open(BytesIO(objects.content), inherit_page_attributes=False) as whole:
            return _Cutter(objects, whole, len(cores), shared_fonts).cut(cores)
    except _ODD as error:
        raise NotCutError(str(error)) from error


class _Cutter:
    def __init__(self, objects: PlainPdf, whole: Pdf, papers: int, shared_fonts: bool):
        self._objects = objects
        self._pages = pages_of(whole)
        numbers = {page.number: number for number, page in enumerate(self._pages)}
        self._starts = [*_starts(whole, numbers, papers), len(self._pages)]
        if self._starts[0] != 0 or any(a >= b for a, b in pairwise(self._starts)):
            raise NotCutError(f"papers that begin on the pages {self._starts}")
        self._fonts = Fonts(_fonts(whole), shared=shared_fonts)
        self._tree = Tree(whole, self._objects, numbers)
        self._bookmarks = Bookmarks(whole, numbers)
        self._itself = SaidOfItself(whole)
        self._profiles = timeless_profiles(whole)
        root = whole.Root
        self._root, self._holder = root.objgen[0], root.Pages.objgen[0]
        self._info, self._metadata = whole.docinfo.objgen[0], root.Metadata.objgen[0]
        self._said = only(root, _COPIED)
        anew = (self._root, self._holder, self._info, self._metadata, self._bookmarks.number)
        self._objects.shut((*anew, *numbers, *self._tree.anew))

    def cut(self, cores: Sequence[bytes]) -> list[bytes]:
        return [
            self._paper(range(first, end), core)
            for (first, end), core in zip(pairwise(self._starts), cores, strict=True)
        ]

    def _paper(self, which: range, core: bytes) -> bytes:
        pages = self._pages[which.start : which.stop]
        fonts, files = self._fonts.of_paper(_all_used([page.drawn for page in pages]))
        bookmarks = self._bookmarks.of_paper(which)
        own = self._profiles | files | bookmarks
        own |= self._tree.of_paper(pages, which) | self._pages_of_paper(pages, fonts)
        own[self._info], own[self._metadata] = self._itself.of_paper(core)
        own[self._root] = self._catalogue(pages[0].number, bool(bookmarks))
        return small_pdf(self._objects, own, self._root, self._info)

    def _pages_of_paper(self, pages: Sequence[PaperPage], fonts: bytes) -> dict[int, PdfObject]:
        """The pages, the links on them and what holds them all, by number."""
        made = {page.number: page.put(n, fonts, self._holder) for n, page in enumerate(pages)}
        links = [link for page in pages for link in page.links if link.place is not None]
        made |= {link.number: link.put(n) for n, link in enumerate(links, len(pages))}
        kids = b" ".join(b"%d 0 R" % page.number for page in pages)
        made[self._holder] = PdfObject(b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids))
        return made

    def _catalogue(self, first: int, has_bookmarks: bool) -> PdfObject:
        named = {"Pages": self._holder, "StructTreeRoot": self._tree.number}
        named |= {"Outlines": self._bookmarks.number} if has_bookmarks else {}
        named |= {"Metadata": self._metadata}
        said = b"".join(b"/%b %d 0 R" % (name.encode(), n) for name, n in named.items())
        opened = b"/OpenAction[%d 0 R/XYZ null null 0]" % first
        return PdfObject(b"<</Type/Catalog%b%b%b>>" % (said, opened, self._said))


def _starts(whole: Pdf, numbers: Mapping[int, int], papers: int) -> Iterator[int]:
    """The page on which each paper begins."""
    places = whole.Root.get("/Dests", Dictionary())
    for number in range(papers):
        place = places.get(f"/{beginning(number)}")
        if place is None:
            raise NotCutError(f"paper {number} is not found")
        yield numbers[place[0].objgen[0]]


def _fonts(whole: Pdf) -> dict[str, Object]:
    """By name, which LibreOffice gives each font of the document once."""
    fonts: dict[str, Object] = {}
    resources = {page.Resources.objgen: page.Resources for page in whole.pages}
    for one in resources.values():
        for name, font in one.get("/Font", Dictionary()).items():
            if fonts.setdefault(name, font).objgen != font.objgen:
                raise NotCutError(f"two fonts {name}")
    return fonts


def _all_used(pages: Sequence[Drawn]) -> dict[str, frozenset[int]]:
    names = {name for page in pages for name in page.fonts}
    none: frozenset[int] = frozenset()
    return {name: none.union(*(page.fonts.get(name, none) for page in pages)) for name in names}

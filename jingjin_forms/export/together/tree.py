"""What a screen reader goes by: the tree of headings, tables and paragraphs of a tagged PDF."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pikepdf import Name, Pdf

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.pages import PaperPage, without
from jingjin_forms.export.together.plain_pdf import PdfObject, PlainPdf

_ANEW = ("/K", "/ParentTree", "/ParentTreeNextKey", "/Type")
_PAGE = re.compile(rb"/Pg (\d+) 0 R")
_FIRST = re.compile(rb"/K ?\[? ?(\d+) 0 R")
_KIDS = re.compile(rb"\[ (?:\d+ 0 R )*\]")
_NUMBER = re.compile(rb"(\d+) 0 R")
_DEEPEST = 100
"""Elements within each other that are looked into."""


class Tree:
    """The tree of a joined PDF; `numbers` are those of its pages by their objects."""

    def __init__(self, whole: Pdf, objects: PlainPdf, numbers: Mapping[int, int]):
        root = whole.Root.StructTreeRoot
        [document, *others] = root.K
        kids = document.K.unparse()
        if others or document.get("/S") != Name.Document or not _KIDS.fullmatch(kids):
            raise NotCutError("more than one document")
        self.number: int = root.objgen[0]
        """Of the object that is the tree."""
        self._document, self._parent_tree = document.objgen[0], root.ParentTree.objgen[0]
        self._said = without(root, _ANEW)
        self._tops: defaultdict[int, list[bytes]] = defaultdict(list)
        """Headings, tables and paragraphs, by the page on which they begin."""
        for top in _NUMBER.findall(kids):
            self._tops[numbers[_page(objects, top)]].append(top)
        entries = root.ParentTree.Nums
        self._parents = {
            int(entries[n]): entries[n + 1].unparse() for n in range(0, len(entries), 2)
        }

    @property
    def anew(self) -> tuple[int, int, int]:
        """The numbers of the objects that each paper has anew."""
        return self.number, self._document, self._parent_tree

    def of_paper(self, pages: Sequence[PaperPage], which: range) -> dict[int, PdfObject]:
        """What of the tree is made anew for a paper, by number. The entries of its tree of parents
        are those of its pages, in order, and those of the links on them."""
        places = [page.place for page in pages]
        places += [link.place for page in pages for link in page.links if link.place is not None]
        parents = b" ".join(b"%d %b" % (n, self._parents[p]) for n, p in enumerate(places))
        tops = b" ".join(b"%b 0 R" % top for number in which for top in self._tops[number])
        document = b"<</Type/StructElem/S/Document/P %d 0 R/Pg %d 0 R/K[%b]>>"
        root = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d%b>>"
        return {
            self.number: PdfObject(
                root % (self._document, self._parent_tree, len(places), self._said)
            ),
            self._document: PdfObject(document % (self.number, pages[0].number, tops)),
            self._parent_tree: PdfObject(b"<</Nums[%b]>>" % parents),
        }


def _page(objects: PlainPdf, number: bytes) -> int:
    """The number of the page where the element begins."""
    for _ in range(_DEEPEST):
        said = objects[number].said
        if page := _PAGE.search(said):
            return int(page[1])
        first = _FIRST.search(said)
        if first is None:
            break
        number = first[1]
    raise NotCutError("something that is on no page")

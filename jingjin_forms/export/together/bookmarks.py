"""The bookmarks of a PDF of many papers, as a viewer lists them beside the pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pikepdf import Object, Pdf

from jingjin_forms.export.together.pages import without
from jingjin_forms.export.together.plain_pdf import PdfObject

_BESIDE = ("/Parent", "/Prev", "/Next")


class _Bookmark(NamedTuple):
    """One that stands in no other, by the number of its object."""

    number: int
    shown: int
    """How many a viewer shows: it, and those in it unless they are folded up."""
    said: bytes


class Bookmarks:
    """Those of a joined PDF; `numbers` are those of its pages by their objects."""

    def __init__(self, whole: Pdf, numbers: Mapping[int, int]):
        self.number: int = 0
        """Of the object in which they all stand; 0 where there are none."""
        self._tops: defaultdict[int, list[_Bookmark]] = defaultdict(list)
        outlines = whole.Root.get("/Outlines")
        if outlines is not None:
            self.number = outlines.objgen[0]
            for top in _children(outlines):
                shown = 1 + max(0, int(top.get("/Count", 0)))
                said = without(top, _BESIDE)
                page = numbers[top.Dest[0].objgen[0]]
                self._tops[page].append(_Bookmark(top.objgen[0], shown, said))

    def of_paper(self, which: range) -> dict[int, PdfObject]:
        """Those that lead to a paper's pages, by number; where there are any, all in one."""
        own = [top for number in which for top in self._tops[number]]
        if not own:
            return {}
        made = {
            top.number: PdfObject(b"<<%b%b>>" % (top.said, self._beside(own, place)))
            for place, top in enumerate(own)
        }
        made[self.number] = PdfObject(
            b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            % (own[0].number, own[-1].number, sum(top.shown for top in own))
        )
        return made

    def _beside(self, own: Sequence[_Bookmark], place: int) -> bytes:
        """What the bookmark stands in, and the ones before and after it."""
        said = b"/Parent %d 0 R" % self.number
        for name, beside in ((b"Prev", place - 1), (b"Next", place + 1)):
            if 0 <= beside < len(own):
                said += b"/%b %d 0 R" % (name, own[beside].number)
        return said


def _children(of: Object) -> Iterator[Object]:
    child = of.get("/First")
    while child is not None:
        yield child
        child = child.get("/Next")

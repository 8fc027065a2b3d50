"""The bookmarks of a PDF of many papers, as a viewer lists them beside the pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pikepdf import Array, Object, OutlineItem, Pdf


class Bookmarks:
    """Those of a joined PDF; `numbers` are those of its pages by their objects."""

    def __init__(self, whole: Pdf, numbers: Mapping[tuple[int, int], int]):
        self._numbers = numbers
        outlines = whole.Root.get("/Outlines")
        self._tops: defaultdict[int, list[Object]] = defaultdict(list)
        for top in _children(outlines) if outlines is not None else ():
            self._tops[self._page(top)].append(top)

    def put(self, made: Pdf, which: range) -> None:
        """Give a paper, whose pages have been put into its PDF, those that lead to them."""
        own = [top for number in which for top in self._tops[number]]
        if own:
            with made.open_outline() as outline:
                outline.root.extend(self._item(top, made, which.start) for top in own)

    def _page(self, bookmark: Object) -> int:
        return self._numbers[bookmark.Dest[0].objgen]

    def _item(self, bookmark: Object, made: Pdf, first: int) -> OutlineItem:
        page = made.pages[self._page(bookmark) - first]
        item = OutlineItem(str(bookmark.Title), Array([page.obj, *list(bookmark.Dest)[1:]]))
        item.children.extend(self._item(child, made, first) for child in _children(bookmark))
        return item


def _children(of: Object) -> Iterator[Object]:
    child = of.get("/First")
    while child is not None:
        yield child
        child = child.get("/Next")

"""What a screen reader goes by: the tree of headings, tables and paragraphs of a tagged PDF."""

from collections import defaultdict
from collections.abc import Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf

from jingjin_forms.export.together.copied import copied
from jingjin_forms.export.together.not_cut import NotCutError

_PLACE = "/StructParent"
"""Where a link says which entry of the tree of parents is its own."""


class Tree:
    """The tree of a joined PDF; `numbers` are those of its pages by their objects."""

    def __init__(self, whole: Pdf, numbers: Mapping[tuple[int, int], int]):
        root = whole.Root.StructTreeRoot
        tops = list(root.K)
        if len(tops) != 1 or tops[0].get("/S") != Name.Document:
            raise NotCutError("more than one document")
        self._roles = root.get("/RoleMap")
        self._tops: defaultdict[int, list[Object]] = defaultdict(list)
        self._ends: dict[int, int] = {}
        """The page where the last of those ends that begin on a page."""
        for top in tops[0].K:
            del top["/P"]  # it is copied without what it stands in, which is the whole tree
            first = _page(top, 0, numbers)
            self._tops[first].append(top)
            self._ends[first] = _page(top, -1, numbers)
        numbered = root.ParentTree.Nums
        self._parents = {int(numbered[n]): numbered[n + 1] for n in range(0, len(numbered), 2)}

    def put(self, made: Pdf, which: range) -> None:
        """Give a paper, whose pages have been put into its PDF, what belongs to them."""
        root = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = made.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=root, Pg=made.pages[0].obj)
        )
        if any(self._ends.get(number, number) not in which for number in which):
            raise NotCutError("something that stands in two papers")
        own = [made.copy_foreign(top) for number in which for top in self._tops[number]]
        for element in own:
            element.P = document
        document.K = Array(own)
        numbered: list[int | Object] = []
        links: list[Object] = []
        for number, page in enumerate(made.pages):
            parents = self._parents[int(page.StructParents)]
            numbered += (number, copied(made, parents))
            page.StructParents = number
            links += list(page.get("/Annots", Array()))
        for number, link in enumerate((link for link in links if _PLACE in link), len(made.pages)):
            numbered += (number, copied(made, self._parents[int(link[_PLACE])]))
            link[_PLACE] = number
        root.K = Array([document])
        root.ParentTree = made.make_indirect(Dictionary(Nums=Array(numbered)))
        root.ParentTreeNextKey = len(numbered) // 2
        if self._roles is not None:
            root.RoleMap = copied(made, self._roles)
        made.Root.StructTreeRoot = root


def _page(element: Object, end: int, numbers: Mapping[tuple[int, int], int]) -> int:
    """The number of the page where the element begins (0) or ends (-1)."""
    page = element.get("/Pg")
    kid: object = element
    while isinstance(kid, Dictionary):
        page = kid.get("/Pg", page)
        kids = kid.get("/K")
        kid = kids[end] if isinstance(kids, Array) and len(kids) else kids
    if page is None:
        raise NotCutError("something that is on no page")
    return numbers[page.objgen]

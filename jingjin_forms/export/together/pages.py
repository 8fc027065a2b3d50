"""The pages of a PDF of many papers, each ready to be put into the PDF of its paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.page_content import Drawn, drawn
from jingjin_forms.export.together.plain_pdf import PdfObject

_ANEW = ("/Annots", "/Parent", "/Resources", "/StructParents")
_PLACE = "/StructParent"
"""Where a link says which entry of the tree of parents is its own."""
_INHERITED = ("/CropBox", "/Rotate")
"""What a page may have from what it stands in, and no page of LibreOffice has."""


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A link to a place that is not in the file, by the number of its object."""

    number: int
    place: int | None
    """Its entry of the tree of parents."""
    said: bytes
    """All else."""

    def put(self, place: int) -> PdfObject:
        """The link with another entry of the tree of parents."""
        return PdfObject(b"<<%b%b %d>>" % (self.said, _PLACE.encode(), place))


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page, by the number of its object."""

    number: int
    place: int
    """Its entry of the tree of parents."""
    links: Sequence[PaperLink]
    drawn: Drawn
    resources: bytes
    """But for the fonts."""
    said: bytes
    """All else but for what it stands in."""

    def put(self, place: int, fonts: bytes, parent: int) -> PdfObject:
        """The page with another entry of the tree of parents, in something else."""
        links = b" ".join(b"%d 0 R" % link.number for link in self.links)
        return PdfObject(
            b"<<%b/Parent %d 0 R/StructParents %d%b/Resources<<%b/Font%b>>>>"
            % (
                *(self.said, parent, place),
                *(b"/Annots[%b]" % links if links else b"", self.resources, fonts),
            )
        )


def pages_of(whole: Pdf) -> list[PaperPage]:
    """The pages. Raises NotCutError, or what pikepdf raises where something is missing."""
    if any(name in whole.Root.Pages for name in _INHERITED):
        raise NotCutError("pages that have something in common")
    return [_page(page) for page in whole.pages]


def _page(page: Page) -> PaperPage:
    uses = drawn(page.Contents.read_bytes())
    if "/MediaBox" not in page:
        raise NotCutError("a page without a size")
    return PaperPage(
        page.obj.objgen[0],
        int(page.StructParents),
        # The number of pages, which is that of the page where the paper ends, has become a link.
        [_link(link) for link in page.get("/Annots", Array()) if "/Dest" not in link],
        uses,
        _resources(page, uses),
        without(page.obj, _ANEW),
    )


def _link(link: Object) -> PaperLink:
    if not link.is_indirect:
        raise NotCutError("a link that is no object of its own")
    place = int(link[_PLACE]) if _PLACE in link else None
    return PaperLink(link.objgen[0], place, without(link, (_PLACE,)))


def _resources(page: Page, uses: Drawn) -> bytes:
    """The resources without fonts, and but with the pictures that the page shows."""
    pictures = page.Resources.get("/XObject", Dictionary())
    shown = {name: pictures[name] for name in sorted(uses.pictures)}
    if any(picture.get("/Subtype") != Name.Image for picture in shown.values()):
        raise NotCutError("a drawing with fonts of its own")
    others = without(page.Resources, ("/Font", "/XObject"))
    return others + (b"/XObject" + Dictionary(shown).unparse() if shown else b"")


def only(dictionary: Object, names: Sequence[str]) -> bytes:
    """These entries of a dictionary, as a PDF says them."""
    return _entries({name: dictionary[name] for name in names if name in dictionary})


def without(dictionary: Object, names: Sequence[str]) -> bytes:
    """The other entries of a dictionary, as a PDF says them."""
    return _entries({name: entry for name, entry in dictionary.items() if name not in names})


def _entries(entries: Mapping[str, Object]) -> bytes:
    return Dictionary(entries).unparse()[2:-2]

"""A joined PDF cut into one of each paper, as pikepdf reads them."""

import io

import pikepdf
import pytest

from jingjin_forms.export.together.cut_pdf import cut_pdf
from jingjin_forms.export.together.not_cut import NotCutError
from tests.export.together import joined

CORES = [joined.CORE.format(title).encode() for title in ("甲&lt;1>", "乙")]


def cut(**changed: bytes) -> list[pikepdf.Pdf]:
    """The papers of the file in which some objects are others: `_13=b"…"`."""
    objects = joined.OBJECTS | {int(name[1:]): said for name, said in changed.items()}
    return [pikepdf.open(io.BytesIO(one)) for one in cut_pdf(joined.pdf(objects), CORES)]


def test_each_has_its_pages_and_what_leads_to_them():
    first, second = cut()
    assert [len(first.pages), len(second.pages)] == [2, 1]
    assert b"<06>" in second.pages[0].Contents.read_bytes()
    with first.open_outline() as one, second.open_outline() as other:
        assert [len(one.root), len(other.root)] == [2, 1]
    for paper, title in ((first, "甲<1>"), (second, "乙")):
        assert not paper.check_pdf_syntax()
        assert paper.docinfo["/Title"] == title
        with paper.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert "xmp:CreateDate" not in metadata
    assert cut_pdf(joined.pdf(), CORES) == cut_pdf(joined.pdf(), CORES)


def test_a_file_whose_objects_are_packed_together_is_cut_too():
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(joined.pdf())) as whole:
        whole.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    for one, other in zip(cut_pdf(packed.getvalue(), CORES), cut(), strict=True):
        with pikepdf.open(io.BytesIO(one)) as paper:
            assert not paper.check_pdf_syntax()
            assert [page.Contents.read_bytes() for page in paper.pages] == [
                page.Contents.read_bytes() for page in other.pages
            ]
            assert len(paper.objects) == len(other.objects)


def test_links_out_of_the_file_are_kept_with_their_place_in_the_tree():
    first, second = cut()
    [link] = first.pages[1].Annots
    assert link.A.URI == "https://a.b/(c)%20"
    assert [link.StructParent, second.pages[0].Annots[0].StructParent] == [2, 1]
    assert "/Annots" not in first.pages[0]
    tree = first.Root.StructTreeRoot
    assert tree.ParentTree.Nums[5].K[0].Obj.objgen == link.objgen
    assert [top.S for top in tree.K[0].K] == ["/Table", "/P"]


def test_pictures_go_with_the_pages_that_show_them():
    first, second = cut()
    assert "/XObject" not in first.pages[0].Resources
    assert list(second.pages[0].Resources.XObject) == ["/Im2"]
    assert second.pages[0].Resources.XObject.Im2.read_raw_bytes() == b"two"


OTHERS = {
    "a row on a page of the other": {"_15": joined.ELEMENT % (b"TR", 11, 3, b"0")},
    "a row that is nowhere": {"_11": joined.ELEMENT % (b"Table", 10, 1, b"14 0 R 99 0 R")},
    "an element on no page": {"_13": b"<</Type/StructElem/S/P/P 10 0 R/K[0]>>"},
    "an element within itself": {"_13": b"<</Type/StructElem/S/P/P 10 0 R/K[13 0 R]>>"},
    "more than one document": {"_60": b"<</ParentTree 61 0 R/K[10 0 R 13 0 R]>>"},
    "something beside the elements": {"_10": joined.ELEMENT % (b"Document", 60, 1, b"11 0 R 5")},
    "a bookmark within one of the other": {
        "_52": joined.BOOKMARK % (2, b"/Prev 51 0 R/First 53 0 R/Last 53 0 R")
    },
    "a link to the other": {"_30": b"<</Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]>>/StructParent 3>>"},
    "a link without an object": {"_2": joined.PAGE % (1, b"/Annots[<</Subtype/Link>>]", 5)},
    "a page without a size of its own": {
        "_3": joined.PAGE.replace(b"MediaBox", b"Other") % (2, b"", 6)
    },
    "pages that are turned": {"_40": b"<</Kids[ 1 0 R 2 0 R 3 0 R ]/Count 3/Rotate 90>>"},
    "a drawing with fonts of its own": {"_9": joined.stream(b"", b"/Subtype/Form")},
    "a paper that begins nowhere": {"_42": b"<</paper1begins[1 0 R/XYZ 5 5 0]>>"},
    "a text that looks like a reference": {"_32": b"<</A<</URI(6 0 R)>>/StructParent 4>>"},
}


@pytest.mark.parametrize("changed", OTHERS.values(), ids=OTHERS)
def test_what_is_otherwise_is_not_cut(changed: dict[str, bytes]):
    with pytest.raises(NotCutError):
        cut(**changed)


def test_a_word_file_that_says_nothing_readable_of_itself_is_refused():
    assert len(cut_pdf(joined.pdf(), [b"", b""])) == 2
    with pytest.raises(NotCutError):
        cut_pdf(joined.pdf(), [b"", b"<title>"])

"""A joined PDF of two papers, of two pages and of one, written as LibreOffice writes it."""

from collections.abc import Mapping

CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title>'
    "</c:coreProperties>"
)
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>2026-11-22T15:26:41Z'
    b"</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>"
)
PAGE = (
    b"<</Type/Page/Parent 40 0 R/Resources 41 0 R/MediaBox[0 0 595 842]/StructParents %d%b"
    b"/Contents %d 0 R>>"
)
ELEMENT = b"<</Type/StructElem\n/S/%b\n/P %d 0 R\n/Pg %d 0 R\n/Lang(zh-TW)\n/K[%b ]\n>>"
BOOKMARK = b"<</Count 0/Title<FEFF4E00>\n/Dest[%d 0 R/XYZ 5 5 0]/Parent 50 0 R%b>>"


def stream(content: bytes, said: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (said, len(content), content)


OBJECTS = {
    1: PAGE % (0, b"", 4),
    2: PAGE % (1, b"/Annots[30 0 R 31 0 R]", 5),
    3: PAGE % (2, b"/Annots[32 0 R]", 6),
    4: stream(b"q /F1 9 Tf <04>Tj Q"),
    5: stream(b"q /F1 9 Tf <05>Tj Q"),
    6: stream(b"q /F1 9 Tf <06>Tj Q\n/Im2 Do"),
    7: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    8: stream(b"one", b"/Subtype/Image"),
    9: stream(b"two", b"/Subtype/Image"),
    10: ELEMENT % (b"Document", 60, 1, b"11 0 R 12 0 R 13 0 R"),
    11: ELEMENT % (b"Table", 10, 1, b"14 0 R 15 0 R"),
    12: ELEMENT % (b"P", 10, 2, b"<</Type/OBJR/Obj 30 0 R>>"),
    13: ELEMENT % (b"P", 10, 3, b"0"),
    14: ELEMENT % (b"TR", 11, 1, b"0"),
    15: ELEMENT % (b"TR", 11, 2, b"0"),
    30: b"<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.b/\\(c\\)%20)>>/StructParent 3>>",
    31: b"<</Type/Annot/Subtype/Link/Dest[2 0 R/XYZ 5 5 0]>>",
    32: b"<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.b/)>>/StructParent 4>>",
    40: b"<</Type/Pages/MediaBox[0 0 595 842]/Kids[ 1 0 R 2 0 R 3 0 R ]/Count 3>>",
    41: b"<</Font<</F1 7 0 R>>/XObject<</Im1 8 0 R/Im2 9 0 R>>/ProcSet[/PDF/Text]>>",
    42: b"<</paper1begins[1 0 R/XYZ 5 5 0]/paper2begins[3 0 R/XYZ 5 5 0]>>",
    43: stream(XMP, b"/Type/Metadata/Subtype/XML"),
    50: b"<</Count 3/First 51 0 R/Last 53 0 R>>",
    51: BOOKMARK % (1, b"/Next 52 0 R"),
    52: BOOKMARK % (2, b"/Prev 51 0 R/Next 53 0 R"),
    53: BOOKMARK % (3, b"/Prev 52 0 R"),
    60: b"<</Type/StructTreeRoot/ParentTree 61 0 R/K[10 0 R ]>>",
    61: b"<</Nums[0 [14 0 R] 1 [15 0 R 12 0 R] 2 [13 0 R] 3 12 0 R 4 13 0 R]>>",
    70: b"<</Type/Catalog/Pages 40 0 R/Dests 42 0 R/Outlines 50 0 R/StructTreeRoot 60 0 R"
    b"/Lang(zh-TW)/MarkInfo<</Marked true>>/Metadata 43 0 R>>",
    71: b"<</Producer<FEFF004C>>>",
}


def pdf(objects: Mapping[int, bytes] = OBJECTS, trailer: bytes = b"") -> bytes:
    """A file of these objects, of which the last two are the catalogue and what it is called."""
    content, places = b"%PDF-1.6\n%\xc3\xa4\n", dict[int, int]()
    for number, said in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n\n" % (number, said)
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n"
        for n in range(size)
    )
    return (
        content
        + b"xref\n0 %d\n%btrailer\n<</Size %d/Root %d 0 R/Info %d 0 R%b>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, size - 2, size - 1, trailer, len(content))
    )

"""Names of elements and attributes in an .odt, and which of them the engine knows by another."""

from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, W
from jingjin_forms.word.structure import COVERED as COVERED

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    **{name: f"{_ODF}{name}:1.0" for name in ("office", "text", "table", "style", "meta")},
    "draw": f"{_ODF}drawing:1.0",
    "fo": f"{_ODF}xsl-fo-compatible:1.0",
    "svg": f"{_ODF}svg-compatible:1.0",
    "manifest": f"{_ODF}manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
OFFICE, TEXT, TABLES, STYLE, FO, SVG, MANIFEST, DRAW = (
    f"{{{NAMESPACES[name]}}}"
    for name in ("office", "text", "table", "style", "fo", "svg", "manifest", "draw")
)
SPAN, SPACE, SOFT_BREAK = f"{TEXT}span", f"{TEXT}s", f"{TEXT}soft-page-break"
HEAD_ROWS = f"{TABLES}table-header-rows"
STYLE_NAME = f"{TEXT}style-name"

FIRST_PAGE = "jingjin-page"
"""Target of the processing instruction before what is printed first, where a tag that gives way
says which page a document begins with: a master page by name."""
OWN = "jingjin-own"
"""The attribute that keeps an element's own name, or the styles of a run."""
RUN, RUN_TEXT = f"{W}r", f"{W}t"
CELL_PROPERTIES = f"{W}tcPr"
HEAD_BEGINS, HEAD_ENDS = f"{W}headBegins", f"{W}headEnds"
"""Stand for the element around the rows of a head, which are rows like any other."""

USUAL = {
    TABLE: "table:table",
    ROW: "table:table-row",
    CELL: "table:table-cell",
    PARAGRAPH: "text:p",
}
"""What an element of the engine's is called unless it says so itself."""
KNOWN_AS = {
    **{f"{{{NAMESPACES[n.partition(':')[0]]}}}{n.partition(':')[2]}": t for t, n in USUAL.items()},
    f"{TEXT}h": PARAGRAPH,
    f"{OFFICE}text": f"{W}body",
    f"{TEXT}section": f"{W}section",
    f"{TEXT}list": f"{W}list",
    f"{TEXT}list-item": f"{W}item",
    f"{DRAW}text-box": f"{W}txbxContent",
    f"{TEXT}note-body": f"{W}txbxContent",
    **{f"{STYLE}header{which}": f"{W}hdr" for which in ("", "-left", "-first")},
    **{f"{STYLE}footer{which}": f"{W}ftr" for which in ("", "-left", "-first")},
}
"""What the engine calls the elements that hold text."""

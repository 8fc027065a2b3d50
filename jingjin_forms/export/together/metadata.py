"""What a PDF says of itself: title, author, the day it was made; all as its Word file says."""

import codecs
import re
from xml.sax.saxutils import escape

from lxml import etree
from pikepdf import Array, Pdf

from jingjin_forms.export.constant_profile import without_time
from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.pages import without
from jingjin_forms.export.together.plain_pdf import PdfObject
from jingjin_forms.export.together.small_pdf import packed

_SAID = {
    "title": ("Title", "dc:title", "Alt"),
    "creator": ("Author", "dc:creator", "Seq"),
    "subject": ("Subject", "dc:description", "Alt"),
    "keywords": ("Keywords", "pdf:Keywords", ""),
}
"""By the name in docProps/core.xml: where the two places of a PDF say it, as LibreOffice does, and
the sort of list that the second says it in."""
_PROGRAMS = ("/Creator", "/Producer")
_MADE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z?")
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_KNOWN = ' rdf:about=""' + "".join(f' xmlns:{p}="{n}"' for p, n in _NAMESPACES.items())
_DAY = "xmp:CreateDate"
_BEGIN = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_END = b'\n<?xpacket end="w"?>\n'


class SaidOfItself:
    """What the papers' PDFs say of themselves, as `whole` does that they are cut out of."""

    def __init__(self, whole: Pdf):
        told = whole.docinfo
        self._programs = {key[1:]: str(told[key]) for key in _PROGRAMS if key in told}
        root = etree.fromstring(whole.Root.Metadata.read_bytes())
        places = [_qualified(place) for place in (_DAY, *(place for _, place, _ in _SAID.values()))]
        etree.strip_elements(root, *places, with_tail=False)
        etree.strip_attributes(root, *places)
        common = etree.tostring(root, encoding="utf-8", xml_declaration=False).decode()
        self._before, end, after = common.rpartition("</rdf:RDF>")
        if not end:
            raise NotCutError("what it says of itself is written otherwise")
        self._after = end + after

    def of_paper(self, core: bytes) -> tuple[PdfObject, PdfObject]:
        """What a paper's PDF says in each of the two places, by its docProps/core.xml."""
        root = etree.fromstring(core or b"<none/>")
        entries, described = dict(self._programs), ""
        for name, (entry, place, kind) in _SAID.items():
            if text := str(root.findtext(f"{{*}}{name}") or ""):
                entries[entry] = text
                described += _described(place, kind, text)
        if day := _MADE.fullmatch(root.findtext("{*}created") or ""):
            entries["CreationDate"] = f"D:{re.sub(r'[-:T]', '', day[1])}Z"
            described += _described(_DAY, "", f"{day[1]}Z")
        info = b"".join(b"/%b<%b>" % (n.encode(), _string(text)) for n, text in entries.items())
        told = f"{self._before}<rdf:Description{_KNOWN}>{described}</rdf:Description>{self._after}"
        xmp = PdfObject(b"/Type/Metadata/Subtype/XML", _BEGIN + told.encode() + _END)
        return PdfObject(b"<<%b>>" % info), xmp


def _qualified(place: str) -> str:
    prefix, _, name = place.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{name}"


def _described(place: str, kind: str, text: str) -> str:
    said = escape(text)
    if kind:
        language = ' xml:lang="x-default"' if kind == "Alt" else ""
        said = f"<rdf:{kind}><rdf:li{language}>{said}</rdf:li></rdf:{kind}>"
    return f"<{place}>{said}</{place}>"


def _string(text: str) -> bytes:
    """The text as a string of a PDF: a plain one as it is, another in UTF-16."""
    if text.isascii():
        return text.encode().hex().encode()
    return (codecs.BOM_UTF16_BE + text.encode("utf-16-be")).hex().upper().encode()


def timeless_profiles(whole: Pdf) -> dict[int, PdfObject]:
    """The joined PDF's profiles of colours, by number, without when they were made."""
    profiles = [intent.DestOutputProfile for intent in whole.Root.get("/OutputIntents", Array())]
    return {
        profile.objgen[0]: packed(
            without_time(profile.read_bytes()), without(profile, ("/Filter", "/Length"))
        )
        for profile in profiles
    }

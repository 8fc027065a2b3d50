"""What a PDF says of itself: title, author, the day it was made; all as its Word file says."""

import re

from lxml import etree
from pikepdf import Array, Pdf

from jingjin_forms.export.constant_profile import without_time

_SAID = {
    "title": ("/Title", "dc:title"),
    "creator": ("/Author", "dc:creator"),
    "subject": ("/Subject", "dc:description"),
    "keywords": ("/Keywords", "pdf:Keywords"),
}
"""By the name in docProps/core.xml: where the two places of a PDF say it, as LibreOffice does."""
_PROGRAMS = ("/Creator", "/Producer")
_MADE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z?")


def say_of_itself(made: Pdf, whole: Pdf, core: bytes) -> None:
    """Let a paper's PDF say what its docProps/core.xml says, and which programs made `whole`."""
    root = etree.fromstring(core or b"<none/>")
    texts = {name: str(root.findtext(f"{{*}}{name}") or "") for name in _SAID}
    for key in _PROGRAMS:
        if key in whole.docinfo:
            made.docinfo[key] = str(whole.docinfo[key])
    with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for name, (key, place) in _SAID.items():
            if place in metadata:
                del metadata[place]
            if text := texts[name]:
                made.docinfo[key] = text
                metadata[place] = [text] if name == "creator" else text
        if day := _MADE.fullmatch(root.findtext("{*}created") or ""):
            made.docinfo["/CreationDate"] = f"D:{re.sub(r'[-:T]', '', day[1])}Z"
            metadata["xmp:CreateDate"] = f"{day[1]}Z"


def forget_time(whole: Pdf) -> None:
    """Leave nothing in the joined PDF's profile of colours of when it was made."""
    for intent in whole.Root.get("/OutputIntents", Array()):
        profile = intent.DestOutputProfile
        profile.write(without_time(profile.read_bytes()))

"""What a PDF says of itself: its title, who wrote it, the day it was made; as its Word file says.

LibreOffice is given a mark in place of each text, and what it made of that is filled in per paper.
"""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree
from pikepdf import Array, Pdf

from jingjin_forms.export.constant_profile import without_time
from jingjin_forms.word.location import Element
from jingjin_forms.word.plain_xml import read_xml

_TEXTS = ("title", "subject", "creator", "keywords", "description")
_MADE = "created"
_DAY_IN_XMP = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=[Z+-])")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z?")


def marked(core: bytes) -> bytes:
    """The docProps/core.xml with a mark where each text stands."""
    root = read_xml(core)
    for name, element in _texts(root):
        element.text = _mark(name)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def fill_in(made: Pdf, whole: Pdf, core: bytes) -> None:
    """Say what the joined PDF says of itself, with what the docProps/core.xml says for the marks;
    where there is none, there are no marks."""
    root = read_xml(core or b"<none/>")
    texts = {name: str(element.text) for name, element in _texts(root)}
    xmp = made.Root.Metadata.read_bytes()
    for name, text in texts.items():
        xmp = xmp.replace(_mark(name).encode(), escape(text, quote=False).encode())
    told = {_mark(name): text for name, text in texts.items()}
    for key, value in whole.docinfo.items():
        made.docinfo[key] = told.get(str(value), str(value))
    day = _DAY.fullmatch(root.findtext(f"{{*}}{_MADE}") or "")
    if day:
        made.docinfo["/CreationDate"] = f"D:{''.join(day.groups())}Z"
        xmp = _DAY_IN_XMP.sub("{}-{}-{}T{}:{}:{}".format(*day.groups()).encode(), xmp)
    made.Root.Metadata.write(xmp)


def forget_time(whole: Pdf) -> None:
    """Leave nothing in the joined PDF's profile of colours of when it was made."""
    for intent in whole.Root.get("/OutputIntents", Array()):
        profile = intent.DestOutputProfile
        profile.write(without_time(profile.read_bytes()))


def _texts(root: Element) -> Iterator[tuple[str, Element]]:
    for name in _TEXTS:
        element = root.find(f"{{*}}{name}")
        if element is not None and element.text:
            yield name, element


def _mark(name: str) -> str:
    return f"@jingjin-{name}@"

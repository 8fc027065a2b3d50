"""An ODF text (.odt, .ott, a flat .fodt) opened: what it says, and its placeholders marked."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from jingjin_forms.arriving.codes import DAMAGED, PASSWORD
from jingjin_forms.arriving.odf import Placeholder, marked
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.archives import open_archive
from jingjin_forms.word.docx.location import Element

_MANIFEST = "META-INF/manifest.xml"
_TEXTS = ("content.xml", "styles.xml")
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _DRAW = (f"{{{_NAMES}{name}:1.0}}" for name in ("text", "table", "drawing"))
_OFFICE, _STYLE, _SVG = (
    f"{{{_NAMES}{name}:1.0}}" for name in ("office", "style", "svg-compatible")
)
_UNPRINTED = (
    *(f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "scripts")),
    f"{_TEXT}tracked-changes",
    *(f"{_SVG}{name}" for name in ("title", "desc")),
    # Worked out anew by whoever prints, or not exported.
    *(f"{_TEXT}{name}" for name in ("page-number", "page-count", "date", "time", "file-name")),
    *(f"{_TEXT}{name}" for name in ("note-citation", "hidden-text", "hidden-paragraph", "script")),
    f"{_TEXT}ruby-text",
)
_PARAGRAPHS = f"{_TEXT}p", f"{_TEXT}h"
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, RuntimeError, EOFError, OSError, NotImplementedError),
)


@dataclass(frozen=True, slots=True)
class OdfText:
    """An ODF text on its way to Word."""

    content: bytes
    """The file with its placeholders marked."""
    placeholders: tuple[Placeholder, ...]
    paragraphs: tuple[str, ...]
    tables: int
    controls: int
    """Fields and buttons of a form, which LibreOffice draws over the page."""


def opened(content: bytes, *, is_flat: bool) -> OdfText:
    """Raises FileProblemError, whose text is the end of a sentence, for what cannot be read."""
    try:
        return _flat(content) if is_flat else _package(content)
    except FileProblemError:
        raise
    except _UNREADABLE as error:
        told = f"檔案已損壞（{error}），請用 LibreOffice 打開修復後另存"
        raise FileProblemError(told, code=DAMAGED) from None


def _flat(content: bytes) -> OdfText:
    changed, placeholders = marked(content)
    return _read(changed, tuple(placeholders), [changed])


def _package(content: bytes) -> OdfText:
    with open_archive(content, "") as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        told = "有密碼，請在 LibreOffice 打開，取消密碼再另存一次"
        raise FileProblemError(told, code=PASSWORD)
    placeholders: list[Placeholder] = []
    for name in _TEXTS:
        if name in parts:
            parts[name], found = marked(parts[name], len(placeholders))
            placeholders += found
    made = _zipped(parts) if placeholders else content
    return _read(made, tuple(placeholders), [parts[n] for n in _TEXTS if n in parts])


def _zipped(parts: dict[str, bytes]) -> bytes:
    """The package again; its kind comes first, as it is."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: name != "mimetype"):
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, parts[name], how)
    return made.getvalue()


def _read(content: bytes, placeholders: tuple[Placeholder, ...], texts: list[bytes]) -> OdfText:
    roots = [etree.fromstring(text, etree.XMLParser(resolve_entities=False)) for text in texts]
    for root in roots:
        etree.strip_elements(root, *_UNPRINTED, with_tail=False)
    bodies = [body for root in roots for body in _printed(root)]
    return OdfText(
        content,
        placeholders,
        tuple(text for body in bodies for text in _paragraphs(body)),
        sum(1 for body in bodies for _ in body.iter(f"{_TABLE}table")),
        sum(1 for body in bodies for _ in body.iter(f"{_DRAW}control")),
    )


def _printed(root: Element) -> Iterator[Element]:
    """The text, and what stands on every page."""
    yield from root.iter(f"{_OFFICE}text")
    for page in root.iter(f"{_STYLE}master-page"):
        yield from page.iterchildren(f"{_STYLE}header", f"{_STYLE}footer")


def _paragraphs(body: Element) -> Iterator[str]:
    for paragraph in body.iter(*_PARAGRAPHS):
        text = "".join(_own(paragraph))
        if text.strip():
            yield text


def _own(element: Element) -> Iterator[str]:
    """What stands in it, without the paragraphs of a text box in it."""
    yield element.text or ""
    for child in element:
        if child.tag not in _PARAGRAPHS:
            yield from _own(child)
        yield child.tail or ""

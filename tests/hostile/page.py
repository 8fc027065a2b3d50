"""What a produced .docx holds, read without any code of the library: zipfile, lxml, regular
expressions.

One file in ten thousand being wrong has to be found among a million, so parts that were verified
once, byte for byte with their zip records, are not verified again.
"""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from io import BytesIO

from lxml import etree

from tests.helpers import W, structural_faults

_P, _T, _BR, _CR, _TAB = f"{W}p", f"{W}t", f"{W}br", f"{W}cr", f"{W}tab"
_R = f"{W}r"
_BREAKS = {_BR: "\n", _CR: "\n", _TAB: "\t"}
_TEXT = re.compile(rb">[^<]+<")
_MEASURES = re.compile(rb' (descr|name|cx|cy|title)="[^"]*"')
_ALIAS = re.compile(rb'<w:alias w:val="[^"]*"')
_BREAKS_IN_TEXT = tuple(
    b'</w:t><w:%s/><w:t xml:space="preserve">' % kind for kind in (b"br", b"tab")
)
_MOST_KNOWN = 2_000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class Invalid(Exception):
    """A produced file that is no whole .docx."""


class Lost(Exception):
    """A value that was given and does not stand on the page as given, or was refused wrongly."""


@dataclass
class Page:
    """One produced file."""

    content: bytes
    paragraphs: list[str] = field(default_factory=list)
    """What every paragraph of every part shows, breaks as \\n, tabs as \\t; parts by name."""
    fingerprint: str = ""
    """Of the XML without its texts: see `skeleton`."""
    pictures: int = 0
    others: dict[str, bytes] = field(default_factory=dict)
    """The parts without paragraphs that were not seen before."""

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    def attributes(self, tag: str) -> list[str]:
        """The `w:val` of every such element of the body."""
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"), _PARSER)
        return [str(element.get(f"{W}val")) for element in root.iter(f"{W}{tag}")]


class Reader:
    """Reads files, and remembers which parts it has verified."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, bytes], tuple[list[str], bytes, int]] = {}
        self._sound: set[str] = set()
        self.claimed: set[str] = set()
        """Fingerprints that somebody has kept for an audit."""

    def read(self, content: bytes, *, plain: bool = False) -> Page:
        """The file; raises Invalid. `plain` says that no value in it looks like a template's tag.

        Structure is looked at once for each fingerprint, and wherever pictures are.
        """
        page = Page(content)
        digest = blake2b(digest_size=16)
        for name, record, read in _records(content):
            known = self._known.get((name, record))
            if known is None:
                known = _part(name, read())
                if name != "word/document.xml":
                    if len(self._known) >= _MOST_KNOWN:  # a million headers are all different
                        self._known.clear()
                    self._known[name, record] = known
            paragraphs, skeleton, pictures = known
            page.paragraphs += paragraphs
            page.pictures += pictures
            digest.update(name.encode() if not name.startswith("word/media/") else b"media")
            digest.update(skeleton)
        page.fingerprint = digest.hexdigest()
        if page.pictures or page.fingerprint not in self._sound:
            self._check_structure(page, plain)
        return page

    def _check_structure(self, page: Page, plain: bool) -> None:
        faults = structural_faults(page.content)
        if not plain:
            faults = [fault for fault in faults if "left over" not in fault]
        if faults:
            raise Invalid("；".join(faults[:5]))
        self._sound.add(page.fingerprint)


def _records(content: bytes) -> Iterable[tuple[str, bytes, object]]:
    """Name, digest of the whole zip record, and a way to read it, of every part; raises Invalid."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
            names = {entry.filename for entry in entries}
            if len(names) != len(entries) or not names >= {"[Content_Types].xml", "_rels/.rels"}:
                raise Invalid("parts are missing or twice in the zip")
            ends = [entry.header_offset for entry in entries[1:]] + [archive.start_dir]
            for entry, end in zip(entries, ends, strict=True):
                record = blake2b(content[entry.header_offset : end], digest_size=16).digest()
                yield entry.filename, record, (lambda entry=entry: archive.read(entry))
    except zipfile.BadZipFile as error:
        raise Invalid(f"zip: {error}") from None


def _part(name: str, data: bytes) -> tuple[list[str], bytes, int]:
    """Paragraphs, skeleton and number of pictures of one part; raises Invalid."""
    if not name.endswith((".xml", ".rels")):
        return [], b"", 0
    if b"<!DOCTYPE" in data:
        raise Invalid(f"{name}: a DTD, which Word refuses")
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Invalid(f"{name}: not well-formed: {error}") from None
    if name.startswith("docProps/"):
        return [element.text or "" for element in root], skeleton(data), 0
    return paragraphs_of(root), skeleton(data), data.count(b"<wp:docPr ")


def paragraphs_of(root: "etree._Element") -> list[str]:
    """What each `w:p` shows, in document order."""
    found: list[list[str]] = []
    current: list[str] = []
    for element in root.iter(_P, _T, _BR, _CR, _TAB):
        tag = element.tag
        if tag == _T:
            current.append(element.text or "")
        elif tag == _P:
            current = []
            found.append(current)
        elif element.getparent().tag == _R:  # w:tabs/w:tab is a property
            current.append(_BREAKS[tag])
    return ["".join(pieces) for pieces in found]


def skeleton(data: bytes) -> bytes:
    """The XML without texts: each different paragraph, and what stands before it, once.

    Line breaks and tabs within texts count as there or not there in the whole part.
    """
    bare = _TEXT.sub(b"><", data)
    if b"<wp:docPr " in bare:
        bare = _MEASURES.sub(rb" \1", bare)
    if b"<w:alias " in bare:
        bare = _ALIAS.sub(b"<w:alias", bare)
    lines = b"<lines/>" if b"<w:br/>" in bare or b"<w:tab/>" in bare else b""
    for break_ in _BREAKS_IN_TEXT if lines else ():
        bare = bare.replace(break_, b"")
    return b"".join(dict.fromkeys(bare.split(b"</w:p>"))) + lines

"""The proof that a file made by LibreOffice holds what the Word file holds.

LibreOffice can lose rows of a table without a word, where the table goes on over a page. So what
the .pdf or .odt says is held against the .docx after every conversion: each character as often as
the Word file prints it, once what is printed again on each page (heads of tables, headers, footers)
is taken away. Order is not looked at, since each program writes columns and text boxes in its own.
"""

import re
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from lxml import etree

from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.export.proving.printed import Line, PaperText, PrintedText, printed
from jingjin_forms.files.archives import open_archive

_UNREADABLE = (
    FileProblemError,  # of an archive that is too large
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, RuntimeError, EOFError, NotImplementedError),
)
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_HYPHENS = frozenset("-\u2010\u2011\ufffe\uffff")
"""A line that breaks may add one or swallow one."""
_INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Mn", "Me"))
_PLACES_TOLD, _TEXTS_TOLD = 3, 4
_NUMBER = r"\w{1,6}?"
"""A page number, be it 12 or xviii; the shortest, lest it reach to the end of the next footer."""
_REMEDY = "請改用 Word 開啟這份 .docx，另存成需要的格式"


def loss(docx: bytes, made: bytes, suffix: str) -> str:
    """What the Word file prints and `made` (a .pdf or .odt) does not, as the end of a sentence.

    Empty when nothing is lost. What cannot be compared counts as lost.
    """
    try:
        paper = printed(docx)
        texts = pdf_texts(made) if suffix == ".pdf" else odt_texts(made)
    except _UNREADABLE as error:
        return f"無法核對內容是否完整（{error}）"
    lost = missing(paper, texts)
    return f"LibreOffice 漏了內容：{_told(lost)}。{_REMEDY}" if lost else ""


def missing(paper: PaperText, texts: Iterable[str]) -> list[PrintedText]:
    """What of the paper does not stand in the texts."""
    wanted = [plain(text.text) for text in paper.texts]
    found = _once("".join(map(plain, texts)), paper, "".join(wanted))
    if Counter("".join(wanted)) <= Counter(found):
        return []
    return [paper.texts[n] for n in _not_found(wanted, found)]


def plain(text: str) -> str:
    """The text without what a font, a line's end or a style may change in it.

    Without spaces and hyphens, capitals made small (a style can print small ones as capitals), one
    form for characters that fonts draw alike (ﬁ and fi, full-width and half-width). Beyond the
    basic plane (rare names, emoji) a PDF says reliably what it shows only where a font has the
    character, so those are left out: what stands around them is found or missing all the same.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(filter(_counts, folded))


@lru_cache(50_000)
def _counts(character: str) -> bool:
    if character in _HYPHENS or character.isspace() or character > "\uffff":
        return False
    return unicodedata.category(character) not in _INVISIBLE


def odt_texts(content: bytes) -> list[str]:
    """All text of an .odt: the document's, and that of its headers and footers.

    Not what pictures are called for those who cannot see them.
    """
    texts: list[str] = []
    with open_archive(content, "轉成的 .odt ") as archive:
        for part in ("content.xml", "styles.xml"):
            parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
            root = etree.fromstring(archive.read(part), parser)
            etree.strip_elements(root, f"{_SVG}title", f"{_SVG}desc", with_tail=False)
            texts.append("".join(map(str, root.itertext())))
    return texts


def _once(found: str, paper: PaperText, wanted: str) -> str:
    """The text found, without what stands there only because there are several pages."""
    patterns = Counter(_pattern(line) for line in paper.repeated)
    patterns.update(dict.fromkeys((_pattern(line) for line in paper.perhaps), 0))
    for pattern, count in sorted(patterns.items(), key=lambda item: -len(item[0])):
        if not pattern.replace(_NUMBER, ""):
            continue  # a page number alone could be any number
        fixed = "".join(re.split(re.escape(_NUMBER), pattern))
        needed = max(count, len(re.findall(pattern, wanted)))
        kept = iter([re.sub(r"\\(.)", r"\1", fixed)] * needed)
        found = re.sub(pattern, lambda _, kept=kept: next(kept, ""), found)
    return found


def _pattern(line: Line) -> str:
    pieces = (_NUMBER if piece is None else re.escape(plain(piece)) for piece in line)
    return "".join(pieces)


def _not_found(wanted: Sequence[str], found: str) -> list[int]:
    """The numbers of the texts that are not there, the longest looked for first: a short one
    stands in many a long one."""
    rest = found
    broken: list[int] = []
    for number in sorted(range(len(wanted)), key=lambda n: -len(wanted[n])):
        if wanted[number] in rest:
            rest = rest.replace(wanted[number], "\0" * len(wanted[number]), 1)
        else:
            broken.append(number)
    letters = Counter(rest)  # of which a text that a page break interrupts is made
    lost: list[int] = []
    for number in broken:
        needed = Counter(wanted[number])
        if needed <= letters:
            letters -= needed
        else:
            lost.append(number)
    return sorted(lost)


def _told(lost: Sequence[PrintedText]) -> str:
    """The places, each with what is missing there: 第 3 個表格第 2 列「2」「112年9月20日」."""
    places = [(place, list(texts)) for place, texts in groupby(lost, lambda text: text.place)]
    told = "；".join(_place_told(place, texts) for place, texts in places[:_PLACES_TOLD])
    more = len(places) - _PLACES_TOLD
    return f"{told}，還有 {more} 處" if more > 0 else told


def _place_told(place: str, lost: Sequence[PrintedText]) -> str:
    texts = "".join(f"「{shortened(text.text.strip())}」" for text in lost[:_TEXTS_TOLD])
    return f"{place}{texts}{'等' if len(lost) > _TEXTS_TOLD else ''}"

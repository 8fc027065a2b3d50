"""What the county sends, whatever it is, as the parts of a .docx; or why it cannot be taken.

    came = arrived("領據.doc")
    came.parts["word/document.xml"], came.notes, came.name, came.placeholders

A file is what its content says, never what its name says. What was done to get there is told in
`notes`, as sentences for the person who will use the form.
"""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from jingjin_forms.arriving import codes
from jingjin_forms.arriving.conversion import converted
from jingjin_forms.arriving.flat_word import parts_of_flat
from jingjin_forms.arriving.length import MOST_PAGES, least_pages
from jingjin_forms.arriving.mending import mended
from jingjin_forms.arriving.odf import Placeholder
from jingjin_forms.arriving.sorts import Sort, sort_of
from jingjin_forms.errors import FileProblemError, listed
from jingjin_forms.files.archives import MOST_BYTES
from jingjin_forms.files.given import OddFileError, read_given
from jingjin_forms.files.handed import Source, content_of, path_of
from jingjin_forms.files.reasons import reason_of
from jingjin_forms.word.docx.package import read_parts
from jingjin_forms.word.docx.parts import text_parts, unreadable_parts

_SIGNS = (
    ("<w:ins ", "<w:del ", "<w:moveFrom ", "<w:moveTo "),
    ("<w:documentProtection ",),
    ("<w:comment ",),
)


_SHORT = 100_000
"""Bytes of a document that is read at once, however many pages it says it has."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A blank form as a Word file, whatever it came as."""

    parts: dict[str, bytes]
    """Of the .docx, as `word.docx.package.read_parts` gives them; a good one's byte for byte."""
    notes: tuple[str, ...]
    """What was done to get there, and what to look at: sentences in Traditional Chinese."""
    source: Path
    """Where it was read from; a name alone where it was no path."""
    placeholders: tuple[Placeholder, ...] = ()
    """Blanks that an ODF file marks as such, in the order of the text. Each stands in a content
    control (`w:sdt` whose `w:tag` is `placeholder.tag`) around its text; where `tag` is blank, only
    its text stands there, at `place`."""

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self.source.stem


def arrived(given: Source, *, proved: bool = True, called: str = "檔案") -> Arrived:
    """The file as the parts of a .docx: by its path, its bytes, or open in binary mode. `called` is
    what messages call one that has no name.

    Word files are taken as they are (.docm, .dotx, Strict Open XML: mended); .doc, .odt, .ott, .rtf
    and their like go through LibreOffice, which can take seconds. Raises FileProblemError, one
    sentence with a remedy, for all that cannot become a form; nothing is written anywhere. Who
    reads the parts at once, and tells what is broken in them, need not have them `proved` first.
    """
    held = content_of(given, MOST_BYTES)
    source = path_of(given, called) if held is None else Path(held.name or called)
    content = _content(source) if held is None else held.content
    sort = sort_of(content, source.name)
    notes = _misnamed(source, sort) if held is None or held.name else []
    placeholders: tuple[Placeholder, ...] = ()
    if sort is Sort.DOCX:
        parts = read_parts(source, content)
    elif sort is Sort.FLAT_DOCX:
        parts = _flat(content, source)
        notes.append(f"這是{sort.spaced}，已拆成一般的 .docx。")
    else:
        conversion = converted(content, sort, source.name)
        parts, placeholders = conversion.parts, conversion.placeholders
        notes += conversion.notes
    parts, mending = mended(parts)
    document = text_parts(source, parts)[0]
    told: list[str] = []
    if proved:
        refuse_broken(source, parts)
        told = _to_look_at(parts, document)
    if proved or len(parts[document]) > _SHORT:
        _refuse_long(source, parts[document])
    return Arrived(parts, (*notes, *mending, *told), source, placeholders)


def _content(source: Path) -> bytes:
    try:
        return read_given(source, MOST_BYTES)
    except FileNotFoundError:
        raise FileProblemError(
            f"找不到「{source}」：請確認檔名與資料夾。", code=codes.NOT_FOUND
        ) from None
    except IsADirectoryError:
        raise FileProblemError(
            f"「{source}」是資料夾：請一次給一份空白表單的檔案。", code=codes.FOLDER
        ) from None
    except PermissionError:
        raise FileProblemError(
            f"「{source}」沒有讀取權限，或正被 Word 開啟：請關閉後再試。",
            code=codes.NO_PERMISSION,
        ) from None
    except OddFileError as error:
        raise FileProblemError(
            f"「{source}」不能讀（{error}）：請給空白表單的 Word 或 ODF 檔。",
            code=codes.UNREADABLE,
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        told = f"無法讀取「{source}」：{reason_of(error)}。"
        raise FileProblemError(told, code=codes.UNREADABLE) from None


def _flat(content: bytes, source: Path) -> dict[str, bytes]:
    try:
        return parts_of_flat(content)
    except FileProblemError as error:
        told = f"「{source}」{error}：請用 Word 打開修復後另存。"
        raise FileProblemError(told, code=codes.DAMAGED) from None


def _misnamed(source: Path, sort: Sort) -> list[str]:
    suffix = unicodedata.normalize("NFKC", source.suffix).lower()
    if suffix in sort.suffixes:
        return []
    named = f"副檔名是 {source.suffix}" if suffix else "檔名沒有副檔名"
    return [f"{named}，內容其實是{sort.spaced}，照內容處理。"]


def refuse_broken(source: Path, parts: dict[str, bytes]) -> None:
    """Raise FileProblemError where Word could not read one of the parts."""
    if broken := [problem for _, problem in unreadable_parts(parts)]:
        told = listed(map(str, broken), "個", 3)
        raise FileProblemError(f"「{source}」已損壞：{told}", code=codes.DAMAGED)


def _refuse_long(source: Path, document: bytes) -> None:
    pages = least_pages(document)
    if pages > MOST_PAGES:
        raise FileProblemError(
            f"「{source}」至少有 {pages:,} 頁，超過 {MOST_PAGES} 頁，沒有處理："
            "請在 Word 只留要填的那幾頁，另存成一份表單。",
            code=codes.TOO_LONG,
        )


def _to_look_at(parts: dict[str, bytes], document: str) -> list[str]:
    """What stands in the file beside a blank form."""
    tracked, protected, commented = (tuple(map(str.encode, signs)) for signs in _SIGNS)
    notes: list[str] = []
    if any(sign in parts[document] for sign in tracked):
        notes.append("檔案裡有追蹤修訂：請先在 Word「校閱→接受所有變更」，再存一次。")
    if any(sign in parts.get("word/settings.xml", b"") for sign in protected):
        notes.append("檔案設了「限制編輯」：要在 Word 改標籤，請先停止保護。")
    if any(sign in parts.get("word/comments.xml", b"") for sign in commented):
        notes.append("檔案裡有註解，會跟著每一份表單印出或寄出：不要的話請先刪去。")
    return notes

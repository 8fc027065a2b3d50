"""The files that are to be read: named one by one, those of folders, those inside .zip archives.

Finding opens no document; of an archive it reads the list of what is in it.
"""

import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from jingjin_forms.arriving.sorts import Sort
from jingjin_forms.collecting.finding.member_names import member_name, shown_name
from jingjin_forms.errors import FileProblemError, listed
from jingjin_forms.files.archives import MOST_BYTES, open_archive
from jingjin_forms.files.reasons import reason_of

MOST_COLLECTED_BYTES = 5_000_000_000
"""Of an archive of documents, unpacked; they are unpacked one at a time."""
SUFFIXES = frozenset(
    suffix for sort in Sort for suffix in sort.suffixes if suffix not in (".xml", ".html", ".htm")
)
"""How the names of Word and ODF files end; in a folder nothing else is looked at."""
_ARCHIVE = ".zip"
_ENCRYPTED = 1
_NOT_OURS = ("~$", ".", "__MACOSX")
"""How names begin that no person gave: Word's own beside an open file, hidden ones, macOS's."""
_TOLD = 3


class Source(NamedTuple):
    """A file that is to be read."""

    name: str
    """What reports call it: its path as it was given, or 各校.zip/甲國小.docx."""
    path: Path
    """The file, or the archive that it lies in."""
    member: int | None = None
    """Which of the archive's files it is."""
    fault: str = ""
    """Why it cannot be read, where that is known already."""


class Found(NamedTuple):
    """What there is to read."""

    sources: tuple[Source, ...]
    skipped: tuple[str, ...] = ()
    """Files of the folders and archives that are neither Word nor ODF."""


def find_files(files: Iterable[str | PathLike[str]]) -> Found:
    """The documents that these files, folders and .zip archives hold, in order, each once.

    A file that is named is taken whatever its suffix. Raises FileProblemError where one of them is
    not there, or all together hold no document; an archive that cannot be opened is a source with a
    fault, since it may be one of many.
    """
    paths = [Path(file) for file in files]
    if missing := [path for path in paths if not os.path.lexists(path)]:
        told = listed((f"「{path}」" for path in missing), "個", _TOLD)
        raise FileProblemError(f"找不到{told}：請確認檔名與資料夾。")
    skipped: list[str] = []
    sources: dict[tuple[str, int | None], Source] = {}
    for path in paths:
        for source in _sources(path, skipped):
            sources.setdefault((os.path.realpath(source.path), source.member), source)
    if not sources:
        told = listed((f"「{path}」" for path in paths), "個", _TOLD) or "沒有給檔案"
        kinds = " ".join(sorted(SUFFIXES))
        raise FileProblemError(f"{told}裡沒有 Word 或 ODF 檔（{kinds}）；要讀的檔案請直接給檔名。")
    return Found(tuple(sources.values()), tuple(skipped))


def _sources(path: Path, skipped: list[str]) -> Iterator[Source]:
    if os.path.isdir(path):
        yield from _in_folder(path, skipped)
    elif path.suffix.lower() == _ARCHIVE and os.path.isfile(path):
        yield from _in_archive(path, skipped)
    else:
        yield Source(shown_name(path.as_posix()), path)


def _in_folder(folder: Path, skipped: list[str]) -> Iterator[Source]:
    faults: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith(_NOT_OURS))
        for name in sorted(names):
            path = Path(place, name)
            shown = shown_name(path.as_posix())
            if name.startswith(_NOT_OURS):
                continue
            if path.suffix.lower() in SUFFIXES:
                yield Source(shown, path)
            else:
                skipped.append(shown)
    for error in faults:
        place = Path(os.fsdecode(error.filename or folder))
        fault = f"讀不到這個資料夾（{reason_of(error)}）：請確認有讀取的權限。"
        yield Source(shown_name(place.as_posix()), place, fault=fault)


def _in_archive(path: Path, skipped: list[str]) -> Sequence[Source]:
    name = shown_name(path.as_posix())
    try:
        with open_archive(path, f"「{name}」", most=MOST_COLLECTED_BYTES) as archive:
            members = [*_members(archive, path, name, skipped)]
    except FileProblemError as error:
        return [Source(name, path, fault=str(error))]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        fault = f"「{name}」不是 .zip 壓縮檔，或已損壞：請重新下載，或解壓縮後給資料夾。"
        return [Source(name, path, fault=fault)]
    return sorted(members)


def _members(
    archive: zipfile.ZipFile, path: Path, name: str, skipped: list[str]
) -> Iterator[Source]:
    for number, entry in enumerate(archive.infolist()):
        member = member_name(entry)
        steps = [step for step in member.split("/") if step]
        if not steps or member.endswith("/") or any(s.startswith(_NOT_OURS) for s in steps):
            continue
        shown = f"{name}/{member}"
        if Path(steps[-1]).suffix.lower() not in SUFFIXES:
            skipped.append(shown)
            continue
        fault = ""
        if entry.flag_bits & _ENCRYPTED:
            fault = f"「{shown}」有密碼：請解壓縮後給資料夾。"
        elif entry.file_size > MOST_BYTES:
            size, most = entry.file_size // 1_000_000, MOST_BYTES // 1_000_000
            fault = f"「{shown}」有 {size:,} MB，超過 {most} MB，沒有讀：請把裡面的圖片縮小。"
        yield Source(shown, path, number, fault)

"""What LibreOffice makes of Word files, many with one start, and with a second start for the rest.

made_of([Source(docx)], ".pdf")    # [b"%PDF…"], or why not
"""

import errno
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Event

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.soffice import run_soffice
from jingjin_forms.export.work_folder import work_folder
from jingjin_forms.files.codes import DISK_FULL
from jingjin_forms.files.reasons import reason_of

_TRIES = 2
_FULL = (errno.ENOSPC, errno.EDQUOT)
_LEAST_ROOM = 10_000_000
"""Bytes that LibreOffice needs for its profile and for what it is writing."""
_ELSEWHERE = "請清出空間，或以環境變數 TMPDIR 指到別的資料夾（Windows 用 TEMP）再做一次。"


@dataclass(frozen=True, slots=True)
class Source:
    """A Word file for LibreOffice."""

    content: bytes
    papers: int = 1
    """How many papers are joined in it."""


def made_of(
    sources: Sequence[Source], suffix: str, *, stop: Event | None = None
) -> list[bytes | str]:
    """What LibreOffice makes of each source, or the reason why it makes nothing.

    It is ended when `stop` is set. Raises FileProblemError when it is missing, or where there is no
    room for temporary files.
    """
    done: dict[int, bytes] = {}
    waiting, ended = list(range(len(sources))), ""
    for _ in range(_TRIES):
        if not waiting or (stop is not None and stop.is_set()):
            break
        made, ended = _try({n: sources[n] for n in waiting}, suffix, stop)
        done |= made
        # LibreOffice goes through them in order: the first it left undone is what stopped it, and
        # comes last when it tries again.
        undone = [n for n in waiting if n not in made]
        waiting = undone[1:] + undone[:1]
        if not ended:
            break
    reason = f"{ended}，重試一次也一樣" if ended else "LibreOffice 打不開，不是完好的 Word 檔"
    return [done.get(n, reason) for n in range(len(sources))]


def _try(
    sources: Mapping[int, Source], suffix: str, stop: Event | None
) -> tuple[dict[int, bytes], str]:
    """What one start of LibreOffice makes of the files, and how it ended.

    The files get names of our own: theirs may be too long, alike, or open in Word.
    """
    try:
        with work_folder() as work:
            paths = {n: work / f"{n}.docx" for n in sources}
            for n, path in paths.items():
                path.write_bytes(sources[n].content)
            out = work / "out"
            papers = sum(source.papers for source in sources.values())
            ended = run_soffice(list(paths.values()), suffix, out, work, papers=papers, stop=stop)
            made = {n: out / f"{n}{suffix}" for n in sources}
            read = {n: path.read_bytes() for n, path in made.items() if os.path.exists(path)}
            whole = {n: content for n, content in read.items() if _is_whole(content, suffix)}
            if len(whole) < len(sources):
                _refuse_full_disk(work)
    except FileProblemError:
        raise
    except OSError as error:
        place = tempfile.gettempdir()
        if error.errno in _FULL:
            raise _full_disk(place) from None
        reason = reason_of(error)
        raise FileProblemError(f"無法使用暫存資料夾「{place}」：{reason}。{_ELSEWHERE}") from None
    return whole, ended


def _refuse_full_disk(work: Path) -> None:
    """LibreOffice says nothing of a full disk: it dies, hangs, or writes less."""
    if shutil.disk_usage(work).free < _LEAST_ROOM:
        raise _full_disk(work.parent)


def _full_disk(place: Path | str) -> FileProblemError:
    told = f"暫存資料夾「{place}」的磁碟空間不足，沒有轉檔。{_ELSEWHERE}"
    return FileProblemError(told, code=DISK_FULL)


def _is_whole(content: bytes, suffix: str) -> bool:
    """Whether LibreOffice had finished the file when it was ended."""
    if suffix == ".pdf":
        return content.startswith(b"%PDF") and b"%%EOF" in content[-1024:]
    return zipfile.is_zipfile(BytesIO(content))

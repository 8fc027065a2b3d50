"""What LibreOffice makes of files, many with one start, and with a second start for the rest.

made_of([Source(docx)], ".pdf")             # [b"%PDF…"], or why not
for number, made in each_made(…): ...       # while it is at the next
"""

import errno
import shutil
import tempfile
import zipfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore, Event

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.libreoffice.soffice import LOOK, running_soffice
from jingjin_forms.export.libreoffice.work_folder import work_folder
from jingjin_forms.files.codes import DISK_FULL
from jingjin_forms.files.processors import processors
from jingjin_forms.files.reasons import reason_of

_TRIES = 2
_FULL = (errno.ENOSPC, errno.EDQUOT)
_room = BoundedSemaphore(processors())
"""For so many LibreOffices at a time."""
_LEAST_ROOM = 10_000_000
"""Bytes that LibreOffice needs for its profile and for what it is writing."""
_ELSEWHERE = "請清出空間，或以環境變數 TMPDIR 指到別的資料夾（Windows 用 TEMP）再做一次。"


@dataclass(frozen=True, slots=True)
class Source:
    """A file for LibreOffice."""

    content: bytes
    papers: int = 1
    """How many papers are joined in it."""
    suffix: str = ".docx"
    """What it is: .docx or .odt."""


class _StoppedError(Exception):
    """Nobody wants it any more."""


def made_of(
    sources: Sequence[Source], suffix: str, *, stop: Event | None = None
) -> list[bytes | str]:
    """What LibreOffice makes of each source, or the reason why it makes nothing.

    It is ended when `stop` is set. Raises FileProblemError when it is missing, or where there is no
    room for temporary files.
    """
    made = dict(each_made(sources, suffix, stop=stop))
    return [made[n] for n in range(len(sources))]


def each_made(
    sources: Sequence[Source], suffix: str, *, stop: Event | None = None
) -> Iterator[tuple[int, bytes | str]]:
    """As `made_of`, each by its number while LibreOffice is at the next. It is ended when `stop` is
    set, and where the caller wants no more."""
    stop, ended = stop or Event(), ""
    waiting = list(range(len(sources)))
    for _ in range(_TRIES):
        if not waiting or stop.is_set():
            break
        undone = dict.fromkeys(waiting)
        ended = yield from _try({n: sources[n] for n in waiting}, undone, suffix, stop)
        # LibreOffice goes through them in order: the first it left undone is what stopped it, and
        # comes last when it tries again.
        waiting = [*undone][1:] + [*undone][:1]
        if not ended:
            break
    reason = f"{ended}，重試一次也一樣" if ended else "LibreOffice 打不開，不是完好的 Word 檔"
    for n in sorted(waiting):
        yield n, reason


def _try(
    sources: Mapping[int, Source], undone: dict[int, None], suffix: str, stop: Event
) -> Generator[tuple[int, bytes], None, str]:
    """What one start of LibreOffice makes of the files, which are taken out of `undone`; and how it
    ended.

    The files get names of our own: theirs may be too long, alike, or open in Word.
    """
    try:
        with work_folder() as work:
            paths = {n: work / f"{n}{source.suffix}" for n, source in sources.items()}
            for n, path in paths.items():
                path.write_bytes(sources[n].content)
            out, papers = work / "out", max(source.papers for source in sources.values())
            last: dict[int, bytes] = {}
            start = running_soffice([*paths.values()], suffix, out, work, papers=papers)
            with _one_of_few(stop), start as running:
                while undone and not running.is_over(LOOK) and not stop.is_set():
                    last = dict(_finished(undone, suffix, out))
                    if undone:  # else another may begin before they are looked at
                        yield from last.items()
                        last = {}
            yield from (last | dict(_finished(undone, suffix, out))).items()
            if undone:
                _refuse_full_disk(work)
            return running.ended
    except _StoppedError:
        return "已經停止"
    except FileProblemError:
        raise
    except OSError as error:
        place = tempfile.gettempdir()
        if error.errno in _FULL:
            raise _full_disk(place) from None
        reason = reason_of(error)
        raise FileProblemError(f"無法使用暫存資料夾「{place}」：{reason}。{_ELSEWHERE}") from None


@contextmanager
def _one_of_few(stop: Event) -> Generator[None]:
    """A block that waits until fewer LibreOffices work than there are processors. Raises
    _StoppedError where `stop` is set before."""
    while not _room.acquire(timeout=LOOK):
        if stop.is_set():
            raise _StoppedError
    try:
        yield
    finally:
        _room.release()


def _finished(undone: dict[int, None], suffix: str, out: Path) -> Iterator[tuple[int, bytes]]:
    """Those that are there whole; LibreOffice goes through them in order, but leaves some out."""
    for n in list(undone):
        try:
            content = (out / f"{n}{suffix}").read_bytes()
        except (FileNotFoundError, PermissionError):  # not begun; on Windows: still being written
            continue
        if _is_whole(content, suffix):
            del undone[n]
            yield n, content


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

"""Finding LibreOffice, starting it once, and ending it for certain."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from glob import glob
from pathlib import Path
from threading import Event

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.fonts import font_environment
from jingjin_forms.files.codes import NO_LIBREOFFICE
from jingjin_forms.files.reasons import reason_of
from jingjin_forms.log import LOGGER

VARIABLE = "JINGJIN_SOFFICE"
"""Environment variable that says where soffice is, when it is in no usual place."""
START_SECONDS = 60.0
"""How long LibreOffice may take to start. It takes one second, or twenty on a slow, cold disk."""
SECONDS_PER_FILE = 3.0
"""How long a file may take, on top of that for the first. Most take a tenth of a second."""
SECONDS_PER_PAPER = 0.5
"""How long each paper may take besides, of those that are joined in a file. Most take 0.03."""
_LOOK = 0.1
"""Seconds between two looks at what it has made, and whether it is to be ended."""

_MISSING = (
    "轉成 .odt、.pdf 或圖片要用 LibreOffice，這臺電腦找不到。請先安裝："
    "Debian、Ubuntu 用 sudo apt install libreoffice-writer fonts-cns11643-kai；"
    "macOS 用 brew install --cask libreoffice；"
    "Windows 用 winget install TheDocumentFoundation.LibreOffice。"
    f"裝在別處的，以環境變數 {VARIABLE} 指出 soffice 的位置。"
)
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
)
_WATCHED = """
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ read -r _ <&3; kill -KILL 0; } &
watcher=$!
exec 3<&-
wait $program
code=$?
kill $watcher
exit $code
"""
"""A shell that starts the program, and ends itself and all that it has started when its input is
closed: the system closes it when Python ends, be it by `kill -9`. LibreOffice would go on for good
where it hangs."""
_MEMORY_KEPT = {
    "MALLOC_TRIM_THRESHOLD_": "1000000000",
    "MALLOC_MMAP_THRESHOLD_": "1000000000",
    "MALLOC_TOP_PAD_": "64000000",
}
"""For the C library of Linux: memory is not given back to the system between two files, only to be
asked for again, which took a tenth of the time."""
_NO_PROGRAM = (126, 127)
"""What a shell says of a file that it cannot run."""
_INPUT = "MS Word 2007 XML"
"""Without it LibreOffice takes a broken Word file for plain text, and prints the garbage. There is
one for all files of a start, none where they are of two kinds: those are held against what they
should print."""
_PDF = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},  # what a screen reader goes by
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b, which archives ask for
    # Where the papers of a joined file begin.
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
}
_FILTERS = {
    ".odt": "odt:writer8",
    ".pdf": f"pdf:writer_pdf_Export:{json.dumps(_PDF)}",
    ".docx": "docx:MS Word 2007 XML",
}


def find_soffice() -> str:
    """The program. Raises FileProblemError, with the command to install it, when it is missing."""
    if given := os.environ.get(VARIABLE):
        if found := shutil.which(os.path.expanduser(given)):
            return found
        told = f"環境變數 {VARIABLE} 指的「{given}」不是可以執行的程式。"
        raise FileProblemError(told, code=NO_LIBREOFFICE)
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for place in _USUAL_PLACES:
        for path in sorted(glob(os.path.expanduser(place)), reverse=True):  # the newest first
            if found := shutil.which(path):
                return found
    raise FileProblemError(_MISSING, code=NO_LIBREOFFICE)


def has_soffice() -> bool:
    """Whether LibreOffice is installed."""
    try:
        find_soffice()
    except FileProblemError:
        return False
    return True


def run_soffice(
    sources: Sequence[Path],
    suffix: str,
    out: Path,
    work: Path,
    *,
    infilter: str | None = None,
    papers: int = 1,
    stop: Event | None = None,
) -> str:
    """Start LibreOffice once, to write each file of `sources` to `out` with another suffix.

    They are .docx, or .odt among them, or what `infilter` says, a filter by LibreOffice's own name
    for it; up to so many `papers` in one. It is ended when nothing is made for a long time, and
    when `stop` is set.

    `work` is an empty folder for a user profile of its own: two LibreOffices with one profile are
    one, and the second gives up. Returns how it ended: nothing when all was well, else why not, as
    the end of a sentence. Files that were finished before are in `out` all the same, and so is a
    piece of the one it was at. Raises FileProblemError when there is no LibreOffice.
    """
    program = find_soffice()
    if infilter is None and all(source.suffix == ".docx" for source in sources):
        infilter = _INPUT
    command = [
        program,
        f"-env:UserInstallation={(work / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        *([f"--infilter={infilter}"] if infilter else []),
        "--convert-to",
        _FILTERS[suffix],
        "--outdir",
        str(out),
        *map(str, sources),
    ]
    patience = START_SECONDS + SECONDS_PER_FILE + SECONDS_PER_PAPER * (papers - 1)
    LOGGER.info("啟動 LibreOffice（%s），把 %d 份轉成 %s", program, len(sources), suffix)
    began = time.monotonic()
    try:
        process = _start(command, {**os.environ, **_surroundings(work)})
    except OSError as error:
        return f"無法啟動 LibreOffice（{program}）：{reason_of(error)}"
    try:
        code = _code_of(process, out, patience, stop)
    except subprocess.TimeoutExpired:
        _end(process)
        return f"LibreOffice 超過 {patience:.0f} 秒沒有做完"
    except BaseException:
        _end(process)
        raise
    finally:
        if process.stdin:
            process.stdin.close()
    LOGGER.debug("LibreOffice 用了 %.1f 秒，代碼 %d", time.monotonic() - began, code)
    if code:
        _end(process)
        if code in _NO_PROGRAM:
            return f"無法啟動 LibreOffice（{program}）"
        return f"LibreOffice 中途停止（代碼 {code}）"
    return ""


def _code_of(
    process: "subprocess.Popen[bytes]", out: Path, patience: float, stop: Event | None
) -> int:
    """Its code when it has ended by itself. Raises TimeoutExpired where it is to be ended."""
    made, latest = 0, time.monotonic() + patience
    while True:
        try:
            return process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            if (stop is not None and stop.is_set()) or time.monotonic() >= latest:
                raise
        there = len(os.listdir(out)) if out.is_dir() else 0
        if there != made:
            made, latest = there, time.monotonic() + patience


def _surroundings(work: Path) -> dict[str, str]:
    """Its fonts, and a place for its temporary files that is gone with `work`."""
    temporary = work / "tmp"
    temporary.mkdir()
    return {"TMPDIR": str(temporary), **_MEMORY_KEPT, **font_environment(work)}


def _start(command: Sequence[str], environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Its output goes nowhere: a pipe would stay open in children that outlive it."""
    is_windows = sys.platform == "win32"
    watched = command if is_windows else ["/bin/sh", "-c", _WATCHED, "jingjin", *command]
    return subprocess.Popen(
        watched,
        stdin=subprocess.DEVNULL if is_windows else subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End it with the processes it has started: `soffice` is a script, `soffice.bin` works."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""Finding LibreOffice, starting it once, and ending it for certain."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from glob import glob
from pathlib import Path

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.fonts import font_environment

VARIABLE = "JINGJIN_SOFFICE"
"""Environment variable that says where soffice is, when it is in no usual place."""
START_SECONDS = 60.0
"""How long LibreOffice may take to start. It takes one second, or twenty on a slow, cold disk."""
SECONDS_PER_FILE = 3.0
"""How long each file may take on top of that. Most take a tenth of a second."""

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
_INPUT = "MS Word 2007 XML"
"""Without it LibreOffice takes a broken Word file for plain text, and prints the garbage."""
_FILTERS = {".odt": "odt:writer8", ".pdf": "pdf:writer_pdf_Export"}


def find_soffice() -> str:
    """The program. Raises FileProblemError, with the command to install it, when it is missing."""
    if given := os.environ.get(VARIABLE):
        if found := shutil.which(os.path.expanduser(given)):
            return found
        raise FileProblemError(f"環境變數 {VARIABLE} 指的「{given}」不是可以執行的程式。")
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    for place in _USUAL_PLACES:
        for path in sorted(glob(os.path.expanduser(place)), reverse=True):  # the newest first
            if found := shutil.which(path):
                return found
    raise FileProblemError(_MISSING)


def has_soffice() -> bool:
    """Whether LibreOffice is installed."""
    try:
        find_soffice()
    except FileProblemError:
        return False
    return True


def run_soffice(sources: Sequence[Path], suffix: str, out: Path, work: Path) -> str:
    """Start LibreOffice once, to write each Word file of `sources` to `out` with another suffix.

    `work` is an empty folder for a user profile of its own: two LibreOffices with one profile are
    one, and the second gives up. Returns how it ended: nothing when all was well, else why not, as
    the end of a sentence. Files that were finished before are in `out` all the same, and so is a
    piece of the one it was at. Raises FileProblemError when there is no LibreOffice.
    """
    program = find_soffice()
    command = [
        program,
        f"-env:UserInstallation={(work / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"--infilter={_INPUT}",
        "--convert-to",
        _FILTERS[suffix],
        "--outdir",
        str(out),
        *map(str, sources),
    ]
    seconds = START_SECONDS + SECONDS_PER_FILE * len(sources)
    try:
        # Its output goes nowhere: a pipe would stay open in children that outlive it.
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **font_environment(work)},
            start_new_session=True,
        )
    except OSError as error:
        return f"無法啟動 LibreOffice（{program}）：{error.strerror or error}"
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return f"LibreOffice 超過 {seconds:.0f} 秒沒有做完"
    except BaseException:
        _end(process)
        raise
    if code:
        _end(process)
        return f"LibreOffice 中途停止（代碼 {code}）"
    return ""


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End it with the processes it has started: `soffice` is a script, `soffice.bin` works."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

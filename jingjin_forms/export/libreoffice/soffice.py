"""Finding LibreOffice, and starting it once."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from glob import glob
from pathlib import Path

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.libreoffice.fonts import font_environment
from jingjin_forms.export.libreoffice.program import Program
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
LOOK = 0.1
"""Seconds between two looks at what it has made."""

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


class Running:
    """LibreOffice at work, which is looked at from time to time."""

    def __init__(self, program: str, out: Path, patience: float):
        self.ended = ""
        """Why not well, as the end of a sentence."""
        self._process: Program | None = None
        self._program, self._out, self._patience = program, out, patience
        self._began = self._moved = time.monotonic()
        self._made = 0

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it; where that fails it has ended."""
        try:
            self._process = Program(command, environment)
        except OSError as error:
            self.ended = f"無法啟動 LibreOffice（{self._program}）：{reason_of(error)}"

    def is_over(self, seconds: float) -> bool:
        """Whether it has ended, waiting so long for that. It is ended where nothing more comes."""
        if self._process is None:
            return True
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return self._is_stuck()
        LOGGER.debug("LibreOffice 用了 %.1f 秒，代碼 %d", time.monotonic() - self._began, code)
        if code in _NO_PROGRAM:
            self.ended = f"無法啟動 LibreOffice（{self._program}）"
        elif code:
            self.ended = f"LibreOffice 中途停止（代碼 {code}）"
        if code:
            self.end()  # what it has started may go on
        else:
            self._process.let_go()
            self._process = None
        return True

    def end(self) -> None:
        """End it, unless it has ended or not begun."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _is_stuck(self) -> bool:
        """Whether nothing has come for too long; then it is ended."""
        made = len(os.listdir(self._out)) if self._out.is_dir() else 0
        if made != self._made:
            self._made, self._moved = made, time.monotonic()
        if time.monotonic() - self._moved <= self._patience:
            return False
        self.ended = f"LibreOffice 超過 {self._patience:.0f} 秒沒有做完"
        self.end()
        return True


@contextmanager
def running_soffice(
    sources: Sequence[Path],
    suffix: str,
    out: Path,
    work: Path,
    *,
    infilter: str | None = None,
    papers: int = 1,
) -> Generator[Running]:
    """Start LibreOffice once, to write each file of `sources` to `out` with another suffix; it is
    ended with the block.

    They are .docx, or .odt among them, or what `infilter` says, a filter by LibreOffice's own name
    for it; up to so many `papers` in one. It is ended, too, when nothing is made for a long time.

    `work` is an empty folder for a user profile of its own: two LibreOffices with one profile are
    one, and the second gives up. Files that were finished before it ended are in `out`, and so is a
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
    running = Running(program, out, patience)
    try:
        running.start(command, {**os.environ, **_surroundings(work)})
        yield running
    finally:
        running.end()


def run_soffice(
    sources: Sequence[Path], suffix: str, out: Path, work: Path, *, infilter: str | None = None
) -> str:
    """As `running_soffice`, until it has ended; how it did: nothing when all was well."""
    with running_soffice(sources, suffix, out, work, infilter=infilter) as running:
        while not running.is_over(LOOK):
            pass
    return running.ended


def _surroundings(work: Path) -> dict[str, str]:
    """Its fonts, and a place for its temporary files that is gone with `work`."""
    temporary = work / "tmp"
    temporary.mkdir()
    return {"TMPDIR": str(temporary), **_MEMORY_KEPT, **font_environment(work)}

"""Faults: one system call fails, or all from one on, while files are read and written.

`faults.c` is compiled when the worker starts and loaded before everything else (LD_PRELOAD). Each
case runs one scenario in a forked process, so that ten thousand take minutes: the parent has all
imported and compiled, makes the folder, and looks at it afterwards.
"""

import ctypes
import errno
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import traceback
import zipfile
from contextlib import redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path

from jingjin_forms import JingjinError
from jingjin_forms.batch.places.work_folder import PREFIX
from jingjin_forms.batch.places.work_folder import work_folder as batch_folder
from jingjin_forms.export.libreoffice.work_folder import work_folder as export_folder
from tests.hostile.bench import REFUSED, WRITTEN, Bench, Left
from tests.hostile.page import Lost
from tests.hostile.scenarios import Failed, Scenario, scenarios

SOURCE = Path(__file__).with_name("faults.c")
_SHORT = -1
GROUPS: dict[str, tuple[int, ...]] = {
    "open": (errno.EACCES, errno.EMFILE, errno.ENOSPC, errno.EIO, errno.EINTR, errno.EROFS),
    "read": (errno.EIO, errno.EINTR, _SHORT),
    "write": (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EINTR, _SHORT),
    "fsync": (errno.EIO, errno.ENOSPC, errno.EINVAL),
    "rename": (errno.EACCES, errno.EIO, errno.ENOSPC, errno.EXDEV),
    "link": (errno.EPERM, errno.EMLINK, errno.EIO, errno.EOPNOTSUPP),
    "unlink": (errno.EACCES, errno.EIO, errno.EBUSY),
    "mkdir": (errno.EACCES, errno.ENOSPC, errno.EIO),
    "stat": (errno.EACCES, errno.EIO),
    "mmap": (errno.ENOMEM,),
    "close": (errno.EIO,),
    "seek": (errno.EIO,),
    "spawn": (errno.EAGAIN, errno.EMFILE),
}
"""What can fail and how, in the order of the C source; two of them must harm nothing at all."""
_HARMLESS = (errno.EINTR, _SHORT)
_BY_LIBXML2 = ("report as workbook", "open", errno.EINTR)
"""libxml2 opens the files of openpyxl's sheets, and does not try again as Python does."""
_LONGEST = 10.0  # seconds of one case; LibreOffice is stood in for
VARIABLE = "JINGJIN_HOSTILE_FAULTS"


def compile_library(folder: Path) -> Path:
    """The library to preload. Raises FileNotFoundError or CalledProcessError without a cc."""
    library = folder / "faults.so"
    command = ["cc", "-shared", "-fPIC", "-O1", "-w", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


def environment(folder: Path) -> dict[str, str]:
    """The environment of a process in which faults can be made."""
    library = str(compile_library(folder))
    return {**os.environ, "LD_PRELOAD": library, VARIABLE: library}


class FaultsKind:
    """See the module."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._library = ctypes.CDLL(os.environ[VARIABLE])
        self._folder = bench.work / "faults"
        tempfile.tempdir = str(self._folder / "tmp")
        self._plans: list[tuple[Scenario, str, int]] = []
        self._after: dict[str, dict[str, bytes]] = {}
        for scenario in scenarios(bench.work):
            self._learn(scenario)
        bench.random("faults", "order").shuffle(self._plans)

    def _learn(self, scenario: Scenario) -> None:
        """Run it whole: what it leaves, and how many calls of each group it makes."""
        self._prepare(scenario)
        with redirect_stdout(StringIO()):
            scenario.act(self._folder)  # imports and compiles in this process
        self._prepare(scenario)
        outcome = self._forked(scenario, group=-1, at=0, code=0, stays=False)
        if outcome["outcome"] != WRITTEN:
            raise RuntimeError(f"{scenario.name} without any fault: {outcome}")
        self._after[scenario.name] = _tree(self._folder)
        for number, group in enumerate(GROUPS):
            for at in range(1, outcome["counts"][number] + 1):
                self._plans.append((scenario, group, at))

    def run(self, number: int) -> str:
        """See `Kind`."""
        scenario, group, at = self._plans[number % len(self._plans)]
        random = self._bench.random("faults", number)
        code = random.choice(GROUPS[group])
        stays = code not in _HARMLESS and random.random() < 0.4
        self._prepare(scenario)
        before = _tree(self._folder)
        outcome = self._forked(scenario, list(GROUPS).index(group), at, code, stays)
        told = f"{scenario.name}, {group} {at} {_name(code)}{' and on' if stays else ''}"
        if outcome["outcome"] == "traceback" and not outcome["memory"]:
            raise RuntimeError(f"{told}: {outcome['message']}")
        self._next_start()
        self._look(told, before, self._after[scenario.name], outcome["outcome"], group)
        is_excused = (scenario.name, group, code) == _BY_LIBXML2
        if outcome["outcome"] != WRITTEN and code in _HARMLESS and not is_excused:
            raise Lost(f"{told} must harm nothing: {outcome['message']}")
        return WRITTEN if outcome["outcome"] == WRITTEN else REFUSED

    def _prepare(self, scenario: Scenario) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        (self._folder / "tmp").mkdir(parents=True)
        (self._folder / "neighbour.docx").write_bytes(b"of somebody else")
        scenario.prepare(self._folder)

    def _next_start(self) -> None:
        """What could not be taken away is marked, and goes when the next one of its kind starts."""
        for folder in (self._folder, self._folder / "out"):
            if any(path.name.startswith(PREFIX) for path in folder.glob(".*")):
                with batch_folder(folder):
                    pass
        if any((self._folder / "tmp").glob("jingjin-*")):
            with export_folder():
                pass

    def _look(
        self, told: str, before: dict[str, bytes], after: dict[str, bytes], outcome: str, group: str
    ) -> None:
        """Each file is as before or as after, whole; where all went well, as after."""
        now = _tree(self._folder)
        for name in sorted(before.keys() | after.keys() | now.keys()):
            allowed = [tree.get(name) for tree in (before, after)]
            found = now.get(name)
            if _like(name, found, allowed[1]) or (found == allowed[0] and outcome != WRITTEN):
                continue
            if outcome != WRITTEN and allowed[1] is not None and _is_whole(name, found):
                continue  # such as a report that tells of the failure
            if outcome != WRITTEN and name.startswith("tmp/openpyxl."):
                continue  # openpyxl's own file, which it takes away when the process ends
            if outcome != WRITTEN and _elsewhere(name) and _is_whole(name, found):
                continue  # the report, which could not be written where it was asked for
            if found is None and allowed[0] is None:  # not made, and the caller knows
                if outcome != WRITTEN:
                    continue
                raise Lost(f"{told}: {name} is missing, and nobody was told")
            if allowed == [None, None] and (group == "unlink" or outcome == "died"):
                continue  # what cannot be removed stays
            was = "left behind" if allowed == [None, None] else "half-written, changed or gone"
            raise Left(f"{told} ({outcome}): {name} {was}")

    def _forked(
        self, scenario: Scenario, group: int, at: int, code: int, stays: bool
    ) -> dict[str, object]:
        """What became of the scenario in a process of its own. Raises TimeoutError."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            result = self._act(scenario, group, at, code, stays)
            os.write(writing, json.dumps(result).encode()[:60_000])
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
            signal.setitimer(signal.ITIMER_REAL, _LONGEST)
            told = pipe.read()
            signal.setitimer(signal.ITIMER_REAL, 0)
        os.waitpid(child, 0)
        if told:
            return json.loads(told)
        # Without memory C libraries may end the process, and Python waits for ever for a thread
        # that died before it could say that it has begun.
        if list(GROUPS)[group] == "mmap":
            return {"outcome": "died", "message": "", "memory": True}
        raise TimeoutError(f"{scenario.name}, {list(GROUPS)[group]} {at} {_name(code)}: died")

    def _act(
        self, scenario: Scenario, group: int, at: int, code: int, stays: bool
    ) -> dict[str, object]:
        result: dict[str, object] = {"outcome": WRITTEN, "message": "", "memory": False}
        os.chdir(self._folder)  # where a report may be put
        silent = os.open(os.devnull, os.O_RDWR)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        start = time.monotonic()
        try:
            self._library.fault_arm(group, ctypes.c_long(at), code, int(stays))
            scenario.act(self._folder)
        except (JingjinError, Failed) as error:
            result |= {"outcome": REFUSED, "message": str(error)}
        except BaseException as error:
            self._library.fault_disarm()
            lines = traceback.format_exception(error)
            memory = isinstance(error, MemoryError) or "new thread" in str(error)
            result |= {"outcome": "traceback", "message": "".join(lines)[-1500:], "memory": memory}
        finally:
            self._library.fault_disarm()
        result["counts"] = [self._library.fault_count(n) for n in range(len(GROUPS))]
        result["seconds"] = time.monotonic() - start
        return result


def _name(code: int) -> str:
    return "short" if code == _SHORT else errno.errorcode.get(code, str(code))


def _tree(folder: Path) -> dict[str, bytes]:
    """Every file by its path, and every folder with nothing in it."""
    found: dict[str, bytes] = {}
    for root, folders, files in os.walk(folder):
        for name in files:
            path = Path(root, name)
            found[str(path.relative_to(folder))] = path.read_bytes()
        if not folders and not files and Path(root) not in (folder / "tmp", folder / "out"):
            found[str(Path(root).relative_to(folder)) + "/"] = b""
    return found


_elsewhere = re.compile(r"(?:out/|tmp/)?roster_報告1\.(?:xlsx|json)").fullmatch


def _like(name: str, found: bytes | None, expected: bytes | None) -> bool:
    """Equal; of workbooks, which say when they were made, only whole; of archives, all members."""
    if found == expected or found is None or expected is None:
        return found == expected
    if b"xl/workbook.xml" in expected:
        return _is_whole("a.xlsx", found)
    return (
        name.endswith(".zip") and _is_whole(name, found) and _members(found) == _members(expected)
    )


def _members(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _is_whole(name: str, found: bytes | None) -> bool:
    """Whether a file is a whole one of its kind, whatever it says."""
    if found is None:
        return False
    if name.endswith(".json"):
        return found.endswith(b"]\n")
    if name.endswith(".pdf"):
        return b"%%EOF" in found[-16:]
    try:
        with zipfile.ZipFile(BytesIO(found)) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False

"""One process that runs cases: reads `KIND FIRST END` lines, answers each with one line of JSON.

    python -m tests.hostile.worker SEED FOLDER BEAT

`BEAT` is a file in which the number of the case under way stands, with the time it began: whoever
started this process ends it when a case does not, and takes up after that case.
"""

import gc
import json
import mmap
import os
import resource
import struct
import sys
import time
import traceback
from pathlib import Path

from tests.hostile.bench import WRITTEN, Bench, Kind, Left, NoSentence
from tests.hostile.page import Invalid, Lost

MEMORY = 300_000_000
SECONDS = {"blanks": 10.0}
"""Of the processor, that a case of a kind may take."""
_SECONDS = 2.0
BEAT = struct.Struct("qd")
COUNTS = ("cases", "refused", "written", "checked", "audited", "unaudited")
FAULTS = ("invalid", "tracebacks", "lost", "left", "slow", "unreadable")
_FAULT_OF = {Invalid: "invalid", Lost: "lost", Left: "left", NoSentence: "unreadable"}


def work_of(folder: Path, process: int) -> Path:
    """Where a worker makes its files; whoever ends it takes the folder away."""
    return folder / f"work-{process}"


def kind_of(name: str, bench: Bench) -> Kind:
    """The kind by its name; imported only when it is asked for."""
    from tests.hostile import files, filling

    if name == "faults":
        from tests.hostile.faults import FaultsKind

        return FaultsKind(bench)
    if name == "blanks":
        from tests.hostile.adopting import BlanksKind

        return BlanksKind(bench)
    kinds = {
        "facts": filling.FactsKind,
        "texts": filling.TextsKind,
        "facts files": files.FactsFilesKind,
        "rosters": files.RostersKind,
        "pictures": files.PicturesKind,
        "templates": files.TemplatesKind,
    }
    return kinds[name](bench)


class Worker:
    """Runs cases and says what became of them."""

    def __init__(self, seed: int, folder: Path, beat: Path, audits: int) -> None:
        self.work = work_of(folder, os.getpid())
        self.work.mkdir()
        self.bench = Bench(seed, self.work, folder / "structures")
        self._kinds: dict[str, Kind] = {}
        self._audits = audits
        with open(beat, "r+b") as file:
            self._beat = mmap.mmap(file.fileno(), BEAT.size)

    def run(self, name: str, first: int, end: int) -> dict[str, object]:
        """The cases from `first` up to `end` of a kind."""
        if name not in self._kinds:
            self._kinds[name] = kind_of(name, self.bench)
            gc.collect()
            gc.freeze()
        if name != "faults":  # forked processes have their own
            _bound_memory()
        result: dict[str, object] = dict.fromkeys((*COUNTS, *FAULTS), 0)
        failures: list[dict[str, object]] = []
        slowest, before = (0.0, first), self.bench.checked
        for number in range(first, end):
            self._beat[:] = BEAT.pack(number, time.time())
            started = time.process_time()
            fault, message = self._case(name, number, result)
            seconds = time.process_time() - started
            slowest = max(slowest, (seconds, number))
            if not fault and seconds > SECONDS.get(name, _SECONDS):
                fault, message = "slow", f"{seconds:.1f} s"
            if fault:
                result[fault] += 1
                failures.append({"kind": name, "case": number, "fault": fault, "told": message})
        self._beat[:] = BEAT.pack(-1, time.time())
        self._audit(name, result, failures)
        result["checked"] = self.bench.checked - before
        return {**result, "slowest": slowest, "failures": failures}

    def _case(self, name: str, number: int, result: dict[str, object]) -> tuple[str, str]:
        result["cases"] += 1
        try:
            outcome = self._kinds[name].run(number)
        except tuple(_FAULT_OF) as error:
            return _FAULT_OF[type(error)], str(error)[:1_000]
        except Exception:  # whatever the library lets out
            return "tracebacks", traceback.format_exc()[-1_500:]
        result["written" if outcome == WRITTEN else "refused"] += 1
        return "", ""

    def _audit(
        self, name: str, result: dict[str, object], failures: list[dict[str, object]]
    ) -> None:
        """Every structure seen for the first time, by an independent validator."""
        new, self.bench.new = self.bench.new, []
        from tests.helpers import audit

        for path in new:
            if result["audited"] >= self._audits:
                result["unaudited"] += 1
            else:
                result["audited"] += 1
                if errors := audit(path.read_bytes()):
                    result["invalid"] += 1
                    told = f"{path.name}: {errors[0]}"
                    failures.append({"kind": name, "case": -1, "fault": "invalid", "told": told})


def _bound_memory() -> None:
    """No more than `MEMORY` beyond what the process has now."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmData"))
        most = int(line.split()[1]) * 1024 + MEMORY
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.RLIM_INFINITY))


def main() -> None:
    """See the module."""
    seed, folder, beat, audits = sys.argv[1:]
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # nothing else may come between the answers
    worker = Worker(int(seed), Path(folder), Path(beat), int(audits))
    for line in sys.stdin:
        name, first, end = line.rstrip("\n").rsplit(" ", 2)
        answers.write(json.dumps(worker.run(name, int(first), int(end))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()

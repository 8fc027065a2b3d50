"""Runs cases of all kinds in several processes, counts, and can be stopped and taken up again."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from tests.hostile.worker import BEAT, COUNTS, FAULTS, work_of

ROOT = Path(__file__).parents[2]
SHARES = {
    "facts": 0.60, "texts": 0.358, "facts files": 0.015, "pictures": 0.01,
    "rosters": 0.0075, "templates": 0.0075, "blanks": 0.002,
}  # fmt: skip
"""Of all fills; faults are counted by themselves."""
AT_ONCE = {"facts": 1_600, "texts": 2_000, "faults": 100}
_AT_ONCE = 200
LONGEST = 20.0  # seconds of the clock that a case may take before its process is ended
_SHOWN = 200  # failures of each kind that are kept


@dataclass
class Table:
    """What became of all cases, by kind."""

    rows: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    slowest: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    failures: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    done: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])
    """By kind and first case of a chunk, how far it is done."""
    seconds: float = 0.0

    def add(self, kind: str, result: Mapping[str, Any]) -> None:
        """Count a chunk."""
        row = self.rows.setdefault(kind, Counter())
        row.update({name: result.get(name, 0) for name in (*COUNTS, *FAULTS)})
        slowest = list(result.get("slowest", (0.0, 0)))
        self.slowest[kind] = max(self.slowest.get(kind, [0.0, 0]), slowest)
        shown = sum(failure["kind"] == kind for failure in self.failures)
        self.failures += result.get("failures", [])[: max(0, _SHOWN - shown)]

    @property
    def faults(self) -> int:
        """How many cases did not hold."""
        return sum(row[name] for row in self.rows.values() for name in FAULTS)

    def text(self) -> str:
        """The table as it is printed, in Markdown."""
        heads = ("kind", *COUNTS, *FAULTS, "slowest ms")
        lines = [heads]
        for kind, row in self.rows.items():
            slowest = f"{self.slowest[kind][0] * 1000:,.0f} (case {int(self.slowest[kind][1])})"
            lines.append((kind, *(f"{row[name]:,}" for name in heads[1:-1]), slowest))
        total = sum(self.rows.values(), Counter())
        lines.append(("all", *(f"{total[name]:,}" for name in heads[1:-1]), ""))
        widths = [max(len(line[n]) for line in lines) for n in range(len(heads))]
        lines.insert(1, tuple(f"{'-' * (width - 1)}:" for width in widths))
        return "\n".join(f"| {' | '.join(map(str.rjust, line, widths))} |" for line in lines)


class Sweep:
    """A seed's cases; its state lies in `folder`, so that a sweep that was stopped goes on."""

    def __init__(self, seed: int, folder: Path, *, jobs: int = 1, audits: int = 100) -> None:
        self.seed, self.folder, self.jobs, self.audits = seed, folder, jobs, audits
        folder.mkdir(parents=True, exist_ok=True)
        self._state = folder / "state.json"
        self.table = (
            Table(**json.loads(self._state.read_text())) if self._state.exists() else Table()
        )
        self.table.rows = {kind: Counter(row) for kind, row in self.table.rows.items()}
        self._lock = Lock()
        self._stopped = False
        self._broken: Exception | None = None

    def run(
        self, numbers: Mapping[str, int], progress: Callable[[Table], object] = lambda _: None
    ) -> Table:
        """So many cases of each kind. On Ctrl-C what is done is kept.

        Raises RuntimeError where no process can be started: then not all cases have been run.
        """
        for left in self.folder.glob("work-*"):  # of a sweep that was killed
            shutil.rmtree(left, ignore_errors=True)
        chunks = list(self._chunks(numbers))
        chunks.sort(key=lambda chunk: (chunk[1] / numbers[chunk[0]], chunk[0]))  # all kinds mixed
        queue = iter(chunks)
        threads = [Thread(target=self._work, args=(queue, progress)) for _ in range(self.jobs)]
        started, before = time.monotonic(), self.table.seconds
        try:
            for thread in threads:
                thread.start()
            for thread in threads:
                while thread.is_alive():
                    thread.join(0.5)
        finally:
            self._stopped = True
            for thread in threads:
                thread.join()
            self.table.seconds = before + time.monotonic() - started
            self._save()
        if self._broken is not None:
            raise self._broken
        return self.table

    def _chunks(self, numbers: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
        for kind, number in numbers.items():
            size = AT_ONCE.get(kind, _AT_ONCE)
            done = self.table.done.get(kind, {})
            for first in range(0, number, size):
                start, end = done.get(str(first), first), min(first + size, number)
                if start < end:
                    yield kind, start, end

    def _work(
        self, queue: Iterator[tuple[str, int, int]], progress: Callable[[Table], object]
    ) -> None:
        process = Process(self.seed, self.folder, self.audits)
        try:
            while not self._stopped:
                with self._lock:
                    chunk = next(queue, None)
                if chunk is None:
                    return
                kind, first, end = chunk
                results = process.run(kind, first, end, lambda: self._stopped)
                if results is None:
                    return
                with self._lock:
                    for result in results:
                        self.table.add(kind, result)
                    chunk_first = first - first % AT_ONCE.get(kind, _AT_ONCE)
                    self.table.done.setdefault(kind, {})[str(chunk_first)] = end
                    self._save()
                    progress(self.table)
        except Exception as error:
            self._broken, self._stopped = error, True
        finally:
            process.end()

    def _save(self) -> None:
        temporary = self._state.with_suffix(".tmp")
        temporary.write_text(json.dumps(vars(self.table), ensure_ascii=True))
        os.replace(temporary, self._state)


class Process:
    """A worker, started anew whenever a case has ended it or does not end."""

    def __init__(self, seed: int, folder: Path, audits: int) -> None:
        self._arguments = [str(seed), str(folder)]
        self._audits = str(audits)
        self._folder = folder
        self._beat = folder / f"beat-{os.getpid()}-{id(self)}"
        self._process: subprocess.Popen[str] | None = None
        self._faulty = False

    def run(
        self, kind: str, first: int, end: int, stopped: Callable[[], bool]
    ) -> list[dict[str, Any]] | None:
        """The results of a range of cases, None when stopped before they were done."""
        results: list[dict[str, Any]] = []
        while first < end:
            self._start(faults=kind == "faults")
            assert self._process is not None
            assert self._process.stdin is not None
            self._process.stdin.write(f"{kind} {first} {end}\n")
            self._process.stdin.flush()
            answer = self._answer(stopped)
            if answer is None:
                return None
            if answer:
                return [*results, json.loads(answer)]
            number, _ = BEAT.unpack(self._beat.read_bytes())
            died = self._process.poll()
            self.end()
            if number < first:
                raise RuntimeError(f"a worker for {kind} could not start (code {died})")
            told = f"no end after {LONGEST:.0f} s" if died is None else f"died ({died})"
            fault = "slow" if died is None else "tracebacks"
            failure = {"kind": kind, "case": number, "fault": fault, "told": told}
            results += self._again(kind, first, number, stopped)
            results.append({"cases": 1, fault: 1, "failures": [failure]})
            first = number + 1
        return results

    def _again(
        self, kind: str, first: int, end: int, stopped: Callable[[], bool]
    ) -> list[dict[str, Any]]:
        """The cases before the one that ended the process, which took their counts with it."""
        return (self.run(kind, first, end, stopped) or []) if first < end else []

    def _answer(self, stopped: Callable[[], bool]) -> str | None:
        """A line; nothing when the process died or hangs; None when stopped."""
        assert self._process is not None
        assert self._process.stdout is not None
        while not select.select([self._process.stdout], [], [], 0.2)[0]:
            if stopped():
                return None
            number, began = BEAT.unpack(self._beat.read_bytes())
            if number >= 0 and time.time() - began > LONGEST:
                return ""
        return self._process.stdout.readline()

    def _start(self, *, faults: bool) -> None:
        if self._process is not None and self._faulty == faults:
            return
        self.end()
        self._faulty = faults
        self._beat.write_bytes(BEAT.pack(-1, time.time()))
        environment = dict(os.environ)
        if faults:
            from tests.hostile.faults import environment as with_faults

            environment = with_faults(self._folder)
        environment |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.worker", *self._arguments, str(self._beat),
             self._audits],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT,
            start_new_session=True,  # Ctrl-C is for whoever started us
        )  # fmt: skip

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            with suppress(ProcessLookupError):  # its own workers hold its output open, too
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()
            shutil.rmtree(work_of(self._folder, self._process.pid), ignore_errors=True)
            self._process = None
        self._beat.unlink(missing_ok=True)

"""Rows through an executor: in order and in bounded memory, whatever becomes of its workers."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from jingjin_forms.batch.job import Job, RowDone, do_row, do_rows, unexpected
from jingjin_forms.batch.processes import one_process
from jingjin_forms.batch.report.results import Detail, Outcome, RowResult
from jingjin_forms.tables.raw_rows import RawRow
from jingjin_forms.tables.rows import TableRow

_ROWS_AT_ONCE = 100
_CHUNKS_AHEAD = 8
"""How many chunks are with the workers at a time: enough to keep them busy, few enough to hold."""

_Rows = Sequence[TableRow | RawRow]


class RowsDone:
    """What becomes of the rows, in their order; here, or wherever the executor runs."""

    def __init__(
        self, job: Job, table: Iterator[TableRow | RawRow], executor: Executor | None
    ) -> None:
        self._job, self._table, self._executor = job, table, executor
        self._waiting: deque[tuple[_Rows, Future[list[RowDone]] | None]] = deque()
        self._ready: deque[RowDone] = deque()
        self._alone = _Alone(job)

    def __iter__(self) -> Iterator[RowDone]:
        if self._executor is None:
            for row in self._table:
                yield do_row(self._job, row)
            return
        while chunk := list(islice(self._table, _ROWS_AT_ONCE)):
            self._waiting.append((chunk, self._sent(self._executor, chunk)))
            if len(self._waiting) >= _CHUNKS_AHEAD:
                yield from self._next()
        while self._waiting:
            yield from self._next()

    def under_way(self) -> Iterator[RowDone]:
        """What was begun when the batch was stopped: those rows may have files."""
        for _, future in self._waiting:
            if future is not None:
                future.cancel()
        yield from self._ready
        for _, future in self._waiting:
            with suppress(Exception):  # those that had not begun, or whose worker has ended too
                yield from [] if future is None else future.result()

    def close(self) -> None:
        """End the process that was started for rows that had lost theirs, if there is one."""
        self._alone.close()

    def _sent(self, executor: Executor, chunk: _Rows) -> "Future[list[RowDone]] | None":
        """None where the executor is broken for good."""
        try:
            return executor.submit(do_rows, self._job, chunk)
        except BrokenExecutor:
            return None

    def _next(self) -> Iterator[RowDone]:
        chunk, future = self._waiting[0]
        done = None if future is None else self._result(future)
        self._waiting.popleft()
        if done is None:
            yield from map(self._alone.row, chunk)
            return
        self._ready.extend(done)
        while self._ready:
            yield self._ready.popleft()

    def _result(self, future: "Future[list[RowDone]]") -> list[RowDone] | None:
        """None where the worker was lost on the way. A chunk whose rows fail is none of those."""
        try:
            return future.result()
        except CancelledError:
            raise
        except Exception:  # each cluster has errors of its own for a worker that is gone
            return None


_LOST = (
    "處理這一列的行程兩次被系統中斷（多半是記憶體不足），沒有產生，其他列不受影響；"
    "請檢查這一列的照片大小和資料量，再單獨做這一列。"
)


class _Alone:
    """Rows that have lost their worker, once more and one by one, to find which brought it down."""

    def __init__(self, job: Job) -> None:
        self._job = replace(job, is_second_try=True)
        self._process: Executor | None = None

    def row(self, row: TableRow | RawRow) -> RowDone:
        """What becomes of the row in a process that it may bring down."""
        try:
            if self._process is None:
                self._process = one_process()
            return self._process.submit(do_rows, self._job, [row]).result()[0]
        except BrokenExecutor:
            problem = _LOST
        except Exception as error:
            problem = unexpected(error)
        details = (Detail("problem", "unexpected"),)
        failed = RowResult(row.number, "", "", Outcome.FAILED, (problem,), details=details)
        return RowDone(failed)

    def close(self) -> None:
        if self._process is not None:
            self._process.shutdown()
            self._process = None

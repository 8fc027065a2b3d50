"""Many files: in order and in bounded memory, here or wherever the executor runs."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import ExitStack
from datetime import date
from os import PathLike
from pathlib import Path

from jingjin_forms.batch.processes import one_process, processes
from jingjin_forms.collecting.file_read import FileRead
from jingjin_forms.collecting.finding.found import Found, Source, find_files
from jingjin_forms.collecting.finding.local_copies import LocalCopies
from jingjin_forms.collecting.reading_one import ReadJob, read_one, unexpected
from jingjin_forms.errors import FileProblemError
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.log import LOGGER

_AHEAD = 24
"""How many files are with the workers at a time: enough to keep them busy, few enough to hold."""
_LOST = (
    "讀這份檔案的行程兩次被系統中斷（多半是記憶體不足），其他檔案不受影響；"
    "請把裡面的圖片縮小，再單獨讀這一份。"
)

Progress = Callable[[FileRead], object]


def read_many(
    files: Iterable[str | PathLike[str]] | Found,
    form: type[Form] | str | PathLike[str],
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    on: date | None = None,
    progress: Progress | None = None,
) -> Iterator[FileRead]:
    """Read filled files back, one after another, in the order they are given in.

    `files` are documents, folders and .zip archives, or what `find_files` has found of them. `jobs`
    is how many processes of this machine read; or give an `executor`, whose workers must see the
    same disk. `on` is the day of handing in (see `Form.check`). `progress` is called after each
    file has been taken; what it raises ends the reading.

    A file that cannot be read stops no other: its `fault` says why. Raises FileProblemError and
    FormNotFoundError, before the first file, for what is wrong with all of it.
    """
    job = ReadJob(get_form(form), on)
    found = files if isinstance(files, Found) else find_files(files)
    return _reads(found.sources, job, executor, jobs, progress)


def _reads(
    sources: Iterable[Source],
    job: ReadJob,
    executor: Executor | None,
    jobs: int,
    progress: Progress | None,
) -> Iterator[FileRead]:
    with ExitStack() as stack:
        if executor is None and jobs > 1:
            executor = stack.enter_context(processes(jobs, job.form))
        copies = stack.enter_context(LocalCopies())
        reads = _here(sources, job, copies)
        if executor is not None:
            workers = _Workers(executor, job, copies)
            stack.callback(workers.close)
            reads = workers.reads(sources)
        files = faults = 0
        for read in reads:
            files, faults = files + 1, faults + bool(read.fault)
            yield read
            if progress is not None:
                progress(read)
        LOGGER.info("讀回 %s：%d 份，其中 %d 份讀不了", job.form.key, files, faults)


def _here(sources: Iterable[Source], job: ReadJob, copies: LocalCopies) -> Iterator[FileRead]:
    for source in sources:
        try:
            path = copies.path_of(source)
        except FileProblemError as error:
            yield FileRead(source.name, fault=str(error))
            continue
        yield read_one(job, source.name, path)
        copies.done(source, path)


class _Sent:
    """A file that is with a worker, or that could not even be sent."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.path: Path | None = None
        self.fault = ""
        self.future: Future[FileRead] | None = None
        """None where the executor is broken for good."""


class _Workers:
    """Sends files to an executor, a few ahead, and takes what comes back in order."""

    def __init__(self, executor: Executor, job: ReadJob, copies: LocalCopies) -> None:
        self._executor, self._job, self._copies = executor, job, copies
        self._waiting: deque[_Sent] = deque()
        self._alone: Executor | None = None

    def reads(self, sources: Iterable[Source]) -> Iterator[FileRead]:
        for source in sources:
            self._waiting.append(self._send(source))
            if len(self._waiting) >= _AHEAD:
                yield self._taken(self._waiting.popleft())
        while self._waiting:
            yield self._taken(self._waiting.popleft())

    def close(self) -> None:
        """What has not begun is not begun any more."""
        for sent in self._waiting:
            if sent.future is not None:
                sent.future.cancel()
        self._end_alone()

    def _send(self, source: Source) -> _Sent:
        sent = _Sent(source)
        try:
            sent.path = self._copies.path_of(source)
            sent.future = self._executor.submit(read_one, self._job, source.name, sent.path)
        except FileProblemError as error:
            sent.fault = str(error)
        except BrokenExecutor:
            pass
        return sent

    def _taken(self, sent: _Sent) -> FileRead:
        name = sent.source.name
        if sent.path is None:
            return FileRead(name, fault=sent.fault)
        try:
            read = None if sent.future is None else sent.future.result()
        except Exception:  # each cluster has errors of its own for a worker that is gone
            read = None
        if read is None:
            read = self._read_alone(name, sent.path)
        self._copies.done(sent.source, sent.path)
        return read

    def _read_alone(self, name: str, path: Path) -> FileRead:
        """A file that has lost its worker once more, in a process that it may bring down."""
        try:
            if self._alone is None:
                self._alone = one_process()
            return self._alone.submit(read_one, self._job, name, path).result()
        except BrokenExecutor:
            self._end_alone()
            return FileRead(name, fault=_LOST)
        except Exception as error:
            return FileRead(name, fault=unexpected(error))

    def _end_alone(self) -> None:
        if self._alone is not None:
            self._alone.shutdown()
            self._alone = None

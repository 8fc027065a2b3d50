"""Lines kept on disk, so that memory stays flat; in memory where the disk takes no more."""

import tempfile
import weakref
from array import array
from io import SEEK_SET
from typing import IO

_AT_ONCE = 1 << 16  # bytes written at a time


class Spool:
    """Lines by their place. A full or missing temporary folder costs memory, never a line."""

    def __init__(self) -> None:
        self._starts = array("q")
        self._tail = bytearray()
        """What is not on disk."""
        self._written = 0
        self._end = 0
        self._is_full = False
        self._file: IO[bytes] | None = None
        try:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 (closed at the end)
        except OSError:
            return
        weakref.finalize(self, self._file.close)

    def __getstate__(self) -> list[bytes]:
        """Its lines, to be pickled: the file is nobody else's."""
        return [self[place] for place in range(len(self))]

    def __setstate__(self, lines: list[bytes]) -> None:
        Spool.__init__(self)
        for line in lines:
            self.add(line)

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, line: bytes) -> int:
        """Keep a line; its place."""
        self._starts.append(self._end)
        self._tail += line
        self._end += len(line)
        if self._file is not None and len(self._tail) >= _AT_ONCE and not self._is_full:
            self._flush(self._file)
        return len(self) - 1

    def __getitem__(self, place: int) -> bytes:
        start = self._starts[place]
        end = self._starts[place + 1] if place + 1 < len(self) else self._end
        if start >= self._written or self._file is None:
            return bytes(self._tail[start - self._written : end - self._written])
        self._file.seek(start, SEEK_SET)
        return self._file.read(end - start)

    def _flush(self, file: IO[bytes]) -> None:
        try:
            file.seek(self._written, SEEK_SET)
            rest = memoryview(self._tail)
            while rest:
                rest = rest[file.write(rest) :]
        except OSError:
            self._is_full = True  # what is written already can still be read
            return
        self._written += len(self._tail)
        self._tail = bytearray()

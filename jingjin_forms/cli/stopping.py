"""Ctrl-C and SIGTERM end a batch between two rows, so that its report is whole."""

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # not every system has them all


class Stopped(SystemExit):
    """Somebody has ended the command."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)  # the exit code, as a shell would have it


class Stop:
    """Whether somebody wants the batch to end."""

    def __init__(self) -> None:
        self.is_under_way = False
        """Whether rows are being done: then the one that is being done is finished first."""
        self._number = 0

    def row_done(self) -> None:
        """To be called after each row. Raises Stopped."""
        self.is_under_way = True
        if self._number:
            raise Stopped(self._number)

    def rows_done(self) -> None:
        """To be called after the last row: from now on nothing is waited for. Raises Stopped."""
        self.is_under_way = False
        if self._number:
            raise Stopped(self._number)

    def asked(self, number: int, _: FrameType | None) -> None:
        """The handler of the signals; the second one waits for nothing."""
        if self._number or not self.is_under_way:
            raise Stopped(number)
        self._number = number


@contextmanager
def stopping() -> Generator[Stop]:
    """Signals that end a program are heeded after a row while the block runs."""
    stop = Stop()
    before = dict[int, object]()
    if threading.current_thread() is threading.main_thread():
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup
                before[number] = signal.signal(number, stop.asked)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

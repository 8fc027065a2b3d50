"""A program that is ended for certain, with all that it has started: at the latest with Python.

program = Program(["soffice", …], os.environ)
program.end()
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence

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


class Program(subprocess.Popen[bytes]):
    """The program, started. Raises OSError; then nothing of it runs."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        is_windows = sys.platform == "win32"
        try:
            # Its output goes nowhere: a pipe would stay open in children that outlive it.
            super().__init__(
                command if is_windows else ["/bin/sh", "-c", _WATCHED, "jingjin", *command],
                stdin=subprocess.DEVNULL if is_windows else subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
        except BaseException:
            # It may run already: it would write into a folder that is taken away.
            if getattr(self, "pid", None) and self.returncode is None:
                self.end()
            raise

    def end(self) -> None:
        """End it with the processes it has started: `soffice` is a script, `soffice.bin` works."""
        if sys.platform == "win32":
            tree = ["taskkill", "/F", "/T", "/PID", str(self.pid)]
            subprocess.run(tree, capture_output=True, check=False)
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        self.wait()
        self.let_go()

    def let_go(self) -> None:
        """It has ended: nobody watches it any more."""
        if self.stdin:
            self.stdin.close()

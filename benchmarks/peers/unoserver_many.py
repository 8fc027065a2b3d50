"""Milliseconds that unoserver takes to convert each Word file of a folder, its start left out.

    python3 benchmarks/peers/unoserver_many.py FOLDER pdf

Of a Python that has unoserver (`pip install unoserver`) and LibreOffice's `uno` (Debian, Ubuntu:
`apt install python3-uno`, then `/usr/bin/python3`). `benchmarks/convert.py --unoserver` runs it.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from unoserver.client import UnoClient  # pyright: ignore  # not of this environment

PORTS = "--port", "2203", "--uno-port", "2202"
START_SECONDS = 60.0


def started(client: UnoClient) -> None:
    """Convert something, as soon as the server takes it."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            client.convert(indata="<p>甲</p>".encode(), convert_to="pdf")
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def main() -> None:
    """Print the milliseconds a file."""
    folder, suffix = Path(sys.argv[1]), sys.argv[2]
    server = subprocess.Popen(
        [sys.executable, "-m", "unoserver.server", *PORTS],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        client = UnoClient(port=PORTS[1])
        started(client)
        papers = sorted(folder.glob("*.docx"))
        began = time.perf_counter()
        for paper in papers:
            client.convert(inpath=str(paper), outpath=str(paper.with_suffix(f".{suffix}")))
        print((time.perf_counter() - began) * 1000 / len(papers))
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()

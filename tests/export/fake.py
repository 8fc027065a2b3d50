"""A script in the place of LibreOffice, which hangs or crashes when it is told to."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from jingjin_forms.export.libreoffice import soffice

# A fake finds the folder and the files where the true one does: after --outdir.
ARGUMENTS = """\
#!/bin/sh
while [ "$1" != "--outdir" ]; do shift; done
out="$2"; shift 2; mkdir -p "$out"
echo start >> "$LOG"
make() { printf '%%PDF-1.7 %%%%EOF' > "$out/$(basename "$1" .docx).pdf"; }
"""
MADE = b"%PDF-1.7 %%EOF"


def unproved() -> tuple[ModuleType, str, Callable[..., str]]:
    """What a fake makes holds nothing of the Word file: true files are proved in test_proof."""
    # The package has a function of the module's name.
    return sys.modules["jingjin_forms.export.proved"], "loss", lambda *_: ""


class Fake:
    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, *, proved: bool = False):
        self.log = folder / "log"
        self.path = folder / "假 soffice"
        monkeypatch.setenv("LOG", str(self.log))
        monkeypatch.setenv(soffice.VARIABLE, str(self.path))
        monkeypatch.setattr(soffice, "START_SECONDS", 1.0)
        monkeypatch.setattr(soffice, "SECONDS_PER_FILE", 0.1)
        if not proved:
            monkeypatch.setattr(*unproved())

    def does(self, script: str) -> None:
        self.path.write_text(ARGUMENTS + script)
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)

    @property
    def starts(self) -> int:
        return self.log.read_text().count("start") if self.log.exists() else 0

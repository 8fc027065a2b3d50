"""Word files as LibreOffice saves them, many with one start of it."""

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from jingjin_forms.export.libreoffice.soffice import find_soffice

FILTERS = {".odt": "odt:writer8", ".doc": "doc:MS Word 97", ".docx": "docx:MS Word 2007 XML"}
INPUTS = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".doc": "MS Word 97"}
SECONDS = 600


def converted(contents: Mapping[str, bytes], old: str, new: str) -> dict[str, bytes]:
    """Files of one kind as files of another (.docx, .odt, .doc), by the same names."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = folder / "out"
        sources = {key: folder / f"{number}{old}" for number, key in enumerate(contents)}
        for key, path in sources.items():
            path.write_bytes(contents[key])
        command = [
            find_soffice(),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            f"--infilter={INPUTS[old]}",
            "--convert-to",
            FILTERS[new],
            "--outdir",
            str(out),
            *map(str, sources.values()),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        made = {key: out / path.with_suffix(new).name for key, path in sources.items()}
        return {key: path.read_bytes() for key, path in made.items()}


def saved_again(contents: Mapping[str, bytes], by_way_of: str) -> dict[str, bytes]:
    """Word files that were saved as another kind and back."""
    return converted(converted(contents, ".docx", by_way_of), by_way_of, ".docx")

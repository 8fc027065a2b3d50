"""Layout source to template .docx: how our own templates are made.

Each `.layout` file in `templates/` is a text that a reviewer can read in a diff, and the `.docx`
beside it is what it gives: `python -m jingjin_forms.typeset` writes them anew, `--check` says which
have fallen behind. The notation is described in `jingjin_forms.typeset.layout`.
"""

import zipfile
from functools import partial
from pathlib import Path

from jingjin_forms.errors import LayoutError, Problem
from jingjin_forms.typeset.parse import parse
from jingjin_forms.typeset.write import write
from jingjin_forms.typeset.xml import unzipped

__all__ = ["SUFFIX", "rebuild", "stale", "typeset"]

SUFFIX = ".layout"


def typeset(layout: Path | str, name: str = "版面") -> bytes:
    """The .docx of a layout, given as a path or as its text: same layout, same bytes.

    Raises LayoutError with everything that is wrong in it; `name` stands in its message when the
    layout is given as text.
    """
    if isinstance(layout, str):
        return write(parse(layout, name))
    try:
        source = layout.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        place = Problem(f"第 {error.start + 1} 個位元組", "版面原稿要存成 UTF-8")
        raise LayoutError(str(layout), [place]) from error
    return write(parse(source, str(layout), partial(_beside, layout)))


def _beside(layout: Path, name: str) -> str:
    """The source that `include NAME` in this layout means."""
    if not name.isidentifier():
        raise ValueError("include 後面要寫同一個資料夾裡的原稿名稱，不加 .layout")
    return (layout.parent / f"{name}{SUFFIX}").read_text(encoding="utf-8")


def rebuild(folder: Path | str) -> list[Path]:
    """Write the .docx beside each layout of the folder where it disagrees; the paths written.

    Raises LayoutError with the faults of all layouts, after writing those that have none.
    """
    made, problems = _typeset_all(Path(folder))
    written = [target for target, package in made.items() if not _agrees(target, package)]
    for target in written:
        target.write_bytes(made[target])
    if problems:
        raise LayoutError(str(folder), problems)
    return written


def stale(folder: Path | str) -> list[Path]:
    """The layouts of the folder whose .docx is missing or disagrees.

    Compared by uncompressed parts, since the compressed bytes differ between versions of zlib.
    Raises LayoutError with the faults of all layouts.
    """
    made, problems = _typeset_all(Path(folder))
    if problems:
        raise LayoutError(str(folder), problems)
    return [
        target.with_suffix(SUFFIX)
        for target, package in made.items()
        if not _agrees(target, package)
    ]


def _typeset_all(folder: Path) -> tuple[dict[Path, bytes], list[Problem]]:
    """What each .docx should be, and the faults of the layouts that cannot be typeset."""
    made: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for layout in sorted(folder.rglob(f"*{SUFFIX}")):
        try:
            made[layout.with_suffix(".docx")] = typeset(layout)
        except LayoutError as error:
            place = layout.relative_to(folder)
            problems += [Problem(f"{place} {p.where}", p.message) for p in error.problems]
    return made, problems


def _agrees(target: Path, package: bytes) -> bool:
    try:
        return unzipped(target.read_bytes()) == unzipped(package)
    except (FileNotFoundError, zipfile.BadZipFile):
        return False

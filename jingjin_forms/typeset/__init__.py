"""Layout source to template .docx: how our own templates are made.

Each `.layout` file in `templates/` is a text that a reviewer can read in a diff, and the `.docx`
beside it is what it gives: `python -m jingjin_forms.typeset` writes them anew, `--check` says which
have fallen behind. Where lines are marked with a 學年度 (`since 113`), a layout gives one .docx
more for each edition: budget.docx and budget.113.docx. The notation is described in
`jingjin_forms.typeset.layout`.
"""

import re
import zipfile
from pathlib import Path

from jingjin_forms.errors import LayoutError, Problem
from jingjin_forms.typeset.one_edition import later_years, lines_for
from jingjin_forms.typeset.parse import parse
from jingjin_forms.typeset.write import write
from jingjin_forms.typeset.xml import unzipped

__all__ = ["SUFFIX", "rebuild", "stale", "targets", "typeset"]

SUFFIX = ".layout"

_included = re.compile(r"^[^#\n]*?\binclude[ \t]+(\w+)[ \t]*$", re.MULTILINE)


def typeset(layout: Path | str, name: str = "版面", school_year: int | None = None) -> bytes:
    """The .docx of a layout, given as a path or as its text: same layout, same bytes.

    Where lines are marked (`since 113`), that of a 學年度, or of the first edition unless given.
    Raises LayoutError with everything that is wrong in it; `name` stands in its message when the
    layout is given as text.
    """
    if isinstance(layout, str):
        return write(parse(lines_for(layout, school_year), name))

    def beside(included: str) -> str:
        return lines_for(_beside(layout, included), school_year)

    return write(parse(lines_for(_read(layout), school_year), str(layout), beside))


def _read(layout: Path) -> str:
    try:
        return layout.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        place = Problem(f"第 {error.start + 1} 個位元組", "版面原稿要存成 UTF-8")
        raise LayoutError(str(layout), [place]) from error


def _beside(layout: Path, name: str) -> str:
    """The source that `include NAME` in this layout means."""
    if not name.isidentifier():
        raise ValueError("include 後面要寫同一個資料夾裡的原稿名稱，不加 .layout")
    return (layout.parent / f"{name}{SUFFIX}").read_text(encoding="utf-8")


def rebuild(folder: Path | str) -> list[Path]:
    """Write what each layout of the folder gives beside it where it disagrees; the paths written.

    Raises LayoutError with the faults of all layouts, after writing those that have none.
    """
    made, problems = _typeset_all(Path(folder))
    written = [target for target, (_, package) in made.items() if not _agrees(target, package)]
    for target in written:
        target.write_bytes(made[target][1])
    if problems:
        raise LayoutError(str(folder), problems)
    return written


def stale(folder: Path | str) -> list[Path]:
    """The layouts of the folder of which a .docx is missing or disagrees.

    Compared by uncompressed parts, since the compressed bytes differ between versions of zlib.
    Raises LayoutError with the faults of all layouts.
    """
    made, problems = _typeset_all(Path(folder))
    if problems:
        raise LayoutError(str(folder), problems)
    fallen = (layout for path, (layout, package) in made.items() if not _agrees(path, package))
    return list(dict.fromkeys(fallen))


def targets(folder: Path | str) -> list[Path]:
    """Every .docx that the layouts of the folder give. Raises LayoutError."""
    found = ((layout, year) for layout in _layouts(Path(folder)) for year in _years(layout))
    return [_target(layout, year) for layout, year in found]


def _typeset_all(folder: Path) -> tuple[dict[Path, tuple[Path, bytes]], list[Problem]]:
    """Each .docx with its layout and what it should be, and the faults of the layouts that cannot
    be typeset, each once."""
    made: dict[Path, tuple[Path, bytes]] = {}
    problems: list[Problem] = []
    for layout in _layouts(folder):
        place = layout.relative_to(folder)
        try:
            years = _years(layout)
        except LayoutError as error:
            problems += [Problem(f"{place} {p.where}", p.message) for p in error.problems]
            continue
        for year in years:
            target = _target(layout, year)
            if target in made:
                message = f"{made[target][0].name} 也排出 {target.name}，請只留一份原稿"
                problems.append(Problem(str(place), message))
                continue
            try:
                made[target] = layout, typeset(layout, school_year=year)
            except LayoutError as error:
                problems += [Problem(f"{place} {p.where}", p.message) for p in error.problems]
    return made, list(dict.fromkeys(problems))


def _layouts(folder: Path) -> list[Path]:
    return sorted(folder.rglob(f"*{SUFFIX}"))


def _target(layout: Path, year: int | None) -> Path:
    return layout.with_suffix(".docx" if year is None else f".{year}.docx")


def _years(layout: Path) -> list[int | None]:
    """The 學年度 of the editions that a layout and what it includes tell apart, the first being
    None."""
    found: set[int] = set()
    unread, seen = [_read(layout)], {layout}
    while unread:
        source = unread.pop()
        found |= later_years(source)
        for name in _included.findall(source):
            other = layout.parent / f"{name}{SUFFIX}"
            if other not in seen and other.is_file():
                seen.add(other)
                unread.append(_read(other))
    return [None, *sorted(found)]


def _agrees(target: Path, package: bytes) -> bool:
    try:
        return unzipped(target.read_bytes()) == unzipped(package)
    except (FileNotFoundError, zipfile.BadZipFile):
        return False

"""Filled papers to read back, and ways in which people change them."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
from PIL import Image

from jingjin_forms import get_form
from jingjin_forms.collecting import Collection, collect, find_files, read_many
from jingjin_forms.collecting.result.rows import FileRow
from jingjin_forms.forms.form import Form

BUDGET = get_form("school_based/budget_estimate")
ORID = get_form("school_based/orid_feedback")
RESULT = get_form("school_based/session_result")
NO_PAPER = b"%PDF-1.4 not a form"


def budget(folder: Path, name: str, **facts: Any) -> Path:
    """A filled budget of its own school."""
    given = {**BUDGET.sample().model_dump(exclude_unset=True), "school": f"花蓮縣{name}", **facts}
    folder.mkdir(parents=True, exist_ok=True)
    return BUDGET.load(given).save(folder / f"{name}.docx")


def changed(path: Path, cells: Mapping[tuple[int, int], str]) -> Path:
    """The file with other texts in cells of its tables, by row (of all tables) and column."""
    document = docx.Document(str(path))
    rows = [row for table in document.tables for row in table.rows]
    for (row, column), text in cells.items():
        first, *others = rows[row].cells[column].paragraphs[0].runs
        first.text = text
        for run in others:
            run.text = ""
    document.save(str(path))
    return path


def zipped(path: Path, members: Mapping[str | bytes, bytes]) -> Path:
    """A .zip of these; a name in bytes stands there as it is, and does not say its encoding."""
    raw: dict[bytes, bytes] = {}
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, content) in enumerate(members.items()):
            if isinstance(name, bytes):
                placeholder = chr(ord("A") + number) * len(name)
                raw[placeholder.encode()] = name
                name = placeholder
            archive.writestr(name, content)
    written = path.read_bytes()
    for placeholder, name in raw.items():
        written = written.replace(placeholder, name)
    path.write_bytes(written)
    return path


def collected(form: type[Form], out: Path | None, *files: Path, **options: Any) -> Collection:
    """Read and write, as the command does."""
    found = find_files(files)
    reads = read_many(found, form, jobs=options.pop("jobs", 1))
    return collect(reads, form, out, collection=Collection(form, found.skipped), **options)


def only(collection: Collection) -> FileRow:
    (row,) = collection
    return row


def photo_paper(folder: Path, name: str, colours: list[str]) -> Path:
    """A filled paper with photographs, each of one colour."""
    pictures = []
    folder.mkdir(parents=True, exist_ok=True)
    for number, colour in enumerate(colours):
        path = folder / f"{name}{number}.png"
        Image.new("RGB", (60, 45), colour).save(path)
        pictures.append({"照片檔": path.name, "說明": colour})
    facts = {**RESULT.sample().model_dump(exclude={"photos"}), "照片": pictures}
    return RESULT.load(facts, folder=folder).save(folder / f"{name}.docx")

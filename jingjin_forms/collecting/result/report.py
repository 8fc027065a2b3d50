"""The report on files that were read: what became of each, what is to be confirmed, and where."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple

from jingjin_forms.collecting.result.page import Head, Page
from jingjin_forms.collecting.result.result import require_folder_of
from jingjin_forms.collecting.result.rows import Collection
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import ANOTHER_KIND, FOLDER
from jingjin_forms.files.writing import refuse_existing, write_file
from jingjin_forms.tables.making.streamed_workbook import finished, streamed_workbook

SUFFIXES = (".xlsx", ".json")
_TRIES = 20
"""So many others may take the name of the report before this one does."""
_FILE, _SHORT, _LONG = 32, 14, 48


def check_report(path: Path, *, overwrite: bool) -> None:
    """Raise FileProblemError where the report could not be written in the end."""
    if path.suffix.lower() not in SUFFIXES:
        told = f"--report「{path}」的副檔名要是 {' 或 '.join(SUFFIXES)}。"
        raise FileProblemError(told, code=ANOTHER_KIND)
    if os.path.isdir(path):
        raise FileProblemError(f"--report「{path}」是一個資料夾，請給檔名。", code=FOLDER)
    refuse_existing(path, overwrite=overwrite)
    require_folder_of(path)


def save_report(
    collection: Collection, path: str | PathLike[str], *, overwrite: bool = False
) -> Path:
    """Write the report as .xlsx or .json. Raises FileProblemError."""
    target = Path(path)
    check_report(target, overwrite=overwrite)
    is_json = target.suffix.lower() == ".json"
    content = _as_json(collection) if is_json else _workbook(collection)
    return write_file(target, content, overwrite=overwrite, durable=True)


def save_report_beside(collection: Collection, result: Path) -> Path:
    """Write the report beside the result under a name that no earlier one has.

    Raises FileProblemError.
    """
    number, tries = 1, _TRIES
    while True:
        path = result.with_name(f"{result.stem}_報告{number}.xlsx")
        if not os.path.lexists(path):
            try:
                return save_report(collection, path)
            except FileProblemError:
                tries -= 1
                if not tries or not os.path.lexists(path):  # else another was quicker
                    raise
        number += 1


def _files(collection: Collection) -> Iterator[Sequence[Any]]:
    for row in collection:
        counts = (len(row.to_confirm) or None, len(row.altered) or None)
        told = ("\n".join(row.findings), "\n".join(row.notes))
        yield row.name, str(row.outcome), row.fault, *counts, *told


def _to_confirm(collection: Collection) -> Iterator[Sequence[Any]]:
    for row in collection:
        for one in row.to_confirm:
            yield row.name, one.label, one.found, one.place, one.official, one.why


def _altered(collection: Collection) -> Iterator[Sequence[Any]]:
    return ((row.name, *one) for row in collection for one in row.altered)


def _skipped(collection: Collection) -> Iterator[Sequence[Any]]:
    return ([name] for name in collection.skipped)


class _Sheet(NamedTuple):
    title: str
    heads: Mapping[str, int]
    """The heading of each column, and how wide it is."""
    rows: Callable[[Collection], Iterable[Sequence[Any]]]


_SHEETS = (
    _Sheet(
        "檔案",
        {"檔案": _FILE, "結果": _SHORT, "未讀到": _LONG, "待確認": _SHORT, "文字更動": _SHORT}
        | {"檢核": _LONG, "說明": _LONG},
        _files,
    ),
    _Sheet(
        "待確認",
        {"檔案": _FILE, "欄位": _FILE, "檔案上": _LONG, "在哪裡": _FILE, "表件原文": _FILE}
        | {"為什麼": _LONG},
        _to_confirm,
    ),
    _Sheet(
        "文字更動",
        {"檔案": _FILE, "在哪裡": _FILE, "表件原文": _LONG, "檔案上": _LONG},
        _altered,
    ),
    _Sheet("略過", {"檔案": _FILE}, _skipped),
)


def _workbook(collection: Collection) -> bytes:
    with streamed_workbook(f"{collection.form.title} 報告") as book:
        for title, heads, rows in _SHEETS:
            page = Page(book, title, [Head(name, width=width) for name, width in heads.items()])
            for cells in rows(collection):
                page.add(dict(zip(heads, cells, strict=True)))
        return finished(book)


def _as_json(collection: Collection) -> Iterator[bytes]:
    before = "["
    for entry in _entries(collection):
        # What UTF-8 cannot hold becomes \ud800, as JSON writes it.
        yield f"{before}{_json(entry)}".encode(errors="backslashreplace")
        before = ",\n"
    yield b"]\n" if before != "[" else b"[]\n"


def _entries(collection: Collection) -> Iterator[dict[str, Any]]:
    for row in collection:
        yield {
            "file": row.name,
            "outcome": row.outcome.name.lower(),
            "fault": row.fault,
            "to_confirm": _dicts(row.to_confirm),
            "altered": _dicts(row.altered),
            "findings": row.findings,
            "notes": row.notes,
        }
    yield from ({"file": name, "outcome": "skipped"} for name in collection.skipped)


def _dicts(told: Iterable[Any]) -> list[dict[str, str]]:
    return [one._asdict() for one in told]


_json = json.JSONEncoder(ensure_ascii=False).encode

"""The result: every file's facts in one file, whose suffix says of what kind.

collection = collect(read_many(["各校"], BudgetEstimate), BudgetEstimate, "彙整.xlsx")
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path

from jingjin_forms.batch.places.work_folder import work_folder
from jingjin_forms.collecting.file_read import FileRead
from jingjin_forms.collecting.plain.flat_facts import faults_of_cells
from jingjin_forms.collecting.plain.plain_facts import PICTURE, plain_facts
from jingjin_forms.collecting.result.as_roster import roster
from jingjin_forms.collecting.result.as_texts import csv_lines, json_lines, json_list, yaml_facts
from jingjin_forms.collecting.result.photographs import Photographs, with_pictures
from jingjin_forms.collecting.result.rows import Collection, FileRow, row_of
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import ANOTHER_KIND, FOLDER
from jingjin_forms.files.writing import not_written, refuse_existing, write_file
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.form import TaggedForm
from jingjin_forms.tables.columns import layout_of

_KINDS: Mapping[str, Callable[[Collection, Path], bytes | Iterator[bytes]]] = {
    ".xlsx": lambda collection, _: roster(collection),
    ".csv": lambda collection, _: csv_lines(collection),
    ".jsonl": lambda collection, _: json_lines(collection),
    ".json": lambda collection, _: json_list(collection),
    ".yaml": lambda collection, out: yaml_facts(collection, called(collection.form, out)),
    ".yml": lambda collection, out: yaml_facts(collection, called(collection.form, out)),
}
_OF_ONE = (".yaml", ".yml")
_OF_CELLS = (".xlsx", ".csv")


def collect(
    reads: Iterable[FileRead],
    form: type[Form] | str | PathLike[str],
    out: str | PathLike[str] | None = None,
    *,
    overwrite: bool = False,
    collection: Collection | None = None,
) -> Collection:
    """Keep what was read and write it to `out`: .xlsx, .csv, .jsonl, .json, or for one file .yaml.

    Photographs are written beside it, into the folder 彙整_照片. What ends the reading before its
    time leaves a result of the files that were read, and goes on; `collection`, where one is given,
    then holds them. Raises FileProblemError where `out` cannot be written or cannot hold the form.
    """
    found = get_form(form)
    done = Collection(found) if collection is None else collection
    if out is None:
        for read in reads:
            facts = with_pictures(read.facts, lambda _: PICTURE)
            done.add(row_of(read, found, plain_facts(found, facts)))
        return done
    target = Path(out)
    check_result(found, target, overwrite=overwrite)
    with work_folder(target.parent) as work:
        photographs = Photographs(target, work, overwrite=overwrite)
        try:
            for read in reads:
                done.add(_row(read, found, target, photographs))
        except BaseException:
            if len(done):
                _write(done, target, photographs, overwrite=overwrite)
            raise
        _write(done, target, photographs, overwrite=overwrite)
    return done


def check_result(
    form: type[Form], out: Path, *, overwrite: bool = False, files: int | None = None
) -> None:
    """Raise FileProblemError where `out` could not be written in the end, or could not hold what so
    many `files` say."""
    suffix = out.suffix.lower()
    if suffix not in _KINDS:
        known = "、".join(_KINDS)
        raise FileProblemError(f"「{out}」的副檔名要是 {known}。", code=ANOTHER_KIND)
    if os.path.isdir(out):
        raise FileProblemError(f"「{out}」是一個資料夾，請給檔名。", code=FOLDER)
    if suffix in _OF_ONE and files is not None and files > 1:
        raise FileProblemError(f"{suffix} 只放一份，這裡有 {files:,} 份；請改用 .xlsx 或 .jsonl。")
    layout = layout_of(form)
    if suffix == ".csv" and layout.sheets:
        lists = "、".join(sheet.name for sheet in layout.sheets)
        raise FileProblemError(
            f"「{form.title}」有清單（{lists}），{suffix} 放不下；請改用 .xlsx、.jsonl 或 .json。"
        )
    refuse_existing(out, overwrite=overwrite)
    require_folder_of(out)


def require_folder_of(out: Path) -> None:
    """Raise FileProblemError where the folder of a file that is to be written is not there."""
    if not os.path.isdir(out.parent):
        raise not_written(out, FileNotFoundError())


def called(form: type[Form], out: Path) -> str:
    """What a facts file calls the form: of a Word file its path from the facts file's folder."""
    if not issubclass(form, TaggedForm):
        return form.key
    template = form.template_path()
    try:
        return Path(os.path.relpath(template, out.absolute().parent)).as_posix()
    except ValueError:  # another drive
        return template.as_posix()


def _row(read: FileRead, form: type[Form], out: Path, photographs: Photographs) -> FileRow:
    facts = plain_facts(form, photographs.named(read.facts, read.name))
    is_cells = out.suffix.lower() in _OF_CELLS
    return row_of(read, form, facts, faults_of_cells(facts) if is_cells else ())


def _write(done: Collection, out: Path, photographs: Photographs, *, overwrite: bool) -> None:
    suffix = out.suffix.lower()
    if suffix in _OF_ONE:
        if len(done) != 1:
            raise FileProblemError(f"{suffix} 只放一份，請改用 .xlsx 或 .jsonl。")
        if next(iter(done)).fault:  # there is nothing to write
            return
    refuse_existing(out, overwrite=overwrite)
    content = _KINDS[suffix](done, out)
    photographs.publish()
    done.result = write_file(out, content, overwrite=overwrite, durable=True)

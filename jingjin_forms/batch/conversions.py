"""The Word files of a batch as .odt and .pdf too."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jingjin_forms.batch.made_files import files_there
from jingjin_forms.batch.report import BatchReport
from jingjin_forms.batch.results import Outcome
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.export import Converted


def conversion_suffixes(given: str, out: str, name: str = "") -> tuple[str, ...]:
    """The suffixes that `odt,pdf` names, before any work is done; `name` is the pattern of names.

    Raises FileProblemError for others, a folder on another machine, packets that are archives, or
    when LibreOffice is missing.
    """
    from jingjin_forms.export import suffixes_named

    suffixes = suffixes_named(given, "--also")
    if "://" in out:
        raise FileProblemError(f"--also 要寫在本機的資料夾，不能是「{out}」。")
    if name.endswith(".zip"):
        raise FileProblemError(
            f"檔名樣式「{name}」把每一份送件打包成 .zip，不能與 --also 一起用；"
            "請讓每一份是一個資料夾，再用 --zip 打包。"
        )
    return suffixes


def convert_written(
    report: BatchReport,
    folder: Path,
    suffixes: Sequence[str],
    *,
    overwrite: bool = False,
    progress: "Callable[[Converted], object] | None" = None,
) -> list[str]:
    """Convert every Word file that the batch has written in `folder`; the files lie beside it.

    So are files that were there already and were skipped, where their .odt or .pdf is missing: a
    batch that was stopped goes on where it was. `progress` is called after each file. Returns what
    went wrong, file by file. Raises FileProblemError when LibreOffice is missing.
    """
    from jingjin_forms.export import convert_files

    problems: list[str] = []
    for suffix in suffixes:
        for converted in convert_files(
            _sources(report, folder, suffix), suffix, overwrite=overwrite
        ):
            if converted.problem:
                problems.append(f"{converted.source.name}：{converted.problem}")
            if progress is not None:
                progress(converted)
    return problems


def _sources(report: BatchReport, folder: Path, suffix: str) -> Iterator[Path]:
    for result, paths in files_there(report, folder):
        is_new = result.outcome is Outcome.WRITTEN
        for path in paths:
            is_word = path.suffix.lower() == ".docx"
            if is_word and (is_new or not os.path.lexists(path.with_suffix(suffix))):
                yield path

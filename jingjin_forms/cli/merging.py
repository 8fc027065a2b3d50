"""`batch --merge`: all papers in one file, for printing."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.batch import BatchReport
    from jingjin_forms.batch.merging import MadeOf


def check_merging(
    target: Path | None, out: str | None, *, odd_pages: bool, overwrite: bool
) -> None:
    """Raise FileProblemError where papers could not be merged after the rows."""
    if target is None:
        if odd_pages:
            raise FileProblemError("--odd-pages 要和 --merge 一起用，例如 --merge 全部.pdf。")
        return
    from jingjin_forms.batch.merging import check_merged

    check_merged(target, out, overwrite=overwrite)


def merged(
    done: "BatchReport",
    out: Path,
    target: Path,
    *,
    made: "MadeOf",
    odd_pages: bool,
    overwrite: bool,
) -> list[str]:
    """Merge the papers; what is not in the file, which is printed too."""
    from jingjin_forms.batch.merging import merge_files

    left_out = merge_files(done, out, target, made=made, odd_pages=odd_pages, overwrite=overwrite)
    typer.echo(f"已合併 {target}")
    for problem in left_out:
        typer.echo(f"錯誤：{problem}", err=True)
    return left_out

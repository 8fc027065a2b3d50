"""`batch --merge`: all papers in one file, for printing."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jingjin_forms.cli.counting import counting
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.batch import BatchReport
    from jingjin_forms.batch.merging import MadeOf


def check_merging(target: Path | None, *, odd_pages: bool) -> None:
    """Raise FileProblemError where papers could not be merged after the rows."""
    if target is None and odd_pages:
        raise FileProblemError("--odd-pages 要和 --merge 一起用，例如 --merge 全部.pdf。")
    if target is not None and target.suffix.lower() == ".pdf":
        from jingjin_forms.export import find_soffice

        find_soffice()


def merged(
    done: "BatchReport",
    out: Path,
    target: Path,
    *,
    pdf_of: "MadeOf",
    odt_of: "MadeOf",
    odd_pages: bool,
    overwrite: bool,
) -> list[str]:
    """Merge the papers; what is not in the file, which is printed too."""
    from jingjin_forms.batch.merging import merge_files

    with counting("合併", "份") as shown:
        left_out = merge_files(
            done,
            out,
            target,
            pdf_of=pdf_of,
            odt_of=odt_of,
            odd_pages=odd_pages,
            overwrite=overwrite,
            progress=shown,
        )
    typer.echo(f"已合併 {target}")
    for problem in left_out:
        tell(f"錯誤：{problem}", err=True)
    return left_out

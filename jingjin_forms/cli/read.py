"""The read command: filled files back into facts."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import On, Overwrite, app, day_of
from jingjin_forms.cli.counting import counting
from jingjin_forms.cli.read_shown import show_file, show_files, tell_file, tell_files
from jingjin_forms.cli.stopping import Stopped, stopping
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.collecting import Collection, FileRead, Found

_FILES = "填好的 Word 或 ODF 檔、放這些檔案的資料夾，或 .zip。"
_FORM = "表件代號、表名，或打好標籤的 .docx、.odt。"
_OUT = "要產生的檔案：名冊（.xlsx .csv .jsonl .json）；只有一份時可以是資料檔（.yaml）。"
_REPORT = "報告（.xlsx 或 .json）；不給則放在 -o 的旁邊。"

Files = Annotated[list[Path], typer.Argument(metavar="FILES", help=_FILES)]
Out = Annotated[Path | None, typer.Option("-o", "--out", help=_OUT)]
Report = Annotated[Path | None, typer.Option("--report", help=_REPORT)]


@app.command()
def read(
    files: Files,
    form: Annotated[str, typer.Option("--form", help=_FORM)],
    out: Out = None,
    report: Report = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="同時用幾個行程。")] = 1,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """把填好的檔案讀回資料：一份看內容，很多份彙整成名冊；讀不到的不影響其他份。

    有讀不到或待確認的，結束代碼是 1；中斷時是 130 或 143，讀好的都留著。
    """
    from jingjin_forms.collecting import Collection, find_files
    from jingjin_forms.forms.catalog import get_form

    kind, day = get_form(form), day_of(on)
    found = find_files(files)
    done = Collection(kind, found.skipped)
    _check_outputs(done, found, out, report, overwrite=overwrite)
    try:
        only = _read_all(done, found, out, jobs, day, overwrite=overwrite)
    except BaseException as error:
        if len(done):  # whatever has ended the reading, what was read is told
            _tell(done, out, report, overwrite=overwrite)
        if isinstance(error, Stopped):
            typer.echo("已中斷；讀好的都留著。", err=True)
            raise SystemExit(error.code) from None
        raise
    if only is not None:
        show_file(only, kind)
        tell_file(next(iter(done)))
    has_report = _tell(done, out, report, overwrite=overwrite)
    if not (done.is_all_read and has_report):
        raise SystemExit(1)


def _read_all(
    done: "Collection", found: "Found", out: Path | None, jobs: int, on: date, *, overwrite: bool
) -> "FileRead | None":
    """Read the files and write the result; what was read, where it is one file to be shown."""
    from jingjin_forms.collecting import collect, read_many

    kept: list[FileRead] = []
    with stopping() as stop, counting("讀", "份", len(found.sources)) as shown:
        reads = read_many(
            found, done.form, jobs=jobs, on=on, progress=lambda r: (shown(r), stop.row_done())
        )
        if out is None and len(found.sources) == 1:
            reads = _keeping(reads, kept)
        collect(reads, done.form, out, overwrite=overwrite, collection=done)
        stop.rows_done()
    return kept[0] if kept else None


def _check_outputs(
    done: "Collection", found: "Found", out: Path | None, report: Path | None, *, overwrite: bool
) -> None:
    """Raise FileProblemError for what could not be written in the end."""
    from jingjin_forms.collecting.result.report import check_report
    from jingjin_forms.collecting.result.result import check_result

    taken = {os.path.realpath(source.path): "要讀的檔案" for source in found.sources}
    for option, path in (("-o", out), ("--report", report)):
        if path is None:
            continue
        real = os.path.realpath(path)
        if real in taken:
            raise FileProblemError(f"{option}「{path}」就是{taken[real]}，請換一個檔名。")
        taken[real] = f" {option} 的檔案"
    if out is not None:
        check_result(done.form, out, overwrite=overwrite, files=len(found.sources))
    if report is not None:
        check_report(report, overwrite=overwrite)


def _keeping(reads: "Iterator[FileRead]", kept: "list[FileRead]") -> "Iterator[FileRead]":
    for one in reads:
        kept.append(one)
        yield one


def _tell(done: "Collection", out: Path | None, report: Path | None, *, overwrite: bool) -> bool:
    """Print what became of the files and write the report; whether it lies where it should."""
    from jingjin_forms.collecting import save_report
    from jingjin_forms.collecting.result.report import save_report_beside

    if out is None and len(done) > 1:
        show_files(done)
    if out is not None or len(done) > 1:
        tell_files(done)
        typer.echo(done.summary())
    if done.result is not None:
        typer.echo(f"已產生 {done.result}")
    try:
        if report is not None:
            typer.echo(f"報告 {save_report(done, report, overwrite=overwrite)}")
        elif out is not None:
            typer.echo(f"報告 {save_report_beside(done, out)}")
    except FileProblemError as error:
        tell(f"錯誤：{error}", err=True)
        return False
    return True

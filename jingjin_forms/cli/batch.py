"""The batch command: a table of facts to files."""

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import On, Overwrite, app, day_of
from jingjin_forms.errors import FileProblemError

_TABLE = typer.Argument(metavar="TABLE", help="名冊：.xlsx .xls .ods .csv .json .jsonl .yaml。")
_NAME = "檔名樣式，{} 內可用欄位名稱、表名、編號、列。"
_ALSO = "Word 檔另外轉成 odt、pdf 或 odt,pdf，放在旁邊；要有 LibreOffice。"
_REPORT = "報告（.xlsx 或 .json）；不給則放在名冊旁邊。"


@app.command()
def batch(
    table: Annotated[Path, _TABLE],
    form: Annotated[str, typer.Option("--form", help="表件代號或表名。")],
    out: Annotated[str, typer.Option("-o", "--out", help="資料夾，或 fsspec 的網址。")] = "out",
    name: Annotated[str, typer.Option("--name", help=_NAME)] = "{學校名稱}_{表名}.docx",
    check_only: Annotated[bool, typer.Option("--check", help="只檢核，不產生檔案。")] = False,
    resume: Annotated[bool, typer.Option("--skip", help="已經有的檔案略過，接著做完。")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="同時用幾個行程。")] = 1,
    also: Annotated[str | None, typer.Option("--also", help=_ALSO)] = None,
    archive: Annotated[Path | None, typer.Option("--zip", help="另外打包成這個 .zip。")] = None,
    report: Annotated[Path | None, typer.Option("--report", help=_REPORT)] = None,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """一份名冊產生許多份表件；有錯的列不影響其他列，都寫在報告裡。有錯誤時結束代碼是 1。"""
    from jingjin_forms.batch import fill_many, processes, zip_files
    from jingjin_forms.batch.conversions import also_as, check_also

    if resume and overwrite:
        raise FileProblemError("--skip 與 --overwrite 只能用一個。")
    if also is not None and check_only:
        raise FileProblemError("--check 不產生檔案，不能與 --also 一起用。")
    suffixes = () if also is None else check_also(also, out)
    with ExitStack() as stack:
        executor = stack.enter_context(processes(jobs, form)) if jobs > 1 else None
        done = fill_many(
            form,
            table,
            None if check_only else out,
            name=name,
            executor=executor,
            on_exists="skip" if resume else "replace" if overwrite else "error",
            on=day_of(on),
            progress=stack.enter_context(_progress("列")),
        )
    typer.echo(done.summary())
    unconverted: list[str] = []
    if suffixes:
        with _progress("份") as progress:
            unconverted = also_as(done, Path(out), suffixes, overwrite=overwrite, progress=progress)
    for problem in unconverted:
        typer.echo(f"錯誤：{problem}", err=True)
    target = _unused(table) if report is None else report
    typer.echo(f"報告 {done.save(target, overwrite=overwrite)}")
    if archive is not None:
        typer.echo(f"已打包 {zip_files(done, Path(out), archive, overwrite=overwrite)}")
    if done.rows_with_errors or unconverted:
        raise SystemExit(1)


def _unused(table: Path) -> Path:
    """A name for the report beside the table that no earlier report has."""
    number = 1
    while (path := table.with_name(f"{table.stem}_報告{number}.xlsx")).exists():
        number += 1
    return path


@contextmanager
def _progress(unit: str) -> "Generator[Callable[[object], object]]":
    """A line on stderr that counts."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn(f"{{task.completed:,.0f}} {unit}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda _: progress.advance(task)

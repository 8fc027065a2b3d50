"""The batch command: a table of facts to files."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import On, Overwrite, app, day_of
from jingjin_forms.cli.counting import counting
from jingjin_forms.cli.merging import check_merging, merged
from jingjin_forms.cli.odt_told import remind_of_odt
from jingjin_forms.cli.stopping import stopping
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.batch import BatchReport
    from jingjin_forms.batch.also.conversions import Conversions

_TABLE = typer.Argument(metavar="TABLE", help="名冊：.xlsx .xls .ods .csv .json .jsonl .yaml。")
_FORM = "表件代號、表名、打好標籤的 .docx 或 .odt，或送件的代號（每校一份送件）。"
_NAME = "檔名樣式，{} 內可用欄位名稱、表名、編號、列；送件另有學校，結尾寫 .zip 就打包。"
_ALSO = "每一份另外有 odt、pdf 或 odt,pdf，放在旁邊；pdf 要有 LibreOffice。"
_MERGE = "全部文件另外合併成這個 .pdf 或 .docx，一次列印；.pdf 要有 LibreOffice。"
_ODD = "與 --merge 一起用：每一份從奇數頁開始，雙面列印不會印在同一張。"
_REPORT = "報告（.xlsx .html .csv .json）；不給則放在名冊旁邊。"


@app.command()
def batch(
    table: Annotated[Path, _TABLE],
    form: Annotated[str, typer.Option("--form", help=_FORM)],
    out: Annotated[str, typer.Option("-o", "--out", help="資料夾，或 fsspec 的網址。")] = "out",
    name: Annotated[str, typer.Option("--name", help=_NAME)] = "{學校名稱}_{表名}.docx",
    check_only: Annotated[bool, typer.Option("--check", help="只檢核，不產生檔案。")] = False,
    resume: Annotated[bool, typer.Option("--skip", help="已經有的檔案略過，接著做完。")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="同時用幾個行程。")] = 1,
    also: Annotated[str | None, typer.Option("--also", help=_ALSO)] = None,
    archive: Annotated[Path | None, typer.Option("--zip", help="另外打包成這個 .zip。")] = None,
    merge: Annotated[Path | None, typer.Option("--merge", help=_MERGE)] = None,
    odd_pages: Annotated[bool, typer.Option("--odd-pages", help=_ODD)] = False,
    report: Annotated[Path | None, typer.Option("--report", help=_REPORT)] = None,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """一份名冊產生許多份表件；有錯的列不影響其他列，都寫在報告裡。

    有錯誤時結束代碼是 1；中斷時是 130 或 143，做好的列都留著。
    """
    from jingjin_forms.batch import BatchReport, processes, zip_files
    from jingjin_forms.batch.also.wanted import formats_wanted, of_odt
    from jingjin_forms.batch.arguments import what_on_exists
    from jingjin_forms.batch.filling import Filling
    from jingjin_forms.batch.kinds import FormKind, kind_of
    from jingjin_forms.batch.outputs import check_outputs

    if resume and overwrite:
        raise FileProblemError("--skip 與 --overwrite 只能用一個。")
    if also is not None and check_only:
        raise FileProblemError("--check 不產生檔案，不能與 --also 一起用。")
    kind = kind_of(form)
    if isinstance(kind, FormKind) and "odt" in (also or "").lower():
        remind_of_odt(kind.facts)  # first: without it LibreOffice may be what is missing
    suffixes = () if also is None else formats_wanted(also, kind, out, name, "--also")
    target = None if check_only else out
    check_outputs(table, target, report, archive, merge, overwrite=overwrite)
    if merge is not None and kind.suffix == ".odt":
        raise of_odt(kind, "--merge")
    check_merging(merge, odd_pages=odd_pages)
    done, has_report = BatchReport(), False
    with stopping() as stop, ExitStack() as stack:
        try:
            with ExitStack() as while_filling:
                start = while_filling.enter_context
                executor = start(processes(jobs, form)) if jobs > 1 else None
                shown = start(counting("填寫", "列", lambda: _rows(table, form), beside="轉檔"))
                filling = Filling(
                    kind=kind,
                    rows=table,
                    out=target,
                    name=kind.pattern(name),
                    on_exists=what_on_exists(overwrite=overwrite, skip=resume, on_exists=None),
                    on=day_of(on),
                    folder=None,
                    executor=executor,
                    also=suffixes,
                    merged="" if merge is None else merge.suffix.lower(),
                    converted=shown.beside,
                )
                conversions = stack.enter_context(
                    filling.begun(done, lambda row: (shown(row), stop.row_done()))
                )
        except BaseException:
            if len(done):  # whatever has ended the rows, what became of them is told
                _tell(done, table, target, report, overwrite=overwrite)
            raise
        has_report = _tell(done, table, target, report, overwrite=overwrite)
        stop.rows_done()
        unconverted = _converted(conversions) if suffixes else []
        if archive is not None:
            typer.echo(f"已打包 {zip_files(done, Path(out), archive, overwrite=overwrite)}")
        if merge is not None:
            unconverted += merged(
                *(done, Path(out), merge),
                pdf_of=conversions.pdf_of,
                odt_of=conversions.odt_of,
                odd_pages=odd_pages,
                overwrite=overwrite,
            )
    if done.rows_with_errors or unconverted or not has_report:
        raise SystemExit(1)


def _rows(table: Path, form: str) -> int | None:
    """How many rows there are; None for what can be read only once."""
    from jingjin_forms.forms.catalog import get_form
    from jingjin_forms.tables.reading import read_raw

    if not table.is_file():
        return None
    return sum(1 for _ in read_raw(table, get_form(form)))


def _converted(conversions: "Conversions") -> list[str]:
    """Convert what was not while the rows were filled; what is missing, which is printed too."""
    with counting("轉檔", "份", conversions.left) as shown:
        conversions.progress = shown
        missing = conversions.finish()
    for problem in missing:
        tell(f"錯誤：{problem}", err=True)
    return missing


def _tell(
    done: "BatchReport", table: Path, out: str | None, wanted: Path | None, *, overwrite: bool
) -> bool:
    """Print the counts and write the report; whether it lies where it should."""
    from jingjin_forms.batch.outputs import save_report
    from jingjin_forms.batch.report.told import rows_at_fault
    from jingjin_forms.files.writing import NOT_OVERWRITTEN

    typer.echo(done.summary())
    for line in rows_at_fault(done):
        typer.echo(line, err=True)
    if any(row.problems[0].endswith(NOT_OVERWRITTEN) for row in done if len(row.problems) == 1):
        typer.echo("有檔案已經存在：要略過請加 --skip，要覆寫請加 --overwrite。", err=True)
    path, fault = save_report(done, table, out, wanted, overwrite=overwrite)
    if fault is not None:
        tell(f"錯誤：{fault}報告改放別處。", err=True)
    typer.echo(f"報告 {path}")
    return fault is None

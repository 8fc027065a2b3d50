"""The command that looks a template over: lint."""

from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import app
from jingjin_forms.cli.telling import tell

_PAGES = "也用 LibreOffice 排版，看字多時核章列會不會獨自跑到下一頁（要安裝 LibreOffice）。"


@app.command("lint")
def lint_command(
    template: Annotated[
        Path, typer.Argument(metavar="TEMPLATE", help="打好標籤的 Word 檔（.docx）。")
    ],
    pages: Annotated[bool, typer.Option("--pages", help=_PAGES)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="給程式讀的格式。")] = False,
) -> None:
    """檢查打好標籤的 Word 檔：一次說出全部問題、在哪裡、怎麼改；有錯誤時結束代碼是 1。"""
    from jingjin_forms.lint import is_error, lint, remarks_json

    found = lint(template, pages=pages)
    if as_json:
        typer.echo(remarks_json(found))
    else:
        for remark in found:
            tell(str(remark))
        typer.echo(_told(sum(map(is_error, found)), len(found)))
    if any(map(is_error, found)):
        raise SystemExit(1)


def _told(errors: int, all_: int) -> str:
    if not all_:
        return "沒有發現問題。"
    return f"共 {all_} 個：錯誤 {errors}、提醒 {all_ - errors}。"

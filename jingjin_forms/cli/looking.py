"""The preview command: the pages of a form as pictures."""

from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import Overwrite, app


@app.command()
def preview(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="資料檔（.yaml 或 .json）。")],
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("預覽"),
    form: Annotated[
        str | None, typer.Option("--form", help="資料檔沒有寫明「表件」時，這裡指定。")
    ] = None,
    dpi: Annotated[int, typer.Option("--dpi", min=20, max=600, help="每英寸幾點。")] = 100,
    overwrite: Overwrite = False,
) -> None:
    """把一張表件印成圖片（.png），一頁一張，名稱同資料檔加上頁次；要有 LibreOffice。"""
    from jingjin_forms.catalog import get_form
    from jingjin_forms.form import load
    from jingjin_forms.writing import make_folder, write_file

    filled = get_form(form).load(facts) if form else load(facts)
    pages = filled.preview(dpi)
    folder = make_folder(out)
    for number, page in enumerate(pages, 1):
        path = folder / f"{facts.stem}-{number}.png"
        typer.echo(f"已產生 {write_file(path, page, overwrite=overwrite)}")

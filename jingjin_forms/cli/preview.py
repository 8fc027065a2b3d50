"""The preview command: the pages of a form as pictures."""

from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import FactsFile, On, Overwrite, WhichForm, app, day_of, loaded


@app.command()
def preview(
    facts: FactsFile,
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("預覽"),
    form: WhichForm = None,
    dpi: Annotated[int, typer.Option("--dpi", min=20, max=600, help="每英寸幾點。")] = 100,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """把一張表件印成圖片（.png），一頁一張，名稱同資料檔加上頁次；要有 LibreOffice。

    檢核的結果一併說。
    """
    from jingjin_forms.files.writing import make_folder, write_file

    day = day_of(on)
    filled = loaded(facts, form)
    pages = filled.preview(dpi)
    folder = make_folder(out)
    for number, page in enumerate(pages, 1):
        path = folder / f"{facts.stem}-{number}.png"
        typer.echo(f"已產生 {write_file(path, page, overwrite=overwrite)}")
    for finding in filled.check(day):
        typer.echo(str(finding), err=True)

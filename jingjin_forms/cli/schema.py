"""The schema command: JSON Schema, by which editors complete what is typed."""

import json
from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import Overwrite, app

_FORM = "表件代號、表名、.docx 或 .odt：這張表件的資料檔；不給就是 Word 範本旁邊的說明檔。"
_OUT = "要寫的檔案（.json）；不給則印在畫面上。"


@app.command()
def schema(
    form: Annotated[str | None, typer.Argument(metavar="[FORM]", help=_FORM)] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help=_OUT)] = None,
    overwrite: Overwrite = False,
) -> None:
    """產生 JSON Schema，編輯器就會提示有哪些項目、標出寫錯的地方。"""
    from jingjin_forms.files.writing import write_file
    from jingjin_forms.forms.catalog import get_form
    from jingjin_forms.forms.tagged import description_schema

    made = description_schema() if form is None else get_form(form).model_json_schema()
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    if out is None:
        typer.echo(text, nl=False)
        return
    typer.echo(f"已產生 {write_file(out, text.encode(), overwrite=overwrite)}")

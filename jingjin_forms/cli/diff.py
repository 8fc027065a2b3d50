"""The diff command: what was changed in a file after it was filled."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import WhichForm, app, loaded, show_table
from jingjin_forms.cli.read_shown import difference_table
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.collecting import Difference
    from jingjin_forms.forms.form import Form

_FILE = "填好的 Word 或 ODF 檔。"
_FACTS = "當初的資料檔（.yaml 或 .json）；不給就只看文字更動、算術與待確認。"


@app.command()
def diff(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_FILE)],
    form: WhichForm = None,
    facts: Annotated[Path | None, typer.Option("--facts", help=_FACTS)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="給程式讀的格式。")] = False,
) -> None:
    """比對填好的檔案：哪些資料和當初的不同、哪些固定文字被改過、金額合不合。

    有不同的，結束代碼是 1。
    """
    from jingjin_forms.collecting import differences
    from jingjin_forms.reading import read_document

    given, kind = _given(facts, form)
    found = differences(read_document(file, kind), given)
    if as_json:
        typer.echo(_json(found))
    elif found:
        show_table(difference_table(found))
    else:
        compared = "與資料一致，" if given is not None else ""
        typer.echo(f"{compared}固定文字沒有更動，金額相符。")
    if found:
        raise SystemExit(1)


def _given(facts: Path | None, form: str | None) -> "tuple[Form | None, type[Form]]":
    """The facts the file was filled with, and the form it is."""
    from jingjin_forms.forms.catalog import get_form

    if facts is not None:
        given = loaded(facts, form)
        return given, type(given)
    if form is None:
        raise FileProblemError("請用 --form 指定是哪一張表件，或用 --facts 給當初的資料檔。")
    return None, get_form(form)


def _json(found: "Sequence[Difference]") -> str:
    entries = [
        {
            "kind": one.kind.name.lower(),
            "path": one.path,
            "where": one.where,
            "given": one.given,
            "found": one.found,
            "place": one.place,
            "why": one.why,
        }
        for one in found
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)

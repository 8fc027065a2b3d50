"""The adopt command: a blank official file becomes a template."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.adopt_files import (
    PAGES,
    PICTURE,
    REPORT,
    TEMPLATE,
    check_outputs,
    write_outputs,
)
from jingjin_forms.cli.app import Overwrite, app, show_table
from jingjin_forms.cli.translating import (
    offer,
    offer_translation,
    quoted,
    tell_next,
    translate_file,
)
from jingjin_forms.errors import FileProblemError, TemplateError, listed

if TYPE_CHECKING:
    from jingjin_forms.adopting import Adoption

_BLANK = "空白表：.docx .doc .odt .ott .rtf…。"
_OUT = "要產生的範本（.docx；.odt 要有 LibreOffice）；不給就只列出找到的空格。"
_NAME = "改一格的名稱，可以給很多次：第2表第3列=計畫目標、第5段=日期、電話2=傳真。"
_SKIP = "這一格不放標籤，可以給很多次：名稱或位置。"
_LIKE = "沿用這個舊範本的名稱；不給時，--overwrite 沿用要覆寫的那一個。"
_PAGES = "標出名稱的頁面：資料夾，或一個 .png；要有 LibreOffice。"
_PICTURE = "標出名稱的空白表（.docx），用 Word 看。"
_REPORT = "把清單存成 .md 或 .xlsx。"
_TRANSLATE = "把別的程式的標籤（{x}、${x}、«x»）換成我們的。"

Source = Annotated[Path, typer.Argument(metavar="BLANK", help=_BLANK)]
Out = Annotated[Path | None, typer.Option("-o", "--out", help=_OUT)]
Names = Annotated[list[str] | None, typer.Option("--name", metavar="ADDRESS=NAME", help=_NAME)]
Skipped = Annotated[list[str] | None, typer.Option("--skip", metavar="ADDRESS", help=_SKIP)]
Like = Annotated[Path | None, typer.Option("--like", help=_LIKE)]
Pages = Annotated[Path | None, typer.Option("--pages", help=_PAGES)]
Coloured = Annotated[Path | None, typer.Option("--picture", help=_PICTURE)]
Report = Annotated[Path | None, typer.Option("--report", help=_REPORT)]


@app.command()
def adopt(
    blank: Source,
    out: Out = None,
    name: Names = None,
    skip: Skipped = None,
    like: Like = None,
    pages: Pages = None,
    picture: Coloured = None,
    report: Report = None,
    translate: Annotated[bool, typer.Option("--translate", help=_TRANSLATE)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="給程式讀的格式。")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只列出，什麼都不寫。")] = False,
    overwrite: Overwrite = False,
) -> None:
    """把空白表變成打好標籤的範本：找出要填的空格，放進標籤，其他一律不動。"""
    given = {TEMPLATE: out, PAGES: pages, PICTURE: picture, REPORT: report}
    wanted = {} if dry_run else {o: path for o, path in given.items() if path is not None}
    check_outputs(blank, wanted, overwrite=overwrite)
    if translate:
        others = (("--name", name), ("--skip", skip), ("--like", like), *list(given.items())[1:])
        if told := [option for option, value in others if value]:
            raise FileProblemError(f"{'、'.join(told)} 不能與 --translate 一起用。")
        translate_file(blank, wanted.get(TEMPLATE), as_json=as_json, overwrite=overwrite)
        return
    template = wanted.get(TEMPLATE)
    is_again = like is None and template is not None and os.path.isfile(template)
    done = _adopted(blank, _named(name or ()), skip or (), template if is_again else like)
    if is_again and template is not None:
        # What is corrected just now may go; what was typed before may not.
        plain = _adopted(blank, {}, (), template) if name or skip else done
        _refuse_losing(template, plain)
    written = write_outputs(done, wanted, overwrite=overwrite)
    if as_json:
        told = {**done.as_dict(), "written": [str(path) for path in written]}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    _tell(done)
    for path in written:
        typer.echo(f"已產生 {path}")
    tell_next(blank, template)


def _named(given: Sequence[str]) -> dict[str, str]:
    """The new name of each address."""
    names: dict[str, str] = {}
    for pair in given:
        address, sign, name = (part.strip() for part in pair.partition("="))
        if not (address and sign and name):
            raise FileProblemError(f"--name {pair}：要寫成 位置=名稱，例如 第2表第3列=計畫目標。")
        if names.setdefault(address, name) != name:
            raise FileProblemError(f"--name {address}：給了兩個名稱（{names[address]}、{name}）。")
    return names


def _adopted(
    blank: Path, names: dict[str, str], skip: Sequence[str], like: Path | None
) -> "Adoption":
    from jingjin_forms.adopting import adopt as adopt_blank

    try:
        return adopt_blank(blank, names=names, skip=skip, like=like)
    except TemplateError as error:  # only a template that a person has changed can have faults
        raise FileProblemError(
            f"{error}\n要沿用的範本「{like}」有錯，請先改好；不沿用就換一個檔名產生。"
        ) from None
    except FileProblemError:
        offer_translation(blank)
        raise


def _refuse_losing(template: Path, done: "Adoption") -> None:
    """Raise FileProblemError where overwriting would lose what a person has typed."""
    from jingjin_forms.adopting.kept import tags_lost

    if lost := tags_lost(template, done.parts):
        told = listed(lost, "個", 8)
        raise FileProblemError(
            f"「{template.name}」裡的標籤 {told} 這次沒有，覆寫就不見了："
            f"請用 -o 換一個檔名並加上 --like {quoted(template)}，再把要留的補上；"
            f"確定不要，就加上 --like {quoted(template)} 再覆寫。"
        )


def _tell(done: "Adoption") -> None:
    from rich.table import Table

    from jingjin_forms.adopting.showing import showing
    from jingjin_forms.arriving.translating import translated

    typer.echo(showing.counted(done))
    table = Table(*showing.HEADS, box=None)
    for row in showing.rows(done):
        table.add_row(*row)
    show_table(table)
    if done.left_alone:
        typer.echo("")
        table = Table(*showing.ALONE_HEADS, box=None)
        for row in showing.alone_rows(done):
            table.add_row(*row)
        show_table(table)
    notes = list(done.notes)
    if found := translated(done.parts).changes:
        notes.append(f"這份{offer(found)}")
    for note in notes:
        typer.echo(f"注意：{note}")

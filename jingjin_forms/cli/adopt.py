"""The adopt command: a blank official file becomes a template."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import Overwrite, app, show_table
from jingjin_forms.errors import FileProblemError, TemplateError

if TYPE_CHECKING:
    from jingjin_forms.adopt import Adoption
    from jingjin_forms.adopt.translating import Change, Translation

_BLANK = "空白表：.docx .doc .odt .ott .rtf…。"
_OUT = "要產生的範本（.docx）；不給就只列出找到的空格。"
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
    if dry_run:
        out, pages, picture, report = None, None, None, None
    _check_outputs(blank, out, pages, picture, report, overwrite=overwrite)
    if translate:
        if given := [o for o, v in (("--name", name), ("--skip", skip), ("--like", like)) if v]:
            raise FileProblemError(f"{'、'.join(given)} 不能與 --translate 一起用。")
        if pages or picture or report:
            raise FileProblemError("--pages、--picture、--report 不能與 --translate 一起用。")
        _translate(blank, out, as_json=as_json, overwrite=overwrite)
        return
    if like is None and out is not None and overwrite and os.path.isfile(out):
        like = out
    done = _adopted(blank, _named(name or ()), skip or (), like)
    written = _written(done, out, pages, picture, report, overwrite=overwrite)
    if as_json:
        _tell_json(done, written)
        return
    _tell(done)
    for path in written:
        typer.echo(f"已產生 {path}")
    _tell_next(blank, out)


def _check_outputs(
    blank: Path,
    out: Path | None,
    pages: Path | None,
    picture: Path | None,
    report: Path | None,
    *,
    overwrite: bool,
) -> None:
    """Raise FileProblemError for what could not be written in the end, before anything is read."""
    from jingjin_forms.files.writing import refuse_existing

    wanted = (
        ("-o", out, (".docx",)),
        ("--picture", picture, (".docx",)),
        ("--report", report, (".md", ".xlsx")),
    )
    taken: dict[str, str] = {os.path.realpath(blank): "空白表"}
    for option, path, suffixes in wanted:
        if path is None:
            continue
        if path.suffix.lower() not in suffixes:
            raise FileProblemError(f"{option}「{path}」的副檔名要是 {' 或 '.join(suffixes)}。")
        if os.path.isdir(path):
            raise FileProblemError(f"{option}「{path}」是一個資料夾，請給檔名。")
        real = os.path.realpath(path)
        if real in taken:
            raise FileProblemError(f"{option}「{path}」就是{taken[real]}，請換一個檔名。")
        taken[real] = f" {option} 的檔案"
        refuse_existing(path, overwrite=overwrite)
    if pages is not None:
        from jingjin_forms.export import has_soffice

        if not has_soffice():
            raise FileProblemError(
                "--pages 要有 LibreOffice：請安裝，或改用 --picture 標示.docx，在 Word 裡看。"
            )


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
    from jingjin_forms.adopt import adopt as adopt_blank

    try:
        return adopt_blank(blank, names=names, skip=skip, like=like)
    except TemplateError as error:  # only a template that a person has changed can have faults
        raise FileProblemError(
            f"{error}\n要沿用的範本「{like}」有錯，請先改好；不沿用就換一個檔名產生。"
        ) from None
    except FileProblemError:
        _offer_translation(blank)
        raise


def _offer_translation(blank: Path) -> None:
    """Raise a better error for a file that is another program's template."""
    try:
        found = _translation(blank).changes
    except FileProblemError:
        return
    if found:
        raise FileProblemError(f"「{blank.name}」{_foreign(found)}") from None


def _translation(blank: Path) -> "Translation":
    from jingjin_forms.adopt.arriving import arrived
    from jingjin_forms.adopt.translating import translated

    return translated(arrived(blank).parts)


def _foreign(changes: "Sequence[Change]") -> str:
    from jingjin_forms.errors import listed

    told = listed((change.before for change in changes), "個", 5)
    return f"有別的程式的標籤 {told}：加上 --translate 就換成我們的標籤。"


def _written(
    done: "Adoption",
    out: Path | None,
    pages: Path | None,
    picture: Path | None,
    report: Path | None,
    *,
    overwrite: bool,
) -> list[Path]:
    """Write what is wanted; all of it is made before the first file is written."""
    from jingjin_forms.files.writing import make_folder, refuse_existing, write_file

    contents: dict[Path, bytes] = {}
    if out is not None:
        contents[out] = done.to_bytes()
    if report is not None:
        contents[report] = _report(done, report)
    if picture is not None:
        contents[picture] = done.picture()
    if pages is not None:
        contents |= _page_files(done, pages)
    for path in contents:
        refuse_existing(path, overwrite=overwrite)
    if pages is not None:
        make_folder(pages.parent if pages.suffix.lower() == ".png" else pages)
    return [write_file(path, made, overwrite=overwrite) for path, made in contents.items()]


def _page_files(done: "Adoption", pages: Path) -> dict[Path, bytes]:
    made = done.preview()
    if pages.suffix.lower() != ".png":
        return {pages / f"{done.name}-{n}.png": page for n, page in enumerate(made, 1)}
    if len(made) == 1:
        return {pages: made[0]}
    return {pages.with_stem(f"{pages.stem}-{n}"): page for n, page in enumerate(made, 1)}


def _report(done: "Adoption", report: Path) -> bytes:
    from jingjin_forms.adopt import showing

    if report.suffix.lower() == ".md":
        return showing.text(done).encode()
    from jingjin_forms.tables.workbook_bytes import new_workbook, workbook_bytes

    book = new_workbook(done.name, "欄位")
    _fill(book["欄位"], showing.HEADS, showing.rows(done))
    _fill(book.create_sheet("沒有放標籤"), showing.ALONE_HEADS, showing.alone_rows(done))
    _fill(book.create_sheet("注意"), ("注意",), ((note,) for note in done.notes))
    return workbook_bytes(book)


def _tell_json(done: "Adoption", written: Sequence[Path]) -> None:
    from jingjin_forms.adopt import showing

    told = {**showing.as_dict(done), "written": [str(path) for path in written]}
    typer.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _tell(done: "Adoption") -> None:
    from rich.table import Table

    from jingjin_forms.adopt import showing
    from jingjin_forms.adopt.translating import translated

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
        notes.append(f"這份{_foreign(found)}")
    for note in notes:
        typer.echo(f"注意：{note}")


def _tell_next(blank: Path, out: Path | None) -> None:
    if out is None:
        typer.echo(
            f"還沒有產生範本。看過以後：jingjin adopt {quoted(blank)} -o {quoted('我的表.docx')}"
        )
        return
    made = quoted(out)
    typer.echo("請在 Word 打開看一遍，標籤不對就直接改。接下來：")
    typer.echo(f"  填一份　jingjin new {made} -o facts.yaml，再 jingjin fill facts.yaml --form {made}")
    typer.echo(f"  填很多　jingjin new {made} -o 名冊.xlsx，再 jingjin batch 名冊.xlsx --form {made}")


def quoted(path: Path | str) -> str:
    """A path as it can be typed in a shell."""
    text = str(path)
    return f'"{text}"' if any(c in text for c in " \t&()'；;　") else text


def _translate(blank: Path, out: Path | None, *, as_json: bool, overwrite: bool) -> None:
    from rich.table import Table

    from jingjin_forms.files.writing import write_file
    from jingjin_forms.word.compile import compile_parts
    from jingjin_forms.word.package import Package

    made = _translation(blank)
    if not made.changes:
        raise FileProblemError(
            f"「{blank.name}」沒有別的程式的標籤（{{x}}、${{x}}、«x»）：不要加 --translate。"
        )
    compile_parts(blank, made.parts)  # or nothing is written
    written = []
    if out is not None:
        content = Package(made.parts).assemble(())
        written = [write_file(out, content, overwrite=overwrite)]
    if as_json:
        told = {
            "changes": [_change(change) for change in made.changes],
            "left": [_change(change) for change in made.left],
            "written": [str(path) for path in written],
        }
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    typer.echo(f"換了 {len(made.changes)} 個標籤。")
    table = Table("原來", "換成", "在哪裡", "說明", box=None)
    for change in (*made.changes, *made.left):
        table.add_row(change.before, change.after or "（沒有換）", str(change.place), change.note)
    show_table(table)
    for path in written:
        typer.echo(f"已產生 {path}")
    if out is None:
        typer.echo("還沒有產生範本。看過以後加上 -o 我的表.docx。")
    else:
        _tell_next(blank, out)


def _change(change: "Change") -> dict[str, str]:
    return {
        "before": change.before,
        "after": change.after,
        "where": str(change.place),
        "note": change.note,
    }

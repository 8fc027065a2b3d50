"""Commands for single forms: amount, list, show, new, fill, demo."""

import os
from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import (
    FactsFile,
    FormName,
    On,
    Overwrite,
    WhichForm,
    Year,
    app,
    day_of,
    form_named,
    loaded,
    remind_of_county,
    show_table,
)
from jingjin_forms.cli.odt_told import remind_of_odt
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FileProblemError

_NEW = "資料檔（.yaml）、名冊（.xlsx）或空白表件（.docx .odt）；不給則印在畫面上。"
_PLAN = "只列這一種的欄位，例如 計畫一；幾種用逗號隔開：計畫一,計畫二。"
_FROM = "帶入這份資料檔的內容。"
_ALL = "審查小組等別人填的也列出。"


@app.command()
def amount(
    number: Annotated[
        str, typer.Argument(metavar="NUMBER", help="金額，例如 15000、15,000 或 壹萬伍仟元整。")
    ],
    slots: Annotated[bool, typer.Option("--slots", help="每一位都寫出來（格位式）。")] = False,
) -> None:
    """把金額寫成國字大寫；給國字大寫則寫回數字。"""
    from jingjin_forms.values.uppercase import parse_uppercase_amount, uppercase_amount

    is_in_words = any(numeral in number for numeral in "零壹貳參叁叄肆伍陸柒捌玖拾佰仟")
    if is_in_words and not any(figure in number for figure in "0123456789０１２３４５６７８９"):
        typer.echo(f"{parse_uppercase_amount(number):,}")
    else:
        typer.echo(uppercase_amount(number, style="slots" if slots else "running"))


@app.command("list")
def list_command() -> None:
    """列出所有表件。"""
    from rich.table import Table

    from jingjin_forms.forms.catalog import list_forms, unpublished
    from jingjin_forms.packets.application import list_applications

    forms = list_forms()
    table = Table(box=None)
    table.add_column("代號", no_wrap=True, min_width=max(len(form.key) for form in forms))
    for heading in ("表件", "編號", "計畫"):
        table.add_column(heading, overflow="fold")
    for form in forms:
        table.add_row(form.key, form.title, form.annex, form.programme)
    show_table(table)
    typer.echo("\n送件（jingjin packet）：")
    for application in list_applications():
        typer.echo(f"  {application.key}　{application.title}")
    typer.echo("\n僅具名，無格式（官方文件只提到名稱，請用縣市或學校自己的格式）：")
    for paper in unpublished():
        typer.echo(f"  {paper.title}　{paper.clause.document} {paper.clause.number}")


@app.command()
def show(form: FormName, year: Year = None) -> None:
    """顯示一張表件的欄位與規則。"""
    from rich.table import Table

    from jingjin_forms.checks.tables import rule_table
    from jingjin_forms.forms.catalog import is_path
    from jingjin_forms.forms.describe import describe

    found = form_named(form).of_year(year)
    programme = f"（{found.programme}）" if found.programme else ""
    typer.echo(f"{found.annex} {found.title}{programme}".strip())
    sample = f"範例　{found.sample_path()}\n" if found.has_sample() else ""
    typer.echo(f"代號　{found.key}\n範本　{found.template_path()}\n{sample}")
    table = Table("欄位", "英文名稱", "說明", box=None)
    for row in describe(found):
        table.add_row(row.label, row.name, row.instruction)
    show_table(table)
    if is_path(form):
        from jingjin_forms.forms.tagged.notes import field_notes

        for line in field_notes(found):
            typer.echo(line)
    if changes := getattr(found, "changes", ()):
        typer.echo("\n與依據的表件不同的地方")
        for change in changes:
            typer.echo(f"  {change}")
    if rules := found.rules:
        typer.echo("\n檢核的規則")
        show_table(rule_table(rules))


@app.command()
def new(
    form: FormName,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help=_NEW),
    ] = None,
    rows: Annotated[int, typer.Option("--rows", min=1, help="名冊留幾列可填。")] = 100,
    year: Year = None,
    plan: Annotated[list[str] | None, typer.Option("--plan", help=_PLAN)] = None,
    source: Annotated[Path | None, typer.Option("--from", help=_FROM)] = None,
    whole: Annotated[bool, typer.Option("--all", help=_ALL)] = False,
    overwrite: Overwrite = False,
) -> None:
    """產生空白的資料檔、名冊或表件；也可以給送件或計畫的代號（school_based/application）。"""
    from jingjin_forms.files.writing import write_file
    from jingjin_forms.packets.starting import new_facts

    suffix = "" if out is None else out.suffix.lower()
    if out is not None and suffix in (".xlsx", ".docx", ".odt"):
        if plan or source:
            raise FileProblemError("--plan、--from 只用在資料檔：檔名請用 .yaml。")
        if whole and suffix != ".xlsx":
            raise FileProblemError("--all 只用在資料檔與名冊：檔名請用 .yaml 或 .xlsx。")
        if suffix != ".xlsx":
            written = form_named(form).blank(year).save(out, overwrite=overwrite)
        else:
            from jingjin_forms.tables import write_roster

            written = write_roster(
                form, out, rows=rows, overwrite=overwrite, year=year, whole=whole
            )
        typer.echo(f"已產生 {written}")
        return
    _refuse_description(form, out)
    begun = new_facts(
        form,
        plan=plan or (),
        source=source,
        whole=whole,
        school_year=year,
        folder=None if out is None else out.absolute().parent,
        called=_called(form, out),
    )
    if begun.left_out:
        tell(f"[提醒] 這裡沒有的欄位不帶入：{'、'.join(begun.left_out)}", err=True)
    if out is None:
        typer.echo(begun.text, nl=False)
        return
    if suffix not in (".yaml", ".yml"):
        raise FileProblemError(f"「{out}」的副檔名要是 .yaml、.xlsx、.docx 或 .odt。")
    typer.echo(f"已產生 {write_file(out, begun.text.encode(), overwrite=overwrite)}")


def _refuse_description(form: str, out: Path | None) -> None:
    """Raise FileProblemError where facts would lie where a Word file's description does."""
    from jingjin_forms.forms.catalog import is_path

    template = Path(form.strip())
    if (
        out is not None
        and is_path(form)
        and out.absolute().with_suffix("") == template.absolute().with_suffix("")
    ):
        raise FileProblemError(
            f"「{out}」與範本同名，那是範本說明檔的名字：資料檔請換一個檔名，例如 facts.yaml。"
        )


def _called(form: str, out: Path | None) -> str:
    """What a facts file calls a form that is a Word file: its path from the facts file's folder."""
    from jingjin_forms.forms.catalog import is_path

    if not is_path(form):
        return ""
    try:
        return os.path.relpath(form.strip(), out.parent if out else ".").replace(os.sep, "/")
    except ValueError:  # another drive
        return str(Path(form.strip()).absolute())


@app.command()
def fill(
    facts: FactsFile,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="要產生的檔案（.docx .odt .pdf）；不給則是同名的 .docx（範本是 .odt 的 .odt）。",
        ),
    ] = None,
    form: WhichForm = None,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """填一張表件；檢核的結果一併說。"""
    day = day_of(on)
    filled = loaded(facts, form)
    remind_of_county(filled)
    if out is not None and out.suffix.lower() == ".odt":
        remind_of_odt(type(filled))
    written = filled.save(
        out or facts.with_suffix(filled.own_template().suffix), overwrite=overwrite
    )
    for finding in filled.check(day):
        tell(str(finding), err=True)
    typer.echo(f"已產生 {written}")


@app.command()
def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("demo"),
    overwrite: Overwrite = False,
) -> None:
    """把所有表件的範例填好，放進 ./demo。"""
    from jingjin_forms.cli.counting import counting
    from jingjin_forms.files.writing import make_folder
    from jingjin_forms.forms.catalog import list_forms

    written: list[Path] = []
    forms = list_forms()
    try:
        with counting("產生範例", "張", len(forms)) as done:
            for form in forms:
                folder = make_folder(out / form.key.split("/")[0])
                name = " ".join(filter(None, (form.annex, form.title)))
                written.append(form.sample().save(folder / f"{name}.docx", overwrite=overwrite))
                done(form)
    finally:  # also of those before the one that failed
        for path in written:
            typer.echo(f"已產生 {path}")

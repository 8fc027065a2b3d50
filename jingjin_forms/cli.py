"""The `jingjin` command: the only module that prints or exits.

Exit codes: 0 done, 1 the facts or files are not right (one clear message, never a traceback), 2 the
command was written wrongly.
"""

import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.errors import FileProblemError, JingjinError

if TYPE_CHECKING:
    from jingjin_forms.checking import Finding

app = typer.Typer(
    help="精進教學計畫等學校補助表件：填一次資料，產生核章用的 Word 檔。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Overwrite = Annotated[bool, typer.Option("--overwrite", help="檔案已存在時覆寫。")]
On = Annotated[
    str | None, typer.Option("--on", help="送件的日子，例如 112年3月10日；不給就是今天。")
]
FormName = Annotated[
    str, typer.Argument(metavar="FORM", help="表件代號（school_based/budget_estimate）或表名。")
]


@app.command()
def amount(
    number: Annotated[
        str, typer.Argument(metavar="NUMBER", help="金額，例如 15000、15,000 或 壹萬伍仟元整。")
    ],
    slots: Annotated[bool, typer.Option("--slots", help="每一位都寫出來（格位式）。")] = False,
) -> None:
    """把金額寫成國字大寫；給國字大寫則寫回數字。"""
    from jingjin_forms.amount import parse_uppercase_amount, uppercase_amount

    if any(numeral in number for numeral in "零壹貳參叁叄肆伍陸柒捌玖拾佰仟"):
        typer.echo(f"{parse_uppercase_amount(number):,}")
    else:
        typer.echo(uppercase_amount(number, style="slots" if slots else "running"))


@app.command("list")
def list_command() -> None:
    """列出所有表件。"""
    from rich.table import Table

    from jingjin_forms.application import list_applications
    from jingjin_forms.catalog import list_forms
    from jingjin_forms.named_only import NAMED_ONLY

    table = Table("代號", "表件", "編號", "計畫", box=None)
    for form in list_forms():
        table.add_row(form.key, form.title, form.annex, form.programme)
    _show(table)
    typer.echo("\n送件（jingjin packet）：")
    for application in list_applications():
        typer.echo(f"  {application.key}　{application.title}")
    typer.echo("\n僅具名，無格式（官方文件只提到名稱，請用縣市或學校自己的格式）：")
    for paper in NAMED_ONLY:
        typer.echo(f"  {paper.title}　{paper.clause.document} {paper.clause.number}")


@app.command()
def show(form: FormName) -> None:
    """顯示一張表件的欄位與規則。"""
    from rich.table import Table

    from jingjin_forms.catalog import get_form
    from jingjin_forms.checking.rule import rules_for
    from jingjin_forms.checking.tables import rule_table
    from jingjin_forms.describe import describe

    found = get_form(form)
    typer.echo(f"{found.annex} {found.title}（{found.programme}）".strip())
    typer.echo(f"代號　{found.key}\n範本　{found.template_path()}\n範例　{found.sample_path()}\n")
    table = Table("欄位", "英文名稱", "說明", box=None)
    for row in describe(found):
        table.add_row(row.label, row.name, row.instruction)
    _show(table)
    if rules := rules_for(found.key):
        typer.echo("\n檢核的規則")
        _show(rule_table(rules))


@app.command()
def new(
    form: FormName,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="資料檔（.yaml）；不給則印在畫面上。")
    ] = None,
    overwrite: Overwrite = False,
) -> None:
    """產生一份空白的資料檔，附填寫說明；也可以給送件的代號（school_based/application）。"""
    from jingjin_forms.application import get_application, is_application
    from jingjin_forms.catalog import get_form
    from jingjin_forms.skeleton import packet_skeleton, yaml_skeleton
    from jingjin_forms.writing import write_file

    if is_application(form):
        text = packet_skeleton(get_application(form))
    else:
        text = yaml_skeleton(get_form(form))
    if out is None:
        typer.echo(text, nl=False)
        return
    if out.suffix.lower() not in (".yaml", ".yml"):
        raise FileProblemError(f"「{out}」的副檔名要是 .yaml。")
    typer.echo(f"已產生 {write_file(out, text.encode(), overwrite=overwrite)}")


@app.command()
def fill(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="資料檔（.yaml 或 .json）。")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="要產生的 Word 檔；不給則與資料檔同名。")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--form", help="資料檔沒有寫明「表件」時，這裡指定。")
    ] = None,
    overwrite: Overwrite = False,
) -> None:
    """填一張表件。"""
    from jingjin_forms.catalog import get_form
    from jingjin_forms.form import load

    filled = get_form(form).load(facts) if form else load(facts)
    written = filled.save(out or facts.with_suffix(".docx"), overwrite=overwrite)
    for finding in filled.check():
        typer.echo(str(finding), err=True)
    typer.echo(f"已產生 {written}")


@app.command()
def check(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="資料檔（.yaml 或 .json）。")],
    form: Annotated[
        str | None, typer.Option("--form", help="資料檔沒有寫明「表件」時，這裡指定。")
    ] = None,
    on: On = None,
    as_json: Annotated[bool, typer.Option("--json", help="給程式讀的格式。")] = False,
) -> None:
    """檢核一張表件或一份送件，連同依據；有錯誤時結束代碼是 1。"""
    from jingjin_forms.checking.tables import finding_table, findings_json, is_error

    findings = _checked(facts, form, _day(on))
    if as_json:
        typer.echo(findings_json(findings))
    elif findings:
        _show(finding_table(findings))
    else:
        typer.echo("沒有發現問題。")
    if any(map(is_error, findings)):
        raise SystemExit(1)


def _checked(path: Path, form: str | None, on: date) -> "Sequence[Finding]":
    from jingjin_forms.application import PACKET_KEY
    from jingjin_forms.catalog import get_form
    from jingjin_forms.facts_file import read_facts
    from jingjin_forms.form import load
    from jingjin_forms.packet_reading import load_packet

    if form is not None:
        return get_form(form).load(path).check(on)
    if PACKET_KEY not in read_facts(path):
        return load(path).check(on)
    packet = load_packet(path)
    return [*packet.problem_findings(), *packet.check(on)]


@app.command()
def rules(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="計畫代號或名稱。")],
) -> None:
    """列出一個計畫的全部規則與依據。"""
    from jingjin_forms.catalog import get_programme
    from jingjin_forms.checking.rule import rules_of
    from jingjin_forms.checking.tables import rule_table

    _show(rule_table(rules_of(get_programme(programme))))


@app.command()
def calendar(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="計畫代號或名稱。")],
) -> None:
    """列出一個計畫的期限。"""
    from jingjin_forms.catalog import get_programme
    from jingjin_forms.checking.rule import rules_of
    from jingjin_forms.checking.tables import calendar_table

    _show(calendar_table(rules_of(get_programme(programme))))


@app.command()
def packet(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="送件資料檔（.yaml 或 .json）。")],
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("送件"),
    archive: Annotated[bool, typer.Option("--zip", help="另外打包成一個 .zip。")] = False,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """一份資料產生一次送件的全部文件，附送件清單；有錯誤時結束代碼是 1。"""
    from jingjin_forms.checking.tables import finding_table, is_error
    from jingjin_forms.packet_reading import load_packet
    from jingjin_forms.packet_writing import save_packet

    day = _day(on)
    saved = save_packet(load_packet(facts), out, on=day, overwrite=overwrite, archive=archive)
    for path in saved.paths:
        typer.echo(f"已產生 {path}")
    findings = [*saved.packet.problem_findings(), *saved.packet.check(day)]
    if findings:
        _show(finding_table(findings))
    if any(map(is_error, findings)):
        raise SystemExit(1)


def _day(given: str | None) -> date:
    """The day of handing in: today unless given."""
    from jingjin_forms.roc import parse_roc_date

    return date.today() if given is None else parse_roc_date(given)


@app.command()
def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("demo"),
    overwrite: Overwrite = False,
) -> None:
    """把所有表件的範例填好，放進 ./demo。"""
    from rich.console import Console
    from rich.progress import track

    from jingjin_forms.catalog import list_forms

    written: list[Path] = []
    progress = Console(stderr=True)
    try:
        for form in track(list_forms(), "產生範例", console=progress, transient=True):
            folder = _made(out / form.key.split("/")[0])
            name = " ".join(filter(None, (form.annex, form.title)))
            written.append(form.sample().save(folder / f"{name}.docx", overwrite=overwrite))
    finally:  # also of those before the one that failed
        for path in written:
            typer.echo(f"已產生 {path}")


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise FileProblemError(f"無法建立資料夾「{folder}」：{reason}。") from None
    return folder


def _show(table: object) -> None:
    from rich.console import Console

    # Piped into a file or another program, a line must not be cut at 80 columns.
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, emoji=False, highlight=False).print(table)


def main() -> None:
    """Entry point: turns a user's mistake into one message and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a character shows ? instead
            stream.reconfigure(errors="replace")
    try:
        app()
    except JingjinError as error:
        typer.echo(f"錯誤：{error}", err=True)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        typer.echo("已中斷。", err=True)
        raise SystemExit(130) from None

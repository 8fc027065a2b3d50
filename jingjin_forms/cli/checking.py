"""Commands that hold facts against the clauses: check, rules, calendar, packet."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import FactsFile, On, Overwrite, WhichForm, Year, app, day_of, show_table

if TYPE_CHECKING:
    from jingjin_forms.checks import Finding


@app.command()
def check(
    facts: FactsFile,
    form: WhichForm = None,
    on: On = None,
    as_json: Annotated[bool, typer.Option("--json", help="給程式讀的格式。")] = False,
) -> None:
    """檢核一張表件或一份送件，連同依據；有錯誤時結束代碼是 1。"""
    from jingjin_forms.checks.tables import finding_table, findings_json, is_error

    findings = _checked(facts, form, day_of(on))
    if as_json:
        typer.echo(findings_json(findings))
    elif findings:
        show_table(finding_table(findings))
    else:
        typer.echo("沒有發現問題。")
    if any(map(is_error, findings)):
        raise SystemExit(1)


def _checked(path: Path, form: str | None, on: date) -> "Sequence[Finding]":
    from jingjin_forms.facts.facts_file import read_facts
    from jingjin_forms.forms.catalog import get_form
    from jingjin_forms.forms.loading import load
    from jingjin_forms.packets.application import PACKET_KEY
    from jingjin_forms.packets.reading import load_packet

    if form is not None:
        return get_form(form).load(path).check(on)
    if PACKET_KEY not in read_facts(path):
        return load(path).check(on)
    packet = load_packet(path)
    return [*packet.problem_findings(), *packet.check(on)]


@app.command()
def rules(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="計畫代號或名稱。")],
    year: Year = None,
) -> None:
    """列出一個計畫的全部規則與依據。"""
    from jingjin_forms.checks.edition import edition_for
    from jingjin_forms.checks.tables import document_table, rule_table
    from jingjin_forms.forms.catalog import get_programme

    edition = edition_for(get_programme(programme).editions, year, None)
    if edition.documents:
        show_table(document_table(edition.documents))
    show_table(rule_table(edition.rules))


@app.command()
def calendar(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="計畫代號或名稱。")],
) -> None:
    """列出一個計畫的期限。"""
    from jingjin_forms.checks.tables import calendar_table
    from jingjin_forms.forms.catalog import get_programme

    show_table(calendar_table(get_programme(programme).editions))


@app.command()
def packet(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="送件資料檔（.yaml 或 .json）。")],
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("送件"),
    archive: Annotated[bool, typer.Option("--zip", help="另外打包成一個 .zip。")] = False,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """一份資料產生一次送件的全部文件，附送件清單；有錯誤時結束代碼是 1。"""
    from jingjin_forms.checks.tables import finding_table, is_error
    from jingjin_forms.packets.reading import load_packet

    day = day_of(on)
    saved = load_packet(facts).save(out, on=day, overwrite=overwrite, archive=archive)
    for path in saved.paths:
        typer.echo(f"已產生 {path}")
    findings = [*saved.packet.problem_findings(), *saved.packet.check(day)]
    if findings:
        show_table(finding_table(findings))
    if any(map(is_error, findings)):
        raise SystemExit(1)

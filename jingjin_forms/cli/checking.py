"""Commands that hold facts against the clauses: check, rules, packet."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import (
    FactsFile,
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
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FactsError

if TYPE_CHECKING:
    from jingjin_forms.checks import Finding
    from jingjin_forms.checks.deadlines import Due
    from jingjin_forms.forms.form import Form
    from jingjin_forms.packets.packet import Packet, SavedPacket

_ALSO = "每一份另外有 odt、pdf 或 odt,pdf，放在旁邊（.zip 裡也有）；pdf 要有 LibreOffice。"
Json = Annotated[bool, typer.Option("--json", help="給程式讀的格式。")]


@app.command()
def check(
    facts: FactsFile,
    form: WhichForm = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """檢核一張表件或一份送件，連同依據與還沒到的期限；有錯誤時結束代碼是 1。"""
    from jingjin_forms.checks.tables import findings_json, is_error

    day = day_of(on)
    try:
        checked = checked_in(facts, form)
    except FactsError as error:
        _show_readable(facts, form, error, day, as_json=as_json)
        raise SystemExit(1) from None
    remind_of_county(checked)
    findings = _findings(checked, day, together=not as_json)
    if as_json:
        typer.echo(findings_json(findings))
    else:
        _show(findings, checked.deadlines(day), day)
    if any(map(is_error, findings)):
        raise SystemExit(1)


def _show_readable(
    path: Path, form: str | None, error: FactsError, day: date, *, as_json: bool
) -> None:
    """What is wrong with facts that make no form, and what the rules say of the rest."""
    from jingjin_forms.checks import Finding, Severity
    from jingjin_forms.checks.tables import finding_table, findings_json
    from jingjin_forms.facts.facts_file import read_facts
    from jingjin_forms.forms.form import FORM_KEY
    from jingjin_forms.forms.readable import findings_of_readable
    from jingjin_forms.packets.application import is_application

    facts = dict(read_facts(path))
    named = facts.pop(FORM_KEY, None)
    if form is None and (not isinstance(named, str) or not named or is_application(named)):
        raise error
    found = findings_of_readable(form_named(form or named), facts, error.problems, day, path.parent)
    if as_json:
        told = [
            Finding(
                Severity.ERROR,
                p.where,
                str(p).removeprefix(f"{p.where}："),
                path=p.path,
                code=p.code,
            )
            for p in error.problems
        ]
        typer.echo(findings_json([*told, *found]))
        return
    tell(f"錯誤：{error}", err=True)
    if found:
        typer.echo("改好以前，讀得出的內容先檢核如下（讀不出的沒有算進合計）：")
        show_table(finding_table(found))


def checked_in(path: Path, form: str | None) -> "Form | Packet":
    """The form or packet whose facts stand in the file."""
    from jingjin_forms.facts.facts_file import read_facts
    from jingjin_forms.packets.application import PACKET_KEY
    from jingjin_forms.packets.reading import load_packet

    if form is None and PACKET_KEY in read_facts(path):
        return load_packet(path)
    return loaded(path, form)


def _findings(checked: "Form | Packet", day: date, *, together: bool) -> "Sequence[Finding]":
    from jingjin_forms.packets.packet import Packet

    if not isinstance(checked, Packet):
        return checked.check(day)
    return [*checked.problem_findings(together=together), *checked.check(day)]


def _show(findings: "Sequence[Finding]", dues: "Sequence[Due]", day: date) -> None:
    """What was found, and the days that lie ahead."""
    from jingjin_forms.checks.tables import due_table, finding_table

    if findings:
        show_table(finding_table(findings))
    else:
        typer.echo("沒有發現問題。")
    if ahead := [due for due in dues if not due.is_over(day)]:
        typer.echo("\n期限")
        show_table(due_table(ahead, day))


@app.command()
def rules(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="計畫代號或名稱。")],
    year: Year = None,
    as_json: Json = False,
) -> None:
    """列出一個計畫的全部規則、依據，以及條文怎麼讀的說明。"""
    from jingjin_forms.checks.edition import edition_for
    from jingjin_forms.checks.tables import document_table, rule_table, rules_json
    from jingjin_forms.forms.catalog import get_programme

    edition = edition_for(get_programme(programme).editions, year, None)
    if as_json:
        typer.echo(rules_json(edition.rules))
        return
    if edition.documents:
        show_table(document_table(edition.documents))
    show_table(rule_table(edition.rules))


@app.command()
def packet(
    facts: Annotated[Path, typer.Argument(metavar="FACTS", help="送件資料檔（.yaml 或 .json）。")],
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("送件"),
    archive: Annotated[bool, typer.Option("--zip", help="另外打包成一個 .zip。")] = False,
    also: Annotated[str | None, typer.Option("--also", help=_ALSO)] = None,
    on: On = None,
    overwrite: Overwrite = False,
    as_json: Json = False,
) -> None:
    """一份資料產生一次送件的全部文件，附送件清單；有錯誤時結束代碼是 1。"""
    from jingjin_forms.checks.tables import is_error
    from jingjin_forms.packets.reading import load_packet
    from jingjin_forms.packets.tables import packet_json

    day = day_of(on)
    suffixes = () if also is None else _suffixes(also)
    loaded_packet = load_packet(facts)
    remind_of_county(loaded_packet)
    saved = loaded_packet.save(out, on=day, overwrite=overwrite, archive=archive, also=suffixes)
    findings = _findings(saved.packet, day, together=True)
    if as_json:
        typer.echo(packet_json(saved, day))
    else:
        _show_saved(saved, findings, day)
    if any(map(is_error, findings)):
        raise SystemExit(1)


def _suffixes(also: str) -> tuple[str, ...]:
    from jingjin_forms.packets.packet import formats_besides

    return formats_besides(also, "--also")


def _show_saved(saved: "SavedPacket", findings: "Sequence[Finding]", day: date) -> None:
    """What was written, how it is handed in, what was found, and the days that lie ahead."""
    from jingjin_forms.packets.tables import delivery_table

    for path in saved.paths:
        typer.echo(f"已產生 {path}")
    papers = saved.packet.cited_papers(day)
    if any(paper.deliveries for paper in papers):
        typer.echo("\n送件方式")
        show_table(delivery_table(papers))
    _show(findings, saved.packet.deadlines(day), day)

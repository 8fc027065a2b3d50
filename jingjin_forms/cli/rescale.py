"""The rescale command: a budget cut to the approved sum, as a new facts file."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import FactsFile, On, Overwrite, WhichForm, app, day_of
from jingjin_forms.cli.telling import tell

if TYPE_CHECKING:
    from jingjin_forms.packets.rescaling import RescaledFacts

_TO = "核定金額，例如 28000 或 28,000。"
_OUT = "新的資料檔（.yaml 或 .json）；不給則放在旁邊，檔名加上核定金額。"


@app.command()
def rescale(
    facts: FactsFile,
    to: Annotated[str, typer.Option("--to", help=_TO)],
    out: Annotated[Path | None, typer.Option("-o", "--out", help=_OUT)] = None,
    form: WhichForm = None,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """經費依核定金額刪減，寫成新的資料檔；改了什麼、檢核的結果一併說。"""
    from jingjin_forms.packets.rescaling import rescale_facts
    from jingjin_forms.values.amount import Money

    day = day_of(on)
    approved = Money(to)
    cut = rescale_facts(facts, approved, form=form)
    beside = facts.with_name(f"{facts.stem}_{int(approved)}{facts.suffix}")
    written = cut.save(out or beside, overwrite=overwrite) if cut.changes else None
    typer.echo(f"申請的合計 {cut.asked:,} 元，核定金額 {approved:,} 元：")
    for change in cut.changes:
        typer.echo(f"  {change}")
    if cut.left_over:
        typer.echo(f"  剩下 {cut.left_over:,} 元，沒有一個項目用得上")
    if written is None:
        typer.echo("  沒有要刪減的，不產生檔案。")
        return
    _tell(cut, day)
    typer.echo(f"已產生 {written}")


def _tell(cut: "RescaledFacts", day: date) -> None:
    """What the rules say of it now."""
    from jingjin_forms.packets.packet import Packet

    made = cut.made
    if isinstance(made, Packet) and not made.application.is_revised:
        tell("[提醒] 審核後修正再送的，「修正版」請填「是」。", err=True)
    for finding in made.check(day):
        tell(str(finding), err=True)

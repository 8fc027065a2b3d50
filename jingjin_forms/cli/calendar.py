"""The calendar command: by when papers are handed in."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.app import On, WhichForm, app, day_of, form_named, show_table
from jingjin_forms.cli.checking import checked_in
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.forms.programme import Programme

_NAME = "計畫、表件或送件的代號或名稱；給了資料檔就不必寫。"
_FACTS = "資料檔（.yaml 或 .json）：由資料決定的期限，照它算出日期。"
_FACTS_FILES = (".yaml", ".yml", ".json")


@app.command()
def calendar(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=_NAME)] = None,
    facts: Annotated[Path | None, typer.Option("--facts", help=_FACTS)] = None,
    form: WhichForm = None,
    on: On = None,
) -> None:
    """列出一個計畫的每一個期限；給資料檔時，由資料決定的日子也算出來。"""
    if facts is None and name is not None and Path(name).suffix.lower() in _FACTS_FILES:
        name, facts = None, Path(name)
    if facts is not None:
        _show_of_facts(facts, form, name, day_of(on))
    elif name is not None:
        _show_of_programme(_programme_of(name))
    else:
        raise FileProblemError("請寫計畫的代號，例如 jingjin calendar school_based；或給資料檔。")


def _show_of_facts(path: Path, form: str | None, name: str | None, day: date) -> None:
    from jingjin_forms.checks.finding import ANOTHER_YEAR, NO_YEAR
    from jingjin_forms.checks.tables import appointed_table

    made = checked_in(path, form)
    asked = None if name is None else _programme_of(name)
    own = _programme_of(made.key) if asked else None
    if asked and (own is None or own.name != asked.name):
        raise FileProblemError(f"「{path}」不是{asked.title}的資料。")
    if days := made.calendar(day):
        show_table(appointed_table(days, day))
        return
    for finding in made.check(day):
        if finding.code in (ANOTHER_YEAR, NO_YEAR):
            tell(f"[提醒] {finding.message}", err=True)
    typer.echo("沒有查得到的期限；請看主管機關的公文。")


def _show_of_programme(programme: "Programme | None") -> None:
    from jingjin_forms.checks.deadlines import calendar as deadlines
    from jingjin_forms.checks.tables import calendar_table

    if programme is not None and any(True for _ in deadlines(programme.editions)):
        show_table(calendar_table(programme.editions))
    else:
        called = f"{programme.title}的規定" if programme else "這張表件"
        typer.echo(f"{called}沒有寫明期限；請看主管機關的公文。")


def _programme_of(name: str) -> "Programme | None":
    """The programme of this name, or that of a form or an application; None for a form of one's
    own. Raises FormNotFoundError."""
    from jingjin_forms.forms.programme import programmes
    from jingjin_forms.packets.application import application_named

    found = next((programme for programme in programmes() if programme.is_called(name)), None)
    if found is not None:
        return found
    application = application_named(name)
    return form_named(name).home() if application is None else application.home()

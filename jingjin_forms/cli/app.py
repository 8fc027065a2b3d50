"""The app, the options that several commands share, and what they show."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jingjin_forms.cli.chinese import ChineseTyper
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FactsError, FormNotFoundError, Problem

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form
    from jingjin_forms.packets.packet import Packet

app = ChineseTyper(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_FORMS = typer.Option("--forms", help="另外有表件的資料夾；也可以用環境變數 JINGJIN_FORMS。")


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        import jingjin_forms

        typer.echo(f"jingjin_forms {jingjin_forms.__version__}")
        raise typer.Exit


_VERSION = typer.Option("--version", help="看是哪一版。", is_eager=True, callback=_show_version)


@app.callback()
def use_forms(
    forms: Annotated[Path | None, _FORMS] = None,
    version: Annotated[bool, _VERSION] = False,
) -> None:
    """精進教學計畫等學校補助表件：填一次資料，產生核章用的 Word 檔。"""
    if forms is not None:
        from jingjin_forms.programmes import use_folder

        use_folder(forms)


HOW_TO_OVERWRITE = "要覆寫請加 --overwrite。"
Overwrite = Annotated[bool, typer.Option("--overwrite", help="檔案已存在時覆寫。")]
On = Annotated[
    str | None,
    typer.Option(
        "--on", help="送件的日子，例如 112年3月10日，可以加時間：112年3月10日 17:01；不給就是今天。"
    ),
]
Year = Annotated[int | None, typer.Option("--year", help="學年度，例如 112；不給就是最新的規定。")]
FormName = Annotated[
    str,
    typer.Argument(
        metavar="FORM",
        help="表件代號（school_based/budget_estimate）、表名，或打好標籤的 .docx、.odt。",
    ),
]


FactsFile = Annotated[Path, typer.Argument(metavar="FACTS", help="資料檔（.yaml 或 .json）。")]
WhichForm = Annotated[
    str | None,
    typer.Option("--form", help="資料檔沒有寫明「表件」時，這裡指定；也可以是 .docx、.odt。"),
]


def loaded(facts: Path, form: str | None) -> "Form":
    """The form whose facts stand in the file; which form it is, the file says unless given.

    Raises FactsError for the facts of a packet, which are those of several forms.
    """
    from jingjin_forms.facts.facts_file import read_facts
    from jingjin_forms.forms.identity import FORM_KEY
    from jingjin_forms.forms.loading import load
    from jingjin_forms.packets.application import PACKET_KEY, get_application, is_application

    given = read_facts(facts)
    if PACKET_KEY in given:
        how = f"請用 jingjin packet {facts}；只要檢核用 jingjin check {facts}。"
        problem = Problem(PACKET_KEY, f"這份資料是一次送件的，不是一張表件；產生全部文件{how}")
        raise FactsError(str(facts), [problem])
    if not form and is_application(named := str(given.get(FORM_KEY))):
        key = get_application(named).key
        fault = f"這是送件的名稱，不是一張表件；這一行要寫成 {PACKET_KEY}: {key}。"
        raise FactsError(str(facts), [Problem(FORM_KEY, fault, named)])
    return form_named(form).load(facts) if form else load(facts)


def form_named(name: str) -> "type[Form]":
    """The form of this name. Raises FormNotFoundError, for a packet with what to use instead."""
    from jingjin_forms.facts.facts_file import SUFFIXES
    from jingjin_forms.forms.catalog import get_form
    from jingjin_forms.packets.application import get_application, is_application

    if name.lower().endswith(SUFFIXES):
        raise FormNotFoundError(
            f"「{name}」是資料檔，不是表件的名稱：檢核用 jingjin check {name}，"
            "表件的名稱用 jingjin list 看。"
        )
    if is_application(name):
        key = get_application(name).key
        raise FormNotFoundError(
            f"「{name}」是送件，不是一張表件：要填的欄位用 jingjin new {key}，"
            f"規則用 jingjin rules {key.partition('/')[0]}，產生全部文件用 jingjin packet。"
        )
    return get_form(name)


def remind_of_county(made: "Form | Packet") -> None:
    """Say that a school's name shows no county: it is printed as it stands, its 鄉鎮 blank."""
    from jingjin_forms.forms.form import Form
    from jingjin_forms.parts.school import School, read_name

    papers = [made] if isinstance(made, Form) else [paper.form for paper in made.papers]
    names = [
        s.full_name
        for p in papers
        if isinstance(s := getattr(p, "school", None), School)
        if not s.county
    ]
    for name in dict.fromkeys(names):
        seen = read_name(name)
        if seen.level is not None and not seen.county:
            tell(
                f"[提醒] 「學校名稱」：「{name}」沒有寫縣市，紙上照這樣印；"
                "要全銜請連縣市鄉鎮一起寫，例如 花蓮縣吉安鄉宜昌國民小學。",
                err=True,
            )


def day_of(given: str | None) -> date:
    """The day of handing in, or the point of time (a `datetime`); today unless given."""
    from jingjin_forms.values.clock import parse_roc_moment

    return date.today() if given is None else parse_roc_moment(given)


def show_table(table: object) -> None:
    from rich.console import Console

    # Piped into a file or another program, a line must not be cut at 80 columns.
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, emoji=False, highlight=False).print(table)

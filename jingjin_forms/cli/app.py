"""The app, the options that several commands share, and what they show."""

import sys
from datetime import date
from typing import Annotated

import typer

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


def day_of(given: str | None) -> date:
    """The day of handing in: today unless given."""
    from jingjin_forms.roc import parse_roc_date

    return date.today() if given is None else parse_roc_date(given)


def show_table(table: object) -> None:
    from rich.console import Console

    # Piped into a file or another program, a line must not be cut at 80 columns.
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, emoji=False, highlight=False).print(table)

"""The app, the options that several commands share, and what they show."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_FORMS = typer.Option("--forms", help="另外有表件的資料夾；也可以用環境變數 JINGJIN_FORMS。")


@app.callback()
def use_forms(forms: Annotated[Path | None, _FORMS] = None) -> None:
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
        metavar="FORM", help="表件代號（school_based/budget_estimate）、表名，或打好標籤的 .docx。"
    ),
]


FactsFile = Annotated[Path, typer.Argument(metavar="FACTS", help="資料檔（.yaml 或 .json）。")]
WhichForm = Annotated[
    str | None, typer.Option("--form", help="資料檔沒有寫明「表件」時，這裡指定；也可以是 .docx。")
]


def loaded(facts: Path, form: str | None) -> "Form":
    """The form whose facts stand in the file; which form it is, the file says unless given."""
    from jingjin_forms.forms.catalog import get_form
    from jingjin_forms.forms.loading import load

    return get_form(form).load(facts) if form else load(facts)


def day_of(given: str | None) -> date:
    """The day of handing in, or the point of time (a `datetime`); today unless given."""
    from jingjin_forms.values.clock import parse_roc_moment

    return date.today() if given is None else parse_roc_moment(given)


def show_table(table: object) -> None:
    from rich.console import Console

    # Piped into a file or another program, a line must not be cut at 80 columns.
    width = None if sys.stdout.isatty() else 200
    Console(width=width, markup=False, emoji=False, highlight=False).print(table)

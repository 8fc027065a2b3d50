"""What the read and diff commands show."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from jingjin_forms.cli.app import show_table
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import listed, place

if TYPE_CHECKING:
    from rich.table import Table

    from jingjin_forms.collecting import Collection, Difference, FileRead
    from jingjin_forms.collecting.result.rows import FileRow
    from jingjin_forms.forms.form import Form
    from jingjin_forms.tables.columns import FactColumn

_SCHOOL = "學校名稱"
_MOST_FILES = 200
_MOST_TOLD = 10
_MOST_COLUMNS = 3
_LONGEST = 60


def show_file(read: "FileRead", form: "type[Form]") -> None:
    """One file: its facts, where each stands, and what is to be said of them."""
    from jingjin_forms.collecting.plain.leaves import leaves
    from jingjin_forms.collecting.plain.places import places_of
    from jingjin_forms.collecting.plain.plain_facts import plain_facts, shown

    if read.fault:
        tell(f"錯誤：{read.fault}", err=True)
        return
    places = places_of(form, read)
    table = _table("欄位", "內容", "在哪裡")
    for path, value in leaves(form, plain_facts(form, read.facts)):
        table.add_row(place(path), shown(value), places.get(path, ""))
    show_table(table)


def show_files(collection: "Collection") -> None:
    """Many files, each a row."""
    from jingjin_forms.collecting.plain.flat_facts import flat_facts
    from jingjin_forms.collecting.plain.plain_facts import shown
    from jingjin_forms.tables.columns import layout_of

    columns = sorted(layout_of(collection.form).columns, key=_weight)
    headings = [column.header for column in columns][:_MOST_COLUMNS]
    figures = [*collection.figures]
    table = _table("檔案", "結果", *headings, *figures, "待確認", "文字更動", "檢核")
    for number, row in enumerate(collection):
        if number == _MOST_FILES:
            break
        facts = dict(flat_facts(collection.form, row.facts))
        cells = [shown(facts.get(heading)).split("\n")[0][:_LONGEST] for heading in headings]
        amounts = [shown(row.figures.get(label)) for label in figures]
        counts = (len(row.to_confirm), len(row.altered), len(row.findings))
        told = [str(count or "") for count in counts]
        table.add_row(row.name, str(row.outcome), *cells, *amounts, *told)
    show_table(table)
    if len(collection) > _MOST_FILES:
        typer.echo(f"…還有 {len(collection) - _MOST_FILES:,} 份；加上 -o 彙整.xlsx 存成檔案。")


def tell_file(row: "FileRow") -> None:
    """What is to be said of one file, line by line."""
    for one in row.to_confirm:
        typer.echo(f"待確認：{_on_a_line(one)}")
    for one in row.altered:
        typer.echo(f"文字更動：{_on_a_line(one)}")
    for finding in row.findings:
        tell(finding)
    for note in row.notes:
        typer.echo(f"注意：{note}")


def tell_files(collection: "Collection") -> None:
    """The first of the files that were not read, or with something to confirm; and those that were
    passed over."""
    told = 0
    for row in collection:
        lines = [row.fault] if row.fault else [str(one) for one in row.to_confirm]
        if not lines:
            continue
        told += 1
        if told > _MOST_TOLD:
            typer.echo("…其他的請看報告。", err=True)
            break
        more = f"（等 {len(lines)} 項）" if len(lines) > 1 else ""
        typer.echo(f"{row.outcome} {row.name}：{_on_a_line(lines[0])}{more}", err=True)
    if skipped := collection.skipped:
        names = listed((f"「{name}」" for name in skipped), "個", _MOST_TOLD)
        typer.echo(f"略過不是 Word 或 ODF 的檔案：{names}", err=True)


def difference_table(found: "Iterable[Difference]") -> "Table":
    """In what a file differs: what was given, what stands on the paper, and where."""
    table = _table("種類", "欄位", "應是", "紙上", "在哪裡", "說明")
    for one in found:
        table.add_row(str(one.kind), one.where, one.given, one.found, one.place, one.why)
    return table


def _table(*headings: str) -> "Table":
    """A table that cuts nothing off."""
    from rich.table import Table

    table = Table(box=None)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _on_a_line(told: object) -> str:
    return " ".join(str(told).split())


def _weight(column: "FactColumn") -> tuple[bool, bool]:
    """The school first, then what identifies the paper."""
    return column.header != _SCHOOL, not column.required

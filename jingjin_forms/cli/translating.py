"""Templates of other programs, as the adopt command takes them; and what to do with a template."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jingjin_forms.cli.app import show_table
from jingjin_forms.errors import FileProblemError, listed

if TYPE_CHECKING:
    from jingjin_forms.arriving.translating import Change, Translation


def offer(changes: "Sequence[Change]") -> str:
    """A sentence on the tags of another program that a file has."""
    told = listed((change.before for change in changes), "個", 5)
    return f"有別的程式的標籤 {told}：加上 --translate 就換成我們的標籤。"


def offer_translation(blank: Path) -> None:
    """Raise a better error for a file that is refused and is another program's template."""
    try:
        found = _translation(blank).changes
    except FileProblemError:
        return
    if found:
        raise FileProblemError(f"「{blank.name}」{offer(found)}") from None


def translate_file(blank: Path, out: Path | None, *, as_json: bool, overwrite: bool) -> None:
    """Put our tags in the place of another program's; nothing is written that does not work."""
    from jingjin_forms.files.writing import write_file
    from jingjin_forms.word.compile import compile_parts
    from jingjin_forms.word.docx.package import Package

    if out is not None and out.suffix.lower() != ".docx":
        raise FileProblemError(f"-o「{out}」與 --translate 一起用時，副檔名要是 .docx。")
    made = _translation(blank)
    if not made.changes:
        raise FileProblemError(
            f"「{blank.name}」沒有別的程式的標籤（{{x}}、${{x}}、«x»）：不要加 --translate。"
        )
    compile_parts(blank, made.parts)
    written: list[Path] = []
    if out is not None:
        content = Package(made.parts).assemble(())
        written = [write_file(out, content, overwrite=overwrite)]
    if as_json:
        told = {
            "changes": [_as_dict(change) for change in made.changes],
            "left": [_as_dict(change) for change in made.left],
            "written": [str(path) for path in written],
        }
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    _tell(made)
    for path in written:
        typer.echo(f"已產生 {path}")
    tell_next(blank, out, " --translate")


def _translation(blank: Path) -> "Translation":
    from jingjin_forms.arriving.arriving import arrived
    from jingjin_forms.arriving.translating import translated

    return translated(arrived(blank).parts)


def _tell(made: "Translation") -> None:
    from rich.table import Table

    left = f"，{len(made.left)} 個要自己改" if made.left else ""
    typer.echo(f"換了 {len(made.changes)} 個標籤{left}。")
    table = Table("原來", "換成", "在哪裡", "說明", box=None)
    for change in (*made.changes, *made.left):
        table.add_row(change.before, change.after or "（沒有換）", str(change.place), change.note)
    show_table(table)


def _as_dict(change: "Change") -> dict[str, str]:
    return {
        "before": change.before,
        "after": change.after,
        "where": str(change.place),
        "note": change.note,
    }


def tell_next(blank: Path, out: Path | None, option: str = "") -> None:
    """What can be done with the template, or how it is made."""
    if out is None:
        made = f"jingjin adopt {quoted(blank)}{option} -o 我的表.docx"
        typer.echo(f"還沒有產生範本。看過以後：{made}")
        return
    made = quoted(out)
    typer.echo("請在 Word 打開看一遍，標籤不對就直接改。接下來：")
    typer.echo(f"  填一份　jingjin new {made} -o facts.yaml，填好後 jingjin fill facts.yaml")
    typer.echo(
        f"  填很多　jingjin new {made} -o 名冊.xlsx，填好後 jingjin batch 名冊.xlsx --form {made}"
    )


def quoted(path: Path) -> str:
    """A path as it can be typed in a shell."""
    text = str(path)
    return f'"{text}"' if any(c in text for c in " \t&()';；\u3000") else text

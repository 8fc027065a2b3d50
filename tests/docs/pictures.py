"""The pictures of the guide's commands: what each prints on a terminal of 80 columns.

    python -m tests.docs.pictures

writes them all anew into docs/images/commands. A command that has no entry here shows its help.
"""

import contextlib
import io
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple
from unittest import mock

from rich.console import Console
from rich.text import Text

from jingjin_forms.cli import app, main
from tests.helpers import SAMPLES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "images" / "commands"
COLUMNS, MOST_LINES = 80, 26
LOOK = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px; \
line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" \
clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""As rich draws a terminal, without the font that it would load from elsewhere."""

BUDGET = """\
表件: school_based/budget_estimate
學校名稱: 花蓮縣吉安鄉晨曦國民小學
學年度: 112
雜支: 361
經費項目:
  - 項目: 講師費
    單價: 1,000
    數量: 6
    單位: 節
"""
ROSTER = "編號,學校名稱,雜支\n1,花蓮縣甲國小,\n2,花蓮縣乙國小,一千\n3,花蓮縣丙國小,0\n"
BLANK = "申請表\n| 申請學校 |  | 承辦人 |  |\n| 計畫名稱 |  | 電話 |  |"
DAY = "--on 112年3月10日"
FILES = {"facts.yaml": BUDGET, "名冊.csv": ROSTER}


class Shot(NamedTuple):
    """What is typed for a picture, after what has to be done before."""

    typed: str
    before: tuple[str, ...] = ()


PACKET = str(SAMPLES / "packets" / "school_based" / "application.yaml")
FILLED = "fill facts.yaml -o 經費概算表.docx"
SHOTS = {
    "adopt": Shot("adopt 空白表.docx"),
    "amount": Shot("amount 15000"),
    "batch": Shot(f"batch 名冊.csv --form 經費概算表 -o 產生的檔案 {DAY}"),
    "calendar": Shot(f"calendar school_based {DAY}"),
    "check": Shot(f"check facts.yaml {DAY}"),
    "diff": Shot("diff 經費概算表.docx --facts facts.yaml", (FILLED,)),
    "fill": Shot(FILLED),
    "lint": Shot("lint 空白表.docx"),
    "list": Shot("list"),
    "new": Shot("new 經費概算表 -o 新的.yaml"),
    "packet": Shot(f"packet 送審.yaml -o 送件 {DAY}"),
    "read": Shot("read 經費概算表.docx --form 經費概算表", (FILLED,)),
    "rules": Shot("rules school_based"),
    "schema": Shot("schema 經費概算表"),
    "show": Shot("show 經費概算表"),
}


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def command_names() -> list[str]:
    """Every command, in the order of the help."""
    callbacks = ((one, one.callback) for one in app.registered_commands)
    return [one.name or called.__name__ for one, called in callbacks if called is not None]


def shot(name: str) -> Shot:
    return SHOTS.get(name, Shot(f"{name} --help"))


def picture(name: str) -> str:
    """The SVG of a command: what was typed, and what it prints."""
    wanted = shot(name)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), _at_a_terminal():
        _write_files()
        for before in wanted.before:
            _printed(before)
        lines = _printed(wanted.typed).rstrip().splitlines()
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], "…"]
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), highlight=False)
    console.print(Text(f"$ jingjin {wanted.typed}", "bold"))
    for line in lines:
        console.print(Text.from_ansi(line))
    title = f"jingjin {name}"
    return console.export_svg(title=title, code_format=LOOK, unique_id=title.replace(" ", "-"))


def _write_files() -> None:
    from tests.docs.running import write_word

    for path, text in FILES.items():
        Path(path).write_text(text, encoding="utf-8")
    Path("送審.yaml").write_bytes(Path(PACKET).read_bytes())
    write_word(Path("空白表.docx"), BLANK)


@contextlib.contextmanager
def _at_a_terminal() -> Iterator[None]:
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    more = {"COLUMNS": str(COLUMNS), "LINES": "50", "TERM": "xterm-256color", "COLORTERM": ""}
    with mock.patch.dict(os.environ, {**kept, **more}, clear=True):
        yield


def _printed(typed: str) -> str:
    """What a person sees, with colours; paths of this computer left out."""
    screen = _Terminal()
    words = ["jingjin", *shlex.split(typed)]
    with (
        mock.patch.object(sys, "argv", words),
        mock.patch.object(sys.modules["__main__"], "__package__", None),  # as it is called
        # A bar says how long it has taken.
        mock.patch("jingjin_forms.cli.counting.sys", SimpleNamespace(stderr=io.StringIO())),
        mock.patch.object(sys, "stdout", screen),
        mock.patch.object(sys, "stderr", screen),
        contextlib.suppress(SystemExit),
    ):
        main()
    return screen.getvalue().replace(str(ROOT), "…")


def write_all() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in command_names():
        (FOLDER / f"{name}.svg").write_text(picture(name), encoding="utf-8")


if __name__ == "__main__":
    write_all()

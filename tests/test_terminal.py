"""What the command line looks like: help, colours, the progress bar, pictures."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

import jingjin_forms
from jingjin_forms import BudgetEstimate
from jingjin_forms.checks.tables import finding_table
from jingjin_forms.cli import app
from jingjin_forms.cli.chinese import in_chinese
from jingjin_forms.cli.counting import counting
from jingjin_forms.cli.helping import wrapped
from jingjin_forms.cli.telling import tell

COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]  # type: ignore[union-attr]
ENGLISH = ("Usage", "Options", "Arguments", "Commands", "required", "default", "Show this", "<")


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [80, 50])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_and_whole(
    jingjin: Any, monkeypatch: pytest.MonkeyPatch, command: str, columns: int
):
    monkeypatch.setenv("COLUMNS", str(columns))
    result = jingjin(*filter(None, [command]), "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("用法：")
    assert not [word for word in ENGLISH if word in result.out]
    assert all(cell_len(line) <= columns for line in result.out.splitlines())
    whole = "".join(result.out.split())
    for one in app.registered_commands:
        text = (one.callback.__doc__ or "").split("\n\n")[0]
        if (one.name or one.callback.__name__.removesuffix("_command")) == command:
            assert "".join(text.split()) in whole
    assert "…" not in whole.replace("檔案…", "").replace("命令…", "").replace(".rtf…", "")


def test_a_line_is_broken_where_chinese_may_be():
    assert wrapped("甲乙丙丁戊，己", 10) == ["甲乙丙丁", "戊，己"]
    assert wrapped("看 https://example.org/very/long 頁", 10) == [
        "看",
        "https://ex",
        "ample.org/",
        "very/long",
        "頁",
    ]
    assert wrapped("", 10) == []


def test_version(jingjin: Any):
    result = jingjin("--version")
    assert (result.code, result.out) == (0, f"jingjin_forms {jingjin_forms.__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new"], "少了「表件」。"),
        (["batch", "a.csv"], "少了 --form。"),
        (["fil"], "沒有「fil」這個命令，是不是 fill？"),
        (["完全不是"], "沒有「完全不是」這個命令。"),
        (["fill", "--ouput", "a"], "沒有「--ouput」這個選項，是不是 --out？"),
        (["list", "-z"], "沒有「-z」這個選項。"),
        (["fill", "我的", "資料.yaml"], "多了「資料.yaml」；有空格的要加引號。"),
        (["fill", "a.yaml", "-o"], "-o 後面要寫內容。"),
        (["fill", "a.yaml", "--overwrite=x"], "--overwrite 後面不用寫內容。"),
        (["batch", "a", "--form", "b", "--jobs", "兩"], "--jobs 要填整數。"),
        (["batch", "a", "--form", "b", "--jobs", "0"], "--jobs 至少要 1。"),
        (["preview", "a", "--dpi", "601"], ("--dpi 最多 600。", "--dpi 要在 20 到 600 之間。")),
    ],
)
def test_what_is_mistyped(jingjin: Any, arguments: list[str], told: str | tuple[str, ...]):
    """The same with every version of typer, or as much as that version says."""
    result = jingjin(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines()[0].removeprefix("錯誤：") in (
        (told,) if isinstance(told, str) else told
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "No such option: --ouput ('(Possible options: --out)',)",
            "沒有「--ouput」這個選項，是不是 --out？",
        ),
        ("Invalid value for '--jobs': 0 is not in the range x>=1.", "--jobs 至少要 1。"),
        ("Invalid value for '--jobs': 9 is not in the range x<=8.", "--jobs 最多 8。"),
        (
            "Invalid value for '--dpi': 601 is not in the range 20<=x<=600.",
            "--dpi 要在 20 到 600 之間。",
        ),
    ],
)
def test_what_older_versions_of_typer_say(said: str, told: str):
    assert in_chinese(said) == told


def test_what_typer_says_otherwise_stays_as_it_is():
    assert in_chinese("Something new.") == "Something new."


def test_nothing_typed_is_the_help(jingjin: Any):
    result = jingjin()
    assert result.code == 2
    assert result.err.startswith("用法：")


class TestColours:
    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("錯誤：找不到。", "\x1b[1;31m錯誤\x1b[0m：找不到。\n"),
            ("[提醒] [甲]", "[\x1b[33m提醒\x1b[0m] [甲]\n"),
            ("[/錯誤]", "[/錯誤]\n"),
            ("已產生 甲", "已產生 甲\n"),
        ],
    )
    def test_on_a_terminal_only(self, monkeypatch: pytest.MonkeyPatch, line: str, code: str):
        for name in ("NO_COLOR", "FORCE_COLOR"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TERM", "xterm-256color")
        for err, name in ((False, "stdout"), (True, "stderr")):
            for screen, shown in ((Screen(), code), (io.StringIO(), f"{line}\n")):
                monkeypatch.setattr(sys, name, screen)
                tell(line, err=err)
                assert screen.getvalue() == shown
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setattr(sys, "stdout", screen := Screen())
        tell(line)
        assert "\x1b[1;31m" not in screen.getvalue()

    def test_in_a_table(self):
        rows = [{"項目": "講師費", "單價": 1000, "數量": 6}]
        found = BudgetEstimate.load({"學校名稱": "花蓮縣甲國小", "雜支": 361, "經費項目": rows})
        for is_terminal in (True, False):
            out = Console(file=io.StringIO(), force_terminal=is_terminal, width=100)
            out.print(finding_table(found.check()))
            text = out.file.getvalue()  # type: ignore[attr-defined]
            assert ("\x1b[1;31m錯誤" in text) == is_terminal
            assert "錯誤" in Text.from_ansi(text).plain


class TestCounting:
    def test_a_bar_with_the_whole_and_the_time_left(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(sys, "stderr", screen := Screen())
        monkeypatch.setenv("TERM", "xterm")
        with counting("填寫", "列", lambda: 1200) as done:
            done(1)
        assert "填寫 1 / 1,200 列　剩" in Text.from_ansi(screen.getvalue()).plain

    def test_what_is_done_at_the_same_time_stands_behind(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(sys, "stderr", screen := Screen())
        monkeypatch.setenv("TERM", "xterm")
        with counting("填寫", "列", 1200, beside="轉檔") as done:
            done(1)
            assert "轉檔" not in Text.from_ansi(screen.getvalue()).plain
            done.beside(1)
            done.beside(1)
        assert "填寫 1 / 1,200 列" in (shown := Text.from_ansi(screen.getvalue()).plain)
        assert "轉檔 2" in shown

    def test_no_whole_is_counted_where_nobody_looks(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(sys, "stderr", screen := io.StringIO())

        def total() -> int:
            raise AssertionError

        with counting("填寫", "列", total) as done:
            done(1)
        assert screen.getvalue() == ""


def png() -> bytes:
    content = io.BytesIO()
    Image.new("1", (3, 3)).save(content, "PNG")
    return content.getvalue()


class TestPreview:
    @pytest.fixture(autouse=True)
    def facts(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
        self.pages = 3
        monkeypatch.setattr(BudgetEstimate, "preview", lambda *_: [png()] * self.pages)
        text = "表件: 表1-1\n學校名稱: 花蓮縣宜昌國小\n"
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")

    def test_a_second_look_replaces_the_first(self, jingjin: Any):
        assert jingjin("preview", "a.yaml").code == 0
        self.pages = 1
        again = jingjin("preview", "a.yaml")
        assert (again.code, again.out.count("已產生")) == (0, 1)
        assert [path.name for path in Path("預覽").iterdir()] == ["a-1.png"]
        with Image.open("預覽/a-1.png") as picture:
            assert picture.size == (3, 3)

    def test_another_picture_stays(self, jingjin: Any):
        Path("預覽").mkdir()
        Path("預覽/a-2.png").write_bytes(png())
        result = jingjin("preview", "a.yaml")
        assert (result.code, "要覆寫請加 --overwrite" in result.err) == (1, True)
        assert [path.name for path in Path("預覽").iterdir()] == ["a-2.png"]
        self.pages = 1
        assert jingjin("preview", "a.yaml").code == 0
        assert Path("預覽/a-2.png").read_bytes() == png()
        self.pages = 2
        assert jingjin("preview", "a.yaml", "--overwrite").code == 0

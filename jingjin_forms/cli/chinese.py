"""An app that speaks Chinese: its help, and what it says of a command that is mistyped."""

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from jingjin_forms.cli.helping import CALLED, help_page, usage
from jingjin_forms.cli.telling import tell

_VALUE = r"Invalid value for '?(?P<a>[^':]+)'?: "
_MISTYPINGS = (
    (r"Missing argument '?(?P<a>[^'.]+)'?", "少了「{a}」。"),
    (r"Missing option '?(?P<a>[^'.]+)'?", "少了 {a}。"),
    (r"Missing command", "少了命令。"),
    (
        r"No such command '(?P<a>.*)'\. Did you mean (?P<b>.*)\?",
        "沒有「{a}」這個命令，是不是 {b}？",
    ),
    (r"No such command '(?P<a>.*)'", "沒有「{a}」這個命令。"),
    (
        r"No such option: (?P<a>\S+) (?:\(')?\(Possible options: (?P<b>[^)]*)\)",
        "沒有「{a}」這個選項，是不是 {b}？",
    ),
    (r"No such option: (?P<a>\S+)", "沒有「{a}」這個選項。"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<a>.*)\)", "多了「{a}」；有空格的要加引號。"),
    (r"Option '(?P<a>.*)' requires", "{a} 後面要寫內容。"),
    (r"Option '(?P<a>.*)' does not take a value", "{a} 後面不用寫內容。"),
    (
        _VALUE + r".*greater than or equal to (?P<b>\d+)",
        "{a} 至少要 {b}。",
    ),
    (_VALUE + r".*less than or equal to (?P<b>\d+)", "{a} 最多 {b}。"),
    (_VALUE + r".* range (?P<b>\d+)<=x<=(?P<c>\d+)", "{a} 要在 {b} 到 {c} 之間。"),
    (_VALUE + r".* range x>=(?P<b>\d+)", "{a} 至少要 {b}。"),
    (_VALUE + r".* range x<=(?P<b>\d+)", "{a} 最多 {b}。"),
    (_VALUE + r".*valid (?:integer|number)", "{a} 要填整數。"),
    (_VALUE + r"(?P<b>.*)", "{a} 不對：{b}"),
)


class _Command(TyperCommand):
    """A command whose help is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_page(self, ctx))


class _Group(TyperGroup):
    """All commands; what is mistyped is told in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_page(self, ctx))

    def main(self, *given: Any, standalone_mode: bool = True, **more: Any) -> Any:
        if not standalone_mode:
            return super().main(*given, standalone_mode=False, **more)
        try:
            code = super().main(*given, standalone_mode=False, **more)
        except typer.Abort:
            raise SystemExit(1) from None
        except Exception as error:
            if not hasattr(error, "format_message"):  # how what is mistyped is told apart
                raise
            _tell(error)
            raise SystemExit(getattr(error, "exit_code", 2)) from None
        raise SystemExit(code if isinstance(code, int) else 0)


class ChineseTyper(typer.Typer):
    """An app that speaks Chinese."""

    def __init__(self, **more: Any) -> None:
        super().__init__(cls=_Group, **more)

    def command(self, name: str | None = None, **more: Any) -> Callable[[Any], Any]:
        return super().command(name, cls=_Command, **more)


def _tell(error: Any) -> None:
    if type(error).__name__ == "NoArgsIsHelpError":  # `jingjin` alone: its message is the help
        typer.echo(error.format_message(), err=True)
        return
    tell(f"錯誤：{in_chinese(error.format_message())}", err=True)
    if (ctx := getattr(error, "ctx", None)) is not None:
        how = f"說明：{ctx.command_path} --help"
        typer.echo(f"{usage(ctx.command, ctx)}\n{how}", err=True)


def in_chinese(message: str) -> str:
    """What typer says of something mistyped; as it is where that is not known here."""
    for pattern, told in _MISTYPINGS:
        if found := re.match(pattern, message, re.DOTALL):
            named = {key: _named(value or "") for key, value in found.groupdict().items()}
            return told.format(**named)
    return message


def _named(value: str) -> str:
    options = value.replace("'", "").replace(" / ", "、").replace(", ", "、")
    return CALLED.get(options, options)

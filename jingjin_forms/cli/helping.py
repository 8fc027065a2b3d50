"""The help of the command line: in Chinese, and never cut off."""

import re
import shutil
from collections.abc import Iterator, Sequence
from typing import Any

from typer.core import TyperArgument, TyperGroup, TyperOption

_WIDEST, _NARROWEST = 100, 40  # columns
_GAP, _INDENT = 2, 2
CALLED = {
    "FORM": "表件",
    "[FORM]": "表件",
    "FACTS": "資料檔",
    "TABLE": "名冊",
    "PROGRAMME": "計畫",
    "NUMBER": "金額",
    "BLANK": "空白表",
    "FILE": "檔案",
    "FILES": "檔案…",
    "TEMPLATE": "範本",
    "ADDRESS": "位置",
    "ADDRESS=NAME": "位置=名稱",
}
"""What the arguments of commands are called."""
_KINDS = {"path": "檔案", "str": "文字", "int": "整數", "float": "數字"}
_NOT_FIRST = "，。、；：！？）」』】…"
"""What may not begin a line."""
_pieces = re.compile(r"[!-~]+ ?|.", re.DOTALL)


def usage(command: Any, ctx: Any) -> str:
    """One line: how a command is written."""
    words = [ctx.command_path, "[選項]"]
    words += [_argument(p) for p in command.get_params(ctx) if isinstance(p, TyperArgument)]
    words += ["命令 …"] if isinstance(command, TyperGroup) else []
    return f"用法：{' '.join(words)}"


def help_page(command: Any, ctx: Any) -> str:
    """The whole help of a command, or of all of them."""
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns)) - 1
    params = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in params if isinstance(p, TyperArgument)]
    options = [p for p in params if isinstance(p, TyperOption)]
    lines = [*wrapped(usage(command, ctx), width), ""]
    for paragraph in (command.help or "").split("\n\n"):
        lines += [*wrapped(" ".join(paragraph.split()), width), ""]
    lines += _section("要給的", [(_argument(p), _hint(p, ctx)) for p in arguments], width)
    lines += _section("選項", [(_option(p), _hint(p, ctx)) for p in options], width)
    if isinstance(command, TyperGroup):
        rows = [(name, _first_sentence(each)) for name, each in command.commands.items()]
        lines += _section("命令", rows, width)
        lines += [*wrapped(f"一個命令怎麼用：{ctx.command_path} 命令 --help", width), ""]
    return "\n".join(lines)


def _section(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    from rich.cells import cell_len

    if not rows:
        return
    yield title
    first = min(max(cell_len(name) for name, _ in rows), width // 3) + _GAP
    for name, hint in rows:
        hints = wrapped(hint, width - first - _INDENT)
        if cell_len(name) + _GAP > first:
            yield " " * _INDENT + name
            name = ""
        for line in hints or [""]:
            yield f"{' ' * _INDENT}{name}{' ' * (first - cell_len(name))}{line}".rstrip()
            name = ""
    yield ""


def _argument(param: Any) -> str:
    name = str(param.metavar or param.name).upper()
    return CALLED.get(name, name)


def _option(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    if param.is_flag:
        return names
    return f"{names} {_kind(param)}"


def _kind(param: Any) -> str:
    if param.metavar:
        return CALLED.get(param.metavar, str(param.metavar))
    annotation = getattr(getattr(param, "type_descriptor", None), "annotation", str)
    return _KINDS.get(getattr(annotation, "__name__", ""), "文字")


def _hint(param: Any, ctx: Any) -> str:
    if param.name == "help":
        return "看說明。"
    notes = ["必填"] if param.required else []
    default = param.get_default(ctx)
    if not (param.required or default is None or isinstance(default, bool | list)):
        notes.append(f"不給就是 {default}")
    told = f"（{'，'.join(notes)}）" if notes else ""
    return f"{param.help or ''}{told}"


def _first_sentence(command: Any) -> str:
    """What a command does, without how it ends."""
    text = " ".join((command.help or "").split("\n\n")[0].split())
    return text.partition("；")[0].rstrip("。")


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many columns, Chinese being two wide; nothing is lost."""
    from rich.cells import cell_len, chop_cells

    lines, line = list[str](), ""
    for piece in _unbroken(text):
        if line and cell_len(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        while cell_len(piece) > width:  # a path or an address
            first, *rest = chop_cells(piece, width)
            lines.append(first)
            piece = "".join(rest)
        line += piece
    return [*lines, line.rstrip()] if line else lines


def _unbroken(text: str) -> Iterator[str]:
    """The pieces between which a line may end."""
    kept = ""
    for piece in _pieces.findall(text):
        if kept and piece[0] not in _NOT_FIRST and kept[-1] not in "（「『【":
            yield kept
            kept = ""
        kept += piece
    if kept:
        yield kept

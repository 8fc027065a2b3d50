"""The page of all commands: what each does, and what it prints, as a picture."""

from guide_tables import text

from jingjin_forms.cli import app

COMMANDS_PAGE = "reference/commands.md"


def commands_page() -> str:
    """Every command in the order of the help."""
    parts = [
        "# 命令",
        "每個命令做什麼，在 80 欄的終端機上印出什麼。圖由測試照著執行畫出來；選項用 `--help` 看。",
    ]
    for command in app.registered_commands:
        called = command.callback
        if called is None:
            continue
        name = command.name or called.__name__
        parts += [
            f"## jingjin {name}",
            " ".join(text((called.__doc__ or "").strip()).replace("<br>", "\n").split()),
            f"![jingjin {name} 的畫面](../images/commands/{name}.svg)",
        ]
    return "\n\n".join(parts) + "\n"

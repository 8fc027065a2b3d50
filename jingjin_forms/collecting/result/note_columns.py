"""What stands beside the facts of a file in a result, for people: 「說明：待確認」 and the like.

Headings begin with 說明：, so that `jingjin batch` passes them over when it reads the result as a
roster.
"""

from collections.abc import Iterable

from jingjin_forms.collecting.result.rows import FileRow
from jingjin_forms.tables.columns import NOTE

FILE, CHECKED, TO_CONFIRM, ALTERED, NOT_READ = (
    f"{NOTE}{name}" for name in ("檔案", "檢核", "待確認", "文字更動", "未讀到")
)
TOLD = (CHECKED, TO_CONFIRM, ALTERED, NOT_READ)
_UNCHECKED = "資料有問題，沒有檢核。"


def figure_heading(label: str) -> str:
    """The heading of a figure that is worked out: 說明：合計."""
    return f"{NOTE}{label}"


def told_of(row: FileRow) -> dict[str, list[str]]:
    """The lines under each of the headings of `TOLD` in which something stands."""
    is_form = row.is_checked or row.fault
    lines = {
        CHECKED: [*row.findings] if is_form else [_UNCHECKED],
        TO_CONFIRM: _lines(row.to_confirm),
        ALTERED: _lines(row.altered),
        NOT_READ: [row.fault] if row.fault else [],
    }
    return {heading: told for heading, told in lines.items() if told}


def _lines(told: Iterable[object]) -> list[str]:
    return [" ".join(str(one).split()) for one in told]

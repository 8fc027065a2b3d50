"""What finding costs grows with the form, not with its square.

The bounds are a hundred times what it takes, and a fraction of what it took.
"""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from benchmarks.blanks.long import ten_pages
from jingjin_forms.adopting import adopt
from jingjin_forms.adopting.finding.find import find_holes
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.page import read_page
from tests.adopt.finding.told import form
from tests.helpers import parts
from tests.word.build import docx, par, row, table

ROWS = 300
LONG = 3000
MOST_SECONDS = 20


def found(content: bytes) -> list[Hole]:
    name = "word/document.xml"
    page = read_page(name, parts(content)[name])
    start = perf_counter()
    holes = find_holes(page)
    assert perf_counter() - start < MOST_SECONDS
    return holes


def cells(n: int) -> str:
    return table(*(row(f"姓名{i}", "", f"電話{i}", "") for i in range(n)), columns=4)


def crossing(n: int) -> str:
    heads = row("項目", "單價", "數量", "備註")
    return table(heads, *(row(f"甲{i}", "", "", "") for i in range(n)), columns=4)


def photos(n: int) -> str:
    return table(*(row("", "") if i % 2 else row("說明：", "說明：") for i in range(n)))


def roles(n: int) -> str:
    return table(*(row("校長", "", "主任", "") for _ in range(n)), columns=4)


@pytest.mark.parametrize("of_rows", [cells, crossing, photos, roles])
def test_a_long_table(of_rows: Callable[[int], str]) -> None:
    assert len(found(docx(of_rows(ROWS)))) >= ROWS


@pytest.mark.parametrize("repeated", ["_", "_/", "　", "○", " 年 月 日", "萬 ", "（　）是", "一、"])
def test_a_long_line(repeated: str) -> None:
    line = (repeated * LONG)[:LONG]
    found(docx(par(f"{line}x"), table(row("姓名", line))))
    found(form(f"姓名：{line}"))


def test_ten_pages(tmp_path: Path) -> None:
    blank, truths = ten_pages().blank()
    path = tmp_path / "十頁.docx"
    path.write_bytes(blank)
    start = perf_counter()
    assert len(adopt(path).blanks) > 0.9 * len([t for t in truths if not t.optional])
    assert perf_counter() - start < MOST_SECONDS

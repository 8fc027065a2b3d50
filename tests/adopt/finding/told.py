"""Little blank forms written as text, and what is found in them told in a line each."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from jingjin_forms.adopting import Adoption, adopt
from jingjin_forms.adopting.blank import Blank
from jingjin_forms.typeset import typeset
from jingjin_forms.word.docx.location import Place
from tests.word.build import run


def form(*lines: str) -> bytes:
    """A Word file: a line that begins with a bar is a row, all others are paragraphs.

    `<` is a cell merged with the one left of it, `^` with the one above; `+` goes on in the cells
    of the row above it; 「\\ 」 is a space that stays at an edge.
    """
    layout: list[str] = []
    for is_table, group in groupby(lines, key=lambda line: line.startswith(("|", "+"))):
        rows = list(group)
        if is_table:
            columns = rows[0].count("|") - 1
            width = min(2.5, 16 / columns)
            layout += [f"table {width:.2f}*{columns} pad=0", *rows, "endtable"]
        else:
            layout += [row or "\\" for row in rows]
    return typeset("\n".join(layout))


def adopted(folder: Path, *lines: str) -> Adoption:
    path = folder / "空白表.docx"
    path.write_bytes(form(*lines))
    return adopt(path)


def told(found: Adoption) -> list[str]:
    """Each blank in a line; what is left alone behind them."""
    left = [f"不放：{name_and_kind(blank)}" for blank in found.left_alone]
    return [*map(line_of, found.blanks), *left]


def line_of(blank: Blank) -> str:
    """姓名 標籤右格; 性別 勾選 男／女; 名冊.姓名 重複列 ×5; 姓名 底線「______」."""
    words = [name_and_kind(blank)]
    if blank.options:
        words.append(("可複選 " if blank.several else "") + "／".join(blank.options))
    elif blank.printed:
        words[-1] += f"「{blank.printed}」"
    if blank.rows:
        words.append(f"×{blank.rows}")
    return " ".join(words)


def name_and_kind(blank: Blank) -> str:
    return f"{blank.name} {blank.kind}"


def spot(place: Place) -> str:
    """1-2-3 is table 1, row 2, column 3; 段4 a paragraph outside tables."""
    if place.table:
        return f"{place.table}-{place.row}-{place.column}"
    return f"段{place.paragraph}"


def names(blanks: Iterable[Blank]) -> list[str]:
    return [blank.name for blank in blanks]


def control(before: str, shown: str) -> str:
    """A paragraph with a content control of Word to type in."""
    inside = f"<w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run(shown)}</w:sdtContent>"
    return f"<w:p>{run(before) if before else ''}<w:sdt>{inside}</w:sdt></w:p>"

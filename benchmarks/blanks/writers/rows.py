"""Rows, grids and lists full of marks, and marks with their look."""

from collections.abc import Iterable, Sequence

from benchmarks.blanks.marks import choice, column, control, line, right, seal
from benchmarks.blanks.marks import grid as crossing
from benchmarks.blanks.writers.page import Cell, Row, row


def under(name: str, width: int = 10, *more: str) -> str:
    """Spaces that are underlined."""
    return f"<u>{line(name, ' ' * width, *more)}</u>"


def boxes(name: str, options: str, *more: str, box: str = "□", gap: str = "　") -> str:
    """A choice whose boxes and gaps are the author's own; a gap may be a new line."""
    first, *further = gap.join(box + word for word in options.split(",")).split("\n")
    return "\n".join([choice(name, options, first, *more), *further])


def begun(name: str, options: str, *more: str, box: str = "□") -> str:
    """A choice's first box; the words, the further boxes and write-ins are written behind it."""
    return choice(name, options, box, *more)


def ticked(name: str, options: str, *more: str) -> str:
    """The first of the empty cells of which one is to be ticked."""
    return choice(name, options, "", *more)


def asked(name: str, shown: str = "按一下這裡輸入文字") -> str:
    """A content control, or the placeholder of OpenDocument, with what it shows."""
    return f"{control(name)}<control>{shown}</control>"


def pairs(*labels: str, section: str = "") -> list[Cell | str]:
    """Label and empty cell, label and empty cell."""
    front = f"{section}." if section else ""
    return [text for label in labels for text in (label, right(front + plain(label)))]


def cross_table(
    rows: Iterable[str], columns: Sequence[str], corner: str = "", section: str = ""
) -> list[Row]:
    """A head of columns, and a row for each label, every cell to be filled."""
    front = f"{section}." if section else ""
    return [
        row(corner, *columns, header=True),
        *(row(r, *(crossing(f"{front}{plain(r)}.{plain(c)}") for c in columns)) for r in rows),
    ]


def repeated(
    name: str,
    columns: Sequence[str],
    count: int,
    number: str = "",
    numbered: bool = True,
    sealed: Sequence[str] = (),
) -> list[Row]:
    """A head and rows of a list; `number` heads a column of numbers, printed or not.

    What is in `sealed` is to be signed by hand; it is marked in the first row too.
    """
    result = [row(*([number] if number else []), *columns, header=True)]
    for index in range(count):
        front = [str(index + 1) if numbered else ""] if number else []
        first = [column(f"{name}.{plain(c)}", count) for c in columns]
        cells = [
            "" if index else seal(plain(c)) if c in sealed else mark
            for c, mark in zip(columns, first, strict=True)
        ]
        result.append(row(*front, *cells))
    return result


def plain(label: str) -> str:
    """A printed label as a name: without brackets and what they hold; white space only inside."""
    name, deep = "", 0
    for letter in label:
        if letter in "(（":
            deep += 1
        elif letter in ")）":
            deep -= 1
        elif not deep and letter not in "　\n：:*＊":
            name += letter
    name = name.strip()
    return name if name.isascii() else name.replace(" ", "")

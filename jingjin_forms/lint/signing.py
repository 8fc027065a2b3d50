"""Rows that cut a text off, and sign-off rows that a long text would push onto a page alone.

What is said here follows from the properties of the rows; how the pages really come out,
`jingjin lint --pages` looks at (see `paper`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jingjin_forms.adopting.finding.words import is_role, is_seal
from jingjin_forms.errors import listed
from jingjin_forms.lint.remark import Remark, doubt
from jingjin_forms.lint.styles import is_on
from jingjin_forms.lint.subject import Subject
from jingjin_forms.lint.typed import TAGS
from jingjin_forms.page.grid import Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page
from jingjin_forms.word.docx.location import PARAGRAPH, Element, Place, W

_TWIPS_IN_CM = 567
_TALL = 1400  # twips, 2.5 cm: made for several lines
_control = re.compile(r"^\s*\{%tr\b[^}]*%\}\s*$")
_texts = re.compile(
    r"\{\{(?!\s*loop\.)(?![^}]*\|\s*(?:單選|複選|勾選|元|整數|數|民國日期)\b)[^}]*\}\}"
)
_words = re.compile(r"\w+").findall
_between = re.compile(r"[\s\u3000：:/／、，,()（）_＿.…-]+")
_LONGEST_SIGNING = 80


def exact_heights(subject: Subject) -> Iterator[Remark]:
    """Rows of a fixed height that print texts: what is too long is cut off, in Word too."""
    for page in subject.pages:
        for grid in page.grids:
            for number, row in enumerate(grid.rows):
                height = row.find(f"{W}trPr/{W}trHeight")
                tag = _text_tag(subject, _text(grid, number))
                if height is None or height.get(f"{W}hRule") != "exact" or tag is None:
                    continue
                yield doubt(
                    "exact_height",
                    Place(page.title, "tr", grid.number, number + 1),
                    f"列高固定為 {grid.height_of(number) / _TWIPS_IN_CM:.1f} 公分，"
                    "文字多了會被切掉：請在「表格內容→列」把列高改成「最小高度」。",
                    tag[0],
                )


def _text_tag(subject: Subject, text: str) -> re.Match[str] | None:
    """The first tag that prints a text, not a picture, which is fitted in."""
    return next((m for m in _texts.finditer(text) if not subject.photos & {*_words(m[0])}), None)


@dataclass(frozen=True, slots=True)
class Signing:
    """The row or paragraph in which people sign, and what stands before it on the page."""

    place: Place
    text: str
    grid: Grid | None
    row: int
    """Its number in the grid, from 0."""
    line: Line | None = None


def signings(page: Page) -> Iterator[Signing]:
    """The sign-off rows of a part, and the sign-off lines outside its tables."""
    for block in page.blocks:
        if isinstance(block, Line):
            if _is_signing(block.text):
                yield Signing(block.place, block.text, None, 0, block)
            continue
        for number in range(len(block.rows)):
            text = _text(block, number)
            if _is_signing(text):
                place = Place(page.title, "tr", block.number, number + 1)
                yield Signing(place, text, block, number)


def _is_signing(text: str) -> bool:
    """Whether at least two people sign there, and nothing is filled in."""
    if TAGS.search(text) or len(text) > _LONGEST_SIGNING:
        return False
    words = [word for word in _between.split(text) if any(c.isalpha() for c in word)]
    signers = [word for word in words if is_role(word) or is_seal(word)]
    return len(signers) > 1 and 2 * len(signers) >= len(words)


def sign_offs(subject: Subject) -> Iterator[Remark]:
    """Sign-off rows that can come to stand alone on a page, or be torn apart."""
    for page in subject.pages[:1]:  # headers and footers are on every page
        for signing in signings(page):
            if _grows(page, signing):
                yield from _alone(subject, page, signing)
                yield from _torn(signing)
                yield from _torn_before(page, signing)


def _grows(page: Page, signing: Signing) -> bool:
    """Whether something before it can become longer than the blank form's."""
    before: list[str] = []
    for block in page.blocks:
        if block is signing.line:
            break
        if isinstance(block, Line):
            before.append(block.text)
            continue
        rows = range(signing.row if block is signing.grid else len(block.rows))
        before += [_text(block, number) for number in rows]
        if block is signing.grid:
            break
    return bool(_texts.search(" ".join(before)))


def is_kept(subject: Subject, page: Page, signing: Signing) -> bool:
    """Whether Word is told to keep it on the page of what is printed before it."""
    before, between = _before(page, signing)
    elements = () if before is None else (before.element, *between)
    return all(_keeps(element, subject.keeping_styles) for element in elements)


def _alone(subject: Subject, page: Page, signing: Signing) -> Iterator[Remark]:
    before, between = _before(page, signing)
    if before is None or before.is_left_alone or is_kept(subject, page, signing):
        return
    blank = "與中間的空白段落" if between else ""
    if before.grid is None:
        what = "它的上一段"
    elif before.grid is signing.grid:
        what = f"上一列（第 {before.row + 1} 列）"
    else:
        what = f"上面的表格的最後一列（表格 {before.grid.number} 第 {before.row + 1} 列）"
    yield doubt(
        "seal_alone",
        signing.place,
        "內容長時，核章的這一列可能獨自跑到下一頁："
        f"請選取{what}{blank}，在「段落→分行與分頁設定」勾選「與下段同頁」。",
    )


@dataclass(frozen=True, slots=True)
class Before:
    """What is printed before a sign-off: a row of a table, or a paragraph."""

    element: Element
    grid: Grid | None = None
    row: int = 0

    @property
    def is_left_alone(self) -> bool:
        """Whether nothing can be advised for it: a row of a list, for then the whole list would
        have to stay on one page; or one for long texts, of which Word keeps a part here."""
        if self.grid is None:
            return False
        is_of_list = self.row + 1 < len(self.grid.rows) and _is_control(self.grid, self.row + 1)
        return is_of_list or (
            self.grid.height_of(self.row) >= _TALL and not _is_whole(self.element)
        )


def _before(page: Page, signing: Signing) -> tuple[Before | None, list[Element]]:
    """What is printed right before it, and the empty paragraphs between."""
    if signing.grid is not None:
        if (before := _last_printed(signing.grid, signing.row)) is not None:
            return before, []
        here: Line | Grid | None = signing.grid
    else:
        here = signing.line
    number = next(n for n, block in enumerate(page.blocks) if block is here)
    between: list[Element] = []
    for block in reversed(page.blocks[:number]):
        if isinstance(block, Grid):
            return _last_printed(block, len(block.rows)), between
        if not block.is_empty:
            return Before(block.element), between
        between.append(block.element)
    return None, between


def _last_printed(grid: Grid, end: int) -> Before | None:
    printed = (n for n in range(end - 1, -1, -1) if not _is_control(grid, n))
    number = next(printed, None)
    return None if number is None else Before(grid.rows[number], grid, number)


def _torn(signing: Signing) -> Iterator[Remark]:
    if signing.grid is None or _is_whole(signing.grid.rows[signing.row]):
        return
    if any(len(cell.lines) > 1 for cell in signing.grid.row(signing.row)):
        yield doubt(
            "seal_torn",
            signing.place,
            "核章的這一列可能一半在上一頁、一半在下一頁："
            "請在「表格內容→列」取消「允許列跨頁分割」。",
        )


def _torn_before(page: Page, signing: Signing) -> Iterator[Remark]:
    """One remark for all short rows before the sign-off row that a page can tear apart."""
    grid = signing.grid
    if grid is None:
        return
    torn = [
        number
        for number in range(signing.row)
        if _texts.search(_text(grid, number))
        and not _is_control(grid, number)
        and not _is_whole(grid.rows[number])
        and 0 < grid.height_of(number) < _TALL
    ]
    if torn:
        rows = listed((str(number + 1) for number in torn), "列")
        yield doubt(
            "row_torn",
            Place(page.title, "tr", grid.number, torn[0] + 1),
            f"核章列之前的第 {rows} 列，字多時可能一半在上一頁、一半在下一頁："
            "請選取這些列，在「表格內容→列」取消「允許列跨頁分割」。",
        )


def _text(grid: Grid, number: int) -> str:
    return "  ".join(cell.text for cell in grid.row(number))


def _is_control(grid: Grid, number: int) -> bool:
    """Whether the row only holds a tag such as {%tr endfor %} and is not printed."""
    text = _text(grid, number)
    return bool(_control.match(text))


def _is_whole(row: Element) -> bool:
    """Whether a row is never torn apart by the end of a page."""
    switch = row.find(f"{W}trPr/{W}cantSplit")
    return switch is not None and is_on(switch)


def _keeps(element: Element, styles: frozenset[str]) -> bool:
    """Whether a paragraph, or any of a row, stays on the page of what follows."""
    paragraphs = [element] if element.tag == PARAGRAPH else list(element.iter(PARAGRAPH))
    for paragraph in paragraphs:
        own = paragraph.find(f"{W}pPr/{W}keepNext")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if own is not None:
            if is_on(own):
                return True
        elif style is not None and style.get(f"{W}val") in styles:
            return True
    return False

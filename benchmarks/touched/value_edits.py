"""What people do to values: type them anew, in their own manner."""

import re
from collections.abc import Callable
from random import Random

from lxml import etree

from benchmarks.touched.runs import VALUE, new_run, runs_of, set_text, text_of
from benchmarks.touched.samples import takes, with_text
from benchmarks.touched.sheet import Sheet, cell_value, touch
from benchmarks.touched.values import filled_values, is_filled
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, Element

AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
DAY = r"(\d{2,3})年(\d{1,2})月(\d{1,2})日"
DATE, PERIOD = re.compile(DAY), re.compile(f"{DAY}至{DAY}")
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")

Retyped = Callable[[str, Random], str | None]
"""How someone else would type a text; None where it would stay."""


def cells_retyped(sheet: Sheet, random: Random) -> bool:
    """The cell was emptied and filled again: one run in a new paragraph."""
    return _cells(sheet, random, lambda text: [new_paragraph(text)])


def cells_in_paragraphs(sheet: Sheet, random: Random) -> bool:
    """A new paragraph where the value had a line break."""
    return _cells(sheet, random, lambda text: [new_paragraph(line) for line in text.split("\n")])


def new_paragraph(text: str) -> Element:
    paragraph = etree.Element(PARAGRAPH)
    if text:
        paragraph.append(new_run(text))
    return paragraph


def _cells(sheet: Sheet, random: Random, typed: Callable[[str], list[Element]]) -> bool:
    changed = False
    for cell in sheet.cells():
        value = cell_value(cell)
        if value is None or not is_filled(text_of(value)) or random.random() < 0.3:
            continue
        made = typed(text_of(value))
        for run in (run for paragraph in made for run in runs_of(paragraph)):
            run.set(VALUE, str(value[0].get(VALUE)))
        for paragraph in cell.findall(PARAGRAPH):
            cell.remove(paragraph)
        cell.extend(made)
        changed = True
    return changed


def amounts_with_unit(sheet: Sheet, random: Random) -> bool:
    """12,000 in a cell becomes 12,000元."""

    def retyped(text: str, random: Random) -> str | None:
        return f"{text}元" if AMOUNT.fullmatch(text) else None

    return _retype(sheet, random, retyped, only_cells=True)


def wide_amounts(sheet: Sheet, random: Random) -> bool:
    """Numbers in full-width digits."""

    def retyped(text: str, random: Random) -> str | None:
        wide = text.translate(WIDE_DIGITS)
        return random.choice((wide, wide.replace(",", "，"))) if NUMBER.fullmatch(text) else None

    return _retype(sheet, random, retyped)


def slashed_dates(sheet: Sheet, random: Random) -> bool:
    """112年3月17日 becomes 112/3/17 or 112.03.17."""

    def retyped(text: str, random: Random) -> str | None:
        return _date(text, random.choice("/."), random.choice(("{:d}", "{:02d}")))

    return _retype(sheet, random, retyped)


def wide_dates(sheet: Sheet, random: Random) -> bool:
    """112年3月17日 becomes １１２.３.１７ or １１２年３月１７日."""

    def retyped(text: str, random: Random) -> str | None:
        short = _date(text, ".", "{:d}")
        return short and random.choice((short, text)).translate(WIDE_DIGITS)

    return _retype(sheet, random, retyped)


def _date(text: str, mark: str, number: str) -> str | None:
    def day(found: re.Match[str]) -> str:
        year, month, date = found.groups()
        return mark.join((year, number.format(int(month)), number.format(int(date))))

    if DATE.fullmatch(text) or PERIOD.fullmatch(text):
        return DATE.sub(day, text)
    return None


def _retype(sheet: Sheet, random: Random, retyped: Retyped, *, only_cells: bool = False) -> bool:
    """Equal texts are retyped alike; where the text itself is the fact, the truth is what was
    typed."""
    made: dict[str, str | None] = {}
    changed = False
    for value in filled_values(sheet):
        text = text_of(value)
        if only_cells and not is_alone(value):
            continue
        if text not in made:
            other = retyped(text, random) if random.random() < 0.9 else None
            facts = with_text(sheet.facts, text, other) if other else sheet.facts
            made[text] = other if facts == sheet.facts or takes(sheet.form, facts) else None
            sheet.facts = facts if made[text] else sheet.facts
        if new := made[text]:
            retype(value, new)
            changed = True
    return changed


def is_alone(value: list[Element]) -> bool:
    """Whether a value is all that its cell holds."""
    cell = next(value[0].iterancestors(CELL), None)
    return cell is not None and cell_value(cell) == value


def retype(value: list[Element], text: str) -> None:
    """Another text in the place of a value."""
    first, *others = value
    set_text(touch(first), text)
    for run in others:
        set_text(touch(run), "")

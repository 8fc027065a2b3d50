"""Which of a sheet's values someone has filled in."""

import re

from benchmarks.touched.runs import is_text, text_of
from benchmarks.touched.sheet import Sheet
from jingjin_forms.word.docx.location import Element

BOXES = "□■"
_BLANK = re.compile(r"[\s_＿○年月日至時分]*")


def is_filled(text: str) -> bool:
    """Whether a text is no box and not what the blank form prints."""
    return text not in BOXES and not _BLANK.fullmatch(text) and "○" not in text and "__" not in text


def filled_values(sheet: Sheet) -> list[list[Element]]:
    """The runs of each value that someone has filled in."""
    return [
        value for value in sheet.values() if is_filled(text_of(value)) and all(map(is_text, value))
    ]

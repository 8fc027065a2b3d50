"""What people make of the boxes of a form."""

from random import Random

from lxml import etree

from benchmarks.touched.runs import is_text, remove, set_text, text_of
from benchmarks.touched.sheet import Sheet, touch
from jingjin_forms.word.docx.location import Element, W

EMPTY, TICKED = "□", "■"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def boxes(sheet: Sheet) -> list[Element]:
    """The run of each box."""
    values = [value for value in sheet.values() if text_of(value) in (EMPTY, TICKED)]
    return [value[0] for value in values if len(value) == 1 and is_text(value[0])]


def _ticked_as(sheet: Sheet, marks: str, random: Random) -> bool:
    ticked = [run for run in boxes(sheet) if text_of([run]) == TICKED]
    for run in ticked:
        set_text(touch(run), random.choice(marks))
    return bool(ticked)


def hooked(sheet: Sheet, random: Random) -> bool:
    """■ is ☑."""
    return _ticked_as(sheet, "☑", random)


def crossed(sheet: Sheet, random: Random) -> bool:
    """■ is ☒."""
    return _ticked_as(sheet, "☒", random)


def letter_v(sheet: Sheet, random: Random) -> bool:
    """A V typed over the box."""
    return _ticked_as(sheet, "VvＶ", random)


def check_mark(sheet: Sheet, random: Random) -> bool:
    """A ✓ typed over the box."""
    return _ticked_as(sheet, "✓✔", random)


def check_boxes(sheet: Sheet, random: Random) -> bool:
    """Each box is one that can be clicked."""
    found = boxes(sheet)
    for number, run in enumerate(found, 1):
        checked = text_of([run]) == TICKED
        set_text(touch(run), "☒" if checked else "☐")
        control = _control(number, checked)
        run.addprevious(control)
        remove(run)
        control[-1].append(run)
    return bool(found)


def _control(number: int, checked: bool) -> Element:
    control = etree.Element(f"{W}sdt", nsmap={"w14": W14[1:-1]})
    properties = etree.SubElement(control, f"{W}sdtPr")
    etree.SubElement(properties, f"{W}id", {f"{W}val": str(1000 + number)})
    box = etree.SubElement(properties, f"{W14}checkbox")
    font = {f"{W14}font": "MS Gothic"}
    etree.SubElement(box, f"{W14}checked", {f"{W14}val": str(int(checked))})
    etree.SubElement(box, f"{W14}checkedState", {f"{W14}val": "2612", **font})
    etree.SubElement(box, f"{W14}uncheckedState", {f"{W14}val": "2610", **font})
    etree.SubElement(control, f"{W}sdtContent")
    return control

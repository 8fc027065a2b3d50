"""What people do to the wording of a form: spread it, change its width, change a word."""

import re
from random import Random

from benchmarks.touched.runs import VALUE, is_text, runs_of, set_text, text_of
from benchmarks.touched.sheet import Sheet, touch
from jingjin_forms.word.docx.location import PARAGRAPH, Element

HAN = "[\u4e00-\u9fff]"
SPREAD = re.compile(f"{HAN}{{2,6}}")
BEFORE_COLON = re.compile(f"^({HAN}{{2,6}})(?=[：:])")
NARROW, WIDE = "():0123456789", "（）：０１２３４５６７８９"
WORDS = (
    ("辦理", "實施"),
    ("申請", "申辦"),
    ("研習", "活動"),
    ("經費", "費用"),
    ("單位", "機關"),
    ("說明", "備註"),
    ("預期", "預計"),
    ("情形", "狀況"),
    ("內容", "項目"),
    ("參加", "參與"),
    ("聯絡", "連絡"),
    ("計畫", "方案"),
    ("學校", "本校"),
)


def labels(sheet: Sheet) -> list[Element]:
    """The runs that are the form's own wording."""
    return [
        run
        for paragraph in sheet.root.iter(PARAGRAPH)
        for run in runs_of(paragraph)
        if not run.get(VALUE) and is_text(run) and text_of([run]).strip()
    ]


def spread_labels(sheet: Sheet, random: Random) -> bool:
    """Blanks between the letters of a label, narrow or wide: 姓　　名."""
    changed = False
    for paragraph in sheet.root.iter(PARAGRAPH):
        runs = runs_of(paragraph)
        for run in runs:
            text = text_of([run])
            if run.get(VALUE) or not is_text(run) or random.random() < 0.5:
                continue
            alone = SPREAD.fullmatch(text) if len(runs) == 1 else None
            found = alone or BEFORE_COLON.match(text)
            if found:
                blank = random.choice((" ", "　", "  ", "　　"))
                set_text(touch(run), blank.join(found[0]) + text[found.end() :])
                changed = True
    return changed


def _translated(sheet: Sheet, random: Random, table: dict[int, str]) -> bool:
    changed = False
    for run in labels(sheet):
        text = text_of([run])
        other = text.translate(table)
        if other != text and random.random() < 0.6:
            set_text(touch(run), other)
            changed = True
    return changed


def wide_labels(sheet: Sheet, random: Random) -> bool:
    """( ) : and digits of labels in full width."""
    return _translated(sheet, random, str.maketrans(dict(zip(NARROW, WIDE, strict=True))))


def narrow_labels(sheet: Sheet, random: Random) -> bool:
    """（ ） ： and digits of labels in half width."""
    return _translated(sheet, random, str.maketrans(dict(zip(WIDE, NARROW, strict=True))))


def changed_word(sheet: Sheet, random: Random) -> bool:
    """One word of one label is another."""
    found = [
        (run, old, new)
        for run in labels(sheet)
        for old, new in WORDS
        if old in text_of([run]) and len(text_of([run])) < 60
    ]
    if not found:
        return False
    run, old, new = random.choice(found)
    set_text(touch(run), text_of([run]).replace(old, new, 1))
    return True

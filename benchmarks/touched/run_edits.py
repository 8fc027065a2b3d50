"""What Word does to runs, and what reviewing leaves between them; no text changes."""

from itertools import count
from random import Random

from lxml import etree

from benchmarks.touched.runs import (
    PROPERTIES,
    RUN,
    is_text,
    new_run,
    runs_of,
    split,
    text_of,
)
from benchmarks.touched.sheet import Sheet, touch
from benchmarks.touched.values import filled_values
from jingjin_forms.word.docx.location import PARAGRAPH, TEXT, Element, W

FONTS = ("標楷體", "新細明體", "微軟正黑體", "Times New Roman")
OLD_TEXTS = ("王小明", "3,000", "112年1月1日", "（舊）", "花蓮國小", "待補", "□", "二")
WHO = {f"{W}author": "王小明", f"{W}date": "2024-03-01T09:00:00Z"}
COMMENTS = "word/comments.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def split_runs(sheet: Sheet, random: Random) -> bool:
    """Runs end at any letter, as when one has typed, gone elsewhere and come back."""
    for paragraph in sheet.root.iter(PARAGRAPH):
        for run in runs_of(paragraph):
            rest: Element | None = run
            while rest is not None and random.random() < 0.6:
                size = len(text_of([rest]))
                touch(rest)
                rest = split(rest, random.randrange(1, size)) if size > 1 else None
    return True


def reformatted(sheet: Sheet, random: Random) -> bool:
    """Other fonts, bold, colours and sizes, run by run."""
    for paragraph in sheet.root.iter(PARAGRAPH):
        for run in runs_of(paragraph):
            if is_text(run) and random.random() < 0.5:
                _format(touch(run), random)
    return True


def _format(run: Element, random: Random) -> None:
    old = run.find(PROPERTIES)
    if old is not None:
        run.remove(old)
    properties = etree.Element(PROPERTIES)
    run.insert(0, properties)
    font = random.choice(FONTS)
    fonts = {f"{W}{name}": font for name in ("ascii", "eastAsia", "hAnsi")}
    etree.SubElement(properties, f"{W}rFonts", {**fonts, f"{W}hint": "eastAsia"})
    if random.random() < 0.4:
        etree.SubElement(properties, f"{W}b")
    if random.random() < 0.4:
        etree.SubElement(properties, f"{W}color", {f"{W}val": "FF0000"})
    if random.random() < 0.4:
        etree.SubElement(properties, f"{W}sz", {f"{W}val": random.choice(("20", "28"))})
    if random.random() < 0.2:
        etree.SubElement(properties, f"{W}u", {f"{W}val": "single"})


def marks_of_word(sheet: Sheet, random: Random) -> bool:
    """rsid numbers, spelling marks and bookmarks between runs, page breaks that were printed."""
    numbers = count(1)
    for paragraph in sheet.root.iter(PARAGRAPH):
        paragraph.set(f"{W}rsidR", f"00{random.randrange(16**6):06X}")
        for run in runs_of(paragraph):
            touch(run).set(f"{W}rsidRPr", f"00{random.randrange(16**6):06X}")
            size = len(text_of([run]))
            rest = split(run, random.randrange(1, size)) if size > 1 else None
            _mark(run if rest is None or random.random() < 0.5 else rest, random, next(numbers))
    return True


def _mark(run: Element, random: Random, number: int) -> None:
    kind = random.randrange(40)
    if kind < 10:
        run.addprevious(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
        run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellEnd"}))
    elif kind < 20:
        name = {f"{W}id": str(number), f"{W}name": f"_GoBack{number}"}
        run.addprevious(etree.Element(f"{W}bookmarkStart", name))
        run.addnext(etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)}))
    elif kind == 20 and (text := run.find(TEXT)) is not None:
        text.addprevious(etree.Element(f"{W}lastRenderedPageBreak"))


def tracked_insertions(sheet: Sheet, random: Random) -> bool:
    """Values typed while changes were tracked."""
    numbers = count(900)
    changed = False
    for value in filled_values(sheet):
        if random.random() < 0.4:
            inserted = etree.Element(f"{W}ins", {f"{W}id": str(next(numbers)), **WHO})
            value[0].addprevious(inserted)
            inserted.extend([touch(run) for run in value])
            changed = True
    return changed


def tracked_deletions(sheet: Sheet, random: Random) -> bool:
    """What stood beside a value before, struck out and still in the file."""
    numbers = count(900)
    changed = False
    for value in filled_values(sheet):
        if random.random() < 0.4:
            deleted = etree.Element(f"{W}del", {f"{W}id": str(next(numbers)), **WHO})
            run = new_run(random.choice(OLD_TEXTS), value[0])
            for text in run.iter(TEXT):
                text.tag = f"{W}delText"
            deleted.append(run)
            if random.random() < 0.5:
                touch(value[0]).addprevious(deleted)
            else:
                touch(value[-1]).addnext(deleted)
            changed = True
    return changed


def comments(sheet: Sheet, random: Random) -> bool:
    """Remarks in the margin about values."""
    root = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    for value in filled_values(sheet):
        if random.random() < 0.2:
            number = {f"{W}id": str(len(root))}
            comment = etree.SubElement(root, f"{W}comment", {**number, **WHO})
            etree.SubElement(comment, PARAGRAPH).append(new_run("請再確認這一欄：3,000 元？"))
            touch(value[0]).addprevious(etree.Element(f"{W}commentRangeStart", number))
            reference = etree.Element(RUN)
            etree.SubElement(reference, f"{W}commentReference", number)
            touch(value[-1]).addnext(reference)
            value[-1].addnext(etree.Element(f"{W}commentRangeEnd", number))
    if not len(root):
        return False
    sheet.parts[COMMENTS] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    _declare(sheet)
    return True


def _declare(sheet: Sheet) -> None:
    override = f'<Override PartName="/{COMMENTS}" ContentType="{WORD}.comments+xml"/></Types>'
    relation = f'<Relationship Id="rIdC1" Type="{OFFICE}/comments" Target="comments.xml"/>'
    ends = {
        "[Content_Types].xml": (b"</Types>", override),
        "word/_rels/document.xml.rels": (b"</Relationships>", f"{relation}</Relationships>"),
    }
    for name, (end, added) in ends.items():
        sheet.parts[name] = sheet.parts[name].replace(end, added.encode())

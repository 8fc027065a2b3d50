"""The blank form with the name of each blank where it stands, in colour: to be looked at."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from jingjin_forms.adopt.edit import Put, changes_of
from jingjin_forms.adopt.hole import Hole, full_name
from jingjin_forms.adopt.sureness import UNSURE, sureness_of
from jingjin_forms.page.page import Page
from jingjin_forms.word.location import TEXT, Element, W

_BEGIN, _END = "\ue000", "\ue001"
_SURE, _LOOK_AT, _ALONE = "sure", "look", "alone"
_COLOURS = {_SURE: ("0B5394", "D9EAF7"), _LOOK_AT: ("B00020", "FBE3E4"), _ALONE: ("777777", "EEEEEE")}


def pictured(page: Page, holes: Sequence[Hole]) -> bytes:
    """The part; blue is sure, red is to be looked at, grey is left alone."""
    puts = [put for hole in holes for put in _puts_of(hole)]
    if not puts:
        return page.source.content
    content = page.source.changed(changes_of(page.source, puts))
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    for text in [t for t in root.iter(TEXT) if _BEGIN in (t.text or "")]:
        _coloured(text)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _puts_of(hole: Hole) -> list[Put]:
    name = f"{full_name(hole)}×{hole.of_list.count}" if hole.of_list else full_name(hole)
    if not hole.is_tagged:
        look, name = _ALONE, "留白"
    else:
        look = _SURE if sureness_of(hole) >= UNSURE else _LOOK_AT
    if hole.boxes:
        first = hole.boxes[0]
        if first.length == 0:
            return [Put(first.line, 0, 0, f"{_BEGIN}{look}|{name}{_END}")]
        if not first.line.piece_at(first.position).written:
            return []  # a symbol or a legacy box holds no text
        shown = first.line.text[first.position : first.position + first.length]
        words = f"{name}（複選）" if hole.several else name
        mark = f"{_BEGIN}{look}|{words}{_END}{shown}"
        return [Put(first.line, first.position, first.position + first.length, mark)]
    return [Put(hole.line, hole.start, hole.end, f"{_BEGIN}{look}|{name}{_END}")]


def _coloured(text: Element) -> None:
    """Split the run of a text at its marks; what is marked becomes a run of its own."""
    run = text.getparent()
    if run is None or run.tag != f"{W}r":
        return
    before = [child for child in run if child is not text and run.index(child) < run.index(text)]
    after = [child for child in run if run.index(child) > run.index(text)]
    pieces = (text.text or "").replace(_END, _BEGIN).split(_BEGIN)
    runs: list[Element] = []
    for number, piece in enumerate(pieces):
        new = etree.Element(f"{W}r", nsmap=run.nsmap)
        properties = run.find(f"{W}rPr")
        if properties is not None:
            new.append(deepcopy(properties))
        if number % 2:
            look, _, piece = piece.partition("|")
            _paint(new, *_COLOURS[look])
        shown = etree.SubElement(new, TEXT)
        shown.text = piece
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if piece:
            runs.append(new)
    kept = [child for child in before if child.tag != f"{W}rPr"]
    if kept:
        runs.insert(0, _run_with(run, kept))
    if after:
        runs.append(_run_with(run, after))
    for new in runs:
        run.addprevious(new)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _run_with(run: Element, children: Sequence[Element]) -> Element:
    new = etree.Element(f"{W}r", nsmap=run.nsmap)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    for child in children:
        new.append(child)
    return new


def _paint(run: Element, colour: str, ground: str) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for name in ("color", "u", "shd", "rStyle", "vanish", "sz"):
        for old in properties.findall(f"{W}{name}"):
            properties.remove(old)
    ordered = (("color", {"val": colour}), ("sz", {"val": "18"}), ("shd", {"val": "clear", "color": "auto", "fill": ground}))
    for name, values in ordered:
        element = etree.SubElement(properties, f"{W}{name}")
        for key, value in values.items():
            element.set(f"{W}{key}", value)

"""Text that is marked, set in colours of its own: its run is split, and looks as the mark says.

text = marked("list", "經費項目", 14)
…                                       # put into the markup
paint_marked(root, {"list": ("274E13", "D9EAD3")})
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from jingjin_forms.word.docx.location import TEXT, Element, W
from jingjin_forms.word.docx.plain_xml import SPACE

_BEGIN, _END = "\ue000", "\ue001"
Colours = Mapping[str, tuple[str, str]]
"""Letters and ground of each look."""
_PLAIN = ("rStyle", "b", "i", "strike", "dstrike", "vanish", "spacing", "w", "position", "u", "em")
"""What a name does not take over from the text around it."""
_PROPERTIES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
    "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
    "specVanish oMath"
)
"""Those of a run, in the order that the schema has them, or Word mends the file."""
_RANK = {f"{W}{name}": rank for rank, name in enumerate(_PROPERTIES.split())}


def marked(look: str, text: str, size: int = 0, scale: int = 100) -> str:
    """The text as it goes into the markup: with the look, the size in half points and the width of
    its letters in percent. Without a size it keeps how it looks, and has the ground alone."""
    return f"{_BEGIN}{look}|{size}|{scale}|{text}{_END}"


def paint_marked(root: Element, colours: Colours) -> None:
    """Give all marked text of a part its look."""
    for text in [t for t in root.iter(TEXT) if _BEGIN in (t.text or "")]:
        _split(text, colours)


def _split(text: Element, colours: Colours) -> None:
    """Split the run of a text at its marks; what is marked becomes a run of its own."""
    run = text.getparent()
    if run is None or run.tag != f"{W}r":
        return
    before = [child for child in run if child is not text and run.index(child) < run.index(text)]
    after = [child for child in run if run.index(child) > run.index(text)]
    pieces = (text.text or "").replace(_END, _BEGIN).split(_BEGIN)
    runs: list[Element] = []
    for number, piece in enumerate(pieces):
        if not piece:
            continue
        new = _run_like(run)
        if number % 2:
            look, size, scale, piece = piece.split("|", 3)
            _paint(new, *colours[look], int(size), scale)
        shown = etree.SubElement(new, TEXT)
        shown.text = piece
        shown.set(SPACE, "preserve")
        runs.append(new)
    kept = [child for child in before if child.tag != f"{W}rPr"]
    if kept:
        runs.insert(0, _run_like(run, kept))
    if after:
        runs.append(_run_like(run, after))
    for new in runs:
        run.addprevious(new)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _run_like(run: Element, children: Sequence[Element] = ()) -> Element:
    new = etree.Element(f"{W}r", nsmap=run.nsmap)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    for child in children:
        new.append(child)
    return new


def _paint(run: Element, colour: str, ground: str, size: int, scale: str) -> None:
    """Set the looks; where there is no size, only the ground."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    wanted: dict[str, dict[str, str]] = {"shd": {"val": "clear", "color": "auto", "fill": ground}}
    if size:
        for name in _PLAIN:
            for old in properties.findall(f"{W}{name}"):
                properties.remove(old)
        wanted |= {"color": {"val": colour}, "sz": {"val": str(size)}, "szCs": {"val": str(size)}}
        if scale != "100":
            wanted["w"] = {"val": scale}
    for name, values in wanted.items():
        for old in properties.findall(f"{W}{name}"):
            properties.remove(old)
        element = etree.Element(f"{W}{name}")
        for key, value in values.items():
            element.set(f"{W}{key}", value)
        _put_in_order(properties, element)


def _put_in_order(properties: Element, element: Element) -> None:
    own = _RANK[str(element.tag)]
    for number, child in enumerate(properties):
        if _RANK.get(str(child.tag), len(_RANK)) > own:
            properties.insert(number, element)
            return
    properties.append(element)

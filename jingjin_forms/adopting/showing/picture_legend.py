"""The legend of the picture, at the top of the first page, where it moves nothing."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from lxml import etree

from jingjin_forms.word.docx.location import PARAGRAPH, Element, W

_SPACES = {
    "w": W.strip("{}"),
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_WORDS = {
    "sure": "欄位",
    "list": "清單，×印出的列數",
    "choice": "選項",
    "look": "請看",
    "alone": "不放標籤",
}
_WIDE, _HIGH = 4_300_000, 190_000  # of 360,000 a centimetre
_AT = 380_000, 150_000
_NUMBER = 90_001  # of the drawing, unlike any in a form


def with_legend(root: Element, colours: Mapping[str, tuple[str, str]]) -> None:
    """Hang the legend on the first paragraph that can hold it; it floats above the margin."""
    boxes = f"{W}txbxContent"
    first = next((p for p in root.iter(PARAGRAPH) if not list(p.iterancestors(boxes))), None)
    if first is None:
        return
    runs = "".join(
        f'<w:r><w:rPr><w:color w:val="{colours[look][0]}"/><w:sz w:val="15"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colours[look][1]}"/></w:rPr>'
        f'<w:t xml:space="preserve"> {escape(word)} </w:t></w:r>'
        '<w:r><w:rPr><w:sz w:val="15"/></w:rPr><w:t xml:space="preserve">  </w:t></w:r>'
        for look, word in _WORDS.items()
    )
    first.append(etree.fromstring(_drawing(runs))[0])


def _drawing(runs: str) -> str:
    named = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    left, top = _AT
    return (
        f"<w:p {named}><w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent>"
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="0" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_WIDE}" cy="{_HIGH}"/><wp:wrapNone/>'
        f'<wp:docPr id="{_NUMBER}" name="圖例"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" '
        f'y="0"/><a:ext cx="{_WIDE}" cy="{_HIGH}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>"
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/></w:pPr>'
        f"{runs}</w:p></w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )

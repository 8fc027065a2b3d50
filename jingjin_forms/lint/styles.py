"""What the styles of a file say of texts and paragraphs, handed down from style to style."""

from collections.abc import Mapping

from lxml import etree

from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.style_line import STYLES, style_line

_OFF = ("0", "false", "off")


def is_on(switch: Element) -> bool:
    """Whether a property that is on or off is on."""
    return switch.get(f"{W}val", "1") not in _OFF


def styles_with(parts: Mapping[str, bytes], name: str) -> frozenset[str]:
    """The ids of the styles with a switch on: `rPr/vanish`, `pPr/keepNext`."""
    content = parts.get(STYLES)
    if content is None:
        return frozenset()
    path = "/".join(f"{W}{step}" for step in name.split("/"))
    styles = {str(s.get(f"{W}styleId")): s for s in etree.fromstring(content).iter(f"{W}style")}

    def has(style_id: str) -> bool:
        said = (style.find(path) for style in style_line(styles, style_id))
        own = next((switch for switch in said if switch is not None), None)
        return own is not None and is_on(own)

    return frozenset(filter(has, styles))

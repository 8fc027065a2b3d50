"""What the styles of a file say of texts and paragraphs, handed down from style to style."""

from collections.abc import Mapping

from lxml import etree

from jingjin_forms.word.docx.location import Element, W

_STYLES = "word/styles.xml"
_OFF = ("0", "false", "off")


def is_on(switch: Element) -> bool:
    """Whether a property that is on or off is on."""
    return switch.get(f"{W}val", "1") not in _OFF


def styles_with(parts: Mapping[str, bytes], name: str) -> frozenset[str]:
    """The ids of the styles with a switch on: `rPr/vanish`, `pPr/keepNext`."""
    content = parts.get(_STYLES)
    if content is None:
        return frozenset()
    path = "/".join(f"{W}{step}" for step in name.split("/"))
    styles = {str(s.get(f"{W}styleId")): s for s in etree.fromstring(content).iter(f"{W}style")}

    def has(style_id: str, seen: frozenset[str]) -> bool:
        style = styles.get(style_id)
        if style is None or style_id in seen:
            return False
        own = style.find(path)
        if own is not None:
            return is_on(own)
        base = style.find(f"{W}basedOn")
        return base is not None and has(str(base.get(f"{W}val")), seen | {style_id})

    return frozenset(style_id for style_id in styles if has(style_id, frozenset()))

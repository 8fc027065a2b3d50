"""docxtpl's RichText in an .odt: each run of Word's in a span with a style of its own."""

from collections.abc import Iterator
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.open_document.media import linked
from jingjin_forms.word.open_document.names import RUN, RUN_TEXT
from jingjin_forms.word.open_document.text import spaced
from jingjin_forms.word.printing.text import UnprintableError

_VAL = f"{W}val"
_OFF = ("0", "false", "off", "none")
_UNDERLINES = {"dotted": "dotted", "dash": "dash", "wave": "wave", "dotDash": "dot-dash"}
_HIGHLIGHTS = {
    **{"black": "000000", "blue": "0000ff", "cyan": "00ffff", "green": "00ff00"},
    **{"magenta": "ff00ff", "red": "ff0000", "white": "ffffff", "yellow": "ffff00"},
    **{"darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkRed": "800000"},
    **{"darkMagenta": "800080", "darkYellow": "808000", "darkGray": "808080"},
    "lightGray": "c0c0c0",
}
_LEFT_OUT = frozenset(("rtl", "cs", "lang", "bCs", "iCs", "szCs", "noProof"))
"""What says nothing of how the characters of these papers look."""
_NO_BREAKS = "的換段或換頁只能印在 .docx 範本，請改用換行。"


def odt_runs(parsed: Element, links: dict[str, str], styles: dict[str, str]) -> str:
    """The children of an element, which are runs of Word's, as spans.

    `links` are the addresses by the ids in the runs; the styles that they need go to `styles`, by
    name. Raises UnprintableError for what has no like in an .odt.
    """
    pieces = [spaced(escape(parsed.text or ""))] if parsed.text else []
    for child in parsed:
        if child.tag == RUN:
            pieces.append(_span(child, styles))
        elif child.tag == f"{W}hyperlink":
            address = next((links[v] for v in map(str, child.attrib.values()) if v in links), "")
            pieces.append(linked(odt_runs(child, links, styles), address, "text"))
        else:
            name = etree.QName(child).localname
            raise UnprintableError(f"裡有 {name}，只能印在 .docx 範本；.odt 範本可以印 RichText。")
        pieces.append(spaced(escape(child.tail or "")))
    return "".join(pieces)


def _span(run: Element, styles: dict[str, str]) -> str:
    text, properties, parent = "", "", ""
    for child in run:
        if child.tag == f"{W}rPr":
            properties, parent = "".join(_said(child)), _style_of(child)
        elif child.tag == RUN_TEXT:
            text += child.text or ""
        elif child.tag == f"{W}tab":
            text += "\t"
        elif child.tag == f"{W}br" and not child.attrib:
            text += "\n"
        else:
            raise UnprintableError(_NO_BREAKS)
    if "\a" in text or "\f" in text:
        raise UnprintableError(_NO_BREAKS)
    content = spaced(escape(text))
    if not properties and not parent:
        return content
    name = f"jingjin-{sha256(f'{parent} {properties}'.encode()).hexdigest()[:12]}"
    based = f" style:parent-style-name={quoteattr(parent)}" if parent else ""
    styles[name] = (
        f'<style:style style:name="{name}" style:family="text"{based}>'
        f"<style:text-properties{properties}/></style:style>"
    )
    return f'<text:span text:style-name="{name}">{content}</text:span>'


def _style_of(properties: Element) -> str:
    style = properties.find(f"{W}rStyle")
    return "" if style is None else style.get(_VAL, "")


def _said(properties: Element) -> Iterator[str]:
    """Each property as attributes of an .odt, which tells scripts apart."""
    for child in properties:
        name, value = etree.QName(child).localname, child.get(_VAL, "")
        if name in _LEFT_OUT or name == "rStyle" or value in _OFF:
            continue
        if name == "b":
            yield from _for_scripts("font-weight", "bold")
        elif name == "i":
            yield from _for_scripts("font-style", "italic")
        elif name == "sz":
            yield from _for_scripts("font-size", f"{int(value) / 2:g}pt")
        elif name == "u":
            kind = ' style:text-underline-type="double"' if value == "double" else ""
            line = _UNDERLINES.get(value, "solid")
            yield f' style:text-underline-style="{line}"{kind} style:text-underline-width="auto"'
        elif name == "strike":
            yield ' style:text-line-through-style="solid" style:text-line-through-type="single"'
        elif name == "color":
            yield f" fo:color={quoteattr(f'#{value}')}"
        elif name == "shd":
            yield _ground(child.get(f"{W}fill", "ffffff"))
        elif name == "highlight":
            yield _ground(_HIGHLIGHTS.get(value, "ffffff"))
        elif name == "vertAlign":
            yield f' style:text-position="{"super" if value == "superscript" else "sub"} 58%"'
        elif name == "rFonts":
            yield from _fonts(child)
        else:
            raise UnprintableError(f"的格式 {name} 只能印在 .docx 範本。")


def _for_scripts(name: str, value: str) -> Iterator[str]:
    yield f' fo:{name}="{value}"'
    yield f' style:{name}-asian="{value}"'
    yield f' style:{name}-complex="{value}"'


def _ground(colour: str) -> str:
    return f" fo:background-color={quoteattr(f'#{colour}')}"


def _fonts(fonts: Element) -> Iterator[str]:
    western, eastern = fonts.get(f"{W}ascii"), fonts.get(f"{W}eastAsia")
    if western:
        yield f" fo:font-family={quoteattr(western)}"
    if eastern:
        yield f" style:font-family-asian={quoteattr(eastern)}"

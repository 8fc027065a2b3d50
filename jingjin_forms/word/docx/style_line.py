"""Styles that are based on others: what one does not say, the next of its line may."""

from collections.abc import Iterator, Mapping

from jingjin_forms.word.docx.location import Element, W

STYLES = "word/styles.xml"


def base_of(style: Element) -> str:
    """The id of the style that a style is based on; blank where it is based on none."""
    base = style.find(f"{W}basedOn")
    return "" if base is None else base.get(f"{W}val", "")


def style_line(styles: Mapping[str, Element], name: str) -> Iterator[Element]:
    """The style of an id and those it is based on; each once, though they may go in circles."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        name = base_of(styles[name])

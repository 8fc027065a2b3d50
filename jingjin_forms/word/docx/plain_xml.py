"""XML of a part as it stands in the file, and the names beside those of `location` it uses."""

import re

from lxml import etree

from jingjin_forms.word.docx.location import Element, W

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands a second time, for a Word that does not know the first."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_number = re.compile(r"[0-9]{1,9}(\.[0-9]{0,9})?").fullmatch


def read_xml(content: bytes) -> Element:
    """The tree, comments and white space included; nothing outside the file is fetched.

    Raises etree.XMLSyntaxError. `part_source.parse_part` reads as the engine needs it.
    """
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def twips_of(element: Element | None, attribute: str) -> int | None:
    """A length that an element says; None where it says none, or in units of its own."""
    value = None if element is None else element.get(f"{W}{attribute}")
    return int(float(value)) if value and _number(value) else None

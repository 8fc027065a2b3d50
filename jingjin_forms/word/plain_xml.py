"""XML of a part as it stands in the file, and the names beside those of `location` it uses."""

from lxml import etree

from jingjin_forms.word.location import Element

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands a second time, for a Word that does not know the first."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def read_xml(content: bytes) -> Element:
    """The tree, comments and white space included; nothing outside the file is fetched.

    Raises etree.XMLSyntaxError. `part_source.parse_part` reads as the engine needs it.
    """
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))

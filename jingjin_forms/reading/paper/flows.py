"""The flows of a part of a filled Word file."""

from jingjin_forms.reading.paper.paper import Flow
from jingjin_forms.reading.paper.part_tree import flows_of_tree
from jingjin_forms.reading.paper.plain_part import plain_flow


def read_flows(content: bytes, title: str) -> list[Flow]:
    """A part's own flow, then those of its text boxes.

    Raises etree.XMLSyntaxError, and DocumentTypeError for a part with a DTD.
    """
    plain = plain_flow(content, title)
    return flows_of_tree(content, title) if plain is None else [plain]

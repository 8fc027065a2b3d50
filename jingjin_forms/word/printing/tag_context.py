"""Where in the XML of a part a tag can stand."""

from enum import Enum, auto


class TagContext(Enum):
    """Each kind of place has its own way to print a value (see `text`)."""

    RUN = auto()
    """Inside `w:t`, where a line break or tab becomes an element of its own."""
    PLAIN = auto()
    """Inside any other element that holds text, such as the document's title."""
    ATTRIBUTE = auto()
    """Inside an attribute value, such as a picture's description."""
    COLOUR = auto()
    """The attribute that `{% cellbg … %}` sets."""
    SPAN = auto()
    """The attribute that `{% colspan … %}` and `{% hm %}` set."""
    RUNS = auto()
    """Between runs: `{{r … }}`."""
    BLOCKS = auto()
    """Between paragraphs: `{{p … }}`."""
    ROWS = auto()
    """Between rows or cells: `{{tr … }}`, `{{tc … }}`."""

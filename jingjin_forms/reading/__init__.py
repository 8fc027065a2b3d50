"""Filled files read back: the template that prints a form says where each of its facts stands."""

from jingjin_forms.reading.captured.captured import WordingChange
from jingjin_forms.reading.captured.printed import Doubt
from jingjin_forms.reading.document import read_document
from jingjin_forms.reading.reading import Reading, ReadValue

__all__ = ["Doubt", "ReadValue", "Reading", "WordingChange", "read_document"]

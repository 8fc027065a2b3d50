"""All papers of a batch in one file, to be printed in one go: a .pdf, or a .docx."""

from jingjin_forms.batch.merging.merge import SUFFIXES, merge_files
from jingjin_forms.batch.merging.papers import MadeOf

__all__ = ["SUFFIXES", "MadeOf", "merge_files"]

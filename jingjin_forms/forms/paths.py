"""Whether what names a form is its key, title or class, or the path of a tagged file."""

from jingjin_forms.files.handed import StrPath

SUFFIXES = (".docx", ".odt")
"""Of tagged files."""


def is_path(name: StrPath) -> bool:
    """Whether what names a form is a tagged file."""
    return not isinstance(name, str) or name.strip().lower().endswith(SUFFIXES)

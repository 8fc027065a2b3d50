"""What a finished paper is wanted as besides, and whether LibreOffice has to be there for it."""

from collections.abc import Collection, Iterable

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.convert import SUFFIXES
from jingjin_forms.export.libreoffice.soffice import find_soffice

OPEN = ".odt"
"""What is filled like a Word file, where there is a template for it."""


def formats_named(given: str | Iterable[str], option: str) -> tuple[str, ...]:
    """The suffixes that `odt,pdf` names; `option` is what messages call the place they were given
    at. Raises FileProblemError for others."""
    listed = given.split(",") if isinstance(given, str) else [*given]
    words = [str(word).strip().lower().removeprefix(".") for word in listed]
    suffixes = tuple(dict.fromkeys(f".{word}" for word in words))
    if not set(suffixes) <= set(SUFFIXES):
        raise FileProblemError(
            f"{option} 可以給 odt、pdf 或 odt,pdf，不能是「{','.join(words)}」。"
        )
    return suffixes


def need_some(suffixes: Collection[str], *, has_templates: bool) -> None:
    """Raise FileProblemError where none of it could be made: LibreOffice is missing, and .odt is
    not wanted or has no templates. What else is missing then is told in the end, file by file."""
    if suffixes and not (has_templates and OPEN in suffixes):
        find_soffice()

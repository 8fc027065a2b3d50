"""The photographs of filled files, as files in a folder beside the result that names them."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, cast

from jingjin_forms.files.names import alike, safe_name
from jingjin_forms.files.picture_kinds import suffix_of
from jingjin_forms.files.writing import (
    existing,
    make_folder,
    not_written,
    refuse_existing,
    write_file,
)

_LONGEST_STEM = 60


class Photographs:
    """Takes photographs out of facts; they get their names when the result gets its own."""

    def __init__(self, result: Path, work: Path, *, overwrite: bool) -> None:
        """`work` is a folder on the same disk for what is not finished.

        Raises FileProblemError where the folder of the photographs is there already.
        """
        self.folder = result.with_name(f"{result.stem}_照片")
        self._work, self._overwrite = work, overwrite
        self._stems: set[str] = set()
        self._made: list[str] = []
        refuse_existing(self.folder, overwrite=overwrite)

    def named(self, facts: Mapping[str, Any], file: str) -> dict[str, Any]:
        """The facts with the photographs' paths, from the result's folder, in their place.

        `file` is the name of the file that they come from. Raises FileProblemError.
        """
        names: list[str] = []

        def kept(content: bytes) -> str:
            stem = names[0] if names else self._stem_for(file)
            names.append(stem)
            name = f"{stem}-{len(names)}{suffix_of(content)}"
            write_file(self._work / name, content)
            self._made.append(name)
            return f"{self.folder.name}/{name}"

        return with_pictures(facts, kept)

    def publish(self) -> None:
        """Give all photographs their names. Raises FileProblemError."""
        if not self._made:
            return
        if not self._overwrite and os.path.lexists(self.folder):
            raise existing(self.folder)
        make_folder(self.folder)
        for name in self._made:
            try:
                os.replace(self._work / name, self.folder / name)
            except OSError as error:
                raise not_written(self.folder / name, error) from None

    def _stem_for(self, file: str) -> str:
        """The name of the file without its suffix, and a number where another has the same."""
        own = stem = safe_name(PurePosixPath(file).stem[:_LONGEST_STEM])
        number = 1
        while alike(stem) in self._stems:
            number += 1
            stem = f"{own}_{number}"
        self._stems.add(alike(stem))
        return stem


def with_pictures(facts: Mapping[str, Any], kept: Callable[[bytes], Any]) -> dict[str, Any]:
    """The facts with something else in the place of each photograph, one after another."""
    return {label: _with_pictures(value, kept) for label, value in facts.items()}


def _with_pictures(value: Any, kept: Callable[[bytes], Any]) -> Any:
    if isinstance(value, bytes):
        return kept(value)
    if isinstance(value, Mapping):
        return with_pictures(cast("Mapping[str, Any]", value), kept)
    if isinstance(value, list):
        return [_with_pictures(inner, kept) for inner in cast("list[Any]", value)]
    return value

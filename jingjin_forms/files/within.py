"""Files that facts name: where they may be looked for.

Who writes facts into a file on this machine may name any file beside it. Who sends them to a
service may name none, or only what lies in a folder that the service names.
"""

import os
from dataclasses import dataclass
from os import PathLike
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Nearby:
    """Where paths in facts start, and whether they may lead elsewhere."""

    folder: Path | None = None
    """None: facts name no files."""
    is_bound: bool = False
    """Whether all files lie in the folder: facts of others, who must not find out what else there
    is."""

    @classmethod
    def of(
        cls,
        folder: str | PathLike[str] | None = None,
        bound: str | PathLike[str] | None = None,
    ) -> "Nearby":
        """That of paths which start at `folder`, or which must stay in the folder `bound`."""
        if bound is not None:
            return cls(Path(bound), is_bound=True)
        return cls(None if folder is None else Path(folder))

    def file(self, name: str | Path) -> Path | None:
        """The file of this name; None for one that facts must not name, whether it is there or
        not."""
        if self.folder is None:
            return None
        path = self.folder / name
        return _inside(self.folder, path) if self.is_bound else path


def _inside(folder: Path, path: Path) -> Path | None:
    """A path with no link left in it, which is that of a file in the folder."""
    try:
        found = os.path.realpath(path, strict=True)
        home = os.path.realpath(folder, strict=True)
    except (OSError, ValueError):  # not there; no name that a file can have
        return None
    is_inside = os.path.commonpath((found, home)) == home and os.path.isfile(found)
    return Path(found) if is_inside else None

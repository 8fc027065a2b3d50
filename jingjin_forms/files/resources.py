"""Where templates and samples are: inside an installed package, or beside it in a checkout.

A folder that cannot be looked at is told; it is never taken for an empty one.
"""

import os
import stat
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import UNREADABLE
from jingjin_forms.files.reasons import code_of, reason_of


@cache
def resource_folder(kind: str, programme: str, root: Path) -> Path:
    """The folder of a programme's `templates` or `samples`; `root` is the folder it lies in.

    They lie in a folder of that kind, in `root` itself or in one of the two folders above it.
    Raises FileProblemError.
    """
    places = [above / kind / programme for above in (root, root.parent, root.parent.parent)]
    return next((place for place in places if is_folder(place)), places[0])


def names_in(folder: Path) -> list[str]:
    """The names of all that lies in a folder, in order; none where there is no such folder.

    Raises FileProblemError.
    """
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise not_looked_at(folder, error) from None


def is_folder(path: Path) -> bool:
    """Whether this is a folder. Raises FileProblemError where the system does not say."""
    return _is(path, stat.S_ISDIR)


def is_file(path: Path) -> bool:
    """Whether this is a file. Raises FileProblemError where the system does not say."""
    return _is(path, stat.S_ISREG)


def not_looked_at(path: Path | str, error: OSError) -> FileProblemError:
    """The error for a place of the library's, or of somebody's forms, that the system refuses."""
    return FileProblemError(
        f"讀不到「{path}」（{reason_of(error)}）；請確認有讀取的權限，磁碟沒有問題。",
        code=code_of(error, UNREADABLE),
    )


def _is(path: Path, is_kind: Callable[[int], bool]) -> bool:
    try:
        return is_kind(os.stat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise not_looked_at(path, error) from None

"""One folder per programme: its documents and editions, its forms, its rules, what is handed in.

Folders that JINGJIN_FORMS names (several with the separator of PATH) count as parts of this one.
"""

import os

from jingjin_forms.errors import FileProblemError

FOLDERS = "JINGJIN_FORMS"
"""The environment variable; workers of a batch inherit it."""

__path__ += [
    os.path.abspath(path) for path in os.environ.get(FOLDERS, "").split(os.pathsep) if path
]


def use_folder(folder: str | os.PathLike[str]) -> None:
    """Count the programmes of one more folder as parts of this package, here and in the processes
    that are started from here. Raises FileProblemError where there is no such folder."""
    path = os.path.abspath(folder)
    if not os.path.isdir(path):
        raise FileProblemError(f"找不到放表件的資料夾「{folder}」。")
    if path not in __path__:
        __path__.append(path)
        given = os.environ.get(FOLDERS)
        os.environ[FOLDERS] = f"{given}{os.pathsep}{path}" if given else path

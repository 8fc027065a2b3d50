"""What tells a file from one that has taken its place."""

import os

from jingjin_forms.files.handed import StrPath


def identity_of(path: StrPath) -> str:
    """Of a file that is there. No inode: some file systems invent them. Raises OSError."""
    status = os.lstat(path)
    return f"{status.st_size}-{status.st_mtime_ns}"

"""One folder per programme: its documents and editions, its forms, its rules, what is handed in.

Folders that JINGJIN_FORMS names (several with the separator of PATH) count as parts of this one.
"""

import os

FOLDERS = "JINGJIN_FORMS"
"""The environment variable; workers of a batch inherit it."""

__path__ += [
    os.path.abspath(path) for path in os.environ.get(FOLDERS, "").split(os.pathsep) if path
]

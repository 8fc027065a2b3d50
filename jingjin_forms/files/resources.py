"""Where the templates and samples are: inside an installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


@cache
def resource_folder(name: str) -> Path:
    """The folder `templates` or `samples`."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name

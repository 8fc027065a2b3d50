"""Where templates and samples are: inside an installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path


@cache
def resource_folder(kind: str, programme: str, root: Path) -> Path:
    """The folder of a programme's `templates` or `samples`; `root` is the folder it lies in.

    They lie in a folder of that kind, in `root` itself or in one of the two folders above it.
    """
    places = [above / kind / programme for above in (root, root.parent, root.parent.parent)]
    return next((place for place in places if place.is_dir()), places[0])

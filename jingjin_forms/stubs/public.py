"""The stub of the package itself: the public names, and where each is declared."""

import inspect
from collections.abc import Iterator
from pathlib import Path

from jingjin_forms.forms.catalog import find_class
from jingjin_forms.public import HOME_OF, all_names

_HEAD = "# Written by `python -m jingjin_forms.stubs`; change public.py instead."


def public_stub(package: Path) -> str:
    """Its text: an import for each public name; forms from elsewhere are not of this package."""
    homes = dict(_homes(package))
    imports = [f"from {home} import {name} as {name}" for name, home in homes.items()]
    listed = "".join(f'    "{name}",\n' for name in homes)
    ending = [f"__all__ = [\n{listed}]", "", "__version__: str", ""]
    return "\n".join([_HEAD, "", *sorted(imports), "", *ending])


def _homes(package: Path) -> Iterator[tuple[str, str]]:
    for name in all_names():
        form = None if name in HOME_OF else find_class(name)
        if form is None:
            yield name, HOME_OF[name]
        elif package in Path(inspect.getfile(form)).parents:
            yield name, form.__module__

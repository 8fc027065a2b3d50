"""The stub of the package itself: the public names, and where each is declared."""

from jingjin_forms.forms.catalog import find_class
from jingjin_forms.public import HOME_OF, all_names

_HEAD = "# Written by `python -m jingjin_forms.stubs`; change public.py instead."


def public_stub() -> str:
    """Its text: an import for each public name."""
    names = all_names()
    imports = [f"from {_home_of(name)} import {name} as {name}" for name in names]
    listed = "".join(f'    "{name}",\n' for name in names)
    ending = [f"__all__ = [\n{listed}]", "", "__version__: str", ""]
    return "\n".join([_HEAD, "", *sorted(imports), "", *ending])


def _home_of(name: str) -> str:
    return HOME_OF.get(name) or getattr(find_class(name), "__module__", "")

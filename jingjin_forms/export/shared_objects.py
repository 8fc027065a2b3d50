"""What stands in a PDF many times over, once: fonts, colour profiles, pictures."""

import hashlib
from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_LENGTH = "/Length"
"""It may be written once in the stream and once beside it."""


def share_objects(pdf: Pdf) -> None:
    """Let whatever refers to one of several equal streams or fonts refer to the first."""
    # Each is equal once what it refers to is one: what describes a font, then the font.
    for kind in (None, Name.FontDescriptor, Name.Font):
        first: dict[bytes, Object] = {}
        same: dict[tuple[int, int], Object] = {}
        for each in pdf.objects:
            if (content := _content_of(each, kind)) is not None:
                one = first.setdefault(content, each)
                if one.objgen != each.objgen:
                    same[each.objgen] = one
        for each in pdf.objects:
            _refer(each, same)


def _content_of(each: Object, kind: Name | None) -> bytes | None:
    """Tells the content of a dictionary of the kind, or without one of a stream, from any other;
    None for what is something else."""
    if isinstance(each, Stream):
        if kind is not None:
            return None
        said = Dictionary({key: value for key, value in each.items() if key != _LENGTH})
        content = hashlib.blake2b(each.read_raw_bytes(), digest_size=16)
        content.update(said.unparse())
        return content.digest()
    is_one = kind is not None and isinstance(each, Dictionary) and each.get("/Type") == kind
    return each.unparse(resolved=True) if is_one else None


def _refer(holder: Object, same: Mapping[tuple[int, int], Object]) -> None:
    """Let what an object holds itself refer to the first of those that are equal."""
    held: list[tuple[Any, Any]] = []  # numbers and texts come as those of Python
    if isinstance(holder, Array):
        held += enumerate(holder)
    elif isinstance(holder, Dictionary | Stream):
        held += holder.items()
    for key, value in held:
        if not isinstance(value, Object):
            continue
        if not value.is_indirect:
            _refer(value, same)
        elif value.objgen in same:
            holder[key] = same[value.objgen]

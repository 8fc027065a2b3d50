"""The colour profile in a PDF/A without the second at which it was made.

LibreOffice makes a profile of the colours of a screen for each PDF, and writes the time into it.
The stream is packed, so another time makes it longer or shorter: what stands behind it moves, and
the table of places at the end is written anew.
"""

import re
import zlib
from itertools import pairwise

_PLACES = re.compile(rb"xref\n0 (\d+) ?\n((?:\d{10} \d{5} [nf][ \r]?\n)+)trailer")
_START = re.compile(rb"startxref\n(\d+)\n")
_PROFILE = re.compile(rb"(\d+) 0 obj\s*<<[^>]*?/N 3[^>]*?/Length (\d+) 0 R[^>]*>>\s*stream\r?\n")
_END = b"\nendstream"
_MADE, _SIGNATURE = slice(24, 36), slice(36, 40)
"""Where a profile says when it was made, and that it is one."""


def with_constant_profile(pdf: bytes) -> bytes:
    """The PDF with a profile that says no time; as it is where its places are in no plain table."""
    start = _START.search(pdf, max(0, len(pdf) - 1024))
    places = _PLACES.match(pdf, int(start[1])) if start else None
    if start is None or places is None:
        return pdf
    offsets = [int(line[:10]) if line[17:18] == b"n" else 0 for line in places[2].splitlines()]
    objects = _objects(pdf, offsets, places.start())
    for content in list(objects.values()):
        if found := _PROFILE.match(content):
            end = content.rindex(_END)
            packed = _without_time(content[found.end() : end])
            number, length = int(found[1]), int(found[2])
            objects[number] = content[: found.end()] + packed + content[end:]
            objects[length] = b"%d 0 obj\n%d\nendobj\n\n" % (length, len(packed))
    return _written(pdf, offsets, objects, places)


def _objects(pdf: bytes, offsets: list[int], end: int) -> dict[int, bytes]:
    """The objects by number, each up to where the next begins."""
    inside = sorted((offset, number) for number, offset in enumerate(offsets) if offset)
    return {n: pdf[a:b] for (a, n), (b, _) in pairwise([*inside, (end, 0)])}


def _written(
    pdf: bytes, offsets: list[int], objects: dict[int, bytes], places: re.Match[bytes]
) -> bytes:
    """The objects in the order they had, and where each of them stands now."""
    order = sorted(objects, key=offsets.__getitem__)
    at = min(offset for offset in offsets if offset)
    pieces = [pdf[:at]]
    now = dict.fromkeys(range(len(offsets)), 0)
    for number in order:
        now[number] = at
        pieces.append(objects[number])
        at += len(objects[number])
    lines = places[2].splitlines(keepends=True)
    table = b"".join(b"%010d" % now[n] + line[10:] for n, line in enumerate(lines))
    tail = pdf[places.end() - len(b"trailer") :]
    tail = _START.sub(b"startxref\n%d\n" % at, tail)
    return b"".join((*pieces, pdf[places.start() : places.start(2)], table, tail))


def _without_time(packed: bytes) -> bytes:
    return zlib.compress(without_time(zlib.decompress(packed)), 9)


def without_time(profile: bytes) -> bytes:
    """The profile of colours without the second at which it was made; what is none as it is."""
    if profile[_SIGNATURE] != b"acsp":
        return profile
    return profile[: _MADE.start] + bytes(12) + profile[_MADE.stop :]

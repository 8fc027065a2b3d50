"""A small PDF, written from the objects of a large one and some of its own.

What is written is what can be reached from the two with which reading begins, numbered anew.
"""

import hashlib
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain

from isal import isal_zlib

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.plain_pdf import PdfObject, PlainPdf

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_REFERENCE = re.compile(rb"([1-9]\d*) 0 R\b")
_BETWEEN = b"\nendobj\n"
"""What stands in no object."""
_STRING = re.compile(rb"(\((?:[^()\\]|\\.)*\))", re.DOTALL)
_OTHER_REFERENCE = re.compile(rb"R\b(?<![\w/]R)")
_IN_ONE = 200
"""Objects that are packed together: a reader that wants one unpacks them all."""
_PLACE = struct.Struct(">BLH")
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""How the table of places calls an object that is none, one that stands alone, one among others."""
_BEST = 3
"""isal's best compression, which is about zlib's sixth."""


def packed(content: bytes, said: bytes = b"") -> PdfObject:
    """The content as a stream."""
    small = isal_zlib.compress(content, _BEST)  # pyright: ignore[reportUnknownMemberType] (isal's stubs are open)
    return PdfObject(b"/Filter/FlateDecode" + said, small)


def small_pdf(whole: PlainPdf, own: Mapping[int, PdfObject], root: int, info: int) -> bytes:
    """The PDF whose catalogue is `root` and whose title stands in `info`; `own` objects take the
    place of those of the same number, or have numbers that no other has.

    The same objects give the same bytes. Raises NotCutError.
    """
    return _written(_reached(whole, own, (root, info)))


def _reached(
    whole: PlainPdf, own: Mapping[int, PdfObject], first: Sequence[int]
) -> list[tuple[bytes, bytes | None]]:
    """What the objects say that can be reached from the first, those first, and their streams.

    They refer to each other by their places in the list, of which the first is 1.
    """
    new: dict[bytes, bytes] = {}
    streams: list[bytes | None] = []
    texts: list[list[bytes]] = []  # in turn what stands between references, and to what they refer
    ahead = [b"%d" % number for number in first]
    while ahead:
        new |= {number: b"%d 0 R" % n for n, number in enumerate(ahead, len(new) + 1)}
        found = [own.get(int(number)) or whole[number] for number in ahead]
        streams += [one.stream for one in found]
        texts.append(_REFERENCE.split(_BETWEEN.join([*(one.said for one in found), b""])))
        ahead = [number for number in dict.fromkeys(texts[-1][1::2]) if number not in new]
    _refuse_other_text(b"".join(b"\0".join(text[::2]) for text in texts))
    for text in texts:
        text[1::2] = [new[number] for number in text[1::2]]
    said = b"".join(chain.from_iterable(texts)).split(_BETWEEN)
    return list(zip(said[:-1], streams, strict=True))


def _refuse_other_text(said: bytes) -> None:
    """Raise NotCutError where a text holds what looks like a reference, of which a zero stands
    in the place, or where there may be references that were not found."""
    pieces = _STRING.split(said)
    if any(b"\0" in string for string in pieces[1::2]):
        raise NotCutError("a text that looks like a reference")
    outside = b"".join(pieces[::2])
    if _OTHER_REFERENCE.search(outside) or any(sign in outside for sign in (b"(", b")", b"%")):
        raise NotCutError("a text that is written otherwise")


def _written(objects: Sequence[tuple[bytes, bytes | None]]) -> bytes:
    """The file; the objects' numbers are their places, the first is 1."""
    streams = [(n, PdfObject(*one)) for n, one in enumerate(objects, 1) if one[1] is not None]
    others = [(n, said) for n, (said, stream) in enumerate(objects, 1) if stream is None]
    groups = [others[start : start + _IN_ONE] for start in range(0, len(others), _IN_ONE)]
    places = [_PLACE.pack(_FREE, 0, 0xFFFF)] * (len(objects) + len(groups) + 2)
    for holder, group in enumerate(groups, len(objects) + 1):
        streams.append((holder, _together(group)))
        for place, (number, _) in enumerate(group):
            places[number] = _PLACE.pack(_PACKED, holder, place)
    pieces, at = [_HEADER], len(_HEADER)
    for number, one in streams:
        places[number] = _PLACE.pack(_PLAIN, at, 0)
        pieces += _lines(number, one)
        at += sum(map(len, pieces[-3:]))
    places[-1] = _PLACE.pack(_PLAIN, at, 0)
    digest = hashlib.sha256(b"".join(pieces)).hexdigest()[:32].upper().encode()
    said = b"/Type/XRef/W[1 4 2]/Size %d/Root 1 0 R/Info 2 0 R/ID[<%b><%b>]"
    table = packed(b"".join(places), said % (len(places), digest, digest))
    pieces += _lines(len(places) - 1, table)
    return b"".join((*pieces, b"startxref\n%d\n%%%%EOF\n" % at))


def _together(objects: Sequence[tuple[int, bytes]]) -> PdfObject:
    """A stream that holds objects, each with its number."""
    offsets = accumulate((len(said) + 1 for _, said in objects), initial=0)
    index = b" ".join(b"%d %d" % (n, at) for (n, _), at in zip(objects, offsets, strict=False))
    content = b"\n".join((index, *(said for _, said in objects)))
    return packed(content, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index) + 1))


def _lines(number: int, one: PdfObject) -> Iterator[bytes]:
    stream = one.stream or b""
    yield b"%d 0 obj\n<<%b/Length %d>>\nstream\n" % (number, one.said, len(stream))
    yield stream
    yield b"\nendstream\nendobj\n"

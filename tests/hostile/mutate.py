"""Spoiling bytes, and the parts inside a zip, in the ways that files get spoilt."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from random import Random


def mutated(content: bytes, random: Random, snippets: Sequence[bytes], most: int = 3) -> bytes:
    """The bytes after one to `most` changes: flipped, cut, doubled, moved, or something put in."""
    for _ in range(random.randint(1, most)):
        at = random.randrange(len(content) + 1)
        end = min(len(content), at + random.choice((1, 1, 2, 8, 64, 1_000)))
        change = random.randrange(7)
        if change == 0:
            content = content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]
        elif change == 1:
            content = content[:at] + content[end:]
        elif change == 2:
            content = content[:end] + content[at:]
        elif change == 3 and random.random() < 0.3:
            content = content[:at]
        elif change == 4:
            piece = content[at:end]
            rest = content[:at] + content[end:]
            to = random.randrange(len(rest) + 1)
            content = rest[:to] + piece + rest[to:]
        else:
            content = content[:at] + random.choice(snippets) + content[at:]
    return content


def mutated_zip(
    content: bytes, random: Random, parts: Sequence[str], snippets: Sequence[bytes]
) -> bytes:
    """The archive with one part spoilt, or, of each five, one spoilt as bytes itself."""
    if random.random() < 0.2:
        return mutated(content, random, (b"PK\x03\x04", b"\0" * 30, b"\xff" * 8))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice([part for part in parts if part in files] or list(files))
    change = random.random()
    if change < 0.03:
        del files[name]
    else:
        files[name] = mutated(files[name], random, snippets)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for key, data in files.items():
            archive.writestr(key, data)
    return out.getvalue()

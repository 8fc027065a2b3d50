"""Parts of an archive whose bytes are not what they say."""

import zipfile
from io import BytesIO

import pytest

from jingjin_forms.files.archives import open_archive, unpacked

TEXT = b"".join(b"line %d\n" % n for n in range(20_000))


def packed() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", TEXT)
    return out.getvalue()


def read(content: bytes) -> bytes:
    with open_archive(content, "「a.zip」") as archive:
        return b"".join(unpacked(content, archive.getinfo("a.xml")))


def test_a_whole_part():
    assert read(packed()) == TEXT


@pytest.mark.parametrize("at", range(40, 20_000, 997))
def test_any_damage_is_a_bad_archive(at: int):
    """Whatever the reader of deflated bytes says of it."""
    content = bytearray(packed())
    content[at] ^= 0xFF
    with pytest.raises(zipfile.BadZipFile):
        read(bytes(content))

"""Parts of an archive whose bytes are not what they say."""

import zipfile
from io import BytesIO

import pytest

from jingjin_forms.files.archives import open_archive, part_of, unpacked

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


def as_zipfile_reads(content: bytes) -> object:
    """What `zipfile` gives of the part, or what it raises."""
    with open_archive(content, "「a.zip」") as archive:
        try:
            return archive.read("a.xml")
        except Exception as error:
            return type(error), str(error)


def as_we_read(content: bytes) -> object:
    with open_archive(content, "「a.zip」") as archive:
        try:
            return part_of(archive, content, archive.getinfo("a.xml"))
        except Exception as error:
            return type(error), str(error)


def test_a_part_is_what_zipfile_reads():
    assert as_we_read(packed()) == as_zipfile_reads(packed()) == TEXT


@pytest.mark.parametrize("at", [*range(45), *range(40, 20_000, 1997)])
def test_of_a_damaged_part_zipfile_says_what_it_is(at: int):
    """In its local header too: a part that is called otherwise there is not this one."""
    content = bytearray(packed())
    content[at] ^= 0x41
    assert as_we_read(bytes(content)) == as_zipfile_reads(bytes(content))

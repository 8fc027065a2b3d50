"""The .odt beside a template, where it was made of the template as it is now."""

import hashlib
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_SAID = b"jingjin-forms:"


def odt_beside(docx: Path) -> Path | None:
    """The .odt that was made of a .docx template, None where there is none or it has fallen behind.

    That it has is told by a digest in it (see `with_digest`): whoever changes the .docx in Word
    changes what the .odt would have to be.
    """
    odt = docx.with_suffix(".odt")
    try:
        states = odt.stat(), docx.stat()
    except OSError:
        return None
    stamps = tuple((state.st_size, state.st_mtime_ns) for state in states)
    return odt if _is_of(odt, docx, stamps) else None


@lru_cache(256)
def _is_of(odt: Path, docx: Path, stamps: object) -> bool:
    try:
        return digest_in(odt) == digest_of_file(docx)
    except (OSError, zipfile.BadZipFile):
        return False


def digest_in(odt: Path) -> str:
    """What an .odt says that it was made of; empty where it says nothing."""
    with zipfile.ZipFile(odt) as archive:
        said = archive.comment
    return said.removeprefix(_SAID).decode("ascii", "replace") if said.startswith(_SAID) else ""


def digest_of_file(docx: Path) -> str:
    """The digest of a .docx."""
    with zipfile.ZipFile(docx) as archive:
        return digest_of({name: archive.read(name) for name in archive.namelist()})


def digest_of(parts: Mapping[str, bytes]) -> str:
    """A digest of a .docx by its parts: how tightly they are packed is no matter."""
    digest = hashlib.sha256()
    for name, content in sorted(parts.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def with_digest(odt: bytes, docx: Mapping[str, bytes]) -> bytes:
    """An .odt that says of which .docx it was made.

    In the comment of its zip, which files filled with it do not have: a zip's last record ends with
    the length of the comment and the comment.
    """
    said = _SAID + digest_of(docx).encode()
    return odt[:-2] + len(said).to_bytes(2, "little") + said

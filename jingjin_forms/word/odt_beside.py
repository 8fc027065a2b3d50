"""The .odt beside a template, where it is of the template as it is now."""

import hashlib
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jingjin_forms.errors import JingjinError, listed

_SAID = b"jingjin-forms:"


def odt_beside(docx: Path) -> Path | None:
    """The .odt of a .docx template, None where there is none or it is not of it as it is now."""
    found = _beside(docx)
    return found[0] if found is not None and not found[1] else None


def why_not_beside(docx: Path) -> str:
    """Why an .odt that stands beside a .docx template is not filled for it, as a sentence; blank
    where it is, or none is there."""
    found = _beside(docx)
    return "" if found is None else found[1]


def _beside(docx: Path) -> tuple[Path, str] | None:
    """The .odt, and what speaks against it."""
    odt = docx.with_suffix(".odt")
    try:
        states = odt.stat(), docx.stat()
    except OSError:
        return None
    stamps = tuple((state.st_size, state.st_mtime_ns) for state in states)
    return odt, _fault(odt, docx, stamps)


@lru_cache(256)
def _fault(odt: Path, docx: Path, stamps: object) -> str:
    """What was made of a .docx says of which, by a digest (see `with_digest`): whoever changes the
    .docx in Word changes what it would have to be. One's own has to have the same tags."""
    unused = f"，沒有用它：請把「{docx.name}」再存成一次 .odt，或刪掉它。"
    try:
        if digest_in(odt):
            is_of_it = is_made_of(odt, docx)
            return "" if is_of_it else f"「{odt.name}」是照改過以前的「{docx.name}」做的{unused}"
        told = differing_tags(docx, odt)
    except (OSError, zipfile.BadZipFile, JingjinError):
        return f"「{odt.name}」打不開，或標籤有錯{unused}"
    return f"「{odt.name}」的標籤和「{docx.name}」不同（{told}）{unused}" if told else ""


def differing_tags(docx: Path, odt: Path) -> str:
    """What an .odt template lacks of the tags of a .docx, and has beyond them; blank where both
    have the same. Raises FileProblemError, TemplateError."""
    wanted, found = _tags_in(docx), _tags_in(odt)
    told = [f"少了 {listed(sorted(wanted - found), '個', 4)}"] if wanted - found else []
    told += [f"多了 {listed(sorted(found - wanted), '個', 4)}"] if found - wanted else []
    return "；".join(told)


def _tags_in(template: Path) -> set[str]:
    """What a template's tags say, wherever they stand. Raises FileProblemError, TemplateError."""
    from jingjin_forms.word.tag_tree import tag_trees  # which compiles the template

    return {
        " ".join(tag.code.split()) for tree in tag_trees(template) for tag in tree.tags.values()
    }


def is_made_of(odt: Path, docx: Path) -> bool:
    """Whether the .odt says that it was made of the .docx as it is now. Raises OSError and
    zipfile.BadZipFile for what cannot be read."""
    digest = digest_in(odt)
    return bool(digest) and digest == digest_of_file(docx)


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

"""The papers of a packet on disk in the order of its 送件清單, which names them."""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import UNREADABLE
from jingjin_forms.files.reasons import code_of
from jingjin_forms.packets.checklist import CHECKLIST

_LIST = f"{CHECKLIST}.docx"
_file_name = re.compile(r".+\.(?:docx|pdf|odt|doc|png|jpe?g|heic|xlsx|ods)", re.IGNORECASE)


class FoundPapers(NamedTuple):
    """The papers by name, and those that the list names and are not there."""

    papers: Mapping[str, bytes]
    lost: tuple[str, ...]


def papers_of_packet(path: Path) -> FoundPapers:
    """The 送件清單 and the papers that it names, of a packet that is a folder or a .zip.

    What else lies there (what was converted, a signed page) is none of them. Raises
    FileProblemError, for a packet without its list too.
    """
    from jingjin_forms.export.proving.printed import printed

    try:
        found = _in_archive(path) if path.is_file() else _in_folder(path)
        texts = [text.text.strip() for text in printed(found[_LIST]).texts]
    except KeyError:
        raise FileProblemError(f"「{path}」裡沒有 {_LIST}，不知道有哪些文件。") from None
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        told, code = f"讀不到「{path}」裡的文件（{error}）。", code_of(error, UNREADABLE)
        raise FileProblemError(told, code=code) from None
    named = dict.fromkeys(text for text in texts if text in found and text != _LIST)
    lost = [text for text in texts if _file_name.fullmatch(text) and text not in found]
    papers = {name: found[name] for name in (_LIST, *named)}
    return FoundPapers(papers, tuple(dict.fromkeys(lost)))


def _in_folder(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.iterdir() if file.is_file()}


def _in_archive(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

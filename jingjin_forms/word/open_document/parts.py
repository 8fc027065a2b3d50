"""Which parts of an .odt a template's tags may stand in, and which parts it keeps."""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from jingjin_forms.errors import FileProblemError
from jingjin_forms.word.open_document.media import MANIFEST_NAME
from jingjin_forms.word.open_document.names import MANIFEST, NAMESPACES
from jingjin_forms.word.pictures.media import to_bytes

MIMETYPE = "mimetype"
_KIND = b"application/vnd.oasis.opendocument.text"
_TITLES = {"content.xml": "本文", "styles.xml": "頁首、頁尾", "meta.xml": "文件摘要資訊"}
_LEFT_OUT = ("Thumbnails/", "Configurations2/", "layout-cache")
_NEEDED = ("content.xml", "styles.xml", MANIFEST_NAME)


def is_odt(contents: Mapping[str, bytes]) -> bool:
    """Whether the parts are those of an .odt."""
    return contents.get(MIMETYPE, b"").strip() == _KIND


def odt_parts(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that a filled file needs: not the picture of the empty template's first page, nor
    the settings of a window."""
    kept = {n: c for n, c in contents.items() if not n.startswith(_LEFT_OUT)}
    listed = kept.get(MANIFEST_NAME)
    if listed is None or len(kept) == len(contents):
        return kept
    try:
        root = etree.fromstring(listed)
    except etree.XMLSyntaxError:
        return kept  # which is said with the other broken parts
    for entry in list(root):
        if str(entry.get(f"{MANIFEST}full-path")).startswith(_LEFT_OUT):
            root.remove(entry)
    return {**kept, MANIFEST_NAME: to_bytes(root)}


def odt_text_parts(path: Path, contents: Mapping[str, bytes]) -> list[str]:
    """The parts that tags may stand in, the document itself first.

    Raises FileProblemError for a file that is not whole, has a password or odd names.
    """
    for name in _NEEDED:
        if name not in contents:
            raise FileProblemError(
                f"「{path}」已損壞（沒有 {name}）：請用 LibreOffice 打開修復後另存。"
            )
    if b"encryption-data" in contents[MANIFEST_NAME]:
        raise FileProblemError(f"「{path}」有密碼：請在 LibreOffice 取消密碼，再存一次。")
    for prefix in ("text", "table", "office"):
        if f'xmlns:{prefix}="{NAMESPACES[prefix]}"'.encode() not in contents["content.xml"]:
            raise FileProblemError(
                f"「{path}」不是一般的 .odt：請用 LibreOffice 打開，另存一次（.odt）。"
            )
    return [name for name in _TITLES if name in contents]


def odt_part_title(name: str) -> str:
    """What a reader calls a part."""
    return _TITLES.get(name, name)

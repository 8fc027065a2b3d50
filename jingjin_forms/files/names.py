"""File names that every system takes.

What Windows forbids is written full-width, so that two names stay two names and a reader still sees
what was meant.
"""

import re
import unicodedata

_LONGEST = 255  # bytes, on Linux and macOS; Windows counts characters and allows as many
_FORBIDDEN = str.maketrans('/\\:*?"<>|', "／＼：＊？＂＜＞｜")
_control = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_surrogate = re.compile("[\ud800-\udfff]")
_reserved = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE
)


def safe_name(name: str, suffix: str = "") -> str:
    """The name of a file with this suffix (.docx): one step of a path, never empty, `.` or `..`.

    A name that is too long loses the end of what stands before the suffix.
    """
    stem = _surrogate.sub("？", _control.sub(" ", name)).translate(_FORBIDDEN).strip()
    if not suffix:
        stem = stem.rstrip(". ")  # which Windows drops
    if not stem.strip(". "):
        stem = f"{stem.replace('.', '．')}_"
    if _reserved.match(stem):
        stem = f"_{stem}"
    room = _LONGEST - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip() + suffix


def alike(name: str) -> str:
    """Equal for names that some file system takes for one: by case or by how marks are written."""
    folded = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded))

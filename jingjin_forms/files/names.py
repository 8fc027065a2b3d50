"""File names that every system takes.

What Windows forbids is written full-width, so that two names stay two names and a reader still sees
what was meant.
"""

import re

_LONGEST = 255  # bytes, on Linux and macOS; Windows counts characters and allows as many
_FORBIDDEN = str.maketrans('/\\:*?"<>|', "／＼：＊？＂＜＞｜")
_control = re.compile(r"[\x00-\x1f\x7f]")
_reserved = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)


def safe_name(name: str, suffix: str = "") -> str:
    """The name of a file with this suffix (.docx): one step of a path, never empty, `.` or `..`.

    A name that is too long loses the end of what stands before the suffix.
    """
    stem = _control.sub(" ", name).translate(_FORBIDDEN).strip()
    if not suffix:
        stem = stem.rstrip(". ")  # which Windows drops
    if not stem.strip(". "):
        stem = f"{stem.replace('.', '．')}_"
    if _reserved.match(stem):
        stem = f"_{stem}"
    room = _LONGEST - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip() + suffix

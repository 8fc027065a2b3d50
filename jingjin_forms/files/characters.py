"""Characters that XML, and so a Word file, cannot hold."""

import re

_find_illegal = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]").search


def illegal_character(text: str) -> str | None:
    """Why Word cannot hold this text, as a Chinese sentence; None when it can."""
    found = _find_illegal(text)
    if found is None:
        return None
    position = found.start() + 1
    return (
        f"第 {position} 個字元 U+{ord(found.group()):04X} 是 Word 不能存的控制字元，"
        "請刪去（常由其他程式複製時帶入）。"
    )

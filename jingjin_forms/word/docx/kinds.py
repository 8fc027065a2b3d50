"""What a file given as a template really is, by its content, and what to do about it."""

from collections.abc import Mapping

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "請用 Word 或 LibreOffice 打開，另存為「Word 文件 (*.docx)」"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def why_no_zip(head: bytes) -> str | None:
    """What is wrong with a file that is no zip, None when that cannot be said; with its remedy."""
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in head:
            return "有密碼：請在 Word「檔案→資訊→保護文件」取消密碼，再存一次（範本要沒有密碼）。"
        return f"不是 .docx，是舊的 .doc（或其他舊版 Office 檔）：{SAVE_AS}。"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith(b"{\\rtf"):
        return f"不是 .docx，是 RTF 檔：{SAVE_AS}。"
    if start.startswith(b"%pdf"):
        return "是 PDF，不能當範本：請用原來的 Word 檔（.docx）。"
    if start.startswith((b"<!doctype html", b"<html")):
        return f"不是 .docx，是網頁檔：{SAVE_AS}。"
    if start.startswith(b"<?xml") or start.startswith(b"<"):
        return f"不是 .docx，是 XML 檔：{SAVE_AS}。"
    return None


def why_no_docx(parts: Mapping[str, bytes]) -> str | None:
    """What a zip without Word's list of parts is; None when that cannot be said."""
    kind = parts.get("mimetype", b"")[:100]
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return f"不是 .docx，是 ODF 文字檔（.odt）：{SAVE_AS}。"
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        return "是 ODF 的試算表或簡報，不能當範本：範本要是 Word 文件（.docx）。"
    return None


def why_no_document(kinds: set[str]) -> str:
    """What an Office file is in which no Word document was found; `kinds` are its content types."""
    text = " ".join(kinds)
    if "spreadsheetml" in text:
        return "不是 Word .docx 檔，是 Excel 檔：範本要是 Word 文件（.docx）。"
    if "presentationml" in text:
        return "不是 Word .docx 檔，是 PowerPoint 檔：範本要是 Word 文件（.docx）。"
    if "macroEnabled" in text:
        return f"不是 Word .docx 檔，含有巨集（.docm、.dotm）：{SAVE_AS}，巨集會去掉。"
    if f"{_MAIN}.template.main+xml" in kinds:
        return f"不是 Word .docx 檔，是 Word 範本檔（.dotx）：{SAVE_AS}。"
    return (
        "不是 Word .docx 檔：請在 Word 另存為「Word 文件 (*.docx)」"
        "（不是範本 .dotx、含巨集的 .docm 或其他程式的檔案）。"
    )


STRICT = (
    "是「Strict Open XML」格式，這裡讀的是一般格式：請在 Word 另存新檔，"
    "存檔類型選「Word 文件 (*.docx)」，不要選「Strict Open XML 文件」。"
)

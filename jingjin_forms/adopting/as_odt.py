"""A template as .odt, made of the .docx once and held against it."""

import tempfile
from pathlib import Path

from jingjin_forms.errors import FileProblemError, TemplateError
from jingjin_forms.export.odt_template import odt_templates
from jingjin_forms.word.odt_beside import differing_tags


def as_odt(name: str, docx: bytes) -> bytes:
    """The .odt of a template; it has the same tags. Raises FileProblemError, also where LibreOffice
    is missing."""
    odt = odt_templates({name: docx})[name]
    with tempfile.TemporaryDirectory(prefix="jingjin-") as folder:
        word, made = Path(folder, "範本.docx"), Path(folder, "範本.odt")
        word.write_bytes(docx)
        made.write_bytes(odt)
        try:
            told = differing_tags(word, made)
        except TemplateError as error:
            told = str(error)
    if told:
        raise FileProblemError(
            f"「{name}」轉成 .odt 後標籤和 .docx 不同（{told}），沒有產生：請改用 .docx。"
        )
    return odt

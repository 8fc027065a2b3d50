"""Subdocuments: pieces of Word made with python-docx, or whole .docx files, printed at a tag.

    part = template.new_subdoc()          # or new_subdoc("附錄.docx")
    part.add_paragraph("說明", style="List Bullet")
    template.fill({"說明": part}, …)      # {{p 說明 }}

docxtpl's own Subdoc is read the same way.
"""

from copy import deepcopy
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any, cast

from docx import Document

from jingjin_forms.errors import FileProblemError
from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.package import read_parts
from jingjin_forms.word.printing.text import UnprintableError

_EDITING_MARKS = ("{http://schemas.microsoft.com/office/word/2010/wordml}", f"{W}rsid")
_NO_TEXT = "是子文件，不是文字，不能用過濾器或 ~：請單獨寫成 {{p … }}。"
_RUNNING_HEADS = [f"{W}headerReference", f"{W}footerReference"]


class Subdocument:
    """A python-docx document whose body a tag prints; everything else asks that document."""

    def __init__(self, document: Any):
        self.subdocx = document
        self.docx = document
        """Where its styles, numberings, pictures and links are looked up."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.subdocx, name)

    def __html__(self) -> str:
        raise UnprintableError(_NO_TEXT)

    def __str__(self) -> str:
        raise UnprintableError(_NO_TEXT)

    def __repr__(self) -> str:
        return f"Subdocument({len(self.subdocx.element.body)} blocks)"


def empty_subdocument(template: bytes) -> Subdocument:
    """One with nothing in it and the styles of the template."""
    document = Document(BytesIO(template))
    body = cast(Any, document.element).body
    for child in list(body):
        if child.tag != f"{W}sectPr":
            body.remove(child)
    return Subdocument(document)


def subdocument_of(source: str | PathLike[str]) -> Subdocument:
    """A .docx file as a subdocument. Raises FileProblemError when it cannot be read."""
    path = Path(source)
    read_parts(path)
    try:
        return Subdocument(Document(str(path)))
    except Exception as error:  # python-docx trusts what stands in a file
        raise FileProblemError(
            f"無法讀取「{path}」（{error}）：請用 Word 打開，另存一次。"
        ) from None


def content_of(value: Any) -> list[Element]:
    """Copies of what a subdocument prints, without what belongs to the file it comes from."""
    copies = [deepcopy(child) for child in value.subdocx.element.body if child.tag != f"{W}sectPr"]
    for copy in copies:
        copy.tail = None
        for element in list(copy.iter()):
            if element.tag in _RUNNING_HEADS:
                element.getparent().remove(element)
                continue
            for name in list(element.attrib):
                if str(name).startswith(_EDITING_MARKS):
                    del element.attrib[name]
    return copies

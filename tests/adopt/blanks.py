"""Blank forms for tests of adopting, as a county would send them."""

from pathlib import Path

from benchmarks.blanks.corpus import forms
from tests.docs.running import write_word
from tests.helpers import parts
from tests.word.build import zipped

TEXT = """\
閱讀推動補助申請表
日期：　　年　　月　　日
辦理方式：□線上　□實體
| 申請學校 |  | 承辦人 |  |
| 電話 |  | 計畫目標 |  |
參加教師
| 編號 | 姓名 | 職稱 |
| 1 |  |  |
| 2 |  |  |
| 3 |  |  |
校長：　　　　　（簽章）
"""


def word_file(folder: Path, name: str = "空白表.docx", text: str = TEXT) -> Path:
    """A blank form: lines between bars are rows of a table."""
    path = folder / name
    write_word(path, text)
    return path


def invented(title: str) -> bytes:
    """One of the invented blanks of the benchmark."""
    return next(form for _, form in forms() if form.title == title).blank()[0]


def with_text(path: Path, old: str, new: str) -> None:
    """Change the text of a Word file, as a person would by typing."""
    files = parts(path.read_bytes())
    document = files["word/document.xml"]
    assert document.count(old.encode()) == 1, old
    changed = document.replace(old.encode(), new.encode())
    path.write_bytes(zipped(files | {"word/document.xml": changed}))

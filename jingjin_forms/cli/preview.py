"""The preview command: the pages of a form as pictures."""

import struct
import zlib
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from jingjin_forms.cli.app import FactsFile, On, Overwrite, WhichForm, app, day_of, loaded
from jingjin_forms.cli.telling import tell

_START = 8 + 25
"""Bytes of a PNG before which nothing can be put: its signature and IHDR."""
_MARK = b"Software\0jingjin_forms preview"


@app.command()
def preview(
    facts: FactsFile,
    out: Annotated[Path, typer.Option("-o", "--out", help="放在哪個資料夾。")] = Path("預覽"),
    form: WhichForm = None,
    dpi: Annotated[int, typer.Option("--dpi", min=20, max=600, help="每英寸幾點。")] = 100,
    on: On = None,
    overwrite: Overwrite = False,
) -> None:
    """把一張表件印成圖片（.png），一頁一張，名稱同資料檔加上頁次；要有 LibreOffice。

    檢核的結果一併說。再看一次不必加 --overwrite：上一次預覽的圖會換掉；別的圖不會。
    """
    from jingjin_forms.files.writing import make_folder

    day = day_of(on)
    filled = loaded(facts, form)
    pages = filled.preview(dpi)
    for path in _written(pages, make_folder(out), facts.stem, overwrite=overwrite):
        typer.echo(f"已產生 {path}")
    for finding in filled.check(day):
        tell(str(finding), err=True)


def _written(pages: Sequence[bytes], folder: Path, stem: str, *, overwrite: bool) -> list[Path]:
    """Write the pages in place of those of an earlier look, which are taken away where they were
    more. Raises FileThereError for another file, before anything is written."""
    from jingjin_forms.files.writing import refuse_existing, write_file

    paths = [folder / f"{stem}-{number}.png" for number in range(1, len(pages) + 1)]
    for path in paths:
        if not _is_ours(path):
            refuse_existing(path, overwrite=overwrite)
    for path, page in zip(paths, pages, strict=True):
        write_file(path, _marked(page), overwrite=True)
    for number in count(len(pages) + 1):
        if not _is_ours(more := folder / f"{stem}-{number}.png"):
            return paths
        more.unlink()
    return paths


def _marked(page: bytes) -> bytes:
    """The picture, with a note of what has made it."""
    chunk = b"tEXt" + _MARK
    note = struct.pack(">I", len(_MARK)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return page[:_START] + note + page[_START:]


def _is_ours(path: Path) -> bool:
    """Whether an earlier look has made the file."""
    try:
        with path.open("rb") as file:
            return _MARK in file.read(_START + 100)
    except OSError:
        return False

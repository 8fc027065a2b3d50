"""The papers of a packet as files: printed, checked for what is there already, written."""

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from jingjin_forms.errors import FileProblemError, FillError
from jingjin_forms.files.writing import HOW_TO_OVERWRITE, make_folder, write_file
from jingjin_forms.packets.papers import PacketPaper


def rendered(papers: Iterable[PacketPaper]) -> tuple[tuple[PacketPaper, ...], dict[str, bytes]]:
    """The papers, those that could not be printed with their problems, and the contents by name.

    Raises FileProblemError for a paper that was brought and cannot be read.
    """
    told: list[PacketPaper] = []
    contents: dict[str, bytes] = {}
    for paper in papers:
        try:
            if paper.form is not None:
                contents[paper.file_name] = paper.form.to_bytes()
            elif paper.source is not None:
                contents[paper.file_name] = _read(paper.source)
        except FillError as error:
            paper = replace(paper, form=None, problems=error.problems)
        told.append(paper)
    return tuple(told), contents


def write_all(folder: Path, contents: Mapping[str, bytes], *, overwrite: bool) -> tuple[Path, ...]:
    """Write all files or, where one is there already and may not be overwritten, none.

    Raises FileProblemError.
    """
    there = [name for name in contents if (folder / name).exists()]
    if there and not overwrite:
        listed = "、".join(f"「{name}」" for name in there)
        raise FileProblemError(f"「{folder}」裡已經有 {listed}，沒有覆寫。{HOW_TO_OVERWRITE}")
    make_folder(folder)
    return tuple(
        write_file(folder / name, content, overwrite=overwrite)
        for name, content in contents.items()
    )


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        raise FileProblemError(f"無法讀取「{source}」：{error.strerror}。") from None


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """An archive without the time of day: equal papers give equal archives."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()

"""What the adopt command writes: looked at before the blank is read, made before it is written."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.writing import make_folder, refuse_existing, write_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from jingjin_forms.adopting import Adoption

TEMPLATE, PICTURE, REPORT, PAGES = "-o", "--picture", "--report", "--pages"
_SUFFIXES = {TEMPLATE: (".docx", ".odt"), PICTURE: (".docx",), REPORT: (".md", ".xlsx")}
_WIDTHS = (24, 12, 28, 60, 10)
Wanted = Mapping[str, Path]
"""The path of each option that was given."""


def check_outputs(blank: Path, wanted: Wanted, *, overwrite: bool) -> None:
    """Raise FileProblemError for what could not be written in the end."""
    taken = {os.path.realpath(blank): "空白表"}
    for option, path in wanted.items():
        if option == PAGES:
            _check_pages(path)
            continue
        suffixes = _SUFFIXES[option]
        if path.suffix.lower() not in suffixes:
            raise FileProblemError(f"{option}「{path}」的副檔名要是 {' 或 '.join(suffixes)}。")
        if os.path.isdir(path):
            raise FileProblemError(f"{option}「{path}」是一個資料夾，請給檔名。")
        real = os.path.realpath(path)
        if real in taken:
            raise FileProblemError(f"{option}「{path}」就是{taken[real]}，請換一個檔名。")
        taken[real] = f" {option} 的檔案"
        refuse_existing(path, overwrite=overwrite)
        if option == TEMPLATE and path.suffix.lower() == ".odt":
            _check_odt(path)


def _check_odt(template: Path) -> None:
    """Tags that a person has typed are found again in a .docx only."""
    from jingjin_forms.export import find_soffice

    if os.path.lexists(template):
        raise FileProblemError(
            f"「{template.name}」已經有了；覆寫 .odt 範本會失去自己改過的標籤："
            "請換一個檔名，或先刪掉它。"
        )
    find_soffice()


def _check_pages(pages: Path) -> None:
    from jingjin_forms.export import has_soffice

    if not has_soffice():
        raise FileProblemError(
            f"{PAGES} 要有 LibreOffice：請安裝，或改用 {PICTURE} 標示.docx，在 Word 裡看。"
        )
    if os.path.exists(pages) and os.path.isdir(pages) == _is_png(pages):
        what = "資料夾" if _is_png(pages) else "檔案"
        raise FileProblemError(f"{PAGES}「{pages}」是一個{what}：請給資料夾，或 .png 的檔名。")


def write_outputs(done: "Adoption", wanted: Wanted, *, overwrite: bool) -> list[Path]:
    """Write what is wanted; all of it is made before the first file is written."""
    contents: dict[Path, bytes] = {}
    for option, path in wanted.items():
        if option == TEMPLATE:
            contents[path] = done.content(path.suffix.lower())
        elif option == PICTURE:
            contents[path] = done.picture()
        elif option == REPORT:
            contents[path] = report_file(done, path.suffix.lower())
        else:
            contents |= _page_files(done, path)
    for path in contents:
        refuse_existing(path, overwrite=overwrite)
    if pages := wanted.get(PAGES):
        make_folder(pages.parent if _is_png(pages) else pages)
    return [write_file(path, made, overwrite=overwrite) for path, made in contents.items()]


def _is_png(path: Path) -> bool:
    return path.suffix.lower() == ".png"


def _page_files(done: "Adoption", pages: Path) -> dict[Path, bytes]:
    made = done.preview()
    if not _is_png(pages):
        return {pages / f"{done.name}-{n}.png": page for n, page in enumerate(made, 1)}
    if len(made) == 1:
        return {pages: made[0]}
    return {pages.with_stem(f"{pages.stem}-{n}"): page for n, page in enumerate(made, 1)}


def report_file(done: "Adoption", suffix: str) -> bytes:
    """The list of blanks as .md or .xlsx."""
    from jingjin_forms.adopting.showing import showing

    if suffix == ".md":
        return done.report().encode()
    from jingjin_forms.tables.making.workbook_bytes import new_workbook, workbook_bytes

    book = new_workbook(done.name, "欄位")
    _fill(book.worksheets[0], showing.HEADS, showing.rows(done))
    _fill(book.create_sheet("沒有放標籤"), showing.ALONE_HEADS, showing.alone_rows(done))
    _fill(book.create_sheet("注意"), ("注意",), ((note,) for note in done.notes))
    return workbook_bytes(book)


def _fill(sheet: "Worksheet", heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font

    for number, row in enumerate((heads, *rows), 1):
        for column, value in enumerate(row, 1):
            shown = "".join(c for c in value if c >= " " or c == "\n")
            cell = sheet.cell(number, column, shown)
            cell.data_type = "s"  # a label that begins with = is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for column, width in zip("ABCDE", _WIDTHS if len(heads) > 1 else (100,), strict=False):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"

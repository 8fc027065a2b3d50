"""What a program goes by when a file cannot be read or written."""

import errno
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form, load
from jingjin_forms.batch.outputs import check_outputs
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import DISK_FULL, FOLDER, NO_PERMISSION, NOT_FOUND, UNREADABLE
from jingjin_forms.files.handed import deliver
from jingjin_forms.files.reasons import code_of
from jingjin_forms.files.writing import make_folder, not_written, write_file
from jingjin_forms.tables import read_table, write_roster
from tests.tables.build import book

ORID = get_form("school_based/orid_feedback")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "full"), DISK_FULL),
        (OSError(errno.EDQUOT, "full"), DISK_FULL),
        (OSError(errno.ENOENT, "gone"), NOT_FOUND),
        (IsADirectoryError(), FOLDER),
        (OSError(errno.EACCES, "no"), NO_PERMISSION),
        (FileExistsError(), "exists"),
        (OSError(errno.EIO, "broken"), UNREADABLE),
        (ValueError("a null character"), UNREADABLE),
    ],
)
def test_what_the_system_says(error: Exception, code: str):
    assert code_of(error, UNREADABLE) == code


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _FullFile(BytesIO):
    write = full  # type: ignore[assignment]


def made(folder: Path, name: str, content: bytes = b"") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


CASES: dict[str, tuple[Callable[[Path], Any], str]] = {
    "no table": (lambda f: read_table(f / "無.xlsx", ORID), "not_found"),
    "a folder of this name": (lambda f: read_table(make_folder(f / "a.csv"), ORID), "folder"),
    "no suffix of a table": (lambda f: read_table(f / "a.docx", ORID), "another_kind"),
    "no table by its content": (
        lambda f: read_table(made(f, "a.xlsx", b"%PDF-1.7,"), ORID),
        "another_kind",
    ),
    "a table without a cell": (lambda f: read_table(book(f / "a.xlsx", 甲=[]), ORID), "empty"),
    "a table broken off": (
        lambda f: read_table(
            made(f, "a.xlsx", book(f / "b.xlsx", 甲=[["乙"]]).read_bytes()[:900]), ORID
        ),
        "another_kind",
    ),
    "no facts": (lambda f: load(f / "無.yaml"), "not_found"),
    "facts without a word": (lambda f: load(made(f, "a.yaml")), "empty"),
    "facts of another suffix": (lambda f: load(made(f, "a.zip")), "another_kind"),
    "no folder to write to": (lambda f: write_file(f / "無" / "a", b""), "not_found"),
    "a file where a folder is to be": (lambda f: make_folder(made(f, "a") / "b"), "not_written"),
    "a file that is there": (
        lambda f: write_file(made(f, "a"), b"", overwrite=False),
        "exists",
    ),
    "a full disk": (lambda _: deliver(_FullFile(), b"a", overwrite=True), "disk_full"),
    "a roster that is no workbook": (lambda f: write_roster(ORID, f / "a.csv"), "another_kind"),
    "a report of no kind": (
        lambda f: check_outputs(f / "a.csv", None, f / "報告.doc", None, None, overwrite=True),
        "another_kind",
    ),
}


@pytest.mark.parametrize(("refused", "code"), CASES.values(), ids=CASES)
def test_codes(tmp_path: Path, refused: Callable[[Path], Any], code: str):
    with pytest.raises(FileProblemError) as caught:
        refused(tmp_path)
    assert (caught.value.code, caught.value.problems[0].code) == (code, code)


def test_a_file_that_may_not_be_written(tmp_path: Path):
    assert not_written(tmp_path / "a", PermissionError()).code == NO_PERMISSION

"""One file to its facts: what is sent to a worker, and what comes back."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jingjin_forms.checks import Finding
from jingjin_forms.collecting.file_read import FileRead
from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.forms.form import Form

_NOT_CHECKED = "not_checked"


class ReadJob(NamedTuple):
    """What all files have in common; picklable."""

    form: type[Form]
    on: date | None = None
    """The day of handing in, see `Form.check`."""


def read_one(job: ReadJob, name: str, path: Path) -> FileRead:
    """Read a file that messages call by `name`. Whatever goes wrong is told of this file alone."""
    from jingjin_forms.reading import read_document

    try:
        reading = read_document(path, job.form)
        form, problems = reading.loaded()
    except FileProblemError as error:
        return FileRead(name, fault=str(error).replace(os.fspath(path), name))
    except Exception as error:  # a form's own code, a stack or memory that is exhausted
        return FileRead(name, fault=unexpected(error))
    return FileRead(
        name=name,
        form=form,
        facts=reading.facts,
        values=reading.values,
        places=reading.places,
        changes=reading.changes,
        doubts=reading.doubts,
        problems=problems,
        findings=() if form is None else _checked(form, job.on),
        notes=reading.notes,
    )


def unexpected(error: BaseException) -> str:
    """A sentence for what nobody has foreseen."""
    told = f"{type(error).__name__}：{shortened(str(error), 200)}".rstrip("：")
    return f"讀這份檔案時發生沒有預料到的錯誤（{told}），其他檔案不受影響；請單獨檢查這一份。"


def _checked(form: Form, on: date | None) -> tuple[Finding, ...]:
    """What the rules hold against the form; a rule that fails is told as well."""
    try:
        return tuple(form.check(on))
    except Exception as error:
        return (Finding.at(("整份資料",), f"檢核沒有做完：{unexpected(error)}", _NOT_CHECKED),)

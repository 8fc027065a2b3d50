"""A folder that the system refuses is told by name, and never taken for an empty one."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.resources import is_file, is_folder, names_in, resource_folder
from jingjin_forms.forms.programme import Programme


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, folder: Path, number: int) -> None:
    """Have a function of `os` fail for everything within a folder."""
    real = getattr(os, name)

    def failing(path: Any, *args: Any, **how: Any) -> Any:
        if str(path).startswith(str(folder)):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, *args, **how)

    monkeypatch.setattr(os, name, failing)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOSPC, errno.EMFILE])
def test_what_is_refused_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse(monkeypatch, "listdir", tmp_path, number)
    refuse(monkeypatch, "stat", tmp_path, number)
    for asked in (names_in, is_folder, is_file):
        with pytest.raises(FileProblemError, match=f"讀不到「{tmp_path}」") as raised:
            asked(tmp_path)
        told = str(raised.value).partition("（")[2].partition("）")[0]
        assert not (told or "x").isascii()  # not the words of the system


def test_what_is_not_there_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "b").touch()
    (tmp_path / "a").mkdir()
    assert names_in(tmp_path) == ["a", "b"]
    assert names_in(tmp_path / "c") == names_in(tmp_path / "b" / "c") == []
    assert (is_folder(tmp_path / "a"), is_folder(tmp_path / "b" / "c")) == (True, False)
    assert (is_file(tmp_path / "b"), is_file(tmp_path / "a")) == (True, False)


def test_a_failure_is_forgotten(tmp_path: Path) -> None:
    """A disk that comes back is looked at again."""
    (tmp_path / "club" / "forms").mkdir(parents=True)
    (tmp_path / "club" / "forms" / "plan.py").touch()
    (tmp_path / "club" / "forms" / "_shared.py").touch()
    (tmp_path / "templates" / "club").mkdir(parents=True)
    club = Programme("club", "club", tmp_path / "club")
    with pytest.MonkeyPatch.context() as failing:
        refuse(failing, "listdir", tmp_path, errno.EACCES)
        refuse(failing, "stat", tmp_path, errno.EIO)
        with pytest.raises(FileProblemError):
            _ = club.modules
        with pytest.raises(FileProblemError):
            resource_folder("templates", "club", tmp_path)
    assert club.modules == ("plan",)
    assert resource_folder("templates", "club", tmp_path) == tmp_path / "templates" / "club"

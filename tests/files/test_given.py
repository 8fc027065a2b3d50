"""A file takes the memory that it needs, not what it may need."""

import tracemalloc
from pathlib import Path

import pytest

from jingjin_forms.files.given import OddFileError, read_given


def test_memory_is_for_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 1_000)
    tracemalloc.start()
    try:
        content = read_given(path, 200_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert content == b"x" * 1_000
    assert peak < 1_000_000


def test_not_a_byte_too_many(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 10)
    assert read_given(path, 10) == b"x" * 10
    with pytest.raises(OddFileError):
        read_given(path, 9)

"""A template is compiled once, and again when its file has changed."""

import os
from pathlib import Path
from time import time_ns

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingjin_forms.word import compile_template
from jingjin_forms.word.template import CompiledTemplate
from tests.helpers import docx_text
from tests.word.build import docx, par, saved


def settled(path: Path, seconds: int = 1_000_000_000) -> Path:
    os.utime(path, (seconds, seconds))
    return path


def test_same_file_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = settled(saved(tmp_path, docx(par("{{ 甲 }}"))))
    first = compile_template(path)
    assert compile_template(path) is first
    assert compile_template(str(path)) is first
    monkeypatch.chdir(tmp_path)
    assert compile_template(path.name) is first
    link = tmp_path / "連結.docx"
    link.symlink_to(path)
    assert compile_template(link) is first


def test_changed_file_is_compiled_again(tmp_path: Path) -> None:
    path = settled(saved(tmp_path, docx(par("{{ 甲 }}"))))
    first = compile_template(path)
    settled(saved(tmp_path, docx(par("{{ 乙 }}"))), 1_000_000_001)
    assert compile_template(path) is not first
    assert compile_template(path).variables == {"乙"}
    os.utime(path, ns=(10**18 + 5, 10**18 + 5))  # nanoseconds count
    assert compile_template(path) is not first


def test_file_changed_within_a_tick_of_the_clock_is_compiled_again(tmp_path: Path) -> None:
    now = time_ns() + 10**10  # the same for all: no clock is so fine that it could not be
    for name in "甲乙丙丁":
        path = saved(tmp_path, docx(par(f"{{{{ {name} }}}}")))
        os.utime(path, ns=(now, now))
        assert compile_template(path).variables == {name}


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from("甲乙"), st.booleans()), max_size=8))
def test_the_cache_is_never_seen(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    last: tuple[str, CompiledTemplate] | None = None
    for number, (name, rewritten) in enumerate(steps):
        if rewritten or last is None:
            settled(saved(folder, docx(par(f"{{{{ {name} }}}}"))), 10**9 + number)
            last = None
        expected = last[0] if last else name
        template = compile_template(folder / "範本.docx")
        assert last is None or template is last[1]
        assert docx_text(template.render({expected: "值"})) == ["值"]
        last = expected, template

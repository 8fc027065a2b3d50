"""Each blank form beside the official text: everything printed, in order, and nothing besides."""

import re
from pathlib import Path

import pytest

from jingjin_forms import get_form
from jingjin_forms.forms.catalog import keys
from tests.helpers import docx_text

OFFICIAL = Path(__file__).parent / "official"


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def official_lines(key: str) -> list[str]:
    lines = (OFFICIAL / f"{key}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip()]


@pytest.mark.parametrize("key", keys())
def test_blank_form_prints_the_official_text_and_nothing_else(key: str):
    form = get_form(key)
    rest = squeezed("".join(docx_text(form.blank().to_bytes())))
    for piece in map(squeezed, official_lines(key)):
        before, found, rest = rest.partition(piece)
        assert found, f"「{piece}」 is not printed, or stands in another place"
        assert not before, f"「{before}」 is printed before 「{piece}」 but not official"
    assert not rest, f"「{rest}」 is printed at the end but not official"


@pytest.mark.parametrize("key", keys())
def test_filled_form_keeps_the_official_labels(key: str):
    """A filled form replaces what is blank (○○, ___, □, spaces) but keeps every other word."""
    form = get_form(key)
    filled = squeezed("".join(docx_text(form.sample().to_bytes())))
    for line in official_lines(key):
        if not re.search("[○_]", line):
            for word in re.split(r"[□\s]+", line):
                assert word in filled, f"「{word}」 of 「{line}」 is lost when the form is filled"

"""Every command has its picture in the guide, and prints what the picture shows.

Where this fails because a command prints something else now: python -m tests.docs.pictures
"""

import re
from html import unescape

import pytest

from tests.docs.pictures import COLUMNS, FOLDER, command_names, picture


def words(drawn: str) -> list[str]:
    """What stands in a picture; where and in which colour is rich's affair."""
    return [unescape(text).rstrip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", drawn)]


LONG = ("adopt", "batch", "packet", "diff", "read", "lint")
"""Commands that take their time."""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.slow] * (name in LONG)) for name in command_names()],
)
def test_a_picture_is_current(name: str):
    path = FOLDER / f"{name}.svg"
    assert path.is_file(), "python -m tests.docs.pictures"
    shown = words(path.read_text(encoding="utf-8"))
    assert shown == words(picture(name)), "python -m tests.docs.pictures"


def test_no_picture_is_left_over():
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(command_names())


def test_a_picture_shows_the_command_in_colour_and_loads_nothing():
    shown = picture("check")
    assert "jingjin&#160;check&#160;facts.yaml" in shown
    assert shown.count("錯誤") == 1
    assert "bold" in shown
    assert "http" not in shown.replace("http://www.w3.org/2000/svg", "")
    assert COLUMNS == 80

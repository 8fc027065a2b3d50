"""一、二、三、…: numbers of items."""

import pytest
from pydantic import TypeAdapter, ValidationError

from jingjin_forms.values.numbering import Lines, chinese_number, numbered


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (1, "一"),
        (2, "二"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (34, "三十四"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1234, "一千二百三十四"),
    ],
)
def test_numbers(n: int, text: str):
    assert chinese_number(n) == text


def test_items():
    assert numbered(["甲", "乙"]) == ["一、甲", "二、乙"]
    assert numbered([]) == []
    assert numbered(["甲"] * 12)[-1] == "十二、甲"


def test_one_text_is_an_item_a_line():
    read = TypeAdapter(Lines).validate_python
    assert read("甲\n\n 乙\r\n") == ["甲", " 乙"]
    assert read(["甲\n乙"]) == ["甲\n乙"]
    with pytest.raises(ValidationError):
        read(5)

"""Names of files: nothing leads out of the folder, and every system takes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingjin_forms.files.names import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("宜昌國小_經費概算表", "宜昌國小_經費概算表.docx"),
        ("a/b\\c:d", "a／b＼c：d.docx"),
        ("../../etc/passwd", "..／..／etc／passwd.docx"),
        ("..", "．．_.docx"),
        ("", "_.docx"),
        ("  空白  ", "空白.docx"),
        ("con", "_con.docx"),
        ("COM1.國小", "_COM1.國小.docx"),
        ("console", "console.docx"),
        ("com¹", "_com¹.docx"),
        ("nul .國小", "_nul .國小.docx"),
        ("CONOUT$", "_CONOUT$.docx"),
        ("半\ud800個", "半？個.docx"),
        ("甲\x85乙\u2028丙", "甲 乙 丙.docx"),
        ("第一\n場\t", "第一 場.docx"),
        ('問?"<*|>', "問？＂＜＊｜＞.docx"),
    ],
)
def test_what_systems_forbid_is_written_otherwise(name: str, safe: str):
    assert safe_name(name, ".docx") == safe


def test_without_suffix_no_dot_or_blank_is_last():
    assert safe_name("送件. . ") == "送件"


@given(st.text(max_size=400), st.sampled_from([".docx", ".xlsx", ""]))
def test_any_text_makes_one_name(text: str, suffix: str):
    name = safe_name(text, suffix)
    assert name.endswith(suffix)
    assert 0 < len(name.encode()) <= 255
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f]', name)
    assert name not in (".", "..")
    assert safe_name(name.removesuffix(suffix), suffix) == name


@given(st.text(alphabet="國小甲乙/／:", max_size=20), st.text(alphabet="國小甲乙", max_size=20))
def test_long_names_keep_their_suffix(start: str, more: str):
    assert safe_name(start + more * 40, ".docx").endswith(".docx")

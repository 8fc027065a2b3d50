"""Whatever is typed stands on the page as typed, or is refused with the tag's name.

Nothing in between: no character lost, no file that Word cannot open.
"""

import enum
import re
import types
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined, Undefined
from markupsafe import Markup

from jingjin_forms.errors import FillError
from jingjin_forms.values.amount import Money
from jingjin_forms.word import CompiledTemplate, compile_template
from tests.helpers import docx_text, part_root, structural_faults
from tests.word.build import cell, docx, par, rendered, row, run, saved, table

SLOTS = ("文", "格", "屬", "題", "頁", "連")
_LINK = '<w:p><w:hyperlink r:id="rIdLink">{}</w:hyperlink></w:p>'
_NOTE = (
    '<w:sdt><w:sdtPr><w:alias w:val="{{ 屬 }}"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)
_ILLEGAL = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

LISTED = [
    "&<>\"'", "&amp;", "]]>", "<![CDATA[x]]>", "<!-- -->", "<w:p/>", "</w:t>", "<?xml?>", "&#65;",
    "{{ x }}", "{% raw %}", "{_{", "{%", "}}", "{#", "｛｛ a ｝｝", "%", "\\n", "\\1", "$&",
    "a\nb", "a\r\nb", "a\rb", "a\n\rb", "\n", "\n\n\n", "\r\n\r\n", "a\n", "\na", "a\x0bb", "a\tb",
    "\t", "\t\t", "😀", "👨‍👩‍👧‍👦", "𠮷", "é", "e\u0301", "\u0301",
    "\u200f甲\u200e", "\u202eabc", "\ufeff甲",
    " ", "   ", " 甲", "甲 ", "甲  乙", "  甲  ", "\u3000", "\u00a0", "\u0085", "\u2028", "\u2029",
    "\u200b", "\x7f", "\x80\x9f", "\ufdd0", "\U0001fffe", "\U0010ffff",
    "\ue000", "\uf8ff", "ﬁ", "①",
    "jingjin-keep", "<?jingjin-keep 0?>", 'jingjin-place="1"', "'" * 50, '"' * 50,
]  # fmt: skip
REFUSED = [
    *(chr(i) for i in range(32) if chr(i) not in "\t\n\x0b\r"),
    "甲\x00乙", "\ud800", "\udfff", "\ud83d\ude00", "甲\udc80",
    "\ufffe", "\uffff", "甲\x1b[0m", "a\fb",
]  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> CompiledTemplate:
    content = docx(
        par("前{{ 文 }}後"),
        par("{{ 文 }}"),
        table(row("{{ 格 }}", cell(par("左{{ 格 }}", "右")))),
        _NOTE.replace("{}", par("x")),
        _LINK.format(run("{{ 連 }}")),
        links={"rIdLink": "https://example.org/"},
        header=par("{{ 頁 }}"),
        core={"dc:title": "{{ 題 }}"},
    )
    return compile_template(saved(tmp_path_factory.mktemp("hostile"), content))


def as_read(text: str) -> str:
    """What comes back: every kind of line break that Word knows is one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")


def fill_all(template: CompiledTemplate, text: object) -> bytes:
    return template.render(dict.fromkeys(SLOTS, text))


def assert_shown(template: CompiledTemplate, text: str) -> None:
    content = fill_all(template, text)
    shown = as_read(text)
    assert docx_text(content) == [f"前{shown}後", shown, shown, f"左{shown}右", "x", shown]
    assert docx_text(content, "word/header1.xml") == [shown]
    alias = next(part_root(content).iter("{*}alias"))
    assert list(alias.attrib.values()) == [shown]
    # python-docx as a second reader; it shows no text inside hyperlinks as runs of their own.
    document = Document(BytesIO(content))
    assert document.paragraphs[0].text == f"前{shown}後"
    assert document.tables[0].cell(0, 0).text == shown
    assert document.sections[0].header.paragraphs[0].text == shown
    if len(text) < 250:
        assert document.core_properties.title == shown
    faults = structural_faults(content)
    assert [
        fault for fault in faults if "left over" not in fault or "jingjin" not in text
    ] == [] or (
        any(mark in text for mark in ("{{", "{%", "{#", "｛｛"))
        and all("left over" in fault for fault in faults)
    )


@pytest.mark.parametrize("text", LISTED, ids=ascii)
def test_listed_text_is_shown(template: CompiledTemplate, text: str) -> None:
    assert_shown(template, text)


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_characters_that_word_cannot_hold_are_refused(
    template: CompiledTemplate, text: str
) -> None:
    for slot in SLOTS:
        with pytest.raises(FillError) as caught:
            template.render(dict.fromkeys(SLOTS, "x") | {slot: text})
        problems = caught.value.problems
        assert problems
        assert all(f"{{{{ {slot} }}}}" in p.where and "控制字元" in p.message for p in problems)


def test_long_text(template: CompiledTemplate) -> None:
    assert_shown(template, "長" * 100_000)
    assert_shown(template, "a\n&" * 1_000)


_ANY_TEXT = st.text(st.characters(), max_size=30)  # surrogates and control characters included
_NASTY = st.lists(st.sampled_from(LISTED + REFUSED) | _ANY_TEXT, max_size=4).map("".join)


@settings(max_examples=300, deadline=None)
@given(_NASTY)
def test_any_text_is_shown_or_refused(template: CompiledTemplate, text: str) -> None:
    if _ILLEGAL.search(text):
        with pytest.raises(FillError, match=r"\{\{ 文 \}\}"):
            fill_all(template, text)
    else:
        assert_shown(template, text)


class Text(str):
    """A str that lies about itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return "<說謊>"

    def __html__(self) -> str:
        raise AssertionError

    def replace(self, *_: object, **__: object) -> str:
        raise AssertionError


class Plain(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "<說謊>"


class Level(enum.Enum):
    HIGH = "高"


class Grade(str, enum.Enum):  # noqa: UP042 (the older spelling is what is tested)
    A = "甲&"


class Number(enum.IntEnum):
    ONE = 1


class Evil(int):
    def __str__(self) -> str:
        return "<1 & 2>"


class Speechless:
    def __str__(self) -> str:
        raise RuntimeError("無話")

    __repr__ = __str__


class Named:
    def __str__(self) -> str:
        return "名 <&>"


class Subtle:
    """str() may return a subclass of str."""

    def __str__(self) -> str:
        return Plain("實 <&>")


PRINTED = [
    (None, ""), (0, "0"), (-5, "-5"), (10**30, "1" + "0" * 30), (Money(15000), "15,000"),
    (Evil(3), "<1 & 2>"), (Number.ONE, "1"), (Grade.A, "甲&"), (Plain("甲 <&>"), "甲 <&>"),
    (Decimal("1.50"), "1.50"), (Decimal("1E+3"), "1000"), (Decimal("-0.0"), "-0.0"),
    (date(2026, 11, 20), "2026-11-20"), (Named(), "名 <&>"), (Subtle(), "實 <&>"),
]  # fmt: skip
UNPRINTABLE = [
    True, False, 1.0, 0.1, float("nan"), float("inf"), 1j, b"x", bytearray(b"x"), memoryview(b"x"),
    {}, {"a": 1}, [], [1], (), (1,), set(), frozenset(), range(3), object(), print, len, "x".upper,
    assert_shown, lambda: 1, types, str, int, Level, Level.HIGH, (i for i in ()), iter([]),
    Ellipsis, NotImplemented, Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"),
    Decimal("1E+999999999"), Decimal("1E-999999999"),
    Undefined(name="a"), StrictUndefined(name="a"),
    types.SimpleNamespace(), 10**5000, Speechless(),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "shown"), PRINTED, ids=[f"{type(v).__name__} {s}" for v, s in PRINTED]
)
def test_values_that_print(template: CompiledTemplate, value: object, shown: str) -> None:
    content = fill_all(template, value)
    assert docx_text(content)[0] == f"前{shown}後"
    assert docx_text(content, "word/header1.xml") == [shown]
    assert Document(BytesIO(content)).core_properties.title == shown
    assert list(next(part_root(content).iter("{*}alias")).attrib.values()) == [shown]


@pytest.mark.parametrize("value", UNPRINTABLE, ids=lambda value: type(value).__name__)
def test_values_that_must_not_reach_a_page(template: CompiledTemplate, value: object) -> None:
    with pytest.raises(FillError) as caught:
        fill_all(template, value)
    where = " ".join(problem.where for problem in caught.value.problems)
    assert all(f"{{{{ {slot} }}}}" in where for slot in SLOTS)
    assert all(re.search("[\u4e00-\u9fff]", p.message) for p in caught.value.problems)
    str(caught.value)


MARKUP = [
    Markup("<w:p>"), Markup("</w:t>"), Markup("&"), Markup("甲\x01"),
    Markup("\ud800"), Markup("<x:y/>"),
    Markup('<w:drawing r:embed="rId99"/>'), Markup("</w:t></w:r></w:p><w:p><w:r><w:t>"), Text("甲"),
]  # fmt: skip


@pytest.mark.parametrize("value", MARKUP, ids=ascii)
def test_broken_markup_is_refused(template: CompiledTemplate, value: object) -> None:
    with pytest.raises(FillError, match=r"\{\{ 文 \}\}"):
        fill_all(template, value)


def test_whole_markup_is_printed_where_it_fits(tmp_path: Path) -> None:
    broken = Markup("甲 &amp; 乙</w:t><w:br/><w:t>丙")
    content = rendered(tmp_path, par("{{ 值 }}"), data={"值": broken})
    assert docx_text(content) == ["甲 & 乙\n丙"]
    content = rendered(
        tmp_path, par("x"), data={"值": Markup("甲 &amp; 乙")}, core={"dc:title": "{{ 值 }}"}
    )
    assert Document(BytesIO(content)).core_properties.title == "甲 & 乙"
    for markup in (broken, Markup("<w:br/>")):
        with pytest.raises(FillError, match="這裡只能放文字"):
            rendered(tmp_path, par("x"), data={"值": markup}, core={"dc:title": "{{ 值 }}"})


def test_new_paragraph_in_a_hyperlink_is_refused(tmp_path: Path) -> None:
    from docxtpl import Listing

    with pytest.raises(FillError, match=r"\{\{ 單 \}\}：.*換段"):
        rendered(
            tmp_path,
            _LINK.format(run("{{ 單 }}")),
            data={"單": Listing("甲\a乙")},
            links={"rIdLink": "https://example.org/"},
        )


@pytest.mark.parametrize("prefix", ["tr", "tc"])
def test_text_where_only_rows_or_cells_can_stand(tmp_path: Path, prefix: str) -> None:
    body = table(row(f"{{{{{prefix} 值 }}}}", "乙"), row("甲", "乙"))
    with pytest.raises(FillError, match="只能放整列或整格"):
        rendered(tmp_path, body, data={"值": "x"})
    assert structural_faults(rendered(tmp_path, body, data={"值": None})) == []


@pytest.mark.parametrize("value", ["#FF0000", "紅", "FFF", '"', 5, True, "FF0000 "])
def test_colours_are_checked(tmp_path: Path, value: object) -> None:
    body = table(row("{% cellbg 色 %}甲", "乙"))
    with pytest.raises(FillError, match=r"{% cellbg 色 %}"):
        rendered(tmp_path, body, data={"色": value})


@pytest.mark.parametrize("value", [0, -1, 64, "二", "", None, True, 1.0, "²"])
def test_spans_are_checked(tmp_path: Path, value: object) -> None:
    body = table(row("{% colspan 數 %}甲", "乙"))
    with pytest.raises(FillError, match=r"{% colspan 數 %}"):
        rendered(tmp_path, body, data={"數": value})


def test_no_colour(tmp_path: Path) -> None:
    content = rendered(tmp_path, table(row("{% cellbg 色 %}甲", "乙")), data={"色": None})
    assert 'w:fill="auto"' in part_root_text(content)


def part_root_text(content: bytes) -> str:
    from lxml import etree

    return etree.tostring(part_root(content), encoding="unicode")


class Facts(dict[str, object]):
    """A mapping that is not quite a dict."""


def test_kinds_of_mappings_and_owners(tmp_path: Path) -> None:
    body = par("{{ 人.姓名 }} {{ 人['姓名'] }}")
    mappings = Facts(姓名="王"), types.MappingProxyType({"姓名": "王"})
    for owner in (*mappings, types.SimpleNamespace(姓名="王"), {"姓名": "王"}):
        data = types.MappingProxyType({"人": owner})
        assert docx_text(rendered(tmp_path, body, data=data)) == ["王 王"]


def test_value_that_can_be_read_only_once(tmp_path: Path) -> None:
    """The fast rendering uses it up; the careful one would silently print nothing."""

    def rows() -> Iterator[str]:
        yield "甲"

    body = par("{% for r in 列 %}{{ r }}{% endfor %}")
    assert docx_text(rendered(tmp_path, body, data={"列": rows()})) == ["甲"]
    special = Markup("甲\n乙")
    with pytest.raises(FillError, match=r"資料\.列：.*先轉成 list"):
        rendered(
            tmp_path,
            par("{% for r in 資料.列 %}{{ r }}{% endfor %}{{ 單 }}"),
            data={"資料": {"列": rows()}, "單": special},
        )

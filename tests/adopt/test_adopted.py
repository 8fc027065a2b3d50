"""Whole blank forms, put together at random: the template is the blank but for its tags."""

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from jingjin_forms.adopting import adopt
from jingjin_forms.errors import FileProblemError
from jingjin_forms.page.page import read_page
from jingjin_forms.word.compile import compile_parts
from jingjin_forms.word.language.fact_filters import BLANK
from jingjin_forms.word.template import CompiledTemplate
from tests.adopt.holes import filled_part
from tests.helpers import parts
from tests.page.parts import W_URI, box_field, control, p, r, tc, text_box, text_field, tr
from tests.word.build import docx, saved, zipped

DOCUMENT = "word/document.xml"
SYM = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
GREY = r("按一下輸入", '<w:rStyle w:val="a3"/>')
LABELS = st.sampled_from(
    ["姓名", "電話", "學校", "地址", "職稱", "備註", "金額", "日期", "單位", "A &amp; B"]
)
SPACES = st.sampled_from(
    ["____", "＿＿＿", "　　　　", "\u00a0\u00a0\u00a0", "......", "（　　）", "○○○"]
)
PRINTED = [
    *(p("性別：□男　□女"), p("同意：", SYM, "是　", SYM, "否"), p("民國　　年　　月　　日")),
    *(p(box_field(""), "同意", box_field(), "不同意"), p("□其他：____"), "<w:p/>"),
    *(p("“引號”、'單引號'、\\ 與 100%：____"), p("說明：請填寫 { 與 }。")),
    *(p(text_box(p("收件號：____"))), p("新臺幣　　萬　　仟　　佰　　拾　　元整")),
]


def lines() -> st.SearchStrategy[str]:
    """Paragraphs that ask."""
    grey = control(GREY, "<w:showingPlcHdr/><w:text/>")
    return st.one_of(
        st.builds(lambda a, b: p(f"{a}：{b}"), LABELS, SPACES),
        st.builds(lambda a: p(f"{a}：", r("　　　", "<w:u/>"), r("元")), LABELS),
        st.builds(lambda a: p(f"{a}：", text_field("     ")), LABELS),
        st.builds(lambda a: p(f"{a}：", grey), LABELS),
        st.sampled_from(PRINTED),
    )


def tables() -> st.SearchStrategy[str]:
    """Tables that ask, some of them in odd ways."""
    number = st.sampled_from([lambda n: f"{n}", lambda n: f"{n}.", lambda n: "一二三四五"[n - 1]])

    def pairs(a: str, b: str, is_wide: bool) -> str:
        wide = tr(tc(a, "gridSpan=2"), tc("", "gridSpan=2"))
        return f"<w:tbl>{tr(a, '', b, '')}{wide if is_wide else tr(b, tc('', 'noWrap'))}</w:tbl>"

    def roster(heads: list[str], count: int, number: Callable[[int], str], is_wrapped: bool) -> str:
        rows = [tr(number(n), *[""] * len(heads)) for n in range(1, count + 1)]
        inside = [control(row, "") if is_wrapped else row for row in rows]
        return f"<w:tbl>{tr('編號', *heads)}{''.join(inside)}</w:tbl>"

    def merged(heads: list[str], count: int) -> str:
        first = tr(tc("組別", "vMerge=restart"), *[""] * len(heads))
        rows = [tr(tc("", "vMerge"), *[""] * len(heads)) for _ in range(count)]
        return f"<w:tbl>{tr('類', *heads)}{first}{''.join(rows)}</w:tbl>"

    heads = st.lists(LABELS, min_size=1, max_size=3, unique=True)
    return st.one_of(
        st.builds(pairs, LABELS, LABELS, st.booleans()),
        st.builds(roster, heads, st.integers(2, 5), number, st.booleans()),
        st.builds(merged, heads, st.integers(1, 3)),
        st.builds(lambda a, inner: f"<w:tbl>{tr(a, tc(inner))}</w:tbl>", LABELS, lines()),
    )


def forms() -> st.SearchStrategy[list[str]]:
    return st.lists(st.one_of(lines(), tables()), min_size=1, max_size=7)


def untagged(content: bytes) -> list[str]:
    """The texts of a part that hold no tag."""
    texts = (t.text or "" for t in etree.fromstring(content).iter("{*}t"))
    return [text for text in texts if "{{" not in text and "{%" not in text]


@given(forms())
@example([p("{{"), p("姓名：____")])
@example([p("{%"), p("姓名：____")])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_form_is_refused_or_whole(body: list[str]):
    with TemporaryDirectory() as folder:
        blank = docx(*(f"{piece}<w:p/>" for piece in body))
        path = saved(Path(folder), blank)
        before = parts(blank)
        try:
            adoption = adopt(path)
        except FileProblemError:
            return
        assert [n for n in before if adoption.parts[n] != before[n]] in ([], [DOCUMENT])
        assert set(untagged(adoption.parts[DOCUMENT])) <= set(kept_texts(before[DOCUMENT]))
        template = CompiledTemplate(path, compile_parts(path, adoption.parts))
        empty = filled_part(template, DOCUMENT, dict.fromkeys(template.variables, BLANK))
        shown = [line.text for line in read_page(DOCUMENT, before[DOCUMENT]).shown()]
        assert [line.text for line in empty.shown()] == shown
        assert parts(adoption.picture()).keys() == before.keys()


def kept_texts(content: bytes) -> set[str]:
    """Every text, and all that may be left of it beside tags."""
    texts = {text.text or "" for text in etree.fromstring(content).iter("{*}t")}
    return {
        text[start:end]
        for text in texts
        for start in range(len(text) + 1)
        for end in range(start, len(text) + 1)
    }


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_form_in_another_encoding(tmp_path: Path, encoding: str):
    files = parts(docx(p("姓名：____"), p("電話：____")))
    text = files[DOCUMENT].decode().replace("UTF-8", encoding.removesuffix("-sig"), 1)
    path = saved(tmp_path, zipped({**files, DOCUMENT: text.encode(encoding)}))
    adoption = adopt(path)
    assert [blank.name for blank in adoption.blanks] == ["姓名", "電話"]
    assert compile_parts(path, adoption.parts).names == {"姓名", "電話"}


@pytest.mark.parametrize("prefix", ["ns0", ""])
def test_a_form_with_another_prefix(tmp_path: Path, prefix: str):
    files = parts(docx(p("姓名：____"), f"<w:tbl>{tr('電話', '')}</w:tbl>"))
    text = files[DOCUMENT].decode()
    if prefix:
        text = text.replace("w:", f"{prefix}:").replace("xmlns:w=", f"xmlns:{prefix}=")
    else:
        text = re.sub(r"(</?)w:", r"\1", text)
        text = text.replace("<document ", f'<document xmlns="{W_URI}" ', 1)
    path = saved(tmp_path, zipped({**files, DOCUMENT: text.encode()}))
    assert [blank.name for blank in adopt(path).blanks] == ["姓名", "電話"]


def test_a_control_around_a_whole_paragraph_or_cell(tmp_path: Path):
    grey = control(p(GREY), "<w:showingPlcHdr/><w:text/>")
    cell = control(tc(p(GREY)), "<w:showingPlcHdr/><w:text/>")
    adoption = adopt(
        saved(tmp_path, docx(p("計畫目標"), grey, f"<w:tbl>{tr('姓名', cell)}</w:tbl>"))
    )
    content = adoption.parts[DOCUMENT].decode()
    assert len(adoption.blanks) == 2
    assert content.count("{{") == 2
    assert "showingPlcHdr" not in content

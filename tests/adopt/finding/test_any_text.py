"""Whatever stands on a page: finding never fails, and what it finds can be tagged."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingjin_forms.adopting import adopt
from jingjin_forms.adopting.finding.find import find_holes
from jingjin_forms.adopting.finding.naming import name_holes
from jingjin_forms.adopting.hole import Hole, full_name
from jingjin_forms.adopting.tagging.tags import loop_of, path_of
from jingjin_forms.errors import JingjinError
from jingjin_forms.page.page import read_page
from jingjin_forms.word.compile import ENVIRONMENT
from tests.helpers import parts
from tests.word.build import cell, docx, par, row, table

WORDS = (
    *(
        "姓名",
        "電話",
        "單價",
        "數量",
        "合計",
        "編號",
        "備註",
        "校長",
        "承辦人",
        "簽章",
        "甲方",
        "乙方",
    ),
    *(
        "項目",
        "是",
        "否",
        "其他",
        "存根聯",
        "（收執聯）",
        "例：王小明",
        "節次",
        "請以年月日7碼填寫",
    ),
    *(
        "如",
        "if",
        "for",
        "items",
        "列",
        "a.b",
        "E-mail",
        "Name",
        "氏名",
        "花蓮縣",
        "國小",
        "學年度",
    ),
)
MARKS = (
    *(
        "：",
        ":",
        "，",
        "。",
        "、",
        "？",
        "；",
        "（",
        "）",
        "(",
        ")",
        "【",
        "】",
        "[",
        "]",
        "〈",
        "〉",
        "/",
    ),
    *(
        "□",
        "■",
        "☑",
        "○",
        "○○",
        "◎",
        "_",
        "____",
        "＿＿＿",
        "……",
        "...",
        "✂",
        "※",
        "*",
        "X",
        "-",
        "~",
    ),
    *(
        "　",
        "　　　",
        " ",
        "   ",
        "\t",
        "年",
        "月",
        "日",
        "時",
        "分",
        "萬",
        "仟",
        "元整",
        "人",
        "天",
        "第",
    ),
    *(
        "1",
        "2.",
        "(3)",
        "一、",
        "（二）",
        "①",
        "5",
        "112",
        '"',
        "'",
        "\\",
        "%",
        "}",
        "$",
        "<",
        "&",
        "號",
    ),
)
text = st.lists(st.sampled_from(WORDS + MARKS), max_size=8).map("".join)
any_text = st.one_of(
    text,
    st.just(""),
    st.sampled_from(WORDS),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=12),
)
merge = st.sampled_from(
    ("", "", "", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>")
)


def paragraph(said: str) -> str:
    """Words with tabs as Word writes them."""
    runs = '</w:t><w:tab/><w:t xml:space="preserve">'.join(map(escape, said.split("\t")))
    return f'<w:p><w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>' if said else par()


@st.composite
def grids(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 5))
    one = st.builds(
        lambda lines, properties: cell(*map(paragraph, lines), properties=properties),
        st.lists(any_text, min_size=1, max_size=3),
        merge,
    )
    rows = draw(st.lists(st.lists(one, min_size=1, max_size=columns), min_size=1, max_size=6))
    again = draw(st.integers(0, 3))
    return table(*(row(*cells) for cells in [*rows, *[rows[-1]] * again]), columns=columns)


bodies = st.lists(st.one_of(any_text.map(paragraph), grids()), min_size=1, max_size=5)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(body=bodies)
def test_what_is_found_can_be_tagged(body: list[str]) -> None:
    name = "word/document.xml"
    holes = find_holes(read_page(name, parts(docx(*body))[name]))
    name_holes(holes, lambda label: label)
    for hole in holes:
        assert 0 <= hole.start <= hole.end <= len(hole.line.text)
        assert all(0 <= b.position <= b.position + b.length <= len(b.line.text) for b in hole.boxes)
    no_two_share_a_character(holes)
    names_are_their_own(holes)
    for hole in holes:
        ENVIRONMENT.compile_expression(path_of(hole))
        if hole.of_list is not None and not hole.of_list.is_columns:
            tag = loop_of(hole.of_list).replace("{%tr", "{%")
            ENVIRONMENT.from_string(f"{tag}{{% endfor %}}")


def no_two_share_a_character(holes: Sequence[Hole]) -> None:
    spots = [
        (line, start, end)
        for hole in holes
        for line, start, end in (
            [(b.line, b.position, b.position + b.length) for b in hole.boxes]
            or [(hole.line, hole.start, hole.end)]
        )
    ]
    for (line, start, end), (other, begin, stop) in combinations(spots, 2):
        if line is other:
            assert end <= begin or stop <= start, (line, spots)


def names_are_their_own(holes: Sequence[Hole]) -> None:
    """But what asks for the same fact on purpose."""
    asked = [h for h in holes if h.copy_of is None and not h.is_again]
    named = [full_name(hole) for hole in asked]
    assert sorted(named) == sorted(set(named))
    groups = {name[:i] for name in named for i, c in enumerate(name) if c == "."}
    assert not groups & set(named)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(body=bodies)
def test_a_proved_template_or_a_sentence(
    body: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "任意.docx"
    path.write_bytes(docx(*body))
    try:
        found = adopt(path)
    except JingjinError:
        return
    assert found.blanks
    assert all(blank.tag or blank.options for blank in found.blanks)

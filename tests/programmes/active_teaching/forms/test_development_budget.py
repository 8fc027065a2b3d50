"""附件七 課程與教學發展經費申請表: two blocks with sums of their own, worked out by hand."""

from typing import Any

import pytest

from jingjin_forms.programmes.active_teaching.forms.development_budget import DevelopmentBudget
from tests.helpers import docx_text, table_texts


def test_sample_by_hand():
    form = DevelopmentBudget.sample()
    assert form.current_subtotal == 21_000  # 2,000×6 + 5,200 + 2,700 + 1,100
    assert form.capital_subtotal == 25_000  # 12,500×2
    assert form.total == form.funds_needed == 46_000
    # the reviewer cut 200 of the 教材教具費 and one of the two microscopes
    assert (form.current_reviewed, form.capital_reviewed) == (20_800, 12_500)
    assert form.reviewed_total == 33_300
    assert form.goods_total == 5_200  # 400×10 + 60×20
    assert form.books_total == 2_700  # 350×6 + 300×2
    assert form.check() == ()


def test_the_sums_stand_in_their_blocks():
    head, current, capital, _, goods, books = table_texts(DevelopmentBudget.sample().to_bytes())
    assert head[-1] == ["經費需求", "46,000元"]
    assert current[-1] == ["小計", "", "", "21,000", "", "20,800"]
    sums = {row[0]: row[3:] for row in capital if row[0] in ("小計", "合 計")}
    assert sums == {"小計": ["25,000", "", "12,500"], "合 計": ["46,000", "", "33,300"]}
    assert (goods[-2][3], books[-2][3]) == ("5,200", "2,700")


LINE = {"項目": "雜支", "單價": 100, "數量": 3}


@pytest.mark.parametrize(
    ("current", "capital", "sums"),
    [
        ([], [], (None, None, None)),
        ([LINE], [], (300, None, 300)),
        ([], [LINE], (None, 300, 300)),
        ([LINE], [LINE, {"項目": "書櫃"}], (300, 300, 600)),
        ([{"項目": "雜支", "單價": 0, "數量": 1}], [], (0, None, 0)),
    ],
)
def test_total_is_both_blocks(current: Any, capital: Any, sums: tuple[int | None, ...]):
    form = DevelopmentBudget(school="甲國小", current_lines=current, capital_lines=capital)
    assert (form.current_subtotal, form.capital_subtotal, form.total) == sums
    assert (form.current_reviewed, form.capital_reviewed, form.reviewed_total) == (None,) * 3


def test_a_stated_subtotal_is_checked():
    form = DevelopmentBudget(school="甲國小", 經常門=[LINE], 經常門小計=300, 合計=400)
    assert [finding.where for finding in form.check()] == ["「合計」"]


def test_rows_are_filled_up_and_grow():
    for count, current, capital in [(0, 5, 2), (2, 5, 2), (3, 5, 3), (6, 6, 6)]:
        rows = [LINE] * count
        context = DevelopmentBudget(school="甲國小", 經常門=rows, 資本門=rows).context()
        assert (len(context["經常門"]), len(context["資本門"])) == (current, capital)


def test_title_and_principal():
    blank = docx_text(DevelopmentBudget.blank().to_bytes())
    assert blank[1] == "○○縣/市立○○國民中學/小學○學年度教學訪問教師計畫"
    assert "○○○校長" in blank
    form = DevelopmentBudget(school="花蓮縣甲國小", school_year=112, executor="林遠山")
    filled = docx_text(form.to_bytes())
    assert filled[1] == "花蓮縣甲國小112學年度教學訪問教師計畫"
    assert "林遠山校長" in filled


def test_boxes_printed_ticked_can_be_changed():
    form = DevelopmentBudget(school="甲國小", refund=["繳回"])
    text = "".join(docx_text(form.to_bytes()))
    assert "■ 繳回(依據" in text
    assert text.count("■") == 1
    assert "".join(docx_text(DevelopmentBudget.blank().to_bytes())).count("■") == 2

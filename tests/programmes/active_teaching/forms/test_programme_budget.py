"""附件八 經費申請表: sums by hand, the reviewer's column, boxes printed ticked, the lists."""

from typing import Any

import pytest

from jingjin_forms import FactsError
from jingjin_forms.programmes.active_teaching.forms.programme_budget import ProgrammeBudget
from tests.helpers import docx_text, table_texts


def test_sample_by_hand():
    # 16,000 + 12,000 + 1,600 + 4,000 + 6,900 + 3,400 + 1,100; the reviewer cut 800 and 200
    form = ProgrammeBudget.sample()
    assert form.subtotal == form.total == form.funding_total == 45_000
    assert form.reviewed_total == 44_000
    assert form.goods_total == 6_900  # 450×10 + 120×20
    assert form.books_total == 3_400  # 380×5 + 500×3
    assert form.check() == ()


def test_the_sums_stand_in_their_cells():
    _, budget, _, goods, books = table_texts(ProgrammeBudget.sample().to_bytes())
    rows = {row[0]: row for row in budget}
    assert rows["講座鐘點費"][1:4] == ["2,000", "8節", "16,000"]
    assert rows["小計"][3:] == ["45,000", "", "44,000"]
    assert rows["合計"][3:] == ["45,000", "", "44,000"]
    assert goods[-2][3] == "6,900"
    assert books[-2][3] == "3,400"
    assert "計畫經費總額： 45,000 元" in docx_text(ProgrammeBudget.sample().to_bytes())


def test_a_stated_total_is_checked():
    form = ProgrammeBudget(
        school="甲國小", lines=[{"項目": "雜支", "單價": 100, "數量": 3}], 計畫經費總額=400
    )
    (finding,) = form.check()
    assert finding.where == "「計畫經費總額」"
    assert "300" in finding.message


def test_the_reviewers_column_is_blank_until_something_is_written():
    lines: list[dict[str, Any]] = [{"項目": "雜支", "單價": 100, "數量": 3}, {"項目": "交通費"}]
    form = ProgrammeBudget(school="甲國小", lines=lines)
    assert (form.total, form.reviewed_total) == (300, None)
    lines[1]["初審金額"] = 0
    assert ProgrammeBudget(school="甲國小", lines=lines).reviewed_total == 0


def test_rows_are_filled_up_and_grow():
    line = {"項目": "雜支"}
    for count, printed in [(0, 7), (6, 7), (7, 7), (8, 8)]:
        context = ProgrammeBudget(school="甲國小", lines=[line] * count).context()
        assert len(context["經費項目"]) == printed
        assert [row["項目"] for row in context["經費項目"]].count("雜支") == count
    context = ProgrammeBudget(school="甲國小", goods=[{"品名": "紙"}] * 9).context()
    assert (len(context["物品明細"]), len(context["書籍清單"])) == (9, 8)


@pytest.mark.parametrize(
    ("given", "boxes"),
    [
        ({}, "□■□■"),
        ({"餘款繳回方式": ""}, "□■□■"),
        ({"餘款繳回方式": "繳回"}, "■□□□"),
        ({"餘款繳回方式": ["不繳回", "依契約約定"]}, "□■■□"),
        ({"餘款繳回方式": "不繳回、按補助比率繳回"}, "□■□■"),
        ({"餘款繳回方式": []}, "□□□□"),
    ],
)
def test_boxes_of_the_refund(given: dict[str, Any], boxes: str):
    form = ProgrammeBudget(school="甲國小", **given)
    text = "".join(docx_text(form.to_bytes())).partition("餘款繳回方式：")[2]
    assert "".join(character for character in text if character in "□■") == boxes


def test_the_blank_paper_has_the_boxes_ticked_that_are_printed_ticked():
    text = "".join(docx_text(ProgrammeBudget.blank().to_bytes()))
    assert "■ 不繳回(請敘明依據)" in text
    assert "■ 未執行項目之經費，應按補助比率繳回。" in text
    assert text.count("■") == 2


def test_plan_5_has_a_paper_of_its_own():
    with pytest.raises(FactsError, match="計畫別"):
        ProgrammeBudget(school="甲國小", plan="計畫五")

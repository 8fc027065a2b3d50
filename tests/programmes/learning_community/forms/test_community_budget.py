"""附件-2 經費概算表: rows by item, what only the blank paper prints, a sample by hand."""

from typing import Any

from jingjin_forms.programmes.learning_community.forms.community_budget import CommunityBudget
from tests.helpers import docx_text, table_texts

NOTE = "內聘講師(外聘講師 請自行調整為1600元/時"


def budget(*lines: dict[str, Any], **others: Any) -> CommunityBudget:
    return CommunityBudget(school="甲國小", community_name="乙", lines=list(lines), **others)


def rows(form: CommunityBudget) -> list[list[str]]:
    (table,) = table_texts(form.to_bytes())
    return table[1:]


def test_sample_by_hand():
    # 4 × 800 + 4 × 16 + 30 × 50 + 1 × 236 = 3,200 + 64 + 1,500 + 236
    form = CommunityBudget.sample()
    assert (form.total, form.total_uppercase) == (5_000, "伍仟元整")
    assert form.check() == ()
    printed = rows(form)
    assert printed[0][:6] == ["1", "講師鐘點費", "4", "時", "800", "3,200"]
    assert [row[5] for row in printed[1:4]] == ["64", "1,500", "236"]


def test_blank_prints_the_official_amounts():
    for form in (CommunityBudget.blank(), budget()):
        printed = rows(form)
        assert printed[0] == ["1", "講師鐘點費", "", "時", "800", "", NOTE]
        assert printed[1] == ["2", "二代健保補充費", "", "時/人", "", "", ""]
        assert printed[4] == [""] * 7
        assert printed[5] == ["", "合計", "", "", "", "5,000", ""]
        assert printed[6][0].startswith("總計：新臺幣伍仟元整")


def test_filled_prints_no_amount_that_was_not_given():
    printed = rows(budget({"項目": "資料印刷費", "數量": 20, "單價": 90}))
    assert printed[0] == ["1", "講師鐘點費", "", "時", "", "", NOTE]
    assert printed[2] == ["3", "資料印刷費", "20", "份", "90", "1,800", ""]
    assert printed[5][5] == "1,800"
    assert printed[6][0].startswith("總計：新臺幣壹仟捌佰元整\t")


def test_lines_without_amounts_leave_the_sum_blank():
    printed = rows(budget({"項目": "講師鐘點費", "數量": 4}))
    assert (printed[0][2], printed[0][4]) == ("4", "")
    assert printed[5][5] == ""
    assert "伍仟" not in printed[6][0]


def test_lines_stand_in_their_printed_row_and_others_are_numbered_on():
    printed = rows(
        budget(
            {"項目": "諮詢費", "數量": 1, "單價": 2000, "單位": "次"},
            {"項目": "講師鐘點費", "數量": 1, "單價": 1600, "說明": "外聘"},
            {"項目": "場地費", "數量": 1, "單價": 7},
            {"項目": "講師鐘點費", "數量": 2, "單價": 800},
        )
    )
    assert [row[0] for row in printed[5:7]] == ["5", "6"]
    assert [row[1] for row in printed[5:7]] == ["諮詢費", "場地費"]
    totals = ["1,600", "1,600", "", "", "", "2,000", "7", "5,207"]
    assert [row[5] for row in printed[:8]] == totals
    assert printed[0][6] == f"外聘\n{NOTE}"
    assert printed[1][6] == ""


def test_title_names_township_school_and_community():
    form = CommunityBudget(
        school="臺中市和平區晨曦國民小學", community_name="數學探究教師專業學習社群"
    )
    assert "和平區晨曦國小數學探究教師專業學習社群經費概算表" in docx_text(form.to_bytes())


def test_the_year_of_the_paper_is_the_one_typed_or_that_in_which_the_school_year_ends():
    for year in ({"budget_year": 104}, {"年度": 104}, {"school_year": 103}):
        assert "104年度臺中市" in "".join(docx_text(budget(**year).to_bytes()))

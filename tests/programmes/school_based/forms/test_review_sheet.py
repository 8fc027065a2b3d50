"""審查作業表: 15 indicators, three columns, one result."""

from jingjin_forms.programmes.school_based.forms.review_sheet import ReviewSheet

GROUPS = (
    "計畫目標性及完整性",
    "計畫永續發展性",
    "多元創意性",
    "資源整合性",
    "教育專業性",
    "經費編列",
)


def test_15_indicators_in_six_groups_each_with_a_comment():
    context = ReviewSheet.blank().context()
    assert [len(context[group]) for group in GROUPS] == [4, 4, 2, 2, 2, 1]
    assert tuple(context["審查小組改進意見"]) == GROUPS


def test_sample():
    context = ReviewSheet.sample().context()
    marks = [mark for group in GROUPS for mark in context[group]]
    counts = [
        sum(mark[column] == "✓" for mark in marks) for column in ("符合", "修正後符合", "不符合")
    ]
    assert counts == [11, 3, 1]
    result = context["審查結果"]
    assert (result.全案通過, result.修正後通過, result.不通過) == ("□", "■", "□")
    assert context["核定金額"] == 28000
    assert (context["班級數"], context["教師數"]) == (12, 24)
    school = context["學校名稱"]
    assert school.縣市 + school.鄉鎮市區 + school.簡稱 == "花蓮縣吉安鄉晨曦國小"


def test_a_number_starts_an_item():
    sheet = ReviewSheet(school="甲", goals={"1.": "符合", "4.符合": "不符合", "3": "修正後符合"})
    assert [mark and mark.value for mark in sheet.goals] == ["符合", None, "修正後符合", "不符合"]

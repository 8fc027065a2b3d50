"""教師質性回饋 (ORID): four parts of free text."""

from jingjin_forms import RocDate
from jingjin_forms.programmes.school_based.forms.orid_feedback import OridFeedback


def test_sample():
    sheet = OridFeedback.sample()
    assert sheet.date == RocDate(2023, 10, 18)
    assert sheet.date is not None
    assert sheet.date.with_weekday == "112年10月18日(三)"
    assert sheet.objective.count("\n") == 2
    assert list(sheet.context())[-4:] == ["Objective", "Reflective", "Interpretive", "Decisional"]


def test_a_sheet_for_a_community_needs_no_date():
    sheet = OridFeedback(school="花蓮縣宜昌國小", name="自然社群")
    assert sheet.context()["日期"] is None
    assert sheet.context()["學校名稱"].簡稱 == "宜昌國小"

"""The day that files in an archive are of."""

from datetime import date

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.dated import dated_entry, day_of_packing


def test_today_unless_it_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((day_of_packing() - date.today()).days) <= 1  # midnight may lie between the two
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert day_of_packing() == date(2023, 11, 14)


@pytest.mark.parametrize("given", ["昨天", "1e9", "9" * 30])
def test_what_is_no_day(monkeypatch: pytest.MonkeyPatch, given: str):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(FileProblemError, match="環境變數 SOURCE_DATE_EPOCH 要是 1970年1月1日起算"):
        day_of_packing()


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 11, 22), (2026, 11, 22)),
        (date(1980, 1, 1), (1980, 1, 1)),
        (date(1979, 12, 31), (1980, 1, 1)),
        (date(2107, 12, 31), (2107, 12, 31)),
        (date(2108, 1, 1), (2107, 12, 31)),
    ],
)
def test_a_zip_says_days_of_127_years(day: date, told: tuple[int, int, int]):
    entry = dated_entry("表.docx", day)
    assert entry.date_time == (*told, 0, 0, 0)
    assert entry.external_attr >> 16 == 0o644

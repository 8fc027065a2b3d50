"""【表 1-2】提要表: columns, three to a page."""

import pytest

from jingjin_forms.programmes.school_based.forms.summary_sheet import SummarySheet


def sheet(count: int) -> list[tuple[int, list[str]]]:
    names = [{"活動名稱": f"第{n}案"} for n in range(1, count + 1)]
    pages = SummarySheet(school="甲", activities=names).context()["頁"]
    return [(page["欄寬"], [column["活動名稱"] for column in page["欄"]]) for page in pages]


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (0, [(2, ["", "", ""])]),
        (1, [(6, ["第1案"])]),
        (2, [(3, ["第1案", "第2案"])]),
        (3, [(2, ["第1案", "第2案", "第3案"])]),
        (4, [(2, ["第1案", "第2案", "第3案"]), (2, ["第4案", "", ""])]),
        (6, [(2, ["第1案", "第2案", "第3案"]), (2, ["第4案", "第5案", "第6案"])]),
    ],
)
def test_columns(count: int, pages: list[tuple[int, list[str]]]):
    assert sheet(count) == pages


def test_the_width_is_always_filled():
    for count in range(1, 20):
        assert all(width * len(columns) == 6 for width, columns in sheet(count))


def test_sample():
    first, second = SummarySheet.sample().activities
    assert (first.session_count, first.expected_people, first.budgeting) == (4, 24, 18_380)
    assert second.period == "113年3月13日"

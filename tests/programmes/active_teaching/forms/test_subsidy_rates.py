"""The printed table and the figures to compute with are the same."""

import pytest

from jingjin_forms import get_form
from jingjin_forms.programmes.active_teaching.subsidies import subsidy_rate
from tests.helpers import W, part_root, table_texts


def test_printed_rates_are_those_computed_with():
    (table,) = table_texts(get_form("補助比率").blank().to_bytes())
    for row in table[1:]:
        kind = row[0].removesuffix("學校")
        rates = [f"{subsidy_rate('計畫三', kind, tier)}%" for tier in range(1, 6)]
        assert row[1:] == rates


@pytest.mark.parametrize("key", ["subsidy_rates", "plan_overview"])
def test_a_diagonal_parts_the_corner_cell(key: str):
    blank = get_form(f"active_teaching/{key}").blank().to_bytes()
    first, second, *_ = part_root(blank).iter(f"{W}tc")
    assert [e.get(f"{W}val") for e in first.iter(f"{W}tl2br")] == ["single"]
    assert list(second.iter(f"{W}tl2br")) == []

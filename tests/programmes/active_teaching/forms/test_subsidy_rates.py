"""The printed table and the figures to compute with are the same."""

from jingjin_forms import get_form
from jingjin_forms.programmes.active_teaching.subsidies import subsidy_rate
from tests.helpers import table_texts


def test_printed_rates_are_those_computed_with():
    (table,) = table_texts(get_form("補助比率").blank().to_bytes())
    for row in table[1:]:
        kind = row[0].removesuffix("學校")
        rates = [f"{subsidy_rate('計畫三', kind, tier)}%" for tier in range(1, 6)]
        assert row[1:] == rates

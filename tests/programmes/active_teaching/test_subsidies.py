"""Rates of 五 and 附件十二, and amounts divided by hand."""

import pytest

from jingjin_forms.errors import SubsidyError
from jingjin_forms.programmes.active_teaching.subsidies import Subsidy, subsidy, subsidy_rate

# 作業要點五(一)(三) and 附件十二, copied line by line.
PRINTED = {
    ("計畫一", None): (80, 85, 88, 89, 90),
    ("計畫二", None): (80, 85, 88, 89, 90),
    ("計畫三", "極偏"): (90, 93, 95, 100, 100),
    ("計畫四", "極偏"): (90, 93, 95, 100, 100),
    ("計畫三", "特偏"): (88, 90, 93, 95, 100),
    ("計畫四", "特偏"): (88, 90, 93, 95, 100),
    ("計畫三", "偏遠"): (86, 88, 91, 93, 95),
    ("計畫四", "偏遠"): (86, 88, 91, 93, 95),
    ("計畫五", None): (86, 87, 88, 89, 90),
}


def test_rates_as_printed():
    for (plan, kind), rates in PRINTED.items():
        found = tuple(subsidy_rate(plan, kind, tier) for tier in range(1, 6))
        assert found == rates, (plan, kind)


@pytest.mark.parametrize(
    ("approved", "plan", "tier", "kind", "grant", "own"),
    [
        (100_000, "計畫一", 1, None, 80_000, 20_000),
        ("120,000", "計畫二", 3, None, 105_600, 14_400),
        (99_999, "計畫三", 2, "特偏", 89_999, 10_000),  # 89,999.1
        (1, "計畫五", 5, None, 0, 1),
        (250_000, "計畫四", 5, "特偏", 250_000, 0),
        (0, "計畫一", 1, None, 0, 0),
    ],
)
def test_amounts_worked_out_by_hand(
    approved: int | str, plan: str, tier: int, kind: str | None, grant: int, own: int
):
    found = subsidy(approved, plan, kind, tier)
    assert (found.grant, found.own_share) == (grant, own)
    assert found.is_upper_bound == (plan in ("計畫一", "計畫二"))
    assert isinstance(found, Subsidy)


@pytest.mark.parametrize(
    ("plan", "tier", "kind", "words"),
    [
        ("計畫六", 1, None, "計畫六"),
        ("計畫一", 0, None, "財力級次"),
        ("計畫一", 6, None, "財力級次"),
        ("計畫一", True, None, "財力級次"),
        ("計畫三", 1, None, "極偏、特偏、偏遠"),
        ("計畫三", 1, "一般", "極偏、特偏、偏遠"),
        ("計畫一", 1, "偏遠", "請留空"),
    ],
)
def test_what_has_no_rate_is_refused(plan: str, tier: int, kind: str | None, words: str):
    with pytest.raises(SubsidyError, match=words):
        subsidy_rate(plan, kind, tier)

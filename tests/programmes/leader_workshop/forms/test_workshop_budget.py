"""捌、經費概算: the budget printed in the county's plan."""

from jingjin_forms.programmes.leader_workshop.forms.workshop_budget import WorkshopBudget
from tests.helpers import docx_text


def test_the_printed_budget():
    # 1,000×6 + 100×80 + 1,000×1
    budget = WorkshopBudget.sample()
    assert [line.total for line in budget.lines] == [6_000, 8_000, 1_000]
    assert (budget.subtotal, budget.total) == (15_000, 15_000)
    assert budget.total_uppercase == "壹萬伍仟元整"


def test_on_the_page():
    text = docx_text(WorkshopBudget.sample().to_bytes())
    for printed in ("1,000元/節", "100元", "8,000元", "15,000元"):
        assert printed in text
    assert any("壹萬伍仟" in line and "元整" in line for line in text)


def test_miscellaneous_is_a_line_like_the_others():
    assert "雜支" not in WorkshopBudget.blank().context()

"""Multiple choices: what may be given, how they print, what is refused."""

from typing import Annotated

import pytest

from jingjin_forms import Choice, Facts, FactsError, label
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice


class Method(Choice):
    CASES = "案例分析"
    THEMES = "主題探討(含專書、影帶)"
    OTHER = "其他"


class Plan(Facts):
    title = "計畫"

    methods: Annotated[Chosen, MultipleChoice(Method)] = label("實施方式", ())


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        (["其他", "案例分析"], (Method.CASES, Method.OTHER)),  # in the printed order
        ("案例分析、其他", (Method.CASES, Method.OTHER)),
        ("案例分析，其他", (Method.CASES, Method.OTHER)),
        ("主題探討(含專書、影帶)", (Method.THEMES,)),  # the 、 is the option's own
        (["主題探討(含專書、影帶)", ""], (Method.THEMES,)),
        ("其他、主題探討(含專書、影帶)、案例分析", (Method.CASES, Method.THEMES, Method.OTHER)),
        ([], ()),
        ("", ()),
        (None, ()),
        ((Method.OTHER,), (Method.OTHER,)),
    ],
)
def test_what_may_be_given(given: object, chosen: Chosen):
    assert Plan(實施方式=given).methods == chosen


def test_every_option_is_a_box():
    boxes = Plan(methods=["其他"]).context()["實施方式"]
    assert (boxes.案例分析, boxes["主題探討(含專書、影帶)"], boxes.其他) == ("□", "□", "■")
    assert str(boxes) == "其他"
    assert not Plan.blank().context()["實施方式"]


@pytest.mark.parametrize("given", ["演講", ["案例分析", "演講"], 3, [1], {"案例分析": True}])
def test_what_is_refused_names_the_options(given: object):
    with pytest.raises(FactsError) as refusal:
        Plan(methods=given)
    assert "「實施方式」" in str(refusal.value)
    assert "案例分析、主題探討(含專書、影帶)、其他" in str(refusal.value)

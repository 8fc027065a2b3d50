"""One row of 研習課程表: 時數 follows from 時間."""

from decimal import Decimal

import pytest

from jingjin_forms import Facts, FactsError, label
from jingjin_forms.checks.arithmetic import arithmetic
from jingjin_forms.programmes.school_based.parts.session import Session


class Course(Facts):
    title = "課程"

    sessions: list[Session] = label("研習課程", list)


def test_hours_follow_from_the_time():
    session = Session(time="13:30~15:00")
    assert (session.hours, session.lessons) == (Decimal("1.5"), 2)
    context = session.context()
    assert (str(context["時間"]), str(context["時數"])) == ("13:30-15:00", "1.5")


def test_a_blank_row_has_none():
    context = Session.blank_context()
    assert (context["時間"], context["時數"], context["日期"]) == (None, None, None)
    assert Session().lessons is None
    assert Session(時間="").hours is None


@pytest.mark.parametrize("stated", ["3", 3, 3.0, "3.0"])
def test_hours_that_are_right_may_be_given(stated: object):
    assert list(arithmetic(Session(時間="09:00-12:00", 時數=stated))) == []


def test_wrong_hours_are_a_finding():
    [finding] = arithmetic(Course(研習課程=[{"時間": "13:30-15:00", "時數": 2}]))
    assert finding.where == "研習課程第 1 項「時數」"
    assert "1.5" in finding.message


def test_hours_without_a_time_cannot_be_checked():
    with pytest.raises(FactsError, match="缺時間"):
        Session(時數=3)


def test_a_time_that_is_none_names_its_row():
    with pytest.raises(FactsError, match=r"研習課程第 2 項「時間」.*下午1:30.*24 小時制"):
        Course(研習課程=[{"時間": "09:00-12:00"}, {"時間": "下午1:30-3:30"}])


def test_as_json():
    assert Session(time="9:00-12:00").model_dump(mode="json")["time"] == "09:00-12:00"
    time = Session.model_json_schema()["properties"]["時間"]
    assert {"type": "string", "examples": ["09:00-12:00", "09:00-12:00、13:00-16:00"]} in time[
        "anyOf"
    ]

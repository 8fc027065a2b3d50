"""Whatever a paper alone finds its packet finds too, but for what is settled by name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingjin_forms import Finding, get_form
from jingjin_forms.checks import Rule, Rules
from jingjin_forms.checks.finding import (
    ANOTHER_YEAR,
    ARITHMETIC,
    DIFFERENT_YEARS,
    MISSING_PAPER,
    NO_YEAR,
)
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.forms.form import FORM_KEY
from jingjin_forms.forms.programme import Programme, programmes
from jingjin_forms.packets.application import Application, list_applications
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.reading import load_packet
from tests.checks.case import Case, line
from tests.packets.test_packet import PLAN, SAMPLES, packet
from tests.programmes.active_teaching.test_rules import CASES as ACTIVE_TEACHING
from tests.programmes.learning_community.test_rules import CASES as LEARNING_COMMUNITY
from tests.programmes.school_based.test_rules import CASES as SCHOOL_BASED
from tests.programmes.test_odd_facts import ODD

RESERVED = {ARITHMETIC, ANOTHER_YEAR, NO_YEAR, DIFFERENT_YEARS, MISSING_PAPER}
SETTLED = {
    "school_based": {"basic_sum"},
    "active_teaching": {
        *("plan_1_basic", "plan_1_most", "plan_2_basic", "plan_2_most"),
        *("plan_3_branches", "plan_4_branches"),
        *("visiting_capital", "visited_school", "visiting_second_year"),
        *("visiting_most", "visiting_capital_most"),
        *("material_share", "material_share_outside_point_3", "material_share_of_a_workshop"),
        *("expert_hours", "expert_hours_shown", "team_hours", "team_hours_shown"),
        *("teachers_of_a_single_school", "exam_free_beside_plans_3_4"),
        *("one_visiting_teacher", "travel_abroad", "team_of_plan_3"),
    },
    "learning_community": {"grant", "external_hours", "internal_hours", "consultations"},
}
"""Each asks the same of a packet as of a paper. One more here should be a decision."""

every_programme = pytest.mark.parametrize("programme", programmes(), ids=lambda p: p.name)
every_application = pytest.mark.parametrize("kind", list_applications(), ids=lambda a: a.key)


def rules_of(programme: Programme) -> Iterator[Rule]:
    return (rule for edition in programme.editions for rule in edition.rules)


@every_programme
def test_a_name_is_one_rule_s(programme: Programme):
    for edition in programme.editions:
        names = [rule.name for rule in edition.rules if rule.name]
        assert len(set(names)) == len(names)
        numbers = {rule.number for rule in edition.rules}
        assert set(names).isdisjoint(numbers | RESERVED)
        assert all(name.isascii() and name.isidentifier() for name in names)


@every_programme
def test_what_is_settled_is_a_paper_s_rule_and_by_a_packet_s(programme: Programme):
    stages = {kind.stage for kind in list_applications()}
    for edition in programme.editions:
        named = {rule.name: rule for rule in edition.rules}
        for rule in edition.rules:
            assert not rule.settles or stages.issuperset(rule.forms)
            assert all(stages.isdisjoint(named[name].forms) for name in rule.settles)
        settled = {name for rule in edition.rules for name in rule.settles}
        assert settled == SETTLED.get(programme.name, set())


def lost(made: Packet, on: date | None = None) -> list[Finding]:
    """What the papers alone find and their packet does not, though nothing there settles it."""
    edition = made.edition(on)
    rules = () if edition is None else edition.rules
    settled = {name for rule in made.rules(on) for name in rule.settled(made)}
    deadlines = {rule.code for rule in rules if isinstance(rule, Deadline)}
    found = made.check(on)
    of_the_packet = {finding.code for finding in found if not finding.paper}
    said = settled | deadlines | (of_the_packet & {ANOTHER_YEAR, NO_YEAR})
    return [
        finding
        for paper in made.papers
        if paper.form is not None
        for finding in (replace(f, paper=paper.title) for f in paper.form.check(on))
        if finding.code not in said and finding not in found
    ]


def case_in_a_packet(kind: type[Application], case: Case) -> Packet | None:
    """The facts of a rule's failing case, in a packet that holds its form; None without one."""
    rows = {paper.rows for paper in kind.papers if paper.form == case.form}
    if not rows:
        return None
    path = get_form(case.form).sample_path()
    facts = {**sample(path), **case.fails}
    facts.pop(FORM_KEY, None)
    if rows != {""}:
        facts = {rows.pop(): [facts]}
    if "application_kind" in kind.model_fields:
        facts["申請類別"] = KIND.get(case.form) or facts.get("計畫別") or "計畫三"
    else:
        facts = {**sample(SAMPLES / f"{kind.key}.yaml"), **facts}
    return load_packet({**facts, "送件": kind.key}, folder=path.parent)


@cache
def sample(path: Path) -> dict[Any, Any]:
    return dict(read_facts(path))


KIND = {
    "active_teaching/practice_application": "計畫一",
    "active_teaching/activity_application": "計畫四",
    "active_teaching/activity_outcome_checklist": "計畫四",
    "active_teaching/curriculum_outcome_checklist": "計畫二",
    "active_teaching/visiting_teacher_survey": "計畫五",
    "active_teaching/development_budget": "計畫五",
    "active_teaching/community_workshop_application": "自主社群研習",
}


@every_application
def test_every_rule_s_failing_case_is_found_in_a_packet_too(kind: type[Application]):
    heard: set[str] = set()
    for case in (*ACTIVE_TEACHING, *LEARNING_COMMUNITY, *SCHOOL_BASED):
        made = case_in_a_packet(kind, case)
        if made is not None:
            assert lost(made, case.fails_on) == [], case
            for form in made.forms(case.form.rpartition("/")[2]):
                heard |= {finding.code for finding in form.check(case.fails_on)}
    if any(paper.form for paper in kind.papers):
        assert len(heard) >= {"results": 3, "application": 15}[kind.stage]


@st.composite
def odd_facts(draw: st.DrawFn, facts: dict[Any, Any]) -> dict[Any, Any]:
    """The facts with some of them odd, and some left out."""
    changed = dict(facts)
    for label in draw(st.lists(st.sampled_from(sorted({*facts} - {"送件"})), max_size=4)):
        rows = facts[label]
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            cell = draw(st.sampled_from(sorted(rows[0])))
            changed[label] = [rows[0] | {cell: draw(st.sampled_from(ODD))}, *rows]
        else:
            changed[label] = draw(st.sampled_from([None, "是", "100,001", *ODD]))
    return changed


@every_application
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_that_a_paper_finds_is_lost(kind: type[Application], data: st.DataObject):
    path = SAMPLES / f"{kind.key}.yaml"
    facts = data.draw(odd_facts(sample(path)))
    on = data.draw(st.none() | st.sampled_from([date(2013, 10, 16), date(2026, 1, 1)]))
    assert lost(load_packet(facts, folder=path.parent), on) == []


class TestOfTheSchool:
    above: dict[str, Any] = {  # noqa: RUF012 (never changed)
        "雜支": "0",
        "經費項目": [line("講師費", 2000, 16, "節")],
        "方案": None,
        "研習課程": None,
    }

    def told(self, **facts: Any) -> list[tuple[str, str, str]]:
        found = packet(PLAN, **{**self.above, **facts}).check()
        return [(f.code, f.paper, str(f.severity)) for f in found if f.rule == "A01"]

    def test_not_said_who_pays_the_paper_reminds(self):
        assert self.told(必修課程=None) == [("basic_sum", "實施計畫", "提醒")]

    def test_said_it_is_settled(self):
        assert self.told(必修課程="個別辦理") == []
        assert self.told(必修課程="跨校合併辦理，由他校申請經費") == [("A01", "實施計畫", "錯誤")]

    def test_an_equal_number_settles_nothing(self):
        """E04 is two rules: 經費編列 of the plan, and 核定金額 of the packet."""
        activities = [{"活動名稱": "甲", "經費編列": "1"}]
        (found,) = [f for f in packet(PLAN, 方案=activities).check() if f.rule == "E04"]
        assert (found.paper, found.severity.name) == ("實施計畫", "ERROR")


def test_a_rule_that_is_not_in_force_settles_nothing(monkeypatch: pytest.MonkeyPatch):
    edition = next(p for p in programmes() if p.name == "school_based").editions[-1]
    (settling,) = (rule for rule in edition.rules if "basic_sum" in rule.settles)
    above = {**TestOfTheSchool.above, "必修課程": "個別辦理"}
    made = packet(PLAN, **above)

    def told(since: date | None) -> bool:
        rules = Rules([replace(settling, since=since)])
        monkeypatch.setattr(Packet, "rules", lambda *_: rules)
        return "basic_sum" in {finding.code for finding in made.check(date(2023, 3, 1))}

    assert not told(None)
    assert not told(date(2023, 3, 1))
    assert told(date(2023, 3, 2))


class TestOfTheAgency:
    facts: dict[str, Any] = {  # noqa: RUF012 (never changed)
        "送件": "active_teaching/application",
        "學校名稱": "花蓮縣吉安鄉晨曦國民小學",
        "離島": "否",
        "經費項目": [line("膳費", 130_000)],
    }

    def told(self, number: str, **facts: Any) -> list[str]:
        found = load_packet({**self.facts, **facts}).check()
        return [finding.code for finding in found if finding.rule == number]

    def test_a_budget_for_another_plan_is_asked_as_it_is(self):
        """The packet's ceiling is that of the plan applied for, and says nothing of the other."""
        both = {"申請類別": "計畫二", "計畫別": "計畫一"}
        assert self.told("C02", **both) == ["plan_1_most"]
        assert self.told("C12", **both) == ["C12"]
        assert self.told("C47", **both)
        assert self.told("C26", **both) == ["expert_hours"]
        team = {"申請類別": "計畫四", "計畫別": "計畫三", "大學團隊名稱": "東岸大學團隊"}
        assert self.told("C27", **team) == ["team_hours"]
        assert self.told("C12", 申請類別="計畫二") == ["C12"]

    def test_the_other_programme_is_told_once(self):
        name = "學習區完全免試國中提升學習品質計畫"
        named = {"申請類別": "計畫四", "已申請政府補助": {"是否已申請": "是", "計畫名稱": name}}
        assert self.told("C39", **named) == ["exam_free_beside_plans_3_4"]
        assert self.told("C39", **named, 參與計畫=name) == ["C39"]


def test_sums_beyond_an_amount_settle_nothing_and_raise_nothing():
    rows = [line("膳費", 10**16 - 1)] * 2
    facts = {
        "申請類別": "計畫一",
        "辦理模式": "學校",
        "經費項目": rows,
        "計畫名稱": "甲",
        "學校名稱": "花蓮縣晨曦國小",
    }
    made = load_packet({"送件": "active_teaching/application", **facts})
    assert lost(made) == []
    assert [f.code for f in made.check() if "最多 16 位數" in f.message] == [
        *("arithmetic", "arithmetic")
    ]


def test_that_the_text_of_a_year_is_not_there_is_said_once():
    found = packet(PLAN, 學年度="115", 雜支="9,000").check()
    assert [f.paper for f in found if f.code == "another_year"] == [""]
    assert {f.severity.name for f in found if f.rule} == {"WARNING"}
    assert "A09" in {f.rule for f in found}

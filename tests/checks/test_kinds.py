"""The kinds of rule and what they read, at their edges; on facts of no form."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from jingjin_forms.checks import Clause, Fault, Finding, Rule, Rules, Severity, findings_of
from jingjin_forms.checks.kinds import (
    AtLeast,
    AtMost,
    Deadline,
    Judgement,
    Omitted,
    Required,
    Same,
    Share,
    Window,
    limit_for,
)
from jingjin_forms.checks.reading import (
    Read,
    Reading,
    count,
    each,
    each_item,
    fact,
    is_nothing,
    items,
    length,
    matching,
)
from jingjin_forms.errors import DateError, RuleNotFoundError
from jingjin_forms.facts import Facts, label
from jingjin_forms.parts import BudgetLine, BudgetTable
from jingjin_forms.values import Count, Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import RocDate, SchoolYear
from jingjin_forms.values.text import read_text

CLAUSE = Clause("某計畫", "一(一)", "以 100元為限")
ANY: dict[str, Any] = {"number": "Z01", "forms": ("paper",), "clause": CLAUSE}
LARGEST = 10**16 - 1


class Part(Facts):
    title = "補助"

    agency: Text = label("補助單位", "")
    amount: Money | None = label("補助金額", None)


class Row(Facts):
    title = "場次"

    day: RocDate | None = label("日期", None)
    people: Count | None = label("人數", None)


class Paper(BudgetTable):
    title = "某表"

    name: Text = label("名稱")
    text: Text = label("說明文字", "")
    limit: Money | None = label("上限", None)
    asked: Money | None = label("申請金額", None)
    approved: Money | None = label("核定金額", None)
    school_year: SchoolYear = label("學年度", SchoolYear(112))
    part: Part = label("補助", Part)
    rows: list[Row] = label("場次", list)
    other_lines: list[BudgetLine] = label("其他經費", list)


def paper(**facts: Any) -> Paper:
    return Paper(**{"名稱": "甲"} | facts)


def line(item: str, price: Any = None, quantity: Any = None) -> dict[str, Any]:
    return {"項目": item, "單價": price, "數量": quantity}


def said(rule: Rule, facts: Facts, on: date | None = None) -> list[str]:
    return [f"{fault.where or fault.paper}：{fault.message}" for fault in rule.faults(facts, on)]


class TestAtMost:
    limited = AtMost(**ANY, reading=fact("申請金額"), limit=100_000)

    @pytest.mark.parametrize("asked", [None, 0, 99_999, 100_000])
    def test_silent_up_to_the_limit_and_where_nothing_is_given(self, asked: int | None):
        assert said(self.limited, paper(申請金額=asked)) == []

    @pytest.mark.parametrize(
        ("asked", "excess"), [(100_001, "1"), (LARGEST, "9,999,999,999,899,999")]
    )
    def test_figure_limit_and_excess(self, asked: int, excess: str):
        assert said(self.limited, paper(申請金額=asked)) == [
            f"「申請金額」：申請金額 {asked:,} 元，上限 100,000 元，超過 {excess} 元"
        ]

    @pytest.mark.parametrize(
        ("limit", "asked", "speaks"),
        [(500, 500, False), (500, 501, True), (None, LARGEST, False), (0, 0, False), (0, 1, True)],
    )
    def test_limit_that_the_facts_decide(self, limit: int | None, asked: int, speaks: bool):
        decided = replace(self.limited, limit=lambda p: p.limit, limit_called="上限")
        assert bool(said(decided, paper(上限=limit, 申請金額=asked))) == speaks
        assert decided.asks == "申請金額不超過 上限"

    def test_condition(self):
        conditional = replace(self.limited, when=lambda p: p.text == "離島")
        assert said(conditional, paper(申請金額=100_001)) == []
        assert len(said(conditional, paper(申請金額=100_001, 說明文字="離島"))) == 1

    def test_each_value_by_itself_with_its_own_unit(self):
        hours = AtMost(
            **ANY, reading=each_item("數量", "輔導費", called="輔導費時數"), limit=6, unit="小時"
        )
        given = paper(經費項目=[line("輔導費", 1_000, n) for n in (6, "6.5", None, 7)])
        assert said(hours, given) == [
            "經費項目第 2 項「數量」：輔導費時數 6.5 小時，上限 6 小時，超過 0.5 小時",
            "經費項目第 4 項「數量」：輔導費時數 7 小時，上限 6 小時，超過 1 小時",
        ]

    def test_asks(self):
        assert self.limited.asks == "申請金額不超過 100,000 元"


class TestAtLeast:
    needed = AtLeast(**ANY, reading=count("場次"), limit=6, unit="場")

    @pytest.mark.parametrize(("rows", "missing"), [(7, None), (6, None), (5, 1), (0, 6)])
    def test_figure_limit_and_what_is_missing(self, rows: int, missing: int | None):
        told = [f"「場次」：場次 {rows} 場，少於 6 場，還差 {missing} 場"] if missing else []
        given = paper(場次=[{"人數": 1}] * rows)
        assert said(self.needed, given) == told

    def test_silent_without_the_figure_or_without_a_limit(self):
        asked = replace(self.needed, reading=fact("申請金額"))
        assert said(asked, paper()) == []
        assert said(asked, paper(申請金額=5)) != []
        assert said(replace(asked, limit=lambda p: p.limit), paper(申請金額=5)) == []
        assert said(replace(asked, when=lambda _: False), paper(申請金額=5)) == []

    def test_asks(self):
        assert self.needed.asks == "場次至少 6 場"
        assert replace(self.needed, limit_called="規定的場次").asks == "場次至少 規定的場次"


def test_limit_for():
    assert limit_for(6, paper()) == 6
    assert limit_for(lambda p: p.limit, paper(上限=8)) == 8
    assert limit_for(lambda p: p.limit, paper()) is None


class TestShare:
    part = Share(**ANY, reading=fact("申請金額"), percent=30, base=fact("上限", called="總經費"))

    @pytest.mark.parametrize(
        ("base", "most"),
        [
            (30_000, 9_000),
            (30_003, 9_000),  # 9,000.9
            (1, 0),
            (0, 0),
            (LARGEST, 2_999_999_999_999_999),  # and .7, which no float can hold
        ],
    )
    def test_compared_exactly(self, base: int, most: int):
        assert said(self.part, paper(上限=base, 申請金額=most)) == []
        [told] = said(self.part, paper(上限=base, 申請金額=most + 1))
        assert told.startswith(
            f"「申請金額」：申請金額 {most + 1:,} 元，上限是總經費 {base:,} 元之 30%"
        )
        assert told.endswith(f"（{most:,} 元），超過 1 元")

    @pytest.mark.parametrize("facts", [{"申請金額": 1}, {"上限": 1}, {}])
    def test_silent_where_either_is_missing(self, facts: dict[str, Any]):
        assert said(self.part, paper(**facts)) == []

    def test_condition_and_what_it_asks(self):
        given = paper(上限=100, 申請金額=31)
        assert len(said(self.part, given)) == 1
        assert said(replace(self.part, when=lambda _: False), given) == []
        assert self.part.asks == "申請金額不超過總經費 30%"

    def test_the_whole_of_it(self):
        whole = replace(self.part, percent=100)
        assert said(whole, paper(上限=LARGEST, 申請金額=LARGEST)) == []
        assert len(said(whole, paper(上限=LARGEST - 1, 申請金額=LARGEST))) == 1


class TestWindow:
    held = Window(
        **ANY,
        reading=each("場次", "日期", called="研習日期"),
        days=lambda p: (p.school_year.start, RocDate("113年6月30日")),
        days_called="期間",
    )

    @pytest.mark.parametrize(
        ("day", "inside"),
        [
            ("112年7月31日", False),
            ("112年8月1日", True),
            ("113年1月1日", True),
            ("113年6月30日", True),
            ("113年7月1日", False),
            ("", True),
        ],
    )
    def test_both_ends_are_inside(self, day: str, inside: bool):
        given = paper(場次=[{"日期": "112年9月1日"}, {"日期": day, "人數": 1}])
        told = f"場次第 2 項「日期」：研習日期 {day} 不在 112年8月1日至113年6月30日 之內"
        assert said(self.held, given) == ([] if inside else [told])

    def test_of_one_day_and_of_plain_dates(self):
        one = replace(self.held, days=lambda _: (date(2023, 8, 1), date(2023, 8, 1)))
        days = [{"日期": f"112年{day}"} for day in ("7月31日", "8月1日", "8月2日")]
        assert [f.where for f in one.faults(paper(場次=days), None)] == [
            "場次第 1 項「日期」",
            "場次第 3 項「日期」",
        ]
        assert "112年8月1日至112年8月1日" in said(one, paper(場次=days))[0]
        assert one.asks == "研習日期在期間之內"


class TestSame:
    same = Same(**ANY, reading=fact("申請金額"), other=fact("核定金額"))

    @pytest.mark.parametrize(
        ("one", "other", "difference"),
        [
            (5, 5, None),
            (0, 0, None),
            (None, 5, None),
            (5, None, None),
            (5, 4, "1"),
            (4, 5, "1"),
            (LARGEST, LARGEST - 1, "1"),
            (0, 5_000, "5,000"),
            (5, 0, "5"),
        ],
    )
    def test_compared_where_both_are_given(self, one: Any, other: Any, difference: str | None):
        faults = said(self.same, paper(申請金額=one, 核定金額=other))
        assert len(faults) == (difference is not None)
        assert all(f"相差 {difference} 元" in fault for fault in faults)

    def test_message_and_what_it_asks(self):
        places = replace(self.same, reading=count("場次"), other=fact("上限"), unit="場")
        assert said(places, paper(上限=1_000)) == [
            "「場次」：場次 0 場，與上限 1,000 場不符，相差 1,000 場"
        ]
        assert places.asks == "場次與上限相等"


class TestRequiredAndOmitted:
    @pytest.mark.parametrize(
        ("reading", "blank", "given"),
        [
            (fact("說明文字"), {}, {"說明文字": "x"}),
            (fact("申請金額"), {}, {"申請金額": 0}),
            (fact("補助"), {"補助": {}}, {"補助": {"補助金額": 0}}),
            (fact("補助", "補助單位"), {"補助": {"補助金額": 1}}, {"補助": {"補助單位": "x"}}),
            (fact("場次"), {}, {"場次": [{"人數": 1}]}),
            (fact("合計"), {}, {"經費項目": [line("x", 1, 0)]}),
        ],
    )
    def test_what_counts_as_given(self, reading: Reading, blank: Any, given: Any):
        required, omitted = Required(**ANY, reading=reading), Omitted(**ANY, reading=reading)
        [told] = said(required, paper(**blank))
        assert told.endswith(f"：要填{reading.name}，現在是空白")
        assert said(required, paper(**given)) == []
        assert said(omitted, paper(**blank)) == []
        [told] = said(omitted, paper(**given))
        assert told.endswith(f"：免填{reading.name}，現在填了內容")

    @pytest.mark.parametrize("kind", [Required, Omitted])
    def test_condition(self, kind: Callable[..., Rule]):
        conditional = kind(
            **ANY,
            reading=fact("申請金額" if kind is Required else "上限"),
            when=lambda p: p.text == "續辦",
            when_called="續辦者",
        )
        assert said(conditional, paper(上限=1)) == []
        [told] = said(conditional, paper(上限=1, 說明文字="續辦"))
        assert "：續辦者" in told
        assert conditional.asks.startswith("續辦者")

    def test_each_row_that_lacks_it(self):
        required = Required(**ANY, reading=each("場次", "人數"))
        given = paper(場次=[{"人數": 0}, {"日期": "112/9/1"}, {"人數": 1}])
        assert said(required, given) == ["場次第 2 項「人數」：要填人數，現在是空白"]
        assert said(required, paper()) == []


class TestDeadline:
    last = RocDate("112年3月17日")
    due = Deadline(**ANY, what="計畫", last=last, hour="下午5時")

    @pytest.mark.parametrize(("days", "late"), [(-1, None), (0, None), (1, 1), (366, 366)])
    def test_the_day_itself_is_in_time(self, days: int, late: int | None):
        on = date(2023, 3, 17) + timedelta(days)
        told = f"計畫：期限是 112年3月17日下午5時，{RocDate(on)} 已經過了 {late} 天"
        assert said(self.due, paper(), on) == ([told] if late else [])

    def test_silent_without_a_day(self):
        assert said(self.due, paper(), None) == []

    @pytest.mark.parametrize(
        ("moment", "late"),
        [
            (datetime(2023, 3, 16, 23, 59), ""),
            (datetime(2023, 3, 17, 16, 59), ""),
            (datetime(2023, 3, 17, 17), ""),
            (datetime(2023, 3, 17, 17, 0, 1), "112年3月17日17:00 已經過了 1 分鐘"),
            (datetime(2023, 3, 17, 17, 1), "112年3月17日17:01 已經過了 1 分鐘"),
            (datetime(2023, 3, 17, 19, 5), "112年3月17日19:05 已經過了 2 小時 5 分鐘"),
            (datetime(2023, 3, 17, 17, 1, tzinfo=UTC), "112年3月17日17:01 已經過了 1 分鐘"),
            (datetime(2023, 3, 18, 0, 0), "112年3月18日 已經過了 1 天"),
        ],
    )
    def test_the_hour_of_the_last_day(self, moment: datetime, late: str):
        found = [finding.message for finding in findings_of([self.due], paper(), moment)]
        assert found == ([f"期限是 112年3月17日下午5時，{late}"] if late else [])

    def test_without_an_hour_the_day_is_looked_at_as_a_whole(self):
        whole = replace(self.due, hour=None)
        assert [*findings_of([whole], paper(), datetime(2023, 3, 17, 23, 59))] == []
        assert [*findings_of([whole], paper(), datetime(2023, 3, 18))] != []

    def test_an_hour_that_is_none_is_told_where_the_rule_is_written(self):
        with pytest.raises(DateError, match="傍晚"):
            replace(self.due, hour="傍晚")

    def test_a_day_that_the_facts_decide(self):
        due = replace(
            self.due,
            last=lambda facts: RocDate(f"113年{facts.limit}月30日") if facts.limit else None,
            last_called="結束後 2 個月內",
            hour=None,
        )
        assert due.asks == "計畫在結束後 2 個月內送達"
        assert said(due, paper(), date(2030, 1, 1)) == []
        assert said(due, paper(上限=9), date(2024, 9, 30)) == []
        told = "計畫：期限是 113年9月30日（結束後 2 個月內），113年10月1日 已經過了 1 天"
        assert said(due, paper(上限=9), date(2024, 10, 1)) == [told]

    def test_asks(self):
        assert self.due.asks == "計畫在 112年3月17日下午5時前送達"

    @pytest.mark.parametrize(("days", "early"), [(-9, 2), (-8, 1), (-7, None), (0, None)])
    def test_before_its_first_day_it_reminds(self, days: int, early: int | None):
        window = replace(self.due, first=RocDate("112年3月10日"))
        on = date(2023, 3, 17) + timedelta(days)
        told = [(f.severity, f.message) for f in findings_of([window], paper(), on)]
        message = f"112年3月10日 才開始收件，{RocDate(on)} 還早 {early} 天"
        assert told == ([(Severity.WARNING, message)] if early else [])

    def test_after_its_last_day_it_is_an_error_as_without_a_first(self):
        window = replace(self.due, first=RocDate("112年3月10日"))
        (found,) = findings_of([window], paper(), date(2023, 3, 18))
        assert (found.severity, found.paper) == (Severity.ERROR, "計畫")
        assert window.asks == "計畫在 112年3月10日起、112年3月17日下午5時前送達"


def test_judgement_is_its_function():
    def judge(facts: Any) -> Iterator[Fault]:
        if facts.text:
            yield Fault(("說明文字",), facts.text)

    judgement = Judgement(**ANY, question="有沒有", judge=judge)
    assert said(judgement, paper()) == []
    assert said(judgement, paper(說明文字="有")) == ["「說明文字」：有"]
    assert judgement.asks == "有沒有"


class TestInForce:
    since, until = date(2023, 8, 1), date(2024, 7, 31)
    day = timedelta(1)

    def rule(self, since: date | None = None, until: date | None = None) -> Rule:
        return Judgement(**ANY, question="", judge=lambda _: (), since=since, until=until)

    def test_from_the_day_it_starts_to_the_day_it_ends(self):
        between = self.rule(self.since, self.until)
        assert not between.is_in_force(self.since - self.day)
        assert between.is_in_force(self.since)
        assert between.is_in_force(self.since + self.day)
        assert between.is_in_force(self.until - self.day)
        assert between.is_in_force(self.until)
        assert not between.is_in_force(self.until + self.day)

    def test_with_one_end_open(self):
        newer, older, always = self.rule(self.since), self.rule(None, self.until), self.rule()
        assert [newer.is_in_force(self.since + n * self.day) for n in (-1, 0, 99999)] == [
            *(False, True, True)
        ]
        assert [older.is_in_force(self.until + n * self.day) for n in (-99999, 0, 1)] == [
            *(True, True, False)
        ]
        assert always.is_in_force(date.min)
        assert always.is_in_force(date.max)

    def test_without_a_day_the_newest(self):
        assert self.rule().is_in_force(None)
        assert self.rule(since=date.max).is_in_force(None)
        assert not self.rule(until=date.max).is_in_force(None)

    def test_one_takes_over_from_the_other(self):
        older, newer = self.rule(None, self.until), self.rule(self.until + self.day)
        for n in (-1, 0, 1, 2):
            on = self.until + n * self.day
            assert older.is_in_force(on) != newer.is_in_force(on)


class TestFindings:
    """What `findings_of` makes of the rules for a form."""

    @pytest.mark.parametrize(("name", "code"), [("", "Z01"), ("most", "most")])
    def test_finding_carries_rule_clause_severity_path_and_code(self, name: str, code: str):
        prices = each_item("單價", "印刷")
        rule = AtMost(**ANY, name=name, reading=prices, limit=1, severity=Severity.WARNING)
        given = paper(經費項目=[line("甲", 9, 1), line("印刷費", 2, 1)])
        assert [*findings_of([rule], given)] == [
            Finding(
                Severity.WARNING,
                "經費項目第 2 項「單價」",
                "印刷單價 2 元，上限 1 元，超過 1 元",
                CLAUSE,
                "Z01",
                path=("經費項目", 1, "單價"),
                code=code,
            )
        ]

    def test_a_finding_about_another_paper_names_it(self):
        judgement = Judgement(
            **ANY, question="", judge=lambda _: [Fault(("合計",), "太多", "經費申請表")]
        )
        (found,) = findings_of([judgement], paper())
        assert (found.paper, found.where, found.place) == (
            *("經費申請表", "「合計」", "經費申請表 「合計」"),
        )

    @pytest.mark.parametrize("kind", ["share", "most"])
    def test_sums_beyond_an_amount_are_a_finding(self, kind: str):
        """Also where some rows were found fault with before."""
        rules: list[Rule] = []
        of = {"base": fact("合計"), "percent": 5}
        rules.append(
            Share(**ANY, reading=fact("申請金額"), **of)
            if kind == "share"
            else AtMost(**ANY, reading=items("費"), limit=5)
        )
        rules.append(AtMost(**ANY, reading=fact("申請金額"), limit=1))
        lines = [line("費", LARGEST, 1)] * 2
        other, beyond = findings_of(rules, paper(申請金額=2, 經費項目=lines))
        assert (beyond.where, beyond.rule, beyond.clause) == ("「合計」", "", None)
        assert (beyond.path, beyond.code) == (("合計",), "arithmetic")
        assert "最多 16 位數" in beyond.message
        assert other.message == "申請金額 2 元，上限 1 元，超過 1 元"
        assert len([*findings_of(rules, paper(申請金額=1, 經費項目=lines[:1]))]) == (kind == "most")

    def test_only_rules_in_force_on_the_day(self):
        rules = [
            AtMost(**ANY, reading=fact("申請金額"), limit=1, until=date(2023, 7, 31)),
            AtMost(**ANY, reading=fact("申請金額"), limit=5, since=date(2023, 8, 1)),
        ]

        def limits(asked: int, on: date | None) -> list[str]:
            found = findings_of(rules, paper(申請金額=asked), on)
            return [f.message.partition("上限 ")[2][:1] for f in found]

        assert limits(9, date(2023, 7, 31)) == ["1"]
        assert limits(9, date(2023, 8, 1)) == ["5"]
        assert limits(9, None) == ["5"]
        assert limits(2, None) == []

    def test_rules_are_in_force_by_day_and_asked_with_the_day(self):
        """Only a deadline is told the hour: the rest compare days, which Python refuses else."""
        asked: list[date | None] = []

        class Asking(Judgement):
            def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
                asked.append(on)
                return iter(())

        rule = Asking(**ANY, question="", judge=list, until=date(2023, 7, 31))
        assert [*findings_of([rule], paper(), datetime(2023, 7, 31, 23, 59))] == []
        assert [*findings_of([rule], paper(), datetime(2023, 8, 1))] == []
        assert [(type(on), on) for on in asked] == [(date, date(2023, 7, 31))]

    @pytest.mark.parametrize(("hour", "asked"), [(None, date), ("下午5時", datetime)])
    def test_a_deadline_is_told_the_hour_where_it_names_one(self, hour: str | None, asked: type):
        """One that counts its days in a way of its own is not given what it cannot compare."""
        given: list[type] = []

        class Counted(Deadline):
            def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
                given.append(type(on))
                return iter(())

        due = Counted(**ANY, what="申請書", last=RocDate("112年7月31日"), hour=hour)
        assert [*findings_of([due], paper(), datetime(2023, 8, 1, 9))] == []
        assert given == [asked]

    def test_a_point_of_time_of_a_whole_day(self):
        """A datetime is a date to Python, but is not to be compared with one."""
        last = Deadline(**ANY, what="申請書", last=RocDate("112年7月31日"))
        noon = datetime(2023, 7, 31, 12)
        assert [*findings_of([last], paper(), noon)] == []
        (found,) = findings_of([last], paper(), noon + timedelta(1))
        assert (found.paper, found.path, found.place) == ("申請書", (), "申請書")
        assert "112年8月1日 已經過了 1 天" in found.message


class TestRules:
    """Rules are never changed, only made anew: by number, or by name."""

    rules = Rules(
        Judgement(
            number=number, name=name, forms=("paper",), clause=CLAUSE, question=name, judge=list
        )
        for number, name in (("Z01", "a"), ("Z01", "b"), ("Z02", "c"), ("Z03", ""))
    )

    def names(self, rules: Rules) -> list[str]:
        return [rule.code for rule in rules]

    def test_without(self):
        assert self.names(self.rules.without("Z01")) == ["c", "Z03"]
        assert self.names(self.rules.without("b", "Z03")) == ["a", "c"]

    def test_changing(self):
        changed = self.rules.changing("b", question="問")
        assert [rule.asks for rule in changed] == ["a", "問", "c", ""]
        changed = self.rules.changing("Z01", question="問")
        assert [rule.asks for rule in changed] == ["問", "問", "c", ""]

    def test_replacing_and_adding(self):
        new = replace(self.rules[0], number="Z09", name="")
        assert self.names(self.rules.replacing(Z01=new)) == ["Z09", "c", "Z03"]
        assert self.names(self.rules.replacing(b=[new, new])) == ["a", "Z09", "Z09", "c", "Z03"]
        assert self.names(self.rules.adding(new)) == ["a", "b", "c", "Z03", "Z09"]

    def test_what_is_not_there_is_said_with_what_is(self):
        with pytest.raises(RuleNotFoundError, match=r"Z04.*Z01、Z02、Z03"):
            self.rules.changing("Z04", question="")
        with pytest.raises(RuleNotFoundError):
            self.rules.without("")


class TestReadings:
    def test_fact(self):
        given = paper(申請金額=5, 補助={"補助金額": 0})
        assert [*fact("申請金額").read(given)] == [Read(("申請金額",), 5)]
        assert [*fact("補助", "補助金額").read(given)] == [Read(("補助", "補助金額"), 0)]
        assert fact("補助", "補助金額").value(given) == 0
        assert [*fact("上限").read(given)] == [Read(("上限",), None)]
        assert [*fact("上限").known(given)] == []
        assert fact("上限").value(given) is None
        assert fact("補助", "補助金額").name == "補助金額"
        assert fact("合計", called="計畫總經費").name == "計畫總經費"

    def test_computed_figure(self):
        assert fact("合計").value(paper()) is None
        assert fact("合計").value(paper(經費項目=[line("x", 2, 3)])) == 6

    def test_each_and_count(self):
        given = paper(場次=[{"人數": 3}, {"日期": "112/9/1"}, {"人數": 0}])
        assert [*each("場次", "人數").read(given)] == [
            Read(("場次", 0, "人數"), 3),
            Read(("場次", 1, "人數"), None),
            Read(("場次", 2, "人數"), 0),
        ]
        assert [read.value for read in each("場次", "人數").known(given)] == [3, 0]
        assert each("場次", "人數").value(given) == 3
        assert [*count("場次").read(given)] == [Read(("場次",), 3)]
        assert count("場次").value(paper()) == 0
        assert [*each("場次", "人數").read(paper())] == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", 0),
            (" \n　\t", 0),
            ("一二三", 3),
            ("一 二\n三　四", 4),
            ("，。", 2),
            ("𠮷", 1),
            ("字" * 300, 300),
        ],
    )
    def test_length_leaves_white_space_out(self, text: str, expected: int):
        given = paper(說明文字=read_text(text))
        assert length("說明文字").value(given) == expected
        inside = paper(補助={"補助單位": text})
        assert [*length("補助", "補助單位").read(inside)] == [Read(("補助", "補助單位"), expected)]

    def test_length_of_a_blank_paper(self):
        assert length("名稱").value(Paper.blank()) == 0

    def test_items(self):
        lines = [
            line("印刷費", 100, 2),
            line("資料印刷費（手冊）", 1, 1),
            line("印刷費"),
            line("印刷講師費", 7, 1),
            line("交通費", 9, 9),
        ]
        given = paper(經費項目=lines, 其他經費=[line("印刷費", 1_000, 1)])
        assert [*items("印刷").read(given)] == [Read(("經費項目", "印刷"), 208)]
        assert items("印刷", but="講師").value(given) == 201
        assert items("印刷", "交通").value(given) == 289
        both = items("印刷費", lists=("經費項目", "其他經費"), called="印刷")
        assert [*both.read(given)] == [Read(("經費項目", "印刷"), 1_201)]
        assert items("膳費").value(given) is None
        assert items("印刷").value(paper(經費項目=[line("印刷費")])) is None
        assert items("印刷").value(paper(經費項目=[line("印刷費", 0, 5)])) == 0

    def test_each_item(self):
        lines = [line("交通費", 9, 9), line("印刷費", 100), line("彩色印刷費", None, 2)]
        given = paper(經費項目=lines, 其他經費=[line("印刷費", 7, "1.5") | {"單價": 2}])
        prices = each_item("單價", "印刷費", lists=("經費項目", "其他經費"))
        assert prices.name == "印刷費單價"
        assert [*prices.read(given)] == [
            Read(("經費項目", 1, "單價"), 100),
            Read(("經費項目", 2, "單價"), None),
            Read(("其他經費", 0, "單價"), 2),
        ]
        assert [read.value for read in each_item("總價", "交通").known(given)] == [81]
        other = each_item("數量", "印刷", lists=("其他經費",), called="份數")
        assert (other.name, other.value(given)) == ("份數", Decimal("1.5"))

    def test_matching_keeps_the_index_of_the_row(self):
        given = paper(經費項目=[line("甲"), line("乙"), line("甲乙"), line("")])
        assert [index for _, index, _ in matching(given, ["乙"])] == [1, 2]
        assert [index for _, index, _ in matching(given, ["乙"], but="甲")] == [1]
        assert [*matching(given, [])] == []

    @pytest.mark.parametrize(
        ("value", "nothing"),
        [
            (None, True),
            ("", True),
            ([], True),
            ((), True),
            (0, False),
            (Decimal(0), False),
            ("0", False),
            (False, False),
            ([0], False),
            ((None,), False),
            (Part(), True),
            (Part.blank(), True),
            (Part(補助金額=0), False),
        ],
    )
    def test_is_nothing(self, value: object, nothing: bool):
        assert is_nothing(value) is nothing

    def test_a_part_that_was_looked_at_is_nothing_still(self):
        part = Part()
        assert part.stated == {}
        assert is_nothing(part)

"""The kinds of rule and what they read, at their edges; on facts of no form."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from jingjin_forms.checks import Clause, Fault, Finding, Rule, Severity, findings_of, rule
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
from jingjin_forms.facts import Facts, label
from jingjin_forms.parts import BudgetLine, BudgetTable
from jingjin_forms.values import Count, Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import RocDate, SchoolYear
from jingjin_forms.values.text import read_text

CLAUSE = Clause("某計畫", "一(一)", "以 100元為限")
ANY: dict[str, Any] = {"number": "Z01", "forms": ("paper",), "clause": CLAUSE}
LARGEST = 10**16 - 1
KEY = "some/paper"


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
    return [f"{where}：{message}" for where, message in rule.faults(facts, on)]


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
            f"「申請金額」：申請金額 {asked:,} 元，超過上限 100,000 元 {excess} 元"
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
            "經費項目第 2 項「數量」：輔導費時數 6.5 小時，超過上限 6 小時 0.5 小時",
            "經費項目第 4 項「數量」：輔導費時數 7 小時，超過上限 6 小時 1 小時",
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
            f"「申請金額」：申請金額 {most + 1:,} 元，超過總經費 {base:,} 元之 30%"
        )
        assert told.endswith(f"（{most:,} 元）1 元")

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

    @pytest.mark.parametrize(("year", "speaks"), [(112, True), (111, False), (113, False)])
    def test_of_one_school_year(self, year: int, speaks: bool):
        of_112 = replace(self.due, school_year=112)
        assert bool(said(of_112, paper(學年度=year), date(2030, 1, 1))) == speaks
        assert said(self.due, paper(學年度=year), date(2030, 1, 1)) != []

    def test_silent_on_a_form_that_knows_no_school_year(self):
        assert said(replace(self.due, school_year=112), Row(), date(2030, 1, 1)) == []
        assert said(self.due, Row(), date(2030, 1, 1)) != []

    def test_asks(self):
        assert self.due.asks == "計畫在 112年3月17日下午5時前送達"


def test_judgement_is_its_function():
    def judge(facts: Any) -> Iterator[Fault]:
        if facts.text:
            yield Fault("「說明文字」", facts.text)

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

    @pytest.fixture
    def rules(self, monkeypatch: pytest.MonkeyPatch) -> list[Rule]:
        rules: list[Rule] = []
        monkeypatch.setattr(rule, "rules_for", lambda _: tuple(rules))
        return rules

    def test_finding_carries_rule_clause_and_severity(self, rules: list[Rule]):
        rules.append(AtMost(**ANY, reading=fact("申請金額"), limit=1, severity=Severity.WARNING))
        assert [*findings_of(paper(申請金額=2), KEY)] == [
            Finding(
                Severity.WARNING,
                "「申請金額」",
                "申請金額 2 元，超過上限 1 元 1 元",
                CLAUSE,
                "Z01",
            )
        ]

    @pytest.mark.parametrize("kind", ["share", "most"])
    def test_sums_beyond_an_amount_are_a_finding(self, kind: str, rules: list[Rule]):
        """Also where some rows were found fault with before."""
        of = {"base": fact("合計"), "percent": 5}
        rules.append(
            Share(**ANY, reading=fact("申請金額"), **of)
            if kind == "share"
            else AtMost(**ANY, reading=items("費"), limit=5)
        )
        rules.append(AtMost(**ANY, reading=fact("申請金額"), limit=1))
        lines = [line("費", LARGEST, 1)] * 2
        other, beyond = findings_of(paper(申請金額=2, 經費項目=lines), KEY)
        assert (beyond.where, beyond.rule, beyond.clause) == ("「合計」", "", None)
        assert "最多 16 位數" in beyond.message
        assert other.message == "申請金額 2 元，超過上限 1 元 1 元"
        assert len([*findings_of(paper(申請金額=1, 經費項目=lines[:1]), KEY)]) == (kind == "most")

    def test_only_rules_in_force_on_the_day(self, rules: list[Rule]):
        rules += [
            AtMost(**ANY, reading=fact("申請金額"), limit=1, until=date(2023, 7, 31)),
            AtMost(**ANY, reading=fact("申請金額"), limit=5, since=date(2023, 8, 1)),
        ]

        def limits(asked: int, on: date | None) -> list[str]:
            found = findings_of(paper(申請金額=asked), KEY, on)
            return [f.message.partition("上限 ")[2][:1] for f in found]

        assert limits(9, date(2023, 7, 31)) == ["1"]
        assert limits(9, date(2023, 8, 1)) == ["5"]
        assert limits(9, None) == ["5"]
        assert limits(2, None) == []

    @pytest.mark.parametrize("key", ["", "school_based", "school_based/paper", "no_one/paper"])
    def test_a_key_that_no_rule_is_for(self, key: str):
        assert [*findings_of(paper(), key, date(2030, 1, 1))] == []


class TestReadings:
    def test_fact(self):
        given = paper(申請金額=5, 補助={"補助金額": 0})
        assert [*fact("申請金額").read(given)] == [Read("「申請金額」", 5)]
        assert [*fact("補助", "補助金額").read(given)] == [Read("補助「補助金額」", 0)]
        assert fact("補助", "補助金額").value(given) == 0
        assert [*fact("上限").read(given)] == [Read("「上限」", None)]
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
            Read("場次第 1 項「人數」", 3),
            Read("場次第 2 項「人數」", None),
            Read("場次第 3 項「人數」", 0),
        ]
        assert [read.value for read in each("場次", "人數").known(given)] == [3, 0]
        assert each("場次", "人數").value(given) == 3
        assert [*count("場次").read(given)] == [Read("「場次」", 3)]
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
        assert [*length("補助", "補助單位").read(inside)] == [Read("補助「補助單位」", expected)]

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
        assert [*items("印刷").read(given)] == [Read("經費項目「印刷」", 208)]
        assert items("印刷", but="講師").value(given) == 201
        assert items("印刷", "交通").value(given) == 289
        both = items("印刷費", lists=("經費項目", "其他經費"), called="印刷")
        assert [*both.read(given)] == [Read("經費項目「印刷」", 1_201)]
        assert items("膳費").value(given) is None
        assert items("印刷").value(paper(經費項目=[line("印刷費")])) is None
        assert items("印刷").value(paper(經費項目=[line("印刷費", 0, 5)])) == 0

    def test_each_item(self):
        lines = [line("交通費", 9, 9), line("印刷費", 100), line("彩色印刷費", None, 2)]
        given = paper(經費項目=lines, 其他經費=[line("印刷費", 7, "1.5") | {"單價": 2}])
        prices = each_item("單價", "印刷費", lists=("經費項目", "其他經費"))
        assert prices.name == "印刷費單價"
        assert [*prices.read(given)] == [
            Read("經費項目第 2 項「單價」", 100),
            Read("經費項目第 3 項「單價」", None),
            Read("其他經費第 1 項「單價」", 2),
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

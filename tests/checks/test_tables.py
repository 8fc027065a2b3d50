"""What the terminal and programs are shown of findings, rules and official texts."""

import json
from dataclasses import replace
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

from jingjin_forms.checks import Document, Fault, Finding, Severity, findings_of
from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.finding import ARITHMETIC
from jingjin_forms.checks.kinds import Deadline, Judgement
from jingjin_forms.checks.rules import Rules
from jingjin_forms.checks.tables import (
    calendar_table,
    document_table,
    finding_table,
    findings_json,
    rule_table,
    rules_json,
)
from jingjin_forms.values.roc import RocDate

BARE = Document("某縣113學年度計畫", school_years=(113,), clauses={"一": "甲"})
KNOWN = Document(
    "某要點",
    number="府教字第1號",
    issued=RocDate("112年3月1日"),
    school_years=(112, 113),
    link="https://example.gov.tw/1",
    checked=RocDate("113年5月6日"),
    clauses={"一": "甲", "二": "乙"},
)


def shown(table: Table) -> str:
    out = StringIO()
    Console(width=250, file=out).print(table)
    return out.getvalue()


def rule(document: Document, number: str = "Z01", **fields: Any) -> Judgement:
    clause = document["一"]
    return Judgement(
        number=number, forms=("paper",), clause=clause, question="問", judge=list, **fields
    )


def test_a_text_is_cited_with_what_its_title_does_not_say():
    assert BARE.cited_as == "某縣113學年度計畫"
    assert KNOWN.cited_as == "某要點（府教字第1號，112年3月1日發布，112、113學年度）"
    assert str(KNOWN) == "某要點"
    assert str(KNOWN["二"]) == f"{KNOWN.cited_as} 二：「乙」"


def test_findings_show_the_text():
    found = Finding(Severity.ERROR, "「合計」", "太多", KNOWN["一"], paper="概算表")
    text = shown(finding_table([found]))
    for words in ("錯誤", "概算表 「合計」", "太多", "府教字第1號", "112年3月1日", "「甲」"):
        assert words in text


def test_json_has_path_code_and_text():
    path = ("經費項目", 1, "總價")
    findings = [
        Finding(
            Severity.ERROR, "「合計」", "太多", KNOWN["一"], "Z01", "概算表", ("合計",), "most"
        ),
        Finding.at(path, "不符", ARITHMETIC),
        Finding(Severity.WARNING, "", "x", BARE["一"]),
    ]
    first, second, third = json.loads(findings_json(findings))
    assert first == {
        "severity": "error",
        "code": "most",
        "paper": "概算表",
        "path": ["合計"],
        "where": "「合計」",
        "value": None,
        "message": "太多",
        "rule": "Z01",
        "clause": {
            "document": "某要點",
            "document_number": "府教字第1號",
            "issued": "2023-03-01",
            "school_years": [112, 113],
            "number": "一",
            "text": "甲",
        },
        "note": "",
    }
    assert (second["path"], second["code"], second["clause"]) == ([*path], "arithmetic", None)
    assert second["where"] == "經費項目第 2 項「總價」"
    assert third["clause"]["issued"] is None


def test_the_texts_with_as_much_as_is_known():
    text = shown(document_table([KNOWN, BARE]))
    for words in (
        "府教字第1號",
        "112年3月1日",
        "112、113",
        "113年5月6日",
        "https://example.gov.tw/1",
    ):
        assert words in text
    text = shown(document_table([BARE]))
    assert "113" in text
    assert "文號" not in text


def test_rules_name_the_text_and_not_all_that_is_known_of_it():
    text = shown(rule_table([rule(BARE, "Z02"), rule(KNOWN, severity=Severity.WARNING)]))
    assert text.index("Z01") < text.index("Z02")
    assert "某要點 一：「甲」" in text
    assert "府教字" not in text


NOTE = "原文前後不一，依範例"


def test_how_the_text_is_read_stands_beside_the_rule_and_the_finding():
    noted = rule(BARE, note=NOTE)
    assert f"說明：{NOTE}" in shown(rule_table([noted]))
    (found,) = findings_of([replace(noted, judge=lambda _: [Fault((), "不合")])], None)
    assert f"說明：{NOTE}" in shown(finding_table([found]))
    assert json.loads(findings_json([found]))[0]["note"] == NOTE
    assert str(found).endswith(f"（說明：{NOTE}）")
    silent = shown(rule_table([rule(BARE)]))
    assert "說明：" not in silent


def test_rules_as_json():
    due = Deadline(
        number="Z02",
        forms=("p",),
        clause=BARE["一"],
        what="甲",
        last=lambda _: None,
        last_called="結束後 2 個月內",
    )
    first, second = json.loads(rules_json([due, rule(BARE, note=NOTE, name="most")]))
    assert first == {
        "rule": "Z01",
        "code": "most",
        "severity": "error",
        "asks": "問",
        "forms": ["paper"],
        "clause": {
            "document": "某縣113學年度計畫",
            "document_number": "",
            "issued": None,
            "school_years": [113],
            "number": "一",
            "text": "甲",
        },
        "note": NOTE,
    }
    assert (second["code"], second["asks"]) == ("Z02", "甲在結束後 2 個月內送達")


def test_the_calendar_says_in_words_what_the_facts_decide():
    def due(what: str, last: Any, **fields: Any) -> Deadline:
        return Deadline(
            number="Z01", forms=("p",), clause=BARE["一"], what=what, last=last, **fields
        )

    rules = (
        due("乙", lambda _: None, last_called="結束後 2 個月內", note=NOTE),
        due("甲", RocDate("113年5月1日"), hour="下午5時"),
        due("丙", lambda _: None),
    )
    text = shown(calendar_table([Edition((BARE,), Rules(rules), "")]))
    words = ["113年5月1日下午5時", "結束後 2 個月內", NOTE, "規定的期限"]
    places = [text.index(word) for word in words]
    assert places == sorted(places)


def test_the_calendar_begins_with_the_newest_text():
    def edition(year: int, *days: str) -> Edition:
        document = Document(f"{year}計畫", school_years=(year,), clauses={"一": "甲"})
        deadlines = [
            Deadline(number="Z01", forms=("p",), clause=document["一"], what=day, last=RocDate(day))
            for day in days
        ]
        return Edition((document,), Rules(deadlines), "")

    text = shown(
        calendar_table([edition(112, "112年5月1日"), edition(113, "113年9月1日", "113年5月1日")])
    )
    places = [text.index(day) for day in ("113年5月1日", "113年9月1日", "112年5月1日")]
    assert places == sorted(places)

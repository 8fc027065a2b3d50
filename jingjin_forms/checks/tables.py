"""Findings, rules and official texts as tables for a terminal, and as JSON for programs."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from jingjin_forms.checks.deadlines import Appointed, Due, calendar
from jingjin_forms.checks.document import Clause, Document
from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.finding import Finding, Severity
from jingjin_forms.checks.rule import Rule

_HEADERS = ("文件", "文號", "發布日期", "學年度", "核對日期", "連結")


def is_error(finding: Finding) -> bool:
    """Whether a reviewer would send the paper back for it."""
    return finding.severity is Severity.ERROR


def finding_table(findings: Iterable[Finding]) -> Table:
    """What was found, where, and the sentence it rests on."""
    shown = table("", "欄位", "說明", "依據")
    for finding in findings:
        basis = _with_note(str(finding.clause or ""), finding.note)
        shown.add_row(coloured(finding.severity), finding.place, finding.message, basis)
    return shown


def coloured(severity: Severity) -> Text:
    """錯誤 and 提醒 as they stand out on a terminal; elsewhere they are plain."""
    return Text(str(severity), "bold red" if severity is Severity.ERROR else "yellow")


def table(*headers: str) -> Table:
    """A table that cuts nothing off: a clause without blanks is broken where the column ends."""
    shown = Table(show_lines=True)
    for header in headers:
        shown.add_column(header, overflow="fold")
    return shown


def findings_json(findings: Iterable[Finding]) -> str:
    """A list of objects: a finding's `code` and `path` are what a program goes by.

    `clause` is null for plain arithmetic.
    """
    found = [finding_as_dict(finding) for finding in findings]
    return json.dumps(found, ensure_ascii=False, indent=2)


def finding_as_dict(finding: Finding) -> dict[str, object]:
    """A finding for a program."""
    return finding.as_dict()


def clause_as_dict(clause: Clause) -> dict[str, object]:
    """A clause for a program, with what is known of its document."""
    return clause.as_dict()


def document_table(documents: Iterable[Document]) -> Table:
    """The official texts that rules rest on, with as much as is known of them."""
    rows = [_known(document) for document in documents]
    headers = [header for header in _HEADERS if any(row[header] for row in rows)]
    shown = table(*headers)
    for row in rows:
        shown.add_row(*(row[header] for header in headers))
    return shown


def _known(document: Document) -> dict[str, str]:
    years = "、".join(map(str, document.school_years))
    days = ("" if day is None else str(day) for day in (document.issued, document.checked))
    issued, checked = days
    values = (document.title, document.number, issued, years, checked, document.link)
    return dict(zip(_HEADERS, values, strict=True))


def rule_table(rules: Sequence[Rule]) -> Table:
    """Rules by number, with their forms and clauses; for the texts see `document_table`."""
    shown = table("編號", "輕重", "規則", "表件", "依據")
    for rule in sorted(rules, key=lambda rule: rule.number):
        forms = "、".join(rule.forms)
        shown.add_row(rule.number, coloured(rule.severity), rule.asks, forms, _sentence(rule))
    return shown


def rules_json(rules: Iterable[Rule]) -> str:
    """A list of objects, by number: a rule's `code` is that of what it finds."""
    ordered = sorted(rules, key=lambda rule: rule.number)
    return json.dumps([_rule_as_dict(rule) for rule in ordered], ensure_ascii=False, indent=2)


def _rule_as_dict(rule: Rule) -> dict[str, object]:
    return {
        "rule": rule.number,
        "code": rule.code,
        "severity": rule.severity.name.lower(),
        "asks": rule.asks,
        "forms": rule.forms,
        "clause": clause_as_dict(rule.clause),
        "note": rule.note,
    }


def _sentence(rule: Rule) -> str:
    """The sentence it rests on, and how that is read."""
    clause = rule.clause
    return _with_note(f"{clause.document} {clause.number}：「{clause.text}」", rule.note)


def _with_note(sentence: str, note: str) -> str:
    return f"{sentence}\n說明：{note}".strip() if note else sentence


def calendar_table(editions: Iterable[Edition]) -> Table:
    """The days by which papers are handed in, as `calendar` has them in order."""
    shown = table("學年度", "期限", "事項", "依據")
    for edition, rule in calendar(editions):
        years = "、".join(map(str, edition.school_years))
        shown.add_row(years, rule.called, rule.what, _sentence(rule))
    return shown


def appointed_table(days: Iterable[Appointed], on: date | None) -> Table:
    """Every deadline, and how far it lies ahead of the day `on`."""
    shown = table("期限", "離送件的日子", "事項", "依據")
    for one in days:
        ahead = one.ahead(on) or "資料沒有寫"
        shown.add_row(str(one), ahead, one.rule.what, _sentence(one.rule))
    return shown


def due_table(dues: Iterable[Due], on: date | None) -> Table:
    """By when it is handed in, and how far that lies ahead of the day `on`."""
    shown = table("期限", "離送件的日子", "事項", "依據")
    for due in dues:
        shown.add_row(str(due), due.ahead(on), due.rule.what, _sentence(due.rule))
    return shown

"""Findings, rules and official texts as tables for a terminal, and as JSON for programs."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from rich.table import Table

from jingjin_forms.checks.document import Clause, Document
from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.finding import Finding, Severity
from jingjin_forms.checks.kinds import Deadline, deadlines_among
from jingjin_forms.checks.rule import Rule

_HEADERS = ("文件", "文號", "發布日期", "學年度", "核對日期", "連結")


def is_error(finding: Finding) -> bool:
    """Whether a reviewer would send the paper back for it."""
    return finding.severity is Severity.ERROR


def finding_table(findings: Iterable[Finding]) -> Table:
    """What was found, where, and the sentence it rests on."""
    table = _table("", "欄位", "說明", "依據")
    for finding in findings:
        table.add_row(
            str(finding.severity), finding.place, finding.message, str(finding.clause or "")
        )
    return table


def _table(*headers: str) -> Table:
    """A table that cuts nothing off: a clause without blanks is broken where the column ends."""
    table = Table(show_lines=True)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def findings_json(findings: Iterable[Finding]) -> str:
    """A list of objects: a finding's `code` and `path` are what a program goes by.

    `clause` is null for plain arithmetic.
    """
    return json.dumps([_as_dict(finding) for finding in findings], ensure_ascii=False, indent=2)


def _as_dict(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity.name.lower(),
        "code": finding.code,
        "paper": finding.paper,
        "path": finding.path,
        "where": finding.where,
        "message": finding.message,
        "rule": finding.rule,
        "clause": _clause(finding.clause) if finding.clause else None,
    }


def _clause(clause: Clause) -> dict[str, object]:
    document = clause.document
    return {
        "document": document.title,
        "document_number": document.number,
        "issued": None if document.issued is None else document.issued.isoformat(),
        "school_years": document.school_years,
        "number": clause.number,
        "text": clause.text,
    }


def document_table(documents: Iterable[Document]) -> Table:
    """The official texts that rules rest on, with as much as is known of them."""
    rows = [_known(document) for document in documents]
    headers = [header for header in _HEADERS if any(row[header] for row in rows)]
    table = _table(*headers)
    for row in rows:
        table.add_row(*(row[header] for header in headers))
    return table


def _known(document: Document) -> dict[str, str]:
    years = "、".join(map(str, document.school_years))
    days = ("" if day is None else str(day) for day in (document.issued, document.checked))
    issued, checked = days
    values = (document.title, document.number, issued, years, checked, document.link)
    return dict(zip(_HEADERS, values, strict=True))


def rule_table(rules: Sequence[Rule]) -> Table:
    """Rules by number, with their forms and clauses; for the texts see `document_table`."""
    table = _table("編號", "輕重", "規則", "表件", "依據")
    for rule in sorted(rules, key=lambda rule: rule.number):
        clause = f"{rule.clause.document} {rule.clause.number}：「{rule.clause.text}」"
        table.add_row(rule.number, str(rule.severity), rule.asks, "、".join(rule.forms), clause)
    return table


def _by_day(rule: Deadline) -> tuple[bool, date]:
    """Days that the facts decide stand behind those that the text names."""
    return (True, date.max) if callable(rule.last) else (False, rule.last)


def calendar_table(editions: Iterable[Edition]) -> Table:
    """The days by which papers are handed in: those of the newest text, then of those before it,
    each by date."""
    table = _table("學年度", "期限", "事項", "依據")
    for edition in reversed([*editions]):
        years = "、".join(map(str, edition.school_years))
        for rule in sorted(deadlines_among(edition.rules), key=_by_day):
            day = rule.last_called if callable(rule.last) else f"{rule.last}{rule.hour}"
            table.add_row(years, day, rule.what, str(rule.clause))
    return table

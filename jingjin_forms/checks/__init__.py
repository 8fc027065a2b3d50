"""Checking facts: sums that do not agree, and the clauses of a programme.

A check informs and people decide: it never stops a form from being produced, and never raises.
"""

from jingjin_forms.checks.document import Clause, Document
from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.finding import Finding, Severity
from jingjin_forms.checks.findings import Findings
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.checks.rules import Rules, findings_of

__all__ = [
    "Clause",
    "Document",
    "Edition",
    "Fault",
    "Finding",
    "Findings",
    "Rule",
    "Rules",
    "Severity",
    "findings_of",
]

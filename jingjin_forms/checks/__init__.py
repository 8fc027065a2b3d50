"""Checking facts: sums that do not agree, and the clauses of a programme.

A check informs and people decide: it never stops a form from being produced, and never raises.
"""

from jingjin_forms.checks.finding import Clause, Finding, Severity
from jingjin_forms.checks.rule import Fault, Rule, findings_of

__all__ = ["Clause", "Fault", "Finding", "Rule", "Severity", "findings_of"]

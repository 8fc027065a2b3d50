"""審查基準: the sections of 附件二, 五 and 六 by which reviewers judge a plan.

The papers print no 必填; a section that is left out is a reminder. What a school that plans by
itself leaves blank in 附件五 is not among them.
"""

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Required
from jingjin_forms.checks.reading import fact
from jingjin_forms.checks.rule import Rule
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PRACTICE, _PARTNERSHIP = "practice_application", "partnership_application"
_ACTIVITY = "activity_application"

_SECTIONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((_PRACTICE, _PARTNERSHIP, _ACTIVITY), "計畫目標", "四(二)1"),
    ((_PRACTICE, _PARTNERSHIP), "行政運作及支持", "四(二)2(1)"),
    ((_PRACTICE,), "課程規劃", "四(二)2(2)"),
    ((_PRACTICE, _PARTNERSHIP), "學生學習評量", "四(二)2(4)"),
    ((_PRACTICE, _PARTNERSHIP), "特色或創新", "四(二)2(5)"),
    ((_ACTIVITY,), "參與學生課程活動類型", "四(二)3"),
)

RULES: tuple[Rule, ...] = tuple(
    Required(
        number="C71",
        forms=forms,
        severity=Severity.WARNING,
        reading=fact(label),
        when_called="審查基準會看的部分",
        clause=REGULATION[number],
    )
    for forms, label, number in _SECTIONS
)

"""How the text is read where its sentences contradict each other, for rules that share a reading.

A rule whose reading concerns it alone says it itself, in its `note`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jingjin_forms.checks.rule import Rule

_POINT_7 = (
    "附件十三說計畫五的補助經費「請逕參閱本作業要點第七點第二款第5點」，第七點沒有這一目；"
    "依第三點表內計畫五的核定基準"
)
_LISTS = (
    "附件八備註 4 說前者（資料蒐集費）供學員或學生使用、後者（教材教具費）供教師備課，"
    "與備註 5、6 及兩張清單的標題相反；依備註 5、6"
)
_WORKSHOPS = "第三點的 20% 沒有例外，附件八備註 4 說教師研習計畫不在此限；依備註 4"
_RECIPIENT = "四(二)5 說向本署申請，四(一)3(1) 說向指定單位提出；送件依四(一)3(1)，期限依四(二)5"

_NOTES: Mapping[tuple[str, str], str] = {
    **{
        (number, form): _POINT_7
        for number in ("C18", "C19", "C20", "C22")
        for form in ("application", "development_budget")
    },
    ("C25", "application"): _WORKSHOPS,
    ("C25", "programme_budget"): _WORKSHOPS,
    ("C40", "application"): _RECIPIENT,
    ("C40", "community_workshop_application"): _RECIPIENT,
    ("E03", "programme_budget"): _LISTS,
}
"""By the number of a rule and a form or application that it is for."""


def with_readings(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules, each with its note; its own stays."""
    for rule in rules:
        notes = (_NOTES.get((rule.number, form), "") for form in rule.forms)
        note = rule.note or next(filter(None, notes), "")
        yield replace(rule, note=note) if note != rule.note else rule

"""Schools that apply together: 附件二 and 附件五."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.forms.partnership_application import (
    PartnershipArrangement,
)
from jingjin_forms.programmes.active_teaching.forms.practice_application import (
    Arrangement,
    SchoolArrangement,
)
from jingjin_forms.programmes.active_teaching.parts.applicants import named_in
from jingjin_forms.programmes.active_teaching.source import REGULATION

_FORMS = ("practice_application", "partnership_application")
_ONE_APPLIES = REGULATION["四(一)2(2)"]


def _apply_together(application: Any) -> bool:
    if application.arrangement == Arrangement.SCHOOL:
        return application.school_arrangement == SchoolArrangement.JOINT
    return application.arrangement == PartnershipArrangement.JOINT


def _who_applies(application: Any) -> list[str]:
    return named_in(application.school.full_name or "")


def _several_apply(application: Any) -> Iterator[Fault]:
    named = _who_applies(application)
    if _apply_together(application) and len(named) > 1:
        message = (
            f"寫了 {len(named)} 所學校（{'、'.join(named)}），應以其中一校為申請學校，"
            "其他學校寫在「合作學校」"
        )
        yield Fault(("學校名稱",), message)


def _nobody_beside(application: Any) -> Iterator[Fault]:
    others = set(named_in(application.partner_schools)) - set(_who_applies(application))
    if _apply_together(application) and not others:
        yield Fault(("合作學校",), "聯合數校共同申請者要填合作學校，現在沒有其他學校")


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C67",
        forms=_FORMS,
        question="聯合數校共同申請者，以其中一校為申請學校",
        judge=_several_apply,
        clause=_ONE_APPLIES,
    ),
    Judgement(
        number="C67",
        forms=_FORMS,
        question="聯合數校共同申請者，寫明合作學校",
        judge=_nobody_beside,
        clause=REGULATION["附件二、五：合作學校"],
    ),
)

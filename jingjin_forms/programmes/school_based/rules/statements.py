"""What a plan says of the 課發會增能工作坊 and the 課程評鑑: held, to be held, or not."""

import re
from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.school_based.source import PLAN, REVIEW

_WHOLE = ("implementation_plan",)
_COMMITTEE = ("課發會", "課程發展委員會")
_EVALUATION = ("課程評鑑",)
_TEXTS = ("background", "needs", "goal_attainment", "resource_integration", "teacher_growth")
"""Where a plan may say it as well as in the two fields for it."""

_not_done = re.compile(r"^[否無沒未]|尚未|未曾|不曾|從未|還沒|還未|[未沒無]辦|沒有|未能")
_to_be_done = re.compile(
    r"(?!.*(?:完成|辦理?過|已辦|各辦)).*(?:預計|預定|即將|將於|擬|規劃|計畫於)"
)
_done = re.compile(r"已|曾|辦理?過|辦理?完|各辦|有辦|完成|辦理?了|皆辦|均辦")
_clauses = re.compile(r"[\n，,。；;、：:（）()]+|(?<=[理過成是否無])\s+")
_sentences = re.compile(r"[\n。；;]+")


def _says_done(answer: str) -> bool:
    """Whether an answer says that it was held; 未辦理, 否 or 預計明年辦理 do not.

    Where one part says no, another must say yes in so many words: 108學年度未辦理，110學年度已辦理.
    """
    parts = [plain for part in _clauses.split(answer) if (plain := "".join(part.split()))]
    denied = [part for part in parts if _not_done.search(part)]
    others = [part for part in parts if part not in denied and not _to_be_done.match(part)]
    return any(_done.search(part) for part in others) if denied else bool(others)


def _said_in_the_text(plan: Any, words: tuple[str, ...]) -> list[str]:
    """The sentences about one of the courses, wherever the plan has them."""
    sentences = [s for name in _TEXTS for s in _sentences.split(getattr(plan, name))]
    return [s for s in sentences if any(word in s for word in words)]


def _told_as_done(plan: Any, words: tuple[str, ...]) -> bool:
    said = _said_in_the_text(plan, words)
    return any(_done.search(sentence) and _says_done(sentence) for sentence in said)


def _courses_of(plan: Any, *words: str) -> bool:
    return any(word in session.course_name for session in plan.sessions for word in words)


def _committee_or_evaluation(plan: Any) -> Iterator[Fault]:
    answers = plan.committee_workshop, plan.curriculum_evaluation
    if (
        any(map(_says_done, answers))
        or _courses_of(plan, *_COMMITTEE, *_EVALUATION)
        or _told_as_done(plan, (*_COMMITTEE, *_EVALUATION))
    ):
        return
    message = "課程裡沒有課發會增能工作坊或課程評鑑，也沒有說明已經辦理過"
    yield Fault(("研習課程",), message)


def _says_committee_workshop(plan: Any) -> Iterator[Fault]:
    if plan.committee_workshop.strip() or _courses_of(plan, *_COMMITTEE):
        return
    if not any("辦" in sentence for sentence in _said_in_the_text(plan, _COMMITTEE)):
        message = "沒有註明 108學年起是否辦理課發會增能工作坊"
        yield Fault(("課發會增能工作坊辦理情形",), message)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="A13",
        forms=_WHOLE,
        question="課發會增能工作坊與課程評鑑擇一列入，或說明已辦理",
        judge=_committee_or_evaluation,
        note="「擇一」讀作兩項中有一項列入課程，或說明已辦理過，就符合",
        clause=PLAN["十二(二)2"],
    ),
    Judgement(
        number="A14",
        forms=_WHOLE,
        question="註明 108學年起是否辦理課發會增能工作坊",
        judge=_says_committee_workshop,
        note="已辦、未辦都算註明；把課發會增能工作坊列入課程也算",
        clause=REVIEW["三(七)"],
    ),
)

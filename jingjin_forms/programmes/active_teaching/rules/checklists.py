"""Rules of the 成果檢核表 (附件九 to 十一), filled in when the accounts are closed.

What a school thinks of its own teaching may well be 未完成. What the text has it hand in may not:
uploads and the film by 八(一), the curriculum by 八(二). The consents and licences that the papers
say are attached, and the uploads of 計畫二, stand on the papers alone, so that 未完成 is a warning.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import Judgement, Omitted, Required
from jingjin_forms.checks.reading import Read, Reading, fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import items_of
from jingjin_forms.programmes.active_teaching.forms.outcome_checklist import CheckedPlan
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Done
from jingjin_forms.programmes.active_teaching.rules.deadlines import MonthsFrom
from jingjin_forms.programmes.active_teaching.source import REGULATION

_OUTCOME, _CURRICULUM = ("outcome_checklist",), ("curriculum_outcome_checklist",)
_ACTIVITY = ("activity_outcome_checklist",)
_WITH_FILM = (*_OUTCOME, *_ACTIVITY)
_CHECKLISTS = (*_WITH_FILM, *_CURRICULUM)

_MONTHS_TO_CLOSE = 2
_MARKED = REGULATION["附件九、十、十一：自我檢核"]
_ACHIEVED = REGULATION["附件九、十、十一：實施成效"]
_SHIFTED = (
    "附件十把「檢附…紙本一冊暨光碟一份」印在「實施成效」一列，附件九、十一該列供學校列舉；"
    "此處讀作成果檢核的第三項，實施成效仍請列舉"
)
_UPLOADS_OF_PLAN_2 = "八(一)的每季上傳只列計畫一、三、四，附件十的檢核項目也列了計畫二"


def _not_done(index: int, said: str) -> Callable[[Any], Iterator[Fault]]:
    """One item of 成果檢核, by its place on the paper, that is 未完成."""

    def judge(checklist: Any) -> Iterator[Fault]:
        if checklist.results[index : index + 1] == (Done.NOT_DONE,):
            yield Fault(("成果檢核", index), f"{said}是「未完成」，辦理核結時應已完成")

    return judge


def _item(
    number: str,
    forms: tuple[str, ...],
    index: int,
    said: str,
    clause: Clause,
    severity: Severity = Severity.ERROR,
    note: str = "",
) -> Judgement:
    return Judgement(
        number=number,
        forms=forms,
        severity=severity,
        question=f"{said}已完成",
        judge=_not_done(index, said),
        clause=clause,
        note=note,
    )


def _unmarked(checklist: Facts) -> Iterator[Fault]:
    """Every group with items that are marked neither way."""
    for name, field in type(checklist).model_fields.items():
        group = items_of(field)
        if group is None:
            continue
        marks = getattr(checklist, name)
        blank = [n for n in range(len(group.items)) if n >= len(marks) or marks[n] is None]
        if blank:
            numbers = "、".join(str(n + 1) for n in blank)
            message = f"第 {numbers} 項沒有勾選完成或未完成"
            yield Fault((str(field.title),), message)


def _end(checklist: Any) -> Iterator[Read]:
    if checklist.period is not None:
        yield Read(("執行期程",), checklist.period.end)


def _is_for(plan: CheckedPlan) -> Callable[[Any], bool]:
    return lambda checklist: checklist.plan == plan


RULES: tuple[Rule, ...] = (
    _item("C44", _WITH_FILM, 0, "每季上傳歷程紀錄", REGULATION["八(一)：歷程紀錄"]),
    _item("C44", _WITH_FILM, 1, "5至8分鐘影像紀錄", REGULATION["八(一)：歷程紀錄"]),
    MonthsFrom(
        number="C45",
        forms=_CHECKLISTS,
        what="成果檢核表",
        reading=Reading("計畫結束日", _end),
        months=_MONTHS_TO_CLOSE,
        last_called=f"計畫結束後 {_MONTHS_TO_CLOSE} 個月內",
        clause=REGULATION["七(三)"],
    ),
    Required(
        number="C59",
        forms=_OUTCOME,
        reading=fact("計畫別", called="計畫名稱（計畫一或計畫三）"),
        clause=REGULATION["附件九：計畫別"],
    ),
    Omitted(
        number="C59",
        forms=_OUTCOME,
        reading=fact("大學團隊名稱"),
        when=_is_for(CheckedPlan.PLAN_1),
        when_called="申請計畫一者",
        clause=REGULATION["附件九：團隊"],
    ),
    Required(
        number="C59",
        name="team_of_plan_3",
        forms=_OUTCOME,
        severity=Severity.WARNING,
        reading=fact("大學團隊名稱"),
        when=_is_for(CheckedPlan.PLAN_3),
        when_called="計畫三由大學團隊協助者",
        clause=REGULATION["附件九：計畫別"],
    ),
    Judgement(
        number="C60",
        forms=_CHECKLISTS,
        question="每一檢核項目都勾選完成或未完成",
        judge=_unmarked,
        clause=_MARKED,
    ),
    Required(
        number="C60",
        forms=_WITH_FILM,
        severity=Severity.WARNING,
        reading=fact("實施成效"),
        clause=_ACHIEVED,
    ),
    Required(
        number="C60",
        forms=_CURRICULUM,
        severity=Severity.WARNING,
        reading=fact("實施成效"),
        clause=_ACHIEVED,
        note=_SHIFTED,
    ),
    _item(
        "C61",
        _WITH_FILM,
        2,
        "學生與家長影像紀錄拍攝同意書",
        REGULATION["附件九、十一"],
        Severity.WARNING,
    ),
    _item(
        "C61",
        _OUTCOME,
        3,
        "成果及教學影像紀錄授權書",
        REGULATION["附件九：授權書"],
        Severity.WARNING,
    ),
    _item(
        "C61",
        _ACTIVITY,
        3,
        "成果及影像紀錄授權書",
        REGULATION["附件十一：授權書"],
        Severity.WARNING,
    ),
    _item(
        "C61",
        _CURRICULUM,
        1,
        "每季上傳歷程紀錄",
        REGULATION["附件十：上傳"],
        Severity.WARNING,
        _UPLOADS_OF_PLAN_2,
    ),
    _item(
        "C61",
        _CURRICULUM,
        2,
        "課程計畫紙本一冊暨光碟一份",
        REGULATION["附件十：紙本與光碟"],
        note=_SHIFTED,
    ),
    Required(
        number="C62",
        forms=_ACTIVITY,
        reading=fact("參與學生數"),
        clause=REGULATION["附件十一：參與學生數"],
    ),
)

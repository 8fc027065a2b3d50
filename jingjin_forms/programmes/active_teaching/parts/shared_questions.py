"""What the papers of 活化教學與多元學習 ask alike: 申辦情形, 已申請政府補助, teachers, 自我檢核."""

from typing import Annotated, Any

from jingjin_forms.facts import Facts, label
from jingjin_forms.values.amount import Money
from jingjin_forms.values.choice import Boxes, Choice, YesNo
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice
from jingjin_forms.values.text import Text


class Done(Choice):
    """自我檢核."""

    DONE = "完成"
    NOT_DONE = "未完成"


class ApplicationStatus(Choice):
    """申辦情形."""

    NEW = "初辦"
    CONTINUED = "續辦"


class Remoteness(Choice):
    """學校類型 as 附件五, 附件六 and 附件十二 have it."""

    EXTREMELY_REMOTE = "極偏"
    VERY_REMOTE = "特偏"
    REMOTE = "偏遠"


class OtherSubsidy(Facts):
    """本計畫是否已申請政府補助：□否 □是(補助單位：_；計畫名稱：_；補助金額：新臺幣_)."""

    title = "已申請政府補助"

    applied: YesNo | None = label("是否已申請", None)
    agency: Text = label("補助單位", "")
    plan_name: Text = label("計畫名稱", "")
    amount: Money | None = label("補助金額", None, hint="元")


class Subject(Choice):
    """領域 (請勾選)."""

    CHINESE = "國"
    ENGLISH = "英"
    MATHEMATICS = "數"
    SCIENCE = "自"
    SOCIAL_STUDIES = "社"
    TECHNOLOGY = "科技"
    ARTS = "藝"
    HEALTH = "健"
    INTEGRATIVE = "綜"
    OTHER = "其他"


class Teacher(Facts):
    """One row of 參與教師基本資料; 其他領域 is what stands behind □其他：."""

    title = "參與教師"

    name: Text = label("姓名")
    position: Text = label("職稱", "")
    organisation: Text = label("服務單位", "")
    subjects: Annotated[Chosen, MultipleChoice(Subject)] = label("領域", ())
    other_subject: Text = label("其他領域", "", hint="寫了就勾選其他")

    def context(self) -> dict[str, Any]:
        """□其他： is ticked by the text behind it, so that nothing is typed twice."""
        context = super().context()
        if self.other_subject:
            context["領域"] = Boxes(Subject, {*self.subjects, Subject.OTHER})
        return context

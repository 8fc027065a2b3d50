"""Outcome checklist (成果檢核表) for 計畫四, 國教署 活化教學與多元學習.

Filled in when the accounts are closed:
「應於計畫結束後辦理核結時，至系統填寫成果檢核表（如附件九及十一）」 (八(一)); not needed for
研習計畫 of 法人、團體及自主社群.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件十一.

Printed so: 「學生生活動歷程紀錄」, where 八(一) says 學生活動. The two 「總計：」 of 參與學生數 are
worked out, one for 國小 and one for 國中. 「課程/活動類型」 and 「請說明」 are rows of their own.
"""

from typing import Annotated

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import Contact, School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Done
from jingjin_forms.values import Answers, Checklist, Count, Text
from jingjin_forms.values.roc import RocPeriod

_EFFECT = (
    "學生能主動參與學習",
    "學生能改善表達技巧",
    "學生表現能更有自信",
    "學生能拓展學習視野",
    "學生能提升實作及應用能力",
    "學生能展現探究或自主學習能力",
)
_RESULTS = (
    "每季上傳學生生活動歷程紀錄或不定期上傳相關影片或照片至指定網站",
    "完成拍攝5至8分鐘之課程或活動影像紀錄",
    "檢附學生與家長影像紀錄拍攝同意書",
    "檢附本計畫成果及影像紀錄授權書",
)


class Students(Facts):
    """Who took part, grade by grade; a grade that is left out prints blank and counts nothing."""

    title = "參與學生數"

    grade_1: Count | None = label("一年級", None, hint="人")
    grade_2: Count | None = label("二年級", None, hint="人")
    grade_3: Count | None = label("三年級", None, hint="人")
    grade_4: Count | None = label("四年級", None, hint="人")
    grade_5: Count | None = label("五年級", None, hint="人")
    grade_6: Count | None = label("六年級", None, hint="人")
    grade_7: Count | None = label("七年級", None, hint="人")
    grade_8: Count | None = label("八年級", None, hint="人")
    grade_9: Count | None = label("九年級", None, hint="人")

    @property
    @printed("國小總計")
    def elementary_total(self) -> int | None:
        """一年級 to 六年級; None while none of them is given."""
        return _sum(
            self.grade_1, self.grade_2, self.grade_3, self.grade_4, self.grade_5, self.grade_6
        )

    @property
    @printed("國中總計")
    def junior_high_total(self) -> int | None:
        """七年級 to 九年級; None while none of them is given."""
        return _sum(self.grade_7, self.grade_8, self.grade_9)


def _sum(*counts: int | None) -> int | None:
    given = [count for count in counts if count is not None]
    return sum(given) if given else None


class ActivityOutcomeChecklist(Form):
    """附件十一 成果檢核表: the students who took part, and ten items, each 完成 or 未完成."""

    title = "成果檢核表"
    annex = "附件十一"

    school: School = label("學校名稱", hint="申請學校的全銜")
    period: RocPeriod | None = label("執行期程", None, hint="例如 112年8月1日至113年7月31日")
    students: Students = label("參與學生數", Students)
    courses_offered: Count | None = label("開課班數", None)
    course_type: Text = label("課程活動類型", "", hint="例如 海洋探索、戲劇表演")
    course_explanation: Text = label("課程活動說明", "")
    effect: Annotated[Answers, Checklist(Done, _EFFECT)] = label("學生學習成效", ())
    results: Annotated[Answers, Checklist(Done, _RESULTS)] = label("成果檢核", ())
    achievements: Text = label("實施成效", "", hint="請自行列舉")
    contact: Contact = label("填表人", Contact)

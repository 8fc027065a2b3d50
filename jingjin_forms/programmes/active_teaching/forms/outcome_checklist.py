"""Outcome checklist (成果檢核表) for 計畫一 and 計畫三, 國教署 活化教學與多元學習.

Filled in when the accounts are closed:
「應於計畫結束後辦理核結時，至系統填寫成果檢核表（如附件九及十一）」 (八(一)); not needed for
研習計畫 of 法人、團體及自主社群.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件九.

The paper's 「計畫名稱」 asks which of the programme's plans it is; the fact is called 計畫別 here.
"""

from typing import Annotated

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import Contact, School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Done
from jingjin_forms.values import Answers, Checklist, Choice, Text
from jingjin_forms.values.roc import RocPeriod


class CheckedPlan(Choice):
    """The two plans that this checklist is for."""

    PLAN_1 = "計畫一"
    PLAN_3 = "計畫三"


_GROWTH = (
    "教師能組成專業學習社群",
    "教師能深化課程設計或教學研究",
    "教師能彼此分享專業成長成果",
    "邀請專家學者協作、諮詢或指導",
)
_PRACTICE = (
    "教師能掌握教學目標，釐清學生的學習困難，提出教的關鍵問題",
    "教師能規劃符合學生需求之教學方案",
    "教師能運用專業成長經驗落實備課、授課；專業回饋之歷程",
)
_ASSESSMENT = (
    "教師能規劃具體明確的學生學習成效檢核機制",
    "教師能運用多元且適切的評量方式",
    "教師能依據評量結果進行省思與改進",
)
_EFFECT = (
    "學生能主動參與學習",
    "學生能改善表達技巧",
    "學生能提升實作及應用能力",
    "學生能展現探究或自主學習能力",
)
_FEATURES = (
    "發展學校本位課程，型塑學校課程與教學特色",
    "課程設計能提升學生學習成效",
    "教學方法創新與多元，足以在校內外進行分享",
)
_RESULTS = (
    "每季上傳教學發展活動歷程紀錄或不定期上傳相關影片或照片至指定網站",
    "完成拍攝5至8分鐘之教學影像紀錄",
    "檢附學生與家長影像紀錄拍攝同意書",
    "檢附本計畫成果及教學影像紀錄授權書",
)


class OutcomeChecklist(Form):
    """附件九 成果檢核表: 21 items in six groups, each 完成 or 未完成."""

    title = "成果檢核表"
    annex = "附件九"

    school: School = label("學校名稱", hint="申請學校、單位或自主社群的全銜")
    plan: CheckedPlan | None = label("計畫別", None)
    university_team: Text = label(
        "大學團隊名稱", "", hint="申請計畫一者免填", only_for=(CheckedPlan.PLAN_3,)
    )
    period: RocPeriod | None = label("執行期程", None, hint="例如 112年8月1日至113年7月31日")
    growth: Annotated[Answers, Checklist(Done, _GROWTH)] = label("教師專業成長", ())
    practice: Annotated[Answers, Checklist(Done, _PRACTICE)] = label("教師教學實踐", ())
    assessment: Annotated[Answers, Checklist(Done, _ASSESSMENT)] = label("學生學習評量", ())
    effect: Annotated[Answers, Checklist(Done, _EFFECT)] = label("學生學習成效", ())
    features: Annotated[Answers, Checklist(Done, _FEATURES)] = label("特色或創新", ())
    results: Annotated[Answers, Checklist(Done, _RESULTS)] = label("成果檢核", ())
    achievements: Text = label("實施成效", "", hint="請自行列舉")
    contact: Contact = label("填表人", Contact)

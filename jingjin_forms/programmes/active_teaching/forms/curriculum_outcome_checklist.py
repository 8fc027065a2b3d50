"""Outcome checklist (成果檢核表) for 計畫二, 國教署 活化教學與多元學習.

「計畫二受補助之學校，應於計畫結束後，至系統填寫成果檢核表（如附件十）」 (八(二)).

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件十.

The last rows look shifted by one: 「活化運用在地資源情形」 stands under 成果檢核 but fits 課程規劃;
「檢附發展特色本位…紙本一冊暨光碟一份」 fits 成果檢核 but stands in the row of 實施成效, which
附件九 and 附件十一 leave to fill in. The rows are printed as they are. There are nine items either
way; the one beside 實施成效 is the third of 成果檢核 here, and 實施成效 as told follows below it.
"""

from typing import Annotated

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import Contact, School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Done
from jingjin_forms.values import Answers, Checklist, Text
from jingjin_forms.values.roc import RocPeriod

_DIALOGUE = (
    "以課程發展委員會成員為核心，並邀集校內相關教師組成專業學習社群",
    "針對學校特色發展與本位課程，專業學習社群定期討論、執行計畫內容，落實對話機制",
    "導入外部專家學者或特色發展之人力資源，提供輔導、諮詢",
)
_CURRICULUM = (
    "以學校願景、核心素養為課程發展主軸，規劃課程地圖",
    "規劃統整性主題/專題/議題探究之校訂課程(彈性學習課程)",
    "發展特色本位與素養導向課程計畫",
)
_RESULTS = (
    "活化運用在地資源情形",
    "每季上傳教學發展活動歷程紀錄或不定期上傳相關影片或照片至指定網站",
    "檢附發展特色本位與素養課程計畫(含所規劃之統整性主題/專題/議題探究校訂課程)紙本一冊暨光碟一份",
)


class CurriculumOutcomeChecklist(Form):
    """附件十 成果檢核表: nine items in three groups, each 完成 or 未完成."""

    title = "成果檢核表"
    annex = "附件十"

    school: School = label("學校名稱", hint="申請學校的全銜")
    period: RocPeriod | None = label("執行期程", None, hint="例如 112年8月1日至113年7月31日")
    dialogue: Annotated[Answers, Checklist(Done, _DIALOGUE)] = label("對話機制", ())
    curriculum: Annotated[Answers, Checklist(Done, _CURRICULUM)] = label("課程規劃", ())
    results: Annotated[Answers, Checklist(Done, _RESULTS)] = label(
        "成果檢核", (), hint="第三項（檢附…紙本一冊暨光碟一份）印在「實施成效」一列"
    )
    achievements: Text = label("實施成效", "", hint="請自行列舉")
    contact: Contact = label("填表人", Contact)

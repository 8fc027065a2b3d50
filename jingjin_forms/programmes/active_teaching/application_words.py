"""The clauses that ask for the papers of 活化教學與多元學習, and what is chosen between them."""

from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values import Choice

SCHOOLS = REGULATION["四(一)2(1)：系統"]
COMMUNITY = REGULATION["四(一)3(1)：申請"]
WORKSHOP = REGULATION["四(一)3(1)：研習"]
ASSOCIATION = REGULATION["四(一)3(2)"]
WISH = REGULATION["三 計畫五 三(三)"]
VISITING = REGULATION["四(一)4"]
CLOSING = REGULATION["八(一)：核結"]
CLOSING_PLAN_2 = REGULATION["八(二)"]
CLOSING_PLAN_5 = REGULATION["八(三)"]
HEAD = "承辦人、機關學校首長或團體負責人"
BUDGET_SEALS = "承辦單位、主(會)計單位、機關學校首長或團體負責人"


class ApplicationKind(Choice):
    """What is applied for: one of the five plans, or a workshop under 計畫一."""

    PLAN_1 = "計畫一"
    PLAN_2 = "計畫二"
    PLAN_3 = "計畫三"
    PLAN_4 = "計畫四"
    PLAN_5 = "計畫五"
    WORKSHOP = "自主社群研習"


PLANS = tuple(kind for kind in ApplicationKind if kind != ApplicationKind.WORKSHOP)
"""What a school applies for: 五 and 四(一)1 are for schools, and a workshop is a community's."""


class AlsoApplied(Choice):
    """The other plans for which the same school applies, or none."""

    PLAN_1 = "計畫一"
    PLAN_2 = "計畫二"
    PLAN_3 = "計畫三"
    PLAN_4 = "計畫四"
    PLAN_5 = "計畫五"
    NONE = "無"


class SchoolRegion(Choice):
    """Which of the regions of 三 and 附件十三 the school is in."""

    ORDINARY = "一般地區學校"
    NOT_MOUNTAIN_NOR_CITY = "非山非市學校"
    REMOTE = "偏遠地區學校"
    SPECIAL_NEEDS = "特殊需求學校"


class OtherProgramme(Choice):
    """The programmes that 附件十三 備註 2 and 3 rule out beside 計畫二, and 計畫三 and 計畫四."""

    PIONEER_SCHOOLS = "國民中小學階段前導學校協作計畫"
    ENGLISH = "符於十二年國民基本教育課程綱要之低年段結合英語之彈性學習課程"
    COOPERATIVE_LEARNING = "活化教學-分組合作學習的理念與實踐方案計畫"
    LEADERSHIP = "課程領導的應用與深耕：十二年國教素養導向課程在國中的發展與實踐計畫"
    EXAM_FREE = "學習區完全免試國中提升學習品質計畫"


class VisitingRole(Choice):
    """The part that a school has in 計畫五."""

    SINGLE = "單獨受訪"
    LEAD = "主要受訪"
    PARTNER = "協同受訪"
    HOME = "原服務學校"


class Consent(Choice):
    """Who must consent before a visiting teacher stays another year (計畫五 四(二))."""

    VISITED = "受訪學校"
    HOME = "原任教學校"
    COUNTY = "地方政府"


class PlanChange(Choice):
    """Whether a plan was changed or given up (七(二)), and with whose leave."""

    NONE = "沒有"
    APPROVED = "經核准"
    UNAPPROVED = "未經核准"

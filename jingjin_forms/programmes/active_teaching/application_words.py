"""The clauses that ask for the papers of 活化教學與多元學習, and what is chosen between them."""

from jingjin_forms.checks.finding import Clause
from jingjin_forms.programmes.active_teaching.subsidies import DOCUMENT
from jingjin_forms.values import Choice

SCHOOLS = Clause(
    DOCUMENT,
    "四(一)2(1)",
    "至「國中小課程與教學計畫填報系統」(以下簡稱系統)填寫計畫書(如附件二及附件四至六)"
    "及經費申請表(如附件八)",
)
COMMUNITY = Clause(
    DOCUMENT,
    "四(一)3(1)",
    "自主社群：至系統填寫計畫書(如附件二)及經費申請表(如附件八)，向本署提出申請",
)
WORKSHOP = Clause(
    DOCUMENT,
    "四(一)3(1)",
    "另跨校參與教師研習計畫填寫計畫申請表(如附件三)及經費申請表(如附件八)向指定單位提出申請。",
)
ASSOCIATION = Clause(
    DOCUMENT,
    "四(一)3(2)",
    "由法人，或團體之代表人、管理人，擬具計畫書(如附件二)、經費申請表(如附件八)"
    "及設立登記或立案證明文件影本，向本署提出申請。",
)
WISH = Clause(
    DOCUMENT, "三 計畫五 三(三)", "由受訪學校填具意願調查表(如附件一)，送地方政府彙整後報本署"
)
VISITING = Clause(
    DOCUMENT,
    "四(一)4",
    "計畫五：受訪學校單獨或共同填具申請表（如附件七），"
    "及教學訪問教師原服務學校填具申請表（如附件七），分別向地方政府提出申請",
)
CLOSING = Clause(
    DOCUMENT,
    "八(一)",
    "並應於計畫結束後辦理核結時，至系統填寫成果檢核表（如附件九及十一），"
    "並將介紹課程、教學發展過程與成果或活動成果之五至八分鐘影像紀錄報本署。"
    "但法人、團體及自主社群以研習計畫辦理者，得免繳交成果檢核表。",
)
CLOSING_PLAN_2 = Clause(
    DOCUMENT,
    "八(二)",
    "計畫二受補助之學校，應於計畫結束後，至系統填寫成果檢核表（如附件十），"
    "並將統整性主題、專題或議題探究之校訂課程(彈性學習課程)及發展學校課程計畫報本署。",
)
CLOSING_PLAN_5 = Clause(
    DOCUMENT, "八(三)", "計畫五受補助之學校，應將教學訪問教師每季工作報告及期末回饋表單報本署。"
)
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

"""Application of one learning community (教師專業學習社群申請書), 臺中市 教師專業學習社群.

Each community writes its own; the school collects them: 「由個別教師學習社群撰寫…送交學校教務處
進行彙整及初審」 (陸、一, which calls it 申請表).

Source: 103年度臺中市…教師專業學習社群實施計畫, 附件-1.

Oddities of the seed: the marks of the first two lines are lost (read as 「( 」) and are printed as
boxes; 以3位教師以上 stands against 6人以上為原則 (伍、二); 實施期程 opens with a half-width bracket
and closes with a full-width one. A school that takes part in the 教師專業發展評鑑計畫 is not among
those subsidised (肆).

The paper's years follow from its 年度: the 103年度 begins in the middle of the 102學年度 it asks
about. Three members stand in a row; 次 counts the sessions.

實施期程, on the paper a cell at the left of its rows, stands above them here, so that it repeats
whole on the next page.
"""

from typing import Annotated, Any, cast

from jingjin_forms.facts import Facts, label
from jingjin_forms.parts import School
from jingjin_forms.parts.printed_rows import in_one_list
from jingjin_forms.programmes.learning_community.parts.year import OfBudgetYear
from jingjin_forms.values import Choice, Count, Text
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice
from jingjin_forms.values.numbering import Lines
from jingjin_forms.values.roc import RocDate, RocPeriod, format_roc_period

_GOALS = 3
_MEMBERS_IN_A_ROW = 3
_MEMBER_ROWS = 3
_SESSIONS = 6


class Evaluation(Choice):
    """參與教育部教師專業發展評鑑計畫."""

    TAKES_PART = "本校參與"
    TAKES_NO_PART = "本校未參與"


class CommunityType(Choice):
    """社群類型."""

    GRADE = "年級別"
    SUBJECT = "學科/領域/學群"
    SCHOOL_TASK = "學校任務"
    TOPIC = "專業發展主題"
    OTHER = "其他"


class Method(Choice):
    """實施方式."""

    OBSERVATION = "教學觀察與回饋"
    CASE_ANALYSIS = "案例分析"
    REFLECTIVE_DIALOGUE = "同儕省思對話"
    EXPLORATION = "專業領域探討"
    PORTFOLIO = "教學檔案製作"
    LECTURE = "專題講座"
    MENTORING = "新進教師輔導"
    MODEL = "標竿楷模學習"
    NEW_CURRICULUM = "新課程發展"
    ACTION_RESEARCH = "行動研究"
    INNOVATION = "教學方法創新"
    MEDIA = "教學媒材研發"
    SHARING = "主題經驗分享"
    CO_PLANNING = "協同備課"
    STUDY = "主題探討(含專書、影帶)"
    OTHER = "其他"


class Member(Facts):
    """One member of the community."""

    title = "社群成員"

    name: Text = label("姓名", "")
    taught: Text = label("任教領域或學年", "", hint="例如 數學、三年級")


class CommunitySession(Facts):
    """One row of 實施期程; 次 is counted."""

    title = "實施期程"

    date: RocDate | None = label("日期", None, hint="例如 103年3月12日")
    time: Text = label("時間", "", hint="例如 13:30-15:30")
    session_content: Text = label("實施內容", "")
    place: Text = label("地點", "", hint="地點或場地")
    lecturer: Text = label("講師", "", hint="講師或主持人")
    participant_count: Count | None = label("參加人數", None)


class CommunityApplication(OfBudgetYear):
    """附件-1 教師專業學習社群申請書."""

    title = "教師專業學習社群申請書"
    annex = "附件-1"

    school: School = label("學校名稱", hint="全銜，例如 臺中市和平區晨曦國民小學")
    community_name: Text = label("社群名稱", hint="例如 數學探究；標題會接上「教師專業學習社群」")
    evaluation: Evaluation | None = label(
        "教師專業發展評鑑", None, hint="本校是否參與教育部教師專業發展評鑑計畫；參與者不在補助對象"
    )
    convener: Text = label("召集人", "")
    email: Text = label("電子郵件", "", also="Email")
    phone: Text = label("電話", "")
    community_goals: Lines = label("社群目標", list, hint="一行一項，編號會自動加上")
    community_type: CommunityType | None = label("社群類型", None)
    other_type: Text = label("其他類型", "", hint="社群類型為其他時填寫")
    methods: Annotated[Chosen, MultipleChoice(Method)] = label("實施方式", ())
    other_method: Text = label("其他實施方式", "", hint="實施方式有其他時填寫")
    period: RocPeriod | None = label("執行期程", None, hint="不填為該年度2月1日至11月30日")
    members: list[Member] = label("社群成員", list, hint="每一位成員一項，至少 3 位")
    sessions: list[CommunitySession] = label("實施期程", list, hint="每一次活動一項，至少 6 次")

    def context(self) -> dict[str, Any]:
        """Adds 成員列 (three members each); goals, members and sessions fill the printed rows."""
        context = super().context()
        period = self.period
        if period is None and self.budget_year is not None:
            year = self.budget_year + 1911
            period = RocPeriod(RocDate(year, 2, 1), RocDate(year, 11, 30))
        context["執行期程"] = format_roc_period(period)
        goals = cast(list[str], context["社群目標"])
        context["社群目標"] = [*goals, *[""] * (_GOALS - len(goals))]
        members: list[dict[str, Any]] = context["社群成員"]
        rows = max(_MEMBER_ROWS, -(-len(members) // _MEMBERS_IN_A_ROW))
        members = Member.padded(members, rows * _MEMBERS_IN_A_ROW)
        context["成員列"] = [
            members[n : n + _MEMBERS_IN_A_ROW] for n in range(0, len(members), _MEMBERS_IN_A_ROW)
        ]
        context["實施期程"] = CommunitySession.padded(context["實施期程"], _SESSIONS)
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The members of all rows as 社群成員."""
        return {**printed, "社群成員": in_one_list(printed.get("成員列"))}

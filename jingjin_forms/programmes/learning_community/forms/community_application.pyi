# Written by `python -m jingjin_forms.stubs`; change community_application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyPeriod
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.learning_community.parts.year import OfBudgetYear
from jingjin_forms.values import Choice
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from jingjin_forms.values.multiple_choice import Chosen
from jingjin_forms.values.numbering import Lines
from jingjin_forms.values.roc import RocDate
from jingjin_forms.values.roc import RocPeriod
from typing import Any
from typing import overload


class Evaluation(Choice):
    TAKES_PART = '本校參與'
    TAKES_NO_PART = '本校未參與'

class CommunityType(Choice):
    GRADE = '年級別'
    SUBJECT = '學科/領域/學群'
    SCHOOL_TASK = '學校任務'
    TOPIC = '專業發展主題'
    OTHER = '其他'

class Method(Choice):
    OBSERVATION = '教學觀察與回饋'
    CASE_ANALYSIS = '案例分析'
    REFLECTIVE_DIALOGUE = '同儕省思對話'
    EXPLORATION = '專業領域探討'
    PORTFOLIO = '教學檔案製作'
    LECTURE = '專題講座'
    MENTORING = '新進教師輔導'
    MODEL = '標竿楷模學習'
    NEW_CURRICULUM = '新課程發展'
    ACTION_RESEARCH = '行動研究'
    INNOVATION = '教學方法創新'
    MEDIA = '教學媒材研發'
    SHARING = '主題經驗分享'
    CO_PLANNING = '協同備課'
    STUDY = '主題探討(含專書、影帶)'
    OTHER = '其他'

class Member(Facts):
    @property
    def name(self) -> Text:
        """姓名"""
    @name.setter
    def name(self, value: AnyText | None) -> None: ...
    @property
    def taught(self) -> Text:
        """任教領域或學年：例如 數學、三年級"""
    @taught.setter
    def taught(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        name: AnyText | None = ...,
        taught: AnyText | None = ...,
        姓名: AnyText | None = ...,
        任教領域或學年: AnyText | None = ...,
    ) -> None: ...

class CommunitySession(Facts):
    @property
    def date(self) -> RocDate | None:
        """日期：例如 103年3月12日"""
    @date.setter
    def date(self, value: AnyDate | None) -> None: ...
    @property
    def time(self) -> Text:
        """時間：例如 13:30-15:30"""
    @time.setter
    def time(self, value: AnyText | None) -> None: ...
    @property
    def session_content(self) -> Text:
        """實施內容"""
    @session_content.setter
    def session_content(self, value: AnyText | None) -> None: ...
    @property
    def place(self) -> Text:
        """地點：地點或場地"""
    @place.setter
    def place(self, value: AnyText | None) -> None: ...
    @property
    def lecturer(self) -> Text:
        """講師：講師或主持人"""
    @lecturer.setter
    def lecturer(self, value: AnyText | None) -> None: ...
    @property
    def participant_count(self) -> Count | None:
        """參加人數"""
    @participant_count.setter
    def participant_count(self, value: AnyCount | None) -> None: ...
    def __init__(
        self,
        *,
        date: AnyDate | None = ...,
        time: AnyText | None = ...,
        session_content: AnyText | None = ...,
        place: AnyText | None = ...,
        lecturer: AnyText | None = ...,
        participant_count: AnyCount | None = ...,
        日期: AnyDate | None = ...,
        時間: AnyText | None = ...,
        實施內容: AnyText | None = ...,
        地點: AnyText | None = ...,
        講師: AnyText | None = ...,
        參加人數: AnyCount | None = ...,
    ) -> None: ...

class CommunityApplication(OfBudgetYear):
    @property
    def school(self) -> School:
        """學校名稱：全銜，例如 臺中市和平區晨曦國民小學"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def community_name(self) -> Text:
        """社群名稱：例如 數學探究；標題會接上「教師專業學習社群」"""
    @community_name.setter
    def community_name(self, value: AnyText) -> None: ...
    @property
    def evaluation(self) -> Evaluation | None:
        """教師專業發展評鑑：本校是否參與教育部教師專業發展評鑑計畫；參與者不在補助對象"""
    @evaluation.setter
    def evaluation(self, value: Evaluation | str | None) -> None: ...
    @property
    def convener(self) -> Text:
        """召集人"""
    @convener.setter
    def convener(self, value: AnyText | None) -> None: ...
    @property
    def email(self) -> Text:
        """電子郵件"""
    @email.setter
    def email(self, value: AnyText | None) -> None: ...
    @property
    def phone(self) -> Text:
        """電話"""
    @phone.setter
    def phone(self, value: AnyText | None) -> None: ...
    @property
    def community_goals(self) -> Lines:
        """社群目標：一行一項，編號會自動加上"""
    @community_goals.setter
    def community_goals(self, value: Sequence[AnyText] | None) -> None: ...
    @property
    def community_type(self) -> CommunityType | None:
        """社群類型"""
    @community_type.setter
    def community_type(self, value: CommunityType | str | None) -> None: ...
    @property
    def other_type(self) -> Text:
        """其他類型：社群類型為其他時填寫"""
    @other_type.setter
    def other_type(self, value: AnyText | None) -> None: ...
    @property
    def methods(self) -> Chosen:
        """實施方式"""
    @methods.setter
    def methods(self, value: AnyChoices | None) -> None: ...
    @property
    def other_method(self) -> Text:
        """其他實施方式：實施方式有其他時填寫"""
    @other_method.setter
    def other_method(self, value: AnyText | None) -> None: ...
    @property
    def period(self) -> RocPeriod | None:
        """執行期程：不填為該年度2月1日至11月30日"""
    @period.setter
    def period(self, value: AnyPeriod | None) -> None: ...
    @property
    def members(self) -> list[Member]:
        """社群成員：每一位成員一項，至少 3 位"""
    @members.setter
    def members(self, value: Sequence[Member | Mapping[str, Any]] | None) -> None: ...
    @property
    def sessions(self) -> list[CommunitySession]:
        """實施期程：每一次活動一項，至少 6 次"""
    @sessions.setter
    def sessions(self, value: Sequence[CommunitySession | Mapping[str, Any]] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        community_name: AnyText,
        budget_year: AnyYear | None = ...,
        evaluation: Evaluation | str | None = ...,
        convener: AnyText | None = ...,
        email: AnyText | None = ...,
        Email: AnyText | None = ...,
        phone: AnyText | None = ...,
        community_goals: Sequence[AnyText] | None = ...,
        community_type: CommunityType | str | None = ...,
        other_type: AnyText | None = ...,
        methods: AnyChoices | None = ...,
        other_method: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        members: Sequence[Member | Mapping[str, Any]] | None = ...,
        sessions: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        年度: AnyYear | None = ...,
        教師專業發展評鑑: Evaluation | str | None = ...,
        召集人: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
        電話: AnyText | None = ...,
        社群目標: Sequence[AnyText] | None = ...,
        社群類型: CommunityType | str | None = ...,
        其他類型: AnyText | None = ...,
        實施方式: AnyChoices | None = ...,
        其他實施方式: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        社群成員: Sequence[Member | Mapping[str, Any]] | None = ...,
        實施期程: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        社群名稱: AnyText,
        budget_year: AnyYear | None = ...,
        evaluation: Evaluation | str | None = ...,
        convener: AnyText | None = ...,
        email: AnyText | None = ...,
        Email: AnyText | None = ...,
        phone: AnyText | None = ...,
        community_goals: Sequence[AnyText] | None = ...,
        community_type: CommunityType | str | None = ...,
        other_type: AnyText | None = ...,
        methods: AnyChoices | None = ...,
        other_method: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        members: Sequence[Member | Mapping[str, Any]] | None = ...,
        sessions: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        年度: AnyYear | None = ...,
        教師專業發展評鑑: Evaluation | str | None = ...,
        召集人: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
        電話: AnyText | None = ...,
        社群目標: Sequence[AnyText] | None = ...,
        社群類型: CommunityType | str | None = ...,
        其他類型: AnyText | None = ...,
        實施方式: AnyChoices | None = ...,
        其他實施方式: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        社群成員: Sequence[Member | Mapping[str, Any]] | None = ...,
        實施期程: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        community_name: AnyText,
        budget_year: AnyYear | None = ...,
        evaluation: Evaluation | str | None = ...,
        convener: AnyText | None = ...,
        email: AnyText | None = ...,
        Email: AnyText | None = ...,
        phone: AnyText | None = ...,
        community_goals: Sequence[AnyText] | None = ...,
        community_type: CommunityType | str | None = ...,
        other_type: AnyText | None = ...,
        methods: AnyChoices | None = ...,
        other_method: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        members: Sequence[Member | Mapping[str, Any]] | None = ...,
        sessions: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        年度: AnyYear | None = ...,
        教師專業發展評鑑: Evaluation | str | None = ...,
        召集人: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
        電話: AnyText | None = ...,
        社群目標: Sequence[AnyText] | None = ...,
        社群類型: CommunityType | str | None = ...,
        其他類型: AnyText | None = ...,
        實施方式: AnyChoices | None = ...,
        其他實施方式: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        社群成員: Sequence[Member | Mapping[str, Any]] | None = ...,
        實施期程: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        社群名稱: AnyText,
        budget_year: AnyYear | None = ...,
        evaluation: Evaluation | str | None = ...,
        convener: AnyText | None = ...,
        email: AnyText | None = ...,
        Email: AnyText | None = ...,
        phone: AnyText | None = ...,
        community_goals: Sequence[AnyText] | None = ...,
        community_type: CommunityType | str | None = ...,
        other_type: AnyText | None = ...,
        methods: AnyChoices | None = ...,
        other_method: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        members: Sequence[Member | Mapping[str, Any]] | None = ...,
        sessions: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        年度: AnyYear | None = ...,
        教師專業發展評鑑: Evaluation | str | None = ...,
        召集人: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
        電話: AnyText | None = ...,
        社群目標: Sequence[AnyText] | None = ...,
        社群類型: CommunityType | str | None = ...,
        其他類型: AnyText | None = ...,
        實施方式: AnyChoices | None = ...,
        其他實施方式: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        社群成員: Sequence[Member | Mapping[str, Any]] | None = ...,
        實施期程: Sequence[CommunitySession | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
    ) -> None: ...

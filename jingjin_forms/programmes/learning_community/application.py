"""What a school hands in for 臺中市 教師專業學習社群: before the year, and at its close.

Source: 103年度臺中市十二年國民基本教育精進國民中小學教學品質整體計畫 教師專業學習社群實施計畫, 陸
and 捌四. The seven days of upload are of the 102學年度. How a community hands its papers to its
school (送交學校教務處) is the school's own affair; a packet is what the school uploads.
"""

from typing import ClassVar

from jingjin_forms.checks.paper_year import BY_BUDGET_YEAR, PaperYear
from jingjin_forms.facts import label
from jingjin_forms.packets.application import Application, Delivery, Paper
from jingjin_forms.parts import School
from jingjin_forms.programmes.learning_community.source import PLAN
from jingjin_forms.values import Text
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.roc import SchoolYear

_EACH = PLAN["陸、一"]
_SCHOOL = PLAN["陸、二"]
_REPORT = PLAN["捌四"]
_UPLOADED = (
    Delivery(
        how="上傳",
        to="臺中市精進教學計畫成果檢核及追蹤輔導網",
        clause=PLAN["陸三1：上傳"],
    ),
)
_REPORTED = (Delivery(how="上網填報", to="臺中市精進教學計畫成果檢核網"),)


class LearningCommunityApplication(Application):
    """The school's own plan, and 附件-1 and 附件-2 of each community (社群)."""

    title = "教師專業學習社群 送審"
    stage = "application"
    paper_year: ClassVar[PaperYear] = BY_BUDGET_YEAR
    papers = (
        Paper(
            title="精進教學教師專業學習社群實施計畫",
            clause=_SCHOOL,
            deliveries=_UPLOADED,
            rule="D28",
        ),
        Paper(
            title="教師專業學習社群申請書",
            form="learning_community/community_application",
            rows="社群",
            clause=_EACH,
            name="{學校}_{社群}_{文件}",
            deliveries=_UPLOADED,
            rule="D28",
        ),
        Paper(
            title="教師專業學習社群經費概算表",
            form="learning_community/community_budget",
            rows="社群",
            clause=_EACH,
            name="{學校}_{社群}_{文件}",
            seals="承辦人、教務主任、會計主任、校長",
            deliveries=_UPLOADED,
            rule="D28",
        ),
    )

    benefits_and_resources: Text = label(
        "預期效益與學習資源",
        "",
        hint="附件-1 沒有這兩欄；寫明寫在哪一份文件的哪裡，例如 實施計畫 三、四",
    )


def _part_of_report(title: str) -> Paper:
    return Paper(title=title, clause=_REPORT, deliveries=_REPORTED, rule="D29")


class LearningCommunityResults(Application):
    """The report of each community, filled in online before the accounts are closed, by 捌四."""

    title = "教師專業學習社群 成果"
    stage = "results"
    paper_year: ClassVar[PaperYear] = BY_BUDGET_YEAR
    papers = tuple(map(_part_of_report, ("量之分析", "質性資料", "活動資料", "相關照片")))

    school: School | None = label("學校名稱", None, hint="全銜，例如 臺中市和平區晨曦國民小學")
    budget_year: BudgetYear | None = label("年度", None, hint="例如 103年度填 103")

    @property
    def school_year(self) -> SchoolYear | None:
        """The 學年度 in which the 年度 begins, by which its texts are chosen."""
        return None if self.budget_year is None else self.budget_year.school_year

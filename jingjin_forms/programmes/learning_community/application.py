"""What a school hands in for 臺中市 教師專業學習社群: a pair of papers for each community.

Source: 103年度臺中市十二年國民基本教育精進國民中小學教學品質整體計畫 教師專業學習社群實施計畫, 陸.
The seven days of upload are of the 102學年度.
"""

from typing import ClassVar

from jingjin_forms.checks.paper_year import BY_BUDGET_YEAR, PaperYear
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.programmes.learning_community.source import PLAN

_DOCUMENT = "103年度臺中市教師專業學習社群實施計畫"
_EACH = PLAN["陸、一"]
_SCHOOL = PLAN["陸、二"]


class LearningCommunityApplication(Application):
    """The school's own plan, and 附件-1 and 附件-2 of each community (社群)."""

    title = "教師專業學習社群 送審"
    paper_year: ClassVar[PaperYear] = BY_BUDGET_YEAR
    papers = (
        Paper(title="精進教學教師專業學習社群實施計畫", clause=_SCHOOL),
        Paper(
            title="教師專業學習社群申請書",
            form="learning_community/community_application",
            rows="社群",
            clause=_EACH,
            name="{學校}_{社群}_{文件}",
        ),
        Paper(
            title="教師專業學習社群經費概算表",
            form="learning_community/community_budget",
            rows="社群",
            clause=_EACH,
            name="{學校}_{社群}_{文件}",
        ),
    )

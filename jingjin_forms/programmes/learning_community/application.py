"""What a school hands in for 臺中市 教師專業學習社群: a pair of papers for each community.

Source: 103年度臺中市十二年國民基本教育精進國民中小學教學品質整體計畫 教師專業學習社群實施計畫, 陸.
The seven days of upload are of the 102學年度.
"""

from jingjin_forms.checks.finding import Clause
from jingjin_forms.packets.application import Application, Paper

_DOCUMENT = "103年度臺中市教師專業學習社群實施計畫"
_EACH = Clause(
    _DOCUMENT,
    "陸、一",
    "由個別教師學習社群撰寫「精進教學教師專業學習社群申請表」，就學習社群組成目的、年度目標、"
    "進行方式、年度進度規劃、預期效益、學習資源及經費概算等予以填列後(如附件一、二)，"
    "送交學校教務處進行彙整及初審",
)
_SCHOOL = Clause(
    _DOCUMENT,
    "陸、二",
    "學校於評估運作現況及教師專業成長需求後，擬訂學校之「精進教學教師專業學習社群實施計畫」，"
    "並彙整校內各學習社群之申請表，報送本府教育局進行審查。",
)


class LearningCommunityApplication(Application):
    """The school's own plan, and 附件-1 and 附件-2 of each community (社群)."""

    title = "教師專業學習社群 送審"
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

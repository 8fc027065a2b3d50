"""Rules of 國教署 活化教學與多元學習.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點修正規定, and the
notes printed on its 附件.

Readings that the text leaves open:

- 每案補助總經費 and 總經費 are both 合計.
- 第三點 sets the 20% and 10% for 計畫一 to 計畫三, 備註 4 of 附件八 for whoever uses that paper:
  under 計畫四, or while no plan is ticked, going beyond them is a warning. 計畫五 has neither.
- 教材教具費 of a 教師研習計畫 knows no 20% (C25). Only 自主社群, 法人 and 團體 hold such plans, and
  the budget does not say so: where the applicant is no school, it is a warning.
- A limit that rises on a condition which the paper does not show (校訂課程, 離島, 分校, 連續第二年)
  is held against the highest sum as an error; between the basic and the highest sum a warning names
  the condition. 計畫三 and 計畫四 have no highest sum: the number of 分校 and 分班 is not given. An
  island's 交通費 comes on top: what stands under 交通費, up to 10% of 合計.
- 時數 (20 小時): a 節 counts as an hour; a line counted by 人次 or the like shows hours only where
  its 說明 does, so where one does not, too few hours are a warning.
- 字 are characters other than white space.
- 二個月前 and 二個月內: the day of the same number two months off, or the last of that month; what
  follows the last day of a month are whole months. A last day that is a holiday is not moved.
- 季: three months each from the first day of 執行期程; what is left over is none.
"""

from jingjin_forms.checks.rules import Rules
from jingjin_forms.programmes.active_teaching.rules import (
    advice,
    applications,
    budgets,
    ceilings,
    checklists,
    experts,
    goods_lists,
    joint_schools,
    packet_deadlines,
    packet_participants,
    packet_results,
    packet_shares,
    packet_sums,
    packet_visiting,
    packets,
    participants,
    refunds,
    reviews,
    school_years,
    surveys,
    visits,
)
from jingjin_forms.programmes.active_teaching.rules.readings import with_readings

RULES = Rules(
    with_readings(
        (
            *ceilings.RULES,
            *budgets.RULES,
            *goods_lists.RULES,
            *refunds.RULES,
            *advice.RULES,
            *experts.RULES,
            *participants.RULES,
            *applications.RULES,
            *checklists.RULES,
            *packets.RULES,
            *packet_sums.RULES,
            *packet_visiting.RULES,
            *packet_participants.RULES,
            *packet_shares.RULES,
            *joint_schools.RULES,
            *reviews.RULES,
            *surveys.RULES,
            *school_years.RULES,
            *visits.RULES,
            *packet_results.RULES,
            *packet_deadlines.RULES,
        )
    )
)

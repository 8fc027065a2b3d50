"""Rules of 臺中市 教師專業學習社群 (103年度).

Source: 103年度臺中市十二年國民基本教育精進國民中小學教學品質整體計畫 教師專業學習社群實施計畫, with
附件-1 and 附件-2.

Where the text contradicts itself or leaves a reading open, the rule's note says how it is read.
Beyond that:

* The two uses of the money in 捌二(6) are 舉例 of one school's 5,000, so that hours and 諮詢費 of
  all its communities are one sum. More hours than 為限 and 最多 are an error, more 諮詢費 than
  「2次（每次2000元）」 gives a reminder.
* Whether a lecturer comes from outside is what 項目 and 說明 say (外聘, 校外; 內聘, 校內, 本校);
  where they say neither or both, what the hour costs. Hours are the 數量; where 單位 counts
  something else, as many as the rate gives for the money.
* What 捌二(6) leaves for 資料印製 is what remains: 「業務費得依實際相互勻支」.
"""

from jingjin_forms.checks.rules import Rules
from jingjin_forms.programmes.learning_community.rules import applications, budgets, packets

RULES = Rules((*applications.RULES, *budgets.RULES, *packets.RULES))

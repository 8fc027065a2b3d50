"""Rules of 臺中市 教師專業學習社群 (103年度).

Source: 103年度臺中市十二年國民基本教育精進國民中小學教學品質整體計畫 教師專業學習社群實施計畫, with
附件-1 and 附件-2.

Readings that the text leaves open:

* Members: 附件-1 prints 以3位教師以上, 伍二 and 捌二(2) ask for six 為原則. Six, as a reminder.
* Sessions: 伍三 has 不得少於6次, 捌二(3) 6次為原則. A reminder.
* The two uses of the money in 捌二(6) are 舉例. More hours than 為限 and 最多 are an error, more
  諮詢費 than 「2次（每次2000元）」 gives a reminder.
* 總金額, of which 雜支 is 5%, is 合計.
* Whether a lecturer comes from outside is what 項目 and 說明 say (外聘, 內聘, 校內); where they say
  neither or both, what the hour costs. Hours are the 數量 of such a line, whatever its 單位.
* The rate of 二代健保補充費 is not given: asked for is only that there is such an amount.
"""

from jingjin_forms.checks.rules import Rules
from jingjin_forms.programmes.learning_community.rules import communities, packets

RULES = Rules((*communities.RULES, *packets.RULES))

"""Rules of 花蓮縣 學校本位進修 (112學年度).

Source: 花蓮縣112學年度精進國民中小學教學專業與課程品質整體推動計畫 學校本位進修實施計畫, with its
審查作業要點 and the notes printed on its forms.

Readings that the text leaves open: 計畫總經費 is 合計 (with 雜支); 「外加補助以 3,000元為限」 comes
on top of 30,000, so that 33,000 may be asked for, and what lies above 30,000 must be covered by
講師費, 助理講師費 and 交通費.
"""

from jingjin_forms.checking.rule import Rule
from jingjin_forms.rules.school_based import budget, papers, plan

RULES: tuple[Rule, ...] = (*budget.RULES, *plan.RULES, *papers.RULES)

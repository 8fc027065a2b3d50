"""Budget estimate (經費概算表), 花蓮縣 學校本位進修.

What the school asks for: lecturers, printing, teaching material, travel, 雜支, and the total in
words. It is enclosed in the plan (八、經費概算表【表 1-1】) and, sealed, closes the accounts
(十六(二) 經費概算表正本（已核章）).

Source: 花蓮縣112學年度…學校本位進修實施計畫, 【表 1-1】.

The last line is printed as 「○萬○仟○佰○拾元整」, four slots without one for the ones digit. A
filled form prints running text instead (新台幣 貳萬捌仟伍佰元整), which fits every amount.
"""

from jingjin_forms.forms.form import Form
from jingjin_forms.programmes.school_based.parts.estimate import Estimate


class BudgetEstimate(Estimate, Form):
    """【表 1-1】經費概算表, a paper of its own."""

    title = "經費概算表"
    annex = "表 1-1"

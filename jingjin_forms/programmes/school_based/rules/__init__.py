"""Rules of 花蓮縣 學校本位進修 (112學年度).

Source: 花蓮縣112學年度精進國民中小學教學專業與課程品質整體推動計畫 學校本位進修實施計畫, with its
審查作業要點 and the notes printed on its forms.

Readings that the text leaves open: 計畫總經費 is 合計 (with 雜支); 「外加補助以 3,000元為限」 comes
on top of 30,000, so that 33,000 may be asked for, and what lies above 30,000 must be covered by
講師費, 助理講師費 and 交通費. A form does not say who asks for the money of a merged 必修課程:
above 30,000 A01 reminds, and only above 33,000 (A02) is an error. A budget line is known by the
last word of its 項目 (parts.line_kinds): a lecturer's 交通費 is no 講師費, and 雜支 among the lines
counts with the row 雜支 (A09). What must be said of the 課發會增能工作坊 is said by a course of
that name, too (A14). How each such sentence is read stands in the `note` of its rule.
"""

from jingjin_forms.checks.rules import Rules
from jingjin_forms.programmes.school_based.rules import (
    budget,
    lecturers,
    materials,
    packets,
    papers,
    plan,
    sessions,
    statements,
)

RULES = Rules(
    sorted(
        (
            *budget.RULES,
            *lecturers.RULES,
            *materials.RULES,
            *statements.RULES,
            *sessions.RULES,
            *plan.RULES,
            *papers.RULES,
            *packets.RULES,
        ),
        key=lambda rule: rule.number,
    )
)

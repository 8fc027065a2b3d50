"""Teacher's ORID feedback (教師質性回饋), 花蓮縣 學校本位進修.

One sheet per teacher and session, kept as the record of professional growth that the results need:
「成果需有教師成長紀錄或教學成效等之檢核」 (十二(四)).

Source: 花蓮縣112學年度…學校本位進修實施計畫, 成效評估參考表格(二).
"""

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate, SchoolYear


class OridFeedback(Form):
    """成效評估參考表格(二): objective, reflective, interpretive and decisional."""

    title = "教師質性回饋"
    annex = "成效評估參考表格(二)"

    school: School = label("學校名稱", hint="例如 花蓮縣宜昌國小")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    name: Text = label("姓名", "", hint="誰的回饋：一位教師，或一個社群")
    date: RocDate | None = label("日期", None, hint="例如 112年9月20日")
    activity_name: Text = label("活動名稱", "")
    objective: Text = label("Objective", "", hint="客觀、事實：本次社群主題與內容有哪些")
    reflective: Text = label("Reflective", "", hint="感受、反應：過程中有什麼想法或感受")
    interpretive: Text = label("Interpretive", "", hint="意義、價值、經驗：這次的活動有哪些收穫")
    decisional: Text = label("Decisional", "", hint="決定、行動：做出什麼樣的決定或行動")

"""The texts that the rules quote."""

from jingjin_forms.checking.finding import Clause

PLAN = "花蓮縣112學年度學校本位進修實施計畫"
REVIEW = "花蓮縣112學年度學校本位進修實施計畫審查作業要點"

ADDED = Clause(
    PLAN,
    "十一(一)2",
    "必修課程採個別辦理，或跨校合併辦理之經費申請學校，每件外加補助以 3,000元為限，"
    "補助項目為講師費、助理講師費(研習人數達 30人以上得編列一員助理講師)、交通費。",
)

"""The texts that the rules quote."""

from jingjin_forms.checks.finding import Clause
from jingjin_forms.values.roc import RocDate

PLAN = "花蓮縣112學年度學校本位進修實施計畫"
REVIEW = "花蓮縣112學年度學校本位進修實施計畫審查作業要點"

BASIC = 30_000
"""What a case may ask for, before the sum that is added for the 必修課程."""

ADDED = Clause(
    PLAN,
    "十一(一)2",
    "必修課程採個別辦理，或跨校合併辦理之經費申請學校，每件外加補助以 3,000元為限，"
    "補助項目為講師費、助理講師費(研習人數達 30人以上得編列一員助理講師)、交通費。",
)

HANDING_IN = Clause(
    PLAN,
    "十三(一)",
    "送審時間：112年3月17日(五)止，（須於下午 5時前送達花蓮縣教育處課程教學科，逾期則不予受理）。",
)
HANDING_IN_ENDS = RocDate("112年3月17日")
HANDING_IN_HOUR = "下午5時"

RESULTS = Clause(PLAN, "十六(三)", "各校應於 113年 7月 15日前提出成果報告並核銷")
RESULTS_END = RocDate("113年7月15日")

PERIOD = Clause(PLAN, "九", "實施期程：112年 8月 1日至 113年 6月 30日")
PERIOD_CALLED = "該學年度 8月1日至次年 6月30日"

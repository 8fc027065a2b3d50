"""One session of a course, as 研習課程表 lists them; 場次 is the number of the row."""

from decimal import Decimal

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.values.roc import RocDate
from jingjin_forms.values.text import Text
from jingjin_forms.values.timespan import TimeSpan


class Session(Facts):
    """One row of 研習課程表."""

    title = "研習課程"

    date: RocDate | None = label("日期", None, hint="例如 112年9月20日")
    course_name: Text = label("課程名稱", "", hint="請具體說明，勿複製貼上")
    time: TimeSpan | None = label("時間", None, hint="24 小時制，例如 09:00-12:00")
    teaching_method: Text = label("上課方式", "", hint="依課程活動類別具體說明，例如 實際操作")
    lecturer: Text = label("講師", "")
    attendees: Text = label("上課人員", "", hint="例如 全校教師 24 人")
    place: Text = label("地點", "")

    @property
    @printed("時數", needs=("時間",))
    def hours(self) -> int | Decimal | None:
        """How many hours 時間 makes, as 3 or 1.5; None while it is not set."""
        return None if self.time is None else self.time.hours

    @property
    def lessons(self) -> int | None:
        """How many 節 a lecturer is paid for; see `TimeSpan.lessons`."""
        return None if self.time is None else self.time.lessons

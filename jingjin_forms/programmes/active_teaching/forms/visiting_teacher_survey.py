"""Survey of schools that wish for a visiting teacher (計畫五), 國教署 活化教學與多元學習.

「由受訪學校填具意願調查表(如附件一)，送地方政府彙整後報本署」 (計畫五 三(三)); the agency then
matches schools and 教學訪問教師.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件一.

需求項目 has boxes on two levels, all of them options of one fact, 需求. The outer line is the
heading of its inner ones: 2. and 3. are ticked when they or any box beneath them are, 1. and 4.
when they are or have a text behind them, each 其他： by its text. A box of 現有師資 is ticked by a
number, 0 included.

流動性 is worked out and can't be chosen. The paper gives its 計算基準, 異動人數 ÷ 教師總人數, and
boxes for 20%, 40% and 60%, but not which ratio belongs to which: as we read it, the nearest is
ticked, the higher of two as near, and none for a ratio of 0. The two numbers are printed before the
boxes, 3÷14, for whoever checks them. Question 6 is for 多年期計畫 only; what is given is printed
all the same.

學校類型 has no 極偏 here, unlike in 附件五 and 附件六, and calls the other two 偏遠地區學校 and
特偏地區學校. 住宿資訊 and 住宿環境照片 stand on a page of their own: three lodgings and four
photographs, and more when there are more.
"""

from typing import Annotated, Any

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.parts.photo import Photo
from jingjin_forms.parts.printed_rows import in_one_list
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.values import Boxes, Choice, Count, Text
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice

_LODGING_ROWS = 3
_PHOTOS = 4


class SchoolKind(Choice):
    """學校類型."""

    REMOTE = "偏遠地區學校"
    VERY_REMOTE = "特偏地區學校"
    OTHER = "其他"


class Need(Choice):
    """需求項目, both levels."""

    COMMUNITY = "教師專業學習社群"
    EXPERIENCE = "教學經驗傳承"
    OBSERVATION = "備課、觀課、議課"
    COURSE_DESIGN = "課程設計與發展"
    CO_TEACHING = "協同教學"
    DEMONSTRATION = "活化教學或創新教學示範"
    PROJECTS = "協助專案教學計畫"
    CURRICULUM_GUIDELINES = "十二年國民基本教育課程綱要計畫"
    READING = "閱讀教學"
    SCIENCE = "科普活動"
    INTERNATIONAL = "國際教育"
    OTHER = "其他需求項目"


_EXPERIENCES = {Need.OBSERVATION, Need.COURSE_DESIGN, Need.CO_TEACHING, Need.DEMONSTRATION}
_PROJECTS = {Need.CURRICULUM_GUIDELINES, Need.READING, Need.SCIENCE, Need.INTERNATIONAL}


class PrincipalStay(Choice):
    """校長下一學年度是否續任."""

    ONE_YEAR = "將續任一學年"
    TWO_YEARS = "將續任二學年"
    THREE_YEARS = "將續任三學年"
    LEAVES = "下一學年度調校/退休"


class Turnover(Choice):
    """代理及正式學校教師流動性."""

    LOW = "20%"
    MIDDLE = "40%"
    HIGH = "60%"


class Room(Choice):
    """房屋格局."""

    SHARED_BATH = "雅房"
    EN_SUITE = "套房"


class SchoolFigures(Facts):
    """學校基本資料."""

    title = "學校基本資料"

    class_count: Count | None = label("班級數", None, hint="全校")
    student_count: Count | None = label("學生數", None, hint="全校")
    authorised_teacher_count: Count | None = label("編制教師數", None)
    regular_teacher_count: Count | None = label("正式教師數", None)
    substitute_teacher_count: Count | None = label("代理教師數", None)


class SurveyContact(Facts):
    """主要聯絡人, here with the numbers of the office and of the home."""

    title = "主要聯絡人"

    name: Text = label("姓名", "")
    position: Text = label("職稱", "")
    office_phone: Text = label("公務電話", "", hint="含分機")
    home_phone: Text = label("住家電話", "")
    mobile: Text = label("手機", "")
    email: Text = label("電子郵件", "", also="E-mail")


class Needs(Facts):
    """需求項目 (可複選)."""

    title = "需求項目"

    subject_area: Text = label("所需領域", "", hint="科目或專長，例如 自然科學")
    kinds: Annotated[Chosen, MultipleChoice(Need)] = label(
        "需求", (), hint="要勾選的項目；大項在其下有勾選或填了內容時自動勾選"
    )
    community_need: Text = label("社群需求", "", hint="寫在「1. 教師專業學習社群：」之後")
    other_experience: Text = label("其他經驗傳承", "", hint="寫了就勾選 2. 的其他")
    other_project: Text = label("其他專案", "", hint="寫了就勾選 3. 的其他")
    other_need: Text = label("其他需求", "", hint="寫在「4. 其他需求項目：」之後")

    def context(self) -> dict[str, Any]:
        """An outer box is ticked when it was chosen, or when anything in it is given."""
        context = super().context()
        context["需求"] = Boxes(Need, {*self.kinds, *self._outer()})
        return context

    def _outer(self) -> set[Need]:
        """The outer boxes in which something is given."""
        given = {
            Need.COMMUNITY: self.community_need,
            Need.EXPERIENCE: self.other_experience or not _EXPERIENCES.isdisjoint(self.kinds),
            Need.PROJECTS: self.other_project or not _PROJECTS.isdisjoint(self.kinds),
            Need.OTHER: self.other_need,
        }
        return {need for need, is_given in given.items() if is_given}


class Staff(Facts):
    """所需領域(科目或專長)現有師資現況; a box is ticked by its number."""

    title = "現有師資"

    regular_teachers: Count | None = label("正式教師", None, hint="人")
    substitute_teachers: Count | None = label("代理教師", None, hint="人")
    part_time_teachers: Count | None = label("代課教師", None, hint="人")


class Lodging(Facts):
    """One row of 住宿資訊."""

    title = "住宿資訊"

    landlord: Text = label("房東", hint="房東或屋主")
    phone: Text = label("電話", "")
    room: Room | None = label("房屋格局", None)
    house_address: Text = label("房屋住址", "")


class VisitingTeacherSurvey(Form):
    """附件一 計畫五-教學訪問教師受訪學校意願調查表."""

    title = "教學訪問教師受訪學校意願調查表"
    annex = "附件一"

    school: School = label("學校名稱", hint="受訪學校的全銜")
    school_type: SchoolKind | None = label("學校類型", None)
    other_school_type: Text = label("其他學校類型", "", hint="寫了就勾選其他")
    school_address: Text = label("學校地址", "")
    school_figures: SchoolFigures = label("學校基本資料", SchoolFigures)
    application_status: ApplicationStatus | None = label("申辦情形", None)
    main_contact: SurveyContact = label("主要聯絡人", SurveyContact)
    needs: Needs = label("需求項目", Needs, hint="可複選")
    staff: Staff = label("現有師資", Staff, hint="所需領域(科目或專長)的教師人數；有填就勾選")
    staff_stability: Text = label(
        "師資穩定性", "", hint="該領域的師資穩定性，例如無介聘意願、長期代理教師"
    )
    principal_stay: PrincipalStay | None = label("校長續任", None, hint="校長下一學年度是否續任")
    leaving_teachers: Count | None = label("異動人數", None, hint="學校本年度確定異動人數")
    all_teachers: Count | None = label("教師總人數", None, hint="學校目前教師總人數")
    multi_year: YesNo | None = label("申辦多年期", None, hint="是否有意願申辦多年期之計畫")
    same_teacher: YesNo | None = label(
        "須同一位教師", None, hint="若為多年期計畫，教學訪問教師是否須同一位"
    )
    lodgings: list[Lodging] = label("住宿資訊", list, hint="請提供2-3間民宿或民宅資訊")
    photos: list[Photo] = label("照片", list, hint="住宿環境照片，每一張一項")

    @property
    @printed("流動性", needs=("異動人數", "教師總人數"))
    def turnover(self) -> Turnover | None:
        """The box nearest to 異動人數 ÷ 教師總人數, compared in whole numbers; 30% is 40%."""
        if not self.leaving_teachers or not self.all_teachers:
            return None
        if 10 * self.leaving_teachers < 3 * self.all_teachers:
            return Turnover.LOW
        return Turnover.MIDDLE if 2 * self.leaving_teachers < self.all_teachers else Turnover.HIGH

    def context(self) -> dict[str, Any]:
        """Adds boxes that follow from other facts, blank rows, and 照片列: two photographs each."""
        context = super().context()
        context["流動性"] = Turnover.to_context(self.turnover)
        if self.school_type is None and self.other_school_type:
            context["學校類型"] = SchoolKind.to_context(SchoolKind.OTHER)
        context["住宿資訊"] = Lodging.padded(context["住宿資訊"], _LODGING_ROWS)
        context["照片列"] = Photo.in_pairs(context["照片"], _PHOTOS, "住宿環境照片")
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The photographs of all rows as 照片."""
        return {**printed, "照片": in_one_list(printed.get("照片列"))}

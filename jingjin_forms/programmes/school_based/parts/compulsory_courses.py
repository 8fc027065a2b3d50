"""How the 必修課程 is held: what an application says, and rules ask about."""

from jingjin_forms.values import Choice


class CompulsoryCourses(Choice):
    """How the 必修課程 is held, and who asks for its money (十一(一))."""

    ALONE = "個別辦理"
    JOINT_APPLICANT = "跨校合併辦理，由本校申請經費"
    JOINT_OTHER = "跨校合併辦理，由他校申請經費"

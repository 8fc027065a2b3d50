"""What applications ask alike."""

from jingjin_forms.programmes.active_teaching.parts.shared_questions import Teacher


def test_a_text_behind_other_ticks_its_box():
    boxes = Teacher(name="林若水", subjects=["國"], other_subject="本土語文").context()["領域"]
    assert (boxes.國, boxes.英, boxes.其他) == ("■", "□", "■")
    boxes = Teacher(name="林若水", subjects=["國"]).context()["領域"]
    assert (boxes.國, boxes.其他) == ("■", "□")

"""研習活動回饋表: five statements, each with one tick from 1 to 5."""

from jingjin_forms.programmes.leader_workshop.forms.workshop_survey import WorkshopSurvey
from tests.helpers import docx_text


def ticks(survey: WorkshopSurvey) -> list[str]:
    """One line an item, as the five columns print it."""
    marks = survey.context()["符合程度"]
    return ["".join(mark[str(n)] or "." for n in range(1, 6)) for mark in marks]


def test_ticks_of_the_sample():
    sample = WorkshopSurvey.sample()
    assert ticks(sample) == ["....✓", "...✓.", "...✓.", "....✓", "..✓.."]
    assert "".join(docx_text(sample.to_bytes())).count("✓") == 5


def test_blank_to_copy_needs_only_the_school():
    text = "".join(docx_text(WorkshopSurvey(school="花蓮縣宜昌國小").to_bytes()))
    assert "一、承辦學校：花蓮縣宜昌國小" in text
    assert "✓" not in text

"""The survey's marks: from 1 to 5, as people and spreadsheets give them."""

from typing import Any

import pytest

from jingjin_forms import Facts, FactsError
from jingjin_forms.facts import label
from jingjin_forms.programmes.leader_workshop.parts.survey import Agreement, AgreementMarks


class Sheet(Facts):
    title = "回饋表"
    agreement: AgreementMarks = label("符合程度", ())


@pytest.mark.parametrize(
    "given", [["5", "4"], [5, 4], (5.0, 4.0), {"1": 5, "分組": 4}, ["5", 4, None, ""]]
)
def test_numbers_and_texts_are_the_same_marks(given: Any):
    assert Sheet(agreement=given).agreement == (Agreement.STRONGLY_AGREE, Agreement.AGREE)


@pytest.mark.parametrize("mark", [0, 6, 4.5, True, "非常符合"])
def test_other_marks_are_refused(mark: Any):
    with pytest.raises(FactsError, match="1、2、3、4、5"):
        Sheet(agreement=[5, mark])


def test_there_are_five_statements():
    assert len(Sheet(agreement=[1, 2, 3, 4, 5]).agreement) == 5
    with pytest.raises(FactsError, match="只有 5 個項目"):
        Sheet(agreement=[1, 2, 3, 4, 5, 5])

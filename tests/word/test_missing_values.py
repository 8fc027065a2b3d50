"""numpy's and pandas' truth values, floats and missing values are refused as Python's own are."""

from pathlib import Path

import numpy
import pandas
import pytest

from jingjin_forms.errors import FillError
from tests.helpers import docx_text
from tests.word.build import par, rendered

NO_VALUE = r'是缺值（.*），不是要印的字：要印空白請給 None 或 ""'


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (numpy.True_, "是真假值"),
        (numpy.False_, "是真假值"),
        (numpy.float32(1.5), "是浮點數"),
        (numpy.float64(1.5), "是浮點數"),
        (float("nan"), NO_VALUE),
        (numpy.float64("nan"), NO_VALUE),
        (numpy.datetime64("NaT", "s"), NO_VALUE),
        (numpy.timedelta64("NaT", "s"), NO_VALUE),
        (pandas.NaT, NO_VALUE),
        (pandas.NA, NO_VALUE),
    ],
    ids=repr,
)
def test_what_is_no_text_is_refused(tmp_path: Path, value: object, reason: str) -> None:
    with pytest.raises(FillError, match=reason):
        rendered(tmp_path, par("{{ 值 }}"), data={"值": value})


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (numpy.int64(5), "5"),
        (numpy.str_("甲"), "甲"),
        ("NaT", "NaT"),  # a text is a text
        (pandas.Timestamp("2023-01-02"), "2023-01-02 00:00:00"),
        (numpy.datetime64("2023-01-02"), "2023-01-02"),
        (None, ""),
    ],
    ids=repr,
)
def test_lawful_neighbours_are_printed(tmp_path: Path, value: object, printed: str) -> None:
    assert docx_text(rendered(tmp_path, par("{{ 值 }}"), data={"值": value})) == [printed]


def test_truth_values_of_numpy_decide_as_any_other(tmp_path: Path) -> None:
    texts = "{% if 值 %}是{% else %}否{% endif %}"
    assert docx_text(rendered(tmp_path, par(texts), data={"值": numpy.True_})) == ["是"]
    assert docx_text(rendered(tmp_path, par(texts), data={"值": numpy.False_})) == ["否"]

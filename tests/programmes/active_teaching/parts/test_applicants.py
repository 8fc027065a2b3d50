"""Schools by their names: one that is written in two ways, and who is none."""

import pytest

from jingjin_forms.programmes.active_teaching.parts.applicants import (
    how_many_schools,
    names_a_school,
)


@pytest.mark.parametrize(
    ("names", "schools"),
    [
        (["甲國小", "乙國小", "丙國中"], 3),
        (["晨曦國小教務處", "花蓮縣吉安鄉晨曦國民小學", "晨曦國小"], 1),
        (["花蓮縣立望海國民中學", "望海國中", "望海國中潮汐分校"], 1),
        (["臺中市立中山國中", "臺中市中山國中"], 1),
        (["東岸高級中學國中部", "東岸高中"], 1),
        (["花蓮縣中正國小", "臺東縣中正國小"], 2),
        (["花蓮縣花蓮市中正國小", "花蓮縣玉里鎮中正國小", "花蓮縣中正國小"], 2),
        (["中正國小", "花蓮縣中正國小"], 1),
        (["國立東岸大學附小"], 1),
        (["海星中學", "東岸高商"], 2),
        (["東岸協會", "東岸大學", "花蓮縣政府", "中小學校長協會", "國小數學社群"], 0),
        (["無", "", "－"], 0),
    ],
)
def test_how_many_schools(names: list[str], schools: int):
    assert how_many_schools(names) == schools


def test_names_a_school():
    assert names_a_school("晨曦國小教務處")
    assert names_a_school("望海國中礁岩分班")
    assert not names_a_school("中小學校長協會")
    assert not names_a_school("東岸大學教育系")

"""Lines of one edition only: one layout, one .docx for each edition that it tells apart."""

from pathlib import Path

import pytest

from jingjin_forms.errors import LayoutError
from jingjin_forms.typeset import rebuild, stale, targets, typeset
from jingjin_forms.typeset.__main__ import main
from jingjin_forms.typeset.one_edition import later_years, lines_for
from tests.helpers import docx_text

LAYOUT = """page A4 portrait
甲
until 112 乙
since 113 丙
since 113 until 114 丁
\\since 113 這幾個字
table 5 5
| 項目 | 單價
since 113 | 小計 | {{ 小計 }}
until 112 + 說明 |
endtable
"""
YEARS = {
    None: ["甲", "乙", "since 113 這幾個字", "項目", "說明", "單價"],
    112: ["甲", "乙", "since 113 這幾個字", "項目", "說明", "單價"],
    113: ["甲", "丙", "丁", "since 113 這幾個字", "項目", "單價", "小計", "{{ 小計 }}"],
    114: ["甲", "丙", "丁", "since 113 這幾個字", "項目", "單價", "小計", "{{ 小計 }}"],
    115: ["甲", "丙", "since 113 這幾個字", "項目", "單價", "小計", "{{ 小計 }}"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "budget.layout").write_text(LAYOUT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("year", YEARS)
def test_each_year_has_its_lines(year: int | None):
    assert [line for line in docx_text(typeset(LAYOUT, school_year=year)) if line] == YEARS[year]


def test_lines_keep_their_numbers():
    source = "甲\n  since 113 [沒有這個] 乙\n丙"
    assert lines_for(source, 112) == "甲\n\n丙"
    assert lines_for(source, 113) == "甲\n[沒有這個] 乙\n丙"
    with pytest.raises(LayoutError, match=r"第 2 行「\[沒有這個\] 乙」"):
        typeset(source, school_year=113)


def test_years_are_those_in_which_something_changes():
    assert later_years(LAYOUT) == {113, 115}
    assert later_years("until 112 甲") == {113}
    assert later_years("\\since 113 甲\n# since 114 乙\nsince 丙") == set()


def test_one_layout_makes_a_file_for_each(folder: Path, capsys: pytest.CaptureFixture[str]):
    names = ["budget.docx", "budget.113.docx", "budget.115.docx"]
    assert [path.name for path in targets(folder)] == names
    assert stale(folder) == [folder / "budget.layout"]
    assert [path.name for path in rebuild(folder)] == names
    assert (rebuild(folder), stale(folder)) == ([], [])
    for name, year in zip(names, (None, 113, 115), strict=True):
        assert (folder / name).read_bytes() == typeset(LAYOUT, school_year=year)
    (folder / "budget.113.docx").write_bytes(typeset("舊"))
    assert main([str(folder), "--check"]) == 1
    assert "budget.layout" in capsys.readouterr().out
    assert [path.name for path in rebuild(folder)] == ["budget.113.docx"]


def test_marks_of_an_included_layout_count(folder: Path):
    (folder / "whole.layout").write_text("全\nuntil 119 include budget", encoding="utf-8")
    names = {path.name for path in targets(folder) if path.name.startswith("whole")}
    assert names == {"whole.docx", "whole.113.docx", "whole.115.docx", "whole.120.docx"}
    rebuild(folder)
    texts = {year: docx_text((folder / f"whole.{year}.docx").read_bytes()) for year in (113, 120)}
    assert "丙" in texts[113]
    assert "乙" not in texts[113]
    assert [line for line in texts[120] if line] == ["全"]


def test_faults_of_every_edition_are_told_each_once(folder: Path):
    (folder / "budget.layout").write_text("[甲] 一\nsince 113 [乙] 二\n", encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        rebuild(folder)
    assert [problem.where for problem in caught.value.problems] == [
        "budget.layout 第 1 行「[甲] 一」",
        "budget.layout 第 2 行「[乙] 二」",
    ]


@pytest.mark.parametrize("line", ["since 113", "since 甲", "until 1130 乙", "since 113學年度 丙"])
def test_a_mark_that_means_nothing_is_not_printed(line: str):
    for text in (line, f"table 5\n| 甲\n{line}\nendtable"):
        with pytest.raises(LayoutError, match=r"例如 since 113 \| 項目"):
            typeset(text)


def test_two_layouts_of_one_file_are_refused(folder: Path):
    (folder / "budget.113.layout").write_text("另一份", encoding="utf-8")
    with pytest.raises(LayoutError, match=r"budget\.113\.layout 也排出 budget\.113\.docx"):
        rebuild(folder)

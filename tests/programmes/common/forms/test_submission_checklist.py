"""送件清單: its tables are printed as far as there is something to list."""

from typing import Any

import pytest

from jingjin_forms.packets.papers import State
from jingjin_forms.programmes.common.forms.submission_checklist import (
    PaperState,
    SubmissionChecklist,
)
from tests.helpers import docx_text


def printed(**facts: Any) -> list[str]:
    return docx_text(SubmissionChecklist(submission_name="甲", **facts).to_bytes())


@pytest.mark.parametrize(("papers", "numbers"), [(0, "1234"), (1, "1"), (3, "123"), (5, "12345")])
def test_rows(papers: int, numbers: str):
    shown = printed(papers=[{"文件": "表"}] * papers)
    assert [text for text in shown if text.isdecimal()] == list(numbers)


@pytest.mark.parametrize(
    ("facts", "headings"),
    [
        ({}, []),
        ({"期限": [{"事項": "乙"}]}, ["期限"]),
        ({"檢核結果": [{"說明": "丙"}]}, ["檢核結果"]),
        ({"送件方式": [{"送法": "紙本"}]}, ["送件方式"]),
        ({"期限": [{"事項": "乙"}], "檢核結果": [{"說明": "丙"}]}, ["期限", "檢核結果"]),
    ],
)
def test_tables_without_rows_are_not_printed(facts: dict[str, Any], headings: list[str]):
    shown = printed(**facts)
    assert [t for t in shown if t in ("送件方式", "期限", "檢核結果")] == headings
    assert ("事項" in shown, "輕重" in shown) == ("期限" in headings, "檢核結果" in headings)


def test_clause_stands_under_what_it_asks_for():
    joined = "\n".join(printed(papers=[{"文件": "計畫", "依據": "十三(四)"}]))
    assert "計畫\n十三(四)" in joined


def test_a_row_for_each_way_of_handing_in():
    both = {"文件": "計畫", "依據": "十三(三)"}
    mailed = both | {"送法": "紙本", "份數與裝訂": "1式1份"}
    shown = printed(deliveries=[mailed, both | {"送法": "上傳"}])
    assert "\n".join(shown).count("計畫\n十三(三)") == 2
    assert [t for t in shown if t in ("紙本", "上傳", "1式1份")] == ["紙本", "1式1份", "上傳"]


def test_finding_names_its_paper_and_the_field():
    both = {"文件": "經費概算表", "欄位": "雜支"}
    shown = "\n".join(printed(findings=[both, {"欄位": "場次"}, {"文件": "簽到表"}]))
    assert "經費概算表\n雜支" in shown
    assert "場次" in shown
    assert "簽到表" in shown


def test_a_community_may_apply():
    assert printed(school="山海社群")[2:4] == ["申請單位", "山海社群"]
    assert printed()[2:4] == ["申請單位", ""]


def test_states_are_those_of_a_packet():
    assert list(PaperState) == list(State)

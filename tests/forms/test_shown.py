"""What a console and a notebook show: never a screen full, never an error."""

import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import BatchReport, BudgetEstimate, FillError, fill_many, load_packet
from jingjin_forms.batch import Outcome
from jingjin_forms.checks import Findings, Severity
from jingjin_forms.errors import Problem, plain_value
from jingjin_forms.export.preview import Pages
from jingjin_forms.values.roc import RocDate
from tests.helpers import SAMPLES

A_SCREEN = 2_000  # characters


def budget(**changes: Any) -> Any:
    return BudgetEstimate.sample().model_copy(update=changes)


class TestFindings:
    def test_a_tuple_and_a_table(self):
        found = budget(miscellaneous=9999).check()
        assert isinstance(found, tuple)
        assert "[錯誤] 「雜支」" in repr(found)
        html = found._repr_html_()
        assert "<table>" in html
        assert "以小計金額之 6%為限" in html
        assert budget().check() == ()
        assert repr(Findings()) == "()"
        assert "沒有發現問題" in Findings()._repr_html_()
        assert pickle.loads(pickle.dumps(found)) == found

    def test_texts_are_no_markup(self):
        odd = replace(budget(miscellaneous=9999).check()[0], message="<script>")
        assert "<script>" not in Findings([odd])._repr_html_()

    def test_many_are_not_a_screen_full(self):
        found = Findings(budget(miscellaneous=9999).check() * 500)
        assert len(repr(found)) < A_SCREEN
        assert "…還有" in repr(found)

    def test_for_a_program(self):
        (found,) = BudgetEstimate.load(
            {
                "學校名稱": "甲國小",
                "學年度": 112,
                "經費項目": [{"項目": "甲", "單價": 5, "數量": 1, "總價": 6}],
            }
        ).check()
        assert (found.path, found.code, found.value) == (("經費項目", 0, "總價"), "arithmetic", 6)
        told = [finding.as_dict() for finding in budget(miscellaneous=9999).check()]
        by_code = {each["code"]: each for each in json.loads(json.dumps(told))}
        assert by_code["A09"]["value"] == 9999
        assert by_code["A09"]["path"] == ["雜支"]
        assert by_code["basic_sum"]["value"] == 32_999  # a figure that is worked out

    def test_in_a_packet(self):
        packet = load_packet(SAMPLES / "packets" / "school_based" / "application.yaml")
        assert len(repr(packet)) < A_SCREEN
        plan = packet.papers[1]
        assert packet.fact_at(("學校名稱",), plan.title) == "花蓮縣吉安鄉晨曦國民小學"
        assert packet.fact_at(("沒有",), plan.title) is None


class TestRowsPutIn:
    def test_a_row_that_can_be_read_is(self):
        form = budget()
        before = form.total
        form.lines.append({"項目": "印刷費", "單價": "100", "數量": 2})
        assert form.check() == budget(lines=form.lines).check()
        assert form.whole().total == before + 200
        assert form.to_bytes() == budget(lines=form.lines).to_bytes()

    @pytest.mark.parametrize("row", [{"項目": "x", "單價": "很多"}, {}, 5, None, ["x"], "x"])
    def test_one_that_cannot_is_a_finding(self, row: Any):
        form = budget()
        form.lines.append(row)
        found = form.check()
        assert found
        assert all(each.code == "not_read" for each in found)
        assert all(each.path[:2] == ("經費項目", 5) for each in found)
        assert "<div" in form._repr_html_()
        with pytest.raises(FillError, match="經費項目第 6 項"):
            form.to_bytes()


def test_check_never_raises(monkeypatch: pytest.MonkeyPatch):
    form = budget(miscellaneous=9999)
    rule = next(rule for rule in type(form).rules if rule.number == "A09")
    assert len(form.check()) == 2

    def fails(*_: object) -> Any:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(type(rule), "faults", fails)
    found = form.check()
    unfinished = [each for each in found if each.code == "not_checked"]
    assert "A09" in {each.rule for each in unfinished}
    assert all("檢核沒有做完" in each.message for each in unfinished)
    odd = BudgetEstimate.model_construct(lines=3, school=None, miscellaneous="x")
    assert odd.check()
    assert "<div" in odd._repr_html_()


def test_pages_show_themselves():
    pages = Pages([b"\x89PNG" * 100_000] * 3)
    assert len(repr(pages)) < 100
    assert "3 頁" in repr(pages)
    assert pages._repr_html_().count('src="data:image/png;base64,') == 3
    assert pages == [b"\x89PNG" * 100_000] * 3


@pytest.mark.parametrize("value", ["長" * 100_000, [{"項目": "甲"}] * 5_000])
def test_facts_are_not_a_screen_full(value: Any):
    changes = {"plan_name": value} if isinstance(value, str) else {"lines": value}
    form = budget(**changes)
    for shown in (repr(form), str(form), repr(BudgetEstimate.rules), repr(form.check())):
        assert len(shown) < A_SCREEN
    assert "共 " in repr(form)


class TestReport:
    def rows(self, count: int) -> list[dict[str, Any]]:
        lines = [{"項目": "講師費", "單價": 1000, "數量": 1}]
        rows = [{"學校名稱": f"甲{n}國小", "學年度": 112, "經費項目": lines} for n in range(count)]
        rows[0] |= {"雜支": 61}
        rows[-1] |= {"雜支": "<b>很多"}
        return rows

    def test_a_table_with_what_needs_somebody_first(self):
        report = fill_many("經費概算表", self.rows(60), None)
        assert len(repr(report)) < 200
        html = report._repr_html_()
        assert html.index("有錯，未產生") < html.index("甲1國小")
        assert html.count("<tr") == 31
        assert "還有 30 列" in html
        assert "<b>很多" not in html
        assert "<table>" not in BatchReport()._repr_html_()

    def test_what_a_program_goes_by(self, tmp_path: Path):
        report = fill_many("經費概算表", self.rows(2), None)
        checked, failed = report
        (error,) = [each for each in checked.details if each.severity == "error"]
        assert (error.code, error.path, error.value) == ("A09", ("雜支",), 61)
        assert error.clause == "花蓮縣112學年度學校本位進修實施計畫 表 1-1 雜支"
        assert failed.outcome is Outcome.FAILED
        assert failed.details == (("problem", "amount", ("雜支",), "<b>很多", "", "", 2),)
        kept = json.loads(report.save(tmp_path / "r.json").read_text(encoding="utf-8"))
        detail = {"severity": "problem", "code": "amount", "path": ["雜支"], "value": "<b>很多"}
        assert kept[1]["details"] == [{**detail, "clause": "", "sheet": "", "row": 2}]

    def test_two_of_one_name_and_a_file_that_is_there(self, tmp_path: Path):
        rows = [{"學校名稱": "甲國小"}] * 2
        report = fill_many("經費概算表", rows, tmp_path)
        codes = [[d.code for d in row.details if d.severity == "problem"] for row in report]
        assert codes == [["same_name"], ["exists", "same_name"]]


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (5, 5),
        (10**30, str(10**30)),
        (1.5, "1.5"),
        (RocDate("112年3月1日"), "112年3月1日"),
        (Severity.ERROR, "錯誤"),
        (b"x" * 1500, "（1,500 位元組）"),
    ],
)
def test_values_as_json_holds_them(value: object, plain: object):
    assert plain_value(value) == plain
    json.dumps(Problem("x", "y", value, ("x", 1), "code").as_dict())
    assert len(str(plain_value("長" * 10_000))) < 300

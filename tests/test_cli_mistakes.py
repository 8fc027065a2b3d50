"""What people type wrongly at the command line, and the message that each gets."""

import json
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import BudgetEstimate, FactsError
from jingjin_forms.packets.reading import load_packet

PACKET = "送件: school_based/application\n學校名稱: 花蓮縣宜昌國小\n"
FORM = "表件: 表1-1\n學校名稱: 花蓮縣宜昌國小\n學年度: 112\n"
LINES = "經費項目:\n  - 項目: 講師費\n    單價: 二千\n    數量: 3\n"
PRINTING = "  - 項目: 印刷費\n    單價: 101\n    數量: 1\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["fill", "送件.yaml"],
            "這份資料是一次送件的，不是一張表件；產生全部文件請用 jingjin packet",
        ),
        (["preview", "送件.yaml"], "請用 jingjin packet 送件.yaml"),
        (["fill", "送件.yaml", "--form", "表1-1"], "請用 jingjin packet 送件.yaml"),
        (["check", "送件.yaml", "--form", "表1-1"], "只要檢核用 jingjin check 送件.yaml"),
        (["show", "school_based/application"], "是送件，不是一張表件：要填的欄位用 jingjin new"),
        (["show", "學校本位進修 送審"], "規則用 jingjin rules school_based"),
        (["new", "school_based/application", "-o", "a.docx"], "是送件，不是一張表件"),
        (["new", "經費概算", "-o", "a.yaml"], "school_based/budget_estimate（花蓮縣 學校本位進修"),
        (["new", "提要表", "-o", "送件.yaml"], "要覆寫請加 --overwrite。"),
        (["fill", "無.yaml"], "錯誤：無.yaml：表件：沒有寫明是哪一張表件"),
        (["show", "送件.yaml"], "是資料檔，不是表件的名稱：檢核用 jingjin check 送件.yaml"),
        (["check", "夾"], "這是一個資料夾，請給裡面的資料檔"),
        (["check", "混.yaml"], "這一行要寫成 送件: school_based/application"),
        (["fill", "混.yaml"], "這一行要寫成 送件: school_based/application"),
        (["check", "反.yaml"], "是一張表件，要寫成 表件: school_based/budget_estimate；送件有"),
    ],
)
def test_a_mistake_and_its_message(jingjin: Any, arguments: list[str], told: str):
    Path("送件.yaml").write_text(PACKET, encoding="utf-8")
    Path("無.yaml").write_text("學校名稱: 花蓮縣宜昌國小\n", encoding="utf-8")
    Path("混.yaml").write_text("表件: 學校本位進修 送審\n", encoding="utf-8")
    Path("反.yaml").write_text("送件: 經費概算表\n", encoding="utf-8")
    Path("夾").mkdir()
    before = sorted(Path().iterdir())
    result = jingjin(*arguments)
    assert (result.code, result.out) == (1, "")
    assert told in result.err
    assert not any(python in result.err for python in ("Path(", "overwrite=", "None", "__"))
    assert sorted(Path().iterdir()) == before


class TestRulesOnWhatCanBeRead:
    def test_beside_a_value_that_cannot(self, jingjin: Any):
        Path("a.yaml").write_text(FORM + LINES + PRINTING, encoding="utf-8")
        result = jingjin("check", "a.yaml")
        assert result.code == 1
        assert "金額「二千」不是數字" in result.err
        assert "印刷費單價 101 元，上限 100 元" in result.out
        assert "經費項目第 2 項" in result.out  # as the person counts

    def test_what_was_left_out_is_not_missed(self, jingjin: Any):
        Path("a.yaml").write_text(FORM.replace("112", "今年"), encoding="utf-8")
        result = jingjin("check", "a.yaml")
        assert (result.code, result.out) == (1, "")
        assert "「今年」不是學年度" in result.err

    def test_a_row_that_is_none_keeps_the_others_unnumbered(self, jingjin: Any):
        lines = f"經費項目:\n  - 講師費\n{PRINTING}雜支: 1\n"
        Path("a.yaml").write_text(FORM + lines, encoding="utf-8")
        result = jingjin("check", "a.yaml")
        assert "要填一組資料" in result.err
        assert "第 2 項" not in result.out

    def test_for_programs(self, jingjin: Any):
        Path("a.yaml").write_text(FORM + LINES + PRINTING, encoding="utf-8")
        told = json.loads(jingjin("check", "a.yaml", "--json").out)
        assert told[0]["path"] == ["經費項目", 0, "單價"]
        assert told[0]["message"].startswith("金額「二千」不是數字")
        assert told[1]["path"] == ["經費項目", 1, "單價"]


@pytest.mark.parametrize(
    ("school", "is_told"),
    [("宜昌國小", True), ("花蓮縣宜昌國小", False), ("吉安鄉公所", False)],
)
def test_a_school_without_its_county(jingjin: Any, school: str, is_told: bool):
    Path("a.yaml").write_text(FORM.replace("花蓮縣宜昌國小", school), encoding="utf-8")
    for command in ("check", "fill"):
        assert ("沒有寫縣市，紙上照這樣印" in jingjin(command, "a.yaml").err) == is_told


@pytest.mark.parametrize(
    ("given", "read"), [("3", 3), ("第三級", 3), ("5級", 5), ("第一級", 1), ("6", 6)]
)
def test_a_tier(given: str, read: int):
    packet = load_packet({"送件": "active_teaching/application", "財力級次": given})
    assert packet.application.fiscal_tier == read  # type: ignore[attr-defined]


@pytest.mark.parametrize("given", ["很高", "第六級的", "一二", "級"])
def test_the_range_of_the_tiers_is_in_the_message(given: str):
    packet = load_packet({"送件": "active_teaching/application", "財力級次": given})
    assert any("要填 1 到 5，例如 3（第三級）" in p.message for p in packet.problems)


def of_lines(*lines: dict[str, Any], **more: Any) -> BudgetEstimate:
    return BudgetEstimate.load({"學校名稱": "花蓮縣甲國小", "經費項目": [*lines], **more})


MISC = {"項目": "雜支", "單價": 360, "數量": 1}
LECTURE = {"項目": "講師費", "單價": 1000, "數量": 6}


class TestMiscellaneousAsAnItem:
    @pytest.mark.parametrize("misc", [MISC, {"項目": "雜支 ", "總價": 360}])
    def test_stands_in_the_row_of_its_own(self, misc: dict[str, Any]):
        made = of_lines(LECTURE, misc)
        assert made == of_lines(LECTURE, 雜支=360)
        assert (made.subtotal, made.total) == (6000, 6360)

    @pytest.mark.parametrize(
        ("misc", "more"),
        [
            ({**MISC, "說明": "文具、郵資"}, {}),  # which the row has no place for
            (MISC, {"雜支": 100}),
            ({"項目": "雜支"}, {}),
            ({**MISC, "項目": "其他雜支"}, {}),
        ],
    )
    def test_stays_a_line_where_something_would_be_lost(
        self, misc: dict[str, Any], more: dict[str, Any]
    ):
        made = of_lines(LECTURE, misc, **more)
        assert len(made.lines) == 2
        assert made.miscellaneous == more.get("雜支")

    def test_when_it_is_set_later(self):
        made = of_lines(LECTURE)
        made.lines = [*made.lines, type(made.lines[0])(item="雜支", total=360)]
        assert (len(made.lines), made.miscellaneous) == (1, 360)


def test_an_error_is_still_one_error():
    with pytest.raises(FactsError, match="二千"):
        of_lines({"項目": "雜支", "單價": "二千"})

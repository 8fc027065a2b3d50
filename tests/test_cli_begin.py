"""To begin with facts, and to change them: new, rescale, calendar; and what is typed wrongly."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.forms.form import Form

PACKET = """送件: school_based/application
學校名稱: 花蓮縣吉安鄉宜昌國民小學
學年度: 112
教師數: 24
研習課程:
  - 日期: 112年9月20日
    課程名稱: 提問的設計
經費項目:
  - 項目: 印刷費
    單價: 100
    數量: 100
"""
FORM = PACKET.replace("送件: school_based/application", "表件: 實施計畫").replace(
    "教師數: 24\n", ""
)


@pytest.fixture(autouse=True)
def files(jingjin: Any) -> None:
    Path("送審.yaml").write_text(PACKET, encoding="utf-8")
    Path("計畫.yaml").write_text(FORM, encoding="utf-8")
    Path("無.yaml").write_text("學校名稱: 花蓮縣宜昌國小\n", encoding="utf-8")
    Path("壞.yaml").write_text(PACKET.replace("單價: 100", "單價: 一百"), encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new", "active_teaching", "--plan", "計畫九"], "可以選的是 申請類別：計畫一、計畫二"),
        (["new", "school_based", "--plan", "計畫一"], "沒有可以選的計畫，請不要加 --plan"),
        (["new", "附件八", "--plan", "計畫一", "-o", "a.xlsx"], "只用在資料檔：檔名請用 .yaml"),
        (["new", "附件八", "--all", "-o", "a.docx"], "只用在資料檔與名冊：檔名請用 .yaml 或 .xlsx"),
        (["new", "送審", "--from", "送審.yaml"], "沒有「送審」這張表件"),
        (["new", "school_based/results", "--from", "沒.yaml"], "找不到資料檔「沒.yaml」"),
        (["new", "school_based/results", "--from", "無.yaml"], "沒有寫明是哪一種送件"),
        (
            ["new", "school_based/results", "--from", "送審.yaml", "-o", "計畫.yaml"],
            "「計畫.yaml」已經存在，沒有覆寫。要覆寫請加 --overwrite。",
        ),
        (["rescale", "送審.yaml", "--to", "10,001"], "高於申請的合計 10,000 元，沒有要刪減的"),
        (["rescale", "送審.yaml", "--to", "一萬"], "金額「一萬」不是數字"),
        (["rescale", "壞.yaml", "--to", "9000"], "經費項目第 1 項「單價」：金額「一百」不是數字"),
        (["rescale", "沒.yaml", "--to", "9000"], "找不到資料檔「沒.yaml」"),
        (["rescale", "無.yaml", "--to", "9000"], "沒有寫明是哪一張表件"),
        (["rescale", "計畫.yaml", "--to", "9000", "-o", "送審.yaml"], "要覆寫請加 --overwrite"),
        (["rescale", "送審.yaml", "--to", "9000", "-o", "a.docx"], "副檔名要是 .yaml 或 .json"),
        (["calendar", "沒有"], "沒有「沒有」這張表件"),
        (["calendar", "沒.yaml"], "找不到資料檔「沒.yaml」"),
        (["calendar"], "請寫計畫的代號"),
        (["calendar", "active_teaching", "--facts", "送審.yaml"], "不是國教署 活化教學與多元學習"),
    ],
)  # fmt: skip
def test_a_mistake_and_its_message(jingjin: Any, arguments: list[str], told: str):
    before = sorted(Path().iterdir())
    result = jingjin(*arguments)
    assert (result.code, result.out) == (1, "")
    assert told in result.err
    assert not any(python in result.err for python in ("Path(", "overwrite=", "None", "__"))
    assert sorted(Path().iterdir()) == before


class TestNew:
    def test_results_from_the_application(self, jingjin: Any):
        result = jingjin("new", "school_based/results", "--from", "送審.yaml", "-o", "成果.yaml")
        assert result.out == "已產生 成果.yaml\n"
        assert result.err == "[提醒] 這裡沒有的欄位不帶入：教師數\n"
        facts: Any = parse_yaml(Path("成果.yaml").read_text(encoding="utf-8"))
        assert facts["研習課程"][0]["課程名稱"] == "提問的設計"
        assert jingjin("check", "成果.yaml", "--on", "113年7月1日").err == ""

    def test_what_others_fill_in(self, jingjin: Any):
        assert "\n審查結果:" not in jingjin("new", "審查作業表").out
        assert "\n審查結果:" in jingjin("new", "審查作業表", "--all").out
        assert "審查小組填；可填：全案通過" in jingjin("show", "審查作業表").out


class TestRescale:
    @pytest.mark.parametrize("name", ["送審", "計畫"])
    def test_says_what_was_changed(self, jingjin: Any, name: str):
        result = jingjin("rescale", f"{name}.yaml", "--to", "9,050", "--on", "112年3月1日")
        assert result.code == 0
        assert result.out.splitlines() == [
            "申請的合計 10,000 元，核定金額 9,050 元：",
            "  經費項目第 1 項「數量」：100 → 90",
            "  剩下 50 元，沒有一個項目用得上",
            f"已產生 {name}_9050.yaml",
        ]
        assert ("「修正版」請填「是」" in result.err) == (name == "送審")
        assert "印刷費" in result.err  # 30% of it all, as `check` says
        assert "期限是" not in result.err
        assert Path(f"{name}.yaml").read_text(encoding="utf-8") in (PACKET, FORM)

    def test_of_all_that_was_asked_for_nothing_is_written(self, jingjin: Any):
        result = jingjin("rescale", "送審.yaml", "--to", "10000")
        assert "沒有要刪減的，不產生檔案。" in result.out
        assert not Path("送審_10000.yaml").exists()


class TestCalendar:
    @pytest.mark.parametrize("given", [["送審.yaml"], ["school_based", "--facts", "計畫.yaml"]])
    def test_of_facts(self, jingjin: Any, given: list[str]):
        out = jingjin("calendar", *given, "--on", "112年4月1日").out
        told = ["已過 15 天", "還有 6 天", "還有 471 天"]
        assert sorted(told, key=out.index) == told
        assert out.count("112年3月17日下午5時") == 1

    def test_of_a_year_without_its_text(self, jingjin: Any):
        Path("a.yaml").write_text(FORM.replace("112\n", "113\n"), encoding="utf-8")
        result = jingjin("calendar", "a.yaml")
        assert result.out == "沒有查得到的期限；請看主管機關的公文。\n"
        assert "沒有該學年度的規定可以對照" in result.err

    def test_of_a_form_it_is_its_programme_s(self, jingjin: Any):
        assert jingjin("calendar", "審查作業表").out == jingjin("calendar", "school_based").out


def test_preview_checks_for_the_day(jingjin: Any, monkeypatch: pytest.MonkeyPatch):
    def pages(*_: object) -> list[bytes]:
        return [b"png"]

    monkeypatch.setattr(Form, "preview", pages)
    assert "112年4月8日 已經過了 1 天" in jingjin("preview", "計畫.yaml", "--on", "112年4月8日").err
    again = jingjin("preview", "計畫.yaml", "--on", "112年3月1日", "--overwrite")
    assert "已經過了" not in again.err

"""Facts files cut to the approved sum: of a form, and of a packet."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import AmountError, BudgetEstimate, FactsError, load, load_packet, rescale_facts
from jingjin_forms.facts.facts_file import parse_yaml

FORM = """表件: 經費概算表
學校名稱: 花蓮縣宜昌國小
學年度: 112
雜支: 600
經費項目:
  - 項目: 講師費
    單價: 2,000
    數量: 6
    總價: 12,000
    說明: |-
      第一行
      第二行
  - 項目: 印刷費
    單價: 50
    數量: 40
"""
PACKET = FORM.replace("表件: 經費概算表", "送件: school_based/application") + "合計: 14,600\n"
CUT = ["經費項目第 1 項「數量」：6 → 5", "「雜支」：600 → 514"]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return path


class TestOfAForm:
    def test_the_new_file_has_the_budget_and_its_comments(self, tmp_path: Path):
        cut = rescale_facts(written(tmp_path, FORM), "13,000")
        assert ([str(change) for change in cut.changes], cut.left_over) == (CUT, 486)
        path = cut.save(tmp_path / "b.yaml")
        assert "數量: 5                   # 只填數字，例如 6" in path.read_text(encoding="utf-8")
        budget = load(path)
        assert budget == cut.made
        assert (cut.asked, budget.total) == (14_600, 12_514)  # type: ignore[attr-defined]

    def test_it_may_be_named_beside(self, tmp_path: Path):
        path = written(tmp_path, FORM.partition("\n")[2])
        assert isinstance(rescale_facts(path, 13_000, form="表1-1").made, BudgetEstimate)

    def test_one_dollar_too_much(self, tmp_path: Path):
        path = written(tmp_path, FORM)
        assert rescale_facts(path, 14_600).changes == ()
        with pytest.raises(AmountError, match="核定金額 14,601 元高於申請的合計 14,600 元"):
            rescale_facts(path, 14_601)

    def test_without_a_budget(self, tmp_path: Path):
        path = written(tmp_path, "表件: 審查作業表\n學校名稱: 花蓮縣宜昌國小\n")
        with pytest.raises(FactsError, match="「審查作業表」沒有經費，不能依核定金額刪減"):
            rescale_facts(path, 1)


class TestOfAPacket:
    def test_all_else_stays_as_it_was_typed(self, tmp_path: Path):
        source = written(tmp_path, PACKET)
        cut = rescale_facts(source, 13_000)
        assert [str(change) for change in cut.changes] == CUT
        facts: Any = parse_yaml(cut.save(tmp_path / "b.yaml").read_text(encoding="utf-8"))
        first, second = facts["經費項目"]
        assert (facts["雜支"], first["數量"], second["數量"]) == ("514", "5", "40")
        assert (first["單價"], first["說明"]) == ("2,000", "第一行\n第二行")
        assert ("合計" in facts, first["總價"]) == (False, "")  # they were of the old figures
        packet = load_packet(tmp_path / "b.yaml")
        plan: Any = packet.form("implementation_plan")
        assert (packet.problems, plan.total) == ((), 12_514)
        assert "合計: 14,600" in source.read_text(encoding="utf-8")

    def test_as_json(self, tmp_path: Path):
        path = rescale_facts(written(tmp_path, PACKET), 13_000).save(tmp_path / "b.json")
        plan: Any = load_packet(path).form("implementation_plan")
        assert plan.total == 12_514

    def test_files_are_found_from_the_new_folder(self, tmp_path: Path):
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / "a.pdf").write_bytes(b"%PDF-")
        text = PACKET.replace("school_based/application", "school_based/results")
        path = written(tmp_path, text + "自備:\n  簽到表: own/a.pdf\n")
        (tmp_path / "new").mkdir()
        packet = load_packet(rescale_facts(path, 13_000).save(tmp_path / "new" / "a.yaml"))
        assert packet.application.own_papers["簽到表"] == "../own/a.pdf"
        assert packet.problems == ()

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            (PACKET + "計劃名稱: 甲\n", "是不是「計畫名稱」"),
            ("送件: learning_community/results\n", "沒有經費表，不能依核定金額刪減"),
        ],
    )
    def test_what_cannot_be_cut(self, text: str, told: str, tmp_path: Path):
        with pytest.raises(FactsError, match=told):
            rescale_facts(written(tmp_path, text), 1)

    def test_several_budgets(self):
        path = Path("samples/packets/learning_community/application.yaml")
        with pytest.raises(FactsError, match="不只一份經費表"):
            rescale_facts(path, 1000)

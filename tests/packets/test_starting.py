"""Facts files to begin with: of one plan, and with the facts of another file."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import FactsError, get_form, load_packet
from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.choosing import deciding_choice
from jingjin_forms.packets.starting import new_facts

SAMPLES = Path("samples/packets").absolute()


def facts_of(text: str) -> Any:
    return parse_yaml(text)


class TestOfOnePlan:
    def test_it_is_short(self):
        whole, of_one = (
            new_facts("active_teaching").text,
            new_facts("活化教學與多元學習 申請", plan="計畫1").text,
        )
        assert len(of_one.splitlines()) * 2 < len(whole.splitlines())
        facts = facts_of(of_one)
        assert facts["申請類別"] == "計畫一"
        assert {"班級數", "參與教師", "經費項目"} <= set(facts)
        assert {"計畫五角色", "計畫三申請金額", "經常門", "大學團隊名稱"}.isdisjoint(facts)
        assert "計畫別" not in facts  # it follows
        assert "jingjin new active_teaching/application --plan 計畫一" in whole
        assert "--plan" not in of_one

    @pytest.mark.parametrize(
        ("stage", "plan"),
        [("application", "計畫一"), ("application", "計畫五"), ("results", "自主社群研習")],
    )
    def test_every_paper_can_be_made(self, stage: str, plan: str):
        facts = facts_of(new_facts(f"active_teaching/{stage}", plan=plan).text)
        packet = load_packet(facts)
        assert {problem.message for problem in packet.problems} <= {"沒有填，請補上。"}
        own = [paper for paper in packet.application.papers if paper.needed(packet.application)]
        brought = {paper.title for paper in own if not paper.form}
        assert set(facts.get("自備") or {}) == brought

    def test_lists_stand_under_the_paper_that_prints_them(self):
        text = new_facts("active_teaching").text
        shared = text.partition("# 課程與教學發展經費申請表、經費申請表\n")[2].partition("\n#")[0]
        assert {"物品明細", "書籍清單"} == set(facts_of(shared))
        alone = new_facts("active_teaching", plan="計畫一").text
        assert "物品明細:" in alone.partition("# 經費申請表\n")[2]

    def test_which_choice_decides_is_not_listed_anywhere(self):
        found = {a.key: getattr(deciding_choice(a), "label", None) for a in list_applications()}
        decided = {key for key, label in found.items() if label == "申請類別"}
        assert decided == {"active_teaching/application", "active_teaching/results"}
        assert {label for label in found.values()} == {"申請類別", None}

    @pytest.mark.parametrize(
        ("name", "plan", "told"),
        [
            ("active_teaching", "計畫九", "沒有這個選項；可以選的是 申請類別：計畫一、計畫二"),
            ("active_teaching", "是", "沒有這個選項"),
            ("school_based", "計畫一", "這裡沒有可以選的計畫，請不要加 --plan"),
            (
                "附件一",
                "是",
                "不只一個欄位有「是」這個選項；請寫明是哪一個，例如 --plan 申辦多年期=是",
            ),
        ],
    )
    def test_a_plan_that_is_none(self, name: str, plan: str, told: str):
        with pytest.raises(FactsError, match=told):
            new_facts(name, plan=plan)

    @pytest.mark.parametrize("plans", ["計畫一,計畫三", "計畫一、 計畫三", ["計畫一", "計畫三"]])
    def test_several_have_the_fields_of_each(self, plans: str | list[str]):
        text = new_facts("active_teaching", plan=plans).text
        facts = facts_of(text)
        assert {"班級數", "到校次數", "參與教師", "大學團隊名稱"} <= set(facts)
        assert {"計畫五角色", "計畫三申請金額", "經常門", "計畫別"}.isdisjoint(facts)
        assert facts["申請類別"] == ""  # a file is for one of them
        assert "# 計畫一、計畫三的欄位都列出；一份資料檔只填一種申請類別，請各存一份。" in text

    def test_options_of_several_choices_are_filled_in(self):
        begun = new_facts("附件五", plan="由學校自行規劃,續辦")
        facts = facts_of(begun.text)
        assert (facts["辦理方式"], facts["申辦情形"]) == ("由學校自行規劃", "續辦")
        assert "團隊成員" not in facts
        assert "續辦" in facts_of(new_facts("附件一", plan="申辦情形=續辦").text).values()

    def test_a_plan_asks_what_its_rules_go_by(self):
        # 附件八 備註 4: 教材教具費 20%, 「但教師研習計畫不在此限」, whichever the plan
        asked = [
            plan
            for plan in ("計畫一", "計畫二", "計畫三", "計畫四", "計畫五")
            if "教師研習計畫" in facts_of(new_facts("active_teaching", plan=plan).text)
        ]
        assert asked == ["計畫一", "計畫二", "計畫三", "計畫四"]

    def test_all_that_are_none_are_told_at_once(self):
        with pytest.raises(FactsError) as error:
            new_facts("active_teaching", plan="計畫一,計畫九,計畫八")
        assert [problem.value for problem in error.value.problems] == ["計畫九", "計畫八"]


class TestWithFacts:
    def test_results_take_those_of_the_application(self):
        source = SAMPLES / "school_based" / "application.yaml"
        begun = new_facts("school_based/results", source=source)
        assert begun.left_out == ("必修課程", "班級數", "教師數")
        facts, given = facts_of(begun.text), facts_of(source.read_text(encoding="utf-8"))
        assert facts["研習課程"] == given["研習課程"]
        assert [row["場次"] for row in facts["實施成果"]] == ["1", "2", "3", "4", "5", "6"]
        result: Any = load_packet(facts).forms("session_result")[1]
        assert (str(result.date), result.topic) == ("112年10月18日", "探究歷程的評量規準")

    def test_and_are_of_its_plan(self):
        source = SAMPLES / "active_teaching" / "application.yaml"
        begun = new_facts("active_teaching/results", source=source)
        facts = facts_of(begun.text)
        assert facts["申請類別"] == "計畫三"
        assert "工作報告份數" not in facts
        assert facts["學校名稱"] == facts_of(source.read_text(encoding="utf-8"))["學校名稱"]

    def test_what_says_how_that_was_handed_in_stays_there(self):
        given = {"送件": "school_based/application", "修正版": "是", "學年度": "112"}
        begun = new_facts("school_based/results", source=given)
        assert (begun.left_out, facts_of(begun.text)["修正版"]) == (("修正版",), "")
        again = new_facts("school_based/application", source=given)
        assert facts_of(again.text)["修正版"] == "是"

    @pytest.mark.slow
    def test_the_same_application_again_is_the_same(self):
        path = SAMPLES / "school_based" / "results.yaml"
        before = load_packet(path)
        text = new_facts(before.key, source=path, whole=True).text
        after = load_packet(facts_of(text), folder=path.parent)
        assert after.problems == before.problems
        assert [paper.form for paper in after.papers] == [paper.form for paper in before.papers]

    def test_of_a_form_that_is_a_word_file(self, tmp_path: Path):
        (tmp_path / "school").mkdir()
        shutil.copy(get_form("提要表").template_path(), tmp_path / "own.docx")
        path = tmp_path / "school" / "a.yaml"
        path.write_text("表件: ../own.docx\n計畫名稱: 閱讀\n", encoding="utf-8")
        facts = facts_of(new_facts("經費概算表", source=path).text)
        assert (facts["表件"], facts["計畫名稱"]) == ("school_based/budget_estimate", "閱讀")

    def test_files_are_named_from_where_it_will_lie(self, tmp_path: Path):
        shutil.copytree(SAMPLES.parent / "photos", tmp_path / "photos")
        shutil.copytree(SAMPLES, tmp_path / "packets")
        (tmp_path / "other").mkdir()
        source = tmp_path / "packets" / "school_based" / "results.yaml"
        text = new_facts("school_based/results", source=source, folder=tmp_path / "other").text
        facts = facts_of(text)
        assert facts["自備"]["簽到表"] == "../packets/school_based/own/sign_in.png"
        assert facts["實施成果"][0]["照片"][0]["照片檔"] == "../photos/lecture.png"
        assert (
            load_packet(facts, folder=tmp_path / "other").problems == load_packet(source).problems
        )

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("學校名稱: 花蓮縣宜昌國小\n", "沒有寫明是哪一種送件或哪一張表件的資料，不能帶入"),
            ("送件: school_based/application\n計畫名稱: 甲 #1\n", "「#1」會被當成註解"),
            ("表件: 經費概算表\n計畫名稱: 甲 #1\n", "「#1」會被當成註解"),
        ],
    )
    def test_a_source_that_cannot_be_taken(self, text: str, told: str, tmp_path: Path):
        path = tmp_path / "a.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(FactsError, match=told):
            new_facts("school_based/results", source=path)

"""What is wrong stands with every paper that has it: none looks clean for another's sake."""

from typing import Any

from jingjin_forms.checks.finding import DIFFERENT_YEARS
from jingjin_forms.errors import Problem
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.papers import PacketPaper, State, each_once, named_together
from jingjin_forms.packets.reading import load_packet
from tests.checks.case import line
from tests.helpers import docx_text
from tests.packets.test_packet import PLAN, RESULTS, SAMPLES, facts, packet

COMMUNITIES = "learning_community/application"
APPLICATION = "教師專業學習社群申請書"
BUDGET = "教師專業學習社群經費概算表"


def communities(*rows: dict[str, Any], **changes: Any) -> Packet:
    """The sample of 臺中市 with a community for each row, which changes the first one's facts."""
    given = facts(COMMUNITIES, **changes)
    given["社群"] = [
        {**given["社群"][0], "社群名稱": f"社群{n}", **row} for n, row in enumerate(rows)
    ]
    return load_packet(given, folder=SAMPLES / "learning_community")


def told(made: Packet, **options: Any) -> list[tuple[str, str]]:
    return [(found.paper, found.where) for found in made.problem_findings(**options)]


def test_the_same_finding_stands_with_each_paper():
    wrong = {"經費項目": [line("講師鐘點費", 900, 4)]}
    found = [f for f in communities(wrong, wrong, {}).check() if f.rule == "D06"]
    assert [finding.paper for finding in found] == [f"{BUDGET}1", f"{BUDGET}2"]
    assert found[0].message == found[1].message


def test_the_same_problem_in_two_rows_stands_with_each_paper():
    wrong = {"經費項目": [line("講師鐘點費", 900) | {"單價": "1.5"}]}
    made = communities(wrong, {}, wrong)
    assert told(made) == [
        (f"{BUDGET}1", "社群第 1 項經費項目第 1 項「單價」"),
        (f"{BUDGET}3", "社群第 3 項經費項目第 1 項「單價」"),
    ]
    states = {paper.title: paper.state for paper in made.papers}
    assert states[f"{BUDGET}1"] is states[f"{BUDGET}3"] is State.FAULTY
    assert states[f"{BUDGET}2"] is states[f"{APPLICATION}1"] is State.MADE


def test_a_fact_that_all_papers_share_is_one_problem_with_all_of_them():
    made = communities({}, {}, {}, 年度="九百")
    titles = [f"{kind}{n}" for kind in (APPLICATION, BUDGET) for n in (1, 2, 3)]
    (problem,) = made.problems
    assert problem.papers == tuple(titles)
    assert (problem.where, problem.path) == ("「年度」", ("年度",))
    assert told(made) == [(title, "「年度」") for title in titles]
    (together,) = made.problem_findings(together=True)
    assert together.paper == f"{APPLICATION}1至{APPLICATION}3、{BUDGET}1至{BUDGET}3"
    assert "九百" in together.message


def test_a_shared_fact_that_a_row_gives_itself_is_the_row_s():
    made = communities({}, {"年度": "九百"})
    (problem,) = made.problems
    assert problem.path == ("社群", 1, "年度")
    assert problem.papers == (f"{APPLICATION}2", f"{BUDGET}2")


def test_the_application_s_own_facts_are_of_no_paper():
    made = packet(PLAN, 必修課程="隨便", 學年度="九百")
    assert told(made) == [
        ("", "「必修課程」"),
        ("審查作業表", "「學年度」"),
        ("實施計畫", "「學年度」"),
    ]
    assert told(made, together=True)[1:] == [("審查作業表、實施計畫", "「學年度」")]


def test_the_list_names_every_paper(tmp_path: Any):
    saved = communities({}, {}, {}, 年度="九百").save(tmp_path)
    listed = docx_text(saved.paths[0].read_bytes())
    assert listed.count("有誤") == 6
    assert any(f"{APPLICATION}1至{APPLICATION}3" in text for text in listed)
    assert sum("九百" in text for text in listed) == 1


def test_what_breaks_while_printing_is_told_of_each_paper(tmp_path: Any):
    from PIL import Image

    broken = tmp_path / "斷.jpg"
    Image.effect_noise((800, 600), 90).save(broken)
    broken.write_bytes(broken.read_bytes()[:9000])
    photo = [str(broken)]
    rows = [{"場次": 1, "照片": photo}, {"場次": 2, "照片": photo}, {"場次": 3}]
    saved = packet(RESULTS, 實施成果=rows).save(tmp_path / "送件")
    assert [problem.papers for problem in saved.packet.problems] == [("實施成果1",), ("實施成果2",)]
    assert [paper for paper, _ in told(saved.packet)] == ["實施成果1", "實施成果2"]
    again = saved.packet.save(tmp_path / "再一次")
    assert again.packet.problems == saved.packet.problems


class TestYears:
    def test_what_all_papers_say_is_said_once(self):
        found = communities({}, {}, 年度="116").check()
        assert [f.paper for f in found if f.code == "another_year"] == [""]

    def test_what_one_paper_says_is_its_own(self):
        found = communities({}, {"年度": "116"}).check()
        assert [f.paper for f in found if f.code == "another_year"] == [
            *(f"{APPLICATION}2", f"{BUDGET}2")
        ]

    def test_papers_of_another_year_than_the_first_are_told(self):
        """E09, of every paper of a kind; blank is another matter."""
        found = communities({}, {"年度": "104"}, {"年度": "103"}, {"年度": None}).check()
        different = [f for f in found if f.code == DIFFERENT_YEARS]
        assert [f.paper for f in different] == [f"{APPLICATION}2", f"{BUDGET}2"]
        assert {f.severity.name for f in different} == {"ERROR"}
        assert "填的是 104年度，這次送件是 103年度" in different[0].message
        assert not [f for f in communities({}, {}).check() if f.code == DIFFERENT_YEARS]


class TestNames:
    papers = [*packet(PLAN).papers, *communities({}, {}, {}, {}).papers]  # noqa: RUF012

    def named(self, *titles: str) -> str:
        return named_together(titles, self.papers)

    def test_three_in_a_row_are_named_by_the_ends(self):
        one, two, three, four = (f"{BUDGET}{n}" for n in (1, 2, 3, 4))
        assert self.named(one, two) == f"{one}、{two}"
        assert self.named(one, two, three) == f"{one}至{three}"
        assert self.named(one, two, four) == f"{one}、{two}、{four}"
        assert self.named(two, three, four, "實施計畫") == f"實施計畫、{two}至{four}"
        assert self.named() == ""

    def test_kinds_are_not_mixed(self):
        assert self.named("審查作業表", "實施計畫", f"{APPLICATION}4", f"{BUDGET}1") == (
            f"審查作業表、實施計畫、{APPLICATION}4、{BUDGET}1"
        )


def test_problems_of_no_fact_are_each_paper_s_own():
    """Equal words about two papers are two problems: nothing says that they are one."""
    paper = packet(PLAN).papers[0].paper
    same = Problem("第 1 個表格", "印不出來")
    papers = [PacketPaper(paper, title, "", problems=(same,)) for title in ("甲", "乙")]
    assert [problem.papers for problem in each_once(papers, [])] == [("甲",), ("乙",)]
    of_a_fact = Problem("「照片」", "壞了", path=("照片",))
    papers = [PacketPaper(paper, title, "", problems=(of_a_fact,)) for title in ("甲", "乙")]
    (once,) = each_once(papers, [of_a_fact])
    assert once.papers == ("甲", "乙")
    assert str(once) == "甲、乙 「照片」：壞了"

"""活化教學與多元學習: which papers each kind of application needs, and the results of each."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.checks import Severity
from jingjin_forms.forms.catalog import unpublished
from jingjin_forms.packets.application import Paper, list_applications
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.papers import State
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.programmes.active_teaching.application import (
    ActiveTeachingApplication,
    ActiveTeachingResults,
)

SAMPLES = Path(__file__).parents[3] / "samples" / "packets" / "active_teaching"
SCHOOL, COMMUNITY = "花蓮縣吉安鄉晨曦國民小學", "東岸數學好好玩教師社群"
BUDGET, FILM = "經費申請表", "影像紀錄"
CHECKLIST, CONSENT = "成果檢核表", "學生與家長影像紀錄拍攝同意書"
LICENCE = "成果及教學影像紀錄授權書"
PLANS_OF_SCHOOLS = ("計畫一", "計畫二", "計畫三", "計畫四")
Given = dict[str, Any]


def packet(stage: str = "application", **facts: Any) -> Packet:
    return load_packet({"送件": f"active_teaching/{stage}", "學校名稱": SCHOOL, **facts})


def papers(made: Packet) -> list[tuple[str, str]]:
    """Title and form of each paper; no form for one that the school brings."""
    return [(paper.title, paper.paper.form.rpartition("/")[2]) for paper in made.papers]


@pytest.mark.parametrize(
    ("facts", "needed"),
    [
        *(
            (
                {"申請類別": "計畫一", "辦理模式": how},
                [("計畫一申請表", "practice_application"), (BUDGET, "programme_budget")],
            )
            for how in (None, "學校", "自主社群", "不是選項")
        ),
        (
            {"申請類別": "計畫一", "辦理模式": "法人、團體"},
            [
                ("計畫一申請表", "practice_application"),
                ("設立登記或立案證明文件影本", ""),
                (BUDGET, "programme_budget"),
            ],
        ),
        ({"申請類別": "計畫二"}, [("計畫二申請表", ""), (BUDGET, "programme_budget")]),
        *(
            (
                {"申請類別": "計畫三", "辦理方式": how},
                [("計畫三申請表", "partnership_application"), (BUDGET, "programme_budget")],
            )
            for how in (None, "由大學團隊協助", "由學校自行規劃")
        ),
        (
            {"申請類別": "計畫四"},
            [("計畫四申請表", "activity_application"), (BUDGET, "programme_budget")],
        ),
        *(
            (
                {"申請類別": "計畫五", "計畫五角色": role},
                [
                    ("教學訪問教師受訪學校意願調查表", "visiting_teacher_survey"),
                    ("課程與教學發展經費申請表", "development_budget"),
                ],
            )
            for role in (None, "單獨受訪", "主要受訪", "協同受訪")
        ),
        (
            {"申請類別": "計畫五", "計畫五角色": "原服務學校"},
            [("課程與教學發展經費申請表", "development_budget")],
        ),
        (
            {"申請類別": "自主社群研習"},
            [
                ("教師自主社群研習申請表", "community_workshop_application"),
                (BUDGET, "programme_budget"),
            ],
        ),
        ({"申請類別": None}, []),
    ],
)
def test_what_an_application_needs(facts: Given, needed: list[tuple[str, str]]):
    made = packet(**facts)
    assert papers(made) == needed
    assert {paper.paper.rule for paper in made.papers} <= {"C47"}


FILMED = [(FILM, ""), (CONSENT, "")]


@pytest.mark.parametrize(
    ("facts", "needed"),
    [
        *(
            ({"申請類別": kind}, [(CHECKLIST, "outcome_checklist"), *FILMED, (LICENCE, "")])
            for kind in ("計畫一", "計畫三")
        ),
        (  # a school may well hold a workshop, but only others need no checklist for it
            {"申請類別": "計畫一", "辦理模式": "學校", "教師研習計畫": "是"},
            [(CHECKLIST, "outcome_checklist"), *FILMED, (LICENCE, "")],
        ),
        *(
            ({"申請類別": "計畫一", "辦理模式": how, "教師研習計畫": "是"}, [(FILM, "")])
            for how in ("自主社群", "法人、團體")
        ),
        ({"申請類別": "自主社群研習"}, [(FILM, "")]),
        (
            {"申請類別": "計畫四"},
            [(CHECKLIST, "activity_outcome_checklist"), *FILMED, ("成果及影像紀錄授權書", "")],
        ),
        (
            {"申請類別": "計畫二"},
            [(CHECKLIST, "curriculum_outcome_checklist"), ("校訂課程及學校課程計畫", "")],
        ),
        ({"申請類別": "計畫五"}, [("教學訪問教師每季工作報告", ""), ("期末回饋表單", "")]),
        ({"申請類別": None}, []),
    ],
)
def test_what_results_need(facts: Given, needed: list[tuple[str, str]]):
    assert papers(packet("results", **facts)) == needed


def test_the_film_of_a_workshop_is_a_reminder():
    """八(一) exempts a workshop from the checklist alone."""
    for kind, severity in (("計畫一", Severity.ERROR), ("自主社群研習", Severity.WARNING)):
        held = [f for f in packet("results", 申請類別=kind).check() if f.paper == FILM]
        assert [finding.severity for finding in held] == [severity]


@pytest.mark.parametrize(
    ("facts", "seals"),
    [
        ({"申請類別": "計畫一"}, "承辦人、機關學校首長或團體負責人"),
        ({"申請類別": "計畫一", "辦理模式": "法人、團體"}, "承辦人、機關學校首長或團體負責人"),
        ({"申請類別": "計畫一", "辦理模式": "自主社群"}, ""),  # 以社群方式辦理者免核章
        ({"申請類別": "計畫三"}, "承辦人、學校校長、大學團隊召集人"),
        ({"申請類別": "計畫三", "辦理方式": "由學校自行規劃"}, "承辦人、學校校長"),
        ({"申請類別": "計畫四"}, "承辦人、機關學校首長"),
        ({"申請類別": "自主社群研習"}, ""),
    ],
)
def test_who_seals_the_plan(facts: Given, seals: str):
    made = packet(**facts).papers
    assert made[0].paper.seals == seals
    assert made[-1].paper.seals == "承辦單位、主(會)計單位、機關學校首長或團體負責人"


SYSTEM = ("系統填報", "", "國中小課程與教學計畫填報系統")
COUNTY = ("提出申請", "", "地方政府（地方政府主管之學校）")
AGENCY = ("提出申請", "", "國教署（國教署主管之學校）")


@pytest.mark.parametrize(
    ("facts", "ways"),
    [
        *(({"申請類別": kind}, [SYSTEM, COUNTY, AGENCY]) for kind in PLANS_OF_SCHOOLS),
        (
            {"申請類別": "計畫一", "辦理模式": "自主社群"},
            [SYSTEM, ("提出申請", "", "國教署")],
        ),
        ({"申請類別": "計畫一", "辦理模式": "法人、團體"}, [("提出申請", "", "國教署")]),
        ({"申請類別": "自主社群研習"}, [("提出申請", "", "指定單位")]),
        (
            {"申請類別": "計畫五", "計畫五角色": "原服務學校"},
            [("提出申請", "", "地方政府")],
        ),
    ],
)
def test_how_an_application_is_handed_in(facts: Given, ways: list[tuple[str, str, str]]):
    for paper in packet(**facts).papers:
        assert ways_of(paper.paper) == ways, paper.title


@pytest.mark.parametrize(
    ("kind", "title", "ways"),
    [
        ("計畫三", CHECKLIST, [SYSTEM]),
        ("計畫四", CHECKLIST, [SYSTEM]),
        ("計畫二", CHECKLIST, [SYSTEM]),
        ("計畫一", FILM, [("報署", "五至八分鐘", "國教署")]),
        ("自主社群研習", FILM, [("報署", "五至八分鐘", "國教署")]),
        (
            "計畫二",
            "校訂課程及學校課程計畫",
            [("紙本", "一冊", "國教署"), ("光碟", "一份", "國教署")],
        ),
        ("計畫五", "教學訪問教師每季工作報告", [("報署", "每季", "國教署")]),
        ("計畫五", "期末回饋表單", [("報署", "", "國教署")]),
        ("計畫三", CONSENT, []),  # 檢附: the text does not say how
    ],
)
def test_how_results_are_handed_in(kind: str, title: str, ways: list[tuple[str, str, str]]):
    (paper,) = (p.paper for p in packet("results", 申請類別=kind).papers if p.title == title)
    assert ways_of(paper) == ways


def test_the_wish_goes_to_the_county_first():
    survey = packet(申請類別="計畫五").papers[0].paper
    assert ways_of(survey) == [("送件", "", "地方政府，彙整後報國教署")]


def ways_of(paper: Paper) -> list[tuple[str, str, str]]:
    assert all(way.clause is not None and way.clause.text for way in paper.deliveries)
    return [(way.how, way.copies, way.to) for way in paper.deliveries]


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("計畫一", "計畫一"),
        ("計畫二", "計畫二"),
        ("計畫三", "計畫三"),
        ("計畫四", "計畫四"),
        ("自主社群研習", "計畫一"),
    ],
)
def test_the_plan_of_the_budget_follows(kind: str, plan: str):
    for given in ({}, {"計畫別": ""}, {"plan": None}):
        budget: Any = packet(申請類別=kind, **given).form("programme_budget")
        assert budget.plan == plan
    for key in ("計畫別", "plan"):  # what is given stays, and is held against the application
        budget = packet(申請類別=kind, **{key: "計畫二"}).form("programme_budget")
        assert budget.plan == "計畫二"


@pytest.mark.parametrize("kind", ["計畫一", "計畫三"])
def test_the_plan_of_the_checklist_follows(kind: str):
    checklist: Any = packet("results", 申請類別=kind).form("outcome_checklist")
    assert checklist.plan == kind


@pytest.mark.parametrize(
    ("stage", "form", "facts"),
    [
        (
            "application",
            "programme_budget",
            {"申請類別": "自主社群研習", "學校名稱": "", "計畫名稱": "甲"},
        ),
        (
            "application",
            "programme_budget",
            {"申請類別": "計畫一", "辦理模式": "自主社群", "學校名稱": None, "計畫名稱": "甲"},
        ),
        (
            "results",
            "outcome_checklist",
            {"申請類別": "計畫一", "辦理模式": "自主社群", "學校名稱": None},
        ),
    ],
)
def test_a_community_is_named_once(stage: str, form: str, facts: Given):
    made = packet(stage, **facts, 自主社群名稱=COMMUNITY)
    paper: Any = made.form(form)
    assert paper.school.full_name == COMMUNITY
    assert made.problems == ()
    assert made.papers[0].file_name.startswith(f"{COMMUNITY}_")


def test_names_of_files():
    made = packet(申請類別="計畫三", 自備={})
    assert [paper.file_name for paper in made.papers] == [
        "晨曦國小_計畫三申請表.docx",
        "晨曦國小_經費申請表.docx",
    ]


def test_a_paper_that_is_missing_is_told_with_its_clause():
    made = packet(申請類別="計畫一", 辦理模式="法人、團體", 計畫名稱="甲計畫")
    assert made.papers[1].state is State.MISSING
    told = next(f for f in made.check() if f.paper == "設立登記或立案證明文件影本")
    assert (told.rule, told.severity, told.code) == ("C47", Severity.ERROR, "missing_paper")
    assert told.clause is not None
    assert told.clause.number == "四(一)3(2)"
    assert "立案證明文件影本" in told.clause.text


def test_what_the_school_brings(tmp_path: Path):
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    facts = {"送件": "active_teaching/application", "申請類別": "計畫二", "學校名稱": SCHOOL}
    for path, state in (("plan.pdf", State.ENCLOSED), ("no.pdf", State.FAULTY)):
        made = load_packet({**facts, "自備": {"計畫二申請表": path}}, folder=tmp_path)
        assert made.papers[0].state is state
    made = load_packet({**facts, "自備": {"計畫二申請表": "plan.pdf"}}, folder=tmp_path)
    assert made.papers[0].file_name == "晨曦國小_計畫二申請表.pdf"


def test_facts_that_no_paper_prints():
    made = packet(申請類別="計畫四", 參與教師=[{"姓名": "甲"}], 學校地區甲="偏遠地區學校")
    assert [problem.where for problem in made.problems] == ["「參與教師」", "「學校地區甲」"]


def test_a_fact_of_the_application_that_is_wrong_is_told():
    made = packet(申請類別="計畫三", 學校地區="山上", 分校數=1)
    assert [problem.where for problem in made.problems] == ["「學校地區」"]
    assert papers(made) == [
        ("計畫三申請表", "partnership_application"),
        (BUDGET, "programme_budget"),
    ]


@pytest.mark.parametrize(
    ("name", "on"), [("application", date(2023, 5, 1)), ("results", date(2024, 9, 30))]
)
def test_samples(name: str, on: date, tmp_path: Path):
    made = load_packet(SAMPLES / f"{name}.yaml")
    assert made.problems == ()
    assert made.check(on) == ()
    saved = made.save(tmp_path, on=on)
    assert len(saved.paths) == len(made.papers) + 1
    assert saved.packet.problems == ()


def test_the_clauses_are_those_of_the_papers():
    kinds = {ActiveTeachingApplication, ActiveTeachingResults}
    assert kinds <= {*list_applications()}
    for kind in kinds:
        for paper in kind.papers:
            assert paper.clause.document.title == "國教署活化教學與多元學習作業要點"
    named = {paper.title for paper in unpublished()}
    brought = {paper.title for paper in ActiveTeachingResults.papers if not paper.form}
    assert brought & named == {CONSENT, LICENCE, "教學訪問教師每季工作報告", "期末回饋表單"}

"""Packets: one set of facts, every paper, and all that is wrong at once."""

import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.errors import FactsError, FileProblemError, FormNotFoundError
from jingjin_forms.facts.labels import label_of_key, name_of
from jingjin_forms.forms.catalog import keys
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.papers import State
from jingjin_forms.packets.reading import load_packet
from tests.helpers import audit, docx_text, sample_facts, structural_faults

SAMPLES = Path(__file__).parents[2] / "samples" / "packets"
PLAN = "school_based/application"
RESULTS = "school_based/results"
applications = pytest.mark.parametrize("application", list_applications(), ids=lambda a: a.key)


def facts(key: str, **changes: Any) -> dict[Any, Any]:
    """A sample's facts with changes by label; None takes a fact away."""
    changed: dict[Any, Any] = {**sample_facts(SAMPLES / f"{key}.yaml"), **changes}
    return {label: value for label, value in changed.items() if value is not None}


def packet(key: str, **changes: Any) -> Packet:
    return load_packet(facts(key, **changes), folder=(SAMPLES / key).parent)


@applications
def test_every_application_has_a_sample_that_is_right(application: Any, tmp_path: Path):
    loaded = load_packet(SAMPLES / f"{application.key}.yaml")
    assert type(loaded.application) is application
    assert loaded.problems == ()
    assert loaded.check() == ()
    assert {paper.state for paper in loaded.papers} <= {State.MADE, State.ENCLOSED}
    saved = loaded.save(tmp_path / "送件", archive=True)
    for path in saved.paths:
        if path.suffix == ".docx":
            assert structural_faults(path.read_bytes()) == []
            assert audit(path.read_bytes()) == []
    names = {path.name for path in saved.paths}
    assert len(names) == len(saved.paths)
    assert names == {path.name for path in (tmp_path / "送件").iterdir()}


def test_samples_are_those_of_the_applications():
    there = {str(p.relative_to(SAMPLES).with_suffix("")) for p in SAMPLES.glob("*/*.yaml")}
    assert there == {application.key for application in list_applications()}


@applications
def test_papers_are_forms_that_are_there(application: Any):
    assert application.__doc__
    for paper in application.papers:
        assert not paper.form or paper.form in keys()
        assert paper.clause.text
        for label in label_of_key(application).values():
            assert label.isidentifier()


def test_one_label_has_one_english_name_in_applications_too():
    from tests.test_contract import all_facts

    names = {label: name_of(f, label) for f in all_facts() for label in label_of_key(f).values()}
    for application in list_applications():
        for label in label_of_key(application).values():
            assert names.get(label, name_of(application, label)) == name_of(application, label)


def test_official_file_names():
    assert [paper.file_name for paper in packet(PLAN).papers] == [
        "花蓮縣 112學年度精進教學_晨曦國小_審查作業表.docx",
        "花蓮縣 112學年度精進教學_晨曦國小_學校本位計畫.docx",
    ]
    names = [paper.file_name for paper in packet(PLAN, 修正版="是").papers]
    assert names[1] == "花蓮縣 112學年度精進教學_晨曦國小_學校本位計畫_修正版.docx"


def test_facts_are_given_once_and_stand_on_every_paper():
    made = packet(PLAN, 學校名稱="花蓮縣花蓮市望海國民中學")
    for paper in made.papers:
        assert paper.form is not None
        assert "望海" in "".join(docx_text(paper.form.to_bytes()))


def test_a_session_s_facts_come_from_the_plan():
    first, second, *_ = packet(RESULTS).forms("session_result")
    printed = "".join(docx_text(second.to_bytes()))
    assert "112年10月18日" in printed
    assert "探究歷程的評量規準" in printed
    assert "112年9月20日" in "".join(docx_text(first.to_bytes()))


def test_what_a_row_gives_itself_counts():
    row = {"場次": 1, "講師": "沈青禾"}
    (result,) = packet(RESULTS, 實施成果=[row]).forms("session_result")
    assert getattr(result, "lecturer", "") == "沈青禾"


@pytest.mark.parametrize("number", [7, 0, "一", "1.5"])
def test_a_session_that_the_plan_has_not_is_refused(number: Any):
    made = packet(RESULTS, 實施成果=[{"場次": number}])
    (problem,) = made.problems
    assert "場次" in str(problem)


def test_missing_papers_are_findings_with_their_clause():
    made = packet(RESULTS, 自備={"簽到表": "own/sign_in.png"}, 實施成果=None)
    missing = {f.paper: f for f in made.check() if "尚缺" in f.message}
    assert set(missing) == {"成果評估分析表", "實施成果", "效益評估表", "期中檢核表"}
    assert all(found.clause for found in missing.values())
    assert missing["效益評估表"].severity == "提醒"


def test_money_left_needs_its_paper():
    titles = [paper.title for paper in packet(RESULTS, 實支金額="29,000").papers]
    assert "繳款書" in titles
    assert "繳款書" not in [paper.title for paper in packet(RESULTS).papers]


def test_every_error_of_every_paper_at_once_and_the_rest_is_made(tmp_path: Path):
    made = packet(
        PLAN,
        班級數="十二",
        必修課程="隨便",
        雜支="1.5",
        沒有的欄位="x",
        研習地奌="圖書館",
    )
    told = [str(problem) for problem in made.problems]
    assert len(told) == 5
    for words in ("班級數", "必修課程", "雜支", "沒有的欄位", "是不是「研習地點」？"):
        assert any(words in text for text in told), words
    assert [paper.state for paper in made.papers] == [State.FAULTY, State.FAULTY]
    made = packet(PLAN, 班級數="十二")
    assert [paper.state for paper in made.papers] == [State.FAULTY, State.MADE]
    saved = made.save(tmp_path / "送件")
    assert [path.name for path in saved.paths] == ["送件清單.docx", made.papers[1].file_name]
    listed = "".join(docx_text(saved.paths[0].read_bytes()))
    assert "有誤" in listed
    assert "班級數" in listed


def test_a_problem_of_two_papers_is_told_once():
    (problem,) = packet(PLAN, 學年度="九百").problems
    assert "學年度" in problem.where


def test_a_photograph_that_breaks_while_printing_leaves_the_rest(tmp_path: Path):
    from PIL import Image

    broken = tmp_path / "斷.jpg"
    Image.effect_noise((800, 600), 90).save(broken)
    broken.write_bytes(broken.read_bytes()[:9000])
    made = packet(RESULTS, 實施成果=[{"場次": 1, "照片": [str(broken)]}, {"場次": 2}])
    assert made.problems == ()
    saved = made.save(tmp_path / "送件")
    states = {paper.title: paper.state for paper in saved.packet.papers}
    assert states["實施成果1"] is State.FAULTY
    assert states["實施成果2"] is State.MADE
    assert "斷.jpg" in str(saved.packet.problems[0])


def test_own_papers_that_are_not_there_are_named():
    made = packet(RESULTS, 自備={"簽到表": "own/nowhere.pdf"})
    assert any("nowhere.pdf" in str(problem) for problem in made.problems)


def test_rows_that_are_no_rows():
    for wrong in ("x", ["x"], {"場次": 1, "x": 1}):
        problems = packet(RESULTS, 實施成果=wrong).problems
        assert problems, wrong
        assert all("實施成果" in problem.where for problem in problems)


def test_communities_are_pairs_named_by_community():
    made = load_packet(SAMPLES / "learning_community/application.yaml")
    names = [paper.file_name for paper in made.papers]
    assert len(set(names)) == len(names) == 5
    assert sum("數學探究" in name for name in names) == 2
    assert sum("閱讀理解" in name for name in names) == 2


def test_an_unknown_key_in_a_row_is_told_once():
    given = facts("learning_community/application")
    given["社群"] = [{**given["社群"][0], "召集仁": "x"}]
    (problem,) = load_packet(given, folder=SAMPLES / "learning_community").problems
    assert problem.where == "社群第 1 項「召集仁」"
    assert "召集人" in problem.message


def test_files_are_replaced_unless_they_are_to_stay(tmp_path: Path):
    made = packet(PLAN)
    made.save(tmp_path)
    (tmp_path / "送件清單.docx").unlink()
    with pytest.raises(FileExistsError, match=r"已經有.*審查作業表"):
        made.save(tmp_path, overwrite=False)
    assert not (tmp_path / "送件清單.docx").exists()
    assert len(made.save(tmp_path).paths) == 3


ARCHIVE = "晨曦國小_學校本位進修 送審.zip"


def test_equal_facts_give_equal_archives_on_one_day(tmp_path: Path):
    days = {"甲": date(2026, 11, 22), "乙": date(2026, 11, 22), "丙": date(2026, 11, 23)}
    for name, day in days.items():
        packet(PLAN).save(tmp_path / name, archive=True, dated=day)
    archives = [(tmp_path / name / ARCHIVE).read_bytes() for name in days]
    assert archives[0] == archives[1] != archives[2]
    with zipfile.ZipFile(tmp_path / "甲" / ARCHIVE) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 3
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_an_archive_is_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    days = [date.today()]
    with (tmp_path / "a.zip").open("wb") as out:
        packet(PLAN).save(out)
    days.append(date.today())
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        (told,) = {entry.date_time[:3] for entry in archive.infolist()}
    assert date(*told) in days


def test_which_application_must_be_said():
    with pytest.raises(FactsError, match="沒有寫明是哪一種送件"):
        load_packet({"學校名稱": "x"})
    with pytest.raises(FormNotFoundError, match=re.escape(PLAN)):
        load_packet({"送件": "不知道"})


def test_a_rule_that_the_packet_settles_is_not_asked_of_its_papers():
    above = {"雜支": "0", "經費項目": [{"項目": "講師費", "單價": 2000, "數量": 16}]}
    rules = {f.rule for f in packet(PLAN, **above).check()}
    assert "A01" not in rules  # held alone, 3,000 come on top
    other = packet(PLAN, 必修課程="跨校合併辦理，由他校申請經費", **above)
    (finding,) = [f for f in other.check() if f.rule == "A01"]
    assert finding.severity == "錯誤"
    assert "上限 30,000 元，超過 2,000 元" in finding.message


def test_deadlines_are_those_of_what_is_handed_in():
    late = date(2024, 7, 16)
    results = [f.rule for f in packet(RESULTS).check(late) if "期限" in f.message]
    assert results == ["A22"]
    assert [f for f in packet(RESULTS).check(date(2024, 7, 15)) if "期限" in f.message] == []
    first = [f.rule for f in packet(PLAN).check(date(2023, 3, 18))]
    assert first == ["A15"]
    assert packet(PLAN).check(date(2023, 3, 17)) == ()
    revised = packet(PLAN, 修正版="是")
    assert revised.check(date(2023, 4, 7)) == ()
    assert [f.rule for f in revised.check(date(2023, 4, 8))] == ["A19"]
    assert packet(PLAN, 學年度="113", 執行期程=None, 研習課程=None).deadlines() == []


def test_the_hour_of_the_last_day():
    """「須於下午 5時前送達」: of the packet, and of each paper alone."""
    sheet = packet(PLAN).papers[0].form
    assert sheet is not None
    for asked in (packet(PLAN), sheet):
        for moment in (datetime(2023, 3, 17), datetime(2023, 3, 17, 16, 59), date(2023, 3, 17)):
            assert asked.check(moment) == ()
        for moment in (datetime(2023, 3, 17, 17, 1), datetime(2023, 3, 18), date(2023, 3, 18)):
            assert [f.rule for f in asked.check(moment)] == ["A15"]
    revised = packet(PLAN, 修正版="是")  # 十五(一) names no hour
    assert revised.check(datetime(2023, 4, 7, 23, 59)) == ()
    assert [f.rule for f in revised.check(datetime(2023, 4, 8))] == ["A19"]


def test_a_point_of_time_chooses_the_text_by_its_day():
    # 活化教學與多元學習 is not by 學年度: there it is the day that chooses the text.
    made = packet("active_teaching/application")
    assert made.check(datetime(2023, 3, 18)) == ()
    assert all(p.form.check(datetime(2023, 3, 18)) == () for p in made.papers if p.form)


@pytest.mark.parametrize(("day", "late"), [("112年3月17日", False), ("112年3月18日", True)])
def test_the_command_hears_the_day(jingjin: Any, tmp_path: Path, day: str, late: bool):
    """On the screen, in the exit code, and in the 送件清單 that it writes."""
    out = tmp_path / "送件"
    result = jingjin("packet", str(SAMPLES / f"{PLAN}.yaml"), "-o", str(out), "--on", day)
    assert result.code == late
    assert ("已經過了1天" in "".join(result.out.split())) == late
    listed = docx_text((out / "送件清單.docx").read_bytes())
    assert listed[listed.index("送件日期") + 1] == day
    assert any("已經過了 1 天" in text for text in listed) == late


def test_the_command_hears_the_hour(jingjin: Any, tmp_path: Path):
    given = str(SAMPLES / f"{PLAN}.yaml")
    for moment, late in (("112-03-17 16:59", False), ("112年3月17日17時1分", True)):
        result = jingjin("packet", given, "-o", str(tmp_path / moment[-2:]), "--on", moment)
        assert result.code == late
        assert ("已經過了1分鐘" in "".join(result.out.split())) == late
        listed = docx_text((tmp_path / moment[-2:] / "送件清單.docx").read_bytes())
        assert listed[listed.index("送件日期") + 1] == "112年3月17日"


def test_a_list_without_a_day_names_none_and_looks_at_no_deadline(tmp_path: Path):
    packet(PLAN).save(tmp_path)
    listed = docx_text((tmp_path / "送件清單.docx").read_bytes())
    assert listed[listed.index("送件日期") + 1] == "　　　　年　　　　月　　　　日"
    assert "112年3月17日下午5時" in listed
    assert "已經過了" not in "".join(listed)


def test_granted_is_at_most_what_was_asked():
    marks = {"審查結果": "全案通過", **{g: ["符合"] * n for g, n in GROUPS.items()}}
    assert packet(PLAN, 核定金額="29,970", **marks).check() == ()
    (finding,) = packet(PLAN, 核定金額="29,971", **marks).check()
    assert finding.rule == "E04"
    assert "1 元" in finding.message


GROUPS = {
    "計畫目標性及完整性": 4,
    "計畫永續發展性": 4,
    "多元創意性": 2,
    "資源整合性": 2,
    "教育專業性": 2,
    "經費編列": 1,
}


def test_corrected_upload_of_communities():
    key = "learning_community/application"
    assert [f.rule for f in packet(key).check(date(2013, 10, 9))] == ["D13"]
    assert packet(key, 修正版="是").check(date(2013, 10, 15)) == ()
    assert [f.rule for f in packet(key, 修正版="是").check(date(2013, 10, 16))] == ["D14"]


def test_every_paper_names_its_own_finding():
    """The plan holds the budget, which the results have once more on its own."""
    found = [f for f in packet(RESULTS, 雜支="1,703").check() if f.rule == "A09"]
    assert [finding.paper for finding in found] == ["實施計畫", "經費概算表"]
    found = [f for f in packet(RESULTS, 合計="1").check() if f.code == "arithmetic"]
    assert [finding.paper for finding in found] == ["實施計畫", "經費概算表"]


def test_of_the_application_s_own_facts_the_sound_ones_count():
    made = packet(PLAN, 必修課程="隨便", 修正版="是")
    assert made.problems
    assert "_修正版" in made.papers[1].file_name


@pytest.mark.parametrize("change", [str, str.upper])
def test_a_paper_whose_name_is_taken_replaces_none(tmp_path: Path, change: Any):
    made = packet(PLAN)
    first, second = made.papers
    named = f"{first.file_name.removesuffix('.docx')}a.docx"
    papers = replace(first, file_name=named), replace(second, file_name=change(named))
    saved = replace(made, papers=papers).save(tmp_path)
    assert [path.name for path in saved.paths] == ["送件清單.docx", named]
    assert [paper.state for paper in saved.packet.papers] == [State.MADE, State.FAULTY]
    assert "與另一份文件的檔名相同" in str(saved.packet.problems[-1])
    assert (tmp_path / named).read_bytes() == first.form.to_bytes()  # type: ignore[union-attr]


def test_a_dangling_link_is_no_place_for_a_packet(tmp_path: Path):
    link = tmp_path / "送件清單.docx"
    link.symlink_to(tmp_path / "無")
    with pytest.raises(FileProblemError, match="已經有"):
        packet(PLAN).save(tmp_path, overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == [link.name]


def test_a_moment_is_taken_as_its_day(tmp_path: Path):
    days = date(2023, 3, 10), datetime(2023, 3, 10, 17, 0)
    lists = [packet(PLAN).save(tmp_path / str(n), on=d).paths[0] for n, d in enumerate(days)]
    assert lists[0].read_bytes() == lists[1].read_bytes()

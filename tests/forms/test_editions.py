"""Which edition a paper falls under, and what follows from it, in an invented programme."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jingjin_forms import (
    BudgetEstimate,
    BudgetLine,
    FactsError,
    FormNotFoundError,
    fill_many,
    load_packet,
)
from jingjin_forms.checks import Finding, Rules, Severity
from jingjin_forms.facts import label
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.forms.catalog import get_form, get_programme
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.programme import GROUP, Programme
from jingjin_forms.packets.application import application_of_year, get_application
from jingjin_forms.tables.reading import read_table
from jingjin_forms.values import Text
from tests.forms.trial_club import FILES, NAME, in_folder, write
from tests.helpers import docx_text


@pytest.fixture(scope="module", autouse=True)
def programme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that the programme lies in."""
    root = tmp_path_factory.mktemp("programmes")
    with in_folder(root):
        yield root


def sheet(year: object, **facts: Any) -> Form:
    old = str(year).isdigit() and int(str(year)) < 113
    named = {"領讀人" if old else "召集人": "林若水", **facts}
    return get_form("讀書會單").load({"學年度": year, **named})


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def cited(finding: Finding) -> str:
    """The sentence that a finding rests on, and where it stands."""
    assert finding.clause is not None
    return f"{finding.clause.document.title} {finding.clause.number}：{finding.clause.text}"


class TestLimits:
    @pytest.mark.parametrize(
        ("year", "most"), [(112, 5_000), (113, 6_000), (114, 6_000), (115, 6_000)]
    )
    def test_at_and_above(self, year: int, most: int):
        assert sheet(year, 金額=most).check() == ()
        (finding,) = sheet(year, 金額=most + 1).check()
        assert (finding.rule, finding.severity) == ("X01", Severity.ERROR)
        assert f"上限 {most:,} 元" in finding.message

    @pytest.mark.parametrize("on", [date(2023, 12, 20), date(2024, 7, 10), date(2030, 1, 1)])
    @pytest.mark.parametrize(("year", "found"), [(112, ["X01"]), (113, [])])
    def test_the_day_of_handing_in_decides_nothing(self, on: date, year: int, found: list[str]):
        assert [n for n in rules(sheet(year, 金額=5_600).check(on)) if n != "X03"] == found

    def test_what_does_not_change_holds_in_each_year(self):
        for year in (112, 113, 115):
            assert rules(sheet(year, 書目=[{"書冊": "甲"}] * 10).check()) == []
            assert rules(sheet(year, 書目=[{"書冊": "甲"}] * 11).check()) == ["X02"]


class TestClauses:
    @pytest.mark.parametrize(
        ("year", "title", "text"),
        [
            (112, "試辦112學年度計畫", "以 5,000元為限。"),
            (113, "試辦113學年度計畫", "以 6,000元為限。"),
            (115, "試辦115學年度計畫", "以 6,000元為限。"),
        ],
    )
    def test_are_quoted_from_the_newest_text(self, year: int, title: str, text: str):
        (finding,) = sheet(year, 金額=9_999).check()
        assert finding.clause is not None
        assert (finding.clause.document.title, finding.clause.text) == (title, text)

    def test_a_sentence_not_restated_is_quoted_as_it_was(self):
        (finding,) = sheet(113, 書目=[{"書冊": "甲"}] * 11).check()
        assert cited(finding) == "試辦113學年度計畫 四：以 10本為限。"

    def test_a_document_that_is_not_revised_stays(self):
        _, second, third = get_programme(NAME).editions
        assert [d.title for d in second.documents] == ["試辦113學年度計畫", "試辦注意事項"]
        assert [d.title for d in third.documents] == ["試辦115學年度計畫", "試辦注意事項"]
        (finding,) = sheet(112, 領讀人="").check()
        assert cited(finding) == "試辦注意事項 一：召集人要填。"

    def test_rules_quote_their_own_edition(self):
        quoted = [str(e.rules.numbered("X01")[0].clause) for e in get_programme(NAME).editions]
        assert [text[:9] for text in quoted] == [
            "試辦112學年度計",
            "試辦113學年度計",
            "試辦115學年度計",
        ]


class TestDeadlines:
    def test_are_those_of_the_year(self):
        for year, western in ((112, 2023), (113, 2024)):
            assert sheet(year).check(date(western, 9, 30)) == ()
            assert rules(sheet(year).check(date(western, 10, 1))) == ["X03"]
            assert rules(sheet(year).check(datetime(western, 10, 1, 9))) == ["X03"]

    def test_do_not_pass_on_to_the_next(self):
        assert sheet(115).check(date(2030, 1, 1)) == ()
        assert [len(e.rules) for e in get_programme(NAME).editions] == [4, 4, 3]

    def test_not_even_from_the_first_text_to_the_third(self, programme: Path):
        """A module that starts from the first rules anew brings no old day back."""
        again = FILES["edition_115.py"] + f"\nfrom jingjin_forms.programmes.{NAME} import rules\n"
        assert _third_edition(programme, again + "RULES = rules.RULES\n") == ["X01", "X02", "X04"]

    def test_a_paper_without_a_year_is_not_judged_by_them(self):
        assert rules(sheet("").check(date(2030, 1, 1))) == [""]


def _third_edition(root: Path, text: str) -> list[str]:
    """The numbers of the rules of the 115 edition if its module said this."""
    name = f"{GROUP}.{NAME}.edition_115"
    kept, path = sys.modules.pop(name, None), root / NAME / "edition_115.py"
    write(path, text)
    try:
        programme = Programme(NAME, f"{GROUP}.{NAME}", root / NAME)
        return [rule.number for rule in programme.editions[-1].rules]
    finally:
        write(path, FILES["edition_115.py"])
        sys.modules.pop(name)
        if kept is not None:
            sys.modules[name] = kept


class TestYearsWithoutAText:
    @pytest.mark.parametrize(("year", "nearest"), [(111, "112"), (1, "112"), (116, "115")])
    def test_are_held_against_the_nearest_and_told(self, year: int, nearest: str):
        told, found = sheet(year, 金額=9_999).check(date(2030, 1, 1))
        assert f"這份資料是 {year}學年度，沒有該學年度的規定" in told.message
        assert f"《試辦{nearest}學年度計畫》" in told.message
        assert found.rule == "X01"
        assert found.message.endswith(f"（依 {nearest}學年度的規定）")
        assert {told.severity, found.severity} == {Severity.WARNING}
        assert len(sheet(year).check()) == 1

    def test_a_text_for_two_years_is_that_of_both(self):
        assert sheet(114, 金額=6_000).check() == ()

    def test_a_paper_that_does_not_say_its_year(self):
        told, found = sheet("", 金額=9_999).check()
        assert "沒有填學年度，紙上印空白；以 115學年度" in told.message
        assert (told.severity, found.severity) == (Severity.WARNING, Severity.ERROR)

    def test_arithmetic_weighs_the_same_in_every_year(self):
        budget = get_form("經費概算表")
        line = {"項目": "講師費", "單價": 10, "數量": 2, "總價": 5}
        facts = {"學校名稱": "花蓮縣甲國小", "學年度": 115, "經費項目": [line]}
        told = [f for f in budget.load(facts).check() if "總價" in f.where]
        assert [f.severity for f in told] == [Severity.ERROR]
        beyond = BudgetLine(item="甲", unit_price=9 * 10**15, quantity=1)
        of_another_year = budget(school="花蓮縣甲國小", school_year=115, lines=[beyond] * 2)
        told = [f for f in of_another_year.check() if f.clause is None and f.where != "「學年度」"]
        assert [f.severity for f in told] == [Severity.ERROR]
        assert "依 112學年度" not in told[0].message


class TestClasses:
    def test_the_year_among_the_facts_chooses(self):
        modules = [type(sheet(year)).__module__.rpartition(".")[2] for year in (111, 112, 113, 116)]
        assert modules == ["club_sheet", "club_sheet", "edition_113", "edition_113"]

    @pytest.mark.parametrize("year", ["112學年度", "112", 112.0, "民國112學年度"])
    def test_however_it_is_written(self, year: object):
        made = get_form("讀書會單").load({"學年度": year, "領讀人": "甲"})
        assert made.school_year == 112  # type: ignore[attr-defined]

    def test_by_its_english_name(self):
        made = get_form("讀書會單").load({"school_year": 113, "convener": "甲"})
        assert made.context()["召集人"] == "甲"
        made = get_form("讀書會單").load({"school_year": 112, "convener": "甲"})
        assert made.context()["領讀人"] == "甲"

    @pytest.mark.parametrize(("year", "wrong"), [(112, "召集人"), (113, "領讀人")])
    def test_another_years_label_is_refused(self, year: int, wrong: str):
        with pytest.raises(FactsError, match=f"「{wrong}」：沒有這個欄位"):
            get_form("讀書會單").load({"學年度": year, wrong: "甲"})

    def test_a_year_that_is_none_is_said(self):
        with pytest.raises(FactsError, match="「學年度」：「十」不是學年度"):
            get_form("讀書會單").load({"學年度": "十"})

    def test_both_are_one_form(self):
        assert {type(sheet(year)).key for year in (112, 113)} == {f"{NAME}/club_sheet"}
        assert get_form("讀書會單") is get_form(f"{NAME}/club_sheet") is get_form("ClubSheet")


class TestPrinting:
    def pages(self, form: Form) -> list[str]:
        return docx_text(form.to_bytes())[:3]

    def test_each_year_prints_its_own_wording(self):
        assert self.pages(sheet(112))[:2] == ["112學年度讀書會單", "領讀人：林若水"]
        assert self.pages(sheet(113))[:2] == ["113學年度讀書會單", "召集人：林若水"]
        assert self.pages(sheet(113))[2] == "金額："
        assert self.pages(sheet(115))[2] == "115年起加印"
        assert self.pages(sheet(""))[0] == "　　學年度讀書會單"

    def test_blanks(self):
        form = get_form("讀書會單")
        assert self.pages(form.blank(112))[:2] == ["112學年度讀書會單", "領讀人："]
        assert self.pages(form.blank(114))[:2] == ["114學年度讀書會單", "召集人："]
        assert self.pages(form.blank())[2] == "115年起加印"
        assert self.pages(type(sheet(113)).blank())[0] == "115學年度讀書會單"

    @pytest.mark.parametrize("year", [111, 116])
    def test_there_is_no_blank_of_a_year_without_a_text(self, year: int):
        with pytest.raises(FormNotFoundError, match=f"沒有 {year}學年度.*112、113、114、115學年度"):
            get_form("讀書會單").blank(year)

    def test_a_form_that_is_not_by_school_year_has_one_blank(self):
        with pytest.raises(FormNotFoundError, match="這張表件不分學年度"):
            get_form("附件九").blank(112)

    def test_a_sample_of_each_edition_from_one_file(self):
        form = get_form("讀書會單")
        assert form.sample().context()["領讀人"] == "林若水"
        for year in (113, 115):
            made = form.sample(year)
            assert (made.school_year, made.convener, made.amount) == (year, "林若水", 5000)  # type: ignore[attr-defined]
            assert type(made) is type(sheet(year))
            assert made.context()["書目"] == [{"書冊": "甲"}]
        assert type(sheet(113)).sample().school_year == 115  # type: ignore[attr-defined]

    def test_a_sample_of_its_own_is_taken(self, programme: Path):
        own = programme / "samples" / NAME / "club_sheet.113.yaml"
        write(own, "學年度: 113\n召集人: 自己的\n")
        try:
            form = get_form("讀書會單")
            assert form.sample(113).convener == "自己的"  # type: ignore[attr-defined]
            assert form.sample(115).convener == "自己的"  # type: ignore[attr-defined]
            assert form.sample(112).convener == "林若水"  # type: ignore[attr-defined]
        finally:
            own.unlink()


class TestTables:
    ROWS = (
        {"學年度": "112", "領讀人": "甲", "金額": "5,600"},
        {"學年度": "113", "召集人": "乙", "金額": "5,600"},
        {"學年度": "113", "領讀人": "丙"},
    )

    def test_each_row_goes_by_its_own_year(self, tmp_path: Path):
        form = get_form("讀書會單")
        rows = list(read_table(self.ROWS, form))
        assert [row.problems for row in rows] == [(), (), ()]
        papers = [form.load(row.facts) for row in rows[:2]]
        assert [rules(paper.check()) for paper in papers] == [["X01"], []]
        with pytest.raises(FactsError, match="「領讀人」：沒有這個欄位"):
            form.load(rows[2].facts)

    def test_in_a_file(self, tmp_path: Path):
        table = tmp_path / "名冊.csv"
        table.write_text(
            "編號,學年度,領讀人,convener,召集人,金額\n1,112,甲,,,5600\n2,113,,,乙,5600\n3,113,,丙,,1\n"
            "4,112,,丁,,1\n",
            encoding="utf-8",
        )
        report = fill_many(get_form("讀書會單"), table, tmp_path / "out", name="{編號}")
        assert [(row.outcome.name, row.errors) for row in report] == [
            ("WRITTEN", 1), ("WRITTEN", 0), ("WRITTEN", 0), ("WRITTEN", 0)
        ]  # fmt: skip
        printed = [
            docx_text((tmp_path / "out" / f"{n}.docx").read_bytes())[1] for n in (1, 2, 3, 4)
        ]
        assert printed == ["領讀人：甲", "召集人：乙", "召集人：丙", "領讀人：丁"]


class TestPackets:
    def packet(self, year: object, **facts: Any) -> Any:
        named = {"召集人": "甲"} if year != 112 else {"領讀人": "甲"}
        return load_packet({"送件": f"{NAME}/application", "學年度": year, **named, **facts})

    def test_names_of_files_by_year(self):
        names = {year: self.packet(year).papers[0].file_name for year in (112, 113, 115)}
        assert names == {112: "甲_112.docx", 113: "乙_113_單.docx", 115: "乙_115_單.docx"}

    def test_without_a_year_it_is_the_newest_as_the_papers_are(self):
        packet = self.packet("")
        assert packet.problems == ()
        assert packet.papers[0].file_name == "乙__單.docx"
        assert application_of_year(get_application("讀書會單 申請"), None) is type(
            packet.application
        )

    def test_deadlines_by_year(self):
        for year, last in ((112, ["112年9月30日"]), (113, ["113年9月30日"]), (115, [])):
            assert [str(day) for _, day in self.packet(year).deadlines()] == last

    def test_a_missing_paper_is_asked_for_by_the_text_of_the_year(self):
        (missing,) = self.packet(113).check()
        assert missing.severity is Severity.ERROR
        assert cited(missing) == "試辦113學年度計畫 五：113年9月30日前送達。"

    @pytest.mark.parametrize("year", ["", 111, 116])
    def test_of_its_year_it_says_once(self, year: object):
        facts: dict[str, Any] = {"領讀人": "甲", "召集人": ""} if year == 111 else {}
        found = self.packet(year, 金額=9_999, **facts).check(date(2030, 1, 1))
        assert [f.where for f in found].count("「學年度」") == 1
        assert [f.rule for f in found] == ["", "", "X01"]
        weighs = Severity.ERROR if year == "" else Severity.WARNING
        assert [f.severity for f in found] == [Severity.WARNING, weighs, weighs]

    def test_several_papers_say_it_once(self):
        path = BudgetEstimate.sample_path().parents[1] / "packets/school_based/application.yaml"
        facts = {**read_facts(path), "學年度": ""}
        found = load_packet(facts, folder=path.parent).check()
        told = [finding for finding in found if finding.where == "「學年度」"]
        assert [(finding.paper, finding.rule) for finding in told] == [("", "")]

    def test_the_checklist_quotes_the_year(self, tmp_path: Path):
        saved = self.packet(113).save(tmp_path)
        text = "".join(docx_text(saved.paths[0].read_bytes()))
        assert "試辦113學年度計畫 五" in text
        assert "試辦112學年度計畫" not in text


class TestVariants:
    """A class of one's own: what it does not change it has from its base."""

    @pytest.fixture
    def base(self) -> type[Form]:
        return get_form("讀書會單")

    def test_stays_what_it_is_in_every_year(self, base: type[Form]):
        class Mine(base):
            title = "我的單"

        for year in (112, 113, 116):
            made = Mine.load({"學年度": year, "領讀人": "甲", "金額": 5_600})
            assert type(made) is Mine
            assert docx_text(made.to_bytes())[1] == "領讀人：甲"  # and not a template of 113
        assert rules(Mine.load({"學年度": 112, "領讀人": "甲", "金額": 5_600}).check()) == ["X01"]
        assert rules(Mine.load({"學年度": 113, "領讀人": "甲", "金額": 5_600}).check()) == []
        assert Mine.blank(113).school_year == 113  # type: ignore[attr-defined]
        assert Mine.key == base.key

    def test_has_a_sample_under_its_own_labels(self, base: type[Form]):
        class Mine(base):
            convener: Text = label("帶領人", "")

        assert Mine.sample().context()["帶領人"] == "林若水"

    def test_rules_of_its_own(self, base: type[Form]):
        class Mine(base):
            rules = base.rules.without("X01")

        class Strict(Mine):
            rules = get_programme(NAME).editions[0].rules.changing("X01", limit=1)

        facts = {"學年度": 113, "領讀人": "甲", "金額": 9_999}
        assert Mine.load(facts).check() == ()
        found = [f for f in Strict.load(facts).check() if f.rule == "X01"]
        assert "上限 1 元" in found[0].message
        assert cited(found[0]) == "試辦113學年度計畫 三：以 6,000元為限。"

        class Free(base):
            rules = Rules()

        assert Free.load(facts).check() == ()

    def test_an_edition_of_its_own(self, base: type[Form]):
        class Mine(base):
            edition = get_programme(NAME).editions[0]

        told, found = Mine.load({"學年度": 113, "領讀人": "甲", "金額": 5_600}).check()
        assert "沒有該學年度的規定可以對照；以下以 112學年度" in told.message
        assert (found.rule, found.severity) == ("X01", Severity.WARNING)
        assert Mine.load({"學年度": 112, "領讀人": "甲", "金額": 5_000}).check() == ()


class TestByDay:
    """Texts that are not by 學年度 go by the day of handing in."""

    @pytest.fixture
    def editions(self) -> Any:
        from jingjin_forms.checks import Document, Edition
        from jingjin_forms.values.roc import RocDate

        old = Document("要點", issued=RocDate("110年1月1日"))
        new = old.revised("要點（修正）", issued=RocDate("113年5月1日"))
        made = tuple(Edition((text,), Rules(), "") for text in (old, new))
        return SimpleNamespace(old=made[0], new=made[1], all=made)

    def test_the_newest_that_was_issued(self, editions: Any):
        from jingjin_forms.checks.edition import edition_for, is_of_another_year

        for on, found in (
            (date(2024, 4, 30), editions.old),
            (date(2024, 5, 1), editions.new),
            (date(2000, 1, 1), editions.old),
            (None, editions.new),
        ):
            for year in (None, 112, 120):
                assert edition_for(editions.all, year, on) is found
                assert not is_of_another_year(found, year)

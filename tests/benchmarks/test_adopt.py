"""The corpora hold together, and are measured as they say."""

from pathlib import Path

import pytest
from lxml import etree

from benchmarks.adopt import Case, cases, main, measured, misses, report, ten_pages, times, total
from benchmarks.blanks import own
from benchmarks.blanks.corpus import forms
from benchmarks.blanks.marked import OPEN, parts_of
from benchmarks.blanks.own import OwnPaperError, fact_of, own_paper
from jingjin_forms import get_form
from jingjin_forms.adopting.blank import Blank, Kind
from jingjin_forms.word.docx.location import TEXT
from tests.helpers import audit

INVENTED = ("consent", "grants", "money", "people", "projects", "schooling")


def perfect(case: Case) -> list[Blank]:
    return [
        Blank(t.name, t.kind, t.place, t.before, t.options, t.several, t.rows, printed=t.printed)
        for t in case.truths
    ]


@pytest.fixture(scope="module")
def all_cases() -> list[Case]:
    return list(cases())


def test_an_engine_that_finds_the_truth_reaches_everything(
    all_cases: list[Case], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    of_label = {case.label: case for case in all_cases}
    results = [measured(c, lambda p, _: perfect(of_label[p.stem]), tmp_path) for c in all_cases]
    assert [miss for result in results for miss in misses(result)] == []
    count = total(results)
    assert (count.recall, count.precision, count.names) == (1, 1, 1)
    assert count.blanks > 1000
    report(results)
    assert "找到 100.0％" in capsys.readouterr().out
    assert set(times(results, lambda p, _: [], tmp_path)) == {"median", "longest", "ten_pages"}


def test_an_engine_that_finds_nothing_or_fails_is_told_so(tmp_path: Path):
    module, form = next(iter(forms()))
    blank, truths = form.blank()
    case = Case(form.title, form.maker, module, blank, truths)

    def fail(path: Path, key: str) -> list[Blank]:
        raise ValueError("讀不到")

    result = measured(case, fail, tmp_path)
    assert result.error == "ValueError: 讀不到"
    assert (total([result]).found, total([result]).made) == (0, 0)
    assert len(list(misses(result))) == total([result]).blanks > 0


def test_every_kind_of_blank_occurs(all_cases: list[Case]):
    invented = [t for c in all_cases if c.module in INVENTED for t in c.truths]
    assert {truth.kind for truth in invented} == set(Kind)
    assert len({c.title for c in all_cases if c.module in INVENTED}) >= 18


def test_no_two_forms_of_a_label(all_cases: list[Case]):
    labels = [case.label for case in all_cases]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("form", [f for m, f in forms() if m in INVENTED], ids=lambda f: f.title)
def test_a_blank_shows_no_mark_and_is_the_same_each_time(form):
    blank, truths = form.blank()
    assert form.blank() == (blank, truths)
    for name, content in parts_of(blank).items():
        if name.endswith(".xml"):
            text = "".join(etree.fromstring(content).itertext(TEXT))
            assert not set(text) & {OPEN, "{", "}", "№"}


@pytest.mark.slow
@pytest.mark.parametrize("form", [f for m, f in forms() if m in INVENTED], ids=lambda f: f.title)
def test_a_blank_is_a_valid_file(form):
    blank, _ = form.blank()
    # Word writes a theme and a table of fonts beside the rest; nothing depends on them.
    assert [fault for fault in audit(blank) if "required relationship" not in fault] == []


def test_ten_pages_are_several_forms(all_cases: list[Case]):
    document = etree.fromstring(parts_of(ten_pages(all_cases))["word/document.xml"])
    assert len(list(document.iter("{*}sectPr"))) == 1
    assert len(list(document.iter("{*}tbl"))) > 20


@pytest.mark.parametrize(
    ("expression", "fact"),
    [
        ("經費.單價", "經費.單價"),
        ('學校名稱.縣市 ~ 學校名稱.簡稱 if 學校名稱 else "花蓮縣○○國小"', "學校名稱"),
        ('"_____" if 補助.金額 is none else 補助.金額 ~ "元"', "補助.金額"),
        ('"■" if 分校名稱 else "□"', "分校名稱"),
        ('"\\n" if 項.說明 else ""', None),
        ("loop.index", None),
        ('類型["學科/領域"]', "類型.學科/領域"),
        ("成果檢核[0].完成", "成果檢核[0].完成"),
        ('社群名稱.removesuffix("社群") or "○○○○"', "社群名稱"),
        ("學年度 - 1", "學年度"),
    ],
)
def test_a_tag_is_named_by_the_first_fact_it_prints(expression: str, fact: str | None):
    assert fact_of(expression) == fact


def test_the_truth_of_a_paper_of_ours():
    paper = own_paper(get_form("active_teaching/partnership_application"))
    truths = {truth.name: truth for truth in paper.truths if not truth.optional}
    assert truths["學校類型"].options == ("極偏", "特偏", "偏遠")
    assert truths["參與教師.姓名"].kind is Kind.LIST
    assert truths["參與教師.姓名"].rows == 6
    assert truths["已申請政府補助.補助單位"].printed == "_____"
    assert truths["團隊主要聯絡人.手機"].kind is Kind.RIGHT


def test_what_stands_for_a_missing_fact_is_what_the_blank_prints():
    paper = own_paper(get_form("school_based/budget_estimate"))
    (total_,) = (truth for truth in paper.truths if truth.name == "總計")
    assert (total_.kind, total_.before) == (Kind.AMOUNT, "新台幣")
    assert total_.printed.strip() == "○萬○仟○佰○拾元整"


def test_repeated_columns_are_each_a_blank_without_a_name():
    paper = own_paper(get_form("school_based/summary_sheet"))
    columns = [t.place.column for t in paper.truths if t.name == "頁.欄.活動名稱"]
    assert columns == [2, 3, 4]
    assert "頁.欄.活動名稱" in paper.nameless


def test_cells_that_no_tag_prints_in_may_be_tagged_or_not():
    paper = own_paper(get_form("leader_workshop/workshop_budget"))
    without_tag = [t.place for t in paper.truths if not t.name]
    assert len(without_tag) == 5
    assert {(place.table, place.row) for place in without_tag} == {(1, 2)}
    assert all(t.optional for t in paper.truths if not t.name)


def test_marks_that_change_what_a_paper_says_are_noticed(monkeypatch: pytest.MonkeyPatch):
    marked, before, after = own._with_marks, "承辦".encode(), "主辦".encode()
    monkeypatch.setattr(own, "_with_marks", lambda part: marked(part).replace(before, after))
    with pytest.raises(OwnPaperError, match="school_based/budget_estimate"):
        own_paper(get_form("school_based/budget_estimate"))


def test_asking_for_a_form_that_is_not_there(capsys: pytest.CaptureFixture[str]):
    assert main(["--only", "沒有的表", "--truth"]) == 2
    assert main(["--only", "領據", "--truth"]) == 0
    assert "1 份空白表" in capsys.readouterr().out

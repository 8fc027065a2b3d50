"""A template is proved: whatever does not print as it should is found, and nothing else."""

import pytest

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.hole import Hole, HoleList
from jingjin_forms.adopting.tagging import tags
from jingjin_forms.adopting.tagging.marks import marked
from jingjin_forms.errors import FileProblemError
from tests.adopt.holes import Form
from tests.page.parts import p, tr

ONCE, EMPTY = "填寫的內容沒有剛好印出一次", "空白時印出來與空白表不同"


def two(first: str = "姓名", second: str = "電話") -> Form:
    form = Form(p("姓名：____"), p("電話：____"))
    for line, name in zip(form.lines, (first, second), strict=True):
        form.blank(line, "____", name)
    return form


def with_tag(monkeypatch: pytest.MonkeyPatch, wrong: str) -> Form:
    """The second of two blanks has a tag that is not right."""
    form = two()

    def tag_of(hole: Hole, number: int = 0) -> str:
        return wrong if hole.name == "電話" else tags.tag_of(hole, number)

    monkeypatch.setattr("jingjin_forms.adopting.tagging.tagging.tag_of", tag_of)
    return form


def test_a_right_template_passes():
    assert two().faulty() == {}
    assert two("姓名", "姓名").faulty() == {}
    assert two("聯絡人.姓名", "聯絡人.電話").faulty() == {}
    assert two("甲.數[元]", "items").faulty() == {}


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("{{ 電話 }}", EMPTY),
        ("{{ 電話 or '___' }}", EMPTY),
        ("____", ONCE),
        ("{{ 姓名 or '____' }}", ONCE),
        ("{{ 電話 or '____' }}{{ 電話 }}", ONCE),
        ("{{ 電話[:1] or '____' }}", ONCE),
        ("{{ 電話 or }}", "的標籤在這裡不能用"),
        ("{% if 電話 %}", "的標籤在這裡不能用"),
        ("{{ 電話|沒有 }}", "的標籤在這裡不能用"),
        ("{{ 電話|元 or '____' }}", "的標籤在這裡不能用"),
    ],
)
def test_a_wrong_tag_is_blamed_alone(monkeypatch: pytest.MonkeyPatch, wrong: str, why: str):
    found = with_tag(monkeypatch, wrong).faulty()
    assert found["電話"] == why
    assert wrong.startswith("{{ 姓名") or list(found) == ["電話"]


def test_a_text_and_a_group_of_one_name():
    assert (
        "姓名" in two("姓名", "姓名.電話").faulty()
        or "姓名.電話" in two("姓名", "姓名.電話").faulty()
    )


def test_a_choice_whose_box_does_not_tick(monkeypatch: pytest.MonkeyPatch):
    form = Form(p("□男□女 □同意"))
    [line] = form.lines
    form.choice("性別", (line, 0, "男"), (line, 2, "女"))
    form.choice("同意", (line, 5, "同意"))
    assert form.faulty() == {}
    right = tags.tag_of_box

    def tag_of_box(hole: Hole, box: object, option: str, *glyphs: str) -> str:
        return "□" if option == "女" else right(hole, box, option, *glyphs)  # type: ignore[arg-type]

    monkeypatch.setattr("jingjin_forms.adopting.tagging.tagging.tag_of_box", tag_of_box)
    assert set(form.faulty()) == {"性別", "同意"}  # on one line it cannot be told which


def test_a_fault_of_the_blank_itself_is_raised():
    form = Form(p("{{ 姓名 or }}"))
    with pytest.raises(FileProblemError, match=r"表\.docx」本身印的字.*第 1 段"):
        form.faulty()
    assert Form(p("無")).faulty() == {}


@pytest.mark.parametrize("name", ["民國日期", "期間", "元", "整數", "數", "國字大寫", "文字"])
def test_blanks_with_a_filter_have_marks_of_their_own(name: str):
    form = Form(p("甲____"), p("乙____"))
    for line in form.lines:
        form.blank(line, "____", line.text[0], Kind.DATE, filter=name)
    assert form.faulty() == {}
    _, marks = marked(form.holes, {})
    assert len(set(marks.values())) == 2


def test_rows_and_columns_are_filled_once():
    form = Form(f"<w:tbl>{tr('姓名', '電話')}{tr('', '')}{tr('', '')}</w:tbl>")
    grid = form.page.grids[0]
    rows = HoleList(grid, 1, 2, name="學校.名冊")
    for column, name in enumerate(("姓名", "電話.公")):
        form.blank(grid.at[1, column].lines[0], "", name, Kind.LIST, of_list=rows)
    facts, marks = marked(form.holes, {})
    [first, second] = facts["學校"]["名冊"]  # type: ignore[index]
    assert first == {"姓名": "①0②", "電話": {"公": "①1②"}}
    assert not second["姓名"]
    assert list(marks.values()) == ["①0②", "①1②"]
    assert form.faulty() == {}


def test_a_blank_in_a_row_that_repeats_is_found_out():
    form = Form(f"<w:tbl>{tr('姓名', '電話')}{tr('', '')}{tr('', '')}</w:tbl>")
    grid = form.page.grids[0]
    rows = HoleList(grid, 1, 2, name="名冊")
    form.blank(grid.at[1, 0].lines[0], "", "姓名", Kind.LIST, of_list=rows)
    form.blank(grid.at[1, 1].lines[0], "", "電話", Kind.GRID)
    assert form.faulty() == {"電話": ONCE}

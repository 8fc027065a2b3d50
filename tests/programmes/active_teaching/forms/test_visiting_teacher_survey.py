"""附件一 意願調查表: boxes on two levels, 流動性, rows and photographs that grow."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import FactsError
from jingjin_forms.checks.finding import ARITHMETIC
from jingjin_forms.programmes.active_teaching.forms.visiting_teacher_survey import (
    Need,
    Turnover,
    VisitingTeacherSurvey,
)
from tests.helpers import W, docx_text, part_root, table_texts
from tests.parts.test_photo import phone_picture


def form(**facts: Any) -> VisitingTeacherSurvey:
    return VisitingTeacherSurvey(school="花蓮縣立望海國民中學", **facts)


def ticked(needs: dict[str, Any]) -> list[str]:
    """What stands behind the ticked boxes of 需求項目."""
    cell = table_texts(form(needs=needs).to_bytes())[0][8][1]
    parts = cell.replace("□", "|□").replace("■", "|■").split("|")
    return [part[1:].strip() for part in parts if part.startswith("■")]


@pytest.mark.parametrize(
    ("needs", "boxes"),
    [
        ({}, []),
        ({"需求": "教學經驗傳承"}, ["2. 教學經驗傳承"]),
        ({"需求": ["備課、觀課、議課"]}, ["2. 教學經驗傳承", "備課、觀課、議課"]),
        (
            {"需求": "國際教育、備課、觀課、議課"},
            ["2. 教學經驗傳承", "備課、觀課、議課", "3. 協助專案教學計畫", "國際教育"],
        ),
        ({"其他經驗傳承": "實驗"}, ["2. 教學經驗傳承", "其他：實驗"]),
        ({"其他專案": "海洋"}, ["3. 協助專案教學計畫", "其他：海洋"]),
        ({"社群需求": "自然"}, ["1. 教師專業學習社群：自然"]),
        ({"需求": ["教師專業學習社群"]}, ["1. 教師專業學習社群："]),
        ({"其他需求": "科展"}, ["4. 其他需求項目：科展"]),
        ({"所需領域": "自然科學"}, []),
    ],
)
def test_an_outer_box_is_ticked_by_what_stands_in_it(needs: dict[str, Any], boxes: list[str]):
    assert ticked(needs) == boxes


def test_an_outer_box_ticks_no_inner_one():
    outer = [Need.COMMUNITY, Need.EXPERIENCE, Need.PROJECTS, Need.OTHER]
    assert [text[:2] for text in ticked({"需求": outer})] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize(
    ("leaving", "teachers", "box"),
    [
        (None, 10, None),
        (3, None, None),
        (3, 0, None),
        (0, 10, None),
        (1, 100, "20%"),
        (2, 10, "20%"),
        (29, 100, "20%"),
        (299_999_999, 999_999_999, "20%"),
        (3, 10, "40%"),
        (4, 10, "40%"),
        (499_999_999, 999_999_999, "40%"),
        (5, 10, "60%"),
        (6, 10, "60%"),
        (10, 10, "60%"),
        (12, 10, "60%"),
    ],
)
def test_turnover_is_the_nearest_box(leaving: int | None, teachers: int | None, box: str | None):
    survey = form(leaving_teachers=leaving, all_teachers=teachers)
    assert survey.turnover == (box and Turnover(box))
    page = "".join(docx_text(survey.to_bytes()))
    assert [f"■{option}" in page for option in Turnover] == [option == box for option in Turnover]


def test_turnover_shows_how_it_was_worked_out():
    def line(**facts: Any) -> str:
        return next(t for t in docx_text(form(**facts).to_bytes()) if "□20%" in t)

    assert line(leaving_teachers=5, all_teachers=14) == "5÷14  □20%  ■40%  □60%"
    assert line() == "□20%  □40%  □60%"
    assert line(leaving_teachers=0, all_teachers=14) == "0÷14  □20%  □40%  □60%"
    assert line(leaving_teachers=5) == "5÷  □20%  □40%  □60%"


def test_turnover_is_not_chosen():
    basis = {"學校名稱": "望海國中", "異動人數": 5, "教師總人數": 14}
    for box, where in (("40%", []), ("60%", ["「流動性」"])):
        found = VisitingTeacherSurvey.load({**basis, "流動性": box}).check()
        assert [f.where for f in found if f.code == ARITHMETIC] == where
    with pytest.raises(FactsError, match="流動性"):
        VisitingTeacherSurvey.load({"學校名稱": "望海國中", "流動性": "40%"})


def test_staff_is_ticked_by_its_number():
    page = docx_text(form(staff={"正式教師": 0, "代課教師": 3}).to_bytes())
    assert "■正式教師 0 人；□代理教師  人；■代課教師 3 人。" in page


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"school_type": "特偏地區學校"}, "□偏遠地區學校\n■特偏地區學校\n□其他：_____"),
        ({"other_school_type": "非山非市"}, "□偏遠地區學校\n□特偏地區學校\n■其他：非山非市"),
        ({"school_type": "其他"}, "□偏遠地區學校\n□特偏地區學校\n■其他：_____"),
        (
            {"school_type": "偏遠地區學校", "other_school_type": "離島"},
            "■偏遠地區學校\n□特偏地區學校\n□其他：離島",
        ),
    ],
)
def test_school_type(facts: dict[str, str], line: str):
    assert line in docx_text(form(**facts).to_bytes())


@pytest.mark.parametrize(("given", "printed"), [(0, 3), (1, 3), (3, 3), (5, 5)])
def test_lodgings_have_at_least_three_rows(given: int, printed: int):
    lodgings = [{"房東": f"第{n}人", "房屋格局": "套房"} for n in range(given)]
    rows = table_texts(form(lodgings=lodgings).to_bytes())[1][2:]
    assert [row[0] for row in rows] == [f"第{n}人" for n in range(given)] + [""] * (printed - given)
    assert [row[2] for row in rows] == ["□雅房  ■套房"] * given + ["□雅房  □套房"] * (
        printed - given
    )


@pytest.mark.parametrize(("given", "printed"), [(0, 4), (1, 4), (4, 4), (5, 6), (8, 8)])
def test_photographs_two_in_a_row_and_at_least_four_places(
    tmp_path: Path, given: int, printed: int
):
    file = phone_picture(tmp_path / "一.jpg", (400, 300))
    photos = [{"照片檔": file, "說明": f"第{n}張"} for n in range(given)]
    content = form(photos=photos).to_bytes()
    rows = table_texts(content)[2][1:]
    assert rows[::2] == [["", ""]] * (printed // 2)
    notes = [f"說明：第{n}張" for n in range(given)] + ["說明："] * (printed - given)
    assert [note for row in rows[1::2] for note in row] == notes
    assert len(list(part_root(content).iter(f"{W}drawing"))) == given


def test_each_photograph_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "壞.png").write_bytes(b"no picture")
    whole = phone_picture(tmp_path / "好.jpg", (40, 30))
    photos = [whole.name, {"照片檔": "無.jpg", "說明": "外觀"}, "壞.png"]
    with pytest.raises(FactsError) as caught:
        VisitingTeacherSurvey.load({"學校名稱": "望海國中", "照片": photos}, folder=tmp_path)
    missing, broken = caught.value.problems
    assert "教學訪問教師受訪學校意願調查表" in str(caught.value)
    assert missing.where == "照片第 2 項「照片檔」"
    assert f"找不到圖片檔「{tmp_path / '無.jpg'}」" in missing.message
    assert broken.where == "照片第 3 項「照片檔」"
    assert f"無法讀取圖片「{tmp_path / '壞.png'}」" in broken.message

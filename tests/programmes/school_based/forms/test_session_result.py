"""實施成果: photographs two in a row, none without a grid."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import FactsError, FillError
from jingjin_forms.programmes.school_based.forms.session_result import SessionResult
from tests.helpers import W, docx_text, part_root, parts, table_texts
from tests.parts.test_photo import phone_picture


def form(photos: list[Any]) -> SessionResult:
    return SessionResult(school="花蓮縣宜昌國小", photos=photos)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    sizes = ((400, 300), (300, 400), (500, 200), (200, 500), (640, 480))
    return [phone_picture(tmp_path / f"{n}.jpg", size) for n, size in enumerate(sizes)]


def test_sample():
    printed = docx_text(SessionResult.sample().to_bytes())
    assert printed[1:7] == [
        "112學年度花蓮縣晨曦國小辦理",
        "精進國民中小學教師教學專業與課程品質「學校本位進修」實施成果",
        "時間：112年10月18日",
        "地點：晨曦國小自然教室",
        "講師：東岸大學 沈知遠副教授",
        "主題：素養導向探究課程設計工作坊（第二場）",
    ]


def test_without_photographs_there_is_no_grid():
    assert table_texts(form([]).to_bytes()) == []
    assert table_texts(SessionResult.blank().to_bytes()) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_two_in_a_row_each_with_its_note_beneath(files: list[Path], count: int):
    photos = [{"照片檔": file, "說明": f"第{n}張"} for n, file in enumerate(files[:count], 1)]
    content = form(photos).to_bytes()
    notes = [f"第{n}張" for n in range(1, count + 1)] + [""] * (count % 2)
    pairs = [notes[n : n + 2] for n in range(0, len(notes), 2)]
    assert table_texts(content) == [[row for pair in pairs for row in (["", ""], pair)]]
    drawn = [len(list(row.iter(f"{W}drawing"))) for row in part_root(content).iter(f"{W}tr")]
    assert drawn[::2] == [2] * (count // 2) + [1] * (count % 2)
    assert set(drawn[1::2]) == {0}


def test_a_picture_stays_on_the_page_of_its_note(files: list[Path]):
    rows = list(part_root(form(files[:2]).to_bytes()).iter(f"{W}tr"))
    kept = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in r.iter(f"{W}p")] for r in rows]
    assert kept == [[True, True], [False, False]]


def test_a_picture_fits_its_cell_whatever_its_shape(files: list[Path]):
    document = part_root(form(files).to_bytes())
    extents = [e for e in document.iter() if str(e.tag).endswith("}extent")]
    centimetres = [(int(e.get("cx")) / 360_000, int(e.get("cy")) / 360_000) for e in extents]
    assert len(centimetres) == 5
    for (width, height), (across, up) in zip(
        centimetres, ((4, 3), (3, 4), (5, 2), (2, 5), (4, 3)), strict=True
    ):
        assert width <= 8.31
        assert height < 6.0
        assert width / height == pytest.approx(across / up, rel=0.001)


def test_each_photograph_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "壞.jpg").write_bytes(b"no picture")
    photos = ["無.jpg", {"照片檔": "壞.jpg", "說明": "合影"}]
    with pytest.raises(FactsError) as caught:
        SessionResult.load({"學校名稱": "花蓮縣宜昌國小", "照片": photos}, folder=tmp_path)
    first, second = caught.value.problems
    assert caught.value.subject == "實施成果"
    assert first.where == "照片第 1 項「照片檔」"
    assert f"找不到圖片檔「{tmp_path / '無.jpg'}」" in first.message
    assert second.where == "照片第 2 項「照片檔」"
    assert f"無法讀取圖片「{tmp_path / '壞.jpg'}」" in second.message
    assert "實施成果" in str(caught.value)


def test_a_photograph_that_breaks_off_is_found_when_it_is_printed(tmp_path: Path):
    whole = phone_picture(tmp_path / "全.jpg", (400, 300))
    (tmp_path / "斷.jpg").write_bytes(whole.read_bytes()[:2000])
    with pytest.raises(FillError) as caught:
        form([whole, tmp_path / "斷.jpg"]).to_bytes()
    assert "實施成果" in str(caught.value)
    assert "斷.jpg" in str(caught.value)


def test_six_phone_pictures_stay_under_two_megabytes(tmp_path: Path):
    photos = [phone_picture(tmp_path / f"{n}.jpg") for n in range(5)]
    photos.append(phone_picture(tmp_path / "直.jpg", (3024, 4032)))
    content = form(photos).to_bytes()
    assert len([name for name in parts(content) if "/media/" in name]) == 6
    assert len(content) < 2_000_000

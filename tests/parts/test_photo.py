"""Photographs: found beside the facts file, refused by name when missing or broken."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from jingjin_forms.errors import FactsError
from jingjin_forms.facts import FOLDER, Facts, label
from jingjin_forms.parts.photo import Photo
from jingjin_forms.word.picture import Box, Picture, fit
from jingjin_forms.word.text import UnprintableError
from tests.word.build import par, rendered, row, table


class Album(Facts):
    title = "相簿"
    photos: list[Photo] = label("照片", list)


def phone_picture(path: Path, size: tuple[int, int] = (4032, 3024), kind: str = "JPEG") -> Path:
    """Noise and slopes: harder to compress than what phones take."""
    noise = Image.effect_noise((size[0] // 4, size[1] // 4), 90).resize(size)
    slope = Image.linear_gradient("L").resize(size)
    Image.merge("RGB", (noise, noise.rotate(180), slope)).save(path, kind, quality=95)
    return path


def test_a_path_starts_at_the_given_folder(tmp_path: Path) -> None:
    phone_picture(tmp_path / "一.jpg", (40, 30))
    album = Album.model_validate({"照片": ["一.jpg"]}, context={FOLDER: tmp_path})
    assert album.photos[0].file == tmp_path / "一.jpg"
    assert album.photos[0].picture() == Picture(tmp_path / "一.jpg", "")
    assert Photo(file=tmp_path / "一.jpg", note="合影").picture() == Picture(
        tmp_path / "一.jpg", "合影"
    )
    assert Photo().context() == {"照片檔": None, "說明": ""}


def test_bytes_are_taken_too(tmp_path: Path) -> None:
    content = phone_picture(tmp_path / "一.jpg", (40, 30)).read_bytes()
    assert Photo(file=content).file == content


def test_what_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "壞.jpg").write_bytes(b"\xff\xd8\xff not a picture")
    with pytest.raises(FactsError) as caught:
        Album(photos=[tmp_path / "壞.jpg", tmp_path / "無.jpg", 3, tmp_path])
    wheres = [problem.where for problem in caught.value.problems]
    assert wheres[:2] == ["照片第 1 項「照片檔」", "照片第 2 項「照片檔」"]
    message = str(caught.value)
    assert "壞.jpg" in message
    assert f"找不到圖片檔「{tmp_path / '無.jpg'}」" in message
    assert len(caught.value.problems) == 4


def test_no_picture_waits_or_fills_the_memory(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.jpg")
    (tmp_path / "裝置.jpg").symlink_to("/dev/zero")
    (tmp_path / "大.jpg").touch()
    os.truncate(tmp_path / "大.jpg", 5_000_000_000)
    (tmp_path / "圖.eps").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    head = struct.pack(">4sLLBBBBB", b"IHDR", 13_000, 13_000, 8, 2, 0, 0, 0)
    wide = b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + head + struct.pack(">L", zlib.crc32(head))
    (tmp_path / "寬.png").write_bytes(wide + b"\0\0\0\0IDAT\0\0\0\0")
    names = ["管.jpg", "裝置.jpg", "大.jpg", "圖.eps", "寬.png"]
    with pytest.raises(FactsError) as caught:
        Album(photos=[tmp_path / name for name in names])
    words = ("裝置或管線", "裝置或管線", "超過 100 MB", "EPS 格式", "有 13,000 × 13,000 點")
    for problem, name, word in zip(caught.value.problems, names, words, strict=True):
        assert name in problem.message
        assert word in problem.message


def test_a_very_large_jpeg_is_reduced_while_it_is_read() -> None:
    out = BytesIO()
    Image.new("L", (12_000, 9_000)).save(out, "JPEG", quality=20)
    assert fit(Picture(out.getvalue()), Box(914_400)).suffix == "jpeg"


@pytest.mark.parametrize("error", [NotImplementedError, RuntimeError, KeyError, MemoryError])
def test_whatever_a_reader_raises_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def load(_: object) -> None:
        raise error("x")

    path = phone_picture(tmp_path / "一.png", (40, 30), "PNG")
    monkeypatch.setattr(PngImageFile, "load", load)
    with pytest.raises(UnprintableError, match=r"一\.png.*檔案損壞"):
        fit(Picture(path), Box(914_400))


def test_heic_is_read_where_pillow_heif_is_installed(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.register_heif_opener()
    path = phone_picture(tmp_path / "手機.heic", (640, 480), "HEIF")
    fitted = fit(Picture(path), Box(914_400))
    assert fitted.suffix == "jpeg"
    assert (fitted.width, fitted.height) == (914_400, 685_800)


def test_heic_without_pillow_heif_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jingjin_forms.word import picture

    monkeypatch.setattr(picture, "_learn_heic", lambda: False)
    (tmp_path / "a.HEIC").write_bytes(b"ftypheic")
    with pytest.raises(FactsError, match=r"a\.HEIC.*pip install pillow-heif"):
        Photo(file=tmp_path / "a.HEIC")


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_phone_picture_is_reduced_and_turned(tmp_path: Path, orientation: int) -> None:
    """Reduced while it is read, the picture is the same as one reduced afterwards."""
    source = Image.open(phone_picture(tmp_path / "大.jpg"))
    exif = Image.Exif()
    exif[0x0112] = orientation
    source.save(tmp_path / "轉.jpg", exif=exif, quality=95)
    fitted = fit(Picture(tmp_path / "轉.jpg"), Box(3 * 914_400, 3 * 914_400))
    expected = source.rotate({1: 0, 3: 180, 6: 270, 8: 90}[orientation], expand=True)
    expected.thumbnail((600, 600))
    with Image.open(BytesIO(fitted.content)) as kept:
        assert kept.size == expected.size
        assert not kept.getexif()
        few = kept.resize((8, 8)).tobytes(), expected.resize((8, 8)).tobytes()
    assert max(abs(a - b) for a, b in zip(*few, strict=True)) < 12


def test_six_phone_pictures_stay_under_two_megabytes(tmp_path: Path) -> None:
    photos = [phone_picture(tmp_path / f"{n}.jpg") for n in range(6)]
    assert sum(photo.stat().st_size for photo in photos) > 6_000_000
    tag = "{{{{ 照片[{}].照片檔 }}}}".format
    rows = [row(tag(n), tag(n + 1)) for n in (0, 2, 4)]
    album = Album(photos=[{"照片檔": photo} for photo in photos])
    content = rendered(tmp_path, table(*rows, width=4800), par(), data=album.context())
    assert len(content) < 2_000_000

"""Photographs: found beside the facts file, refused by name when missing or broken."""

import os
import struct
import zlib
from base64 import b64encode
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from jingjin_forms import fill_many, load, load_packet
from jingjin_forms.errors import FactsError, FileProblemError
from jingjin_forms.facts import FOLDER, Facts, label
from jingjin_forms.parts.photo import Photo
from jingjin_forms.programmes.school_based.forms.session_result import SessionResult
from jingjin_forms.word.pictures.box import Box
from jingjin_forms.word.pictures.fitting import fit
from jingjin_forms.word.pictures.picture import Picture
from jingjin_forms.word.printing.text import UnprintableError
from tests.word.build import par, rendered, row, table

SCHOOL = {"學校名稱": "花蓮縣晨曦國小"}


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


@pytest.mark.parametrize("mode", ["1", "P", "RGBA", "CMYK", "I;16", "F"])
def test_a_picture_of_pillows_is_taken_too(mode: str) -> None:
    (photo,) = Album(photos=[Image.new(mode, (40, 30))]).photos
    assert isinstance(photo.file, bytes)
    assert Image.open(BytesIO(photo.file)).size == (40, 30)


def test_a_picture_of_pillows_is_turned_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 30)).save(tmp_path / "轉.jpg", exif=exif)
    with Image.open(tmp_path / "轉.jpg") as opened:
        held = Picture(opened, "合影", width=30)
    assert Image.open(BytesIO(held.source)).size == (30, 40)  # type: ignore[arg-type]
    assert (held.description, held.width) == ("合影", 30)


def test_an_open_file_is_taken_too(tmp_path: Path) -> None:
    path = phone_picture(tmp_path / "一.jpg", (40, 30))
    with path.open("rb") as file:
        file.read(5)  # it is read from its start
        assert Photo(file).file == path.read_bytes()
        assert Picture(file).source == path.read_bytes()
    for given, told in ((file, "讀不到這個檔案物件"), (StringIO("x"), "二進位模式")):
        with pytest.raises(FactsError, match=told):
            Photo(file=given)  # type: ignore[arg-type]
        with pytest.raises(FileProblemError, match=told):
            Picture(given)  # type: ignore[arg-type]
    with pytest.raises(FactsError, match="讀不到這張圖片"):
        Photo(file=Image.new("RGB", (0, 9)))


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
    assert fit(Picture(out.getvalue()), Box(914_400)).media.type == "image/jpeg"


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
    assert fitted.media.type == "image/jpeg"
    assert (fitted.width, fitted.height) == (914_400, 685_800)


def test_heic_without_pillow_heif_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jingjin_forms.word.pictures import fitting

    monkeypatch.setattr(fitting, "_learn_heic", lambda: False)
    (tmp_path / "a.HEIC").write_bytes(b"ftypheic")
    with pytest.raises(FactsError, match=r"a\.HEIC.*pip install pillow-heif"):
        Photo(file=tmp_path / "a.HEIC")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return phone_picture(tmp_path_factory.mktemp("phone") / "大.jpg")


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_phone_picture_is_reduced_and_turned(
    large: Path, tmp_path: Path, orientation: int
) -> None:
    """Reduced while it is read, the picture is the same as one reduced afterwards."""
    source = Image.open(large)
    exif = Image.Exif()
    exif[0x0112] = orientation
    source.save(tmp_path / "轉.jpg", exif=exif, quality=95)
    fitted = fit(Picture(tmp_path / "轉.jpg"), Box(3 * 914_400, 3 * 914_400))
    expected = source.rotate({1: 0, 3: 180, 6: 270, 8: 90}[orientation], expand=True)
    expected.thumbnail((600, 600))
    with Image.open(BytesIO(fitted.media.content)) as kept:
        assert kept.size == expected.size
        assert not kept.getexif()
        few = kept.resize((8, 8)).tobytes(), expected.resize((8, 8)).tobytes()
    assert max(abs(a - b) for a, b in zip(*few, strict=True)) < 12


@pytest.mark.slow
def test_six_phone_pictures_stay_under_two_megabytes(tmp_path: Path) -> None:
    photos = [phone_picture(tmp_path / f"{n}.jpg") for n in range(6)]
    assert sum(photo.stat().st_size for photo in photos) > 6_000_000
    tag = "{{{{ 照片[{}].照片檔 }}}}".format
    rows = [row(tag(n), tag(n + 1)) for n in (0, 2, 4)]
    album = Album(photos=[{"照片檔": photo} for photo in photos])
    content = rendered(tmp_path, table(*rows, width=4800), par(), data=album.context())
    assert len(content) < 2_000_000


def test_a_photograph_without_a_note_is_told_by_its_number(tmp_path: Path) -> None:
    phone_picture(tmp_path / "一.jpg", (40, 30))
    photos = [Photo(file=tmp_path / "一.jpg", note=note).context() for note in ("", "合影", "")]
    (first, second), (third, blank) = Photo.in_pairs(photos)
    told = [photo["照片檔"].description for photo in (first, second, third)]
    assert told == ["活動照片 1", "合影", "活動照片 3"]
    assert [photo["說明"] for photo in (first, second, third)] == ["", "合影", ""]
    assert blank["照片檔"] is None
    (rooms,) = Photo.in_pairs(photos[:1], 2, "住宿環境照片")
    assert rooms[0]["照片檔"].description == "住宿環境照片 1"


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """A folder of uploads, with a photograph beside it that is no upload."""
    phone_picture(tmp_path / "外.jpg", (40, 30))
    folder = tmp_path / "上傳"
    (folder / "內").mkdir(parents=True)
    phone_picture(folder / "一.jpg", (40, 30))
    phone_picture(folder / "內" / "二.jpg", (40, 30))
    (folder / "連出.jpg").symlink_to(tmp_path / "外.jpg")
    (folder / "連內.jpg").symlink_to(folder / "一.jpg")
    (folder / "壞.jpg").write_bytes(b"\xff\xd8\xff no picture")
    return folder


@pytest.mark.parametrize("name", ["一.jpg", "內/二.jpg", "內/../一.jpg", "連內.jpg"])
def test_a_photograph_of_the_one_folder_is_read(inside: Path, name: str):
    form = SessionResult.load({**SCHOOL, "照片": [name]}, photos=inside)
    assert isinstance(form.photos[0].file, bytes)  # no path of the server goes out again


NEVER_READ = ["../外.jpg", "連出.jpg", "無.jpg", "壞.jpg", "內", "", ".", "/etc/hostname", "a\0b"]


def test_nothing_else_is_read_and_nobody_learns_what_is_there(inside: Path):
    names = [*NEVER_READ, str(inside.parent / "外.jpg"), str(inside.parent / "無.jpg")]
    photos = [{"照片檔": name, "說明": "x"} for name in names if name]
    with pytest.raises(FactsError) as caught:
        SessionResult.load({**SCHOOL, "照片": photos}, photos=inside)
    assert len(caught.value.problems) == len(photos)
    assert len({problem.message for problem in caught.value.problems}) == 1
    assert str(inside) not in str([p.message for p in caught.value.problems])


def test_a_folder_whose_name_begins_alike_is_another(tmp_path: Path):
    (tmp_path / "上").mkdir()
    (tmp_path / "上傳").mkdir()
    phone_picture(tmp_path / "上傳" / "一.jpg", (40, 30))
    with pytest.raises(FactsError):
        SessionResult.load({**SCHOOL, "照片": ["../上傳/一.jpg"]}, photos=tmp_path / "上")


def test_without_a_folder_a_text_names_no_file(inside: Path):
    path = inside / "一.jpg"
    for how in (
        lambda: SessionResult.load({**SCHOOL, "照片": [str(path)]}),
        lambda: SessionResult.model_validate({**SCHOOL, "照片": [str(path)]}),
        lambda: SessionResult(school="甲國小", photos=[str(path)]),
        lambda: load({"表件": SessionResult.key, **SCHOOL, "照片": [str(path)]}),
    ):
        with pytest.raises(FactsError, match="沒有指定照片資料夾"):
            how()
    packet = load_packet({"送件": "school_based/results", "自備": {"簽到表": str(path)}})
    assert any("不讀檔案" in problem.message for problem in packet.problems)
    assert SessionResult.load({**SCHOOL, "照片": [path]}).photos[0].file == path
    facts = inside.parent / "facts.yaml"  # a file on this disk names what lies beside it, or above
    facts.write_text("學校名稱: 甲國小\n照片: [上傳/../外.jpg]\n", encoding="utf-8")
    assert SessionResult.load(facts).photos[0].file == inside.parent / "上傳/../外.jpg"


def test_rows_of_a_program_name_no_files_without_a_folder(inside: Path):
    rows = [{**SCHOOL, "照片": ["一.jpg"]}]
    (failed,) = fill_many(SessionResult, rows, None)
    assert [(each.code, each.path) for each in failed.details] == [("value", ("照片", 0, "照片檔"))]
    (checked,) = fill_many(SessionResult, rows, None, folder=inside)
    assert checked.problems == ()


def test_own_papers_of_a_packet_stay_in_the_folder_too(inside: Path):
    def states(path: str) -> set[str]:
        facts = {"送件": "school_based/results", **SCHOOL, "自備": {"簽到表": path}}
        made = load_packet(facts, photos=inside)
        return {str(paper.state) for paper in made.papers if paper.title == "簽到表"}

    assert states("一.jpg") == {"已附"}
    assert states("../外.jpg") == states("無.jpg") == states("連出.jpg") == {"有誤"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_picture_as_text_or_object(tmp_path: Path, kind: str):
    content = phone_picture(tmp_path / "一", (40, 30), kind).read_bytes()
    text = b64encode(content).decode()
    picture = Picture(content, "合影")
    album = Album(photos=[text, f"data:image/x;charset=utf-8;base64,{text}", content, picture])
    assert [photo.file for photo in album.photos] == [content, content, content, picture]
    assert album.photos[3].picture() == picture
    assert Album.model_validate_json(album.model_dump_json()).photos[0].file == content


@pytest.mark.parametrize("text", ["data:image/png;base64,@@@", "/9j/" + "@" * 80, "data:x;base64,"])
def test_base64_that_is_none_is_refused(text: str):
    with pytest.raises(FactsError):
        Photo(file=text)


def test_a_photograph_of_many_bytes_has_a_short_repr(tmp_path: Path):
    content = phone_picture(tmp_path / "一.jpg", (1200, 900)).read_bytes()
    form = SessionResult(school="甲國小", photos=[content] * 20)
    for shown in (repr(form), str(form), repr(form.photos[0]), repr(Picture(content))):
        assert len(shown) < 2_000
        assert f"{len(content):,} 位元組" in shown

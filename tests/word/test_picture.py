"""Pictures: fitted into their cell, ratio kept, turned and reduced; in a file that is sound."""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from jingjin_forms.errors import FillError
from jingjin_forms.word import Picture
from jingjin_forms.word.pictures import fitting
from jingjin_forms.word.pictures.box import Box
from jingjin_forms.word.pictures.boxes import box_of_cell
from jingjin_forms.word.pictures.fitting import fit
from jingjin_forms.word.printing.text import UnprintableError
from tests.helpers import W, audit, docx_text, part_root, parts, structural_faults
from tests.word.build import cell, par, rendered, row, table

TWIP = 635  # EMU
MARGINS, SPARED = 216, 60  # twips: beside the picture; under it
HALF_A_MILLIMETRE = 18_000 + 3 * TWIP
EXACT = '<w:trPr><w:trHeight w:val="3000" w:hRule="exact"/></w:trPr>'


def image(
    width: int, height: int, kind: str = "JPEG", mode: str = "RGB", turned: int = 0, shade: int = 90
) -> bytes:
    out = BytesIO()
    picture = Image.new(mode, (width, height), shade if mode in "LP1" else None)  # type: ignore[arg-type]
    if mode == "RGB":
        picture.paste((shade, 60, 200), (0, 0, max(1, width // 2), height))
    exif = Image.Exif()
    if turned:
        exif[0x0112] = turned
    picture.save(out, kind, **({"exif": exif} if turned else {}))
    return out.getvalue()


def sound(folder: Path, *body: str, data: dict[str, Any], **rest: Any) -> bytes:
    content = rendered(folder, *body, data=data, **rest)
    assert structural_faults(content) == []
    assert audit(content) == []
    return content


def extents(content: bytes, name: str = "word/document.xml") -> list[tuple[int, int]]:
    found = part_root(content, name).iter("{*}extent")
    return [(int(e.get("cx")), int(e.get("cy"))) for e in found]


def media(content: bytes) -> list[bytes]:
    return [data for name, data in parts(content).items() if "/media/" in name]


def is_whole(length: float, room: float) -> bool:
    """Whether a length takes a room but for less than half a millimetre."""
    return 0 <= room - length < HALF_A_MILLIMETRE


@pytest.mark.parametrize(
    ("width", "height"),
    [(4000, 3000), (3000, 4000), (4000, 10), (10, 4000), (1, 1), (333, 777), (7919, 17), (1, 2000)],
)
def test_fits_the_cell_and_keeps_its_ratio(tmp_path: Path, width: int, height: int) -> None:
    body = table(row("{{ 照片 }}", "說明", properties=EXACT))
    content = sound(tmp_path, body, par(), data={"照片": Picture(image(width, height, "PNG"))})
    ((cx, cy),) = extents(content)
    room = (2000 - MARGINS) * TWIP, (3000 - SPARED) * TWIP
    assert cx <= room[0]
    assert cy <= room[1]
    assert is_whole(cx, room[0]) or is_whole(cy, room[1])
    assert min(abs(cx - cy * width / height), abs(cy - cx * height / width)) <= 1
    (stored,) = media(content)
    with Image.open(BytesIO(stored)) as kept:
        assert kept.width <= max(1, round(cx / 914_400 * 200 * 1.2))
        assert abs(kept.width - kept.height * cx / cy) <= max(1, cx / cy)


def test_outside_tables_as_large_as_its_pixels_and_no_wider_than_the_text(tmp_path: Path) -> None:
    text, pixel = 9638 * TWIP, 9525  # 642 pixels of 1/96 inch
    for width, expected in ((1, pixel), (200, 200 * pixel), (640, 640 * pixel), (644, text)):
        content = sound(
            tmp_path,
            par("{{ 照片 }}"),
            data={"照片": Picture(image(width, width))},
            header=par("{{ 照片 }}"),
        )
        [(cx, cy)] = extents(content)
        assert cx == cy
        assert cx == expected if width < 644 else is_whole(cx, expected)
        assert extents(content, "word/header1.xml") == extents(content)


def test_pixels_are_counted_the_way_the_picture_is_held(tmp_path: Path) -> None:
    data = {"照片": Picture(image(6000, 300, turned=6))}
    assert extents(sound(tmp_path, par("{{ 照片 }}"), data=data)) == [(300 * 9525, 6000 * 9525)]


MM = 36_000


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ({"width": 60}, (60 * MM, 30 * MM)),
        ({"height": 12.5}, (25 * MM, 12.5 * MM)),
        ({"width": 60, "height": 10}, (20 * MM, 10 * MM)),
        ({"width": 10, "height": 60}, (10 * MM, 5 * MM)),
    ],
)
def test_size_asked_for_in_millimetres(
    tmp_path: Path, asked: dict[str, float], printed: tuple[float, float]
) -> None:
    data = {"照片": Picture(image(200, 100), **asked)}
    assert extents(sound(tmp_path, par("{{ 照片 }}"), data=data)) == [printed]
    ((wide, high),) = extents(sound(tmp_path, table(row("{{ 照片 }}", "")), par(), data=data))
    room = (2000 - MARGINS) * TWIP
    assert wide == printed[0] if printed[0] < room else is_whole(wide, room)
    assert abs(wide - 2 * high) <= 1


@pytest.mark.parametrize("millimetres", [10, 40.5, 82, 85, 160])
def test_a_column_a_twip_wider_or_narrower_has_the_same_picture(millimetres: float) -> None:
    twips = round(millimetres * 1440 / 25.4)
    room = box_of_cell(twips + 216, 216, None)
    for astray in (-1, 1, 2):
        assert box_of_cell(twips + astray + 216, 216, None) == room
    assert room.width <= (twips - 1) * TWIP


def test_no_wider_than_the_text_whatever_is_asked_for(tmp_path: Path) -> None:
    data = {"照片": Picture(image(200, 100), width=500)}
    [(cx, cy)] = extents(sound(tmp_path, par("{{ 照片 }}"), data=data))
    assert is_whole(cx, 9638 * TWIP)
    assert abs(cx - 2 * cy) <= 1


@pytest.mark.parametrize("length", [0, -1, float("nan"), float("inf"), True, "60"])
def test_what_is_no_length_is_refused_at_once(length: Any) -> None:
    with pytest.raises(ValueError, match="請給大於 0 的公釐數"):
        Picture(b"", width=length)
    with pytest.raises(ValueError, match="height"):
        Picture(b"", height=length)


def test_a_picture_that_leads_somewhere(tmp_path: Path) -> None:
    data = {"照片": Picture(image(40, 30), link="https://example.org/?a=1&b")}
    content = sound(tmp_path, par("{{ 照片 }}{{ 照片 }}"), data=data)
    (relation,) = {e.values()[0] for e in part_root(content).iter("{*}hlinkClick")}
    rels = part_root(content, "word/_rels/document.xml.rels")
    (target,) = (r.get("Target") for r in rels if r.get("Id") == relation)
    assert target == "https://example.org/?a=1&b"


def test_wide_cell_and_own_margins(tmp_path: Path) -> None:
    margins = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    wide = cell("{{ 照片 }}", properties=f'<w:gridSpan w:val="2"/>{margins}')
    body = table(row(wide, "x"), columns=3)
    content = sound(tmp_path, body, par(), data={"照片": Picture(image(100, 100))})
    [(cx, cy)] = extents(content)
    assert cx == cy
    assert is_whole(cx, 4000 * TWIP)


def test_turned_as_its_camera_says(tmp_path: Path) -> None:
    body = table(row("{{ 照片 }}", "x"))
    for orientation, upright in ((1, False), (3, False), (6, True), (8, True)):
        data = {"照片": Picture(image(400, 200, turned=orientation))}
        content = sound(tmp_path, body, par(), data=data)
        ((cx, cy),) = extents(content)
        assert (cy > cx) == upright
        with Image.open(BytesIO(media(content)[0])) as stored:
            assert (stored.height > stored.width) == upright
            assert stored.getexif().get(0x0112, 1) == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_place_a_photo_was_taken_does_not_reach_the_file(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "相機廠牌"
    out = BytesIO()
    Image.new("RGB", (40, 30)).save(out, kind, exif=exif)
    body = table(row("{{ 照片 }}", "x"))
    content = sound(tmp_path, body, par(), data={"照片": Picture(out.getvalue())})
    with Image.open(BytesIO(media(content)[0])) as stored:
        assert not stored.getexif()


def test_reduced_to_200_dots_per_inch(tmp_path: Path) -> None:
    body = table(row("{{ 照片 }}", "x"))
    content = sound(tmp_path, body, par(), data={"照片": Picture(image(6000, 4000))})
    with Image.open(BytesIO(media(content)[0])) as stored:
        assert stored.format == "JPEG"
        assert abs(stored.width - (2000 - MARGINS) / 1440 * 200) <= 1


def test_a_picture_in_the_same_room_is_reduced_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "照片.jpg"
    path.write_bytes(image(3000, 2000))
    narrow, wide = Box(3_000_000, 2_000_000), Box(4_000_000, 3_000_000)
    first, other = (fit(Picture(path, "甲"), box) for box in (narrow, wide))
    monkeypatch.setattr(fitting, "_encoded", None)  # which would fail
    assert fit(Picture(path, "甲"), narrow) == first
    again = fit(Picture(path.read_bytes(), "乙", link="https://a.example"), wide)
    told = again.media, again.description, again.link
    assert told == (other.media, "乙", "https://a.example")
    path.write_bytes(image(3000, 2000, shade=200))  # another picture by the same name
    with pytest.raises(UnprintableError):
        fit(Picture(path, "甲"), narrow)


def test_a_picture_that_has_not_changed_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, box = tmp_path / "照片.jpg", Box(3_000_000, 2_000_000)
    path.write_bytes(image(3000, 2000))
    fit(Picture(path), box)  # just written: it may change again before the clock goes on
    os.utime(path, ns=(0, 10**18))
    first = fit(Picture(path), box)
    reads: list[Path] = []
    monkeypatch.setattr(fitting, "read_given", lambda read, _: reads.append(read) or b"")
    assert fit(Picture(path), box) == first
    assert not reads
    os.utime(path, ns=(0, 10**18 + 1))
    with pytest.raises(UnprintableError):
        fit(Picture(path), box)
    assert reads == [path]


def test_small_picture_is_stored_as_it_is(tmp_path: Path) -> None:
    for kind in ("JPEG", "PNG"):
        raw = image(50, 40, kind)
        content = rendered(tmp_path, par("{{ 照片 }}"), data={"照片": Picture(raw)})
        assert media(content) == [raw]


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "LA"),
     ("PNG", "I;16"), ("WEBP", "RGB"), ("WEBP", "RGBA"), ("GIF", "P"), ("BMP", "RGB"),
     ("TIFF", "RGB")],
)  # fmt: skip
def test_formats(tmp_path: Path, kind: str, mode: str) -> None:
    for width in (60, 3000):
        raw = image(width, width // 2, kind, mode)
        path = tmp_path / f"{kind}{width}"
        path.write_bytes(raw)
        content = sound(tmp_path, par("{{ 照片 }}"), data={"照片": Picture(path)})
        (stored,) = media(content)
        with Image.open(BytesIO(stored)) as kept:
            assert kept.format in ("JPEG", "PNG")
            assert kept.mode != "CMYK"
            assert abs(kept.width / kept.height - 2) < 0.05


def test_many_pictures_each_stored_once(tmp_path: Path) -> None:
    one, two = image(40, 30, shade=1), image(40, 30, shade=2)
    photos = [
        {"圖": Picture(p, f"第 {i} 張 & <圖>"), "說": str(i)} for i, p in enumerate([one, two] * 3)
    ]
    body = table(
        row("{%tr for p in 照片 %}", ""), row("{{ p.圖 }}", "{{ p.說 }}"), row("{%tr endfor %}", "")
    )
    content = sound(
        tmp_path,
        body,
        par("前{{ 首 }}後{{ 首 }}"),
        data={"照片": photos, "首": Picture(one)},
        header=par("{{ 首 }}"),
    )
    assert len(extents(content)) == 8
    assert sorted(media(content)) == sorted([one, two])
    described = [e.get("descr") for e in part_root(content).iter("{*}docPr")]
    assert described[0] == "第 0 張 & <圖>"
    assert docx_text(content)[-1] == "前後"
    assert "圖片" not in "".join(docx_text(content))


def test_types_that_the_template_declares_are_not_declared_twice(tmp_path: Path) -> None:
    content = sound(
        tmp_path,
        par("{{ 照片 }}"),
        data={"照片": Picture(image(4, 4))},
        extra_types='<Default Extension="JPEG" ContentType="image/jpeg"/>',
    )
    types = parts(content)["[Content_Types].xml"].lower()
    assert types.count(b'extension="jpeg"') == 1


def test_text_around_a_picture_stays(tmp_path: Path) -> None:
    content = sound(
        tmp_path,
        par("前{{ 照片 }}中{{ 文 }}後"),
        data={"照片": Picture(image(4, 4)), "文": "甲\n乙"},
    )
    assert docx_text(content) == ["前中甲\n乙後"]


def test_no_picture_prints_blank(tmp_path: Path) -> None:
    for value in (None, ""):
        assert docx_text(sound(tmp_path, par("前{{ 照片 }}"), data={"照片": value})) == ["前"]


def test_faulty_pictures_are_named_with_their_tag(tmp_path: Path) -> None:
    broken = tmp_path / "壞.jpg"
    broken.write_bytes(image(400, 400)[:300])
    text = tmp_path / "文.jpg"
    text.write_text("hello")
    pictures = {"缺": tmp_path / "缺.jpg", "壞": broken, "文": text, "夾": tmp_path, "空": b""}
    body = table(*(row(f"{{{{ {name} }}}}", "") for name in pictures))
    with pytest.raises(FillError) as caught:
        rendered(tmp_path, body, data={name: Picture(path) for name, path in pictures.items()})
    problems = [str(p) for p in caught.value.problems]
    assert len(problems) == len(pictures)
    for number, (name, problem) in enumerate(zip(pictures, problems, strict=True), 1):
        assert f"本文 表格 1 第 {number} 列第 1 欄 的 {{{{ {name} }}}}：" in problem
    assert "找不到圖片檔" in problems[0]
    assert "缺.jpg" in problems[0]
    assert "壞.jpg" in problems[1]


def test_pictures_where_none_can_stand(tmp_path: Path) -> None:
    data = {"照片": Picture(image(4, 4))}
    with pytest.raises(FillError, match="圖片只能放在"):
        rendered(tmp_path, par("x"), data=data, core={"dc:title": "{{ 照片 }}"})
    with pytest.raises(FillError, match="圖片只能放在"):
        rendered(tmp_path, par("{{p 照片 }}"), data=data)


def test_template_is_not_changed_by_pictures(tmp_path: Path) -> None:
    body = par("{{ 照片 }}")
    picture = {"照片": Picture(image(4, 4))}
    first = rendered(tmp_path, body, data=picture)
    assert rendered(tmp_path, body, data=picture) == first
    plain = rendered(tmp_path, body, data={"照片": "x"})
    assert media(plain) == []
    assert not any(
        "rIdPicture" in data.decode("utf-8", "replace") for data in parts(plain).values()
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    body = table(row("{{ 照片 }}", "說明", properties=EXACT))
    content = rendered(tmp_path, body, par("完"), data={"照片": Picture(image(400, 300))})
    (tmp_path / "圖.docx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "圖.docx"],
        check=True, timeout=55, capture_output=True,
    )  # fmt: skip
    pdf = (tmp_path / "圖.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"/Image" in pdf
    assert next(part_root(content).iter(f"{W}drawing"), None) is not None


def test_every_picture_is_told_of(tmp_path: Path) -> None:
    pictures = [Picture(image(20, 10)), Picture(image(20, 10), "合影"), Picture(image(20, 10))]
    body = "".join(par(f"{{{{ 照片[{n}] }}}}") for n in range(3))
    content = sound(tmp_path, body, data={"照片": pictures})
    told = [e.get("descr") for e in part_root(content).iter("{*}docPr")]
    assert told == ["照片 1", "合影", "照片 3"]

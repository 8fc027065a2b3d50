"""A picture as it goes into the file: read, turned, reduced and measured for its room."""

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jingjin_forms.errors import shortened
from jingjin_forms.files.given import OddFileError, read_given
from jingjin_forms.files.held_picture import MOST_BYTES
from jingjin_forms.files.unchanged import ALWAYS, Remembered, Stamp, file_state
from jingjin_forms.word.pictures.box import EMU_PER_INCH, Box
from jingjin_forms.word.pictures.media import Media
from jingjin_forms.word.pictures.picture import Picture
from jingjin_forms.word.printing.text import UnprintableError

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 200
_ORIENTATION, _FIRST_ON_ITS_SIDE = 0x0112, 5  # of EXIF: 1 to 4 lie as they are printed
_PNG_PACKED = 6
"""Of 9, which takes three times as long to save one byte in twenty."""
_JPEG_QUALITY = 85
_MOST_PIXELS = 60_000_000
"""Of a picture that is unpacked whole: 240 MB. Phones take 50 million."""
_MOST_PIXELS_REDUCED = 220_000_000
"""Of a JPEG that can be read at a part of its pixels. Phones take 200 million."""
# What people have. Others are rare, and some start programs of their own (EPS: Ghostscript).
_FORMATS = frozenset(
    (
        *("JPEG", "MPO", "PNG", "HEIF", "AVIF", "WEBP", "TIFF", "GIF", "BMP", "DIB", "JPEG2000"),
        *("PPM", "TGA", "PCX"),
    )
)
_SCREEN_MODES = ("RGB", "RGBA", "L", "LA", "P", "1")  # not CMYK, which Word shows in wrong colours
# What a camera writes beside the picture, also where it was taken: not for a county's files.
_TELLING = frozenset(("exif", "xmp", "photoshop", "XML:com.adobe.xmp"))
_KEPT_AS_THEY_ARE = {"JPEG": "jpeg", "PNG": "png"}


@dataclass(frozen=True, slots=True)
class FittedPicture:
    """A picture as it goes into the file."""

    media: Media
    """Its file; equal pictures share one name, so a paper holds each once."""
    width: int
    """In EMU, as the height."""
    height: int
    description: str
    link: str = ""


_Measured = tuple[Media, int, int]
_fitted_before: Remembered[_Measured] = Remembered(48)
"""By what the picture is and the room it had and asked for: the .odt of a paper has those of its
.docx, a paper that is filled again those it had. Each stands here by its file and by its content,
so a file that has not changed is not even read."""
_MOST_REMEMBERED_BYTES = 500_000


def fit(picture: Picture, box: Box) -> FittedPicture:
    """Read, turn, reduce and measure a picture; raises UnprintableError naming the file."""
    wanted = box, picture.width, picture.height
    with _naming(picture):
        state = None if isinstance(picture.source, bytes) else file_state(str(picture.source))
        measured = state and _fitted_before.get((*state.key, *wanted), state.stamp)
        if measured is None:
            measured = _by_content(picture, box)
            if state and state.is_settled:
                _remember((*state.key, *wanted), state.stamp, measured)
    return FittedPicture(*measured, picture.description, picture.link)


def _by_content(picture: Picture, box: Box) -> _Measured:
    raw = _content(picture)
    key = sha256(raw).digest(), box, picture.width, picture.height
    if (known := _fitted_before.get(key, ALWAYS)) is not None:
        return known
    with _open_quietly(raw) as opened:
        _refuse_odd(opened, picture)
        measured = _reduced(opened, raw, box.for_picture(picture, _upright_size(opened)[0]))
    _remember(key, ALWAYS, measured)
    return measured


def _remember(key: tuple[Any, ...], stamp: Stamp, measured: _Measured) -> None:
    if len(measured[0].content) <= _MOST_REMEMBERED_BYTES:
        _fitted_before.keep(key, stamp, measured)


def _reduced(opened: "Image", raw: bytes, room: Box) -> _Measured:
    from PIL import ImageOps

    kind = opened.format
    tells_more = bool(opened.getexif()) or not _TELLING.isdisjoint(opened.info)
    is_small = _reduced_while_read(opened, room)
    turned = ImageOps.exif_transpose(opened)
    turned.load()
    width, height = _fitted(turned.size, room)
    if is_small and not tells_more and kind in _KEPT_AS_THEY_ARE and turned.mode in _SCREEN_MODES:
        content, suffix = raw, _KEPT_AS_THEY_ARE[kind]
    else:
        content, suffix = _encoded(turned, _pixels(width, height))
    name = f"{sha256(content).hexdigest()[:16]}.{suffix}"
    return Media(name, content, f"image/{suffix}"), width, height


def check_picture(picture: Picture) -> None:
    """Raise UnprintableError naming the file if it is missing or no picture; reads its head only.

    A picture that breaks off further down is found when it is printed.
    """
    with _opened(picture):
        pass


def upright_pixels(raw: bytes) -> tuple[int, int]:
    """The width and height of a picture as it is looked at; UnprintableError if it is none."""
    with _opened(Picture(raw)) as opened:
        return _upright_size(opened)


@contextmanager
def _opened(picture: Picture) -> Generator["Image"]:
    """The picture; what goes wrong with it inside is an error naming the file."""
    with _naming(picture), _open_quietly(_content(picture)) as opened:
        _refuse_odd(opened, picture)
        yield opened


def _content(picture: Picture) -> bytes:
    source = picture.source
    return source if isinstance(source, bytes) else read_given(Path(source), MOST_BYTES)


def _name_of(picture: Picture) -> str:
    """As messages call it."""
    source = picture.source
    return f"{len(source)} 位元組" if isinstance(source, bytes) else shortened(str(source), 200)


@contextmanager
def _naming(picture: Picture) -> Generator[None]:
    """What goes wrong inside is an error that names the picture."""
    reads_heic = _learn_heic()
    try:
        yield
    except UnprintableError:
        raise
    except FileNotFoundError:
        raise UnprintableError(f"找不到圖片檔「{_name_of(picture)}」。") from None
    except Exception as error:  # Pillow's readers raise whatever a broken file leads them to
        name = _name_of(picture)
        fault = "讀不到這個檔案" if getattr(error, "errno", None) else "檔案損壞或不是圖片"
        if isinstance(error, OddFileError):
            fault = str(error)
        remedy = "請改存為 JPEG 或 PNG。"
        if not reads_heic and name.lower().endswith((".heic", ".heif")):
            remedy = f"要讀 HEIC 請安裝 pillow-heif（pip install pillow-heif），或{remedy}"
        raise UnprintableError(f"無法讀取圖片「{name}」（{fault}），{remedy}") from None


def _open_quietly(raw: bytes) -> "Image":
    """Only the head is read; Pillow's warning of many pixels is not for users."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(raw))


def _refuse_odd(opened: "Image", picture: Picture) -> None:
    """Raise UnprintableError for a kind of picture that is not read, or far too many pixels."""
    kind, (width, height) = opened.format, opened.size
    if kind not in _FORMATS:
        raise UnprintableError(
            f"圖片「{_name_of(picture)}」是 {kind} 格式，不能印；請改存為 JPEG 或 PNG。"
        )
    is_reducible = kind == "JPEG" and "progressive" not in opened.info
    most = _MOST_PIXELS_REDUCED if is_reducible else _MOST_PIXELS
    if width * height > most:
        name = _name_of(picture)
        raise UnprintableError(
            f"圖片「{name}」有 {width:,} × {height:,} 點，超過 {most // 1_000_000:,} 百萬點；"
            "請縮小後再存。"
        )


@cache
def _learn_heic() -> bool:
    """Let Pillow read what iPhones write, where pillow-heif is installed."""
    try:
        import_module("pillow_heif").register_heif_opener()
    except ImportError:
        return False
    return True


def _upright_size(opened: "Image") -> tuple[int, int]:
    """Its pixels, turned the way its camera says."""
    width, height = opened.size
    is_on_its_side = opened.getexif().get(_ORIENTATION, 1) >= _FIRST_ON_ITS_SIDE
    return (height, width) if is_on_its_side else (width, height)


def _reduced_while_read(opened: "Image", box: Box) -> bool:
    """Whether all its pixels are printed. A large JPEG will be read at a half of them or less.

    Halving while decoding takes a fraction of the time; twice the printed pixels are kept for the
    careful reduction that follows.
    """
    width, height = _upright_size(opened)
    is_on_its_side = (width, height) != opened.size
    wanted = _pixels(*_fitted((width, height), box))
    if opened.format == "JPEG":
        enough = 2 * wanted[0], 2 * wanted[1]
        opened.draft(None, (enough[1], enough[0]) if is_on_its_side else enough)  # pyright: ignore[reportArgumentType] (None leaves the mode)
    return width <= wanted[0] * 1.2


def _pixels(width: int, height: int) -> tuple[int, int]:
    return max(1, width * _DPI // EMU_PER_INCH), max(1, height * _DPI // EMU_PER_INCH)


def _fitted(size: tuple[int, int], box: Box) -> tuple[int, int]:
    width, height = size
    if box.is_exact and box.height is not None:
        return box.width, box.height
    if box.height is not None and box.height * width < box.width * height:
        return max(1, round(box.height * width / height)), box.height
    return box.width, max(1, round(box.width * height / width))


def _encoded(image: "Image", wanted: tuple[int, int]) -> tuple[bytes, str]:
    lossless = image.mode in ("RGBA", "LA", "P", "1")
    if image.mode in ("P", "1"):  # colours that are numbers cannot be mixed
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.width > wanted[0]:
        image = image.resize(wanted)  # pyright: ignore[reportUnknownMemberType] (numpy arrays)
    out = BytesIO()
    if lossless:
        image.save(out, "PNG", compress_level=_PNG_PACKED)
        return out.getvalue(), "png"
    image.convert("RGB").save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue(), "jpeg"

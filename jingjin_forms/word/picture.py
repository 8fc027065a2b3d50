"""Pictures in a template: `{{ 照片 }}` filled with a `Picture`.

A picture is fitted into the cell its tag stands in (the whole text width outside tables), its ratio
kept, turned the way its camera says, and reduced to what printing needs.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from jingjin_forms.errors import shortened
from jingjin_forms.word.text import UnprintableError

if TYPE_CHECKING:
    from PIL.Image import Image

EMU_PER_INCH = 914_400
_DPI = 200
_ORIENTATION, _FIRST_ON_ITS_SIDE = 0x0112, 5  # of EXIF: 1 to 4 lie as they are printed
_JPEG_QUALITY = 85
_UNREADABLE = (OSError, ValueError, SyntaxError)  # what Pillow's readers raise for broken files
_SCREEN_MODES = ("RGB", "RGBA", "L", "LA", "P", "1")  # not CMYK, which Word shows in wrong colours
# What a camera writes beside the picture, also where it was taken: not for a county's files.
_TELLING = frozenset(("exif", "xmp", "photoshop", "XML:com.adobe.xmp"))
_KEPT_AS_THEY_ARE = {"JPEG": "jpeg", "PNG": "png"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a template's tag: a file, or the bytes of one (anything Pillow reads)."""

    source: str | Path | bytes
    description: str = ""
    """What the picture shows, for readers who cannot see it."""

    is_picture: ClassVar[bool] = True

    def __str__(self) -> str:
        return self.description or (
            f"{len(self.source)} 位元組的圖片"
            if isinstance(self.source, bytes)
            else str(self.source)
        )


@dataclass(frozen=True, slots=True)
class Box:
    """The room a picture has, in EMU (914,400 to the inch); no height where the row may grow."""

    width: int
    height: int | None = None


@dataclass(frozen=True, slots=True)
class FittedPicture:
    """A picture as it goes into the file."""

    content: bytes
    suffix: str
    width: int
    height: int
    description: str

    @property
    def name(self) -> str:
        """Equal pictures share one name, so a file holds each once."""
        return f"{sha256(self.content).hexdigest()[:16]}.{self.suffix}"


def fit(picture: Picture, box: Box) -> FittedPicture:
    """Read, turn, reduce and measure a picture; raises UnprintableError naming the file."""
    from PIL import ImageOps

    with _opened(picture) as (opened, raw):
        kind = opened.format
        tells_more = bool(opened.getexif()) or not _TELLING.isdisjoint(opened.info)
        is_small = _reduced_while_read(opened, box)
        turned = ImageOps.exif_transpose(opened)
        turned.load()
    width, height = _fitted(turned.size, box)
    if is_small and not tells_more and kind in _KEPT_AS_THEY_ARE and turned.mode in _SCREEN_MODES:
        content, suffix = raw, _KEPT_AS_THEY_ARE[kind]
    else:
        content, suffix = _encoded(turned, _pixels(width, height))
    return FittedPicture(content, suffix, width, height, picture.description)


def check_picture(picture: Picture) -> None:
    """Raise UnprintableError naming the file if it is missing or no picture; reads its head only.

    A picture that breaks off further down is found when it is printed.
    """
    with _opened(picture):
        pass


@contextmanager
def _opened(picture: Picture) -> Generator[tuple["Image", bytes]]:
    """The picture and its bytes; what goes wrong with it inside is an error naming the file."""
    from PIL import Image, UnidentifiedImageError

    source = picture.source
    is_bytes = isinstance(source, bytes)
    name = f"{len(source)} 位元組" if is_bytes else shortened(str(source), limit=200)
    reads_heic = _learn_heic()
    try:
        raw = source if is_bytes else Path(source).read_bytes()
        with Image.open(BytesIO(raw)) as opened:
            yield opened, raw
    except FileNotFoundError:
        raise UnprintableError(f"找不到圖片檔「{name}」。") from None
    except (*_UNREADABLE, UnidentifiedImageError, Image.DecompressionBombError) as error:
        fault = "讀不到這個檔案" if getattr(error, "errno", None) else "檔案損壞或不是圖片"
        remedy = "請改存為 JPEG 或 PNG。"
        if not reads_heic and name.lower().endswith((".heic", ".heif")):
            remedy = f"要讀 HEIC 請安裝 pillow-heif（pip install pillow-heif），或{remedy}"
        raise UnprintableError(f"無法讀取圖片「{name}」（{fault}），{remedy}") from None


@cache
def _learn_heic() -> bool:
    """Let Pillow read what iPhones write, where pillow-heif is installed."""
    try:
        import_module("pillow_heif").register_heif_opener()
    except ImportError:
        return False
    return True


def _reduced_while_read(opened: "Image", box: Box) -> bool:
    """Whether all its pixels are printed. A large JPEG will be read at a half of them or less.

    Halving while decoding takes a fraction of the time; twice the printed pixels are kept for the
    careful reduction that follows.
    """
    is_on_its_side = opened.getexif().get(_ORIENTATION, 1) >= _FIRST_ON_ITS_SIDE
    width, height = opened.size
    if is_on_its_side:
        width, height = height, width
    wanted = _pixels(*_fitted((width, height), box))
    if opened.format == "JPEG":
        enough = 2 * wanted[0], 2 * wanted[1]
        opened.draft(None, (enough[1], enough[0]) if is_on_its_side else enough)  # pyright: ignore[reportArgumentType] (None leaves the mode)
    return width <= wanted[0] * 1.2


def _pixels(width: int, height: int) -> tuple[int, int]:
    return max(1, width * _DPI // EMU_PER_INCH), max(1, height * _DPI // EMU_PER_INCH)


def _fitted(size: tuple[int, int], box: Box) -> tuple[int, int]:
    width, height = size
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
        image.save(out, "PNG", optimize=True)
        return out.getvalue(), "png"
    image.convert("RGB").save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue(), "jpeg"


_DRAWING = (
    '</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{name}" descr="{description}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" '
    'name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships" r:embed="{relationship}"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext '
    'cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    '<w:t xml:space="preserve">'
)  # fmt: skip


def drawing(picture: FittedPicture, relationship: str, description: str) -> str:
    """The XML of a picture inside a run; `description` is already escaped."""
    return _DRAWING.format(
        width=picture.width,
        height=picture.height,
        name=picture.name,
        description=description,
        relationship=relationship,
    )

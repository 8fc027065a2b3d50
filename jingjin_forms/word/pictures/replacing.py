"""Pictures and embedded files of a template, exchanged for others."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from os import PathLike
from pathlib import Path
from posixpath import splitext

from lxml import etree

from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.files.given import OddFileError, read_given
from jingjin_forms.files.held_picture import MOST_BYTES
from jingjin_forms.word.docx.package import Package
from jingjin_forms.word.pictures.fitting import check_picture
from jingjin_forms.word.pictures.media import pictures_of, targets_of
from jingjin_forms.word.pictures.picture import Picture
from jingjin_forms.word.printing.text import UnprintableError

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".bmp": "BMP"}
_FOLDERS = ("word/media/", "word/embeddings/")
_MOST_SHOWN = 20


def replaced_parts(
    package: Package, replacements: Mapping[str | bytes, str | PathLike[str] | bytes]
) -> dict[str, bytes]:
    """The parts that are to be replaced. Raises FileProblemError for what is not in the package."""
    by_name = dict(_named_pictures(package))
    found: dict[str, bytes] = {}
    for old, new in replacements.items():
        names = _parts_meant(package, by_name, old)
        if not names:
            raise FileProblemError(_not_found(package, by_name, old))
        content = _content(new)
        for name in names:
            found[name] = _in_the_format_of(name, content)
    return found


def _parts_meant(package: Package, by_name: Mapping[str, set[str]], old: str | bytes) -> list[str]:
    if isinstance(old, bytes):
        return [n for n, content in package.parts.items() if _may_change(n) and content == old]
    if old in package.parts:
        return [old] if _may_change(old) else []
    return sorted(by_name.get(old, ()))


def _may_change(name: str) -> bool:
    return name.startswith(_FOLDERS)


def _named_pictures(package: Package) -> Iterator[tuple[str, set[str]]]:
    """The parts of pictures by what a drawing in the text calls them: name, title, description."""
    found: dict[str, set[str]] = {}
    for part, content in package.parts.items():
        if not part.endswith(".xml") or not pictures_of(package.parts, part):
            continue
        targets = targets_of(package.parts, part, "image")
        for picture in etree.fromstring(content).iter(f"{_PIC}pic"):
            blip = picture.find(f"{_PIC}blipFill/{{*}}blip")
            target = None if blip is None else targets.get(blip.get(_EMBED, ""))
            if target is None:
                continue
            # Word writes what people type as alternative text around the picture, not in it.
            frame = picture.getparent()
            while frame is not None and frame.find("{*}docPr") is None:
                frame = frame.getparent()
            told = [picture.find(f"{_PIC}nvPicPr/{_PIC}cNvPr")]
            told += [] if frame is None else [frame.find("{*}docPr")]
            for element in told:
                for key in ("name", "title", "descr"):
                    name = None if element is None else element.get(key)
                    if name:
                        found.setdefault(name, set()).add(target)
    yield from found.items()


def _content(new: str | PathLike[str] | bytes) -> bytes:
    if isinstance(new, bytes):
        return new
    try:
        return read_given(Path(new), MOST_BYTES)
    except (OSError, ValueError, OddFileError) as error:
        raise FileProblemError(f"無法讀取「{shortened(str(new), 200)}」（{error}）。") from None


def _in_the_format_of(name: str, content: bytes) -> bytes:
    """A picture in the format that the part's name says; other files as they are."""
    wanted = _FORMATS.get(splitext(name)[1].lower())
    if wanted is None or not name.startswith("word/media/"):
        return content
    from PIL import Image

    try:
        check_picture(Picture(content))
        with Image.open(BytesIO(content)) as picture:
            if picture.format == wanted:
                return content
            out = BytesIO()
            (picture.convert("RGB") if wanted in ("JPEG", "BMP") else picture).save(out, wanted)
            return out.getvalue()
    except (UnprintableError, OSError, ValueError) as error:
        raise FileProblemError(f"要換上「{name}」的不是圖片（{error}）。") from None


def _not_found(package: Package, by_name: Mapping[str, object], old: str | bytes) -> str:
    what = f"{len(old)} 位元組的檔案" if isinstance(old, bytes) else f"「{shortened(old)}」"
    there = [*by_name, *filter(_may_change, package.parts)]
    shown = "、".join(there[:_MOST_SHOWN]) or "沒有圖片，也沒有內嵌的檔案"
    return f"範本裡沒有{what}可以換；範本裡有：{shown}。"

"""The file of a photograph as a fact: a path, the bytes, the bytes as text, a `Picture`, or what a
program holds: an open file, a picture of Pillow's.

A text is a path only where somebody has said from which folder: facts that come in a request must
not open what lies on the server. A `Path` is always one, for only a program can give it.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.facts import FOLDER
from jingjin_forms.files.held_picture import held_picture, is_pillows
from jingjin_forms.files.within import Nearby

if TYPE_CHECKING:
    from jingjin_forms.word import Picture

_MOST_BYTES = 100_000_000
_data_url = re.compile(r"data:[\w/.+-]*(?:;[\w=.+-]+)*;base64,", re.IGNORECASE | re.ASCII)
_SHORTEST = 60  # characters of base64 that no picture is shorter than
_STARTS = (
    *(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"),
    *(
        b"\0\0\0\x0cjP  ",
        b"\0\0\0\x18ftyp",
        b"\0\0\0\x1cftyp",
        b"\0\0\0\x20ftyp",
        b"\0\0\0\x24ftyp",
    ),
)
"""How pictures start that people have."""

_WHAT = "要填照片檔的路徑，例如 照片/第一場.jpg；或圖片的內容（「base64」）。"
_NO_FOLDER = (
    "沒有指定照片資料夾，不讀檔案；請給圖片的內容（「base64」），"
    "在程式裡請用「Path(…)」，或「load(…, photos=資料夾)」。"
)
_NOT_THERE = "照片資料夾裡沒有這張照片，或不是能讀的圖片（JPEG、PNG 等）；請檢查檔名與檔案。"
_BROKEN_BASE64 = "的「base64」不完整，請重新產生。"


@dataclass(frozen=True)
class _PhotoFile:
    """A file that holds a picture, or the bytes of one."""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self._read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                as_json, when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": "path"}

    def _read(self, given: Any, info: ValidationInfo) -> "Path | bytes | Picture":
        source = self._source(given, _nearby(info))
        if (fault := _fault(source)) is not None:
            raise ValueError(fault)
        return source

    def _source(self, given: Any, nearby: Nearby) -> "Path | bytes | Picture":
        if isinstance(given, bytes | bytearray):
            return bytes(given)
        if isinstance(given, Path):
            return given if nearby.folder is None or nearby.is_bound else nearby.folder / given
        if is_picture(given):
            return given
        if not isinstance(given, str):
            return _held(given)
        if (content := _bytes_in(given)) is not None:
            return content
        if nearby.folder is None:
            raise ValueError(_NO_FOLDER)
        return _read_bound(given, nearby) if nearby.is_bound else nearby.folder / given


def is_photo_file(field: FieldInfo) -> bool:
    """Whether a field is the file of a photograph."""
    of_options = (getattr(kind, "__metadata__", ()) for kind in get_args(field.annotation))
    return any(isinstance(p, _PhotoFile) for p in chain(field.metadata, *of_options))


def is_picture(given: object) -> bool:
    """Whether it is a `Picture`, whose module only those load that have one."""
    return bool(getattr(type(given), "is_picture", False))


def is_held(given: object) -> bool:
    """Whether it is an open file, or a picture of Pillow's."""
    return callable(getattr(given, "read", None)) or is_pillows(given)


def as_json(file: "Path | bytes | Picture | None") -> str | None:
    """What stands for it in JSON, as it can be read again."""
    source: Any = getattr(file, "source", file)
    if isinstance(source, bytes):
        return f"data:;base64,{b64encode(source).decode()}"
    return None if source is None else str(source)


def _nearby(info: ValidationInfo) -> Nearby:
    context: dict[str, Any] = info.context or {}
    given = context.get(FOLDER)
    return given if isinstance(given, Nearby) else Nearby.of(given)


def _held(given: object) -> bytes:
    """The bytes of an open file, or of a picture of Pillow's."""
    try:
        content = held_picture(given)
    except FileProblemError as error:
        raise ValueError(str(error)) from None
    if content is None:
        raise ValueError(_WHAT)
    return content


def _bytes_in(text: str) -> bytes | None:
    """The bytes that a text stands for as base64; None for one that is none."""
    if found := _data_url.match(text):
        return _decoded(text[found.end() :])
    if len(text) < _SHORTEST:
        return None
    try:
        is_start = b64decode(text[:24], validate=True).startswith(_STARTS)
    except (NoBase64, ValueError):
        return None
    return _decoded(text) if is_start else None


def _decoded(text: str) -> bytes:
    if len(text) > _MOST_BYTES * 4 // 3 + 4:
        raise ValueError(f"圖片超過 {_MOST_BYTES // 1_000_000:,} MB，請縮小後再給。")
    try:
        return b64decode("".join(text.split()), validate=True)
    except (NoBase64, ValueError):
        raise ValueError(f"圖片「{shortened(text, 20)}」{_BROKEN_BASE64}") from None


def _read_bound(name: str, nearby: Nearby) -> bytes:
    """The picture of this name in the one folder; else the same is said whatever is there.

    It is read at once: later another file may have this name, and what is told of the photograph
    names no path of the server.
    """
    from jingjin_forms.files.given import read_given

    content = b""
    with suppress(OSError, ValueError):
        path = nearby.file(name)
        content = b"" if path is None else read_given(path, _MOST_BYTES)
    if _fault(content) is not None:
        raise ValueError(_NOT_THERE)
    return content


def _fault(source: "Path | bytes | Picture") -> str | None:
    """What is wrong with a picture, by its head; None where nothing is."""
    from jingjin_forms.word.pictures.fitting import check_picture
    from jingjin_forms.word.pictures.picture import Picture
    from jingjin_forms.word.printing.text import UnprintableError

    try:
        check_picture(source if isinstance(source, Picture) else Picture(source))
    except UnprintableError as error:
        return str(error)
    return None


if TYPE_CHECKING:
    PhotoFile = Annotated[Path | bytes | Picture, _PhotoFile()]
else:  # where nobody loads the engine to say what a photograph is
    PhotoFile = Annotated[Path | bytes, _PhotoFile()]
"""JPEG, PNG and what else people have (WebP, TIFF, …); HEIC where pillow-heif is installed."""

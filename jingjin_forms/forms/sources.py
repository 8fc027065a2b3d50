"""Where facts are taken from: a file, its bytes, a file that is open, a record."""

from collections.abc import Iterable
from os import PathLike
from typing import Any, cast

from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts.facts_file import MOST_BYTES, FileFacts, facts_in, read_facts
from jingjin_forms.facts.records import record_of
from jingjin_forms.files.handed import StrPath, content_of, path_of
from jingjin_forms.files.within import Nearby

_WANTED = "要給資料檔的路徑，或欄位與內容的對照；也可以給檔案的內容，或以二進位開啟的檔案。"
_SEVERAL = "這裡一次一份，要給資料檔的路徑，或欄位與內容的對照；很多份請當作名冊，大量產生。"


def facts_from(source: Any, subject: str) -> dict[Any, Any]:
    """A copy of what was given, or what the file holds. Raises FileProblemError, and FactsError for
    what holds no facts."""
    if isinstance(source, FileFacts):
        return source.copy()
    if isinstance(source, str | PathLike):
        return read_facts(path_of(source, "資料檔"))
    if (record := record_of(source)) is not None:
        return dict(record)
    if (given := content_of(source, MOST_BYTES)) is not None:
        return facts_in(given.content, given.name)
    raise FactsError(subject, [_no_record(source)])


def _no_record(source: object) -> Problem:
    fault = _SEVERAL if isinstance(source, Iterable) else _WANTED
    return Problem("資料", fault, cast(object, source), code="not_a_group")


def nearby_of(source: Any, folder: StrPath | None, photos: StrPath | None) -> Nearby:
    """Where the files lie that facts from this source name: beside a file of facts, in the folder
    that is given, else nowhere."""
    if photos is not None:
        return Nearby.of(bound=path_of(photos, "照片的資料夾"))
    if folder is not None:
        return Nearby.of(path_of(folder, "資料夾"))
    return Nearby.of(path_of(source).parent if isinstance(source, str | PathLike) else None)

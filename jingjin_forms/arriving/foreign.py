"""Tags of other programs in a text: {x}, ${x}, «x», #x#, {#rows} … {/rows}."""

import keyword
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_NAME = r"[^\W\d][\w.]{0,59}"
# One Chinese character in braces or between #s is more often a printed text, as in 單位：{元}.
_LONGER = r"(?:[A-Za-z_][\w.]{0,59}|[^\W\d][\w.]{1,59})"
_TAG = re.compile(
    rf"\$\{{(?P<dollar>{_NAME})\}}"
    rf"|(?<![{{$])\{{(?P<sign>[#^/])(?P<block>{_NAME})?\}}(?!\}})"
    r"|«(?P<merge>[^«»\n]{1,80})»"
    rf"|(?<![{{$])\{{(?P<plain>{_LONGER})\}}(?!\}})"
    rf"|(?<![#\w])#(?P<hash>{_LONGER})#(?![#\w])"
)
_UNKNOWN = re.compile(r"(?<!\{)\$?\{[@%=*?+>\-#^/]?[^{}\n]{1,80}\}(?!\})")
_LIKE_A_TAG = re.compile(r"[@%=*?+>\-#^/$]|[A-Za-z_]\w*\s*[|.(\[]")
_TABLE_BLOCK = re.compile(r"(?:Table|Group|Begin|)(Start|End|Begin)(?:Group)?:(.+)", re.IGNORECASE)
_RESERVED = frozenset(
    (*keyword.kwlist, "true", "false", "none", "loop", "self", "caller", "range", "dict", "cycler")
)


class Means(Enum):
    """What a tag of another program does."""

    VALUE = auto()
    OPEN = auto()
    OPEN_NOT = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class ForeignTag:
    """One tag, from `start` to `end` of its text."""

    means: Means
    name: str
    """Blank for {/}, which closes what is open."""
    typed: str
    start: int
    end: int


def tags_of(text: str) -> Iterator[ForeignTag]:
    """The tags that have a counterpart in ours, in order."""
    for found in _TAG.finditer(text):
        means, name = _meaning(found)
        yield ForeignTag(means, name, found[0], *found.span())


def _meaning(found: re.Match[str]) -> tuple[Means, str]:
    sign = found["sign"]
    if sign:
        means = {"#": Means.OPEN, "^": Means.OPEN_NOT, "/": Means.CLOSE}[sign]
        return means, found["block"] or ""
    name = found["dollar"] or found["merge"] or found["plain"] or found["hash"]
    if found["merge"] and (block := _TABLE_BLOCK.fullmatch(name.strip())):
        return (Means.CLOSE if block[1].lower() == "end" else Means.OPEN), block[2].strip()
    return Means.VALUE, name.strip()


def unknown_tags(text: str) -> list[str]:
    """What looks like a tag of another program and has no counterpart: {@raw}, {price | money}."""
    rest = _TAG.sub(lambda found: "\0" * len(found[0]), text)
    found = (match[0] for match in _UNKNOWN.finditer(rest))
    return [typed for typed in found if _LIKE_A_TAG.search(typed.strip("${}")) or typed[0] == "$"]


def our_name(name: str) -> str:
    """The name as our tags can have it, its parts with dots between: letters, digits and _."""
    steps = (_identifier(step) for step in unicodedata.normalize("NFKC", name).split("."))
    return ".".join(step for step in steps if step) or "欄"


def _identifier(step: str) -> str:
    plain = re.sub(r"\W+", "_", step.strip()).strip("_")
    if not plain:
        return ""
    if not plain.isidentifier():
        plain = f"欄{plain}"
    return f"{plain}_" if plain in _RESERVED or plain.lower() in ("true", "false") else plain

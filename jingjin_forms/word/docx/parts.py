"""Which parts of a .docx a template's tags may stand in, and which parts cannot be read."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from jingjin_forms.errors import FileProblemError, Problem
from jingjin_forms.files.remembered import of_short_bytes
from jingjin_forms.word.codes import BROKEN
from jingjin_forms.word.docx.kinds import STRICT, why_no_document
from jingjin_forms.word.docx.location import Element, part_title
from jingjin_forms.word.docx.package import CONTENT_TYPES
from jingjin_forms.word.docx.plain_xml import read_xml
from jingjin_forms.word.docx.relations import relations_in, rels_name

_PACKAGE_RELATIONS = rels_name("")
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORD_TYPES}.document.main+xml"
_TEXT_PARTS = [
    DOCUMENT_TYPE,
    *(f"{WORD_TYPES}.{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes")),
    "application/vnd.openxmlformats-package.core-properties+xml",
]
_STRICT = b"http://purl.oclc.org/ooxml/"


def text_parts(path: Path, contents: Mapping[str, bytes]) -> list[str]:
    """The parts that docxtpl's template language reaches, the document itself first.

    Raises FileProblemError when the file holds no Word document of the usual kind.
    """
    kinds = _content_types(path, contents)
    documents = [name for name, kind in kinds.items() if kind == DOCUMENT_TYPE]
    if not documents:
        raise FileProblemError(f"「{path}」{why_no_document(set(kinds.values()))}")
    document = _document(path, contents, documents)
    if _STRICT in contents[document][:4000]:
        raise FileProblemError(f"「{path}」{STRICT}")
    others = [
        (_TEXT_PARTS.index(kind), name)
        for name, kind in kinds.items()
        if kind in _TEXT_PARTS and kind != DOCUMENT_TYPE
    ]
    return [document, *(name for _, name in sorted(others))]


def _content_types(path: Path, contents: Mapping[str, bytes]) -> dict[str, str]:
    """The type of each part, by its own entry or by its suffix."""
    try:
        own, by_suffix = _types_in(contents[CONTENT_TYPES])
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileProblemError(f"「{path}」已損壞（{CONTENT_TYPES}：{error}）。") from None
    found: dict[str, str] = {}
    for name in contents:
        kind = own.get(name.lower()) or by_suffix.get(name.rpartition(".")[2].lower())
        if kind is not None:
            found[name] = kind
    return found


@of_short_bytes
def _types_in(content: bytes) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The types by part, and by suffix."""
    types = etree.fromstring(content)
    own = {
        str(e.get("PartName")).lstrip("/").lower(): str(e.get("ContentType"))
        for e in types.iterfind("{*}Override")
    }
    by_suffix = {
        str(e.get("Extension")).lower(): str(e.get("ContentType"))
        for e in types.iterfind("{*}Default")
    }
    return own, by_suffix


def _document(path: Path, contents: Mapping[str, bytes], documents: list[str]) -> str:
    """The part that the package says is its document; a file can type other parts like it."""
    try:
        relations = relations_in(contents[_PACKAGE_RELATIONS], "")
    except KeyError:
        raise FileProblemError(
            f"「{path}」已損壞（沒有 {_PACKAGE_RELATIONS}）：請用 Word 打開修復後另存。"
        ) from None
    except (etree.XMLSyntaxError, ValueError):
        return documents[0]  # that it is broken is said with the other broken parts
    for relation in relations:
        if relation.kind == "officeDocument" and not relation.is_external:
            if relation.type.startswith(_STRICT.decode()):
                raise FileProblemError(f"「{path}」{STRICT}")
            if relation.target in documents:
                return relation.target
    raise FileProblemError(
        f"「{path}」已損壞（{_PACKAGE_RELATIONS} 沒有指到本文）：請用 Word 打開修復後另存。"
    )


def unreadable_parts(contents: Mapping[str, bytes]) -> Iterator[tuple[str, Problem]]:
    """Each part of XML that Word could not read, and why."""
    for name, content in contents.items():
        if not name.lower().endswith((".xml", ".rels")) or name == CONTENT_TYPES:
            continue
        reason = None
        try:
            root = read_xml(content)
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = f"內容不是完整的 XML（{error}），檔案可能已損壞：請用 Word 打開修復後另存。"
        else:
            if root.getroottree().docinfo.doctype:
                reason = "有 DTD（DOCTYPE），Word 不讀這樣的檔案：請用 Word 打開，另存一次。"
            elif name.lower().endswith(".rels") and not all(map(_is_complete, root)):
                reason = "有一個關聯缺 Id、Type 或 Target，檔案已損壞：請用 Word 打開修復後另存。"
        if reason is not None:
            yield name, Problem(_title(name), reason, code=BROKEN)


def _is_complete(relation: Element) -> bool:
    return all(relation.get(name) is not None for name in ("Id", "Type", "Target"))


def _title(name: str) -> str:
    return part_title(name) if name.startswith("word/") and name.endswith(".xml") else name

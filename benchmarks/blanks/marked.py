"""Marked Word files: a blank official form and its truth, written as one.

    parts = {"word/document.xml": b"...⟦冒號後|姓名|      ⟧...", ...}
    blank, truth = unmarked(parts)

Where a blank stands, the text carries `⟦種類|名稱|印出的字⟧`: the kind as in `Kind`, the name a
careful person would give it, and what the blank form prints there (it may be empty). Behind them:

    ⟦勾選|性別|□男 □女|選項=男,女⟧          a choice, one of its options
    ⟦勾選|興趣|□音樂 □美術|選項=音樂,美術|可複選⟧
    ⟦重複列|名冊.姓名||列數=10⟧             a column of rows to repeat, in its first printed row
    ⟦簽章|校長||⟧                          left alone: nothing is to be put there
    ⟦底線|備註|____|可無⟧                   a blank that may be tagged or not: counted neither way
    ⟦底線|姓名|____|同名⟧                   asks again what another blank of that name asks
    ⟦標籤右格|電話／緊急聯絡人.電話||⟧      two careful people would call it differently
    ⟦重複列|名冊.姓名／＊.姓名||列數=10⟧    a list that may be called anything

A list whose name the form prints nowhere may be called anything without being marked so.

A mark may be split over runs, and may print nothing because what is to be filled in is no text
(w:sym, FORMCHECKBOX, w:sdt): then it stands just before it. A text box that Word stores twice is
marked in both copies; the second copy counts as another place of the same blank. What a choice
prints may stop after its first □: the mark says where it begins.

Taking out a mark leaves what a producer writes for an empty paragraph: no empty run, the run's
properties in those of the paragraph mark.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.word.docx.location import (
    CELL,
    PARAGRAPH,
    TEXT,
    Element,
    Place,
    W,
    part_title,
    places,
)

OPEN, CLOSE = "⟦", "⟧"
ANY = "＊"
"""For the name of a list that may be called anything."""
MARK = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NOT_WORDS = re.compile(r"[\s_＿﹍﹎‗□☐■▢◻\uf000-\uf0ff\u200b\ufeff]+")
"""What `before` leaves out: white space, lines to write on, boxes in Unicode and private use."""


class MarkError(ValueError):
    """A mark that cannot be read: a mistake of the author of the form."""


@dataclass(frozen=True, slots=True)
class Truth:
    """One blank as its author sees it; comparable with `Blank` attribute by attribute."""

    name: str
    """As a careful person would call it."""
    kind: Kind
    place: Place
    """In the blank: the cell (`tc`), or outside tables the paragraph (`p`)."""
    before: str = ""
    printed: str = ""
    options: tuple[str, ...] = ()
    several: bool = False
    rows: int = 0
    optional: bool = False
    """Whether both tagging it and leaving it alone are right."""
    again: bool = False
    """Whether another blank asks for the same fact under the same name."""
    others: tuple[str, ...] = ()
    """Names that are as good."""
    also: tuple[Place, ...] = ()
    """Where else the same blank is stored: the second copy of a text box."""


def unmarked(parts: Mapping[str, bytes]) -> tuple[bytes, tuple[Truth, ...]]:
    """The blank .docx and its truth, from the parts of a marked one."""
    cleaned, truths = unmarked_parts(parts)
    return packed(cleaned), truths


def unmarked_parts(parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[Truth, ...]]:
    """The blank's parts and its truth, in the order of the parts and of what stands in them."""
    cleaned: dict[str, bytes] = {}
    truths: list[Truth] = []
    for name, content in parts.items():
        cleaned[name] = content
        if name.endswith(".xml") and OPEN in content.decode("utf-8", errors="ignore"):
            root = etree.fromstring(content)
            truths += _unmark(root, part_title(name))
            cleaned[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
            if OPEN in cleaned[name].decode() or CLOSE in cleaned[name].decode():
                raise MarkError(f"{name}：有沒讀到的標記")
    _refuse_same_names(truths)
    return cleaned, tuple(with_free_lists(truths, cleaned))


def with_free_lists(truths: Iterable[Truth], parts: Mapping[str, bytes]) -> Iterator[Truth]:
    """With any name for a list whose name is printed nowhere."""
    printed = words("".join(_printed(parts)))
    for truth in truths:
        name, _, column = truth.name.partition(".")
        free = truth.kind is Kind.LIST and column and words(name) not in printed
        if free and f"{ANY}.{column}" not in truth.others:
            truth = replace(truth, others=(*truth.others, f"{ANY}.{column}"))
        yield truth


def _printed(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            yield from (text or "" for text in etree.fromstring(content).itertext(TEXT))


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a marked .docx, e.g. one that LibreOffice has saved."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A .docx of these parts; same parts, same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return buffer.getvalue()


def words(text: str) -> str:
    """A text as `before` has it."""
    return NOT_WORDS.sub("", text)


def _unmark(root: Element, part: str) -> list[Truth]:
    """Takes the marks out of a part; a second copy of a text box adds its place to the first."""
    place_of = dict(places(root, part))
    said: dict[Element, str] = {}  # by innermost cell, or paragraph outside tables
    truths: list[Truth] = []
    copies: dict[str, list[int]] = {}
    for paragraph in root.iter(PARAGRAPH):
        holder = next(paragraph.iterancestors(CELL), paragraph)
        clean, found = _take_marks_out(paragraph)
        for mark, position in found:
            before = words(said.get(holder, "") + clean[:position])
            truth = _truth(mark, place_of[holder], before)
            if next(paragraph.iterancestors(FALLBACK), None) is None:
                copies.setdefault(mark, []).append(len(truths))
                truths.append(truth)
            else:
                if not copies.get(mark):
                    raise MarkError(f"只在文字方塊的第二份裡的標記：{mark}")
                first = copies[mark].pop(0)
                known = truths[first]
                truths[first] = replace(known, also=(*known.also, truth.place))
        said[holder] = said.get(holder, "") + clean
    return truths


def _take_marks_out(paragraph: Element) -> tuple[str, list[tuple[str, int]]]:
    """What the paragraph says without marks, and each mark with its position there."""
    texts = [t for t in paragraph.iter(TEXT) if next(t.iterancestors(PARAGRAPH)) is paragraph]
    whole = "".join(t.text or "" for t in texts)
    if OPEN not in whole:
        return whole, []
    owners = [t for t in texts for _ in t.text or ""]
    pieces: dict[Element, str] = dict.fromkeys(texts, "")
    found: list[tuple[str, int]] = []
    clean, end = "", 0
    for match in MARK.finditer(whole):
        for owner, letter in zip(
            owners[end : match.start()], whole[end : match.start()], strict=True
        ):
            pieces[owner] += letter
        clean += whole[end : match.start()]
        found.append((match[1], len(clean)))
        printed = _fields(match[1])[2]
        pieces[owners[match.start()]] += printed
        clean += printed
        end = match.end()
    for owner, letter in zip(owners[end:], whole[end:], strict=True):
        pieces[owner] += letter
    for text in texts:
        _set_text(text, pieces[text])
    return clean + whole[end:], found


def _set_text(text: Element, value: str) -> None:
    if value == (text.text or ""):
        return
    if value:
        text.text = value
        if value != value.strip() or "  " in value:
            text.set(SPACE, "preserve")
        return
    run = text.getparent()
    assert run is not None
    run.remove(text)
    if all(child.tag == f"{W}rPr" for child in run):
        _drop_run(run)


def _drop_run(run: Element) -> None:
    """An emptied run goes; in a paragraph without any other its properties are the mark's."""
    holder = run.getparent()
    assert holder is not None
    paragraph = next(run.iterancestors(PARAGRAPH))
    holder.remove(run)
    properties = run.find(f"{W}rPr")
    if properties is None or paragraph.find(f".//{W}r") is not None:
        return
    own = paragraph.find(f"{W}pPr")
    if own is None:
        own = etree.Element(f"{W}pPr")
        paragraph.insert(0, own)
    if own.find(f"{W}rPr") is None:
        later = [own.find(f"{W}{name}") for name in ("sectPr", "pPrChange")]
        first = next((own.index(e) for e in later if e is not None), len(own))
        own.insert(first, deepcopy(properties))


def _fields(mark: str) -> list[str]:
    fields = mark.split("|")
    if len(fields) < 3:
        raise MarkError(f"標記要有種類、名稱、印出的字：{mark}")
    return fields


def _truth(mark: str, place: Place, before: str) -> Truth:
    kind, name, printed, *more = _fields(mark)
    values = dict(item.split("=", 1) for item in more if "=" in item)
    flags = {item for item in more if item and "=" not in item}
    if values.keys() - {"選項", "列數"} or flags - {"可複選", "可無", "同名"}:
        raise MarkError(f"看不懂的標記：{mark}")
    options = tuple(values.get("選項", "").split(",")) if values.get("選項") else ()
    if kind not in set(Kind):
        raise MarkError(f"沒有這種空格：{mark}")
    name, *others = name.split("／")
    truth = Truth(
        name=name,
        others=tuple(others),
        kind=Kind(kind),
        place=place,
        before=before,
        printed=printed,
        options=options,
        several="可複選" in flags,
        rows=int(values.get("列數", 0)),
        optional="可無" in flags,
        again="同名" in flags,
    )
    if (truth.kind is Kind.LIST) != bool(truth.rows) or (truth.kind is Kind.CHOICE) != bool(
        options
    ):
        raise MarkError(f"勾選要有選項，重複列要有列數：{mark}")
    return truth


def _refuse_same_names(truths: list[Truth]) -> None:
    names = [t.name for t in truths if not t.again and t.kind is not Kind.SEAL]
    same = sorted({name for name in names if names.count(name) > 1})
    if same:
        raise MarkError(f"名稱重複：{'、'.join(same)}")

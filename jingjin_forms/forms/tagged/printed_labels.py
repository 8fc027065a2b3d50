"""What papers print beside a blank, and what we call it: 申請學校 is 學校名稱, E-mail 電子郵件.

Learned from our own templates: the text before a tag, in the cell left of it, or at the head of its
column. Where papers disagree the most frequent meaning wins; where two are equal there is none. A
printed text that is a label itself keeps its own meaning.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from jingjin_forms.forms.form import Form
from jingjin_forms.forms.listing import list_forms
from jingjin_forms.forms.tagged.vocabulary import Vocabulary, vocabulary
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, TEXT, Element, W
from jingjin_forms.word.docx.package import read_parts
from jingjin_forms.word.language.part_source import parse_part

_DOCUMENT = "word/document.xml"
_LONGEST = 16
"""Characters of a label; a longer text explains something."""
# A name alone, one with what is printed instead, or names put together (then of the first the
# beginning: 學校名稱.縣市 ~ 學校名稱.簡稱 is a 學校名稱); no row by its number.
_tag = re.compile(r"\{\{-?\s*(?:(\w+)(?:\.\w+)*\s*~|([\w.]+)\s*(?=\}\}|or\b|\|))")
_any_tag = re.compile(r"\{[{%#].*?[}%#]\}")
_before = re.compile(r"(?:^|(?<=[\s，。；、]))([^\s，。；、｜|{}％%]+?)\s*[：:]\s*$")
_numbering = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、])"
)
_bracket = re.compile(r"[（(][^（）()]*[）)]$")
_edges = "：:*＊※ 　"


def canonical_label(printed: str, *, without: str | type[Form] | None = None) -> str | None:
    """What we call the fact that a paper prints this text beside; None where we don't know.

    `without` leaves one form (its class or key) out of what is known.
    """
    for text in _spellings(printed):
        if text in vocabulary(without):
            return text
        if (found := printed_labels(without=without).get(text)) is not None:
            return found
    return None


def printed_labels(*, without: str | type[Form] | None = None) -> Mapping[str, str]:
    """All printed texts that our templates have beside a tag of another name, each with that name.

    Texts are without blanks, numbering and colon.
    """
    key = without if isinstance(without, str) or without is None else without.key
    forms = tuple(form for form in list_forms() if form.key != key)
    return _learned(forms, key)


@cache
def _learned(forms: tuple[type[Form], ...], without: str | None) -> Mapping[str, str]:
    known = vocabulary(without)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for path in dict.fromkeys(form.template_path() for form in forms):
        for text, label in {*_pairs(path, known)}:
            seen[text][label] += 1
    found: dict[str, str] = {}
    for text, labels in seen.items():
        (first, most), *rest = labels.most_common(2)
        if text not in known and (not rest or rest[0][1] < most):
            found[text] = first
    return found


def _pairs(path: Path, known: Vocabulary) -> Iterator[tuple[str, str]]:
    """Printed texts with the label of the tag beside each."""
    root = parse_part(read_parts(path)[_DOCUMENT])
    for paragraph in root.iter(PARAGRAPH):
        text = _text(paragraph)
        for tag in _tag.finditer(text):
            before = _before.search(_any_tag.sub("｜", text[: tag.start()]))
            if before is not None:
                yield from _named(before[1], tag[1] or tag[2], known)
    for table in root.iter(TABLE):
        yield from _in_table(table, known)


def _in_table(table: Element, known: Vocabulary) -> Iterator[tuple[str, str]]:
    heads: dict[int, str] = {}
    in_list = False
    for row in table.iterchildren(ROW):
        cells = [(column, _text(cell)) for column, cell in _cells(row)]
        whole = "".join(text for _, text in cells)
        if "{%tr" in whole:
            in_list = "endfor" not in whole and (in_list or " for " in whole)
            continue
        left = ""
        for column, text in cells:
            tags = [first or name for first, name in _tag.findall(text)]
            beside = heads.get(column, "") if in_list else left
            if len(tags) == 1 and beside and not _plain(_any_tag.sub("", text)):
                yield from _named(beside, tags[0], known)
            left = "" if "{" in text else text or left
        if "{" not in whole:
            heads = dict(cells)


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in row.iterchildren(CELL):
        yield column, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += int(span.get(f"{W}val", "1")) if span is not None else 1


def _named(printed: str, tag: str, known: Vocabulary) -> Iterator[tuple[str, str]]:
    first, last = tag.partition(".")[0], tag.rpartition(".")[2]
    label = last if _is_value(last, known) else first
    if _is_value(label, known):
        for text in _spellings(printed):
            # A piece of the label (金額 of 初審金額) stands under a head that says the rest.
            bare = _bracket.sub("", text)
            is_piece = bare in label and (bare != label or text == label)
            if not is_piece and not text.startswith("請") and 1 < len(text) <= _LONGEST:
                yield text, label


def _is_value(label: str, known: Vocabulary) -> bool:
    """Whether it is one fact: options and printed items to tick are not what a text names."""
    return known.value(label) is not None or label in known.figures


def _spellings(printed: str) -> Iterable[str]:
    """The text as it is compared, and without what stands in brackets behind it."""
    text = _plain(printed)
    return dict.fromkeys((text, _bracket.sub("", text).strip(_edges)))


def _plain(text: str) -> str:
    return _numbering.sub("", "".join(text.split())).strip(_edges)


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(TEXT))

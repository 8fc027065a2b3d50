"""The sign-off row on real pages: LibreOffice lays the form out with texts and lists of many
lengths, and the pages tell whether the row has ever come to stand alone."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jingjin_forms.errors import FactsError, FillError, ProblemsError
from jingjin_forms.export.convert import convert
from jingjin_forms.export.libreoffice.soffice import find_soffice
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.examples import example_of
from jingjin_forms.forms.tagged.form import form_of
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.lint.remark import Remark, doubt, place_in
from jingjin_forms.lint.signing import Signing, is_kept, signings
from jingjin_forms.lint.subject import Subject
from jingjin_forms.page.page import Page
from jingjin_forms.word.docx.location import W

_LONGEST = 70
"""Lines of a text, or rows of a list, that are tried: more than a page of A4 has."""
_FIGURES = str.maketrans("", "", "0123456789０１２３４５６７８９第頁共/／-－")
"""What a page number is made of."""
_FEW = 4
_REMEDY = "請讓它和上一列「與下段同頁」，或把上一列的列高改小。"
_KEPT = (
    "已設定「與下段同頁」，用 Word 開啟、列印會照做，LibreOffice（與它轉的 PDF）不會："
    "字多時請用 Word 另存 PDF。"
)


def signing_on_pages(subject: Subject) -> Iterator[Remark]:
    """Raises FileProblemError where LibreOffice is missing or cannot lay the form out."""
    find_soffice()
    page = next(iter(subject.pages), None)
    found = [] if page is None else list(signings(page))
    if page is None or not found or not subject.is_sound:
        return
    try:
        files = dict(_grown(form_of(subject.path), subject, page))
    except ProblemsError:  # of its description, which another check tells
        return
    pages = {name: pdf_texts(pdf) for name, pdf in convert(files, ".pdf").items()}
    for signing in found:
        repeated = _repeated(page, signing)
        for name, texts in pages.items():
            if number := alone_on(texts, signing, repeated):
                remedy = _KEPT if is_kept(subject, page, signing) else _REMEDY
                where = f"用 LibreOffice 排版，{name}時，核章的這一列獨自在第 {number} 頁：{remedy}"
                yield doubt("seal_page", signing.place, where)
                break


def _grown(form: type[Form], subject: Subject, page: Page) -> Iterator[tuple[str, bytes]]:
    """The form filled, a list and a text longer and longer; by what is long."""
    example = example_of(subject.fields, form)
    for field in _growing(subject.fields, example, page):
        is_list = field.kind is FieldKind.LIST
        for number in range(1, _LONGEST + 1):
            value = example[field.label] * number if is_list else "\n".join("文" * number)
            facts = {**copy.deepcopy(example), field.label: copy.deepcopy(value)}
            name = f"「{field.label}」有 {number} {'列' if is_list else '行'}"
            try:
                yield name, form.load(facts).to_bytes()
            except (FactsError, FillError):  # it takes no so long one
                break


def _growing(
    fields: Iterable[FieldSpec], example: Mapping[str, Any], page: Page
) -> Iterator[FieldSpec]:
    """The first list, and the text that has most room."""
    named = [field for field in fields if field.label in example]
    yield from [f for f in named if f.kind is FieldKind.LIST and not f.numbered][:1]
    if texts := [f for f in named if f.kind is FieldKind.TEXT]:
        yield max(texts, key=lambda field: _room(field, page))


def _room(field: FieldSpec, page: Page) -> int:
    """The least height of the row that prints a text, in twips."""
    place = place_in(field.place)
    grids = (grid for grid in page.grids if grid.number == place.get("table"))
    return next((grid.height_of(int(place["row"]) - 1) for grid in grids), 0)


def _repeated(page: Page, signing: Signing) -> list[str]:
    """What Word prints again on the page with the row: the heads of its table."""
    if signing.grid is None:
        return []
    rows = signing.grid.rows
    heads = [n for n, row in enumerate(rows) if row.find(f"{W}trPr/{W}tblHeader") is not None]
    return [_plain(cell.text) for n in heads for cell in signing.grid.row(n)]


def alone_on(texts: list[str], signing: Signing, repeated: list[str]) -> int:
    """The page, counted from 1, on which the row stands and nothing else does; 0 for none."""
    words = [_plain(word) for word in signing.text.replace("：", " ").replace(":", " ").split()]
    for number, text in enumerate(texts[1:], 2):
        plain = _plain(text)
        if not all(word in plain for word in words):
            continue
        edges = _edges(plain, _plain(texts[0]))
        for known in (*sorted({*words, *repeated}, key=len, reverse=True), *edges):
            plain = plain.replace(known, "", 1) if known else plain
        rest = plain.translate(_FIGURES).strip("：:（）()、")
        if len(rest) <= _FEW:
            return number
    return 0


def _edges(one: str, other: str) -> tuple[str, str]:
    """What both pages begin and end with: header and footer."""
    begin = end = 0
    while begin < min(len(one), len(other)) and one[begin] == other[begin]:
        begin += 1
    while end < min(len(one), len(other)) - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[:begin], one[len(one) - end :]


def _plain(text: str) -> str:
    return "".join(text.split())

"""Signs that a file is no blank form: it is filled already, holds personal data, or has our tags.

    signs_of_filling(texts_with_places(root, "本文"))

Told so that a person can look, not so that anything is refused. A blank form names the office's own
telephone, prints prices, dates of laws and boxes to tick: these are no signs.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from jingjin_forms.arriving.personal import (
    account_in,
    amount_in,
    data_in,
    date_in,
    person_in,
    school_in,
    sum_in,
    telephone_in,
)
from jingjin_forms.errors import listed, shortened
from jingjin_forms.word.docx.location import Place

WHAT_TO_DO = (
    "這份像是填過的表單：請改用發文機關的空白表；沒有空白表時，先在 Word 刪去這些內容再做，"
    "以免別人的資料印進每一份表單。"
)
"""The last of the signs, when there are any."""
NO_BLANKS = (
    "找不到要填的空格：這可能是公文、計畫本文或填好的表單；請給空白表，"
    "或在 Word 把要填的地方寫成 {{ 姓名 }} 這樣的標籤，再以 --form 使用。"
)
"""For a file in which nothing is to be filled in."""
_TAGGED = (
    "「{found}」是我們的標籤：這份已經是範本，不是空白表；請直接使用，"
    "例如 jingjin new {name} -o facts.yaml、jingjin fill facts.yaml --form {name} -o 輸出.docx。"
)
_OURS = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")

_OFFICE = re.compile(
    r"承辦|洽詢|洽[:：]|逕洽|諮詢|客服|疑問|疑義|主辦|業務[單人]|本[府局會校部處中心]|收件|"
    r"寄[至到送]|傳真至|聯絡窗口|[Hh]elpdesk|服務專線|報名專線|查詢"
)
_OFFICE_ACCOUNT = re.compile(r"匯[款入]至|繳[費款]|捐款|轉帳至|公庫|專戶|退還|本[府局會校部]")
_MAIL_LABEL = re.compile(r"e-?mail|信箱|電子郵件|郵箱|メール", re.IGNORECASE)
_ACCOUNT_LABEL = re.compile(r"帳[號戶]|账号|account\s*(?:no|number)|口座番号", re.IGNORECASE)
_DATE_LABEL = re.compile(r"填[表寫報]|申請日|出生|生日|到職|立[書據]|簽[名署約]|具領|領款|報名日")
_AMOUNT_LABEL = re.compile(
    r"金額|合計|總計|實[領付支]|應[領付]|領[到得訖]|請[款領]|申請補助|借[款用]|支出|收據"
)
_PRINTED_AMOUNT = re.compile(r"上限|最高|每|以[內上下]|不得|為限|單價|標準|至多|逾|未達|罰")
_SUM_LABEL = re.compile(r"^\s*(?:合計|總計|小計|總價|實領|實付)")
_PERSON_LABEL = re.compile(r"姓\s*名|申請人|聯絡人|負責人|立[書據切]|借款人|具領人|學生|家長|校長")
_TELEPHONE_LABEL = re.compile(r"電話|手機|傳真|[Tt][Ee][Ll]|phone", re.IGNORECASE)
_SCHOOL_LABEL = re.compile(r"學校名稱|校名|(?:申請|辦理|承辦|服務|就讀)(?:學校|單位)|學校全銜")
_SLOTS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None, Callable[[str], str]], ...] = (
    ("帳號", _ACCOUNT_LABEL, _OFFICE_ACCOUNT, account_in),
    ("日期", _DATE_LABEL, None, date_in),
    ("金額", _AMOUNT_LABEL, _PRINTED_AMOUNT, amount_in),
    ("金額", _SUM_LABEL, _PRINTED_AMOUNT, sum_in),
    ("姓名", _PERSON_LABEL, _OFFICE, person_in),
    ("電話", _TELEPHONE_LABEL, _OFFICE, telephone_in),
    ("校名", _SCHOOL_LABEL, None, school_in),
)
"""Kind; what its label says, and what neither says; the value, masked."""
_SIGNING = re.compile(r"中\s*華\s*民\s*國")
_TICKED = re.compile(r"[☑☒✅🗹\uF052\uF0FE]|[■✓✔](?=[^\s■]*.*[□☐])|(?<=[□☐])[✓✔]")
_TICKED_BESIDE = re.compile(r"(?:[□☐].*)([■✓✔])")
_TICKED_LINE = re.compile(r"■")
_EMPTY_BOXES, _LINE_BOXES = frozenset("□☐"), frozenset("□☐■")
_HOW_TO_TICK = re.compile(
    r"請.{0,8}[勾打填]|打\s*[「『\"]?[✓✔vV☑■]|勾選|表示|符號|註記|例|"
    r"[にを][☑✓✔]|チェック|レ点|tick|check",
    re.IGNORECASE,
)
_PRIVATE_TICKS = ("\uf052", "\uf0fe")
_EXAMPLE_ROW = re.compile(r"^\s*[(（]?(?:範例|示例|例|記入例)[)）]?|[(（](?:範例|示例|例)[)）]")
_EACH = 5
_MOST = 30

TextsWithPlaces = Iterable[tuple[Place, str]]
"""What each paragraph says, with its place: `word.language.dialects.texts_with_places`."""


def signs_of_filling(texts: TextsWithPlaces) -> tuple[str, ...]:
    """What tells that a form is filled already or holds someone's data; none for a blank form.

    Sentences with place and masked text, by kind; the last says what to do.
    """
    rows = _Rows(texts)
    signs: list[str] = []
    for kind, found in _by_kind(rows).items():
        told = listed((f"{place}「{masked}」" for place, masked in found), "處", _EACH)
        signs.append(f"{_SAID[kind]}：{told}。")
    return (*signs, WHAT_TO_DO) if signs else ()


def data_by_kind(texts: TextsWithPlaces) -> dict[str, list[tuple[Place, str]]]:
    """The same for programs: by kind (姓名, 行動電話, …) each place with its masked text."""
    return _by_kind(_Rows(texts))


def already_tagged(texts: TextsWithPlaces, name: str) -> str:
    """A sentence when the file `name` has our tags: it is a template, to be used as it is.

    Blank where there are none.
    """
    for place, text in texts:
        if found := _OURS.search(text):
            said = _TAGGED.format(found=shortened(found[0]), name=name)
            return f"{place}的{said}"
    return ""


_SAID = {
    "身分證字號": "有身分證或居留證號碼",
    "行動電話": "有行動電話",
    "電子郵件": "填寫處有電子郵件",
    "帳號": "填寫處有銀行帳號",
    "姓名": "填寫處已有姓名",
    "電話": "填寫處已有電話",
    "校名": "填寫處已有校名",
    "日期": "填寫處已有完整的日期",
    "金額": "填寫處已有金額",
    "勾選": "有勾好的方框（若是原本就印好的，不必理會）",
}


class _Rows:
    """The texts, each with the label that stands left of it in its row."""

    def __init__(self, texts: TextsWithPlaces):
        self.texts = [(place, unicodedata.normalize("NFKC", text)) for place, text in texts]
        self._cells: dict[tuple[str, int, int, int], str] = {}
        for place, text in self.texts:
            if place.table:
                key = place.part, place.table, place.row, place.column
                self._cells[key] = f"{self._cells.get(key, '')}{text}"
        self.box_lines = frozenset(_box_lines(self.texts))
        """The numbers of the texts that begin with a box, beside others that do."""

    def is_example(self, place: Place) -> bool:
        """Whether its row shows how to fill in the others: （範例）."""
        row = place.part, place.table, place.row
        return bool(place.table) and any(
            _EXAMPLE_ROW.search(text) for key, text in self._cells.items() if key[:3] == row
        )

    def left_of(self, place: Place) -> str:
        """What the cell left of the place says; blank where there is none."""
        if place.column < 2:
            return ""
        return self._cells.get((place.part, place.table, place.row, place.column - 1), "")


def _box_lines(texts: Sequence[tuple[Place, str]]) -> Iterator[int]:
    """□ 繳回 and ■ 不繳回 below each other, one of them empty: elsewhere ■ may mark a heading."""
    columns: dict[tuple[str, int, int], list[tuple[int, str]]] = {}
    for number, (place, text) in enumerate(texts):
        if begin := text.strip()[:1]:
            column = columns.setdefault((place.part, place.table, place.column), [])
            column.append((number, begin))
    for column in columns.values():
        for is_box, lines in groupby(column, lambda line: line[1] in _LINE_BOXES):
            begin = dict(lines)
            if is_box and not _EMPTY_BOXES.isdisjoint(begin.values()):
                yield from begin


def _by_kind(rows: _Rows) -> dict[str, list[tuple[Place, str]]]:
    found: dict[str, list[tuple[Place, str]]] = {}
    for number, (place, text) in enumerate(rows.texts):
        if not text.strip():
            continue
        is_box_line = number in rows.box_lines
        for kind, masked in _signs(place, text, rows.left_of(place), is_box_line=is_box_line):
            if rows.is_example(place):
                break
            if len(found.setdefault(kind, [])) < _MOST:
                found[kind].append((place, masked))
    return {kind: found[kind] for kind in _SAID if kind in found}


def _signs(place: Place, text: str, left: str, *, is_box_line: bool) -> Iterator[tuple[str, str]]:
    """Kind and masked text of each sign in a paragraph."""
    is_edge = place.part.startswith(("頁首", "頁尾"))
    is_office = is_edge or bool(_OFFICE.search(text) or _OFFICE.search(left))
    for datum in data_in(text):
        if datum.kind == "身分證字號" or (datum.kind == "行動電話" and not is_office):
            yield datum.kind, datum.masked
        elif datum.kind == "電子郵件" and not is_office:
            rest = f"{text[: datum.start]}{text[datum.end :]}".strip(" :：")
            is_slot = not rest and place.column > 0
            if is_slot or (_MAIL_LABEL.search(rest) and len(rest) < _LONGEST_LABEL):
                yield datum.kind, datum.masked
    if not is_edge:
        yield from _slots(text, left)
        yield from _ticks(text, is_box_line=is_box_line)


_LONGEST_LABEL = 16


def _slots(text: str, left: str) -> Iterator[tuple[str, str]]:
    """What stands behind a label, in its paragraph or in the cell right of it."""
    for label, value in _labelled(text, left):
        for kind, wanted, unwanted, masked_in in _SLOTS:
            if not wanted.search(label):
                continue
            if (unwanted is None or not unwanted.search(f"{label}{text}")) and (
                masked := masked_in(value)
            ):
                yield kind, masked
                break
    if _SIGNING.match(text.strip()) and (masked := date_in(text)):
        yield "日期", masked


def _labelled(text: str, left: str) -> Iterator[tuple[str, str]]:
    """Labels with what stands behind each, be it in the paragraph or right of its cell."""
    if left and len(left.strip()) <= _LONGEST_LABEL:
        yield left, text
    pieces = re.split(r"[:：]", text)
    for label, value in pairwise(pieces):
        # The next label stands behind the value, with space between.
        yield label[-_LONGEST_LABEL:], re.split(r"\s{2,}|[，,；;](?!\d{3})", value.strip(" 　"))[0]
    if found := re.search(r"新[臺台]幣\s*", text):
        yield text[: found.start()][-_LONGEST_LABEL:], text[found.end() :].split("，")[0]


def _ticks(text: str, *, is_box_line: bool) -> Iterator[tuple[str, str]]:
    if _HOW_TO_TICK.search(text):
        return
    for pattern in (_TICKED, _TICKED_BESIDE, *([_TICKED_LINE] if is_box_line else [])):
        if found := pattern.search(text):
            start = found.start(1) if pattern is _TICKED_BESIDE else found.start()
            piece = re.split(r"[\s□☐、,]", text[start + 1 :].lstrip())[0]
            glyph = "☑" if text[start] in _PRIVATE_TICKS else text[start]
            yield "勾選", f"{glyph}{shortened(piece, 10)}"
            return

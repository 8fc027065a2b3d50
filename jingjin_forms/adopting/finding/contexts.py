"""What only the whole page tells of its blanks: whose facts they are, its copies."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import label_of
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.page import Page

_PARTY = re.compile(
    r"(?:甲方|乙方|丙方|保證人|立[據書約切]人|立切結書人|借款人|委託人|受託人|申請者)$"
)
_ALSO_CALLED = re.compile(r"^立.{0,4}人(?=[甲乙丙]方)")
_LISTING = re.compile(r"(?:印領清冊|清冊|名冊|名單|通訊錄|清單|明細表|一覽表)$")
_EXPENSE = re.compile(r"(?:旅|交通|鐘點|出席|材料|膳|誤餐|保險)費(?=.{0,2}[表單]$)")
_TITLE = re.compile(r"[一-鿿]{1,12}(?:[表書單冊函]|[紀記]錄)")
_COPY = re.compile(r"[（(【][^（()）【】]{1,6}聯[）)】]$|(?:存根|收執|回執)聯$")


def name_copies(page: Page, holes: Sequence[Hole]) -> None:
    """What a 存根聯 asks, its 收執聯 asks again."""
    order = {line: number for number, line in enumerate(page.shown())}
    begins = [n for line, n in order.items() if _COPY.search(line.text.strip())]
    if len(begins) < 2:
        return
    of_copy: list[list[Hole]] = [[] for _ in begins]
    for hole in holes:
        number = sum(begin <= order.get(hole.line, -1) for begin in begins) - 1
        if number >= 0 and hole.of_list is None:
            of_copy[number].append(hole)
    first = [(label_of(h.label), h.kind) for h in of_copy[0]]
    for copy in of_copy[1:]:
        again = [(label_of(h.label), h.kind) for h in copy]
        same = SequenceMatcher(None, first, again, autojunk=False).get_matching_blocks()
        pairs = [(b.a + n, b.b + n) for b in same for n in range(b.size)]
        if len(pairs) * 3 >= len(first) * 2 > 0:
            for original, number in pairs:
                copy[number].copy_of = of_copy[0][original]


def name_parties(holes: Sequence[Hole]) -> None:
    """What is asked of 甲方 and of 乙方 alike is told apart by whom it is asked of."""
    of_party: dict[str, list[Hole]] = {}
    party, last = "", None
    for hole in holes:
        label = label_of(hole.label)
        starts = (
            label_of(hole.line.text).startswith(label)
            or label_of(hole.line.text[: hole.start]) == label
        )
        if hole.line.place.table or hole.boxes or not starts:
            party = ""
            continue
        if _PARTY.search(label):
            party, last = _ALSO_CALLED.sub("", label), hole
        elif party and hole.kind is not Kind.DATE and last is not None:
            of_party.setdefault(party, []).append(hole)
    asked = [{label_of(hole.label) for hole in group} for group in of_party.values()]
    for number, group in enumerate(of_party.values()):
        others = set[str]().union(*asked[:number], *asked[number + 1 :])
        for hole in group:
            if label_of(hole.label) in others:
                hole.around, hole.is_part = [list(of_party)[number]], True


def name_issuer(page: Page, holes: Sequence[Hole]) -> None:
    """Who issues the paper is written before its title: 「________驗收紀錄」."""
    title = next((line for line in page.shown() if line.text.strip()), None)
    for hole in holes:
        text = hole.line.text
        begins = hole.line is title and hole.kind is Kind.LINE and not text[: hole.start].strip()
        if begins and _TITLE.fullmatch("".join(text[hole.end :].split())):
            hole.label = "機關名稱"


def name_lists_by_title(page: Page, holes: Sequence[Hole]) -> None:
    """The only list of a 通訊錄 is one, if nothing else says so; that of a 旅費報告表 is 旅費."""
    lists = {hole.of_list for hole in holes if hole.of_list is not None}
    title = next((line.text for line in page.shown() if line.text.strip()), "")
    found = _LISTING.search("".join(title.split())) or _EXPENSE.search("".join(title.split()))
    for listed in lists:
        if found and len(lists) == 1 and not listed.label and not any(listed.around):
            listed.label = found[0]

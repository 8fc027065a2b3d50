"""What the blanks within a line are called: by the words before them, their unit, their cell."""

import re
from collections.abc import Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.choices import begins_with_box, bracket_choice
from jingjin_forms.adopting.finding.counted import COUNTED, ends_with_colon, name_counted
from jingjin_forms.adopting.finding.dates import name_date
from jingjin_forms.adopting.finding.lead_words import last_words, words_after, words_before
from jingjin_forms.adopting.finding.slots import ADDRESS
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.words import (
    BOXES,
    UNITS,
    is_label,
    is_of_several,
    is_unit,
    label_of,
    squeezed,
)
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.line import Line
from jingjin_forms.word.docx.location import W

_S = r"[ \t\u3000\u00a0\u2002\u2003]"
_SCHOOL = re.compile(r"(?:中|小|高中|大)[)）]?學$|國[中小](?:[/／(（][中小][)）]?)?$|學校$")
_OF_CLASS = re.compile(r"班級$")
_BANK = re.compile(rf"{_S}*(銀行|分行|郵局|支局)(?![一-鿿])")
_COUNTED_APART = re.compile(r"教師|老師|學生|家長|學業|操行|體育|男生?|女生?")
"""What a number in a cell may be of: 參與人數, 上學期成績."""
_LEADS = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|\d+[.、])?\s*([^\s：:，。]{2,8})[：:]\s*"
    r"(?:自.*起|第|約|共計?|.*次日起|人民[币幣]|新[臺台]幣)?\s*[（(]?$"
)
_PROSE = (
    (re.compile(r"(?:^|[^立])(?:本人|具結人|具領人)$"), "姓名"),
    (re.compile(r"(?:學生|子弟)$"), "學生姓名"),
    (re.compile(r"參加$"), "活動名稱"),
    (re.compile(r"茲[收領]到$"), "付款人"),
    (re.compile(r"(?:特|茲)?(?<!被)委託$"), "受託人"),
    (re.compile(r"授權予$"), "被授權人"),
)
"""What sentences say before a blank, and what is written there."""
_QUOTES = "「『《〈“"
_OF_A_PLAN = re.compile(r"[」』》〉”](?:計畫|經費|補助)")
_RECEIVED = re.compile(r"(?:茲|已)?[收領]到$")
_OF_A_GRANT = re.compile(r"\s*(?:核定|核撥|撥付)?補助")
_UNIT_FIRST = re.compile(rf"^(?:學年度|學期|銀行|分行|{UNITS}|年級|班級)(?=\S|$|\s+\S\S)")
_OPENED = re.compile(r"[（(][^（()）]+[：:]\s*$")
_PHONE = re.compile(r"(?:電話|傳真)[：:]?[（(]$")
_WIDE = re.compile(r"[\u3000\t]|\s{2}")
_SCHOOLING = ("年", "年級", "班", "號", "學年度", "學年", "學期")
_ADDRESS_ASKED = re.compile(r"([^\s：:，。；]*[地住][址所])[：:]")
_ADDRESSED = re.compile(r"[地住會院所]址|戶籍")
_ADDRESS_PART = re.compile(
    rf"{_S}*(縣市|縣|市|鄉鎮市區|區|村里|路街|路段|路|街|段|巷|弄|號|樓)(?![一-鿿])"
)
_NUMBERED = re.compile(rf"字{_S}*第{_S}*$")
_BEFORE_NUMBER = re.compile(rf"{_S}*字{_S}*第")
_NAMES_ITSELF = re.compile(r"^(?!請|按|點|輸入|選擇|单击)[一-鿿]{2,5}$")


def name_slots(
    here: Sequence[Hole],
    line: Line,
    taken: list[bool],
    there: Surroundings,
    boxes: list[Hole],
    is_one_of_lines: bool,
) -> None:
    """Give the blanks of a line their labels; `boxes` are the choices of the same line."""
    for number, hole in enumerate(here):
        before = words_before(line.text, taken, hole.start)
        box = _box_before(boxes, hole)
        if hole.unit.startswith(ADDRESS):
            _as_part(hole, hole.unit.removeprefix(ADDRESS), there)
            if not there.label and (asked := _ADDRESS_ASKED.search(line.text)):
                hole.around, hole.is_part = [asked[1]], True
        elif hole.kind is Kind.DATE:
            name_date(hole, before, there)
        elif box is not None:
            hole.owner, hole.writes = box
            hole.label = _beside_option(box[1], before, line.text[: hole.start])
        elif _is_area_code(here, number):
            hole.label = f"{label_of(before)}區碼"
        elif number and _is_area_code(here, number - 1):
            hole.label = here[number - 1].label.removesuffix("區碼")
        elif hole.kind is Kind.COMB and number == 0 and _ADDRESSED.search(there.label):
            hole.label = "郵遞區號"
        elif "分行" in line.text and (bank := _BANK.match(line.text[hole.end :])):
            _as_part(hole, bank[1], there)
        elif hole.kind is Kind.CONTROL and (asked := _address_part(hole, there)):
            _as_part(hole, asked, there)
        elif hole.kind is Kind.CONTROL and _NAMES_ITSELF.match(hole.printed.strip()):
            _as_part(hole, hole.printed.strip(), there)
        else:
            _by_words(hole, before, taken, there, (number, len(here) + is_one_of_lines))


def _address_part(hole: Hole, there: Surroundings) -> str:
    """縣市 of 「____縣市____鄉鎮市區」 where an address is asked."""
    part = _ADDRESS_PART.match(hole.line.text[hole.end :])
    return part[1] if part and _ADDRESSED.search(there.label) else ""


def _is_area_code(here: Sequence[Hole], number: int) -> bool:
    """Whether a bracket before a line takes the area code: 「電話：（　）______」."""
    if number + 1 >= len(here):
        return False
    hole, after = here[number], here[number + 1]
    if hole.kind is not Kind.BRACKET or after.kind is not Kind.LINE:
        return False
    lead = squeezed(hole.line.text[: hole.start])
    between = hole.line.text[hole.end : after.start].strip()
    return between in ("）", ")") and bool(_PHONE.search(lead))


def _as_part(hole: Hole, label: str, there: Surroundings) -> None:
    hole.label = label
    hole.around, hole.is_part = [there.label], bool(there.label)


def _by_words(
    hole: Hole, before: str, taken: list[bool], there: Surroundings, place: tuple[int, int]
) -> None:
    lead = hole.line.text[: hole.start]
    label = _plain_words(before, hole.line, taken, hole.start)
    if not any(taken[: hole.start]) and (asked := _LEADS.search(lead)):
        label = asked[1]
    if _NUMBERED.search(lead) or _BEFORE_NUMBER.match(hole.line.text[hole.end :]):
        _as_part_of_number(hole, lead, there)
        return
    has_colon = ends_with_colon(lead)
    label = _within_cell(hole, label, there, place)
    if hole.kind is Kind.SAMPLE and _SCHOOL.search(hole.printed) and "：" not in lead:
        label, hole.is_again = there.label or "學校名稱", not there.label
    elif hole.kind is Kind.SAMPLE and there.label and not lead.strip():
        label = there.label
    elif not is_label(label_of(label)) and not hole.unit:
        after = words_after(hole.line.text, hole.end)
        label = after if after and not is_unit(after) else label
    hole.label = label if label_of(label) else ""
    if not has_colon and not there.label and not hole.is_again:
        hole.label = _in_prose(hole, before)
    name_counted(hole, lead, there)
    if hole.kind is Kind.CONTROL and not hole.label:
        hole.label = there.label or _alias(hole)


def _within_cell(hole: Hole, label: str, there: Surroundings, place: tuple[int, int]) -> str:
    """The label of a blank, or of its cell; part of what the cell asks where it is of several."""
    number, count = place
    lead, words = hole.line.text[: hole.start], label_of(label)
    if there.label and not ends_with_colon(lead):
        is_first = number == 0 and not re.search("[：:]", lead)
        if is_first and count == 1 and hole.unit and _COUNTED_APART.fullmatch(words):
            hole.around, hole.is_part = [there.label], True
        elif is_first and count > 1 and not words and hole.unit in ("學年度", "學年"):
            return COUNTED[hole.unit]
        elif (
            is_first and count > 1 and hole.unit in ("年", "年級") and _OF_CLASS.search(there.label)
        ):
            _as_part(hole, "年級", there)
            return "年級"
        elif is_first and not (count > 1 and words):
            return there.label  # the first blank of a cell is what the cell asks for
        elif 0 < len(words) < 4 and count > 1:
            hole.around, hole.is_part = [there.label], True
    elif there.label and words:
        hole.around, hole.is_part = [there.label], True
    return label


def _as_part_of_number(hole: Hole, lead: str, there: Surroundings) -> None:
    """字 and 號 of 「發文字號：____字第____號」; 字號 of 「字第____號」, which nothing asks."""
    asked = re.search(r"([^\s：:，。；]*字號)[：:]", lead)
    if asked or there.label.endswith("字號"):
        part = "號" if _NUMBERED.search(lead) else "字"
        hole.label, hole.around, hole.is_part = part, [asked[1] if asked else there.label], True
    else:
        hole.label = "字號" if _NUMBERED.search(lead) else "字"


def _in_prose(hole: Hole, before: str) -> str:
    """What a blank within a sentence is called: 姓名 of 「本人____」, 班級 of 「就讀____班」."""
    before_it, behind = hole.line.text[: hole.start], hole.line.text[hole.end :]
    is_seat = hole.unit != "號" or "班" in before_it
    is_grade = hole.unit != "年" or "班" in behind  # 自同意日起____年 is a time
    if hole.unit in _SCHOOLING and is_seat and is_grade:
        return COUNTED[hole.unit]
    if hole.unit:
        return hole.label
    words = (label_of(before) or before.strip()).rstrip(_QUOTES)
    if before_it.endswith(tuple(_QUOTES)) and _OF_A_PLAN.match(behind):
        return "計畫名稱"
    if _RECEIVED.search(words) and _OF_A_GRANT.match(behind):
        return "補助機關"
    return next((name for lead, name in _PROSE if lead.search(words)), hole.label)


def _alias(hole: Hole) -> str:
    """The title that a content control has in Word."""
    control = hole.line.piece_at(hole.start).control
    alias = None if control is None else control.find(f"{W}sdtPr/{W}alias")
    return "" if alias is None else label_of(alias.get(f"{W}val") or "")


def _plain_words(before: str, line: Line, taken: list[bool], start: int) -> str:
    """The words before a blank without the unit of the blank before it, and without 為, 共, 於."""
    words = before.strip()
    if any(taken[:start]):
        last = max(i for i, is_taken in enumerate(taken[:start]) if is_taken)
        between = line.text[last + 1 : start]
        if not _WIDE.match(between) and between.strip().startswith(words):
            words = _UNIT_FIRST.sub("", words).strip()
        words = "" if words == "第" else words
    words = re.sub(r"(?:為|是|(?<![合總小統])計|於|以|由|自|向|至|因|給)+$", "", words)
    return re.sub(r"^(?:茲|並|請洽|本案|及|與|和|另|且|，)+", "", words)


def _box_before(boxes: list[Hole], hole: Hole) -> tuple[Hole, str] | None:
    """The choice and option that a blank is written into: 其他 of 「□其他：____」."""
    before = [
        (box.position, group, box.option)
        for group in boxes
        for box in group.boxes
        if box.position < hole.start
    ]
    if not before:
        return None
    position, group, option = max(before, key=lambda found: found[0])
    between = hole.line.text[position : hole.start]
    return None if re.search(rf"{_S}{{3,}}|\t|。", between) else (group, option)


def _beside_option(option: str, before: str, before_it: str) -> str:
    """What stands between an option and its blank; the option itself where nothing does."""
    label = label_of(before).lstrip("□☐")
    if not label or squeezed(label) == squeezed(option):
        return option
    is_longer = squeezed(label).startswith(squeezed(option))
    return option if is_longer and not _OPENED.search(before_it) else label


def ask_boxes(
    boxes: Sequence[Hole], lines: Sequence[Line], number: int, there: Surroundings
) -> None:
    """Say of the choices of a line what they ask: the words before them, or the line above."""
    for position, group in enumerate(boxes):
        if position or not begins_with_box(group.line) or label_of(group.label):
            words = re.split(r"[，。；;]", group.label.rstrip("：: \t\u3000"))
            inner = re.split(r"[（(](?=[^（）()]*$)", words[-1])[-1]  # 搭車（上車地點：□
            group.label = last_words(inner if label_of(inner) else words[-1])
        elif not _ask_above(group, lines[number - 1] if number else None, there):
            continue  # more options of the line above
        group.several = group.several or is_of_several(there.label)


def _ask_above(group: Hole, line: Line | None, there: Surroundings) -> bool:
    """Whether the line above is no choice itself; if it asks something it is the question."""
    above = line.text.strip() if line is not None else ""
    if any(box in above for box in BOXES) or bracket_choice(above):
        return False
    if above and is_label(above.split("：")[0], 30):
        group.around.append(above)
        asks = above.endswith(("：", ":", ")", "）", "？", "?"))
        group.label = above if asks or not there.label else ""
        group.several = group.several or is_of_several(above)
    return True

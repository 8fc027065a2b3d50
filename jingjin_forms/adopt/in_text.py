"""The blanks of some lines that stand together: those of a cell, or between two tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jingjin_forms.adopt.blank import Kind
from jingjin_forms.adopt.choices import begins_with_box, bracket_choice, choices, joined
from jingjin_forms.adopt.hole import Hole
from jingjin_forms.adopt.slots import last_words, slots, words_after, words_before
from jingjin_forms.adopt.words import (
    BOXES,
    UNITS,
    is_label,
    is_of_several,
    is_role,
    is_seal,
    is_unit,
    label_of,
    squeezed,
)
from jingjin_forms.page.line import Line

_S = r"[ \t\u3000\u00a0\u2002\u2003]"
_colon = re.compile(rf"[：:]({_S}*)|[（(][^\s（()）]{{1,4}}[)）]({_S}{{3,}}|{_S}*$)")
_numbered = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．]|[壹貳參肆伍陸柒捌玖拾]、|[A-Z][.、])"
)
_only_explains = re.compile(
    r"^(?:填表|填寫|申請)?(?:說明|須知|注意事項|附註|備註說明|註|注意|附件|檢附文件|檢附資料|應備文件|此致|敬致|依據|範例|例如|Note|Notes|Instructions)$"
)
_school = re.compile(r"(?:中|小|高中|大)[)）]?學$|國[中小](?:[/／(（][中小][)）]?)?$|學校$")
_only_hint = re.compile(r"[（(][^（）()_＿]{3,}[)）]\s*$")
_told_apart = re.compile(r"^[（(](?:公|宅|日|夜|晚|早|家|手機|行動|O|H|M|辦|住|市話|室內|傳真|分機)[)）]")
_date_lead = re.compile(
    r"^(?:.*?(?=自|於|訂於|定於))?(?:本校|茲|請|謹|預計)*(?:中華民國|民國|西元|令和|平成|昭和|大正|起至|自|至|到|起|止|於|訂於|定於|迄|從|因)+$|^(?:中華民國|民國|西元|令和|自|至|起至|由)+"
)
_counted = {
    "人": "人數", "名": "人數", "位": "人數", "件": "件數", "份": "份數", "節": "節數", "小時": "時數",
    "天": "天數", "日": "天數", "年": "年級", "班": "班級", "號": "座號", "元": "金額", "元整": "金額",
    "歲": "年齡", "次": "次數", "場": "場數", "學年度": "學年度", "學年": "學年度", "學期": "學期", "年級": "年級", "張": "張數", "頁": "頁數", "字": "字",
}  # fmt: skip
_counts = re.compile(r"^(?:每[週日節月人次期]|共|男|女|.{0,2}合計|大人|子ども|預計|約)$")
_leads = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|\d+[.、])?\s*([^\s：:，。]{2,8})[：:]\s*(?:自.*起|第|約|共計?|.*次日起|人民[币幣]|新[臺台]幣)?\s*[（(]?$"
)
_names_itself = re.compile(r"^(?!請|按|點|輸入|選擇|单击|Click|Choose|Enter|Tap)[一-鿿]{2,5}$")
_sentence = re.compile(r"^(?:請(?!假)|茲|依(?!據)|經(?!費|手|辦|歷)|以上|上開|上列|下列|如下|由(?!來)|繳交下列)")
_data_word = re.compile(
    r"(?:編號|序號|號碼|字號|日期|電話|手機|傳真|姓名|地址|住址|單位|學校|班級|教室|時間|地點|金額|帳號|統編|統一編號|信箱|聯絡方式|電子郵件|職稱|年級|座號|對象|人數|主題|期望)$"
)
_instruction = re.compile(r"^[（(]?(?:請|如|若|例|註|※|＊|備註[：:]|說明[：:].)")


@dataclass
class Surroundings:
    """What is known of where some lines stand."""

    label: str = ""
    """What names the cell: the words left of it or above it."""
    around: list[str] = field(default_factory=list[str])
    ends_open: bool = True
    """Whether room follows a last 「label：」: not when an empty cell or a table does."""
    is_cell: bool = False


def holes_of(lines: Sequence[Line], there: Surroundings) -> list[Hole]:
    """Every blank of the lines, in the order they stand there."""
    found: list[Hole] = []
    groups: list[Hole] = []
    section = ""
    for number, line in enumerate(lines):
        if not line.text.strip():
            continue
        following = _next(lines, number)
        taken = [False] * len(line.text)
        for begin, end in bracket_choice(line.text):
            taken[begin:end] = [True] * (end - begin)
        here = slots(line, taken, there.is_cell and sum(bool(x.text.strip()) for x in lines) == 1)
        boxes = choices(line, taken)
        below = lines[number + 1] if number + 1 < len(lines) else None
        room = _room_under(lines, number) if not (here or boxes) else None
        if room is not None:
            hole = Hole(Kind.ROOM, room, 0, len(room.text), label=re.split("[：:]", line.text)[0])
            hole.around = [*([section] if section else []), *there.around]
            found.append(hole)
            continue
        found += _after_same(line, boxes, there)
        colons = _colons(line, taken, following, there, below if below and below.is_empty else None)
        _name_slots(here, line, taken, there, boxes)
        _question(boxes, line, lines, number, there)
        here = _periods(here, line.text)
        _seal(here, colons, line, boxes)
        if not (here or boxes or colons) and _is_heading(line.text):
            section = line.text
        for hole in (*here, *boxes, *colons):
            hole.around += [*([section] if section else []), *there.around]
        groups += boxes
        found += [*here, *colons]
    return sorted(_with_ruled_lines([*found, *joined(groups)], lines), key=_order(lines))


def _periods(here: list[Hole], text: str) -> list[Hole]:
    """起 and 迄 of a 期程 are one fact."""
    kept: list[Hole] = []
    for hole in here:
        first = kept[-1] if kept else None
        if (
            first is not None
            and (first.ending, hole.ending) == ("起", "迄")
            and label_of(first.label).endswith("期程")
            and re.fullmatch(r"\s*(?:至|到|~|～)\s*", text[first.end : hole.start])
        ):
            first.end, first.ending, first.filter = hole.end, "", "期間"
        else:
            kept.append(hole)
    return kept


def _room_under(lines: Sequence[Line], number: int) -> Line | None:
    """The empty line under a numbered question, which is where it is answered."""
    text = lines[number].text
    below = lines[number + 1] if number + 1 < len(lines) else None
    if below is None or not below.is_empty or not _level(text):
        return None
    asked = label_of(re.split("[：:]", text)[0])
    has_colon = bool(re.search("[：:]", text))
    hint = re.split("[：:]", text, maxsplit=1)[1].strip() if has_colon else ""
    others = sum(
        bool(_level(a.text)) and b.is_empty for a, b in pairwise(lines)
    )
    is_plain = not has_colon and (others < 2 or len(asked) > 14)
    if not is_label(asked, 30) or len(hint) > 40 or is_plain:
        return None
    after = next((line for line in lines[number + 2 :] if line.text.strip()), None)
    if after is not None and _deeper(_level(text), _level(after.text)):
        return None
    return below


def _after_same(line: Line, boxes: list[Hole], there: Surroundings) -> list[Hole]:
    """The room behind 「□同上」, for who is not the same."""
    if len(boxes) != 1 or len(boxes[0].boxes) != 1 or not boxes[0].boxes[0].option.startswith("同"):
        return []
    end = len(line.text.rstrip())
    if not there.label or label_of(line.text[boxes[0].end : end]) != boxes[0].boxes[0].option:
        return []
    return [Hole(Kind.ROOM, line, end, len(line.text), label=there.label, is_behind=True)]


def _order(lines: Sequence[Line]):
    number = {line: n for n, line in enumerate(lines)}
    return lambda hole: (number[hole.line], hole.start, hole.end)


def _next(lines: Sequence[Line], number: int) -> Line | None:
    return next((line for line in lines[number + 1 :] if line.text.strip()), None)


def _is_heading(text: str) -> bool:
    return is_label(text, 25) and (bool(_numbered.match(text)) or text.strip().endswith(("：", ":", "】")))


def _colons(
    line: Line,
    taken: list[bool],
    following: Line | None,
    there: Surroundings,
    empty: Line | None = None,
) -> list[Hole]:
    """`empty` is the line below, when nothing stands in it."""
    text = line.text
    found: list[Hole] = []
    for match in _colon.finditer(text):
        start, end = match.span(1 if match[1] is not None else 2)
        if hint := _only_hint.match(text[match.end() :]):
            start = end = match.end()
        if match[1] is None and not _told_apart.match(match[0]):
            continue
        gap = text[start:end]
        at_end = end == len(text)
        if not at_end and len(gap) < 2 and "\t" not in gap:
            continue
        if not at_end and taken[end] or any(taken[match.start() : end]):
            continue
        if not at_end and "\t" in gap:
            end = start + gap.index("\t")
        label = words_before(text, taken, match.start() + (match[1] is not None))
        if match[1] is None:
            label = match[0].strip()[1:].split("）")[0].split(")")[0]
        if not is_label(label, 24) or is_unit(label) or _sentence.match(label_of(label)):
            continue
        is_whole = squeezed(text[: match.start()]) == squeezed(label)
        if at_end and not _has_room(line, label, following, there, is_whole):
            continue
        hole = Hole(Kind.COLON, line, start, end, label=label)
        if match[1] is None or _told_apart.match(f"({label_of(label)})"):
            asked = re.search(r"([^\s：:（）()]+)[：:]\s*(?:[（(]|\S{1,3}[：:])", text[: match.end()])
            own = label_of(asked[1]) if asked and label_of(asked[1]) != label_of(label) else ""
            hole.around, hole.is_part = [own or there.label], bool(own or there.label)
        elif there.label and label_of(label) != label_of(there.label):
            hole.around, hole.is_part = [there.label], True
        found.append(hole)
    for hole in (hole for hole in found if hole.line is line):
        taken[hole.start : hole.end] = [True] * (hole.end - hole.start)
    return found


def _has_room(
    line: Line, label: str, following: Line | None, there: Surroundings, is_whole: bool
) -> bool:
    """Whether a colon at the end of a line leaves something to be filled in, and is no heading."""
    if _only_explains.match(label_of(label)) and (following is not None or not there.is_cell):
        return False
    is_data = bool(_data_word.search(label_of(label)))
    others = len(re.findall("[：:]", line.text)) > 1
    if following is None:
        return there.ends_open or others or (is_data and not there.is_cell)
    if is_data and not there.is_cell:
        return True
    text = following.text.strip()
    if begins_with_box(following):
        return False
    if re.fullmatch(r"[\s_＿.…﹍]+", following.text):
        return False  # ruled lines to write on
    if not is_whole:
        return not re.search("[，。]", line.text)
    level, next_level = _level(line.text), _level(text)
    if next_level and next_level == level:
        return True
    if next_level and next_level != level:
        return bool(level) and _deeper(level, next_level) is False
    if _instruction.match(text):
        return True
    words = re.split(r"[：:]", text)[0]
    return bool(re.search("[：:]", text)) and is_label(words, 16) and not level


def _level(text: str) -> str:
    """The kind of numbering a line begins with."""
    found = _numbered.match(text)
    if not found:
        return ""
    kind = re.sub(r"[一二三四五六七八九十]+", "一", found[0].strip())
    return re.sub(r"[壹貳參肆伍陸柒捌玖拾]", "壹", re.sub(r"\d+", "1", kind))


_LEVELS = ["壹、", "一、", "(一)", "1.", "(1)"]


def _deeper(level: str, other: str) -> bool | None:
    """Whether `other` is numbered within `level`; None where that cannot be told."""
    plain = [x.replace("（", "(").replace("）", ")").replace("．", ".").replace("1、", "1.") for x in (level, other)]
    if all(x in _LEVELS for x in plain):
        return _LEVELS.index(plain[1]) > _LEVELS.index(plain[0])
    return None


def _name_slots(
    here: list[Hole], line: Line, taken: list[bool], there: Surroundings, boxes: list[Hole]
) -> None:
    text = line.text
    for number, hole in enumerate(here):
        if hole.unit.startswith("地"):
            hole.label = hole.unit[1:]
            hole.around, hole.is_part = [there.label], bool(there.label)
            continue
        before = words_before(text, taken, hole.start)
        if hole.kind is Kind.DATE:
            _name_date(hole, before, line, there)
            continue
        box = _box_before(boxes, hole, text)
        if box is not None:
            option = box[1]
            hole.label = _after_option(text, option, hole, before)
            hole.owner, hole.writes = box
            continue
        label = _plain_words(before, text, taken, hole.start)
        asked = _leads.search(text[: hole.start])
        if asked and not any(taken[: hole.start]):
            label = asked[1]
        if hole.kind is Kind.CONTROL and _names_itself.match(hole.printed.strip()):
            label = hole.printed.strip()
            hole.around, hole.is_part = [there.label], bool(there.label)
            hole.label = label
            continue
        has_colon = text[: hole.start].rstrip(" \t\u3000新臺台幣NT$").endswith(("：", ":"))
        is_first = number == 0 and not re.search("[：:]", text[: hole.start])
        if there.label and not has_colon and is_first and not (len(here) > 1 and label_of(label)):
            label = there.label  # the first blank of a cell is what the cell asks for
        elif there.label and not has_colon and 0 < len(label_of(label)) < 4 and len(here) > 1:
            hole.around, hole.is_part = [there.label], True
        elif there.label and has_colon and label_of(label):
            hole.around, hole.is_part = [there.label], True
        if hole.kind is Kind.SAMPLE and _school.search(hole.printed) and "：" not in text[: hole.start]:
            label, hole.is_again = there.label or "學校名稱", not there.label
        elif hole.kind is Kind.SAMPLE and there.label and not text[: hole.start].strip():
            label = there.label
        elif not is_label(label_of(label)):
            after = words_after(text, hole.end)
            label = after if after and not is_unit(after) and not hole.unit else label
        hole.label = label if label_of(label) else ""
        if hole.unit in _counted and (not hole.label or _counts.search(label_of(hole.label))):
            hole.label = label_of(hole.label).removesuffix("共") + _counted[hole.unit]
        if hole.kind in (Kind.CONTROL,) and not hole.label:
            hole.label = there.label


def _plain_words(before: str, text: str, taken: list[bool], start: int) -> str:
    """The words before a blank without the unit of the blank before it, and without 為, 共, 於."""
    begin = start
    while begin > 0 and not taken[begin - 1]:
        begin -= 1
    words = before
    if begin > 0:
        words = re.sub(rf"^(?:學年度|學期|{UNITS}|年級|班級)(?=[^\s]|$)", "", words.strip())
        words = "" if words == "第" else words
    words = re.sub(r"(?:為|是|計|於|以|由|自|向|至|因|給)+$", "", words.strip())
    return re.sub(r"^(?:茲|並|及|與|和|另|且|，)+", "", words)


def _name_date(hole: Hole, before: str, line: Line, there: Surroundings) -> None:
    """A date is called by what asks for it; of two with 至 between the first is 起, the other 迄."""
    text = line.text
    label = _date_lead.sub("", label_of(before))
    lead = text[: hole.start]
    if not label:
        asked = re.search(rf"([^\s：:，。；]+)[：:][^：:，。；]*$", lead)
        label = label_of(asked[1]) if asked else ""
    signs = is_seal(label) or is_role(label)
    hole.label = label if label and is_label(label) and not signs else there.label or "日期"
    if signs and there.label:
        hole.label, hole.around, hole.is_part = "日期", [there.label], True
    if label and there.label and re.search(r"[：:]", lead):
        hole.around, hole.is_part = [there.label], True
    after = text[hole.end :]
    first = re.match(rf"{_S}*(?:起|[（(]起[)）])?{_S}*(?:至|到|~|～|－|—|-)", after)
    if first and re.search("年|月|日|時|/", after):
        hole.ending = "起"
    elif re.search(rf"(?:至|到|~|～|－|—)(?:民國|中華民國|西元)?{_S}*$", lead) and re.search("[年月日時分/]", lead):
        hole.ending = "迄"
    elif re.match(rf"{_S}*起", after):
        hole.ending = "起"
    elif re.match(rf"{_S}*[止迄訖]", after):
        hole.ending = "迄"
    bare = lead.strip().removesuffix("民國").removesuffix("中華")
    if not hole.ending and bare in ("自", "起", "從"):
        hole.ending = "起"
    elif not hole.ending and bare in ("至", "迄", "到"):
        hole.ending = "迄"
    if hole.ending:
        hole.filter = ""


def _box_before(boxes: list[Hole], hole: Hole, text: str) -> tuple[Hole, str] | None:
    """The option that a blank is written into: 其他 of 「□其他：____」."""
    best: tuple[int, Hole, str] | None = None
    for group in boxes:
        for box in group.boxes:
            if box.position < hole.start and (best is None or box.position > best[0]):
                best = box.position, group, box.option
    if best is None:
        return None
    between = text[best[0] : hole.start]
    if re.search(rf"{_S}{{3,}}|\t|。", between):
        return None
    return best[1], best[2]


def _after_option(text: str, option: str, hole: Hole, before: str) -> str:
    label = label_of(before)
    for box in "□☐":
        label = label.lstrip(box)
    if label and squeezed(label) != squeezed(option) and not squeezed(label).startswith(squeezed(option)):
        return label
    return option


def _question(
    boxes: list[Hole], line: Line, lines: Sequence[Line], number: int, there: Surroundings
) -> None:
    """What the first group of a line asks: the words before it, above it, or what names the cell."""
    for position, group in enumerate(boxes):
        if position == 0 and begins_with_box(line) and not label_of(group.label):
            above = lines[number - 1].text if number else ""
            if any(box in above for box in BOXES):
                continue  # more options of the line above
            group.label = group.label or ""
            if above.strip() and is_label(above.split("：")[0], 30) and not begins_with_box(lines[number - 1]):
                group.around.append(above)
                group.label = above if above.strip().endswith(("：", ":", ")", "）", "？", "?")) or not there.label else ""
                group.several = group.several or is_of_several(above)
        else:
            group.label = last_words(re.split(r"[，。；;]", group.label.rstrip("：: \t\u3000"))[-1])
        group.several = group.several or is_of_several(there.label)


def _seal(here: list[Hole], colons: list[Hole], line: Line, boxes: list[Hole]) -> None:
    """Signatures among the blanks of a line become SEAL."""
    text = line.text
    asked = [hole for hole in (*here, *colons)]
    roles = [hole for hole in asked if is_role(hole.label)]
    for hole in asked:
        after = text[hole.end : hole.end + 8]
        if hole.kind is Kind.DATE:
            continue
        signed = is_seal(hole.label) or bool(re.match(rf"{_S}*[（(]?(?:簽名?蓋?章|蓋章|簽名|簽章|核章|印[)）]|㊞|印$)", after))
        if signed and hole.kind is not Kind.CHOICE:
            hole.kind = Kind.SEAL
    if roles and len(roles) == len(asked) and (len(roles) > 1) and not boxes:
        for hole in roles:
            hole.kind = Kind.SEAL


def _with_ruled_lines(found: list[Hole], lines: Sequence[Line]) -> list[Hole]:
    """Ruled lines without words below a blank, or below each other, are one blank."""
    kept: list[Hole] = []
    number = {line: n for n, line in enumerate(lines)}
    for hole in sorted(found, key=lambda h: (number[h.line], h.start)):
        is_bare = hole.kind is Kind.LINE and squeezed(hole.line.text) == squeezed(hole.printed)
        last = kept[-1] if kept else None
        if is_bare and last is not None and last.kind is Kind.LINE:
            previous = (last.extra_lines or [last.line])[-1]
            ends = last.line is not previous or not last.line.text[last.end :].strip()
            if number[hole.line] == number[previous] + 1 and ends:
                last.extra_lines.append(hole.line)
                continue
        kept.append(hole)
    return kept

"""「label：」 and room behind it."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.choices import begins_with_box
from jingjin_forms.adopting.finding.lead_words import words_before
from jingjin_forms.adopting.finding.levels import is_deeper, level_of
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.words import is_label, is_unit, label_of, squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.line import Line

_S = r"[ \t\u3000\u00a0\u2002\u2003]"
_COLON = re.compile(rf"[：:]({_S}*)|[（(][^\s（()）]{{1,4}}[)）]({_S}{{3,}}|{_S}*$)")
_ONLY_HINT = re.compile(r"[（(][^（）()_＿]{3,}[)）]\s*$")
_TOLD_APART = re.compile(
    r"^[（(](?:公|宅|日|夜|晚|早|家|手機|行動|O|H|M|辦|住|市話|室內|傳真|分機)[)）]"
)
_ASKED = re.compile(r"(?<![^\s：:（）()])([^\s：:（）()]+)[：:]\s*(?:[（(]|\S{1,3}[：:])")
_SENTENCE = re.compile(
    r"^(?:請(?!假)|茲|依(?!據)|經(?!費|手|辦|歷)|以上|上開|上列|下列|如下|由(?!來)|繳交下列)"
)
_ONLY_EXPLAINS = re.compile(
    r"^(?:填表|填寫|申請)?(?:說明|須知|注意事項|附註|備註說明|註|注意|附件|檢附文件|檢附資料"
    r"|應備文件|此致|敬致|依據|範例|例如|Note|Notes|Instructions)$"
)
_DATA_WORD = re.compile(
    r"(?:編號|序號|號碼|字號|日期|電話|手機|傳真|姓名|地址|住址|單位|學校|班級|教室|時間|地點"
    r"|金額|帳號|統編|統一編號|信箱|聯絡方式|電子郵件|職稱|年級|座號|對象|人數|主題|期望)$"
)
_INSTRUCTION = re.compile(r"^[（(]?(?:請|如|若|例|註|※|＊|備註[：:]|說明[：:].)")
_RULED = re.compile(r"[\s_＿.…﹍]+")


def colons(
    line: Line, taken: list[bool], following: Line | None, there: Surroundings
) -> list[Hole]:
    """The blanks behind the colons of a line; marks in `taken` what they use.

    `following` is the next line with words in the same place.
    """
    found = [_named(hole, match, there) for hole, match in _spots(line, taken, following, there)]
    for hole in found:
        taken[hole.start : hole.end] = [True] * (hole.end - hole.start)
    return found


def _spots(
    line: Line, taken: list[bool], following: Line | None, there: Surroundings
) -> Iterator[tuple[Hole, re.Match[str]]]:
    text = line.text
    for match in _COLON.finditer(text):
        has_colon = match[1] is not None
        if not has_colon and not _TOLD_APART.match(match[0]):
            continue
        start, end = match.span(1 if has_colon else 2)
        only_hint = _ONLY_HINT.match(text[match.end() :]) is not None
        at_end = not text[end:].strip("\n") or only_hint
        gap = text[start:end]
        if not at_end and len(gap) < 2 and "\t" not in gap:
            continue
        if any(taken[match.start() : end]) or (end < len(text) and taken[end]):
            continue
        if only_hint:
            end = start
        elif not at_end and "\t" in gap:
            end = start + gap.index("\t")
        label = words_before(text, taken, match.start() + has_colon)
        if not has_colon:
            label = match[0].strip()[1:].split("）")[0].split(")")[0]
        if not is_label(label, 24) or is_unit(label) or _SENTENCE.match(label_of(label)):
            continue
        is_whole = squeezed(text[: match.start()]) == squeezed(label)
        if not at_end or _has_room(line, label, following, there, is_whole):
            yield Hole(Kind.COLON, line, start, end, label=label), match


def _named(hole: Hole, match: re.Match[str], there: Surroundings) -> Hole:
    """Says whose part it is: 聯絡電話.公."""
    label = label_of(hole.label)
    if match[1] is None or _TOLD_APART.match(f"({label})"):
        asked = _ASKED.search(hole.line.text[: match.end()])
        own = label_of(asked[1]) if asked and label_of(asked[1]) != label else ""
        hole.around, hole.is_part = [own or there.label], bool(own or there.label)
    elif there.label and label != label_of(there.label):
        hole.around, hole.is_part = [there.label], True
    return hole


def _has_room(
    line: Line, label: str, following: Line | None, there: Surroundings, is_whole: bool
) -> bool:
    """Whether a colon at the end of a line leaves something to be filled in, and is no heading."""
    if _ONLY_EXPLAINS.match(label_of(label)) and (following is not None or not there.is_cell):
        return False
    is_data = not there.is_cell and bool(_DATA_WORD.search(label_of(label)))
    if following is None:
        return there.ends_open or is_data or len(re.findall("[：:]", line.text)) > 1
    if begins_with_box(following) and is_whole:
        return False
    if is_data:
        return True
    if begins_with_box(following) or _RULED.fullmatch(following.text):
        return False
    if not is_whole:
        return not re.search("[，。]", line.text)
    if there.is_cell and not there.ends_open and _INSTRUCTION.match(following.text.strip()):
        return False  # 「學校：（請填全銜）」 beside its room
    return _is_question(line.text, following.text.strip())


def _is_question(text: str, following: str) -> bool:
    """Whether the next line asks something else, rather than answers."""
    level, next_level = level_of(text), level_of(following)
    if next_level:
        return next_level == level or (bool(level) and is_deeper(level, next_level) is False)
    if _INSTRUCTION.match(following):
        return True
    words = re.split(r"[：:]", following)
    return len(words) > 1 and is_label(words[0], 16) and not level


def room_under(lines: list[Line], number: int) -> Line | None:
    """The empty line under a numbered question, which is where it is answered."""
    text = lines[number].text
    below = lines[number + 1] if number + 1 < len(lines) else None
    if below is None or not below.is_empty or not level_of(text):
        return None
    asked, *rest = re.split("[：:]", text, maxsplit=1)
    hint = rest[0].strip() if rest else ""
    roomy = (a for a, b in pairwise(lines) if b.is_empty and level_of(a.text))
    is_plain = not rest and (len(list(islice(roomy, 2))) < 2 or len(label_of(asked)) > 14)
    if not is_label(label_of(asked), 30) or len(hint) > 40 or is_plain:
        return None
    after = next((line for line in lines[number + 2 :] if line.text.strip()), None)
    if after is not None and is_deeper(level_of(text), level_of(after.text)):
        return None
    return below


def behind_same(line: Line, boxes: list[Hole], there: Surroundings) -> list[Hole]:
    """The room behind 「□同上」, for who is not the same."""
    only = boxes[0].boxes[0] if len(boxes) == 1 and len(boxes[0].boxes) == 1 else None
    if only is None or not there.label or not only.option.startswith("同"):
        return []
    end = len(line.text.rstrip())
    if label_of(line.text[boxes[0].end : end]) != only.option:
        return []
    return [Hole(Kind.ROOM, line, end, len(line.text), label=there.label, is_behind=True)]

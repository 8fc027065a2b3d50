"""What a date is called, and which of two is the first."""

import re

from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.words import is_label, is_role, is_seal, label_of
from jingjin_forms.adopting.hole import Hole

_NEAR = 120
"""Characters in front of a date that may say whose it is."""
_S = r"[ \t\u3000\u00a0\u2002\u2003]"
_LEAD = re.compile(
    r"^(?:.*?(?=自|於|訂於|定於))?(?:本校|茲|請|謹|預計)*"
    r"(?:中華民國|民國|西元|令和|平成|昭和|大正|起至|自|至|到|起|止|於|訂於|定於|迄|從|因)+$"
    r"|^(?:中華民國|民國|西元|令和|自|至|起至|由)+"
)
_OF_PERIOD = re.compile(r"([一-鿿]{2,6}(?:期間|期限|時間|日期))自$")
_ENDS_PERIOD = re.compile(
    r"([一-鿿]{2,6}(?:期間|期限|時間|日期))自[^，。；：]*(?:至|到)(?:民國)?\s*$"
)
_HELD_ON = re.compile(r"(?:[訂定將謹]於|參加.{2,12}於)(?:中華民國|民國)?\s*$")
_HELD = re.compile(r"舉[辦行]|辦理|活動|教學")
_ASKED = re.compile(r"(?<![^\s：:，。；])((?:\S\s)*[^\s：:，。；]+)[：:][^：:，。；]*$")
_TO = r"(?:至|到|~|～|－|—|-)"
_TO_NEXT = re.compile(rf"{_S}*(?:(?:起|[（(]起[)）]){_S}*)?{_TO}")
_OPINION = re.compile(r"(?:意[見见]|[评評][议議]|批示|審核|审核)$")
_JAPANESE = re.compile(rf"{_S}*(から|まで)")
_ENDINGS = {"から": "開始", "まで": "終了"}
_FROM_LAST = re.compile(rf"(?:至|到|~|～|－|—)(?:民國|中華民國|西元)?{_S}*$")


def name_date(hole: Hole, before: str, there: Surroundings) -> None:
    """A date is called by what asks for it; of two with 至 between them one is 起, one 迄."""
    lead = hole.line.text[max(0, hole.start - _NEAR) : hole.start]
    label = _LEAD.sub("", label_of(before))
    if found := _OF_PERIOD.search(label_of(before)) or _ENDS_PERIOD.search(lead):
        label = found[1]
    elif not label and _HELD_ON.search(lead) and _HELD.search(hole.line.text[hole.end :]):
        label = "活動日期"
    if not label and (asked := _ASKED.search(lead)):
        label = label_of(asked[1])
    if (is_seal(label) or is_role(label)) and there.label:
        hole.label, hole.around, hole.is_part = "日期", [there.label], True
    else:
        signs = is_seal(label) or is_role(label)
        hole.label = label if label and is_label(label) and not signs else there.label or "日期"
    if not label and is_seal(there.label):
        hole.label = "日期"
    if not label and _OPINION.search(label_of(there.label)):
        hole.label, hole.around, hole.is_part = "日期", [there.label], True
    if label and there.label and re.search(r"[：:]", lead):
        hole.around, hole.is_part = [there.label], True
    hole.is_plain_date = not there.label and lead.strip() in ("", "民國", "中華民國")
    hole.ending = _ending(lead, hole.line.text[hole.end :])
    if hole.ending:
        hole.filter = ""


def _ending(lead: str, after: str) -> str:
    if _TO_NEXT.match(after) and re.search("[年月日時/]", after):
        return "起"
    if _FROM_LAST.search(lead) and re.search("[年月日時分/]", lead):
        return "迄"
    if re.match(rf"{_S}*起", after):
        return "起"
    if re.match(rf"{_S}*[止迄訖]", after):
        return "迄"
    if found := _JAPANESE.match(after):
        return _ENDINGS[found[1]]
    bare = lead.strip().removesuffix("民國").removesuffix("中華")
    return "起" if bare in ("自", "起", "從") else "迄" if bare in ("至", "迄", "到") else ""


def with_periods(here: list[Hole]) -> list[Hole]:
    """起 and 迄 of a 期程 are one fact."""
    kept: list[Hole] = []
    for hole in here:
        first = kept[-1] if kept else None
        if first is not None and _are_one(first, hole):
            first.end, first.ending, first.filter = hole.end, "", "期間"
        else:
            kept.append(hole)
    return kept


def _are_one(first: Hole, last: Hole) -> bool:
    between = first.line.text[first.end : last.start]
    return (
        (first.ending, last.ending) == ("起", "迄")
        and label_of(first.label).endswith("期程")
        and re.fullmatch(r"\s*(?:至|到|~|～)\s*", between) is not None
    )

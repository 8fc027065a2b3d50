"""What a blank counts: 借款金額 of 「借款新臺幣____元」, 次別 of 「第____次」."""

import re

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.words import label_of, squeezed
from jingjin_forms.adopting.hole import Hole

COUNTED = {
    **dict.fromkeys(("人", "名", "位"), "人數"),
    "天": "天數",
    "日": "日數",
    **dict.fromkeys(("元", "元整"), "金額"),
    **dict.fromkeys(("學年度", "學年"), "學年度"),
    **dict.fromkeys(("年", "年級"), "年級"),
    **{"件": "件數", "份": "份數", "節": "節數", "小時": "時數", "班": "班級", "號": "座號"},
    **{"歲": "年齡", "次": "次數", "場": "場數", "學期": "學期", "張": "張數", "頁": "頁數"},
}
_COUNT_OF = re.compile(r"人[數数]$")
_COUNTS = re.compile(r"^(?:每[週日節月人次期]|共|男|女|.{0,2}合計|大人|子ども|預計|約)$")
_CURRENCY = re.compile(r"新[臺台]幣$")
_PIECES = ("份", "件", "張", "頁")
_ONLY_LEADS = re.compile(r"^(?:以上|檢附|附)*共?|共$")
_FOR_EACH = re.compile(r"(?<=.)每[人期次節]$")
_MONEY_UNITS = ("元", "元整", "圓")
_IS_MONEY = re.compile(
    r"(?:[金總餘全差]額|(?<!借)款項?|[費價薪資稅]|大寫|费用|費用|所得|經費|預算|收入|支出|小計|合計|總計|總和|保額|單據|收費)$"
)
_ONLY_COUNTS = re.compile(r"[共合]?計|共|為|約")
_ORDINAL = re.compile(r"([^\s：:，。；]+次[數别別])[：:]\s*第\s*$")


def _as_counted(hole: Hole) -> str:
    """借款金額 of 「借款新臺幣____元」, 單據張數 of 「附單據____張」; 金額 behind 計 alone."""
    is_money = hole.kind is Kind.AMOUNT or hole.unit in _MONEY_UNITS
    counted = "金額" if is_money else COUNTED[hole.unit] if hole.unit in _PIECES else ""
    words = _ONLY_LEADS.sub("", _CURRENCY.sub("", squeezed(label_of(hole.label))))
    if not counted or not hole.label or len(words) > 8 or "數" in words:
        return hole.label
    if is_money and _IS_MONEY.search(_FOR_EACH.sub("", words)):
        return _FOR_EACH.sub("", words)
    return counted if not words or _ONLY_COUNTS.fullmatch(words) else f"{words}{counted}"


def name_counted(hole: Hole, lead: str, there: Surroundings) -> None:
    """Say with the label what the unit behind the blank counts."""
    has_colon = ends_with_colon(lead)
    if not has_colon and (not there.label or hole.unit in _PIECES):
        hole.label = _as_counted(hole)
    says_so = hole.is_part and _COUNT_OF.search(label_of(there.label))
    is_bare = not hole.label or _COUNTS.search(label_of(hole.label))
    if hole.unit in COUNTED and is_bare and not says_so:
        hole.label = label_of(hole.label).removesuffix("共") + COUNTED[hole.unit]
    if lead.rstrip().endswith("第") and hole.line.text[hole.end :].lstrip().startswith("次"):
        asked = _ORDINAL.search(lead)
        hole.label = asked[1] if asked else "次別"
    if hole.unit in ("年", "年級") and label_of(hole.label) == "班級":
        hole.label = "年級"  # 班級：____年____班


def ends_with_colon(lead: str) -> bool:
    """Whether a colon leads to a blank, a currency apart."""
    return lead.rstrip(" \t\u3000新臺台幣NT$").endswith(("：", ":"))

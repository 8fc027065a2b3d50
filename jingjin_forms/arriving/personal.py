"""Personal data and figures that a blank form does not hold: what they look like, and how they are
told without printing them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""By the number that each stands for, from 10 up."""
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 1, 1)
_ID = re.compile(r"(?<![A-Za-z0-9])[A-Z][1289A-D]\d{8}(?!\d)")
_MOBILE = re.compile(r"(?<![\d-])(?:\+886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}(?![\d-])")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ACCOUNT = re.compile(r"(?<![\d-])\d(?:[- ]?\d){9,15}(?![\d-])")
_DATE = re.compile(
    r"(?:中華民國|民國|西元)?\s*(?:\d{2,4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|\d{2,4}[./-]\d{1,2}[./-]\d{1,2})"
)
_FIGURES = "零壹貳貮叁參肆伍陸柒捌玖拾佰仟萬億一二三四五六七八九十百千"
_AMOUNT = re.compile(
    rf"(?:新?[臺台]幣|NT\$|\$)?\s*(?:\d{{1,3}}(?:,\d{{3}})+|\d{{3,9}}|[{_FIGURES}]{{2,}})\s*"
    r"[元圓](?:[整正])?"
)
_SUM = re.compile(r"\$?\s*(?:\d{1,3}(?:,\d{3})+|[1-9]\d{2,8})(?:\s*元)?")
_TELEPHONE = re.compile(
    r"\(?0\d{1,2}\)?[- ]?\d{3,4}[- ]?\d{3,4}(?:\s*(?:#|分機|轉|ext\.?)\s*\d{1,5})?"
)
_SURNAMES = frozenset(
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董潘袁蔡蔣余于杜葉程魏蘇"
    "呂丁任盧姚沈鍾姜崔譚陸范汪廖石賈韋夏傅方鄒熊白孟秦邱侯江尹薛閻段雷龍黎史陶賀毛郝顧龔邵萬覃武錢"
    "戴莫孔向湯游詹洪簡賴翁涂溫莊柯巫阮施連童紀古卓辛歐甘倪康牛喬安"
)
_NO_NAME = re.compile(r"[話額稱式址期別級章位號名校間量項數料欄務員師任長者人事市縣]$|同上|無")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SCHOOL = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:國小|國中|高中|高職|國民小學|國民中學|國民中小學|高級中學|幼兒園)"
)
_ANY_SCHOOL = re.compile(r"[各本]校|全[縣市國]|所屬|公私立|公立|私立[各國高]")
_SAMPLES = re.compile(r"A123456789|0912-?345-?678|09(?:00|12)-?000-?000|@(?:example|xxx|abc)\b")
_EXAMPLE = re.compile(
    r"範例|例如|舉例|示例|格式|樣本|[(（]例|如：|例：|e\.g\.|sample", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Datum:
    """Something in a text that a blank form does not hold."""

    kind: str
    masked: str
    start: int
    end: int


def is_id_number(text: str) -> bool:
    """Whether the check digit of a national or resident's number is right."""
    first = 10 + _LETTERS.index(text[0])
    second = text[1] if text[1].isdigit() else str((10 + _LETTERS.index(text[1])) % 10)
    digits = (int(digit) for digit in f"{second}{text[2:]}")
    total = first // 10 + first % 10 * 9
    return (total + sum(w * d for w, d in zip(_WEIGHTS, digits, strict=True))) % 10 == 0


def data_in(text: str) -> Iterator[Datum]:
    """The personal data in a text; not what is printed as an example."""
    if _EXAMPLE.search(text):
        return
    for kind, pattern, is_right, masked in _KINDS:
        for found in pattern.finditer(text):
            if is_right(found[0]) and not _SAMPLES.search(found[0]):
                yield Datum(kind, masked(found[0]), *found.span())


def date_in(text: str) -> str:
    """The text where it is a whole date and nothing else, masked; else blank."""
    plain = re.sub(r"\s", "", text).strip(":：。")
    return re.sub(r"\d", "*", plain) if _DATE.fullmatch(plain) else ""


def amount_in(text: str) -> str:
    """The text where it is an amount of money and nothing else, masked; else blank."""
    plain = text.strip(" 　:：。")
    if not _AMOUNT.fullmatch(plain):
        return ""
    return re.sub(rf"[\d{_FIGURES}]", "*", plain)


def sum_in(text: str) -> str:
    """The text where it is a sum in a table, with 元 or without, masked; else blank."""
    plain = text.strip(" 　")
    return re.sub(r"\d", "*", plain) if _SUM.fullmatch(plain) else ""


def telephone_in(text: str) -> str:
    """The text where it is a telephone number and nothing else, masked; else blank."""
    plain = text.strip(" 　")
    return _middle_hidden(plain) if _TELEPHONE.fullmatch(plain) and _is_real(plain) else ""


def person_in(text: str) -> str:
    """The text where it can be only someone's name, masked; else blank."""
    plain = text.strip(" 　")
    is_name = _NAME.fullmatch(plain) and plain[0] in _SURNAMES and not _NO_NAME.search(plain)
    return f"{plain[0]}{'*' * (len(plain) - 1)}" if is_name else ""


def school_in(text: str) -> str:
    """The text where it is the name of one school; else blank. It is nobody's own."""
    plain = text.strip(" 　")
    return plain if _SCHOOL.fullmatch(plain) and not _ANY_SCHOOL.search(plain) else ""


def _is_real(number: str) -> bool:
    """Whether it is no sample like 03-0000000."""
    return len(set(number) & set("0123456789")) > 2


def account_in(text: str) -> str:
    """The number of a bank account where the text is one and nothing else, masked; else blank."""
    plain = text.strip(" 　:：。")
    found = _ACCOUNT.fullmatch(plain)
    return _middle_hidden(plain) if found and _is_real(plain) else ""


def _middle_hidden(text: str) -> str:
    """The first three characters and the last two; stars for the others."""
    shown = text[:3], text[3:-2], text[-2:]
    return f"{shown[0]}{re.sub('[0-9A-Za-z]', '*', shown[1])}{shown[2]}"


def _mail_hidden(text: str) -> str:
    name, _, domain = text.partition("@")
    return f"{name[0]}***@{domain}"


def _always(_: str) -> bool:
    return True


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool], Callable[[str], str]], ...] = (
    ("身分證字號", _ID, is_id_number, _middle_hidden),
    ("行動電話", _MOBILE, _always, _middle_hidden),
    ("電子郵件", _MAIL, _always, _mail_hidden),
)

"""The words that lead to a blank, and the word behind it."""

import re

from jingjin_forms.adopting.finding.words import BOXES, label_of

_S = r"[ \t\u3000\u00a0\u2002\u2003\u2009]"
_MONEY = re.compile(r"(?:新[臺台]幣|NT\$?|\$|＄)[：:]?\s*$")
_AFTER = re.compile(rf"{_S}*[（(]?([^\s（()）_＿:：，。、；]+)")


def words_before(text: str, taken: list[bool], position: int) -> str:
    """The words that lead to a blank: back to the blank before it, a stop or a wide space."""
    start = position
    while start > 0 and not taken[start - 1]:
        start -= 1
    words = re.sub(r"[（(]\s*$", "", text[start:position]).rstrip()
    words = _MONEY.sub("", words).rstrip()
    has_colon = words.endswith(("：", ":"))
    words = words.rstrip("：: \t\u3000")
    words = re.split(r"[（(](?=[^（）()]*$)", words)[-1]
    if start and text[start - 1] in BOXES:  # □產假　核准文號：
        words = re.split(rf"(?<=\S\S){_S}+(?=\S\S)", words)[-1]
    stops = "[，。；;]" if has_colon else "[，。；;、：:]"
    return last_words(re.split(rf"{stops}|(?<=[a-z])\.\s+(?=[A-Z])", words)[-1])


def last_words(text: str) -> str:
    """What stands behind the last wide space, which spaced-out letters (姓　　名) are not."""
    tokens = re.split(rf"{_S}{{2,}}|\t", text.strip())
    while len(tokens) > 1 and len(tokens[-1]) == len(tokens[-2]) == 1:
        tokens[-2:] = [tokens[-2] + tokens[-1]]
    if len(tokens) > 1 and len(tokens[-2]) == 1 and len(tokens[-1].rstrip("：:")) in (1, 2):
        return tokens[-2] + tokens[-1]
    return tokens[-1]


def words_after(text: str, position: int) -> str:
    """The word that follows a blank, 姓名 of 「____（姓名）」."""
    match = _AFTER.match(text[position:])
    return label_of(match[1]) if match else ""

"""What the words on a form say of the place beside them: labels, units, seals, boxes."""

import re

SPACE = r"[ \t\n\u3000\u00a0\u2002\u2003\u2009]"
BOXES = "□☐▢◻❑❏☑☒■▣◼"
ROUNDS = "○◯〇"

_NUMBERING = re.compile(
    r"^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊]|\d{1,2}(?:-\d{1,2})?|[A-Za-z])[)）]"
    r"|(?:[一二三四五六七八九十]{1,3}|[壹貳參肆伍陸柒捌玖拾]{1,2}|[甲乙丙丁戊])[、.．：]"
    r"|\d{1,2}(?:[-.]\d{1,2}){0,2}[、.．)）]|\d{1,2}(?=[ \u3000])|[A-Za-z][.．、]"
    r"|[①-⑳⑴-⒇➀-➓]|[*＊※●◎★☆◆▲►■•‧·◉✽❖-])"
)
_HINT = re.compile(r"[（(〈【\[［〔][^（）()〈〉【】\[\]［］〔〕]*[)）〉】\]］〕]")
_TO_TICK = re.compile(r"[（(][^（()）□☐]*[☑✓✔][^（()）□☐]*[)）]")
"""A hint how to tick: 記載事項（必要なものに☑）."""
_MARKS = re.compile(r"[*＊※]+")
_EDGES = " \t\n\u3000\u00a0：:。，,、；;.．．-–—_＿/／~～"
_between_wide = re.compile(r"(?<=[^\x00-\xff])\s+|\s+(?=[^\x00-\xff])")

_SEAL = re.compile(
    r"[签簽][名字章署收]|盖章|簽名?蓋?章|蓋章|核章|用印|簽名|簽署|簽收|印鑑|印信|核[示定准]?章|騎縫章|簽約|批示|關防|鋼印"
    r"|^[(（]?印[)）]?$|㊞|[Ss]ignature|[Ss]igned|[Ss]eal\b|署名|押印|^(?:受付印?|決裁|収受印?)$"
    r"|(?:[Rr]eported|[Aa]pproved|[Ww]itnessed|[Cc]ertified)by$"
)
_ROLE = re.compile(
    r"^(?:本校|學校|單位|業務|申請|主辦|承辦|用途|機關|科|室|處|用人)*"
    r"(?:承辦人?員?|經辦人?員?|經手人?|製表人?|製單|出納人?員?|會計(?:人員|主任)?|主計(?:人員|主任)?|覆核|複核|審核人?"
    r"|核准|核定|點收人?|驗收人?|驗收或證明|證明人?|保管人?|監交人|登記|登帳|記帳"
    r"|(?:教務|學務|總務|輔導|人事|主計|會計|單位|家長會)?(?:主任|組長|處長|課長|科長|股長|局長|館長|園長|所長|秘書|主任秘書)"
    r"|(?:主驗|會驗|協驗|監驗|驗收|點驗|抽驗)人員?|校長|首長|機關首長|機關長官|機關學校首長|學校首長|負責人核章|主管|單位主管|主管機關|部門主管|業務單位|人事單位|主計單位|會計單位|會辦單位"
    r"|(?:品管|品保|稽核|查核|檢查|複查|初查|監造|監工|施工|工務)人員|工地負責人|工地主任|監造主任"
    r"|總務|教務|學務|輔導室|教務處|學務處|總務處|人事室|主計室|會計室|出納組)(?:核章|簽章)?$"
)
_OFFICE = re.compile(
    r"(?:長|主任|秘書|主計|會計|出納|人事|單位|主管|首長|教頭|事務|老師|導師|教師|護理師|醫師|人員|委員|請領人|領款人|出差人|經手人|核准|派車|決行"
    r"|批示|受付|決裁|承辦人?|經辦人?|填表人|轉介人|審核|覆核|複核|監護人)$"
)
UNITS = (
    "通|円|元整|萬元|千元|元|人次|人|名|位|天|日|節|小時|時|分鐘|分|歲|班級|班|年級|年|個月|月|週|件|份|次|場次|場|組|篇|項|校|所|間|台|臺|輛|個|本|冊|張|支|套|箱|頁|戶|座|桌|梯次"
    "|公尺|公分|公斤|公克|公里|平方公尺|坪|度|%|％|cm|CM|kg|KG|Kg|km|m2|㎡|㎝|㎏|ml|℃|學分|字|號|樓"
)
_HEADS_TOO = re.compile(
    r"^(?:班級|年級|班|場次|人次|校|項|位|組|號|名|梯次|學分|樓|座|所|篇|個|本)$"
)
_unit_alone = re.compile(rf"^{SPACE}*(?:{UNITS}|[(（](?:{UNITS})[)）]){SPACE}*$")
_SALUTE = re.compile(r"^(?:此致|敬致|謹致|致|親愛的|敬啟|敬愛的|.*您好).*")
_prose = re.compile(r"[。；;！？]|，.*，")
_SEVERAL = re.compile(r"複選|多選|可選|擇多|select all|check all|複数", re.IGNORECASE)


def squeezed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s+", "", text)


def label_of(text: str) -> str:
    """A printed label without numbering, hints in brackets, stars and colon.

    >>> label_of("三、聯絡電話(含分機)：")
    '聯絡電話'
    """
    text = text.strip(_EDGES)
    before = None
    while before != text:
        before = text
        text = _MARKS.sub("", _NUMBERING.sub("", text)).strip(_EDGES)
    bare = _HINT.sub("", text)
    while bare != (bare := _HINT.sub("", bare)):
        pass
    bare = re.split(r"[（(【［]", bare)[0] or bare  # a bracket that does not end
    if not bare.strip(_EDGES):
        bare = text.strip("（）()〈〉【】[]［］〔〕")
    return _between_wide.sub("", " ".join(bare.split())).strip(_EDGES)


def hints_of(text: str) -> list[str]:
    """What a label says in brackets: 公 of 「電話(公)」."""
    return [label_of(hint[1:-1]) for hint in _HINT.findall(text)]


def name_of(label: str, longest: int = 0) -> str:
    """A label as a tag can call it: letters, figures and underscores only."""
    legal = "".join(
        c if f"a{c}".isidentifier() else "_" for c in label
    )  # ① and ¼ are letters of \w
    name = re.sub("_{2,}", "_", legal).strip("_")
    name = re.sub(r"(?<=[^\x00-\x7f])_(?=[^\x00-\x7f])", "", name)
    longest = longest or (48 if name.isascii() else 24)
    name = name[:longest].rstrip("_")
    return name


def top_name(name: str) -> str:
    """The name as it can begin a tag: 第5 of 5."""
    if name.isidentifier():
        return name
    return f"第{name}" if f"第{name}".isidentifier() else "欄位"


def is_seal(label: str) -> bool:
    """Whether a label asks for a signature or seal."""
    return bool(_SEAL.search(squeezed(label)))


def is_role(label: str) -> bool:
    """Whether a label is the office of someone who signs papers: 承辦人, 主計主任, 校長."""
    offices = re.split(rf"{SPACE}{{2,}}|[\u3000\t\n/／、]", label.strip(_EDGES))
    offices = [label_of(office) for office in offices] if len(offices) > 1 else [label_of(label)]
    if all(len(squeezed(office)) == 1 for office in offices):
        offices = ["".join(offices)]
    return all(_ROLE.match(squeezed(office)) for office in offices if office.strip()) and bool(
        squeezed(label)
    )


def is_unit(text: str) -> bool:
    """Whether a text is nothing but a unit: 天, (元)."""
    return bool(_unit_alone.match(text))


def could_be_head(text: str) -> bool:
    """Whether a unit is as often the head of a column: 班級, 場次."""
    return bool(_HEADS_TOO.match(squeezed(text)))


def is_office(label: str) -> bool:
    """Whether a label is somebody who could sign, beside others who do: 導師, 請領人."""
    return is_role(label) or is_seal(label) or bool(_OFFICE.search(squeezed(label_of(label))))


def is_label(text: str, longest: int = 40) -> bool:
    """Whether a text could name what stands beside it: some words, no sentence, no box."""
    words = squeezed(_TO_TICK.sub("", text))
    if not words or not any(c.isalnum() for c in words) or any(box in words for box in BOXES):
        return False
    return len(squeezed(label_of(text))) <= longest and not _prose.search(label_of(text))


def is_salute(text: str) -> bool:
    """Whether a text greets: 親愛的家長您好, 此致."""
    return bool(_SALUTE.match(text.strip()))


def is_number(text: str) -> bool:
    """Whether a text only counts: 1, 3., 二, (四)."""
    return bool(
        re.fullmatch(
            r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.、．]?", squeezed(text)
        )
    )


def is_of_several(text: str) -> bool:
    """Whether a question says that several boxes may be ticked."""
    return bool(_SEVERAL.search(text))

"""The blanks within a line: dates, ruled space, brackets, sample text, amounts, controls."""

import re
from collections.abc import Callable, Iterator

from jingjin_forms.adopt.blank import Kind
from jingjin_forms.adopt.hole import Hole
from jingjin_forms.adopt.words import BOXES, UNITS, label_of, squeezed
from jingjin_forms.page.line import Line, checkbox_of
from jingjin_forms.word.location import W

ADDRESS = "地址的"
"""What begins the unit of a blank of an address, as 縣市."""
_S = r"[ \t\u3000\u00a0\u2002\u2003\u2009]"
_GAP = r"[ \t\u3000\u00a0\u2002\u2003\u2009_＿○〇◯Ｏ…‧·.ＸXx×*＊]"
_NUMERAL = r"[萬万仟千佰百拾十]"

_date = re.compile(
    rf"(?P<year>{_GAP}*|{_S}*\d{{2,4}}{_S}*)年(?P<month>{_GAP}*)月(?:(?P<day>{_GAP}*)日)?"
    rf"(?P<weekday>{_S}*[（(](?:星期|週)?{_GAP}+[）)])?"
    rf"(?P<time>{_GAP}*(?:上午|下午|上/下午|午)?{_GAP}+[時点點](?![間期檢数數段])(?:{_GAP}*分)?)?"
)
_period = re.compile(
    rf"{_GAP}*年{_GAP}*月{_GAP}*日{_S}*(?:至|到|~|～|－|—|-){_S}*(?:民國)?{_GAP}*年{_GAP}*月{_GAP}*日(?!{_GAP}*[時止])"
)
_month_day = re.compile(
    rf"(?<!年)(?<!年{_S})(?P<month>{_GAP}+)月(?P<day>{_GAP}+)日(?:{_GAP}*(?:上午|下午|午)?{_GAP}+[時点點](?:{_GAP}*分)?)?"
)
_time = re.compile(rf"(?:{_GAP}+(?:上|下)?午)?(?P<hour>{_GAP}+)[時点點](?P<minute>{_GAP}+)分")
_slashes = re.compile(
    rf"(?:_+{_S}*|{_S}+)/{_S}*(?:_+{_S}*|{_S}+)/(?:{_S}*_+|{_S}*)|_{{2,}}-_{{2,}}-_{{2,}}"
)
_amount = re.compile(rf"{_GAP}*(?:億{_GAP}*)?(?:{_NUMERAL}{_GAP}*){{2,}}(?:元|圓)(?:整|正)?")
_line = re.compile(
    rf"[_＿]{{2,}}(?:{_S}?[_＿]{{2,}})*|[.．·‧∙]{{6,}}|…{{3,}}|﹍{{2,}}|ˍ{{2,}}|—{{4,}}|─{{4,}}"
)
_bracket = re.compile(rf"[（(〔［\[【]({_S}+|[_＿]+)[）)〕］\]】]")
_sample = re.compile(
    r"[○〇◯Ｏ●]{2,}|[XＸ×]{2,}|(?<![A-Za-z])[Oo]{2,}(?![A-Za-z])|x{3,}|\*{3,}|＊{3,}"
    r"|\[[A-Za-z]+\]|[＜<][^<>＜＞\s][^<>＜＞]{0,20}[＞>]"
)
_ORGANISATION = (
    "縣|市|鄉|鎮|區|立|政府|公所|教育局|局|處|教育委員会|教育長|市長|区長|大學|學院|學校|分校|系|所|院|國民|中學|小學|國中|國小|高中|高級"
    "|幼兒園|基金會|協會|公司|教師專業團隊|團隊|中|小|學"
)
_organisation = re.compile(
    rf"(?:財團法人|社團法人)?(?:[一-鿿]{{2}}[縣市])?(?:[○〇◯ＯX]{{2,6}}(?:{_ORGANISATION}|[()（）/／])+、?)+(?<![、(（/／])"
)
_of_example = re.compile(r"(?:如|例|加註|附註|格式)[：:]|例如|^\s*[※＊*]")
_segment = re.compile(
    r"[）)](?=[○〇◯Ｏ●XＸ])|\u3000(?=[様殿啟收]$)|[：:，。；,;！？「」『』]|[（(](?![所小系國])|[ \t\u3000]{2,}|\t|^[致此]\s"
)
_verbs = re.compile(r"學年度|[表書單]$|[為於向由以將應請之的與及]|辦理|申請|參加|第")
_gap_before_unit = re.compile(rf"({_S}{{2,}}|\u3000)(?=(?:{UNITS})(?:$|[^一-鿿：:]))")
_address = re.compile(
    r"(\u3000{2,}| {3,})(?=(縣市|縣|市|鄉鎮市區|鄉|鎮|區|村里|村|里|鄰|路街|路|街|段|巷|弄|號|樓))"
)
_cut_line = re.compile(r"[✂✄]|虛線|撕開|裁切|剪下|切り取")
_wide_gap = re.compile(r"(?<=[^\s：:）)])(\u3000{5,})(?=[^\s（(]|[（(](?!簽|蓋|印))")
_spaced_out = re.compile(rf"(?:^|[\s：:、，）)])(?![共計第約滿每達為有等約餘占佔])[一-鿿]{_S}*$")
_money = re.compile(r"(?:新[臺台]幣|NT\$?|\$|＄)[：:]?\s*$")
_after_word = re.compile(rf"{_S}*[（(]?([^\s（()）_＿:：，。、；]+)")


def slots(line: Line, taken: list[bool], is_alone: bool = False) -> list[Hole]:
    """Every blank of a line but its boxes and colons; marks in `taken` the characters they use.

    `is_alone` says that nothing else stands in its cell: then 年月日 without room is a blank too.
    """
    text = line.text
    found: list[Hole] = []

    def take(kind: Kind, start: int, end: int, filter: str = "") -> Hole | None:
        if start >= end or any(taken[start:end]):
            return None
        for position in range(start, end):
            taken[position] = True
        hole = Hole(kind, line, start, end, filter=filter)
        found.append(hole)
        return hole

    for start, end in _controls(line):
        take(Kind.CONTROL, start, end)
    for match in _amount.finditer(text):
        if re.search(_GAP, match[0]) or squeezed(text).strip("新臺台幣：") == match[0]:
            lead = len(match[0]) - len(match[0].lstrip("元"))
            take(Kind.AMOUNT, match.start() + lead, match.end(), "國字大寫")
    _take_dates(text, take, is_alone)
    for match in _slashes.finditer(text):
        take(Kind.DATE, *match.span())
    for start, end in _combs(text):
        take(Kind.COMB, start, end)
    for start, end in _underlined(line):
        take(Kind.LINE, start, end)
    for match in _line.finditer(text):
        is_cut = _cut_line.search(text) is not None or (
            len(match[0]) > 30 and match[0][0] in ".…·—─-"
        )
        if not is_cut:
            take(Kind.LINE, *match.span())
    for match in _bracket.finditer(text):
        take(Kind.BRACKET, match.start(1), match.end(1))
    for match in _organisation.finditer(text):
        if not _of_example.search(text[: match.start()]):
            take(Kind.SAMPLE, *match.span())
    for match in _sample.finditer(text):
        if not _of_example.search(text[: match.start()]):
            take(Kind.SAMPLE, *_whole_sample(text, *match.span()))
    several = len(re.findall(rf"{_S}{{2,}}[人名位件份分]", text)) > 1
    for match in _gap_before_unit.finditer(text):
        page = text[match.end() :].startswith("頁")
        if not page and (several or not _spaced_out.search(text[: match.start()])):  # 姓　　名
            take(Kind.LINE, *match.span(1))
    if len(_address.findall(text)) > 2:
        for match in _address.finditer(text):
            if (hole := take(Kind.LINE, *match.span(1))) is not None:
                hole.unit = f"{ADDRESS}{match[2]}"
    for match in _wide_gap.finditer(text):
        if not _spaced_out.search(text[: match.start()]):
            take(Kind.LINE, *match.span(1))
    for hole in found:
        hole.unit = hole.unit or _unit_after(text, hole.end)
    return sorted(found, key=lambda hole: hole.start)


def _take_dates(text: str, take: Callable[..., Hole | None], is_alone: bool) -> None:
    for match in _date.finditer(text):
        gaps = "".join(match[name] or "" for name in ("year", "month", "day"))
        alone = is_alone and squeezed(text) == squeezed(match[0])
        if not re.search(_GAP, gaps) and not alone:
            continue
        if not match["day"] and match["day"] is None and not re.search(_GAP, match["month"]):
            continue
        start = match.start()
        year = match["year"]
        if year[:1].isspace() and year.strip() and year.strip().isdigit():
            start += len(year) - len(year.lstrip())
        is_day = match["day"] is not None and match["time"] is None
        take(Kind.DATE, start, match.end(), "民國日期" if is_day else "")
    for pattern in (_month_day, _time):
        for match in pattern.finditer(text):
            take(Kind.DATE, *match.span())


def _whole_sample(text: str, start: int, end: int) -> tuple[int, int]:
    """All of 「○○大學○○系」 where it stands by itself, behind a colon or in a cell."""
    begin = max((m.end() for m in _segment.finditer(text, 0, start)), default=0)
    stop = _segment.search(text, end)
    finish = stop.start() if stop else len(text)
    is_last = not text[finish:].strip() or text[finish] in " \t\u3000）)"
    whole = text[begin:finish]
    if is_last and len(whole.strip()) <= 24 and not _verbs.search(whole):
        lead = len(whole) - len(whole.lstrip())
        return begin + lead, begin + len(whole.rstrip())
    return start, end


def _controls(line: Line) -> Iterator[tuple[int, int]]:
    """The text of controls that are to be typed over, not those that are boxes."""
    position = 0
    begun: tuple[object, int] | None = None
    for piece in line.pieces:
        control = piece.control if is_text_control(piece.control) else None
        if begun is not None and begun[0] is not control:
            yield begun[1], position
            begun = None
        if control is not None and begun is None and piece.text:
            begun = control, position
        position += len(piece.text)
    if begun is not None:
        yield begun[1], position


def is_text_control(control: "object") -> bool:
    if control is None:
        return False
    tag = getattr(control, "tag", "")
    if tag == f"{W}ffData":
        return control.find(f"{W}checkBox") is None  # type: ignore[attr-defined]
    properties = control.find(f"{W}sdtPr")  # type: ignore[attr-defined]
    if properties is None or checkbox_of(control) is not None:  # type: ignore[arg-type]
        return False
    kinds = ("text", "date", "dropDownList", "comboBox", "showingPlcHdr", "richText")
    return any(properties.find(f"{W}{kind}") is not None for kind in kinds)


def _combs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"([{BOXES}])(?:[ \u3000－-]?\1){{2,}}", text):
        yield match.span()


def _underlined(line: Line) -> Iterator[tuple[int, int]]:
    """White space that is underlined; with underscores in between it is one ruled line."""
    pattern = "".join(
        "_" if under == "_" and (c.isspace() or c in "_＿") and c != "\n" else " "
        for c, under in zip(line.text, line.underlined, strict=True)
    )
    for match in re.finditer("_+", pattern):
        if len(match[0]) > 1 or line.text[match.start()] in "\t":
            yield match.span()


def _unit_after(text: str, position: int) -> str:
    match = re.match(
        rf"{_S}*(學年度?(?=[第○〇_]|{_S}|$)|學期|(?:{UNITS})(?![一-鿿]))", text[position:]
    )
    return match[1] if match else ""


def words_before(text: str, taken: list[bool], position: int) -> str:
    """The words that lead to a blank: back to the blank before it, a stop or a wide space."""
    start = position
    while start > 0 and not taken[start - 1]:
        start -= 1
    words = re.sub(r"[（(]\s*$", "", text[start:position]).rstrip()
    words = _money.sub("", words).rstrip()
    has_colon = words.endswith(("：", ":"))
    words = words.rstrip("：: \t\u3000")
    words = re.split(r"[（(](?=[^（）()]*$)", words)[-1]
    stops = "[，。；;]" if has_colon else "[，。；;、：:]"
    return last_words(re.split(stops, words)[-1])


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
    match = _after_word.match(text[position:])
    return label_of(match[1]) if match else ""

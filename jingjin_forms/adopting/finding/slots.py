"""The blanks within a line: dates, ruled space, brackets, sample text, amounts, controls."""

import re
from collections.abc import Iterator

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import BOXES, UNITS, squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.line import Line, checkbox_of
from jingjin_forms.word.docx.location import Element, W

ADDRESS = "地址的"
"""What begins the unit of a blank of an address, as 縣市."""
_S = r"[ \t\u3000\u00a0\u2002\u2003\u2009]"
_GAP = r"[ \t\u3000\u00a0\u2002\u2003\u2009_＿○〇◯Ｏ…‧·.ＸXx×*＊]"
_NUMERAL = r"[萬万仟千佰百拾十]"

# Room is looked at from where it begins only, or long ruled lines take for ever.
_date = re.compile(
    rf"(?P<year>(?<!{_GAP}){_GAP}*|(?:(?<!{_S}){_S}+)?\d{{2,4}}{_S}*)年(?P<month>{_GAP}*)月(?:(?P<day>{_GAP}*)日)?"
    rf"(?P<weekday>{_S}*[（(](?:星期|週)?{_GAP}+[）)])?"
    rf"(?P<time>{_GAP}*(?:上午|下午|上/下午|午)?{_GAP}+[時点點](?![間期檢数數段])(?:{_GAP}*分)?)?"
)
_period = re.compile(
    rf"{_GAP}*年{_GAP}*月{_GAP}*日{_S}*(?:至|到|~|～|－|—|-){_S}*(?:民國)?{_GAP}*年{_GAP}*月{_GAP}*日(?!{_GAP}*[時止])"
)
_month_day = re.compile(
    rf"(?<!年)(?<!年{_S})(?P<month>{_GAP}+)月(?P<day>{_GAP}+)日(?:{_GAP}*(?:上午|下午|午)?{_GAP}+[時点點](?:{_GAP}*分)?)?"
)
_time = re.compile(
    rf"(?<!{_GAP})(?:{_GAP}+(?:上|下)?午)?(?P<hour>{_GAP}+)[時点點](?P<minute>{_GAP}+)分"
)
_slashes = re.compile(
    rf"(?:(?<!_)_+{_S}*|(?<!{_S}){_S}+)/{_S}*(?:_+{_S}*|{_S}+)/(?:{_S}*_+|{_S}*)|_{{2,}}-_{{2,}}-_{{2,}}"
)
_amount = re.compile(
    rf"(?<!{_GAP}){_GAP}*(?:億{_GAP}*)?(?:{_NUMERAL}{_GAP}*){{2,}}(?:元|圓)(?:整|正)?"
)
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
    r"[）)](?=[○〇◯Ｏ●XＸ])|\u3000(?=[様殿啟收]$)|[：:，。；,;！？「」『』]"
    r"|[（(](?![所小系國])|[ \t\u3000]{2,}|\t|^[致此]\s"
)
_verbs = re.compile(r"學年度|[表書單]$|[為於向由以將應請之的與及]|辦理|申請|參加|第")
_gap_before_unit = re.compile(rf"(?<!{_S})({_S}{{2,}}|\u3000)(?=(?:學期|{UNITS})(?:$|[^一-鿿：:]))")
_address = re.compile(
    r"((?<!\u3000)\u3000{2,}|(?<! ) {3,})"
    r"(?=(縣市|縣|市|鄉鎮市區|鄉|鎮|區|村里|村|里|鄰|路街|路|街|段|巷|弄|號|樓))"
)
_combs = re.compile(rf"([{BOXES}])(?:[ \u3000－-]?\1){{2,}}")
_gaps_of_people = re.compile(rf"{_S}{{2,}}[人名位件份分]")
_cut_line = re.compile(r"[✂✄]|虛線|撕開|裁切|剪下|切り取")
_wide_gap = re.compile(r"(?<=[^\s：:）)])(\u3000{5,})(?=[^\s（(]|[（(](?!簽|蓋|印))")
_spaced_out = re.compile(rf"(?:^|[\s：:、，）)])(?![共計第約滿每達為有等約餘占佔])[一-鿿]{_S}*$")


Spot = tuple[int, int]


class Taking:
    """The blanks of a line as they are found: no character belongs to two."""

    def __init__(self, line: Line, taken: list[bool]):
        self.line, self.taken = line, taken
        self.found: list[Hole] = []

    def take(self, kind: Kind, spot: Spot, filter: str = "", unit: str = "") -> None:
        start, end = spot
        if start >= end or any(self.taken[start:end]):
            return
        self.taken[start:end] = [True] * (end - start)
        closes = kind is Kind.BRACKET
        unit = unit or _unit_after(self.line.text, end + closes)
        self.found.append(Hole(kind, self.line, start, end, filter=filter, unit=unit))


def slots(line: Line, taken: list[bool], is_alone: bool = False) -> list[Hole]:
    """Every blank of a line but its boxes and colons; marks in `taken` the characters they use.

    `is_alone` says that nothing else stands in its cell: then 年月日 without room is a blank too.
    """
    text = line.text
    taking = Taking(line, taken)
    for spot in _controls(line):
        taking.take(Kind.CONTROL, spot)
    for spot in _amounts(text):
        taking.take(Kind.AMOUNT, spot, "國字大寫")
    for spot, is_day in _dates(text, is_alone):
        taking.take(Kind.DATE, spot, "民國日期" if is_day else "")
    for match in _combs.finditer(text):
        taking.take(Kind.COMB, match.span())
    for spot in (*_underlined(line), *_ruled(text)):
        taking.take(Kind.LINE, spot)
    for match in _bracket.finditer(text):
        taking.take(Kind.BRACKET, match.span(1))
    for spot in _samples(text):
        taking.take(Kind.SAMPLE, spot)
    for spot, unit in _gaps(text):
        taking.take(Kind.LINE, spot, unit=unit)
    return sorted(taking.found, key=lambda hole: hole.start)


def _amounts(text: str) -> Iterator[Spot]:
    for match in _amount.finditer(text):
        if re.search(_GAP, match[0]) or squeezed(text).strip("新臺台幣：") == match[0]:
            lead = len(match[0]) - len(match[0].lstrip("元"))
            yield match.start() + lead, match.end()


def _ruled(text: str) -> Iterator[Spot]:
    """Lines to write on; not those to cut along."""
    for match in _line.finditer(text):
        is_long_dots = len(match[0]) > 30 and match[0][0] in ".…·—─-"
        if is_long_dots or _cut_line.search(text):
            continue
        start, end = match.span()
        is_of_number = match[0][0] in ".．" and text[start - 1 : start].isdigit()  # 1.........
        yield start + is_of_number, end


def _samples(text: str) -> Iterator[Spot]:
    for match in _organisation.finditer(text):
        if not _of_example.search(text[: match.start()]):
            yield match.span()
    for match in _sample.finditer(text):
        if not _of_example.search(text[: match.start()]):
            yield _whole_sample(text, *match.span())


def _gaps(text: str) -> Iterator[tuple[Spot, str]]:
    """White space that is room: before units, in an address, very wide; with the unit if known."""
    if len(_address.findall(text)) > 2:
        for match in _address.finditer(text):
            yield match.span(1), f"{ADDRESS}{match[2]}"
    several = len(_gaps_of_people.findall(text)) > 1
    for match in _gap_before_unit.finditer(text):
        is_page = text.startswith("頁", match.end())
        if not is_page and (several or not _spaced_out.search(text[: match.start()])):  # 姓　　名
            yield match.span(1), ""
    for match in _wide_gap.finditer(text):
        lead = text[: match.start()]
        if not _spaced_out.search(lead) and not lead.endswith("學期"):
            yield match.span(1), ""


def _dates(text: str, is_alone: bool) -> Iterator[tuple[Spot, bool]]:
    """年 月 日 slots, each with whether it is a plain day."""
    for match in _date.finditer(text):
        gaps = "".join(match[name] or "" for name in ("year", "month", "day"))
        alone = is_alone and squeezed(text) == squeezed(match[0])
        if not re.search(_GAP, gaps) and not alone:
            continue
        if match["day"] is None and not re.search(_GAP, match["month"]):
            continue
        start, year = match.start(), match["year"]
        if year.strip().isdigit():  # a printed year stands in the slot, the room before it not
            start += len(year) - len(year.lstrip())
        yield (start, match.end()), match["day"] is not None and match["time"] is None
    for pattern in (_month_day, _time, _slashes):
        for match in pattern.finditer(text):
            yield match.span(), False


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
    begun: tuple[Element, int] | None = None
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


def is_text_control(control: Element | None) -> bool:
    """Whether a content control or legacy field is typed over; a box to tick is not."""
    if control is None:
        return False
    if control.tag == f"{W}ffData":
        return control.find(f"{W}checkBox") is None
    properties = control.find(f"{W}sdtPr")
    if properties is None or checkbox_of(control) is not None:
        return False
    kinds = ("text", "date", "dropDownList", "comboBox", "showingPlcHdr", "richText")
    return any(properties.find(f"{W}{kind}") is not None for kind in kinds)


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
        rf"{_S}*(班(?=學生|同學)|號(?=學生|同學)|學年度|學年(?=[第○〇_]|{_S}|$)|學期|(?:{UNITS})(?![一-鿿]))",
        text[position:],
    )
    return match[1] if match else ""

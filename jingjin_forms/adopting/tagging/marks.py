"""What a template is filled with to prove it: for each blank a text that stands nowhere else."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from jingjin_forms.adopting.hole import Hole, HoleList, full_name
from jingjin_forms.page.line import Line
from jingjin_forms.values.digit_cells import PLACES
from jingjin_forms.word.language.fact_filters import BLANK, FACT_FILTERS

Facts = dict[str, object]
_TICK = "V"


def marked(
    holes: Sequence[Hole], options: Mapping[Hole, Sequence[str]]
) -> tuple[Facts, dict[Hole, str]]:
    """Facts for all tags, and what each blank then prints: the same for those of one name.

    Of a list only its first row is filled. Choices have all their boxes ticked, and no mark;
    a drop-down has its first option, and none either; nor has an amount written by digit.
    """
    facts = _Marks()
    for hole in holes:
        number = facts.number(hole)
        if hole.boxes:
            ticks = dict.fromkeys(options[hole], _TICK)
            facts.put(hole, ticks if len(hole.boxes) > 1 else _TICK)
        elif hole.digits:
            facts.put(hole, "".join(digit for _, digit in digits_shown(hole) if digit))
        elif hole in options:
            facts.put(hole, options[hole][0])
        elif hole.filter:
            value = _VALUES.get(hole.filter, str)(number + 1)
            facts.put(hole, value)
            facts.marks[hole] = _printed(value, hole.filter)
        else:
            facts.marks[hole] = f"①{number}②"
            facts.put(hole, facts.marks[hole])
    return facts.facts, facts.marks


def digits_shown(hole: Hole) -> Iterator[tuple[Line, str]]:
    """What each cell of an amount by digit shows when it is filled to prove it: 1, 2, 3, …"""
    whole = [line for line, place in hole.digits if place in PLACES]
    for line, _ in hole.digits:
        yield line, str(whole.index(line) % 9 + 1) if line in whole else ""


def _day(number: int) -> str:
    month, day = divmod(number, 28)
    years, month = divmod(month, 12)
    return f"{100 + years}年{month + 1}月{day + 1}日"


_VALUES: dict[str, Callable[[int], str]] = {
    "民國日期": _day,
    "期間": lambda number: f"{_day(number)}至{_day(number + 40)}",
    "元": lambda number: str(7_310_000 + number),
    "整數": lambda number: str(7_310_000 + number),
    "數": lambda number: str(7_310_000 + number),
    "國字大寫": lambda number: str(7_310_000 + number),
}


def _printed(value: str, name: str) -> str:
    return str(FACT_FILTERS[name](value))


class _Marks:
    """The facts as they are gathered, by their names: 聯絡人.電話, 名冊.姓名."""

    def __init__(self) -> None:
        self.facts: Facts = {}
        self.marks: dict[Hole, str] = {}
        self._numbers: dict[str, int] = {}
        self._groups: dict[str, Facts] = {"": self.facts}
        self._rows: dict[HoleList, list[Facts]] = {}

    def number(self, hole: Hole) -> int:
        """Its own for each name."""
        return self._numbers.setdefault(full_name(hole), len(self._numbers))

    def put(self, hole: Hole, value: object) -> None:
        if hole.of_list is None:
            self._set(self.facts, "", hole.name, value)
            return
        listed = hole.of_list
        if listed not in self._rows:  # also of columns
            rows = self._rows[listed] = [Facts() for _ in range(listed.count)]
            self._set(self.facts, "", listed.name, rows)
        for number, row in enumerate(self._rows[listed]):
            self._set(row, f"{id(row)} ", hole.name, BLANK if number else value)

    def _set(self, facts: Facts, place: str, name: str, value: object) -> None:
        """Put a value under its name; where a text has the name of a group, that is found out
        when it is not printed."""
        *groups, last = name.split(".")
        for group in groups:
            place += f"{group}."
            if place not in self._groups:
                if group in facts:
                    return
                facts[group] = self._groups[place] = Facts()
            facts = self._groups[place]
        if f"{place}{last}." not in self._groups:
            facts[last] = value

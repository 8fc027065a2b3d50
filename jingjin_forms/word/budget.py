"""What one fill may cost: processor time, memory and pieces of text.

A template is a program, and a wrong or hostile one can ask for anything. Nothing is measured tag by
tag: a loop is seen by what it prints (each round prints at least an empty piece), which is counted
256 pieces at a time, and whatever can make much out of little (see `costs`) tells its size first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from sys import getsizeof
from time import thread_time
from typing import Any, cast

PIECES_AT_ONCE = 256
LONGEST_TEXT = 300_000
"""Characters of one text that a tag makes; those of the facts themselves may be longer."""
LONGEST_LIST = 200_000
_STRIDES = (13, 17, 11, 19)  # of the lengths looked at: no loop has a period of all
_OPERATIONS_UNWATCHED = 32
_CONTAINERS = (list, tuple, dict, set, frozenset)
_MOST_ITEMS = 100_000
_DEEPEST = 100
_SMALL = 10_000  # bytes of a value that are only added up


class OverBudgetError(Exception):
    """A fill that does more than it may; the message says what, and what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fill of a template may cost."""

    seconds: float = 1.0
    """Of processor time; pictures are not counted. A form of 10,000 rows takes a tenth of it."""
    megabytes: int = 100
    """That tags may make on the way to the page, all together."""
    characters: int = 40_000_000
    """Of XML that come out."""
    pieces: int = 3_000_000
    """Tags and texts printed, those in loops each time."""


class Budget:
    """What is left of the limits in one fill. Not shared between threads."""

    __slots__ = ("_bytes", "_characters", "_ends", "_limits", "_operations", "_pieces")

    def __init__(self, limits: Limits):
        self._limits = limits
        self._ends = 0.0  # asking for the time costs as much as printing: not before it is needed
        self._bytes = limits.megabytes * 1_000_000
        self._characters = limits.characters
        self._pieces = limits.pieces
        self._operations = _OPERATIONS_UNWATCHED

    def look_at_the_clock(self) -> None:
        """Raise OverBudgetError when the time is used up."""
        now = thread_time()
        if not self._ends:
            self._ends = now + self._limits.seconds
        elif now > self._ends:
            raise OverBudgetError(
                f"做了 {self._limits.seconds:g} 秒還沒有做完，已停止：請檢查迴圈是不是太多層、"
                "重複太多次，或同一件事反覆計算。"
            )

    def give_back(self, seconds: float) -> None:
        """Time that is not the template's, such as that for reading a photograph."""
        self._ends += seconds if self._ends else 0

    def printed(self, pieces: int, characters: int) -> None:
        """Count what has come out, and look at the clock."""
        self._pieces -= pieces
        self._characters -= characters
        if self._pieces < 0 or self._characters < 0:
            raise OverBudgetError(_TOO_MUCH)
        self.look_at_the_clock()

    def watch(self, pieces: list[str], mark: list[int]) -> None:
        """Count the pieces since the last time, and say in `mark` when to look again.

        `mark` holds the length to look again at, and the length counted.
        """
        before, now = mark[1], len(pieces)
        # Every length would take as long as the pieces took: a few tell enough.
        stride = _STRIDES[before // PIECES_AT_ONCE % len(_STRIDES)]
        self.printed(now - before, stride * sum(map(len, pieces[before::stride])))
        mark[:] = now + PIECES_AT_ONCE, now

    def operation(self) -> None:
        """Count a call or calculation."""
        self._operations -= 1
        if self._operations < 0:
            self._operations = _OPERATIONS_UNWATCHED
            self.look_at_the_clock()

    def keep(self, value: object) -> None:
        """Count the memory of a value."""
        self._bytes -= getsizeof(value, 100)
        if self._bytes < 0:
            raise OverBudgetError(_TOO_MUCH)

    def made(self, value: Any) -> Any:
        """The value, once it is counted as an operation and by its size."""
        size = getsizeof(value, 100)
        self._operations -= 1
        self._bytes -= size
        if size > _SMALL or self._operations < 0 or self._bytes < 0:
            self._look_closer(value)
        return value

    def _look_closer(self, value: object) -> None:
        if self._bytes < 0:
            raise OverBudgetError(_TOO_MUCH)
        self._operations = _OPERATIONS_UNWATCHED
        self.look_at_the_clock()
        if isinstance(value, str):
            self.foresee(len(value))
        elif isinstance(value, _CONTAINERS):
            self.foresee_items(len(cast(list[Any], value)))

    def foresee(self, characters: int) -> None:
        """Raise OverBudgetError when a text of this length may not be made."""
        if characters > LONGEST_TEXT:
            raise OverBudgetError(
                f"要做出 {characters:,} 個字，超過 {LONGEST_TEXT:,} 個字，沒有做：請檢查寬度、"
                "重複的次數，或迴圈裡接起來的文字。"
            )

    def foresee_items(self, items: int) -> None:
        """Raise OverBudgetError when a list of this length may not be made."""
        if items > LONGEST_LIST:
            raise OverBudgetError(
                f"要做出 {items:,} 項，超過 {LONGEST_LIST:,} 項，沒有做：請檢查重複的次數。"
            )
        if items > 1000:
            self.look_at_the_clock()

    def paced(self, values: Iterable[Any]) -> Iterator[Any]:
        """The values one by one, looking at the clock on the way."""
        for number, value in enumerate(values):
            if number % PIECES_AT_ONCE == 0:
                self.printed(PIECES_AT_ONCE, 0)
            yield value

    def flat(self, value: Any) -> Any:
        """The value, if it may be compared, hashed or turned into text as a whole.

        A list that holds itself many times over in few steps would take for ever.
        """
        if type(value) in _CONTAINERS:
            self.weigh(value)
        return value

    def flats(self, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """The values, each as `flat` would have it."""
        for value in values:
            if type(value) in _CONTAINERS:
                self.weigh(value)
        return values

    def weigh(self, *values: Any) -> int:
        """About how many characters the values take as text, lists with all that is in them."""
        weight = items = depth = 0
        level: list[Any] = list(values)
        while level:
            items += len(level)
            depth += 1
            if items > _MOST_ITEMS or depth > _DEEPEST:
                raise OverBudgetError(
                    "要比對或印出的清單太長或套了太多層，沒有做：請改成逐項處理。"
                )
            inner: list[Any] = []
            for value in level:
                if isinstance(value, str):
                    weight += len(value)
                elif isinstance(value, dict):
                    inner += chain.from_iterable(cast(dict[Any, Any], value).items())
                elif isinstance(value, _CONTAINERS):
                    inner += cast(list[Any], value)
                else:
                    weight += 20
                if len(inner) > _MOST_ITEMS:
                    break
            level = inner
        if items > 1000:
            self.look_at_the_clock()
        return weight + 4 * items


_TOO_MUCH = "做出的內容太多，已停止：請檢查迴圈是不是太多層、重複太多次，或反覆接起很長的文字。"


class Buffer(list[str]):
    """What a macro, a recursive loop or a `{% set %}` block prints, before it is one text."""

    __slots__ = ("_budget",)

    def __init__(self, budget: Budget):
        super().__init__()
        self._budget = budget
        budget.operation()

    def append(self, piece: str) -> None:
        self._count(piece)
        super().append(piece)

    def extend(self, pieces: Iterable[str]) -> None:
        for piece in pieces:
            self.append(piece)

    def _count(self, piece: object) -> None:
        self._budget.keep(piece)
        if len(self) % PIECES_AT_ONCE == PIECES_AT_ONCE - 1:
            self._budget.printed(PIECES_AT_ONCE, 0)

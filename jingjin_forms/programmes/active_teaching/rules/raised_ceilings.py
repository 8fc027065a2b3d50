"""A ceiling that facts raise, some of which may be missing."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from jingjin_forms.checks.finding import FactPath
from jingjin_forms.checks.rule import Fault


class Ceiling(NamedTuple):
    """The limit of a sum; while facts are missing, the least and the most that it may be."""

    number: str
    """The rule that a sum above the most breaks."""
    least: int
    most: int

    def raised(self, by: int, condition: bool | None) -> Self:
        """The ceiling with what a condition adds; None: whether it holds is not known."""
        least = self.least + (by if condition else 0)
        return self._replace(least=least, most=self.most + (0 if condition is False else by))

    def leaves_open(self, total: int) -> bool:
        """Whether it is a missing fact that decides."""
        return self.least < total <= self.most

    def faults(self, total: int, path: FactPath, called: str, paper: str) -> Iterator[Fault]:
        """What is to be said of a sum that is certainly too much."""
        if total > self.most:
            over = total - self.most
            message = f"{called} {total:,} 元，上限 {self.most:,} 元，超過 {over:,} 元"
            yield Fault(path, message, paper)

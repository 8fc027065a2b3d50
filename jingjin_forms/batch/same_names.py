"""Rows that would write the same file: neither has one, and what was there before stays."""

from collections.abc import Callable

from jingjin_forms.batch.job import RowDone
from jingjin_forms.batch.places.targets import STAGED, Target
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.batch.report.results import SAME_NAME
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.names import alike

_REMEDY = (
    "兩列都沒有產生，原先就有的檔案沒有更動；請在檔名樣式加上分得開的欄位，例如 {編號} 或 {列}"
)


class SameNames:
    """Notes what became of the rows, and finds two of one name.

    Only what this batch has made is taken away. A file of an earlier day is replaced when the whole
    table has been read and one row alone claims its name.
    """

    def __init__(
        self,
        report: BatchReport,
        target: Target | None,
        forget: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._report = report
        self._target = target
        self._forget = forget
        """Called with the name of a file that is taken away."""
        self._first: dict[int, int] = {}
        """Place in the report by name; hashes, since a hundred thousand names weigh much more."""
        self._has_staged = False

    def note(self, done: RowDone) -> None:
        """Add the row to the report; where its name was taken, neither row has a file."""
        result, made = done
        place = self._report.add(result, made)
        self._has_staged |= made == STAGED
        if not result.file:
            return
        first = self._first.setdefault(hash(alike(result.file)), place)
        if first == place:
            return
        before = self._report.at(first)
        other = before.file
        if alike(other) != alike(result.file):  # two names of one hash
            return
        shown = result.file
        if other != result.file:
            shown = f"{other} 與 {result.file} 在許多電腦上是同一個檔名"
        for one, number in ((first, result.number), (place, before.number)):
            self._fail(one, f"與第 {number:,} 列同名（{shown}），{_REMEDY}。")

    def publish(self) -> None:
        """Let the files that wait replace those of their names."""
        if self._target is None or not self._has_staged:
            return
        for place in range(len(self._report)):
            if self._report.made(place) == STAGED:
                try:
                    self._target.publish(self._report.at(place).file)
                except FileProblemError as error:
                    self._report.fail(place, str(error), error.code)

    def _fail(self, place: int, problem: str) -> None:
        if any(detail.code == SAME_NAME for detail in self._report.at(place).details):
            return  # of many rows of one name the first names the second, the others the first
        made = self._report.made(place)
        if made and self._target is not None:
            file = self._report.at(place).file
            self._target.remove(file, made)
            self._forget(file)
        self._report.fail(place, problem, SAME_NAME)

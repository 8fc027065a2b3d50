"""Rows that would write the same file: neither has one, and what was there before stays."""

from jingjin_forms.batch.job import RowDone
from jingjin_forms.batch.report import BatchReport
from jingjin_forms.batch.targets import STAGED, Target
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.names import alike


class SameNames:
    """Notes what became of the rows, and finds two of one name.

    Only what this batch has made is taken away. A file of an earlier day is replaced when the whole
    table has been read and one row alone claims its name.
    """

    def __init__(self, report: BatchReport, target: Target | None) -> None:
        self._report = report
        self._target = target
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
        other = self._report.at(first).file
        if alike(other) != alike(result.file):  # two names of one hash
            return
        same = f"與另一列同名（{result.file}）"
        if other != result.file:
            same = f"與另一列同名（{other} 與 {result.file} 在許多電腦上是同一個檔名）"
        remedy = "兩列都沒有產生，原先就有的檔案沒有更動；請在檔名樣式加上 {編號} 等欄位"
        for one in (first, place):
            self._fail(one, f"{same}，{remedy}。")

    def publish(self) -> None:
        """Let the files that wait replace those of their names."""
        if self._target is None or not self._has_staged:
            return
        for place in range(len(self._report)):
            if self._report.made(place) == STAGED:
                try:
                    self._target.publish(self._report.at(place).file)
                except FileProblemError as error:
                    self._report.fail(place, str(error))

    def _fail(self, place: int, problem: str) -> None:
        made = self._report.made(place)
        if made and self._target is not None:
            self._target.remove(self._report.at(place).file, made)
        self._report.fail(place, problem, "same_name")

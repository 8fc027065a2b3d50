"""Whatever two rows claim, a file that the batch has not made stays as it was."""

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.batch import BatchReport, Outcome, RowResult, fill_many
from jingjin_forms.batch.places.local import LocalFolder

BUDGET = get_form("school_based/budget_estimate")
PLAIN, ACCENT = "花蓮縣ABC國小", "花蓮縣Café國小"
PAIRS = [
    (PLAIN, PLAIN),
    (PLAIN, PLAIN.lower()),
    (ACCENT, unicodedata.normalize("NFD", ACCENT)),
    (ACCENT, unicodedata.normalize("NFD", ACCENT.upper())),
]
MODES: Any = ["error", "skip", "replace"]


def fill(names: list[str], out: Path, **more: Any) -> list[RowResult]:
    return list(fill_many(BUDGET, [{"學校名稱": name} for name in names], out, **more))


def name_of(school: str) -> str:
    return f"{school}_經費概算表.docx"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("on_exists", MODES)
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("whose", [0, 1])
def test_a_file_of_an_earlier_day_stays(
    tmp_path: Path, pair: tuple[str, str], on_exists: Any, turned: bool, whose: int
):
    old = tmp_path / name_of(pair[whose])
    old.write_bytes(b"mine")
    rows = [*(reversed(pair) if turned else pair), "花蓮縣乙國小"]
    results = fill(rows, tmp_path, on_exists=on_exists)
    assert old.read_bytes() == b"mine"
    assert sorted(files(tmp_path)) == sorted([old.name, name_of("花蓮縣乙國小")])
    assert [r.outcome for r in results] == [Outcome.FAILED, Outcome.FAILED, Outcome.WRITTEN]
    assert all("原先就有的檔案沒有更動" in results[n].problems[-1] for n in (0, 1))


@dataclass(frozen=True)
class Folding(LocalFolder):
    """A folder that takes names for one that differ by case or Unicode form, as macOS does."""

    def write(self, name: str, content: bytes, *, overwrite: bool) -> str:
        return super().write(_folded(name), content, overwrite=overwrite)

    def there(self, name: str) -> Any:
        return super().there(_folded(name))

    def remove(self, name: str, made: str) -> None:
        super().remove(_folded(name), made)

    def publish(self, name: str) -> None:
        super().publish(_folded(name))

    def opened(self) -> Any:
        return _Opened(super().opened())


class _Opened:
    def __init__(self, plain: Any) -> None:
        self.plain = plain

    def __enter__(self) -> Folding:
        place = self.plain.__enter__()
        return Folding(place.path, place.work)

    def __exit__(self, *error: object) -> Any:
        return self.plain.__exit__(*error)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


@pytest.mark.parametrize("on_exists", MODES)
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("is_there", [False, True])
def test_a_file_system_that_folds_names(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pair: tuple[str, str],
    on_exists: Any,
    is_there: bool,
):
    monkeypatch.setattr(
        "jingjin_forms.batch.filling.target_of", lambda out, _: Folding(os.fspath(out))
    )
    old = tmp_path / _folded(name_of(pair[0]))
    if is_there:
        old.write_bytes(b"mine")
    results = fill([*pair, "花蓮縣乙國小"], tmp_path, on_exists=on_exists)
    assert [r.outcome for r in results] == [Outcome.FAILED, Outcome.FAILED, Outcome.WRITTEN]
    there = files(tmp_path)
    assert there.pop(_folded(name_of("花蓮縣乙國小")))
    assert there == ({old.name: b"mine"} if is_there else {})


def test_the_old_files_are_replaced_when_the_table_is_read(tmp_path: Path):
    for school in ("甲國小", "乙國小"):
        (tmp_path / name_of(school)).write_bytes(b"old")
    seen: list[int] = []

    def look(_: object) -> None:
        seen.append(sum(path.read_bytes() == b"old" for path in tmp_path.glob("*.docx")))

    results = fill(["甲國小", "乙國小", "丙國小"], tmp_path, on_exists="replace", progress=look)
    assert [r.outcome for r in results] == [Outcome.WRITTEN] * 3
    assert seen == [2, 2, 2]
    assert len(files(tmp_path)) == 3
    assert all(content.startswith(b"PK") for content in files(tmp_path).values())


def test_what_cannot_be_replaced_is_told(tmp_path: Path):
    (tmp_path / name_of("甲國小") / "mine").mkdir(parents=True)
    results = fill(["甲國小", "乙國小"], tmp_path, on_exists="replace")
    assert [r.outcome for r in results] == [Outcome.FAILED, Outcome.WRITTEN]
    assert "這是一個資料夾" in results[0].problems[0]
    assert (tmp_path / name_of("甲國小") / "mine").is_dir()
    assert len(list(tmp_path.iterdir())) == 2


def test_what_another_program_has_put_in_its_place_is_not_taken_away(tmp_path: Path):
    path = tmp_path / name_of("甲國小")

    def put(result: RowResult) -> None:
        if result.number == 1:
            path.unlink()
            path.write_bytes(b"theirs")

    results = fill(["甲國小", "甲國小"], tmp_path, progress=put)
    assert [r.outcome for r in results] == [Outcome.FAILED] * 2
    assert files(tmp_path) == {path.name: b"theirs"}


def test_a_batch_that_is_stopped_keeps_what_was_done(tmp_path: Path):
    (tmp_path / name_of("花蓮縣第2國小")).write_bytes(b"old")
    report = BatchReport()

    def stop(result: RowResult) -> None:
        if result.number == 3:
            raise KeyboardInterrupt

    rows = [{"學校名稱": f"花蓮縣第{n}國小"} for n in range(1, 9)]
    with pytest.raises(KeyboardInterrupt):
        fill_many(BUDGET, rows, tmp_path, on_exists="replace", progress=stop, report=report)
    assert report.counts == {Outcome.WRITTEN: 3}
    there = files(tmp_path)
    assert sorted(there) == [name_of(f"花蓮縣第{n}國小") for n in (1, 2, 3)]
    assert all(content.startswith(b"PK") for content in there.values())


BOTH = """
import sys, time
from jingjin_forms.batch import Outcome, fill_many
rows = [{"學校名稱": f"花蓮縣第{n}國小", "計畫名稱": sys.argv[2]} for n in range(1, 301)]
sys.stdin.readline()
report = fill_many("school_based/budget_estimate", rows, sys.argv[1])
print(*[r.number for r in report if r.outcome is Outcome.WRITTEN])
"""


def test_two_batches_into_one_folder_claim_no_file_both(tmp_path: Path):
    command = [sys.executable, "-c", BOTH, str(tmp_path / "out")]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    children = [subprocess.Popen([*command, plan], **pipes) for plan in ("甲計畫", "乙計畫")]
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    told = [set(child.communicate(timeout=60)[0].split()) for child in children]
    assert told[0] & told[1] == set()
    assert len(told[0] | told[1]) == len(files(tmp_path / "out")) == 300


LEFT: list[tuple[bytes, Outcome]] = [
    (b"", Outcome.WRITTEN),
    (b"\0" * 200_000, Outcome.WRITTEN),
    (b"\0" * 200_000 + b"mine", Outcome.SKIPPED),
    (b"mine", Outcome.SKIPPED),
]


@pytest.mark.parametrize(("content", "outcome"), LEFT)
def test_what_a_power_cut_has_left_empty_is_made_again(
    tmp_path: Path, content: bytes, outcome: Outcome
):
    path = tmp_path / name_of("甲國小")
    path.write_bytes(content)
    results = fill(["甲國小"], tmp_path, on_exists="skip")
    assert results[0].outcome is outcome
    assert (path.read_bytes() == content) == (outcome is Outcome.SKIPPED)


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda whole: whole[: len(whole) // 2],
    lambda whole: whole[:-1],
    lambda whole: whole[:2000] + bytes(1000) + whole[3000:],
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_that_breaks_off_is_neither_skipped_nor_replaced(
    tmp_path: Path, damage: Callable[[bytes], bytes]
):
    fill(["甲國小"], tmp_path)
    path = tmp_path / name_of("甲國小")
    broken = damage(path.read_bytes())
    path.write_bytes(broken)
    (result,) = fill(["甲國小"], tmp_path, on_exists="skip")
    assert result.outcome is Outcome.FAILED
    assert "不是完整的檔案" in result.problems[0]
    assert files(tmp_path) == {path.name: broken}

"""How well `jingjin_forms.reading` reads filled Word files back, and how fast.

    python benchmarks/read.py                          # everything that needs no LibreOffice
    python benchmarks/read.py --libreoffice            # and what LibreOffice has saved
    python benchmarks/read.py --form school_based/budget_estimate --examples
    python benchmarks/read.py --only 範例 --only 手填留底線 --examples --all
    python benchmarks/read.py --only 速度

The truth is known, as we have written the files: every form's sample, its blank, forms with few and
many rows, the same after what people and programs do to them (`touched/edits.py`), and official
blanks into which the sample's values are typed without our engine. What counts as right stands in
`touched/compare.py`. Columns: 檔 files, 值 values in the truth and values read that are not in it,
對％ right, 相等％ equal as facts and not only in print, 待確認 wrong and listed, 沒說 wrong
silently, 虛驚 right and listed all the same, 讀不了 files that were refused, 改字 files of which
altered wording is told. The last lines are 1,000 budgets read one by one, and docxtpl filling 100
in between.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.touched.compare import Count, Miss, Reading, judged, refused  # noqa: E402
from benchmarks.touched.groups import GROUPS, PLAIN, Case, Group  # noqa: E402
from benchmarks.touched.speed import times  # noqa: E402
from jingjin_forms.errors import JingjinError  # noqa: E402
from jingjin_forms.forms.catalog import get_form, list_forms  # noqa: E402
from jingjin_forms.forms.form import Form  # noqa: E402

Read = Callable[[Path, type[Form]], Reading]
SPEED, FILES, EXAMPLES, WIDTH = "速度", 1000, 5, 16
COLUMNS = ("檔", "值", "對％", "相等％", "待確認", "沒說", "虛驚", "讀不了", "改字", "秒")


def engine() -> Read:
    """`read_document`, imported when it is asked for."""
    from jingjin_forms.reading import read_document

    return read_document


def measured(group: Group, forms: Sequence[type[Form]], seed: int, read: Read) -> Count:
    """What became of all the values of a group."""
    whole = Count()
    with tempfile.TemporaryDirectory() as name:
        for case in group(forms, seed):
            whole.add(measured_case(case, read, Path(name)))
    return whole


def measured_case(case: Case, read: Read, folder: Path) -> Count:
    """What became of the values of one file."""
    path = folder / f"{case.truth.form.key.replace('/', '.')}{case.suffix}"
    path.write_bytes(case.content)
    try:
        reading = read(path, case.truth.form)
    except Exception as problem:  # a refusal is a result, and so is a fault
        return refused(case.truth, problem, is_told=isinstance(problem, JingjinError))
    return judged(case.truth, reading)


def wide(text: str) -> int:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


def line(title: str, cells: Sequence[object]) -> str:
    texts = [f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in cells]
    return title + " " * (WIDTH - wide(title)) + "".join(" " * (8 - wide(t)) + t for t in texts)


def row(title: str, count: Count, seconds: float) -> str:
    right, equal = (100 * n / max(count.values, 1) for n in (count.right, count.equal))
    shares = [right, equal] if count.values else ["", ""]
    wrong = [count.listed, count.silent, count.alarms, count.refused, count.changes]
    return line(title, [count.files, count.values, *shares, *wrong, round(seconds, 1)])


def report(groups: Mapping[str, Group], forms: Sequence[type[Form]], asked: argparse.Namespace):
    """Print a row for each group, below it its examples, and one for all."""
    read = engine()
    print(line("", COLUMNS))
    whole, began = Count(), perf_counter()
    for title, group in groups.items():
        start = perf_counter()
        count = measured(group, forms, asked.seed, read)
        print(row(title, count, perf_counter() - start), flush=True)
        if asked.examples:
            show(count.misses, asked.all)
        whole.add(count)
    print(row("全部", whole, perf_counter() - began))


def show(misses: Sequence[Miss], everything: bool) -> None:
    """Examples of what is wrong silently, of as many forms as may be; or all that is wrong."""
    silent = [miss for miss in misses if not miss.listed]
    first_of_form = list({miss.form: miss for miss in reversed(silent)}.values())[::-1]
    more = [miss for miss in silent if miss not in first_of_form]
    listed = [miss for miss in misses if miss.listed]
    some = [*first_of_form, *more][:EXAMPLES]
    for miss in [*silent, *listed] if everything else some:
        print(f"    {miss}")


def speed() -> None:
    """Print how long reading takes, beside docxtpl filling."""
    read = engine()
    form = get_form("school_based/budget_estimate")
    with tempfile.TemporaryDirectory() as name:
        taken = times(lambda path: read(path, form), FILES, Path(name))
    print(
        f"{SPEED}：讀 {FILES} 份經費概算表 {taken['whole']:.2f} 秒，每份中位數 "
        f"{taken['read'] * 1e3:.2f} 毫秒，最久 {taken['longest'] * 1e3:.1f} 毫秒；"
        f"docxtpl 填一份 {taken['docxtpl'] * 1e3:.2f} 毫秒，"
        f"是讀一份的 {taken['docxtpl'] / taken['read']:.1f} 倍"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--form", action="append", help="a form's key or title; may be repeated")
    parser.add_argument("--only", action="append", metavar="GROUP", help="may be repeated")
    parser.add_argument("--libreoffice", action="store_true", help="with what LibreOffice saves")
    parser.add_argument("--examples", action="store_true", help="show what is wrong silently")
    parser.add_argument("--all", action="store_true", help="with --examples: all that is wrong")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    chosen = asked.only or [*(GROUPS if asked.libreoffice else PLAIN), SPEED]
    if unknown := [name for name in chosen if name not in GROUPS and name != SPEED]:
        print(f"沒有這一組：{'、'.join(unknown)}。有：{'、'.join((*GROUPS, SPEED))}。")
        return 2
    forms = [get_form(name) for name in asked.form or ()] or list_forms()
    groups = {name: GROUPS[name] for name in chosen if name != SPEED}
    if groups:
        report(groups, forms, asked)
    if SPEED in chosen:
        speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())

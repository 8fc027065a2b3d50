"""How fast one table becomes thousands of forms, beside docxtpl and its peers, in one run.

    python benchmarks/batch.py                            # 3,300 budgets of six lines each
    python benchmarks/batch.py --rows 500                 # fewer of them
    python benchmarks/batch.py --folder /dev/shm          # files on a memory disk
    python benchmarks/batch.py --peers                    # and the peers in Node (npm install)
    python benchmarks/batch.py --peers --node-modules D   # … that are installed in D already
    python benchmarks/batch.py --memory                   # instead: 100,000 rows beside 1,000

The table is an .xlsx: the sheet 資料 with one row per school, the sheet 經費項目 with six lines for
each, tied by 編號. Compared are:

whole batch   `fill_many`: the workbook read, rows validated, rules checked, forms filled and each
              written to a file of its own, the report kept; in one process
docxtpl       the filling alone, as its documentation says: DocxTemplate(path), render(context),
              save(out). Its contexts are ready in memory, nothing is read, validated or checked.
              A sample of the rows, whose median is extrapolated to all
two processes the same batch with `processes(2)`: first with processes that have made forms before,
              as the one process has, then all new (new_process.py): one process that has only
              imported the library, and one that starts two more for the batch
peers         docxtemplater, easy-template-x and carbone filling the same form from ready texts, see
              peers/race.py, peers/make_templates.py and peers/fill.js

The contestants take turns within the run, in a changing order, so that what disturbs the machine
disturbs all of them; medians are compared, and the ratios are what counts. docxtpl's texts are
compared with ours in every form of the sample, the peers' in some forms. The steps of a batch are
timed one by one over all rows, fifty at a time as they would be in memory.

No file is deleted before the end. On ext4 making a file takes many times as long where thousands
have lately been deleted, by this script or by others (6 µs became 100 to 200 µs): it shows in the
share of writing, and every ratio falls with it. Then `--folder` with another place tells more.

For the memory, small feedback sheets come from a .jsonl, each batch in a process of its own: rules
checked only, and written to a folder where each file is emptied once it is there.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from new_process import all_written
from openpyxl import Workbook
from peers.race import paragraphs, race

from jingjin_forms import BudgetEstimate
from jingjin_forms.batch import Outcome, RowResult, fill_many, processes
from jingjin_forms.batch.naming.names import file_name
from jingjin_forms.files.writing import write_file
from jingjin_forms.parts.townships import TOWNSHIPS
from jingjin_forms.tables import TableRow, read_table

NAME = "{編號}_{學校名稱}_{表名}.docx"
LINES = 6
SAMPLE = 150
_AT_ONCE = 50
_TOWNS = [county + town for county, towns in TOWNSHIPS.items() for town in towns]
_CHARACTERS = "晨曦和平光華明義中正信仁愛忠孝大同北濱海星復興東富國新城玉里瑞穗豐田水璉月眉"


def budget(n: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The main row and the lines of one school; every twentieth has printing that is too dear."""
    chance = random.Random(n)
    first, second = divmod(n // len(_TOWNS), len(_CHARACTERS))
    school = f"{_TOWNS[n % len(_TOWNS)]}{_CHARACTERS[first]}{_CHARACTERS[second]}國民小學"
    times, people = chance.randint(2, 9), chance.randint(20, 60)
    lines = [
        ("講師費", 2000, times, "節", f"外聘講師，探究式教學，第 1 場至第 {times} 場。"),
        ("講師費", 1000, times + 1, "節", "內聘講師，曾獲縣教學卓越獎，專長探究式教學與評量。"),
        ("印刷費", 120 if n % 20 == 0 else 60, people, "份", "研習手冊。"),
        ("教材教具費", 50, people, "組", f"探究實作材料包 {people} 組。"),
        ("交通費", 350, 2, "趟", "外聘講師往返，核實支付。"),
        ("膳費", 80, people, "份", "研習當日午餐。"),
    ]
    main = {
        "學校名稱": school,
        "學年度": 112,
        "計畫名稱": f"素養導向探究課程設計工作坊（{n + 1}）",
        "雜支": 300 + chance.randint(0, 60),
    }
    keys = ("項目", "單價", "數量", "單位", "說明")
    return main, [dict(zip(keys, line, strict=True)) for line in lines]


def write_table(path: Path, rows: int) -> None:
    """The workbook, laid out as `jingjin_forms.tables.write_roster` does."""
    book: Any = Workbook(write_only=True)
    sheets = book.create_sheet("資料"), book.create_sheet("經費項目")
    for n in range(rows):
        main, lines = budget(n)
        if n == 0:
            sheets[0].append(["編號", *main])
            sheets[1].append(["編號", *lines[0]])
        sheets[0].append([n + 1, *main.values()])
        for line in lines:
            sheets[1].append([n + 1, *line.values()])
    book.save(path)


def new_folder(at: Path) -> Path:
    """A folder that is left there: where files have just been deleted, ext4 is slow to make new."""
    return Path(tempfile.mkdtemp(dir=at))


def whole_batch(table: Path, at: Path, executor: Executor | None = None) -> float:
    """Seconds for the whole table."""
    out = new_folder(at)
    start = time.perf_counter()
    report = fill_many(BudgetEstimate, table, out, name=NAME, executor=executor)
    elapsed = time.perf_counter() - start
    all_written(report)
    return elapsed


def docxtpl_block(contexts: list[dict[str, Any]], at: Path) -> list[float]:
    """Seconds of each form of a block."""
    path, folder, taken = BudgetEstimate.template_path(), new_folder(at), list[float]()
    for number, context in enumerate(contexts):
        out = folder / f"{number}.docx"
        start = time.perf_counter()
        document = DocxTemplate(path)
        document.render(context)
        document.save(out)
        taken.append(time.perf_counter() - start)
    return taken


def beside_docxtpl(table: Path, rows: list[TableRow], rounds: int, at: Path) -> None:
    """Print docxtpl's time for the filling alone over ours for everything."""
    step = max(1, len(rows) // SAMPLE)
    contexts = [BudgetEstimate.load(row.facts).context() for row in rows[::step][:SAMPLE]]
    _same_texts(contexts, at)
    ours, theirs = list[float](), list[float]()
    whole_batch(table, at)
    docxtpl_block(contexts[:5], at)
    for turn in range(rounds):
        block = contexts[turn::rounds]
        turns: list[Callable[[], object]] = [
            lambda: ours.append(whole_batch(table, at)),
            lambda block=block: theirs.extend(docxtpl_block(block, at)),
        ]
        for take in turns if turn % 2 else reversed(turns):
            take()
    batch, one = statistics.median(ours), statistics.median(theirs)
    count = len(rows)
    print(f"  whole batch, one process   {batch:7.2f} s   {batch / count * 1e6:7.0f} µs a row")
    print(
        f"  docxtpl, filling alone     {one * count:7.2f} s   {one * 1e6:7.0f} µs a file"
        f"   (median of {len(theirs)}, extrapolated)"
    )
    print(f"  {one * count / batch:.1f} times (asked: 25)")


def _same_texts(contexts: list[dict[str, Any]], at: Path) -> None:
    folder = new_folder(at)
    for number, context in enumerate(contexts):
        ours, theirs = folder / f"{number}a.docx", folder / f"{number}b.docx"
        BudgetEstimate.template().fill(context, ours)
        document = DocxTemplate(BudgetEstimate.template_path())
        document.render(context)
        document.save(theirs)
        if paragraphs(ours) != paragraphs(theirs):
            raise SystemExit("docxtpl and jingjin_forms printed different texts")
    print(f"  docxtpl prints the same text in {len(contexts)} of {len(contexts)} forms looked at")


def one_by_one(table: Path, at: Path) -> dict[str, float]:
    """Seconds of each step of a batch over all rows."""
    steps = dict.fromkeys(("reading", "validating", "checking", "rendering", "writing"), 0.0)

    def timed(step: str, do: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        done = do()
        steps[step] += time.perf_counter() - start
        return done

    out = new_folder(at)
    table_rows = timed("reading", lambda: read_table(table, BudgetEstimate))
    while rows := timed("reading", lambda: list(islice(table_rows, _AT_ONCE))):
        forms = timed("validating", lambda: [BudgetEstimate.load(r.facts) for r in rows])
        timed("checking", lambda: [form.check() for form in forms])  # noqa: B023
        files = timed("rendering", lambda: [form.to_bytes() for form in forms])  # noqa: B023
        timed("writing", lambda: _write(rows, forms, files, out))  # noqa: B023
    return steps


def _write(rows: list[TableRow], forms: list[Any], files: list[bytes], out: Path) -> None:
    for row, form, content in zip(rows, forms, files, strict=True):
        write_file(out / file_name(NAME, form, row), content)


def shares(table: Path, rows: int, rounds: int, at: Path) -> None:
    """Print what share each step has."""
    runs = [one_by_one(table, at) for _ in range(rounds)]
    medians = {step: statistics.median(run[step] for run in runs) for step in runs[0]}
    whole = sum(medians.values())
    print(f"\nthe steps, {rows:,} rows (median of {rounds}); naming the file counts as writing")
    for step, seconds in medians.items():
        print(f"  {step:<12} {seconds / rows * 1e6:7.0f} µs a row  {seconds / whole:6.1%}")
    print(f"  {'together':<12} {whole / rows * 1e6:7.0f} µs a row; the report comes on top")


def two_processes(table: Path, rounds: int, at: Path) -> None:
    """Print how many times as fast two processes are."""
    load = " ".join(f"{average:.2f}" for average in os.getloadavg())
    print(f"\ntwo processes on {os.cpu_count()} processors, load average {load} (1 5 15 minutes)")
    with processes(2, BudgetEstimate) as executor:
        whole_batch(table, at, executor)
        _one_and_two(
            "that have made forms before (asked: 1.7)",
            rounds,
            lambda jobs: whole_batch(table, at, executor if jobs == 2 else None),
        )
    _one_and_two("all new", rounds, lambda jobs: new_process(table, at, jobs))


def _one_and_two(which: str, rounds: int, seconds: Callable[[int], float]) -> None:
    taken: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(rounds):
        for jobs in (1, 2) if turn % 2 else (2, 1):
            taken[jobs].append(seconds(jobs))
    one, two = statistics.median(taken[1]), statistics.median(taken[2])
    print(f"  one {one:.2f} s   two {two:.2f} s   {one / two:.2f} times as fast, {which}")


def new_process(table: Path, at: Path, jobs: int) -> float:
    """Seconds for the whole table in a process that has made no form before."""
    script = Path(__file__).with_name("new_process.py")
    command = [sys.executable, str(script), str(table), str(new_folder(at)), NAME, str(jobs)]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def memory(few: int, many: int, at: Path) -> None:
    """Print the peak memory of a batch of many rows beside one of few."""
    for kind in ("checked only", "written"):
        peaks = dict[int, float]()
        for rows in (few, many):
            table = at / f"{rows}.jsonl"
            write_feedback(table, rows)
            child = [sys.executable, __file__, "--child", str(table)]
            where = [] if kind == "checked only" else ["--folder", str(new_folder(at))]
            answer = subprocess.run([*child, *where], check=True, stdout=subprocess.PIPE)
            peaks[rows], seconds = json.loads(answer.stdout)
            print(f"  {kind:<13} {rows:8,} rows  {seconds:7.1f} s  peak {peaks[rows]:7.1f} MB")
        print(f"  {kind:<13} {peaks[many] / peaks[few]:.2f} times the memory (asked: at most 1.5)")


def write_feedback(table: Path, rows: int) -> None:
    """Feedback sheets, one to a line."""
    with table.open("w", encoding="utf-8") as file:
        for n in range(rows):
            sheet = {
                "編號": n + 1,
                "學校名稱": budget(n % 3300)[0]["學校名稱"],
                "姓名": f"第 {n + 1} 位教師",
                "日期": "112年10月18日",
                "活動名稱": "素養導向探究課程設計工作坊",
                "Objective": "講師示範探究任務的提問層次。",
                "Reflective": "分組後發現大家都有同樣的疑問，反而安心。",
            }
            file.write(f"{json.dumps(sheet, ensure_ascii=False)}\n")


def child(table: Path, out: Path | None) -> None:
    """One batch in this process; prints its peak memory in MB and its seconds."""

    def emptied(result: RowResult) -> None:
        if out is not None:
            os.truncate(out / result.file, 0)

    start = time.perf_counter()
    report = fill_many(
        "school_based/orid_feedback", table, out, name="{編號}.docx", progress=emptied
    )
    if report.counts[Outcome.FAILED]:
        raise SystemExit(report.summary())
    print(json.dumps([_peak(), time.perf_counter() - start]))


def _peak() -> float:
    """The most memory this process has had, in MB.

    What `getrusage` says is no less than what the process that started this one had.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        peak = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
        return int(peak) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6  # macOS: bytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=3300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where to write (default: a temporary folder)")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--node-modules", type=Path, metavar="DIR", help="where npm installed them")
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        child(chosen.child, chosen.folder)
        return
    with tempfile.TemporaryDirectory(dir=chosen.folder) as temporary:
        at = Path(temporary)
        if chosen.memory:
            print("memory, feedback sheets from .jsonl")
            memory(1000, 100_000, at)
            return
        table = at / "budgets.xlsx"
        write_table(table, chosen.rows)
        rows = list(read_table(table, BudgetEstimate))
        odd = sum(1 for row in rows if BudgetEstimate.load(row.facts).check())
        print(f"{len(rows):,} budgets of {LINES} lines from .xlsx, files in {at}")
        print(f"  the rules hold something against {odd:,} of them, all are written")
        beside_docxtpl(table, rows, chosen.rounds, at)
        shares(table, len(rows), chosen.rounds, at)
        two_processes(table, chosen.rounds, at)
        if chosen.peers:
            print("\npeers in Node, same form and data")
            race([row.facts for row in rows], chosen.node_modules, chosen.rounds * 10, at)


if __name__ == "__main__":
    main()

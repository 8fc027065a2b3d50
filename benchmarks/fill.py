"""How fast one form is filled, beside docxtpl, in one run.

    python benchmarks/fill.py                       # F05 經費概算表 with 6 and with 60 lines
    python benchmarks/fill.py --folder /dev/shm     # files on a memory disk
    python benchmarks/fill.py --memory 10000        # is memory flat over 10,000 files?
    python benchmarks/fill.py --start               # cold start of import and command
    python benchmarks/fill.py --forms               # every form's sample, (a) beside (b)

(a) docxtpl as its documentation says: DocxTemplate(path), render(context), save(out)
(b) jingjin_forms from the same ready mapping: template.fill(mapping, out)
(c) jingjin_forms from a raw row of texts: validate, compute, fill
floor: deflating the finished XML, and creating, writing and replacing the finished file

The four take turns file by file, in a changing order, so that what disturbs the machine disturbs
all of them. Every file has a new name. Medians are printed; what counts are the ratios.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from isal import isal_zlib
from jinja2 import Environment

from jingjin_forms import BudgetEstimate, compile_template, list_forms
from jingjin_forms.files.writing import write_file
from jingjin_forms.word import Picture
from jingjin_forms.word.docx.package import read_parts

Fill = Callable[[Path], object]


def raw_row(lines: int) -> dict[str, Any]:
    """A budget as a spreadsheet would give it: everything is text."""
    items = ("講師費", "講師費", "印刷費", "教材教具費", "交通費", "膳費")
    return {
        "學校名稱": "花蓮縣吉安鄉晨曦國民小學",
        "學年度": "112",
        "計畫名稱": "素養導向探究課程設計工作坊",
        "雜支": "360",
        "經費項目": [
            {
                "項目": items[n % len(items)],
                "單價": f"{1000 + n:,}",
                "數量": str(n % 9 + 1),
                "單位": "節",
                "說明": f"第 {n + 1} 場，外聘講師，專長探究式教學與評量。",
            }
            for n in range(lines)
        ],
    }


def contestants(lines: int) -> dict[str, Fill]:
    """The four ways to make one file, each taking the path to write to."""
    row = raw_row(lines)
    path = BudgetEstimate.template_path()
    mapping = BudgetEstimate.load(row).context()
    template = compile_template(path)

    def docxtpl(out: Path) -> None:
        document = DocxTemplate(path)
        document.render(mapping)
        document.save(out)

    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder, "ours.docx"), Path(folder, "theirs.docx")
        template.fill(mapping, ours)
        docxtpl(theirs)
        if _text(ours) != _text(theirs):
            raise SystemExit("docxtpl and jingjin_forms printed different texts")
        finished = ours.read_bytes()
        xml = read_parts(ours)["word/document.xml"]

    def floor(out: Path) -> None:
        isal_zlib.compress(xml, 1, -15)
        write_file(out, finished)

    return {
        "a docxtpl": docxtpl,
        "b mapping": lambda out: template.fill(mapping, out),
        "c raw row": lambda out: BudgetEstimate.load(row).save(out),
        "floor": floor,
    }


def _text(path: Path) -> list[str]:
    import docx

    body = docx.Document(str(path)).element.body  # pyright: ignore[reportUnknownMemberType]
    return [t.text or "" for t in body.iter("{*}t")]


def medians(fills: dict[str, Fill], rounds: int, folder: Path) -> dict[str, float]:
    """Median seconds per file."""
    numbers = count()
    taken: dict[str, list[float]] = {name: [] for name in fills}
    order = list(fills)
    for turn in range(rounds + 5):
        random.Random(turn).shuffle(order)
        for name in order:
            # docxtpl takes a hundred times as long: one file of it to ten of ours a round.
            for _ in range(1 if name.startswith("a") else 10):
                out = folder / f"{next(numbers)}.docx"
                start = time.perf_counter()
                fills[name](out)
                elapsed = time.perf_counter() - start
                if turn >= 5:  # the first rounds warm caches
                    taken[name].append(elapsed)
                out.unlink()
    return {name: statistics.median(times) for name, times in taken.items()}


def compare(lines: int, rounds: int, folder: Path) -> None:
    """Print the medians and ratios for a budget of so many lines."""
    seconds = medians(contestants(lines), rounds, folder)
    print(f"\n經費概算表, {lines} lines ({rounds} rounds, files in {folder})")
    for name, median in seconds.items():
        print(f"  {name:<10} {median * 1e6:10.1f} µs a file  {1 / median:10.0f} files/s")
    a, b, c, floor = seconds.values()
    print(f"  b/a {a / b:.0f} times as fast   c/a {a / c:.0f} times   floor/b {floor / b:.0%}")


def every_form(rounds: int, folder: Path) -> None:
    """Print (a), (b) and their ratio for the sample of every form on its own template.

    Photographs are left out of both and what they cost is printed beside: reading and reducing
    them takes far longer than filling, and docxtpl takes them in another way.
    """
    print(f"\nevery form's sample ({rounds} rounds, files in {folder})")
    for form in list_forms():
        path, whole = form.template_path(), form.sample().context()
        mapping = without_pictures(whole)
        # docxtpl prints None as the word; jinja2's own `finalize` makes that a blank, as it is here
        environment = Environment(autoescape=True, finalize=lambda v: "" if v is None else v)
        template = compile_template(path)

        def docxtpl(out: Path) -> None:
            document = DocxTemplate(path)  # noqa: B023 (called before the loop goes on)
            document.render(mapping, environment)  # noqa: B023
            document.save(out)

        fills: dict[str, Fill] = {
            "a": docxtpl,
            "b": lambda out: template.fill(mapping, out),  # noqa: B023
        }
        a, b = medians(fills, rounds, folder).values()
        pictures = ""
        if mapping != whole:
            only = {"with": lambda out: template.fill(whole, out)}  # noqa: B023
            more = medians(only, max(1, rounds // 10), folder)["with"] - b
            pictures = f"  + {more * 1e3:.1f} ms for its pictures"
        print(f"  {form.key:<50} {a * 1e3:6.1f} ms {b * 1e6:7.0f} µs  {a / b:4.0f} times{pictures}")


def without_pictures(value: Any) -> Any:
    """A context with nothing in the place of each picture."""
    if isinstance(value, dict):
        return {key: without_pictures(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [without_pictures(inner) for inner in value]
    return "" if isinstance(value, Picture) else value


def memory(files: int, folder: Path) -> None:
    """Print the resident memory after a thousand files and after all."""
    fill = contestants(6)["c raw row"]
    for n in range(1, files + 1):
        out = folder / f"{n}.docx"
        fill(out)
        out.unlink()
        if n in (1000, files):
            print(f"  after {n:6} files: {_resident():.1f} MB resident")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak {peak:.1f} MB (docxtpl and python-docx are loaded too)")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import docxtpl": ["-c", "import docxtpl"],
    "import jingjin_forms": ["-c", "import jingjin_forms"],
    "from jingjin_forms import BudgetEstimate": ["-c", "from jingjin_forms import BudgetEstimate"],
    "jingjin amount 15000": ["-m", "jingjin_forms", "amount", "15000"],
}


def cold_start(rounds: int) -> None:
    """Print the median wall time of starting Python for each command, taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            taken[name].append(time.perf_counter() - start)
    print(f"\ncold start, median of {rounds}")
    for name, times in taken.items():
        print(f"  {name:<42} {statistics.median(times) * 1000:7.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lines", type=int, nargs="+", default=[6, 60])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where to write (default: a temporary folder)")
    parser.add_argument("--memory", type=int, metavar="FILES")
    parser.add_argument("--start", action="store_true")
    parser.add_argument("--forms", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as temporary:
        folder = Path(temporary)
        if chosen.memory:
            memory(chosen.memory, folder)
        elif chosen.start:
            cold_start(20)
        elif chosen.forms:
            every_form(chosen.rounds, folder)
        else:
            for lines in chosen.lines:
                compare(lines, chosen.rounds, folder)
            memory(2000, folder)
            cold_start(10)


if __name__ == "__main__":
    main()

"""The peers in Node and jingjin_forms, filling the same forms in turns.

Every peer runs in a Node process of its own, started beforehand with its template and all mappings
in memory. It waits while another has its turn. A turn is a block of files written to disk; timed is
the block from the first mapping to the last file, by the process that does it.
"""

import json
import random
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import docx
from docx.text.paragraph import Paragraph
from peers.make_templates import make_templates, peer_mapping

from jingjin_forms import BudgetEstimate, compile_template

Turn = Callable[[int, int, Path], float]
"""Fills forms from the one number to before the other into a folder; the seconds that took."""

HERE = Path(__file__).parent
ASKED = 20
_BLOCK = 30
_WARM = 3


def race(rows: Sequence[dict[str, Any]], node_modules: Path | None, rounds: int, at: Path) -> None:
    """Print the files a second of each peer and of ours, and the ratios."""
    if shutil.which("node") is None:
        print("  Node is not there: the peers are left out.")
        return
    modules = _installed(node_modules, at)
    contexts = [BudgetEstimate.load(row).context() for row in rows]
    data = at / "mappings.jsonl"
    lines = [json.dumps(peer_mapping(context), ensure_ascii=False) for context in contexts]
    data.write_text("\n".join(lines), encoding="utf-8")
    template = compile_template(BudgetEstimate.template_path())
    turns: dict[str, Turn] = {
        "ours, mapping": _timed(lambda n, out: template.fill(contexts[n], out)),
        "ours, raw row": _timed(lambda n, out: BudgetEstimate.load(rows[n]).save(out)),
    }
    with ExitStack() as stack:
        for name, path in make_templates(at).items():
            arguments = ["node", str(HERE / "fill.js"), name, str(path), str(data), str(modules)]
            process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            stack.enter_context(process)  # which closes its input at the end, and so ends it
            turns[name] = _asked(process, name)
        _compare_texts(turns, len(rows), at)
        seconds = _medians(turns, len(rows), rounds, at)
    _print(seconds, modules)


def _timed(fill: Callable[[int, Path], object]) -> Turn:
    def turn(start: int, end: int, folder: Path) -> float:
        before = time.perf_counter()
        for n in range(start, end):
            fill(n, folder / f"{n}.docx")
        return time.perf_counter() - before

    return turn


def _asked(process: "subprocess.Popen[bytes]", name: str) -> Turn:
    orders, answers = process.stdin, process.stdout
    assert orders is not None
    assert answers is not None

    def turn(start: int, end: int, folder: Path) -> float:
        order = {"from": start, "to": end, "folder": str(folder)}
        orders.write(f"{json.dumps(order)}\n".encode())
        orders.flush()
        answer = answers.readline()
        if not answer:
            raise SystemExit(f"{name} stopped (see above).")
        return float(answer)

    return turn


def _medians(turns: dict[str, Turn], rows: int, rounds: int, at: Path) -> dict[str, float]:
    """Median seconds a file of the blocks; the first blocks warm caches and compilers."""
    taken: dict[str, list[float]] = {name: [] for name in turns}
    order = list(turns)
    last = max(1, rows - _BLOCK)
    for number in range(rounds + _WARM):
        random.Random(number).shuffle(order)
        start = number * _BLOCK % last
        end = min(start + _BLOCK, rows)
        for name in order:
            folder = at / "blocks" / f"{number} {name}"  # left there, see benchmarks/batch.py
            folder.mkdir(parents=True)
            seconds = turns[name](start, end, folder)
            if number >= _WARM:
                taken[name].append(seconds / (end - start))
    return {name: statistics.median(times) for name, times in taken.items()}


def _compare_texts(turns: dict[str, Turn], rows: int, at: Path) -> None:
    """Say whether the peers print the text that ours prints, paragraph by paragraph."""
    sample = range(0, rows, max(1, rows // 5))
    ours: dict[int, list[str]] = {}
    for name, turn in turns.items():
        folder = at / "texts" / name
        folder.mkdir(parents=True)
        for n in sample:
            turn(n, n + 1, folder)
            text = paragraphs(folder / f"{n}.docx")
            if ours.setdefault(n, text) != text:
                odd = next(
                    (pair for pair in zip(ours[n], text, strict=False) if pair[0] != pair[1]),
                    (len(ours[n]), len(text)),
                )
                print(f"  {name}: the text differs, ours {odd[0]!r}, here {odd[1]!r}")
                break
        else:
            print(f"  {name}: same text in {len(sample)} of {len(sample)} files looked at")


def paragraphs(path: Path) -> list[str]:
    """The text of a .docx, paragraph by paragraph, line breaks and tabs included."""
    body: Any = docx.Document(str(path)).element.body
    return [Paragraph(p, body).text for p in body.iter("{*}p") if p.tag.endswith("}p")]


def _installed(node_modules: Path | None, at: Path) -> Path:
    """The folder that holds node_modules."""
    if node_modules is not None:
        named = node_modules.name == "node_modules"
        return (node_modules.parent if named else node_modules).resolve()
    folder = at / "npm"
    folder.mkdir()
    shutil.copy(HERE / "package.json", folder)
    install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    subprocess.run(install, cwd=folder, check=True)
    return folder


def _print(seconds: dict[str, float], modules: Path) -> None:
    ours = {name: seconds.pop(name) for name in ("ours, mapping", "ours, raw row")}
    for name, median in ours.items():
        print(f"  {name:<26} {1 / median:8.0f} files/s")
    mapping, raw = ours.values()
    for name, median in seconds.items():
        version = _version(modules / "node_modules" / name / "package.json")
        print(
            f"  {f'{name} {version}':<26} {1 / median:8.0f} files/s"
            f"   ours from the mapping {median / mapping:.0f} times as fast,"
            f" from the raw row {median / raw:.1f} times (asked: {ASKED})"
        )


def _version(package: Path) -> str:
    try:
        found = re.search(r'"version":\s*"([^"]+)"', package.read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1] if found else ""

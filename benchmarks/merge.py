"""All papers of a batch in one PDF: how long, in how much memory, of what size.

    python benchmarks/merge.py               # 3,300 schools' 表 1-1
    python benchmarks/merge.py --rows 330    # fewer of them
    python benchmarks/merge.py --form active_teaching/outcome_checklist --also pdf

The sample of the form for so many schools, by the `jingjin batch` command: rows read, rules
checked, forms filled, made to PDF, proved, joined and proved again. The memory is the most that the
command, or one LibreOffice that it has started, had at a time.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from jingjin_forms import get_form
from jingjin_forms.facts.facts_file import read_facts


def write_roster(table: Path, key: str, rows: int) -> None:
    """The sample's facts, a school a line; photographs are where the sample has them."""
    facts = read_facts(get_form(key).sample_path())
    with table.open("w", encoding="utf-8") as file:
        for number in range(1, rows + 1):
            row = {**facts, "學校名稱": f"花蓮縣第{number}國小"}
            file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--form", default="school_based/budget_estimate")
    parser.add_argument("--rows", type=int, default=3_300)
    parser.add_argument("--also", help="what lies beside each paper: odt, pdf")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        table, merged = Path(folder, "roster.jsonl"), Path(folder, "all.pdf")
        write_roster(table, options.form, options.rows)
        command = [sys.executable, "-m", "jingjin_forms", "batch", str(table)]
        command += ["--form", options.form, "-o", str(Path(folder, "out"))]
        command += ["--name", "{學校名稱}.docx", "--merge", str(merged)]
        command += ["--also", options.also] if options.also else []
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - began
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{options.rows:,} papers: {seconds:.1f} s, peak {most:,.0f} MB,"
            f" {merged.stat().st_size / 1e6:.1f} MB"
        )


if __name__ == "__main__":
    main()

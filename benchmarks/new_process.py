"""One batch in a process that has done nothing before: `python new_process.py TABLE OUT NAME JOBS`.

Prints the seconds from the call to the report. Importing the library comes before, as it does for
`jingjin batch`; what is imported and compiled with the first form is within, and so are the start
and the end of the processes where JOBS is more than one.
"""

import sys
import time
from contextlib import nullcontext

from jingjin_forms import BudgetEstimate
from jingjin_forms.batch import BatchReport, Outcome, fill_many, processes


def all_written(report: BatchReport) -> None:
    """End with the report's summary where a row has no file."""
    if report.counts != {Outcome.WRITTEN: len(report)}:
        raise SystemExit(report.summary())


def main(table: str, out: str, name: str, jobs: str) -> None:
    start = time.perf_counter()
    several = processes(int(jobs), BudgetEstimate) if jobs != "1" else nullcontext()
    with several as executor:
        report = fill_many(BudgetEstimate, table, out, name=name, executor=executor)
    elapsed = time.perf_counter() - start
    all_written(report)
    print(elapsed)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The figures of `benchmarks/adopt.py`, without the forms held out, do not fall."""

from pathlib import Path

import pytest

from benchmarks.adopt import cases, engine, measured, misses, total

LEAST = {"recall": 0.970, "precision": 0.965, "names": 0.90}
MOST_SEALS = 8


@pytest.mark.slow
def test_the_figures_do_not_fall(tmp_path: Path) -> None:
    run = engine()
    seen = [case for case in cases() if not case.module.startswith("held_out")]
    results = [measured(case, run, tmp_path) for case in seen]
    assert [result.error for result in results if result.error] == []
    count = total(results)
    fallen = [
        f"{name} {reached:.3f} < {least}"
        for name, least in LEAST.items()
        if (reached := getattr(count, name) or 0) < least
    ]
    if count.seals_tagged > MOST_SEALS:
        fallen.append(f"{count.seals_tagged} seals tagged")
    missed = [miss for result in results for miss in misses(result)] if fallen else []
    told = [f"{m['form']} {m['place']} {m['faults']} {m['truth']} → {m['found']}" for m in missed]
    assert fallen == [], "\n".join([*fallen, *told])

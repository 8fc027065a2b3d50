"""How fast budgets are read, beside docxtpl filling them, in one run."""

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from benchmarks.touched.samples import repeated
from jingjin_forms import BudgetEstimate

READ_EACH = 10
"""Files read to each one that docxtpl fills."""


def budgets(number: int) -> list[dict[str, Any]]:
    """Facts of so many budgets, no two alike."""
    sample = BudgetEstimate.sample().model_dump(by_alias=True, exclude_unset=True)
    return [
        {
            **sample,
            "計畫名稱": f"{sample['計畫名稱']}（{n}）",
            "雜支": sample["雜支"] + n,
            "經費項目": [repeated(row, n) for row in sample["經費項目"]],
        }
        for n in range(number)
    ]


def times(read: Callable[[Path], object], files: int, folder: Path) -> dict[str, float]:
    """Median seconds to read a budget and to fill one by docxtpl; they take turns."""
    facts = budgets(files)
    paths = [BudgetEstimate.load(f).save(folder / f"{n}.docx") for n, f in enumerate(facts)]
    context = BudgetEstimate.load(facts[0]).context()
    taken: dict[str, list[float]] = {"read": [], "docxtpl": []}
    read(paths[0])
    order = random.Random(files)
    for start in range(0, files, READ_EACH):
        fills_first = order.random() < 0.5
        if fills_first:
            taken["docxtpl"].append(_fill(context, folder / "filled.docx"))
        for path in paths[start : start + READ_EACH]:
            begun = time.perf_counter()
            read(path)
            taken["read"].append(time.perf_counter() - begun)
        if not fills_first:
            taken["docxtpl"].append(_fill(context, folder / "filled.docx"))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    return {**medians, "whole": sum(taken["read"]), "longest": max(taken["read"])}


def _fill(context: dict[str, Any], out: Path) -> float:
    begun = time.perf_counter()
    document = DocxTemplate(BudgetEstimate.template_path())
    document.render(context)
    document.save(out)
    return time.perf_counter() - begun

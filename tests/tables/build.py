"""Small tables to read, and LibreOffice to turn them into other kinds of file."""

import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from jingjin_forms import get_form
from jingjin_forms.errors import FactsError
from jingjin_forms.forms.form import Form
from jingjin_forms.tables import TableRow, read_table
from jingjin_forms.tables.columns import EXAMPLE, MAIN_SHEET

BUDGET = get_form("school_based/budget_estimate")
ORID = get_form("school_based/orid_feedback")
Rows = Sequence[Sequence[Any]]


def book(path: Path, **sheets: Rows) -> Path:
    """A workbook of these sheets, cell by cell."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    made.save(path)
    return path


def read(path: Path, form: type[Form]) -> list[TableRow]:
    return list(read_table(path, form))


def problems(source: Path | Iterable[Mapping[str, Any]], form: type[Form]) -> list[str]:
    """What is wrong with the headings of a table."""
    with pytest.raises(FactsError) as caught:
        read_table(source, form)
    return [str(problem) for problem in caught.value.problems]


def fill_examples(path: Path, out: Path) -> Path:
    """The roster with its example rows as the facts of form 1, its empty rows without 編號."""
    opened = load_workbook(path)
    for page in opened.worksheets:
        for row in range(2, page.max_row + 1):
            cell = page.cell(row, 1)
            if cell.value == EXAMPLE:
                cell.value = 1
            elif page.title == MAIN_SHEET:
                cell.value = None
    opened.save(out)
    return out


def no_calc() -> str | None:
    """Why LibreOffice cannot be asked to open spreadsheets here."""
    found = shutil.which("soffice")
    if found is None:
        return "LibreOffice (soffice) is not installed"
    has_calc = any(Path(found).resolve().parent.glob("libsclo.*"))
    return None if has_calc else "LibreOffice is installed without Calc"


def convert(kind: str, folder: Path, sources: Iterable[Path]) -> dict[str, Path]:
    """The files as another kind, all in one start of LibreOffice; by stem."""
    out = folder / kind
    filters = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76"}  # commas, quotes, UTF-8
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        filters.get(kind, kind),
        "--outdir",
        str(out),
    ]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=300)
    return {path.stem: path for path in out.iterdir()}

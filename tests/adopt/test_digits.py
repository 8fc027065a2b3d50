"""An amount that is written one digit to a cell: found as one, filled, and read back."""

from pathlib import Path

import pytest
from docx import Document

from jingjin_forms import adopt, form_of, read_document
from jingjin_forms.errors import FillError
from tests.adopt.finding.told import form

ONE = (
    "| 用途 | 金額 | < | < | < | < |",
    "| ^ | 萬 | 仟 | 佰 | 拾 | 元 |",
    "| | | | | | |",
)
ROWS = (
    "| 用途 | 金額 | < | < | < | < |",
    "| ^ | 萬 | 千 | 百 | 十 | 元 |",
    "| | | | | | |",
    "| | | | | | |",
    "| 合計 | | | | | |",
)


def template(folder: Path, *lines: str) -> Path:
    blank, made = folder / "空白表.docx", folder / "表.docx"
    blank.write_bytes(form(*lines))
    adopt(blank).save(made)
    return made


def printed(path: Path, row: int) -> list[str]:
    return [cell.text for cell in Document(str(path)).tables[0].rows[row].cells][1:]


def test_digits_are_printed_each_in_its_cell_and_read_back(tmp_path: Path) -> None:
    made, filled = template(tmp_path, *ONE), tmp_path / "填好.docx"
    paper = form_of(made)
    paper.load({"金額": "1,305"}).save(filled)
    assert printed(filled, 2) == ["", "1", "3", "0", "5"]
    assert read_document(filled, paper).form().model_dump(by_alias=True)["金額"] == 1305


def test_an_amount_too_long_for_the_cells_is_refused(tmp_path: Path) -> None:
    paper = form_of(template(tmp_path, *ONE))
    paper.load({"金額": 99_999}).save(tmp_path / "剛好.docx")
    with pytest.raises(FillError, match="100,000 寫不進表上的數字格"):
        paper.load({"金額": 100_000}).save(tmp_path / "太多.docx")


def test_rows_of_amounts_and_their_sum(tmp_path: Path) -> None:
    made, filled = template(tmp_path, *ROWS), tmp_path / "填好.docx"
    rows = [{"用途": "車資", "金額": 80}, {"用途": "講師費", "金額": 2000}]
    form_of(made).load({"明細": rows, "合計": 2080}).save(filled)
    assert [printed(filled, row) for row in (2, 3, 4)] == [
        ["", "", "", "8", "0"],
        ["", "2", "0", "0", "0"],
        ["", "2", "0", "8", "0"],
    ]

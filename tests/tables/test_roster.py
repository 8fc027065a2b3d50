"""The workbook made from a form: what stands in it, and that every program opens it."""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from jingjin_forms import get_form
from jingjin_forms.errors import FactsError, FileProblemError
from jingjin_forms.forms.catalog import keys
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.tables import write_roster
from jingjin_forms.tables.columns import EXAMPLE, MAIN_SHEET, OPTIONS_SHEET, layout_of
from jingjin_forms.tables.making.roster import roster_bytes
from tests.tables.build import BUDGET, ORID, convert, fill_examples, no_calc, read

ROWS = 3
FEW = (
    "active_teaching/practice_application",
    "learning_community/community_application",
    "school_based/budget_estimate",
    "school_based/implementation_plan",
)
few_or_all = pytest.mark.parametrize(
    "key", [key if key in FEW else pytest.param(key, marks=pytest.mark.slow) for key in keys()]
)


@pytest.fixture(scope="module")
def rosters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every form's roster, by key; with the columns of the panel and the county."""
    folder = tmp_path_factory.mktemp("rosters")
    return {
        key: write_roster(get_form(key), folder / f"{n}.xlsx", rows=ROWS, whole=True)
        for n, key in enumerate(keys())
    }


@pytest.fixture(scope="module")
def by_libreoffice(
    rosters: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Path]:
    """A roster with its example filled in, by key, as another kind of file.

    One start of LibreOffice makes those of a few forms or, once any other is asked for, of all.
    """
    if reason := no_calc():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("converted")

    @cache
    def made(kind: str, chosen: tuple[str, ...]) -> dict[str, Path]:
        place = folder / f"{len(chosen)}"
        place.mkdir(exist_ok=True)
        filled = {key: fill_examples(rosters[key], place / rosters[key].name) for key in chosen}
        found = convert(kind, place, filled.values())
        return {key: found[path.stem] for key, path in filled.items()}

    return lambda key, kind: made(kind, FEW if key in FEW else tuple(keys()))[key]


def expected(form: type[Form]) -> Form:
    """The sample as far as a roster holds it: a school by its name."""
    sample = form.sample()
    if "school" in form.model_fields:
        sample.school = School(全銜=str(sample.school))  # type: ignore[attr-defined]
    return sample


def assert_reads_back(path: Path, form: type[Form]) -> None:
    rows = read(path, form)
    if not form.model_fields:
        assert rows == []  # a paper without facts
        return
    (row,) = rows
    assert (row.key, row.problems) == ("1", ())
    assert form.load(row.facts, folder=form.sample_path().parent) == expected(form)


@pytest.mark.parametrize("key", keys())
def test_openpyxl_and_calamine_open_it(rosters: dict[str, Path], key: str) -> None:
    form = get_form(key)
    book = load_workbook(rosters[key])
    names = [MAIN_SHEET, *(sheet.name for sheet in layout_of(form).sheets)]
    assert [n for n in book.sheetnames if n != OPTIONS_SHEET] == names
    assert CalamineWorkbook.from_path(rosters[key]).sheet_names == book.sheetnames
    headers = [cell.value for cell in book[MAIN_SHEET][1]]
    assert headers == ["編號", *(column.header for column in layout_of(form).columns)]
    numbers = [row[0] for row in book[MAIN_SHEET].iter_rows(min_row=2, max_col=1, values_only=True)]
    assert numbers == [EXAMPLE, *range(1, ROWS + 1)]


@pytest.mark.parametrize("key", keys())
def test_an_empty_roster_has_no_rows(rosters: dict[str, Path], key: str) -> None:
    assert read(rosters[key], get_form(key)) == []


@pytest.mark.parametrize("key", keys())
def test_the_example_filled_in_is_the_sample(
    rosters: dict[str, Path], key: str, tmp_path: Path
) -> None:
    assert_reads_back(fill_examples(rosters[key], tmp_path / "filled.xlsx"), get_form(key))


@pytest.mark.parametrize("kind", ["xls", pytest.param("ods", marks=pytest.mark.slow)])
@few_or_all
def test_libreoffice_saves_it_as_other_kinds(
    by_libreoffice: Callable[[str, str], Path], key: str, kind: str
) -> None:
    assert_reads_back(by_libreoffice(key, kind), get_form(key))


@few_or_all
def test_libreoffice_opens_it(by_libreoffice: Callable[[str, str], Path], key: str) -> None:
    with by_libreoffice(key, "csv").open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    assert head == ["編號", *(column.header for column in layout_of(get_form(key)).columns)]


def sheet_of(form: type[Form], rows: int, folder: Path) -> Any:
    return load_workbook(write_roster(form, folder / "roster.xlsx", rows=rows))[MAIN_SHEET]


def column_of(page: Any, header: str) -> Any:
    return next(cell for cell in page[1] if cell.value == header)


def test_required_columns_are_marked(tmp_path: Path) -> None:
    page = sheet_of(BUDGET, 2, tmp_path)
    required, plain = column_of(page, "學校名稱"), column_of(page, "計畫名稱")
    assert required.comment.text.startswith("必填")
    assert required.fill.fgColor.rgb != plain.fill.fgColor.rgb
    assert page.freeze_panes == "B2"


def test_texts_and_dates_are_left_as_typed_and_amounts_are_numbers(tmp_path: Path) -> None:
    page = sheet_of(ORID, 2, tmp_path)
    formats = {
        cell.value: page.column_dimensions[cell.column_letter].number_format for cell in page[1]
    }
    assert (formats["日期"], formats["姓名"], formats["學年度"]) == ("@", "@", "0")
    limits = [v for v in page.data_validations.dataValidation if v.type == "whole"]
    assert [(v.formula1, v.formula2) for v in limits] == [("1", "999")]


def test_choices_drop_down(tmp_path: Path) -> None:
    page = sheet_of(get_form("active_teaching/outcome_checklist"), 2, tmp_path)
    lists = {str(v.sqref): v.formula1 for v in page.data_validations.dataValidation}
    letter = column_of(page, "計畫別").column_letter
    assert lists[f"{letter}3:{letter}1048576"] == '"計畫一,計畫三"'
    assert list(lists.values()).count('"完成,未完成"') == 21


def test_long_options_stand_on_a_hidden_sheet() -> None:
    from jingjin_forms.tables.making.validations import Validations
    from jingjin_forms.values import Choice

    class Long(Choice):
        A = "甲" * 200
        B = "乙" * 100

    class Comma(Choice):
        A = "是, 且願意"
        B = '"否"'

    book = Workbook()
    page = book.worksheets[0]
    choices = Validations(book, 3)
    for column, options in enumerate((Long, Comma, Long), 1):
        choices.add_choice(page, column, options)
    sources = [v.formula1 for v in page.data_validations.dataValidation]
    assert sources == ["'選項'!$A$1:$A$2", "'選項'!$B$1:$B$2", "'選項'!$A$1:$A$2"]
    assert book[OPTIONS_SHEET].sheet_state == "hidden"
    assert [cell.value for cell in book[OPTIONS_SHEET]["B"]] == ["是, 且願意", '"否"']


@pytest.mark.parametrize("key", keys())
def test_excel_limits_are_kept(rosters: dict[str, Path], key: str) -> None:
    for page in load_workbook(rosters[key]).worksheets:
        for validation in page.data_validations.dataValidation:
            assert len(validation.formula1) <= 255 + 2
            assert len(validation.error or "") <= 225
            assert len(validation.errorTitle or "") <= 32


def test_how_rows_within_rows_are_tied_is_said(tmp_path: Path) -> None:
    write_roster(get_form("leader_workshop/workshop_plan"), tmp_path / "a.xlsx", rows=2)
    book = load_workbook(tmp_path / "a.xlsx")
    heads = {page.title: [cell.value for cell in page[1]] for page in book.worksheets}
    assert heads["研習規劃"][:3] == ["編號", "研習規劃項次", "時間"]
    assert heads["研習規劃.活動"] == ["編號", "研習規劃項次", "研習規劃.活動項次", "活動內容"]
    assert "「研習規劃.活動」" in book["研習規劃"]["B1"].comment.text
    assert "「研習規劃」的哪一項" in book["研習規劃.活動"]["B1"].comment.text
    first = next(book["研習規劃.活動"].iter_rows(min_row=2, values_only=True))
    assert first[:3] == (EXAMPLE, 1, 1)


def test_same_form_same_bytes() -> None:
    sample = BUDGET.sample()
    assert roster_bytes(BUDGET, sample, 4) == roster_bytes(BUDGET, sample, 4)
    assert roster_bytes(BUDGET, sample, 4) != roster_bytes(BUDGET, sample, 5)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = write_roster(BUDGET, tmp_path / "a.xlsx", rows=0)
    with pytest.raises(FileProblemError, match="已經存在"):
        write_roster(BUDGET, path)
    write_roster(BUDGET, path, overwrite=True)
    with pytest.raises(FileProblemError, match="副檔名"):
        write_roster(BUDGET, tmp_path / "a.ods")


@pytest.mark.parametrize("rows", [-1, 1_048_575])
def test_rows_that_no_sheet_has(tmp_path: Path, rows: int) -> None:
    with pytest.raises(FactsError, match="列數"):
        write_roster(BUDGET, tmp_path / "a.xlsx", rows=rows)


# A cell holds no carriage return of its own, and what is read has no blanks at its ends.
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1)
hostile = st.sampled_from(
    ["=1+1", "=A1", "+886", "-1", "@x", "0038462860", "007", "1e5", "112/9/6", "3-5", "TRUE",
     "甲\n乙", "_x000D_", "_x0041_x0042_", "'引號", '="0912"', "&<>\"'", "#名稱", "１２"]
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts | hostile)
def test_a_text_stays_the_text_it_is(tmp_path: Path, text: str) -> None:
    example = ORID(學校名稱="花蓮縣宜昌國小", 姓名=text)
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_bytes(ORID, example, 0))
    assert load_workbook(path)[MAIN_SHEET]["D2"].data_type != "f"
    (row,) = read(fill_examples(path, tmp_path / "filled.xlsx"), ORID)
    assert row.facts.get("姓名", "") == text.strip()


def test_what_others_fill_in_has_no_columns_unless_asked(tmp_path: Path) -> None:
    form = get_form("active_teaching/programme_budget")
    short = write_roster(form, tmp_path / "a.xlsx", rows=1)
    long = write_roster(form, tmp_path / "b.xlsx", rows=1, whole=True)
    pages = [load_workbook(path)["經費項目"] for path in (short, long)]
    own, whole = ([str(cell.value) for cell in page[1]] for page in pages)
    assert [label for label in whole if label not in own] == ["初審金額"]
    told = "縣(市)政府初審後填的不列：初審金額。要列請用 jingjin new … -o 名冊.xlsx --all"
    assert [told in page["A1"].comment.text for page in pages] == [True, False]
    for path, amounts in ((short, False), (long, True)):
        (row,) = read(fill_examples(path, tmp_path / f"{amounts}.xlsx"), form)
        assert any("初審金額" in item for item in row.facts["經費項目"]) is amounts

"""Drop-downs and limits of numbers in a roster."""

from typing import TYPE_CHECKING

from jingjin_forms.tables.columns import OPTIONS_SHEET
from jingjin_forms.tables.making.value_kinds import ValueKind
from jingjin_forms.values import Choice

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 1_048_576
_LONGEST_LIST = 255  # characters that Excel takes in a list typed into a validation


class Validations:
    """Adds validations to sheets; options that Excel takes no list of stand on a hidden sheet."""

    def __init__(self, book: "Workbook", first_row: int) -> None:
        self._book = book
        self._first_row = first_row
        self._ranges: dict[type[Choice], str] = {}

    def add_choice(self, page: "Worksheet", column: int, options: type[Choice]) -> None:
        """A drop-down of the options; nothing else can be typed."""
        texts = [str(option) for option in options]
        listed = ",".join(texts)
        fits = len(listed) <= _LONGEST_LIST and not any(
            "," in text or '"' in text or text != text.strip() for text in texts
        )
        source = f'"{listed}"' if fits else self._range(options, texts)
        shown = listed if len(listed) <= 200 else "清單裡的一項"
        self._add_list(page, column, source, f"請從清單選一項：{shown}")

    def add_range(self, page: "Worksheet", column: int, cells: str) -> None:
        """A drop-down of what stands in these cells; anything else can be typed as well."""
        self._add_list(page, column, cells, None)

    def add_number(self, page: "Worksheet", column: int, kind: ValueKind) -> None:
        """Whole or decimal numbers within the limits."""
        validation = self._validation(type=str(kind.type), allow_blank=True)
        validation.operator = "greaterThanOrEqual" if kind.most is None else "between"
        validation.formula1 = str(kind.least)
        validation.formula2 = None if kind.most is None else str(kind.most)
        what = "整數" if kind.type == "whole" else "數字"
        limits = f"{kind.least} 以上" if kind.most is None else f"{kind.least} 到 {kind.most}"
        self._refuse(validation, f"請只填{what}，{limits}，不加單位。")
        self._put(page, column, validation)

    def _add_list(self, page: "Worksheet", column: int, source: str, error: str | None) -> None:
        validation = self._validation(type="list", formula1=source, allow_blank=True)
        if error is None:
            validation.showErrorMessage = False
        else:
            self._refuse(validation, error)
        self._put(page, column, validation)

    @staticmethod
    def _validation(**settings: str | bool) -> "DataValidation":
        from openpyxl.worksheet.datavalidation import DataValidation

        return DataValidation(**settings)  # type: ignore[arg-type]  # one call, three kinds

    @staticmethod
    def _refuse(validation: "DataValidation", error: str) -> None:
        validation.showErrorMessage = True
        validation.errorTitle = "不能這樣填"
        validation.error = error

    def _put(self, page: "Worksheet", column: int, validation: "DataValidation") -> None:
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(column)
        cells: str = f"{letter}{self._first_row}:{letter}{LAST_ROW}"
        validation.add(cells)  # pyright: ignore[reportUnknownMemberType]
        page.add_data_validation(validation)

    def _range(self, options: type[Choice], texts: list[str]) -> str:
        """The cells of the hidden sheet in which the options stand."""
        from openpyxl.utils import get_column_letter

        if options not in self._ranges:
            if OPTIONS_SHEET not in self._book.sheetnames:
                self._book.create_sheet(OPTIONS_SHEET).sheet_state = "hidden"
            letter = get_column_letter(len(self._ranges) + 1)
            page = self._book[OPTIONS_SHEET]
            for row, text in enumerate(texts, 1):
                page[f"{letter}{row}"] = text
            self._ranges[options] = f"'{OPTIONS_SHEET}'!${letter}$1:${letter}${len(texts)}"
        return self._ranges[options]

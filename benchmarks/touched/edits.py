"""All hand edits, each under what it is called in a report."""

from collections.abc import Callable, Mapping
from random import Random

from benchmarks.touched import (
    box_edits,
    label_edits,
    page_edits,
    row_edits,
    run_edits,
    value_edits,
)
from benchmarks.touched.sheet import Sheet

Edit = Callable[[Sheet, Random], bool]
"""Changes a sheet, its truth where that changes too; whether there was anything to change."""

SINGLE: Mapping[str, Edit] = {
    "字拆成多段": run_edits.split_runs,
    "改字型": run_edits.reformatted,
    "校對標記書籤": run_edits.marks_of_word,
    "追蹤插入": run_edits.tracked_insertions,
    "追蹤刪除": run_edits.tracked_deletions,
    "註解": run_edits.comments,
    "標籤加空白": label_edits.spread_labels,
    "標籤改全形": label_edits.wide_labels,
    "標籤改半形": label_edits.narrow_labels,
    "標籤換一個詞": label_edits.changed_word,
    "儲存格重打": value_edits.cells_retyped,
    "換行改分段": value_edits.cells_in_paragraphs,
    "金額加元": value_edits.amounts_with_unit,
    "全形數字": value_edits.wide_amounts,
    "日期改斜線": value_edits.slashed_dates,
    "日期改全形": value_edits.wide_dates,
    "末尾加空列": row_edits.empty_row_at_end,
    "中間插空列": row_edits.empty_row_between,
    "複製末列": row_edits.row_copied,
    "刪一列": row_edits.row_deleted,
    "勾選改☑": box_edits.hooked,
    "勾選改☒": box_edits.crossed,
    "勾選打V": box_edits.letter_v,
    "勾選打✓": box_edits.check_mark,
    "核取方塊": box_edits.check_boxes,
    "文末加註": page_edits.remark_at_end,
    "表前空段": page_edits.empty_paragraphs,
    "取消合併": page_edits.unmerged,
}
SEVERAL = 3


def several(sheet: Sheet, random: Random) -> bool:
    """Some of them, one after the other."""
    return any([edit(sheet, random) for edit in random.sample([*SINGLE.values()], SEVERAL)])


EDITS: Mapping[str, Edit] = {**SINGLE, "三種一起": several}

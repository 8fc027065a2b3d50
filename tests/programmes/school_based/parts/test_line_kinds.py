"""What a line of 表 1-1 pays for, by what people call it."""

import pytest

from jingjin_forms.programmes.school_based.parts.line_kinds import LineKind, kind_of

NAMES = {
    LineKind.LECTURER: (
        "講師費 外聘講師費 講座鐘點費 鐘點費(外聘) 研習支出（講師鐘點費） 講師費（含交通費）"
    ),
    LineKind.ASSISTANT: "助理講師費 助理講師鐘點費 講師助理費 助教費 助教鐘點費",
    LineKind.PRINTING: "印刷費 教材印製費 資料影印 印刷費（教材） 講義費",
    LineKind.MATERIAL: (
        "教材教具費(或資料蒐集費) 材料費 實作材料 教學材料費 圖書費 參考書籍 資料蒐集費 蒐集資料費 "
        "教具費（含印刷） 印刷教材 教學用品"
    ),
    LineKind.TRAVEL: (
        "交通費 車資 車馬費 講師旅費 差旅費 高鐵票 台鐵票 計程車費 住宿及交通費 講師交通費"
    ),
    LineKind.MISCELLANEOUS: "雜支 雜費",
    None: (
        "場地布置 場地布置材料 講師住宿費 講師膳費 二代健保補充保費 代課鐘點費 圖書館場地費 "
        "食材料理課 教材運費 膳費 保險費 甲"
    ),
}
CASES = [(item, kind) for kind, items in NAMES.items() for item in items.split()]


@pytest.mark.parametrize(("item", "kind"), CASES)
def test_names(item: str, kind: LineKind | None):
    assert kind_of(item) is kind


def test_blanks_and_full_width_signs_make_no_difference():
    assert kind_of("　材 料\n費（ｘ）") is LineKind.MATERIAL
    assert kind_of("") is None

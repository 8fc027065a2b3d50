"""Which item of the text a line is: words that clerks write, and neighbours that mean another."""

import pytest

from jingjin_forms.programmes.active_teaching.rules import cost_items
from jingjin_forms.programmes.active_teaching.rules.cost_items import CostItem, said_in

MEANT: list[tuple[CostItem, str, str]] = [
    (
        cost_items.MATERIAL,
        "教材教具費 教材費 教具費 教具 教材 材料費 教學材料費 實驗材料費 運動教材費 學員材料包 "
        "材料包 研習教材教具費 體驗活動材料費 課程設計材料費 教材製作費 1.教材教具費 "
        "（一）教材教具費 業務費（教材教具費） 其他：教具費 教材教具費（水質檢測） 教　材　費 "
        "教材教具費-物品",
        "印刷費（教材） 教材印刷費 教材影印費 印刷教材費 教材編輯費 教材稿費 教具運費 食材費 "
        "文具費 膳食材料費 場地佈置材料費 教材研發鐘點費 講座鐘點費（教具製作） 器材租借費 "
        "教具櫃 器材費 雜支",
    ),
    (
        cost_items.BOOKS,
        "資料蒐集費 資料搜集費 資料收集費 蒐集資料費 資料費 圖書費 圖書 書籍費 購書費 書費 專書 "
        "參考書籍費 教師用書 圖書資料費 資料蒐集費（圖書） 購置圖書 圖書購置費 教師研習資料蒐集費",
        "證書費 聘書費 秘書費 文書費 圖書館場地費 圖書館參訪費 圖書室佈置 圖書設備 圖書運費 "
        "學生圖書 資料印刷費 資料影印費 研習資料費 會議資料費 資料整理費 資料夾 資料袋 "
        "資料庫使用費 印刷費（圖書）",
    ),
    (
        cost_items.TRANSPORT,
        "交通費 教師交通費（往返本島） 差旅費 國內旅費 旅運費 船票 船資 機票 車資 高鐵車資 車馬費 "
        "遊覽車租車費 交通費(含住宿)",
        "交通安全教材費 交通導護費 旅行平安保險費 旅遊平安險 運費 膳費 住宿費",
    ),
    (
        cost_items.ADVICE,
        "諮詢費 輔導費 指導費 諮詢輔導費 諮詢費、輔導費、指導費 諮詢及輔導費 諮詢費用 諮詢鐘點費 "
        "專家諮詢費 專家學者諮詢 諮詢委員費 指導教授費 輔導費（林教授） 諮詢費（出席會議） "
        "到校輔導費 課程輔導費 大學團隊指導費 假日諮詢費",
        "夜間輔導費 學生輔導費 課後輔導費 課業輔導費 課後輔導鐘點費 暑期輔導費 補救教學輔導費 "
        "社團指導費 學生社團指導費 心理諮詢費 輔導教師代課費 諮詢委員交通費 輔導教授住宿費 "
        "諮詢會議膳費 諮詢費補充保費 輔導手冊印刷費 指導手冊 出席費（諮詢委員） 諮詢出席費 "
        "講座鐘點費（課程指導）",
    ),
    (
        cost_items.LECTURES,
        "講座鐘點費 講座費 講師費 講師鐘點費 鐘點費 外聘講座鐘點費 內聘講師鐘點費 專題演講費 "
        "出席費 出席費（諮詢委員） 講座鐘點費（課程指導）",
        "講師交通費 講座住宿費 講師膳費 講座鐘點費補充保費 講師二代健保費 代課鐘點費 "
        "課後輔導鐘點費 社團鐘點費 講義印刷費 膳費",
    ),
]


@pytest.mark.parametrize(
    ("item", "said"),
    [(item, said) for item, meant, _ in MEANT for said in meant.split(" ")],
    ids=str,
)
def test_meant(item: CostItem, said: str):
    assert item.is_meant(said)


@pytest.mark.parametrize(
    ("item", "said"),
    [(item, said) for item, _, other in MEANT for said in other.split(" ")],
    ids=str,
)
def test_another_thing(item: CostItem, said: str):
    assert not item.is_meant(said)


def test_what_the_item_says():
    assert said_in("（二）２.諮 詢 費（林教授）") == "諮詢費"
    assert said_in("業務費：教材費") == "業務費:教材費"
    assert said_in("") == ""


def test_both_in_one_line():
    assert cost_items.is_of_goods_and_books("教材教具費及資料蒐集費")
    assert not cost_items.is_of_goods_and_books("教材教具費（資料蒐集費另列）")

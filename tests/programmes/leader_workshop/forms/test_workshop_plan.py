"""研習實施計畫: the county's own plan, its timetable and its budget."""

import re
from typing import Any

import pytest

from jingjin_forms import FactsError
from jingjin_forms.programmes.leader_workshop.forms.workshop_plan import WorkshopPlan
from tests.helpers import W, docx_text, part_root, table_texts

# The official plan from 壹 to 玖, other people's names in place of its own.
OFFICIAL = """
花蓮縣113學年度精進國民中小學教師教學專業與課程品質整體推動計畫
學校教師學習社群召集人增能研習實施計畫
壹、依據
一、教育部補助直轄市、縣(市)政府精進國民中學及國民小學教師教學專業與課程品質作業要點。
二、花蓮縣113學年度精進國民中小學教師教學專業與課程品質整體推動計畫。
三、教育部補助辦理教師專業發展實踐方案作業要點。
四、花蓮縣113學年度教師專業發展實踐方案地方輔導群運作計畫。
貳、緣起
教師向來是增進學生學習成效之關鍵人物，在面對政策變革的當下，教師增能被視為首要策略。
而運用課程教學引領學校團隊發展，期望學校能以課程發展為主軸建立專業教學團隊，並轉化為課程教學創新之動能。
由於精進教學基地在學校，讓學校成員成為優質課程教學團隊，才能落實課堂教學及學生學習之目標。
學校社群規劃、推動策略及作法之目的，除持續鼓勵學校推動教師專業學習社群，
建構教師專業支持與輔導系統，蓄積學校正向成長的能量外，期望能建構實質有效社群支持和輔導機制，
並強調系統性實施歷程，包括具體需求評估、明確的目標、系統規畫、運用適切評估和採用反省實踐做法等步驟；
並應著重在計畫規劃的精緻性和研習內容可行性原則下，
掌握「轉化實作」→「經驗分享」→「成果評估」之原則來進行，
讓社群成為建構專業教學團隊與精進課程教學的推手，發揮其集體與專業之力量。
輔導學校以學習社群模式進行教學研究會，藉由各校學習社群的運作，將教師增能研習的場域回歸至其教學現場之中，
不僅切合教師的教學環境，回應學校端的教師研習需求，讓老師藉由同儕打開教室，了解自己教學需要精進的地方。
並提升課程與教學領導者課程實踐核心專業能力，
期透過講座、分享討論等方式使本縣課程與教學領導者具備課程與教學領導的專業知識。
參、計畫目標
一、落實學校教師專業學習社群之運作與成效，藉以提昇十二年國民基本教育課程與教學之推動。
二、加強學校教師專業發展習社群召集人之知能與實務推動，促進成長。
三、增進教師專業發展學習社群辦理工作相關事宜規畫知能，以利之推展。
四、藉由課程研習活動，溝通觀念，培養課程領導人之教學領導與實踐之能力。
五、落實校本教師專業社群之運作與成效，帶動教師課程與教學方案規劃、執行、反省與轉化的行動能力。
肆、辦理單位
一、指導單位：教育部
二、主辦單位：花蓮縣政府教育處
三、承辦單位：花蓮縣教育處課發中心
伍、參加對象：花蓮縣教師專業發展實踐方案地方輔導群成員、113學年度精進計畫學校教師專業學習社群召集人
（亦鼓勵其他有興趣教師參加）、112學年度精進計畫之績優教師專業學習社群。
陸、研習地點（暫訂）：線上研習。
柒、實施方式
一、辦理時間與場次：暫訂114年5月底辦理，共計1場次。
二、研習規劃（暫定，將視實際需求調整之）
時間 活動內容 主講人
09:00-09:40 教師專業學習社群的理念 康樂國小 林若溪校長
09:40-11:00 教師專業學習社群的規劃與經營（含領導力、對話模式及對話技巧） 康樂國小 林若溪校長
11：00-12:20 「溫度的陪伴，攜手同行～北昌共備社群」 北昌國小 蘇禾安老師、 何以寧老師
南區 PaGamo社群分享 大禹國小 邱子言主任
12:20-13:00 綜合座談、交流 富世國小 溫書言校長
捌、經費概算：由花蓮縣政府自行籌辦經費
經費項目 單價(元) 數量 總價(元) 說明
內聘講師鐘點費 1,000元/節 6 6,000元 1.依實際執行需求調整講師名單。
印刷費 100元 80 8,000元
雜支 1,000元 1 1,000元
合計 - - 15,000元 上述經費各項目間得依實際情況勻支。
總   計 新台幣  壹萬伍仟 元整（由花蓮縣政府自籌經費，不申請精進計畫補助）
玖、預期效益
一、協助專業學習社群成員瞭解運作。
二、將素養導向融入社群，促進專業成長。
三、藉由課程研習活動，溝通觀念，建立教育改革共識，達成教學目標。
四、精進學校社群召集人專業知能，培養掌握趨勢、轉化教育政策的能力，提升有效運作教師專業社群。
"""


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def plan(**facts: Any) -> WorkshopPlan:
    return WorkshopPlan(plan_name="召集人研習", **facts)


def timetable(form: WorkshopPlan) -> list[list[str]]:
    return table_texts(form.to_bytes())[0][1:]


def test_the_official_plan_word_for_word():
    printed = "".join(docx_text(WorkshopPlan.sample().to_bytes()))
    assert squeezed(printed) == squeezed(OFFICIAL)


def test_budget_of_the_plan():
    # 1,000×6 + 100×80 + 1,000×1
    sample = WorkshopPlan.sample()
    assert (sample.total, sample.total_uppercase) == (15_000, "壹萬伍仟元整")


def test_activities_of_one_slot_share_its_time_cell():
    rows = timetable(WorkshopPlan.sample())
    assert [row[0] for row in rows] == [
        "09:00-09:40",
        "09:40-11:00",
        "11：00-12:20",
        "",
        "12:20-13:00",
    ]
    document = part_root(WorkshopPlan.sample().to_bytes())
    merges = [merge.get(f"{W}val") for merge in document.iter(f"{W}vMerge")]
    assert merges == ["restart", "restart", "restart", "continue", "restart"]


def test_a_slot_without_activities_is_a_row():
    assert timetable(plan(timetable=[{"時間": "12:20-13:00"}])) == [["12:20-13:00", "", ""]]


def test_speakers_of_one_school_stand_under_its_name():
    speakers = [
        {"服務單位": "甲國小", "姓名": "子", "職稱": "校長"},
        {"服務單位": "甲國小", "姓名": "丑"},
        {"服務單位": "乙國小", "姓名": "寅", "職稱": "老師"},
        {"服務單位": "丙國小"},
        {"姓名": "卯"},
    ]
    rows = timetable(plan(timetable=[{"活動": [{"活動內容": "座談", "主講人": speakers}]}]))
    assert rows == [["", "座談", "甲國小\n子校長、\n丑\n乙國小\n寅老師\n丙國小\n卯"]]


@pytest.mark.parametrize(
    "time", ["09:00-09:40", "11：00-12:20", "9:00～10:00", "22:00-24:00", "上午", "待定 09:00"]
)
def test_time_is_printed_as_typed(time: str):
    assert timetable(plan(timetable=[{"時間": time}]))[0][0] == time


@pytest.mark.parametrize(
    ("time", "fault"),
    [
        ("10:00-09:40", "結束沒有晚於開始"),
        ("10:00-10:00", "結束沒有晚於開始"),
        ("11：00~10：20", "結束沒有晚於開始"),
        ("09:60-10:00", "不是一天之內的時間"),
        ("23:00-24:10", "不是一天之內的時間"),
    ],
)
def test_impossible_times_are_refused(time: str, fault: str):
    with pytest.raises(FactsError, match=fault):
        plan(timetable=[{"時間": time}])


def test_numbers_go_on_beyond_ten():
    lines = docx_text(plan(basis="\n".join(["要點"] * 12)).to_bytes())
    assert lines.index("十二、要點") == lines.index("一、要點") + 11


def test_one_item_leaves_no_blank_numbers():
    text = "".join(docx_text(plan(basis=["甲"], goals_text=["乙"]).to_bytes()))
    assert "壹、依據一、甲貳、緣起參、計畫目標一、乙肆、" in text

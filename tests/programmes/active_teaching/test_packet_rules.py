"""The rules of a whole packet of 活化教學與多元學習: each at its limit and one over."""

import re
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingjin_forms import Finding
from jingjin_forms.checks import Severity
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.programmes.active_teaching.rules import RULES
from tests.checks.case import line
from tests.programmes.active_teaching.test_rules import MUST_BE_SAID

SCHOOL, COMMUNITY = "花蓮縣吉安鄉晨曦國民小學", "東岸數學好好玩教師社群"
TEAM = "東岸大學教育系晨曦教師專業團隊"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
KINDS = ["計畫一", "計畫二", "計畫三", "計畫四", "計畫五", "自主社群研習"]
Given = dict[str, Any]


def found(facts: Given, stage: str = "application") -> list[Finding]:
    """What is held against a packet of these facts; unlike a form's, they need not be whole."""
    return list(load_packet({"送件": f"active_teaching/{stage}", **facts}).check(date(2023, 5, 1)))


def asking(kind: str, total: int, *lines: Given, **facts: Any) -> Given:
    """A case with these lines, 膳費 to make it so much, and these facts."""
    rest = total - sum(each["單價"] * each["數量"] for each in lines)
    lines = (*lines, line("膳費", rest))
    return {"申請類別": kind, "學校名稱": SCHOOL, "經費項目": list(lines), **facts}


def plan_1(total: int, *lines: Given, **facts: Any) -> Given:
    """計畫一 of a single school."""
    return asking("計畫一", total, *lines, **{"辦理模式": "學校", **facts})


def plan_2(total: int, *lines: Given, **facts: Any) -> Given:
    return asking("計畫二", total, *lines, **facts)


def plan_3(total: int, *lines: Given, **facts: Any) -> Given:
    return asking("計畫三", total, *lines, 學校類型="偏遠", **facts)


def plan_4(total: int, **facts: Any) -> Given:
    return asking("計畫四", total, 學校類型="偏遠", 分校數=0, **facts)


def plan_5(role: str | None, total: int, capital: int = 0, **facts: Any) -> Given:
    blocks = {"經常門": [line("膳費", total - capital)], "資本門": [line("顯微鏡", capital)]}
    return {"申請類別": "計畫五", "學校名稱": SCHOOL, "計畫五角色": role, **blocks, **facts}


def joining(people: int, **facts: Any) -> Given:
    """計畫一 of a single school with so many teachers."""
    teachers = [{"姓名": f"第{n}人", "服務單位": SCHOOL} for n in range(people)]
    how = {"計畫名稱": "甲計畫", "學校辦理模式": "單一學校", "參與教師": teachers}
    return plan_1(1_000, **{**how, **facts})


def helped(**facts: Any) -> Given:
    """計畫三 with a team."""
    how = {"辦理方式": "由大學團隊協助", "大學團隊名稱": TEAM, "經費項目": [by_hour(20)]}
    return plan_3(1_000, **{**how, **facts})


def divided(kind: str, own: int, approved: int = 100_000, **facts: Any) -> Given:
    return asking(kind, 1_000, 核定經費=approved, 自籌款=own, **facts)


def by_hour(hours: int) -> Given:
    return line("諮詢費", 1_000, hours, "小時", "林雨青教授")


NO_CURRICULUM: Given = {"校訂課程": "否", "離島": "否"}
CURRICULUM: Given = {"校訂課程": "是", "離島": "否"}
ISLAND: Given = {"校訂課程": "否", "離島": "是"}
CONSENTS, ABROAD = ["受訪學校", "原任教學校", "地方政府"], line("海外參訪費", 1)
BOAT, MATERIAL = line("交通費", 10_000), line("教材教具費", 20_000)
FEWER_BOAT = line("交通費", 5_000)
VISIT = line("諮詢費", 6_000, 1, "次", "林雨青教授")


class Case(NamedTuple):
    rule: str
    passes: Given
    fails: Given
    severity: Severity = ERROR
    message: str = ""


CASES = [
    # 計畫一 and 計畫二
    Case(
        "C01",
        plan_1(100_000, **NO_CURRICULUM),
        plan_1(100_001, **NO_CURRICULUM),
        ERROR,
        "經費申請表 「合計」：合計 100,001 元，上限 100,000 元，超過 1 元",
    ),
    Case(  # on the main island 交通費 is a line as any other
        "C01", plan_1(100_000, BOAT, **NO_CURRICULUM), plan_1(100_001, BOAT, **NO_CURRICULUM)
    ),
    Case("C01", plan_1(100_000), plan_1(100_001), WARNING, "經費申請表 「合計」：合計 100,001 元"),
    Case(  # 由國教署核定額度
        "C01", plan_1(200_000, 辦理模式="自主社群"), plan_1(110_000), WARNING
    ),
    Case("C01", plan_1(120_000, **CURRICULUM), plan_1(120_000, 校訂課程=None, 離島="否"), WARNING),
    Case(
        "C01",
        plan_1(100_000, 辦理模式=None, 學校名稱=COMMUNITY),
        plan_1(100_001, 辦理模式=None, 學校名稱=COMMUNITY),
        WARNING,
    ),
    Case("C02", plan_1(120_000, **CURRICULUM), plan_1(120_001, **CURRICULUM), ERROR, "120,001 元"),
    Case("C02", plan_1(120_000), plan_1(120_001)),
    Case("C02", plan_1(120_000, 辦理模式=None), plan_1(120_001, 辦理模式=None)),
    Case(
        "C03",
        plan_1(110_000, BOAT, **ISLAND),
        plan_1(110_001, BOAT, **ISLAND),
        ERROR,
        "上限 110,000 元，超過 1 元",
    ),
    Case("C03", plan_1(105_000, FEWER_BOAT, **ISLAND), plan_1(105_001, FEWER_BOAT, **ISLAND)),
    Case(  # 10% of 合計: 11,111 of 111,111
        "C03",
        plan_1(111_111, line("交通費", 11_111), **ISLAND),
        plan_1(111_111, line("交通費", 11_112), **ISLAND),
        ERROR,
        "交通費 11,112 元，上限是補助總經費 111,111 元之 10%",
    ),
    Case(  # within the basic sum too: the text tells one 交通費 from another nowhere
        "C03",
        plan_1(80_000, line("國內旅費", 4_000), line("船票", 4_000), **ISLAND),
        plan_1(80_000, line("差旅費", 24_000), **ISLAND),
    ),
    Case(
        "C03",
        plan_1(80_000, line("交通費", 24_000), **NO_CURRICULUM),
        plan_2(80_000, line("機票", 24_000), 離島="是"),
    ),
    Case(  # 自主社群 have no such part
        "C03",
        plan_1(80_000, BOAT, 離島="是", 辦理模式="自主社群", 學校名稱=COMMUNITY),
        plan_1(80_000, BOAT, 離島="是"),
    ),
    Case("C03", plan_2(130_000, BOAT, 離島="是"), plan_2(130_001, BOAT, 離島="是")),
    Case("C12", plan_2(120_000, 離島="否"), plan_2(120_001, 離島="否")),
    Case("C12", plan_2(130_000, BOAT, 離島="是"), plan_2(130_000, BOAT, 離島="否")),
    Case("C12", plan_2(120_000, BOAT), plan_2(120_001, BOAT), WARNING),
    Case(
        "C13",
        plan_2(1_000, 申請案數=2, 增提資格="是"),
        plan_2(1_000, 申請案數=2, 增提資格="否"),
        ERROR,
        "才得增提",
    ),
    Case(
        "C13",
        plan_2(1_000, 申請案數=2, 增提資格="是"),
        plan_2(1_000, 申請案數=3, 增提資格="是"),
        ERROR,
        "共 2 案",
    ),
    Case("C13", plan_2(1_000, 申請案數=1), plan_2(1_000, 申請案數=2), WARNING, "請填「增提資格」"),
    # 計畫三 and 計畫四
    Case("C14", plan_3(250_000, 分校數=0), plan_3(250_001, 分校數=0)),
    Case(
        "C14",
        plan_3(450_000, 分校數=1, 分班數=1),
        plan_3(450_001, 分校數=1, 分班數=1),
        ERROR,
        "上限 450,000 元，超過 1 元",
    ),
    Case("C14", plan_3(250_000), plan_3(250_001), WARNING, "具分校或分班者"),
    Case(  # a 分班 that is named and not counted
        "C14",
        plan_3(250_000, 分校數=1, 分班名稱="礁岩分班"),
        plan_3(350_000, 分校數=1, 分班名稱="礁岩分班"),
        WARNING,
    ),
    Case(
        "C16",
        plan_4(300_000, 同時申請="計畫三", 計畫三申請金額=200_000),
        plan_4(300_001, 同時申請="計畫三", 計畫三申請金額=200_000),
        ERROR,
        "上限 300,000 元，超過 1 元",
    ),
    Case(
        "C16",
        plan_4(250_000, 同時申請="計畫三", 計畫三申請金額=250_000),
        plan_4(300_000, 同時申請="計畫三", 計畫三申請金額=250_000),
    ),
    Case(
        "C16",
        plan_4(500_000, 同時申請="計畫三", 計畫三申請金額=0),
        plan_4(500_001, 同時申請="計畫三"),
    ),
    Case(
        "C16",
        plan_4(250_000, 同時申請="計畫三"),
        plan_4(250_001, 同時申請="計畫三"),
        WARNING,
        "請填「計畫三申請金額」",
    ),
    Case("C17", plan_4(250_000, 同時申請="無"), plan_4(250_001, 同時申請="無")),
    Case("C17", plan_4(250_000), plan_4(500_001)),
    Case("C17", plan_4(250_000), plan_4(250_001), WARNING, "同時申請計畫三者"),
    # 計畫五
    Case(
        "C18",
        plan_5("單獨受訪", 100_000, 校訂課程="否"),
        plan_5("單獨受訪", 100_001, 校訂課程="否"),
    ),
    Case(
        "C18",
        plan_5("單獨受訪", 100_000, 50_000),
        plan_5("單獨受訪", 100_000, 50_001),
        ERROR,
        "資本門經費 50,001 元",
    ),
    Case("C18", plan_5(None, 100_000, 50_000), plan_5(None, 100_000, 50_001), WARNING),
    Case(
        "C19",
        plan_5("主要受訪", 100_000, 校訂課程="否"),
        plan_5("主要受訪", 100_001, 校訂課程="否"),
    ),
    Case(
        "C19", plan_5("協同受訪", 80_000, 校訂課程="否"), plan_5("協同受訪", 80_001, 校訂課程="否")
    ),
    Case("C19", plan_5("主要受訪", 100_000, 50_000), plan_5("主要受訪", 100_000, 50_001)),
    Case("C19", plan_5("協同受訪", 80_000, 50_000), plan_5("協同受訪", 80_000, 50_001)),
    Case(
        "C20",
        plan_5("單獨受訪", 120_000, 校訂課程="是"),
        plan_5("單獨受訪", 120_001, 校訂課程="是"),
    ),
    Case(
        "C20",
        plan_5("協同受訪", 100_000, 校訂課程="是"),
        plan_5("協同受訪", 100_001, 校訂課程="是"),
    ),
    Case(
        "C20", plan_5("協同受訪", 80_000), plan_5("協同受訪", 80_001), WARNING, "才得增加 20,000 元"
    ),
    Case("C20", plan_5(None, 100_000), plan_5(None, 100_001), WARNING),
    Case(
        "C21",
        plan_5("單獨受訪", 1_000, 校內宿舍="是", 住宿費=5_000),
        plan_5("單獨受訪", 1_000, 校內宿舍="是", 住宿費=5_001),
        ERROR,
        "住校內宿舍者每年上限 5,000 元，超過 1 元",
    ),
    Case(
        "C21",
        plan_5("單獨受訪", 1_000, 校內宿舍="否", 住宿費=80_000),
        plan_5("單獨受訪", 1_000, 校內宿舍="否", 住宿費=80_001),
    ),
    Case("C21", plan_5(None, 1_000, 住宿費=5_000), plan_5(None, 1_000, 住宿費=80_001)),
    Case(
        "C21",
        plan_5(None, 1_000, 住宿費=5_000),
        plan_5(None, 1_000, 住宿費=5_001),
        WARNING,
        "請填「校內宿舍」",
    ),
    Case(
        "C21",
        plan_5("原服務學校", 1_000, 住宿費=80_000),
        plan_5("單獨受訪", 1_000, 住宿費=80_000),
        WARNING,
    ),
    Case(
        "C22",
        plan_5("原服務學校", 150_000, 第二年="是"),
        plan_5("原服務學校", 150_001, 第二年="是"),
    ),
    Case(
        "C22",
        plan_5("原服務學校", 100_000, 第二年="否"),
        plan_5("原服務學校", 150_000, 第二年="否"),
    ),
    Case(
        "C22",
        plan_5("原服務學校", 100_000, 75_000, 第二年="是"),
        plan_5("原服務學校", 100_000, 75_001, 第二年="是"),
    ),
    Case(
        "C22",
        plan_5("原服務學校", 100_000, 50_000, 第二年="否"),
        plan_5("原服務學校", 100_000, 50_001, 第二年="否"),
    ),
    Case(
        "C22",
        plan_5("原服務學校", 100_000),
        plan_5("原服務學校", 100_001),
        WARNING,
        "連續第二年辦理者，最高才是 150,000 元",
    ),
    Case("C22", plan_5(None, 120_000), plan_5(None, 150_001)),
    Case("C22", plan_5(None, 120_000), plan_5(None, 120_001), WARNING),
    *(
        Case(
            "C55",
            plan_5(role, 1_000, 教學訪問教師="陳木言", 受訪學校數=3),
            plan_5(role, 1_000, 教學訪問教師="陳木言、林遠山", 受訪學校數=3),
            ERROR,
            "教學訪問教師寫了 2 位，跨校合作以共同申請一人為限",
        )
        for role in ("主要受訪", "協同受訪")
    ),
    Case(
        "C55",
        plan_5("主要受訪", 1_000, 受訪學校數=3),
        plan_5("主要受訪", 1_000, 受訪學校數=4),
        ERROR,
        "4 所學校共同申請，上限 3 所，超過 1 所",
    ),
    Case(
        "C55",
        plan_5("單獨受訪", 1_000, 教學訪問教師="陳木言"),
        plan_5("單獨受訪", 1_000, 教學訪問教師="陳木言、林遠山"),
        WARNING,
        "每校以申請一人為原則",
    ),
    Case(  # a school may lend as many as it likes
        "C55",
        plan_5("原服務學校", 1_000, 教學訪問教師="陳木言、林遠山"),
        plan_5(None, 1_000, 教學訪問教師="陳木言、林遠山"),
        WARNING,
        "上限 1 位",
    ),
    Case(
        "C56",
        plan_5("單獨受訪", 1_000, 延長次數=2, 延長同意=CONSENTS),
        plan_5("單獨受訪", 1_000, 延長次數=3, 延長同意=CONSENTS),
        ERROR,
        "教學訪問期間延長 3 次，以 2 次為限",
    ),
    Case(
        "C56",
        plan_5("單獨受訪", 1_000, 延長次數=0, 延長同意=["受訪學校"]),
        plan_5("單獨受訪", 1_000, 延長次數=1, 延長同意=["受訪學校", "原任教學校"]),
        ERROR,
        "還要地方政府同意",
    ),
    Case(
        "C56",
        plan_5("單獨受訪", 1_000, 延長次數=0),
        plan_5("單獨受訪", 1_000, 延長次數=1),
        WARNING,
        "請填「延長同意」",
    ),
    Case(
        "C56",
        plan_3(1_000, 延長次數=3),
        plan_5(None, 1_000, 延長次數=3, 延長同意=CONSENTS),
    ),
    *(
        Case(
            "C58",
            plan_5("單獨受訪", 1_000, 資本門=[ABROAD], 服務年數=2, 評選績優="是"),
            plan_5("單獨受訪", 1_000, 資本門=[ABROAD], **facts),
            ERROR,
            "資本門第 1 項「項目」：編列「海外參訪費」",
        )
        for facts in (
            {"服務年數": 1, "評選績優": "是"},
            {"服務年數": 2, "評選績優": "否"},
        )
    ),
    Case(
        "C58",
        plan_5("單獨受訪", 1_000, 資本門=[line("參訪費", 1)], 服務年數=1),
        plan_5("單獨受訪", 1_000, 資本門=[ABROAD], 服務年數=2),
        WARNING,
    ),
    # 教材教具費
    Case(
        "C05",
        plan_1(100_000, MATERIAL, 教師研習計畫="否"),
        plan_1(99_999, MATERIAL, 教師研習計畫="否"),
        ERROR,
        "上限是補助總經費 99,999 元之 20%",
    ),
    Case(
        "C05",
        plan_1(99_999, MATERIAL, 教師研習計畫="是"),
        plan_1(99_999, MATERIAL, 教師研習計畫="否", 辦理模式="自主社群", 學校名稱=COMMUNITY),
    ),
    Case("C05", plan_1(100_000, MATERIAL), plan_1(99_999, MATERIAL)),
    Case(
        "C05",
        asking("計畫四", 100_000, MATERIAL, 教師研習計畫="否"),
        asking("計畫四", 99_999, MATERIAL, 教師研習計畫="否"),
        WARNING,
    ),
    Case(
        "C06",
        plan_1(100_000, line("教材教具", 30_000), 教師研習計畫="是", 場次數=1, 每場教師數=30),
        plan_1(100_000, line("教材教具", 30_001), 教師研習計畫="是", 場次數=1, 每場教師數=30),
        ERROR,
        "30,001 元，上限 30,000 元，超過 1 元",
    ),
    Case(
        "C06",
        plan_1(100_000, line("教材教具", 30_001), 教師研習計畫="否", 場次數=1, 每場教師數=30),
        {
            **asking("自主社群研習", 100_000, line("教材教具", 60_001), 場次數=2, 每場教師數=30),
            "自主社群名稱": COMMUNITY,
        },
    ),
    Case(
        "C25",
        plan_1(99_999, MATERIAL, 辦理模式="自主社群", 學校名稱=COMMUNITY, 教師研習計畫="是"),
        plan_1(99_999, MATERIAL, 辦理模式="自主社群", 學校名稱=COMMUNITY),
        WARNING,
    ),
    Case(
        "C25",
        asking("自主社群研習", 99_999, MATERIAL, 自主社群名稱=COMMUNITY),
        plan_1(99_999, MATERIAL, 辦理模式="法人、團體", 學校名稱="東岸協會"),
        WARNING,
    ),
    # Hours and visits
    Case(
        "C26",
        plan_1(50_000, by_hour(20)),
        plan_1(50_000, by_hour(19)),
        ERROR,
        "專家學者或團隊時數 19 小時，少於 20 小時，還差 1 小時",
    ),
    Case(
        "C26",
        plan_1(50_000, by_hour(20), 辦理模式="法人、團體", 學校名稱="東岸協會"),
        plan_1(50_000, by_hour(19), 辦理模式="法人、團體", 學校名稱="東岸協會"),
    ),
    Case(
        "C26",
        plan_1(50_000, VISIT, 到校時數=20),
        plan_1(50_000, VISIT, 到校時數=19.5),
        ERROR,
        "到校總時數 19.5 小時，少於 20 小時，還差 0.5 小時",
    ),
    Case(
        "C26",
        plan_1(50_000, VISIT, 到校時數=20),
        plan_1(50_000, VISIT),
        WARNING,
        "（只計看得出時數者）",
    ),
    Case("C26", plan_1(50_000, by_hour(20)), plan_1(50_000, by_hour(19), 到校時數=20)),
    Case(
        "C26",
        plan_1(50_000, by_hour(20), 辦理模式="自主社群", 學校名稱=COMMUNITY),
        plan_1(50_000, by_hour(19), 辦理模式="自主社群", 學校名稱=COMMUNITY),
        WARNING,
    ),
    Case(
        "C26",
        plan_1(50_000, by_hour(20), 辦理模式="自主社群", 到校時數=20),
        plan_1(50_000, by_hour(20), 辦理模式="自主社群", 到校時數=19),
        WARNING,
    ),
    Case(
        "C27", helped(到校時數=20, 到校次數=4), helped(到校時數=24, 到校次數=3), ERROR, "少於 4 次"
    ),
    Case("C27", helped(到校時數=20), helped(到校時數=19), ERROR, "「到校時數」"),
    Case(
        "C27",
        helped(),
        helped(經費項目=[by_hour(19)], 辦理方式=None),
        ERROR,
        "少於 20 小時",
    ),
    Case("C27", helped(經費項目=[VISIT], 到校時數=20), helped(經費項目=[VISIT]), WARNING),
    Case(  # 由學校自行規劃
        "C27", helped(經費項目=[by_hour(1)], 辦理方式="由學校自行規劃"), helped(到校次數=3)
    ),
    # Who takes part
    Case(
        "C29",
        joining(10, 班級數=10),
        joining(9, 班級數=10),
        ERROR,
        "10 班的學校，參與教師 9 位，少於 10 位",
    ),
    Case("C29", joining(6, 班級數=9, 編制教師數=10), joining(6, 班級數=9), WARNING, "60%"),
    Case("C29", joining(10), joining(9), WARNING),
    Case("C29", joining(9, 班級數=10, 學校辦理模式="跨校合作"), joining(9, 班級數=10)),
    Case(
        "C30",
        joining(6, 班級數=9, 編制教師數=10),
        joining(5, 班級數=9, 編制教師數=10),
        WARNING,
        "參與教師 5 位，不到編制內教師 10 位的 60%",
    ),
    Case(  # ten are listed, and there may be more
        "C30",
        joining(10, 班級數=9, 編制教師數=20),
        joining(9, 班級數=9, 編制教師數=16),
        WARNING,
    ),
    Case(
        "C30",
        joining(5, 班級數=10, 編制教師數=10),
        joining(5, 班級數=9, 編制教師數=9),
        WARNING,
    ),
    # Who may apply for what
    Case("C34", plan_3(1_000, 申請案數=1), plan_3(1_000, 申請案數=2), ERROR, "計畫三提出 2 案"),
    Case("C34", plan_1(1_000, 申請案數=2, 辦理模式="自主社群"), plan_1(1_000, 申請案數=2)),
    *(
        Case(
            "C35",
            plan_1(1_000, 學校地區=region, 同時申請="無"),
            plan_1(1_000, 學校地區=region, 同時申請="計畫二"),
            ERROR,
            "應擇一申請",
        )
        for region in ("一般地區學校", "非山非市學校", None)
    ),
    Case(
        "C35",
        plan_2(1_000, 同時申請="計畫一", 增提資格="是"),
        plan_2(1_000, 同時申請="計畫一", 增提資格="否"),
    ),
    Case(
        "C36",
        plan_3(1_000, 學校地區="偏遠地區學校", 同時申請=["計畫四", "計畫五"]),
        plan_3(1_000, 學校地區="偏遠地區學校", 同時申請=["計畫一"]),
        WARNING,
        "偏遠地區學校申請計畫一",
    ),
    Case(
        "C36",
        plan_1(1_000, 學校地區="一般地區學校"),
        plan_1(1_000, 學校地區="偏遠地區學校"),
        WARNING,
    ),
    *(
        Case(
            "C37",
            plan_3(1_000, 學校地區="偏遠地區學校"),
            plan_3(1_000, 學校地區=region),
            ERROR,
            f"{region}申請計畫三，限偏遠地區學校申請",
        )
        for region in ("一般地區學校", "非山非市學校", "特殊需求學校")
    ),
    Case("C37", plan_4(1_000), plan_4(1_000, 學校地區="一般地區學校")),
    Case(
        "C37",
        plan_3(1_000, 學校地區="偏遠地區學校"),
        {**plan_3(1_000, 學校地區="偏遠地區學校"), "學校類型": None},
        ERROR,
        "要填學校類型",
    ),
    Case(
        "C37",
        plan_5("單獨受訪", 1_000, 學校地區="特殊需求學校", 學校類型="偏遠地區學校"),
        plan_5("單獨受訪", 1_000, 學校地區="一般地區學校", 學校類型="偏遠地區學校"),
        ERROR,
        "受訪學校限偏遠地區",
    ),
    Case(
        "C37",
        plan_5("原服務學校", 1_000, 學校地區="一般地區學校"),
        plan_5(None, 1_000, 學校類型="其他"),
        ERROR,
        "要填有什麼特殊需求",
    ),
    Case(
        "C38",
        plan_2(1_000, 參與計畫="學習區完全免試國中提升學習品質計畫"),
        plan_2(1_000, 參與計畫="國民中小學階段前導學校協作計畫"),
        ERROR,
        "不得重複申請計畫二",
    ),
    Case(
        "C39",
        plan_3(1_000, 參與計畫="國民中小學階段前導學校協作計畫"),
        plan_3(1_000, 參與計畫="學習區完全免試國中提升學習品質計畫", 同時申請="計畫四"),
        ERROR,
        "不得重複申請計畫三、計畫四",
    ),
    Case(
        "C39",
        plan_4(1_000, 已申請政府補助={"是否已申請": "是", "計畫名稱": "甲計畫"}),
        plan_4(1_000, 已申請政府補助={"是否已申請": "是", "計畫名稱": "完全免試"}),
    ),
    Case(
        "C68",
        plan_3(1_000, 申辦情形="續辦", 定期上傳="是"),
        plan_3(1_000, 申辦情形="續辦", 定期上傳="否"),
        WARNING,
        "沒有定期上傳活動訊息",
    ),
    Case(
        "C68",
        plan_4(1_000, 申辦情形="初辦", 定期上傳="否"),
        plan_4(1_000, 申辦情形="續辦", 定期上傳="否"),
        WARNING,
    ),
    Case("C47", plan_3(1_000, 計畫別="計畫三"), plan_3(1_000, 計畫別="計畫一"), ERROR, "勾選的是"),
    Case("C47", plan_3(1_000), {"學校名稱": SCHOOL}, ERROR, "沒有填申請類別"),
    # Subsidies
    *(
        Case(
            "C51",
            divided(plan, 100_000 - most, 財力級次=tier),
            divided(plan, 99_999 - most, 財力級次=tier),
        )
        for plan in ("計畫一", "計畫二")
        for tier, most in enumerate((80_000, 85_000, 88_000, 89_000, 90_000), 1)
    ),
    Case(  # 80% of 101 is 80.8: no more than 80
        "C51",
        divided("計畫一", 21, 101, 財力級次=1),
        divided("計畫一", 20, 101, 財力級次=1),
        ERROR,
        "補助 81 元，上限是 80%（80 元），超過 1 元",
    ),
    Case(
        "C51",
        divided("計畫一", 0, 財力級次=1, 辦理模式="自主社群"),
        divided("計畫一", 0, 財力級次=1, 辦理模式="學校"),
    ),
    *(
        Case(
            "C52",
            divided("計畫五", 100_000 - most, 財力級次=tier),
            divided("計畫五", 99_999 - most, 財力級次=tier),
        )
        for tier, most in enumerate((86_000, 87_000, 88_000, 89_000, 90_000), 1)
    ),
    Case(  # 86% of 101 is 86.86: 86 or 87
        "C52", divided("計畫五", 14, 101, 財力級次=1), divided("計畫五", 13, 101, 財力級次=1)
    ),
    *(
        Case(
            "C53",
            divided(plan, 100_000 - most, 財力級次=tier, 學校類型=kind),
            divided(plan, 99_999 - most, 財力級次=tier, 學校類型=kind),
        )
        for plan in ("計畫三", "計畫四")
        for kind, tier, most in (
            ("極偏", 1, 90_000),
            ("特偏", 2, 90_000),
            ("偏遠", 5, 95_000),
        )
    ),
    Case(
        "C53",
        divided("計畫三", 0, 財力級次=1),
        divided("計畫三", 0, 財力級次=1, 學校類型="極偏"),
    ),
    Case(
        "C54",
        divided("計畫五", 14_000, 財力級次=1),
        divided("計畫五", 14_001, 財力級次=1),
        ERROR,
        "自籌款 14,001 元，上限是核定經費 100,000 元扣除補助款後的 14,000 元，超過 1 元",
    ),
    Case("C54", divided("計畫五", 15, 101, 財力級次=1), divided("計畫五", 16, 101, 財力級次=1)),
    Case(  # 最高補助: the agency may pay less
        "C54",
        divided("計畫一", 100_000, 財力級次=1),
        divided("計畫一", 100_001, 財力級次=1),
    ),
    Case("E10", divided("計畫一", 0, 財力級次=5), divided("計畫一", 0, 財力級次=6)),
    Case("E10", divided("計畫一", 0), divided("計畫一", 0, 財力級次=0), ERROR, "財力級次 0"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_at_the_limit_and_one_over(case: Case):
    assert [f for f in found(case.passes) if f.rule == case.rule] == []
    held = [f for f in found(case.fails) if f.rule == case.rule]
    assert [finding.severity for finding in held] == [case.severity], [*map(str, held)]
    assert held[0].clause
    assert case.message in f"{held[0].place}：{held[0].message}"


OWN = [r for r in RULES if "application" in r.forms and not isinstance(r, Deadline)]
"""Those of results, and deadlines, have tests of their own."""


def test_every_rule_of_the_packet_has_a_case():
    """And every rule of the papers that it may settle."""
    asked = {(case.rule, case.severity) for case in CASES}
    settled = {name for rule in OWN for name in rule.settles}
    named = {rule.number for rule in RULES if rule.name in settled}
    assert {rule.number for rule in OWN} | named == {number for number, _ in asked}
    assert {(rule.number, rule.severity) for rule in OWN} <= asked


def test_rules_say_what_they_ask():
    for rule in OWN:
        assert re.search("[\u4e00-\u9fff]", rule.asks)
        assert "。" not in rule.asks


def test_results_hear_the_checklist():
    facts = {"申請類別": "計畫三", "學校名稱": SCHOOL, "成果檢核": ["未完成"]}
    held = [f for f in found(facts, "results") if f.rule == "C44" and "成果檢核第 1 項" in f.where]
    assert len(held) == 1
    assert [f.where for f in found({}, "results")] == ["「申請類別」"]


def test_a_total_given_differently_is_held_against_the_budget():
    """E02: both totals of 附件八 are worked out from the lines; what is given is compared."""
    right = plan_3(45_000, 計畫經費總額="45,000")
    wrong = plan_3(45_000, 計畫經費總額="46,000")
    assert [f for f in found(right) if "計畫經費總額" in f.where] == []
    held = [f for f in found(wrong) if "計畫經費總額" in f.where]
    assert [(f.severity, f.paper) for f in held] == [(ERROR, "經費申請表")]


@pytest.mark.parametrize("kind", KINDS)
def test_without_its_facts_a_packet_says_no_more_than_its_papers(kind: str):
    facts = {"申請類別": kind, "學校名稱": SCHOOL, "自主社群名稱": COMMUNITY}
    asked = {finding.rule for finding in found({**facts, "計畫名稱": "甲計畫"})}
    assert asked <= MUST_BE_SAID | {"C47"}  # and papers that are missing


SUMS = st.sampled_from([None, 0, 1, 79_999, 100_001, 250_001, 10**16 - 1])
OWN_FACTS = st.fixed_dictionaries(
    {"申請類別": st.sampled_from(KINDS)},
    optional={
        "辦理模式": st.sampled_from(["學校", "自主社群", "法人、團體", "甲"]),
        "辦理方式": st.sampled_from(["由大學團隊協助", "由學校自行規劃", "乙"]),
        "學校地區": st.sampled_from(["一般地區學校", "偏遠地區學校", "丙"]),
        "離島": st.sampled_from(["是", "否"]),
        "校訂課程": st.sampled_from(["是", "否"]),
        "班級數": st.sampled_from([0, 9, 10]),
        "編制教師數": st.sampled_from([0, 9, 10**9]),
        "分校數": st.sampled_from([0, 10**8]),
        "同時申請": st.sampled_from(["無", "計畫三", "計畫一、計畫二", []]),
        "計畫三申請金額": SUMS,
        "申請案數": st.sampled_from([0, 1, 2, 3]),
        "場次數": st.sampled_from([0, 1, 10**8]),
        "每場教師數": st.sampled_from([0, 1, 10**8]),
        "到校時數": st.sampled_from([0, "19.99", 20]),
        "計畫五角色": st.sampled_from(["單獨受訪", "協同受訪", "原服務學校"]),
        "住宿費": SUMS,
        "核定經費": SUMS,
        "自籌款": SUMS,
        "財力級次": st.sampled_from([0, 1, 5, 6, "甲"]),
        "學校類型": st.sampled_from(["極偏", "其他"]),
        "學校名稱": st.sampled_from([SCHOOL, COMMUNITY, ""]),
        "大學團隊名稱": st.just(TEAM),
        "經費項目": st.lists(
            st.fixed_dictionaries({"項目": st.sampled_from(["諮詢費", "交通費", "教材教具費"])},
            optional={"單價": SUMS, "數量": st.sampled_from([0, 1, 2])}),
            max_size=3,
        ),
        "資本門": st.just([{"項目": "顯微鏡", "單價": 10**16 - 1, "數量": 1}] * 2),
    },
)  # fmt: skip


@given(facts=OWN_FACTS)
@settings(max_examples=150, deadline=None)
def test_odd_facts_never_raise(facts: Given):
    for finding in found(facts):
        assert str(finding)

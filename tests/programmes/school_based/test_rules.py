"""Rules of 花蓮縣 學校本位進修: each at its limit, and one over."""

from datetime import date
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.checks import Severity
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.programmes.school_based import rules as school_based
from tests.checks.case import Case, check, found, line, silent_rules

BUDGET = "school_based/budget_estimate"
PLAN = "school_based/implementation_plan"
REVIEW = "school_based/review_sheet"
PHOTOS = "school_based/session_result"
ORID = "school_based/orid_feedback"
SUMMARY = "school_based/summary_sheet"
FORMS = (BUDGET, PLAN, REVIEW, PHOTOS, ORID, SUMMARY)

NAMES = {form.rpartition("/")[2] for form in FORMS}
RULES = [rule for rule in school_based.RULES if NAMES & {*rule.forms}]
"""Those of the forms; what a whole packet must keep is tested with the packets."""

SAMPLE = read_facts(get_form(PLAN).sample_path())


def budget(*lines: dict[str, Any], 雜支: int | None = None) -> dict[str, Any]:
    return {"經費項目": list(lines), "雜支": 雜支}


def of_30_000(*lines: dict[str, Any]) -> dict[str, Any]:
    """A budget of 30,000, what the lines leave of it for 講師費."""
    spent = sum(given["單價"] * given["數量"] for given in lines)
    return budget(*lines, line("講師費", 30_000 - spent, unit="節"))


def asked(total: int) -> dict[str, Any]:
    return budget(line("講師費", total, unit="節"))


def session(number: int, **changes: Any) -> dict[str, Any]:
    """All sessions of the sample, one of them changed."""
    sessions = [dict(given) for given in SAMPLE["研習課程"]]
    sessions[number - 1] |= changes
    return {"研習課程": sessions}


def course(name: str) -> dict[str, Any]:
    """The sixth session under another name, and nothing said of what was done before."""
    said = {"課發會增能工作坊辦理情形": "", "課程評鑑辦理情形": ""}
    return said | session(6, 課程名稱=name)


def activities(label: str, *values: Any) -> dict[str, Any]:
    given = zip(SAMPLE["方案"], values, strict=True)
    return {"方案": [activity | {label: value} for activity, value in given]}


def attended_by(*people: str) -> dict[str, Any]:
    """The sample's sessions, each with these 上課人員 in turn, the last for all that follow."""
    sessions = SAMPLE["研習課程"]
    given = [people[min(n, len(people) - 1)] for n in range(len(sessions))]
    return {"研習課程": [s | {"上課人員": p} for s, p in zip(sessions, given, strict=True)]}


def assistant(people: Any, *lines: dict[str, Any], sessions: str = "") -> dict[str, Any]:
    """An assistant budgeted, so many people expected in the first 方案; the second tells none."""
    assisting = lines or (line("助理講師費", 500, 1, "人"),)
    lecturing = SAMPLE["經費項目"][:2]
    said = activities("預計人數", people, ""), attended_by(sessions)
    return said[0] | said[1] | {"經費項目": [*lecturing, *assisting]}


def material(note: str, item: str = "教材教具費", quantity: int = 10, unit: str = "組") -> Any:
    return budget(line(item, 200, quantity, unit, note))


def lecturer(note: str, item: str = "講師費") -> dict[str, Any]:
    return budget(line(item, 1_000, 6, "節", note))


def lessons(*lines: dict[str, Any]) -> dict[str, Any]:
    return {"經費項目": list(lines)}


def named(*courses: str) -> dict[str, Any]:
    """So many sessions of the sample, by these names, of which each is taught in its own way."""
    given = zip(SAMPLE["研習課程"], courses, strict=False)
    return {"研習課程": [s | {"課程名稱": course} for s, course in given]}


def taught(*methods: str) -> dict[str, Any]:
    given = zip(SAMPLE["研習課程"], methods, strict=False)
    return {"研習課程": [s | {"上課方式": method} for s, method in given]}


NOTHING_SHOWN = {
    "計畫目標": "x",
    "需求與延續": "x",
    "預期效益": "x",
    "方案": [{"活動名稱": "共備"}],
    "研習課程": [{"課程名稱": "共備", "上課方式": "工作坊"}],
}
ALL = {"課程名稱": "共同備課", "上課方式": "工作坊"}
YEAR_BEFORE: dict[str, Any] = dict.fromkeys(
    (
        "計畫目標達成情形",
        "資源整合運用情形",
        "教師專業成長情形",
        "永續發展與多元創意",
        "經費核銷與成果彙整情形",
    ),
    "",
)
ONE_ASSISTANT = line("助理講師費", 500, 1, "人")

CASES = [
    Case("A01", BUDGET, asked(30_000), asked(30_001), "合計 30,001 元，上限 30,000 元，超過 1 元"),
    Case("A01", PLAN, asked(30_000), asked(33_000), "3,000 元"),
    Case("A02", BUDGET, asked(33_000), asked(33_001), "合計 33,001 元，上限 33,000 元，超過 1 元"),
    Case("A02", PLAN, asked(33_000), asked(33_001)),
    Case(
        "A03",
        BUDGET,
        budget(line("講師費", 2_000), line("交通費", 1_000), line("場地布置", 30_000)),
        budget(line("講師費", 2_000), line("交通費", 999), line("場地布置", 30_001)),
        "超過 30,000 元的 3,000 元只能用於講師費、助理講師費、交通費，這些項目合起來是 2,999 元",
    ),
    Case(
        "A03",
        BUDGET,
        budget(line("助理講師費", 2_500), line("講師交通費", 500), line("場地布置", 30_000)),
        budget(line("助理講師費", 2_500), line("印刷費", 100, 5), line("場地布置", 30_000)),
    ),
    Case(
        "A03",
        BUDGET,
        budget(line("外聘鐘點費", 1_000), line("場地布置", 30_000)),
        budget(line("講師住宿費", 1_000), line("場地布置", 30_000)),
    ),
    Case(
        "A03",
        BUDGET,
        budget(
            line("車資", 400), line("講師車馬費", 300), line("高鐵票", 300), line("場地", 30_000)
        ),
        budget(line("車資", 400), line("茶水費", 300), line("高鐵票", 300), line("場地", 30_000)),
    ),
    Case(
        "A03",
        BUDGET,
        budget(line("差旅費", 1_000), line("場地布置", 30_000)),
        budget(line("研習旅行平安保險費", 1_000), line("場地布置", 30_000)),
    ),
    Case(
        "A04",
        BUDGET,
        budget(ONE_ASSISTANT),
        budget(line("助理講師費", 500, 2, "人")),
        "經費項目「助理講師費」：助理講師共 2 員，只能編列 1 員",
    ),
    Case("A04", BUDGET, budget(line("助教鐘點費", 500, 6, "節")), budget(*[ONE_ASSISTANT] * 2)),
    Case(  # the lines of two sessions may be one person, those of one session not
        "A04",
        BUDGET,
        budget(*[line("助理講師費", 500, 3, "節", day) for day in ("9/20 研習", "10/18 研習")]),
        budget(*[line(item, 500, 3, "節", "9/20") for item in ("助理講師費", "助教鐘點費")]),
        "助理講師共 2 員",
    ),
    Case(
        "A04",
        BUDGET,
        budget(line("助理講師費", 500, 6, "節", "助理講師一員，研習人數達 30 人以上")),
        budget(line("助理講師費", 500, 6, "節", "助理講師兩員")),
    ),
    Case(
        "A04", BUDGET, budget(line("助教費", 500, 6, "節")), budget(line("2名助教費", 500, 6, "節"))
    ),
    Case("A04", PLAN, assistant(30), assistant(29), "研習人數最多 29 人，未達 30 人"),
    Case("A04", PLAN, activities("預計人數", 1, None) | attended_by("29 人"), assistant(0)),
    Case(
        "A04",
        PLAN,
        assistant("", sessions="本校教師二十四位、鄰校教師 6 名"),
        assistant("", sessions="共 29 人（教師 24 人、家長 30 人次）"),
        "研習人數最多 29 人",
    ),
    Case("A04", PLAN, assistant(24, sessions="30"), assistant(24, sessions="24（含鄰校 30 人次）")),
    Case(
        "A04",
        PLAN,
        assistant("", sessions="") | {"經費項目": SAMPLE["經費項目"]},
        assistant("", sessions="全校教師"),
        "看不出研習人數有沒有 30 人",
    ),
    Case("A04", PLAN, assistant(30), assistant(30, line("助理講師費", 500, 2, "位"))),
    Case(
        "A05",
        BUDGET,
        budget(line("印刷費", 100)),
        budget(line("印刷費（研習手冊）", 101)),
        "經費項目第 1 項「單價」：印刷費單價 101 元，上限 100 元，超過 1 元",
    ),
    Case("A05", PLAN, lessons(line("影印費", 100)), lessons(line("影印費", 101))),
    Case(
        "A06",
        BUDGET,
        of_30_000(line("印刷費", 100, 90)),
        of_30_000(line("印刷費", 100, 90), line("資料印製費", 1)),
        "印刷費 9,001 元，上限是計畫總經費 30,000 元之 30%（9,000 元），超過 1 元",
    ),
    Case(
        "A07",
        BUDGET,
        of_30_000(line("教材教具費(或資料蒐集費)", 6_000)),
        of_30_000(line("教材教具費(或資料蒐集費)", 6_001)),
        "上限是計畫總經費 30,000 元之 20%（6,000 元），超過 1 元",
    ),
    Case(
        "A07",
        BUDGET,
        of_30_000(line("教具費", 3_000), line("資料蒐集費", 3_000)),
        of_30_000(line("教具費", 3_000), line("資料蒐集費", 3_001)),
    ),
    Case(
        "A07",
        BUDGET,
        of_30_000(line("實作材料費", 3_000), line("圖書費", 3_000), line("印刷費（教材印製）", 90)),
        of_30_000(line("實作材料費", 3_000), line("圖書費", 3_001)),
        "上限是計畫總經費 30,000 元之 20%（6,000 元），超過 1 元",
    ),
    *(
        Case("A07", BUDGET, of_30_000(line(other, 6_001)), of_30_000(line(item, 6_001)))
        for item, other in (
            ("材料費", "教材印刷費"),
            ("教學材料", "場地布置材料"),
            ("參考書籍", "圖書館場地費"),
            ("教具費（含影印）", "教具運費"),
            ("資料收集費", "資料影印費"),
        )
    ),
    Case(
        "A08",
        BUDGET,
        budget(line("教材教具費", 200, 10, "組", "磁鐵教具 10 組 x 200")),
        budget(line("教材教具費", 200, 10, "組", "")),
        "經費項目第 1 項「說明」：教材教具費要填品項、數量、單價的說明，現在是空白",
    ),
    Case("A08", BUDGET, material("磁鐵教具 10 組 x 200"), material("如說明"), "看不出品項"),
    Case(
        "A08", BUDGET, material("10 組 x 200", "磁鐵教具費"), material("10 組 x 200"), "看不出品項"
    ),
    Case("A08", BUDGET, material("磁鐵 10 組"), material("磁鐵"), "看不出數量、單價"),
    Case("A08", BUDGET, material("實作材料包 10 組"), material("詳見附件 1")),
    Case(  # one lot says neither how many nor at what price
        "A08",
        BUDGET,
        material("繪本五本，每本三百元", "圖書費", 1, "式"),
        material("繪本五本", "圖書費", 1, "式"),
        "看不出數量、單價",
    ),
    Case("A08", PLAN, lessons(line("教材印製費", 60, 10)), material("品項、數量、單價", unit="批")),
    Case(
        "A09",
        BUDGET,
        budget(line("講師費", 28_300), 雜支=1_698),
        budget(line("講師費", 28_300), 雜支=1_699),
        "「雜支」：雜支 1,699 元，上限是小計 28,300 元之 6%（1,698 元），超過 1 元",
    ),
    Case(  # 6% of 28,333 is 1,699.98
        "A09",
        PLAN,
        budget(line("講師費", 28_333), 雜支=1_699),
        budget(line("講師費", 28_333), 雜支=1_700),
        "（1,699 元），超過 1 元",
    ),
    Case(
        "A09",
        BUDGET,
        budget(line("講師費", 10_000), line("雜支", 600)),
        budget(line("講師費", 10_000), line("雜支", 600), 雜支=1),
        "雜支 601 元，上限是小計 10,000 元之 6%（600 元），超過 1 元",
    ),
    Case(
        "A10",
        BUDGET,
        budget(line("內聘講師費", 1_000, note="教學卓越獎得主")),
        budget(line("內聘講師費", 1_000, note="")),
        "內聘講師沒有敘明專長表現或傑出貢獻",
    ),
    Case(
        "A10",
        BUDGET,
        budget(line("講師費", 1_000, note="")),
        budget(line("講師費", 1_000, note="（內聘講師費）")),
    ),
    Case(
        "A10",
        BUDGET,
        budget(line("講師費", 1_000, note="校內講師，曾獲縣教學卓越獎")),
        budget(line("講師鐘點費", 1_000, note="校內講師")),
    ),
    Case("A10", BUDGET, lecturer("內聘講師，師鐸獎"), lecturer("內聘")),
    Case("A10", BUDGET, lecturer("本校教師，數學專長"), lecturer("本校教師 6 節")),
    Case("A10", BUDGET, lecturer("校內王大明老師：縣輔導團員"), lecturer("校內王大明老師 9/20")),
    Case("A10", BUDGET, lecturer("外聘講師，為本校教師授課"), lecturer("本校", "內聘講師費")),
    Case("A10", BUDGET, lecturer("校內，師鐸獎"), lecturer("校內")),
    Case("A10", BUDGET, lecturer("本校 6 節，數學領域召集人"), lecturer("本校 6 節")),
    Case("A10", BUDGET, lecturer("對象：本校、鄰校"), lecturer("王大明", "講師費（校內）")),
    Case("A10", BUDGET, lecturer("本校教師研習 6 節"), lecturer("本校教務主任擔任")),
    Case("A10", BUDGET, lecturer("外聘 6 節"), lecturer("外聘 4 節、內聘 2 節")),
    Case(
        "A11",
        BUDGET,
        budget(line("講師費", 1_000, 2, "節")),
        budget(line("講師費", 1_000) | {"數量": "1.5", "單位": "節"}),
        "講師費 1.5 節不是整數",
    ),
    Case(
        "A11",
        BUDGET,
        budget(line("講師費", 1_000, 2), line("講師交通費", 350, 2, "趟"), ONE_ASSISTANT),
        budget(line("講師費", 1_000, 2, "小時")),
        "經費項目第 1 項「單位」：講師費的單位是「小時」",
    ),
    Case("A13", PLAN, course("課程評鑑的規準"), course("社團"), "沒有說明已經辦理過"),
    Case("A13", PLAN, course("課程發展委員會增能工作坊"), course("")),
    Case(
        "A13",
        PLAN,
        course("社團") | {"課程評鑑辦理情形": "110學年度已辦理"},
        course("社團") | {"研習課程": []},
    ),
    *(
        Case(
            "A13",
            PLAN,
            course("社團") | {"課發會增能工作坊辦理情形": done},
            course("社團") | {"課發會增能工作坊辦理情形": not_done},
        )
        for done, not_done in (
            ("109 學年度已辦理", "未辦理"),
            ("是", "否"),
            ("這幾年都辦過", "這幾年都沒辦"),
            ("108、110 學年度各辦理一場", "無"),
            ("108學年度未辦理，110學年度已辦理", "尚未"),
            ("110 學年度", "尚未辦理，預計本學年度辦理"),
            ("109學年度辦理過", "從 108 學年度起沒有辦理過"),
            ("110學年度辦理；112學年度預計再辦", "預計 113 學年度辦理"),
        )
    ),
    Case(
        "A13",
        PLAN,
        course("社團") | {"背景說明": "本校於 109 學年度已辦理課程評鑑研習。"},
        course("社團") | {"背景說明": "課程評鑑研習尚未辦理。以前辦理過家長日。"},
    ),
    Case(
        "A14",
        PLAN,
        course("社團") | {"背景說明": "課發會增能工作坊 108 學年度起尚未辦理。"},
        course("社團") | {"背景說明": "課發會委員 12 人。108 學年度起辦理社團。"},
    ),
    Case("A14", PLAN, course("課發會增能工作坊"), course("課程評鑑"), "沒有註明 108學年起"),
    Case(
        "A14",
        PLAN,
        course("課程評鑑") | {"課發會增能工作坊辦理情形": "未辦理"},
        course("課程評鑑") | {"課程評鑑辦理情形": "110學年度已辦理"},
    ),
    Case(
        "A15",
        PLAN,
        {},
        {},
        "審查作業表與實施計畫：期限是 112年3月17日下午5時，112年3月18日 已經過了 1 天",
        date(2023, 3, 17),
        date(2023, 3, 18),
    ),
    Case(
        "A19",
        PLAN,
        {},
        {},
        "修正計畫：期限是 112年4月7日，112年4月8日 已經過了 1 天",
        date(2023, 4, 7),
        date(2023, 4, 8),
    ),
    Case("A19", REVIEW, {}, {}, "1 天", date(2023, 4, 7), date(2023, 4, 8)),
    Case("A15", REVIEW, {}, {}, "", date(2023, 3, 17), date(2023, 3, 18)),
    Case("A15", REVIEW, {"學年度": 113}, {}, "1 天", date(2023, 3, 18), date(2023, 3, 18)),
    Case("A15", REVIEW, {}, {}, "365 天", None, date(2024, 3, 16)),
    Case(
        "A16",
        PLAN,
        session(6, 日期="113年6月30日"),
        session(6, 日期="113年7月1日"),
        "研習課程第 6 項「日期」：研習日期 113年7月1日 不在 112年8月1日至113年6月30日 之內",
    ),
    Case("A16", PLAN, session(1, 日期="112年8月1日"), session(1, 日期="112年7月31日")),
    Case(
        "A16",
        PLAN,
        {"執行期程": "112年8月1日至113年6月30日"},
        {"執行期程": "112年7月31日至113年6月30日"},
        "執行期程 112年7月31日",
    ),
    Case("A16", PLAN, {"執行期程": ""}, {"執行期程": "112年8月1日至113年7月1日"}),
    Case(
        "A16",
        PLAN,
        activities("辦理期程", "112年8月1日至113年6月30日", "下學期"),
        activities("辦理期程", "112年8月1日至113年7月1日", "下學期"),
        "方案第 1 項「辦理期程」：辦理期程 113年7月1日 不在",
    ),
    Case("A16", SUMMARY, {}, activities("辦理期程", "112年7月31日", ""), "112年7月31日"),
    Case("A16", PHOTOS, {"日期": "112年8月1日"}, {"日期": "112年7月31日"}),
    Case("A16", PHOTOS, {"日期": "113年6月30日"}, {"日期": "113年7月1日"}),
    Case("A22", PHOTOS, {}, {}, "成果報告：期限", date(2024, 7, 15), date(2024, 7, 16)),
    Case("A22", ORID, {}, {}, "1 天", date(2024, 7, 15), date(2024, 7, 16)),
    Case(
        "A25",
        PLAN,
        {"研習課程": [ALL, ALL | {"課程名稱": "觀課"}, {"上課方式": "專題討論"}]},
        {"研習課程": [{"課程名稱": "共同備課"}] * 6},
        "6 場的課程名稱都是「共同備課」",
    ),
    Case(
        "A25",
        PLAN,
        {"研習課程": [ALL]},
        {"研習課程": [{"上課方式": "工作坊"}] * 2},
        "2 場的上課方式都是「工作坊」",
    ),
    Case(
        "A25",
        PLAN,
        named("增能研習", "增能研習", "增能研習", "增能研習", "觀課", "議課"),
        named("增能研習", "增能研習", "增能研習", "增能研習", "增能研習", "觀課"),
        "6 場的課程名稱有 5 場是「增能研習」",
    ),
    Case(
        "A25", PLAN, named("共備（上）", "共備（下）"), named("共備", "共備"), "2 場的課程名稱都是"
    ),
    Case(
        "A25",
        PLAN,
        named("共備（上）", "共備（下）", "觀課（上）", "觀課（下）"),
        named("增能研習（一）", "增能研習（二）", "增能研習（三）", "增能研習 4"),
        "4 場的課程名稱",
    ),
    Case("A25", PLAN, named("共備（上）", "共備（中）", "共備（下）"), named(*["共備"] * 3, "")),
    Case("A25", PLAN, named("共備", "共備", "觀課"), named("共備", "共備", "共備", "觀課")),
    Case("A26", PLAN, YEAR_BEFORE, YEAR_BEFORE | {"教師專業成長情形": "x"}, "只填了一部分"),
    Case(
        "A26",
        PLAN,
        {},
        {"計畫目標達成情形": ""},
        "「計畫目標達成情形」：前一學年度的成效與檢討只填了一部分，還缺 計畫目標達成情形",
    ),
    Case("A26", PLAN, {"需求與延續": "x"}, {"需求與延續": ""}, "要填需求與延續"),
    Case(
        "A27",
        REVIEW,
        {"學校名稱": "花蓮縣花蓮市明禮國小"},
        {"學校名稱": "花蓮縣明禮國小"},
        "「花蓮縣明禮國小」看不出鄉鎮市，請寫全銜",
    ),
    Case("A27", REVIEW, {"學校名稱": "花蓮縣豐濱鄉豐濱國中"}, {"學校名稱": "宜昌國小"}, "花蓮縣"),
    Case("A27", REVIEW, {}, {"學校名稱": "花蓮縣吉安鄉公所"}, "看不出國中或國小"),
    Case(
        "A27",
        REVIEW,
        {"學校名稱": {"全銜": "宜昌國小", "縣市": "花蓮縣", "鄉鎮市區": "吉安鄉"}},
        {"學校名稱": "臺東縣臺東市寶桑國小"},
    ),
    *(
        Case("A27", REVIEW, {"學校名稱": full_name}, {"學校名稱": short})
        for full_name, short in (
            ("花蓮縣立宜昌國民中學", "花蓮縣宜昌國民中學"),
            ("花蓮縣私立海星國民小學", "私立海星國民小學"),
            ("海星學校財團法人花蓮縣海星國民中學", "海星學校財團法人臺東縣海星國民中學"),
            ("國立東華大學附設實驗國民小學", "臺東縣國立東華大學附設實驗國民小學"),
            ("慈濟學校財團法人慈濟大學附屬實驗國民小學", "慈濟大學附屬實驗國民小學"),
        )
    ),
    Case(
        "A28",
        REVIEW,
        {},
        {"多元創意性": ["符合"]},
        "多元創意性第 2 項：已有審查結果，這個指標沒有勾選符合程度",
    ),
    Case(
        "A28",
        REVIEW,
        {"審查結果": "", "核定金額": "", "經費編列": []},
        {"審查結果": "不通過", "核定金額": "", "經費編列": []},
    ),
    Case("A29", REVIEW, {}, {"核定金額": ""}, "「核定金額」：審查通過者要填核定金額"),
    Case("A29", REVIEW, {"核定金額": 0}, {"審查結果": "全案通過", "核定金額": ""}),
    Case("A29", REVIEW, {"審查結果": "不通過", "核定金額": ""}, {"審查結果": "不通過"}, "免填"),
    Case(
        "A29",
        REVIEW,
        {"審查結果": "不通過", "核定金額": 0},
        {"審查結果": "不通過", "核定金額": 1},
    ),
    Case("A29", REVIEW, {"審查結果": "", "核定金額": ""}, {"核定金額": ""}),
    Case(
        "A31",
        PLAN,
        {},
        session(2, 講師="", 時間=""),
        "研習課程第 2 項「講師」：這一場沒有填講師、時間",
    ),
    Case("A31", PLAN, session(3, 地點=""), session(3, 地點="") | {"研習地點": ""}, "沒有填地點"),
    Case("A31", PLAN, session(1, 上課人員=""), session(1, 課程名稱=" "), "沒有填課程名稱"),
    Case("A31", PLAN, session(1, 上課方式=""), session(1, 日期=""), "沒有填日期"),
    Case("A31", PLAN, {"研習課程": SAMPLE["研習課程"][:1]}, {"研習課程": []}, "沒有列出任何一場"),
    Case(
        "A32", PLAN, NOTHING_SHOWN | {"預期效益": "期末辦成果發表會"}, NOTHING_SHOWN, "看不出成果"
    ),
    Case("A32", PLAN, NOTHING_SHOWN | taught("分享發表"), NOTHING_SHOWN | taught("發想", "實作")),
    Case("A32", PLAN, NOTHING_SHOWN | {"需求與延續": "成果上傳網站"}, NOTHING_SHOWN),
    *(
        Case("A33", PLAN, {}, {label: ""}, f"「{label}」：計畫格式有「{label}」，現在是空白")
        for label in ("背景說明", "計畫目標", "研習地點", "計畫名稱", "預期效益")
    ),
    Case("A33", PLAN, {"課程評鑑辦理情形": ""}, {"經費項目": []}, "「經費項目」"),
    Case("A33", PLAN, YEAR_BEFORE, {"方案": []}, "「方案」"),
    Case("A34", REVIEW, {"班級數": 0}, {"班級數": ""}, "學校要填班級數，現在是空白"),
    Case("A34", REVIEW, {"教師數": 1}, {"教師數": ""}, "教師數"),
    Case(
        "A35",
        REVIEW,
        {"審查結果": "全案通過", "資源整合性": ["符合", "修正後符合"]},
        {"審查結果": "全案通過"},
        "資源整合性第 2 項：這個指標不符合，審查結果卻是全案通過",
    ),
    Case("A35", REVIEW, {}, {"審查結果": "全案通過", "經費編列": ["不符合"]}),
    Case("A37", PHOTOS, {}, {"照片": []}, "「照片」：要填活動相片，現在是空白"),
    Case(
        "A38",
        PLAN,
        taught("講座", "講座、實作"),
        taught("講座", "專題演講", "講座、演講"),
        "3 場都是「講座」",
    ),
    Case("A38", PLAN, taught("講座"), taught("演講", "演講")),
    Case("A38", PLAN, taught("講座", "", "講座"), taught("講述", "聽講")),
    Case(
        "E04",
        PLAN,
        activities("經費編列", 25_420, 4_550),
        activities("經費編列", 25_420, 4_551),
        "方案的經費編列合計 29,971 元，經費概算表的合計是 29,970 元",
    ),
    Case("E04", PLAN, activities("經費編列", 1, ""), activities("經費編列", 0, 0)),
    Case(
        "E05",
        PLAN,
        lessons(line("講師費", 1, 16, "節"), line("助理講師費", 1, 1, "節")),
        lessons(line("講師費", 1, 15, "節")),
        "講師費共 15 節，研習課程的時間合計 16 節",
    ),
    Case(
        "E05",
        PLAN,
        lessons(line("講師費", 1, 16), line("講師交通費", 350, 3, "趟")),
        lessons(line("外聘鐘點費", 1, 16), line("講師費", 1, 1)),
    ),
    Case(
        "E05",
        PLAN,
        session(1, 時間="") | lessons(line("講師費", 1, 15)),
        session(1, 時間="13:30-15:00"),
    ),
    Case("E05", PLAN, lessons(line("講師費", 1, 12, "小時")), lessons(line("講師費", 1, 12))),
    Case(
        "E06",
        PLAN,
        session(2, 日期="112年9月20日", 時間="09:00-12:00"),
        session(2, 日期="112年9月20日"),
        "研習課程第 2 項「時間」：112年9月20日 13:30-16:30 與第 1 場相同",
    ),
    Case(
        "E06",
        PLAN,
        session(2, 日期="112年9月20日", 時間=""),
        session(2, 日期="112年9月20日", 時間="1330~1630"),
    ),
    Case(
        "E08",
        ORID,
        {"日期": "113年7月31日"},
        {"日期": "113年8月1日"},
        "日期 113年8月1日 不在 112年8月1日至113年7月31日 之內",
    ),
    Case("E08", ORID, {"日期": "112年8月1日"}, {"日期": "112年7月31日"}),
    Case("E08", ORID, {"日期": ""}, {"學年度": 111}),
    Case(
        "E09",
        BUDGET,
        {"計畫名稱": "112學年度共備工作坊"},
        {"計畫名稱": "111 學年度共備工作坊"},
        "計畫名稱寫的是 111學年度，這份資料是 112學年度",
    ),
    Case("E09", PLAN, {"計畫名稱": "2023學年度、108課綱"}, {"計畫名稱": "１１３學年度研習"}),
    Case(
        "E12",
        PLAN,
        activities("辦理場次", 4, 2),
        activities("辦理場次", 4, 1),
        "方案的辦理場次合計 5 場，研習課程有 6 場",
    ),
    Case("E12", PLAN, activities("辦理場次", 7, ""), activities("辦理場次", 7, 0)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_case(case: Case):
    check(case)


def test_every_rule_has_a_case_and_speaks_in_one():
    """Each value in RULES, since several may share a number."""
    assert {case.rule for case in CASES} == {rule.number for rule in RULES}
    assert silent_rules(RULES, CASES) == []


def test_all_say_what_they_ask_and_where_it_is_written():
    for rule in RULES:
        assert rule.asks
        assert rule.clause.document.title.startswith("花蓮縣112學年度")
        assert rule.clause.number
        assert rule.clause.text


def test_severity():
    """A reminder where the text leaves a reading open; A01 as no fact tells it from A02."""
    warnings = {rule.number for rule in RULES if rule.severity is Severity.WARNING}
    assert warnings == {
        *("A01", "A04", "A11", "A15", "A25", "A27", "A32", "A35", "A37", "A38"),
        *("E05", "E06", "E12"),
    }
    errors = {rule.number for rule in RULES if rule.severity is Severity.ERROR}
    assert warnings & errors == {"A04"}  # an error where the text tells how many people come


def test_a_corrected_plan_alone_is_late_after_the_day_of_corrected_plans():
    """Before, no one can tell from the paper, and it is a reminder at most."""
    for form in (PLAN, REVIEW):
        on_time, corrected, late = (
            {(f.rule, f.severity) for f in found(form, {}, date(2023, *day))}
            for day in ((3, 17), (4, 7), (4, 8))
        )
        assert on_time == set()
        assert corrected == {("A15", Severity.WARNING)}
        assert late == {("A15", Severity.WARNING), ("A19", Severity.ERROR)}
    (reminder,) = found(PLAN, {}, date(2023, 4, 5))
    assert "19 天" in reminder.message
    assert "看不出是不是修正版" in str(reminder)


def test_open_sentences_say_how_they_are_read():
    read = {rule.number for rule in RULES if rule.note}
    assert read == {
        *("A01", "A02", "A03", "A04", "A06", "A07", "A09", "A13", "A14", "A15", "A31", "A32")
    }


def test_finding_as_people_read_it():
    facts = of_30_000(line("印刷費", 9_001))
    assert [str(f) for f in found(BUDGET, facts) if f.rule == "A06"] == [
        "[錯誤] 經費項目「印刷費」：印刷費 9,001 元，上限是計畫總經費 30,000 元之 30%"
        "（9,000 元），超過 1 元"
        "（花蓮縣112學年度學校本位進修實施計畫 表 1-1 印刷費：「總價不超過計畫總經費 30%。」）"
        "（說明：「計畫總經費」讀作合計，含雜支）"
    ]


def test_a_budget_with_everything_wrong():
    facts = budget(
        line("內聘講師費", 1_000, 4, "人次", ""),
        line("印刷費", 200, 110),
        line("教材教具費", 20_000, note=""),
        line("場地布置", 20_000),
        雜支=5_000,
    )
    assert [f.rule for f in found(BUDGET, facts)] == [
        *("A01", "A02", "A03", "A05", "A06", "A07", "A08", "A09", "A10", "A11")
    ]


def test_sums_beyond_an_amount_are_said_and_nothing_is_raised():
    facts = budget(*[line("印刷費", 9_999_999_999_999_999)] * 2)
    assert {f.where for f in found(PLAN, facts)} >= {"「合計」"}


@pytest.mark.parametrize("form", FORMS)
def test_blank_forms_raise_nothing(form: str):
    blank = get_form(form).blank()
    for day in (None, date(1912, 1, 1), date(2300, 1, 1)):
        held = {finding.rule for finding in blank.check(day)}
        assert held <= {
            *("A13", "A14", "A15", "A19", "A22", "A26"),
            *("A31", "A32", "A33", "A34", "A37"),
        }

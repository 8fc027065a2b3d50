"""The rules of a packet of results, and the days that follow from a packet's facts."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from jingjin_forms import Finding
from jingjin_forms.checks import Severity
from jingjin_forms.checks.kinds import deadlines_among
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.programmes.active_teaching.rules import RULES
from tests.helpers import docx_text

ERROR, WARNING = Severity.ERROR, Severity.WARNING
SCHOOL, COMMUNITY = "花蓮縣立望海國民中學", "東岸數學好好玩教師社群"
TEAM = "東岸大學教育系望海教師專業團隊"
Given = dict[str, Any]


def packet(stage: str = "results", **facts: Any) -> Packet:
    return load_packet({"送件": f"active_teaching/{stage}", "學校名稱": SCHOOL, **facts})


def results(kind: str, **facts: Any) -> Given:
    return {"申請類別": kind, "執行期程": "112年8月1日至113年7月31日", **facts}


def changed(how: str, **facts: Any) -> Given:
    return results("計畫三", 變更或取消=how, **facts)


WORKSHOP: Given = {"申請類別": "計畫一", "辦理模式": "法人、團體", "教師研習計畫": "是"}
ALL_STUDENTS: Given = {"參與學生數": {"六年級": 60, "七年級": 40}}


class Case(NamedTuple):
    rule: str
    passes: Given
    fails: Given
    severity: Severity = ERROR
    message: str = ""


CASES = [
    *(
        Case(
            "C44",
            results(kind, 影像長度=passes),
            results(kind, 影像長度=fails),
            ERROR,
            f"「影像長度」：影像長度 {fails} 分鐘，{said}",
        )
        for kind in ("計畫一", "計畫三", "計畫四")
        for passes, fails, said in ((5, "4.99", "少於 5 分鐘"), (8, "8.01", "上限 8 分鐘"))
    ),
    *(
        Case("C44", results(kind, 影像長度=5), {**how, "影像長度": length}, WARNING)
        for kind, how in (
            ("計畫五", WORKSHOP),
            ("計畫二", {"申請類別": "自主社群研習"}),
        )
        for length in (4, 9)
    ),
    Case(
        "C44",
        results("計畫四", 上傳季數=4),
        results("計畫四", 上傳季數=3),
        WARNING,
        "歷程紀錄上傳 3 季，執行期程有 4 季，還差 1 季",
    ),
    Case(  # eleven months and some days are three quarters
        "C44",
        results("計畫一", 上傳季數=3, 執行期程="112年8月2日至113年7月31日"),
        results("計畫一", 上傳季數=2, 執行期程="112年8月2日至113年7月31日"),
        WARNING,
    ),
    Case("C44", results("計畫五", 上傳季數=3), results("自主社群研習", 上傳季數=3), WARNING),
    Case(
        "C46",
        changed("未經核准", 變更日期="113年3月31日", 繳回日期="113年5月31日"),
        changed("未經核准", 變更日期="113年3月31日", 繳回日期="113年6月1日"),
        ERROR,
        "補助款 113年6月1日 繳回，期限是 113年5月31日，晚了 1 天",
    ),
    Case(
        "C46",
        changed("經核准", 變更日期="113年3月31日"),
        changed("未經核准", 變更日期="113年3月31日"),
        WARNING,
        "應於二個月內（113年5月31日前）繳回補助款",
    ),
    Case("C46", changed("沒有"), changed("未經核准"), WARNING, "應於二個月內繳回補助款"),
    Case(
        "C59",
        results("計畫三", 辦理方式="由大學團隊協助", 大學團隊名稱=TEAM),
        results("計畫三", 辦理方式="由大學團隊協助"),
        ERROR,
        "成果檢核表 「大學團隊名稱」：辦理方式是由大學團隊協助，大學團隊名稱是空白",
    ),
    Case(
        "C59",
        results("計畫三", 辦理方式="由學校自行規劃"),
        results("計畫三", 辦理方式="由學校自行規劃", 大學團隊名稱=TEAM),
        ERROR,
        "由學校自行規劃，卻填了大學團隊名稱",
    ),
    Case("C59", results("計畫一"), results("計畫三"), WARNING, "由大學團隊協助者要填"),
    Case("C61", results("計畫二", 上傳季數=4), results("計畫二", 上傳季數=3), WARNING, "還差 1 季"),
    Case(
        "C62",
        results("計畫四", 學生數=100, **ALL_STUDENTS),
        results("計畫四", 學生數=101, **ALL_STUDENTS),
        WARNING,
        "參與學生 100 人，全校學生 101 人",
    ),
    Case(
        "C64",
        results("計畫五", 工作報告份數=4),
        results("計畫五", 工作報告份數=3),
        WARNING,
        "工作報告 3 份，執行期程有 4 季，還差 1 份",
    ),
    Case(
        "C65",
        results("計畫三", 預期次數=4, 辦理次數=4),
        results("計畫三", 預期次數=4, 辦理次數=3),
        ERROR,
        "辦理 3 次，少於核定計畫預期的 4 次，差 1 次",
    ),
    Case(
        "C65",
        changed("經核准", 預期次數=4, 辦理次數=3),
        changed("未經核准", 預期次數=4, 辦理次數=3),
    ),
    *(
        Case("C66", changed(how, 變更原因="講座改期"), changed(how, 變更原因=reason), WARNING, said)
        for how in ("經核准", "未經核准")
        for reason, said in (
            ("因補助經費不足，減少一場", "「經費不足」"),
            ("缺乏經費", "「缺乏經費」"),
        )
    ),
    Case(
        "C66",
        changed("沒有", 變更原因="經費不足"),
        changed("經核准", 變更原因="經費編列不足"),
        WARNING,
    ),
    Case(
        "C66",
        changed("經核准", 變更原因="經費充足，報名人數不足"),
        changed("經核准", 變更原因="經費短缺"),
        WARNING,
    ),
]
OWN = [rule for rule in RULES if "results" in rule.forms]


def found(facts: Given, on: date | None = None) -> list[Finding]:
    """What the rules say; that a paper is missing is tested with the papers."""
    return [f for f in packet(**facts).check(on) if f.code != "missing_paper"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_at_the_limit_and_one_beyond(case: Case):
    assert [f for f in found(case.passes) if f.rule == case.rule and f.path[0] != "成果檢核"] == []
    held = [f for f in found(case.fails) if f.rule == case.rule]
    assert [finding.severity for finding in held] == [case.severity], [*map(str, held)]
    assert held[0].clause
    assert case.message in f"{held[0].place}：{held[0].message}"


def test_every_rule_of_results_has_a_case():
    asked = {(case.rule, case.severity) for case in CASES}
    dated = set(deadlines_among(OWN))
    own = {(rule.number, rule.severity) for rule in OWN if rule not in dated}
    assert own - {("C44", ERROR)} <= asked
    assert {rule.number for rule in dated} == {"C45", "C46"}


def late(made: Packet, on: date) -> list[tuple[str, str]]:
    return [(f.rule, f.paper) for f in made.check(on) if "已經過了" in f.message]


@pytest.mark.parametrize("kind", ["計畫一", "計畫二", "計畫三", "計畫四", "計畫五", "自主社群研習"])
def test_accounts_are_closed_within_two_months(kind: str):
    """Those without a 成果檢核表 too."""
    made = packet(**results(kind, 自主社群名稱=COMMUNITY))
    (closing,) = made.deadlines()
    assert (closing[0].number, str(closing[1])) == ("C45", "113年9月30日")
    assert late(made, date(2024, 9, 30)) == []
    assert late(made, date(2024, 10, 1)) == [("C45", "核結")]
    assert packet(申請類別=kind, 自主社群名稱=COMMUNITY).deadlines() == []


def test_money_is_given_back_within_two_months():
    facts = {"申請類別": "計畫一", "變更或取消": "未經核准", "變更日期": "113年2月29日"}
    made = packet(**facts)
    assert [(due.number, str(day)) for due, day in made.deadlines()] == [("C46", "113年4月30日")]
    assert late(made, date(2024, 4, 30)) == []
    assert late(made, date(2024, 5, 1)) == [("C46", "補助款繳回")]
    for lawful in ({"繳回日期": "113年4月30日"}, {"變更或取消": "經核准"}):
        assert packet(**{**facts, **lawful}).deadlines() == []
        assert late(packet(**{**facts, **lawful}), date(2024, 5, 1)) == []


def test_a_workshop_is_applied_for_two_months_before():
    facts = {"申請類別": "自主社群研習", "自主社群名稱": COMMUNITY, "辦理時間": "113年5月15日"}
    made = packet("application", **facts)
    ((due, day),) = made.deadlines()
    assert (due.number, str(day)) == ("C40", "113年3月15日")
    assert late(made, date(2024, 3, 15)) == []
    assert late(made, date(2024, 3, 16)) == [("C40", "自主社群研習申請表")]
    for other in ({"辦理時間": "另訂"}, {"修正版": "是"}, {"申請類別": "計畫四"}):
        assert packet("application", **{**facts, **other}).deadlines() == []


def test_the_list_of_papers_shows_the_day(tmp_path: Path):
    packet(**results("計畫二")).save(tmp_path)
    listed = docx_text((tmp_path / "送件清單.docx").read_bytes())
    assert "113年9月30日" in listed


@pytest.mark.parametrize("kind", ["計畫五", "自主社群研習"])
def test_results_without_a_form_know_the_school_and_the_period(kind: str):
    assert packet(**results(kind)).problems == ()


def test_the_school_is_told_wrong_once():
    made = packet(申請類別="計畫三", 執行期程="去年", 學校名稱=["甲"])
    assert sorted(p.where for p in made.problems) == ["「執行期程」", "「學校名稱」"]

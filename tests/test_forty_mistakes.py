"""Forty mistakes that people make, and the message that each gets."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

HEAD = "表件: 表1-1\n學校名稱: 花蓮縣吉安鄉晨曦國民小學\n學年度: 112\n"
REVIEW, ORID = HEAD.replace("表1-1", "審查作業表"), HEAD.replace("表1-1", "ORID")
LINE = "經費項目:\n  - 項目: 講師費\n    單價: 1,000\n    數量: 6\n"
ROSTER = "編號,學校名稱,雜支\n1,花蓮縣甲國小,0\n"
PACKET = "送件: school_based/application\n學校名稱: 花蓮縣甲國小\n"
BATCH = ("batch", "名冊.csv", "--form", "表1-1", "-o", "out")
PYTHON = ("Traceback", "None", "Path(", "ValueError", "KeyError", "__", "overwrite=")


class Mistake(NamedTuple):
    """What was typed into the files and at the prompt, and the message."""

    what: str
    told: str
    arguments: tuple[str, ...] = ("fill", "a.yaml")
    files: tuple[tuple[str, str], ...] = ()
    code: int = 1


def facts(text: str, *arguments: str) -> dict[str, Any]:
    return {"files": (("a.yaml", text),), "arguments": arguments or ("fill", "a.yaml")}


def roster(text: str, *more: str) -> dict[str, Any]:
    return {"files": (("名冊.csv", text),), "arguments": (*BATCH, *more)}


MISTAKES = [
    # The wrong kind of value.
    Mistake("千分位的逗號", "金額「2,0000」的千分位逗號位置不對", **facts(HEAD + "雜支: 2,0000\n")),
    Mistake(
        "金額寫國字",
        "金額「二千」不是數字；請填整數元，例如 15000 或 15,000。",
        **facts(HEAD + "雜支: 二千\n"),
    ),
    Mistake("金額有小數", "金額「1.5」有小數；請填整數元", **facts(HEAD + "雜支: 1.5\n")),
    Mistake("金額是負的", "金額「-1」是負數", **facts(HEAD + "雜支: -1\n")),
    Mistake("學年度寫今年", "「今年」不是學年度", **facts(HEAD.replace("112", "今年"))),
    Mistake(
        "沒有這一天",
        "日期「112年2月30日」不存在",
        **facts(ORID + "日期: 112年2月30日\n"),
    ),
    Mistake(
        "星期寫錯",
        "112年9月20日是星期三；請改成(三)",
        **facts(ORID + "日期: 112年9月20日(四)\n"),
    ),
    Mistake(
        "選項外的字",
        "不在選項內，是不是「不通過」？可填的有：全案通過、修正後通過、不通過",
        **facts(REVIEW + "審查結果: 過\n"),
    ),
    Mistake(
        "人數寫國字的約數",
        "填的是「二十幾」，要填整數，例如 6。",
        **facts(REVIEW + "教師數: 二十幾\n"),
    ),
    Mistake(
        "清單寫成一句話",
        "要填成清單：每一項各自一列（YAML 用「- 」開頭）",
        **facts(HEAD + "經費項目: 講師費\n"),
    ),
    Mistake(
        "清單的一項只有字",
        "填的是「講師費」，要填一組資料",
        **facts(HEAD + "經費項目:\n  - 講師費\n"),
    ),
    Mistake(
        "填的總價不是單價乘數量",
        "填的是 5,000，依其他欄位算出是 6,000",
        code=0,
        **facts(HEAD + LINE + "    總價: 5,000\n"),
    ),
    # Names.
    Mistake("欄位打錯字", "沒有這個欄位，是不是「雜支」？", **facts(HEAD + "雜費: 1\n")),
    Mistake(
        "清單裡的欄位打錯字",
        "經費項目第 1 項「單位價」：沒有這個欄位，是不是「單價」？",
        **facts(HEAD + LINE.replace("單價", "單位價")),
    ),
    Mistake("沒有填學校", "「學校名稱」：沒有填，請補上。", **facts("表件: 表1-1\n")),
    Mistake(
        "同一欄填兩次",
        "第 5 行的欄位「雜支」前面已經有了，請只留一個。",
        **facts(HEAD + "雜支: 1\n雜支: 2\n"),
    ),
    Mistake("沒有寫哪一張表", "沒有寫明是哪一張表件", **facts("學校名稱: 花蓮縣甲國小\n")),
    Mistake(
        "沒有這張表",
        "是不是：經費申請表、經費概算表、經費概算？",
        ("new", "經費總表", "-o", "b.yaml"),
    ),
    Mistake(
        "表名有兩張",
        "不只一張表件：active_teaching/activity_outcome_checklist（附件十一）",
        ("new", "成果檢核表", "-o", "b.yaml"),
    ),
    Mistake("沒有這個計畫", "沒有「台北」這個計畫；有：", ("rules", "台北")),
    Mistake(
        "學校沒有寫縣市",
        "「晨曦國民小學」沒有寫縣市，紙上照這樣印",
        code=0,
        **facts(HEAD.replace("花蓮縣吉安鄉", "")),
    ),
    Mistake("命令打錯字", "沒有「fil」這個命令，是不是 fill？", ("fil", "a.yaml"), code=2),
    Mistake(
        "選項打錯字",
        "沒有「--ouput」這個選項，是不是 --out？",
        ("fill", "a.yaml", "--ouput", "b"),
        code=2,
    ),
    # Files.
    Mistake("檔名打錯字", "找不到資料檔「沒有.yaml」", ("fill", "沒有.yaml")),
    Mistake("給的是資料夾", "「.」不是能讀的資料檔", ("fill", ".")),
    Mistake(
        "Word 檔當資料檔",
        "填好的 Word 檔不能當資料檔，請用 jingjin new 產生資料檔再填",
        ("fill", "a.docx"),
        files=(("a.docx", "PK\x03\x04 not yaml"),),
    ),
    Mistake("空的資料檔", "「a.yaml」是空的。", **facts("")),
    Mistake(
        "冒號是全形",
        "第 2 行第 5 字附近的 YAML 寫法有誤：冒號是全形「：」，請改成半形「:」",
        **facts("表件: 表1-1\n學校名稱：花蓮縣甲國小\n"),
    ),
    Mistake(
        "用 Tab 縮排", "縮排用了 Tab，請改用空格。", **facts(HEAD + "經費項目:\n\t- 項目: 講師費\n")
    ),
    Mistake(
        "「#」後面的字",
        "第 4 行「計畫名稱」：「#1 工作坊」會被當成註解，只讀到「閱讀」",
        **facts(HEAD + "計畫名稱: 閱讀 #1 工作坊\n"),
    ),
    Mistake(
        "副檔名不對", "副檔名要是 .yaml、.xlsx、.docx 或 .odt", ("new", "表1-1", "-o", "a.txt")
    ),
    Mistake(
        "檔案已經有了",
        "要覆寫請加 --overwrite。",
        ("new", "表1-1", "-o", "a.yaml"),
        (("a.yaml", "我的"),),
    ),
    Mistake("檔名裡有空格", "有空格的要加引號", ("fill", "我的", "資料.yaml"), code=2),
    # Rosters.
    Mistake(
        "名冊欄名打錯字",
        "「雜費」：沒有這個欄位，是不是「雜支」？",
        **roster("編號,學校名稱,雜費\n1,花蓮縣甲國小,0\n"),
    ),
    Mistake(
        "另一張表的名冊",
        "這是「審查作業表」（school_based/review_sheet）的名冊",
        **roster("學校名稱,班級數,教師數\n花蓮縣甲國小,1,2\n"),
    ),
    Mistake(
        "名冊裡一格填錯",
        "第 3 列 花蓮縣乙國小：「雜支」：金額「一千」不是數字",
        **roster(ROSTER + "2,花蓮縣乙國小,一千\n"),
    ),
    Mistake(
        "兩列同一校",
        "與第 3 列同名（花蓮縣甲國小_經費概算表.docx）",
        **roster(ROSTER + "2,花蓮縣甲國小,0\n"),
    ),
    Mistake(
        "檔名樣式沒有這一欄",
        "沒有「校名」，{} 內可用的有：",
        **roster(ROSTER, "--name", "{校名}.docx"),
    ),
    # The order of work.
    Mistake("送件當成一張表", "請用 jingjin packet a.yaml", **facts(PACKET)),
    Mistake(
        "一張表當成送件",
        "這份資料寫的是一張表件；產生它請用 jingjin fill。",
        **facts(HEAD, "packet", "a.yaml"),
    ),
    Mistake(
        "送件當成表件來看",
        "是送件，不是一張表件：要填的欄位用 jingjin new",
        ("show", "school_based/application"),
    ),
    Mistake(
        "送件的日子看不懂",
        "讀不懂日期「三月」；請填民國年月日",
        **facts(HEAD, "check", "a.yaml", "--on", "三月"),
    ),
    Mistake(
        "期限過了才檢核",
        "期限是 112年4月7日，112年4月8日 已經過了 1 天",
        **facts(REVIEW, "check", "a.yaml", "--on", "112年4月8日"),
    ),
]


def test_there_are_forty_and_more_each_once():
    assert len(MISTAKES) >= 40
    assert len({mistake.what for mistake in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_a_mistake_and_its_message(jingjin: Any, mistake: Mistake):
    for name, text in mistake.files:
        Path(name).write_text(text, encoding="utf-8")
    result = jingjin(*mistake.arguments)
    told = result.out + result.err
    assert mistake.told in told
    assert result.code == mistake.code
    assert not [word for word in PYTHON if word in told]
    for name, text in mistake.files:  # nothing is lost
        assert Path(name).read_text(encoding="utf-8") == text

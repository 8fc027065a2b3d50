"""What people mistype in a facts file: nothing vanishes, and the line that is wrong is named."""

import re
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import BudgetEstimate, FactsError, FileProblemError, get_form, list_forms, load
from jingjin_forms.facts.facts_file import TextFault, parse_yaml, read_facts
from jingjin_forms.facts.fields import instructions
from jingjin_forms.facts.yaml_losses import Remark
from jingjin_forms.forms.skeleton import yaml_skeleton
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.packets.skeleton import packet_skeleton, skeleton_notes
from jingjin_forms.tables import read_table

LINES = "經費項目:\n  - 項目: 講師費\n"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("計畫名稱：閱讀\n雜支: 3\n", 1, "冒號是全形「：」"),
        ("學年度: 112\n計畫名稱：閱讀\n雜支: 3\n", 2, "冒號是全形「：」"),
        ("學年度: 112\n計畫名稱：閱讀\n", 2, "冒號是全形「：」"),
        (f"{LINES}    單價：3\n    數量: 3\n", 3, "冒號是全形「：」"),
        ("經費項目:\n  - 項目：講師費\n    單價: 3\n", 2, "冒號是全形「：」"),
        ("計畫名稱:閱讀\n雜支: 3\n", 1, "「:」後面少了一個空格"),
        (f"{LINES}    單價:3\n    數量: 3\n", 3, "「:」後面少了一個空格"),
        (f"{LINES}  -項目: 乙\n", 3, "「-」後面少了一個空格"),
        ("經費項目:\n  -項目: 甲\n   單價: 3\n", 2, "「-」後面少了一個空格"),
        ("經費項目:\n  -講師費\n", 2, "「-」後面少了一個空格"),
        ("經費項目:\n  -項目: 甲\n", 2, "「-」後面少了一個空格"),
        ("計畫名稱: 閱讀\t素養\n", 1, "文字裡有 Tab（從 Excel 或 Word 貼上的常有），請改成空格"),
        ("計畫名稱: |-\n  閱讀\n\t素養\n", 3, "縮排用了 Tab，請改用空格"),
        ("經費項目:\n　- 項目: 甲\n", 2, "縮排用了全形空格，請改用半形空格"),
        (f"{LINES}　　單價: 3\n", 3, "縮排用了全形空格，請改用半形空格"),
        ("計畫名稱: |-\n　　閱讀\n雜支: 3\n", 2, "縮排用了全形空格，請改用半形空格"),
        ("計畫名稱: |-\n閱讀\n雜支: 3\n", 2, "這一行沒有縮排；「|-」底下的每一行"),
        ("計畫名稱: |-\n閱讀\n素養\n雜支: 3\n", 2, "這一行沒有縮排；「|-」底下的每一行"),
        ("計畫名稱: |-\n  閱讀\n素養\n雜支: 3\n", 3, "這一行沒有縮排；「|-」底下的每一行"),
        ("計畫名稱: |-\n時間: 12:20\n", 1, "「|-」底下沒有文字"),
        ("計畫名稱: 閱讀\n素養\n雜支: 3\n", 2, "是上一欄的文字，請在上一欄寫「|-」"),
        ("計畫名稱: 閱讀\n  素養\n", 1, "第 2 行會印成一行「閱讀 素養」；要分行"),
        ("計畫名稱: '閱讀\n  素養'\n", 1, "第 2 行會印成一行「閱讀 素養」；要分行"),
        ('計畫名稱: "閱讀\n雜支: 3\n', 1, "引號只有一半"),
        ('計畫名稱: "閱讀\n雜支: "3"\n', 1, "引號只有一半"),
        ('計畫名稱: "他說""好""\n走了"\n雜支: 3\n', 1, "引號裡面還有引號，請改用「|-」"),
        ("電話 #569: 038\n雜支: 3\n", 1, "「#」之後會被當成註解"),
    ],
)
def test_the_line_that_is_wrong_is_named(text: str, line: int, told: str):
    with pytest.raises(TextFault) as caught:
        parse_yaml(text)
    assert re.match(rf"第 {line} 行", str(caught.value)), str(caught.value)
    assert told in str(caught.value)


def test_several_lines_are_told_at_once():
    with pytest.raises(TextFault, match=r"有 2 個問題：\n  1. 第 2 行.*\n  2. 第 3 行"):
        parse_yaml("甲:\n　乙: 1\n　丙: 2\n")


def remarks_of(text: str) -> list[Remark]:
    found: list[Remark] = []
    parse_yaml(text, found)
    return found


@pytest.mark.parametrize(
    ("text", "line", "read", "comment"),
    [
        ("電話: 03-8651024 #569\n", 1, "03-8651024", "#569"),
        ("雜支: 3\n計畫名稱: 閱讀素養 #1 工作坊\n", 2, "閱讀素養", "#1 工作坊"),
        ("計畫名稱: #1 工作坊\n雜支: 3\n", 1, "", "#1 工作坊"),
        ("計畫名稱:\n  #1 工作坊\n", 2, "", "#1 工作坊"),
        ("電話: '038' # 569\n", 1, "038", "# 569"),
        ("甲:\n  - 乙 #1\n", 2, "乙", "#1"),
        ("甲:\n  - #1\n  - 丙\n", 2, "", "#1"),
        ("甲:\n  - 乙\n  - #1\n", 3, "", "#1"),
        ("甲: [乙 #1\n  , 丙]\n", 1, "乙", "#1"),
        ("電話: 038\n  #569\n", 2, "038", "#569"),
        ("甲: |-\n  乙\n#1 丙\n", 3, "乙", "#1 丙"),
        ("甲: |- # 丙\n  乙\n", 1, "乙", "# 丙"),
        ("電話: 038 #569\r\n雜支: 3\r\n", 1, "038", "#569"),
    ],
)
def test_text_in_a_comment_is_found(text: str, line: int, read: str, comment: str):
    (found,) = remarks_of(text)
    assert (found.line, found.value, found.comment) == (line, read, comment)


@pytest.mark.parametrize(
    "text",
    [
        "# 說明\n電話: 038\n# 說明\n雜支: 3\n",
        "電話: '038 #569'\n",
        "電話: 038#569\n",
        "甲: |-\n  乙 #1\n  #2\n",
        "甲: |-\n  乙\n\n# 丙\n丁: 1\n",
        "經費項目: # 依支給表\n  - 項目: 甲\n    # 數量: 3\n    單價: 3\n",
        "經費項目:\n  # - 項目: 甲\n雜支: 3\n",
    ],
)
def test_what_is_no_value_s_comment_stays_silent(text: str):
    assert remarks_of(text) == []


def test_both_readings_and_how_to_quote(tmp_path: Path):
    path = tmp_path / "a.yaml"
    text = "學校名稱: 花蓮縣甲國小\n計畫名稱: 閱讀素養 #1 工作坊\n雜支: 很多\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        BudgetEstimate.load(path)
    first, second = map(str, caught.value.problems)
    assert first == (
        "第 2 行「計畫名稱」：「#1 工作坊」會被當成註解，只讀到「閱讀素養」；要印出「閱讀素養 #1 "
        '工作坊」請加引號：計畫名稱: "閱讀素養 #1 工作坊"；只是註記請另寫一行，從行首「# 」寫起。'
    )
    assert "「雜支」" in second  # all at once
    path.write_text(
        text.replace("閱讀素養 #1 工作坊", '"閱讀素養 #1 工作坊"').replace("很多", "3"), "utf-8"
    )
    assert BudgetEstimate.load(path).plan_name == "閱讀素養 #1 工作坊"


def test_in_a_packet_and_in_a_batch_too(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("送件: school_based/application\n計畫名稱: 甲 #1\n", encoding="utf-8")
    with pytest.raises(FactsError, match="「#1」會被當成註解"):
        load_packet(path)
    path.write_text("- 學校名稱: 花蓮縣甲國小 #1\n", encoding="utf-8")
    with pytest.raises(FactsError, match="「#1」會被當成註解"):
        read_table(path, BudgetEstimate)


@pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)
def test_a_skeleton_s_own_comments_may_stay(form: Any):
    text = yaml_skeleton(form)
    emptied = re.sub(r"(?m)^ +.*\n", "", text)  # 不用的整組刪去
    found = [*remarks_of(text), *remarks_of(emptied)]
    assert {remark.words for remark in found} <= instructions(form)


@pytest.mark.parametrize("application", list_applications(), ids=lambda a: a.key)
def test_a_packet_skeleton_s_own_comments_may_stay(application: Any, tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text(packet_skeleton(application), encoding="utf-8")
    facts = read_facts(path)
    assert facts.remarks
    assert facts.losses(skeleton_notes(application)) == []
    emptied = re.sub(r"(?m)^ +.*\n", "", packet_skeleton(application))  # 不用的整組刪去
    path.write_text(emptied, encoding="utf-8")
    assert read_facts(path).losses(skeleton_notes(application)) == []


def test_a_cell_of_excel_keeps_its_lines(tmp_path: Path):
    text = '經費項目:\n  - 項目: 講師費\n    說明: "第一行\n第二行: 乙\n\n第四行"\n    單價: 3\n'
    path = tmp_path / "a.yaml"
    path.write_text(f"學校名稱: 花蓮縣甲國小\n{text}", encoding="utf-8")
    (line,) = BudgetEstimate.load(path).lines
    assert (line.note, line.unit_price) == ("第一行\n第二行: 乙\n\n第四行", 3)


def test_of_a_file_that_is_no_facts_at_all(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("表件: 經費概算表 #2\n學校名稱: 花蓮縣甲國小\n", encoding="utf-8")
    with pytest.raises(FactsError, match=r"第 1 行「表件」：「#2」會被當成註解"):
        load(path)
    path.write_text("計畫名稱：閱讀\n", encoding="utf-8")
    with pytest.raises(FileProblemError, match="冒號用半形，後面空一格"):
        get_form("經費概算表").load(path)

"""A description is itself checked: everything at once, each by file, line and key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jingjin_forms.errors import DescriptionError, FileProblemError
from jingjin_forms.forms.tagged.description_reading import parse_description
from jingjin_forms.forms.tagged.form import form_of
from tests.docs.running import write_word
from tests.forms.tagged.descriptions import BUDGET_TEMPLATE

TEMPLATE = (
    BUDGET_TEMPLATE + "{{ 人數|整數 }}{{ 日期|民國日期 }}{{ 方式.線上|單選 }}{{ 方式.實體|單選 }}"
)


def told(folder: Path, description: str, template: str = TEMPLATE) -> list[str]:
    """What is said of a description, line by line."""
    write_word(folder / "我的表.docx", template)
    (folder / "我的表.yaml").write_text(description, encoding="utf-8")
    with pytest.raises(DescriptionError) as refused:
        form_of(folder / "我的表.docx")
    assert refused.value.subject == "「我的表.yaml」"
    return [str(problem) for problem in refused.value.problems]


def rule(text: str) -> str:
    return f"規則:\n  - {{{text}, 條文: 甲}}\n"


def cases() -> Iterator[tuple[str, str]]:
    field = "第 2 行 「欄位」 › "
    yield "欄位:\n  校長: 文字\n", field + "「校長」：範本裡沒有標記印這個標籤"
    yield (
        "欄位:\n  學校: {說明: 甲}\n",
        field + "「學校」：範本裡沒有標記印這個標籤，計算與規則也沒有用到；是不是「學校名稱」？",
    )
    yield (
        "欄位:\n  經費項目:\n    欄位:\n      單位: 文字\n",
        "第 4 行 「欄位」 › 「經費項目」 › 「欄位」 › 「單位」：範本裡沒有標記",
    )
    yield "欄位:\n  人數: 元\n", field + "「人數」 › 「類型」：範本的標記是「整數」"
    yield "欄位:\n  經費項目: 元\n", field + "「經費項目」 › 「類型」：範本的標記是「清單」"
    yield "欄位:\n  雜支: 清單\n", field + "「雜支」 › 「類型」：範本的標記是「元」"
    yield "欄位:\n  雜支: {列數: 3}\n", field + "「雜支」 › 「列數」：只有清單有列數"
    yield "欄位:\n  雜支: {欄位: {甲: 元}}\n", field + "「雜支」 › 「欄位」：只有清單與組裡面有欄位"
    yield (
        "欄位:\n  雜支: {類型: 元, 選項: [甲]}\n",
        field + "「雜支」 › 「選項」：只有單選與複選有選項",
    )
    yield "欄位:\n  方式: {可複選: 是}\n", field + "「方式」 › 「可複選」：範本的標記是「單選」"
    yield "欄位:\n  方式: {選項: [線上, 郵寄]}\n", field + "「方式」 › 「選項」：範本印了「實體」"
    yield "欄位:\n  合計大寫: 單選\n", field + "「合計大寫」 › 「選項」：要寫有哪些選項"
    yield (
        "欄位:\n  合計: {計算: 小計 +}\n",
        field + "「合計」 › 「計算」：填的是「小計 +」，第 5 字：計算式在這裡就結束了",
    )
    yield (
        "欄位:\n  合計: {計算: 雜枝 + 1}\n",
        field + "「合計」 › 「計算」：沒有「雜枝」這個欄位，是不是「雜支」？",
    )
    yield (
        "欄位:\n  合計: {計算: 總價}\n",
        field + "「合計」 › 「計算」：沒有「總價」這個欄位，是不是「經費項目.總價」？",
    )
    yield (
        "欄位:\n  合計: {計算: 經費項目.總價}\n",
        field + "「合計」 › 「計算」：「經費項目.總價」每一列都有",
    )
    yield (
        "欄位:\n  合計: {計算: 雜支 的合計}\n",
        field + "「合計」 › 「計算」：「雜支」不在清單裡，沒有合計",
    )
    yield (
        "欄位:\n  合計: {計算: 日期 + 1}\n",
        field + "「合計」 › 「計算」：「日期」是「民國日期」，不是數字",
    )
    yield "欄位:\n  合計: {計算: 總計 = 雜支}\n", field + "「合計」 › 「計算」：等號左邊是「總計」"
    yield (
        "欄位:\n  合計: {計算: 國字大寫(雜支)}\n",
        field + "「合計」 › 「計算」：國字大寫算出來是文字",
    )
    yield "欄位:\n  合計: {計算: 雜支, 必填: 是}\n", field + "「合計」 › 「必填」：算出來的不用填"
    yield (
        "欄位:\n  合計: {計算: 合計 + 1}\n",
        field + "「合計」 › 「計算」：繞了一圈，算不出來：合計 → 合計",
    )
    yield (
        "欄位:\n  日期: {計算: 雜支}\n",
        field + "「日期」 › 「計算」：類型是「民國日期」，不能計算",
    )
    inner = "欄位:\n  經費項目: {欄位: {總價: {計算: 單價 × 人數}}}\n"
    yield (
        inner,
        "「計算」：沒有「人數」這個欄位，是不是「數量」？（這裡只能用同一列或同一組的欄位）",
    )
    at = "第 2 行 「規則」第 1 項 › "
    yield rule("欄位: 合訃, 上限: 3"), at + "「欄位」：沒有「合訃」這個欄位，是不是「合計」？"
    yield (
        rule("欄位: 單價, 上限: 3"),
        at + "「欄位」：沒有「單價」這個欄位，是不是「經費項目.單價」？",
    )
    yield rule("欄位: 日期, 上限: 3"), at + "「欄位」：「日期」是「民國日期」，這種規則要的是「元"
    yield (
        rule("欄位: 雜支, 期間: 學年度"),
        at + "「欄位」：「雜支」是「元」，這種規則要的是「民國日期、期間」",
    )
    yield rule("欄位: 雜支, 字數: 3"), at + "「欄位」：「雜支」是「元」，這種規則要的是「文字"
    yield rule("欄位: 雜支, 筆數: 3"), at + "「欄位」：「雜支」是「元」，這種規則要的是「清單」"
    yield (
        rule("欄位: 雜支, 上限: 人樹 × 2"),
        at + "「上限」：沒有「人樹」這個欄位，是不是「人數」？",
    )
    yield rule("欄位: 雜支, 上限: 日期"), at + "「上限」：「日期」是「民國日期」，不是數字"
    yield (
        rule("欄位: 雜支, 比例: 6%, 基準: 小記"),
        at + "「基準」：沒有「小記」這個欄位，是不是「小計」？",
    )
    yield rule("欄位: 雜支, 相等: 沒有"), at + "「相等」：沒有「沒有」這個欄位"
    yield rule("欄位: 雜支 + 1 × 合計, 上限: 3"), at + "「欄位」：這裡要是一個欄位"
    yield (
        rule("欄位: 雜支, 上限: 3, 當: 辨式 = 線上"),
        at + "「當」：沒有「辨式」這個欄位，是不是「方式」？",
    )
    yield (
        rule("欄位: 雜支, 上限: 3, 當: 方式 = 郵寄"),
        at + "「當」：「郵寄」不是「方式」的選項；有：線上、實體",
    )
    yield (
        rule("編號: A05, 比例: 5%"),
        at + "「編號」：沒有「欄位」與「條文」，又沒有「依據」的表件可以改",
    )
    yield "依據: 經費慨算表\n", "第 1 行 「依據」：沒有「經費慨算表」這張表件；是不是："
    yield "依據: 別張.docx\n", "第 1 行 「依據」：找不到範本檔"
    yield "去掉規則: A05\n", "第 1 行 「去掉規則」：沒有「依據」的表件，就沒有規則可以去掉"
    base = "依據: school_based/budget_estimate\n"
    yield base + "去掉規則: Z05\n", "第 2 行 「去掉規則」：沒有編號 Z05 的規則；有：A01、"
    at = "第 3 行 「規則」第 1 項 › "
    yield base + rule("編號: A05, 比例: 5%"), at + "「比例」：編號 A05 不是「比例」的規則"
    yield (
        base + rule("編號: Z05, 比例: 5%"),
        at + "「編號」：依據的表件沒有編號 Z05 的規則；有：A01、",
    )
    yield (
        base + "規則:\n  - {編號: A09, 比例: 5}\n",
        at + "「比例」：改了限制，要寫新的「條文」（原來是「以小計金額之 6%為限」）",
    )


def test_an_hour_that_is_none_is_told_at_its_line(tmp_path: Path):
    (said,) = told(tmp_path, rule("截止: 113年3月15日, 時間: 傍晚"))
    assert said.startswith("第 2 行 ")
    assert "「傍晚」不是時間；請寫 17:00 或 下午5時" in said


@pytest.mark.parametrize(("description", "message"), list(cases()))
def test_what_is_said_of_each_fault(tmp_path: Path, description: str, message: str):
    (said,) = told(tmp_path, description)
    assert message in said


def test_everything_is_said_at_once_in_the_order_of_lines(tmp_path: Path):
    description = """\
欄位:
  校長: 文字
  人數: 元
  合計: {計算: 合計大寫 + 1}
  合計大寫: {計算: 合計 + 日期}
規則:
  - {欄位: 合訃, 上限: 3, 條文: 甲}
  - {欄位: 雜支, 上限: 3, 當: 方式 = 郵寄, 條文: 甲}
"""
    said = told(tmp_path, description)
    lines = [int(line.split()[1]) for line in said]
    assert lines == [2, 3, 4, 5, 5, 7, 8]
    assert "繞了一圈，算不出來：合計 → 合計大寫 → 合計" in said[2]


def test_faults_of_structure_and_content_are_said_together(tmp_path: Path):
    description = """\
題目: 甲
欄位:
  校長: {計算: 雜支 +}
  監督: 元
  總務: 圓
規則:
  - {欄位: 合計, 上限: 監督 +, 條文: 甲}
  - {欄位: 合訃, 上限: 3, 條文: 甲}
"""
    said = told(tmp_path, description)
    assert [line.split("：")[0] for line in said] == [
        "第 1 行 「題目」",
        "第 3 行 「欄位」 › 「校長」 › 「計算」",
        "第 3 行 「欄位」 › 「校長」",
        "第 5 行 「欄位」 › 「總務」 › 「類型」",
        "第 7 行 「規則」第 1 項 › 「上限」",
        "第 8 行 「規則」第 2 項 › 「欄位」",
    ]


def test_faults_of_structure_too():
    description = """\
標題: 甲
標題: 乙
學年: 113
欄位:
  電話: {說明: , 必填: 對}
  合計:
    型別: 元
規則:
  - {欄位: 合計, 上限: 5000, 下限: 3}
  - 合計
"""
    with pytest.raises(DescriptionError) as refused:
        parse_description(description, "我的表.yaml")
    assert [str(problem) for problem in refused.value.problems] == [
        "第 1 行 「標題」：第 1 行已經有了，請只留一個（這裡在第 2 行）。",
        "第 3 行 「學年」：沒有這一項；是不是「學年度」？可寫的有：標題、編號、計畫、學年度、文件、"
        "依據、欄位、規則、去掉規則。",
        "第 5 行 「欄位」 › 「電話」 › 「說明」：後面沒有寫內容；不需要的話請刪去這一行。",
        "第 5 行 「欄位」 › 「電話」 › 「必填」：填的是「對」，要填 是 或 否。",
        "第 7 行 「欄位」 › 「合計」 › 「型別」：沒有這一項；是不是「類型」？"
        "可寫的有：類型、說明、必填、列數、選項、可複選、計算、欄位。",
        "第 9 行 「規則」第 1 項：一條規則只能有一種：上限、下限；請分成幾條。",
        "第 10 行 「規則」第 2 項：填的是「合計」，要填一組資料（欄位名稱與內容），"
        "不能只填一個值。",
    ]
    assert refused.value.problems[3].path == ("欄位", "電話", "必填")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("標題: [", r"第 1 行第 \d+ 字附近的 YAML 寫法有誤"),
        ("標題: *甲", r"以「\*」開頭的內容要用引號括住"),
        ("- 標題", r"說明檔的每一行是「名稱: 內容」"),
        ("甲: &甲 [*甲]", r"裡用別名（\*）包含了它自己"),
        ("標題: " + "[" * 60 + "]" * 60, r"一層包一層太深"),
        ("? [甲]\n: 乙", r"名稱要是文字"),
        ("標題: \x07", r"YAML 不能有的控制字元"),
    ],
)
def test_a_text_that_is_no_description(text: str, message: str):
    with pytest.raises(DescriptionError, match=message):
        parse_description(text)


def test_aliases_cannot_stand_for_more_than_anyone_writes():
    rows = ["甲: &a [1,1,1,1,1,1,1,1,1,1]"]
    for before, name in zip("abcdef", "bcdefg", strict=True):
        rows.append(f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]")
    with pytest.raises(DescriptionError, match=r"別名（\*）重複了太多內容"):
        parse_description("\n".join(rows))


def test_a_file_that_cannot_be_read(tmp_path: Path):
    write_word(tmp_path / "我的表.docx", "{{ 姓名 }}")
    (tmp_path / "我的表.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(FileProblemError, match=r"我的表\.yaml」不是 UTF-8"):
        form_of(tmp_path / "我的表.docx")

"""The filters that a clerk types, in templates filled with plain values."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingjin_forms import FillError, Money, RocDate, compile_template
from jingjin_forms.values.choice import Boxes, Choice
from jingjin_forms.word.language.fact_filters import BLANK_ROW, FACT_FILTERS
from tests.helpers import docx_text
from tests.word.build import docx, par, row, saved, table


class Sex(Choice):
    MALE = "男"
    FEMALE = "女"


def shown(folder: Path, tag: str, **data: Any) -> str:
    template = compile_template(saved(folder, docx(par(f"［{tag}］"))))
    return docx_text(template.render(data))[0][1:-1]


PRINTED = [
    ("{{ 甲|文字 }}", "王小明", "王小明"),
    ("{{ 甲|元 }}", "15000", "15,000"),
    ("{{ 甲|元 }}", Money(15000), "15,000"),
    ("{{ 甲|元 }}", "NT$1,234元", "1,234"),
    ("{{ 甲|國字大寫 }}", "15,000", "壹萬伍仟元整"),
    ("{{ 甲|國字大寫 }}", Money(0), "零元整"),
    ("{{ 甲|國字大寫 }}", "伍百圓整", "伍佰元整"),
    ("{{ 甲|整數 }}", "１,２００", "1200"),
    ("{{ 甲|數 }}", "1.50", "1.5"),
    ("{{ 甲|民國日期 }}", "2023-03-17", "112年3月17日"),
    ("{{ 甲|民國日期 }}", date(2023, 3, 17), "112年3月17日"),
    ("{{ 甲|民國日期 }}", RocDate("112/3/17"), "112年3月17日"),
    ("{{ 甲|期間 }}", "112/8/1~113/6/30", "112年8月1日至113年6月30日"),
    ("{{ 甲|選項('線上','實體') }}", "線上", "線上"),
    ("{{ 甲|底線('______') }}", "王小", "王小__"),
    ("{{ 甲|底線('______') }}", "王小明明", "王小明明"),
    ("{{ 甲|底線('＿＿＿') }}", "a", "a＿＿"),
    ("{{ 甲|底線('....') }}", "一\n二二", "一\n二二"),
    *(("{{ 甲|勾選 }}", mark, "■") for mark in "V■☑✓ˇ"),
    ("{{ 甲|勾選 }}", True, "■"),
    ("{{ 甲|勾選('', 'V') }}", "否", ""),
    ("{{ 甲|勾選('○','●') }}", "是", "●"),
    ("{{ 甲.男|單選 }}男{{ 甲.女|單選 }}女", "女", "□男■女"),
    ("{{ 甲.男|單選('○','●') }}{{ 甲.女|單選('○','●') }}", Boxes(Sex, [Sex.MALE]), "●○"),
    ("{{ 甲.男|單選('○','●') }}{{ 甲.女|單選('○','●') }}", None, "○○"),
    ("{{ 甲.樂|複選 }}{{ 甲['美 術']|複選 }}{{ 甲.體|複選 }}", "樂、美 術", "■■□"),
    ("{{ 甲.樂|複選 }}{{ 甲.體|複選 }}", ["體"], "□■"),
    ("{{ 甲.樂|複選 }}{{ 甲.體|複選 }}", {"樂": True, "體": False}, "■□"),
    ("{{ 甲|必填|說明('含分機')|元 }}", "3", "3"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "value", "wanted"), PRINTED)
def test_what_is_printed(tmp_path: Path, tag: str, value: Any, wanted: str):
    assert shown(tmp_path, tag, 甲=value) == wanted


TYPES = ("文字", "元", "整數", "數", "民國日期", "期間", "國字大寫", "選項('a')", "必填")


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("blank", ["", None])
def test_a_blank_prints_what_stands_behind_or(tmp_path: Path, name: str, blank: Any):
    assert shown(tmp_path, "{{ 甲|" + name + " or '＿＿' }}", 甲=blank) == "＿＿"


@pytest.mark.parametrize("blank", ["", None])
def test_a_blank_on_a_line_is_the_line(tmp_path: Path, blank: Any):
    assert shown(tmp_path, "{{ 甲|底線('_ _.＿') }}", 甲=blank) == "_ _.＿"


WRONG = [
    ("{{ 甲|元 }}", "很多", "很多"),
    ("{{ 甲|民國日期 }}", "112年2月30日", "2月30日"),
    ("{{ 甲|整數 }}", "1.5", "整數"),
    ("{{ 甲|選項('線上','實體') }}", "電話", "線上、實體"),
    ("{{ 甲|勾選 }}", "也許", "是 或 否"),
    ("{{ 甲|列數(3) }}", "文字", "一列一列"),
    ("{% for 列 in 甲|列數(100000) %}{% endfor %}", [], "0 到 500"),
    ("{{ 甲|元 }}", ["1"], "一組資料"),
    ("{{ 乙|元 }}", "1", "乙"),
    ("{{ 乙|列數(3) }}", "1", "乙"),
    ("{{ 乙.男|單選 }}", "1", "乙"),
    ("{{ 甲.男|單選 }}", {"女": True}, "男"),
]


@pytest.mark.parametrize(("tag", "value", "told"), WRONG)
def test_what_cannot_be_printed_is_told_with_its_place(
    tmp_path: Path, tag: str, value: Any, told: str
):
    with pytest.raises(FillError) as error:
        shown(tmp_path, tag, 甲=value)
    assert told in str(error.value)
    assert "本文 第 1 段" in str(error.value)
    assert "Error：" not in str(error.value)


LIST = table(
    row("{%tr for 列 in 名冊|列數(3) %}", ""),
    row("{{ loop.index }}{{ 列.姓名 }}", "{{ 列.性別.男|單選 }}{{ 列['title']|底線('__') }}"),
    row("{%tr endfor %}", ""),
)


@pytest.mark.parametrize(("given", "printed"), [(0, 3), (1, 3), (3, 3), (5, 5)])
def test_rows_are_printed_up_to_the_number(tmp_path: Path, given: int, printed: int):
    people = [{"姓名": f"甲{n}", "性別": "男", "title": "長"} for n in range(given)]
    found = docx_text(compile_template(saved(tmp_path, docx(LIST))).render({"名冊": people}))
    wanted = [[f"{n + 1}甲{n}", "■長"] for n in range(given)]
    wanted += [[f"{n + 1}", "□__"] for n in range(given, printed)]
    assert found == [text for cells in wanted for text in cells]


def test_a_blank_row_has_every_part_and_prints_none():
    assert str(BLANK_ROW.title) == str(BLANK_ROW["count"].姓名[3].x) == ""
    assert not BLANK_ROW.姓名
    assert list(BLANK_ROW.名冊) == []


@given(st.text(max_size=30), st.text("_ .＿", min_size=1, max_size=20))
def test_a_line_never_loses_what_stands_on_it(text: str, line: str):
    printed = FACT_FILTERS["底線"](text, line)
    assert printed.startswith(text)
    assert set(printed[len(text) :]) <= set(line)
    assert len(printed) <= max(len(text), len(text) + len(line))

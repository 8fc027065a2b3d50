"""Facts out and in again: files that `load` reads, copies that are read as facts are."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import (
    BudgetEstimate,
    BudgetLine,
    FactsError,
    FileProblemError,
    School,
    SessionResult,
    form_of,
    list_forms,
    load,
)
from jingjin_forms.typeset import typeset
from tests.helpers import SAMPLES

PICTURE = (SAMPLES / "photos" / "lecture.png").read_bytes()


def facts_of(form: Any) -> dict[str, Any]:
    """What it is told; photographs by their content."""
    dumped = form.model_dump()
    for photo in dumped.get("photos", []):
        if isinstance(photo["file"], Path):
            photo["file"] = photo["file"].read_bytes()
    return dumped


@pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)
def test_what_is_saved_is_what_is_loaded(form: Any, tmp_path: Path):
    sample = form.sample()
    again = load(sample.save_facts(tmp_path / "facts.yaml"))
    assert type(again) is type(sample)
    assert facts_of(again) == facts_of(sample)


def test_it_reads_like_the_skeleton(tmp_path: Path):
    rows = [{"項目": "講師費", "單價": 1000, "數量": 6, "總價": 5}, {"項目": "場地費", "總價": 500}]
    facts = {"學校名稱": {"全銜": "甲國小", "簡稱": "甲"}, "計畫名稱": "- 一\n  二: #"}
    form = BudgetEstimate.load({**facts, "經費項目": rows, "合計": 7})
    lines = form.save_facts(tmp_path / "facts.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[3:] == [
        "表件: school_based/budget_estimate",
        "學校名稱:                     # 必填；全銜，例如 花蓮縣吉安鄉宜昌國民小學",
        "  全銜: 甲國小                # 必填；例如 花蓮縣吉安鄉宜昌國民小學",
        "  簡稱: 甲                    # 例如 宜昌國小；不填則由全銜推得",
        "  縣市:                       # 例如 花蓮縣；不填則由全銜推得",
        "  鄉鎮市區:                   # 例如 吉安鄉；不填則由全銜推得",
        *[line for line in lines if line.startswith("  學制:")],
        "學年度:                       # 例如 112",
        "計畫名稱: |-                  # 例如 素養導向教學工作坊",
        "  - 一",
        "    二: #",
        "雜支:                         # 元；以小計金額之 6%為限",
        "經費項目:                     # 每一筆經費一項",
        "  - 項目: 講師費              # 必填；例如 講師費",
        "    單價: 1,000               # 每單位多少元，整數",
        "    數量: 6                   # 只填數字，例如 6；一式者填 1",
        "    單位:                     # 例如 節、份、人",
        "    總價: 5                   # 自動計算；沒有單價與數量的才填",
        "    說明:",
        "  - 項目: 場地費",
        "    總價: 500",
        "合計: 7",
    ]


ODD = [
    "null", "~", "- 甲", "a: b", "# 井", " 前", "後 ", "甲\n", "\n甲", "甲\n\n乙", "甲\r\n乙",
    "12:20",
    '"', "'", "\\", "\t", "a\u2028b", "a\x85b", "{}", "|-", "  縮\n排", "=1",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_any_text_comes_back(text: str, suffix: str, tmp_path: Path):
    form = BudgetEstimate(school="甲國小", lines=[{"項目": "乙", "說明": text}], plan_name=text)
    again = load(form.save_facts(tmp_path / f"facts{suffix}"))
    assert facts_of(again) == facts_of(form)


def test_photographs_without_a_file_lie_beside_it(tmp_path: Path):
    (tmp_path / "圖.png").write_bytes(PICTURE)
    photos = [PICTURE, {"照片檔": tmp_path / "圖.png", "說明": "合影"}]
    path = SessionResult(school="甲國小", photos=photos).save_facts(tmp_path / "facts.yaml")
    first, second = load(path).photos
    assert first.file.parent == tmp_path / "facts_照片"
    assert first.file.read_bytes() == PICTURE
    assert (second.file, second.note) == (tmp_path / "圖.png", "合影")


def test_what_is_there_already(tmp_path: Path):
    form = BudgetEstimate(school="甲國小")
    path = form.save_facts(tmp_path / "facts.yaml")
    form.save_facts(path)
    with pytest.raises(FileProblemError, match="已經存在"):
        form.save_facts(path, overwrite=False)
    with pytest.raises(FileProblemError, match=r"\.yaml 或 \.json"):
        form.save_facts(tmp_path / "facts.xlsx")


def test_a_word_file_is_named_from_the_facts(tmp_path: Path):
    (tmp_path / "表").mkdir()
    (tmp_path / "表" / "我的表.docx").write_bytes(
        typeset("page A4 portrait margin=2\n{{ 甲 }}{{ 日期 }}\n")
    )
    form = form_of(tmp_path / "表" / "我的表.docx")
    path = form.load({"甲": "x", "日期": "112/3/1"}).save_facts(tmp_path / "facts.yaml")
    assert "表件: 表/我的表.docx" in path.read_text(encoding="utf-8")
    assert load(path).to_bytes() == form.load({"甲": "x", "日期": "112/3/1"}).to_bytes()


class TestCopies:
    def test_what_is_changed_is_read(self):
        budget = BudgetEstimate.sample()
        copy = budget.model_copy(update={"學校名稱": "花蓮縣乙國小", "miscellaneous": "1,000"})
        assert (type(copy.school), copy.school.short_name) == (School, "乙國小")
        assert copy.miscellaneous == 1000
        assert copy.lines is budget.lines
        assert budget.miscellaneous == 1380
        assert budget.model_copy(update={"lines": [{"項目": "甲"}]}).lines == [
            BudgetLine(item="甲")
        ]

    def test_every_problem_at_once(self):
        with pytest.raises(FactsError) as caught:
            BudgetEstimate.sample().model_copy(update={"雜支": "x", "甲": 1, "合計": 3, "total": 3})
        assert [p.code for p in caught.value.problems] == ["amount", "unknown_field"] + [
            "computed"
        ] * 2

    def test_a_figure_that_a_field_keeps(self):
        line = BudgetLine(item="雜支")
        line.total = "500"
        assert (line.total, line.lump_sum) == (500, 500)
        with pytest.raises(FactsError, match="不能直接填"):
            BudgetLine(item="甲", unit_price=3, quantity=2).total = 5


def test_model_validate_speaks_chinese():
    wrong = {"學校名稱": "甲國小", "雜支": "很多"}
    for how in (
        lambda: BudgetEstimate.model_validate(wrong),
        lambda: BudgetEstimate.model_validate_json('{"學校名稱": "甲國小", "雜支": "很多"}'),
    ):
        with pytest.raises(FactsError, match="金額「很多」不是數字") as caught:
            how()
        assert caught.value.problems[0].path == ("雜支",)

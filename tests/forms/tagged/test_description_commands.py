"""Descriptions at the command line: what show, fill and check say, and the schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from jingjin_forms import form_of
from jingjin_forms.forms.tagged import description_schema
from tests.docs.running import write_word
from tests.forms.tagged.descriptions import BUDGET, BUDGET_TEMPLATE

FACTS = """\
表件: 我的表.docx
學校名稱: 花蓮縣宜昌國小
學年度: 113
經費項目:
  - {項目: 講師費, 單價: 1000, 數量: 6}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_word(Path("我的表.docx"), BUDGET_TEMPLATE)
    Path("我的表.yaml").write_text(BUDGET, encoding="utf-8")
    return tmp_path


def test_show_lists_its_rules(jingjin):
    shown = jingjin("show", "我的表.docx")
    assert shown.code == 0
    assert "讀書會經費表" in shown.out
    assert "雜支不超過小計 6%" in shown.out
    assert "與依據的表件不同的地方" not in shown.out


def test_show_lists_what_has_changed(jingjin):
    description = "依據: school_based/budget_estimate\n去掉規則: A11\n"
    Path("我的表.yaml").write_text(description, encoding="utf-8")
    shown = jingjin("show", "我的表.docx")
    assert "與依據的表件不同的地方\n  新增欄位：合計大寫（文字）" in shown.out
    assert "  去掉規則 A11：講師費以節數為數量單位" in shown.out


def test_fill_and_check(jingjin):
    Path("資料.yaml").write_text(FACTS, encoding="utf-8")
    filled = jingjin("fill", "資料.yaml", "--on", "113年3月1日")
    assert filled.code == 0
    assert "合計 6,000 元，上限 5,000 元，超過 1,000 元" in filled.err
    assert jingjin("check", "資料.yaml", "--on", "113年3月1日").code == 1


def test_a_faulty_description_is_one_message(jingjin):
    Path("我的表.yaml").write_text("題目: 甲\n欄位: {校長: 元}\n", encoding="utf-8")
    for command in (["show", "我的表.docx"], ["new", "我的表.docx"]):
        result = jingjin(*command)
        assert result.code == 1
        assert result.err.startswith("錯誤：「我的表.yaml」有 2 個問題：\n  1. 第 1 行 「題目」")
        assert "  2. 第 2 行 「欄位」 › 「校長」" in result.err


def test_the_schema_of_descriptions(jingjin):
    assert json.loads(jingjin("schema").out) == description_schema()
    assert jingjin("schema", "-o", "說明檔.json").out == "已產生 說明檔.json\n"
    assert json.loads(Path("說明檔.json").read_text(encoding="utf-8")) == description_schema()
    assert jingjin("schema", "-o", "說明檔.json").code == 1
    assert jingjin("schema", "-o", "說明檔.json", "--overwrite").code == 0


def test_the_schema_of_a_form(jingjin):
    schema = json.loads(jingjin("schema", "我的表.docx").out)
    assert schema == form_of("我的表.docx").model_json_schema()
    lines = [{"項目": "講師費", "單價": 1000, "數量": 6}]
    jsonschema.validate({"學校名稱": "花蓮縣宜昌國小", "經費項目": lines}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"學校": "花蓮縣宜昌國小"}, schema)

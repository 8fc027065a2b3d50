"""The JSON Schema and the reader say the same: what one takes the other does, and the same faults
of structure are refused by both."""

import io
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from jingjin_forms.errors import DescriptionError
from jingjin_forms.forms.tagged import description_schema
from jingjin_forms.forms.tagged.description import RULE_KINDS
from jingjin_forms.forms.tagged.description_reading import parse_description
from tests.forms.tagged.descriptions import BUDGET, WHOLE

SCHEMA = description_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def as_an_editor_has_it(text: str) -> Any:
    """Numbers as numbers, `true` as a truth value."""
    return YAML(typ="safe", pure=True).load(text) or {}


def is_taken_by_the_schema(text: str) -> bool:
    return VALIDATOR.is_valid(as_an_editor_has_it(text))


def is_taken_by_the_reader(text: str) -> bool:
    try:
        parse_description(text)
    except DescriptionError:
        return False
    return True


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_key_has_a_title_and_says_what_to_write():
    assert SCHEMA["title"] == "說明檔"
    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        keys = part.get("properties") or part["anyOf"][1]["properties"]
        for name, key in keys.items():
            assert key["title"] == name
            assert not key["description"].isascii()
            assert "default" not in key


@pytest.mark.parametrize("text", [BUDGET, WHOLE, "", "標題: 甲\n", "欄位: {姓名: }\n"])
def test_what_both_take(text: str):
    assert is_taken_by_the_reader(text)
    assert is_taken_by_the_schema(text)


_RULE = "規則:\n  - "


@pytest.mark.parametrize(
    "text",
    [
        "題目: 甲",
        "title: 甲",
        "標題: [甲]",
        "標題:",
        "標題: ''",
        "學年度: 2024",
        "學年度: 今年",
        "文件: {文號: 1}",
        "文件: [甲]",
        "欄位: [姓名]",
        "欄位:",
        "欄位: {姓名: 圓}",
        "欄位: {姓名: [元]}",
        "欄位: {姓名: {型別: 元}}",
        "欄位: {姓名: {必填: 對}}",
        "欄位: {姓名: {必填: 1}}",
        "欄位: {名冊: {列數: 0}}",
        "欄位: {名冊: {列數: 201}}",
        "欄位: {名冊: {列數: 很多}}",
        "欄位: {名冊: {列數: 2.5}}",
        "欄位: {名冊: {欄位: {姓名: {說明: {}}}}}",
        "欄位: {名冊: {欄位: {姓名: 圓}}}",
        "欄位: {方式: {選項: []}}",
        "欄位: {方式: {選項: [甲, 甲]}}",
        "欄位: {方式: {選項: {甲: 乙}}}",
        "欄位: {合計: {計算: [小計]}}",
        "規則: {上限: 3}",
        "規則: [合計]",
        _RULE,
        _RULE + "{}",
        _RULE + "{欄位: 合計, 條文: 甲}",
        _RULE + "{欄位: 合計, 上限: 3}",
        _RULE + "{上限: 3, 條文: 甲}",
        _RULE + "{欄位: 合計, 條文: 甲, 上限: 3, 下限: 1}",
        _RULE + "{欄位: 合計, 條文: 甲, 比例: 6%}",
        _RULE + "{欄位: 合計, 條文: 甲, 比例: 六, 基準: 小計}",
        _RULE + "{欄位: 合計, 條文: 甲, 比例: 101, 基準: 小計}",
        _RULE + "{欄位: 合計, 條文: 甲, 上限: 3, 基準: 小計}",
        _RULE + "{欄位: 合計, 條文: 甲, 上限: 3, 時間: 5時}",
        _RULE + "{欄位: 合計, 條文: 甲, 上限: 3, 輕重: 嚴重}",
        _RULE + "{欄位: 合計, 條文: 甲, 必填: 否}",
        _RULE + "{欄位: 日期, 條文: 甲, 期間: 3}",
        _RULE + "{截止: 113年3月15日}",
        _RULE + "{截止: 明天, 條文: 甲}",
        _RULE + "{編號: A05, 欄位: 合計}",
        _RULE + "{編號: [A05], 上限: 3}",
        "去掉規則: []",
        "去掉規則: {A05: 1}",
    ],
)
def test_faults_of_structure_are_refused_by_both(text: str):
    assert not is_taken_by_the_reader(text)
    assert not is_taken_by_the_schema(text)


_words = st.sampled_from(["甲", "元", "清單", "是", "否", "6", "6%", "300", "113年3月1日", "合計"])
_values = st.one_of(
    _words,
    st.integers(-5, 250),
    st.none(),
    st.lists(_words, max_size=3),
    st.just("113年1月1日至113年2月1日"),
    st.just({"名稱": "甲"}),
    st.just({"姓名": "元"}),
    st.just({"姓名": {"類型": "清單", "列數": 3, "欄位": {"職稱": None}}}),
)
_keys = ["類型", "說明", "必填", "列數", "選項", "可複選", "計算", "欄位"]
_rule_keys = [*RULE_KINDS, "欄位", "條文", "條號", "編號", "輕重", "當", "基準", "時間", "單位"]


def _dumped(value: object) -> str:
    out = io.StringIO()
    YAML(typ="safe", pure=True).dump(value, out)
    return out.getvalue()


@settings(max_examples=200)
@given(
    st.dictionaries(
        st.sampled_from(["標題", "學年度", "文件", "依據", "去掉規則"]), _values, max_size=3
    ),
    st.dictionaries(st.sampled_from(_keys), _values, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(_rule_keys), _values, max_size=5), max_size=2),
)
def test_whatever_the_reader_takes_the_schema_takes(
    top: dict[str, Any], field: dict[str, Any], rules: list[dict[str, Any]]
):
    text = _dumped({**top, "欄位": {"甲": field}, "規則": rules})
    if is_taken_by_the_reader(text):
        assert is_taken_by_the_schema(text), text

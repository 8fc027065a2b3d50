"""What a program goes by: the path of what a remark is about, and the value that is wrong."""

import json
from pathlib import Path

import pytest

from jingjin_forms.lint import lint, remarks_json
from tests.word.build import docx, par

ROWS = "{% for 列 in 材料 %}____{{ 列.品名 }}{{ 列.單價 * 列.數量 }}{% endfor %}"

TOLD: dict[str, tuple[tuple[str, ...], str, tuple[str | int, ...], object]] = {
    "one fact": (("____{{ 甲 }}",), "leftover", ("甲",), "____"),
    "a part": (("____{{ 甲.乙 or '無' }}",), "leftover", ("甲", "乙"), "____"),
    "of a row": ((ROWS,), "leftover", ("材料", "品名"), "____"),
    "of two facts": ((ROWS,), "arithmetic", (), "{{ 列.單價 * 列.數量 }}"),
    "a row of two lists": (
        (ROWS, "{% for 列 in 人員 %}____{{ 列.姓名 }}{% endfor %}"),
        *("leftover", (), "____"),
    ),
    "a loop": (
        ("{% for 列 in 材料 %}x{% endfor %}",),
        *("empty_loop", ("材料",), "{% for 列 in 材料 %}"),
    ),
    "that cannot be read": (("{{ 甲｜民國日期 }}",), "full_width", (), "{{ 甲｜民國日期 }}"),
    "a name": (("{{ 甲.計劃名稱 }}",), "unknown_name", ("甲", "計劃名稱"), "計劃名稱"),
    "two uses": (("{{ 甲 }}{% for 乙 in 甲 %}{{ 乙.丙 }}{% endfor %}",), "conflict", ("甲",), None),
    "a filter": (("{{ 甲|國字大學 }}",), "unknown_filter", ("甲",), "{{ 甲|國字大學 }}"),
}


def told(folder: Path, *texts: str) -> list[dict[str, object]]:
    (folder / "表.docx").write_bytes(docx(*map(par, texts)))
    return json.loads(remarks_json(lint(folder / "表.docx")))


@pytest.mark.parametrize(("texts", "code", "path", "value"), TOLD.values(), ids=TOLD)
def test_path_and_value(
    tmp_path: Path, texts: tuple[str, ...], code: str, path: tuple[str | int, ...], value: object
):
    first = next(remark for remark in told(tmp_path, *texts) if remark["code"] == code)
    assert (first["path"], first["value"], first["clause"]) == ([*path], value, None)


@pytest.mark.parametrize(
    ("description", "code", "path", "value"),
    [
        ("欄位:\n  甲: {類型: 金而}", "description", ["欄位", "甲", "類型"], "金而"),
        ("欄位:\n  甲: {列數: 3}", "description", ["欄位", "甲", "列數"], "3"),
        ("欄位:\n  乙: {必填: 是}\n  甲: 金額", "required_unprinted", ["乙"], "乙"),
        ("欄位:\n  雜支: 文字", "untyped", ["雜支"], "文字"),
    ],
)
def test_of_a_description(
    tmp_path: Path, description: str, code: str, path: list[str], value: object
):
    (tmp_path / "表.yaml").write_text(description, encoding="utf-8")
    first = next(r for r in told(tmp_path, "{{ 甲 }}{{ 雜支 }}") if r["code"] == code)
    assert (first["path"], first["value"]) == (path, value)

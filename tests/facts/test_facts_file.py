"""Facts files: every value the text it was typed as, every fault told in Chinese with its place."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from jingjin_forms import BudgetEstimate, FactsError, FileProblemError, get_form
from jingjin_forms.errors import Problem
from jingjin_forms.facts.facts_file import read_facts


def written(folder: Path, content: str | bytes, name: str = "facts.yaml") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


YAML_TYPED = """\
電話: 038462860
時間: 12:20
日期: 112-03-17
會: yes
數: 1e3
碼: 0x10
引號: "null"
空:
無: null
波: ~
標: !!int 5
內: {單價: 1,000}
"""
TYPED = {
    "電話": "038462860", "時間": "12:20", "日期": "112-03-17", "會": "yes", "數": "1e3",
    "碼": "0x10", "引號": "null", "空": "", "無": None, "波": None, "標": "5",
}  # fmt: skip


@pytest.mark.parametrize("start", ["", "\ufeff", "---\n", "# 說明\n"])
@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".YAML"])
def test_yaml_stays_as_typed(tmp_path: Path, start: str, suffix: str):
    text = start + YAML_TYPED.replace("內: {單價: 1,000}\n", "")
    assert read_facts(written(tmp_path, text, f"a{suffix}")) == TYPED


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_json_stays_as_typed(tmp_path: Path, start: str):
    text = start + '{"電話": "03", "價": 15000.50, "數": 12, "大": 1e400, "無": null, "真": true}'
    assert read_facts(written(tmp_path, text, "a.json")) == {
        "電話": "03", "價": "15000.50", "數": "12", "大": "1e400", "無": None, "真": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲: 1\n乙: 2\n甲: 3\n", "第 3 行的欄位「甲」前面已經有了"),
        ("甲:\n  乙: 1\n  乙: 1\n", "第 3 行的欄位「乙」前面已經有了"),
        ("甲:\n\t乙: 1\n", "第 2 行第 1 字附近的 YAML 寫法有誤：縮排用了 Tab"),
        ("甲: 1\n  乙: 2\n", "第 2 行第 4 字附近的 YAML 寫法有誤：多了冒號"),
        ("甲: 1\n乙\n丙: 2", "的 YAML 寫法有誤：這一行少了「: 」"),
        ("甲：1\n乙: 2\n", "第 1 行第 2 字附近的 YAML 寫法有誤：冒號是全形"),
        ("甲:\n  - 1\n 乙: 2\n", "第 3 行第 2 字附近的 YAML 寫法有誤：縮排和前面的行沒有對齊"),
        ("甲: @乙\n", "第 1 行第 4 字附近的 YAML 寫法有誤：以這個符號開頭的內容要用引號括住"),
        ("甲: *乙\n", "第 1 行第 4 字附近的 YAML 寫法有誤：以「*」開頭"),
        ("甲: '乙\n", "引號只有一半"),
        ("甲: {乙: 1\n", "括號只有一半"),
        ("甲: 1\n---\n乙: 2\n", "請刪去「---」"),
        ("{甲: 1}: 2\n", "欄位名稱不能是清單"),
        ("%YAML 9.9\n---\n甲: 1\n", "YAML 寫法有誤：請檢查縮排與冒號"),
        ("甲: \x00\n", "裡有 YAML 不能有的控制字元"),
        ("甲: " + "[" * 100_000, "一層包一層太深"),
        ("", "是空的"),
        ("# 只有說明\n", "是空的"),
        ("- 甲\n", "裡要是「欄位: 內容」的形式"),
        ("學校名稱：花蓮縣宜昌國小\n", "冒號用半形，後面空一格"),
        ("花蓮縣宜昌國小".encode("big5"), "不是 UTF-8 編碼的文字檔"),
        (bytes(range(256)), "不是 UTF-8 編碼的文字檔"),
    ],
    ids=lambda value: repr(value)[:16],
)
def test_yaml_faults(tmp_path: Path, text: str | bytes, message: str):
    path = written(tmp_path, text)
    with pytest.raises(FileProblemError) as caught:
        read_facts(path)
    assert message in str(caught.value)
    words = str(caught.value).replace(str(path), "").replace("YAML", "").replace("UTF", "")
    assert not any(c.isascii() and c.isalpha() for c in words.replace("Tab", ""))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"甲": 1, "乙": {"丙": 1, "丙": 2}}', "裡的欄位「丙」有兩個"),
        # 9 is the closing brace; Python 3.13 names the comma before it.
        ('{"甲": 1,}', "第 1 行第 [89] 字附近的 JSON 寫法有誤"),
        ('{"甲": 1\n"乙": 2}', "第 2 行第 1 字附近的 JSON 寫法有誤"),
        ('{"甲": NaN}', "裡有 NaN"),
        ("", "第 1 行第 1 字附近的 JSON 寫法有誤"),
        ("[" * 100_000, "一層包一層太深"),
        ("[]", "裡要是「欄位: 內容」的形式"),
        ("null", "是空的"),
    ],
    ids=lambda value: value[:16],
)
def test_json_faults(tmp_path: Path, text: str, message: str):
    with pytest.raises(FileProblemError, match=message):
        read_facts(written(tmp_path, text, "facts.json"))


def test_files_that_cannot_be_read(tmp_path: Path):
    with pytest.raises(FileProblemError, match=r"找不到資料檔「nowhere\.yaml」。"):
        read_facts(Path("nowhere.yaml"))
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(FileProblemError, match="是資料夾，不是資料檔"):
        read_facts(tmp_path / "folder.yaml")
    with pytest.raises(FileProblemError, match=r"副檔名要是 \.yaml、\.yml、\.json"):
        read_facts(tmp_path / "roster.xlsx")
    for name in ("a\0.yaml", "長" * 300 + ".yaml"):
        with pytest.raises(FileProblemError, match="無法讀取"):
            read_facts(Path(name))


def test_an_anchor_is_its_value_and_may_be_used_again(tmp_path: Path):
    text = "甲: &a 1\n乙: [*a]\n丙: &a 3\n丁: *a\n"
    facts = {"甲": "1", "乙": ["1"], "丙": "3", "丁": "3"}
    assert read_facts(written(tmp_path, text)) == facts


def test_a_merge_key_is_an_unknown_field(tmp_path: Path):
    text = "學校名稱: &a {全銜: 甲國小}\n經費項目:\n  - <<: *a\n    項目: 甲\n"
    with pytest.raises(FactsError, match="經費項目第 1 項「<<」：沒有這個欄位"):
        BudgetEstimate.load(written(tmp_path, text))


def bomb(last: str) -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, here in zip("abcdefghijkl", "bcdefghijklm", strict=True):
        lines.append(f"{here}: &{here} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join([*lines, last, ""])


@pytest.mark.parametrize("last", ["學校名稱: *m", "經費項目: *m", "m: *m", "小計: *m", "表件: *m"])
def test_an_alias_bomb_does_not_hang(tmp_path: Path, last: str):
    with pytest.raises((FactsError, FileProblemError)) as caught:
        BudgetEstimate.load(written(tmp_path, bomb(last)))
    assert len(str(caught.value)) < 3000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (bomb("學校名稱: [*m]"), "裡的別名（*）重複了太多內容"),
        (bomb("*m : 1"), "裡的別名（*）重複了太多內容"),
        ("甲: &a [*a]\n", "裡用別名（*）包含了它自己"),
        ("甲: &a {乙: *a}\n", "裡用別名（*）包含了它自己"),
        ("甲: " + "[" * 60 + "]" * 60, "一層包一層太深"),
        (r'甲: "\U00110000"', "不存在的字元代號"),
        (r'甲: "\UFFFFFFFF"', "不存在的字元代號"),
    ],
    ids=range(7),
)
def test_yaml_that_makes_too_much_of_itself(tmp_path: Path, text: str, words: str):
    with pytest.raises(FileProblemError) as caught:
        read_facts(written(tmp_path, text))
    assert words in str(caught.value)


def test_json_that_is_too_deep(tmp_path: Path):
    with pytest.raises(FileProblemError, match="一層包一層太深"):
        read_facts(written(tmp_path, '{"甲":' + "[" * 60 + "]" * 60 + "}", "a.json"))
    wide = '{"甲": [' + ", ".join(["[]"] * 60) + "]}"
    assert read_facts(written(tmp_path, wide, "a.json")) == {"甲": [[]] * 60}


def test_lists_within_lists_in_a_choice():
    given: object = ["x"] * 9
    for _ in range(12):
        given = [given] * 9
    form = get_form("active_teaching/activity_application")
    with pytest.raises(FactsError, match=r"「學校類型」：.*不在選項內"):
        form.load({"學校類型": given})


def test_pipes_devices_and_large_files(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "device.json").symlink_to("/dev/zero")
    for name in ("pipe.yaml", "device.json"):
        with pytest.raises(FileProblemError, match="這是裝置或管線"):
            read_facts(tmp_path / name)
    large = written(tmp_path, "甲: 1\n")
    os.truncate(large, 5_000_000_000)
    with pytest.raises(FileProblemError, match="檔案有 5,000 MB，超過 2 MB"):
        read_facts(large)


def test_another_kind_of_file_is_called_what_it_is(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.yaml", "w") as archive:
        archive.writestr("word/document.xml", "<a/>\xff")
    with pytest.raises(FileProblemError, match=r"其實是「Word 檔（\.docx）」.*jingjin new"):
        read_facts(tmp_path / "a.yaml")
    with pytest.raises(FileProblemError, match="填好的 Word 檔不能當資料檔"):
        read_facts(tmp_path / "a.docx")
    with pytest.raises(FileProblemError, match="jingjin batch"):
        read_facts(tmp_path / "a.xlsx")


def test_very_many_unknown_fields_are_counted():
    facts = {f"k{n}": 1 for n in range(3000)} | {"學校名稱": "甲國小"}
    with pytest.raises(FactsError) as caught:
        BudgetEstimate.load(facts)
    assert len(caught.value.problems) == 3000
    assert str(caught.value).endswith("  …還有 2,950 個問題")
    rows = [Problem(f"第 {n // 2} 列「甲」", "不對。") for n in range(200)]
    assert str(FactsError("名冊", rows)).endswith("  …還有 75 列")
    assert len(repr(rows[0])) < 100


def test_tags_run_nothing(tmp_path: Path):
    mark = tmp_path / "ran"
    text = (
        f"學校名稱: !!python/object/apply:os.system ['touch {mark}']\n甲: !!python/name:os.system\n"
    )
    with pytest.raises(FactsError):
        BudgetEstimate.load(written(tmp_path, text))
    assert not mark.exists()


def test_characters_that_only_escapes_can_bring(tmp_path: Path):
    for name, text in (("a.yaml", r'學校名稱: "\ud800"'), ("a.json", r'{"學校名稱": "\u0007"}')):
        with pytest.raises(FactsError, match=r"學校名稱「全銜」.*Word 不能存"):
            BudgetEstimate.load(written(tmp_path, text, name))


def test_python_data_as_json(tmp_path: Path):
    facts = json.loads(BudgetEstimate.sample().model_dump_json(by_alias=True))
    path = written(tmp_path, json.dumps(facts), "facts.json")
    assert BudgetEstimate.load(path) == BudgetEstimate.sample()

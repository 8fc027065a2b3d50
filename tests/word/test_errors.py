"""Every fault names its place on the page, the tag as typed, and a remedy; all at once."""

import zipfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from jingjin_forms.errors import FileProblemError, FillError, Problem, TemplateError
from jingjin_forms.word import compile_template
from tests.helpers import docx_text
from tests.word.build import cell, docx, par, rendered, row, run, saved, table, zipped


def compile_problems(folder: Path, *body: str, **rest: Any) -> tuple[Problem, ...]:
    with pytest.raises(TemplateError) as caught:
        compile_template(saved(folder, docx(*body, **rest)))
    assert "範本.docx" in str(caught.value)
    return caught.value.problems


def fill_problems(folder: Path, *body: str, data: dict[str, Any], **rest: Any) -> list[str]:
    with pytest.raises(FillError) as caught:
        rendered(folder, *body, data=data, **rest)
    return [str(problem) for problem in caught.value.problems]


def one(problems: tuple[Problem, ...]) -> str:
    assert len(problems) == 1, [str(p) for p in problems]
    return str(problems[0])


# Templates that cannot be compiled.


@pytest.mark.parametrize(
    ("text", "braces"),
    [
        ("｛｛ 校名 ｝｝", "｛｛"), ("｛{ 校名 }｝", "｛{"), ("{｛ 校名 ｝}", "{｛"),
        ("｛% if x %｝", "｛%"),
        ("校名 }}", "}}"), ("if x %}", "%}"), ("｛ ｛校名", "｛ ｛"),
        ("校名｝｝", "｝｝"), ("{％ if x", "{％"),
    ],
)  # fmt: skip
def test_braces_that_belong_to_no_tag(tmp_path: Path, text: str, braces: str) -> None:
    body = par("甲"), table(row("乙", cell(par("丙"), par(text))))
    problems = compile_problems(tmp_path, *body)
    assert {p.where for p in problems} == {"本文 表格 1 第 1 列第 2 欄"}
    assert problems[0].message.startswith(f"「{braces}」")
    assert problems[0].value == text
    assert "請" in problems[0].message


@pytest.mark.parametrize(
    "text", ["{{ 校名", "{{ 校名 }", "{% if 校名", "{# 說明", "{% raw %}甲", "{{ 校名 ｝｝"]
)
def test_tag_without_end(tmp_path: Path, text: str) -> None:
    text_and_more = par("甲"), par(text), table(row("{{ 好 }}", "乙"))
    problem = one(compile_problems(tmp_path, *text_and_more))
    assert problem.startswith(f"本文 第 2 段：填的是「{text}」，這裡的標籤沒有在同一格內結束")
    assert "請讓" in problem


def test_braces_that_are_text(tmp_path: Path) -> None:
    texts = ["｛單｝", "{單}", "100%", "50%｝", "{ 甲 }", "％", "a{b%c}d", "#}", "｛％"[:1]]
    assert docx_text(rendered(tmp_path, *map(par, texts), data={})) == texts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{{ 校", "名 }}"),
        ("{% if 校名", "%}甲{% endif %}"),
        ("{# 說", "明 #}"),
        ("{% if 校名 %}甲", "乙{% endif %}"),
        ("{% for c in 校名 %}甲", "乙{% endfor %}"),
        ("{% if 校名 %}甲{% else %}", "乙{% endif %}"),
        ("甲{% if 校名 -%}", "{%- endif %}"),
        ("{% set 甲 %}甲", "乙{% endset %}"),
        ("{% macro m() %}甲", "乙{% endmacro %}"),
    ],
)
def test_tag_that_crosses_cells(tmp_path: Path, first: str, second: str) -> None:
    problems = compile_problems(tmp_path, table(row(first, second)))
    assert problems[0].where.startswith("本文 表格 1 第 1 列")
    assert "同一格" in problems[0].message
    compile_problems(tmp_path, table(row(first, "x"), row("x", second)))
    compile_problems(tmp_path, par(first), table(row(second, "x")))


def test_tag_that_crosses_a_hyperlink(tmp_path: Path) -> None:
    link = '<w:p>{}<w:hyperlink r:id="rIdLink">{}</w:hyperlink></w:p>'
    links = {"rIdLink": "https://example.org/"}
    problem = one(compile_problems(tmp_path, link.format(run("{{ 校"), run("名 }}")), links=links))
    assert "本文 第 1 段" in problem
    assert "超連結" in problem
    split = link.format(run("{% if 校名 %}甲"), run("{% endif %}"))
    assert "本文 第 1 段" in one(compile_problems(tmp_path, split, links=links))


@pytest.mark.parametrize(
    ("rows", "where", "tag"),
    [
        (["{%tr for c in 列 %}", "{{ c }}"], "第 1 列", "{%tr for c in 列 %}"),
        (["{{ c }}", "{%tr endfor %}"], "第 2 列", "{%tr endfor %}"),
        (["{%tr for c in 列 %}", "x", "{%tr endif %}"], "第 3 列", "{%tr endif %}"),
        (["{%tr if c %}", "x", "{%tr endfor %}"], "第 3 列", "{%tr endfor %}"),
        (["{%tr for c in 列 %}", "{% endfor %}"], "第 2 列第 1 欄", "{% endfor %}"),
        (["{%tr for c in 列 %}", "{%p endfor %}"], "第 2 列", "{%p endfor %}"),
        (["{%tr for c in 列 %}", "{%tr else x %}", "{%tr endfor %}"], "第 2 列", "{%tr else x %}"),
        (["{%tr for c 列 %}", "x", "{%tr endfor %}"], "第 1 列", "{%tr for c 列 %}"),
        (["x", "{%trif c %}", "{%tr endif %}"], "第 2 列第 1 欄", "{%trif c %}"),
        (["x", "{%tr fro c in 列 %}", "y"], "第 2 列", "{%tr fro c in 列 %}"),
        (["x", "{{ c + }}"], "第 2 列第 1 欄", "{{ c + }}"),
        (["x", "{{ 電話(含分機) }}"[:-3] + "x y }}"], "第 2 列第 1 欄", "{{ 電話(含分機)x y }}"),
        (["x", "{{ c|金額 }}"], "第 2 列第 1 欄", "{{ c|金額 }}"),
        (["x", "{{ 1 if c is 大 }}"], "第 2 列第 1 欄", "{{ 1 if c is 大 }}"),
        (["x", "{% cellbg c| %}甲"], "第 2 列第 1 欄", "{% cellbg c| %}"),
    ],
)  # fmt: skip
def test_fault_in_a_tag(tmp_path: Path, rows: list[str], where: str, tag: str) -> None:
    grid = table(*(row(text, "鄰") for text in rows))
    problems = [str(p) for p in compile_problems(tmp_path, par("前"), table(row("", "")), grid)]
    assert any(f"本文 表格 2 {where}" in p and tag in p for p in problems), problems


@pytest.mark.parametrize("tag", ["{%- if 校名 %}甲{% endif %}", "{% if 校名 %}甲{% endif -%}"])
def test_merging_with_another_cell(tmp_path: Path, tag: str) -> None:
    """docxtpl would lose a cell without a word."""
    problem = one(compile_problems(tmp_path, par("前"), table(row("甲", tag, "乙"), columns=3)))
    assert problem.startswith("本文 表格 1 第 1 列第")
    assert "{%- 與 -%} 也不能合併到別格" in problem


def test_all_faults_at_once(tmp_path: Path) -> None:
    problems = compile_problems(
        tmp_path,
        par("｛｛ 甲 ｝｝"),
        par("{{ 乙| }}{{ 丙 丁 }}"),
        table(row("{%tr for c in 列 %}", ""), row("{{ c|不存在 }}", "x }}")),
        header=par("{{ 戊 is 己 }}") + par("{% if 庚 %}"),
        footer=par("{% include 'x' %}") + par("{{ a|x }}{{ b|y }}"),
        core={"dc:title": "{{ 辛 }", "dc:subject": "%}"},
    )
    text = "\n".join(map(str, problems))
    for expected in [
        "本文 第 1 段：填的是「｛｛ 甲 ｝｝」", "標籤 {{ 乙| }}", "標籤 {{ 丙 丁 }}",
        "表格 1 第 1 列：標籤 {%tr for c in 列 %}", "表格 1 第 2 列第 2 欄：填的是「x }}」",
        "頁首 1 第 2 段：標籤 {% if 庚 %}", "頁尾 1 第 1 段：標籤 {% include 'x' %}",
        "頁尾 1 第 2 段：標籤 {{ a|x }} 沒有「x」這個過濾器", "標籤 {{ b|y }} 沒有「y」這個過濾器",
        "文件摘要資訊：填的是「{{ 辛 }」", "「%}」沒有成對",
    ]:  # fmt: skip
        assert expected in text
    assert len(problems) == len(set(map(str, problems)))


def test_two_equal_tags_are_two(tmp_path: Path) -> None:
    assert len(compile_problems(tmp_path, par("{{ a| }}"), par("{{ a| }}"))) == 2


# Files that are no templates.


def test_files_that_are_no_templates(tmp_path: Path) -> None:
    good = docx(par("{{ 甲 }}"))
    files: dict[str, tuple[bytes, str]] = {
        "text.docx": (b"hello", "另存為 .docx"),
        "empty.docx": (b"", "另存為 .docx"),
        "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "舊的 .doc"),
        "zip.docx": (zipped({"a.txt": b"x"}), "不是 Word .docx"),
        "cut.docx": (good[:-40], "無法讀取"),
        "sheet.docx": (
            good_with(good, "[Content_Types].xml", b"wordprocessingml.document", b"sheet"),
            "不是 Word .docx",
        ),
        "macro.docm": (
            good_with(
                good,
                "[Content_Types].xml",
                b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"vnd.ms-word.document.macroEnabled.main",
            ),
            "不是 Word .docx",
        ),
        "types.docx": (good_with(good, "[Content_Types].xml", b"</Types>", b""), "已損壞"),
        "locked.docx": (encrypted(good), "沒有密碼"),
        "corrupt.docx": (corrupted(good), "無法讀取"),
    }
    for name, (content, message) in files.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(FileProblemError, match=message) as caught:
            compile_template(tmp_path / name)
        assert name in str(caught.value)


def good_with(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    return zipped(parts)


def encrypted(content: bytes) -> bytes:
    """Every part marked as encrypted, as zip programs do it."""
    changed = bytearray(content)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


def corrupted(content: bytes) -> bytes:
    """Damaged inside the compressed data of a part."""
    changed = bytearray(content)
    at = changed.find(b"word/document.xml") + len("word/document.xml")
    changed[at : at + 30] = b"\xff" * 30
    return bytes(changed)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "無.docx", tmp_path / "無" / "無.docx", "a\0b.docx"):
        with pytest.raises(FileProblemError, match="找不到範本檔"):
            compile_template(path)
    with pytest.raises(FileProblemError, match="無法讀取"):
        compile_template(tmp_path)


def test_broken_part(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(good_with(docx(par("{{ 甲 }}")), "word/document.xml", b"</w:p>", b""))
    with pytest.raises(TemplateError, match="本文：內容不是完整的 XML"):
        compile_template(path)


# Values that cannot be filled in.


def test_all_missing_values_once_each(tmp_path: Path) -> None:
    body = (
        par("{{ 校名 }}{{ 校名 }}{{ 好 }}"),
        table(
            row("{%tr for r in 列 %}", ""),
            row("{{ r.名 }}", "{{ r.價 }}"),
            row("{%tr endfor %}", ""),
            row("{{ 合計 }}", "{% if 無 %}x{% endif %}"),
        ),
        par("{{ 甲 + 乙 }}{{ 丙|upper }}{{ 丁.戊.己 }}{{ 庚[1] }}{{ 辛() }}{{ 壬|length }}"),
        par("{% for x in 癸 %}x{% endfor %}{{ 子 == 1 }}{{ 丑 ~ 'x' }}{{ 寅|default('可') }}"),
    )
    problems = fill_problems(
        tmp_path, *body, data={"好": "好", "列": [{"價": 1}] * 3}, header=par("{{ 頁 }}")
    )
    text = "\n".join(problems)
    assert len(problems) == len(set(problems))
    for name in ["校名", "合計", "無", *"甲乙丙丁庚辛壬癸子丑頁"]:
        assert text.count(f"資料裡沒有「{name}」") == 1, name
    assert text.count("這一項資料裡沒有「名」") == 1
    assert "寅" not in text
    assert "本文 第 1 段 的 {{ 校名 }}：" in text
    assert "本文 表格 1 第 2 列第 1 欄 的 {{ r.名 }}：" in text
    assert "本文 表格 1 第 4 列第 2 欄 的 {% if 無 %}：" in text
    assert "頁首 1 第 1 段 的 {{ 頁 }}：" in text


def test_places_behind_tags_that_swallow_rows(tmp_path: Path) -> None:
    inner = table(row("{%tr for d in r %}"), row("{{ 內 }}"), row("{%tr endfor %}"), columns=1)
    body = (
        par("{%p if 真 %}"),
        par("{{ 一 }}"),
        par("{%p endif %}"),
        table(
            row("{%tr if 無甲 %}", ""),
            row("{%tr endif %}", ""),
            row("{%tr for r in 列 %}", ""),
            row("{%tr if 真 %}", ""),
            row("甲", cell("{%p for x in r %}", "{{ 二 }}", "{%p endfor %}")),
            row("{%tr endif %}", ""),
            row(cell(inner, par("{{ 三 }}")), "{{ 四 }}"),
            row("{%tr endfor %}", ""),
            row("{%tr for r in 無乙 %}", ""),
            row("{%tr endfor %}", ""),
            row("x", "{%tc for c in 無丙 %}", "{{ c }}", "{%tc endfor %}", "{{ 五 }}"),
        ),
        table(row("{{ 六 }}", "")),
        par("{%p if 無丁 %}"),
        par("{%p endif %}"),
        par("{{ 七 }}"),
    )
    problems = fill_problems(tmp_path, *body, data={"真": 1, "列": [[1]]})
    found = {problem.split("「")[1].split("」")[0]: problem.split("：")[0] for problem in problems}
    assert found == {
        "一": "本文 第 2 段 的 {{ 一 }}",
        "無甲": "本文 表格 1 第 1 列 的 {%tr if 無甲 %}",
        "二": "本文 表格 1 第 5 列第 2 欄 的 {{ 二 }}",
        "內": "本文 表格 2 第 2 列第 1 欄 的 {{ 內 }}",
        "三": "本文 表格 1 第 7 列第 1 欄 的 {{ 三 }}",
        "四": "本文 表格 1 第 7 列第 2 欄 的 {{ 四 }}",
        "無乙": "本文 表格 1 第 9 列 的 {%tr for r in 無乙 %}",
        "無丙": "本文 表格 1 第 11 列第 2 欄 的 {%tc for c in 無丙 %}",
        "五": "本文 表格 1 第 11 列第 5 欄 的 {{ 五 }}",
        "六": "本文 表格 3 第 1 列第 1 欄 的 {{ 六 }}",
        "無丁": "本文 第 4 段 的 {%p if 無丁 %}",
        "七": "本文 第 6 段 的 {{ 七 }}",
    }


def test_tags_are_shown_as_typed(tmp_path: Path) -> None:
    body = (
        par("{", "{ 一.甲|upper }", "}"),
        par("{{r 二 }}"),
        par("{{p 三 }}"),
        par("{%r if 四 %}", "x", "{%r endif %}"),
        table(row("{% cellbg 五 %}x", "{% colspan 六 %}x")),
        par("{% set 七 = 八 %}{{ 七 }}"),
    )
    text = "\n".join(fill_problems(tmp_path, *body, data={}))
    for tag in ("{{ 一.甲|upper }}", "{{r 二 }}", "{{p 三 }}", "{%r if 四 %}", "{% cellbg 五 %}",
                "{% colspan 六 %}"):  # fmt: skip
        assert f" 的 {tag}：" in text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("學校名", "學校名稱"), ("校名稱", "學校名稱"), ("計劃名稱", "計畫名稱"), ("項.單", "單價")],
)
def test_suggestion_for_a_misspelt_name(tmp_path: Path, typed: str, meant: str) -> None:
    data = {"學校名稱": "x", "計畫名稱": "y", "項": {"單價": 1, "數量": 2}}
    (problem,) = fill_problems(tmp_path, par(f"{{{{ {typed} }}}}"), data=data)
    assert f"是不是「{meant}」？" in problem
    data["項"] = SimpleNamespace(單價=1, 數量=2)
    (problem,) = fill_problems(tmp_path, par(f"{{{{ {typed} }}}}"), data=data)
    assert f"是不是「{meant}」？" in problem
    (problem,) = fill_problems(tmp_path, par("{{ 完全不同 }}"), data={"abc": 1})
    assert "請補上資料或改標籤" in problem


def test_expression_that_fails(tmp_path: Path) -> None:
    (problem,) = fill_problems(tmp_path, par("甲"), par("{{ 1 / 零 }}"), data={"零": 0})
    assert problem.startswith("本文 第 2 段 的 {{ 1 / 零 }}：這個標籤算不出來（ZeroDivisionError")
    (problem,) = fill_problems(tmp_path, par("{% for x in 數 %}x{% endfor %}"), data={"數": 5})
    assert "{% for x in 數 %}" in problem


def test_values_are_shown_with_the_problem(tmp_path: Path) -> None:
    (problem,) = fill_problems(tmp_path, par("{{ 值 }}"), data={"值": 15000.0})
    assert "填的是「15000.0」" in problem
    assert "浮點數" in problem

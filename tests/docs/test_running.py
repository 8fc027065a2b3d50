"""What runs the guide finds what is not so; otherwise the guide would always be right."""

from pathlib import Path

import pytest

from tests.docs.blocks import anchors_of, blocks_of, links_of
from tests.docs.running import Page, Untrue, compare_screen


def page(folder: Path, text: str, *, lenient: bool = False) -> Page:
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    return Page(path, lenient=lenient)


def block(language: str, text: str, title: str = "") -> str:
    told = f' title="{title}"' if title else ""
    return f"```{language}{told}\n{text}\n```\n"


TRUE = [
    block("python", "1 + 1  # → 2"),
    block("python", "print('甲')\nprint('乙')  # → 乙").replace("('甲')", "('甲')  # → 甲"),
    block("python", "for n in range(2):\n    print(n)\n# → 0\n# → 1"),
    block("python", "'甲'  # → 甲") + block("python", "x = '甲'\nx  # '甲'"),
    block("python", "print('甲乙丙')  # → 甲…"),
    block("python", "dict(a=1)"),
    block("bash", "jingjin amount 15000") + block("text", "壹萬伍仟元整", "畫面"),
    block("bash", "jingjin amount x  # 結束代碼 1"),
    block("bash", "pip install nothing-that-is\njingjin amount 1 && jingjin amount 2"),
    block("csv", "甲,乙", "a/b.csv") + block("bash", "jingjin check a/b.csv  # 結束代碼 1"),
]
FALSE = [
    block("python", "1 + 1  # → 3"),
    block("python", "print('甲')"),
    block("python", "print('甲')  # → 乙"),
    block("python", "for n in range(2):\n    print(n)\n# → 0"),
    block("python", "x = 1\nx  # 2"),
    block("bash", "jingjin amount 15000") + block("text", "壹萬元整", "畫面"),
    block("bash", "jingjin amount x"),
    block("bash", "jingjin amount 1  # 結束代碼 1"),
    block("bash", "jingjin nosuch"),
    block("bash", "rm -r ."),
    block("text", "甲"),
    block("yaml", "甲: 乙"),
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.chdir(tmp_path)
    page(tmp_path, text).run()


@pytest.mark.parametrize("text", FALSE)
def test_what_is_not_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Untrue):
        page(tmp_path, text).run()


def test_a_screen_is_compared_in_order():
    compare_screen("甲\n乙", "│ 甲 │\n│ 丙乙 │")
    with pytest.raises(Untrue):
        compare_screen("乙\n甲", "甲\n乙")


def test_blocks_and_links():
    text = (
        "# 甲 乙！\n[連結](a.md#甲-乙) `[不是](b.md)`\n"
        '```text title="c.txt"\n[不是](c.md)\n```\n![圖](d.png)\n## 丙 { #other }\n'
    )
    assert [(b.language, b.title, b.text, b.line) for b in blocks_of(text)] == [
        ("text", "c.txt", "[不是](c.md)\n", 4)
    ]
    assert links_of(text) == ["a.md#甲-乙", "d.png"]
    assert anchors_of(text) == {"甲-乙", "other"}

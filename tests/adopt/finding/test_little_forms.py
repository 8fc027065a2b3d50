"""Little forms, each with what is found in it: `kinds.txt` by kind, `traps.txt` by trap.

After 「→」 stands where a blank is (1-2-3: table 1, row 2, column 3), what it is called, its kind,
what is printed in it, its options, its rows.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jingjin_forms.adopting import adopt
from jingjin_forms.adopting.blank import Kind
from jingjin_forms.arriving.filled import NO_BLANKS
from jingjin_forms.errors import FileProblemError
from tests.adopt.finding.told import adopted, control, spot, told
from tests.word.build import docx

NOTHING = "沒有要填的空格"
FOLDER = Path(__file__).parent


def cases(name: str) -> Iterator[object]:
    for case in (FOLDER / name).read_text(encoding="utf-8").strip().split("\n\n"):
        title, *lines = case.split("\n")
        form = [line for line in lines if not line.startswith("→")]
        found = [line.removeprefix("→ ") for line in lines if line.startswith("→")]
        assert found, title
        yield pytest.param(form, found, id=title.removeprefix("# "))


@pytest.mark.parametrize(("form", "found"), [*cases("kinds.txt"), *cases("traps.txt")])
def test_what_is_found(form: list[str], found: list[str], tmp_path: Path) -> None:
    if found == [NOTHING]:
        with pytest.raises(FileProblemError, match=NO_BLANKS[:8]):
            adopted(tmp_path, *form)
        return
    adoption = adopted(tmp_path, *form)
    places = [spot(blank.place) for blank in (*adoption.blanks, *adoption.left_alone)]
    assert [f"{place} {line}" for place, line in zip(places, told(adoption), strict=True)] == found


def test_every_kind_has_a_form() -> None:
    said = (FOLDER / "kinds.txt").read_text(encoding="utf-8")
    assert [kind for kind in Kind if f" {kind}" not in said and kind is not Kind.CONTROL] == []


def test_a_content_control_is_called_by_what_stands_before_it(tmp_path: Path) -> None:
    path = tmp_path / "控制項.docx"
    path.write_bytes(docx(control("姓名：", "按一下以輸入文字"), control("", "學校名稱")))
    assert told(adopt(path)) == ["姓名 控制項「按一下以輸入文字」", "學校名稱 控制項「學校名稱」"]


@pytest.mark.parametrize("empty", ["<w:tbl/>", "<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"])
def test_a_table_without_rows_asks_nothing(empty: str, tmp_path: Path) -> None:
    path = tmp_path / "空白表.docx"
    path.write_bytes(docx("<w:p><w:r><w:t>姓名：____</w:t></w:r></w:p>", empty, "<w:p/>"))
    assert [blank.name for blank in adopt(path).blanks] == ["姓名"]

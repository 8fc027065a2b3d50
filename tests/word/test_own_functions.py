"""Filters and functions of a programmer's own, and templates that are no path."""

import pickle
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.errors import FileProblemError, FillError, TemplateError
from jingjin_forms.typeset import typeset
from jingjin_forms.word import CompiledTemplate, compile_template
from tests.helpers import docx_text
from tests.word.build import docx, par, saved


def thousands(value: Any) -> str:
    return f"{value:,}"


def doubled(value: Any, times: int = 2) -> str:
    return str(value) * times


def compiled(*tags: str, **own: Mapping[str, Any]) -> CompiledTemplate:
    return compile_template(docx(*map(par, tags)), **own)


def lines(template: CompiledTemplate, **facts: Any) -> list[str]:
    return docx_text(template.render(facts))


def test_filters_and_functions():
    template = compiled(
        "{{ 單價|千分位 }}",
        "{{ 疊(學校名稱, 3) }}",
        "{% for 數 in 數列 %}{{ 數|千分位|疊 }} {% endfor %}",
        filters={"千分位": thousands, "疊": doubled},
        functions={"疊": doubled},
    )
    assert template.variables == {"單價", "學校名稱", "數列"}
    told = lines(template, 單價=15000, 學校名稱="甲&乙", 數列=[1, 2000])
    assert told == ["15,000", "甲&乙甲&乙甲&乙", "11 2,0002,000 "]


def test_what_they_do_wrong_names_the_tag():
    template = compiled("{{ 單價|千分位 }}", filters={"千分位": thousands})
    with pytest.raises(FillError, match=r"單價\|千分位.*算不出來.*ValueError"):
        template.render({"單價": "一千"})
    with pytest.raises(FillError, match="單價"):  # missing
        template.render({})
    with pytest.raises(TemplateError, match="千分位"):
        compiled("{{ 單價|千分位 }}")


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"filters": {"元": thousands}}, "過濾器「元」：範本裡已經有同名的過濾器"),
        ({"filters": {"upper": thousands}}, "已經有同名的過濾器"),
        ({"functions": {"range": thousands}}, "函式「range」：範本裡已經有同名的函式"),
        ({"functions": {"loop": thousands}}, "函式「loop」：是標籤的用字"),
        ({"filters": {"tr": thousands}}, "是標籤的用字"),
        ({"filters": {"千 分": thousands}}, "中間沒有空格"),
        ({"filters": {"_f": thousands}}, "底線開頭"),
        ({"filters": {5: thousands}}, "過濾器「5」"),
        ({"functions": {"甲": 5}}, "要是能呼叫的函式"),
        ({"filters": ["甲"]}, "filters：.*對照"),
    ],
)
def test_names_that_are_taken_are_refused(own: Any, told: str):
    with pytest.raises(TemplateError, match=told):
        compiled("{{ 甲 }}", **own)


def test_all_names_at_once():
    with pytest.raises(TemplateError) as caught:
        compiled("{{ 甲 }}", filters={"元": thousands, "if": doubled}, functions={"dict": doubled})
    assert len(caught.value.problems) == 3


def test_a_fact_of_the_same_name_is_refused():
    template = compiled("{{ 甲() }}", functions={"甲": lambda: "函式"})
    assert lines(template) == ["函式"]
    with pytest.raises(FillError, match="「甲」：同時是 functions 裡的函式和資料的名稱"):
        template.render({"甲": "資料"})


def test_templates_with_other_functions_are_cached_apart(tmp_path: Path):
    path = saved(tmp_path, docx(par("{{ 甲|f }}")))
    one = compile_template(path, filters={"f": thousands})
    other = compile_template(path, filters={"f": doubled})
    assert (lines(one, 甲=1000), lines(other, 甲=1000)) == (["1,000"], ["10001000"])
    content = path.read_bytes()
    known = compile_template(content, filters={"f": doubled})
    assert compile_template(content, filters={"f": doubled}) is known
    assert compile_template(BytesIO(content), filters={"f": doubled}) is known
    assert compile_template(content, filters={"f": thousands}) is not known
    assert lines(compile_template(content, filters={"f": lambda v: f"<{v}>"}), 甲=1) == ["<1>"]


def test_what_is_no_path(tmp_path: Path):
    content = docx(par("{{ 甲 }}"))
    path = saved(tmp_path, content)
    buffer = BytesIO()
    buffer.write(content)  # which stands at its end now
    with path.open("rb") as file:
        templates = [
            compile_template(given)
            for given in (content, bytearray(content), BytesIO(content), buffer, file, str(path))
        ]
    assert {template.render({"甲": "值"}) for template in templates} == {
        compile_template(path).render({"甲": "值"})
    }
    assert [template.path.name for template in templates[-2:]] == [path.name] * 2


def test_a_layout_goes_straight_in():
    template = compile_template(typeset("{{ 學校名稱 }}\n"))
    assert template.variables == {"學校名稱"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (5, "範本要給路徑（文字或 Path），給的是「5」（int）"),
        (None, "給的是 None"),
        (b"x", "不是|無法讀取"),
        (b"%PDF-1.4 x", "是 PDF，不能當範本"),
        (["a.docx"], "（list）"),
    ],
)
def test_what_is_no_template(given: Any, told: str):
    with pytest.raises(FileProblemError, match=told):
        compile_template(given)


def test_a_file_that_is_open_as_text(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    with path.open() as file, pytest.raises(FileProblemError, match="二進位模式"):
        compile_template(file)  # type: ignore[arg-type]
    closed = path.open("rb")
    closed.close()
    with pytest.raises(FileProblemError, match="讀不到這個檔案物件"):
        compile_template(closed)


def test_fill_writes_into_an_open_file(tmp_path: Path):
    template = compiled("{{ 甲 }}")
    buffer = BytesIO()
    assert template.fill({"甲": "值"}, buffer) is None
    assert buffer.getvalue() == template.render({"甲": "值"})
    with (tmp_path / "a.docx").open("wb", buffering=0) as file:
        template.fill({"甲": "值"}, file)
    assert (tmp_path / "a.docx").read_bytes() == buffer.getvalue()
    with (tmp_path / "b").open("w") as file, pytest.raises(FileProblemError, match="二進位模式"):
        template.fill({"甲": "值"}, file)  # type: ignore[call-overload]


class Slow:
    """Takes a little at a time, as a raw file may."""

    def __init__(self) -> None:
        self.content = b""

    def write(self, content: bytes) -> int:
        self.content += content[:1000]
        return len(content[:1000])


def test_a_file_that_takes_less_than_all_is_written_on():
    template, slow = compiled("{{ 甲 }}"), Slow()
    template.fill({"甲": "值"}, slow)
    assert slow.content == template.render({"甲": "值"})


@pytest.mark.parametrize(("mapping", "out"), [("a.docx", {}), ({}, 5), ({}, None), ([], "a.docx")])
def test_arguments_that_are_none(mapping: Any, out: Any):
    with pytest.raises((FileProblemError, FillError), match=r"要給路徑|要給標籤與內容的對照"):
        compiled("x").fill(mapping, out)


def test_a_template_can_be_pickled(tmp_path: Path):
    path = saved(tmp_path, docx(par("{{ 甲|f }}")))
    template = compile_template(path, filters={"f": thousands})
    path.unlink()  # as on another machine
    again = pickle.loads(pickle.dumps(template))
    assert again.render({"甲": 1000}) == template.render({"甲": 1000})
    assert repr(again) == f"CompiledTemplate({path.name!r})"

"""How an adoption shows itself: in a notebook, as text, for programs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jingjin_forms.adopting import Adoption, Blank, Kind, adopt
from jingjin_forms.adopting.showing.listing import entries, list_of
from jingjin_forms.export import has_soffice
from jingjin_forms.word.docx.location import Place
from tests.adopt.blanks import word_file


@pytest.fixture
def adoption(tmp_path: Path) -> Adoption:
    return adopt(word_file(tmp_path))


def column(name: str, tag: str, options: tuple[str, ...] = (), table: int = 1) -> Blank:
    place = Place("本文", "tc", table, 3, 2)
    return Blank(name, Kind.LIST, place, rows=4, tag=tag, options=options)


def test_columns_of_a_list_are_one_line():
    blanks = [
        column("教師.名冊.姓名", "{{ 列.姓名 }}"),
        column("教師.名冊.住址.縣市", "{{ 列.住址.縣市 }}"),
        column("教師.名冊.性別", '{{ 列.性別.男|單選 }} {{ 列.性別["女 "]|單選 }}', ("男", "女 ")),
        column("教師.名冊.同意", "{{ 列.同意|勾選 }}", ("同意",)),
        column("教師.名冊.姓名", "{{ 列.姓名 }}", table=2),
    ]
    assert {list_of(blank) for blank in blanks} == {"教師.名冊"}
    first, second = entries(blanks)
    assert (first.name, first.number, first.where) == ("教師.名冊", 4, "本文 表格 1 第 3 列起")
    assert first.said == (
        "印 4 列，可以更多：姓名、住址.縣市、性別（單選：男／女 ）、同意（勾「同意」）"
    )
    assert second.where == "本文 表格 2 第 3 列起"


def test_as_text_and_for_programs(adoption: Adoption):
    told = adoption.report()
    assert "| 學校名稱 | 標籤右格 | 本文 表格 1 第 1 列第 2 欄 |  | 97% |" in told
    assert "| 校長 | 簽章 | 本文 第 5 段 | 簽名、蓋章的地方，留給人簽章 |" in told
    given = adoption.as_dict()
    assert json.loads(json.dumps(given)) == given
    assert [b["name"] for b in given["blanks"]] == [b.name for b in adoption.blanks]


def test_a_notebook_shows_the_list_and_the_pages(adoption: Adoption):
    shown = adoption._repr_html_()
    assert "<td>學校名稱</td>" in shown
    assert shown.count("<img") == (1 if has_soffice() else 0)


def test_a_notebook_without_libreoffice(adoption: Adoption, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("jingjin_forms.export.has_soffice", lambda: False)
    shown = adoption._repr_html_()
    assert "請安裝 LibreOffice" in shown
    assert "<td>學校名稱</td>" in shown


def test_what_a_form_says_is_not_taken_for_html(
    adoption: Adoption, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("jingjin_forms.export.has_soffice", lambda: False)
    odd = Blank("<b>甲", Kind.LINE, Place("本文"), note="<i>乙")
    shown = replace(adoption, blanks=(odd,), notes=("<u>丙",))._repr_html_()
    assert "<td>&lt;b&gt;甲</td>" in shown
    assert not {"<b>甲", "<i>乙", "<u>丙"} & {shown[m : m + 4] for m in range(len(shown))}

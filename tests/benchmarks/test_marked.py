"""Marked Word files become a blank and its truth."""

import pytest
from lxml import etree

from benchmarks.blanks.marked import MarkError, unmarked, unmarked_parts
from jingjin_forms.adopting.blank import Kind
from jingjin_forms.word.docx.location import Place, W

WORD = W[1:-1]
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def document(body: str) -> dict[str, bytes]:
    xml = f'<w:document xmlns:w="{WORD}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    return {"word/document.xml": xml.encode()}


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(parts: dict[str, bytes]) -> str:
    return "".join(etree.fromstring(parts["word/document.xml"]).itertext(f"{W}t"))


def test_a_mark_is_replaced_by_what_the_blank_prints_and_told_as_truth():
    body = f"<w:p>{run('姓　名：⟦底線|姓名|______⟧，電話：⟦冒號後|電話|⟧')}</w:p>"
    parts, truths = unmarked_parts(document(body))
    assert text_of(parts) == "姓　名：______，電話："
    place = Place("本文", "p", paragraph=1)
    assert [(t.name, t.kind, t.place, t.before, t.printed) for t in truths] == [
        ("姓名", Kind.LINE, place, "姓名：", "______"),
        ("電話", Kind.COLON, place, "姓名：，電話：", ""),
    ]


def test_a_mark_may_be_split_over_runs():
    body = f"<w:p>{run('地址⟦底')}{run('線|地')}{run('址|___')}{run('_⟧號')}</w:p>"
    parts, (truth,) = unmarked_parts(document(body))
    assert text_of(parts) == "地址____號"
    assert (truth.name, truth.printed, truth.before) == ("地址", "____", "地址")


def test_a_choice_has_options_and_a_list_its_rows():
    marks = "⟦勾選|性別|□男 □女|選項=男,女⟧⟦勾選|興趣||選項=甲,乙|可複選⟧⟦重複列|名冊.姓名||列數=8⟧"
    _, truths = unmarked_parts(document(f"<w:p>{run(marks)}</w:p>"))
    assert [(t.options, t.several, t.rows) for t in truths] == [
        (("男", "女"), False, 0),
        (("甲", "乙"), True, 0),
        ((), False, 8),
    ]


def test_two_names_may_be_as_good():
    _, (truth,) = unmarked_parts(document(f"<w:p>{run('⟦冒號後|電話／聯絡人.電話|⟧')}</w:p>"))
    assert (truth.name, truth.others) == ("電話", ("聯絡人.電話",))


def test_a_list_may_be_called_anything_unless_the_form_prints_its_name():
    body = f"<w:p>{run('名　冊⟦重複列|名冊.姓名||列數=2⟧⟦重複列|明細.品名||列數=2⟧')}</w:p>"
    _, truths = unmarked_parts(document(body))
    assert [truth.others for truth in truths] == [(), ("＊.品名",)]


def test_an_emptied_cell_keeps_its_paragraph_and_the_properties_of_its_run():
    bold = "<w:rPr><w:b/></w:rPr>"
    aligned = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    cell = f"<w:tc><w:p>{aligned}{run('⟦標籤右格|學校||⟧', bold)}</w:p></w:tc>"
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('學校')}</w:p></w:tc>{cell}</w:tr></w:tbl>"
    parts, (truth,) = unmarked_parts(document(table))
    assert truth.place == Place("本文", "tc", table=1, row=1, column=2)
    expected = (
        f'<w:p xmlns:w="{WORD}"><w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr></w:p>'
    )
    last = etree.fromstring(parts["word/document.xml"]).findall(f".//{W}p")[-1]
    etree.cleanup_namespaces(last)
    found = etree.tostring(etree.fromstring(etree.tostring(last)), method="c14n")
    assert found.replace(f' xmlns:mc="{MC}"'.encode(), b"") == etree.tostring(
        etree.fromstring(expected), method="c14n"
    )


def test_what_stands_before_is_of_the_cell_and_of_no_nested_table():
    nested = f"<w:tbl><w:tr><w:tc><w:p>{run('內⟦冒號後|內||⟧')}</w:p></w:tc></w:tr></w:tbl>"
    cell = f"<w:tc><w:p>{run('外 □')}</w:p>{nested}<w:p>{run('：⟦冒號後|外||⟧')}</w:p></w:tc>"
    _, truths = unmarked_parts(document(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert {t.name: t.before for t in truths} == {"內": "內", "外": "外："}
    assert [t.place.table for t in truths] == [2, 1]


def test_the_second_copy_of_a_text_box_is_another_place_of_the_same_blank():
    copy = f"<w:p>{run('⟦冒號後|編號||⟧')}</w:p>"
    twice = f"<mc:Choice>{copy}</mc:Choice><mc:Fallback>{copy}</mc:Fallback>"
    body = f"<w:p><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>"
    _, (truth,) = unmarked_parts(document(body))
    assert truth.place.paragraph == 2
    assert [place.paragraph for place in truth.also] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "⟦冒號後|姓名⟧",
        "⟦冒號|姓名|⟧",
        "⟦勾選|姓名|□⟧",
        "⟦重複列|姓名|⟧",
        "⟦冒號後|姓名||列数=2⟧",
        "⟦冒號後|姓名|",
        "⟦冒號後|姓名|⟧⟦冒號後|姓名|⟧",
    ],
)
def test_a_mark_that_cannot_be_read_is_an_error(text: str):
    with pytest.raises(MarkError, match=r"標記|種空格|名稱重複|勾選要有"):
        unmarked_parts(document(f"<w:p>{run(text)}</w:p>"))


def test_same_parts_same_bytes():
    parts = document(f"<w:p>{run('⟦冒號後|姓名|⟧')}</w:p>")
    assert unmarked(parts)[0] == unmarked(parts)[0]

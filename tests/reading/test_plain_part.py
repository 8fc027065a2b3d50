"""A plain document read from its bytes says what its tree says; what is not plain is left to it."""

import pytest

from jingjin_forms.forms.catalog import list_forms
from jingjin_forms.forms.form import Form
from jingjin_forms.reading.paper.flows import read_flows
from jingjin_forms.reading.paper.paper import Flow
from jingjin_forms.reading.paper.part_tree import flows_of_tree
from jingjin_forms.reading.paper.plain_part import plain_flow
from tests.helpers import parts

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{_W}"><w:body>'
)
_TAIL = '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>'
_ROW = (
    "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    '<w:tc><w:p><w:r><w:t xml:space="preserve"> 乙 &amp; 丙</w:t><w:br/><w:t>丁</w:t></w:r></w:p>'
    "<w:p/></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
)
_PLAIN = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:bookmarkStart w:id="0" w:name="a"/>'
    '<w:r><w:rPr><w:b/></w:rPr><w:t>題目</w:t></w:r><w:r><w:br w:type="page"/><w:tab/></w:r></w:p>'
    f"<w:tbl><w:tblPr/>{_ROW}</w:tbl><w:p/><w:tbl>{_ROW}</w:tbl>"
)


def document(body: str) -> bytes:
    return f"{_HEAD}{body}{_TAIL}".encode()


def whole(flow: Flow) -> object:
    """All that a flow says."""
    tables = [
        (table.number, [
            (row.number, row.joined, row.starts, [(c.continues, whole(c.flow)) for c in row.cells])
            for row in table.rows
        ])
        for table in flow.tables
    ]  # fmt: skip
    return flow.text, flow.part, flow.cell, list(flow.pictures), tables


def as_its_tree(content: bytes) -> bool:
    plain = plain_flow(content, "本文")
    return plain is not None and [whole(plain)] == list(map(whole, flows_of_tree(content, "本文")))


def test_a_plain_document_says_what_its_tree_says():
    assert as_its_tree(document(_PLAIN))


@pytest.mark.parametrize("form", list_forms(), ids=[form.key for form in list_forms()])
def test_every_form_of_ours(form: type[Form]):
    """The blank of each is plain; a sample is, unless it shows photographs."""
    sample = parts(form.sample().to_bytes())["word/document.xml"]
    assert as_its_tree(parts(form.blank().to_bytes())["word/document.xml"])
    assert as_its_tree(sample) or b"<w:drawing" in sample


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:b/>", "<w:vanish/>"),
        ("<w:b/>", '<w:rFonts w:ascii="Wingdings"/>'),
        ("<w:cantSplit/>", '<w:del w:id="1" w:author="王"/>'),
        ("<w:t>題目</w:t>", '<w:sym w:char="F0FE"/>'),
        ("<w:p/><w:tbl>", "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:tbl>"),
        ("<w:tc><w:p/></w:tc>", f"<w:tc><w:tbl>{_ROW}</w:tbl><w:p/></w:tc>"),
        ("<w:t>題目</w:t>", "<!-- 題目 -->"),
        ("<w:t>題目</w:t>", "<w:t><![CDATA[題目]]></w:t>"),
        ("<w:t>題目</w:t>", "<w:t>&#9633;</w:t>"),
        ("<w:t>題目</w:t>", "<w:t>題\r\n目</w:t>"),
        ("<w:t>題目</w:t>", "<w:t>題<w:br/>目</w:t>"),
        ("<w:r><w:rPr><w:b/></w:rPr><w:t>題目</w:t></w:r>", "<w:t>題目</w:t>"),
        ("<w:tc><w:p/></w:tc>", '<w:tc><w:p/><w:tcPr><w:vMerge w:val="continue"/></w:tcPr></w:tc>'),
        ('<w:vMerge w:val="restart"/>', "</w:tcPr><w:tcPr><w:vMerge/>"),
        ('<w:vMerge w:val="restart"/>', '<w:vMerge w:val="restart"/></w:tcPr><w:tcPr><w:vMerge/>'),
        ("<w:p/><w:tbl>", '<x:p xmlns:x="urn:x"><w:r><w:t>外</w:t></w:r></x:p><w:tbl>'),
        ("<w:p/><w:tbl>", "\n  <w:p/>\n  <w:tbl>"),
    ],
)
def test_what_is_more_than_plain_is_left_to_the_tree(old: str, new: str):
    assert old in _PLAIN
    content = document(_PLAIN.replace(old, new, 1))
    assert plain_flow(content, "本文") is None
    assert list(map(whole, read_flows(content, "本文"))) == list(
        map(whole, flows_of_tree(content, "本文"))
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</w:p><w:tbl>", "<w:tbl>"),
        ("<w:b/>", "<w:b>"),
        ("<w:b/>", '<w:b w:val="1" w:val="0"/>'),
        ("<w:tab/>", '<w:tab w:val="1" w:val="0"/>'),
        ("<w:tab/>", "<w:tab"),
        ("<w:tab/>", "<w:tab></w:p>"),
        ("題目", "題 & 目"),
        ("題目", "題\x01目"),
        ("題目", "題&nbsp;目"),
        ("</w:r></w:p>", '</w:r w:x="1"></w:p>'),
        (_TAIL, "</w:body>"),
        (_TAIL, "<w:p><w:r><w:t</w:body></w:document>"),
        (f' xmlns:w="{_W}"', ""),
        ("UTF-8", "Big5"),
    ],
)
def test_what_is_no_xml_is_never_plain(old: str, new: str):
    content = document(_PLAIN).decode()
    assert old in content
    assert plain_flow(content.replace(old, new, 1).encode(), "本文") is None


def test_another_namespace_is_not_that_of_word():
    content = document(_PLAIN).replace(_W.encode(), b"urn:other")
    assert plain_flow(content, "本文") is None


def test_bytes_that_are_no_text():
    assert plain_flow(document(_PLAIN).replace("題目".encode(), b"\xff\xfe"), "本文") is None
